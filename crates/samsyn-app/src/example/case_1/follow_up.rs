//! The follow-ups, Karin's evaluation and the closing.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D+56: goal 1 partly, goals 2 and 3 reached. The next follow-up is booked.
pub(super) fn first(script: &mut Script) -> Result<(), AppError> {
    script.at(56, "13.30")?;
    script.presence("follow_up_1", None, "Karin Lövgren-Åhs", "came")?;
    rate(
        script,
        "follow_up_1",
        [("rating_1_1", "goal_1", "partly"), ("rating_1_2", "goal_2", "reached"), ("rating_1_3", "goal_3", "reached")],
    )?;
    let meeting = script.id("follow_up_1");
    let assessed = json!({ "meeting": meeting, "measure": script.id("assessment"), "state": "done", "done_on": day(26) });
    script.add("assessment_done", "measure_status", assessed)?;
    let goes_on = json!({ "meeting": meeting, "measure": script.id("relapse_prevention"), "state": "ongoing" });
    script.add("prevention_goes_on", "measure_status", goes_on)?;
    script.add("follow_up_2", "meeting", json!({ "kind": "follow_up", "held_on": day(140) }))?;
    script.on_case("follow_up.conclude", json!({ "meeting": meeting, "on": day(56), "outcome": "continue" }))?;
    script.paper("uppfoljning-1", json!({ "document": "follow_up", "meeting": meeting })).map(drop)
}

/// D+140: all goals are reached.
pub(super) fn second(script: &mut Script) -> Result<(), AppError> {
    script.at(140, "13.30")?;
    script.presence("follow_up_2", None, "Karin Lövgren-Åhs", "came")?;
    rate(
        script,
        "follow_up_2",
        [("rating_2_1", "goal_1", "reached"), ("rating_2_2", "goal_2", "reached"), ("rating_2_3", "goal_3", "reached")],
    )?;
    let meeting = script.id("follow_up_2");
    script.on_case("follow_up.conclude", json!({ "meeting": meeting, "on": day(140), "outcome": "close" }))?;
    script.paper("uppfoljning-2", json!({ "document": "follow_up", "meeting": meeting })).map(drop)
}

/// D+140: Karin evaluates, and the plan is closed. Last comes the list of all that went to anybody.
pub(super) fn closing(script: &mut Script) -> Result<(), AppError> {
    script.at(140, "14.15")?;
    script.on_case("evaluation.record", json!({ "evaluator": "person", "clear_who": 5, "right_people": 3 }))?;
    script.on_case("case.close", json!({ "reason": "goals_reached", "on": day(140) }))?;
    script.paper("avslut", json!({ "document": "closing" }))?;
    script.paper("utlamnandelogg", json!({ "document": "disclosures" })).map(drop)
}

fn rate<const N: usize>(script: &mut Script, meeting: &str, ratings: [(&'static str, &str, &str); N]) -> Result<(), AppError> {
    for (name, goal, scale) in ratings {
        let rating = json!({ "meeting": script.id(meeting), "goal": script.id(goal), "scale": scale });
        script.add(name, "goal_rating", rating)?;
    }
    Ok(())
}
