//! The change log: every command is one transaction that writes one chain, recorded by a SQLite session.
//!
//! A changeset holds old and new values column by column. History is read out of it, undo is its inverse, and the
//! hashes over it and over the rows show what was changed behind the program's back.

mod change;
mod changeset;
mod destroy;
mod history;
mod mend;
mod package;
mod rebuild;
mod replay;
mod state;
mod undo;
mod verify;
mod whole;

#[cfg(test)]
mod tests;

use std::ops::Deref;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::session::Session;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use samsyn_plan::ids::{CaseId, ContactId, PersonId, UserId};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use destroy::{Doomed, Erased, ErasedChain};
pub use history::{Change, ColumnChange, Operation, RowChange};
pub use mend::Mended;
pub use package::{CasePackage, Received};
pub use state::ChainState;
pub use undo::Undo;
pub use verify::{BrokenChain, Fault, VerifyReport};

pub(crate) use change::log_hash;
pub(crate) use change::{ChangeKind, close_all};
pub(crate) use rebuild::{ChainFate, rebuild, states, tables_of_rows};
pub(crate) use verify::{Seal, head};

use crate::table::{Keeps, time_text};
use crate::{Store, StoreError, tables};

/// What one command writes: a case, a person, a first contact, the access log of any of them, the catalogue, what is
/// kept of statistics, or the store itself. Each has its own chain of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chain {
    /// A case with all its records.
    Case(CaseId),
    /// A person.
    Person(PersonId),
    /// Who has had a case open: kept beside the case, and left when it is erased.
    Access(CaseId),
    /// Who has had a person's page open: kept beside the person, and left when the person is erased.
    PersonAccess(PersonId),
    /// The units that people can turn to, and the gränsdragning. Apart from the store's own, so that what is written there can be
    /// undone by itself.
    Catalogue,
    /// A first contact.
    Contact(ContactId),
    /// Who has had a first contact open: kept beside it, and left when it is erased.
    ContactAccess(ContactId),
    /// Who has looked at figures, and the tables that were given out.
    Statistics,
    /// Users and settings.
    Store,
}

/// Whether a command can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Writes drafts alone; can be undone. Saves with the same `merge`, by the same user within five minutes, are one
    /// change: a field's saves, keyed by record and field.
    Draft {
        /// What the save belongs together with; nothing where it stands alone.
        merge: Option<String>,
    },
    /// Fixes, signs, calls, discloses, withdraws or logs. Never undone.
    Act,
}

/// A command that is about to write.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// The command's own identifier. A second command with it writes nothing and gets the first one's reply.
    pub command_id: Uuid,
    /// What it writes.
    pub chain: Chain,
    /// Its name, such as `goal.add`.
    pub command: &'a str,
    /// What it was called with. It may hold personal data; it stays inside the encryption.
    pub arguments: serde_json::Value,
    /// The user; nil where the program itself acts.
    pub actor: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it can be undone.
    pub kind: Kind,
}

/// Reads the store.
#[derive(Debug)]
pub struct Reader<'a> {
    connection: &'a Connection,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }
}

/// Reads the store and writes one chain of it.
#[derive(Debug)]
pub struct Writer<'a> {
    reader: Reader<'a>,
    chain_id: String,
}

impl Writer<'_> {
    /// The chain's identifier as it stands in the column `chain_id`.
    pub(crate) fn chain_id(&self) -> &str {
        &self.chain_id
    }
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// What the catalogue's chain is named by, after the store's identifier.
pub const CATALOGUE: &str = "catalogue";

/// What the chain of statistics is named by, after the store's identifier.
pub const STATISTICS: &str = "statistics";

/// How long a reply is kept for a retry of its command.
const REPLY_KEPT: TimeDelta = TimeDelta::days(1);

impl Store {
    /// Reads.
    pub fn read<R, E: From<StoreError>>(&self, f: impl FnOnce(&Reader<'_>) -> Result<R, E>) -> Result<R, E> {
        f(&Reader::new(&self.connection))
    }

    /// Writes one chain in one transaction. Where `f` refuses, nothing is written.
    ///
    /// A command identifier that has been used gets the first reply, and `f` is not run.
    pub fn write<R, E>(&mut self, act: Act<'_>, f: impl FnOnce(&Writer<'_>) -> Result<R, E>) -> Result<R, E>
    where
        R: Serialize + DeserializeOwned,
        E: From<StoreError>,
    {
        let kind = match act.kind {
            Kind::Draft { .. } => ChangeKind::Draft,
            Kind::Act => ChangeKind::Act,
        };
        self.command(&act, |_, writer| Ok((f(writer)?, kind, None)))
    }

    /// The identifier of a chain as the tables have it.
    pub(crate) fn chain_id(&self, chain: Chain) -> String {
        match chain {
            Chain::Case(id) => id.to_string(),
            Chain::Person(id) => id.to_string(),
            Chain::Access(id) => format!("{id} access"),
            Chain::PersonAccess(id) => format!("{id} access"),
            Chain::Catalogue => format!("{} {CATALOGUE}", self.id),
            Chain::Contact(id) => id.to_string(),
            Chain::ContactAccess(id) => format!("{id} access"),
            Chain::Statistics => format!("{} {STATISTICS}", self.id),
            Chain::Store => self.id.to_string(),
        }
    }

