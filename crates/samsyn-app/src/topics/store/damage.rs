//! A damaged store: what is wrong with it, what of it can be had, and cases made whole from a backup.

use super::{StoreStatus, StoreStatusRequest, restore, status_of, unlock};
use crate::{
    App, AppError, Code,
    act::Call,
    app::{Damaged, State},
    topics::handing,
};
use samsyn_plan::ids::CaseId;
use samsyn_store::{
    self as store, Act, Chain, Kind, PackageRefused, StoreError,
    log::{BrokenChain, Fault, VerifyReport},
    restore::OpenedBackup,
    salvage::{CaseState, DamagedStore, SalvageError, Survey},
    tables,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use ts_rs::TS;
use uuid::Uuid;

/// The setting that keeps what was salvaged last, without names.
const SALVAGED: &str = "salvaged";

/// What is wrong with a damaged store, and what of it can be had.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct DamageFound {
    /// How many pages the file has.
    pages: u32,
    /// How many of them cannot be read.
    bad: u32,
    /// Whether what was written last may be missing.
    journal_cut: bool,
    /// How many rows can be read.
    read: u32,
    /// How many more the history gives back.
    rebuilt: u32,
    /// How many are known to be lost.
    lost: u32,
    /// How many cases and people have nothing left but their place in the log.
    nameless: u32,
    /// The cases that are not whole.
    hurt: Vec<HurtCase>,
    /// How many cases are whole.
    whole: u32,
}

/// A case that is not whole. It says nothing of whom it is about: who may open the case cannot be asked of a damaged store.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct HurtCase {
    /// The case.
    case: CaseId,
    /// Its number; empty where that is lost.
    number: String,
    /// What is left of it.
    state: HurtState,
}

/// What is left of a case that is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HurtState {
    /// All that it says; something of its history is lost.
    History,
    /// Something of it is lost.
    Hurt,
    /// It cannot be shown.
    Lost,
}

/// Makes a case whole from a backup. Nothing of the case is shown, so that it is no opening of it, and whoever looks after the
/// store may do it for a case that others work with.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MendCase {
    /// The case that is not whole.
    hurt: CaseId,
    /// The backup's folder.
    folder: String,
    /// A passphrase, the recovery key or the organisation's key, as typed.
    passphrase: String,
}

/// What became of a case that was to be made whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct MendedCase {
    /// Whether it is whole now.
    whole: bool,
    /// How many changes of its history were taken from the backup.
    changes: u32,
}

/// A chain that is not as its log says.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct BrokenPart {
    /// What it is of.
    part: StorePart,
    /// The number of the case, where the user may open it.
    number: String,
    /// What is wrong with it.
    fault: ChainFault,
}

/// What a chain is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StorePart {
    /// A case.
    Case,
    /// A person.
    Person,
    /// Users and settings.
    Store,
    /// The units that people can turn to, and the gränsdragning.
    Catalogue,
    /// Who has looked at figures, and the tables that were given out.
    Statistics,
    /// Who has had a case or a person open.
    Access,
    /// Somebody who turned to the unit.
    Contact,
    /// Something that cannot be read.
    Other,
}

/// What is wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChainFault {
    /// A change is not the one that was hashed.
    Content,
    /// A change is missing, or stands in the wrong place.
    Order,
    /// The store's log does not hold the chain's changes.
    NotInStoreLog,
    /// The rows are not the ones that the newest change left.
    State,
}

