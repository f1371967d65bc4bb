//! D+18: the meeting. Sara sits at a screen, mormor has said that she cannot come, and Mikael leaves ten minutes early.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// 14.00: the meeting begins.
pub(super) fn begins(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.00")?;
    let meeting = script.id("meeting");
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" }))?;
    script.presence("meeting", None, "Elias Tuolja Mäkitalo", "came")?;
    all_but_mormor(script, "meeting")?;
    script.presence("meeting", Some("marja"), "Márjá Tuolja", "absent_notified")
}

/// Those who come to both meetings, beside Elias.
pub(super) fn all_but_mormor(script: &mut Script, meeting: &str) -> Result<(), AppError> {
    let present = [
        ("student_health", "Ingrid Blom"),
        ("bup", "Britta Niva"),
        ("youth_clinic", "Jonna Kero"),
        ("sara", "Sara Tuolja"),
        ("mikael", "Mikael Mäkitalo"),
    ];
    present.into_iter().try_for_each(|(party, name)| script.presence(meeting, Some(party), name, "came"))
}

/// 14.05: Elias speaks first. His opinion stands in his own words, and his best is assessed in writing.
pub(super) fn elias_speaks(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.05")?;
    let words = "Jag vill klara trean och inte ha sju vuxna som frågar samma sak.";
    script.set("meeting", "meeting", json!({ "own_words": words, "situation_kinds": ["schooling"] }))?;
    script.set_single(
        "child",
        json!({
            "informed": "Olle har berättat för Elias vad en SIP är och vad som skrivs ned.",
            "takes_part": "Elias är med hela mötet.",
            "opinion": "Jag vill sova, och slippa vara trött i skolan.",
            "opinion_by": format!("Olle Pettersson, i samtal med Elias {}", day(16)),
            "best_interests": "Det är bäst för Elias att skolan, BUP och ungdomsmottagningen delar på hjälpen och att han slipper upprepa sig.",
            "best_interests_by": "Olle Pettersson",
            "kinds": ["mental_health", "schooling"],
        }),
    )
}

/// 14.50: Mikael leaves.
pub(super) fn mikael_leaves(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.50")?;
    script.presence("meeting", Some("mikael"), "Mikael Mäkitalo", "left")
}

/// 14.55: the plan is read back, Elias says yes to it, and the meeting ends.
pub(super) fn read_back(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "14.55")?;
    let meeting = script.id("meeting");
    script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes" }))?;
    script.at(18, "15.00")?;
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "ended" })).map(drop)
}
