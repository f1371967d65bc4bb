//! Whom a user may not know of: nobody lets themselves in to what is kept of somebody protected, and no refusal tells of it.

use samsyn_app::{AppError, Code};
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::holds;
use super::handing::FILE_PASSPHRASE;
use super::users::{ADMINISTRATOR, EVERYBODY, Unit, passphrase};

/// The number of somebody who is protected, and where that person lives.
const NUMBER: &str = "19121212-1212";
const ADDRESS: &str = "Kungsgruvan 4";

/// Fails unless it is refused with whom to ask, and nothing of the person.
#[track_caller]
fn asks(refused: &AppError, code: Code, whom: &str) {
    assert_eq!((refused.code, &refused.details), (code, &json!({ "ask": whom })), "{refused}");
    holds(&refused.to_string(), &[], &["Tolvan", "Lövgren", "1212", ADDRESS]);
}

/// Somebody protected, with the address, and the case that Per has opened.
fn protected(unit: &mut Unit) -> (Value, Value) {
    unit.becomes("Per Nyström");
    let (person, case) = unit.opens_case(NUMBER, "Tolvan", Some("protected_registration"));
    unit.act("protected.open", json!({ "case": case, "party": null, "reason": "Skriver in adressen." }));
    unit.act("person.set", json!({ "person": person, "fields": { "address": ADDRESS }, "seen": { "address": "" } }));
    (person, case)
}

fn lifts(person: &Value) -> Value {
    json!({ "person": person, "fields": { "protection": null }, "seen": {} })
}

fn look(case: &Value) -> Value {
    json!({ "case": case, "party": null, "reason": "Vill se." })
}

#[test]
fn whoever_is_not_named_neither_lifts_a_protection_nor_gets_in_beside_it() {
    let mut unit = Unit::with(EVERYBODY);
    let (person, case) = protected(&mut unit);
    for name in ["Eva Lind", "Siv Norén", "Olle Persson"] {
        unit.becomes(name);
        for (command, request) in [
            ("person.set", lifts(&person)),
            ("person.set", json!({ "person": person, "fields": { "last_name": "Ek" }, "seen": {} })),
            ("person.show", json!({ "person": person })),
            ("case.open", json!({ "person": person })),
        ] {
            asks(&unit.refused(command, request), Code::PersonHidden, "Per Nyström");
        }
    }
    let (_, own) = unit.opens_case("19830417-2383", "Karin", None);
    let moved = json!({ "case": own, "to": person, "reason": "Fel person." });
    asks(&unit.refused("case.move", moved), Code::PersonHidden, "Per Nyström");
    unit.becomes("Per Nyström");
    assert_eq!(unit.call("access.named", json!({ "case": case }))["named_only"], true);
}

#[test]
fn a_case_of_ones_own_opens_nothing_of_what_earlier_ones_keep_and_lifting_asks_for_all() {
    let mut unit = Unit::with(&["Per Nyström", "Eva Lind"]);
    let (person, first) = protected(&mut unit);
    let (per, eva) = (unit.id("Per Nyström"), unit.id("Eva Lind"));
    unit.act("access.give", json!({ "case": first, "user": eva, "reason": "Eva behöver öppna ett eget ärende." }));
    unit.becomes("Eva Lind");
    let second = unit.act("case.open", json!({ "person": person }))["added"].clone();
    unit.becomes("Per Nyström");
    unit.act("access.end", json!({ "case": first, "user": eva, "reason": "Det är öppnat." }));
    assert_eq!(unit.act("protected.open", look(&first))["fields"]["address"], ADDRESS, "what came later shuts nobody out");
    asks(&unit.refused("person.set", lifts(&person)), Code::NotOnEveryCase, "Eva Lind");

    unit.becomes("Eva Lind");
    assert_eq!(unit.call("person.show", json!({ "person": person }))["hidden"], true);
    asks(&unit.refused("protected.open", look(&second)), Code::NotOnEveryCase, "Per Nyström");
    asks(&unit.refused("person.set", lifts(&person)), Code::NotOnEveryCase, "Per Nyström");
    let file = json!({
        "case": second, "to": "Eva själv", "passphrase": FILE_PASSPHRASE, "reason": "Vill se.", "command_id": Uuid::now_v7()
    });
    asks(&unit.app.call_for_bytes("case.package", file).unwrap_err(), Code::NotOnEveryCase, "Per Nyström");
    unit.act("access.give", json!({ "case": second, "user": per, "reason": "Skyddet ska upphöra." }));

    unit.becomes("Per Nyström");
    unit.act("person.set", lifts(&person));
    assert_eq!(unit.call("access.named", json!({ "case": second }))["named_only"], false, "named on both, and opened today");
}

