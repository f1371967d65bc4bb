//! D+46: the follow-up, the deviation, and the second version. Elias turns 18 before the next one.

use super::meeting::all_but_mormor;
use super::plan::follow_up;
use crate::AppError;
use crate::example::{
    Script,
    script::{day, merged},
};
use serde_json::json;

/// D+46: goal 1 partly, goal 2 unchanged, goal 3 worse. BUP has not been in touch. The next follow-up is booked.
pub(super) fn held(script: &mut Script) -> Result<(), AppError> {
    script.at(46, "14.00")?;
    let meeting = script.id("follow_up_1");
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" }))?;
    script.presence("follow_up_1", None, "Elias Tuolja Mäkitalo", "came")?;
    all_but_mormor(script, "follow_up_1")?;
    for (name, goal, scale) in [("rating_1", "goal_1", "partly"), ("rating_2", "goal_2", "unchanged"), ("rating_3", "goal_3", "worse")] {
        let rating = json!({ "meeting": meeting, "goal": script.id(goal), "scale": scale });
        script.add(name, "goal_rating", rating)?;
    }
    let statuses = [
        ("treatment_waits", "treatment", json!({ "state": "not_done", "why": "BUP har inte hört av sig." })),
        ("programme_goes_on", "cannabis_programme", json!({ "state": "ongoing" })),
        ("talks_go_on", "talks_youth_clinic", json!({ "state": "ongoing" })),
    ];
    for (name, measure, says) in statuses {
        let about = json!({ "meeting": meeting, "measure": script.id(measure) });
        script.add(name, "measure_status", merged(about, says))?;
    }
    script.add("follow_up_2", "meeting", follow_up(67))?;
    script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes" }))?;
    script.on_case("follow_up.conclude", json!({ "meeting": meeting, "on": day(46), "outcome": "revise" }))?;
    script.at(46, "15.00")?;
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "ended" }))?;
    script.paper("uppfoljning", json!({ "document": "follow_up", "meeting": meeting })).map(drop)
}

/// D+46: what BUP did not do is a deviation.
pub(super) fn deviation(script: &mut Script) -> Result<(), AppError> {
    script.at(46, "15.10")?;
    let said = json!({
        "kind": "measure_not_done",
        "party": script.id("bup"),
        "meeting": script.id("follow_up_1"),
        "on": day(46),
        "event": "Bedömning och behandling skulle vara gjord senast den 25 februari. BUP har inte hört av sig.",
        "consequence": "Elias sover fortfarande dåligt.",
        "sent_to": "BUP",
    });
    script.on_case("deviation.record", said)?;
    script.name_newest("deviation", "deviations");
    let deviation = script.id("deviation");
    script.paper("avvikelse", json!({ "document": "deviation", "deviation": deviation })).map(drop)
}

/// D+46: the plan is revised as version 2.
pub(super) fn version_2(script: &mut Script) -> Result<(), AppError> {
    script.at(46, "15.30")?;
    script.set("treatment", "measure", json!({ "due_on": day(67) }))?;
    script.on_case("plan.fix", json!({ "change": "BUP gör bedömningen senast vid nästa uppföljning." }))?;
    script.name_newest("version_2", "versions");
    let version = script.id("version_2");
    script.paper("plan-version-2", json!({ "document": "plan", "version": version }))?;
    script.paper("skillnad-version-2", json!({ "document": "difference", "version": version })).map(drop)
}
