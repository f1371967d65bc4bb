//! Första kontakt: somebody calls, waits, is answered or becomes a case, and is erased when the time has come.

use samsyn_app::Code;
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{holds, words_of};
use super::disposal::plan;
use super::users::{ADMINISTRATOR, EVERYBODY, Unit};

/// What tells whom the contact is about.
const KARIN: [&str; 3] = ["Karin", "Lövgren", "19830417"];

fn set(unit: &mut Unit, contact: &Value, fields: Value) -> Value {
    unit.act("contact.set", json!({ "contact": contact, "fields": fields, "seen": {} }))["view"].clone()
}

/// Somebody turns to the unit.
fn comes(unit: &mut Unit, fields: Value) -> Value {
    let contact = unit.act("contact.add", json!({}))["view"]["contact"]["id"].clone();
    set(unit, &contact, fields);
    contact
}

/// Karin's sister calls on 11 January.
fn sister_calls(unit: &mut Unit) -> Value {
    let fields = json!({
        "who": "relative", "caller": "Berit, syster", "caller_phone": "070-174 06 00", "first_name": "Karin", "last_name": "Lövgren-Åhs",
        "identity": "830417-2383", "phone": "070-174 06 01", "about": "Dricker mer sedan hösten och riskerar att förlora lägenheten.",
        "areas": ["alcohol"], "seeking_since": "2026-11-02",
    });
    comes(unit, fields)
}

fn contacts(unit: &mut Unit) -> Value {
    unit.call("contact.list", json!({}))
}

fn refused(unit: &mut Unit, command: &str, contact: &Value) -> Code {
    unit.try_act(command, json!({ "contact": contact })).unwrap_err().code
}

#[test]
fn somebody_who_calls_waits_in_every_list_until_a_case_takes_over() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    let contact = sister_calls(&mut unit);
    let shown = unit.call("contact.show", json!({ "contact": contact }));
    assert_eq!((&shown["contact"]["came_on"], &shown["contact"]["clock"]), (&json!("2027-01-11"), &json!("09.00")));
    assert_eq!((&shown["contact"]["taken_by"], &shown["waits"]), (&json!("Per Nyström"), &json!(true)));

    unit.at("2027-01-15T08:00:00Z");
    unit.becomes("Siv Norén");
    let list = contacts(&mut unit);
    let first = &list["waiting"][0];
    assert_eq!((&first["name"], &first["days"]), (&json!("Karin Lövgren-Åhs"), &json!(4)));
    let waiting = |unit: &mut Unit, of: &str| unit.call("worklist.show", json!({ "of": of }))["contacts"].as_array().unwrap().len();
    assert_eq!([waiting(&mut unit, "mine"), waiting(&mut unit, "all")], [1, 1], "nobody sees to it: it is in everybody's list");
    let per = shown["holders"].as_array().unwrap().iter().find(|holder| holder["name"] == "Per Nyström").unwrap()["user"].clone();
    set(&mut unit, &contact, json!({ "holder": per }));
    assert_eq!([waiting(&mut unit, "mine"), waiting(&mut unit, "all")], [0, 1], "Per sees to it now");

    unit.becomes("Per Nyström");
    let request = json!({ "contact": contact, "command_id": Uuid::now_v7() });
    let opened = unit.call("contact.open_case", request.clone());
    let case = &opened["view"]["case"];
    assert_eq!((&case["person"]["first_name"], &case["person"]["phone"]), (&json!("Karin"), &json!("070-174 06 01")));
    let need = &case["need"];
    assert_eq!((&need["description"], &need["seen_on"]), (&shown["contact"]["about"], &json!("2027-01-11")));
    assert_eq!((&need["main_area"], &need["waiting_since"]), (&json!("alcohol"), &json!("2026-11-02")));
    assert_eq!((&need["seen_by"], &need["seen_at_unit"]), (&json!("Per Nyström"), &json!("öppenvården Nexus")));
    assert_eq!(unit.call("contact.open_case", request)["view"]["case"]["id"], case["id"], "a retry opens one");
    let again = unit.act("contact.open_case", json!({ "contact": contact }));
    assert_eq!(again["view"]["case"]["id"], case["id"], "so does another press");
    assert_eq!(unit.call("case.list", json!({})).as_array().unwrap().len(), 1);

    let later = unit.try_act("contact.set", json!({ "contact": contact, "fields": { "outcome": "told" }, "seen": {} })).unwrap_err();
    assert_eq!((later.code, later.field.as_deref()), (Code::InvalidValue, Some("contact")), "it goes on in the case");
    assert_eq!(refused(&mut unit, "contact.undo", &contact), Code::NothingToUndo);

    let list = contacts(&mut unit);
    let done = &list["done"][0];
    assert_eq!((&list["waiting"], &done["outcome"], &done["days"]), (&json!([]), &json!("case"), &json!(4)));
    let clocks = unit.call("worklist.show", json!({ "of": "mine" }))["lines"][0]["clocks"].clone();
    assert_eq!((&clocks[0]["code"], &clocks[0]["days"]), (&json!("waiting"), &json!(74)), "she has waited since November");
    unit.becomes("Siv Norén");
    assert_eq!(contacts(&mut unit)["done"], json!([]), "it is for those who may open the case");
    assert_eq!(refused(&mut unit, "contact.set", &contact), Code::NotFound);
}

