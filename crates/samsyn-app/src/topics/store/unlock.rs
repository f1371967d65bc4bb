//! The ways into the store.

use super::{
    StoreStatus, damage,
    setup::{CONFIRMED, keep, parsed, strong},
    status_of,
    ways::{self, key_refusal},
};
use crate::{
    App, AppError, Clock, Code,
    act::Call,
    app::{Session, State, backup_refusal},
    topics::help,
};
use samsyn_plan::{ids::UserId, profile::User};
use samsyn_store::{self as store, BackupError, EngineError, Passphrase, Store, UnlockError, Way};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Unlocks by passphrase.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnlockStore {
    /// The passphrase.
    passphrase: String,
}

/// Unlocks by the operating system's keyring.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnlockQuick {}

/// Unlocks by the recovery key, and sets a new passphrase.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnlockByRecovery {
    /// The recovery key as typed.
    recovery_key: String,
    /// The new passphrase.
    passphrase: String,
    /// Whose passphrase it is to be; needed where the store has several users.
    #[serde(default)]
    user: Option<UserId>,
}

/// Unlocks by the organisation's private key, and sets a new passphrase.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnlockByOrganisation {
    /// The private key, alone or with the whole file that holds it.
    organisation_key: String,
    /// The new passphrase.
    passphrase: String,
    /// Whose passphrase it is to be; needed where the store has several users.
    #[serde(default)]
    user: Option<UserId>,
}

/// Changes the passphrase.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassphrase {
    /// The passphrase of now.
    old: String,
    /// The new one.
    passphrase: String,
    /// Whether the one of now may be in wrong hands: the store's own key is then changed too.
    #[serde(default)]
    leaked: bool,
}

/// Lets the keyring open the store, or no longer.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Remember {
    /// Whether it may.
    remember: bool,
}

/// The setting that says when the store was last opened by a key that is nobody's own.
const OPENED_WITHOUT: &str = "opened_by_nobodys_key";

pub(crate) fn by_passphrase(app: &mut App, _: &Call, request: UnlockStore) -> Result<StoreStatus, AppError> {
    open_by_passphrase(app, &request.passphrase)?;
    Ok(status_of(app))
}

/// Opens the store for whoever's passphrase it is.
pub(crate) fn open_by_passphrase(app: &mut App, passphrase: &str) -> Result<(), AppError> {
    open(app, Way::Passphrase { user: None, passphrase: &Passphrase::new(passphrase) })
}

pub(crate) fn quick(app: &mut App, _: &Call, _: UnlockQuick) -> Result<StoreStatus, AppError> {
    open(app, Way::Keyring)?;
    Ok(status_of(app))
}

pub(crate) fn by_recovery(app: &mut App, call: &Call, request: UnlockByRecovery) -> Result<StoreStatus, AppError> {
    let key = parsed(&request.recovery_key)?;
    let passphrase = strong(&request.passphrase)?;
    refuse_unlocked(app)?;
    open(app, Way::Recovery(&key))?;
    renew_passphrase(app, call, request.user, &passphrase)
}

pub(crate) fn by_organisation(app: &mut App, call: &Call, request: UnlockByOrganisation) -> Result<StoreStatus, AppError> {
    let key = ways::private_key(&request.organisation_key)?;
    let passphrase = strong(&request.passphrase)?;
    refuse_unlocked(app)?;
    open(app, Way::Organisation(&key))?;
    renew_passphrase(app, call, request.user, &passphrase)
}

/// Refuses a key that is nobody's own where the store is not locked: an open one would not try the key, and whoever is in could
/// become anybody by naming them.
fn refuse_unlocked(app: &App) -> Result<(), AppError> {
    match &app.state {
        State::Locked(_) => Ok(()),
        State::Open(_) => Err(AppError::new(Code::StoreOpen)),
        other => Err(other.refusal()),
    }
}

