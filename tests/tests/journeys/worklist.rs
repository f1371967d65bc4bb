//! The arbetslista: whose it is, what stands first in it, and that what is shown is what is printed.

use serde_json::{Value, json};

use super::carried::{holds, words_of};
use super::users::{EVERYBODY, Unit};

fn numbers(unit: &mut Unit, request: Value) -> Vec<String> {
    let list = unit.call("worklist.show", request);
    list["lines"].as_array().unwrap().iter().map(|line| line["line"]["number"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_is_ones_own_the_units_or_a_colleagues_and_so_is_its_paper() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Olle Persson");
    let (_, elsewhere) = unit.opens_case("19121212-1212", "Tolvan", None);
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19830417-2383", "Karin", None);
    unit.act("draft.set", json!({ "case": case, "kind": "need", "id": case, "fields": { "seen_on": "2027-01-04" }, "seen": {} }));
    unit.becomes("Eva Lind");
    let (_, own) = unit.opens_case("19610973-2393", "Mona", None);
    let per = unit.id("Per Nyström");
    let olle = unit.id("Olle Persson");

    assert_eq!(numbers(&mut unit, json!({ "of": "mine" })), ["SIP-2027-0003"]);
    assert_eq!(numbers(&mut unit, json!({ "of": "unit" })).len(), 2, "a coordinator opens those of the unit's branch");
    assert_eq!(numbers(&mut unit, json!({})).len(), 2, "another branch's is not among all that may be opened");
    assert_eq!(numbers(&mut unit, json!({ "of": "colleague", "user": per })), ["SIP-2027-0002"]);
    assert!(numbers(&mut unit, json!({ "of": "colleague", "user": olle })).is_empty());
    let list = unit.call("worklist.show", json!({ "of": "mine" }));
    assert_eq!(list["counts"], json!({ "mine": 1, "unit": 2, "all": 2 }), "the choice tells what the others hold");
    let names: Vec<_> = list["colleagues"].as_array().unwrap().iter().map(|colleague| colleague["name"].clone()).collect();
    assert_eq!(names, ["Per Nyström"], "whoever is named on none of them is nobody to choose");
    assert!(!list.to_string().contains(elsewhere.as_str().unwrap()));

    unit.act("draft.set", json!({ "case": own, "kind": "need", "id": own, "fields": { "waiting_since": "2027-01-01" }, "seen": {} }));
    let paper = unit.app.call_for_bytes("worklist.print", json!({ "names": false, "of": "mine" })).unwrap();
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("lista.pdf");
    fs_err::write(&path, paper).unwrap();
    let told = ["Eva Lind: det som väntar 2027-01-11", "SIP-2027-0003", "Väntan: 10 dagar"];
    holds(&words_of(&path), &told, &["SIP-2027-0002", "Mona", "Karin"]);
}

#[test]
fn what_is_late_stands_first_and_the_clock_says_by_how_much() {
    let mut unit = Unit::with(EVERYBODY);
    let settings = json!({
        "unit": "öppenvården Nexus", "phone": "", "address": "", "county": "Jämtlands län", "region": "Region Jämtland Härjedalen",
        "activity": "social_services", "need_to_call": "3", "need_to_meeting": "21", "ground_ends_soon": "30", "idle_minutes": "10",
        "meeting_minutes": "180",
    });
    unit.call("store.change_settings", settings);
    unit.becomes("Per Nyström");
    let (_, calm) = unit.opens_case("19121212-1212", "Tolvan", None);
    let (_, late) = unit.opens_case("19830417-2383", "Karin", None);
    for (case, seen) in [(&calm, "2027-01-10"), (&late, "2027-01-04")] {
        unit.act("draft.set", json!({ "case": case, "kind": "need", "id": case, "fields": { "seen_on": seen }, "seen": {} }));
    }
    let list = unit.call("worklist.show", json!({ "of": "mine" }));
    let line = |index: usize| &list["lines"][index];
    assert_eq!((&line(0)["line"]["case"], &line(0)["tasks"][0]["when"]), (&late, &json!("late")));
    assert_eq!((&line(1)["line"]["case"], &line(1)["tasks"][0]["when"]), (&calm, &json!("week")));
    let clocks: Vec<_> = line(0)["clocks"].as_array().unwrap().iter().map(|clock| (clock["code"].clone(), clock["days"].clone())).collect();
    assert_eq!(clocks, [(json!("waiting"), json!(7)), (json!("need_to_call"), json!(-4)), (json!("need_to_meeting"), json!(14))]);
}
