//! Every opening of a case is entered in the access log, before anything of the case is answered.

use super::{App, Session, State};
use crate::{AppError, Code, act::Call, describe::CommandKind};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    access::{self, CaseOpening},
    ids::{CaseId, RecordId},
    profile::User,
};
use samsyn_store::{self as store, Act, Chain, Kind, Store, StoreError};
use serde_json::json;
use uuid::Uuid;

/// The name of what is entered in the log of changes when a case is opened: no command of its own.
const COMMAND: &str = "access.enter";

impl App {
    /// Enters that the user has a case open (10 § lagen 2001:454, 4 kap. 3 § PDL): for every command whose request names a
    /// case, whatever it does with it, so that no way to read one goes past the log. What the same user does with the same case
    /// within [`access::OPENING_LASTS`] of an entry is no further opening, so that an hour's work is a few rows. A request that
    /// is refused afterwards stays entered: a row too many is no harm.
    ///
    /// Where the entry cannot be written, the case is not read: `OpeningNotLogged`. A command that writes is refused by the
    /// store's own code, as it would have been by its own writing.
    pub(super) fn enter_opening(&mut self, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let named = call.arguments.get("case").and_then(|case| serde_json::from_value(case.clone()).ok());
        named.map_or(Ok(()), |case| self.enter_opening_of(case, kind, call))
    }

    /// The same of a case that the request does not name, or that was another person's when it was made: one that was just
    /// opened, or moved.
    pub(super) fn enter_opening_of(&mut self, case: CaseId, kind: CommandKind, call: &Call) -> Result<(), AppError> {
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let Session { store, user, .. } = session.as_mut();
        enter(store, case, user, call.now).map_err(|error| refusal(kind, error))
    }
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
fn enter(store: &mut Store, case: CaseId, user: &User, at: DateTime<Utc>) -> Result<(), StoreError> {
    let begins = store.read(|reader| {
        let Some(person) = store::tables::person_of(reader, case)? else { return Ok::<_, StoreError>(None) };
        let newest = store::tables::newest_opening(reader, case, person, user.id)?;
        Ok(access::opens_anew(newest, at).then_some(person))
    })?;
    let Some(person) = begins else { return Ok(()) };
    let id = Uuid::now_v7();
    let opening = CaseOpening { id: RecordId(id), at, by: user.name.clone(), title: user.title.clone(), user: user.id, case, person };
    let act = Act {
        command_id: id,
        chain: Chain::Access(case),
        command: COMMAND,
        arguments: json!({ "case": case }),
        actor: user.id,
        at,
        kind: Kind::Act,
    };
    store.write(act, |writer| store::table::insert(writer, &opening))
}

#[cfg(test)]
mod tests;
