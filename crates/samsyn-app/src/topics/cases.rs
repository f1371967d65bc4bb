//! A case opened and shown, its history, and undo.

use crate::{
    App, AppError, Code,
    act::Call,
    describe::commands,
    view::{CaseLine, CaseReply, CaseView},
};
use chrono::{DateTime, Datelike, Utc};
use samsyn_plan::{
    case::Case,
    codes::{AccessWay, PlanType},
    ids::{CaseId, PersonId},
    person::Person,
};
use samsyn_store::{self as store, Chain, Kind, Writer, log::RowChange, tables::CaseEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

commands! {
    "case.open" Act [NotFound, PersonHidden] open: CaseOpen => CaseReply;
    "case.show" Read [NotFound, OpeningNotLogged] show: CaseShow => CaseView;
    "case.list" Read [] list: CaseList => Vec<CaseLine>;
    "case.history" Read [NotFound] history: CaseHistory => Vec<HistoryEntry>;
    "case.undo" Draft [NothingToUndo, UndoChangedSince, ProtectedUnopened, NotOnEveryCase] undo: CaseUndo => CaseReply;
    "case.redo" Draft [NothingToUndo, UndoChangedSince, ProtectedUnopened, NotOnEveryCase] redo: CaseRedo => CaseReply;
}

/// Opens a case for a person.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseOpen {
    /// The person.
    person: PersonId,
    /// The kind of plan.
    #[serde(default = "sip")]
    plan_type: PlanType,
}

/// An ordinary SIP, which is what most plans are.
fn sip() -> PlanType {
    PlanType::Sip
}

/// Shows a case. Opening it recomputes the hash of its rows and compares it with the change log.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseShow {
    /// The case.
    case: CaseId,
}

/// Lists cases, the newest first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseList {
    /// Closed ones too.
    #[serde(default)]
    closed: bool,
}

/// The history of a case, the newest first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseHistory {
    /// The case.
    case: CaseId,
}

/// Undoes the newest drafting of a case.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseUndo {
    /// The case.
    case: CaseId,
}

/// Redoes what was undone last.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseRedo {
    /// The case.
    case: CaseId,
}

/// One entry of a history: who did what, when, and what it replaced.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct HistoryEntry {
    /// When.
    at: DateTime<Utc>,
    /// Who, by name.
    who: String,
    /// The command; its words are `command-<topic>-<name>`.
    command: String,
    /// Whether it has been undone.
    undone: bool,
    /// The fields that it changed.
    changes: Vec<FieldChange>,
}

/// A field and what it was changed from and to.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FieldChange {
    /// The table of the record.
    table: String,
    /// The record.
    record: String,
    /// The field; its words are `field-<table>-<field>`.
    field: String,
    /// What it was; empty where it is new.
    old: String,
    /// What it became; empty where it is gone.
    new: String,
    /// Whether both are left out, since they are protected.
    hidden: bool,
}

fn open(app: &mut App, call: &Call, request: CaseOpen) -> Result<CaseReply, AppError> {
    app.refuse_named_only(request.person)?;
    let case = begin(app, call, request.person, request.plan_type, |_, _| Ok(()))?;
    app.reply(call, case, Some(case.0))
}

