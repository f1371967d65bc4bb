//! Who has read: the extract of the access log for the person.

use super::Source;
use crate::document::{Block, Document};
use samsyn_plan::access::{ReadOf, Reading};
use samsyn_plan::codes::Principal;

/// Who has had the case open here, or the first contact that it came of, or the person's own page, and when. It names staff and
/// moments and nothing of what was read: what protected data were opened and why is for staff, and no paper tells that anybody is protected.
pub fn access(source: &Source<'_>, openings: &[Reading]) -> Document {
    let texts = source.texts;
    let mut blocks = vec![
        Block::lead(texts.get("paper-access-lead")),
        Block::Facts(source.person()),
        Block::text(texts.with("paper-access-scope", &[("unit", &source.author())])),
    ];
    if openings.is_empty() {
        blocks.push(Block::text(texts.get("paper-access-none")));
    } else {
        blocks.push(table(source, openings));
    }
    blocks.push(Block::text(texts.get("paper-access-ask")));
    // The paragraph binds health care; a kommun gives the same extract without citing it.
    if source.organisation.principal == Some(Principal::Region) {
        blocks.push(Block::note(texts.get("paper-access-law")));
    }
    source.paper("paper-access-title", openings.last().map(|opening| opening.at), blocks)
}

fn table(source: &Source<'_>, readings: &[Reading]) -> Block {
    let heads = ["paper-column-when", "paper-access-column-who", "paper-access-column-title", "paper-access-column-what"];
    let what = |reading: &Reading| {
        source.texts.get(match reading.of {
            ReadOf::Case => "paper-access-case",
            ReadOf::Page => "paper-access-page",
            ReadOf::Contact => "paper-access-contact",
        })
    };
    let row = |reading: &Reading| vec![source.moment(reading.at), reading.by.clone(), reading.title.clone(), what(reading)];
    Block::Table {
        head: heads.iter().map(|key| source.texts.get(key)).collect(),
        widths: vec![1.6, 2.2, 2.2, 1.6],
        rows: readings.iter().map(row).collect(),
        caption: None,
    }
}
