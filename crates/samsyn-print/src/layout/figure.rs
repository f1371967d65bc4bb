//! A picture on paper: one figure, in greys and line styles that survive a copier.

use super::blocks::Composer;
use super::flow::Band;
use super::page::{Dash, Drawing};
use super::style::{INK, Letters, MARGIN, SOFT};
use super::tree::{Tag, Tree};
use crate::picture::{Anchor, Look, Mark, Picture};

/// Corners by which a ring is drawn.
const CORNERS: u8 = 24;
const WHITE: f32 = 1.0;

impl Composer<'_> {
    /// The picture as wide as the content; it is never divided.
    pub(super) fn figure(&mut self, picture: &Picture, alternative: &str) -> Vec<Band> {
        let owner = self.element(Tree::ROOT, Tag::Figure(super::clean(alternative).into_owned()));
        let marks = picture.parts.iter().flat_map(|part| part.marks.iter().map(move |mark| (part.group, mark)));
        let mut drawings = Vec::new();
        for (group, mark) in marks {
            match mark {
                Mark::Words { look, x, y, anchor, text } => drawings.extend(self.written(*look, (*x, *y), *anchor, text, picture.letters)),
                other => drawings.extend(drawn(other, group)),
            }
        }
        let drawings = drawings.into_iter().map(|drawing| drawing.moved(MARGIN, 0.0)).collect();
        vec![Band { before: self.look.gap, height: picture.height, items: vec![(owner, drawings)], ..Band::default() }]
    }

    /// Words on one line.
    fn written(&mut self, look: Look, (x, y): (f32, f32), anchor: Anchor, text: &str, size: f32) -> Vec<Drawing> {
        let bold = matches!(look, Look::Strong | Look::Warning | Look::Number);
        let gray = if matches!(look, Look::Soft | Look::Untold) { SOFT } else { INK };
        let size = if look == Look::Number { size * 0.86 } else { size };
        let letters = Letters { size, bold, gray, leading: 1.2 };
        let lines = self.shaper.lines(text, letters, f32::MAX);
        let Some(line) = lines.first() else { return Vec::new() };
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - line.width / 2.0,
            Anchor::End => x - line.width,
        };
        line.drawings(left, y - letters.baseline()).collect()
    }
}

/// Lines and shapes.
fn drawn(mark: &Mark, group: Option<samsyn_plan::codes::StrandGroup>) -> Vec<Drawing> {
    let pairs = |points: &[[f32; 2]]| points.iter().map(|&[x, y]| (x, y)).collect::<Vec<_>>();
    match mark {
        Mark::Line { look, points } => {
            let (width, gray, dash) = pen(*look, group);
            vec![Drawing::Stroke { points: pairs(points), width, gray, dash }]
        }
        Mark::Area { look, points } => {
            let mut drawings = vec![Drawing::Shape { points: pairs(points), gray: shade(*look) }];
            if matches!(look, Look::Bar | Look::Whole) {
                let closed = points.iter().chain(points.first()).map(|&[x, y]| (x, y)).collect();
                drawings.push(Drawing::Stroke { points: closed, width: 0.7, gray: INK, dash: Dash::Solid });
            }
            drawings
        }
        Mark::Ring { look, x, y, radius } => {
            let round = (0..=CORNERS).map(|corner| {
                let (sin, cos) = (std::f32::consts::TAU * f32::from(corner) / f32::from(CORNERS)).sin_cos();
                (x + radius * cos, y + radius * sin)
            });
            let points: Vec<_> = round.collect();
            let (width, gray, dash) = pen(*look, group);
            vec![Drawing::Shape { points: points.clone(), gray: WHITE }, Drawing::Stroke { points, width, gray, dash }]
        }
        Mark::Words { .. } => Vec::new(),
    }
}

/// Width, grey and break of a line. The kommun's threads are whole, the region's are dashed, others' are dotted.
fn pen(look: Look, group: Option<samsyn_plan::codes::StrandGroup>) -> (f32, f32, Dash) {
    use samsyn_plan::codes::StrandGroup;
    match look {
        Look::Month => (0.3, 0.82, Dash::Solid),
        Look::Today => (1.2, INK, Dash::Dashed),
        Look::Thread | Look::Branch => {
            let thin = if look == Look::Branch { 0.7 } else { 1.0 };
            match group {
                Some(StrandGroup::Person) => (2.0 * thin, INK, Dash::Solid),
                Some(StrandGroup::Municipality) => (1.3 * thin, 0.4, Dash::Solid),
                Some(StrandGroup::Region) => (1.3 * thin, 0.4, Dash::Dashed),
                _ => (1.1 * thin, 0.4, Dash::Dotted),
            }
        }
        Look::Lead => (1.4, INK, Dash::Dotted),
        Look::PlaitPerson => (1.1, INK, Dash::Solid),
        Look::PlaitMunicipality => (0.9, 0.4, Dash::Solid),
        Look::PlaitRegion => (0.9, 0.6, Dash::Solid),
        Look::Booked => (0.8, 0.3, Dash::Dashed),
        Look::Present | Look::Knot => (0.9, INK, Dash::Solid),
        Look::Sign => (1.2, INK, Dash::Solid),
        Look::Double => (1.0, INK, Dash::Dotted),
        Look::GapLine => (1.0, INK, Dash::Solid),
        Look::Axis => (0.6, 0.5, Dash::Solid),
        Look::Level => (0.7, 0.3, Dash::Dashed),
        _ => (0.6, INK, Dash::Solid),
    }
}

/// Grey of a shape.
fn shade(look: Look) -> f32 {
    match look {
        Look::Gap => 0.92,
        Look::Filled => 0.35,
        Look::Value => 0.45,
        Look::Reach => 0.9,
        _ => WHITE,
    }
}
