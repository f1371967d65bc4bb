//! What a narrow ground does not open, however it is asked for.

use samsyn_app::Code;
use samsyn_app::example::{CASE_3, day};
use serde_json::json;

use super::carried::{Carried, holds};

/// A notice at discharge goes to principals: nobody else learns by it that somebody is in hospital.
#[test]
fn a_notice_goes_to_no_employer() {
    let mut case = Carried::of_through(CASE_3, "parties");
    case.script.add("employer", "party", json!({ "kind": "employer", "organisation": "Sågen AB", "name": "Bo Ek" })).unwrap();
    let employer = case.script.id("employer");
    let notice = json!({
        "kind": "admission", "on": day(0), "clock": "09.10", "sender": "Beroendecentrum", "parties": [employer], "delivery": "post",
    });
    assert_eq!(case.refused_at("notice.record", notice), (Code::NotAPrincipal, Some("parties".into())));
}

/// On the day of the notice the kommun gets the notice, and no copy of anything else on that ground.
#[test]
fn the_duty_to_inform_opens_no_plan() {
    let mut case = Carried::through("parties");
    let unit = case.script.id("addiction_unit");
    let ground = |scope: &str, attends: bool| {
        json!({
            "party": unit, "basis": "duty_to_inform", "answer": "yes", "direction": "we_tell", "scope": scope, "attends": attends,
            "kinds": ["addiction"], "statement": "utskrivning", "valid_from": day(0), "until_further_notice": true, "manner": "written",
            "on": day(0), "taken_by": "Per Nyström", "reason": "lagen",
        })
    };
    for wide in [ground("whole_plan", false), ground("kinds", false), ground("stated", true)] {
        assert_eq!(case.refused_at("ground.record", wide), (Code::DutyTooWide, Some("basis".into())));
    }
    case.script.on_case("ground.record", ground("stated", false)).unwrap();
    let to = case.to("addiction_unit");
    assert_eq!(case.saved(&json!({ "document": "plan", "version": null }), &to), Err(Code::GroundMissing));
}

/// A party that may know of times alone reads in a report what it did, and nothing of what it meant for the person.
#[test]
fn a_deviation_tells_its_party_nothing_that_its_ground_does_not_open() {
    let mut case = Carried::through("parties");
    let rsmh = case.script.id("rsmh");
    let ground = json!({
        "party": rsmh, "basis": "consent", "answer": "yes", "direction": "both", "scope": "stated", "statement": "tiderna", "attends": true,
        "valid_from": day(0), "until_further_notice": true, "manner": "oral", "on": day(0), "taken_by": "Per Nyström",
    });
    case.script.on_case("ground.record", ground).unwrap();
    let deviation = json!({
        "kind": "called_absent", "party": rsmh, "on": day(0), "event": "Kom inte.", "consequence": "Återfall i alkohol.",
        "action": "Ringde beroendeenheten.", "sent_to": "RSMH",
    });
    case.script.on_case("deviation.record", deviation).unwrap();
    let id = case.see("/case/deviations/0/id");
    let to = case.to("rsmh");
    let paper = case.saved(&json!({ "document": "deviation", "deviation": id }), &to).unwrap();
    holds(&paper, &["Kom inte."], &["Återfall", "beroendeenheten"]);
}

/// Every command that asks the gate tells of everything that the gate can answer.
#[test]
fn commands_name_every_refusal_of_the_gate() {
    let of_the_gate = [Code::ConsentRefused, Code::GroundWithdrawn, Code::GroundNotInForce, Code::JudgementMissing, Code::SipWithdrawn];
    for command in samsyn_app::commands().iter().filter(|command| command.codes.contains(&Code::GroundMissing)) {
        let silent: Vec<_> = of_the_gate.iter().filter(|code| !command.codes.contains(code)).collect();
        assert!(silent.is_empty(), "{} does not name {silent:?}", command.name);
    }
}
