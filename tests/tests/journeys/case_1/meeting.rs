//! D+14, the meeting: the room, the goals and measures, and the four contents of the law.

use samsyn_app::Code;
use serde_json::{Value, json};

use crate::journeys::carried::Carried;

pub(super) fn eva_stays_away_without_a_word(case: &mut Carried) {
    case.script.at(14, "13.00").unwrap();
    let shown = json!({ "case": case.script.case() });
    assert_eq!(case.read("case.show", shown)["tasks"][0]["code"], "meeting_today");

    case.next("meeting_begins");
    assert_eq!(case.each("/case/presences", "mark"), ["came", "came", "came", "came", "absent_silent"]);
    assert_eq!(case.see("/plan/meeting/absent"), json!(["Eva Ström, hälsocentralen Lugnvik"]));
    assert_eq!(case.see("/plan/meeting/leader"), "Per Nyström");
    assert_eq!(case.see("/plan/own_words"), "Att slippa berätta allt på nytt, och att orka jobba.");
    assert_eq!(case.may_not_hear("health_centre"), None, "who is not in the room hears nothing");

    // The county's profile locks after ten minutes without a touch, but never while a meeting runs.
    case.script.at(14, "13.44").unwrap();
    case.script.app.tick();
    assert_eq!(case.read("store.status", json!({}))["state"], "open");
}

pub(super) fn the_leader_sees_who_may_not_hear_of_medicines(case: &mut Carried) {
    assert_eq!(case.may_not_hear("addiction_unit"), Some(json!([])));
    assert_eq!(case.may_not_hear("anna"), Some(json!(["medicine"])));
    let lena = case.may_not_hear("rsmh").unwrap();
    assert!(lena.as_array().unwrap().contains(&json!("medicine")), "{lena}");

    // Karin says yes for Anna; Lena goes out.
    case.next("medicines_come_up");
    assert_eq!(case.may_not_hear("anna"), Some(json!([])));
    assert_eq!(case.may_not_hear("rsmh"), None);
    let newest = case.each("/case/grounds", "meeting").pop();
    assert_eq!(newest, Some(case.script.id("meeting")), "the consent is noted as given in the room");

    case.next("everybody_is_back");
    assert_eq!(case.may_not_hear("rsmh"), Some(lena));
}

/// 10 kap. 9 § SoL and 16 kap. 4 § HSL: measures, who answers for each, measures by others, and the overall responsibility.
pub(super) fn the_plan_waits_for_the_four_contents(case: &mut Carried) {
    case.next("goals");
    refused_for(case, &["measures", "other_measures", "overall"]);

    case.next("measures");
    refused_for(case, &["other_measures", "overall"]);
    let measure = case.script.id("relapse_prevention");
    case.script.set("relapse_prevention", "measure", json!({ "principal": null })).unwrap();
    let missing = refused_for(case, &["measure_principal", "other_measures", "overall"]);
    assert_eq!((&missing[0]["record"], &missing[0]["field"]), (&measure, &json!("principal")));
    case.script.on_case("case.undo", json!({})).unwrap();

    case.next("measures_by_others");
    refused_for(case, &["overall"]);
    case.next("open_and_crisis");
    refused_for(case, &["overall"]);
    case.next("responsibility");

    // The question that nobody could answer stays open and stops nothing; nor does a measure without a person.
    assert_eq!(case.see("/plan/open_questions/0/solution"), "");
    assert_eq!(case.stops(), [Value::Null; 0]);
    let reminders = case.each("/missing", "code");
    assert!(reminders.contains(&json!("measure_person")) && reminders.contains(&json!("read_back")), "{reminders:?}");
    assert_eq!(case.see("/plan/overall"), "municipality");
    assert_eq!(case.see("/plan/coordinator"), "Per Nyström, öppenvården Nexus");
    assert_eq!(case.see("/plan/follow_up/on"), "2027-03-08");
    assert_eq!(case.see("/plan/follow_up/at"), "13:30:00");
}

/// The plan is refused with exactly what is missing, which the view has said all the time.
#[track_caller]
fn refused_for(case: &mut Carried, codes: &[&str]) -> Value {
    assert_eq!(case.stops(), codes);
    let refusal = case.refused("plan.fix", json!({}));
    assert_eq!(refusal.code, Code::PlanIncomplete);
    let missing = refusal.details["missing"].clone();
    assert_eq!(missing.as_array().unwrap().iter().map(|missing| missing["code"].clone()).collect::<Vec<_>>(), codes);
    missing
}

pub(super) fn karin_says_yes_to_what_is_read_back(case: &mut Carried) {
    case.next("read_back");
    assert_eq!(case.see("/plan/read_back"), "yes");
    assert_eq!(case.each("/case/meeting_marks", "mark"), ["started", "ended"]);
    assert_eq!(case.tasks(), ["fix_plan", "question_due Maria Sundin, beroendeenheten", "follow_up_coming"]);
}
