//! The fixed plan, and what each gets of it.

use crate::AppError;
use crate::example::Script;
use serde_json::json;

/// D+18: the plan is fixed as version 1.
pub(super) fn version_1(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "15.10")?;
    script.on_case("plan.fix", json!({}))?;
    script.name_newest("version_1", "versions");
    let version = script.id("version_1");
    script.paper("plan-version-1", json!({ "document": "plan", "version": version })).map(drop)
}

/// D+18: each gets their copy of version 1.
pub(super) fn of_version_1(script: &mut Script) -> Result<(), AppError> {
    script.at(18, "15.30")?;
    copies(
        script,
        "version_1",
        ["egen-sida", "kopia-elevhalsan", "kopia-bup", "kopia-ungdomsmottagningen", "kopia-mor", "kopia-far", "kopia-mormor"],
    )
}

/// D+46: each gets their copy of version 2.
pub(super) fn of_version_2(script: &mut Script) -> Result<(), AppError> {
    script.at(46, "16.00")?;
    copies(
        script,
        "version_2",
        ["egen-sida-2", "kopia-elevhalsan-2", "kopia-bup-2", "kopia-ungdomsmottagningen-2", "kopia-mor-2", "kopia-far-2", "kopia-mormor-2"],
    )
}

/// Elias gets the whole plan and his own page; the others each their own copy, by what they may see.
fn copies(script: &mut Script, version: &str, papers: [&str; 7]) -> Result<(), AppError> {
    let version = script.id(version);
    let person = json!({ "to": "person" });
    script.hand_over(&json!({ "document": "plan", "version": version }), &person, "secure_digital")?;
    let own_page = json!({ "document": "own_page", "version": version });
    script.hand_over(&own_page, &person, "secure_digital")?;
    let parties = ["student_health", "bup", "youth_clinic", "sara", "mikael", "marja"];
    let [first, others @ ..] = papers;
    script.paper(first, own_page)?;
    for (party, paper) in parties.into_iter().zip(others) {
        let party = script.id(party);
        let copy = json!({ "document": "copy", "version": version, "party": party });
        script.hand_over(&copy, &json!({ "to": "party", "party": party }), "secure_digital")?;
        script.paper(paper, copy)?;
    }
    Ok(())
}
