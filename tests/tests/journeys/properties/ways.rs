//! Every way in which something reaches a party, tried against what the oracle says.

use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::oracle::{Asked, Oracle, Told};
use super::steps::Cast;
use crate::journeys::carried::Carried;

/// The lists of the plan whose lines are marked with what they give away.
const LISTS: [(&str, &str); 8] = [
    ("goal", "goals"),
    ("measure", "measures"),
    ("other_measure", "other_measures"),
    ("other_plan", "other_plans"),
    ("own_action", "own_actions"),
    ("open_question", "open_questions"),
    ("dissent", "dissents"),
    ("crisis", "crises"),
];

/// Puts a word of its own into every line of the plan, before it is fixed.
pub(super) fn plant(case: &mut Carried) {
    let dissent = json!({ "kind": "dissent", "fields": { "text": "Håller inte med.", "whose": "Någon", "kinds": ["housing"] } });
    case.script.on_case("draft.add", dissent).unwrap();
    let other = json!({ "kind": "other_plan", "fields": { "kind": "implementation", "text": "Stöd", "kinds": ["medicine"] } });
    case.script.on_case("draft.add", other).unwrap();
    let mut planted = 0;
    for (kind, list) in LISTS {
        for record in case.see(&format!("/case/{list}")).as_array().unwrap() {
            planted += 1;
            let text = format!("{} Zq{planted:02}x", record["text"].as_str().unwrap());
            case.script.on_case("draft.set", json!({ "kind": kind, "id": record["id"], "fields": { "text": text } })).unwrap();
        }
    }
    let words = format!("{} Zq90x", case.see("/case/meetings/0/own_words").as_str().unwrap());
    case.script.set("meeting", "meeting", json!({ "own_words": words })).unwrap();
    assert!(planted > 8, "{planted} lines");
}

/// The planted words of a version: each with what it gives away and whose line it is.
fn planted(content: &Value) -> Vec<(String, Value, Value)> {
    let word = |text: &Value| text.as_str()?.split_whitespace().find(|word| word.starts_with("Zq")).map(str::to_owned);
    let lines = LISTS.iter().flat_map(|(_, list)| content[list].as_array().unwrap());
    let marked = lines.filter_map(|line| Some((word(&line["text"])?, line["kinds"].clone(), line["party"].clone())));
    let own_words = word(&content["own_words"]).map(|word| (word, content["situation_kinds"].clone(), Value::Null));
    marked.chain(own_words).collect()
}

/// What the page says of each party's grounds is what the oracle says.
pub(super) fn the_gates_say_what_the_oracle_says(case: &Carried, roles: &Cast) -> Result<(), TestCaseError> {
    let oracle = Oracle::of(case.script.view());
    for name in roles.parties {
        let (party, gate) = (case.script.id(name), case.gate(name));
        let told = oracle.told(&party, Asked::ToRead);
        prop_assert_eq!(gate["read"].is_null(), told.is_some(), "{} is told: {}", name, gate);
        prop_assert_eq!(gate["attend"].is_null(), oracle.told(&party, Asked::ToAttend).is_some(), "{} attends: {}", name, gate);
        let told = told.unwrap_or_default();
        let mut kinds: Vec<&str> = gate["kinds"].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap()).collect();
        kinds.sort_unstable();
        prop_assert_eq!(kinds, told.kinds.iter().map(String::as_str).collect::<Vec<_>>(), "{}", name);
        prop_assert_eq!(&gate["everything"], told.everything(), "{}", name);
    }
    Ok(())
}

