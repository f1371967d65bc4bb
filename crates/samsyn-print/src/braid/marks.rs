//! The lines and shapes that a picture of a braid is made of.

use super::{Anchor, Look, Mark, scale::width};

/// Points of a curve that is drawn as straight pieces.
const PIECES: u8 = 12;

pub(super) fn line(look: Look, points: Vec<[f32; 2]>) -> Mark {
    Mark::Line { look, points: points.into_iter().map(rounded).collect() }
}

pub(super) fn ring(look: Look, (x, y): (f32, f32), radius: f32) -> Mark {
    let [x, y] = rounded([x, y]);
    Mark::Ring { look, x, y, radius }
}

/// Tenths are finer than anybody sees, and keep what is sent short.
fn rounded([x, y]: [f32; 2]) -> [f32; 2] {
    [(x * 10.0).round() / 10.0, (y * 10.0).round() / 10.0]
}

/// A box by its left, top, right and lower edges.
pub(super) fn area(look: Look, (left, top): (f32, f32), (right, bottom): (f32, f32)) -> Mark {
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    Mark::Area { look, points: corners.into_iter().map(rounded).collect() }
}

/// Words, with what they stand on behind them so that no line crosses them.
pub(super) fn words(look: Look, (x, y): (f32, f32), anchor: Anchor, text: String, letters: f32) -> [Mark; 2] {
    let wide = width(&text) * letters;
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    let behind = area(Look::Behind, (left - letters * 0.15, y - letters * 0.95), (left + wide + letters * 0.15, y + letters * 0.28));
    let [x, y] = rounded([x, y]);
    [behind, Mark::Words { look, x, y, anchor, text }]
}

/// A soft bend from one height to another.
pub(super) fn bend(look: Look, (from_x, from_y): (f32, f32), (to_x, to_y): (f32, f32)) -> Mark {
    let point = |piece: u8| {
        let part = f32::from(piece) / f32::from(PIECES);
        // Level at both ends.
        let lifted = part * part * (3.0 - 2.0 * part);
        [from_x + (to_x - from_x) * part, from_y + (to_y - from_y) * lifted]
    };
    line(look, (0..=PIECES).map(point).collect())
}

/// Three threads that are plaited downwards: the three whose plan it is meet.
pub(super) fn plait(x: f32, top: f32, bottom: f32, letters: f32) -> Vec<Mark> {
    let (swing, wave) = (letters * 0.42, letters * 3.4);
    let pieces = ((bottom - top) / (letters * 0.3)).clamp(2.0, 400.0).round();
    let thread = |(look, phase): (Look, f32)| {
        let mut points = Vec::new();
        let mut piece = 0.0;
        while piece <= pieces {
            let y = top + (bottom - top) * piece / pieces;
            points.push([x + swing * ((y - top) / wave * std::f32::consts::TAU + phase).sin(), y]);
            piece += 1.0;
        }
        line(look, points)
    };
    let third = std::f32::consts::TAU / 3.0;
    [(Look::PlaitMunicipality, 0.0), (Look::PlaitRegion, third), (Look::PlaitPerson, 2.0 * third)].map(thread).to_vec()
}

/// Slanting lines in a box, and its outline.
pub(super) fn hatch(look: Look, (left, top): (f32, f32), (right, bottom): (f32, f32)) -> Vec<Mark> {
    let height = bottom - top;
    let mut marks = vec![line(look, vec![[left, top], [right, top], [right, bottom], [left, bottom], [left, top]])];
    let mut x = left + height;
    while x < right && marks.len() < 200 {
        marks.push(line(look, vec![[x - height, bottom], [x, top]]));
        x += height * 0.8;
    }
    marks
}

/// A tick: done.
pub(super) fn tick((x, y): (f32, f32), letters: f32) -> Mark {
    line(Look::Sign, vec![[x, y], [x + letters * 0.24, y + letters * 0.28], [x + letters * 0.75, y - letters * 0.36]])
}

/// A cross: not done.
pub(super) fn cross((x, y): (f32, f32), letters: f32) -> [Mark; 2] {
    let arm = letters * 0.3;
    [line(Look::Sign, vec![[x - arm, y - arm], [x + arm, y + arm]]), line(Look::Sign, vec![[x - arm, y + arm], [x + arm, y - arm]])]
}

/// An arrowhead: it goes on.
pub(super) fn onwards((x, y): (f32, f32), letters: f32) -> Mark {
    line(Look::Sign, vec![[x - letters * 0.4, y - letters * 0.36], [x, y], [x - letters * 0.4, y + letters * 0.36]])
}

/// Left, top, width and height of all marks.
pub(super) fn bounds(marks: &[Mark]) -> [f32; 4] {
    let mut edges: Option<[f32; 4]> = None;
    let mut reach = |x: f32, y: f32| {
        let [left, top, right, bottom] = edges.unwrap_or([x, y, x, y]);
        edges = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    };
    for mark in marks {
        match mark {
            Mark::Line { points, .. } | Mark::Area { points, .. } => points.iter().for_each(|&[x, y]| reach(x, y)),
            Mark::Ring { x, y, radius, .. } => {
                reach(x - radius, y - radius);
                reach(x + radius, y + radius);
            }
            // What words stand on is painted beneath them and reaches as far.
            Mark::Words { .. } => {}
        }
    }
    let [left, top, right, bottom] = edges.unwrap_or_default();
    [left, top, right - left, bottom - top]
}
