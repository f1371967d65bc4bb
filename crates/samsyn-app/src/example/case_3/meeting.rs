//! The meeting on D+10: who is in the room, from when to when, and the plan read back.

use crate::AppError;
use crate::example::Script;
use serde_json::{Value, json};

/// 09.00: Tuomas speaks first, in his own language, through an interpreter.
pub(super) fn begins(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "09.00")?;
    let meeting = script.id("meeting");
    script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" }))?;
    script.set("meeting", "meeting", json!({ "interpreter": "Finska, tolk närvarande", "note_taker": "Leif Holm" }))?;
    presence(script, "meeting", None, "Tuomas Niemi", "came")?;
    presence(script, "meeting", Some("social"), "Birgitta Aasa", "came")?;
    presence(script, "meeting", Some("home_care"), "Leif Holm", "came")?;
    presence(script, "meeting", Some("addiction_centre"), "Hanna Lind", "came")?;
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
        presence(script, "meeting", Some(party), name, mark)?;
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

/// Somebody comes or leaves; without a party it is Tuomas.
pub(super) fn presence(script: &mut Script, meeting: &str, party: Option<&str>, name: &str, mark: &str) -> Result<(), AppError> {
    let party = party.map_or(Value::Null, |party| script.id(party));
    let meeting = script.id(meeting);
    script.on_case("presence.record", json!({ "meeting": meeting, "party": party, "name": name, "mark": mark })).map(drop)
}
