//! What is painted, in points from the upper left corner of the page.

use super::glyphs::ByGlyph;
use super::tree::{ElementId, Kid, Tree};

/// A document on pages.
pub(crate) struct Laid {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) outline: Vec<OutlineEntry>,
    /// What each used glyph says when text is taken out of the file.
    pub(crate) glyph_texts: ByGlyph<String>,
}

/// A heading and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct OutlineEntry {
    /// 1 is the title.
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) page: usize,
    /// From the top of the page.
    pub(crate) y: f32,
}

/// One page's content in the order it is painted.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Painted beneath all else, as a watermark.
    pub(crate) background: Vec<Drawing>,
    /// Lines, shading and repeated heads: beneath the text, so that shading never hides it.
    pub(crate) layout: Vec<Drawing>,
    pub(crate) marks: Vec<Mark>,
}

/// Content that belongs together.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) owner: Owner,
    pub(crate) drawings: Vec<Drawing>,
}

/// Whom content belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Element(ElementId),
    Artifact(Artifact),
}

/// Content that is not read (ISO 32000-1, 14.8.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// Lines, shading, repeated heads.
    Layout,
    Header,
    Footer,
    Watermark,
}

/// Something painted.
#[derive(Debug, Clone)]
pub(crate) enum Drawing {
    Run(Run),
    Line {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        gray: f32,
    },
    Fill {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        gray: f32,
    },
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        gray: f32,
        dash: Dash,
    },
    /// A shape with these corners.
    Shape {
        points: Vec<(f32, f32)>,
        gray: f32,
    },
    /// The document's logo, by its upper left corner.
    Logo {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
}

/// How a stroke is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dash {
    Solid,
    Dashed,
    Dotted,
}

/// Letters of one face and size on one baseline.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) face: usize,
    pub(crate) size: f32,
    pub(crate) gray: f32,
    /// Start of the baseline.
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Counter-clockwise, in degrees.
    pub(crate) turn: f32,
    pub(crate) glyphs: Vec<Glyph>,
}

/// One glyph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// From the start of the run.
    pub(crate) x: f32,
    /// Above the baseline.
    pub(crate) rise: f32,
}

impl Drawing {
    /// The same, moved.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Run(run) => {
                run.x += dx;
                run.y += dy;
            }
            Self::Line { from, to, .. } => {
                *from = (from.0 + dx, from.1 + dy);
                *to = (to.0 + dx, to.1 + dy);
            }
            Self::Fill { x, y, .. } | Self::Logo { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Stroke { points, .. } | Self::Shape { points, .. } => {
                for point in points {
                    *point = (point.0 + dx, point.1 + dy);
                }
            }
        }
        self
    }
}

/// How far back a page is searched for a mark of the same owner: the cells of a row and their lines.
const LOOK_BACK: usize = 24;

impl Laid {
    /// Paints on the last page. Content of the same owner is joined, so that a cell's lines are one piece.
    pub(crate) fn paint(&mut self, owner: Owner, drawings: impl IntoIterator<Item = Drawing>) {
        let number = self.pages.len().saturating_sub(1);
        let Some(page) = self.pages.last_mut() else { return };
        if owner == Owner::Artifact(Artifact::Layout) {
            page.layout.extend(drawings);
            return;
        }
        if let Some(mark) = page.marks.iter_mut().rev().take(LOOK_BACK).find(|mark| mark.owner == owner) {
            mark.drawings.extend(drawings);
            return;
        }
        let drawings: Vec<Drawing> = drawings.into_iter().collect();
        if drawings.is_empty() {
            return;
        }
        page.marks.push(Mark { owner, drawings });
        if let Owner::Element(element) = owner {
            self.tree.add_kid(element, Kid::Mark { page: number, mark: page.marks.len() - 1 });
        }
    }
}
