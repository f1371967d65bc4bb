//! D+10 to D+60: copies, discharge, the solved question, the withdrawal, the follow-up and the move.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

pub(super) fn each_gets_what_they_may_see(case: &mut Carried) {
    case.next("copies");
    let (home, medicine, work) = ("Stödboende", "LARO-bedömning", "Arbetsprövning");
    holds(&case.paper("kopia-socialtjansten"), &[home, "Daglig medicinutdelning"], &[medicine, work, "Övervakning"]);
    holds(&case.paper("kopia-hemsjukvarden"), &[medicine, "Daglig medicinutdelning"], &[home, work, "Övervakning"]);
    holds(&case.paper("kopia-beroendecentrum"), &[home, medicine, work, "Övervakning"], &["Något är utelämnat"]);
    holds(&case.paper("kopia-frivarden"), &[home, "Övervakning"], &[medicine, work, "naloxon", "19710925"]);
    holds(&case.paper("kopia-arbetsmarknad"), &[work, "Ett arbete med händerna."], &[home, medicine, "naloxon", "19710925"]);
    holds(&case.paper("egen-sida"), &["Ta medicinen varje dag."], &[]);
}

pub(super) fn the_discharge_is_told(case: &mut Carried) {
    case.next("discharged");
    assert_eq!(case.see("/discharge/discharged_on"), day(11));
    assert_eq!(case.each("/case/notices", "kind"), ["admission", "ready", "discharged"]);
    holds(&case.paper("utskriven"), &["fredag 22 januari 2027 kl. 13.00"], &["opioid", "Stödboende"]);
}

pub(super) fn the_question_is_solved_in_version_2(case: &mut Carried) {
    let first = case.see("/case/versions/0");
    assert!(case.tasks().iter().any(|task| task.starts_with("question_due")));
    case.next("version_2");
    assert_eq!(case.see("/case/versions/0"), first, "version 1 never changes");
    assert!(!case.tasks().iter().any(|task| task.starts_with("question_due")));
    holds(&case.paper("plan-version-2"), &["Kommunen delar ut medicinen.", "Leif Holm"], &[]);
    holds(&case.paper("skillnad-version-2"), &["Daglig medicinutdelning", "Kommunen delar ut medicinen."], &[]);
}

pub(super) fn there_is_a_place_for_finnish(case: &mut Carried) {
    case.next("translation");
    let attachment = case.see("/case/attachments/0");
    assert_eq!((&attachment["version"], &attachment["kind"]), (&case.script.id("version_2"), &json!("other")));
    assert!(attachment["label"].as_str().unwrap().contains("finska"));
}

pub(super) fn a_withdrawal_says_what_stops_and_what_has_gone(case: &mut Carried) {
    let ground = case.script.id("labour_ground");
    let request = json!({ "case": case.script.case(), "ground": ground, "from": day(25) });
    let consequences = case.read("ground.consequences", request);
    assert!(consequences.to_string().contains("work"), "{consequences}");
    let fixed = case.see("/case/versions");
    case.next("withdrawal");
    assert_eq!(case.see("/case/versions"), fixed, "nothing that is fixed changes");
    assert_eq!(case.gate("labour")["read"], "ground_withdrawn");
    let labour = case.script.id("labour");
    let copy = json!({ "document": "copy", "version": case.script.id("version_2"), "party": labour });
    let request = json!({ "document": copy, "recipient": { "to": "party", "party": labour }, "delivery": "post" });
    assert_eq!(case.refused_at("document.hand_over", request).0, Code::GroundWithdrawn);
    holds(&case.paper("aterkallelse"), &["arbetsmarknadsförvaltningen"], &[]);
}

pub(super) fn the_plan_is_followed_up_by_phone(case: &mut Carried) {
    case.next("follow_up_1");
    let held = case.see("/case/follow_ups/0");
    assert_eq!((&held["on"], &held["outcome"]), (&json!(day(31)), &json!("continue")), "in time");
    assert_eq!(case.see("/case/meetings/1/form"), "phone");
    holds(&case.paper("uppfoljning-1"), &["Ett eget kontrakt.", "torsdag 11 februari 2027"], &[]);
}

pub(super) fn the_plan_is_closed_by_the_move(case: &mut Carried) {
    case.next("move");
    let ground = case.see("/case/grounds");
    let new = ground.as_array().unwrap().last().unwrap();
    assert_eq!((&new["basis"], &new["on"]), (&json!("consent"), &json!(day(60))), "with a consent of its own");
    holds(&case.paper("underlag-lulea"), &["Stödboende", "Daglig medicinutdelning"], &[]);
    case.next("closing");
    assert_eq!(case.see("/case/closings/0/reason"), "moved");
    holds(&case.paper("avslut"), &["Arbetsprövningen. Luleå kommun tar vid."], &[]);
    assert_eq!(case.tasks().iter().filter(|task| !task.starts_with("file_plan")).collect::<Vec<_>>(), Vec::<&String>::new());
}

pub(super) fn all_that_went_out_is_in_the_log(case: &mut Carried) {
    let log = case.see("/case/disclosures");
    let count = |kind: &str| log.as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).count();
    assert_eq!((count("notice"), count("call"), count("plan_copy"), count("own_page")), (6, 12, 7, 1));
    assert!(log.as_array().unwrap().iter().all(|entry| entry["party"] == Value::Null || entry["grounds"] != json!([])));
    holds(&case.paper("utlamnandelogg"), &["frivården", "socialtjänsten", "Luleå kommun"], &[]);
}
