//! What the commands answer to bad input: a clear refusal at its field, or the text stored as it should be, once.

use samsyn_app::example::day;
use samsyn_app::{AppError, Code, words};
use serde_json::{Value, json};

use super::carried::Carried;

fn person(identity: &str, name: &str) -> Value {
    json!({ "identity": identity, "first_name": "Kim", "last_name": name })
}

/// A refusal's code and field; its sentence is there and repeats nothing of what was typed.
#[track_caller]
fn refusal(answer: Result<Value, AppError>, typed: &str) -> (Code, Option<String>) {
    let error = answer.expect_err("was not refused");
    let said = format!("{} {} {}", words(&error), error, error.details);
    assert!(!said.contains('['), "no words for {error}");
    assert!(typed.is_empty() || !said.contains(typed), "{said} repeats what was typed");
    (error.code, error.field)
}

fn at(code: Code, field: &str) -> (Code, Option<String>) {
    (code, Some(field.to_owned()))
}

#[test]
fn a_wrong_number_is_refused_by_what_is_wrong_with_it() {
    let mut case = Carried::through("first_start");
    for (identity, code) in [
        ("", Code::IdentityEmpty),
        ("19830417-2384", Code::IdentityCheckDigit),
        ("830417-2384", Code::IdentityCheckDigit),
        ("19830431-2383", Code::IdentityDate),
        ("20991231-2383", Code::IdentityDate),
        ("19830417-238", Code::IdentityLength),
        ("2027-A0001", Code::IdentityLength),
    ] {
        let answer = case.script.call("person.create", person(identity, "Ek"));
        assert_eq!(refusal(answer, identity), at(code, "identity"), "{identity}");
    }
    let nameless = case.script.call("person.create", person("19830417-2383", " \u{200b}\t"));
    assert_eq!(refusal(nameless, ""), at(Code::EmptyField, "last_name"));
    assert_eq!(case.read("person.search", json!({ "text": "Kim" })), json!([]), "nobody was entered");

    let mut reserve = person("2027-A0001", "Ek");
    reserve["reserve"] = json!(true);
    let entered = case.script.call("person.create", reserve).unwrap();
    assert_eq!(entered["identity"], json!({ "kind": "reservnummer", "value": "2027-A0001" }));
}

#[test]
fn nobody_is_entered_twice() {
    let mut case = Carried::through("need");
    let karin = case.see("/case/person/id");
    let again = case.script.call("person.create", person("830417-2383", "Ek")).unwrap_err();
    assert_eq!((again.code, again.field.as_deref()), (Code::DuplicatePerson, Some("identity")));
    assert_eq!(again.details, json!({ "person": karin, "same_number": true }));
    let mut insisting = person("19830417-2383", "Ek");
    insisting["in_spite_of_duplicate"] = json!(true);
    assert_eq!(case.script.call("person.create", insisting).unwrap_err().code, Code::DuplicatePerson);

    // A namesake who is born on the same day is warned of, and entered where the user says so.
    let mut namesake = json!({ "identity": "19830417-9867", "first_name": "karin", "last_name": "LÖVGREN-ÅHS" });
    let warned = case.script.call("person.create", namesake.clone()).unwrap_err();
    assert_eq!((warned.code, warned.field.as_deref()), (Code::DuplicatePerson, Some("last_name")));
    namesake["in_spite_of_duplicate"] = json!(true);
    case.script.call("person.create", namesake).unwrap();
    assert_eq!(case.read("person.search", json!({ "text": "lövgren" })).as_array().unwrap().len(), 2);
}

