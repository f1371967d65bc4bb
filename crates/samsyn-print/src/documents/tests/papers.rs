//! The person's page in its wordings, a child's sheet, the worklist, the whole file, and the text for the journal.

use super::*;
use samsyn_plan::codes::{CallOccasion, Coded};

const TODAY: u64 = 16;

fn page(stage: &Stage, wording: Wording) -> String {
    plain_text(&own_page(&stage.source(), &stage.case.versions[1], wording).unwrap())
}

#[test]
fn each_wording_says_who_does_what_whom_to_call_when_we_meet_and_what_to_do_if_it_gets_worse() {
    let stage = Stage::new();
    for &wording in Wording::ALL {
        let text = page(&stage, wording);
        for said in ["Återfallsprevention", "Per Nyström", "063-14 30 00", "8 mars 2027", "112", "Ringer Anna", "Kamratstöd"] {
            assert!(text.contains(said), "{said} is missing in {wording:?}: {text}");
        }
        let document = own_page(&stage.source(), &stage.case.versions[1], wording).unwrap();
        assert!(document.large_type, "{wording:?} is in large type");
    }
}

#[test]
fn easy_reading_has_one_short_sentence_a_line() {
    let stage = Stage::new();
    let easy = Texts::swedish();
    for line in include_str!("../../../../../assets/texts/sv/own-page.ftl").lines().filter(|line| line.starts_with("paper-page-easy")) {
        let key = line.split(' ').next().unwrap();
        let longest = easy.get(key).lines().map(|line| line.split_whitespace().count()).max().unwrap_or_default();
        assert!(longest <= 12, "{key} is long");
    }
    let text = page(&stage, Wording::Easy);
    assert!(text.contains("\nDet ska vara klart"), "{text}");
}

#[test]
fn the_whole_file_holds_each_paper_and_says_that_something_is_left_out() {
    let mut stage = Stage::new();
    stage.case.frame.notes = "Ring inte på kvällen.".into();
    stage.case.meetings[0].safety = "Sitt närmast dörren.".into();
    let permit = permit(&stage.case, Recipient::Person, Purpose::Read, day(TODAY)).unwrap();
    let seen = samsyn_plan::protection::veil(&stage.case, samsyn_plan::protection::Viewer::Recipient(&permit, |_| String::new()));
    let text = plain_text(&whole_file(&Source { case: &seen, ..stage.source() }));
    for said in
        ["Jag vet inte vem jag ska ringa.", "Hälsocentralen Lugnvik", "uteblev utan besked", "Utlämnandelogg", "Återfallsprevention"]
    {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    assert!(text.contains(&Texts::swedish().get("paper-file-left-out")));
    for kept in ["Ring inte på kvällen", "närmast dörren", "Tidigare relation", "____"] {
        assert!(!text.contains(kept), "{kept} in {text}");
    }
}

#[test]
fn the_worklist_names_nobody_unless_it_is_asked_to() {
    let stage = Stage::new();
    let print = |named| plain_text(&stage.worklist(named));
    let unnamed = print(false);
    for name in ["Karin", "Anna", "Lövgren"] {
        assert!(!unnamed.contains(name), "{name} in {unnamed}");
        assert!(print(true).contains(name), "{name} was asked for");
    }
}

#[test]
fn the_journal_text_has_what_was_decided_and_not_who_it_is_about() {
    let stage = Stage::new();
    let text = journal(&stage.source(), &stage.case.versions[1]).unwrap();
    insta::assert_snapshot!("journal", text);
    for said in ["Återfallsprevention", "Övergripande ansvar: Kommunen", "Kamratstöd", "Version 2"] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    assert!(!text.contains("19830417") && !text.contains("Lövgren-Åhs"), "{text}");
}

/// A stage where an association may know of practical matters, and a unit for addiction holds a role and hosts.
fn hosted() -> Stage {
    use samsyn_plan::codes::{InformationKind, RoleCode, Scope};
    let mut stage = Stage::new();
    let association = PartyId(id(ASSOCIATION));
    for ground in stage.case.grounds.iter_mut().filter(|ground| ground.party == association) {
        (ground.scope, ground.kinds) = (Scope::Kinds, vec![InformationKind::Practical]);
    }
    let mut plan = thaw(&stage.case.versions[0].content).unwrap();
    let role = |who: &str, party| samsyn_plan::plan::PlanRole {
        role: RoleCode::SupportPerson,
        who: who.into(),
        phone: String::new(),
        note: String::new(),
        party,
    };
    plan.roles =
        vec![role("Kim Ek, Beroendecentrum", Some(PartyId(id(CLINIC)))), role("Li Ask, LARO", None), role("Lena Falk", Some(association))];
    plan.meeting.as_mut().unwrap().place = "Beroendecentrum, rum 4".into();
    stage.case.versions[0].content = serde_json::to_string(&plan).unwrap();
    stage
}

#[test]
fn a_copy_tells_of_no_role_and_no_place_by_which_an_unknown_unit_is_known() {
    let mut stage = hosted();
    let text = plain_text(&stage.copy(ASSOCIATION));
    assert!(text.contains("Lena Falk") && text.contains(&Texts::swedish().get("paper-left-out")), "{text}");
    assert!(!text.contains("Beroendecentrum") && !text.contains("LARO"), "{text}");

    let sent = Stage::sent(0x201, Some(ASSOCIATION), CallOccasion::New, "Beroendecentrum, rum 4");
    stage.case.calls.push(sent);
    let text = plain_text(&stage.copy(ASSOCIATION));
    assert!(text.contains("Beroendecentrum, rum 4") && !text.contains("Kim Ek"), "it was called there: {text}");
}

#[test]
fn what_kind_of_plan_it_is_stands_only_for_whoever_may_know() {
    use samsyn_plan::codes::PlanType;
    let mut stage = Stage::new();
    for (kind, tells) in [(PlanType::SipDischarge, "utskrivning"), (PlanType::Lss, "LSS")] {
        stage.case.plan_type = kind;
        let meeting = stage.case.meeting(MeetingId(id(FIRST))).unwrap();
        let party = stage.case.party(PartyId(id(ASSOCIATION))).unwrap();
        let papers = |source: &Source<'_>| {
            let invitation = call(source, meeting, party, &stage.permit(ASSOCIATION, Purpose::Attend));
            let copy = plan_copy(source, &stage.case.versions[0], &stage.permit(ASSOCIATION, Purpose::Read)).unwrap();
            [invitation, copy].map(|paper| [paper.title.clone(), paper.header.clone(), plain_text(&paper)].join("\n"))
        };
        assert!(papers(&stage.source()).iter().all(|text| text.contains(tells)));
        for text in papers(&Source { kind_known: false, ..stage.source() }) {
            assert!(!text.contains(tells) && !text.contains("1993:387"), "{tells}: {text}");
        }
    }
}