#[test]
fn a_namesake_or_a_number_tells_nothing_of_somebody_who_is_hidden() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén"]);
    protected(&mut unit);
    unit.becomes("Siv Norén");
    let tolvan = |identity: &str, reserve: bool| json!({ "identity": identity, "reserve": reserve, "first_name": "Tolvan", "last_name": "Lövgren-Åhs", "born_on": "1912-12-12" });
    let refused = unit.refused("person.create", tolvan(NUMBER, false));
    assert_eq!(refused.field.as_deref(), Some("identity"));
    asks(&refused, Code::PersonHidden, "Per Nyström");
    unit.act("person.create", tolvan("R-1", true));
    unit.becomes("Per Nyström");
    let twin = unit.refused("person.create", tolvan("R-2", true));
    assert_eq!((twin.code, &twin.details["same_number"]), (Code::DuplicatePerson, &json!(false)), "who knows of a namesake is told");
}

#[test]
fn somebody_protected_without_a_case_is_found_by_the_number_alone_but_by_whoever_entered_them() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén", "Eva Lind"]);
    unit.becomes("Per Nyström");
    let person = json!({ "identity": NUMBER, "first_name": "Tolvan", "last_name": "Lövgren-Åhs", "protection": "marked" });
    let person = unit.act("person.create", person)["id"].clone();
    let found = |unit: &mut Unit, text: &str| unit.call("person.search", json!({ "text": text })).as_array().unwrap().len();
    assert_eq!(found(&mut unit, "Tolvan"), 1, "who entered the person");
    unit.becomes("Siv Norén");
    assert_eq!((found(&mut unit, "Tolvan"), found(&mut unit, "191212"), found(&mut unit, NUMBER)), (0, 0, 1));
    asks(&unit.refused("person.set", lifts(&person)), Code::PersonHidden, "Per Nyström");
    // Nobody has a case to let her into: she opens one, and it is hers.
    unit.act("case.open", json!({ "person": person }));
    assert_eq!(found(&mut unit, "Tolvan"), 1);
    unit.becomes("Per Nyström");
    assert_eq!(found(&mut unit, "Tolvan"), 0);
}

#[test]
fn the_number_of_a_case_finds_only_what_the_user_may_know_of() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén", "Olle Persson"]);
    unit.becomes("Per Nyström");
    let (person, _) = unit.opens_case("19830417-2383", "Karin", None);
    unit.becomes("Olle Persson");
    unit.act("case.open", json!({ "person": person }));
    for (name, first, second) in [("Per Nyström", 1, 0), ("Siv Norén", 1, 0), ("Olle Persson", 0, 1)] {
        unit.becomes(name);
        for (number, hits) in [("SIP-2027-0001", first), ("SIP-2027-0002", second), ("SIP-2027", 1)] {
            let found = unit.call("person.search", json!({ "text": number }));
            assert_eq!(found.as_array().unwrap().len(), hits, "{name} looks for {number}");
        }
    }
}