#[test]
fn a_double_click_saves_once() {
    let mut case = Carried::through("parties");
    let id = "7f000000-0000-4000-8000-000000000001";
    let add = |text: &str| json!({ "command_id": id, "case": case.script.case(), "kind": "goal", "fields": { "text": text } });
    let (first, other) = (add("Sova"), add("Äta"));
    let saved = case.script.app.call("draft.add", first.clone()).unwrap();
    let again = case.script.app.call("draft.add", first).unwrap();
    assert_eq!(again["added"], saved["added"]);
    assert_eq!(again["view"]["case"]["goals"].as_array().unwrap().len(), 1);
    assert_eq!(refusal(case.script.app.call("draft.add", other), "Äta").0, Code::CommandIdReused);

    let act = |on: i64| json!({ "command_id": "7f000000-0000-4000-8000-000000000002", "case": case.script.case(), "answer": "yes", "on": day(on), "manner": "oral", "taken_by": "Per" });
    let (yes, changed) = (act(1), act(2));
    case.script.app.call("yes.record", yes.clone()).unwrap();
    let twice = case.script.app.call("yes.record", yes).unwrap();
    assert_eq!(twice["view"]["case"]["sip_yeses"].as_array().unwrap().len(), 2, "the case's own yes and this one, once");
    assert_eq!(refusal(case.script.app.call("yes.record", changed), "").0, Code::CommandIdReused);

    let nameless = json!({ "case": case.script.case(), "kind": "goal" });
    assert_eq!(refusal(case.script.app.call("draft.add", nameless), ""), at(Code::MalformedRequest, "command_id"));
}

/// What begins a person or a case makes its identifier anew each time, and is a retry none the less.
#[test]
fn whoever_is_entered_and_what_is_opened_on_a_double_click_is_one() {
    let mut case = Carried::through("first_start");
    let id = "7f000000-0000-4000-8000-000000000003";
    let entering = |name: &str| {
        let mut entering = person("19830417-2383", name);
        entering["command_id"] = json!(id);
        entering
    };
    let entered = case.script.app.call("person.create", entering("Ek")).unwrap();
    assert_eq!(case.script.app.call("person.create", entering("Ek")).unwrap(), entered);
    assert_eq!(case.read("person.search", json!({ "text": "Kim" })).as_array().unwrap().len(), 1);
    assert_eq!(refusal(case.script.app.call("person.create", entering("Ask")), "Ask").0, Code::CommandIdReused);

    let opening = |id: &str, plan: &str| json!({ "command_id": id, "person": entered["id"], "plan_type": plan });
    let other = "7f000000-0000-4000-8000-000000000004";
    let opened = case.script.app.call("case.open", opening(other, "sip")).unwrap();
    let again = case.script.app.call("case.open", opening(other, "sip")).unwrap();
    assert_eq!((&again["added"], &again["view"]["case"]), (&opened["added"], &opened["view"]["case"]));
    assert_eq!(case.read("case.list", json!({})).as_array().unwrap().len(), 1);
    for (id, plan) in [(other, "lss"), (id, "sip")] {
        assert_eq!(refusal(case.script.app.call("case.open", opening(id, plan)), "").0, Code::CommandIdReused, "{id}");
    }
}

#[test]
fn a_long_paste_is_stored_whole() {
    let mut case = Carried::through("yes_to_sip");
    let pasted = "Karin sover dåligt. ".repeat(10_000);
    assert_eq!(pasted.chars().count(), 200_000);
    case.script.set_single("need", json!({ "description": pasted })).unwrap();
    assert_eq!(case.see("/case/need/description"), pasted);
    case.script.on_case("case.undo", json!({})).unwrap();
    assert!(case.see("/case/need/description").as_str().unwrap().len() < 1_000);
    case.script.on_case("case.redo", json!({})).unwrap();
    let shown = json!({ "case": case.script.case() });
    assert_eq!(case.read("case.show", shown)["case"]["need"]["description"], pasted);
}

