//! The hash over a chain's rows as they stand. It shows an old page put back, which the encryption does not notice.

use chrono::{DateTime, Utc};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{Chain, change};
use crate::schema::Watched;
use crate::table::{TextColumn as _, time_text};
use crate::{Store, StoreError};

/// Whether a chain's rows are the ones that its log left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainState {
    /// Nothing was ever written to the chain.
    Empty,
    /// The rows are the ones that the log left.
    Intact,
    /// The rows differ from the log now, or were once found to.
    Altered,
}

impl Store {
    /// Compares a chain's rows with its log. To be asked when a case is opened.
    pub fn check_chain(&self, chain: Chain) -> Result<ChainState, StoreError> {
        self.state_of(&self.chain_id(chain))
    }

    /// When a chain was last found to differ from its log, where that was noted and it was not made whole since. What is found
    /// for the first time is noted at the next writing.
    pub fn altered_since(&self, chain: Chain) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(self.noted_at(&self.chain_id(chain))?.and_then(|at| DateTime::from_text(&at)))
    }

    pub(super) fn state_of(&self, chain_id: &str) -> Result<ChainState, StoreError> {
        match self.difference(chain_id)? {
            Some(_) => Ok(ChainState::Altered),
            None if self.noted_at(chain_id)?.is_some() => Ok(ChainState::Altered),
            None => Ok(if change::newest(&self.connection, chain_id)?.is_some() { ChainState::Intact } else { ChainState::Empty }),
        }
    }

    /// When the chain was last found to differ from its log, as RFC 3339; nothing where it never was, or has been made whole since.
    ///
    /// A note whose two states are the same says that the chain was made whole.
    pub(super) fn noted_at(&self, chain_id: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT at, expected <> found FROM alarm WHERE chain = ?1 ORDER BY number DESC LIMIT 1";
        let newest: Option<(String, bool)> =
            self.connection.prepare_cached(sql)?.query_row([chain_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(newest.and_then(|(at, differs)| differs.then_some(at)))
    }

    /// The expected and the found state, where they differ.
    fn difference(&self, chain_id: &str) -> Result<Option<(String, String)>, StoreError> {
        let expected = match change::newest(&self.connection, chain_id)? {
            Some(newest) => newest.state_hash,
            None => hex::encode(Sha256::new().finalize()),
        };
        let found = self.state_hash(chain_id)?;
        Ok(if expected == found { None } else { Some((expected, found)) })
    }

    /// Keeps a lasting note where the rows differ from the log, before anything more is written on top of them. What a
    /// person writes is never refused, so the next state is hashed as it then stands; the note says from when on.
    pub(super) fn note_if_altered(&self, chain_id: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        let Some((expected, found)) = self.difference(chain_id)? else { return Ok(()) };
        self.alarm(chain_id, &time_text(at), &expected, &found)
    }

    /// Writes an alarm, unless the chain's newest says the same: what was made whole in between is found anew.
    pub(crate) fn alarm(&self, chain_id: &str, at: &str, expected: &str, found: &str) -> Result<(), StoreError> {
        let sql = "SELECT expected = ?2 AND found = ?3 FROM alarm WHERE chain = ?1 ORDER BY number DESC LIMIT 1";
        let known: Option<bool> =
            self.connection.prepare_cached(sql)?.query_row(params![chain_id, expected, found], |row| row.get(0)).optional()?;
        if known != Some(true) {
            self.connection.execute(
                "INSERT INTO alarm (chain, at, expected, found) VALUES (?1, ?2, ?3, ?4)",
                params![chain_id, at, expected, found],
            )?;
        }
        Ok(())
    }

    /// The hash over all watched rows of a chain, in a form that a migration does not change: columns stand under their
    /// names, and a column with its default is left out, so that a column that is added later changes nothing.
    pub(super) fn state_hash(&self, chain_id: &str) -> Result<String, StoreError> {
        state_hash(&self.connection, &self.watched, chain_id)
    }

    /// The watched table of that name.
    pub(super) fn watched_table(&self, name: &str) -> Result<&Watched, StoreError> {
        self.watched.iter().find(|watched| watched.table.name == name).ok_or_else(|| StoreError::Schema { what: name.to_owned() })
    }
}

/// The hash that [`Store::state_hash`] gives, of any database with the tables.
pub(super) fn state_hash(connection: &Connection, tables: &[Watched], chain_id: &str) -> Result<String, StoreError> {
    let mut hash = Sha256::new();
    for watched in tables {
        hash_table(connection, &mut hash, watched, chain_id)?;
    }
    Ok(hex::encode(hash.finalize()))
}

fn hash_table(connection: &Connection, hash: &mut Sha256, watched: &Watched, chain_id: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&watched.select_chain)?;
    let mut rows = statement.query([chain_id])?;
    while let Some(row) = rows.next()? {
        add(hash, b'T', watched.table.name.as_bytes());
        for (index, column) in watched.columns.iter().enumerate() {
            let value = row.get_ref(index)?;
            if ValueRef::from(&column.default) == value {
                continue;
            }
            add(hash, b'C', column.name.as_bytes());
            match value {
                ValueRef::Null => add(hash, b'n', &[]),
                ValueRef::Integer(number) => add(hash, b'i', &number.to_be_bytes()),
                ValueRef::Real(number) => add(hash, b'r', &number.to_be_bytes()),
                ValueRef::Text(text) => add(hash, b't', text),
                ValueRef::Blob(bytes) => add(hash, b'b', bytes),
            }
        }
    }
    Ok(())
}

/// Adds a part with its kind and length, so that no two different rows give the same bytes.
fn add(hash: &mut Sha256, kind: u8, part: &[u8]) {
    hash.update([kind]);
    hash.update((part.len() as u64).to_be_bytes());
    hash.update(part);
}

/// A value as JSON, for people to read. Bytes become hexadecimal.
pub(super) fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => hex::encode(bytes).into(),
    }
}
