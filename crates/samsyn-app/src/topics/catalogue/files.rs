//! The catalogue as a file for a spreadsheet, and back: what a file would change is shown before anything is written.

use super::{Catalogue, Lists, catalogue, write};
use crate::{App, AppError, Code, act::Call};
use samsyn_exchange::{
    catalogue::{self as file, ListError, ReadList},
    table::TableError,
};
use samsyn_plan::{
    catalogue::{CatalogueRecord, Demarcation, Unit},
    codes::{CatalogueKind, RowFault},
    ids::RecordId,
    places::Municipality,
    profile::Profile,
};
use samsyn_store::{Reader, StoreError, table};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use ts_rs::TS;

/// A list as a file: the rows that stand, none that was ended.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueExport {
    /// Which list.
    kind: CatalogueKind,
}

/// A file with rows for a list.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueFile {
    /// Which list.
    kind: CatalogueKind,
    /// The file, in hexadecimal.
    bytes: String,
}

/// What a file would do to a list. Nothing has been written.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CatalogueFileRead {
    /// The good rows.
    rows: Vec<FileRow>,
    /// What cannot be taken in, in the order of the file.
    faults: Vec<FileFault>,
    /// Columns that the list does not have, which are left out.
    unknown_columns: Vec<String>,
}

/// A good row of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FileRow {
    /// Its number in the file: 2 is the first after the columns.
    row: u32,
    /// What it says, as it would stand.
    says: FileRecord,
    /// What it would do.
    change: FileChange,
}

/// A row of either list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", content = "record", rename_all = "snake_case")]
pub(crate) enum FileRecord {
    /// A unit.
    Unit(Box<Unit>),
    /// A row of the gränsdragning.
    Demarcation(Demarcation),
}

/// What a row of a file does to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileChange {
    /// It is added.
    Added,
    /// It is written over the row that is about the same.
    Changed,
    /// It stands so already.
    Same,
}

/// A cell that cannot be taken in.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FileFault {
    /// The row's number in the file.
    row: u32,
    /// The column's name; empty where it is the row as a whole.
    column: String,
    /// What is wrong.
    fault: RowFault,
    /// What stands in the cell.
    cell: String,
}

/// What was taken in from a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CatalogueFileTaken {
    /// How many rows were added.
    added: u32,
    /// How many rows were changed.
    changed: u32,
    /// The catalogue as it then stands.
    catalogue: Catalogue,
}

/// The most bytes of a file: hundreds of times what a county has.
const LARGEST: usize = 4 * 1024 * 1024;

/// A list among the two.
trait Listed: CatalogueRecord + table::Row {
    fn of(lists: Lists) -> Vec<Self>;
    fn said(self) -> FileRecord;
}

impl Listed for Unit {
    fn of(lists: Lists) -> Vec<Self> {
        lists.units
    }
    fn said(self) -> FileRecord {
        FileRecord::Unit(Box::new(self))
    }
}

impl Listed for Demarcation {
    fn of(lists: Lists) -> Vec<Self> {
        lists.demarcations
    }
    fn said(self) -> FileRecord {
        FileRecord::Demarcation(self)
    }
}

/// The rows of a list that have not been ended.
fn standing<T: Listed>(reader: &Reader<'_>, profile: &Profile) -> Result<Vec<T>, StoreError> {
    let mut rows = T::of(Lists::read(reader, profile)?);
    rows.retain(|row| row.ended_on().is_none());
    Ok(rows)
}

pub(super) fn export(app: &mut App, _: &Call, request: CatalogueExport) -> Result<Vec<u8>, AppError> {
    let session = app.session()?;
    Ok(session.store.read(|reader| match request.kind {
        CatalogueKind::Unit => standing::<Unit>(reader, &session.profile).map(|rows| file::write(&rows)),
        CatalogueKind::Demarcation => standing::<Demarcation>(reader, &session.profile).map(|rows| file::write(&rows)),
    })?)
}

