//! D+18: the room, Elias' words, double work, the school, and the read-back.

use samsyn_app::{Code, Texts};
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

pub(super) fn they_come_and_the_leader_sees_who_may_not_hear_what(case: &mut Carried) {
    case.next("meeting_begins");
    assert_eq!(
        case.each("/case/presences", "mark"),
        ["came", "came", "came", "came", "came", "came", "absent_notified"],
        "all but mormor, who has said that she cannot come"
    );
    assert_eq!(case.may_not_hear("sara"), Some(json!([])));
    assert_eq!(case.may_not_hear("mikael"), Some(json!(["test_results"])));
    assert_eq!(case.may_not_hear("student_health"), Some(json!(["addiction", "mental_health", "test_results"])));
    assert_eq!(case.may_not_hear("marja"), None);
}

pub(super) fn elias_speaks_first(case: &mut Carried) {
    case.next("elias_speaks");
    assert_eq!(case.see("/plan/own_words"), "Jag vill klara trean och inte ha sju vuxna som frågar samma sak.");
    assert!(case.see("/case/child/best_interests").as_str().unwrap().starts_with("Det är bäst för Elias"));
    assert_eq!(case.see("/case/child/opinion"), "Jag vill sova, och slippa vara trött i skolan.");
    case.next("goals");
    assert_eq!(case.each("/plan/goals", "text"), ["Vara i skolan fyra dagar i veckan.", "Sova på natten.", "Sluta röka på."]);
}

pub(super) fn double_work_is_pointed_at_and_solved(case: &mut Carried) {
    case.next("measures");
    assert_eq!(case.each("/plan/measures", "text"), ["Bedömning och behandling", "Cannabisprogram för unga", "Samtalsstöd", "Samtalsstöd"]);
    assert_eq!(case.each("/plan/measures", "principal"), ["region", "municipality", "municipality", "region"]);
    let double = |case: &Carried| case.each("/missing", "code").iter().filter(|code| **code == "measure_double").count();
    assert_eq!(double(case), 1, "two principals mean to give the same talks");
    assert!(!case.stops().contains(&json!("measure_double")), "it is pointed at and stops nothing");

    case.next("double_work_is_solved");
    assert_eq!(double(case), 0);
    assert_eq!(case.each("/plan/measures", "unit"), ["BUP", "socialtjänstens öppenvård", "ungdomsmottagningen"]);
    assert_eq!(case.each("/plan/measures", "due_on")[0], "2027-02-25", "D+45");
    assert_eq!(case.each("/plan/measures", "starts_on")[1..], ["2027-02-05", "2027-02-05"], "D+25");
}

pub(super) fn the_school_is_no_huvudman(case: &mut Carried) {
    assert!(case.stops().contains(&json!("other_measures")));
    case.next("measures_by_others");
    assert_eq!(case.see("/plan/other_measures/0/text"), "Anpassad studiegång");
    assert_eq!(case.see("/plan/other_measures/0/done_by"), "gymnasieskolan");
    assert_eq!(case.stops(), ["overall"]);

    let frame = case.see("/case/plan_frame/id");
    let school = json!({ "kind": "plan_frame", "id": frame, "fields": { "overall": "school" } });
    assert_eq!(case.refused_at("draft.set", school), (Code::InvalidValue, Some("overall".to_owned())));

    let why = Texts::swedish().get("school-not-principal");
    holds(&why, &["inte huvudman", "övergripande ansvaret", "åtgärd av annan"], &[]);

    case.next("responsibility");
    assert_eq!(case.stops(), [Value::Null; 0]);
    assert_eq!((case.see("/plan/overall"), case.see("/plan/follow_up/on")), (json!("municipality"), json!("2027-02-26")));
}

pub(super) fn mikael_leaves_and_elias_says_yes(case: &mut Carried) {
    case.next("mikael_leaves");
    let left = case.see("/case/presences").as_array().unwrap().last().cloned().unwrap();
    assert_eq!((&left["mark"], &left["when"]), (&json!("left"), &json!("2027-01-29T13:50:00Z")));
    assert_eq!(case.may_not_hear("mikael"), None, "who has left hears nothing more");
    case.next("read_back");
    assert_eq!(case.see("/plan/read_back"), "yes");
}
