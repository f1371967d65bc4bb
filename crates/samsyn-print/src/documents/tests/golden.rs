//! Golden text of the papers beside case 1: notices at discharge, a child's plan, a hand-over, and what follows the kind of plan.

use super::*;
use samsyn_plan::acts::{HandOver, Notice};
use samsyn_plan::codes::{NoticeKind, OtherPlanKind, PlanType, Principal, RoleCode};
use samsyn_plan::drafts::{OpenQuestion, OtherPlan, Role};
use samsyn_plan::ids::RecordId;
use samsyn_plan::plan::fix;

/// The case as a SIP at discharge, with the law of it.
fn discharge() -> Stage {
    let mut stage = of_type(PlanType::SipDischarge);
    let law =
        |subject, citation: &str| LawReference { subject, citation: citation.into(), from: day(0) - chrono::Days::new(3000), to: None };
    stage.law.push(law(LawSubject::DischargeNotice, "2 kap. 3 § och 3 kap. lagen (2017:612)"));
    stage.law.push(law(LawSubject::DischargeCall, "4 kap. 3 § lagen (2017:612)"));
    stage.case.plan_frame.care_contact = "Stig Rönnbäck".into();
    stage.case.plan_frame.care_contact_phone = "0926-740 00".into();
    stage
}

fn of_type(plan_type: PlanType) -> Stage {
    let mut stage = Stage::new();
    stage.case.plan_type = plan_type;
    stage
}

/// Fixes the first version anew.
fn refix(stage: &mut Stage) {
    let fixed = fix(&stage.case, &stage.organisation, &stage.law, day(16)).expect("lawful");
    stage.case.versions[0].content = fixed.content().to_owned();
}

fn first_version(stage: &Stage) -> String {
    plain_text(&plan_version(&stage.source(), &stage.case.versions[0]).unwrap())
}

