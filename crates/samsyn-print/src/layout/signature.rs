//! Places to sign.

use super::blocks::{Column, Composer, LAYOUT, lower};
use super::flow::Band;
use super::page::{Dash, Drawing};
use super::style::{CONTENT, INK, MARGIN};
use super::tree::{Tag, Tree};
use crate::document::{SignatureKind, SignatureLine};

/// Share of the width that the line for the name gets; the line for place and date gets the rest.
const NAME_SHARE: f32 = 0.56;
/// Between the two lines.
const GUTTER: f32 = 24.0;
/// Up to so many places stay on one page.
const KEPT_PLACES: usize = 5;
/// Height of the room to sign in.
const ROOM: f32 = 44.0;
/// Line width of a drawn signature.
const PEN: f32 = 1.1;

impl Composer<'_> {
    /// Lines to sign on, or what was drawn on a screen.
    pub(super) fn signatures(&mut self, places: &[SignatureLine]) -> Vec<Band> {
        let mut bands = Vec::new();
        for place in places {
            let mut one = self.signature(place);
            let kept = if places.len() <= KEPT_PLACES { one.len() } else { one.len().saturating_sub(1) };
            one.iter_mut().take(kept).for_each(|band| band.keep = true);
            bands.extend(one);
        }
        if let Some(last) = bands.last_mut() {
            last.keep = false;
        }
        bands
    }

    fn signature(&mut self, place: &SignatureLine) -> Vec<Band> {
        let mut bands = match &place.line {
            SignatureKind::Drawn { strokes, at } if strokes.iter().any(|stroke| !stroke.is_empty()) => self.drawn(place, strokes, at),
            SignatureKind::Drawn { .. } | SignatureKind::Pen => self.pen(),
        };
        let by_line = [place.name.trim(), place.role.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let owner = self.element(Tree::ROOT, Tag::Paragraph);
        let mut named = self.column(Column { text: &by_line, letters: self.look.cell, indent: 0.0, inset: 0.0, owner }).into_iter();
        // However long a name is, its first line is never parted from the place to sign.
        if let (Some(place), Some(mut first)) = (bands.last_mut(), named.next()) {
            lower(&mut first, place.height);
            place.height += first.height;
            place.items.append(&mut first.items);
        }
        bands.extend(named);
        bands
    }

    /// Two lines: for the name, and for place and date.
    fn pen(&mut self) -> Vec<Band> {
        let name_end = MARGIN + CONTENT * NAME_SHARE;
        let date_start = name_end + GUTTER;
        let rule = |from: f32, to: f32| Drawing::Line { from: (from, ROOM), to: (to, ROOM), width: 0.6, gray: INK };
        let rules = vec![rule(MARGIN, name_end), rule(date_start, MARGIN + CONTENT)];
        let letters = self.look.small;
        let mut items = vec![(LAYOUT, rules)];
        for (key, x, width) in [
            ("paper-signature-name", MARGIN, CONTENT * NAME_SHARE),
            ("paper-signature-place-and-date", date_start, CONTENT * (1.0 - NAME_SHARE) - GUTTER),
        ] {
            let text = self.texts.get(key);
            let owner = self.element(Tree::ROOT, Tag::Paragraph);
            let lines = self.shaper.lines(&text, letters, width);
            items.extend(lines.first().map(|line| (owner, line.drawings(x, ROOM + 1.0).collect())));
        }
        vec![Band { before: self.look.gap * 2.0, height: ROOM + 1.0 + letters.line_height(), items, ..Band::default() }]
    }

    /// What was drawn, as a figure with words in its place, and when.
    fn drawn(&mut self, place: &SignatureLine, strokes: &[Vec<(f32, f32)>], at: &str) -> Vec<Band> {
        let words = [("name", place.name.as_str()), ("role", place.role.as_str()), ("at", at)];
        let alternative = super::clean(&self.texts.with("paper-signature-drawn-alt", &words)).into_owned();
        let figure = self.element(Tree::ROOT, Tag::Figure(alternative));
        let drawings = strokes.iter().filter_map(|stroke| drawn_stroke(stroke)).collect();
        let rule = Drawing::Line { from: (MARGIN, ROOM), to: (MARGIN + CONTENT * NAME_SHARE, ROOM), width: 0.6, gray: INK };
        let picture = Band {
            before: self.look.gap * 2.0,
            height: ROOM + 1.0,
            items: vec![(figure, drawings), (LAYOUT, vec![rule])],
            ..Band::default()
        };
        let owner = self.element(Tree::ROOT, Tag::Paragraph);
        let text = self.texts.with("paper-signature-drawn-at", &[("at", at)]);
        let mut bands = vec![picture];
        bands.extend(self.column(Column { text: &text, letters: self.look.small, indent: 0.0, inset: 0.0, owner }));
        bands
    }
}

/// The stroke in its room above the line; a single point becomes a dot.
fn drawn_stroke(stroke: &[(f32, f32)]) -> Option<Drawing> {
    let height = ROOM - 6.0;
    let inside = |value: f32| if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
    let mut points: Vec<(f32, f32)> =
        stroke.iter().map(|&(x, y)| (MARGIN + 4.0 + inside(x) * height * 4.0, 3.0 + inside(y) * height)).collect();
    if let [(x, y)] = points[..] {
        points.push((x + 0.8, y));
    }
    (!points.is_empty()).then_some(Drawing::Stroke { points, width: PEN, gray: 0.0, dash: Dash::Solid })
}
