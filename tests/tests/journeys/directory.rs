//! Vart vänder man sig: the catalogue of units and the gränsdragning, from the county profile to a paper in the hand.

use samsyn_app::{App, Clock, Code, Setup, example::PASSPHRASE};
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, holds};

fn open() -> Carried {
    Carried::through("parties")
}

/// The units that stand, by name.
fn names(catalogue: &Value) -> Vec<&str> {
    let standing = catalogue["units"].as_array().unwrap().iter().filter(|unit| unit["ended_on"].is_null());
    standing.map(|unit| unit["unit"].as_str().unwrap()).collect()
}

fn named(catalogue: &Value, name: &str) -> Value {
    catalogue["units"].as_array().unwrap().iter().find(|unit| unit["unit"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
}

fn shown(case: &mut Carried) -> Value {
    case.read("catalogue.show", json!({}))
}

fn write(case: &mut Carried, command: &str, request: Value) -> Value {
    case.script.call(command, request).unwrap_or_else(|error| panic!("{command}: {error}"))
}

fn set(case: &mut Carried, id: &Value, fields: Value) -> Value {
    write(case, "catalogue.set", json!({ "kind": "unit", "id": id, "fields": fields }))["catalogue"].clone()
}

/// How a command is refused: its code, and the field.
fn refused(case: &mut Carried, command: &str, request: Value) -> (Code, Option<String>) {
    let refusal = case.script.call(command, request).expect_err("was not refused");
    (refusal.code, refusal.field)
}

fn file(kind: &str, text: &str) -> Value {
    json!({ "kind": kind, "bytes": hex::encode(text) })
}

#[test]
fn a_profile_begins_the_catalogue_and_the_first_change_writes_it_in() {
    let mut case = open();
    let before = shown(&mut case);
    assert_eq!(names(&before)[..2], ["beroendeenheten", "hälsocentral"]);
    assert_eq!((&before["can_undo"], before["demarcations"].as_array().unwrap().len()), (&json!(false), 1));
    let nexus = named(&before, "öppenvården Nexus");

    let after = set(
        &mut case,
        &nexus["id"],
        json!({ "does": "Samtal om alkohol och spel.", "areas": ["alcohol", "gambling"], "phone": "063-14 00 00" }),
    );
    assert_eq!(names(&after), names(&before), "nothing is lost");
    assert_eq!(named(&after, "öppenvården Nexus")["areas"], json!(["alcohol", "gambling"]));
    assert_eq!(case.read("store.verify", json!({}))["whole"], true, "each row is in the log");

    let undone = write(&mut case, "catalogue.undo", json!({}))["catalogue"].clone();
    assert_eq!((&undone["units"], &undone["can_redo"]), (&before["units"], &json!(true)));
    let redone = write(&mut case, "catalogue.redo", json!({}))["catalogue"].clone();
    assert_eq!(redone["units"], after["units"]);
}

#[test]
fn a_store_of_an_older_release_has_its_units_in_the_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let frozen = samsyn_tests::project().join("tests/stores/0.1.0");
    for name in ["samsyn.db", "samsyn.header", "samsyn.header.copy"] {
        fs_err::copy(frozen.join(name), folder.path().join(name)).unwrap();
    }
    let mut app = App::new(Setup { folder: folder.path().to_owned(), clock: Clock::System, keyring: false });
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    let before = app.call("catalogue.show", json!({})).unwrap();
    assert_eq!(
        names(&before),
        ["beroendeenheten", "hälsocentral", "öppenvården Nexus", "socialtjänsten", "Brukarrådet Leva", "RSMH", "FMN"]
    );
    let added = app
        .call("catalogue.add", json!({ "kind": "unit", "fields": { "unit": "ungdomsmottagningen" }, "command_id": Uuid::now_v7() }))
        .unwrap();
    assert_eq!(names(&added["catalogue"]).len(), 8);
    app.lock();
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    assert_eq!(app.call("catalogue.show", json!({})).unwrap()["units"], added["catalogue"]["units"]);
}

#[test]
fn what_is_written_stays_as_typed_and_what_is_ended_is_kept() {
    let mut case = open();
    let added = write(&mut case, "catalogue.add", json!({ "kind": "unit", "fields": {} }));
    let id = added["added"].clone();
    set(&mut case, &id, json!({ "unit": "FMN Östersund ", "ages_from": "cirka 13", "checked_on": "i våras" }));
    let unit = named(&shown(&mut case), "FMN Östersund ");
    assert_eq!((&unit["ages_from"], &unit["checked_on"]), (&json!("cirka 13"), &json!("i våras")));

    let stale = json!({ "kind": "unit", "id": id, "fields": { "unit": "FMN" }, "seen": { "unit": "något annat" } });
    assert_eq!(refused(&mut case, "catalogue.set", stale), (Code::ChangedMeanwhile, Some("unit".to_owned())));
    let unknown = json!({ "kind": "unit", "id": id, "fields": { "ended_on": "2027-01-01" } });
    assert_eq!(refused(&mut case, "catalogue.set", unknown), (Code::InvalidValue, Some("ended_on".to_owned())));
    let nobody = json!({ "kind": "demarcation", "id": id, "fields": { "text": "a" } });
    assert_eq!(refused(&mut case, "catalogue.set", nobody).0, Code::NotFound);

    let ended = write(&mut case, "catalogue.end", json!({ "kind": "unit", "id": id, "ended": true }))["catalogue"].clone();
    assert!(!names(&ended).contains(&"FMN Östersund ") && named(&ended, "FMN Östersund ")["ended_on"] == case.see("/today"));
    let back = write(&mut case, "catalogue.end", json!({ "kind": "unit", "id": id, "ended": false }))["catalogue"].clone();
    assert!(names(&back).contains(&"FMN Östersund "));
}

#[test]
fn a_file_with_a_bad_row_is_shown_before_anything_is_written_and_taken_in_without_it() {
    let mut case = open();
    let before = shown(&mut case);
    let text = "unit;organisation;kind;municipality;phone;does\n\
                öppenvården Nexus;Östersunds kommun;municipality;;+46 63 14 00 00;\n\
                ungdomsmottagningen;Region Jämtland Härjedalen;region;Östersund;;Samtal\n\
                familjerådgivningen;;kommun;;;\n\
                RSMH;;organisation;;;\n";
    let read = case.read("catalogue.read_file", file("unit", text));
    let told: Vec<(u64, &str)> =
        read["rows"].as_array().unwrap().iter().map(|row| (row["row"].as_u64().unwrap(), row["change"].as_str().unwrap())).collect();
    assert_eq!(told, [(2, "changed"), (3, "added"), (5, "same")]);
    assert_eq!(read["faults"], json!([{ "row": 4, "column": "kind", "fault": "unknown_code", "cell": "kommun" }]));
    assert_eq!(shown(&mut case), before, "nothing has been written");

    let id = Uuid::now_v7();
    let mut request = file("unit", text);
    request["command_id"] = json!(id);
    let taken = case.script.app.call("catalogue.take_in", request.clone()).unwrap();
    assert_eq!((&taken["added"], &taken["changed"]), (&json!(1), &json!(1)));
    assert_eq!(named(&taken["catalogue"], "öppenvården Nexus")["phone"], "+46 63 14 00 00");
    assert_eq!(named(&taken["catalogue"], "ungdomsmottagningen")["municipality"], "2380", "a kommun may be written by its name");
    assert_eq!(case.script.app.call("catalogue.take_in", request).unwrap()["added"], 1, "a retry writes once");
    assert_eq!(names(&shown(&mut case)).len(), names(&before).len() + 1);
    let again = case.read("catalogue.read_file", file("unit", text));
    assert!(again["rows"].as_array().unwrap().iter().all(|row| row["change"] == "same"));

    let undone = write(&mut case, "catalogue.undo", json!({}))["catalogue"].clone();
    assert_eq!(undone["units"], before["units"], "the whole file is one change");
    for (text, code) in [("", Code::EmptyField), ("namn\nBUP\n", Code::TableColumnMissing), ("\n", Code::TableEmpty)] {
        assert_eq!(refused(&mut case, "catalogue.take_in", file("unit", text)), (code, Some("bytes".to_owned())), "{text:?}");
    }
    let latin = json!({ "kind": "unit", "bytes": hex::encode(b"unit\n\xd6ppen") });
    assert_eq!(refused(&mut case, "catalogue.read_file", latin).0, Code::TableNotUtf8);
}

#[test]
fn what_is_saved_as_a_file_comes_back_as_it_stood() {
    let mut case = open();
    let nexus = named(&shown(&mut case), "öppenvården Nexus");
    set(
        &mut case,
        &nexus["id"],
        json!({ "phone": "=1+1", "does": "Rad ett\n- rad två; \"citat\"", "areas": ["alcohol"], "approach": "self_referral" }),
    );
    let bytes = case.script.app.call_for_bytes("catalogue.export", json!({ "kind": "unit" })).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}\"kind\";\"organisation\";\"unit\"") && text.contains("\"'=1+1\""), "{text}");
    let read = case.read("catalogue.read_file", file("unit", &text));
    assert_eq!(read["faults"], json!([]));
    assert!(read["rows"].as_array().unwrap().iter().all(|row| row["change"] == "same"), "{read:#}");
}

