//! Backups that were made and tried, that the store was put back, and how far its cases have come.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::OptionalExtension;
use samsyn_plan::backups::{BackupMade, BackupTried, Restoration};
use samsyn_plan::ids::CaseId;

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Row, column, table, time_text};

table!(BackupMade, "backup_made", act [folder, rows, megabytes]);
table!(BackupTried, "backup_tried", act [folder, whole, cases, newest]);
table!(Restoration, "restoration", act [folder, set_aside]);

/// How far a case has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStanding {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// How many changes its log has.
    pub changes: u32,
    /// When something was last written in it.
    pub newest: Option<DateTime<Utc>>,
}

/// The backups that were made, the newest first, at most `most`.
pub fn backups_made(reader: &Reader<'_>, most: u32) -> Result<Vec<BackupMade>, StoreError> {
    newest(reader, most)
}

/// Every backup that was made before a moment, the newest first.
pub fn backups_made_before(reader: &Reader<'_>, before: DateTime<Utc>) -> Result<Vec<BackupMade>, StoreError> {
    let sql = BackupMade::SELECT_ONE.replace("WHERE id = ?", "WHERE at <= ? ORDER BY rowid DESC");
    let mut statement = reader.connection().prepare_cached(&sql)?;
    // As text, a moment of the same second with more decimals sorts before it; which of those is earlier, the times tell.
    let mut rows = statement.query([time_text(before + TimeDelta::seconds(1))])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(BackupMade::from_row(row)?);
    }
    records.retain(|made| made.at < before);
    Ok(records)
}

/// The trials of backups, the newest first, at most `most`.
pub fn backups_tried(reader: &Reader<'_>, most: u32) -> Result<Vec<BackupTried>, StoreError> {
    newest(reader, most)
}

/// When the store was put back, the newest first, at most `most`.
pub fn restorations(reader: &Reader<'_>, most: u32) -> Result<Vec<Restoration>, StoreError> {
    newest(reader, most)
}

fn newest<T: Row>(reader: &Reader<'_>, most: u32) -> Result<Vec<T>, StoreError> {
    let sql = T::SELECT_ONE.replace("WHERE id = ?", "ORDER BY rowid DESC LIMIT ?");
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query([most])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(T::from_row(row)?);
    }
    Ok(records)
}

/// When something was last written in a case; nothing where nothing ever was.
pub fn last_written(reader: &Reader<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    // From the newest change backwards: the first that belongs to a case is soon found.
    let sql = "SELECT last_at FROM change WHERE chain IN (SELECT id FROM sip_case) ORDER BY number DESC LIMIT 1";
    let found = reader.connection().prepare_cached(sql)?.query_row([], |row| Ok(column(row, 0, "change.last_at"))).optional()?;
    found.transpose()
}

/// How far each case has come, by number.
pub fn case_standings(reader: &Reader<'_>) -> Result<Vec<CaseStanding>, StoreError> {
    let sql = "SELECT sip_case.id, sip_case.number, count(change.id), max(change.last_at) FROM sip_case
               LEFT JOIN change ON change.chain = sip_case.id GROUP BY sip_case.id ORDER BY sip_case.number";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut standings = Vec::new();
    while let Some(row) = rows.next()? {
        standings.push(CaseStanding {
            case: column(row, 0, "sip_case.id")?,
            number: column(row, 1, "sip_case.number")?,
            changes: column(row, 2, "change")?,
            newest: column(row, 3, "change.last_at")?,
        });
    }
    Ok(standings)
}
