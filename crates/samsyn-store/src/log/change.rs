//! The rows of the log: opening, adding to, and closing a change.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::session::Changegroup;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Act, Kind};
use crate::table::{TextColumn as _, time_text};
use crate::{Store, StoreError, schema};

/// A change takes a field's further saves for so long.
const OPEN_FOR: TimeDelta = TimeDelta::minutes(5);

/// What a change is, as the log has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    Draft,
    Act,
    Undo,
    Redo,
}

impl ChangeKind {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Act => "act",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        [Self::Draft, Self::Act, Self::Undo, Self::Redo].into_iter().find(|kind| kind.code() == code)
    }
}

/// A row of the table `change`. It travels with its case as it is, but for its number and its chain, which the receiver gives it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Logged {
    #[serde(skip)]
    pub(super) number: i64,
    pub(super) id: String,
    #[serde(skip)]
    pub(super) chain: String,
    pub(super) place: i64,
    pub(super) at: String,
    pub(super) last_at: String,
    pub(super) actor: String,
    pub(super) device: String,
    pub(super) schema: i64,
    pub(super) command: String,
    pub(super) kind: ChangeKind,
    pub(super) merge_key: Option<String>,
    pub(super) reverses: Option<String>,
    pub(super) arguments: String,
    #[serde(with = "hexadecimal")]
    pub(super) changeset: Vec<u8>,
    pub(super) state_hash: String,
    pub(super) previous_hash: String,
    pub(super) hash: String,
}

/// The columns that `Logged::from_row` reads.
pub(super) const COLUMNS: &str = "number, id, chain, place, at, last_at, actor, device, schema, command, kind, merge_key, \
                                  reverses, arguments, changeset, state_hash, previous_hash, hash";

impl Logged {
    pub(super) fn from_row(row: &Row<'_>) -> Result<Self, StoreError> {
        let kind: String = row.get(10)?;
        Ok(Self {
            number: row.get(0)?,
            id: row.get(1)?,
            chain: row.get(2)?,
            place: row.get(3)?,
            at: row.get(4)?,
            last_at: row.get(5)?,
            actor: row.get(6)?,
            device: row.get(7)?,
            schema: row.get(8)?,
            command: row.get(9)?,
            kind: ChangeKind::from_code(&kind).ok_or_else(|| unreadable("change.kind"))?,
            merge_key: row.get(11)?,
            reverses: row.get(12)?,
            arguments: row.get(13)?,
            changeset: row.get(14)?,
            state_hash: row.get(15)?,
            previous_hash: row.get(16)?,
            hash: row.get(17)?,
        })
    }

    /// The change as that of a chain.
    pub(super) fn on_chain(&self, chain: &str) -> Self {
        Self { chain: chain.to_owned(), ..self.clone() }
    }

    pub(super) fn is_open(&self) -> bool {
        self.hash.is_empty()
    }

    pub(super) fn begun(&self) -> Result<DateTime<Utc>, StoreError> {
        DateTime::from_text(&self.at).ok_or_else(|| unreadable("change.at"))
    }

    /// The hash over everything in the row but its number, each part preceded by its length.
    pub(super) fn own_hash(&self) -> String {
        let mut hash = Sha256::new();
        let numbers = [self.place.to_string(), self.schema.to_string()];
        let [place, schema] = &numbers;
        let optional = |value: &Option<String>| value.as_ref().map(|value| format!("={value}")).unwrap_or_default();
        let (merge_key, reverses) = (optional(&self.merge_key), optional(&self.reverses));
        let parts: [&[u8]; 16] = [
            self.previous_hash.as_bytes(),
            self.id.as_bytes(),
            self.chain.as_bytes(),
            place.as_bytes(),
            self.at.as_bytes(),
            self.last_at.as_bytes(),
            self.actor.as_bytes(),
            self.device.as_bytes(),
            schema.as_bytes(),
            self.command.as_bytes(),
            self.kind.code().as_bytes(),
            merge_key.as_bytes(),
            reverses.as_bytes(),
            self.arguments.as_bytes(),
            &self.changeset,
            self.state_hash.as_bytes(),
        ];
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hex::encode(hash.finalize())
    }
}

/// Bytes in a text.
mod hexadecimal {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        hex::decode(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

pub(super) fn unreadable(what: &str) -> StoreError {
    StoreError::Unreadable { what: what.to_owned() }
}

/// The changes of a chain, oldest first.
pub(super) fn of_chain(connection: &Connection, chain_id: &str) -> Result<Vec<Logged>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM change WHERE chain = ?1 ORDER BY place"))?;
    let mut rows = statement.query([chain_id])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(Logged::from_row(row)?);
    }
    Ok(changes)
}

/// The change of a command.
pub(super) fn of_command(connection: &Connection, id: &str) -> Result<Option<Logged>, StoreError> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM change WHERE id = ?1"))?
        .query_row([id], |row| Ok(Logged::from_row(row)))
        .optional()?
        .transpose()
}

/// The newest change of a chain.
pub(super) fn newest(connection: &Connection, chain_id: &str) -> Result<Option<Logged>, StoreError> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM change WHERE chain = ?1 ORDER BY place DESC LIMIT 1"))?
        .query_row([chain_id], |row| Ok(Logged::from_row(row)))
        .optional()?
        .transpose()
}

