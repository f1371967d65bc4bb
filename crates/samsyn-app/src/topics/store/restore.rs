//! Backups opened again: tried beside the store, or put in its place.

use super::{StoreStatus, status_of, unlock};
use crate::{
    App, AppError, Code,
    act::Call,
    app::{State, backup_entry, backup_refusal},
};
use chrono::{DateTime, Utc};
use samsyn_plan::{backups::BackupTried, ids::RecordId};
use samsyn_store::{
    self as store, OrganisationKey, Passphrase, RecoveryKey, RecoveryKeyError, UnlockError, Way,
    restore::{OpenedBackup, RestoreError},
    tables::CaseStanding,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use ts_rs::TS;
use uuid::Uuid;

/// Looks for backups in a folder, or at the one that it is itself.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FindBackups {
    /// The folder.
    folder: String,
}

/// A backup that lies in a folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FoundBackup {
    /// Its folder.
    folder: String,
    /// When it was made; nothing where its name does not say.
    made: Option<DateTime<Utc>>,
}

/// Opens a backup beside the store by what somebody types, and says what is in it. The store is not touched.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TryBackup {
    /// The backup's folder.
    folder: String,
    /// A passphrase, the recovery key or the organisation's key, as typed.
    secret: String,
}

/// Puts a backup in the place of a store that is missing, damaged or locked. What stands there is set aside.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestoreStore {
    /// The backup's folder.
    folder: String,
    /// A passphrase, the recovery key or the organisation's key, as typed: those of when the backup was made.
    secret: String,
}

/// What is in a backup, beside what is in the store now.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct TriedBackup {
    /// Whether every page, every chain of the change log and every case's rows are as they should be.
    whole: bool,
    /// How many cases it has.
    cases: u32,
    /// When something was last written in a case of it.
    newest: Option<DateTime<Utc>>,
    /// How many cases there are now.
    cases_now: u32,
    /// When something was last written in a case now.
    newest_now: Option<DateTime<Utc>>,
    /// The numbers of cases that are not in it: they would be lost.
    lost: Vec<String>,
    /// Cases that have gone on since: their newest changes would be lost.
    older: Vec<OlderCase>,
    /// The numbers of cases that have been erased since: they would come back.
    returning: Vec<String>,
}

/// A case that has gone on since a backup was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct OlderCase {
    /// Its number.
    number: String,
    /// How many changes are not in the backup.
    changes: u32,
}

pub(crate) fn find(_: &mut App, _: &Call, request: FindBackups) -> Result<Vec<FoundBackup>, AppError> {
    let place = folder(&request.folder)?;
    let found = store::backups_in(&place).map_err(|error| refusal(error.into()))?;
    if found.is_empty() {
        return Err(AppError::at(Code::NotABackup, "folder"));
    }
    Ok(found.into_iter().map(|one| FoundBackup { folder: one.folder.to_string_lossy().into_owned(), made: one.made }).collect())
}

pub(crate) fn attempt(app: &mut App, call: &Call, request: TryBackup) -> Result<TriedBackup, AppError> {
    let folder = folder(&request.folder)?;
    app.session()?;
    let secret = Secret::read(&request.secret)?;
    let opened = OpenedBackup::open(&folder, &app.setup.folder, secret.way()).map_err(|error| secret.refusal(error))?;
    let session = app.session_mut()?;
    if opened.store().id() != session.store.id() {
        return Err(AppError::at(Code::BackupOfOther, "folder"));
    }
    let whole = opened.store().verify(|_, _| {})?.is_whole();
    let tried = compared(whole, &opened.store().read(standings)?, &session.store.read(standings)?);
    drop(opened);
    let id = Uuid::now_v7();
    let entered = BackupTried {
        id: RecordId(id),
        at: call.now,
        by: session.user.name.clone(),
        folder: request.folder,
        whole,
        cases: tried.cases,
        newest: tried.newest,
    };
    session.store.write(backup_entry(call.command, id, call.now, session.user.id), |writer| store::table::insert(writer, &entered))?;
    Ok(tried)
}

pub(crate) fn restore(app: &mut App, call: &Call, request: RestoreStore) -> Result<StoreStatus, AppError> {
    let folder = folder(&request.folder)?;
    if matches!(app.state, State::Open(_)) {
        return Err(AppError::new(Code::StoreOpen));
    }
    // Where no live store may lie, none is put back either.
    if let Ok(Err(unfit)) = store::place::describe(&app.setup.folder).map(|place| store::place::judge(&place)) {
        return Err(AppError::new(unfit.into()));
    }
    let secret = Secret::read(&request.secret)?;
    // A locked store lets go of its place, and is found anew whatever comes of it.
    app.state = State::Empty;
    let restored = store::restore::restore(&folder, &app.setup.folder, secret.way(), app.keyring.as_ref(), call.now);
    app.state = State::found(&app.setup.folder, &app.keyring);
    restored.map_err(|error| secret.refusal(error))?;
    Ok(status_of(app))
}

