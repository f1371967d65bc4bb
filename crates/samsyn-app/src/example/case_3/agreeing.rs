//! The yes to a SIP and the consents, said through an interpreter and noted by Stig.

use crate::AppError;
use crate::example::{
    Script,
    script::{day, merged},
};
use serde_json::{Value, json};

const INTERPRETER: &str = "tolk i finska";

/// D+4: Tuomas wants a plan.
pub(super) fn yes_to_sip(script: &mut Script) -> Result<(), AppError> {
    script.at(4, "13.10")?;
    script.on_case(
        "yes.record",
        json!({ "answer": "yes", "on": day(4), "manner": "oral", "taken_by": "Stig Rönnbäck", "interpreter": INTERPRETER }),
    )?;
    script.paper("ja-till-sip", json!({ "document": "sip_yes" })).map(drop)
}

/// D+4: who may know what. Tests for HIV and hepatitis are for the health centre and Beroendecentrum alone.
pub(super) fn consents(script: &mut Script) -> Result<(), AppError> {
    script.at(4, "13.20")?;
    let tests = "HIV- och hepatitprov får endast hälsocentralen och Beroendecentrum se.";
    let kinds = |kinds: Value| json!({ "scope": "kinds", "kinds": kinds, "except": ["test_results"], "statement": tests });
    consent(script, "social", kinds(json!(["housing", "addiction"])))?;
    consent(script, "home_care", kinds(json!(["medicine", "addiction"])))?;
    consent(script, "addiction_centre", json!({ "scope": "whole_plan" }))?;
    consent(script, "probation", kinds(json!(["practical", "housing"])))?;
    consent(script, "labour", kinds(json!(["work"])))?;
    script.name_newest("labour_ground", "grounds");
    script.paper("samtycken", json!({ "document": "consents" })).map(drop)
}

/// What all consents of the case have in common, and what this one says.
pub(super) fn consent(script: &mut Script, party: &str, says: Value) -> Result<(), AppError> {
    let on = says.get("on").cloned().unwrap_or_else(|| json!(day(4)));
    let common = json!({
        "party": script.id(party),
        "basis": "consent",
        "answer": "yes",
        "direction": "both",
        "attends": true,
        "purpose": "Boende, behandling och arbete efter utskrivningen.",
        "valid_from": on,
        "valid_to": "2027-07-15",
        "manner": "oral",
        "on": on,
        "taken_by": "Stig Rönnbäck",
        "told_of_withdrawal": true,
        "interpreter": INTERPRETER,
    });
    script.on_case("ground.record", merged(common, says)).map(drop)
}
