//! Every opening of a case, of a person's own page and of a first contact is entered in the access log before anything of it is
//! answered, and so is every look at figures: a purpose of its own, of every case and of none.

use super::{App, Session, State};
use crate::{AppError, Code, act::Call, describe::CommandKind};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    access::{self, CaseOpening, PersonOpening, Standing},
    codes::Activity,
    first_contact::ContactOpening,
    ids::{CaseId, ContactId, PersonId, RecordId},
    person::Person,
    profile::User,
    statistics::{KeptPublication, StatisticsOpening},
};
use samsyn_store::{self as store, Act, Chain, Kind, Store, StoreError};
use serde_json::json;
use uuid::Uuid;

/// The name of what is entered in the log of changes when a case or a person is opened: no command of its own.
const COMMAND: &str = "access.enter";

impl App {
    /// Enters that the user has a case open (10 § lagen 2001:454, 4 kap. 3 § PDL): for every command whose request names a
    /// case, whatever it does with it, so that no way to read one goes past the log. What the same user does with the same case
    /// within [`access::OPENING_LASTS`] of an entry is no further opening, so that an hour's work is a few rows. A request that
    /// is refused afterwards stays entered: a row too many is no harm.
    ///
    /// Where the entry cannot be written, the case is not read: `OpeningNotLogged`. A command that writes is refused by the
    /// store's own code, as it would have been by its own writing.
    pub(super) fn enter_openings(&mut self, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        if let Some(case) = self.opened_case(call)? {
            self.enter_opening_of(case, kind, call)?;
        }
        if let Some(contact) = self.opened_contact(call)? {
            self.enter_contact(contact, kind, call)?;
        }
        if reads_statistics(call.command) {
            self.enter_statistics(kind, call)?;
        }
        Self::opened_person(call).map_or(Ok(()), |person| self.enter_person(person, kind, call))
    }

    /// The same of a case that the request does not name, or that was another person's when it was made: one that was just
    /// opened, or moved.
    pub(crate) fn enter_opening_of(&mut self, case: CaseId, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let unit = session.unit_activity();
        let Session { store, user, .. } = session.as_mut();
        enter(store, case, user, unit, call.now).map_err(|error| refusal(kind, error))
    }

    /// The same of a person whom the request names: the person's own page is open, with how to reach the person and which cases
    /// there are. A list of search hits is no opening.
    fn enter_person(&mut self, person: PersonId, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let Session { store, user, .. } = session.as_mut();
        enter_person(store, person, user, call.now).map_err(|error| refusal(kind, error))
    }

    /// The same of a first contact.
    fn enter_contact(&mut self, contact: ContactId, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let Session { store, user, .. } = session.as_mut();
        enter_contact(store, contact, user, call.now).map_err(|error| refusal(kind, error))
    }

    /// The same of figures.
    fn enter_statistics(&mut self, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let Session { store, user, .. } = session.as_mut();
        enter_statistics(store, user, call.now).map_err(|error| refusal(kind, error))
    }

    /// Enters that the figures of a year are given out. Tables whose hidden cells later ones are to keep are kept, where they are
    /// not those that were kept last.
    pub(crate) fn enter_given_out(&mut self, call: &Call, year: i32, tables: Option<String>) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let Session { store, user, .. } = session.as_mut();
        enter_given_out(store, user, call.now, year, tables).map_err(|error| refusal(CommandKind::Read, error))
    }
}

/// Whether a command answers with figures.
fn reads_statistics(command: &str) -> bool {
    ["statistics.", "county."].iter().any(|topic| command.starts_with(topic)) || command == "contact.figures"
}

/// What a command answers when its opening could not be entered.
fn refusal(kind: CommandKind, error: StoreError) -> AppError {
    match error {
        StoreError::Damaged | StoreError::Unreadable { .. } => error.into(),
        _ if kind == CommandKind::Read => AppError::new(Code::OpeningNotLogged),
        _ => error.into(),
    }
}

