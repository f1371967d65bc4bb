//! Random, long and empty data through every paper.

use super::Stage;
use super::case::day;
use crate::pdf::tests::{any_text, check_all};
use proptest::prelude::*;
use samsyn_plan::plan::build;

/// Puts `text` into everything that people type.
fn fill(stage: &mut Stage, text: &str) {
    let case = &mut stage.case;
    let mut fields: Vec<&mut String> = Vec::new();
    let organisation = &mut stage.organisation;
    fields.extend([&mut organisation.name, &mut organisation.unit, &mut organisation.phone, &mut organisation.address]);
    let person = &mut case.person;
    fields.extend([&mut person.first_name, &mut person.last_name, &mut person.address, &mut person.needs]);
    let answers = &mut case.preparation;
    fields.extend([&mut answers.important, &mut answers.works, &mut answers.hard, &mut answers.who, &mut answers.way]);
    for party in &mut case.parties {
        fields.extend([&mut party.name, &mut party.title, &mut party.unit, &mut party.organisation]);
    }
    for meeting in &mut case.meetings {
        fields.extend([&mut meeting.purpose, &mut meeting.place, &mut meeting.leader, &mut meeting.prepare, &mut meeting.answer_by]);
        fields.extend([&mut meeting.own_words, &mut meeting.situation, &mut meeting.starts]);
    }
    for measure in &mut case.measures {
        fields.extend([&mut measure.text, &mut measure.extent, &mut measure.unit, &mut measure.person]);
    }
    fields.extend(case.goals.iter_mut().map(|goal| &mut goal.text));
    fields.extend(case.questions.iter_mut().map(|question| &mut question.text));
    fields.extend(case.own_actions.iter_mut().map(|action| &mut action.text));
    fields.extend(case.open_questions.iter_mut().flat_map(|question| [&mut question.text, &mut question.owner]));
    fields.extend(case.crises.iter_mut().flat_map(|crisis| [&mut crisis.text, &mut crisis.contact]));
    fields.extend(case.grounds.iter_mut().flat_map(|ground| [&mut ground.statement, &mut ground.purpose]));
    fields.extend(case.deviations.iter_mut().flat_map(|deviation| [&mut deviation.event, &mut deviation.sent_to]));
    fields.extend(case.evaluations.iter_mut().map(|evaluation| &mut evaluation.comment));
    fields.extend(case.disclosures.iter_mut().map(|disclosure| &mut disclosure.recipient));
    for field in fields {
        text.clone_into(field);
    }
    let plan = build(&stage.case, &stage.organisation, &stage.law, day(15));
    for version in &mut stage.case.versions {
        version.content = serde_json::to_string(&plan).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_paper_takes_anything(text in any_text(), which in any::<prop::sample::Index>()) {
        let mut stage = Stage::new();
        fill(&mut stage, &text);
        let papers = stage.all();
        check_all(&papers[which.index(papers.len())].1);
    }
}

#[test]
fn every_paper_can_be_empty() {
    let mut stage = Stage::new();
    fill(&mut stage, "");
    for (_, document) in stage.all() {
        check_all(&document);
    }
}
