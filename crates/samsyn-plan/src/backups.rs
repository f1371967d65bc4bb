//! Backups of the store: how often one is made and where, what was made, tried and put back, and when one waits.

use crate::ids::RecordId;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where backups go, how often one is wanted, and how many are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BackupPlan {
    /// The folder in which each backup gets a folder of its own; empty while nobody has chosen one.
    pub place: String,
    /// Days, from 1: one waits when something was written in a case and the newest backup is so old.
    pub every_days: u16,
    /// How many of the program's own are kept there, from 1.
    pub keep: u16,
}

impl Default for BackupPlan {
    fn default() -> Self {
        Self { place: String::new(), every_days: 1, keep: 10 }
    }
}

/// A backup that was made, opened again and compared row by row with the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BackupMade {
    /// Its identifier.
    pub id: RecordId,
    /// When it was begun: it holds what had been written by then.
    pub at: DateTime<Utc>,
    /// Who made it: the user's name at the time.
    pub by: String,
    /// Its folder.
    pub folder: String,
    /// How many rows were compared.
    pub rows: u32,
    /// Its size, in whole megabytes and at least 1.
    pub megabytes: u32,
}

/// That a backup was tried: opened beside the store by what somebody typed, and verified. The store was not touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BackupTried {
    /// Its identifier.
    pub id: RecordId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who tried it: the user's name at the time.
    pub by: String,
    /// The backup's folder.
    pub folder: String,
    /// Whether all in it was as it should be.
    pub whole: bool,
    /// How many cases it had.
    pub cases: u32,
    /// When something was last written in it; nothing where nothing ever was.
    pub newest: Option<DateTime<Utc>>,
}

/// That the store was put back from a backup. It stands in the store that was put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Restoration {
    /// Its identifier.
    pub id: RecordId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose passphrase opened the backup; empty where it was the recovery key.
    pub by: String,
    /// The backup's folder.
    pub folder: String,
    /// The name of the folder, in the store's own, in which what stood there before is kept; empty where nothing did.
    pub set_aside: String,
}

/// Why a backup waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum BackupWaits {
    /// Something was written in a case, and no backup was ever made.
    NeverMade,
    /// Something was written since the newest one, which is as old as the plan lets it be.
    Written {
        /// The day of the newest backup, in Sweden.
        last: NaiveDate,
    },
}

/// How long a trial holds: after it, or where none was made, it is said that one should be.
pub const TRIAL_HOLDS: TimeDelta = TimeDelta::days(180);

/// Why a backup waits, if one does. `made` is when the newest that counts was made, `written` when something was last written in
/// a case, `today` the day in Sweden, and `day_of` gives that day of a moment.
pub fn waits(
    plan: &BackupPlan,
    made: Option<DateTime<Utc>>,
    written: Option<DateTime<Utc>>,
    today: NaiveDate,
    day_of: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<BackupWaits> {
    let written = written?;
    let Some(made) = made else { return Some(BackupWaits::NeverMade) };
    let last = day_of(made);
    let age = (today - last).num_days();
    // A clock that was set back must not keep a backup from being asked for.
    let old = age < 0 || age >= i64::from(plan.every_days);
    (written > made && old).then_some(BackupWaits::Written { last })
}

/// Whether a trial should be made: none was, or the newest is older than [`TRIAL_HOLDS`].
pub fn trial_waits(tried: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    tried.is_none_or(|tried| now < tried || now - tried >= TRIAL_HOLDS)
}

#[cfg(test)]
mod tests;
