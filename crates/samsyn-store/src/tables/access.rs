//! The access log: who has had whose case or person open, who was given access to which case, and the checks of it.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Params, params};
use samsyn_plan::access::{CaseAccess, CaseGuard, CaseOpening, LogReview, PersonOpening};
use samsyn_plan::acts::{CaseMoved, ProtectedOpening};
use samsyn_plan::ids::{CaseId, PersonId, RecordId, UserId};

use crate::StoreError;
use crate::log::Reader;
use crate::table::{all, column, one, select, table, time_text};
use crate::tables::CaseEntry;
use crate::tables::case::PERSON_NOW;

table!(CaseOpening, "case_opening", act [title, user, case, person, own_choice]);
table!(PersonOpening, "person_opening", act [title, user, person]);
table!(CaseAccess, "case_access", act [user, name, case, way, activity, reason]);
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

/// When the user's newest opening of the person's page was entered.
pub fn newest_person_opening(reader: &Reader<'_>, person: PersonId, user: UserId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT at FROM person_opening WHERE person = ?1 AND user = ?2 ORDER BY rowid DESC LIMIT 1";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found = statement.query_row(params![person.to_string(), user.to_string()], |row| Ok(column(row, 0, "person_opening.at")));
    found.optional()?.transpose()
}

/// Every opening of a person's page, also of a person who has been erased, the first first.
pub fn person_openings_of(reader: &Reader<'_>, person: PersonId) -> Result<Vec<PersonOpening>, StoreError> {
    select(reader, "person = ?1", [person.to_string()])
}

/// The openings of all persons' pages from a moment up to another, which is not among them, the first first.
pub fn person_openings_between(reader: &Reader<'_>, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<PersonOpening>, StoreError> {
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

/// What decides who may open a case; nothing where there is no such case.
pub fn case_guard(reader: &Reader<'_>, case: CaseId) -> Result<Option<CaseGuard>, StoreError> {
    if one::<CaseEntry>(reader, case.0)?.is_none() {
        return Ok(None);
    }
    let protected = protected_cases(reader, "sip_case.id = ?1", [case.to_string()])?.contains(&case);
    Ok(Some(CaseGuard { protected, acts: accesses_of(reader, case)? }))
}

/// Every access to a case that was given, taken and ended, also of a case that has been erased, the first first.
pub fn accesses_of(reader: &Reader<'_>, case: CaseId) -> Result<Vec<CaseAccess>, StoreError> {
    select(reader, "\"case\" = ?1", [case.to_string()])
}

/// The same of every case.
pub fn case_guards(reader: &Reader<'_>) -> Result<BTreeMap<CaseId, CaseGuard>, StoreError> {
    let protected = protected_cases(reader, "true", [])?;
    let mut guards: BTreeMap<CaseId, CaseGuard> =
        protected.into_iter().map(|case| (case, CaseGuard { protected: true, acts: Vec::new() })).collect();
    for act in select::<CaseAccess>(reader, "true", [])? {
        guards.entry(act.case).or_default().acts.push(act);
    }
    Ok(guards)
}

/// The cases in which somebody is protected: the person, a party, or a guardian with whom the person lives, as any of the
/// person's cases says.
fn protected_cases(reader: &Reader<'_>, which: &str, params: impl Params) -> Result<HashSet<CaseId>, StoreError> {
    let sql = format!(
        "WITH homes (person) AS (
            SELECT {PERSON_NOW} FROM sip_case JOIN party ON party.chain_id = sip_case.id
            WHERE coalesce(party.protection, 'none') <> 'none' AND party.kind = 'guardian' AND party.lives_with = 1)
         SELECT sip_case.id FROM sip_case WHERE {which} AND (
            EXISTS (SELECT 1 FROM party WHERE party.chain_id = sip_case.id AND coalesce(party.protection, 'none') <> 'none')
            OR EXISTS (SELECT 1 FROM person p WHERE p.id = {PERSON_NOW} AND coalesce(p.protection, 'none') <> 'none')
            OR {PERSON_NOW} IN homes)"
    );
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        found.insert(column(row, 0, "sip_case.id")?);
    }
    Ok(found)
}

/// The people who are protected and have no case, each with the user who entered the person, where the log has it.
pub fn protected_without_case(reader: &Reader<'_>) -> Result<Vec<(PersonId, Option<UserId>)>, StoreError> {
    let sql = format!(
        "SELECT p.id, (SELECT actor FROM change WHERE chain = p.id ORDER BY number LIMIT 1) FROM person p
         WHERE coalesce(p.protection, 'none') <> 'none' AND p.id NOT IN (SELECT {PERSON_NOW} FROM sip_case)"
    );
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((column(row, 0, "person.id")?, column(row, 1, "change.actor")?));
    }
    Ok(found)
}

/// Every opening of a case, also of one that has been erased, the first first.
pub fn openings_of(reader: &Reader<'_>, case: CaseId) -> Result<Vec<CaseOpening>, StoreError> {
    select(reader, "\"case\" = ?1", [case.to_string()])
}

/// The openings of all cases from a moment up to another, which is not among them, the first first.
pub fn openings_between(reader: &Reader<'_>, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<CaseOpening>, StoreError> {
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

/// The openings of protected data in all cases between two such moments, each with its case, the first first.
pub fn protected_openings_between(
    reader: &Reader<'_>,
    from: DateTime<Utc>,
    before: DateTime<Utc>,
) -> Result<Vec<(CaseId, ProtectedOpening)>, StoreError> {
    let sql = "SELECT chain_id, id FROM protected_opening WHERE at >= ?1 AND at < ?2 ORDER BY rowid";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let mut rows = statement.query([bound(from), bound(before)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: RecordId = column(row, 1, "protected_opening.id")?;
        let look = one(reader, id.0)?.ok_or(StoreError::Missing)?;
        found.push((column(row, 0, "protected_opening.chain_id")?, look));
    }
    Ok(found)
}

/// Every access that was given, taken and ended between two such moments, the first first.
pub fn accesses_between(reader: &Reader<'_>, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<CaseAccess>, StoreError> {
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

/// A moment to compare stored times with: they may have decimals before their last letter, and without it a bound sorts before
/// all of its second.
pub(super) fn bound(moment: DateTime<Utc>) -> String {
    time_text(moment).trim_end_matches('Z').to_owned()
}

/// Whether any case was ever opened.
pub fn any_opening(reader: &Reader<'_>) -> Result<bool, StoreError> {
    Ok(reader.connection().prepare_cached("SELECT EXISTS (SELECT 1 FROM case_opening)")?.query_row([], |row| row.get(0))?)
}

/// Every check of the access log, the first entered first.
pub fn log_reviews(reader: &Reader<'_>) -> Result<Vec<LogReview>, StoreError> {
    select(reader, "true", [])
}

#[cfg(test)]
mod tests;
