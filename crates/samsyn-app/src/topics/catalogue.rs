//! Vart vänder man sig: the units that people can turn to, and the gränsdragning between the principals. Drafts of a chain of
//! their own, so that they are undone by themselves.
//!
//! A county profile begins both lists. They are written in by the first command that writes here, so that no row ever stands in
//! the store of which its log does not know.

mod files;

use super::drafts::overlay_fields;
use crate::{
    App, AppError, Code,
    act::Call,
    describe::{byte_commands, commands},
    words::texts,
};
use chrono::{DateTime, Utc};
use files::{CatalogueExport, CatalogueFile, CatalogueFileRead, CatalogueFileTaken};
use samsyn_plan::{
    catalogue::{CatalogueRecord, Demarcation, Unit, begun},
    catalogue_type,
    codes::{CatalogueKind, Coded as _},
    ids::RecordId,
    profile::Profile,
};
use samsyn_print::documents;
use samsyn_store::{Chain, Kind, Reader, StoreError, Undo, Writer, table};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

commands! {
    "catalogue.show" Read [] show: CatalogueShow => Catalogue;
    "catalogue.add" Draft [InvalidValue] add: CatalogueAdd => CatalogueReply;
    "catalogue.set" Draft [NotFound, InvalidValue, ChangedMeanwhile] set: CatalogueSet => CatalogueReply;
    "catalogue.end" Draft [NotFound] end: CatalogueEnd => CatalogueReply;
    "catalogue.undo" Draft [NothingToUndo, UndoChangedSince] undo: CatalogueUndo => CatalogueReply;
    "catalogue.redo" Draft [NothingToUndo, UndoChangedSince] redo: CatalogueUndo => CatalogueReply;
    "catalogue.read_file" Read [EmptyField, TableTooLarge, TableNotUtf8, TableEmpty, TableColumnMissing] files::read_file: CatalogueFile => CatalogueFileRead;
    "catalogue.take_in" Draft [EmptyField, TableTooLarge, TableNotUtf8, TableEmpty, TableColumnMissing] files::take_in: CatalogueFile => CatalogueFileTaken;
}

byte_commands! {
    "catalogue.export" Read [] files::export: CatalogueExport;
    "catalogue.print" Read [] print: CataloguePrint;
}

/// Shows the catalogue. It holds nothing of anybody.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueShow {}

/// Adds a row to a list.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueAdd {
    /// Which list.
    kind: CatalogueKind,
    /// Values to begin with, by field.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
}

/// Sets fields of a row.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueSet {
    /// Which list.
    kind: CatalogueKind,
    /// The row.
    id: RecordId,
    /// The new values, by field.
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
    /// The values that were last shown, by field. A field that has another value by now is not overwritten.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    seen: Map<String, Value>,
}

/// Ends a row from today on, or lets it stand again. It is kept either way.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueEnd {
    /// Which list.
    kind: CatalogueKind,
    /// The row.
    id: RecordId,
    /// Whether it has ended.
    ended: bool,
}

/// Undoes the newest change of the catalogue, or redoes what was undone last.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogueUndo {}

/// Units on paper, to be given to somebody.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CataloguePrint {
    /// The units, in the order in which they are to stand.
    units: Vec<RecordId>,
}

/// The catalogue as it stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Catalogue {
    /// The units, those that were ended too.
    units: Vec<Unit>,
    /// The gränsdragning, what was ended too.
    demarcations: Vec<Demarcation>,
    /// Whether something can be undone.
    can_undo: bool,
    /// Whether something can be redone.
    can_redo: bool,
}

/// The answer to whatever writes to the catalogue: when it was saved, and the catalogue as it then stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CatalogueReply {
    /// When it was saved.
    saved_at: DateTime<Utc>,
    /// The row that was added, where one was.
    added: Option<RecordId>,
    /// The catalogue.
    catalogue: Catalogue,
}

/// The two lists: as they are written, or as the profile begins them while nothing has been.
pub(crate) struct Lists {
    pub(crate) units: Vec<Unit>,
    pub(crate) demarcations: Vec<Demarcation>,
}

impl Lists {
    /// Reads them.
    pub(crate) fn read(reader: &Reader<'_>, profile: &Profile) -> Result<Self, StoreError> {
        let written = Self::written(reader)?;
        Ok(if written.is_empty() { Self::begun(profile) } else { written })
    }

    /// The rows in the order of their making, which their identifiers tell: an undo and a redo put them in again in another.
    fn written(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let mut written = Self { units: table::every(reader)?, demarcations: table::every(reader)? };
        written.units.sort_by_key(|unit| unit.id);
        written.demarcations.sort_by_key(|row| row.id);
        Ok(written)
    }

    fn begun(profile: &Profile) -> Self {
        Self { units: begun(&profile.units), demarcations: begun(&profile.demarcations) }
    }

