//! What comes after the plan: deviation report, follow-up, closing with evaluation.

use super::Source;
use super::agreement::scope;
use super::words::{figures, joined, sentence};
use crate::document::{Block, Document};
use samsyn_plan::acts::{Annulment, Closing, Deviation, Evaluation, FollowUp, Withdrawal};
use samsyn_plan::codes::FollowUpOutcome;
use samsyn_plan::consequences::{WithdrawalConsequences, of_withdrawal};
use samsyn_plan::plan::{RatedGoal, TrackedMeasure};

/// The report of a deviation, to the other principal or to one's own chief. The person is named by case number and initials alone.
pub fn deviation(source: &Source<'_>, deviation: &Deviation) -> Document {
    let texts = source.texts;
    let party = deviation.party.and_then(|party| source.case.party(party)).map_or_else(|| source.author(), |party| source.party(party));
    let about = joined([&source.case.number, &source.case.person.initials()], ", ");
    let facts = vec![
        source.fact("paper-call-about", about),
        source.fact("paper-deviation-kind", sentence(&source.code(deviation.kind))),
        source.fact("paper-deviation-party", party),
        source.fact("paper-deviation-on", source.day(deviation.on)),
        source.fact("paper-deviation-by", &deviation.by),
        source.fact("paper-deviation-sent-to", &deviation.sent_to),
    ];
    let mut blocks: Vec<Block> = annulled(source, source.case.annulment(deviation.id.0)).map(Block::notice).into_iter().collect();
    blocks.push(Block::Facts(facts));
    for (heading, words) in [
        ("paper-deviation-event", &deviation.event),
        ("paper-deviation-consequence", &deviation.consequence),
        ("paper-deviation-action", &deviation.action),
    ] {
        blocks.push(source.heading(heading));
        blocks.push(Block::text(if words.trim().is_empty() { texts.get("paper-nothing") } else { words.clone() }));
    }
    blocks.push(source.heading("paper-deviation-answer"));
    match source.case.deviation_answer(deviation.id) {
        Some(answer) => {
            let given = joined([&answer.answered_by, &source.day(answer.on)], ", ");
            blocks.extend([Block::Facts(vec![source.fact("paper-deviation-answered", given)]), Block::text(&answer.answer)]);
        }
        None => blocks.extend([Block::text(texts.get("paper-deviation-please")), Block::WritingLines(6)]),
    }
    source.paper("paper-deviation-title", Some(deviation.at), blocks)
}

/// That a record was annulled, by whom and why; nothing where it stands.
pub(super) fn annulled(source: &Source<'_>, annulment: Option<&Annulment>) -> Option<String> {
    let annulment = annulment?;
    let told = [("at", &source.moment(annulment.at)), ("by", &annulment.by), ("reason", &annulment.reason)];
    Some(source.texts.with("paper-annulled-line", &told.map(|(name, value)| (name, value.as_str()))))
}

/// What the withdrawal of a ground led to, for the person: what may no longer go out, and what has gone. Nothing where the
/// case has lost the ground.
pub fn withdrawal(source: &Source<'_>, entry: &Withdrawal) -> Option<Document> {
    let texts = source.texts;
    let found = of_withdrawal(source.case, entry.ground, entry.from)?;
    let ground = source.case.grounds.iter().find(|ground| ground.id == entry.ground)?;
    let mut facts = source.person();
    facts.extend([
        source.fact("paper-deviation-party", source.case.party(found.party).map(|party| source.party(party)).unwrap_or_default()),
        source.fact("paper-ground-scope", scope(source, ground)),
        source.fact("paper-withdrawal-from", source.day(found.from)),
        source.fact("paper-withdrawal-manner", sentence(&source.code(entry.manner))),
        source.fact("paper-withdrawal-told", &entry.told),
        source.fact("paper-closing-by", &entry.by),
    ]);
    let mut blocks = vec![Block::lead(texts.get("paper-withdrawal-lead")), Block::Facts(facts)];
    blocks.extend([source.heading("paper-withdrawal-closed"), Block::List(closed_lines(source, &found))]);
    if !found.kept.is_empty() {
        blocks.extend([source.heading("paper-withdrawal-kept"), Block::text(sentence(&source.codes(&found.kept)))]);
    }
    blocks.push(source.heading("paper-withdrawal-gone"));
    if found.told.is_empty() {
        blocks.push(Block::text(texts.get("paper-withdrawal-nothing-gone")));
    } else {
        blocks.push(super::log::table(source, source.case.disclosures.iter().filter(|done| found.told.contains(&done.id))));
    }
    blocks.push(Block::note(texts.get("paper-withdrawal-fixed")));
    Some(source.paper("paper-withdrawal-title", Some(entry.at), blocks))
}

