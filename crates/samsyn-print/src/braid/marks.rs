//! The lines and shapes that a picture of a braid is made of.

use crate::picture::{Look, Mark, line};

/// Points of a curve that is drawn as straight pieces.
const PIECES: u8 = 12;

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