/// What a verification found broken, for people.
pub(crate) fn broken(app: &App, report: &VerifyReport) -> Result<Vec<BrokenPart>, AppError> {
    if report.broken.is_empty() {
        return Ok(Vec::new());
    }
    let session = app.session()?;
    // What is damaged may be the very rows that would tell what a chain is of: then it is something that cannot be read.
    let lines = app.case_lines().unwrap_or_default();
    let entries = app.read(|reader| Ok::<_, AppError>(tables::case_list(reader)?)).unwrap_or_default();
    let contacts = app.read(|reader| Ok::<_, AppError>(tables::first_contacts(reader)?)).unwrap_or_default();
    let told = |chain: &BrokenChain| {
        let number = lines.iter().find(|line| line.case.to_string() == chain.chain).map(|line| line.number.clone()).unwrap_or_default();
        let part = match &chain.chain {
            id if *id == session.store.id().to_string() => StorePart::Store,
            id if id.ends_with(store::log::CATALOGUE) => StorePart::Catalogue,
            id if id.ends_with(store::log::STATISTICS) => StorePart::Statistics,
            id if id.contains(' ') => StorePart::Access,
            id if entries.iter().any(|entry| entry.id.to_string() == *id) => StorePart::Case,
            id if entries.iter().any(|entry| entry.person.to_string() == *id) => StorePart::Person,
            id if contacts.iter().any(|contact| contact.id.to_string() == *id) => StorePart::Contact,
            _ => StorePart::Other,
        };
        let fault = match chain.fault {
            Fault::Content => ChainFault::Content,
            Fault::Order => ChainFault::Order,
            Fault::NotInStoreLog => ChainFault::NotInStoreLog,
            Fault::State => ChainFault::State,
        };
        BrokenPart { part, number, fault }
    };
    Ok(report.broken.iter().map(told).collect())
}

/// Closes an open store in which damage was found, and looks at it.
pub(crate) fn examine(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    app.stop_backup();
    match std::mem::replace(&mut app.state, State::Empty) {
        State::Open(session) => match session.store.into_damaged() {
            Ok(damaged) => enter(app, damaged)?,
            Err((locked, error)) => {
                app.state = State::Locked(locked);
                return Err(unlock::refusal(error));
            }
        },
        other => app.state = other,
    }
    Ok(status_of(app))
}

/// Keeps a store that only can be read, with what it was found to hold.
pub(crate) fn enter(app: &mut App, damaged: DamagedStore) -> Result<(), AppError> {
    match damaged.survey() {
        Ok(survey) => {
            app.state = State::Damaged(Box::new(Damaged { store: damaged, survey }));
            app.touch();
            Ok(())
        }
        Err(error) => {
            app.state = State::Locked(damaged.lock());
            Err(refusal(error))
        }
    }
}

pub(crate) fn survey(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<DamageFound, AppError> {
    match &app.state {
        State::Damaged(damaged) => Ok(found(&damaged.survey)),
        other => Err(other.refusal()),
    }
}

/// Puts everything that can be read into a new store, in the place of the damaged one, which is set aside whole, and enters
/// that. Opens it for whoever's way in it was; where it was a key that is nobody's own, the store is locked, and the key says
/// anew for whom.
pub(crate) fn salvage(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    let damaged = match std::mem::replace(&mut app.state, State::Empty) {
        State::Damaged(damaged) => *damaged,
        other => {
            let refusal = other.refusal();
            app.state = other;
            return Err(refusal);
        }
    };
    match damaged.store.replace(call.now) {
        Ok((mut store, survey)) => {
            let opened_by = store.opened_by();
            let entry = entry(call, opened_by.unwrap_or_default());
            let entered = store.write(entry, |writer| tables::set_setting(writer, SALVAGED, &survey));
            if opened_by.is_some() {
                unlock::work(app, store)?;
            } else {
                app.state = State::Locked(store.lock(call.now));
            }
            entered?;
            Ok(status_of(app))
        }
        Err((store, error)) => {
            app.state = State::Damaged(Box::new(Damaged { store, survey: damaged.survey }));
            Err(refusal(error))
        }
    }
}

fn entry(call: &Call, actor: samsyn_plan::ids::UserId) -> Act<'static> {
    Act {
        command_id: Uuid::now_v7(),
        chain: Chain::Store,
        command: call.command,
        arguments: serde_json::Value::Null,
        actor,
        at: call.now,
        kind: Kind::Act,
    }
}

