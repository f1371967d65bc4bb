//! The store itself: first start, the ways in, the lock, verification and backup.

mod backup;
mod damage;
mod logo;
mod restore;
mod settings;
mod setup;
mod signing;
mod unlock;
mod ways;

use crate::{
    App, AppError, Code,
    act::Call,
    app::State,
    assets::Places,
    describe::{byte_commands, commands},
    view::StoreView,
};
use backup::{BackedUp, Backups, BackupsRequest, PlanBackups, StoreBackup};
use chrono::NaiveDate;
use damage::{DamageFound, HurtCase, MendCase, MendedCase};
use logo::SetLogo;
use restore::{FindBackups, FoundBackup, RestoreStore, TriedBackup, TryBackup};
use samsyn_plan::profile::Profile;
use samsyn_store::{SealState, place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use settings::ChangeSettings;
pub(crate) use setup::strong;
use setup::{ConfirmRecoveryKey, CreateStore, MeasurePassphrase, NewRecoveryKey, RenewRecoveryKey, Strength};
pub(crate) use signing::signing_module;
use signing::{SigningModule, SigningModuleRequest};
use ts_rs::TS;
pub(crate) use unlock::open_by_passphrase;
use unlock::{ChangePassphrase, Remember, UnlockByOrganisation, UnlockByRecovery, UnlockQuick, UnlockStore};
use ways::{ConfirmOrganisationKey, NewOrganisationKey, SetOrganisationKey};
pub(crate) use ways::{give_new_key, key_refusal};

commands! {
    "store.status" Store [] status: StoreStatusRequest => StoreStatus;
    "store.profiles" Store [] profiles: ProfilesRequest => Vec<Profile>;
    "store.places" Store [] places: PlacesRequest => Places;
    "store.measure_passphrase" Store [] setup::measure: MeasurePassphrase => Strength;
    "store.create" Store [StoreExists, PassphraseWeak, EmptyField, FileFailed, NotPractice] setup::create: CreateStore => NewRecoveryKey;
    "store.confirm_recovery_key" Store [RecoveryKeyMistyped, WrongRecoveryKey] setup::confirm: ConfirmRecoveryKey => StoreStatus;
    "store.new_recovery_key" Store [Locked, FileFailed] setup::renew: RenewRecoveryKey => NewRecoveryKey;
    "store.unlock" Store [WrongPassphrase, TooManyTries, HeaderAltered, HeaderOther, StoreDamaged, StoreNewer, NotPractice] unlock::by_passphrase: UnlockStore => StoreStatus;
    "store.unlock_quick" Store [KeyringUnavailable, HeaderAltered, HeaderOther, StoreDamaged, StoreNewer, NotPractice] unlock::quick: UnlockQuick => StoreStatus;
    "store.unlock_by_recovery" Store [StoreOpen, RecoveryKeyMistyped, WrongRecoveryKey, TooManyTries, HeaderAltered, HeaderOther, UserUnchosen, PassphraseWeak, PassphraseTaken] unlock::by_recovery: UnlockByRecovery => StoreStatus;
    "store.unlock_by_organisation" Store [StoreOpen, OrganisationKeyUnreadable, WrongOrganisationKey, TooManyTries, HeaderAltered, HeaderOther, UserUnchosen, PassphraseWeak, PassphraseTaken] unlock::by_organisation: UnlockByOrganisation => StoreStatus;
    "store.new_organisation_key" Store [Locked, FileFailed] ways::new_organisation_key: StoreStatusRequest => NewOrganisationKey;
    "store.set_organisation_key" Store [Locked, OrganisationKeyUnreadable, FileFailed] ways::set_organisation_key: SetOrganisationKey => StoreStatus;
    "store.confirm_organisation_key" Store [Locked, OrganisationKeyUnreadable, WrongOrganisationKey] ways::confirm_organisation_key: ConfirmOrganisationKey => StoreStatus;
    "store.remove_organisation_key" Store [Locked, FileFailed] ways::remove_organisation_key: StoreStatusRequest => StoreStatus;
    "store.rekey" Store [Locked, DiskFull, BackupRunning, FileFailed] ways::rekey: StoreStatusRequest => StoreStatus;
    "store.change_passphrase" Store [Locked, WrongPassphrase, TooManyTries, PassphraseWeak, PassphraseTaken] unlock::change_passphrase: ChangePassphrase => StoreStatus;
    "store.change_settings" Store [Locked, EmptyField, InvalidValue, LimitOutOfRange] settings::change: ChangeSettings => StoreStatus;
    "store.set_logo" Store [Locked, EmptyField, LogoNotPng, LogoTooLarge, LogoBlank] logo::set: SetLogo => StoreStatus;
    "store.remove_logo" Store [Locked] logo::remove: StoreStatusRequest => StoreStatus;
    "store.signing_module" Read [] signing::module: SigningModuleRequest => SigningModule;
    "store.set_signing_module" Store [Locked] signing::set_module: SigningModule => SigningModule;
    "store.remember" Store [Locked, KeyringUnavailable] unlock::remember: Remember => StoreStatus;
    "store.lock" Store [] lock: StoreLock => StoreStatus;
    "store.active" Store [] active: StoreActive => StoreStatus;
    "store.verify" Store [Locked, StoreDamaged] verify: StoreVerify => Verified;
    "store.examine" Store [StoreDamaged, FileFailed] damage::examine: StoreStatusRequest => StoreStatus;
    "store.survey" Store [Locked] damage::survey: StoreStatusRequest => DamageFound;
    "store.salvage" Store [Locked, StoreDamaged, StoreNewer, DiskFull, FileFailed] damage::salvage: StoreStatusRequest => StoreStatus;
    "store.hurt_cases" Read [] damage::hurt_cases: StoreStatusRequest => Vec<HurtCase>;
    "store.mend_case" Act [EmptyField, NotABackup, BackupDamaged, BackupNewer, BackupOfOther, WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped, BackupNoRoom, CaseNotHurt, CaseForked, CaseWasDestroyed] damage::mend: MendCase => MendedCase;
    "store.backup" Store [Locked, BackupPlaceMissing, BackupInStore, BackupReadOnly, BackupNoRoom, BackupDiskFilled, BackupDiffers, StoreExists] backup::backup: StoreBackup => BackedUp;
    "store.backups" Store [Locked] backup::show: BackupsRequest => Backups;
    "store.plan_backups" Store [Locked, InvalidValue, BackupPlaceMissing, BackupInStore, BackupReadOnly] backup::plan: PlanBackups => Backups;
    "store.begin_backup" Store [Locked, EmptyField, BackupRunning, BackupPlaceMissing, BackupReadOnly, BackupNoRoom] backup::begin: BackupsRequest => Backups;
    "store.find_backups" Store [EmptyField, BackupPlaceMissing, NotABackup] restore::find: FindBackups => Vec<FoundBackup>;
    "store.try_backup" Store [Locked, EmptyField, NotABackup, BackupDamaged, BackupNewer, BackupOfOther, WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped, BackupNoRoom] restore::attempt: TryBackup => TriedBackup;
    "store.restore" Store [EmptyField, StoreOpen, StoreInUse, TooManyTries, NotABackup, BackupDamaged, BackupNewer, BackupOfOther, WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped, BackupNoRoom] restore::restore: RestoreStore => StoreStatus;
}

byte_commands! {
    "store.diagnostics" Store [Locked] damage::diagnostics: StoreStatusRequest;
    "store.recovery_sheet" Store [Locked, NotFound] setup::sheet: StoreStatusRequest;
    "store.organisation_key_file" Store [Locked, NotFound] ways::organisation_key_file: StoreStatusRequest;
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

/// Asks for the kommuner, län and regioner of Sweden.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlacesRequest {}

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
    /// It is damaged, and open for reading alone.
    Damaged,
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
    /// How many megabytes its disk has left, where that is so little that saving may soon fail.
    space_left: Option<u32>,
    /// The made-up day, in practice mode; nothing otherwise.
    practised: Option<NaiveDate>,
    /// Who it belongs to, when it is open.
    open: Option<StoreView>,
}

/// What a verification found.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
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
    /// The chains that differ.
    broken: Vec<damage::BrokenPart>,
    /// Whether the log of all changes has a gap.
    log_gap: bool,
    /// Whether an older state of the store than the sealed one has been put back.
    put_back: bool,
    /// Whether that was found, or a backup restored, at some time.
    was_put_back: bool,
    /// Whether nothing is sealed, so that a whole file put back cannot be told.
    unsealed: bool,
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

fn places(app: &mut App, _: &Call, _: PlacesRequest) -> Result<Places, AppError> {
    Ok(app.places.clone())
}

pub(crate) fn status_of(app: &App) -> StoreStatus {
    let (state, refused, quick_unlock) = match &app.state {
        State::Empty => (StoreState::Empty, None, false),
        State::Locked(locked) => (StoreState::Locked, None, locked.is_remembered()),
        State::Open(_) => (StoreState::Open, None, false),
        State::Damaged(_) => (StoreState::Damaged, Some(Code::StoreDamaged), false),
        State::Refused(code) => (StoreState::Refused, Some(*code), false),
    };
    let open = app.session().ok().map(|session| StoreView {
        organisation: session.organisation.clone(),
        logo: session.logo.is_some(),
        user: session.user.clone(),
        profile: session.profile.clone(),
        practice: session.practice,
        recovery_confirmed: session.recovery_confirmed,
        organisation_key: session.store.organisation_recipient().map(str::to_owned),
        organisation_key_confirmed: session.organisation_key_confirmed,
        rekey_due: session.store.is_rekey_due(),
        tour_seen: session.tour_seen,
        remembered: session.remembered,
    });
    let space_left = place::free_space(&app.setup.folder).ok().and_then(running_out);
    StoreStatus { state, refused, quick_unlock, space_left, practised: app.practised(), open }
}

/// The megabytes that are left of a disk, where they are so few that people are told before it is full.
fn running_out(bytes: u64) -> Option<u32> {
    const FEW: u64 = 200;
    let megabytes = bytes / 1_000_000;
    u32::try_from(megabytes).ok().filter(|_| megabytes < FEW)
}

fn verify(app: &mut App, _: &Call, _: StoreVerify) -> Result<Verified, AppError> {
    let report = app.verify(|_, _| {})?;
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Verified {
        whole: report.is_whole(),
        damage: count(report.pages.len() + report.structure.len()),
        broken_chains: count(report.broken.len()),
        chains: count(report.chains),
        broken: damage::broken(app, &report)?,
        log_gap: !report.store_log_whole,
        put_back: report.seal == SealState::Differs,
        was_put_back: report.was_put_back,
        unsealed: report.seal == SealState::Unsealed,
    })
}
