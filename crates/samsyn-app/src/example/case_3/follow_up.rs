//! The withdrawal, the follow-up, and the move to another kommun.

use super::agreeing::consent;
use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D+25: Tuomas takes back what the labour office may know.
pub(super) fn withdrawal(script: &mut Script) -> Result<(), AppError> {
    script.at(25, "14.00")?;
    let ground = script.id("labour_ground");
    script.on_case("ground.withdraw", json!({ "ground": ground, "from": day(25), "manner": "oral", "told": "Per telefon samma dag." }))?;
    script.name_newest("withdrawal", "withdrawals");
    let withdrawal = script.id("withdrawal");
    script.paper("aterkallelse", json!({ "document": "withdrawal", "withdrawal": withdrawal })).map(drop)
}

/// D+31: followed up in time, by phone.
pub(super) fn first(script: &mut Script) -> Result<(), AppError> {
    script.at(31, "10.00")?;
    script.presence("follow_up_1", None, "Tuomas Niemi", "came")?;
    let meeting = script.id("follow_up_1");
    for (name, goal, scale) in [("rating_1", "goal_1", "partly"), ("rating_2", "goal_2", "reached"), ("rating_3", "goal_3", "unchanged")] {
        let rating = json!({ "meeting": meeting, "goal": script.id(goal), "scale": scale, "own_scale": scale });
        script.add(name, "goal_rating", rating)?;
    }
    script.on_case("follow_up.conclude", json!({ "meeting": meeting, "on": day(31), "outcome": "continue" }))?;
    script.paper("uppfoljning-1", json!({ "document": "follow_up", "meeting": meeting })).map(drop)
}

/// D+60: Tuomas moves to Luleå, and agrees anew to what the kommun there may know.
pub(super) fn moves(script: &mut Script) -> Result<(), AppError> {
    script.at(60, "10.00")?;
    script.presence("follow_up_2", None, "Tuomas Niemi", "came")?;
    let meeting = script.id("follow_up_2");
    script.on_case("follow_up.conclude", json!({ "meeting": meeting, "on": day(60), "outcome": "close" }))?;
    script.add("lulea", "party", json!({ "kind": "municipality", "organisation": "Luleå kommun", "unit": "socialtjänsten" }))?;
    let purpose = "Att Luleå kommun kan ta vid.";
    consent(
        script,
        "lulea",
        json!({ "scope": "whole_plan", "except": ["test_results"], "attends": false, "on": day(60), "purpose": purpose }),
    )?;
    let lulea = script.id("lulea");
    let copy = json!({ "document": "copy", "version": script.id("version_2"), "party": lulea });
    script.hand_over(&copy, &json!({ "to": "party", "party": lulea }), "secure_digital")?;
    script.paper("underlag-lulea", copy).map(drop)
}

/// D+60: the plan is closed here. Last comes the list of all that went to anybody.
pub(super) fn closing(script: &mut Script) -> Result<(), AppError> {
    script.at(60, "11.00")?;
    let remains = "Arbetsprövningen. Luleå kommun tar vid.";
    script.on_case("case.close", json!({ "reason": "moved", "on": day(60), "remains": remains }))?;
    script.paper("avslut", json!({ "document": "closing" }))?;
    script.paper("utlamnandelogg", json!({ "document": "disclosures" })).map(drop)
}
