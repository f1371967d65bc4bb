//! What a version changed in the one before.

use super::Source;
use super::plan::of_version;
use super::words::{joined, sentence};
use crate::document::{Block, Document};
use samsyn_plan::acts::Version;
use samsyn_plan::codes::{Coded, Principal};
use samsyn_plan::plan::{Difference, Plan, difference as compare, thaw};

/// What the later of two versions changed, line by line. Nothing where the content of either is damaged.
pub fn difference(source: &Source<'_>, before: &Version, after: &Version) -> Option<Document> {
    let texts = source.texts;
    let changes = compare(&worded(source, thaw(&before.content)?), &worded(source, thaw(&after.content)?));
    let answer = source.case.answer_to(after).map_or_else(
        || texts.get("paper-difference-not-read-back"),
        |answer| joined([&sentence(&source.code(answer.answer)), &answer.words], ". "),
    );
    let mut facts = source.person();
    facts.extend([
        source.fact("paper-difference-before", version_line(source, before)),
        source.fact("paper-difference-after", version_line(source, after)),
        source.fact("paper-plan-change", &after.change),
        source.fact("paper-difference-answer", answer),
    ]);
    let mut blocks = vec![Block::Facts(facts)];
    if changes.is_empty() {
        blocks.push(Block::text(texts.get("paper-difference-none")));
    } else {
        let heads = ["paper-column-part", "paper-column-before", "paper-column-after"];
        blocks.push(source.heading("paper-difference-changes"));
        blocks.push(Block::Table {
            head: heads.iter().map(|key| texts.get(key)).collect(),
            widths: vec![1.4, 3.0, 3.0],
            rows: changes.iter().map(|change| row(source, change)).collect(),
            caption: Some(texts.get("paper-difference-caption")),
        });
    }
    Some(of_version(source.paper("paper-difference-title", Some(after.at), blocks), source, after))
}

/// The plan with the words of its codes where a line has little else to say: other plans by their kind, roles by what they are.
fn worded(source: &Source<'_>, mut plan: Plan) -> Plan {
    for other in &mut plan.other_plans {
        other.text = joined([&source.maybe(other.kind), &other.text], " · ");
    }
    for role in &mut plan.roles {
        role.who = joined([&sentence(&source.code(role.role)), &role.who], " · ");
    }
    plan
}

fn row(source: &Source<'_>, change: &Difference) -> Vec<String> {
    let texts = source.texts;
    // The principal is compared by its code.
    let words = |line: &str| Principal::from_code(line).map_or_else(|| line.to_owned(), |principal| source.code(principal));
    let before = if change.before.is_empty() { texts.get("paper-difference-new") } else { words(&change.before) };
    let after = if change.after.is_empty() { texts.get("paper-difference-gone") } else { words(&change.after) };
    vec![texts.get(&format!("paper-part-{}", change.part)), before, after]
}

fn version_line(source: &Source<'_>, version: &Version) -> String {
    source
        .texts
        .with("paper-plan-fixed", &[("version", &version.number.to_string()), ("day", &source.moment(version.at)), ("who", &version.by)])
}
