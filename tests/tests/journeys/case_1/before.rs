//! From D to D+2 and the answers: need, yes, preparation, consent, kallelse.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

pub(super) fn the_need_is_seen_and_karin_wants_a_plan(case: &mut Carried) {
    case.next("first_start");
    let status = case.read("store.status", json!({}));
    assert_eq!((&status["state"], &status["open"]["practice"]), (&json!("open"), &json!(true)));
    assert_eq!(status["open"]["recovery_confirmed"], true);
    let sheet = case.script.app.call_for_bytes("store.recovery_sheet", json!({}));
    assert_eq!(sheet.unwrap_err().code, Code::NotFound, "a key that was typed back is shown no more");
    assert_eq!(case.read("person.search", json!({ "text": "19830417-2383" })), json!([]));

    case.next("need");
    for typed in ["19830417-2383", "830417", "lövgren", "ahs karin", "SIP-2027-0001"] {
        let found = case.read("person.search", json!({ "text": typed }));
        assert_eq!(found[0]["person"]["last_name"], "Lövgren-Åhs", "{typed}");
        assert_eq!(found[0]["cases"][0]["number"], "SIP-2027-0001", "{typed}");
    }
    assert_eq!(case.see("/case/need/seen_on"), "2027-01-11");
    assert_eq!(case.see("/case/need/waiting_since"), "2026-12-02");
    assert_eq!(case.see("/case/need/areas"), json!(["alcohol", "mental_health"]));
    assert_eq!(case.tasks(), ["ask_for_yes"]);

    case.next("yes_to_sip");
    assert_eq!(case.see("/case/sip_yeses/0/manner"), "oral");
    assert_eq!(case.tasks(), [""; 0]);
    holds(&case.paper("ja-till-sip"), &["Karin Lövgren-Åhs, 19830417-2383", "Muntligt", "Per Nyström"], &["beroendeenheten", "Anna"]);
}

/// The yes to a plan and the consent to telling somebody are two different yeses.
pub(super) fn a_yes_to_sip_opens_nothing(case: &mut Carried) {
    case.next("preparation");
    case.next("parties");
    for party in ["addiction_unit", "health_centre", "anna", "rsmh", "employer", "insurance"] {
        let gate = case.gate(party);
        assert_eq!(
            (&gate["attend"], &gate["read"], &gate["kinds"]),
            (&json!("ground_missing"), &json!("ground_missing"), &json!([])),
            "{party}"
        );
    }
    let meeting =
        case.script.on_case("draft.add", json!({ "kind": "meeting", "fields": { "kind": "first", "held_on": day(14) } })).unwrap();
    for party in ["addiction_unit", "anna"] {
        let party = case.script.id(party);
        let call = json!({ "meeting": meeting, "party": party, "delivery": "post" });
        assert_eq!(case.refused_at("call.send", call), (Code::GroundMissing, Some("party".to_owned())));
        let presence = json!({ "meeting": meeting, "party": party, "name": "A", "mark": "came" });
        assert_eq!(case.refused_at("presence.record", presence).0, Code::GroundMissing);
    }
    case.script.on_case("draft.remove", json!({ "kind": "meeting", "id": meeting })).unwrap();
    assert_eq!(case.see("/case/meetings"), json!([]));
}

