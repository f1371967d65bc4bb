//! What a review found: protection that held for one case alone, and what a history and a heading tell.

use samsyn_app::example::day;
use serde_json::json;

use super::carried::holds;
use super::household::{PLANTED, begin, consents, judged, protects_the_mother};

#[test]
fn protection_holds_in_every_case_of_a_person() {
    let (mut case, person) = begin();
    let script = &mut case.script;
    protects_the_mother(script);
    script.open_plan(&person, "lss").unwrap();
    judged(script);
    script.add("father", "party", json!({ "kind": "guardian", "unit": "pappa", "name": "Mikael Mäkitalo" })).unwrap();
    consents(script, "father", &json!({ "scope": "whole_plan" }));
    let meeting = json!({ "kind": "first", "form": "room", "held_on": day(10), "place": "Kyrkstallarna", "place_reveals": true });
    script.add("meeting", "meeting", meeting).unwrap();
    let id = script.case();
    let shown = case.read("case.show", json!({ "case": id })).to_string();
    for word in PLANTED {
        assert!(!shown.contains(word), "{word} is shown in the second case");
    }
    assert!(case.tasks().contains(&"meet_apart".to_owned()), "{:?}", case.tasks());
    let kinds = case.gate("father")["kinds"].to_string();
    assert!(!kinds.contains("whereabouts"), "{kinds}");
    let opened = case.script.call("protected.open", json!({ "case": id, "party": null, "reason": "Skicka brev" })).unwrap();
    assert_eq!(opened["fields"]["address"], "KUNGSGRUVAN 4", "a named handler still opens it here");
}

#[test]
fn the_history_shows_no_frozen_plan() {
    let (mut case, _) = begin();
    let script = &mut case.script;
    judged(script);
    let mother = script.id("mother");
    script.add("role", "role", json!({ "role": "support_person", "party": mother, "phone": "0970-33311" })).unwrap();
    script.add("meeting", "meeting", json!({ "kind": "first", "held_on": day(0) })).unwrap();
    script.add("goal", "goal", json!({ "text": "Vara i skolan.", "kinds": ["schooling"] })).unwrap();
    let measure = json!({ "goal": script.id("goal"), "text": "Samtal", "principal": "region", "unit": "enheten", "kinds": ["schooling"] });
    script.add("measure", "measure", measure).unwrap();
    script.set_single("plan_frame", json!({ "overall": "municipality", "no_other_measures": true })).unwrap();
    script.on_case("plan.fix", json!({})).unwrap();
    protects_the_mother(script);
    let id = script.case();
    let history = case.read("case.history", json!({ "case": id }));
    assert!(!history.to_string().contains("0970-33311"), "{history}");
    let entries = history.as_array().unwrap();
    let content =
        entries.iter().flat_map(|entry| entry["changes"].as_array().unwrap()).find(|change| change["field"] == "content").unwrap();
    assert_eq!(content["hidden"], true);
}

#[test]
fn an_employers_invitation_does_not_tell_of_the_hospital() {
    let (mut case, person) = begin();
    let script = &mut case.script;
    script.open_plan(&person, "sip_discharge").unwrap();
    judged(script);
    script.add("employer", "party", json!({ "kind": "employer", "organisation": "Lagret AB" })).unwrap();
    script.add("clinic", "party", json!({ "kind": "region", "organisation": "Region Norrbotten", "unit": "avdelning 3" })).unwrap();
    for party in ["employer", "clinic"] {
        consents(script, party, &json!({ "scope": "kinds", "kinds": ["work", "practical"] }));
    }
    script.add("meeting", "meeting", json!({ "kind": "first", "form": "room", "held_on": day(10), "place": "Rum 2" })).unwrap();
    let mut invitation = |party: &str| {
        let document = json!({ "document": "call", "meeting": case.script.id("meeting"), "party": case.script.id(party) });
        case.previewed(&document)
    };
    holds(&invitation("employer"), &["Inbjudan till SIP-möte"], &["utskrivning"]);
    holds(&invitation("clinic"), &["SIP-möte vid utskrivning"], &[]);
}
