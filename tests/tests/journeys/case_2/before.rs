//! D to D+5: the need, the judgement, three people's answers, and what each party may know.

use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

/// The units that Sara and Mikael consent to as well.
const UNITS: [&str; 3] = ["student_health", "bup", "youth_clinic"];

pub(super) fn the_school_sees_the_need_and_the_social_services_call(case: &mut Carried) {
    case.next("first_start");
    case.next("local_agreement");
    let store = case.read("store.status", json!({}))["open"].clone();
    assert_eq!((&store["organisation"]["principal"], &store["user"]["name"]), (&json!("municipality"), &json!("Olle Pettersson")));
    assert_eq!(store["organisation"]["activity"], "social_services");
    assert_eq!(store["profile"]["county"], "Norrbottens län");
    assert_eq!(store["profile"]["agreements"]["school_is_called"], true);
    assert_eq!((&store["profile"]["limits"]["need_to_call"], &store["profile"]["limits"]["need_to_meeting"]), (&Value::Null, &Value::Null));

    case.next("need");
    let need = case.see("/case/need");
    assert_eq!((&need["seen_by"], &need["seen_at_unit"]), (&json!("Ingrid Blom"), &json!("elevhälsan, gymnasieskolan")));
    assert_eq!(
        (&need["seen_on"], &need["waiting_for"], &need["waiting_since"]),
        (&json!("2027-01-11"), &json!("BUP"), &json!("2026-10-08"))
    );
    assert_eq!((&need["main_area"], &need["areas"]), (&json!("cannabis"), &json!(["cannabis", "mental_health", "school"])));
    assert_eq!((case.see("/child/age"), case.see("/child/eighteen_on")), (json!(17), json!("2027-03-12")));
    assert_eq!(case.see("/case/child/custody"), "joint");
    assert_eq!(case.tasks(), ["ask_for_yes", "turns_eighteen Elias"]);
    assert_eq!(case.see("/tasks/0/due"), Value::Null, "Norrbotten has no known limit of days");
}

pub(super) fn what_would_reveal_sara_is_hidden(case: &mut Carried) {
    assert_eq!(case.see("/case/person/address"), "Rimfrostgränd 7, 982 32 Gällivare", "nobody is protected yet");
    case.next("parties");
    assert_eq!(case.each("/case/parties", "protection")[3], "protected_registration");
    for hidden in ["/case/parties/3/phone", "/case/parties/3/address", "/case/person/address", "/case/person/municipality"] {
        assert_eq!(case.see(hidden), "", "{hidden}: Elias lives with her, and his address is hers");
    }
    assert_eq!(case.see("/case/parties/4/phone"), "070-174 06 42", "Mikael is not protected");
    assert_eq!(case.each("/case/roles", "role"), ["initiator", "convener"]);
    assert_eq!(case.each("/case/roles", "name"), ["Ingrid Blom", "Olle Pettersson"]);
}

pub(super) fn a_judgement_and_no_count_says_whose_consent_is_needed(case: &mut Carried) {
    assert_eq!(case.gate("bup")["read"], "judgement_missing");
    assert_eq!(case.see("/child/judgement"), Value::Null);
    let nobody = json!({ "child": false, "maturity": "17 år", "reason": "", "judged_by": "Olle Pettersson", "on": "2027-01-13" });
    assert_eq!(case.refused_at("judgement.record", nobody).1, Some("guardians".to_owned()));

    case.next("judgement");
    let judged = case.see("/case/consent_judgements/0");
    assert_eq!((&judged["child"], &judged["guardians"]), (&json!(true), &json!([])));
    assert_eq!(judged["judged_by"], "Olle Pettersson, socialsekreterare");
    assert_eq!(case.see("/child/judgement"), judged["id"]);
    assert_eq!(case.gate("bup")["read"], "ground_missing");
}

pub(super) fn mikael_has_not_answered_and_that_stops_nothing(case: &mut Carried) {
    case.next("elias_and_sara_answer");
    assert_eq!(case.each("/case/sip_yeses", "manner"), ["written", "oral"]);
    assert_eq!(case.each("/case/sip_yeses", "given_by"), [Value::Null, case.script.id("sara")]);
    let mikael = answer_of(case, "mikael");
    assert_eq!((&mikael["sip"], &mikael["needed"]), (&Value::Null, &json!(false)), "the judgement does not ask for his answer");
    assert!(case.tasks().contains(&"guardian_answer Mikael Mäkitalo".to_owned()), "{:?}", case.tasks());
    assert!(!case.stops().contains(&json!("sip_yes")));
    let silent = case.see("/missing").as_array().unwrap().iter().find(|missing| missing["code"] == "guardian_answer").cloned().unwrap();
    assert_eq!((&silent["stops"], &silent["record"]), (&json!(false), &case.script.id("mikael")));
    holds(&case.paper("ja-till-sip"), &["Elias Tuolja Mäkitalo", "Sara Tuolja", "Muntligt", "Olle Pettersson"], &[]);
}

