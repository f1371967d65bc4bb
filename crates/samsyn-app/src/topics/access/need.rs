//! Who has access to a case: named on it, given and ended with a reason, and taken by an own choice.

use crate::{
    App, AppError, Code,
    act::{Call, needed},
};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    access::{CaseAccess, CaseGuard, Standing},
    codes::{AccessWay, Activity},
    ids::{CaseId, RecordId, UserId},
    profile::User,
};
use samsyn_store::{self as store, Chain, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists who has access to a case.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessNamed {
    /// The case.
    case: CaseId,
}

/// Gives a user access to a case.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessGive {
    /// The case.
    case: CaseId,
    /// The user.
    user: UserId,
    /// Why the user needs it.
    reason: String,
}

/// Ends a user's access to a case. Others may have theirs because of the unit.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessEnd {
    /// The case.
    case: CaseId,
    /// The user.
    user: UserId,
    /// Why.
    reason: String,
}

/// Takes part in a case of the own unit by an own choice. It stands out where the access log is checked.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessTakePart {
    /// The case.
    case: CaseId,
    /// Why.
    reason: String,
}

/// Gives the case of a number that somebody has been told. It tells nothing of the case, nor whether the user may open it.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessFind {
    /// The whole number, such as `SIP-2027-0001`.
    number: String,
}

/// Who has access to a case.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct AccessNames {
    /// Those who are named, or took part, in the order in which they came to it.
    named: Vec<AccessName>,
    /// Those who have it because of the unit, as coordinators.
    coordinators: Vec<String>,
    /// Whom it can be given to; empty where the user may not give it.
    may_be_given: Vec<AccessCandidate>,
    /// Whether only those who are named may open the case, since somebody is protected.
    named_only: bool,
    /// What was given, taken and ended, the newest first.
    acts: Vec<CaseAccess>,
}

/// A user who has access to a case.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct AccessName {
    /// The user.
    user: UserId,
    /// The user's name.
    name: String,
    /// The user's title.
    title: String,
    /// How the user came to it.
    way: AccessWay,
    /// Since when.
    since: DateTime<Utc>,
    /// Whether the user may open the case now: not one who has ended, nor one who took part before somebody was protected.
    opens: bool,
    /// Whether the user who asks may end it.
    may_be_ended: bool,
}

/// A user to whom access can be given.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct AccessCandidate {
    /// The user.
    user: UserId,
    /// The user's name.
    name: String,
    /// The user's title.
    title: String,
    /// Whether the user works in another branch than the case's.
    other_branch: bool,
}

pub(super) fn named(app: &mut App, _: &Call, request: AccessNamed) -> Result<AccessNames, AppError> {
    let (guard, users) = app.guard_of(request.case)?;
    let session = app.session()?;
    Ok(names(guard, &users, &session.user, session.unit_activity()))
}

fn names(guard: CaseGuard, users: &[User], asking: &User, unit: Option<Activity>) -> AccessNames {
    let gives = guard.standing(asking, unit).gives() || guard.givers(users, unit).iter().any(|giver| giver.id == asking.id);
    let user_of = |id: UserId| users.iter().find(|user| user.id == id);
    let named = guard.with_access().map(|act| {
        let user = user_of(act.user);
        AccessName {
            user: act.user,
            name: user.map_or_else(|| act.name.clone(), |user| user.name.clone()),
            title: user.map(|user| user.title.clone()).unwrap_or_default(),
            way: act.way,
            since: act.at,
            opens: user.is_some_and(|user| guard.standing(user, unit).opens()),
            may_be_ended: (gives || act.user == asking.id) && somebody_left(&guard, users, act.user),
        }
    });
    let standing = |user: &User, is: Standing<'_>| guard.standing(user, unit) == is;
    let without = users.iter().filter(|user| gives && user.is_active() && !standing(user, Standing::Named));
    let candidate = |user: &User| AccessCandidate {
        user: user.id,
        name: user.name.clone(),
        title: user.title.clone(),
        other_branch: user.activity.or(unit).map(Activity::branch) != guard.branch(unit),
    };
    AccessNames {
        named: named.collect(),
        coordinators: users.iter().filter(|user| standing(user, Standing::Coordinator)).map(|user| user.name.clone()).collect(),
        may_be_given: without.map(candidate).collect(),
        named_only: guard.protected,
        acts: guard.acts.iter().rev().cloned().collect(),
    }
}

