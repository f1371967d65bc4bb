//! The lines, shapes and words that pictures are made of.

use super::{Anchor, Look, Mark, measure::width};

pub(crate) fn line(look: Look, points: Vec<[f32; 2]>) -> Mark {
    Mark::Line { look, points: points.into_iter().map(rounded).collect() }
}

pub(crate) fn ring(look: Look, (x, y): (f32, f32), radius: f32) -> Mark {
    let [x, y] = rounded([x, y]);
    Mark::Ring { look, x, y, radius }
}

/// Tenths are finer than anybody sees, and keep what is sent short.
fn rounded([x, y]: [f32; 2]) -> [f32; 2] {
    [(x * 10.0).round() / 10.0, (y * 10.0).round() / 10.0]
}

/// A box by its left, top, right and lower edges.
pub(crate) fn area(look: Look, (left, top): (f32, f32), (right, bottom): (f32, f32)) -> Mark {
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    Mark::Area { look, points: corners.into_iter().map(rounded).collect() }
}

/// Words by where they begin.
pub(crate) fn label(look: Look, (x, y): (f32, f32), text: String) -> Mark {
    let [x, y] = rounded([x, y]);
    Mark::Words { look, x, y, anchor: Anchor::Start, text }
}

/// Words, with what they stand on behind them so that no line crosses them.
pub(crate) fn words(look: Look, (x, y): (f32, f32), anchor: Anchor, text: String, letters: f32) -> [Mark; 2] {
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

/// Left, top, width and height of all marks.
pub(crate) fn bounds(marks: &[Mark]) -> [f32; 4] {
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
