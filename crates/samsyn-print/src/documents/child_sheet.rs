//! A child's own sheet before the meeting: to write on, or to draw on.

use super::Source;
use crate::document::{Block, Document};

/// Room for an answer by hand, in lines.
const ROOM: u8 = 4;

/// What a child wants to say before the meeting. What a child has not answered yet has room to write or draw.
pub fn child_sheet(source: &Source<'_>) -> Document {
    let answers = &source.case.preparation;
    let questions = [
        ("paper-sheet-important", &answers.important),
        ("paper-sheet-works", &answers.works),
        ("paper-sheet-hard", &answers.hard),
        ("paper-sheet-change", &answers.change),
        ("paper-sheet-who", &answers.who),
        ("paper-sheet-way", &answers.way),
        ("paper-sheet-support", &answers.support),
    ];
    let mut blocks = vec![Block::lead(source.texts.get("paper-sheet-lead"))];
    for (question, answer) in questions {
        blocks.push(source.heading(question));
        blocks.push(if answer.trim().is_empty() { Block::WritingLines(ROOM) } else { Block::quote(answer.trim()) });
    }
    // What must not be raised stands on no paper: a sheet is left on a table.
    blocks.push(source.heading("paper-sheet-not-raised"));
    blocks.push(match answers.not_raised.trim() {
        "" => Block::WritingLines(ROOM),
        _ => Block::text(source.texts.get("paper-sheet-not-raised-kept")),
    });
    blocks.push(Block::note(source.texts.get("paper-sheet-note")));
    blocks.extend(source.contact());
    Document { large_type: true, ..source.paper("paper-sheet-title", None, blocks) }
}