/// Whether somebody active is named on the case beside a user: what was taken holds only until somebody is protected.
fn somebody_left(guard: &CaseGuard, users: &[User], but: UserId) -> bool {
    let active = |id: UserId| users.iter().any(|user| user.id == id && user.is_active());
    guard.with_access().any(|act| act.user != but && act.way != AccessWay::OwnChoice && active(act.user))
}

pub(super) fn give(app: &mut App, call: &Call, request: AccessGive) -> Result<AccessNames, AppError> {
    let AccessGive { case, user, reason } = request;
    let reason = needed("reason", &reason)?;
    let (guard, users) = app.guard_of(case)?;
    let session = app.session()?;
    if !guard.givers(&users, session.unit_activity()).iter().any(|giver| giver.id == session.user.id) {
        return Err(AppError::at(Code::NoAccess, "case"));
    }
    let given =
        users.into_iter().find(|other| other.id == user && other.is_active()).ok_or_else(|| AppError::at(Code::NotFound, "user"))?;
    enter(app, call, case, &given, AccessWay::Given, reason)
}

pub(super) fn end(app: &mut App, call: &Call, request: AccessEnd) -> Result<AccessNames, AppError> {
    let AccessEnd { case, user, reason } = request;
    let reason = needed("reason", &reason)?;
    let (guard, users) = app.guard_of(case)?;
    let session = app.session()?;
    if user != session.user.id && !guard.standing(&session.user, session.unit_activity()).gives() {
        return Err(AppError::at(Code::NoAccess, "case"));
    }
    if !guard.with_access().any(|act| act.user == user) {
        return Err(AppError::at(Code::NotFound, "user"));
    }
    if !somebody_left(&guard, &users, user) {
        return Err(AppError::at(Code::LastAccess, "user"));
    }
    let ended = users.into_iter().find(|other| other.id == user).ok_or_else(|| AppError::at(Code::NotFound, "user"))?;
    enter(app, call, case, &ended, AccessWay::Ended, reason)
}

pub(super) fn take_part(app: &mut App, call: &Call, request: AccessTakePart) -> Result<AccessNames, AppError> {
    let AccessTakePart { case, reason } = request;
    let reason = needed("reason", &reason)?;
    let (guard, _) = app.guard_of(case)?;
    let session = app.session()?;
    // A retry of what has been entered finds it done.
    if !matches!(guard.standing(&session.user, session.unit_activity()), Standing::MayTakePart | Standing::OwnChoice(_)) {
        return Err(AppError::at(Code::NoAccess, "case"));
    }
    let user = session.user.clone();
    enter(app, call, case, &user, AccessWay::OwnChoice, reason)
}

fn enter(app: &mut App, call: &Call, case: CaseId, whose: &User, way: AccessWay, reason: String) -> Result<AccessNames, AppError> {
    let session = app.session()?;
    let entered = CaseAccess {
        id: RecordId(app.new_id(call.now)),
        at: call.now,
        by: session.user.name.clone(),
        user: whose.id,
        name: whose.name.clone(),
        case,
        way,
        activity: whose.activity.or(session.unit_activity()),
        reason,
    };
    app.write(call, Chain::Access(case), Kind::Act, |writer| Ok(store::table::insert(writer, &entered)?))?;
    named(app, call, AccessNamed { case })
}

pub(super) fn find(app: &mut App, _: &Call, request: AccessFind) -> Result<CaseId, AppError> {
    let number = needed("number", &request.number)?;
    app.read(|reader| {
        let entries = store::tables::case_list(reader)?;
        let found = entries.into_iter().find(|entry| entry.number.eq_ignore_ascii_case(&number));
        found.map(|entry| entry.id).ok_or_else(|| AppError::at(Code::NotFound, "number"))
    })
}
