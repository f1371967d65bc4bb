//! Kunskapsstöd, help and the tour through the commands: what comes with the program, and what a county writes itself.

use samsyn_app::Code;
use serde_json::{Value, json};

use super::users::{ADMINISTRATOR, Unit};

/// The line of a page in the list.
fn line(unit: &mut Unit, page: &str) -> Option<Value> {
    let list = unit.call("knowledge.list", json!({}));
    list["pages"].as_array().unwrap().iter().find(|line| line["page"] == page).cloned()
}

fn words(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields.iter().map(|(_, inner)| words(inner)).collect(),
        Value::Array(items) => items.iter().map(words).collect(),
        Value::String(words) => words.clone(),
        _ => String::new(),
    }
}

#[test]
fn every_page_that_comes_with_the_program_is_read_with_the_law_of_today() {
    let mut unit = Unit::with(&[]);
    let list = unit.call("knowledge.list", json!({}));
    let pages: Vec<Value> = list["pages"].as_array().unwrap().clone();
    assert!(pages.len() >= 11, "{}", pages.len());
    for line in pages {
        assert!(line["own"].is_null() && line["shipped"] == true, "{line}");
        let page = unit.call("knowledge.show", json!({ "page": line["page"] }));
        let said = words(&page["blocks"]);
        assert!(!said.is_empty() && !said.contains("{law:"), "{said}");
    }
    let law = unit.call("knowledge.show", json!({ "page": "lagen" }));
    assert!(words(&law["blocks"]).contains("10 kap. 8–9 §§ socialtjänstlagen (2025:400)"));
    assert_eq!(unit.app.call("knowledge.show", json!({ "page": "nothing" })).unwrap_err().code, Code::NotFound);
}

#[test]
fn a_county_writes_its_own_page_and_every_change_can_be_undone() {
    let mut unit = Unit::with(&[]);
    let own = json!({ "page": null, "title": "Så bokar vi tolk", "markdown": "Ring **växeln**.", "steps": ["call"], "source": "" });
    let page = unit.act("knowledge.write", own)["line"]["page"].clone();
    let name = page.as_str().unwrap().to_owned();
    let found = line(&mut unit, &name).unwrap();
    assert_eq!((&found["own"]["by"], &found["advice"], &found["shipped"]), (&json!(ADMINISTRATOR), &json!(true), &json!(false)));

    let changed = json!({ "page": page, "title": "Så bokar vi tolk", "markdown": "Ring Anna.", "steps": ["call"], "source": "Rutin 2026" });
    unit.act("knowledge.write", changed);
    assert_eq!(line(&mut unit, &name).unwrap()["source"], "Rutin 2026");
    unit.act("knowledge.put_back", json!({ "page": page }));
    assert!(words(&unit.call("knowledge.show", json!({ "page": page }))["blocks"]).contains("växeln"));
    unit.act("knowledge.put_back", json!({ "page": page }));
    assert!(words(&unit.call("knowledge.show", json!({ "page": page }))["blocks"]).contains("Anna"));

    let left = unit.act("knowledge.remove", json!({ "page": page }));
    assert_eq!(left["removed"][0]["title"], "Så bokar vi tolk");
    assert!(line(&mut unit, &name).is_none());
    let back = unit.act("knowledge.put_back", json!({ "page": page }));
    assert!(back["removed"].as_array().unwrap().is_empty());
    assert!(line(&mut unit, &name).is_some());
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
}

#[test]
fn a_countys_own_text_stands_instead_of_the_shipped_one_which_can_still_be_read() {
    let mut unit = Unit::with(&[]);
    let own = json!({ "page": "tolk", "title": "Tolk hos oss", "markdown": "# Boka\n\nRing 12345.", "steps": ["call"], "source": "" });
    unit.act("knowledge.write", own);
    let shown = unit.call("knowledge.show", json!({ "page": "tolk" }));
    assert_eq!((&shown["line"]["title"], &shown["line"]["shipped"]), (&json!("Tolk hos oss"), &json!(true)));
    let shipped = unit.call("knowledge.show", json!({ "page": "tolk", "shipped": true }));
    assert!(shipped["line"]["own"].is_null() && words(&shipped["blocks"]).contains("förvaltningslagen"));
    // It is one page in the list, in its place.
    let list = unit.call("knowledge.list", json!({}));
    assert_eq!(list["pages"].as_array().unwrap().iter().filter(|line| line["page"] == "tolk").count(), 1);
    let paper = unit.app.call_for_bytes("knowledge.print", json!({ "page": "tolk" })).unwrap();
    assert!(paper.starts_with(b"%PDF"));
    unit.act("knowledge.remove", json!({ "page": "tolk" }));
    assert_eq!(line(&mut unit, "tolk").unwrap()["title"], "Tolk i mötet");
}

#[test]
fn only_those_with_the_role_write_pages_and_an_empty_one_is_none() {
    let mut unit = Unit::with(&["Per Nyström", "Eva Lind"]);
    let own = json!({ "page": null, "title": "Ny", "markdown": "Text", "steps": [], "source": "" });
    unit.becomes("Per Nyström");
    assert_eq!(unit.refused("knowledge.write", own.clone()).code, Code::RoleMissing);
    unit.becomes("Eva Lind");
    unit.act("knowledge.write", own);
    let empty = json!({ "page": null, "title": "Ny", "markdown": " \n", "steps": [], "source": "" });
    assert_eq!(unit.refused("knowledge.write", empty).field.as_deref(), Some("markdown"));
}

#[test]
fn help_is_there_before_the_store_is_open_and_leads_to_kunskapsstod() {
    let mut unit = Unit::with(&[]);
    unit.app.lock();
    assert!(!words(&unit.call("help.show", json!({ "view": "door" }))["blocks"]).is_empty());
    let consent = unit.call("help.show", json!({ "view": "case-consent" }));
    assert_eq!(consent["knowledge"][0], json!({ "page": "samtycke", "title": "Samtycke, part för part" }));
    assert_eq!(unit.app.call("help.show", json!({ "view": "nothing" })).unwrap_err().code, Code::NotFound);
    assert_eq!(unit.app.call("knowledge.list", json!({})).unwrap_err().code, Code::Locked);
}

#[test]
fn each_user_is_offered_the_tour_until_it_has_been_seen() {
    let mut unit = Unit::with(&["Per Nyström"]);
    let seen = |unit: &mut Unit| unit.call("store.status", json!({}))["open"]["tour_seen"].clone();
    assert_eq!(seen(&mut unit), false);
    assert_eq!(unit.act("help.tour_seen", json!({}))["open"]["tour_seen"], true);
    unit.becomes("Per Nyström");
    assert_eq!(seen(&mut unit), false);
    unit.becomes(ADMINISTRATOR);
    assert_eq!(seen(&mut unit), true);
}