#[test]
fn units_come_on_paper_as_they_were_chosen() {
    let mut case = open();
    let nexus = named(&shown(&mut case), "öppenvården Nexus");
    let known = json!({ "does": "Samtal om alkohol.", "does_not": "Skriver inte ut läkemedel.", "municipality": "2380", "ages_from": "18", "approach": "self_referral" });
    let after = set(&mut case, &nexus["id"], known);
    let leva = named(&after, "Brukarrådet Leva");
    let paper = case.script.app.call_for_bytes("catalogue.print", json!({ "units": [leva["id"], nexus["id"]] })).unwrap();
    let words = case.words_in(&paper);
    let told =
        ["Vart du kan vända dig", "Öppenvården Nexus", "Samtal om alkohol.", "Skriver inte ut läkemedel.", "Från 18 år", "Östersund"];
    holds(&words, &told, &["beroendeenheten", "Karin"]);
    assert!(words.find("Brukarrådet Leva") < words.find("Öppenvården Nexus"));
}

#[test]
fn the_gransdragning_is_suggested_with_its_source_and_never_filled_in() {
    let mut case = open();
    case.script.add("detox", "measure", json!({ "text": "Abstinensbehandling", "action": "withdrawal_care" })).unwrap();
    assert_eq!(case.see("/owner_suggestions"), json!([]), "what the profile knows names no kind of measure");
    let says = json!({ "action": "withdrawal_care", "answered_by": "region", "source": "Länets överenskommelse 2026, avsnitt 3" });
    let added = write(&mut case, "catalogue.add", json!({ "kind": "demarcation", "fields": says }));
    case.script.set("detox", "measure", json!({ "extent": "en vecka" })).unwrap();
    let suggested = case.see("/owner_suggestions/0");
    assert_eq!((&suggested["measure"], &suggested["says"]["answered_by"]), (&case.script.id("detox"), &json!("region")));
    assert_eq!(suggested["says"]["source"], "Länets överenskommelse 2026, avsnitt 3");
    assert_eq!(case.see("/case/measures/0/principal"), Value::Null);
    case.script.set("detox", "measure", json!({ "principal": "region" })).unwrap();
    assert_eq!(case.see("/owner_suggestions"), json!([]), "it stands so now");

    case.script.set("detox", "measure", json!({ "principal": "municipality" })).unwrap();
    assert_eq!(case.see("/owner_suggestions/0/says/id"), added["added"]);
    write(&mut case, "catalogue.end", json!({ "kind": "demarcation", "id": added["added"], "ended": true }));
    case.script.set("detox", "measure", json!({ "extent": "" })).unwrap();
    assert_eq!(case.see("/owner_suggestions"), json!([]));
}

#[test]
fn the_places_of_sweden_are_there_before_the_store_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = App::new(Setup { folder: folder.path().join("store"), clock: Clock::System, keyring: false });
    let places = app.call("store.places", json!({})).unwrap();
    assert_eq!((places["municipalities"].as_array().unwrap().len(), places["counties"].as_array().unwrap().len()), (290, 21));
    assert_eq!(app.call("store.profiles", json!({})).unwrap().as_array().unwrap().len(), 22);
}