pub(super) fn consent_is_given_party_by_party(case: &mut Carried) {
    case.next("consents");
    let opened = |case: &Carried, party: &str| (case.gate(party)["attend"].clone(), case.gate(party)["kinds"].clone());
    let all_but_medicine = json!([
        "addiction",
        "mental_health",
        "physical_health",
        "work",
        "schooling",
        "economy",
        "housing",
        "family",
        "practical",
        "test_results",
        "whereabouts",
    ]);
    assert_eq!(opened(case, "addiction_unit"), (Value::Null, json!(["addiction", "mental_health", "medicine", "work"])));
    assert_eq!(opened(case, "health_centre"), (Value::Null, json!(["addiction", "mental_health", "medicine"])));
    assert_eq!(opened(case, "anna"), (Value::Null, all_but_medicine));
    assert_eq!(opened(case, "rsmh"), (Value::Null, json!([])));
    assert_eq!(opened(case, "employer"), (json!("attendance_not_covered"), json!([])));
    assert_eq!(opened(case, "insurance"), (json!("consent_refused"), json!([])));
    assert!(case.each("/gates", "everything").iter().all(|everything| everything == false));

    assert_eq!(case.each("/case/grounds", "valid_to")[0], "2027-07-12", "six months");
    let paper = case.paper("samtycken");
    holds(
        &paper,
        &["Undantaget läkemedel", "Att Karin har stöd för återgång i arbete, och tider.", "Försäkringskassan Svar Nej", "tas tillbaka"],
        &[],
    );
    assert!(!paper.contains("Tidigare relation"), "what must not be raised is on no paper but Karin's own");
}

pub(super) fn two_are_called_two_invited_and_karin_gets_a_letter(case: &mut Carried) {
    case.next("meeting_planned");
    let meeting = case.script.id("meeting");
    let mut refusal = |party| {
        let party = case.script.id(party);
        case.refused_at("call.send", json!({ "meeting": meeting, "party": party, "delivery": "post" })).0
    };
    assert_eq!(refusal("insurance"), Code::ConsentRefused);
    assert_eq!(refusal("employer"), Code::AttendanceNotCovered);
    assert_eq!(
        case.tasks(),
        ["send_call beroendeenheten", "send_call hälsocentralen Lugnvik", "send_call Anna Lövgren", "send_call Lena Falk"]
    );

    case.next("calls");
    assert_eq!(case.each("/case/calls", "kind"), ["called", "called", "invited", "invited", "letter"]);
    assert_eq!(case.tasks().len(), 4);
    assert!(case.tasks().iter().all(|task| task.starts_with("answer_missing")));
    let papers = ["kallelse-beroendeenheten", "kallelse-halsocentralen", "inbjudan-narstaende", "inbjudan-rsmh", "brev"];
    for (sent, paper) in case.each("/case/calls", "sha256").iter().zip(papers) {
        assert_eq!(*sent, sha256(&fs_err::read(case.paper_at(paper)).unwrap()), "{paper}: what was shown is what was sent");
    }

    let (relapse, medicine, evening) = ("återfallsprevention", "Vem följer upp läkemedlen?", "en dålig kväll");
    let shared = ["måndag 25 januari 2027 kl. 13.30–14.30", "Nexus, rum 2"];
    for paper in ["kallelse-beroendeenheten", "kallelse-halsocentralen"] {
        holds(&case.paper(paper), &[&shared[..], &[relapse, medicine, evening]].concat(), &["Anna", "Försäkringskassan", "19830417"]);
    }
    holds(&case.paper("inbjudan-narstaende"), &[&shared[..], &[relapse, evening]].concat(), &[medicine, "19830417"]);
    let to_lena = case.paper("inbjudan-rsmh");
    holds(&to_lena, &shared, &[relapse, medicine, evening, "behandlingen", "beroendeenheten", "Anna", "Karin", "19830417"]);
    holds(&case.paper("brev"), &["Hej Karin!", relapse, medicine, evening, "Anna Lövgren", "Sitta nära dörren"], &["Tidigare relation"]);
}

pub(super) fn they_answer(case: &mut Carried) {
    case.next("replies");
    assert_eq!(case.each("/case/replies", "reply"), ["comes", "replacement", "comes", "comes"]);
    assert_eq!(case.see("/case/replies/1/replacement"), "Eva Ström, distriktssköterska");
    assert_eq!(case.tasks(), [""; 0]);
    let call = case.script.id("call_health_centre");
    let nobody = json!({ "call": call, "reply": "replacement", "replacement": " " });
    assert_eq!(case.refused_at("reply.record", nobody), (Code::EmptyField, Some("replacement".to_owned())));
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex::encode(sha2::Sha256::digest(bytes))
}
