//! The person's own page: the plan in plain Swedish, in large type, for the kitchen table.

use super::Source;
use super::easy;
use super::plan::{crises, next_meeting, of_version};
use super::responsibility::{care_contact, phone};
use super::words::joined;
use crate::document::{Block, Document};
use samsyn_plan::acts::Version;
use samsyn_plan::codes::Wording;
use samsyn_plan::plan::{Plan, PlanMeasure, thaw};

/// Who does what and when, whom to call, when we meet again, what to do if it gets worse. Nothing where the version's content is
/// damaged.
pub fn own_page(source: &Source<'_>, version: &Version, wording: Wording) -> Option<Document> {
    let plan = thaw(&version.content)?;
    let (title, blocks) = match wording {
        Wording::Plain => ("paper-own-title", plain(source, &plan)),
        Wording::Easy => ("paper-page-easy-title", easy::blocks(source, &plan, wording)),
        Wording::Child => ("paper-page-child-title", easy::blocks(source, &plan, wording)),
    };
    let page = source.paper(title, Some(version.at), blocks);
    Some(Document { large_type: true, ..of_version(page, source, version) })
}

/// The page in plain Swedish.
fn plain(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let mut blocks = vec![Block::lead(source.texts.with("paper-own-lead", &[("name", source.case.person.first_name.trim())]))];
    if !plan.goals.is_empty() {
        blocks.push(source.heading("paper-own-goals"));
        blocks.extend(plan.goals.iter().map(|goal| Block::quote(&goal.text)));
    }
    let who = who_does_what(source, plan);
    if !who.is_empty() {
        blocks.extend([source.heading("paper-own-who"), Block::Facts(who)]);
    }
    blocks.extend(own_part(source, plan));
    blocks.extend([source.heading("paper-own-call"), Block::Facts(whom_to_call(source, plan))]);
    blocks.extend([source.heading("paper-own-next"), Block::text(next_meeting(source, plan))]);
    blocks.extend(crises(source, plan, "paper-own-worse"));
    blocks.extend(open_questions(source, plan));
    blocks.push(Block::notice(source.texts.get("paper-own-rights")));
    blocks
}

/// One line a measure: who, and what by when.
fn who_does_what(source: &Source<'_>, plan: &Plan) -> Vec<(String, String)> {
    let who = |measure: &PlanMeasure| {
        let person = if measure.person.is_empty() { source.texts.get("paper-own-person-open") } else { measure.person.clone() };
        joined([&person, &measure.unit], ", ")
    };
    let measures =
        plan.measures.iter().map(|measure| (who(measure), joined([&measure.text, &measure.extent, &by_when(source, measure)], "\n")));
    let others = plan.other_measures.iter().map(|measure| (measure.done_by.clone(), joined([&measure.text, &measure.time], "\n")));
    measures.chain(others).collect()
}

fn by_when(source: &Source<'_>, measure: &PlanMeasure) -> String {
    let line = |key: &str, day| if let Some(day) = day { source.texts.with(key, &[("day", &source.day(day))]) } else { String::new() };
    joined([line("paper-own-starts", measure.starts_on), line("paper-own-due", measure.due_on)], "\n")
}

fn own_part(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let (own, close): (Vec<_>, Vec<_>) = plan.own_actions.iter().partition(|action| action.party.is_none());
    let mut blocks = Vec::new();
    if !own.is_empty() {
        blocks.extend([source.heading("paper-own-you"), Block::List(own.iter().map(|action| action.text.clone()).collect())]);
    }
    if !close.is_empty() {
        blocks.push(source.heading("paper-own-close"));
        blocks.push(Block::Facts(close.iter().map(|action| (action.who.clone(), action.text.clone())).collect()));
    }
    blocks
}

fn whom_to_call(source: &Source<'_>, plan: &Plan) -> Vec<(String, String)> {
    vec![
        source.fact("paper-own-coordinator", joined([plan.coordinator.as_str(), phone(source, plan)], "\n")),
        source.fact("paper-plan-care-contact", care_contact(source, plan)),
    ]
}

fn open_questions(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let open: Vec<_> = plan.open_questions.iter().filter(|question| question.solution.is_empty()).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let line = |question: &&samsyn_plan::plan::PlanOpenQuestion| {
        let answer = match question.answer_by {
            Some(day) => source.texts.with("paper-own-question-by", &[("owner", &question.owner), ("day", &source.day(day))]),
            None => source.texts.with("paper-own-question", &[("owner", &question.owner)]),
        };
        if question.owner.is_empty() { question.text.clone() } else { joined([&question.text, &answer], "\n") }
    };
    vec![source.heading("paper-own-open"), Block::List(open.iter().map(line).collect())]
}
