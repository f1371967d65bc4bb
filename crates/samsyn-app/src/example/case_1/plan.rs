//! What the meeting agrees on, line by line. Each line is marked with the kinds of information that it gives away.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// Karin's goals, in her own words.
pub(super) fn goals(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.00")?;
    script.add(
        "goal_1",
        "goal",
        json!({ "text": "Jag jobbar mina timmar och mår bra.", "term": "long", "kinds": ["work", "mental_health"] }),
    )?;
    script.add("goal_2", "goal", json!({ "text": "Inte dricka på vardagar.", "term": "short", "kinds": ["addiction"] }))?;
    script.add(
        "goal_3",
        "goal",
        json!({ "text": "Ha någon att ringa på kvällen.", "term": "short", "kinds": ["addiction", "mental_health"] }),
    )
}

/// What kommun and region do. Who follows up the depression is not settled: the health centre did not come.
pub(super) fn measures(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.05")?;
    let measures = [
        (
            "relapse_prevention",
            json!({
                "goal": script.id("goal_2"),
                "text": "Återfallsprevention",
                "extent": "10 tillfällen",
                "principal": "municipality",
                "unit": "öppenvården Nexus",
                "person": "Per Nyström",
                "starts_on": day(21),
                "due_on": day(105),
                "kinds": ["addiction"],
            }),
        ),
        (
            "assessment",
            json!({
                "goal": script.id("goal_2"),
                "text": "Läkarbedömning och eventuell läkemedelsbehandling",
                "principal": "region",
                "party": script.id("addiction_unit"),
                "unit": "beroendeenheten",
                "person": "Maria Sundin",
                "due_on": day(28),
                "kinds": ["addiction", "medicine"],
            }),
        ),
        (
            "depression",
            json!({
                "goal": script.id("goal_1"),
                "text": "Uppföljning av depression",
                "principal": "region",
                "party": script.id("health_centre"),
                "unit": "hälsocentralen Lugnvik",
                "kinds": ["mental_health"],
            }),
        ),
        (
            "work",
            json!({
                "goal": script.id("goal_1"),
                "text": "Samtal om återgång i arbete med arbetsgivaren",
                "principal": "municipality",
                "unit": "öppenvården Nexus",
                "person": "Per Nyström",
                "due_on": day(42),
                "kinds": ["work"],
            }),
        ),
    ];
    measures.into_iter().try_for_each(|(name, fields)| script.add(name, "measure", fields))
}

/// What others, Karin herself and Anna do. What her son needs to know is in the plan too.
pub(super) fn measures_by_others(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.10")?;
    let support = json!({ "text": "Kamratstöd", "party": script.id("rsmh"), "done_by": "Lena Falk, RSMH Östersund", "time": "onsdagar", "kinds": ["addiction"] });
    script.add("peer_support", "other_measure", support)?;
    script.add("karin_calls", "own_action", json!({ "text": "Ringer Anna före kl. 20 en dålig kväll.", "kinds": ["addiction"] }))?;
    let answers = json!({ "party": script.id("anna"), "text": "Svarar; 112 om det blir akut, 1177 för råd.", "kinds": ["addiction"] });
    script.add("anna_answers", "own_action", answers)?;
    script.add(
        "son",
        "own_action",
        json!({ "text": "Sonens behov av information: Karin berättar för honom om planen.", "kinds": ["family"] }),
    )
}

/// What nobody could promise, and whom to call if it gets worse.
pub(super) fn open_and_crisis(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.15")?;
    let doctor = json!({
        "text": "Karin vill ha en och samma läkare; ingen kunde lova det.",
        "owner": "Maria Sundin, beroendeenheten",
        "party": script.id("addiction_unit"),
        "answer_by": day(28),
        "kinds": ["medicine", "addiction"],
    });
    script.add("same_doctor", "open_question", doctor)?;
    let crises = [
        ("crisis_112", json!({ "text": "Om det blir akut", "phone": "112", "kinds": ["addiction"] })),
        ("crisis_unit", json!({ "contact": "Tillnyktringsenheten", "phone": "0980-319 212", "kinds": ["addiction"] })),
        ("crisis_anna", json!({ "contact": "Anna", "phone": "070-174 06 31", "kinds": ["addiction"] })),
    ];
    crises.into_iter().try_for_each(|(name, fields)| script.add(name, "crisis", fields))
}

/// The kommun has the overall responsibility, Per coordinates, and the follow-up is booked in the room.
pub(super) fn responsibility(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.20")?;
    script.set_single(
        "plan_frame",
        json!({ "overall": "municipality", "coordinator": "Per Nyström", "coordinator_unit": "öppenvården Nexus" }),
    )?;
    script.add("follow_up_1", "meeting", json!({ "kind": "follow_up", "held_on": day(56), "starts": "13.30" }))
}
