//! The parties, and Karin's consent to tell each of them something: one ground a party, each with its own reach.

use crate::AppError;
use crate::example::{
    Script,
    script::{day, merged},
};
use serde_json::{Value, json};

/// D+1: who may come to matter.
pub(super) fn parties(script: &mut Script) -> Result<(), AppError> {
    script.at(1, "10.20")?;
    let region = "Region Jämtland Härjedalen";
    let parties = [
        (
            "addiction_unit",
            json!({ "kind": "region", "organisation": region, "unit": "beroendeenheten", "name": "Maria Sundin", "title": "sjuksköterska" }),
        ),
        (
            "health_centre",
            json!({ "kind": "region", "organisation": region, "unit": "hälsocentralen Lugnvik", "name": "Jonas Öhman", "title": "läkare" }),
        ),
        ("anna", json!({ "kind": "relative", "unit": "syster", "name": "Anna Lövgren", "phone": "070-174 06 31" })),
        ("rsmh", json!({ "kind": "organisation", "organisation": "RSMH Östersund", "name": "Lena Falk" })),
        ("employer", json!({ "kind": "employer", "unit": "Arbetsgivaren" })),
        ("insurance", json!({ "kind": "authority", "organisation": "Försäkringskassan" })),
    ];
    parties.into_iter().try_for_each(|(name, fields)| script.add(name, "party", fields))
}

/// D+1: consent in writing, taken by Per, for six months.
pub(super) fn consents(script: &mut Script) -> Result<(), AppError> {
    script.at(1, "10.40")?;
    consent(
        script,
        "addiction_unit",
        json!({ "answer": "yes", "scope": "kinds", "kinds": ["addiction", "mental_health", "medicine", "work"], "attends": true }),
    )?;
    consent(
        script,
        "health_centre",
        json!({ "answer": "yes", "scope": "kinds", "kinds": ["addiction", "mental_health", "medicine"], "attends": true }),
    )?;
    consent(script, "anna", json!({ "answer": "yes", "scope": "whole_plan", "except": ["medicine"], "attends": true }))?;
    consent(script, "rsmh", json!({ "answer": "yes", "scope": "own_measures", "attends": true }))?;
    let stated = "Att Karin har stöd för återgång i arbete, och tider. Inget mer.";
    consent(script, "employer", json!({ "answer": "yes", "scope": "stated", "statement": stated, "attends": false }))?;
    consent(script, "insurance", json!({ "answer": "no", "scope": "kinds", "attends": false }))?;
    script.paper("samtycken", json!({ "document": "consents" })).map(drop)
}

/// What all consents of the day have in common, and what this one says.
fn consent(script: &mut Script, party: &str, says: Value) -> Result<(), AppError> {
    let common = json!({
        "party": script.id(party),
        "basis": "consent",
        "direction": "both",
        "purpose": "Vem gör vad så att behandlingen hänger ihop.",
        "valid_from": day(1),
        "valid_to": "2027-07-12",
        "manner": "written",
        "on": day(1),
        "taken_by": "Per Nyström",
        "told_of_withdrawal": true,
    });
    script.on_case("ground.record", merged(common, says)).map(drop)
}