    fn is_empty(&self) -> bool {
        self.units.is_empty() && self.demarcations.is_empty()
    }
}

fn show(app: &mut App, _: &Call, _: CatalogueShow) -> Result<Catalogue, AppError> {
    catalogue(app)
}

fn catalogue(app: &App) -> Result<Catalogue, AppError> {
    let session = app.session()?;
    let (can_undo, can_redo) = session.store.undoable(Chain::Catalogue)?;
    let Lists { units, demarcations } = session.store.read(|reader| Lists::read(reader, &session.profile))?;
    Ok(Catalogue { units, demarcations, can_undo, can_redo })
}

/// Writes to the catalogue. What the profile begins it with is written before, where nothing has been.
fn write<R: Serialize + serde::de::DeserializeOwned>(
    app: &mut App,
    call: &Call,
    merge: Option<String>,
    f: impl FnOnce(&Writer<'_>) -> Result<R, AppError>,
) -> Result<R, AppError> {
    let first = Lists::begun(app.profile()?);
    app.write(call, Chain::Catalogue, Kind::Draft { merge }, |writer| {
        if Lists::written(writer)?.is_empty() {
            first.units.iter().try_for_each(|unit| table::insert(writer, unit))?;
            first.demarcations.iter().try_for_each(|row| table::insert(writer, row))?;
        }
        f(writer)
    })
}

fn reply(app: &App, call: &Call, added: Option<RecordId>) -> Result<CatalogueReply, AppError> {
    Ok(CatalogueReply { saved_at: call.now, added, catalogue: catalogue(app)? })
}

fn add(app: &mut App, call: &Call, request: CatalogueAdd) -> Result<CatalogueReply, AppError> {
    let id = RecordId(app.new_id(call.now));
    let added = write(app, call, None, |writer| {
        catalogue_type!(request.kind, T => table::insert(writer, &changed(&T::default().with_id(id), &request.fields, &Map::new())?)?);
        Ok(id)
    })?;
    reply(app, call, Some(added))
}

fn set(app: &mut App, call: &Call, request: CatalogueSet) -> Result<CatalogueReply, AppError> {
    let CatalogueSet { kind, id, fields, seen } = request;
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let merge = format!("{}:{id}:{}", kind.code(), names.join(","));
    write(app, call, Some(merge), |writer| {
        catalogue_type!(kind, T => table::update(writer, &changed(&stored::<T>(writer, id)?, &fields, &seen)?)?);
        Ok(())
    })?;
    reply(app, call, None)
}

fn end(app: &mut App, call: &Call, request: CatalogueEnd) -> Result<CatalogueReply, AppError> {
    let CatalogueEnd { kind, id, ended } = request;
    write(app, call, None, |writer| {
        catalogue_type!(kind, T => {
            let mut record = stored::<T>(writer, id)?;
            record.set_ended_on(ended.then_some(call.today));
            table::update(writer, &record)?;
        });
        Ok(())
    })?;
    reply(app, call, None)
}

fn stored<T: table::Row>(reader: &Reader<'_>, id: RecordId) -> Result<T, AppError> {
    table::one(reader, id.0)?.ok_or_else(|| AppError::at(Code::NotFound, "id"))
}

fn changed<T: CatalogueRecord>(record: &T, fields: &Map<String, Value>, seen: &Map<String, Value>) -> Result<T, AppError> {
    overlay_fields(record, T::FIELDS, fields, seen)
}

fn undo(app: &mut App, call: &Call, _: CatalogueUndo) -> Result<CatalogueReply, AppError> {
    let session = app.session_mut()?;
    session.store.undo(reversal(call, session.user.id), |_| Ok::<(), AppError>(()))?;
    reply(app, call, None)
}

fn redo(app: &mut App, call: &Call, _: CatalogueUndo) -> Result<CatalogueReply, AppError> {
    let session = app.session_mut()?;
    session.store.redo(reversal(call, session.user.id), |_| Ok::<(), AppError>(()))?;
    reply(app, call, None)
}

fn reversal(call: &Call, actor: samsyn_plan::ids::UserId) -> Undo {
    Undo { command_id: call.id, chain: Chain::Catalogue, actor, at: call.now }
}

fn print(app: &mut App, call: &Call, request: CataloguePrint) -> Result<Vec<u8>, AppError> {
    let session = app.session()?;
    let all = session.store.read(|reader| Lists::read(reader, &session.profile))?.units;
    let units: Vec<Unit> = request.units.iter().filter_map(|id| all.iter().find(|unit| unit.id == *id).cloned()).collect();
    let paper = documents::units(texts(), &session.organisation, session.logo.as_ref(), &units, &app.places.municipalities, call.today);
    super::documents::of_no_case(session, paper)
}
