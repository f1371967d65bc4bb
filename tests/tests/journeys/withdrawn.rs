//! What was agreed to is taken back: a ground for one party, and the yes to a SIP. It is said beforehand what that leads to, what
//! has gone stays in the log, and nothing that is fixed changes.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds};

fn withdraw(case: &mut Carried, ground: &Value, from: i64) {
    let said = json!({ "ground": ground, "from": day(from), "manner": "oral", "told": "Per ringde enheten." });
    case.script.on_case("ground.withdraw", said).unwrap();
}

fn consequences(case: &mut Carried, ground: &Value, from: i64) -> Value {
    let asked = json!({ "case": case.script.case(), "ground": ground, "from": day(from) });
    case.read("ground.consequences", asked)
}

#[test]
fn a_withdrawal_is_measured_before_it_is_entered_and_says_the_same_after() {
    let mut case = Carried::through("replies");
    let (ground, unit, meeting) = (case.see("/case/grounds/0/id"), case.script.id("addiction_unit"), case.script.id("meeting"));
    let before = consequences(&mut case, &ground, 4);
    assert_eq!((&before["party"], &before["shut"], &before["kept"]), (&unit, &json!(true), &json!([])));
    assert_eq!(before["closed"], json!(["addiction", "mental_health", "medicine", "work"]));
    assert_eq!((&before["meetings"], &before["called"]), (&json!([meeting]), &json!([meeting])));
    let told = before["told"].as_array().unwrap().clone();
    let sent = case.see("/case/disclosures");
    let sent = sent.as_array().unwrap().iter().find(|done| done["party"] == unit).unwrap();
    assert_eq!(told, [sent["id"].clone()], "the kallelse has gone");
    assert_eq!(case.each("/case/withdrawals", "id").len(), 0, "asking writes nothing");

    withdraw(&mut case, &ground, 4);
    case.script.at(40, "09.00").unwrap();
    assert_eq!(consequences(&mut case, &ground, 40), before);
    let unknown = json!({ "case": case.script.case(), "ground": case.script.id("meeting"), "from": day(4) });
    assert_eq!(case.script.app.call("ground.consequences", unknown).unwrap_err().code, Code::NotFound);
}

#[test]
fn the_person_gets_the_withdrawal_on_paper_and_that_is_in_the_log() {
    let mut case = Carried::through("copies");
    let ground = case.see("/case/grounds/0/id");
    withdraw(&mut case, &ground, 15);
    let document = json!({ "document": "withdrawal", "withdrawal": case.see("/case/withdrawals/0/id") });
    case.script.paper("aterkallelse", document.clone()).unwrap();
    let paper = case.paper("aterkallelse");
    let told = ["Återkallelse", "beroendeenheten", "Allt ur planen", "Kopior av planen, version 1", "Per ringde enheten"];
    holds(&paper, &told, &["Anna Lövgren", "hälsocentralen"]);
    holds(&paper, &["Det här har redan lämnats", "Kallelse, inbjudan eller brev", "ändras inte av en återkallelse"], &[]);

    let to_person = json!({ "document": document, "recipient": { "to": "person" }, "delivery": "hand" });
    case.script.on_case("document.hand_over", to_person).unwrap();
    assert_eq!(case.each("/case/disclosures", "kind").pop().unwrap(), "withdrawal");
    let to_anna = json!({ "document": document, "recipient": { "to": "party", "party": case.script.id("anna") }, "delivery": "hand" });
    assert_eq!(case.refused_at("document.hand_over", to_anna).0, Code::GroundTooNarrow);
}

#[test]
fn a_withdrawal_changes_nothing_that_is_fixed_or_has_gone() {
    let mut case = Carried::through("version_2");
    let kept =
        |case: &Carried| ["versions", "signatures", "disclosures", "calls", "presences"].map(|list| case.see(&format!("/case/{list}")));
    let before = kept(&case);
    for ground in case.each("/case/grounds", "id") {
        withdraw(&mut case, &ground, 21);
    }
    assert_eq!(kept(&case), before);
    assert_eq!(case.gate("addiction_unit")["read"], "ground_withdrawn");
}

fn answer(says: &str, on: i64) -> Value {
    json!({ "answer": says, "on": day(on), "manner": "oral", "taken_by": "Per Nyström" })
}

#[test]
fn the_yes_to_a_sip_taken_back_closes_the_plan_at_once() {
    let mut case = Carried::through("version_2");
    let versions = case.see("/case/versions");
    assert_eq!(case.see("/closes_by_no"), json!([null]), "it is said beforehand whose no closes");
    case.script.on_case("yes.record", answer("no", 21)).unwrap();
    assert_eq!((case.see("/case/closings/0/reason"), case.see("/case/closings/0/on")), (json!("consent_withdrawn"), json!(day(21))));
    assert_eq!((case.see("/case/versions"), case.see("/closes_by_no")), (versions, json!([])));

    let call = json!({ "meeting": case.script.id("meeting"), "party": case.script.id("addiction_unit"), "delivery": "post" });
    assert_eq!(case.refused_at("call.send", call).0, Code::SipWithdrawn);
    assert_eq!(case.refused_at("plan.fix", json!({})).0, Code::CaseClosed);
    // Another yes opens nothing that was closed: a new SIP is a new case.
    case.script.on_case("yes.record", answer("yes", 22)).unwrap();
    assert_eq!(case.refused_at("plan.fix", json!({})).0, Code::CaseClosed);
    assert_eq!(case.each("/case/closings", "id").len(), 1);
}

#[test]
fn a_case_without_a_plan_is_closed_too_and_a_first_no_closes_nothing() {
    let mut case = Carried::through("need");
    case.script.on_case("yes.record", answer("no", 1)).unwrap();
    assert_eq!(case.see("/case/closings"), json!([]), "nobody had said yes");
    case.script.on_case("yes.record", answer("yes", 2)).unwrap();
    case.script.on_case("yes.record", answer("no", 3)).unwrap();
    assert_eq!(case.each("/case/closings", "reason"), ["consent_withdrawn"]);
}
