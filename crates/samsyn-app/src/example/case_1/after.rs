//! After the meeting: the deviation, the fixed plan on paper with its signatures, the copies, and the second version.

use crate::AppError;
use crate::example::{Script, script::day};
use serde_json::json;

/// D+14: who was called and stayed away, and what it meant.
pub(super) fn deviation(script: &mut Script) -> Result<(), AppError> {
    script.at(14, "15.00")?;
    let said = json!({
        "kind": "called_absent",
        "party": script.id("health_centre"),
        "meeting": script.id("meeting"),
        "on": day(14),
        "event": "Hälsocentralen Lugnvik var kallad och uteblev utan besked.",
        "consequence": "Mål 1 saknar ansvarig.",
    });
    script.on_case("deviation.record", said)?;
    script.name_newest("deviation", "deviations");
    let deviation = script.id("deviation");
    script.paper("avvikelse", json!({ "document": "deviation", "deviation": deviation })).map(drop)
}

/// D+15: the plan is fixed as version 1.
pub(super) fn version_1(script: &mut Script) -> Result<(), AppError> {
    script.at(15, "09.00")?;
    script.on_case("plan.fix", json!({}))?;
    script.name_newest("version_1", "versions");
    Ok(())
}

/// D+15: Karin, Per and Maria sign on paper, and the signed plan is scanned.
pub(super) fn signatures(script: &mut Script) -> Result<(), AppError> {
    script.at(15, "10.00")?;
    let version = script.id("version_1");
    let paper = script.paper("plan-version-1", json!({ "document": "plan", "version": version }))?;
    for (name, role) in
        [("Karin Lövgren-Åhs", "den enskilda"), ("Per Nyström", "samordnare, öppenvården Nexus"), ("Maria Sundin", "beroendeenheten")]
    {
        script.on_case("signature.record", json!({ "version": version, "name": name, "role": role, "on": day(15), "manner": "pen" }))?;
    }
    // The made-up scan is the paper itself.
    let scan = json!({
        "kind": "signed_plan",
        "version": version,
        "label": "Undertecknad plan, version 1, inskannad",
        "media_type": "application/pdf",
        "bytes": hex::encode(paper),
    });
    script.on_case("attachment.add", scan).map(drop)
}

/// D+15: Karin gets the whole plan and her own page; the others each their own copy, by what she has agreed to.
pub(super) fn copies(script: &mut Script) -> Result<(), AppError> {
    script.at(15, "11.00")?;
    let version = script.id("version_1");
    let own_page = json!({ "document": "own_page", "version": version });
    script.hand_over(&json!({ "document": "plan", "version": version }), &json!({ "to": "person" }), "hand")?;
    script.hand_over(&own_page, &json!({ "to": "person" }), "hand")?;
    script.paper("egen-sida", own_page)?;
    let copies = [
        ("addiction_unit", "secure_digital", "kopia-beroendeenheten"),
        ("health_centre", "secure_digital", "kopia-halsocentralen"),
        ("anna", "hand", "kopia-narstaende"),
        ("rsmh", "hand", "kopia-rsmh"),
    ];
    for (party, delivery, paper) in copies {
        let party = script.id(party);
        let copy = json!({ "document": "copy", "version": version, "party": party });
        script.hand_over(&copy, &json!({ "to": "party", "party": party }), delivery)?;
        script.paper(paper, copy)?;
    }
    Ok(())
}

/// D+15: Per notes that version 1 is in his own akt.
pub(super) fn filed(script: &mut Script) -> Result<(), AppError> {
    script.at(15, "13.00")?;
    let version = script.id("version_1");
    script.on_case("filing.record", json!({ "version": version, "on": day(15) })).map(drop)
}

/// D+21: the health centre appoints Eva Ström; version 2.
pub(super) fn version_2(script: &mut Script) -> Result<(), AppError> {
    script.at(21, "09.00")?;
    script.set("depression", "measure", json!({ "person": "Eva Ström" }))?;
    script.on_case("plan.fix", json!({ "change": "Hälsocentralen har utsett Eva Ström." }))?;
    script.name_newest("version_2", "versions");
    let version = script.id("version_2");
    script.paper("plan-version-2", json!({ "document": "plan", "version": version }))?;
    script.paper("skillnad-version-2", json!({ "document": "difference", "version": version })).map(drop)
}
