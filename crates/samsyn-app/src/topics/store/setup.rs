//! First start: who the store belongs to, the passphrase, and the recovery key shown, printed and typed back.

use super::{StoreStatus, StoreStatusRequest, status_of, ways};
use crate::{
    App, AppError, Clock, Code,
    act::{Call, needed, words},
    app::{Session, State},
    topics::documents::of_no_case,
};
use samsyn_plan::{
    codes::{Activity, Principal},
    ids::UserId,
    profile::{Organisation, Profile, User},
};
use samsyn_store::{
    self as store, Act, Chain, Cost, CreateError, Kind, LockedStore, Passphrase, RecoveryKey, RecoveryKeyError, Store, StoreError, Writer,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use ts_rs::TS;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Measures how hard a passphrase is to guess.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasurePassphrase {
    /// What was typed.
    passphrase: String,
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Strength {
    /// From 0, guessed at once, to 4.
    score: u8,
    /// Whether it is enough.
    enough: bool,
}

/// Creates the store.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateStore {
    /// The county profile, by its code.
    profile: String,
    /// The personuppgiftsansvarig: a nämnd or a region.
    controller: String,
    /// Kommun or region.
    principal: Principal,
    /// The kommun's or the region's name.
    organisation: String,
    /// The unit.
    unit: String,
    /// The unit's phone number.
    #[serde(default)]
    phone: String,
    /// The unit's address.
    #[serde(default)]
    address: String,
    /// What the unit works with.
    #[serde(default)]
    activity: Option<Activity>,
    /// The user's name.
    user: String,
    /// The user's title.
    title: String,
    /// The passphrase.
    passphrase: String,
    /// The organisation's public key, where it has one; empty where it has none yet.
    #[serde(default)]
    organisation_key: String,
    /// A store for practice, with made-up people.
    #[serde(default)]
    practice: bool,
}

/// The recovery key, to be shown, printed and typed back.
#[derive(Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct NewRecoveryKey {
    /// The key, in groups.
    recovery_key: String,
}

/// Makes a new recovery key; the old one opens nothing any more.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RenewRecoveryKey {
    /// Whether somebody may have seen the old one: the store's own key is then changed too.
    #[serde(default)]
    leaked: bool,
}

/// The recovery key typed back.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmRecoveryKey {
    /// What was typed.
    recovery_key: String,
}

/// The lowest score that is enough: not to be guessed offline within years, by the library's own measure.
const ENOUGH: u8 = 3;

/// The setting that says whether the recovery key has been typed back.
pub(super) const CONFIRMED: &str = "recovery_confirmed";

pub(crate) fn measure(_: &mut App, _: &Call, request: MeasurePassphrase) -> Result<Strength, AppError> {
    Ok(strength(&request.passphrase))
}

fn strength(passphrase: &str) -> Strength {
    let score = u8::from(zxcvbn::zxcvbn(passphrase, &["samsyn", "sip"]).score());
    Strength { score, enough: score >= ENOUGH }
}

/// A passphrase that is strong enough.
pub(crate) fn strong(passphrase: &str) -> Result<Passphrase, AppError> {
    if strength(passphrase).enough { Ok(Passphrase::new(passphrase)) } else { Err(AppError::at(Code::PassphraseWeak, "passphrase")) }
}

pub(crate) fn create(app: &mut App, call: &Call, request: CreateStore) -> Result<NewRecoveryKey, AppError> {
    match &app.state {
        State::Empty => {}
        State::Refused(_) => return Err(app.state.refusal()),
        _ => return Err(AppError::new(Code::StoreExists)),
    }
    if !matches!(app.setup.clock, Clock::System) && !request.practice {
        return Err(AppError::new(Code::NotPractice));
    }
    let organisation = Organisation {
        controller: needed("controller", &request.controller)?,
        principal: Some(request.principal),
        name: needed("organisation", &request.organisation)?,
        unit: needed("unit", &request.unit)?,
        phone: words(&request.phone),
        address: words(&request.address),
        activity: request.activity,
    };
    let user = User::first(UserId(app.new_id(call.now)), needed("user", &request.user)?, words(&request.title));
    let profile = app.profiles.iter().find(|profile| profile.code == request.profile).cloned();
    let profile = profile.ok_or_else(|| AppError::at(Code::NotFound, "profile"))?;
    let passphrase = strong(&request.passphrase)?;
    let organisation_key = Some(request.organisation_key).filter(|key| !words(key).is_empty());
    let organisation_key = organisation_key.map(|key| ways::recipient(&key)).transpose()?;
    // What anybody may open is not worth a wait.
    let cost = if request.practice { Cost::LEAST } else { Cost::measured() };
    let first = |store: &mut Store| {
        write_first(store, call, &organisation, &profile, &user, request.practice)?;
        organisation_key.as_ref().map_or(Ok(()), |recipient| store.set_organisation(recipient).map_err(ways::key_refusal))
    };
    let created = LockedStore::create(&app.setup.folder, Arc::clone(&app.keyring), user.id, &passphrase, cost, call.now, first);
    let (store, recovery) = created.inspect_err(|_| app.state = State::found(&app.setup.folder, &app.keyring))?;
    let shown = recovery.shown().to_string();
    app.recovery = Some(recovery);
    app.state = State::Open(Box::new(Session {
        store,
        user,
        organisation,
        logo: None,
        profile,
        practice: request.practice,
        recovery_confirmed: false,
        organisation_key_confirmed: false,
        tour_seen: false,
        remembered: false,
    }));
    app.touch();
    Ok(NewRecoveryKey { recovery_key: shown })
}

