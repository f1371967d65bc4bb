//! Första kontakt: somebody turns to the unit. It is written down, answered or handed on, and can become a case.

mod case;
mod erasing;
mod figures;

use super::{drafts::overlay_fields, handing::destruction::Destroyed};
use crate::{App, AppError, Code, act::Call, describe::commands, view::CaseReply};
use case::ContactOpenCase;
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Stockholm;
use erasing::ContactDestroy;
use figures::ContactFiguresShow;
use samsyn_plan::{
    codes::{Activity, Area, ContactOutcome, ContactWho, UserRole},
    first_contact::FirstContact,
    ids::{CaseId, ContactId, UserId},
    profile::User,
};
use samsyn_statistics::ContactFigures;
use samsyn_store::{self as store, Chain, Kind, Undo, tables::CaseEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

commands! {
    "contact.list" Read [] list: ContactList => Contacts;
    "contact.add" Draft [] add: ContactAdd => ContactReply;
    "contact.show" Read [NotFound, OpeningNotLogged] show: ContactShow => ContactView;
    "contact.set" Draft [NotFound, InvalidValue, ChangedMeanwhile] set: ContactSet => ContactReply;
    "contact.undo" Draft [NotFound, NothingToUndo, UndoChangedSince] undo: ContactUndo => ContactReply;
    "contact.redo" Draft [NotFound, NothingToUndo, UndoChangedSince] redo: ContactRedo => ContactReply;
    "contact.open_case" Act [NotFound, IdentityEmpty, IdentityLength, IdentityDate, IdentityCheckDigit, EmptyField, DuplicatePerson, PersonHidden] case::open_case: ContactOpenCase => CaseReply;
    "contact.destroy" Act [NotFound, EmptyField, DateUnreadable] erasing::destroy: ContactDestroy => Destroyed;
    "contact.figures" Read [EmptyField, DateUnreadable] figures::show: ContactFiguresShow => ContactFigures;
}

/// Lists the first contacts: those who wait for an answer first, who has waited longest at the top; then those that are done, the
/// newest first. One on which nothing has been written is no contact yet.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactList {}

/// Begins a first contact, with the day, the time and whoever takes it. The user's own that is still blank is taken again, so that
/// none is left behind by a key that was pressed by mistake.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactAdd {}

/// Shows a first contact.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactShow {
    /// The contact.
    contact: ContactId,
}

/// Sets fields of a first contact.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactSet {
    /// The contact.
    contact: ContactId,
    /// The new values, by field.
    #[ts(type = "Record<string, unknown>")]
    fields: Map<String, Value>,
    /// The values that were last shown, by field. A field that has another value by now is not overwritten.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    seen: Map<String, Value>,
}

/// Undoes the newest drafting of a first contact.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactUndo {
    /// The contact.
    contact: ContactId,
}

/// Redoes what was undone last.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactRedo {
    /// The contact.
    contact: ContactId,
}

/// The first contacts that the user may open.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Contacts {
    /// Those who wait for an answer, who has waited longest first.
    waiting: Vec<ContactLine>,
    /// Those that are done, the newest first.
    done: Vec<ContactLine>,
}

/// A first contact in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct ContactLine {
    /// The contact.
    pub(crate) contact: ContactId,
    /// The person's name; empty for somebody who is anonymous.
    pub(crate) name: String,
    /// When somebody turned to the unit: a date as typed.
    pub(crate) came_on: String,
    /// Who it was.
    pub(crate) who: Option<ContactWho>,
    /// Problem areas.
    pub(crate) areas: Vec<Area>,
    /// For how many whole days somebody waited for an answer, or has until today.
    pub(crate) days: u32,
    /// What came of it; nothing while somebody waits.
    pub(crate) outcome: Option<ContactOutcome>,
    /// The name of the user who sees to it now; nothing where nobody does.
    pub(crate) holder: Option<String>,
    /// The case that came of it.
    pub(crate) case: Option<CaseId>,
}

/// A first contact as the screen shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct ContactView {
    /// The contact.
    contact: FirstContact,
    /// Whether somebody waits for an answer.
    waits: bool,
    /// For how many whole days somebody waited for an answer, or has until today.
    days: u32,
    /// The number of the case that came of it.
    number: Option<String>,
    /// The users who can see to it.
    holders: Vec<Holder>,
    /// Whether there is something to undo.
    can_undo: bool,
    /// Whether there is something to redo.
    can_redo: bool,
}

/// A user who can see to something.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Holder {
    /// The user.
    user: UserId,
    /// The user's name.
    name: String,
}

impl From<&User> for Holder {
    fn from(user: &User) -> Self {
        Self { user: user.id, name: user.name.clone() }
    }
}

/// The answer to whatever writes to a first contact.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct ContactReply {
    /// When it was saved.
    saved_at: DateTime<Utc>,
    /// The contact as it stands.
    view: ContactView,
}

fn list(app: &mut App, call: &Call, _: ContactList) -> Result<Contacts, AppError> {
    let (mut waiting, mut done) = (Vec::new(), Vec::new());
    for contact in app.contacts(call.today)?.into_iter().filter(|contact| !contact.is_blank()) {
        let place = if contact.waits() { &mut waiting } else { &mut done };
        place.push(contact);
    }
    waiting.sort_by_key(FirstContact::since);
    done.reverse();
    let users = app.read(|reader| Ok(store::tables::users(reader)?))?;
    let lines = |contacts: Vec<FirstContact>| contacts.iter().map(|contact| ContactLine::of(contact, &users, call)).collect();
    Ok(Contacts { waiting: lines(waiting), done: lines(done) })
}