/// What may no longer go out, a line for each thing.
fn closed_lines(source: &Source<'_>, found: &WithdrawalConsequences) -> Vec<String> {
    let texts = source.texts;
    let mut lines = Vec::new();
    if found.shut {
        lines.push(texts.get("paper-withdrawal-shut"));
    } else if !found.closed.is_empty() {
        lines.push(sentence(&source.codes(&found.closed)));
    }
    for meeting in found.meetings.iter().filter_map(|meeting| source.case.meeting(*meeting)) {
        let key = if found.called.contains(&meeting.id) { "paper-withdrawal-meeting-called" } else { "paper-withdrawal-meeting" };
        lines.push(texts.with(key, &[("meeting", &source.meeting_time(meeting))]));
    }
    for version in found.copies.iter().filter_map(|version| source.case.version(*version)) {
        let key = if found.shut { "paper-withdrawal-copy" } else { "paper-withdrawal-copy-less" };
        lines.push(texts.with(key, &[("version", &version.number.to_string())]));
    }
    if lines.is_empty() {
        lines.push(texts.get("paper-withdrawal-nothing-closed"));
    }
    lines
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
    let mut blocks = vec![Block::Facts(facts)];
    if !held.sheet.goals.is_empty() {
        blocks.extend([source.heading("paper-plan-goals"), goals(source, &held.sheet.goals, texts.get("paper-follow-up-scale"))]);
    }
    if !held.sheet.measures.is_empty() {
        let heads = ["paper-column-measure", "paper-column-principal", "paper-column-state", "paper-column-why"];
        let table = Block::Table {
            head: heads.map(|key| texts.get(key)).to_vec(),
            widths: vec![3.0, 2.0, 1.8, 2.2],
            rows: held.sheet.measures.iter().map(|measure| measure_row(source, measure)).collect(),
            caption: None,
        };
        blocks.extend([source.heading("paper-follow-up-measures"), table]);
    }
    source.paper("paper-follow-up-title", Some(held.at), blocks)
}

/// How the goals were rated.
fn goals(source: &Source<'_>, rated: &[RatedGoal], caption: String) -> Block {
    let heads = ["paper-column-goal", "paper-column-together", "paper-column-own", "paper-column-note"];
    Block::Table {
        head: heads.map(|key| source.texts.get(key)).to_vec(),
        widths: vec![3.0, 1.8, 1.8, 2.2],
        rows: rated.iter().map(|goal| goal_row(source, goal)).collect(),
        caption: Some(caption),
    }
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
    let rated = |held: &&FollowUp| held.sheet.goals.iter().any(|goal| goal.scale.is_some() || goal.own_scale.is_some());
    if let Some(last) = source.case.follow_ups.iter().rfind(rated) {
        let caption = source.texts.with("paper-closing-goals-caption", &[("day", &source.day(last.on))]);
        blocks.extend([source.heading("paper-closing-goals"), goals(source, &last.sheet.goals, caption)]);
    }
    for evaluation in &source.case.evaluations {
        blocks.extend(evaluated(source, evaluation));
    }
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
    blocks.extend(annulled(source, source.case.annulment(evaluation.id.0)).map(Block::notice));
    blocks.push(Block::Facts(rows.into_iter().map(|(key, value)| source.fact(key, mark(value))).collect()));
    if !evaluation.comment.trim().is_empty() {
        blocks.push(Block::quote(evaluation.comment.trim()));
    }
    blocks
}
