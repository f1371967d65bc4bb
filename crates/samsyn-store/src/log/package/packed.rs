//! Rows as they travel: as JSON.

use rusqlite::types::{Value as Sql, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::StoreError;
use crate::log::change::unreadable;

/// The rows of a table, in the order of their entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PackedTable {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Value>>,
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