impl ContactLine {
    /// A contact as a line.
    pub(crate) fn of(contact: &FirstContact, users: &[User], call: &Call) -> Self {
        let holder = users.iter().find(|user| Some(user.id) == contact.holder);
        Self {
            contact: contact.id,
            name: contact.name(),
            came_on: contact.came_on.clone(),
            who: contact.who,
            areas: contact.areas.clone(),
            days: contact.days_waited(call.today),
            outcome: contact.outcome,
            holder: holder.map(|user| user.name.clone()),
            case: contact.case,
        }
    }
}

fn add(app: &mut App, call: &Call, _: ContactAdd) -> Result<ContactReply, AppError> {
    let session = app.session()?;
    let (user, activity) = (session.user.clone(), session.user.activity.or(session.unit_activity()));
    let blank = app.contacts(call.today)?.into_iter().find(|contact| contact.entered_by == user.id && contact.is_blank());
    let id = blank.as_ref().map_or_else(|| app.begun_by(call).map(ContactId), |blank| Ok(blank.id))?;
    let begun = FirstContact {
        id,
        entered_at: call.now,
        entered_by: user.id,
        activity,
        came_on: call.today.to_string(),
        clock: call.now.with_timezone(&Stockholm).format("%H.%M").to_string(),
        taken_by: user.name,
        ..FirstContact::default()
    };
    app.write(call, Chain::Contact(id), Kind::Draft { merge: None }, |writer| {
        let written = if blank.is_some() { store::table::update(writer, &begun) } else { store::table::insert(writer, &begun) };
        Ok(written?)
    })?;
    reply(app, call, id)
}

fn show(app: &mut App, call: &Call, request: ContactShow) -> Result<ContactView, AppError> {
    view(app, call, request.contact)
}

fn set(app: &mut App, call: &Call, request: ContactSet) -> Result<ContactReply, AppError> {
    let ContactSet { contact, fields, seen } = request;
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let merge = format!("contact:{contact}:{}", names.join(","));
    let unit = app.session()?.unit_activity();
    app.write(call, Chain::Contact(contact), Kind::Draft { merge: Some(merge) }, |writer| {
        let stored: FirstContact = store::table::one(writer, contact.0)?.ok_or_else(|| AppError::at(Code::NotFound, "contact"))?;
        if stored.case.is_some() {
            return Err(AppError::at(Code::InvalidValue, "contact"));
        }
        let mut changed = overlay_fields(&stored, FirstContact::FIELDS, &fields, &seen)?;
        if changed.outcome != stored.outcome {
            if changed.outcome == Some(ContactOutcome::Case) {
                return Err(AppError::at(Code::InvalidValue, "outcome"));
            }
            changed.date_answer(call.today);
        }
        let known = store::tables::users(writer)?;
        let may_hold = |holder| known.iter().any(|user| user.id == holder && may_hold(user, &stored, unit));
        if changed.holder.is_some_and(|holder| !may_hold(holder)) {
            return Err(AppError::at(Code::InvalidValue, "holder"));
        }
        Ok(store::table::update(writer, &changed)?)
    })?;
    reply(app, call, contact)
}

fn undo(app: &mut App, call: &Call, request: ContactUndo) -> Result<ContactReply, AppError> {
    let ContactUndo { contact } = request;
    let session = app.session_mut()?;
    session.store.undo(reversing(call, contact, session.user.id), |reader| still_there(reader, contact))?;
    reply(app, call, contact)
}

fn redo(app: &mut App, call: &Call, request: ContactRedo) -> Result<ContactReply, AppError> {
    let ContactRedo { contact } = request;
    let session = app.session_mut()?;
    session.store.redo(reversing(call, contact, session.user.id), |reader| still_there(reader, contact))?;
    reply(app, call, contact)
}

fn reversing(call: &Call, contact: ContactId, actor: UserId) -> Undo {
    Undo { command_id: call.id, chain: Chain::Contact(contact), actor, at: call.now }
}

/// Its beginning is not undone, since then there would be nothing to show, and one that became a case stays as it was.
fn still_there(reader: &store::Reader<'_>, contact: ContactId) -> Result<(), AppError> {
    let left: Option<FirstContact> = store::table::one(reader, contact.0)?;
    left.filter(|left| left.case.is_none()).map_or(Err(AppError::new(Code::NothingToUndo)), |_| Ok(()))
}

fn reply(app: &App, call: &Call, contact: ContactId) -> Result<ContactReply, AppError> {
    Ok(ContactReply { saved_at: call.now, view: view(app, call, contact)? })
}

fn view(app: &App, call: &Call, contact: ContactId) -> Result<ContactView, AppError> {
    let contact = app.contact(contact, call.today)?;
    let session = app.session()?;
    let (can_undo, can_redo) = session.store.undoable(Chain::Contact(contact.id))?;
    app.read(|reader| {
        let entry: Option<CaseEntry> = contact.case.map(|case| store::table::one(reader, case.0)).transpose()?.flatten();
        let users = store::tables::users(reader)?;
        let holders = users.iter().filter(|user| may_hold(user, &contact, session.unit_activity()));
        Ok(ContactView {
            waits: contact.waits(),
            days: contact.days_waited(call.today),
            number: entry.map(|entry| entry.number),
            holders: holders.map(Holder::from).collect(),
            can_undo: can_undo && contact.case.is_none(),
            can_redo: can_redo && contact.case.is_none(),
            contact,
        })
    })
}

/// Whether a user can see to a contact: one who works in its branch, and whoever does already.
fn may_hold(user: &User, contact: &FirstContact, unit: Option<Activity>) -> bool {
    let works = user.may(UserRole::Caseworker) || user.may(UserRole::Coordinator);
    contact.holder == Some(user.id) || (works && contact.is_of_branch(user, unit))
}
