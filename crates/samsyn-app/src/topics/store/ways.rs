//! The ways in that are nobody's own: the organisation's key, and the store's own key behind them all.

use super::{StoreStatus, StoreStatusRequest, setup::keep, status_of};
use crate::{App, AppError, Code, act::Call, app::Session};
use samsyn_store::{self as store, EngineError, KeyChangeError, OrganisationKey, OrganisationRecipient};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use zeroize::Zeroizing;

/// A new pair of keys for the organisation; the private one is shown once.
#[derive(Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct NewOrganisationKey {
    /// The private key.
    organisation_key: String,
    /// The public key, which the store keeps.
    public_key: String,
}

/// Lets the organisation open the store by the private half of a key that it has made itself.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetOrganisationKey {
    /// The public key: `age1...`.
    public_key: String,
}

/// Shows that somebody holds the organisation's private key.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmOrganisationKey {
    /// The private key, alone or with the whole file that holds it.
    organisation_key: String,
}

/// The setting that says whether somebody has shown that they hold the organisation's private key.
pub(super) const CONFIRMED: &str = "organisation_key_confirmed";
/// The setting that says when the store's own key was changed last.
const REKEYED: &str = "rekeyed_at";

pub(super) fn new_organisation_key(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<NewOrganisationKey, AppError> {
    let key = OrganisationKey::new_random();
    let reply = NewOrganisationKey { organisation_key: key.shown().to_string(), public_key: key.recipient().to_string() };
    set(app.session_mut()?, call, &key.recipient())?;
    app.organisation_key = Some(key);
    Ok(reply)
}

pub(super) fn set_organisation_key(app: &mut App, call: &Call, request: SetOrganisationKey) -> Result<StoreStatus, AppError> {
    let recipient = recipient(&request.public_key)?;
    set(app.session_mut()?, call, &recipient)?;
    app.organisation_key = None;
    Ok(status_of(app))
}

pub(super) fn confirm_organisation_key(app: &mut App, call: &Call, request: ConfirmOrganisationKey) -> Result<StoreStatus, AppError> {
    let key = private_key(&request.organisation_key)?;
    let session = app.session_mut()?;
    if !session.store.accepts_organisation_key(&key) {
        return Err(AppError::at(Code::WrongOrganisationKey, "organisation_key"));
    }
    keep_confirmed(session, call, true)?;
    app.organisation_key = None;
    Ok(status_of(app))
}

pub(super) fn remove_organisation_key(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    let session = app.session_mut()?;
    session.store.remove_organisation().map_err(key_refusal)?;
    keep_confirmed(session, call, false)?;
    app.organisation_key = None;
    Ok(status_of(app))
}

/// The private key as a text file, while nobody has shown that they have it.
pub(super) fn organisation_key_file(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<Vec<u8>, AppError> {
    app.session()?;
    let key = app.organisation_key.as_ref().ok_or_else(|| AppError::new(Code::NotFound))?;
    let shown: Zeroizing<String> = key.shown();
    Ok(format!("# public key: {}\n{}\n", key.recipient(), shown.as_str()).into_bytes())
}

pub(super) fn rekey(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    give_new_key(app, call)?;
    Ok(status_of(app))
}

/// Gives the store a new key, and enters who did and when. Where its database does not open any more, the store is locked:
/// the next unlocking ends what was begun.
pub(crate) fn give_new_key(app: &mut App, call: &Call) -> Result<(), AppError> {
    let session = app.session_mut()?;
    match session.store.rekey() {
        Ok(()) => keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, REKEYED, &call.now)),
        Err(error) => {
            if matches!(error, KeyChangeError::Engine(_)) {
                app.lock();
            }
            Err(key_refusal(error))
        }
    }
}

fn set(session: &mut Session, call: &Call, recipient: &OrganisationRecipient) -> Result<(), AppError> {
    session.store.set_organisation(recipient).map_err(key_refusal)?;
    keep_confirmed(session, call, false)
}

fn keep_confirmed(session: &mut Session, call: &Call, confirmed: bool) -> Result<(), AppError> {
    keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, CONFIRMED, &confirmed))?;
    session.organisation_key_confirmed = confirmed;
    Ok(())
}

/// What was given as the organisation's public key.
pub(super) fn recipient(typed: &str) -> Result<OrganisationRecipient, AppError> {
    OrganisationRecipient::parse(typed).map_err(|_| AppError::at(Code::OrganisationKeyUnreadable, "organisation_key"))
}

/// What was given as the organisation's private key.
pub(super) fn private_key(typed: &str) -> Result<OrganisationKey, AppError> {
    OrganisationKey::parse(typed).map_err(|_| AppError::at(Code::OrganisationKeyUnreadable, "organisation_key"))
}

/// Why a key was not changed.
pub(crate) fn key_refusal(error: KeyChangeError) -> AppError {
    match error {
        KeyChangeError::WrongPassphrase => AppError::at(Code::WrongPassphrase, "old"),
        KeyChangeError::TooManyTries { seconds } => too_many(seconds),
        KeyChangeError::PassphraseTaken => AppError::at(Code::PassphraseTaken, "passphrase"),
        KeyChangeError::NoRoom { missing } => AppError::new(Code::DiskFull).with(json!({ "missing": missing })),
        KeyChangeError::Busy => AppError::new(Code::BackupRunning),
        KeyChangeError::Differs => AppError::new(Code::StoreDamaged),
        KeyChangeError::Io(error) | KeyChangeError::Engine(EngineError::Io(error)) => error.into(),
        KeyChangeError::Store(error) => error.into(),
        KeyChangeError::LastPassphrase | KeyChangeError::NoRandomness(_) | KeyChangeError::Engine(_) => AppError::new(Code::Internal),
    }
}

/// Too many wrong tries, and how long to wait, in seconds.
pub(super) fn too_many(seconds: u32) -> AppError {
    AppError::new(Code::TooManyTries).with(json!({ "seconds": seconds }))
}