pub(super) fn read_file(app: &mut App, _: &Call, request: CatalogueFile) -> Result<CatalogueFileRead, AppError> {
    match request.kind {
        CatalogueKind::Unit => look::<Unit>(app, &request.bytes),
        CatalogueKind::Demarcation => look::<Demarcation>(app, &request.bytes),
    }
}

fn look<T: Listed>(app: &App, bytes: &str) -> Result<CatalogueFileRead, AppError> {
    let list = list::<T>(bytes, &app.places.municipalities)?;
    let session = app.session()?;
    let stored = session.store.read(|reader| standing::<T>(reader, &session.profile))?;
    let rows = compared(&list, &stored).into_iter();
    let faults = list.faults.iter().cloned();
    Ok(CatalogueFileRead {
        rows: rows.map(|(row, change, record)| FileRow { row, says: record.said(), change }).collect(),
        faults: faults.map(|found| FileFault { row: found.row, column: found.column, fault: found.fault, cell: found.cell }).collect(),
        unknown_columns: list.unknown_columns,
    })
}

pub(super) fn take_in(app: &mut App, call: &Call, request: CatalogueFile) -> Result<CatalogueFileTaken, AppError> {
    let (added, changed) = match request.kind {
        CatalogueKind::Unit => take::<Unit>(app, call, &request.bytes),
        CatalogueKind::Demarcation => take::<Demarcation>(app, call, &request.bytes),
    }?;
    Ok(CatalogueFileTaken { added, changed, catalogue: catalogue(app)? })
}

/// Writes the good rows, all in one change. Gives how many were added and how many changed.
fn take<T: Listed>(app: &mut App, call: &Call, bytes: &str) -> Result<(u32, u32), AppError> {
    let list = list::<T>(bytes, &app.places.municipalities)?;
    let profile = app.profile()?.clone();
    let ids: Vec<RecordId> = list.rows.iter().map(|_| RecordId(app.new_id(call.now))).collect();
    write(app, call, None, |writer| {
        let (mut added, mut changed) = (0, 0);
        for ((_, change, record), id) in compared(&list, &standing::<T>(writer, &profile)?).into_iter().zip(ids) {
            match change {
                FileChange::Added => {
                    table::insert(writer, &record.with_id(id))?;
                    added += 1;
                }
                FileChange::Changed => {
                    table::update(writer, &record)?;
                    changed += 1;
                }
                FileChange::Same => {}
            }
        }
        Ok((added, changed))
    })
}

/// Each good row of a file with what it does to the list, as it would then stand.
fn compared<T: CatalogueRecord>(list: &ReadList<T>, stored: &[T]) -> Vec<(u32, FileChange, T)> {
    let standing: HashMap<String, &T> = stored.iter().map(|record| (record.key(), record)).collect();
    let one = |(number, row): &(u32, file::Row<T>)| match standing.get(&row.record.key()) {
        None => (*number, FileChange::Added, row.record.clone()),
        Some(stored) => {
            let after = row.over(stored);
            (*number, if after == **stored { FileChange::Same } else { FileChange::Changed }, after)
        }
    };
    list.rows.iter().map(one).collect()
}

/// The file's list.
fn list<T: CatalogueRecord>(bytes: &str, municipalities: &[Municipality]) -> Result<ReadList<T>, AppError> {
    let refused = |code| AppError::at(code, "bytes");
    if bytes.is_empty() {
        return Err(refused(Code::EmptyField));
    }
    // Two digits a byte: what is too large is not even unpacked.
    if bytes.len() > 2 * LARGEST {
        return Err(refused(Code::TableTooLarge));
    }
    let bytes = hex::decode(bytes).map_err(|_| refused(Code::TableNotUtf8))?;
    file::read(&bytes, municipalities).map_err(|error| match error {
        ListError::Table(TableError::NotUtf8) => refused(Code::TableNotUtf8),
        ListError::Table(TableError::Empty) => refused(Code::TableEmpty),
        ListError::ColumnMissing => refused(Code::TableColumnMissing).with(json!({ "column": T::NEEDED })),
    })
}
