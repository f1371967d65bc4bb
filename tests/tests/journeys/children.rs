//! The judgements before a consent: what the commands take and refuse, and what the gate and the screen make of them.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::Carried;

/// Case 1 with a guardian and a representative among the parties. Karin is an adult: the commands take what is said all the same.
fn begun() -> Carried {
    let mut case = Carried::through("need");
    let party = |kind: &str, name: &str| json!({ "kind": kind, "name": name });
    case.script.add("guardian", "party", party("guardian", "Sara Tuolja")).unwrap();
    case.script.add("trustee", "party", party("representative", "Gun Berg")).unwrap();
    case.script.add("school", "party", party("school", "Ingrid Blom")).unwrap();
    case
}

fn with(request: &Value, field: &str, value: Value) -> Value {
    let mut changed = request.clone();
    changed[field] = value;
    changed
}

fn refused(case: &mut Carried, command: &str, request: Value, code: Code, field: &str) {
    assert_eq!(case.refused_at(command, request), (code, Some(field.to_owned())), "{command}");
}

#[test]
fn what_is_noted_about_the_child_or_a_role_begins_the_preparation() {
    let mut case = begun();
    assert_eq!(case.see("/steps/2"), json!({ "step": "preparation", "progress": "empty" }));
    case.script.set_single("child", json!({ "informed": "Med bilder." })).unwrap();
    assert_eq!(case.see("/steps/2/progress"), "begun");
    case.script.set_single("child", json!({ "informed": "" })).unwrap();
    assert_eq!(case.see("/steps/2/progress"), "empty");
    case.script.add("role", "role", json!({})).unwrap();
    assert_eq!(case.see("/steps/2/progress"), "begun");
}

#[test]
fn a_judgement_names_guardians_and_stands_with_its_reason() {
    let mut case = begun();
    let (guardian, school) = (case.script.id("guardian"), case.script.id("school"));
    let judgement = json!({
        "child": true, "guardians": [guardian], "maturity": "17 år", "reason": "Vill själv", "judged_by": "Olle Pettersson", "on": day(2),
    });
    let nobody = with(&with(&judgement, "child", json!(false)), "guardians", json!([]));
    refused(&mut case, "judgement.record", nobody, Code::EmptyField, "guardians");
    refused(&mut case, "judgement.record", with(&judgement, "guardians", json!([school])), Code::InvalidValue, "guardians");
    let unknown = json!(["01890000-0000-7000-8000-000000000000"]);
    refused(&mut case, "judgement.record", with(&judgement, "guardians", unknown), Code::NoSuchParty, "guardians");
    for field in ["maturity", "reason", "judged_by", "on"] {
        refused(&mut case, "judgement.record", with(&judgement, field, json!(" ")), Code::EmptyField, field);
    }
    case.script.on_case("judgement.record", judgement).unwrap();
    assert_eq!(case.see("/case/consent_judgements/0/guardians"), json!([guardian]));
    assert_eq!(case.refused_at("draft.remove", json!({ "kind": "party", "id": guardian })).0, Code::InUse);
    assert_eq!(case.see("/child"), Value::Null, "an adult is no child");
}

#[test]
fn what_a_guardian_may_not_know_needs_a_ground_a_reason_and_its_owner() {
    let mut case = begun();
    let (guardian, school) = (case.script.id("guardian"), case.script.id("school"));
    let know = json!({
        "guardian": guardian, "kind": "test_results", "may_know": false, "ground": "maturity", "reason": "Bestämmer själv",
        "owner": "Ungdomsmottagningen", "judged_by": "Anja Kemi", "on": day(2),
    });
    refused(&mut case, "know.record", with(&know, "ground", Value::Null), Code::EmptyField, "ground");
    for field in ["reason", "owner", "judged_by"] {
        refused(&mut case, "know.record", with(&know, field, json!("")), Code::EmptyField, field);
    }
    refused(&mut case, "know.record", with(&know, "guardian", school), Code::InvalidValue, "guardian");
    case.script.on_case("know.record", know.clone()).unwrap();
    case.script.on_case("know.record", with(&with(&know, "may_know", json!(true)), "reason", json!(""))).unwrap();
    assert_eq!(case.each("/case/know_judgements", "ground"), [json!("maturity"), Value::Null]);
}

#[test]
fn only_a_guardian_or_a_representative_answers_for_somebody_else() {
    let mut case = begun();
    let (trustee, school) = (case.script.id("trustee"), case.script.id("school"));
    let yes =
        json!({ "answer": "yes", "on": day(2), "manner": "oral", "taken_by": "Per Nyström", "given_by": school, "interpreter": "Tolk" });
    refused(&mut case, "yes.record", yes.clone(), Code::InvalidValue, "given_by");
    case.script.on_case("yes.record", with(&yes, "given_by", trustee.clone())).unwrap();
    let ground = json!({
        "party": school, "basis": "consent", "answer": "yes", "direction": "both", "scope": "whole_plan", "attends": true,
        "valid_from": day(2), "valid_to": day(90), "manner": "oral", "on": day(2), "taken_by": "Per Nyström", "given_by": school,
    });
    refused(&mut case, "ground.record", ground.clone(), Code::InvalidValue, "given_by");
    case.script.on_case("ground.record", with(&ground, "given_by", trustee.clone())).unwrap();
    case.script.at(2, "09.00").unwrap();
    case.script.set("school", "party", json!({ "title": "kurator" })).unwrap();
    assert_eq!(case.gate("school")["read"], "ground_missing", "nobody has decided that Karin cannot consent herself");

    let cannot = json!({ "ground": "Medvetslös", "decided_by": "Överläkaren", "representative": trustee, "on": day(2) });
    refused(&mut case, "cannot_consent.record", with(&cannot, "representative", school), Code::InvalidValue, "representative");
    refused(&mut case, "cannot_consent.record", with(&cannot, "ground", json!("")), Code::EmptyField, "ground");
    refused(&mut case, "cannot_consent.record", with(&cannot, "decided_by", json!("")), Code::EmptyField, "decided_by");
    assert!(case.stops().contains(&json!("sip_yes")));
    case.script.on_case("cannot_consent.record", cannot).unwrap();
    assert_eq!(case.gate("school")["read"], Value::Null);
    assert!(!case.stops().contains(&json!("sip_yes")));
}

#[test]
fn a_reserve_number_tells_no_age_until_a_date_of_birth_is_written() {
    let mut case = Carried::begin();
    case.next("first_start");
    let reserve = json!({ "identity": "R-77", "reserve": true, "first_name": "Elias", "last_name": "Okänd" });
    let person = case.script.call("person.create", reserve).unwrap();
    case.script.open_case(&person).unwrap();
    assert!(case.each("/missing", "code").contains(&json!("age_unknown")));
    assert_eq!(case.see("/child"), Value::Null);
    let born = |date: &str| json!({ "person": person["id"], "fields": { "born_on": date }, "seen": {} });
    case.script.call("person.set", born("2012-05-")).unwrap();
    let shown = |case: &mut Carried| case.read("case.show", json!({ "case": case.script.case() }));
    assert!(shown(&mut case)["missing"].to_string().contains("age_unknown"), "half a date is kept, and is no date");
    case.script.call("person.set", born("2012-05-04")).unwrap();
    let seen = shown(&mut case);
    assert!(!seen["missing"].to_string().contains("age_unknown"));
    assert_eq!((&seen["child"]["is_child"], &seen["child"]["eighteen_on"]), (&json!(true), &json!("2030-05-04")));
    assert!(seen["missing"].to_string().contains("consent_judgement"), "the rules for children apply");
}
