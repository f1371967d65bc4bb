//! Ways around the gate that look harmless, and stay shut: another recipient's name on a party's paper, a paper that is not
//! the plan, a name that is not the person's, and a second handing-over that nobody notes.

use samsyn_app::Code;
use serde_json::json;

use super::carried::Carried;

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
        "valid_from": samsyn_app::example::day(0), "until_further_notice": true, "manner": "oral", "on": samsyn_app::example::day(14),
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
    let copy = json!({ "case": case.script.case(), "document": { "document": "copy", "version": newest, "party": lena } });
    let paper = case.folder().join("copy.pdf");
    fs_err::write(&paper, case.script.app.call_for_bytes("document.preview", copy).unwrap()).unwrap();
    super::carried::holds(&super::carried::words_of(&paper), &["Kamratstöd"], &["SN-2027-117", "Eva Ström"]);
}
