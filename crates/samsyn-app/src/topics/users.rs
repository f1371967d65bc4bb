//! The users of the store: who they are, what they may do, and that they end.

use super::store::{give_new_key, key_refusal, strong};
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    describe::commands,
};
use samsyn_plan::{
    codes::{Activity, UserRole},
    ids::UserId,
    profile::User,
};
use samsyn_store::{self as store, Chain, Kind, Store};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "user.list" Read [] list: UserList => Users;
    "user.add" Act [EmptyField, PassphraseWeak, PassphraseTaken] add: UserAdd => Users;
    "user.change" Act [NotFound, EmptyField, LastAdministrator] change: UserChange => Users;
    "user.end" Act [NotFound, UserIsYou, LastAdministrator, DiskFull] end: UserEnd => Users;
}

/// Lists the users, the first entered first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserList {}

/// Adds a user, who types the passphrase at this computer.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserAdd {
    /// The name.
    name: String,
    /// The title.
    title: String,
    /// What the user may do.
    roles: Vec<UserRole>,
    /// What the user works with; nothing where it is what the unit works with.
    #[serde(default)]
    activity: Option<Activity>,
    /// The user's first passphrase.
    passphrase: String,
}

/// Changes who a user is and what the user may do.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserChange {
    /// The user.
    user: UserId,
    /// The name.
    name: String,
    /// The title.
    title: String,
    /// What the user may do.
    roles: Vec<UserRole>,
    /// What the user works with; nothing where it is what the unit works with.
    #[serde(default)]
    activity: Option<Activity>,
}

/// Ends a user: takes the way in away and gives the store a new data key. What was stopped on the way is finished by the same
/// command.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserEnd {
    /// The user.
    user: UserId,
}

/// The users of the store.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Users {
    /// Everybody who is or was one, the first entered first.
    users: Vec<UserLine>,
    /// Whether a user has ended and the store has no new data key yet.
    key_change_waits: bool,
}

/// A user in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct UserLine {
    /// Who.
    user: User,
    /// Whether the user has a passphrase, and so a way in.
    has_way_in: bool,
    /// Whether it is who asks.
    is_you: bool,
}

fn list(app: &mut App, _: &Call, _: UserList) -> Result<Users, AppError> {
    let session = app.session()?;
    let line = |user: User| UserLine { has_way_in: session.store.has_passphrase(user.id), is_you: user.id == session.user.id, user };
    let users = app.read(|reader| Ok(store::tables::users(reader)?))?.into_iter().map(line).collect();
    Ok(Users { users, key_change_waits: session.store.is_rekey_due() })
}

fn add(app: &mut App, call: &Call, request: UserAdd) -> Result<Users, AppError> {
    let UserAdd { name, title, roles, activity, passphrase } = request;
    let user = User {
        id: UserId(app.new_id(call.now)),
        name: needed("name", &name)?,
        title: words(&title),
        roles: chosen(roles)?,
        activity,
        ended_at: None,
    };
    let passphrase = strong(&passphrase)?;
    let store = &app.session()?.store;
    if store.chain_written(call.id)?.is_none() {
        store.refuse_taken(user.id, &passphrase).map_err(key_refusal)?;
    }
    let added = app.write(call, Chain::Store, Kind::Act, |writer| {
        store::table::insert(writer, &user)?;
        Ok(user.id)
    })?;
    // What stops here is finished by a retry. Until then the list says that the user has no way in.
    let store = &mut app.session_mut()?.store;
    if !store.has_passphrase(added) {
        store.set_passphrase(added, &passphrase).map_err(key_refusal)?;
    }
    list(app, call, UserList {})
}

/// The roles, each once: somebody who may do nothing has no business here.
fn chosen(mut roles: Vec<UserRole>) -> Result<Vec<UserRole>, AppError> {
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() { Err(AppError::at(Code::EmptyField, "roles")) } else { Ok(roles) }
}

fn change(app: &mut App, call: &Call, request: UserChange) -> Result<Users, AppError> {
    let UserChange { user, name, title, roles, activity } = request;
    let (user, others) = found(app, user)?;
    if !user.is_active() {
        return Err(AppError::at(Code::NotFound, "user"));
    }
    let changed = User { name: needed("name", &name)?, title: words(&title), roles: chosen(roles)?, activity, ..user };
    if !changed.may(UserRole::Administrator) && !any_administrator(&app.session()?.store, &others) {
        return Err(AppError::at(Code::LastAdministrator, "roles"));
    }
    app.write(call, Chain::Store, Kind::Act, |writer| Ok(store::table::update(writer, &changed)?))?;
    let session = app.session_mut()?;
    if session.user.id == changed.id {
        session.user = changed;
    }
    list(app, call, UserList {})
}

/// First the user has ended, and from then on gets in no more; then the way in is gone; then the key that it led to. Wherever
/// that stops, the list says what is left to do, and the command does it.
fn end(app: &mut App, call: &Call, request: UserEnd) -> Result<Users, AppError> {
    let (user, others) = found(app, request.user)?;
    let session = app.session()?;
    if user.id == session.user.id {
        return Err(AppError::at(Code::UserIsYou, "user"));
    }
    if user.is_active() && !any_administrator(&session.store, &others) {
        return Err(AppError::at(Code::LastAdministrator, "user"));
    }
    let id = user.id;
    if user.is_active() {
        let ended = User { ended_at: Some(call.now), ..user };
        app.write(call, Chain::Store, Kind::Act, |writer| {
            store::tables::forget_half_written(writer, id)?;
            Ok(store::table::update(writer, &ended)?)
        })?;
    }
    // A store's key is not changed under a backup; the right of who has left to end weighs more.
    app.stop_backup();
    let session = app.session_mut()?;
    if session.store.has_passphrase(id) {
        session.store.remove_passphrase(id).map_err(key_refusal)?;
    }
    if session.store.is_rekey_due() {
        give_new_key(app, call)?;
    }
    list(app, call, UserList {})
}

/// A user, and everybody else.
fn found(app: &App, user: UserId) -> Result<(User, Vec<User>), AppError> {
    let users = app.read(|reader| Ok(store::tables::users(reader)?))?;
    let (mut found, others): (Vec<_>, Vec<_>) = users.into_iter().partition(|other| other.id == user);
    found.pop().map(|user| (user, others)).ok_or_else(|| AppError::at(Code::NotFound, "user"))
}

/// Whether any of them is an administrator who can get in.
fn any_administrator(store: &Store, users: &[User]) -> bool {
    users.iter().any(|user| user.may(UserRole::Administrator) && store.has_passphrase(user.id))
}