/// Tries every way out to a party: the kallelse, its calendar file, the room, and each paper. What gets out has a ground, and what
/// has one gets out.
pub(super) fn try_every_way_out(case: &mut Carried, name: &str) -> Result<(), TestCaseError> {
    let (id, meeting, party) = (case.script.case(), case.script.id("meeting"), case.script.id(name));
    let oracle = Oracle::of(case.script.view());
    let (told, called) = (oracle.told(&party, Asked::ToRead), oracle.told(&party, Asked::ToAttend).is_some());
    for document in papers(case, &party) {
        let paper = case.saved(&document, &case.to(name));
        let (is_told, may) = (paper.is_ok(), may_get(&oracle, told.as_ref(), &document, &party, case));
        prop_assert_eq!(is_told, may, "{} and {}: {:?}", name, document, paper.err());
        if document["document"] == "copy"
            && let (Ok(words), Some(told)) = (paper, &told)
        {
            holds_what_is_open(case, &document, &party, told, &words)?;
        }
    }
    let sent = case.script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": "post" })).is_ok();
    prop_assert!(!sent || called, "{name} was called without a ground");
    let present = json!({ "meeting": meeting, "party": party, "name": "någon", "mark": "came" });
    prop_assert_eq!(case.script.on_case("presence.record", present).is_ok(), called, "{} in the room", name);
    let calendar = json!({ "case": id, "meeting": meeting, "party": party, "command_id": Uuid::now_v7() });
    prop_assert!(
        case.script.app.call_for_bytes("call.calendar", calendar).is_err() || called,
        "{name} got a calendar file without a ground"
    );
    Ok(())
}

/// Whether a paper may go to a party.
fn may_get(oracle: &Oracle, told: Option<&Told>, document: &Value, party: &Value, case: &Carried) -> bool {
    let everything = told.is_some_and(Told::everything);
    match document["document"].as_str().unwrap() {
        "copy" => told.is_some() && document["party"] == *party,
        "call" => document["party"] == *party && oracle.told(party, Asked::ToAttend).is_some(),
        "plan" | "difference" | "own_page" | "follow_up" | "closing" => everything,
        "deviation" => {
            let deviations = case.see("/case/deviations");
            let concerns = deviations.as_array().unwrap().iter().any(|one| one["id"] == document["deviation"] && one["party"] == *party);
            everything || told.is_some() && concerns
        }
        "notice" => oracle.gets_notice(party, &document["notice"]),
        _ => false,
    }
}

/// A copy has every line that is open, and no other.
fn holds_what_is_open(case: &Carried, document: &Value, party: &Value, told: &Told, words: &str) -> Result<(), TestCaseError> {
    let versions = case.see("/case/versions");
    let version = versions.as_array().unwrap().iter().find(|version| version["id"] == document["version"]).unwrap();
    let content: Value = serde_json::from_str(version["content"].as_str().unwrap()).unwrap();
    for (word, kinds, whose) in planted(&content) {
        let open = told.has_line(&kinds, whose == *party);
        prop_assert_eq!(words.contains(&word), open, "{} of {} in the copy: {:?}", word, kinds, told);
    }
    Ok(())
}

/// Every kind of paper that the case has, and a party's own and somebody else's of those that are made for one.
fn papers(case: &Carried, party: &Value) -> Vec<Value> {
    let newest = |list: &str| case.each(&format!("/case/{list}"), "id").pop();
    let meeting = case.script.id("meeting");
    let mut papers = vec![
        json!({ "document": "call", "meeting": meeting, "party": party }),
        json!({ "document": "call", "meeting": meeting, "party": null }),
        json!({ "document": "plan", "version": null }),
        json!({ "document": "consents" }),
        json!({ "document": "preparation" }),
        json!({ "document": "disclosures" }),
        json!({ "document": "sip_yes" }),
        json!({ "document": "whole_file" }),
    ];
    if let Some(version) = newest("versions") {
        let other = case.each("/case/parties", "id").into_iter().find(|other| other != party);
        papers.extend([
            json!({ "document": "plan", "version": version }),
            json!({ "document": "own_page", "version": version }),
            json!({ "document": "difference", "version": version }),
            json!({ "document": "copy", "version": version, "party": party }),
            json!({ "document": "copy", "version": version, "party": other }),
        ]);
    }
    papers.extend(newest("withdrawals").map(|withdrawal| json!({ "document": "withdrawal", "withdrawal": withdrawal })));
    papers.extend(newest("notices").map(|notice| json!({ "document": "notice", "notice": notice })));
    papers.extend(newest("deviations").map(|deviation| json!({ "document": "deviation", "deviation": deviation })));
    let held = case.each("/case/follow_ups", "meeting").pop();
    papers.extend(held.map(|meeting| json!({ "document": "follow_up", "meeting": meeting })));
    papers.extend(newest("closings").map(|_| json!({ "document": "closing" })));
    papers
}
