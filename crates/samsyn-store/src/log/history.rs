//! The history of a chain, read out of its changesets: who wrote what, when, instead of what.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use samsyn_plan::ids::UserId;
use serde::Serialize;
use uuid::Uuid;

use super::change::{self, ChangeKind, Logged, unreadable};
use super::{Chain, changeset, state};
use crate::table::TextColumn as _;
use crate::{Store, StoreError};

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The row was added.
    Added,
    /// Columns of the row were changed.
    Changed,
    /// The row was removed.
    Removed,
}

/// One change: what one command, or a field's saves together, wrote.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The identifier of the command.
    pub id: Uuid,
    /// 1, 2, 3 … within the chain.
    pub place: i64,
    /// When it was written, or the first of its saves was.
    pub at: DateTime<Utc>,
    /// When the last of its saves was written.
    pub last_at: DateTime<Utc>,
    /// The user; nil where the program itself acted.
    pub actor: UserId,
    /// The command's name; `undo` and `redo` for those.
    pub command: String,
    /// Whether it is a draft that can be undone by itself. An act never is.
    pub is_draft: bool,
    /// Whether it is a draft that has been undone.
    pub undone: bool,
    /// The rows that it wrote.
    pub rows: Vec<RowChange>,
}

/// What a change did to a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowChange {
    /// The table.
    pub table: String,
    /// The row's key.
    pub id: String,
    /// What happened.
    pub operation: Operation,
    /// The columns that were written, but for key and chain.
    pub columns: Vec<ColumnChange>,
}

/// What a change did to a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnChange {
    /// The column's name.
    pub column: String,
    /// The value before; null where the row was added.
    pub old: serde_json::Value,
    /// The value after; null where the row was removed.
    pub new: serde_json::Value,
}

impl Store {
    /// The changes of a chain, oldest first.
    pub fn history(&self, chain: Chain) -> Result<Vec<Change>, StoreError> {
        let chain_id = self.chain_id(chain);
        let marks = marks(&self.connection, &chain_id)?;
        let changes = change::of_chain(&self.connection, &chain_id)?;
        changes.iter().zip(&marks).map(|(logged, mark)| self.told(logged, mark.reversed)).collect()
    }

    fn told(&self, logged: &Logged, reversed: bool) -> Result<Change, StoreError> {
        let time = |text: &str| DateTime::from_text(text).ok_or_else(|| unreadable("change.at"));
        let id = |text: &str| Uuid::parse_str(text).map_err(|_| unreadable("change.id"));
        Ok(Change {
            id: id(&logged.id)?,
            place: logged.place,
            at: time(&logged.at)?,
            last_at: time(&logged.last_at)?,
            actor: UserId(id(&logged.actor)?),
            command: logged.command.clone(),
            is_draft: logged.kind == ChangeKind::Draft,
            undone: reversed && logged.kind == ChangeKind::Draft,
            rows: changeset::rows(&logged.changeset)?.into_iter().map(|row| self.row_change(row)).collect::<Result<_, _>>()?,
        })
    }

    fn row_change(&self, row: changeset::ChangedRow) -> Result<RowChange, StoreError> {
        let watched = self.watched_table(&row.table)?;
        let mut columns = Vec::new();
        for (index, column) in watched.columns.iter().enumerate().skip(2) {
            let side = |values: &[Option<rusqlite::types::Value>]| values.get(index).and_then(Option::as_ref).map(state::json);
            let (old, new) = (side(&row.old), side(&row.new));
            // A column that was added to the table later is in no older changeset, and one left alone in none.
            if old.is_some() || new.is_some() {
                columns.push(ColumnChange { column: column.name.clone(), old: old.unwrap_or_default(), new: new.unwrap_or_default() });
            }
        }
        Ok(RowChange { id: row.id().to_owned(), operation: row.operation, columns, table: row.table })
    }
}

/// What of a change tells whether it stands: enough for undo, without reading its changeset.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) id: String,
    pub(super) kind: ChangeKind,
    reverses: Option<String>,
    /// Whether a later change that itself stands has reversed it.
    pub(super) reversed: bool,
}

/// The marks of a chain's changes, oldest first.
pub(super) fn marks(connection: &Connection, chain_id: &str) -> Result<Vec<Mark>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, kind, reverses FROM change WHERE chain = ?1 ORDER BY place")?;
    let mut rows = statement.query([chain_id])?;
    let mut marks = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = ChangeKind::from_code(row.get_ref(1)?.as_str().unwrap_or_default()).ok_or_else(|| unreadable("change.kind"))?;
        marks.push(Mark { id: row.get(0)?, kind, reverses: row.get(2)?, reversed: false });
    }
    let mut reversed = HashSet::new();
    // Newest first: whether a reversal stands is known before what it reverses is met.
    for mark in marks.iter_mut().rev() {
        mark.reversed = reversed.contains(&mark.id);
        if !mark.reversed
            && let Some(earlier) = &mark.reverses
        {
            reversed.insert(earlier.clone());
        }
    }
    Ok(marks)
}