impl Store {
    /// Writes a changeset into the log: onto the open change that it belongs to, or as a change of its own.
    pub(super) fn record(
        &self,
        act: &Act<'_>,
        chain_id: &str,
        kind: ChangeKind,
        reverses: Option<String>,
        changeset: Vec<u8>,
    ) -> Result<(), StoreError> {
        let newest = newest(&self.connection, chain_id)?;
        let state_hash = self.state_hash(chain_id)?;
        let merge_key = match &act.kind {
            Kind::Draft { merge } if kind == ChangeKind::Draft => merge.clone(),
            _ => None,
        };
        let (place, previous_hash) = match newest {
            None => (1, String::new()),
            Some(open) if open.is_open() => {
                if takes(&open, act, merge_key.as_deref())? {
                    return self.add_to(&open, act, &changeset, &state_hash);
                }
                (open.place + 1, close(&self.connection, open)?)
            }
            Some(closed) => (closed.place + 1, closed.hash),
        };
        let at = time_text(act.at);
        let mut change = Logged {
            number: 0,
            id: act.command_id.to_string(),
            chain: chain_id.to_owned(),
            place,
            at: at.clone(),
            last_at: at,
            actor: act.actor.to_string(),
            device: self.device.to_string(),
            schema: schema::NEWEST,
            command: act.command.to_owned(),
            kind,
            merge_key,
            reverses,
            arguments: act.arguments.to_string(),
            changeset,
            state_hash,
            previous_hash,
            hash: String::new(),
        };
        self.add(&change)?;
        if change.merge_key.is_none() {
            change.number = self.connection.last_insert_rowid();
            close(&self.connection, change)?;
        }
        Ok(())
    }

    pub(super) fn add(&self, change: &Logged) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO change ({COLUMNS}) VALUES (NULL, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?1)"
        );
        self.connection.prepare_cached(&sql)?.execute(params![
            change.hash,
            change.id,
            change.chain,
            change.place,
            change.at,
            change.last_at,
            change.actor,
            change.device,
            change.schema,
            change.command,
            change.kind.code(),
            change.merge_key,
            change.reverses,
            change.arguments,
            change.changeset,
            change.state_hash,
            change.previous_hash,
        ])?;
        Ok(())
    }

    /// Adds a further save to an open change. Saves that take each other out leave no change behind.
    fn add_to(&self, open: &Logged, act: &Act<'_>, changeset: &[u8], state_hash: &str) -> Result<(), StoreError> {
        let mut group = Changegroup::new()?;
        group.add_stream(&mut open.changeset.as_slice())?;
        let mut further = changeset;
        group.add_stream(&mut further)?;
        let mut together = Vec::new();
        group.output_strm(&mut together)?;
        if together.is_empty() {
            self.connection.prepare_cached("DELETE FROM change WHERE number = ?1")?.execute([open.number])?;
        } else {
            self.connection
                .prepare_cached("UPDATE change SET last_at = ?2, arguments = ?3, changeset = ?4, state_hash = ?5 WHERE number = ?1")?
                .execute(params![open.number, time_text(act.at), act.arguments.to_string(), together, state_hash])?;
        }
        Ok(())
    }
}

/// Whether an open change takes a further save: the same field by the same user, within five minutes.
fn takes(open: &Logged, act: &Act<'_>, merge_key: Option<&str>) -> Result<bool, StoreError> {
    let age = act.at - open.begun()?;
    Ok(merge_key.is_some()
        && open.merge_key.as_deref() == merge_key
        && open.command == act.command
        && open.actor == act.actor.to_string()
        && age >= TimeDelta::zero()
        && age < OPEN_FOR)
}

/// Closes a change: from now on nothing is added to it. Its hash goes into the store's log, and is given back.
fn close(connection: &Connection, change: Logged) -> Result<String, StoreError> {
    let hash = change.own_hash();
    connection.prepare_cached("UPDATE change SET hash = ?2 WHERE number = ?1")?.execute(params![change.number, hash])?;
    enter(connection, &change.chain, &hash)?;
    Ok(hash)
}

/// Enters the hash of a closed change in the store's log.
pub(super) fn enter(connection: &Connection, chain: &str, hash: &str) -> Result<(), StoreError> {
    let (counter, head) = super::head(connection)?;
    let counter = counter + 1;
    let log_hash = log_hash(&head, counter, chain, hash);
    connection
        .prepare_cached("INSERT INTO store_log (counter, chain, change_hash, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![counter, chain, hash, log_hash])?;
    Ok(())
}

/// The hash of a row of the store's log, which holds the one before it.
pub(crate) fn log_hash(previous: &str, counter: i64, chain: &str, change_hash: &str) -> String {
    hex::encode(Sha256::digest(format!("{previous}\n{counter}\n{chain}\n{change_hash}")))
}

/// Closes every open change of the store.
pub(crate) fn close_all(connection: &Connection) -> Result<(), StoreError> {
    let open: Vec<Logged> = {
        let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM change WHERE hash = '' ORDER BY number"))?;
        let mut rows = statement.query([])?;
        let mut open = Vec::new();
        while let Some(row) = rows.next()? {
            open.push(Logged::from_row(row)?);
        }
        open
    };
    for change in open {
        close(connection, change)?;
    }
    Ok(())
}
