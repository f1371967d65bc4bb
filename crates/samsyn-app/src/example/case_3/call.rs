//! The meeting planned, called to on the last day, and moved the same day.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::{Value, json};

/// D+7: a meeting on D+9 at Beroendecentrum and by video. Two are invited to their part of it.
pub(super) fn meeting_planned(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "09.00")?;
    script.add(
        "meeting",
        "meeting",
        json!({
            "kind": "first",
            "form": "mixed",
            "held_on": day(9),
            "starts": "13.00",
            "ends": "14.15",
            "place": "Beroendecentrum, och på video",
            "purpose": "Boende, behandling och arbete efter utskrivningen.",
            "purpose_kinds": ["addiction"],
            "interpreter": "Finska",
            "leader": "Stig Rönnbäck",
        }),
    )?;
    let meeting = script.id("meeting");
    for (name, text, kinds) in [
        ("question_home", "Var bor Tuomas när kontraktet har upphört?", json!(["housing"])),
        ("question_medicine", "Vem delar ut medicinen varje dag?", json!(["medicine"])),
        ("question_work", "Vilket arbete kan Tuomas prova?", json!(["work"])),
    ] {
        script.add(name, "question", json!({ "meeting": meeting, "text": text, "kinds": kinds }))?;
    }
    part(script, "probation_part", "probation", ("13.40", "13.55"), "Tider och boende", json!(["practical", "housing"]))?;
    part(script, "labour_part", "labour", ("13.55", "14.10"), "Arbete", json!(["work"]))
}

fn part(
    script: &mut Script,
    name: &'static str,
    party: &str,
    (starts, ends): (&str, &str),
    about: &str,
    kinds: Value,
) -> Result<(), AppError> {
    let fields = json!({
        "meeting": script.id("meeting"),
        "party": script.id(party),
        "starts": starts,
        "ends": ends,
        "about": about,
        "kinds": kinds,
    });
    script.add(name, "attendance", fields)
}

/// Who gets what before the meeting; without a name it is Tuomas.
const RECIPIENTS: [(Option<&str>, &str, &str); 6] = [
    (Some("social"), "secure_digital", "kallelse-socialtjansten"),
    (Some("home_care"), "secure_digital", "kallelse-hemsjukvarden"),
    (Some("addiction_centre"), "secure_digital", "kallelse-beroendecentrum"),
    (Some("probation"), "post", "inbjudan-frivarden"),
    (Some("labour"), "post", "inbjudan-arbetsmarknad"),
    (None, "hand", "brev"),
];

/// D+7, the last day: three are called, two invited, and Tuomas gets a letter.
pub(super) fn calls(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "10.00")?;
    send_all(script, "")
}

/// D+7, the same day: the meeting is moved to D+10 at 09.00, and all get the new time.
pub(super) fn meeting_moved(script: &mut Script) -> Result<(), AppError> {
    script.at(7, "14.30")?;
    script.set("meeting", "meeting", json!({ "held_on": day(10), "starts": "09.00", "ends": "10.15" }))?;
    script.set("probation_part", "attendance", json!({ "starts": "09.40", "ends": "09.55" }))?;
    script.set("labour_part", "attendance", json!({ "starts": "09.55", "ends": "10.10" }))?;
    send_all(script, "andrad-")
}

fn send_all(script: &mut Script, prefix: &str) -> Result<(), AppError> {
    for (party, delivery, paper) in RECIPIENTS {
        let party = party.map_or(Value::Null, |party| script.id(party));
        let meeting = script.id("meeting");
        script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": delivery }))?;
        script.paper(&format!("{prefix}{paper}"), json!({ "document": "call", "meeting": meeting, "party": party }))?;
    }
    Ok(())
}
