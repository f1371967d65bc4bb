//! Whom a user may not know of, and what is asked of whoever would lift a protection.

use super::App;
use crate::{AppError, Code};
use samsyn_plan::{
    access::{CaseGuard, Standing},
    case::Case,
    codes::{Activity, UserRole},
    ids::{CaseId, PersonId, UserId},
    person::Person,
    profile::User,
};
use samsyn_store::{self as store, Reader, tables::CaseEntry};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// Why no search by name finds a person for a user. The whole number finds the person still: it is known by whoever types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hidden {
    /// Every case is another branch's. The user may open one for the own branch.
    OtherBranch,
    /// Somebody is protected in a case, and the user is named on none: whoever is named lets others in, and nobody lets
    /// themselves in by a case of their own.
    NamedOnly,
    /// Protected, and without a case: hidden from everybody but whoever entered the person.
    WithoutCase,
}

impl App {
    /// Everybody who is hidden from the user.
    pub(crate) fn hidden_people(&self) -> Result<HashMap<PersonId, Hidden>, AppError> {
        let session = self.session()?;
        let (user, unit) = (&session.user, session.unit_activity());
        self.read(|reader| {
            let (guards, unguarded) = (store::tables::case_guards(reader)?, CaseGuard::default());
            let mut by_person: HashMap<PersonId, Vec<&CaseGuard>> = HashMap::new();
            for entry in store::tables::case_list(reader)? {
                by_person.entry(entry.person).or_default().push(guards.get(&entry.id).unwrap_or(&unguarded));
            }
            let by_cases = by_person.into_iter().filter_map(|(person, of)| Some((person, hidden_by(&of, user, unit)?)));
            let mut hidden: HashMap<_, _> = by_cases.collect();
            let without = store::tables::protected_without_case(reader)?.into_iter().filter(|(_, by)| *by != Some(user.id));
            hidden.extend(without.map(|(person, _)| (person, Hidden::WithoutCase)));
            Ok(hidden)
        })
    }

    /// The cases of which the user may know: those that the user may open, or take part in.
    pub(crate) fn known_cases(&self) -> Result<HashSet<CaseId>, AppError> {
        let session = self.session()?;
        self.read(|reader| {
            let (guards, unguarded) = (store::tables::case_guards(reader)?, CaseGuard::default());
            let known = |case: &CaseId| guards.get(case).unwrap_or(&unguarded).standing(&session.user, session.unit_activity()).may_know();
            Ok(store::tables::case_list(reader)?.into_iter().map(|entry| entry.id).filter(known).collect())
        })
    }

    /// Refuses what would tell the user of a person of whom only those who are named may know.
    pub(crate) fn refuse_named_only(&self, person: PersonId) -> Result<(), AppError> {
        self.refuse_hidden_as(person, |hidden| hidden == Hidden::NamedOnly)
    }

    /// Refuses what would change anything of a person who is hidden from the user.
    pub(crate) fn refuse_hidden(&self, person: PersonId) -> Result<(), AppError> {
        self.refuse_hidden_as(person, |_| true)
    }

    fn refuse_hidden_as(&self, person: PersonId, refused: impl Fn(Hidden) -> bool) -> Result<(), AppError> {
        let session = self.session()?;
        let (user, unit) = (&session.user, session.unit_activity());
        self.read(|reader| {
            let guards = guards(reader, person)?;
            let of: Vec<_> = guards.iter().collect();
            let without = store::tables::protected_without_case(reader)?.into_iter().find(|(other, _)| *other == person);
            let hidden = match without {
                Some((_, by)) => (by != Some(user.id)).then_some(Hidden::WithoutCase),
                None if of.is_empty() => None,
                None => hidden_by(&of, user, unit),
            };
            let by = without.and_then(|(_, by)| by);
            if hidden.is_some_and(refused) { Err(to_be_asked(reader, Code::PersonHidden, &of, by, unit)?) } else { Ok(()) }
        })
    }

