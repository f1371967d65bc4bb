//! What a kallelse says of its form, of a school, and of a place that may not be told.

use super::*;
use samsyn_plan::codes::{MeetingForm, PartyKind};
use samsyn_plan::drafts::Attendance;

fn text(stage: &Stage, party: u128) -> String {
    plain_text(&stage.call(party))
}

#[test]
fn whoever_is_with_by_video_is_warned_of_the_link() {
    let mut stage = Stage::new();
    let warns = |stage: &Stage| text(stage, CLINIC).contains("utan stark inloggning");
    assert!(!warns(&stage));
    let clinic = stage.case.parties.iter_mut().find(|party| party.id == PartyId(id(CLINIC))).unwrap();
    clinic.form = Some(MeetingForm::Video);
    assert!(warns(&stage) && text(&stage, CLINIC).contains("Form: På video"));
    assert!(!text(&stage, SISTER).contains("utan stark inloggning"), "the form is the party's own");
}

#[test]
fn a_school_is_called_by_the_local_agreement_alone() {
    let mut stage = Stage::new();
    stage.case.parties.iter_mut().find(|party| party.id == PartyId(id(ASSOCIATION))).unwrap().kind = Some(PartyKind::School);
    assert!(text(&stage, ASSOCIATION).contains("Inbjudan till SIP-möte"));
    stage.agreements = Agreements { school_is_called: true, source: "Norrbus 2025".into(), ..Agreements::default() };
    let called = text(&stage, ASSOCIATION);
    assert!(called.contains("Kallelse till SIP-möte") && called.contains("lokala överenskommelsen om SIP (Norrbus 2025)"), "{called}");
    assert!(!called.contains("ska kommunen och regionen göra den tillsammans"), "the law's duty is the principals': {called}");
}

#[test]
fn interpreter_and_aids_are_told_to_the_principals_and_to_the_person() {
    let mut stage = Stage::new();
    stage.case.meetings[0].interpreter = "finska, på plats".into();
    stage.case.meetings[0].aids = "hörslinga".into();
    for told in [text(&stage, CLINIC), plain_text(&stage.letter())] {
        assert!(told.contains("Tolk: finska, på plats") && told.contains("Hjälpmedel: hörslinga"), "{told}");
    }
    assert!(!text(&stage, ASSOCIATION).contains("finska"), "nothing is open to it but its own measures");
}

#[test]
fn what_a_part_is_about_goes_through_the_permit() {
    let mut stage = Stage::new();
    let part = |kinds| Attendance {
        meeting: Some(MeetingId(id(FIRST))),
        party: Some(PartyId(id(ASSOCIATION))),
        starts: "14.00".into(),
        about: "Abstinens".into(),
        kinds,
        ..Attendance::default()
    };
    stage.case.attendances = vec![part(vec![samsyn_plan::codes::InformationKind::Addiction])];
    let told = text(&stage, ASSOCIATION);
    assert!(told.contains("Din tid") && told.contains("kl. 14.00") && !told.contains("Abstinens"), "{told}");
    assert!(told.contains("Något är utelämnat"), "{told}");
}

#[test]
fn what_to_prepare_is_told_to_whoever_may_know_the_purpose() {
    let stage = Stage::new().changed(|case| case.meetings[0].prepare = "Ta med läkemedelslistan.".into());
    let told = text(&stage, CLINIC);
    assert!(told.contains("Att förbereda") && told.contains("Ta med läkemedelslistan."), "{told}");
    let kept = text(&stage, ASSOCIATION);
    assert!(!kept.contains("läkemedelslistan") && kept.contains("Något är utelämnat"), "{kept}");
}