/// Opens a case for a person whom the user may know of; `also` writes what is known of it already.
pub(super) fn begin(
    app: &mut App,
    call: &Call,
    person: PersonId,
    plan_type: PlanType,
    also: impl FnOnce(&Writer<'_>, CaseId) -> Result<(), AppError>,
) -> Result<CaseId, AppError> {
    let fresh = CaseId(app.begun_by(call)?);
    app.begin_access(call, fresh, AccessWay::Opened)?;
    app.write(call, Chain::Case(fresh), Kind::Act, |writer| {
        let person: Person = store::table::one(writer, person.0)?.ok_or_else(|| AppError::at(Code::NotFound, "person"))?;
        let number = store::tables::next_case_number(writer, call.today.year())?;
        let entry = CaseEntry { id: fresh, number, plan_type, opened_at: call.now, person: person.id };
        store::tables::open_case(writer, &entry)?;
        also(writer, fresh)?;
        Ok(fresh)
    })
}

fn show(app: &mut App, call: &Call, request: CaseShow) -> Result<CaseView, AppError> {
    app.view_of(call, request.case)
}

fn list(app: &mut App, _: &Call, request: CaseList) -> Result<Vec<CaseLine>, AppError> {
    let mut lines = app.case_lines()?;
    lines.retain(|line| request.closed || !line.closed);
    lines.sort_by_key(|line| std::cmp::Reverse(line.opened_at));
    Ok(lines)
}

fn history(app: &mut App, _: &Call, request: CaseHistory) -> Result<Vec<HistoryEntry>, AppError> {
    let names = app.user_names()?;
    let case = app.case(request.case)?;
    let veiled = |change: FieldChange| {
        let hidden = super::protected::hides_change(&case, &change.table, &change.record, &change.field);
        if hidden { FieldChange { old: String::new(), new: String::new(), hidden, ..change } } else { change }
    };
    let entries = app.history(Chain::Case(request.case))?;
    Ok(entries
        .into_iter()
        .rev()
        .map(|entry| HistoryEntry {
            at: entry.last_at,
            who: names.get(&entry.actor).cloned().unwrap_or_default(),
            command: entry.command,
            undone: entry.undone,
            changes: entry.rows.into_iter().flat_map(field_changes).map(veiled).map(|change| named(app, change)).collect(),
        })
        .collect())
}

fn field_changes(row: RowChange) -> Vec<FieldChange> {
    let RowChange { table, id, columns, .. } = row;
    columns
        .into_iter()
        .map(|change| FieldChange {
            table: table.clone(),
            record: id.clone(),
            field: change.column,
            old: shown(&change.old),
            new: shown(&change.new),
            hidden: false,
        })
        .filter(|change| change.old != change.new)
        .collect()
}

/// Whom a case was moved from and to, by name: the case itself knows only whose it is now.
fn named(app: &App, change: FieldChange) -> FieldChange {
    let is_person = change.table == "case_moved" && matches!(change.field.as_str(), "from" | "to");
    let found = is_person.then(|| Uuid::parse_str(&change.new).ok()).flatten();
    let person: Option<Person> = found.and_then(|id| app.read(|reader| Ok(store::table::one(reader, id)?)).ok().flatten());
    person.map_or(change.clone(), |person| FieldChange { new: person.name(), ..change })
}

fn shown(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn undo(app: &mut App, call: &Call, request: CaseUndo) -> Result<CaseReply, AppError> {
    let check = check(app, call, request.case)?;
    app.undo(call, request.case, check)?;
    app.reply(call, request.case, None)
}

fn redo(app: &mut App, call: &Call, request: CaseRedo) -> Result<CaseReply, AppError> {
    let check = check(app, call, request.case)?;
    app.redo(call, request.case, check)?;
    app.reply(call, request.case, None)
}

/// What an undo must pass: the case is whole after it, and nothing that is protected has come to light.
fn check(app: &App, call: &Call, case: CaseId) -> Result<impl FnOnce(&Case) -> Result<(), AppError> + use<>, AppError> {
    let (before, by, today) = (app.case(case)?, app.session()?.user.name.clone(), call.today);
    let unnamed = app.refuse_unnamed(before.person.id).err();
    Ok(move |after: &Case| {
        still_whole(after)?;
        if let Some(refusal) = unnamed.filter(|_| before.person_is_protected() && !after.person_is_protected()) {
            return Err(refusal);
        }
        super::protected::refuse_revealed(&before, after, &by, today)
    })
}

/// The domain's word on an undo before it commits: nothing that an act refers to may be gone.
fn still_whole(case: &Case) -> Result<(), AppError> {
    if case.is_away() {
        return Err(AppError::new(Code::HandedOver));
    }
    let kept = case.grounds.iter().all(|ground| case.party(ground.party).is_some())
        && case.calls.iter().all(|call| case.meeting(call.meeting).is_some() && call.party.is_none_or(|party| case.party(party).is_some()))
        && case.presences.iter().all(|mark| case.meeting(mark.meeting).is_some())
        && case.meeting_marks.iter().all(|mark| case.meeting(mark.meeting).is_some())
        && case.follow_ups.iter().all(|done| case.meeting(done.meeting).is_some());
    if kept { Ok(()) } else { Err(AppError::new(Code::InUse)) }
}