#[test]
fn text_is_stored_composed_and_without_marks_that_nobody_sees() {
    let mut case = Carried::through("yes_to_sip");
    for (typed, stored) in [
        ("Lo\u{308}vgren A\u{30a}hs", "Lövgren Åhs"),
        ("rad 1\r\nrad 2\rrad 3", "rad 1\nrad 2\nrad 3"),
        ("a\u{0}b\u{7}c\u{1b}[31m", "abc[31m"),
        ("112 \u{202e}negnir\u{202c} nu", "112 negnir nu"),
        ("\u{2066}Anna\u{2069}\u{200f}", "Anna"),
        ("åter\u{ad}falls\u{200b}prevention\u{feff}", "återfallsprevention"),
        ("👩‍👧 och måste ", "👩‍👧 och måste "),
    ] {
        case.script.set_single("preparation", json!({ "important": typed })).unwrap();
        assert_eq!(case.see("/case/preparation/important"), stored, "{typed:?}");
    }
    let entered = case.script.call("person.create", person("19121212-1212", "A\u{30a}hs")).unwrap();
    assert_eq!(entered["last_name"], "Åhs");
    assert_eq!(case.read("person.search", json!({ "text": "A\u{30a}hs" })).as_array().unwrap().len(), 2);
}

#[test]
fn dates_out_of_order_are_told_at_their_field() {
    let mut case = Carried::through("parties");
    let mut ground = json!({
        "party": case.script.id("anna"),
        "basis": "consent",
        "answer": "yes",
        "direction": "both",
        "scope": "whole_plan",
        "valid_from": day(10),
        "valid_to": day(1),
        "manner": "oral",
        "on": day(1),
        "taken_by": "Per",
    });
    assert_eq!(case.refused_at("ground.record", ground.clone()), at(Code::DatesOutOfOrder, "valid_to"));
    ground["valid_to"] = json!("31 februari");
    assert_eq!(case.refused_at("ground.record", ground.clone()), at(Code::DateUnreadable, "valid_to"));
    ground["valid_to"] = json!(" ");
    assert_eq!(case.refused_at("ground.record", ground.clone()), at(Code::EmptyField, "valid_to"));
    ground["until_further_notice"] = json!(true);
    case.script.on_case("ground.record", ground).unwrap();
    let figures = case.script.app.call("statistics.show", json!({ "from": "2027-13-01", "to": "2027-12-31" }));
    assert_eq!(refusal(figures, "2027-13-01"), at(Code::DateUnreadable, "from"));
}

/// In drafts nothing is refused for being unfinished; what is wrong is told at its field, and stops the fixing where it must.
#[test]
fn an_unfinished_plan_says_where() {
    let mut case = Carried::through("read_back");
    let goal = case.script.on_case("draft.add", json!({ "kind": "goal", "fields": { "text": " " } })).unwrap();
    let told =
        |case: &Carried, code: &str| case.see("/missing").as_array().unwrap().iter().find(|missing| missing["code"] == code).cloned();
    let empty = told(&case, "goal_empty").unwrap();
    assert_eq!((&empty["record"], &empty["field"], &empty["stops"]), (&json!(goal), &json!("text"), &json!(false)));
    assert_eq!(case.see("/plan/goals").as_array().unwrap().len(), 3, "an empty goal is on no paper");

    let measure = case.script.id("relapse_prevention");
    for (due_on, code) in [(day(1), "dates_out_of_order"), ("snart".to_owned(), "unreadable")] {
        case.script.set("relapse_prevention", "measure", json!({ "due_on": due_on })).unwrap();
        let wrong = told(&case, code).unwrap();
        assert_eq!((&wrong["record"], &wrong["field"], &wrong["stops"]), (&measure, &json!("due_on"), &json!(true)));
        assert_eq!(case.refused("plan.fix", json!({})).code, Code::PlanIncomplete);
    }
    case.script.set("relapse_prevention", "measure", json!({ "due_on": day(105) })).unwrap();
    case.next("deviation");
    case.next("version_1");
}