#[test]
fn a_case_keeps_the_branch_that_opened_it_when_the_unit_changes_what_it_works_with() {
    let mut unit = Unit::with(&["Eva Lind", "Olle Persson"]);
    let ida = json!({
        "name": "Ida Ek", "title": "", "roles": ["caseworker"], "activity": null, "passphrase": passphrase("Ida Ek")
    });
    unit.act("user.add", ida);
    unit.becomes("Ida Ek");
    let (_, case) = unit.opens_case("19830417-2383", "Karin", None);
    unit.becomes(ADMINISTRATOR);
    let settings = json!({
        "unit": "öppenvården Nexus", "phone": "", "address": "", "county": "", "region": "", "activity": "psychiatry",
        "need_to_call": "", "need_to_meeting": "", "ground_ends_soon": "30", "idle_minutes": "10", "meeting_minutes": "180",
    });
    unit.call("store.change_settings", settings);
    unit.becomes("Olle Persson");
    assert_eq!(unit.refused("case.show", json!({ "case": case })).code, Code::NoAccess, "health care got no case of social services");
    unit.becomes("Eva Lind");
    unit.call("case.show", json!({ "case": case }));
    let plan = json!({
        "reference": "SN 2025/0123", "adopted_on": "2025-12-01", "social_services_years": "5", "health_care_years": "10",
        "done_by_next_year": false, "keeps_research_births": false, "keeps_everyone": false,
    });
    unit.act("disposal.set_plan", plan);
    assert_eq!(unit.call("case.show", json!({ "case": case }))["disposal"]["period"]["from"], "2032-01-12", "five years, and not ten");
}

#[test]
fn a_check_of_the_log_sees_who_was_let_in_who_let_themselves_in_and_what_users_were_let_do() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén", "Eva Lind"]);
    let (siv, eva, anna) = (unit.id("Siv Norén"), unit.id("Eva Lind"), unit.id(ADMINISTRATOR));
    unit.at("2027-01-12T08:00:00Z");
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19830417-2383", "Karin", None);
    unit.act("access.give", json!({ "case": case, "user": siv, "reason": "Vikarierar." }));
    unit.act("access.end", json!({ "case": case, "user": siv, "reason": "Är klar." }));
    unit.act("protected.open", look(&case));
    unit.becomes("Eva Lind");
    unit.act("access.give", json!({ "case": case, "user": eva, "reason": "Vill ha kvar ärendet." }));
    unit.becomes("Siv Norén");
    unit.act("access.take_part", json!({ "case": case, "reason": "Är åter." }));
    unit.becomes(ADMINISTRATOR);
    let roles = ["administrator", "log_reviewer", "archivist"];
    unit.act("user.change", json!({ "user": anna, "name": ADMINISTRATOR, "title": "chef", "roles": roles, "activity": null }));
    unit.act("user.change", json!({ "user": anna, "name": ADMINISTRATOR, "title": "enhetschef", "roles": roles, "activity": null }));

    let lines = unit.call("access.openings", json!({ "from": "2027-01-12", "to": "2027-01-12" }));
    let told = |what: &str| -> Vec<(String, String, bool, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let of_kind = lines.as_array().unwrap().iter().filter(|line| line["what"] == what);
        of_kind.map(|line| (text(&line["who"]), text(&line["whom"]), line["to_self"] == true, text(&line["reason"]))).collect()
    };
    let line = |who: &str, whom: &str, to_self: bool, reason: &str| (who.to_owned(), whom.to_owned(), to_self, reason.to_owned());
    let given = [line("Eva Lind", "Eva Lind", true, "Vill ha kvar ärendet."), line("Per Nyström", "Siv Norén", false, "Vikarierar.")];
    assert_eq!(told("given"), given);
    assert_eq!(told("ended"), [line("Per Nyström", "Siv Norén", false, "Är klar.")]);
    assert_eq!(told("taken"), [line("Siv Norén", "Siv Norén", true, "Är åter.")]);
    assert_eq!(told("protected"), [line("Per Nyström", "", false, "Vill se.")]);
    assert_eq!(told("user"), [line(ADMINISTRATOR, ADMINISTRATOR, true, "")], "a title lets nobody do more");
}
