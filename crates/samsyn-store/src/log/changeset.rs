//! Reading a changeset: which rows it touches, with old and new values.

use std::io::Read;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::{Value, ValueRef};

use super::Operation;
use crate::StoreError;

/// One row of a changeset. Values stand in the order of the table's columns; `None` is a column that is not told.
#[derive(Debug)]
pub(super) struct ChangedRow {
    pub(super) table: String,
    pub(super) operation: Operation,
    pub(super) old: Vec<Option<Value>>,
    pub(super) new: Vec<Option<Value>>,
}

impl ChangedRow {
    /// The row's key, the first column of every watched table.
    pub(super) fn id(&self) -> &str {
        text(&self.old, 0).or_else(|| text(&self.new, 0)).unwrap_or_default()
    }

    /// The row's chain, the second column; not told by an update that leaves it alone.
    pub(super) fn chain(&self) -> Option<&str> {
        text(&self.new, 1).or_else(|| text(&self.old, 1))
    }
}

fn text(values: &[Option<Value>], index: usize) -> Option<&str> {
    match values.get(index) {
        Some(Some(Value::Text(text))) => Some(text),
        _ => None,
    }
}

/// The rows of a changeset, of one that holds together.
pub(super) fn rows(mut changeset: &[u8]) -> Result<Vec<ChangedRow>, StoreError> {
    if !super::whole::is_whole(changeset) {
        return Err(StoreError::Unreadable { what: "changeset".to_owned() });
    }
    let input: &mut dyn Read = &mut changeset;
    let mut iterator = ChangesetIter::start_strm(&input)?;
    let mut rows = Vec::new();
    while let Some(item) = iterator.next()? {
        rows.push(row(item)?);
    }
    Ok(rows)
}

fn row(item: &ChangesetItem) -> Result<ChangedRow, StoreError> {
    let described = item.op()?;
    let operation = match described.code() {
        Action::SQLITE_INSERT => Operation::Added,
        Action::SQLITE_DELETE => Operation::Removed,
        _ => Operation::Changed,
    };
    let columns = usize::try_from(described.number_of_columns()).unwrap_or_default();
    // The old side of an addition and the new side of a removal do not exist, and must not be asked for.
    let (has_old, has_new) = (operation != Operation::Added, operation != Operation::Removed);
    Ok(ChangedRow {
        table: described.table_name().to_owned(),
        operation,
        old: (0..columns).map(|column| if has_old { told(item.old_value(column)) } else { Ok(None) }).collect::<Result<_, _>>()?,
        new: (0..columns).map(|column| if has_new { told(item.new_value(column)) } else { Ok(None) }).collect::<Result<_, _>>()?,
    })
}

/// A value, or `None` where the changeset leaves the column out.
fn told(value: rusqlite::Result<ValueRef<'_>>) -> Result<Option<Value>, StoreError> {
    match value {
        Ok(value) => Value::try_from(value).map(Some).map_err(|_| StoreError::Unreadable { what: "changeset".to_owned() }),
        Err(rusqlite::Error::InvalidColumnIndex(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
