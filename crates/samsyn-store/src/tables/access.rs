//! The access log: who has had whose case open, and the checks of it.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Params, params};
use samsyn_plan::access::{CaseOpening, LogReview};
use samsyn_plan::acts::CaseMoved;
use samsyn_plan::ids::{CaseId, PersonId, UserId};

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Row, all, column, one, table, time_text};
use crate::tables::CaseEntry;

table!(CaseOpening, "case_opening", act [title, user, case, person]);
table!(LogReview, "log_review", act [reviewer, from, to, looked_at, finding, next_on]);

/// Whose a case is: the one that it was last moved to, or the one that it was opened for. Nothing where there is no such case.
pub fn person_of(reader: &Reader<'_>, case: CaseId) -> Result<Option<PersonId>, StoreError> {
    let Some(entry) = one::<CaseEntry>(reader, case.0)? else { return Ok(None) };
    let moves: Vec<CaseMoved> = all(reader, case.0)?;
    Ok(Some(moves.last().map_or(entry.person, |moved| moved.to)))
}

/// When the user's newest opening of the case, while it was this person's, was entered.
pub fn newest_opening(reader: &Reader<'_>, case: CaseId, person: PersonId, user: UserId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT at FROM case_opening WHERE \"case\" = ?1 AND user = ?2 AND person = ?3 ORDER BY rowid DESC LIMIT 1";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let key = params![case.to_string(), user.to_string(), person.to_string()];
    let found = statement.query_row(key, |row| Ok(column(row, 0, "case_opening.at")));
    found.optional()?.transpose()
}

/// Every opening of a case, also of one that has been erased, the first first.
pub fn openings_of(reader: &Reader<'_>, case: CaseId) -> Result<Vec<CaseOpening>, StoreError> {
    select(reader, "\"case\" = ?1", [case.to_string()])
}

/// The openings of all cases from a moment up to another, which is not among them, the first first.
pub fn openings_between(reader: &Reader<'_>, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<CaseOpening>, StoreError> {
    // Stored times may have decimals before their last letter: without it a bound sorts before all of its second.
    let bound = |moment| time_text(moment).trim_end_matches('Z').to_owned();
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

/// Whether any case was ever opened.
pub fn any_opening(reader: &Reader<'_>) -> Result<bool, StoreError> {
    Ok(reader.connection().prepare_cached("SELECT EXISTS (SELECT 1 FROM case_opening)")?.query_row([], |row| row.get(0))?)
}

/// Every check of the access log, the first entered first.
pub fn log_reviews(reader: &Reader<'_>) -> Result<Vec<LogReview>, StoreError> {
    select(reader, "true", [])
}

fn select<T: Row>(reader: &Reader<'_>, which: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
    let sql = T::SELECT_ONE.replace("WHERE id = ?", &format!("WHERE {which} ORDER BY rowid"));
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(T::from_row(row)?);
    }
    Ok(records)
}

#[cfg(test)]
mod tests;
