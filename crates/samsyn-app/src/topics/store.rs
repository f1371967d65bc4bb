//! The store itself: first start, the ways in, the lock, verification and backup.

mod logo;
mod settings;
mod setup;
mod signing;
mod unlock;

use crate::{
    App, AppError, Code,
    act::Call,
    app::State,
    describe::{byte_commands, commands},
    view::StoreView,
};
use logo::SetLogo;
use samsyn_plan::profile::Profile;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use settings::ChangeSettings;
pub(crate) use setup::strong;
use setup::{ConfirmRecoveryKey, CreateStore, MeasurePassphrase, NewRecoveryKey, Strength};
pub(crate) use signing::signing_module;
use signing::{SigningModule, SigningModuleRequest};
use std::path::PathBuf;
use ts_rs::TS;
use unlock::{ChangePassphrase, Remember, UnlockByRecovery, UnlockQuick, UnlockStore};

commands! {
    "store.status" Store [] status: StoreStatusRequest => StoreStatus;
    "store.profiles" Store [] profiles: ProfilesRequest => Vec<Profile>;
    "store.measure_passphrase" Store [] setup::measure: MeasurePassphrase => Strength;
    "store.create" Store [StoreExists, PassphraseWeak, EmptyField, FileFailed, NotPractice] setup::create: CreateStore => NewRecoveryKey;
    "store.confirm_recovery_key" Store [RecoveryKeyMistyped, WrongRecoveryKey] setup::confirm: ConfirmRecoveryKey => StoreStatus;
    "store.new_recovery_key" Store [Locked, FileFailed] setup::renew: StoreStatusRequest => NewRecoveryKey;
    "store.unlock" Store [WrongPassphrase, StoreDamaged, StoreNewer, NotPractice] unlock::by_passphrase: UnlockStore => StoreStatus;
    "store.unlock_quick" Store [KeyringUnavailable, StoreDamaged, StoreNewer, NotPractice] unlock::quick: UnlockQuick => StoreStatus;
    "store.unlock_by_recovery" Store [RecoveryKeyMistyped, WrongRecoveryKey, PassphraseWeak] unlock::by_recovery: UnlockByRecovery => StoreStatus;
    "store.change_passphrase" Store [Locked, WrongPassphrase, PassphraseWeak] unlock::change_passphrase: ChangePassphrase => StoreStatus;
    "store.change_settings" Store [Locked, EmptyField, InvalidValue] settings::change: ChangeSettings => StoreStatus;
    "store.set_logo" Store [Locked, EmptyField, LogoNotPng, LogoTooLarge, LogoBlank] logo::set: SetLogo => StoreStatus;
    "store.remove_logo" Store [Locked] logo::remove: StoreStatusRequest => StoreStatus;
    "store.signing_module" Read [] signing::module: SigningModuleRequest => SigningModule;
    "store.set_signing_module" Store [Locked] signing::set_module: SigningModule => SigningModule;
    "store.remember" Store [Locked, KeyringUnavailable] unlock::remember: Remember => StoreStatus;
    "store.lock" Store [] lock: StoreLock => StoreStatus;
    "store.active" Store [] active: StoreActive => StoreStatus;
    "store.verify" Store [Locked, StoreDamaged] verify: StoreVerify => Verified;
    "store.backup" Store [Locked, FileFailed, DiskFull, StoreExists] backup: StoreBackup => BackedUp;
}

byte_commands! {
    "store.recovery_sheet" Store [Locked, NotFound] setup::sheet: StoreStatusRequest;
    "store.logo" Read [NotFound] logo::show: StoreStatusRequest;
}

/// Asks what state the store is in.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreStatusRequest {}

/// Asks for the county profiles that a store can begin with.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfilesRequest {}

/// Locks the store.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreLock {}

/// Somebody is there: the time until the lock begins anew.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreActive {}

/// Verifies the whole store: every page, every chain of the change log, every case's rows.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreVerify {}

/// Backs the store up, encrypted, to a folder. It counts when the copy has been reopened and compared.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreBackup {
    /// The folder; it is created.
    folder: PathBuf,
}

/// What state the store is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoreState {
    /// There is none: the first start.
    Empty,
    /// It is locked.
    Locked,
    /// It is open.
    Open,
    /// Something is wrong with it.
    Refused,
}

/// The state of the store and, when it is open, who it belongs to.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct StoreStatus {
    /// The state.
    state: StoreState,
    /// What is wrong with it.
    refused: Option<Code>,
    /// Whether the keyring can open it.
    quick_unlock: bool,
    /// Who it belongs to, when it is open.
    open: Option<StoreView>,
}

/// What a verification found.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Verified {
    /// Whether all is as it should be.
    whole: bool,
    /// How many findings there are of damage in the file.
    damage: u32,
    /// How many chains differ from the change log.
    broken_chains: u32,
    /// How many chains there are.
    chains: u32,
}

/// What a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct BackedUp {
    /// How many rows were compared.
    rows: u32,
}

fn status(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    Ok(status_of(app))
}

fn active(app: &mut App, _: &Call, _: StoreActive) -> Result<StoreStatus, AppError> {
    app.touch();
    Ok(status_of(app))
}

fn lock(app: &mut App, _: &Call, _: StoreLock) -> Result<StoreStatus, AppError> {
    app.lock();
    Ok(status_of(app))
}

fn profiles(app: &mut App, _: &Call, _: ProfilesRequest) -> Result<Vec<Profile>, AppError> {
    Ok(app.profiles.clone())
}

pub(crate) fn status_of(app: &App) -> StoreStatus {
    let (state, refused, quick_unlock) = match &app.state {
        State::Empty => (StoreState::Empty, None, false),
        State::Locked(locked) => (StoreState::Locked, None, locked.is_remembered()),
        State::Open(_) => (StoreState::Open, None, false),
        State::Refused(code) => (StoreState::Refused, Some(*code), false),
    };
    let open = app.session().ok().map(|session| StoreView {
        organisation: session.organisation.clone(),
        logo: session.logo.is_some(),
        user: session.user.clone(),
        profile: session.profile.clone(),
        practice: session.practice,
        recovery_confirmed: session.recovery_confirmed,
        remembered: session.remembered,
    });
    StoreStatus { state, refused, quick_unlock, open }
}

fn verify(app: &mut App, _: &Call, _: StoreVerify) -> Result<Verified, AppError> {
    let report = app.verify(|_, _| {})?;
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Verified {
        whole: report.is_whole(),
        damage: count(report.pages.len() + report.structure.len()),
        broken_chains: count(report.broken.len()),
        chains: count(report.chains),
    })
}

fn backup(app: &mut App, _: &Call, request: StoreBackup) -> Result<BackedUp, AppError> {
    let report = app.backup(&request.folder, |_, _| {})?;
    Ok(BackedUp { rows: u32::try_from(report.rows).unwrap_or(u32::MAX) })
}
