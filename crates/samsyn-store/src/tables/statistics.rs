//! Who has looked at figures, and the tables that were given out.

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use samsyn_plan::ids::UserId;
use samsyn_plan::statistics::{KeptPublication, StatisticsOpening};

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Column as _, column, select, table};
use crate::tables::access::bound;

table!(StatisticsOpening, "statistics_opening", act [title, user, given_out]);
table!(KeptPublication, "publication", act [year, content]);

/// When the user's newest look at figures was entered.
pub fn newest_statistics_opening(reader: &Reader<'_>, user: UserId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT at FROM statistics_opening WHERE user = ?1 AND given_out IS NULL ORDER BY rowid DESC LIMIT 1";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found = statement.query_row([user.to_string()], |row| Ok(column(row, 0, "statistics_opening.at")));
    found.optional()?.transpose()
}

/// Every look at figures and every giving out from a moment up to another, which is not among them, the first first.
pub fn statistics_openings_between(
    reader: &Reader<'_>,
    from: DateTime<Utc>,
    before: DateTime<Utc>,
) -> Result<Vec<StatisticsOpening>, StoreError> {
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

/// When the tables of a year were last given out; nothing where they never were.
pub fn last_given_out(reader: &Reader<'_>, year: i32) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT at FROM statistics_opening WHERE given_out = ?1 ORDER BY rowid DESC LIMIT 1";
    let found = reader.connection().prepare_cached(sql)?.query_row([year], |row| Ok(column(row, 0, "statistics_opening.at"))).optional()?;
    found.transpose()
}

/// The tables of a year that have been given out, the first first.
pub fn publications_of(reader: &Reader<'_>, year: i32) -> Result<Vec<KeptPublication>, StoreError> {
    select(reader, "year = ?1", [year.to_value()])
}

#[cfg(test)]
mod tests;
