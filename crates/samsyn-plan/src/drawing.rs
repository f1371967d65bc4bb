//! What is drawn on a screen: a signature, one path a stroke.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use ts_rs::TS;

/// One stroke of a pen or a finger, in a box four times as wide as high; x goes rightwards and y downwards in 0..=1000 of it.
///
/// Written as SVG writes the points of a line: `12,40 13,44`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Stroke(String);

/// A stroke that cannot be read: it has no points, too many, a number that is none, or a point outside the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a stroke cannot be read")]
pub struct ParseStrokeError;

/// The far edge of the box.
const EDGE: u16 = 1000;

impl Stroke {
    /// So many strokes make a drawing at most: more than any name has.
    pub const MOST: usize = 400;
    /// The most points of one stroke.
    pub const MOST_POINTS: usize = 4000;

    /// The points in 0..=1 of the box.
    pub fn points(&self) -> impl Iterator<Item = (f32, f32)> {
        let part = |value: u16| f32::from(value) / f32::from(EDGE);
        self.0.split(' ').filter_map(point).map(move |(x, y)| (part(x), part(y)))
    }
}

impl FromStr for Stroke {
    type Err = ParseStrokeError;

    fn from_str(text: &str) -> Result<Self, ParseStrokeError> {
        let written = text.trim();
        let is_whole = written.split(' ').take(Self::MOST_POINTS + 1).all(|each| point(each).is_some());
        let is_short = written.split(' ').nth(Self::MOST_POINTS).is_none();
        if is_whole && is_short { Ok(Self(written.to_owned())) } else { Err(ParseStrokeError) }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `12,40`; nothing where it is no point of the box.
fn point(text: &str) -> Option<(u16, u16)> {
    let (x, y) = text.split_once(',')?;
    let inside = |text: &str| text.parse().ok().filter(|value| *value <= EDGE);
    Some((inside(x)?, inside(y)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_is_read_as_it_is_written() {
        let stroke: Stroke = "0,1000 12,40 1000,0 ".parse().unwrap();
        assert_eq!(stroke.to_string(), "0,1000 12,40 1000,0");
        assert_eq!(stroke.points().collect::<Vec<_>>(), [(0.0, 1.0), (0.012, 0.04), (1.0, 0.0)]);
    }

    #[test]
    fn what_is_no_stroke_is_refused() {
        for text in ["", " ", "1", "1,", "1;2", "-1,2", "1001,0", "0,1001", "1,2,3", "1,2 x", "99999999,1", "1,1  2,2"] {
            assert_eq!(text.parse::<Stroke>(), Err(ParseStrokeError), "{text}");
        }
        assert!("1,1 ".repeat(Stroke::MOST_POINTS).parse::<Stroke>().is_ok());
        assert!("1,1 ".repeat(Stroke::MOST_POINTS + 1).parse::<Stroke>().is_err());
    }
}
