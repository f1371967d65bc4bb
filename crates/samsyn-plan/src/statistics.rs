//! What is kept of statistics itself: who has looked at figures, and which tables have been given out. Neither names anybody but
//! staff.

use crate::ids::{RecordId, UserId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

/// What the limit below which counts are hidden may be. Below 3 a cell that is few could be one number alone; above 20 little
/// is left to show.
pub const SHOWN_BELOW: RangeInclusive<u32> = 3..=20;

/// A user looked at figures, or gave tables out: a purpose of its own in the access log, for the figures are of every case and
/// of none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatisticsOpening {
    /// Its identifier.
    pub id: RecordId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: the user's name at the time.
    pub by: String,
    /// The user's title at the time.
    pub title: String,
    /// The user.
    pub user: UserId,
    /// The year whose tables were given out; nothing where figures were looked at.
    pub given_out: Option<i32>,
}

/// The tables of a year as they were given out. Whoever has them reads later ones beside them, so that later ones are hidden with
/// these in mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct KeptPublication {
    /// Its identifier.
    pub id: RecordId,
    /// When they were first given out.
    pub at: DateTime<Utc>,
    /// Who gave them out: the user's name at the time.
    pub by: String,
    /// The calendar year.
    pub year: i32,
    /// The tables, as JSON.
    pub content: String,
}
