//! The tables of a year: given out and kept, looked at by a purpose of its own, narrowed on the screen, and beside the year before.

use samsyn_app::Code;
use serde_json::{Value, json};

use super::carried::{cells_of, holds};
use super::users::{ADMINISTRATOR, EVERYBODY, Unit};

/// A relative calls, and is told what was asked about.
fn calls(unit: &mut Unit, on: &str) {
    let contact = unit.act("contact.add", json!({}))["view"]["contact"]["id"].clone();
    let fields = json!({ "came_on": on, "who": "relative", "about": "spel", "areas": ["gambling"], "outcome": "told", "answered_on": on });
    unit.act("contact.set", json!({ "contact": contact, "fields": fields, "seen": {} }));
}

fn unit_with_calls(days: &[&str]) -> Unit {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    unit.at("2027-12-30T08:00:00Z");
    for on in days {
        calls(&mut unit, on);
    }
    unit
}

fn tables(unit: &mut Unit, year: i32, selection: Value) -> Value {
    unit.call("statistics.tables", json!({ "year": year, "selection": selection }))
}

/// How the number of all first contacts is shown, and the number.
fn contacts(publication: &Value) -> (String, Option<u64>) {
    let table = publication["tables"].as_array().unwrap().iter().find(|table| table["definition"] == "contacts").unwrap();
    let whole = table["rows"].as_array().unwrap().last().unwrap()["cells"].as_array().unwrap().last().unwrap();
    (whole["shown"].as_str().unwrap().to_owned(), whole["count"].as_u64())
}

fn number(count: u64) -> (String, Option<u64>) {
    ("number".to_owned(), Some(count))
}

fn give_out(unit: &mut Unit, year: i32) -> String {
    cells_of(unit.app.call_for_bytes("statistics.file", json!({ "year": year })).unwrap())
}

#[test]
fn what_has_changed_a_little_since_it_was_given_out_is_not_told() {
    let mut unit = unit_with_calls(&["2027-03-01"; 5]);
    assert_eq!(tables(&mut unit, 2027, json!({}))["given_out"], Value::Null);
    let file = give_out(&mut unit, 2027);
    assert!(file.contains("contacts;1;count;2027;who;total;total;number;5;5;"), "{file}");
    assert_eq!(give_out(&mut unit, 2027), file, "what has not changed is told as it was");
    assert_eq!(tables(&mut unit, 2027, json!({}))["given_out"], "2027-12-30T08:00:00Z");
    calls(&mut unit, "2027-03-02");
    let shown = tables(&mut unit, 2027, json!({}));
    assert_eq!(contacts(&shown["publication"]), ("hidden".to_owned(), None), "6 - 5 would tell of one");
    for _ in 0..4 {
        calls(&mut unit, "2027-03-03");
    }
    assert_eq!(contacts(&tables(&mut unit, 2027, json!({}))["publication"]), number(10), "to look is not to give out");
    assert!(give_out(&mut unit, 2027).contains("contacts;1;count;2027;who;total;total;number;10;10;"));
    // Whoever gives out next reads beside what everybody has given out.
    calls(&mut unit, "2027-03-04");
    unit.becomes("Siv Norén");
    assert!(give_out(&mut unit, 2027).contains("contacts;1;count;2027;who;total;total;hidden;;;"));
    assert_eq!(
        contacts(&tables(&mut unit, 2027, json!({ "quarter": ["1"] }))["publication"]),
        number(11),
        "the screen's own choice is beside none"
    );
    unit.call("store.verify", json!({}));
}

#[test]
fn to_look_at_statistics_is_a_purpose_of_its_own_in_the_access_log() {
    let mut unit = unit_with_calls(&["2027-03-01"]);
    unit.opens_case("19830417-2383", "Karin", None);
    unit.at("2027-12-31T08:00:00Z");
    let year = json!({ "from": "2027-01-01", "to": "2027-12-31" });
    unit.call("statistics.show", year.clone());
    unit.call("contact.figures", year);
    tables(&mut unit, 2027, json!({}));
    give_out(&mut unit, 2027);
    unit.becomes(ADMINISTRATOR);
    let lines = unit.call("access.openings", json!({ "from": "2027-12-31", "to": "2027-12-31" }));
    let told: Vec<_> = lines.as_array().unwrap().iter().map(|line| (&line["what"], &line["who"], &line["year"], &line["case"])).collect();
    let (who, nothing) = (json!("Per Nyström"), Value::Null);
    assert_eq!(
        told,
        [(&json!("given_out"), &who, &json!(2027), &nothing), (&json!("statistics"), &who, &nothing, &nothing)],
        "one look, and no case"
    );
    holds(&lines.to_string(), &["handläggare"], &["Karin", "SIP-2027"]);
    assert_eq!(unit.call("store.verify", json!({}))["broken"], json!([]));
}

#[test]
fn a_part_of_the_year_is_chosen_for_the_screen_alone() {
    let days = ["2027-01-15", "2027-02-15", "2027-03-31", "2027-03-31", "2027-03-31", "2027-04-01", "2027-12-01"];
    let mut unit = unit_with_calls(&days);
    let whole = tables(&mut unit, 2027, json!({}));
    assert_eq!(contacts(&whole["publication"]), number(7));
    let choices = &whole["choices"];
    assert_eq!((&choices["quarter"], &choices["area"]), (&json!(["1", "2", "4"]), &json!(["gambling"])));
    assert_eq!((&choices["activity"], &choices["municipality"]), (&json!(["social_services"]), &json!(["unknown"])));
    let mut chosen = |selection| contacts(&tables(&mut unit, 2027, selection)["publication"]);
    assert_eq!(chosen(json!({ "quarter": ["1"] })), number(5));
    assert_eq!(chosen(json!({ "quarter": ["3", "4"] })), ("few".to_owned(), None), "what is few is hidden in a selection too");
    assert_eq!(chosen(json!({ "quarter": ["1"], "area": ["gambling"], "activity": ["social_services"] })), number(5));
    assert_eq!(chosen(json!({ "sex": ["woman"] })), number(0));
    let wrong = unit.app.call("statistics.tables", json!({ "year": 2027, "selection": { "who": ["person"] } })).unwrap_err();
    assert_eq!((wrong.code, wrong.field.as_deref()), (Code::InvalidValue, Some("selection")));
    let file = unit.app.call_for_bytes("statistics.file", json!({ "year": 2027, "selection": { "quarter": ["1"] } })).unwrap_err();
    assert_eq!(file.code, Code::MalformedRequest, "no selection leaves the screen");
}

#[test]
fn the_year_before_stands_beside_as_it_was_given_out() {
    let mut unit = unit_with_calls(&["2027-02-01"; 6]);
    let first = tables(&mut unit, 2027, json!({}));
    assert_eq!((&first["before"], &first["runs"], &first["years"]), (&Value::Null, &json!(true), &json!([2027])));
    give_out(&mut unit, 2027);
    calls(&mut unit, "2027-11-01");
    unit.at("2028-04-03T08:00:00Z");
    let shown = tables(&mut unit, 2028, json!({}));
    assert_eq!((&shown["publication"]["year"], &shown["before"]["year"], &shown["runs"]), (&json!(2028), &json!(2027), &json!(true)));
    assert_eq!(contacts(&shown["publication"]), number(0));
    assert_eq!(contacts(&shown["before"]), ("hidden".to_owned(), None), "the year before is hidden by the same rules");
    let ended = tables(&mut unit, 2028, json!({ "quarter": ["1"] }));
    assert_eq!((contacts(&ended["before"]), &ended["runs"]), (number(6), &json!(false)), "of the same quarter, which is over");
}
