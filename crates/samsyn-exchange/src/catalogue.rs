//! The lists of the catalogue as tables: a row for each record and a column for each of its fields, under the fields' own names.
//!
//! Codes stand as codes, several in one cell with a comma between; a kommun stands by its code or its name. A column that is
//! not there leaves its field as it is.

use std::collections::HashSet;

use samsyn_plan::catalogue::CatalogueRecord;
use samsyn_plan::codes::RowFault;
use samsyn_plan::places::{self, Municipality};
use samsyn_plan::text;
use serde_json::{Map, Value};

use crate::table::{self, TableError};

/// Why a file was not read as a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It lacks the column without which no row says anything.
    #[error("the table lacks its most needed column")]
    ColumnMissing,
}

/// What a file says: its good rows, and what is wrong with the others.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadList<T> {
    /// The good rows, each with its number in the file.
    pub rows: Vec<(u32, Row<T>)>,
    /// What cannot be taken in, in the order of the file.
    pub faults: Vec<Fault>,
    /// Columns that the list does not have.
    pub unknown_columns: Vec<String>,
}

/// A good row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<T> {
    /// The record that the row makes by itself; its identifier is nil.
    pub record: T,
    /// The fields that the file has a column for.
    fields: Map<String, Value>,
}

/// A cell that cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row's number in the file: 2 is the first after the columns.
    pub row: u32,
    /// The column's name; empty where it is the row as a whole.
    pub column: String,
    /// What is wrong.
    pub fault: RowFault,
    /// What stands in the cell.
    pub cell: String,
}

impl<T: CatalogueRecord> Row<T> {
    /// A record with what the row says written over it.
    pub fn over(&self, stored: &T) -> T {
        let Ok(Value::Object(mut record)) = serde_json::to_value(stored) else { return stored.clone() };
        record.extend(self.fields.clone());
        serde_json::from_value(Value::Object(record)).unwrap_or_else(|_| stored.clone())
    }
}

/// The bytes of a file with a list.
pub fn write<T: CatalogueRecord>(records: &[T]) -> Vec<u8> {
    let rows: Vec<Vec<String>> = records.iter().map(written).collect();
    table::write(T::FIELDS, rows.iter().map(Vec::as_slice))
}

fn written<T: CatalogueRecord>(record: &T) -> Vec<String> {
    let record = serde_json::to_value(record).unwrap_or_default();
    T::FIELDS.iter().map(|field| record.get(field).map(cell).unwrap_or_default()).collect()
}

/// A field as a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(codes) => codes.iter().map(cell).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// Reads what [`write`] made, perhaps after somebody has worked in it. A row without any words is none.
pub fn read<T: CatalogueRecord>(bytes: &[u8], municipalities: &[Municipality]) -> Result<ReadList<T>, ListError> {
    let table = table::read(bytes)?;
    let columns: Vec<String> = table.columns.iter().map(|column| column.trim().to_lowercase()).collect();
    if !columns.iter().any(|column| column == T::NEEDED) {
        return Err(ListError::ColumnMissing);
    }
    let unknown = columns.iter().filter(|column| !column.is_empty() && !T::FIELDS.contains(&column.as_str()));
    let mut list = ReadList { rows: Vec::new(), faults: Vec::new(), unknown_columns: unknown.cloned().collect() };
    let mut met = HashSet::new();
    for (number, cells) in table.rows {
        if cells.iter().all(|cell| text::is_blank(cell)) {
            continue;
        }
        match row::<T>(number, &columns, &cells, municipalities) {
            Ok(row) if met.insert(row.record.key()) => list.rows.push((number, row)),
            Ok(_) => list.faults.push(Fault { row: number, column: String::new(), fault: RowFault::Twice, cell: String::new() }),
            Err(faults) => list.faults.extend(faults),
        }
    }
    Ok(list)
}

fn row<T: CatalogueRecord>(
    number: u32,
    columns: &[String],
    cells: &[String],
    municipalities: &[Municipality],
) -> Result<Row<T>, Vec<Fault>> {
    let fault = |column: &str, fault, cell: &str| Fault { row: number, column: column.to_owned(), fault, cell: cell.to_owned() };
    let mut faults = Vec::new();
    if let Some(beyond) = cells.get(columns.len()..).and_then(|beyond| beyond.iter().find(|cell| !text::is_blank(cell))) {
        faults.push(fault("", RowFault::TooManyCells, beyond));
    }
    let empty = serde_json::to_value(T::default()).unwrap_or_default();
    let mut fields = Map::new();
    let known = columns.iter().zip(cells).filter(|(column, _)| T::FIELDS.contains(&column.as_str()));
    for (column, cell) in known {
        let cell = text::clean(cell);
        let value = match column.as_str() {
            "municipality" => municipality(&cell, municipalities),
            _ => Some(field(empty.get(column), &cell)).filter(|value| holds::<T>(column, value)),
        };
        if let Some(value) = value {
            fields.insert(column.clone(), value);
        } else {
            faults.push(fault(column, RowFault::UnknownCode, &cell));
        }
    }
    let needed = fields.get(T::NEEDED).map(cell).unwrap_or_default();
    if text::is_blank(&needed) && faults.iter().all(|found| found.column != T::NEEDED) {
        faults.push(fault(T::NEEDED, RowFault::Empty, ""));
    }
    let record = serde_json::from_value(Value::Object(fields.clone())).ok();
    record.filter(|_| faults.is_empty()).map(|record| Row { record, fields }).ok_or(faults)
}

/// A cell as the value of a field, by what the field holds when it is empty: a text, a list of codes, or a code or nothing.
fn field(empty: Option<&Value>, cell: &str) -> Value {
    match empty {
        Some(Value::String(_)) => Value::from(cell),
        Some(Value::Array(_)) => cell.split(',').map(str::trim).filter(|code| !code.is_empty()).collect(),
        _ if text::is_blank(cell) => Value::Null,
        _ => Value::from(cell.trim()),
    }
}

/// The code of the kommun in a cell; nothing where there is no such kommun.
fn municipality(cell: &str, all: &[Municipality]) -> Option<Value> {
    if text::is_blank(cell) { Some(Value::from("")) } else { places::municipality(all, cell).map(|found| Value::from(found.code.as_str())) }
}

/// Whether a record can have the value in a field.
fn holds<T: CatalogueRecord>(field: &str, value: &Value) -> bool {
    serde_json::from_value::<T>(Value::Object(Map::from_iter([(field.to_owned(), value.clone())]))).is_ok()
}

#[cfg(test)]
mod tests;
