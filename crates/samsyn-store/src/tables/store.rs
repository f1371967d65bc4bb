//! The store's own chain: users and settings.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};
use samsyn_plan::ids::UserId;
use samsyn_plan::profile::User;
use serde::{Serialize, de::DeserializeOwned};

use crate::StoreError;
use crate::log::{Reader, Writer};
use crate::table::{Keeps, Table, every, table};

table!(User, "user", draft [name, title, roles, activity, ended_at]);

/// Settings, keyed by their names, such as `organisation` and `profile`. Values are JSON.
pub(crate) const SETTING: Table = Table { name: "setting", keeps: Keeps::Draft };

/// Every user of the store, the first entered first.
pub fn users(reader: &Reader<'_>) -> Result<Vec<User>, StoreError> {
    every(reader)
}

/// The setting that names those who wrote in cases that came from other stores.
pub(crate) const COLLEAGUES: &str = "colleagues";

/// The names of everybody who has written in a case of the store: its users, and those of the stores that cases came from.
pub fn colleagues(reader: &Reader<'_>) -> Result<BTreeMap<UserId, String>, StoreError> {
    let mut names: BTreeMap<UserId, String> = setting(reader, COLLEAGUES)?.unwrap_or_default();
    names.extend(users(reader)?.into_iter().map(|user| (user.id, user.name)));
    Ok(names)
}

/// The setting of that name, or `None` where it was never set.
pub fn setting<T: DeserializeOwned>(reader: &Reader<'_>, name: &str) -> Result<Option<T>, StoreError> {
    let value: Option<String> =
        reader.connection().prepare_cached("SELECT value FROM setting WHERE id = ?1")?.query_row([name], |row| row.get(0)).optional()?;
    value.map(|json| serde_json::from_str(&json).map_err(|_| unreadable())).transpose()
}

/// The settings whose names begin so, by the rest of their names and in its order. One that cannot be read is left out, so that
/// it never takes the others with it.
pub fn settings_beginning<T: DeserializeOwned>(reader: &Reader<'_>, beginning: &str) -> Result<Vec<(String, T)>, StoreError> {
    let sql = "SELECT substr(id, length(?1) + 1), value FROM setting WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found: Vec<(String, String)> = statement.query_map([beginning], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(found.into_iter().filter_map(|(name, json)| Some((name, serde_json::from_str(&json).ok()?))).collect())
}

/// Sets a setting. It belongs to the chain of the store.
pub fn set_setting<T: Serialize>(writer: &Writer<'_>, name: &str, value: &T) -> Result<(), StoreError> {
    let json = serde_json::to_string(value).map_err(|_| unreadable())?;
    writer
        .connection()
        .prepare_cached(
            "INSERT INTO setting (id, chain_id, value) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![name, writer.chain_id(), json])?;
    Ok(())
}

fn unreadable() -> StoreError {
    StoreError::Unreadable { what: "setting".to_owned() }
}
