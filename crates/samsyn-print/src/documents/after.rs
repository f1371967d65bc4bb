//! What comes after the plan: deviation report, follow-up, closing with evaluation.

use super::Source;
use super::words::{figures, joined, sentence};
use crate::document::{Block, Document};
use samsyn_plan::acts::{Closing, Deviation, Evaluation, FollowUp};
use samsyn_plan::codes::FollowUpOutcome;
use samsyn_plan::drafts::Party;
use samsyn_plan::plan::{RatedGoal, TrackedMeasure};

/// The report of a deviation, to the other principal or to one's own chief. The person is named by case number and initials alone.
pub fn deviation(source: &Source<'_>, deviation: &Deviation) -> Document {
    let texts = source.texts;
    let party = deviation.party.and_then(|party| source.case.party(party)).map_or_else(|| source.author(), Party::title_line);
    let about = joined([&source.case.number, &source.case.person.initials()], ", ");
    let facts = vec![
        source.fact("paper-call-about", about),
        source.fact("paper-deviation-kind", sentence(&source.code(deviation.kind))),
        source.fact("paper-deviation-party", party),
        source.fact("paper-deviation-on", source.day(deviation.on)),
        source.fact("paper-deviation-by", &deviation.by),
        source.fact("paper-deviation-sent-to", &deviation.sent_to),
    ];
    let mut blocks = vec![Block::Facts(facts)];
    for (heading, words) in [
        ("paper-deviation-event", &deviation.event),
        ("paper-deviation-consequence", &deviation.consequence),
        ("paper-deviation-action", &deviation.action),
    ] {
        blocks.push(source.heading(heading));
        blocks.push(Block::text(if words.trim().is_empty() { texts.get("paper-nothing") } else { words.clone() }));
    }
    blocks.extend([source.heading("paper-deviation-answer"), Block::text(texts.get("paper-deviation-please")), Block::WritingLines(6)]);
    blocks.extend(source.contact());
    source.paper("paper-deviation-title", Some(deviation.at), blocks)
}

/// A follow-up that was held: how goals and measures stand, and what it leads to.
pub fn follow_up(source: &Source<'_>, held: &FollowUp) -> Document {
    let texts = source.texts;
    let mut facts = source.person();
    facts.push(source.fact("paper-follow-up-on", source.day(held.on)));
    let present = source.case.presence(held.meeting);
    let here = present.iter().filter(|mark| matches!(mark.mark, samsyn_plan::codes::Presence::Came | samsyn_plan::codes::Presence::Left));
    facts.push(source.fact("paper-plan-present", here.map(|mark| mark.name.clone()).collect::<Vec<_>>().join("\n")));
    facts.push(source.fact("paper-follow-up-outcome", sentence(&source.code(held.outcome))));
    if held.outcome != FollowUpOutcome::Close || held.sheet.next.is_some() {
        let next = held.sheet.next.map_or_else(|| texts.get("paper-plan-follow-up-open"), |day| source.day(day));
        facts.push(source.fact("paper-follow-up-next", next));
    }
    let mut blocks = vec![Block::Facts(facts), source.heading("paper-plan-goals")];
    blocks.push(Block::Table {
        head: ["paper-column-goal", "paper-column-together", "paper-column-own", "paper-column-note"].map(|key| texts.get(key)).to_vec(),
        widths: vec![3.0, 1.8, 1.8, 2.2],
        rows: held.sheet.goals.iter().map(|goal| goal_row(source, goal)).collect(),
        caption: Some(texts.get("paper-follow-up-scale")),
    });
    blocks.push(source.heading("paper-follow-up-measures"));
    blocks.push(Block::Table {
        head: ["paper-column-measure", "paper-column-principal", "paper-column-state", "paper-column-why"]
            .map(|key| texts.get(key))
            .to_vec(),
        widths: vec![3.0, 2.0, 1.8, 2.2],
        rows: held.sheet.measures.iter().map(|measure| measure_row(source, measure)).collect(),
        caption: None,
    });
    source.paper("paper-follow-up-title", Some(held.at), blocks)
}

fn goal_row(source: &Source<'_>, goal: &RatedGoal) -> Vec<String> {
    vec![format!("{}. {}", goal.number, goal.text), source.maybe(goal.scale), source.maybe(goal.own_scale), goal.note.clone()]
}

fn measure_row(source: &Source<'_>, measure: &TrackedMeasure) -> Vec<String> {
    let principal = sentence(&source.maybe(measure.principal));
    vec![
        measure.text.clone(),
        joined([&principal, &measure.unit], "\n"),
        joined([&sentence(&source.maybe(measure.state)), &figures(measure.done_on)], "\n"),
        measure.why.clone(),
    ]
}

/// The closing of the plan, with what remains and how people found it.
pub fn closing(source: &Source<'_>, closing: &Closing) -> Document {
    let mut facts = source.person();
    facts.extend([
        source.fact("paper-closing-on", source.day(closing.on)),
        source.fact("paper-closing-reason", sentence(&source.code(closing.reason))),
        source.fact("paper-closing-remains", &closing.remains),
        source.fact("paper-closing-by", &closing.by),
    ]);
    let mut blocks = vec![Block::Facts(facts)];
    if let Some(last) = source.case.follow_ups.last() {
        blocks.push(source.heading("paper-closing-goals"));
        blocks.push(Block::Table {
            head: ["paper-column-goal", "paper-column-together", "paper-column-own", "paper-column-note"]
                .map(|key| source.texts.get(key))
                .to_vec(),
            widths: vec![3.0, 1.8, 1.8, 2.2],
            rows: last.sheet.goals.iter().map(|goal| goal_row(source, goal)).collect(),
            caption: Some(source.texts.with("paper-closing-goals-caption", &[("day", &source.day(last.on))])),
        });
    }
    for evaluation in &source.case.evaluations {
        blocks.extend(evaluated(source, evaluation));
    }
    blocks.extend(source.contact());
    source.paper("paper-closing-title", Some(closing.at), blocks)
}

fn evaluated(source: &Source<'_>, evaluation: &Evaluation) -> Vec<Block> {
    let texts = source.texts;
    let rows = [
        ("paper-evaluation-informed", evaluation.informed),
        ("paper-evaluation-could-say", evaluation.could_say),
        ("paper-evaluation-right-people", evaluation.right_people),
        ("paper-evaluation-clear-who", evaluation.clear_who),
        ("paper-evaluation-felt-safe", evaluation.felt_safe),
    ];
    let mark = |mark: Option<u8>| {
        mark.map_or_else(
            || texts.get("paper-evaluation-unanswered"),
            |mark| texts.with("paper-evaluation-mark", &[("mark", &mark.to_string())]),
        )
    };
    let who = source.code(evaluation.evaluator);
    let mut blocks = vec![Block::heading(1, texts.with("paper-evaluation", &[("who", &who)]))];
    blocks.push(Block::Facts(rows.into_iter().map(|(key, value)| source.fact(key, mark(value))).collect()));
    if !evaluation.comment.trim().is_empty() {
        blocks.push(Block::quote(evaluation.comment.trim()));
    }
    blocks
}