/// Writes the opening where it is one of its own. A case that is not there, or not any more, is not opened.
fn enter(store: &mut Store, case: CaseId, user: &User, unit: Option<Activity>, at: DateTime<Utc>) -> Result<(), StoreError> {
    let begins = store.read(|reader| {
        let Some(person) = store::tables::person_of(reader, case)? else { return Ok::<_, StoreError>(None) };
        let newest = store::tables::newest_opening(reader, case, person, user.id)?;
        if !access::opens_anew(newest, at) {
            return Ok(None);
        }
        let guard = store::tables::case_guard(reader, case)?.unwrap_or_default();
        let own_choice = match guard.standing(user, unit) {
            Standing::OwnChoice(reason) => reason.to_owned(),
            _ => String::new(),
        };
        Ok(Some((person, own_choice)))
    })?;
    let Some((person, own_choice)) = begins else { return Ok(()) };
    let (id, by, title) = (Uuid::now_v7(), user.name.clone(), user.title.clone());
    let opening = CaseOpening { id: RecordId(id), at, by, title, user: user.id, case, person, own_choice };
    let act = entry(id, Chain::Access(case), json!({ "case": case }), user, at);
    store.write(act, |writer| store::table::insert(writer, &opening))
}

/// The same of a person.
fn enter_person(store: &mut Store, person: PersonId, user: &User, at: DateTime<Utc>) -> Result<(), StoreError> {
    let begins = store.read(|reader| {
        let there = store::table::one::<Person>(reader, person.0)?.is_some();
        Ok::<_, StoreError>(there && access::opens_anew(store::tables::newest_person_opening(reader, person, user.id)?, at))
    })?;
    if !begins {
        return Ok(());
    }
    let (id, by, title) = (Uuid::now_v7(), user.name.clone(), user.title.clone());
    let opening = PersonOpening { id: RecordId(id), at, by, title, user: user.id, person };
    let act = entry(id, Chain::PersonAccess(person), json!({ "person": person }), user, at);
    store.write(act, |writer| store::table::insert(writer, &opening))
}

/// The same of a first contact.
fn enter_contact(store: &mut Store, contact: ContactId, user: &User, at: DateTime<Utc>) -> Result<(), StoreError> {
    if !access::opens_anew(store.read(|reader| store::tables::newest_contact_opening(reader, contact, user.id))?, at) {
        return Ok(());
    }
    let (id, by, title) = (Uuid::now_v7(), user.name.clone(), user.title.clone());
    let opening = ContactOpening { id: RecordId(id), at, by, title, user: user.id, contact };
    let act = entry(id, Chain::ContactAccess(contact), json!({ "contact": contact }), user, at);
    store.write(act, |writer| store::table::insert(writer, &opening))
}

/// The same of figures.
fn enter_statistics(store: &mut Store, user: &User, at: DateTime<Utc>) -> Result<(), StoreError> {
    if !access::opens_anew(store.read(|reader| store::tables::newest_statistics_opening(reader, user.id))?, at) {
        return Ok(());
    }
    let opening = of_statistics(user, at, None);
    let act = entry(opening.id.0, Chain::Statistics, json!({}), user, at);
    store.write(act, |writer| store::table::insert(writer, &opening))
}

/// Enters tables that are given out. A retry enters them once more, which is no harm: they are kept once.
fn enter_given_out(store: &mut Store, user: &User, at: DateTime<Utc>, year: i32, tables: Option<String>) -> Result<(), StoreError> {
    let opening = of_statistics(user, at, Some(year));
    let kept = store.read(|reader| store::tables::publications_of(reader, year))?;
    let new = tables.filter(|tables| kept.last().is_none_or(|last| last.content != *tables));
    let new = new.map(|content| KeptPublication { id: RecordId(Uuid::now_v7()), at, by: user.name.clone(), year, content });
    let act = entry(opening.id.0, Chain::Statistics, json!({ "year": year }), user, at);
    store.write(act, |writer| {
        store::table::insert(writer, &opening)?;
        new.as_ref().map_or(Ok(()), |publication| store::table::insert(writer, publication))
    })
}

fn of_statistics(user: &User, at: DateTime<Utc>, given_out: Option<i32>) -> StatisticsOpening {
    let (by, title) = (user.name.clone(), user.title.clone());
    StatisticsOpening { id: RecordId(Uuid::now_v7()), at, by, title, user: user.id, given_out }
}

fn entry(id: Uuid, chain: Chain, arguments: serde_json::Value, user: &User, at: DateTime<Utc>) -> Act<'static> {
    Act { command_id: id, chain, command: COMMAND, arguments, actor: user.id, at, kind: Kind::Act }
}

#[cfg(test)]
mod tests;
