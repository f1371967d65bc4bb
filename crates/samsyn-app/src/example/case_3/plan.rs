//! What the meeting agrees on, and what it leaves open.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// Tuomas's goals, in his own words.
pub(super) fn goals(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.10")?;
    script.add("goal_1", "goal", json!({ "text": "Ett eget kontrakt.", "term": "long", "kinds": ["housing"] }))?;
    script.add("goal_2", "goal", json!({ "text": "Ta medicinen varje dag.", "term": "short", "kinds": ["medicine"] }))?;
    script.add("goal_3", "goal", json!({ "text": "Ett arbete med händerna.", "term": "long", "kinds": ["work"] }))
}

/// What region and kommun do, and the measure by somebody else.
pub(super) fn measures(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.20")?;
    let measures = [
        (
            "assessment",
            json!({
                "goal": script.id("goal_2"),
                "text": "LARO-bedömning",
                "action": "assessment",
                "principal": "region",
                "party": script.id("addiction_centre"),
                "unit": "Beroendecentrum",
                "due_on": day(14),
                "kinds": ["addiction", "medicine"],
            }),
        ),
        (
            "home",
            json!({
                "goal": script.id("goal_1"),
                "text": "Stödboende",
                "action": "housing",
                "principal": "municipality",
                "party": script.id("social"),
                "unit": "socialtjänsten, IFO",
                "starts_on": day(18),
                "kinds": ["housing"],
            }),
        ),
        (
            "work",
            json!({
                "goal": script.id("goal_3"),
                "text": "Arbetsprövning",
                "action": "employment",
                "principal": "municipality",
                "party": script.id("labour"),
                "unit": "arbetsmarknadsförvaltningen",
                "due_on": day(45),
                "kinds": ["work"],
            }),
        ),
    ];
    measures.into_iter().try_for_each(|(name, fields)| script.add(name, "measure", fields))?;
    // Which kind of information supervision is nobody has said, so only those who see everything and frivården itself see it.
    let supervision = json!({ "text": "Övervakning", "party": script.id("probation"), "done_by": "Frivården" });
    script.add("supervision", "other_measure", supervision)
}

/// Who hands out the medicine each day is not settled: no measure but an open question. And what to do at an overdose.
pub(super) fn open_and_crisis(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.30")?;
    let medicine = json!({
        "text": "Daglig medicinutdelning: kommunen eller regionen?",
        "owner": "Stig Rönnbäck och Birgitta Aasa",
        "party": script.id("social"),
        "answer_by": day(14),
        "kinds": ["addiction"],
    });
    script.add("daily_medicine", "open_question", medicine)?;
    let crises = [
        ("crisis_overdose", json!({ "text": "Risk för överdos: ge naloxon och ring", "phone": "112", "kinds": ["addiction"] })),
        (
            "crisis_call",
            json!({ "text": "Tuomas, eller den som är hos honom, ringer", "contact": "Beroendecentrum", "phone": "0980-319 231", "kinds": ["addiction"] }),
        ),
    ];
    crises.into_iter().try_for_each(|(name, fields)| script.add(name, "crisis", fields))
}

/// The region has the overall responsibility, and both follow-ups are booked.
pub(super) fn responsibility(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.35")?;
    script.set_single(
        "plan_frame",
        json!({
            "overall": "region",
            "coordinator": "Stig Rönnbäck",
            "coordinator_unit": "Överkalix hälsocentral",
            "coordinator_phone": "0980-319 230",
            "follow_up_by": "Stig Rönnbäck, Överkalix hälsocentral",
        }),
    )?;
    script.add("follow_up_1", "meeting", json!({ "kind": "follow_up", "form": "phone", "held_on": day(31), "starts": "10.00" }))?;
    script.add("follow_up_2", "meeting", json!({ "kind": "follow_up", "held_on": day(60), "starts": "10.00" }))
}
