//! What was entered by mistake is annulled with a reason: it stays to be read, and counts nowhere. Nothing is erased.

use samsyn_app::Code;
use samsyn_app::example::{CASE_3, day};
use serde_json::{Value, json};

use super::carried::{Carried, holds};

fn annul(case: &mut Carried, kind: &str, record: &Value) {
    let said = json!({ "kind": kind, "record": record, "reason": "Antecknades på fel ställe." });
    case.script.on_case("annulment.record", said).unwrap();
}

#[test]
fn an_annulment_needs_a_record_of_that_kind_and_a_reason_and_is_made_once() {
    let mut case = Carried::through("signatures");
    let ground = case.see("/case/grounds/0/id");
    let asked = |kind: &str, reason: &str| json!({ "kind": kind, "record": ground, "reason": reason });
    assert_eq!(case.refused_at("annulment.record", asked("ground", " ")), (Code::EmptyField, Some("reason".to_owned())));
    assert_eq!(case.refused_at("annulment.record", asked("offer", "fel")), (Code::NotFound, Some("record".to_owned())));
    annul(&mut case, "ground", &ground);
    assert_eq!(case.refused_at("annulment.record", asked("ground", "fel")), (Code::AlreadyAnnulled, Some("record".to_owned())));
}

#[test]
fn an_annulled_ground_opens_nothing_and_is_still_read() {
    let mut case = Carried::through("consents");
    assert_eq!(case.gate("addiction_unit")["attend"], Value::Null);
    let grounds = case.see("/case/grounds");
    annul(&mut case, "ground", &grounds[0]["id"]);
    assert_eq!(case.gate("addiction_unit")["attend"], "ground_missing");
    assert_eq!(case.see("/case/grounds"), grounds, "nothing is erased");
    case.script.paper("samtycken-2", json!({ "document": "consents" })).unwrap();
    holds(&case.paper("samtycken-2"), &["Makulerad", "av Per Nyström: Antecknades på fel ställe."], &[]);
}

#[test]
fn an_annulled_signature_stands_as_annulled_and_its_line_is_empty_again() {
    let mut case = Carried::through("signatures");
    let (signature, version) = (case.see("/case/signatures/2/id"), case.script.id("version_1"));
    annul(&mut case, "signature", &signature);
    case.script.paper("plan-makulerad", json!({ "document": "plan", "version": version })).unwrap();
    holds(&case.paper("plan-makulerad"), &["Maria Sundin", "Makulerad"], &[]);
    assert_eq!(case.each("/case/signatures", "id").len(), 3);
}

#[test]
fn annulled_deviations_and_evaluations_count_in_no_figure() {
    let mut case = Carried::through("closing");
    let year = json!({ "from": "2027-01-01", "to": "2027-12-31" });
    let counted = case.read("statistics.show", year.clone());
    assert_eq!((&counted["deviations"], &counted["deviations_answered"]), (&json!(1), &json!(0)));
    let clear = json!({ "evaluator": "person", "question": "clear_who", "answers": 1, "sum": 5 });
    assert!(counted["evaluations"].as_array().unwrap().contains(&clear), "{counted}");

    let (deviation, evaluation) = (case.script.id("deviation"), case.see("/case/evaluations/0/id"));
    annul(&mut case, "deviation", &deviation);
    annul(&mut case, "evaluation", &evaluation);
    let counted = case.read("statistics.show", year);
    assert_eq!((&counted["deviations"], &counted["evaluations"]), (&json!(0), &json!([])));
    for (name, document) in
        [("avvikelse-2", json!({ "document": "deviation", "deviation": deviation })), ("avslut-2", json!({ "document": "closing" }))]
    {
        case.script.paper(name, document).unwrap();
        holds(&case.paper(name), &["Makulerad", "Antecknades på fel ställe."], &[]);
    }
}

#[test]
fn a_document_of_ones_own_is_kept_read_and_annulled_but_never_erased() {
    let mut case = Carried::through("need");
    let bytes = b"%PDF-1.7 en remiss";
    let file = json!({ "kind": "other", "label": "Remiss", "media_type": "application/pdf", "bytes": hex::encode(bytes) });
    case.script.on_case("attachment.add", file).unwrap();
    let kept = case.see("/case/attachments/0");
    assert_eq!((&kept["kind"], &kept["version"]), (&json!("other"), &Value::Null));
    annul(&mut case, "attachment", &kept["id"]);
    let asked = json!({ "case": case.script.case(), "attachment": kept["id"] });
    assert_eq!(case.script.app.call_for_bytes("attachment.show", asked).unwrap(), bytes);
}

#[test]
fn the_history_says_who_annulled_what_and_why() {
    let mut case = Carried::through("consents");
    case.script.at(3, "09.00").unwrap();
    let ground = case.see("/case/grounds/0/id");
    annul(&mut case, "ground", &ground);
    let history = case.read("case.history", json!({ "case": case.script.case() }));
    let newest = &history[0];
    assert_eq!((&newest["command"], &newest["who"]), (&json!("annulment.record"), &json!("Per Nyström")));
    let said = |field: &str| newest["changes"].as_array().unwrap().iter().find(|change| change["field"] == field).unwrap()["new"].clone();
    assert_eq!((said("kind"), said("record")), (json!("ground"), ground));
    assert_eq!(said("reason"), "Antecknades på fel ställe.");
    assert!(newest["at"].as_str().unwrap().starts_with(&day(3)));
}

/// What was sent has gone, and stays in the log; the paper of it says that it is annulled, and goes to nobody any more.
#[test]
fn an_annulled_notice_says_so_on_paper_and_goes_to_no_party() {
    let mut case = Carried::of_through(CASE_3, "ready");
    let (notice, sent) = (case.script.id("ready"), case.each("/case/disclosures", "id"));
    let (document, to) = (json!({ "document": "notice", "notice": notice }), case.to("social"));
    holds(&case.saved(&document, &to).unwrap(), &["Underrättelse om utskrivningsklar"], &["Makulerad"]);
    annul(&mut case, "notice", &notice);
    assert_eq!(case.see("/discharge"), Value::Null, "the clock stops");
    assert_eq!(case.saved(&document, &to), Err(Code::GroundTooNarrow));
    let handed = json!({ "document": document, "recipient": to, "delivery": "post" });
    assert_eq!(case.refused_at("document.hand_over", handed).0, Code::GroundTooNarrow);
    let annulled = ["Makulerad", "av Stig Rönnbäck: Antecknades på fel ställe."];
    for recipient in ["person", "own_file"] {
        holds(&case.saved(&document, &json!({ "to": recipient })).unwrap(), &annulled, &[]);
    }
    holds(&case.saved(&json!({ "document": "whole_file" }), &json!({ "to": "person" })).unwrap(), &annulled, &[]);
    assert!(sent.iter().all(|gone| case.each("/case/disclosures", "id").contains(gone)), "what has gone has gone");
}