/// What IT needs to know of a damaged store: versions, sizes, page numbers, counts. Nothing of what anybody has written.
pub(crate) fn diagnostics(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<Vec<u8>, AppError> {
    let State::Damaged(damaged) = &app.state else { return Err(app.state.refusal()) };
    let survey = &damaged.survey;
    let mut text = format!("Samsyn {}\n{}\n", env!("CARGO_PKG_VERSION"), call.now.to_rfc3339());
    let bad: Vec<String> = survey.bad.iter().map(u32::to_string).collect();
    // Writing to a text cannot fail.
    let _ = writeln!(
        text,
        "pages {}\nbad pages {}\njournal cut {}\nlog gap {}",
        survey.pages,
        bad.join(" "),
        survey.journal_cut,
        survey.log_gap
    );
    let _ = writeln!(text, "unplaced rows {}\nnameless chains {}", survey.unplaced, survey.nameless);
    for (table, fate) in &survey.tables {
        let _ = writeln!(text, "{table}: read {} rebuilt {} lost {}", fate.read, fate.rebuilt, fate.lost);
    }
    for state in [CaseState::Whole, CaseState::History, CaseState::Hurt, CaseState::Lost] {
        let _ = writeln!(text, "cases {state:?}: {}", survey.cases.iter().filter(|case| case.state == state).count());
    }
    Ok(text.into_bytes())
}

/// The cases that were salvaged with something missing, or were found altered since.
pub(crate) fn hurt_cases(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<Vec<HurtCase>, AppError> {
    let hurt = app.session()?.store.hurt_cases()?;
    let lines = app.case_lines()?;
    let seen = |case: &CaseId| lines.iter().find(|line| line.case == *case);
    Ok(hurt
        .into_iter()
        .map(|case| {
            let line = seen(&case);
            let state = if line.is_some() { HurtState::Hurt } else { HurtState::Lost };
            let number = line.map(|line| line.number.clone()).unwrap_or_default();
            HurtCase { case, number, state }
        })
        .collect())
}

pub(crate) fn mend(app: &mut App, call: &Call, request: MendCase) -> Result<MendedCase, AppError> {
    let folder = restore::folder(&request.folder)?;
    let secret = restore::Secret::read(&request.passphrase)?;
    let beside = app.setup.folder.clone();
    let opened = OpenedBackup::open(&folder, &beside, secret.way()).map_err(|error| secret.refusal(error))?;
    let session = app.session_mut()?;
    if opened.store().id() != session.store.id() {
        return Err(AppError::at(Code::BackupOfOther, "folder"));
    }
    let entry = entry(call, session.user.id);
    let mended = session.store.mend_case(&entry, opened.store(), request.hurt).map_err(|error| match error {
        // The file that is looked into is a folder here.
        StoreError::Package(PackageRefused::Damaged) => AppError::at(Code::BackupDamaged, "folder"),
        StoreError::Package(refused) => AppError { field: Some("folder".to_owned()), ..handing::refused(refused) },
        other => other.into(),
    })?;
    Ok(MendedCase { whole: mended.whole, changes: mended.changes })
}

fn found(survey: &Survey) -> DamageFound {
    let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let sum = |rows: fn(&store::salvage::TableFate) -> u64| count(survey.tables.values().map(rows).sum());
    let state = |state| match state {
        CaseState::Whole => None,
        CaseState::History => Some(HurtState::History),
        CaseState::Hurt => Some(HurtState::Hurt),
        CaseState::Lost => Some(HurtState::Lost),
    };
    let hurt: Vec<HurtCase> = survey
        .cases
        .iter()
        .filter_map(|case| Some(HurtCase { case: case.case, number: case.number.clone(), state: state(case.state)? }))
        .collect();
    DamageFound {
        pages: survey.pages,
        bad: count(survey.bad.len() as u64),
        journal_cut: survey.journal_cut,
        read: sum(|table| table.read),
        rebuilt: sum(|table| table.rebuilt),
        lost: sum(|table| table.lost),
        nameless: count(survey.nameless),
        whole: count((survey.cases.len() - hurt.len()) as u64),
        hurt,
    }
}

fn refusal(error: SalvageError) -> AppError {
    match error {
        SalvageError::Newer => AppError::new(Code::StoreNewer),
        SalvageError::Io(error) => error.into(),
        SalvageError::Store(StoreError::Damaged) | SalvageError::Exists | SalvageError::Engine(_) => AppError::new(Code::StoreDamaged),
        SalvageError::Store(error) => error.into(),
        SalvageError::Place(error) => restore::refusal(error),
    }
}
