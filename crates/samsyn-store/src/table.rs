//! The one way from the domain's records to rows and back: a record names its columns once, and literal SQL is made of it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, Row as SqlRow, params_from_iter};
use uuid::Uuid;

use crate::StoreError;
use crate::log::{Reader, Writer};

/// What a table keeps, and so what may happen to its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// What people are writing: changed and removed, in the change log, can be undone.
    Draft,
    /// What has been done: only added, in the change log, never undone.
    Act,
    /// What is outside the change log.
    Loose,
}

/// A table of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in the schema.
    pub name: &'static str,
    /// What it keeps.
    pub keeps: Keeps,
}

/// A record that is a row of one table. Every such table begins with the columns `id` and `chain_id`.
pub trait Row: Sized {
    /// The table.
    const TABLE: Table;
    /// The columns after `id` and `chain_id`.
    const COLUMNS: &'static [&'static str];
    /// Adds a row: `id`, `chain_id`, the columns.
    const INSERT: &'static str;
    /// Changes a row: the columns, `id`, `chain_id`.
    const UPDATE: &'static str;
    /// Removes a row by `id` and `chain_id`.
    const DELETE: &'static str;
    /// Reads `id` and the columns of every row of a chain, in order.
    const SELECT_CHAIN: &'static str;
    /// Reads `id` and the columns of one row.
    const SELECT_ONE: &'static str;
    /// The row's key.
    fn key(&self) -> Uuid;
    /// The values of the columns, in their order.
    fn values(&self) -> Vec<Value>;
    /// The record in a row of `SELECT_CHAIN` or `SELECT_ONE`.
    fn from_row(row: &SqlRow<'_>) -> Result<Self, StoreError>;
}

/// Adds `record` to the writer's chain.
pub fn insert<T: Row>(writer: &Writer<'_>, record: &T) -> Result<(), StoreError> {
    let head = [Value::Text(record.key().to_string()), Value::Text(writer.chain_id().to_owned())];
    writer.connection().prepare_cached(T::INSERT)?.execute(params_from_iter(head.into_iter().chain(record.values())))?;
    Ok(())
}

/// Writes `record` over the row with its key in the writer's chain. A row of another chain is as missing as one that is nowhere.
pub fn update<T: Row>(writer: &Writer<'_>, record: &T) -> Result<(), StoreError> {
    let key = [Value::Text(record.key().to_string()), Value::Text(writer.chain_id().to_owned())];
    let changed = writer.connection().prepare_cached(T::UPDATE)?.execute(params_from_iter(record.values().into_iter().chain(key)))?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Missing) }
}

/// Removes the row with the key `id` from the writer's chain. A row of another chain is as missing as one that is nowhere.
pub fn remove<T: Row>(writer: &Writer<'_>, id: Uuid) -> Result<(), StoreError> {
    let removed = writer.connection().prepare_cached(T::DELETE)?.execute([id.to_string().as_str(), writer.chain_id()])?;
    if removed == 1 { Ok(()) } else { Err(StoreError::Missing) }
}

/// Every record of a chain, in the order of their positions or of their entry.
pub fn all<T: Row>(reader: &Reader<'_>, chain: Uuid) -> Result<Vec<T>, StoreError> {
    let mut statement = reader.connection().prepare_cached(T::SELECT_CHAIN)?;
    let mut rows = statement.query([chain.to_string()])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(T::from_row(row)?);
    }
    Ok(records)
}

/// Every record of a table, whichever chain it is of, in the order of entry.
pub fn every<T: Row>(reader: &Reader<'_>) -> Result<Vec<T>, StoreError> {
    select(reader, "true", [])
}

/// The rows that an own condition picks, the first entered first.
pub(crate) fn select<T: Row>(reader: &Reader<'_>, which: &str, params: impl rusqlite::Params) -> Result<Vec<T>, StoreError> {
    let sql = T::SELECT_ONE.replace("WHERE id = ?", &format!("WHERE {which} ORDER BY rowid"));
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(T::from_row(row)?);
    }
    Ok(records)
}

/// The record with the key `id` in a chain. Whoever asks by an identifier that somebody sent gets nothing of another chain.
pub fn one_of<T: Row>(reader: &Reader<'_>, chain: Uuid, id: Uuid) -> Result<Option<T>, StoreError> {
    let sql = T::SELECT_ONE.replace("WHERE id = ?", "WHERE id = ? AND chain_id = ?");
    let mut statement = reader.connection().prepare_cached(&sql)?;
    statement.query_row([id.to_string(), chain.to_string()], |row| Ok(T::from_row(row))).optional()?.transpose()
}

/// The record with the key `id`, whichever chain it is of.
pub fn one<T: Row>(reader: &Reader<'_>, id: Uuid) -> Result<Option<T>, StoreError> {
    let mut statement = reader.connection().prepare_cached(T::SELECT_ONE)?;
    statement.query_row([id.to_string()], |row| Ok(T::from_row(row))).optional()?.transpose()
}

/// A value that a column can hold.
pub trait Column: Sized {
    /// The value as stored.
    fn to_value(&self) -> Value;
    /// The value read back, or `None` where it is not one.
    fn from_value(value: ValueRef<'_>) -> Option<Self>;
}

/// Reads the column at `index` of a row.
pub(crate) fn column<T: Column>(row: &SqlRow<'_>, index: usize, table: &str) -> Result<T, StoreError> {
    T::from_value(row.get_ref(index)?).ok_or_else(|| StoreError::Unreadable { what: table.to_owned() })
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value.as_i64().ok()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

/// Whole numbers are stored as they are.
macro_rules! number_columns {
    ($($type:ty),+) => {$(
        impl Column for $type {
            fn to_value(&self) -> Value {
                Value::Integer(i64::from(*self))
            }
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                Self::try_from(value.as_i64().ok()?).ok()
            }
        }
    )+};
}
number_columns!(u8, i32, u32, i64);

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        if matches!(value, ValueRef::Null) { Some(None) } else { T::from_value(value).map(Some) }
    }
}

