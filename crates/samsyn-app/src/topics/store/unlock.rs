//! The ways into the store.

use super::{
    StoreStatus,
    setup::{CONFIRMED, parsed, strong},
    status_of,
};
use crate::{
    App, AppError, Clock, Code,
    act::Call,
    app::{Session, State},
};
use samsyn_plan::{ids::UserId, profile::User};
use samsyn_store::{self as store, EngineError, KeyChangeError, Passphrase, Store, UnlockError, Way};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
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
}

/// Changes the passphrase.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassphrase {
    /// The passphrase of now.
    old: String,
    /// The new one.
    passphrase: String,
}

/// Lets the keyring open the store, or no longer.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Remember {
    /// Whether it may.
    remember: bool,
}

pub(crate) fn by_passphrase(app: &mut App, _: &Call, request: UnlockStore) -> Result<StoreStatus, AppError> {
    let passphrase = Passphrase::new(&request.passphrase);
    open(app, Way::Passphrase { user: None, passphrase: &passphrase })?;
    Ok(status_of(app))
}

pub(crate) fn quick(app: &mut App, _: &Call, _: UnlockQuick) -> Result<StoreStatus, AppError> {
    open(app, Way::Keyring)?;
    Ok(status_of(app))
}

pub(crate) fn by_recovery(app: &mut App, _: &Call, request: UnlockByRecovery) -> Result<StoreStatus, AppError> {
    let key = parsed(&request.recovery_key)?;
    let passphrase = strong(&request.passphrase)?;
    open(app, Way::Recovery(&key))?;
    let session = app.session_mut()?;
    session.store.set_passphrase(session.user.id, &passphrase).map_err(key_refusal)?;
    Ok(status_of(app))
}

pub(crate) fn change_passphrase(app: &mut App, _: &Call, request: ChangePassphrase) -> Result<StoreStatus, AppError> {
    let passphrase = strong(&request.passphrase)?;
    let session = app.session_mut()?;
    session.store.change_passphrase(session.user.id, &Passphrase::new(&request.old), &passphrase).map_err(key_refusal)?;
    Ok(status_of(app))
}

pub(crate) fn remember(app: &mut App, _: &Call, request: Remember) -> Result<StoreStatus, AppError> {
    let session = app.session_mut()?;
    let done = if request.remember { session.store.remember() } else { session.store.forget() };
    done.map_err(|_| AppError::new(Code::KeyringUnavailable))?;
    session.remembered = request.remember;
    Ok(status_of(app))
}

/// Opens the locked store; where it stays shut, it stays locked as it was.
fn open(app: &mut App, way: Way<'_>) -> Result<(), AppError> {
    let locked = match std::mem::replace(&mut app.state, State::Empty) {
        State::Locked(locked) => locked,
        other => {
            let refusal = if matches!(other, State::Open(_)) { Ok(()) } else { Err(other.refusal()) };
            app.state = other;
            return refusal;
        }
    };
    match locked.unlock(way) {
        Ok(store) => {
            let now = app.setup.clock.now();
            match session(store) {
                Ok(session) if session.practice || matches!(app.setup.clock, Clock::System) => {
                    app.state = State::Open(Box::new(session));
                    app.touch();
                    Ok(())
                }
                Ok(session) => {
                    app.state = State::Locked(session.store.lock(now));
                    Err(AppError::new(Code::NotPractice))
                }
                Err(error) => {
                    app.state = State::found(&app.setup.folder, &app.keyring);
                    Err(error)
                }
            }
        }
        Err((locked, error)) => {
            app.state = State::Locked(locked);
            Err(refusal(error))
        }
    }
}

/// What the store says of itself. Its first user is the one who opens it: a store has one user now.
fn session(store: Store) -> Result<Session, AppError> {
    let read = store.read(|reader| {
        let user: Option<User> = store::tables::users(reader)?.into_iter().next();
        Ok::<_, AppError>((
            user.unwrap_or(User { id: UserId::default(), ..User::default() }),
            store::tables::setting(reader, "organisation")?.ok_or_else(|| AppError::new(Code::StoreDamaged))?,
            super::logo::kept(reader)?,
            store::tables::setting(reader, "profile")?.ok_or_else(|| AppError::new(Code::StoreDamaged))?,
            store::tables::setting(reader, "practice")?.unwrap_or(false),
            store::tables::setting(reader, CONFIRMED)?.unwrap_or(false),
        ))
    });
    let (user, organisation, logo, profile, practice, recovery_confirmed) = read?;
    let remembered = store.is_remembered();
    Ok(Session { store, user, organisation, logo, profile, practice, recovery_confirmed, remembered })
}

fn refusal(error: UnlockError) -> AppError {
    match error {
        UnlockError::WrongPassphrase => AppError::at(Code::WrongPassphrase, "passphrase"),
        UnlockError::WrongRecoveryKey => AppError::at(Code::WrongRecoveryKey, "recovery_key"),
        UnlockError::NotInKeyring => AppError::new(Code::KeyringUnavailable),
        UnlockError::NewerSchema { .. } => AppError::new(Code::StoreNewer),
        UnlockError::Damaged => AppError::new(Code::StoreDamaged),
        UnlockError::Engine(EngineError::Io(error)) => error.into(),
        UnlockError::Engine(_) => AppError::new(Code::Internal),
        UnlockError::Store(error) => error.into(),
    }
}

pub(super) fn key_refusal(error: KeyChangeError) -> AppError {
    match error {
        KeyChangeError::WrongPassphrase => AppError::at(Code::WrongPassphrase, "old"),
        KeyChangeError::Io(error) => error.into(),
        KeyChangeError::LastPassphrase | KeyChangeError::NoRandomness(_) => AppError::new(Code::Internal),
    }
}
