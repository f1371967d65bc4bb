//! How commands reach the open store. Every write is one transaction on one chain, entered in the change log.

use super::{Acting, App, Session, State, acting::Desk, hidden::guard, sha256};
use crate::{
    AppError, Code,
    act::Call,
    describe::CommandKind,
    topics::{catalogue::Lists, disposal},
    view::{self, CaseLine, CaseReply, CaseView, Surroundings},
};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    access::CaseGuard,
    acts::Closing,
    case::Case,
    ids::{CaseId, PersonId, UserId},
    person::Person,
    profile::Profile,
};
use samsyn_store::{self as store, Act, Chain, ChainState, Kind, Reader, StoreError, Undo, Writer, log::Change, tables::CaseEntry};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use uuid::Uuid;

impl App {
    /// The open store; refused while it is locked or not there.
    pub(crate) fn session(&self) -> Result<&Session, AppError> {
        match &self.state {
            State::Open(session) => Ok(session),
            other => Err(other.refusal()),
        }
    }

    /// The open store, to write.
    pub(crate) fn session_mut(&mut self) -> Result<&mut Session, AppError> {
        match &mut self.state {
            State::Open(session) => Ok(session),
            other => Err(other.refusal()),
        }
    }

    /// The county profile.
    pub(crate) fn profile(&self) -> Result<&Profile, AppError> {
        Ok(&self.session()?.profile)
    }

    /// A new identifier.
    pub(crate) fn new_id(&self, now: DateTime<Utc>) -> Uuid {
        self.ids.next(now)
    }

    /// The identifier of the case or person that a call begins. A retry has that of the first.
    pub(crate) fn begun_by(&self, call: &Call) -> Result<Uuid, AppError> {
        Ok(self.session()?.store.chain_written(call.id)?.unwrap_or_else(|| self.new_id(call.now)))
    }