#[test]
fn an_anonymous_caller_is_pointed_on_and_counted() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    let empty = unit.act("contact.add", json!({}))["view"]["contact"]["id"].clone();
    assert_eq!(contacts(&mut unit), json!({ "waiting": [], "done": [] }), "nothing is written yet");
    let contact = comes(&mut unit, json!({ "who": "person", "about": "Vill sluta spela om pengar." }));
    assert_eq!(contact, empty, "a key that was pressed by mistake leaves nothing behind");
    assert_eq!(contacts(&mut unit)["waiting"][0]["name"], "");
    unit.at("2027-01-13T08:00:00Z");
    let view = set(&mut unit, &contact, json!({ "outcome": "pointed_on", "outcome_words": "Till stödlinjen." }));
    assert_eq!((&view["waits"], &view["days"], &view["contact"]["answered_on"]), (&json!(false), &json!(2), &json!("2027-01-13")));
    let undone = unit.act("contact.undo", json!({ "contact": contact }))["view"].clone();
    assert_eq!((&undone["waits"], &undone["contact"]["answered_on"]), (&json!(true), &json!("")), "the whole save is undone");
    unit.act("contact.redo", json!({ "contact": contact }));
    let missing = unit.try_act("contact.open_case", json!({ "contact": contact })).unwrap_err();
    assert_eq!((missing.code, missing.field.as_deref()), (Code::IdentityEmpty, Some("identity")));
    let case = unit.try_act("contact.set", json!({ "contact": contact, "fields": { "outcome": "case" }, "seen": {} })).unwrap_err();
    assert_eq!((case.code, case.field.as_deref()), (Code::InvalidValue, Some("outcome")), "a case is opened, not said");

    let waits = comes(&mut unit, json!({ "who": "staff", "about": "Skolan undrar vart man vänder sig." }));
    let figures = unit.call("contact.figures", json!({ "from": "2027-01-01", "to": "2027-01-31" }));
    assert_eq!((&figures["contacts"], &figures["waiting"], &figures["days_waited"]), (&json!(2), &json!(1), &json!([2])));
    assert_eq!(figures["by_outcome"], json!([{ "code": "pointed_on", "count": 1 }]));
    let paper = unit.app.call_for_bytes("worklist.print", json!({ "names": false, "of": "mine" })).unwrap();
    assert!(paper.starts_with(b"%PDF"));
    assert_eq!(unit.call("contact.show", json!({ "contact": waits }))["waits"], true);
}

