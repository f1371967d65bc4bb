//! What a chain's changes, in order, leave of its rows; and which rows stand as an earlier change left them.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::change::Logged;
use super::{Operation, changeset};
use crate::StoreError;
use crate::schema::Watched;

/// A row: the place of its table among the watched ones, and its identifier.
pub(super) type RowKey = (usize, String);

/// What a chain's changes leave, beside the rows as they stood when they were read.
#[derive(Default)]
pub(super) struct Replay {
    /// The rows as the newest change leaves them.
    pub(super) rows: HashMap<RowKey, Vec<Value>>,
    /// In the order of their entry.
    pub(super) order: Vec<RowKey>,
    /// The rows that stand as the log once left them: where it leaves them otherwise now, they come from an older page.
    pub(super) known: HashSet<RowKey>,
}

/// The rows of a chain as they stand.
pub(super) fn present(connection: &Connection, tables: &[Watched], chain: &str) -> Result<HashMap<RowKey, Vec<Value>>, StoreError> {
    let mut present = HashMap::new();
    for (index, watched) in tables.iter().enumerate() {
        let mut statement = connection.prepare_cached(&watched.select_chain)?;
        let mut rows = statement.query([chain])?;
        while let Some(row) = rows.next()? {
            let values: Vec<Value> = (0..watched.columns.len()).map(|column| row.get(column)).collect::<Result<_, _>>()?;
            present.insert((index, row.get(0)?), values);
        }
    }
    Ok(present)
}

/// Replays a chain's changes, oldest first.
pub(super) fn replay(tables: &[Watched], changes: &[Logged], present: &HashMap<RowKey, Vec<Value>>) -> Result<Replay, StoreError> {
    let mut replay = Replay::default();
    for change in changes {
        for row in changeset::rows(&change.changeset)? {
            let found = tables.iter().enumerate().find(|(_, watched)| watched.table.name == row.table);
            let Some((table, watched)) = found else { continue };
            let key = (table, row.id().to_owned());
            match row.operation {
                Operation::Removed => {
                    replay.rows.remove(&key);
                    continue;
                }
                Operation::Added => {
                    // Columns that came with a later schema have their defaults until they are written.
                    let told = row.new.into_iter().chain(std::iter::repeat(None));
                    let values = watched.columns.iter().zip(told).map(|(column, told)| told.unwrap_or_else(|| column.default.clone()));
                    replay.order.push(key.clone());
                    replay.rows.insert(key.clone(), values.collect());
                }
                Operation::Changed => {
                    // Of a row whose beginning is lost, the rest is unknown.
                    let Some(known) = replay.rows.get_mut(&key) else { continue };
                    for (index, value) in row.new.into_iter().enumerate() {
                        if let (Some(value), Some(slot)) = (value, known.get_mut(index)) {
                            *slot = value;
                        }
                    }
                }
            }
            if present.get(&key).is_some() && present.get(&key) == replay.rows.get(&key) {
                replay.known.insert(key);
            }
        }
    }
    Ok(replay)
}