impl From<CreateError> for AppError {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::Exists => Self::new(Code::StoreExists),
            CreateError::InUse => Self::new(Code::StoreInUse),
            CreateError::Io(error) => error.into(),
            CreateError::Store(error) => error.into(),
            CreateError::NoRandomness(_) | CreateError::Engine(_) => Self::new(Code::Internal),
        }
    }
}

fn write_first(
    store: &mut Store,
    call: &Call,
    organisation: &Organisation,
    profile: &Profile,
    user: &User,
    practice: bool,
) -> Result<(), AppError> {
    keep(store, call, user.id, |writer| {
        store::table::insert(writer, user)?;
        store::tables::set_setting(writer, "organisation", organisation)?;
        store::tables::set_setting(writer, "profile", profile)?;
        store::tables::set_setting(writer, "practice", &practice)?;
        store::tables::set_setting(writer, CONFIRMED, &false)
    })
}

/// Writes settings: an act on the store's own chain.
pub(super) fn keep(
    store: &mut Store,
    call: &Call,
    actor: UserId,
    settings: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>,
) -> Result<(), AppError> {
    let command_id = Uuid::now_v7();
    let act = Act { command_id, chain: Chain::Store, command: call.command, arguments: Value::Null, actor, at: call.now, kind: Kind::Act };
    Ok(store.write(act, settings)?)
}

pub(crate) fn confirm(app: &mut App, call: &Call, request: ConfirmRecoveryKey) -> Result<StoreStatus, AppError> {
    let typed = parsed(&request.recovery_key)?;
    let session = app.session_mut()?;
    if !session.store.accepts_recovery_key(&typed) {
        return Err(AppError::at(Code::WrongRecoveryKey, "recovery_key"));
    }
    keep_confirmed(session, call, true)?;
    app.recovery = None;
    Ok(status_of(app))
}

/// A new recovery key in place of one that was never typed back, or is lost. The old one opens nothing any more.
pub(crate) fn renew(app: &mut App, call: &Call, request: RenewRecoveryKey) -> Result<NewRecoveryKey, AppError> {
    let session = app.session_mut()?;
    let recovery = session.store.new_recovery_key(request.leaked).map_err(ways::key_refusal)?;
    keep_confirmed(session, call, false)?;
    let shown = recovery.shown().to_string();
    app.recovery = Some(recovery);
    if request.leaked {
        // The recovery key is a new one, and that is what is answered: a key that could not be changed now is due, and said to be.
        let _ = ways::give_new_key(app, call);
    }
    Ok(NewRecoveryKey { recovery_key: shown })
}

/// Keeps whether the recovery key has been typed back.
fn keep_confirmed(session: &mut Session, call: &Call, confirmed: bool) -> Result<(), AppError> {
    keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, CONFIRMED, &confirmed))?;
    session.recovery_confirmed = confirmed;
    Ok(())
}

/// What was typed as a recovery key; a slip of the finger is told from a key of another store.
pub(super) fn parsed(typed: &str) -> Result<RecoveryKey, AppError> {
    RecoveryKey::parse(typed).map_err(|_: RecoveryKeyError| AppError::at(Code::RecoveryKeyMistyped, "recovery_key"))
}

/// The recovery key on paper, while it has not been typed back.
pub(crate) fn sheet(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<Vec<u8>, AppError> {
    let session = app.session()?;
    let key: Zeroizing<String> = app.recovery.as_ref().ok_or_else(|| AppError::new(Code::NotFound))?.shown();
    let document =
        samsyn_print::documents::recovery_key(crate::words::texts(), &session.organisation, session.logo.as_ref(), &key, call.now);
    of_no_case(session, document)
}