/// Gives the chosen user a new passphrase in a store that a key without a user opened, and enters that it was. Without that
/// the store is locked again.
fn renew_passphrase(app: &mut App, call: &Call, chosen: Option<UserId>, passphrase: &Passphrase) -> Result<StoreStatus, AppError> {
    if matches!(app.state, State::Damaged(_)) {
        // A damaged store is only read. When what can be had of it is salvaged, the key is asked for again, and then it is set.
        return Ok(status_of(app));
    }
    let renew = |app: &mut App| {
        let session = app.session_mut()?;
        session.user = chosen_user(session.store.read(store::tables::users)?, chosen)?;
        session.store.set_passphrase(session.user.id, passphrase).map_err(key_refusal)?;
        keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, OPENED_WITHOUT, &call.now))?;
        session.remembered = session.store.is_remembered(session.user.id);
        Ok(())
    };
    let renewed = renew(app);
    if renewed.is_err() {
        app.lock();
    }
    renewed.map(|()| status_of(app))
}

/// The user for whom somebody came in: the one who was named, or the only one there is.
fn chosen_user(users: Vec<User>, chosen: Option<UserId>) -> Result<User, AppError> {
    let mut active: Vec<User> = users.into_iter().filter(User::is_active).collect();
    match chosen {
        Some(chosen) => active.into_iter().find(|user| user.id == chosen).ok_or_else(|| AppError::at(Code::NotFound, "user")),
        None if active.len() > 1 => {
            let users: Vec<_> = active.iter().map(|user| json!({ "id": user.id, "name": user.name })).collect();
            Err(AppError::at(Code::UserUnchosen, "user").with(json!({ "users": users })))
        }
        None => active.pop().ok_or_else(|| AppError::new(Code::StoreDamaged)),
    }
}

pub(crate) fn change_passphrase(app: &mut App, call: &Call, request: ChangePassphrase) -> Result<StoreStatus, AppError> {
    let passphrase = strong(&request.passphrase)?;
    let session = app.session_mut()?;
    let (user, old) = (session.user.id, Passphrase::new(&request.old));
    session.store.change_passphrase(user, &old, &passphrase, call.now).map_err(key_refusal)?;
    if request.leaked {
        session.store.owe_rekey().map_err(key_refusal)?;
        // The passphrase is changed, and that is what is answered: a key that could not be changed now is due, and said to be.
        let _ = ways::give_new_key(app, call);
    }
    Ok(status_of(app))
}

pub(crate) fn remember(app: &mut App, _: &Call, request: Remember) -> Result<StoreStatus, AppError> {
    let session = app.session_mut()?;
    let user = session.user.id;
    let done = if request.remember { session.store.remember(user) } else { session.store.forget(user) };
    done.map_err(|_| AppError::new(Code::KeyringUnavailable))?;
    session.remembered = request.remember;
    Ok(status_of(app))
}

/// Opens the locked store; where it stays shut, it stays locked as it was. One that is open stays open for whoever is in.
fn open(app: &mut App, way: Way<'_>) -> Result<(), AppError> {
    let locked = match std::mem::replace(&mut app.state, State::Empty) {
        State::Locked(locked) => locked,
        other => {
            let refusal = if matches!(other, State::Open(_)) { Ok(()) } else { Err(other.refusal()) };
            app.state = other;
            return refusal;
        }
    };
    let now = app.setup.clock.now();
    match locked.unlock_slowly(way, now) {
        Ok(store) => match work(app, store) {
            Err(error) if error.code == Code::StoreDamaged => examine(app, way).map_err(|_| error),
            worked => worked,
        },
        Err((locked, error)) => {
            app.state = State::Locked(locked);
            match refusal(error) {
                error if error.code == Code::StoreDamaged => examine(app, way).map_err(|_| error),
                error => Err(error),
            }
        }
    }
}

/// Begins to work in an unlocked store.
pub(super) fn work(app: &mut App, store: Store) -> Result<(), AppError> {
    match session(store) {
        Ok(session) if session.practice || matches!(app.setup.clock, Clock::System) => {
            app.state = State::Open(Box::new(session));
            app.touch();
            Ok(())
        }
        Ok(session) => {
            app.state = State::Locked(session.store.lock(app.setup.clock.now()));
            Err(AppError::new(Code::NotPractice))
        }
        Err(error) => {
            app.state = State::found(&app.setup.folder, &app.keyring);
            Err(error)
        }
    }
}

