//! The plan's braid (fläta) in words and as a picture. Screen and paper show the same: both are made here, once.

mod knots;
mod layout;
mod marks;
mod scale;
mod told;

pub use layout::pictures;
pub use told::{ToldBraid, ToldFinding, ToldKnot, ToldStrand, tell};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of the time a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BraidPeriod {
    /// The whole plan.
    #[default]
    Whole,
    /// The last two weeks and the eleven to come.
    Quarter,
}
