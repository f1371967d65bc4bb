//! The plan as a braid, and the timeline, of the three cases.

use samsyn_app::Code;
use samsyn_app::example::{CASE_1, CASE_2, CASE_3};
use serde_json::{Value, json};

use super::carried::{Carried, Phases, holds};

fn braid(case: &mut Carried, version: &Value) -> Value {
    let request = json!({ "case": case.script.case(), "version": version });
    case.read("braid.show", request)
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// A braid in words: what was found, each strand with what is done on it, and the meetings.
fn words(braid: &Value) -> String {
    let told = &braid["told"];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let found = list(&told["findings"]).iter().map(|found| format!("! {}: {}", text(&found["title"]), text(&found["words"])));
    let strands = list(&told["strands"]).iter().flat_map(|strand| {
        let knots = list(&strand["knots"]).iter().map(|knot| format!("  {}", text(&knot["sentence"])));
        [format!("{} ({})", text(&strand["name"]), text(&strand["group_words"]))].into_iter().chain(knots).collect::<Vec<_>>()
    });
    let meetings = list(&told["meetings"]).iter().map(|meeting| format!("× {}", text(meeting)));
    found.chain(strands).chain(meetings).collect::<Vec<_>>().join("\n")
}

fn of(phases: Phases, phase: &str) -> String {
    let mut case = Carried::of_through(phases, phase);
    words(&braid(&mut case, &Value::Null))
}

#[test]
fn the_braids_of_the_three_cases_say_who_does_what_and_what_does_not_hold_together() {
    insta::assert_snapshot!("case_1_fixed", of(CASE_1, "version_1"));
    insta::assert_snapshot!("case_1_followed_up", of(CASE_1, "follow_up_1"));
    insta::assert_snapshot!("case_2_double_work", of(CASE_2, "measures"));
    insta::assert_snapshot!("case_2_revised", of(CASE_2, "version_2"));
    insta::assert_snapshot!("case_3_discharged", of(CASE_3, "version_2"));
}

#[test]
fn double_work_is_seen_until_the_meeting_has_solved_it() {
    let mut case = Carried::of_through(CASE_2, "measures");
    let found = |braid: &Value| list(&braid["told"]["findings"]).iter().any(|found| found["finding"]["finding"] == "double");
    assert!(found(&braid(&mut case, &Value::Null)));
    case.go_on_through("double_work_is_solved");
    assert!(!found(&braid(&mut case, &Value::Null)));
}

#[test]
fn each_measure_is_drawn_once_and_a_version_stays_as_it_was_fixed() {
    let mut case = Carried::through("version_2");
    let drawn = |braid: &Value| {
        let parts = list(&braid["picture"]["parts"]).iter().filter(|part| part["kind"] == "knot" && !part["measure"].is_null());
        let mut measures: Vec<String> = parts.map(|part| part["measure"].to_string()).collect();
        measures.sort();
        measures
    };
    let mut measures: Vec<String> = case.each("/case/measures", "id").iter().map(Value::to_string).collect();
    measures.sort();
    assert_eq!(drawn(&braid(&mut case, &Value::Null)), measures);

    let person = |braid: &Value| words(braid).contains("Eva Ström");
    let (first, second) = (case.script.id("version_1"), case.script.id("version_2"));
    assert!(!person(&braid(&mut case, &first)) && person(&braid(&mut case, &second)));
    let unknown = json!({ "case": case.script.case(), "version": case.script.case() });
    let refusal = case.script.app.call("braid.show", unknown).expect_err("there is no such version");
    assert_eq!(refusal.code, Code::NotFound);
}

#[test]
fn the_braid_on_paper_is_the_persons_and_goes_to_no_party() {
    let mut case = Carried::through("version_2");
    let document = json!({ "document": "braid" });
    let text = case.saved(&document, &json!({ "to": "person" })).unwrap();
    holds(&text, &["Fläta", "Återfallsprevention", "hälsocentralen Lugnvik", "Ringer Anna"], &["UTKAST"]);
    for party in ["addiction_unit", "anna"] {
        let to = case.to(party);
        assert_eq!(case.saved(&document, &to), Err(Code::GroundTooNarrow), "{party}");
    }
    let logged = list(&case.read("case.show", json!({ "case": case.script.case() }))["case"]["disclosures"]).last().cloned().unwrap();
    assert_eq!((&logged["kind"], &logged["version"]), (&json!("braid"), &Value::Null), "the plan itself has still to be given");
}

#[test]
fn the_timeline_tells_what_has_happened_and_what_is_booked() {
    let mut case = Carried::through("version_2");
    let happenings = case.read("timeline.show", json!({ "case": case.script.case() }));
    let of_kind = |kind: &str| list(&happenings).iter().filter(|each| each["kind"] == kind).count();
    assert_eq!([of_kind("sip_yes"), of_kind("version_fixed"), of_kind("deviated"), of_kind("meeting_held")], [1, 2, 1, 1]);
    assert!(of_kind("consent_given") >= 5 && of_kind("consent_refused") == 1 && of_kind("call_sent") == 2);
    let days: Vec<&str> = list(&happenings).iter().map(|each| each["on"].as_str().unwrap()).collect();
    assert!(days.is_sorted());
    let ahead: Vec<&Value> = list(&happenings).iter().filter(|each| each["ahead"] == true).map(|each| &each["kind"]).collect();
    assert!(ahead.contains(&&json!("meeting_booked")) && ahead.contains(&&json!("ground_ends")), "{ahead:?}");
}