/// A value that is stored as text, and that a list can hold.
pub trait TextColumn: Sized {
    /// The text.
    fn to_text(&self) -> String;
    /// The value that the text stands for.
    fn from_text(text: &str) -> Option<Self>;
}

/// Makes columns of values that are text.
macro_rules! text_columns {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::table::Column for $type {
            fn to_value(&self) -> rusqlite::types::Value {
                rusqlite::types::Value::Text($crate::table::TextColumn::to_text(self))
            }
            fn from_value(value: rusqlite::types::ValueRef<'_>) -> Option<Self> {
                $crate::table::TextColumn::from_text(value.as_str().ok()?)
            }
        }
    )+};
}
pub(crate) use text_columns;

/// A list is stored as a JSON array of texts.
impl<T: TextColumn> Column for Vec<T> {
    fn to_value(&self) -> Value {
        Value::Text(self.iter().map(TextColumn::to_text).collect::<serde_json::Value>().to_string())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        let texts: Vec<String> = serde_json::from_str(value.as_str().ok()?).ok()?;
        texts.iter().map(|text| T::from_text(text)).collect()
    }
}

impl TextColumn for DateTime<Utc> {
    fn to_text(&self) -> String {
        time_text(*self)
    }
    fn from_text(text: &str) -> Option<Self> {
        Some(DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc))
    }
}

impl TextColumn for NaiveDate {
    fn to_text(&self) -> String {
        self.format("%Y-%m-%d").to_string()
    }
    fn from_text(text: &str) -> Option<Self> {
        Self::parse_from_str(text, "%Y-%m-%d").ok()
    }
}
text_columns!(DateTime<Utc>, NaiveDate);

/// A point in time as stored: RFC 3339 in UTC, with as many decimals as it has.
pub(crate) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Makes a domain record a row: `table!(Goal, "goal", placed [position, text])`.
///
/// `placed` rows are drafts that stand in the order of their position; `draft`, `act`, `kept` and `loose` rows stand in the
/// order of their entry. `act` and `kept` rows are only added; an `act` begins with the columns `at` and `by`.
macro_rules! table {
    ($record:ty, $name:literal, placed [$($column:ident),+ $(,)?]) => {
        $crate::table::table!(@row $record, $name, Draft, "position, rowid", [$($column),+]);
    };
    ($record:ty, $name:literal, draft [$($column:ident),+ $(,)?]) => {
        $crate::table::table!(@row $record, $name, Draft, "rowid", [$($column),+]);
    };
    ($record:ty, $name:literal, loose [$($column:ident),+ $(,)?]) => {
        $crate::table::table!(@row $record, $name, Loose, "rowid", [$($column),+]);
    };
    ($record:ty, $name:literal, kept [$($column:ident),+ $(,)?]) => {
        $crate::table::table!(@row $record, $name, Act, "rowid", [$($column),+]);
    };
    ($record:ty, $name:literal, act [$($column:ident),+ $(,)?]) => {
        $crate::table::table!(@row $record, $name, Act, "rowid", [at, by, $($column),+]);
    };
    (@row $record:ty, $name:literal, $keeps:ident, $order:literal, [$($column:ident),+]) => {
        impl $crate::table::Row for $record {
            $crate::table::table!(@sql $name, $keeps, $order, [$($column),+]);
            fn key(&self) -> uuid::Uuid {
                self.id.0
            }
            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$($crate::table::Column::to_value(&self.$column)),+]
            }
            fn from_row(row: &rusqlite::Row<'_>) -> Result<Self, $crate::StoreError> {
                let id = $crate::table::column(row, 0, $name)?;
                let mut index = 0;
                $(
                    index += 1;
                    let $column = $crate::table::column(row, index, concat!($name, ".", stringify!($column)))?;
                )+
                Ok(Self { id, $($column),+ })
            }
        }
    };
    (@sql $name:literal, $keeps:ident, $order:literal, [$($column:ident),+]) => {
        const TABLE: $crate::table::Table = $crate::table::Table { name: $name, keeps: $crate::table::Keeps::$keeps };
        const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),+];
        const INSERT: &'static str = concat!(
            "INSERT INTO \"", $name, "\" (id, chain_id", $(", \"", stringify!($column), "\"",)+
            ") VALUES (?, ?", $($crate::table::table!(@mark $column),)+ ")"
        );
        const UPDATE: &'static str = $crate::table::table!(@update $name, [$($column),+]);
        const DELETE: &'static str = concat!("DELETE FROM \"", $name, "\" WHERE id = ? AND chain_id = ?");
        const SELECT_CHAIN: &'static str = concat!(
            "SELECT id", $(", \"", stringify!($column), "\"",)+ " FROM \"", $name, "\" WHERE chain_id = ? ORDER BY ", $order
        );
        const SELECT_ONE: &'static str =
            concat!("SELECT id", $(", \"", stringify!($column), "\"",)+ " FROM \"", $name, "\" WHERE id = ?");
    };
    (@mark $column:ident) => { ", ?" };
    (@update $name:literal, [$first:ident $(, $rest:ident)*]) => {
        concat!(
            "UPDATE \"", $name, "\" SET \"", stringify!($first), "\" = ?" $(, ", \"", stringify!($rest), "\" = ?")*,
            " WHERE id = ? AND chain_id = ?"
        )
    };
}
pub(crate) use table;