#[test]
fn a_contact_goes_by_the_rules_of_persons_and_shows_nobody_who_is_protected() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    unit.opens_case("19121212-1212", "Tolvan", Some("marked"));
    unit.becomes("Siv Norén");
    let hidden = comes(&mut unit, json!({ "identity": "19121212-1212", "first_name": "Tolvan", "about": "Ringer om sitt ärende." }));
    let asked = unit.try_act("contact.open_case", json!({ "contact": hidden })).unwrap_err();
    assert_eq!((asked.code, &asked.details), (Code::PersonHidden, &json!({ "ask": "Per Nyström" })));
    let said = comes(&mut unit, json!({ "protection": "marked", "first_name": "Karin", "about": "Har skyddade uppgifter." }));
    let karin = sister_calls(&mut unit);
    let first = unit.act("contact.open_case", json!({ "contact": karin }))["view"]["case"].clone();
    let namesake =
        comes(&mut unit, json!({ "identity": "19121212-1212", "first_name": "Karin", "last_name": "Lövgren-Åhs", "about": "Ny" }));
    set(&mut unit, &namesake, json!({ "identity": "19830417-2383" }));
    let same = unit.act("contact.open_case", json!({ "contact": namesake }))["view"]["case"].clone();
    assert_eq!(same["person"]["id"], first["person"]["id"], "the number says who it is");

    unit.becomes("Eva Lind");
    for contact in [&hidden, &said] {
        assert_eq!(refused(&mut unit, "contact.set", contact), Code::NotFound);
        assert_eq!(unit.app.call("contact.show", json!({ "contact": contact })).unwrap_err().code, Code::NotFound);
    }
    holds(&contacts(&mut unit).to_string(), &[], &["Ringer", "skyddade", "1212", "Tolvan"]);
    let open = comes(&mut unit, json!({ "about": "Undrar om öppettider." }));
    let olle = unit.id("Olle Persson");
    let another = unit.try_act("contact.set", json!({ "contact": open, "fields": { "holder": olle }, "seen": {} })).unwrap_err();
    assert_eq!((another.code, another.field.as_deref()), (Code::InvalidValue, Some("holder")), "nobody of another branch sees to it");
    unit.becomes("Olle Persson");
    assert_eq!(contacts(&mut unit)["waiting"], json!([]), "another branch");
    assert_eq!(refused(&mut unit, "contact.undo", &open), Code::NotFound);
    unit.becomes(ADMINISTRATOR);
    assert_eq!(unit.refused("contact.list", json!({})).code, Code::RoleMissing);
    let log = unit.call("access.openings", json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    let opened: Vec<_> = log.as_array().unwrap().iter().filter(|line| line["what"] == "contact").collect();
    assert!(opened.iter().any(|line| line["contact"] == open && line["who"] == "Eva Lind"), "{opened:?}");
    let bare = |contact: &Value| opened.iter().filter(|line| line["contact"] == *contact).all(|line| line["name"].is_null());
    assert!(bare(&said) && bare(&hidden), "a protected one is not named, nor one by whose number somebody protected is known");
}

#[test]
fn a_contact_is_erased_by_the_plan_and_one_of_a_case_with_the_case() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Eva Lind");
    unit.act("disposal.set_plan", plan());
    let waits = comes(&mut unit, json!({ "about": "Väntar ännu." }));
    let kept = comes(&mut unit, json!({ "first_name": "Karin", "about": "Född okänt datum.", "outcome": "told" }));
    let due = comes(&mut unit, json!({ "identity": "19830417-2383", "last_name": "Lövgren", "about": "Fick svar.", "outcome": "told" }));
    let of_case = sister_calls(&mut unit);
    unit.act("contact.open_case", json!({ "contact": of_case }));
    unit.at("2032-01-11T08:00:00Z");
    assert_eq!(unit.call("disposal.list", json!({}))["contacts"], json!([]), "not a day too early");

    unit.at("2032-01-12T08:00:00Z");
    let list = unit.call("disposal.list", json!({}));
    let hindrances = |contact: &Value| {
        let line = list["contacts"].as_array().unwrap().iter().find(|line| line["contact"] == *contact);
        line.map(|line| line["disposal"]["hindrances"].clone())
    };
    assert_eq!([hindrances(&due), hindrances(&waits)], [Some(json!([])), Some(json!(["waits"]))]);
    assert_eq!([hindrances(&kept), hindrances(&of_case)], [Some(json!(["birth_unknown"])), None]);
    holds(&list.to_string(), &[], &KARIN);
    let not_due = unit.refused("disposal.carry_out", json!({ "cases": [], "contacts": [due, waits], "confirm": "2" }));
    assert_eq!(not_due.code, Code::NotDue);
    let done = unit.act("disposal.carry_out", json!({ "cases": [], "contacts": [due], "confirm": "1" }));
    assert_eq!((&done["cases"], &done["contacts"]), (&json!(0), &json!(1)));
    assert_eq!(refused(&mut unit, "contact.set", &due), Code::NotFound);
    assert_eq!(unit.call("disposal.list", json!({}))["certificates"][0]["contacts"], 1);
    let paper = unit.app.call_for_bytes("disposal.certificate", json!({ "certificate": done["certificate"] })).unwrap();
    assert!(paper.starts_with(b"%PDF"));
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
}

