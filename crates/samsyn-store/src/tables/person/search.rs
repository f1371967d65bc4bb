//! The search for persons: by name, by number, by case number, and by nothing else (15 § förordning 2001:637).
//!
//! What is spelt as typed comes first, then what is spelt so but for the marks of its letters, then other spellings of the
//! same name. Within each the order is that of a Swedish list of names, which the index itself has: nothing is sorted, and
//! what is not shown is not read.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};
use samsyn_plan::ids::{CaseId, PersonId};
use samsyn_plan::names::{self, FoundBy};
use samsyn_plan::person::Person;
use uuid::Uuid;

use super::{NAME, ids, persons};
use crate::StoreError;
use crate::log::Reader;
use crate::table::{column, one};
use crate::tables::case::PERSON_NOW;

/// Somebody who was found, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonHit {
    /// The person.
    pub person: Person,
    /// By what.
    pub by: FoundBy,
}

/// Whether somebody may be shown as found: by the number of a case, which is told, or else by name or number of the person.
pub type MaySee<'a> = &'a dyn Fn(&Person, Option<CaseId>) -> bool;

/// Which of the hits are wanted: at most so many after so many.
struct Page<'a> {
    skip: usize,
    limit: usize,
    may_see: MaySee<'a>,
    seen: HashSet<Uuid>,
    hits: Vec<PersonHit>,
}

/// Looks for persons as somebody types: the hits after the first `skip`, at most `limit`, of those that `may_see` lets through.
///
/// Digits are the beginning of a number, with or without its century. Words are beginnings of names, in any order.
pub fn search_persons(
    reader: &Reader<'_>,
    typed: &str,
    (skip, limit): (usize, usize),
    may_see: MaySee<'_>,
) -> Result<Vec<PersonHit>, StoreError> {
    let typed = typed.trim();
    let mut page = Page { skip, limit, may_see, seen: HashSet::new(), hits: Vec::new() };
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let is_number = typed.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '–' | ' '));
    if !digits.is_empty() {
        if is_number {
            page.take(reader, FoundBy::Number, BY_DIGITS, &digits)?;
        }
        page.take(reader, FoundBy::Number, BY_RESERVE_NUMBER, typed)?;
        if let Some(number) = case_number(typed) {
            page.take(reader, FoundBy::CaseNumber, &by_case_number(), &number)?;
        }
    }
    if !is_number {
        for (by, query) in queries(&names::words(typed)) {
            page.take(reader, by, BY_NAME, &query)?;
        }
    }
    Ok(page.hits)
}

/// Those who may be the same person as somebody: the names may be one, in whatever spelling, and the dates of birth, where both
/// are known, are the same. At most 20, the same date of birth first.
pub fn likely_duplicates(reader: &Reader<'_>, person: &Person) -> Result<Vec<Person>, StoreError> {
    let mut found = Vec::new();
    if let Some(born) = person.birth_date() {
        let day = born.format("%Y%m%d").to_string();
        // A samordningsnummer has 60 more in its day.
        let raised = day.parse::<u32>().map(|day| (day + 60).to_string()).unwrap_or_default();
        for day in [day, raised] {
            found.extend(persons(reader, &ids(reader, BY_DIGITS, &day, 500)?)?);
        }
    }
    let mut words = names::words(&person.last_name);
    words.extend(names::words(&person.first_name).into_iter().take(1));
    for (_, query) in queries(&words) {
        found.extend(persons(reader, &ids(reader, BY_NAME, &query, 100)?)?);
    }
    let mut seen = HashSet::from([person.id]);
    found.retain(|other| {
        let known = person.birth_date().zip(other.birth_date());
        known.is_none_or(|(one, other)| one == other) && names::may_be_one(&person.name(), &other.name()) && seen.insert(other.id)
    });
    found.truncate(20);
    Ok(found)
}

/// Ranges, each of which the index answers; `char(1114111)` sorts after everything that can follow.
const BY_DIGITS: &str = "SELECT id FROM person
    WHERE (identity_value >= ?1 AND identity_value < ?1 || char(1114111))
       OR (identity_value >= '19' || ?1 AND identity_value < '19' || ?1 || char(1114111))
       OR (identity_value >= '20' || ?1 AND identity_value < '20' || ?1 || char(1114111))
    ORDER BY identity_value LIMIT ?2";

/// A reserve number is kept as it was written, and may be looked for in small letters.
const BY_RESERVE_NUMBER: &str = "SELECT id FROM person
    WHERE (identity_value >= ?1 AND identity_value < ?1 || char(1114111))
       OR (identity_value >= upper(?1) AND identity_value < upper(?1) || char(1114111))
    ORDER BY identity_value LIMIT ?2";

const BY_NAME: &str = "SELECT s.person FROM person_words w JOIN person_search s ON s.number = w.rowid
    WHERE person_words MATCH ?1 ORDER BY w.rowid LIMIT ?2";

fn by_case_number() -> String {
    format!("SELECT {PERSON_NOW}, id FROM sip_case WHERE number >= ?1 AND number < ?1 || char(1114111) ORDER BY number LIMIT ?2")
}

/// The beginning of a case number, as soon as its year is whole: `sip 2027`, `2027-00`. Before that it is the beginning of most.
fn case_number(typed: &str) -> Option<String> {
    let typed = typed.to_uppercase();
    let after = typed.strip_prefix("SIP").map(|after| after.trim_start_matches(['-', ' ']));
    let number = after.unwrap_or(&typed);
    let (year, place) = number.split_at_checked(4)?;
    let whole = year.chars().all(|c| c.is_ascii_digit()) && (place.starts_with('-') || (place.is_empty() && after.is_some()));
    whole.then(|| format!("SIP-{number}"))
}