pub(super) fn folder(typed: &str) -> Result<PathBuf, AppError> {
    // A path is used as typed but for the spaces around it: it may hold any letter.
    let typed = typed.trim();
    if typed.is_empty() { Err(AppError::at(Code::EmptyField, "folder")) } else { Ok(Path::new(typed).to_owned()) }
}

fn standings(reader: &store::Reader<'_>) -> Result<Vec<CaseStanding>, AppError> {
    Ok(store::tables::case_standings(reader)?)
}

/// What a backup has beside what there is now.
fn compared(whole: bool, backup: &[CaseStanding], now: &[CaseStanding]) -> TriedBackup {
    let count = |cases: &[CaseStanding]| u32::try_from(cases.len()).unwrap_or(u32::MAX);
    let newest = |cases: &[CaseStanding]| cases.iter().filter_map(|case| case.newest).max();
    let there: BTreeMap<_, _> = backup.iter().map(|case| (case.case, case)).collect();
    let here: BTreeMap<_, _> = now.iter().map(|case| (case.case, case)).collect();
    let missing_changes = |case: &CaseStanding| {
        let older = there.get(&case.case)?;
        let changes = case.changes.saturating_sub(older.changes);
        // A field's further saves go into the change that is open, so that the time tells where the number does not.
        (changes > 0 || case.newest > older.newest).then(|| OlderCase { number: case.number.clone(), changes: changes.max(1) })
    };
    TriedBackup {
        whole,
        cases: count(backup),
        newest: newest(backup),
        cases_now: count(now),
        newest_now: newest(now),
        lost: now.iter().filter(|case| !there.contains_key(&case.case)).map(|case| case.number.clone()).collect(),
        older: now.iter().filter_map(missing_changes).collect(),
        returning: backup.iter().filter(|case| !here.contains_key(&case.case)).map(|case| case.number.clone()).collect(),
    }
}

/// What somebody typed to open a backup.
pub(super) enum Secret {
    Recovery(RecoveryKey),
    Organisation(OrganisationKey),
    /// A passphrase; it may be a recovery key with a slip of the finger.
    Passphrase(Passphrase, Option<RecoveryKeyError>),
}

impl Secret {
    pub(super) fn read(typed: &str) -> Result<Self, AppError> {
        if typed.is_empty() {
            return Err(AppError::at(Code::EmptyField, "secret"));
        }
        if let Ok(key) = OrganisationKey::parse(typed) {
            return Ok(Self::Organisation(key));
        }
        Ok(match RecoveryKey::parse(typed) {
            Ok(key) => Self::Recovery(key),
            Err(error) => Self::Passphrase(Passphrase::new(typed), Some(error).filter(|error| *error == RecoveryKeyError::Check)),
        })
    }

    pub(super) fn way(&self) -> Way<'_> {
        match self {
            Self::Recovery(key) => Way::Recovery(key),
            Self::Organisation(key) => Way::Organisation(key),
            Self::Passphrase(passphrase, _) => Way::Passphrase { user: None, passphrase },
        }
    }

    pub(super) fn refusal(&self, error: RestoreError) -> AppError {
        match (self, error) {
            (Self::Passphrase(_, Some(_)), RestoreError::Unlock(UnlockError::WrongPassphrase)) => {
                AppError::at(Code::RecoveryKeyMistyped, "secret")
            }
            (_, RestoreError::Unlock(error)) => AppError { field: Some("secret".to_owned()), ..unlock::refusal(error) },
            (_, error) => refusal(error),
        }
    }
}

/// Why a backup was not opened, or not put back.
pub(super) fn refusal(error: RestoreError) -> AppError {
    match error {
        RestoreError::NotABackup => AppError::at(Code::NotABackup, "folder"),
        RestoreError::Damaged => AppError::at(Code::BackupDamaged, "folder"),
        RestoreError::Newer => AppError::at(Code::BackupNewer, "folder"),
        RestoreError::OtherStore => AppError::at(Code::BackupOfOther, "folder"),
        RestoreError::InUse => AppError::new(Code::StoreInUse),
        RestoreError::Unlock(error) => unlock::refusal(error),
        RestoreError::Copy(error) => backup_refusal(error),
        RestoreError::Store(error) => error.into(),
    }
}

#[cfg(test)]
mod tests;