    /// Refuses unless the user is named on every case of the person.
    pub(crate) fn refuse_unnamed(&self, person: PersonId) -> Result<(), AppError> {
        let session = self.session()?;
        self.read(|reader| refuse_unnamed(reader, person, &session.user, session.unit_activity()))
    }

    /// Refuses to change a protection that somebody else's case keeps: it shuts everybody out of each of the person's cases who
    /// is not named there, and so only whoever is named on all of them lifts it.
    pub(crate) fn refuse_lifting(&self, person: PersonId) -> Result<(), AppError> {
        let known: Option<Person> = self.read(|reader| Ok(store::table::one(reader, person.0)?))?;
        if known.is_some_and(|known| known.is_protected()) { self.refuse_unnamed(person) } else { Ok(()) }
    }
}

/// Refuses unless the user is named on every case of the person, closed ones too.
pub(crate) fn refuse_unnamed(reader: &Reader<'_>, person: PersonId, user: &User, unit: Option<Activity>) -> Result<(), AppError> {
    refuse_others(reader, &guards(reader, person)?, user, unit)
}

/// Refuses unless the user is named on every case of the person that came before this one: a case that somebody opens for the
/// purpose gives by itself nothing of what others keep.
pub(crate) fn refuse_newcomer(reader: &Reader<'_>, case: &Case, user: &User, unit: Option<Activity>) -> Result<(), AppError> {
    let earlier = store::tables::cases_of(reader, case.person.id)?.into_iter().take_while(|entry| entry.id != case.id);
    let guards = earlier.map(|entry| guard(reader, &entry)).collect::<Result<Vec<_>, _>>()?;
    refuse_others(reader, &guards, user, unit)
}

fn refuse_others(reader: &Reader<'_>, guards: &[CaseGuard], user: &User, unit: Option<Activity>) -> Result<(), AppError> {
    let others: Vec<_> = guards.iter().filter(|guard| guard.standing(user, unit) != Standing::Named).collect();
    if others.is_empty() { Ok(()) } else { Err(to_be_asked(reader, Code::NotOnEveryCase, &others, None, unit)?) }
}

/// What decides who may open each of a person's cases.
fn guards(reader: &Reader<'_>, person: PersonId) -> Result<Vec<CaseGuard>, AppError> {
    store::tables::cases_of(reader, person)?.iter().map(|entry| guard(reader, entry)).collect()
}

/// What decides who may open a case.
pub(super) fn guard(reader: &Reader<'_>, entry: &CaseEntry) -> Result<CaseGuard, AppError> {
    Ok(store::tables::case_guard(reader, entry.id)?.unwrap_or_default())
}

/// Whether a person with these cases is hidden from a user: one who may open a case of the person, or take part in it, knows of
/// the person.
fn hidden_by(guards: &[&CaseGuard], user: &User, unit: Option<Activity>) -> Option<Hidden> {
    if guards.iter().any(|guard| guard.standing(user, unit).may_know()) {
        return None;
    }
    Some(if guards.iter().any(|guard| guard.protected) { Hidden::NamedOnly } else { Hidden::OtherBranch })
}

/// A refusal with the names of those who can let the user in, and nothing else. Where there is no case it is `by`, who entered
/// the person, and where nobody is left the administrators.
fn to_be_asked(
    reader: &Reader<'_>,
    code: Code,
    guards: &[&CaseGuard],
    by: Option<UserId>,
    unit: Option<Activity>,
) -> Result<AppError, AppError> {
    let users = store::tables::users(reader)?;
    let mut names: Vec<_> = guards.iter().flat_map(|guard| guard.givers(&users, unit)).map(|giver| giver.name.clone()).collect();
    names.extend(users.iter().filter(|user| Some(user.id) == by && user.is_active()).map(|user| user.name.clone()));
    if names.is_empty() {
        names.extend(users.iter().filter(|user| user.may(UserRole::Administrator)).map(|user| user.name.clone()));
    }
    names.sort_unstable();
    names.dedup();
    Ok(AppError::at(code, "person").with(json!({ "ask": names.join(", ") })))
}