#[test]
fn the_notices_have_their_golden_text() {
    let stage = discharge();
    for (name, kind) in [
        ("notice_admission", NoticeKind::Admission),
        ("notice_ready", NoticeKind::Ready),
        ("notice_ready_withdrawn", NoticeKind::ReadyWithdrawn),
        ("notice_discharged", NoticeKind::Discharged),
    ] {
        let entry = Notice {
            id: RecordId(id(0x201)),
            at: stage.case.opened_at,
            by: "Hanna Lind".into(),
            kind,
            on: day(4),
            clock: "10:40".into(),
            sender: "Beroendecentrum".into(),
            parties: vec![PartyId(id(CLINIC)), PartyId(id(CARE_CENTRE))],
            expected_on: (kind == NoticeKind::Admission).then(|| day(11)),
            note: if kind == NoticeKind::Admission { "Inskriven för abstinensbehandling.".into() } else { String::new() },
        };
        let text = plain_text(&notice(&stage.source(), &entry));
        assert!(!text.contains("Maria Sundin"), "a notice goes to a unit: {text}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn a_hand_over_has_its_golden_text() {
    let stage = Stage::new();
    let given = HandOver {
        id: RecordId(id(0x202)),
        at: stage.case.opened_at,
        by: "Per Nyström".into(),
        what: "samordnare".into(),
        from: "Per Nyström".into(),
        to: "Lisa Ek, socialsekreterare".into(),
        to_unit: "Öppenvården Nexus".into(),
        on: day(60),
    };
    insta::assert_snapshot!("hand_over", plain_text(&hand_over(&stage.source(), &given)));
}

#[test]
fn a_childs_plan_has_its_golden_text() {
    let stage = super::child::stage();
    insta::assert_snapshot!("plan_child", first_version(&stage));
}

#[test]
fn a_call_and_a_letter_are_named_by_the_kind_of_plan() {
    let papers = |stage: &Stage| {
        let papers = [stage.call(CLINIC), stage.call(SISTER), stage.letter(), preparation(&stage.source()), sip_yes(&stage.source())];
        papers.map(|paper| plain_text(&paper))
    };
    for paper in papers(&of_type(PlanType::Lss)) {
        let said = paper.replace("SIP-2027-0001", "");
        assert!(said.contains("ndividuell plan") && !said.contains("SIP") && !said.contains("samordnad"), "{paper}");
    }
    let [call, invitation, letter, ..] = papers(&discharge());
    for (paper, title) in [(call, "Kallelse till SIP-möte"), (invitation, "Inbjudan till SIP-möte"), (letter, "Ditt SIP-möte")]
        .map(|(p, t)| (p, format!("{t} vid utskrivning")))
    {
        assert!(paper.contains(&title), "{paper}");
    }
}

#[test]
fn a_paragraph_is_cited_once() {
    let mut stage = Stage::new();
    let both = "10 kap. 8–9 §§ socialtjänstlagen (2025:400)";
    stage.law.retain(|law| law.subject != LawSubject::Duty);
    let contents = stage.law.iter().find(|law| law.subject == LawSubject::Contents).cloned().unwrap();
    stage.law.push(LawReference { subject: LawSubject::Duty, ..contents });
    stage.law.iter_mut().filter(|law| law.subject != LawSubject::Consent).for_each(|law| law.citation = both.into());
    refix(&mut stage);
    assert_eq!(first_version(&stage).matches(both).count(), 1);
}

#[test]
fn nothing_is_said_of_stays_where_everybody_was_there_all_the_time() {
    let mut stage = Stage::new();
    stage.case.presences.retain(|mark| mark.mark == samsyn_plan::codes::Presence::Came);
    refix(&mut stage);
    let text = first_version(&stage);
    assert!(text.contains("Närvarande: Karin") && !text.contains("Inte med hela tiden") && !text.contains("Frånvarande"), "{text}");
}

#[test]
fn each_principal_that_answers_for_something_has_a_line_to_sign_on() {
    let mut stage = Stage::new();
    let signers = |stage: &Stage| {
        let plan = plan_version(&stage.source(), &stage.case.versions[0]).unwrap();
        let lines = plan.blocks.into_iter().find_map(|block| match block {
            Block::Signatures(lines) => Some(lines),
            _ => None,
        });
        lines.unwrap_or_default().into_iter().map(|line| line.name).collect::<Vec<_>>()
    };
    stage.case.signatures.clear();
    assert_eq!(signers(&stage), ["Karin Lövgren-Åhs", "Per Nyström", "Maria Sundin"]);
    stage.case.measures.iter_mut().for_each(|measure| measure.person.clear());
    refix(&mut stage);
    let unnamed = ["Karin Lövgren-Åhs", "För Östersunds kommun, Öppenvården Nexus", "För regionen, Beroendeenheten"];
    assert_eq!(signers(&stage), unnamed);
    stage.case.measures.retain(|measure| measure.principal == Some(Principal::Region));
    refix(&mut stage);
    assert_eq!(signers(&stage), unnamed, "the kommun has the övergripande ansvar");
}

#[test]
fn a_plan_or_role_without_words_of_its_own_stands_in_the_difference() {
    let mut stage = Stage::new();
    stage.case.other_plans = vec![OtherPlan { kind: Some(OtherPlanKind::Lvm), ..OtherPlan::default() }];
    stage.case.roles = vec![Role { role: Some(RoleCode::Interpreter), name: "Aino Salmi".into(), ..Role::default() }];
    let after = fix(&stage.case, &stage.organisation, &stage.law, day(16)).expect("lawful").content().to_owned();
    stage.case.versions[1].content = after;
    let text = plain_text(&difference(&stage.source(), &stage.case.versions[0], &stage.case.versions[1]).unwrap());
    assert!(text.contains("Vård enligt LVM") && text.contains("Tolk · Aino Salmi"), "{text}");
}

#[test]
fn a_solved_question_does_not_stand_among_those_that_are_open() {
    let mut stage = Stage::new();
    stage.case.open_questions.push(OpenQuestion {
        text: "Vem delar ut medicinen?".into(),
        solution: "Kommunen.".into(),
        kinds: vec![samsyn_plan::codes::InformationKind::Medicine],
        ..OpenQuestion::default()
    });
    refix(&mut stage);
    let text = first_version(&stage);
    let (open, solved) = text.split_once("Frågor som har lösts").unwrap();
    assert!(open.contains("Karin vill ha en och samma läkare.") && !open.contains("Vem delar ut"), "{text}");
    assert!(solved.contains("Vem delar ut medicinen?") && solved.contains("Kommunen."), "{text}");
}
