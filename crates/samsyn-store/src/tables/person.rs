//! Persons, and the search for them: å, ä and ö are letters of their own, and yet "Astrom" finds "Åström".

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use samsyn_plan::codes::IdentityKind;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::PersonId;
use samsyn_plan::person::Person;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Column as _, Row, column, one, table};

const NAME: &str = "person";

impl Row for Person {
    table!(@sql "person", Draft, "rowid", [
        identity_kind, identity_value, first_name, last_name, address, phone, email, municipality, language, needs, protection,
        born_on
    ]);

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.identity.kind().to_value(),
            Value::Text(self.identity.value().to_owned()),
            self.first_name.to_value(),
            self.last_name.to_value(),
            self.address.to_value(),
            self.phone.to_value(),
            self.email.to_value(),
            self.municipality.to_value(),
            self.language.to_value(),
            self.needs.to_value(),
            self.protection.to_value(),
            self.born_on.to_value(),
        ]
    }

    fn from_row(row: &rusqlite::Row<'_>) -> Result<Self, StoreError> {
        let kind: IdentityKind = column(row, 1, NAME)?;
        Ok(Self {
            id: column(row, 0, NAME)?,
            identity: IdentityNumber::stored(kind, column(row, 2, NAME)?),
            first_name: column(row, 3, NAME)?,
            last_name: column(row, 4, NAME)?,
            address: column(row, 5, NAME)?,
            phone: column(row, 6, NAME)?,
            email: column(row, 7, NAME)?,
            municipality: column(row, 8, NAME)?,
            language: column(row, 9, NAME)?,
            needs: column(row, 10, NAME)?,
            protection: column(row, 11, NAME)?,
            born_on: column(row, 12, NAME)?,
        })
    }
}

/// The persons with that number, of whatever kind. More than one is a duplicate.
pub fn person_by_identity(reader: &Reader<'_>, value: &str) -> Result<Vec<Person>, StoreError> {
    let ids = ids(reader, "SELECT id FROM person WHERE identity_value = ?1 ORDER BY rowid LIMIT ?2", value, 20)?;
    persons(reader, &ids)
}

/// Looks for persons as somebody types, at most `limit`.
///
/// Digits are the beginning of a number. Words are beginnings of names, in any order: those spelt so come first, then
/// those that are spelt so but for å, ä, ö and accents; within each, by last name, å ä ö last.
pub fn search_persons(reader: &Reader<'_>, typed: &str, limit: usize) -> Result<Vec<Person>, StoreError> {
    let typed: String = typed.nfc().collect::<String>().trim().to_lowercase();
    let limit_sql = i64::try_from(limit).unwrap_or(i64::MAX);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if !digits.is_empty() && typed.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '–' | ' ')) {
        return by_digits(reader, &digits, limit_sql);
    }
    let mut found = Vec::new();
    for (column, words) in [("exact", typed.clone()), ("folded", fold(&typed))] {
        let Some(query) = fts_query(column, &words) else { return Ok(Vec::new()) };
        let sql = "SELECT s.person FROM person_words w JOIN person_search s ON s.number = w.rowid
                   WHERE person_words MATCH ?1 ORDER BY s.sort_key, s.number LIMIT ?2";
        for id in ids(reader, sql, &query, limit_sql)? {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found.truncate(limit);
    persons(reader, &found)
}

/// A number may be typed with or without its century.
fn by_digits(reader: &Reader<'_>, digits: &str, limit: i64) -> Result<Vec<Person>, StoreError> {
    // Ranges, each of which the index answers; char(1114111) sorts after everything that can follow.
    let sql = "SELECT id FROM person
               WHERE (identity_value >= ?1 AND identity_value < ?1 || char(1114111))
                  OR (identity_value >= '19' || ?1 AND identity_value < '19' || ?1 || char(1114111))
                  OR (identity_value >= '20' || ?1 AND identity_value < '20' || ?1 || char(1114111))
               ORDER BY identity_value LIMIT ?2";
    let ids = ids(reader, sql, digits, limit)?;
    persons(reader, &ids)
}

fn ids(reader: &Reader<'_>, sql: &str, term: &str, limit: i64) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found: Vec<String> = statement.query_map(params![term, limit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    found.iter().map(|id| Uuid::parse_str(id).map_err(|_| StoreError::Unreadable { what: NAME.to_owned() })).collect()
}

fn persons(reader: &Reader<'_>, ids: &[Uuid]) -> Result<Vec<Person>, StoreError> {
    ids.iter().filter_map(|id| one(reader, *id).transpose()).collect()
}

/// The search for words that begin so, all of them, in one column. Quoted, so that nothing typed is an operator.
fn fts_query(column: &str, words: &str) -> Option<String> {
    let terms: Vec<String> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| format!("\"{word}\"*")).collect();
    if terms.is_empty() { None } else { Some(format!("{column} : ({})", terms.join(" AND "))) }
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
    let name: String = person.name().nfc().collect::<String>().to_lowercase();
    let key = sort_key(&format!("{} {}", person.last_name.trim(), person.first_name.trim()));
    connection.prepare_cached("INSERT INTO person_search (person, sort_key) VALUES (?1, ?2)")?.execute(params![id.to_string(), key])?;
    connection.prepare_cached("INSERT INTO person_words (rowid, exact, folded) VALUES (?1, ?2, ?3)")?.execute(params![
        connection.last_insert_rowid(),
        name,
        fold(&name)
    ])?;
    Ok(())
}

/// Letters without their marks: `åström` becomes `astrom`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::new();
    for c in text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
    }
    folded
}

/// A key that sorts by its bytes as a Swedish list does: å, ä and ö last, ø and æ with them, other marks without weight.
pub(crate) fn sort_key(text: &str) -> String {
    let composed: String = text.nfc().collect::<String>().to_lowercase();
    let mut key = String::new();
    for c in composed.chars() {
        match c {
            'å' => key.push('{'),
            'ä' | 'æ' => key.push('|'),
            'ö' | 'ø' => key.push('}'),
            other => key.push_str(&fold(&other.to_string())),
        }
    }
    key
}
