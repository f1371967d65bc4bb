//! The plan's braid (fläta) on paper: what does not hold together, the picture, and the same in a table.

use super::Source;
use super::plan::of_version;
use super::words::joined;
use crate::braid::{BraidPeriod, ToldBraid, ToldKnot, ToldStrand, pictures, tell};
use crate::document::{Block, Document};
use crate::layout::{BOTTOM, CONTENT, TOP};
use crate::picture::Frame;
use samsyn_plan::braid;
use samsyn_plan::codes::StrandGroup;
use samsyn_plan::plan::{build, thaw};

/// The size of the picture's letters, in points.
const LETTERS: f32 = 8.0;

/// The braid of the newest fixed version, or of the draft where none is fixed, as it is on the day. Nothing where the version is
/// damaged.
pub fn braid(source: &Source<'_>) -> Option<Document> {
    let version = source.case.newest_version();
    let plan = match version {
        Some(version) => thaw(&version.content)?,
        None => build(source.case, source.organisation, source.law, source.today),
    };
    let seen = braid::braid(source.case, &plan, source.today);
    let told = tell(source.texts, source.case, &plan, &seen);
    let day = source.day(seen.day);
    let of = match version {
        Some(version) => source.texts.with("paper-braid-version", &[("version", &version.number.to_string()), ("day", &day)]),
        None => source.texts.with("paper-braid-draft", &[("day", &day)]),
    };
    let mut facts = source.person();
    facts.push(source.fact("paper-braid-of", of));
    let mut blocks = vec![Block::lead(source.texts.get("paper-braid-lead")), Block::Facts(facts)];
    blocks.extend(findings(source, &told));
    blocks.push(source.heading("paper-braid-picture"));
    // A heading and some air stand above the picture on its page.
    let frame = Frame { width: CONTENT, height: BOTTOM - TOP - 40.0, letters: LETTERS };
    let drawn = pictures(source.texts, &seen, &told, frame, BraidPeriod::Whole).into_iter();
    let alternative = format!("{} {}", told.summary, source.texts.get("braid-in-table"));
    blocks.extend(drawn.map(|picture| Block::Figure { picture, alternative: alternative.clone() }));
    blocks.extend(table(source, &told));
    blocks.extend(meetings(source, &told));
    let paper = source.paper("paper-braid-title", None, blocks);
    Some(match version {
        Some(version) => of_version(paper, source, version),
        None => Document { draft: true, ..paper },
    })
}

fn findings(source: &Source<'_>, told: &ToldBraid) -> [Block; 2] {
    let said = if told.findings.is_empty() {
        let key = if source.case.is_closed() { "paper-braid-closed" } else { "paper-braid-none" };
        Block::text(source.texts.get(key))
    } else {
        Block::List(told.findings.iter().map(|found| format!("{}: {}", found.title, found.words)).collect())
    };
    [source.heading("paper-braid-findings"), said]
}

/// Who does what and when: all that the picture shows.
fn table(source: &Source<'_>, told: &ToldBraid) -> [Block; 2] {
    let heads = ["braid-column-who", "braid-column-what", "braid-column-goal", "braid-column-when", "braid-column-state"];
    let row = |strand: &ToldStrand, knot: Option<&ToldKnot>| {
        let person = knot.map(|knot| knot.person.clone()).unwrap_or_default();
        let group = format!("({})", strand.group_words);
        let who = joined([&strand.name, &group, &person], "\n");
        let idle = if strand.group == StrandGroup::Person { String::new() } else { source.texts.get("braid-idle") };
        let [what, goal, when, state] = knot.map_or_else(
            || [source.texts.get("paper-nothing"), String::new(), String::new(), idle],
            |knot| [knot.what.clone(), knot.goal.clone(), knot.when.clone(), knot.state.clone()],
        );
        vec![who, what, goal, when, state]
    };
    let rows = told.strands.iter().flat_map(|strand| {
        let knots = strand.knots.iter().map(|knot| row(strand, Some(knot)));
        knots.chain(strand.knots.is_empty().then(|| row(strand, None))).collect::<Vec<_>>()
    });
    let table = Block::Table {
        head: heads.iter().map(|key| source.texts.get(key)).collect(),
        widths: vec![2.3, 2.8, 0.6, 2.2, 1.5],
        rows: rows.collect(),
        caption: None,
    };
    [source.heading("paper-braid-table"), table]
}

fn meetings(source: &Source<'_>, told: &ToldBraid) -> Vec<Block> {
    if told.meetings.is_empty() {
        return Vec::new();
    }
    vec![source.heading("paper-braid-meetings"), Block::List(told.meetings.clone())]
}
