//! What the meeting agrees on, line by line. Each line is marked with the kinds of information that it gives away.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::{Value, json};

/// Elias' goals, in his own words.
pub(super) fn goals(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.15")?;
    let goals = [
        ("goal_1", "Vara i skolan fyra dagar i veckan.", json!(["schooling"])),
        ("goal_2", "Sova på natten.", json!(["mental_health"])),
        ("goal_3", "Sluta röka på.", json!(["addiction"])),
    ];
    goals.into_iter().try_for_each(|(name, text, kinds)| script.add(name, "goal", json!({ "text": text, "term": "short", "kinds": kinds })))
}

/// What kommun and region do. Two of them mean to give the same talks of support.
pub(super) fn measures(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.25")?;
    let open_care = "socialtjänstens öppenvård";
    let measures = [
        (
            "treatment",
            json!({
                "goal": script.id("goal_2"),
                "text": "Bedömning och behandling",
                "action": "assessment",
                "principal": "region",
                "party": script.id("bup"),
                "unit": "BUP",
                "person": "Britta Niva",
                "due_on": day(45),
                "kinds": ["mental_health"],
            }),
        ),
        (
            "cannabis_programme",
            json!({
                "goal": script.id("goal_3"),
                "text": "Cannabisprogram för unga",
                "action": "psychosocial_treatment",
                "principal": "municipality",
                "unit": open_care,
                "starts_on": day(25),
                "kinds": ["addiction"],
            }),
        ),
        (
            "talks_open_care",
            json!({
                "goal": script.id("goal_2"),
                "text": "Samtalsstöd",
                "action": "talk_support",
                "principal": "municipality",
                "unit": open_care,
                "starts_on": day(25),
                "kinds": ["mental_health"],
            }),
        ),
        (
            "talks_youth_clinic",
            json!({
                "goal": script.id("goal_2"),
                "text": "Samtalsstöd",
                "action": "talk_support",
                "principal": "region",
                "party": script.id("youth_clinic"),
                "unit": "ungdomsmottagningen",
                "person": "Jonna Kero",
                "starts_on": day(25),
                "kinds": ["mental_health"],
            }),
        ),
    ];
    measures.into_iter().try_for_each(|(name, fields)| script.add(name, "measure", fields))
}

/// The program points at the double work, and the meeting solves it: ungdomsmottagningen gives the talks.
pub(super) fn double_work_is_solved(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.30")?;
    let talks = script.id("talks_open_care");
    script.on_case("draft.remove", json!({ "kind": "measure", "id": talks })).map(drop)
}

/// What the school does, which is the kommun's and yet no huvudman for a SIP, and what mormor does. What is left is when the
/// next test is taken.
pub(super) fn measures_by_others(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.35")?;
    let adapted = json!({
        "goal": script.id("goal_1"),
        "text": "Anpassad studiegång",
        "party": script.id("student_health"),
        "done_by": "gymnasieskolan",
        "kinds": ["schooling"],
    });
    script.add("adapted_studies", "other_measure", adapted)?;
    let drives = json!({ "party": script.id("marja"), "text": "Skjutsar måndagar.", "kinds": ["practical", "whereabouts"] });
    script.add("marja_drives", "own_action", drives)?;
    let test = json!({
        "text": "Drogtestet var positivt. När tas nästa prov?",
        "owner": "Jonna Kero, ungdomsmottagningen",
        "party": script.id("youth_clinic"),
        "answer_by": day(67),
        "kinds": ["test_results", "addiction"],
    });
    script.add("next_test", "open_question", test)
}

/// A follow-up, held as the first meeting was: Sara sits at a screen.
pub(super) fn follow_up(after: i64) -> Value {
    json!({
        "kind": "follow_up",
        "form": "mixed",
        "held_on": day(after),
        "starts": "14.00",
        "ends": "15.00",
        "place": "ungdomsmottagningen",
        "link": "https://mote.exempel.se/4711",
        "apart": "video",
        "leader": "Olle Pettersson",
        "note_taker": "Olle Pettersson",
    })
}

/// The kommun has the overall responsibility, Olle coordinates, and the follow-up is booked in the room.
pub(super) fn responsibility(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.45")?;
    script.set_single(
        "plan_frame",
        json!({
            "overall": "municipality",
            "coordinator": "Olle Pettersson",
            "coordinator_unit": "socialtjänsten, barn och familj",
            "coordinator_phone": "0980-319 210",
            "follow_up_by": "Olle Pettersson, socialtjänsten, barn och familj",
        }),
    )?;
    script.add("follow_up_1", "meeting", follow_up(46))
}