#[test]
fn a_contact_is_erased_on_an_authoritys_decision_and_one_of_a_case_is_not() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Eva Lind");
    let wrong = comes(&mut unit, json!({ "first_name": "Karin", "identity": "19830417-2383", "about": "Gällde någon annan." }));
    let of_case = sister_calls(&mut unit);
    unit.act("contact.open_case", json!({ "contact": of_case }));
    let order = |contact: &Value, authority: &str| json!({ "contact": contact, "authority": authority, "number": "3.2-1/2027", "decided_on": "10 januari 2027" });

    assert_eq!(unit.refused("contact.destroy", order(&of_case, "IVO")).code, Code::NotFound);
    assert_eq!(unit.refused("contact.destroy", order(&wrong, " ")).code, Code::EmptyField);
    unit.becomes("Per Nyström");
    assert_eq!(unit.refused("contact.destroy", order(&wrong, "IVO")).code, Code::RoleMissing);
    unit.becomes("Eva Lind");
    unit.act("contact.destroy", order(&wrong, "IVO"));
    assert_eq!(refused(&mut unit, "contact.set", &wrong), Code::NotFound);
    assert!(!contacts(&mut unit).to_string().contains("Gällde någon annan"));
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true, "it is gone for a reason");
}

#[test]
fn the_person_is_told_who_read_what_they_first_said() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    let contact = sister_calls(&mut unit);
    unit.at("2027-01-12T08:00:00Z");
    unit.becomes("Siv Norén");
    unit.call("contact.show", json!({ "contact": contact }));
    unit.at("2027-01-14T08:00:00Z");
    unit.becomes("Per Nyström");
    let opened = unit.act("contact.open_case", json!({ "contact": contact }))["view"]["case"].clone();
    let case = opened["id"].clone();
    holds(&extract(&mut unit, &case), &["Den första kontakten", "Siv Norén", "2027-01-12"], &["Berit"]);

    // Whoever gets the case is told of no reading from before it.
    let other =
        unit.act("person.create", json!({ "identity": "19121212-1212", "first_name": "Kaisa", "last_name": "Lindgren" }))["id"].clone();
    unit.at("2027-01-20T08:00:00Z");
    unit.act("case.move", json!({ "case": case, "to": other, "reason": "Fel person valdes." }));
    holds(&extract(&mut unit, &case), &["Kaisa Lindgren"], &["Siv Norén", "2027-01-12"]);
    // Whoever it was from the first day, and is again, is told of it.
    unit.at("2027-01-22T08:00:00Z");
    unit.act("case.move", json!({ "case": case, "to": opened["person"]["id"], "reason": "Det var rätt person." }));
    holds(&extract(&mut unit, &case), &["Siv Norén", "2027-01-12"], &[]);
}

#[test]
fn whose_number_the_contact_has_is_told_who_read_it_on_whomever_the_case_stood() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    let contact = sister_calls(&mut unit);
    let wrong = json!({ "identity": "19121212-1212", "first_name": "Kaisa", "last_name": "Lindgren" });
    let wrong = unit.act("person.create", wrong)["id"].clone();
    let right = json!({ "identity": "830417-2383", "first_name": "Karin", "last_name": "Lövgren-Åhs", "in_spite_of_duplicate": true });
    let right = unit.act("person.create", right)["id"].clone();
    unit.at("2027-01-12T08:00:00Z");
    unit.becomes("Siv Norén");
    unit.call("contact.show", json!({ "contact": contact }));
    unit.at("2027-01-14T08:00:00Z");
    unit.becomes("Per Nyström");
    let case = unit.act("contact.open_case", json!({ "contact": contact, "person": wrong }))["view"]["case"]["id"].clone();
    unit.at("2027-01-20T08:00:00Z");
    unit.act("case.move", json!({ "case": case, "to": right, "reason": "Fel person valdes." }));
    holds(&extract(&mut unit, &case), &["Karin Lövgren-Åhs", "Siv Norén", "2027-01-12"], &["Kaisa"]);
}

/// The words of what the person gets of who has read.
fn extract(unit: &mut Unit, case: &Value) -> String {
    let request = json!({ "case": case, "document": { "document": "access_extract" } });
    let pdf = unit.app.call_for_bytes("document.preview", request).unwrap();
    let place = tempfile::NamedTempFile::new().unwrap();
    fs_err::write(place.path(), pdf).unwrap();
    words_of(place.path())
}
