//! Which first contacts a user may know of.

use super::{App, Hidden, named};
use crate::{AppError, Code, act::Call};
use chrono::NaiveDate;
use samsyn_plan::{
    access::CaseGuard,
    codes::Activity,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::{CaseId, ContactId, PersonId},
    profile::User,
};
use samsyn_store::{self as store, Reader};
use std::collections::{BTreeMap, HashMap};

/// What decides which first contacts a user may know of.
struct Sight<'a> {
    user: &'a User,
    unit: Option<Activity>,
    users: Vec<User>,
    hidden: HashMap<PersonId, Hidden>,
    guards: BTreeMap<CaseId, CaseGuard>,
    today: NaiveDate,
}

impl App {
    /// Every first contact that the user may open, the first entered first. There is no count of the others.
    pub(crate) fn contacts(&self, today: NaiveDate) -> Result<Vec<FirstContact>, AppError> {
        let sight = self.sight(today)?;
        self.read(|reader| {
            let mut seen = Vec::new();
            for contact in store::tables::first_contacts(reader)? {
                if sight.opens(reader, &contact)? {
                    seen.push(contact);
                }
            }
            Ok(seen)
        })
    }

    /// A first contact. One that the user may not open is as missing as one that is nowhere.
    pub(crate) fn contact(&self, contact: ContactId, today: NaiveDate) -> Result<FirstContact, AppError> {
        let sight = self.sight(today)?;
        self.read(|reader| {
            let missing = || AppError::at(Code::NotFound, "contact");
            let found: FirstContact = store::table::one(reader, contact.0)?.ok_or_else(missing)?;
            if sight.opens(reader, &found)? { Ok(found) } else { Err(missing()) }
        })
    }

    /// The first contact that a request names and that the user may open; nothing where it names none.
    pub(super) fn opened_contact(&self, call: &Call) -> Result<Option<ContactId>, AppError> {
        let Some(contact) = named(&call.arguments, "contact").filter(|_| call.command.starts_with("contact.")) else { return Ok(None) };
        self.session()?;
        self.contact(contact, call.today).map(|found| Some(found.id))
    }

    fn sight(&self, today: NaiveDate) -> Result<Sight<'_>, AppError> {
        let session = self.session()?;
        let hidden = self.hidden_people()?;
        self.read(|reader| {
            let (users, guards) = (store::tables::users(reader)?, store::tables::case_guards(reader)?);
            Ok(Sight { user: &session.user, unit: session.unit_activity(), users, hidden, guards, today })
        })
    }
}

impl Sight<'_> {
    /// Whether the user may open a contact. One that a case came of is for those who may open the case. One with the number of
    /// somebody who is hidden from the user is for those alone who have it in hand.
    fn opens(&self, reader: &Reader<'_>, contact: &FirstContact) -> Result<bool, AppError> {
        if let Some(case) = contact.case {
            return Ok(self.guards.get(&case).is_some_and(|guard| guard.standing(self.user, self.unit).opens()));
        }
        let in_hand = contact.entered_by == self.user.id || contact.holder == Some(self.user.id);
        Ok(contact.opens_to(self.user, &self.users, self.unit) && (in_hand || !self.hides(reader, contact)?))
    }

    fn hides(&self, reader: &Reader<'_>, contact: &FirstContact) -> Result<bool, AppError> {
        let Some(identity) = IdentityNumber::sought(&contact.identity, self.today) else { return Ok(false) };
        let same = store::tables::person_by_identity(reader, identity.value())?;
        Ok(same.iter().any(|person| person.identity == identity && self.hidden.contains_key(&person.id)))
    }
}
