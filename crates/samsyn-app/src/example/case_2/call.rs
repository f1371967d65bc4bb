//! D+7: the meeting is planned, Sara is asked how she wants to take part, and each gets a call of their own.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::{Value, json};

/// D+7: the meeting, and what it should answer. Each question says what it gives away.
pub(super) fn meeting_planned(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "09.00")?;
    script.add(
        "meeting",
        "meeting",
        json!({
            "kind": "first",
            "form": "mixed",
            "held_on": day(18),
            "starts": "14.00",
            "ends": "15.00",
            "place": "ungdomsmottagningen",
            "link": "https://mote.exempel.se/4711",
            "purpose": "Vem hjälper Elias med vad, så att han klarar skolan.",
            "purpose_kinds": ["schooling"],
            "leader": "Olle Pettersson",
            "note_taker": "Olle Pettersson",
            "interpreter": "nordsamiska",
        }),
    )?;
    let meeting = script.id("meeting");
    let questions = [
        ("question_school", "Hur klarar Elias trean?", json!(["schooling"])),
        ("question_bup", "När kan BUP ta emot?", json!(["mental_health"])),
        ("question_cannabis", "Vem hjälper Elias att sluta röka på?", json!(["addiction"])),
        ("question_test", "Vad betyder det positiva drogtestet för hjälpen?", json!(["test_results", "addiction"])),
    ];
    questions
        .into_iter()
        .try_for_each(|(name, text, kinds)| script.add(name, "question", json!({ "meeting": meeting, "text": text, "kinds": kinds })))
}

/// D+7: Olle opens Sara's phone number, which is noted, and asks whether she wants to meet Mikael in one room. She chooses video.
pub(super) fn sara_is_reached(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "09.20")?;
    let asked =
        json!({ "case": script.case(), "party": script.id("sara"), "reason": "Ringer för att fråga hur Sara vill vara med på mötet." });
    script.call("protected.open", asked)?;
    script.set("sara", "party", json!({ "form": "video" }))?;
    script.set("meeting", "meeting", json!({ "apart": "video" }))
}

/// D+7: BUP, ungdomsmottagningen and, by the local agreement, elevhälsan are called; Sara, Mikael and mormor invited.
pub(super) fn calls(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "10.00")?;
    let sent = [
        ("call_student_health", script.id("student_health"), "secure_digital", "kallelse-elevhalsan"),
        ("call_bup", script.id("bup"), "secure_digital", "kallelse-bup"),
        ("call_youth_clinic", script.id("youth_clinic"), "secure_digital", "kallelse-ungdomsmottagningen"),
        ("call_sara", script.id("sara"), "secure_digital", "inbjudan-mor"),
        ("call_mikael", script.id("mikael"), "post", "inbjudan-far"),
        ("call_marja", script.id("marja"), "post", "inbjudan-mormor"),
        ("letter", Value::Null, "hand", "brev"),
    ];
    for (name, party, delivery, paper) in sent {
        let meeting = script.id("meeting");
        script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": delivery }))?;
        script.name_newest(name, "calls");
        script.paper(paper, json!({ "document": "call", "meeting": meeting, "party": party }))?;
    }
    Ok(())
}

/// D+11: all come but mormor, who has said that she cannot.
pub(super) fn replies(script: &mut Script) -> Result<(), AppError> {
    script.at(11, "11.00")?;
    let replies = [
        ("call_student_health", "comes"),
        ("call_bup", "comes"),
        ("call_youth_clinic", "comes"),
        ("call_sara", "comes"),
        ("call_mikael", "comes"),
        ("call_marja", "cannot_come"),
    ];
    for (call, reply) in replies {
        let call = script.id(call);
        script.on_case("reply.record", json!({ "call": call, "reply": reply }))?;
    }
    Ok(())
}
