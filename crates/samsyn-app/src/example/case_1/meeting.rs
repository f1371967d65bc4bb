//! The meeting: who is in the room, what they may hear, and the plan read back.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D+14, 13.30: Per leads, Maria writes, and Karin speaks first. Eva Ström stays away without a word.
pub(super) fn begins(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "13.30")?;
    let meeting = script.id("meeting");
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" }))?;
    script.set("meeting", "meeting", json!({ "note_taker": "Maria Sundin" }))?;
    script.presence("meeting", None, "Karin Lövgren-Åhs", "came")?;
    script.presence("meeting", Some("anna"), "Anna Lövgren", "came")?;
    script.presence("meeting", Some("addiction_unit"), "Maria Sundin", "came")?;
    script.presence("meeting", Some("rsmh"), "Lena Falk", "came")?;
    script.presence("meeting", Some("health_centre"), "Eva Ström", "absent_silent")?;
    let words = json!({ "own_words": "Att slippa berätta allt på nytt, och att orka jobba.", "situation_kinds": ["work"] });
    script.set("meeting", "meeting", words)
}

/// When the medicines come up, Karin says yes for Anna, and Lena leaves the room for a while.
pub(super) fn medicines_come_up(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "13.45")?;
    let consent = json!({
        "party": script.id("anna"),
        "basis": "consent",
        "answer": "yes",
        "direction": "both",
        "scope": "kinds",
        "kinds": ["medicine"],
        "attends": true,
        "purpose": "Vem gör vad så att behandlingen hänger ihop.",
        "valid_from": day(14),
        "valid_to": "2027-07-12",
        "manner": "oral",
        "on": day(14),
        "taken_by": "Per Nyström",
        "told_of_withdrawal": true,
        "meeting": script.id("meeting"),
    });
    script.on_case("ground.record", consent)?;
    script.presence("meeting", Some("rsmh"), "Lena Falk", "left")
}

/// Lena comes back.
pub(super) fn everybody_is_back(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "13.55")?;
    script.presence("meeting", Some("rsmh"), "Lena Falk", "came")
}

/// 14.25: the plan is read back, Karin says yes to it, and the meeting ends.
pub(super) fn read_back(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "14.25")?;
    let meeting = script.id("meeting");
    script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes" }))?;
    script.at(14, "14.30")?;
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "ended" })).map(drop)
}
