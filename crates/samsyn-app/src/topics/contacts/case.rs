//! A first contact becomes a case: what was said goes on with the person, by the same rules as where somebody is entered anew.

use crate::{
    App, AppError, Code,
    act::Call,
    topics::{cases, people},
    view::CaseReply,
};
use samsyn_plan::{
    codes::{ContactOutcome, PlanType},
    drafts::Need,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::{CaseId, ContactId, PersonId, RecordId},
    person::Person,
};
use samsyn_store::{self as store, Chain, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Opens a case of a first contact, and ends the contact. The person is the one who is named, or the one with the contact's number:
/// somebody who is not here is entered. What is about the contact goes into the need.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactOpenCase {
    /// The contact.
    contact: ContactId,
    /// The person, where somebody was found who is the same.
    #[serde(default)]
    person: Option<PersonId>,
    /// Enter the person in spite of a likely duplicate by name.
    #[serde(default)]
    in_spite_of_duplicate: bool,
}

/// The person and the case are written before the contact is ended. Where the program stops between them, the next try finds the
/// person by the number and the case by the command's own identifier, so that each is there once.
pub(super) fn open_case(app: &mut App, call: &Call, request: ContactOpenCase) -> Result<CaseReply, AppError> {
    let contact = app.contact(request.contact, call.today)?;
    if let Some(case) = contact.case {
        return app.reply(call, case, Some(case.0));
    }
    let person = match request.person {
        Some(person) => person,
        None => person_of(app, call, &contact, request.in_spite_of_duplicate)?,
    };
    app.refuse_named_only(person)?;
    keep_protected(app, call, &contact, person)?;
    let need = need(&contact, &app.session()?.organisation.unit);
    let case = cases::begin(app, call, person, PlanType::Sip, |writer, case| {
        Ok(store::table::update(writer, &Need { id: RecordId(case.0), ..need })?)
    })?;
    end(app, call, &contact, case)?;
    app.reply(call, case, Some(case.0))
}

/// A part of the command that writes another chain than the case's.
fn part(app: &App, call: &Call, contact: ContactId) -> Call {
    let arguments = json!({ "contact": contact });
    Call { command: call.command, id: app.new_id(call.now), arguments, now: call.now, today: call.today }
}

/// The person with the contact's number, entered where nobody has it.
fn person_of(app: &mut App, call: &Call, contact: &FirstContact, in_spite: bool) -> Result<PersonId, AppError> {
    if let Some(identity) = IdentityNumber::sought(&contact.identity, call.today) {
        let same = app.read(|reader| Ok(store::tables::person_by_identity(reader, identity.value())?))?;
        if let Some(known) = same.into_iter().find(|known| known.identity == identity) {
            return Ok(known.id);
        }
    }
    let part = part(app, call, contact.id);
    people::enter(app, &part, people::PersonCreate::of_contact(contact, in_spite)).map(|person| person.id)
}

/// What was said of a protection holds for a person who is here already, too.
fn keep_protected(app: &mut App, call: &Call, contact: &FirstContact, person: PersonId) -> Result<(), AppError> {
    let known: Option<Person> = app.read(|reader| Ok(store::table::one(reader, person.0)?))?;
    let known = known.ok_or_else(|| AppError::at(Code::NotFound, "person"))?;
    if !contact.is_protected() || known.is_protected() {
        return Ok(());
    }
    let part = part(app, call, contact.id);
    let guarded = Person { protection: contact.protection, ..known };
    app.write(&part, Chain::Person(person), Kind::Act, |writer| Ok(store::table::update(writer, &guarded)?))
}

/// What the contact tells of the need.
fn need(contact: &FirstContact, unit: &str) -> Need {
    let main_area = if let [only] = contact.areas.as_slice() { Some(*only) } else { None };
    Need {
        seen_by: contact.taken_by.clone(),
        seen_at_unit: unit.to_owned(),
        seen_on: contact.came_on.clone(),
        description: contact.about.clone(),
        areas: contact.areas.clone(),
        main_area,
        waiting_since: contact.seeking_since.clone(),
        ..Need::default()
    }
}

/// Ends the contact with the case that came of it.
fn end(app: &mut App, call: &Call, contact: &FirstContact, case: CaseId) -> Result<(), AppError> {
    let mut ended = FirstContact { outcome: Some(ContactOutcome::Case), case: Some(case), ..contact.clone() };
    ended.date_answer(call.today);
    let part = part(app, call, contact.id);
    app.write(&part, Chain::Contact(contact.id), Kind::Act, |writer| Ok(store::table::update(writer, &ended)?))
}
