//! Rows and changes as they travel: as JSON.

use rusqlite::types::{Value as Sql, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::StoreError;
use crate::log::change::{ChangeKind, Logged, unreadable};

/// The rows of a table, in the order of their entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PackedTable {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Value>>,
}

/// A closed change, as the log has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PackedChange {
    pub(super) id: String,
    pub(super) place: i64,
    pub(super) at: String,
    pub(super) last_at: String,
    pub(super) actor: String,
    pub(super) device: String,
    pub(super) schema: i64,
    pub(super) command: String,
    pub(super) kind: String,
    pub(super) merge_key: Option<String>,
    pub(super) reverses: Option<String>,
    pub(super) arguments: String,
    pub(super) changeset: String,
    pub(super) state_hash: String,
    pub(super) previous_hash: String,
    pub(super) hash: String,
}

impl From<Logged> for PackedChange {
    fn from(logged: Logged) -> Self {
        Self {
            id: logged.id,
            place: logged.place,
            at: logged.at,
            last_at: logged.last_at,
            actor: logged.actor,
            device: logged.device,
            schema: logged.schema,
            command: logged.command,
            kind: logged.kind.code().to_owned(),
            merge_key: logged.merge_key,
            reverses: logged.reverses,
            arguments: logged.arguments,
            changeset: hex::encode(logged.changeset),
            state_hash: logged.state_hash,
            previous_hash: logged.previous_hash,
            hash: logged.hash,
        }
    }
}

impl PackedChange {
    /// The change as the log has it, or `None` where it is none.
    pub(super) fn logged(&self, chain: &str) -> Option<Logged> {
        let packed = self.clone();
        Some(Logged {
            number: 0,
            id: packed.id,
            chain: chain.to_owned(),
            place: packed.place,
            at: packed.at,
            last_at: packed.last_at,
            actor: packed.actor,
            device: packed.device,
            schema: packed.schema,
            command: packed.command,
            kind: ChangeKind::from_code(&packed.kind)?,
            merge_key: packed.merge_key,
            reverses: packed.reverses,
            arguments: packed.arguments,
            changeset: hex::decode(packed.changeset).ok()?,
            state_hash: packed.state_hash,
            previous_hash: packed.previous_hash,
            hash: packed.hash,
        })
    }
}

/// A value as JSON; no table of a case holds others than these.
pub(super) fn packed(value: ValueRef<'_>, table: &str) -> Result<Value, StoreError> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(number.into()),
        ValueRef::Text(_) => Ok(value.as_str().map_err(|_| unreadable(table))?.into()),
        ValueRef::Real(_) | ValueRef::Blob(_) => Err(unreadable(table)),
    }
}

/// The value that JSON stands for.
pub(super) fn unpacked(value: &Value) -> Option<Sql> {
    match value {
        Value::Null => Some(Sql::Null),
        Value::Number(number) => number.as_i64().map(Sql::Integer),
        Value::String(text) => Some(Sql::Text(text.clone())),
        _ => None,
    }
}