/// Opens a damaged store for reading, by the way in that was right.
fn examine(app: &mut App, way: Way<'_>) -> Result<(), AppError> {
    match std::mem::replace(&mut app.state, State::Empty) {
        State::Locked(locked) => match locked.open_damaged(way) {
            Ok(damaged) => damage::enter(app, damaged),
            Err((locked, error)) => {
                app.state = State::Locked(locked);
                Err(refusal(error))
            }
        },
        other => {
            let refusal = other.refusal();
            app.state = other;
            Err(refusal)
        }
    }
}

/// What the store says of itself. Its user is the one whose way in opened it; where nobody's did, its first for now.
fn session(store: Store) -> Result<Session, AppError> {
    let read = store.read(|reader| {
        let users = store::tables::users(reader)?;
        // A way in that was not taken away when its user ended opens nothing.
        let user = match store.opened_by() {
            Some(id) => users.into_iter().find(|user| user.id == id && user.is_active()).ok_or_else(|| AppError::new(Code::UserEnded))?,
            None => users.into_iter().next().unwrap_or_default(),
        };
        Ok::<_, AppError>((
            user,
            store::tables::setting(reader, "organisation")?.ok_or_else(|| AppError::new(Code::StoreDamaged))?,
            super::logo::kept(reader)?,
            store::tables::setting(reader, "profile")?.ok_or_else(|| AppError::new(Code::StoreDamaged))?,
            store::tables::setting(reader, "practice")?.unwrap_or(false),
            store::tables::setting(reader, CONFIRMED)?.unwrap_or(false),
            store::tables::setting(reader, ways::CONFIRMED)?.unwrap_or(false),
            help::seen_by(reader)?,
        ))
    });
    let (user, organisation, logo, profile, practice, recovery_confirmed, organisation_key_confirmed, seen) = read?;
    let tour_seen = seen.contains(&user.id);
    let remembered = store.is_remembered(user.id);
    Ok(Session {
        store,
        user,
        organisation,
        logo,
        profile,
        practice,
        recovery_confirmed,
        organisation_key_confirmed,
        tour_seen,
        remembered,
    })
}

pub(super) fn refusal(error: UnlockError) -> AppError {
    match error {
        UnlockError::WrongPassphrase => AppError::at(Code::WrongPassphrase, "passphrase"),
        UnlockError::WrongRecoveryKey => AppError::at(Code::WrongRecoveryKey, "recovery_key"),
        UnlockError::WrongOrganisationKey => AppError::at(Code::WrongOrganisationKey, "organisation_key"),
        UnlockError::TooManyTries { seconds } => ways::too_many(seconds),
        UnlockError::HeaderAltered => AppError::new(Code::HeaderAltered),
        UnlockError::OtherHeader => AppError::new(Code::HeaderOther),
        UnlockError::NotInKeyring => AppError::new(Code::KeyringUnavailable),
        UnlockError::NewerSchema { version: Some(version), .. } => {
            AppError::new(Code::StoreNewerVersion).with(json!({ "version": version, "own": env!("CARGO_PKG_VERSION") }))
        }
        UnlockError::NewerSchema { .. } => AppError::new(Code::StoreNewer),
        // A damaged store has no whole copy: it is examined, and what can be had of it is upgraded.
        UnlockError::Damaged | UnlockError::Backup(BackupError::Damaged) => AppError::new(Code::StoreDamaged),
        UnlockError::Backup(error) => AppError { code: Code::UpgradeNeedsBackup, ..backup_refusal(error) },
        UnlockError::Engine(EngineError::Io(error)) => error.into(),
        UnlockError::Engine(_) => AppError::new(Code::Internal),
        UnlockError::Store(error) => error.into(),
    }
}
