//! The sheet before the meeting, for an adult and for a child. What is not answered has room to write or draw by hand.

use super::Source;
use crate::document::{Block, Document};
use samsyn_plan::drafts::Preparation;
use samsyn_plan::text::is_blank;

/// Room for an answer by hand, in lines.
const ROOM: u8 = 4;

/// The person's own sheet before the meeting.
pub fn preparation(source: &Source<'_>) -> Document {
    let questions = answers(&source.case.preparation);
    source.paper("paper-preparation-title", None, sheet(source, "paper-preparation-", &questions))
}

/// The sheet in a child's words and in large type. A child is not asked about children of its own.
pub fn child_sheet(source: &Source<'_>) -> Document {
    let questions: Vec<_> = answers(&source.case.preparation).into_iter().filter(|(name, _)| *name != "children").collect();
    Document { large_type: true, ..source.paper("paper-sheet-title", None, sheet(source, "paper-sheet-", &questions)) }
}

/// Whether anything of the sheet is filled in.
pub(super) fn is_begun(answered: &Preparation) -> bool {
    !is_blank(&answered.not_raised) || answers(answered).iter().any(|(_, answer)| !is_blank(answer))
}

/// The questions by the ends of their keys, with what was answered.
fn answers(answered: &Preparation) -> [(&'static str, &str); 8] {
    [
        ("important", &answered.important),
        ("works", &answered.works),
        ("hard", &answered.hard),
        ("change", &answered.change),
        ("who", &answered.who),
        ("way", &answered.way),
        ("support", &answered.support),
        ("children", &answered.children),
    ]
}

/// The questions in the words whose keys begin so, each with its answer or room for one.
fn sheet(source: &Source<'_>, words: &str, questions: &[(&str, &str)]) -> Vec<Block> {
    let says = |name: &str| source.texts.get(&format!("{words}{name}"));
    let mut blocks = vec![Block::lead(says("lead"))];
    for (question, answer) in questions {
        let answer = answer.trim();
        blocks.push(Block::heading(1, says(question)));
        blocks.push(if answer.is_empty() { Block::WritingLines(ROOM) } else { Block::quote(answer) });
    }
    // What must not be raised stands on no paper: a sheet is left on a table.
    blocks.push(Block::heading(1, says("not-raised")));
    blocks.push(match source.case.preparation.not_raised.trim() {
        "" => Block::WritingLines(ROOM),
        _ => Block::text(says("not-raised-kept")),
    });
    blocks.push(Block::note(says("note")));
    blocks
}
