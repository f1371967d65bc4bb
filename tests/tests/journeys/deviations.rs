//! A deviation from where it happened to its answer: told, sent, waited for, answered, printed and counted.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds};

fn reported(case: &mut Carried, kind: &str, sent_to: &str) -> Value {
    let party = case.script.id("health_centre");
    let said = json!({ "kind": kind, "party": party, "on": day(15), "event": "Läkarbedömningen blev inte av.", "sent_to": sent_to });
    case.script.on_case("deviation.record", said).unwrap();
    case.each("/case/deviations", "id").pop().unwrap()
}

#[test]
fn a_deviation_that_was_sent_waits_for_its_answer() {
    let mut case = Carried::through("version_1");
    assert!(!case.tasks().iter().any(|task| task.starts_with("deviation_unanswered")), "the first was sent to nobody");
    let deviation = reported(&mut case, "measure_not_done", "verksamhetschefen");
    assert!(case.tasks().contains(&"deviation_unanswered verksamhetschefen".to_owned()), "{:?}", case.tasks());

    let answer = json!({ "deviation": deviation, "on": day(18), "answered_by": "Sara Wik, verksamhetschef", "answer": "Ny tid är bokad." });
    let mut unsaid = answer.clone();
    unsaid["answer"] = json!(" ");
    assert_eq!(case.refused_at("deviation.answer", unsaid), (Code::EmptyField, Some("answer".to_owned())));
    let mut unknown = answer.clone();
    unknown["deviation"] = case.script.id("meeting");
    assert_eq!(case.refused_at("deviation.answer", unknown), (Code::NotFound, Some("deviation".to_owned())));
    case.script.on_case("deviation.answer", answer).unwrap();
    assert!(!case.tasks().iter().any(|task| task.starts_with("deviation_unanswered")));
}

#[test]
fn the_report_asks_for_an_answer_until_it_holds_one() {
    let mut case = Carried::through("version_1");
    let deviation = reported(&mut case, "no_reply", "verksamhetschefen");
    let document = json!({ "document": "deviation", "deviation": deviation });
    case.script.paper("avvikelse-fraga", document.clone()).unwrap();
    holds(&case.paper("avvikelse-fraga"), &["Svar saknas", "sänd svaret till enheten"], &["Ny tid är bokad"]);
    let answer = json!({ "deviation": deviation, "on": day(18), "answered_by": "Sara Wik", "answer": "Ny tid är bokad." });
    case.script.on_case("deviation.answer", answer).unwrap();
    case.script.paper("avvikelse-svar", document).unwrap();
    holds(&case.paper("avvikelse-svar"), &["Sara Wik", "Ny tid är bokad."], &["sänd svaret till enheten"]);
}

#[test]
fn answered_and_unanswered_are_counted_apart() {
    let mut case = Carried::through("version_1");
    let deviation = reported(&mut case, "consent_broken", "dataskyddsombudet");
    let answer = json!({ "deviation": deviation, "on": day(18), "answered_by": "ombudet", "answer": "Personen är underrättad." });
    case.script.on_case("deviation.answer", answer).unwrap();
    let counted = case.read("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    assert_eq!((&counted["deviations"], &counted["deviations_answered"]), (&json!(2), &json!(1)));
}

/// An answer may come when the plan has been closed.
#[test]
fn an_answer_is_noted_after_the_closing_too() {
    let mut case = Carried::through("closing");
    let answer =
        json!({ "deviation": case.script.id("deviation"), "on": day(150), "answered_by": "chefen", "answer": "Vi har en ny rutin." });
    case.script.on_case("deviation.answer", answer).unwrap();
    assert_eq!(case.see("/case/deviation_answers/0/answered_by"), "chefen");
}

/// A change that came after the reading has no answer of the person's, and the paper of it says so.
#[test]
fn a_change_that_was_not_read_back_is_not_said_to_be_agreed_to() {
    let case = Carried::through("version_2");
    holds(&case.paper("skillnad-version-2"), &["Personens svar", "Ändringen är inte uppläst för personen."], &[]);
}