/// The three searches for names, none of which finds what the one before it does. Words are quoted, so that nothing typed is
/// an operator.
fn queries(words: &[String]) -> Vec<(FoundBy, String)> {
    let all = |words: Vec<String>| {
        let begin: Vec<String> = words.iter().filter(|word| !word.is_empty()).map(|word| format!("\"{word}\"*")).collect();
        (!begin.is_empty()).then(|| begin.join(" AND "))
    };
    let of = |spelling: fn(&str) -> String| all(words.iter().map(|word| spelling(word)).collect());
    let (Some(exact), Some(folded), Some(alike)) = (all(words.to_vec()), of(names::folded), of(names::alike)) else { return Vec::new() };
    let as_one = names::alike(&words.concat());
    vec![
        (FoundBy::Name, format!("exact : ({exact})")),
        (FoundBy::Letters, format!("(folded : ({folded})) NOT (exact : ({exact}))")),
        (FoundBy::Spelling, format!("(alike : (({alike}) OR \"{as_one}\"*)) NOT (folded : ({folded}))")),
    ]
}

impl Page<'_> {
    /// Takes the hits of one search, in its order, until there are enough.
    fn take(&mut self, reader: &Reader<'_>, by: FoundBy, sql: &str, term: &str) -> Result<(), StoreError> {
        if self.hits.len() >= self.limit {
            return Ok(());
        }
        let mut statement = reader.connection().prepare_cached(sql)?;
        let mut rows = statement.query(params![term, i64::MAX])?;
        while self.hits.len() < self.limit
            && let Some(row) = rows.next()?
        {
            let id: String = row.get(0)?;
            let id = Uuid::parse_str(&id).map_err(|_| StoreError::Unreadable { what: NAME.to_owned() })?;
            let Some(person) = one::<Person>(reader, id)? else { continue };
            let case = if by == FoundBy::CaseNumber { Some(column(row, 1, "sip_case.id")?) } else { None };
            // Somebody whom one case may not tell of may be found by another.
            if (self.may_see)(&person, case) && self.seen.insert(id) {
                if self.skip > 0 {
                    self.skip -= 1;
                } else {
                    self.hits.push(PersonHit { person, by });
                }
            }
        }
        Ok(())
    }
}

/// Makes a person's row of the search index anew. Called for every change of a person, undo as well.
pub(crate) fn index(connection: &Connection, id: PersonId) -> Result<(), StoreError> {
    let number: Option<i64> = connection
        .prepare_cached("SELECT number FROM person_search WHERE person = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    if let Some(number) = number {
        connection.prepare_cached("DELETE FROM person_words WHERE rowid = ?1")?.execute([number])?;
        connection.prepare_cached("DELETE FROM person_search WHERE number = ?1")?.execute([number])?;
    }
    let Some(person) = one::<Person>(&Reader::new(connection), id.0)? else { return Ok(()) };
    let key = key_of(&person);
    let number = if let Some(number) = free_place(connection, &key)? {
        number
    } else {
        spread(connection)?;
        free_place(connection, &key)?.ok_or(StoreError::Damaged)?
    };
    enter(connection, &person, number)
}

/// Namesakes stand by their numbers, and so by their dates of birth.
fn key_of(person: &Person) -> String {
    format!("{} {}", names::sort_key(&person.first_name, &person.last_name), person.identity.value())
}

/// How far from its neighbour somebody is put at either end.
const APART: i64 = 1 << 44;

/// A number between those who stand before and after; nothing where there is none left.
fn free_place(connection: &Connection, key: &str) -> Result<Option<i64>, StoreError> {
    let neighbour = |sql: &str| connection.prepare_cached(sql)?.query_row([key], |row| row.get::<_, i64>(0)).optional();
    let before = neighbour("SELECT number FROM person_search WHERE sort_key <= ?1 ORDER BY sort_key DESC, number DESC LIMIT 1")?;
    let after = neighbour("SELECT number FROM person_search WHERE sort_key > ?1 ORDER BY sort_key, number LIMIT 1")?;
    Ok(match (before, after) {
        (None, None) => Some(0),
        (Some(before), None) => before.checked_add(APART),
        (None, Some(after)) => after.checked_sub(APART),
        (Some(before), Some(after)) => Some(before.midpoint(after)).filter(|number| *number != before && *number != after),
    })
}

/// Puts everybody as far apart as there is room for.
fn spread(connection: &Connection) -> Result<(), StoreError> {
    let people: Vec<String> = connection
        .prepare("SELECT person FROM person_search ORDER BY number")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    connection.execute_batch("DELETE FROM person_words; DELETE FROM person_search")?;
    let apart = (i64::MAX / i64::try_from(people.len() + 2).unwrap_or(i64::MAX)).min(APART);
    let mut number = 0;
    for id in people {
        let id = Uuid::parse_str(&id).map_err(|_| StoreError::Unreadable { what: NAME.to_owned() })?;
        if let Some(person) = one::<Person>(&Reader::new(connection), id)? {
            enter(connection, &person, number)?;
            number += apart;
        }
    }
    Ok(())
}

fn enter(connection: &Connection, person: &Person, number: i64) -> Result<(), StoreError> {
    let name = person.name();
    let words = names::words(&name);
    let exact = words.join(" ");
    let alike: Vec<String> = words.iter().chain(&names::joined(&name)).map(|word| names::alike(word)).collect();
    connection.prepare_cached("INSERT INTO person_search (number, person, sort_key) VALUES (?1, ?2, ?3)")?.execute(params![
        number,
        person.id.to_string(),
        key_of(person)
    ])?;
    connection.prepare_cached("INSERT INTO person_words (rowid, exact, folded, alike) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        number,
        exact,
        names::folded(&exact),
        alike.join(" ")
    ])?;
    Ok(())
}
