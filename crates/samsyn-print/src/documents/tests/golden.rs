//! What the papers say by the kind of plan and by what is written in it.

use super::samples::discharge;
use super::*;
use samsyn_plan::codes::{OtherPlanKind, PlanType, Principal, RoleCode};
use samsyn_plan::drafts::{OpenQuestion, OtherPlan, Role};
use samsyn_plan::plan::fix;

fn of_type(plan_type: PlanType) -> Stage {
    Stage::new().changed(|case| case.plan_type = plan_type)
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
