//! The three notices of the discharge. They need no consent.

use crate::AppError;
use crate::example::{
    Script,
    script::{day, merged},
};
use serde_json::{Value, json};

/// D, 09.10: Beroendecentrum tells of the admission within 24 hours.
pub(super) fn admission(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "09.10")?;
    let said = json!({ "kind": "admission", "on": day(0), "clock": "09.10", "expected_on": day(11), "note": "Inskriven för abstinensbehandling." });
    notice(script, "admission", said, "inskrivningsmeddelande")
}

/// D+4, a Friday, 10.40: Tuomas is ready to be discharged, and the clock starts.
pub(super) fn ready(script: &mut Script) -> Result<(), AppError> {
    script.at(4, "10.40")?;
    let said = json!({ "kind": "ready", "on": day(4), "clock": "10.40", "expected_on": day(11) });
    notice(script, "ready", said, "utskrivningsklar")
}

/// D+11: Tuomas has left the hospital.
pub(super) fn discharged(script: &mut Script) -> Result<(), AppError> {
    script.at(11, "13.00")?;
    notice(script, "discharged", json!({ "kind": "discharged", "on": day(11), "clock": "13.00" }), "utskriven")
}

/// What all notices have in common, and what this one says.
fn notice(script: &mut Script, name: &'static str, says: Value, paper: &str) -> Result<(), AppError> {
    let common = json!({
        "sender": "Beroendecentrum, Region Norrbotten (Hanna Lind)",
        "parties": [script.id("social"), script.id("home_care")],
        "delivery": "secure_digital",
    });
    script.on_case("notice.record", merged(common, says))?;
    script.name_newest(name, "notices");
    let notice = script.id(name);
    script.paper(paper, json!({ "document": "notice", "notice": notice })).map(drop)
}
