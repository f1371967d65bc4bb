//! The meeting on D+10: who is in the room, from when to when, and the plan read back.

use crate::AppError;
use crate::example::Script;
use serde_json::json;

/// 09.00: Tuomas speaks first, in his own language, through an interpreter.
pub(super) fn begins(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.00")?;
    let meeting = script.id("meeting");
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" }))?;
    script.set("meeting", "meeting", json!({ "interpreter": "Finska, tolk närvarande", "note_taker": "Leif Holm" }))?;
    script.presence("meeting", None, "Tuomas Niemi", "came")?;
    script.presence("meeting", Some("social"), "Birgitta Aasa", "came")?;
    script.presence("meeting", Some("home_care"), "Leif Holm", "came")?;
    script.presence("meeting", Some("addiction_centre"), "Hanna Lind", "came")?;
    let words = "Ilman kotia en pysy selvänä. (Utan hem håller jag mig inte nykter.)";
    script.set("meeting", "meeting", json!({ "own_words": words, "situation_kinds": ["housing", "addiction"] }))
}

/// The probation service and the labour office are there for their part each.
pub(super) fn those_of_a_part(script: &mut Script) -> Result<(), AppError> {
    for (time, party, name, mark) in [
        ("09.40", "probation", "Frivårdens handläggare", "came"),
        ("09.55", "probation", "Frivårdens handläggare", "left"),
        ("09.56", "labour", "Arbetsmarknadsförvaltningens handläggare", "came"),
        ("10.10", "labour", "Arbetsmarknadsförvaltningens handläggare", "left"),
    ] {
        script.at(10, time)?;
        script.presence("meeting", Some(party), name, mark)?;
    }
    Ok(())
}

/// 10.12: the plan is read back, and Tuomas says yes to it.
pub(super) fn read_back(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "10.12")?;
    let meeting = script.id("meeting");
    script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes" }))?;
    script.at(10, "10.15")?;
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "ended" })).map(drop)
}