    /// One recorded transaction. `f` gives the reply, what the change is, and which change it reverses.
    fn command<R, E>(
        &mut self,
        act: &Act<'_>,
        f: impl FnOnce(&Self, &Writer<'_>) -> Result<(R, ChangeKind, Option<String>), E>,
    ) -> Result<R, E>
    where
        R: Serialize + DeserializeOwned,
        E: From<StoreError>,
    {
        let request = request_hash(act);
        if let Some(reply) = self.earlier_reply(act.command_id, &request)? {
            return Ok(reply);
        }
        let chain_id = self.chain_id(act.chain);
        let first_touch = !self.checked.contains(&chain_id);
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(StoreError::from)?;
        if first_touch {
            self.note_if_altered(&chain_id, act.at)?;
        }
        let reply = self.recorded(act, |writer| f(self, writer))?;
        self.keep_reply(act, &request, &reply)?;
        transaction.commit().map_err(StoreError::from)?;
        if first_touch {
            self.checked.insert(chain_id);
        }
        Ok(reply)
    }

    /// One command's part of a transaction that writes several chains: recorded as an act of its own chain.
    fn write_in<R, E: From<StoreError>>(&self, act: &Act<'_>, f: impl FnOnce(&Writer<'_>) -> Result<R, E>) -> Result<R, E> {
        self.recorded(act, |writer| Ok((f(writer)?, ChangeKind::Act, None)))
    }

    /// Runs `f` within a transaction, and writes what it changed into the log of the act's chain.
    fn recorded<R, E: From<StoreError>>(
        &self,
        act: &Act<'_>,
        f: impl FnOnce(&Writer<'_>) -> Result<(R, ChangeKind, Option<String>), E>,
    ) -> Result<R, E> {
        let mut session = self.session()?;
        let writer = Writer { reader: Reader::new(&self.connection), chain_id: self.chain_id(act.chain) };
        let (reply, kind, reverses) = f(&writer)?;
        let mut changeset = Vec::new();
        session.changeset_strm(&mut changeset).map_err(StoreError::from)?;
        drop(session);
        if !changeset.is_empty() {
            self.check_rows(&changeset, &writer.chain_id, kind)?;
            self.record(act, &writer.chain_id, kind, reverses, changeset)?;
            // Derived of the rows, whichever command wrote them, undo too.
            if let Chain::Person(person) = act.chain {
                tables::person::index(&self.connection, person)?;
            }
        }
        Ok(reply)
    }

    /// A session with every watched table attached by name.
    fn session(&self) -> Result<Session<'_>, StoreError> {
        let mut session = Session::new(&self.connection)?;
        for watched in &self.watched {
            session.attach(Some(watched.table.name))?;
        }
        Ok(session)
    }

    /// A command writes rows of its own chain alone, and no draft writes an act.
    fn check_rows(&self, changeset: &[u8], chain_id: &str, kind: ChangeKind) -> Result<(), StoreError> {
        for row in changeset::rows(changeset)? {
            let watched = self.watched_table(&row.table)?;
            if kind != ChangeKind::Act && watched.table.keeps == Keeps::Act {
                return Err(StoreError::DraftWroteAct { table: row.table });
            }
            // An update that leaves the chain alone does not tell it: the row does.
            let sql = format!("SELECT chain_id FROM \"{}\" WHERE id = ?1", watched.table.name);
            let elsewhere = if let Some(written) = row.chain() {
                written != chain_id
            } else {
                let stored: Option<String> =
                    self.connection.prepare_cached(&sql)?.query_row([row.id()], |found| found.get(0)).optional()?;
                stored.as_deref() != Some(chain_id)
            };
            if elsewhere {
                return Err(StoreError::OtherChain { table: row.table });
            }
        }
        Ok(())
    }

    /// The case, person or first contact whose chain a command wrote, while its reply is kept. By it a retry of a command that began the chain
    /// is the same command.
    pub fn chain_written(&self, command_id: Uuid) -> Result<Option<Uuid>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT chain FROM reply WHERE id = ?1")?;
        let chain: Option<String> = statement.query_row([command_id.to_string()], |row| row.get(0)).optional()?;
        Ok(chain.and_then(|chain| Uuid::parse_str(&chain).ok()))
    }

    fn earlier_reply<R: DeserializeOwned>(&self, command_id: Uuid, request: &str) -> Result<Option<R>, StoreError> {
        let found: Option<(String, String)> = self
            .connection
            .prepare_cached("SELECT request, reply FROM reply WHERE id = ?1")?
            .query_row([command_id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            None => Ok(None),
            Some((earlier, _)) if earlier != request => Err(StoreError::CommandIdReused),
            Some((_, reply)) => serde_json::from_str(&reply).map(Some).map_err(|_| StoreError::Unreadable { what: "reply".to_owned() }),
        }
    }

    fn keep_reply<R: Serialize>(&self, act: &Act<'_>, request: &str, reply: &R) -> Result<(), StoreError> {
        let reply = serde_json::to_string(reply).map_err(|_| StoreError::Unreadable { what: "reply".to_owned() })?;
        self.connection.prepare_cached("DELETE FROM reply WHERE at < ?1")?.execute([time_text(act.at - REPLY_KEPT)])?;
        self.connection
            .prepare_cached("INSERT INTO reply (id, chain, at, request, reply) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![act.command_id.to_string(), self.chain_id(act.chain), time_text(act.at), request, reply])?;
        Ok(())
    }
}

/// What makes a retry the same command: its name, its chain and what it was called with.
fn request_hash(act: &Act<'_>) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{:?}\n{}\n{}", act.chain, act.command, act.arguments));
    hex::encode(hash.finalize())
}

/// How many rows a changeset has, or nothing where it cannot be read. For tests alone: a changeset comes with a case from a
/// colleague's file, and C code reads it.
#[doc(hidden)]
pub fn rows_of_changeset(bytes: &[u8]) -> Option<usize> {
    changeset::rows(bytes).ok().map(|rows| rows.len())
}
