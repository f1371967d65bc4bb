//! The meeting planned, the kallelser, the inbjudningar and the letter, and their answers.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::{Value, json};

/// D+2: when, where, what for, and what should be answered.
pub(super) fn meeting_planned(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "09.00")?;
    script.add(
        "meeting",
        "meeting",
        json!({
            "kind": "first",
            "form": "room",
            "held_on": day(14),
            "starts": "13.30",
            "ends": "14.30",
            "place": "Nexus, rum 2",
            "purpose": "Vem gör vad så att behandlingen hänger ihop.",
            "purpose_kinds": ["addiction"],
            "leader": "Per Nyström",
        }),
    )?;
    let questions = [
        ("question_relapse", "Vem ansvarar för återfallsprevention?", json!(["addiction"])),
        ("question_medicine", "Vem följer upp läkemedlen?", json!(["medicine"])),
        ("question_evening", "Vad gör Karin en dålig kväll?", json!(["addiction", "mental_health"])),
    ];
    let meeting = script.id("meeting");
    questions
        .into_iter()
        .try_for_each(|(name, text, kinds)| script.add(name, "question", json!({ "meeting": meeting, "text": text, "kinds": kinds })))
}

/// D+2: two are called, two invited, and Karin gets a letter.
pub(super) fn calls(script: &mut Script) -> Result<(), AppError> {
    script.at(2, "10.00")?;
    let sent = [
        ("call_addiction_unit", script.id("addiction_unit"), "secure_digital", "kallelse-beroendeenheten"),
        ("call_health_centre", script.id("health_centre"), "secure_digital", "kallelse-halsocentralen"),
        ("call_anna", script.id("anna"), "post", "inbjudan-narstaende"),
        ("call_rsmh", script.id("rsmh"), "post", "inbjudan-rsmh"),
        ("letter", Value::Null, "post", "brev"),
    ];
    for (name, party, delivery, paper) in sent {
        let meeting = script.id("meeting");
        script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": delivery }))?;
        script.name_newest(name, "calls");
        script.paper(paper, json!({ "document": "call", "meeting": meeting, "party": party }))?;
    }
    Ok(())
}

/// D+4: three come; the doctor sends the district nurse in his place.
pub(super) fn replies(script: &mut Script) -> Result<(), AppError> {
    script.at(4, "11.00")?;
    let replies = [
        ("call_addiction_unit", "comes", ""),
        ("call_health_centre", "replacement", "Eva Ström, distriktssköterska"),
        ("call_rsmh", "comes", ""),
        ("call_anna", "comes", ""),
    ];
    for (call, reply, replacement) in replies {
        let call = script.id(call);
        script.on_case("reply.record", json!({ "call": call, "reply": reply, "replacement": replacement }))?;
    }
    Ok(())
}