#[test]
fn what_a_field_cannot_hold_is_refused_at_it() {
    let mut case = Carried::through("meeting_planned");
    let goal = case.script.on_case("draft.add", json!({ "kind": "goal", "fields": {} })).unwrap();
    let set = |fields: Value| json!({ "kind": "goal", "id": goal, "fields": fields });
    assert_eq!(case.refused_at("draft.set", set(json!({ "term": "someday" }))), at(Code::InvalidValue, "term"));
    assert_eq!(case.refused_at("draft.set", set(json!({ "text": 7 }))), at(Code::InvalidValue, "text"));
    assert_eq!(case.refused_at("draft.set", set(json!({ "id": goal }))), at(Code::InvalidValue, "id"));
    assert_eq!(case.refused_at("draft.set", set(json!({ "colour": "red" }))), at(Code::InvalidValue, "colour"));
    let elsewhere = json!({ "kind": "party", "id": goal, "fields": { "name": "A" } });
    assert_eq!(case.refused_at("draft.set", elsewhere).0, Code::NotFound);
    let anna = case.script.id("anna");
    assert_eq!(case.refused_at("draft.remove", json!({ "kind": "party", "id": anna })).0, Code::InUse, "a consent names her");
    let refused = json!({ "kind": "asked_for", "outcome": "refused", "on": day(0), "who": "Karin" });
    assert_eq!(case.refused_at("offer.record", refused), at(Code::ReasonMissing, "reason"));
}

/// Two windows, or a slow one: what somebody else wrote meanwhile is not overwritten unseen.
#[test]
fn what_was_changed_meanwhile_is_not_overwritten() {
    let mut case = Carried::through("preparation");
    let id = case.see("/case/preparation/id");
    let set = |fields: Value, seen: Value| json!({ "kind": "preparation", "id": id, "fields": fields, "seen": seen });
    case.script.on_case("draft.set", set(json!({ "hard": "Helgerna." }), json!({ "hard": "Kvällarna." }))).unwrap();
    let late = case.refused("draft.set", set(json!({ "hard": "Mornarna." }), json!({ "hard": "Kvällarna." })));
    assert_eq!((late.code, late.field.as_deref()), (Code::ChangedMeanwhile, Some("hard")));
    assert_eq!(late.details, json!({ "stored": "Helgerna.", "yours": "Mornarna." }));
    case.script.on_case("draft.set", set(json!({ "works": "Systern." }), json!({ "works": "Kontakten med systern." }))).unwrap();
    assert_eq!(case.see("/case/preparation/hard"), "Helgerna.");
}

#[test]
fn what_is_no_command_or_no_request_is_refused_before_anything_is_done() {
    let mut case = Carried::begin();
    let empty = case.script.call("worklist.show", json!({}));
    assert_eq!(refusal(empty, "").0, Code::StoreEmpty);
    case.next("first_start");
    let weak = json!({ "old": samsyn_app::example::PASSPHRASE, "passphrase": "sommar2027" });
    assert_eq!(refusal(case.script.call("store.change_passphrase", weak), "sommar"), at(Code::PassphraseWeak, "passphrase"));
    assert_eq!(refusal(case.script.call("person.destroy", json!({})), "").0, Code::UnknownCommand);
    for request in [json!([]), json!("text"), json!({ "text": 7 }), json!({ "text": "a", "more": true }), json!({})] {
        let answer = case.script.app.call("person.search", request);
        assert_eq!(refusal(answer, "").0, Code::MalformedRequest);
    }
    assert_eq!(refusal(case.script.call("store.create", json!({})), "").0, Code::MalformedRequest);
    let nowhere = json!({ "case": "00000000-0000-7000-8000-000000000000", "kind": "goal" });
    assert_eq!(refusal(case.script.call("draft.add", nowhere), ""), at(Code::NotFound, "case"));

    case.next("need");
    let before = case.read("case.list", json!({ "closed": true }));
    case.read("store.lock", json!({}));
    for command in ["person.create", "case.open", "draft.add", "yes.record"] {
        assert_eq!(refusal(case.script.call(command, json!({})), "").0, Code::Locked, "{command}");
    }
    case.read("store.unlock", json!({ "passphrase": samsyn_app::example::PASSPHRASE }));
    assert_eq!(case.read("case.list", json!({ "closed": true })), before);
}