    /// Reads.
    pub(crate) fn read<R>(&self, f: impl FnOnce(&Reader<'_>) -> Result<R, AppError>) -> Result<R, AppError> {
        self.session()?.store.read(f)
    }

    /// Writes one chain in one transaction.
    pub(crate) fn write<R>(
        &mut self,
        call: &Call,
        chain: Chain,
        kind: Kind,
        f: impl FnOnce(&Writer<'_>) -> Result<R, AppError>,
    ) -> Result<R, AppError>
    where
        R: Serialize + DeserializeOwned,
    {
        let session = self.session_mut()?;
        let actor = session.user.id;
        session.store.write(entry(call, chain, kind, actor), f)
    }

    /// An act on a case: never undone.
    pub(crate) fn act(
        &mut self,
        call: &Call,
        case: CaseId,
        f: impl FnOnce(&Acting<'_>) -> Result<(), AppError>,
    ) -> Result<CaseReply, AppError> {
        let added = self.on_case(call, case, Kind::Act, |acting| f(acting).map(|()| None))?;
        self.reply(call, case, added)
    }

    /// An act on a case whose answer is not the case.
    pub(crate) fn enter(&mut self, call: &Call, case: CaseId, f: impl FnOnce(&Acting<'_>) -> Result<(), AppError>) -> Result<(), AppError> {
        self.on_case(call, case, Kind::Act, |acting| f(acting))
    }

    /// An act by which a file leaves: `f` enters it. A retry gets the file again only where it is the one that was entered, so
    /// that none leaves that no row is about.
    pub(crate) fn leave(
        &mut self,
        call: &Call,
        case: CaseId,
        file: &[u8],
        f: impl FnOnce(&Acting<'_>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let made = sha256(file);
        let entered = self.on_case(call, case, Kind::Act, |acting| f(acting).map(|()| made.clone()))?;
        if entered == made { Ok(()) } else { Err(AppError::new(Code::CommandIdReused)) }
    }

    /// Drafting in a case. Saves with the same `merge` are one change.
    pub(crate) fn draft(
        &mut self,
        call: &Call,
        case: CaseId,
        merge: Option<String>,
        f: impl FnOnce(&Acting<'_>) -> Result<Option<Uuid>, AppError>,
    ) -> Result<CaseReply, AppError> {
        let added = self.on_case(call, case, Kind::Draft { merge }, f)?;
        self.reply(call, case, added)
    }

    fn on_case<R>(
        &mut self,
        call: &Call,
        case: CaseId,
        kind: Kind,
        f: impl FnOnce(&Acting<'_>) -> Result<R, AppError>,
    ) -> Result<R, AppError>
    where
        R: Serialize + DeserializeOwned,
    {
        let Self { state, law, ids, .. } = self;
        let State::Open(session) = state else { return Err(state.refusal()) };
        let Session { store, user, organisation, logo, profile, practice, .. } = session.as_mut();
        let desk = Desk { organisation, logo: logo.as_ref(), agreements: &profile.agreements, user, law, practice: *practice, ids };
        store.write(entry(call, Chain::Case(case), kind, user.id), |writer| f(&Acting::on(call, case, &desk, writer)?))
    }

    /// A case with all its records.
    pub(crate) fn case(&self, case: CaseId) -> Result<Case, AppError> {
        self.read(|reader| store::tables::load_case(reader, case)?.ok_or_else(|| AppError::at(Code::NotFound, "case")))
    }

    /// A case with all its records, for a list of many: nothing where it cannot be shown, as when a salvage lost its person. One
    /// damaged record never blanks a whole list.
    pub(crate) fn readable(&self, case: CaseId) -> Result<Option<Case>, AppError> {
        self.read(|reader| readable(reader, case))
    }

    /// Every case that the user may open, as a line. There is no count of the others.
    pub(crate) fn case_lines(&self) -> Result<Vec<CaseLine>, AppError> {
        let session = self.session()?;
        self.read(|reader| {
            let (guards, unguarded) = (store::tables::case_guards(reader)?, CaseGuard::default());
            let guard = |case| guards.get(&case).unwrap_or(&unguarded);
            let mut entries = store::tables::case_list(reader)?;
            entries.retain(|entry| guard(entry.id).standing(&session.user, session.unit_activity()).opens());
            entries.into_iter().map(|entry| line(reader, entry)).collect()
        })
    }

    /// A person's cases that the user may open, as lines. No other case is read: it is asked at each key of a search.
    pub(crate) fn case_lines_of(&self, person: PersonId) -> Result<Vec<CaseLine>, AppError> {
        let session = self.session()?;
        self.read(|reader| {
            let mut lines = Vec::new();
            for entry in store::tables::cases_of(reader, person)? {
                if guard(reader, &entry)?.standing(&session.user, session.unit_activity()).opens() {
                    lines.push(line(reader, entry)?);
                }
            }
            Ok(lines)
        })
    }

    /// Every case as a line, whoever may open it: for what the program itself asks.
    fn every_case_line(&self) -> Result<Vec<CaseLine>, AppError> {
        self.read(|reader| store::tables::case_list(reader)?.into_iter().map(|entry| line(reader, entry)).collect())
    }

    /// What the screen gets of a case.
    pub(crate) fn view_of(&mut self, call: &Call, case: CaseId) -> Result<CaseView, AppError> {
        let loaded = self.case(case)?;
        let session = self.session_mut()?;
        let chain = Chain::Case(case);
        let of_person = Chain::Person(loaded.person.id);
        let altered = |chain| Ok::<_, AppError>(session.store.check_chain(chain)? == ChainState::Altered);
        let intact = !altered(chain)? && !altered(of_person)?;
        let altered_since = session.store.altered_since(chain)?.or(session.store.altered_since(of_person)?);
        let (can_undo, can_redo) = session.store.undoable(chain)?;
        let session = self.session()?;
        let lists = session.store.read(|reader| Lists::read(reader, &session.profile))?;
        let (disposal, archive_copy_missing) =
            self.read(|reader| disposal::standing(reader, &loaded, &session.profile.disposal, session.organisation.activity, call.today))?;
        let around = Surroundings {
            organisation: &session.organisation,
            profile: &session.profile,
            law: &self.law,
            demarcations: &lists.demarcations,
            today: call.today,
            disposal,
            archive_copy_missing,
            can_undo,
            can_redo,
            intact,
            altered_since,
        };
        Ok(view::view(loaded, &around))
    }

    /// The answer to whatever wrote to a case: whoever gets it has the case open.
    pub(crate) fn reply(&mut self, call: &Call, case: CaseId, added: Option<Uuid>) -> Result<CaseReply, AppError> {
        self.enter_opening_of(case, CommandKind::Act, call)?;
        Ok(CaseReply { saved_at: call.now, added, view: self.view_of(call, case)? })
    }

    /// The changes of a chain, oldest first.
    pub(crate) fn history(&self, chain: Chain) -> Result<Vec<Change>, AppError> {
        Ok(self.session()?.store.history(chain)?)
    }

    /// Undoes the newest drafting of a case; the domain has a word before it commits.
    pub(crate) fn undo(&mut self, call: &Call, case: CaseId, check: impl FnOnce(&Case) -> Result<(), AppError>) -> Result<(), AppError> {
        let session = self.session_mut()?;
        let undo = Undo { command_id: call.id, chain: Chain::Case(case), actor: session.user.id, at: call.now };
        session.store.undo(undo, |reader| checked(reader, case, check)).map(|_| ())
    }

    /// Redoes what was undone last; the domain has a word before it commits.
    pub(crate) fn redo(&mut self, call: &Call, case: CaseId, check: impl FnOnce(&Case) -> Result<(), AppError>) -> Result<(), AppError> {
        let session = self.session_mut()?;
        let undo = Undo { command_id: call.id, chain: Chain::Case(case), actor: session.user.id, at: call.now };
        session.store.redo(undo, |reader| checked(reader, case, check)).map(|_| ())
    }

    /// The names of the store's users, and of those who wrote in cases that came from other stores.
    pub(crate) fn user_names(&self) -> Result<BTreeMap<UserId, String>, AppError> {
        self.read(|reader| Ok(store::tables::colleagues(reader)?))
    }

    /// Whether a meeting runs in any open case.
    pub(crate) fn meeting_runs(&self) -> bool {
        let Ok(lines) = self.every_case_line() else { return false };
        lines.iter().filter(|line| !line.closed).any(|line| self.case(line.case).is_ok_and(|case| case.running_meeting().is_some()))
    }
}

/// What [`App::readable`] gives, within another reading.
pub(crate) fn readable(reader: &Reader<'_>, case: CaseId) -> Result<Option<Case>, AppError> {
    match store::tables::load_case(reader, case) {
        Err(StoreError::Missing) => Ok(None),
        found => Ok(whole(found)?.flatten()),
    }
}

/// What was read, or nothing where a value of it cannot be what it should.
pub(crate) fn whole<T>(found: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match found {
        Err(StoreError::Unreadable { .. }) => Ok(None),
        found => found.map(Some),
    }
}

fn line(reader: &Reader<'_>, entry: CaseEntry) -> Result<CaseLine, AppError> {
    let person: Option<Person> = whole(store::table::one(reader, entry.person.0))?.flatten();
    let closings = whole(store::table::all::<Closing>(reader, entry.id.0))?;
    Ok(CaseLine {
        case: entry.id,
        number: entry.number,
        plan_type: entry.plan_type,
        person: entry.person,
        name: person.map(|person| person.name()).unwrap_or_default(),
        opened_at: entry.opened_at,
        closed: closings.is_some_and(|closings| !closings.is_empty()),
    })
}

fn entry(call: &Call, chain: Chain, kind: Kind, actor: UserId) -> Act<'_> {
    Act { command_id: call.id, chain, command: call.command, arguments: call.arguments.clone(), actor, at: call.now, kind }
}

fn checked(reader: &Reader<'_>, case: CaseId, check: impl FnOnce(&Case) -> Result<(), AppError>) -> Result<(), AppError> {
    check(&store::tables::load_case(reader, case)?.ok_or_else(|| AppError::new(Code::NotFound))?)
}
