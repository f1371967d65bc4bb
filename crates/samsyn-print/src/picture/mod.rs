//! Pictures for screen and paper: laid out once, painted by each. What is in them has a look and no colour.

mod marks;
mod measure;

pub(crate) use marks::{area, bounds, label, line, ring, words};
pub(crate) use measure::{cut, lines, width, wrap};

use samsyn_plan::{
    codes::{KnotState, StrandGroup},
    ids::MeasureId,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a picture is fitted into.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Its width.
    pub width: f32,
    /// The height of one picture at most; what does not fit comes in another.
    pub height: f32,
    /// The size of the letters.
    pub letters: f32,
}

/// A picture. Lengths are those of its frame; x goes to the right and y downwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Picture {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The size of its letters.
    pub letters: f32,
    /// What it shows, in the order in which it is painted.
    pub parts: Vec<Part>,
    /// How many knots of a braid lie outside of the period that it shows.
    pub outside: usize,
}

/// What of a picture belongs together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[ts(rename = "PicturePart")]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Whose it is, where it is somebody's in a braid.
    pub group: Option<StrandGroup>,
    /// How it stands, where it is a knot.
    pub state: Option<KnotState>,
    /// The place of its strand among the strands, counted from 0, where it is a strand or on one.
    pub strand: Option<usize>,
    /// The measure, where it is one.
    pub measure: Option<MeasureId>,
    /// All that it says, as a sentence; empty for what is only seen.
    pub sentence: String,
    /// Left, top, width and height of it all.
    pub bounds: [f32; 4],
    /// What is painted.
    pub marks: Vec<Mark>,
}

/// What a part of a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PicturePartKind")]
pub enum PartKind {
    /// What all else stands before: months and today of a braid, the heads and lines of a plot.
    Ground,
    /// A strand, with whose it is.
    Strand,
    /// A meeting across the strands.
    Crossing,
    /// Something that is done.
    Knot,
    /// That two do the same.
    Double,
    /// A row of a plot.
    Row,
}

/// Something painted. How it is painted follows from its look alone, on screen and on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "mark", rename_all = "snake_case")]
#[ts(rename = "PictureMark")]
pub enum Mark {
    /// A line through points.
    Line {
        /// How it looks.
        look: Look,
        /// The points, x and y.
        points: Vec<[f32; 2]>,
    },
    /// A filled shape with points as its corners.
    Area {
        /// How it looks.
        look: Look,
        /// The points, x and y.
        points: Vec<[f32; 2]>,
    },
    /// A ring.
    Ring {
        /// How it looks.
        look: Look,
        /// Its middle.
        x: f32,
        /// Its middle.
        y: f32,
        /// Its radius.
        radius: f32,
    },
    /// Words on one line.
    Words {
        /// How they look.
        look: Look,
        /// Where they begin, end or have their middle.
        x: f32,
        /// The line that they stand on.
        y: f32,
        /// Which of these `x` is.
        anchor: Anchor,
        /// The words.
        text: String,
    },
}

/// What the place of some words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PictureAnchor")]
pub enum Anchor {
    /// Where they begin.
    Start,
    /// Their middle.
    Middle,
    /// Where they end.
    End,
}

/// How something looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PictureLook")]
pub enum Look {
    /// The line of a month.
    Month,
    /// The line of today.
    Today,
    /// The thread of a strand.
    Thread,
    /// A thread that leaves a strand and comes back to it.
    Branch,
    /// Dotted: towards a day, or as long as the plan holds.
    Lead,
    /// One of the three threads of a meeting that was held, in the colour of the person.
    PlaitPerson,
    /// The same in the colour of the kommun.
    PlaitMunicipality,
    /// The same in the colour of the region.
    PlaitRegion,
    /// The line of a meeting that is booked.
    Booked,
    /// Somebody was in the room.
    Present,
    /// The outline of what goes on from day to day.
    Bar,
    /// The part of it that has been.
    Filled,
    /// What has passed since the day on which something was to be done.
    Overdue,
    /// A sign: done, not done, goes on.
    Sign,
    /// The ring at which something begins or is to be done.
    Knot,
    /// That two do the same.
    Double,
    /// A stretch where nothing goes on.
    Gap,
    /// The line beneath such a stretch.
    GapLine,
    /// A figure of a plot.
    Value,
    /// The figure of all rows together.
    Whole,
    /// As far as a share can reach.
    Reach,
    /// Where the bars of a plot begin.
    Axis,
    /// How far the figure of all rows together reaches, past the rows.
    Level,
    /// What words stand on, so that no line crosses them.
    Behind,
    /// Ordinary words.
    Label,
    /// Words that stand out: whose a strand is, and today.
    Strong,
    /// Words that stand back: months and groups.
    Soft,
    /// Words of what does not hold together.
    Warning,
    /// The number of a goal in its ring.
    Number,
    /// Words in the place of a figure that is not told.
    Untold,
}

impl Picture {
    /// The words in the picture, in the order in which they are painted.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().flat_map(|part| &part.marks).filter_map(|mark| match mark {
            Mark::Words { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }
}