/// How a guardian has answered.
fn answer_of(case: &Carried, guardian: &str) -> Value {
    let (answers, guardian) = (case.see("/child/answers"), case.script.id(guardian));
    answers.as_array().unwrap().iter().find(|answer| answer["giver"] == guardian).cloned().unwrap()
}

pub(super) fn each_party_has_a_ground_of_its_own(case: &mut Carried) {
    case.next("consents");
    let opened = |case: &Carried, party: &str| (case.gate(party)["attend"].clone(), case.gate(party)["kinds"].clone());
    assert_eq!(opened(case, "student_health"), (Value::Null, json!(["schooling"])));
    assert_eq!(opened(case, "bup"), (Value::Null, json!(["addiction", "mental_health", "schooling"])));
    assert_eq!(opened(case, "marja"), (Value::Null, json!(["practical", "whereabouts"])));
    assert_eq!(opened(case, "sara"), (Value::Null, all_but(&[])));
    assert_eq!(opened(case, "youth_clinic"), (Value::Null, all_but(&["whereabouts"])), "where Sara is, no consent to a plan opens");
    assert_eq!(opened(case, "mikael"), (Value::Null, all_but(&["test_results", "whereabouts"])));

    let before = UNITS.map(|unit| opened(case, unit));
    case.next("saras_consents");
    assert_eq!(UNITS.map(|unit| opened(case, unit)), before, "her consent is noted beside his, and opens nothing by itself");
}

/// Every kind of information but these, in the order of the list.
fn all_but(hidden: &[&str]) -> Value {
    let all = [
        "addiction",
        "mental_health",
        "medicine",
        "physical_health",
        "work",
        "schooling",
        "economy",
        "housing",
        "family",
        "practical",
        "test_results",
        "whereabouts",
    ];
    json!(all.iter().filter(|kind| !hidden.contains(kind)).collect::<Vec<_>>())
}

pub(super) fn the_test_result_stays_with_its_owner(case: &mut Carried) {
    case.next("what_mikael_may_know");
    let judged = case.see("/case/know_judgements/0");
    assert_eq!((&judged["guardian"], &judged["kind"]), (&case.script.id("mikael"), &json!("test_results")));
    assert_eq!(
        (&judged["may_know"], &judged["ground"], &judged["owner"]),
        (&json!(false), &json!("maturity"), &json!("ungdomsmottagningen"))
    );

    // Not even a consent that names the test opens it to him.
    let wider = json!({
        "party": case.script.id("mikael"), "basis": "consent", "answer": "yes", "direction": "both", "scope": "kinds",
        "kinds": ["test_results"], "attends": true, "valid_from": "2027-01-13", "until_further_notice": true, "manner": "oral",
        "on": "2027-01-13", "taken_by": "Olle Pettersson",
    });
    case.script.on_case("ground.record", wider).unwrap();
    assert!(!case.gate("mikael")["kinds"].as_array().unwrap().contains(&json!("test_results")));
    let ground = case.each("/case/grounds", "id").pop().unwrap();
    case.script.on_case("ground.withdraw", json!({ "ground": ground, "from": "2027-01-13", "manner": "oral" })).unwrap();
}

pub(super) fn mikael_answers_by_himself(case: &mut Carried) {
    case.next("mikael_answers");
    assert_eq!(case.see("/case/sip_yeses/2/manner"), "digital");
    assert_eq!(case.see("/case/sip_yeses/2/on"), "2027-01-16");
    assert_eq!(answer_of(case, "mikael")["sip"], "yes");
    assert!(!case.tasks().iter().any(|task| task.starts_with("guardian_answer")));
    for unit in UNITS {
        let given: Vec<Value> = case
            .see("/case/grounds")
            .as_array()
            .unwrap()
            .iter()
            .filter(|ground| ground["party"] == case.script.id(unit))
            .map(|ground| ground["given_by"].clone())
            .collect();
        assert_eq!(given, [Value::Null, case.script.id("sara"), case.script.id("mikael")], "three people's consent, each apart");
    }
    let paper = case.paper("samtycken");
    holds(&paper, &["Sara Tuolja", "Mikael Mäkitalo", "Elias", "Digitalt", "Hans eget samtycke räcker"], &["Rimfrost", "070-174 06 41"]);
}
