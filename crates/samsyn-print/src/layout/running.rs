//! What stands on every page: header, page number, the mark of a draft.

use super::blocks::Composer;
use super::page::{Artifact, Drawing, Laid, Mark, Owner};
use super::style::{CONTENT, FOOTER_BASELINE, HAIR, HEADER_BASELINE, Letters, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SOFT};
use crate::document::Document;

/// Letters of header and footer; they do not grow with the text, since they are not part of it.
const RUNNING: Letters = Letters { size: 8.5, bold: false, gray: SOFT, leading: 1.3 };
/// The mark across a draft: light enough to read through, dark enough to survive a copier.
const MARK: Letters = Letters { size: 120.0, bold: true, gray: 0.915, leading: 1.0 };
/// Slope of that mark, in degrees.
const SLOPE: f32 = 54.0;
/// The header has at most so many lines.
const HEADER_LINES: usize = 2;

/// Adds header, footer and draft mark to all pages.
pub(super) fn running_matter(laid: &mut Laid, composer: &mut Composer<'_>, document: &Document) {
    let count = laid.pages.len().to_string();
    let header = header(composer, document);
    let mark = if document.draft { draft_mark(composer) } else { Vec::new() };
    for (number, page) in laid.pages.iter_mut().enumerate() {
        let words = composer.texts.with("paper-page", &[("page", &(number + 1).to_string()), ("pages", &count)]);
        let footer = right_aligned(composer, &words, RUNNING, FOOTER_BASELINE);
        let artifact = |artifact, drawings: Vec<Drawing>| Mark { owner: Owner::Artifact(artifact), drawings };
        page.marks.extend([artifact(Artifact::Header, header.clone()), artifact(Artifact::Footer, footer)]);
        page.background.clone_from(&mark);
    }
}

fn header(composer: &mut Composer<'_>, document: &Document) -> Vec<Drawing> {
    let mut drawings = Vec::new();
    let top = HEADER_BASELINE - RUNNING.baseline();
    let lines = composer.shaper.lines(&document.header, RUNNING, CONTENT * 0.78);
    let mut y = top;
    for line in lines.iter().take(HEADER_LINES) {
        drawings.extend(line.drawings(MARGIN, y));
        y += RUNNING.line_height();
    }
    if document.draft {
        let words = composer.texts.get("paper-draft-mark");
        drawings.extend(right_aligned(composer, &words, Letters { bold: true, ..RUNNING }, HEADER_BASELINE));
    }
    let y = y.max(top + RUNNING.line_height()) + 3.0;
    drawings.push(Drawing::Line { from: (MARGIN, y), to: (MARGIN + CONTENT, y), width: 0.4, gray: HAIR });
    drawings
}

fn right_aligned(composer: &mut Composer<'_>, words: &str, letters: Letters, baseline: f32) -> Vec<Drawing> {
    let lines = composer.shaper.lines(words, letters, CONTENT);
    lines.first().map(|line| line.drawings(MARGIN + CONTENT - line.width, baseline - letters.baseline()).collect()).unwrap_or_default()
}

/// The word across the page, with its middle in the middle of the page.
fn draft_mark(composer: &mut Composer<'_>) -> Vec<Drawing> {
    let words = composer.texts.get("paper-draft-mark");
    let lines = composer.shaper.lines(&words, MARK, PAGE_HEIGHT);
    let Some(line) = lines.first() else { return Vec::new() };
    let (sin, cos) = SLOPE.to_radians().sin_cos();
    // Half of the height of capitals lies to the lower right of the baseline's middle.
    let (along, across) = (line.width / 2.0, MARK.size * 0.357);
    let (x, y) = (PAGE_WIDTH / 2.0 - along * cos + across * sin, PAGE_HEIGHT / 2.0 + along * sin + across * cos);
    line.drawings(0.0, -MARK.baseline())
        .map(|drawing| match drawing {
            Drawing::Run(mut run) => {
                run.turn = SLOPE;
                Drawing::Run(run).moved(x, y)
            }
            other => other,
        })
        .collect()
}
