//! Bands are set beneath each other on pages.

use super::glyphs::ByGlyph;
use super::page::{Drawing, Laid, OutlineEntry, Owner, Page};
use super::style::{BOTTOM, TOP};
use super::tree::Tree;
use std::rc::Rc;

/// A strip across the page that is never divided. Drawings are relative to its upper edge.
#[derive(Debug, Default)]
pub(crate) struct Band {
    /// Air above, which falls away at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// Stays on the same page as the next band, if a page can hold what is kept together.
    pub(crate) keep: bool,
    /// Starts a new page, unless one has just been started.
    pub(crate) new_page: bool,
    pub(crate) items: Vec<(Owner, Vec<Drawing>)>,
    /// Painted again above this band when it comes first on a page.
    pub(crate) repeat: Option<Rc<Repeat>>,
    /// Level and text of the heading that begins here.
    pub(crate) heading: Option<(u8, String)>,
}

/// The head of a table, painted again on the next page as an artifact.
#[derive(Debug)]
pub(crate) struct Repeat {
    pub(crate) height: f32,
    pub(crate) drawings: Vec<Drawing>,
}

impl Band {
    /// An empty strip.
    pub(crate) fn air(before: f32) -> Self {
        Self { before, ..Self::default() }
    }

    fn is_air(&self) -> bool {
        self.items.is_empty() && self.height == 0.0
    }
}

/// What adding heights in another order can differ by.
const ROUNDING: f32 = 0.01;

struct Flow {
    laid: Laid,
    y: f32,
    /// Nothing but a repeated head stands on the page yet.
    fresh: bool,
}

/// Sets `bands` on pages. There is always at least one page.
pub(crate) fn flow(bands: Vec<Band>, tree: Tree) -> Laid {
    let laid = Laid { pages: vec![Page::default()], tree, outline: Vec::new(), glyph_texts: ByGlyph::default() };
    let mut flow = Flow { laid, y: TOP, fresh: true };
    let heights = kept_heights(&bands);
    let mut new_page = false;
    for (band, kept) in bands.into_iter().zip(heights) {
        new_page |= band.new_page;
        if band.is_air() {
            flow.air(band.before);
            continue;
        }
        let room = BOTTOM - TOP - band.repeat.as_ref().map_or(0.0, |repeat| repeat.height);
        let needed = kept.into_iter().find(|&height| height <= room).unwrap_or(band.height);
        if !flow.fresh && (new_page || flow.y + band.before + needed > BOTTOM + ROUNDING) {
            flow.start_page(band.repeat.as_deref());
        }
        new_page = false;
        flow.place(band);
    }
    flow.laid
}

/// Of each band, without the air above: the height with all below that it is kept together with; with the next of them alone,
/// for what no page can hold.
fn kept_heights(bands: &[Band]) -> Vec<[f32; 2]> {
    let mut heights = vec![[0.0; 2]; bands.len()];
    let (mut all, mut next) = (0.0, 0.0);
    for (height, band) in heights.iter_mut().zip(bands).rev() {
        if band.is_air() {
            all += band.before;
            next += band.before;
            continue;
        }
        if !band.keep {
            (all, next) = (0.0, 0.0);
        }
        all += band.height;
        next += band.height;
        *height = [all, next];
        all += band.before;
        next = band.height + band.before;
    }
    heights
}

impl Flow {
    fn air(&mut self, height: f32) {
        if !self.fresh {
            self.y += height;
        }
    }

    fn start_page(&mut self, repeat: Option<&Repeat>) {
        self.laid.pages.push(Page::default());
        self.y = TOP;
        self.fresh = true;
        if let Some(repeat) = repeat {
            let drawings = repeat.drawings.iter().map(|drawing| drawing.clone().moved(0.0, TOP));
            self.laid.paint(Owner::Artifact(super::page::Artifact::Layout), drawings);
            self.y += repeat.height;
        }
    }

    fn place(&mut self, band: Band) {
        self.air(band.before);
        if let Some((level, text)) = band.heading {
            self.laid.outline.push(OutlineEntry { level, text, page: self.laid.pages.len() - 1, y: self.y });
        }
        for (owner, drawings) in band.items {
            let y = self.y;
            self.laid.paint(owner, drawings.into_iter().map(|drawing| drawing.moved(0.0, y)));
        }
        self.y += band.height;
        self.fresh = false;
    }
}
