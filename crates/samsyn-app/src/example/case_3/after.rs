//! The versions, their copies, and the place for Finnish.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D+10: the plan is fixed as version 1, with the open question in it.
pub(super) fn version_1(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "11.00")?;
    script.on_case("plan.fix", json!({}))?;
    script.name_newest("version_1", "versions");
    let version = script.id("version_1");
    script.paper("plan-version-1", json!({ "document": "plan", "version": version }))?;
    script.on_case("filing.record", json!({ "version": version, "on": day(10) })).map(drop)
}

/// D+10: Tuomas gets the plan and his own page, the others each their own copy.
pub(super) fn copies(script: &mut Script) -> Result<(), AppError> {
    script.at(10, "11.30")?;
    let version = script.id("version_1");
    let own_page = json!({ "document": "own_page", "version": version });
    script.hand_over(&json!({ "document": "plan", "version": version }), &json!({ "to": "person" }), "hand")?;
    script.hand_over(&own_page, &json!({ "to": "person" }), "hand")?;
    script.paper("egen-sida", own_page)?;
    for (party, paper) in [
        ("social", "kopia-socialtjansten"),
        ("home_care", "kopia-hemsjukvarden"),
        ("addiction_centre", "kopia-beroendecentrum"),
        ("probation", "kopia-frivarden"),
        ("labour", "kopia-arbetsmarknad"),
    ] {
        let party = script.id(party);
        let copy = json!({ "document": "copy", "version": version, "party": party });
        script.hand_over(&copy, &json!({ "to": "party", "party": party }), "secure_digital")?;
        script.paper(paper, copy)?;
    }
    Ok(())
}

/// D+14: the kommun hands out the medicine. The question is solved, and version 2 says so.
pub(super) fn version_2(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "09.00")?;
    script.set("daily_medicine", "open_question", json!({ "solution": "Kommunen delar ut medicinen." }))?;
    let measure = json!({
        "goal": script.id("goal_2"),
        "text": "Daglig medicinutdelning",
        "action": "medication",
        "principal": "municipality",
        "party": script.id("home_care"),
        "unit": "kommunal hälso- och sjukvård",
        "person": "Leif Holm",
        "starts_on": day(14),
        "kinds": ["medicine"],
    });
    script.add("medicine", "measure", measure)?;
    script.on_case("plan.fix", json!({ "change": "Kommunen delar ut medicinen varje dag." }))?;
    script.name_newest("version_2", "versions");
    let version = script.id("version_2");
    script.paper("plan-version-2", json!({ "document": "plan", "version": version }))?;
    script.paper("skillnad-version-2", json!({ "document": "difference", "version": version })).map(drop)
}

/// D+16: a human has translated Tuomas's own page into Finnish; it is kept beside the version.
pub(super) fn translation(script: &mut Script) -> Result<(), AppError> {
    script.at(16, "09.00")?;
    let version = script.id("version_2");
    // The made-up translation is the page itself.
    let page = script.paper("egen-sida-version-2", json!({ "document": "own_page", "version": version }))?;
    let translated = json!({
        "kind": "other",
        "version": version,
        "label": "Tuomas egen sida på finska, översatt av tolken",
        "media_type": "application/pdf",
        "bytes": hex::encode(page),
    });
    script.on_case("attachment.add", translated).map(drop)
}
