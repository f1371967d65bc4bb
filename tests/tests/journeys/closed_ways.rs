//! Ways around the gate that look harmless, and stay shut: another recipient's name on a party's paper, a paper that is not
//! the plan, a name that is not the person's, and a second handing-over that nobody notes.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::json;

use super::carried::{Carried, holds};

#[test]
fn a_partys_own_paper_goes_to_that_party_alone() {
    let mut case = Carried::through("copies");
    let (lena, anna) = (case.script.id("rsmh"), case.script.id("anna"));
    let version = case.see("/case/versions/0/id");
    let call = json!({ "document": "call", "meeting": case.script.id("meeting"), "party": lena });
    let copy = json!({ "document": "copy", "version": version, "party": lena });
    for document in [call, copy] {
        for recipient in [json!({ "to": "own_file" }), json!({ "to": "person" }), json!({ "to": "party", "party": anna })] {
            let asked = json!({ "document": document, "recipient": recipient, "delivery": "hand" });
            assert_eq!(case.refused_at("document.hand_over", asked.clone()).0, Code::GroundTooNarrow, "{asked}");
        }
    }
}

#[test]
fn what_the_person_told_us_alone_goes_to_no_party_even_where_everything_in_the_plan_is_open() {
    let mut case = Carried::through("copies");
    let anna = case.script.id("anna");
    let ground = json!({
        "party": anna, "basis": "consent", "answer": "yes", "direction": "both", "scope": "whole_plan", "attends": true,
        "valid_from": day(0), "until_further_notice": true, "manner": "oral", "on": day(14),
        "taken_by": "Per Nyström"
    });
    case.script.on_case("ground.record", ground).unwrap();
    assert_eq!(case.gate("anna")["everything"], true);
    for document in ["preparation", "consents", "sip_yes", "disclosures"] {
        let asked = json!({ "document": { "document": document }, "recipient": { "to": "party", "party": anna }, "delivery": "hand" });
        assert_eq!(case.refused_at("document.hand_over", asked).0, Code::GroundTooNarrow, "{document}");
    }
    let plan = json!({ "document": "plan", "version": case.see("/case/versions/0/id") });
    case.script
        .on_case("document.hand_over", json!({ "document": plan, "recipient": { "to": "party", "party": anna }, "delivery": "hand" }))
        .unwrap();
}

#[test]
fn every_handing_over_is_noted_each_time() {
    let mut case = Carried::through("copies");
    let lena = case.script.id("rsmh");
    let copy = json!({ "document": "copy", "version": case.see("/case/versions/0/id"), "party": lena });
    let before = case.each("/case/disclosures", "id").len();
    for delivery in ["hand", "post"] {
        let given = json!({ "document": copy, "recipient": { "to": "party", "party": lena }, "delivery": delivery });
        case.script.on_case("document.hand_over", given).unwrap();
    }
    assert_eq!(case.each("/case/disclosures", "id").len(), before + 2);
}

#[test]
fn nobody_comes_into_the_room_under_the_persons_name() {
    let mut case = Carried::through("meeting_begins");
    let entry = json!({ "meeting": case.script.id("meeting"), "name": "Handläggare Försäkringskassan", "mark": "came" });
    case.script.on_case("presence.record", entry).unwrap();
    assert!(!case.each("/case/presences", "name").contains(&json!("Handläggare Försäkringskassan")));
    assert_eq!(case.each("/case/presences", "name").pop().unwrap(), "Karin Lövgren-Åhs");
}

#[test]
fn a_partys_copy_tells_neither_the_diary_number_nor_what_others_agreed() {
    let mut case = Carried::through("version_2");
    case.script.set_single("frame", json!({ "diary_number": "SN-2027-117" })).unwrap();
    case.script.on_case("plan.fix", json!({ "change": "Hälsocentralen har utsett Eva Ström." })).unwrap();
    let newest = case.each("/case/versions", "id").pop().unwrap();
    let lena = case.script.id("rsmh");
    let paper = case.previewed(&json!({ "document": "copy", "version": newest, "party": lena }));
    holds(&paper, &["Kamratstöd"], &["SN-2027-117", "Eva Ström"]);
}

/// What the person and others have said of how it went is no party's, whatever its grounds open.
#[test]
fn a_party_reads_in_the_closing_no_word_of_the_evaluations() {
    let mut case = Carried::through("closing");
    let said = json!({ "evaluator": "relative", "felt_safe": 2, "comment": "Ingen frågade mig." });
    case.script.on_case("evaluation.record", said).unwrap();
    for (party, scope) in [("anna", "whole_plan"), ("addiction_unit", "whole_plan")] {
        let ground = json!({
            "party": case.script.id(party), "basis": "consent", "answer": "yes", "direction": "both", "scope": scope, "attends": true,
            "valid_from": day(140), "until_further_notice": true, "manner": "oral", "on": day(140), "taken_by": "Per Nyström",
        });
        case.script.on_case("ground.record", ground).unwrap();
        assert_eq!(case.gate(party)["everything"], true);
        let (closing, to) = (json!({ "document": "closing" }), case.to(party));
        let paper = case.saved(&closing, &to).unwrap();
        holds(&paper, &["Målen är nådda", "Något är utelämnat"], &["Ingen frågade mig", "Utvärdering", "5 av 5", "2 av 5"]);
    }
    let own = case.saved(&json!({ "document": "closing" }), &json!({ "to": "person" })).unwrap();
    holds(&own, &["Ingen frågade mig.", "5 av 5", "2 av 5"], &["Något är utelämnat"]);
    let to_lena = case.to("rsmh");
    assert_eq!(case.saved(&json!({ "document": "closing" }), &to_lena), Err(Code::GroundTooNarrow));
}
