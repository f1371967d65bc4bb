//! What a command asks of the user: a role, and access to the case that its request names. Every command passes here before it
//! is run, so that none can forget it.

use super::{App, Session, State};
use crate::{AppError, Code, act::Call};
use samsyn_plan::{
    access::{CaseAccess, CaseGuard, Standing},
    codes::{AccessWay, Activity, Coded as _, UserRole},
    ids::{CaseId, PersonId, RecordId},
    profile::User,
};
use samsyn_store::{self as store, Act, Chain, Kind, Reader};
use serde_json::{Value, json};
use uuid::Uuid;

/// Works with cases.
const WORKS: &[UserRole] = &[UserRole::Caseworker, UserRole::Coordinator];

/// The roles of which a command asks for one; none where it asks for no role.
pub(crate) fn roles_for(command: &str) -> &'static [UserRole] {
    match command {
        "person.search" | "person.show" | "person.create" | "person.set" | "case.open" | "case.receive" | "statistics.show"
        | "statistics.tables" | "statistics.file" | "contact.list" | "contact.add" | "contact.show" | "contact.set" | "contact.undo"
        | "contact.redo" | "contact.open_case" | "contact.figures" => WORKS,
        "user.add"
        | "user.change"
        | "user.end"
        | "store.change_settings"
        | "store.set_logo"
        | "store.remove_logo"
        | "store.set_signing_module"
        | "store.new_recovery_key"
        | "store.recovery_sheet"
        | "store.confirm_recovery_key"
        | "store.new_organisation_key"
        | "store.set_organisation_key"
        | "store.confirm_organisation_key"
        | "store.remove_organisation_key"
        | "store.organisation_key_file"
        | "store.rekey"
        | "store.hurt_cases"
        | "store.mend_case"
        | "store.backup"
        | "store.plan_backups"
        | "store.find_backups"
        | "store.try_backup" => &[UserRole::Administrator],
        "knowledge.write" | "knowledge.remove" | "knowledge.put_back" => &[UserRole::Administrator, UserRole::Coordinator],
        "catalogue.add" | "catalogue.set" | "catalogue.end" | "catalogue.undo" | "catalogue.redo" | "catalogue.take_in" => {
            &[UserRole::Coordinator, UserRole::Administrator]
        }
        "access.openings" | "access.reviews" | "access.review" => &[UserRole::LogReviewer],
        "case.destroy" | "contact.destroy" | "disposal.list" | "disposal.print" | "disposal.certificate" | "disposal.carry_out" => {
            &[UserRole::Archivist]
        }
        "disposal.set_plan" => &[UserRole::Archivist, UserRole::Administrator],
        _ => &[],
    }
}

/// The commands whose own rule says who may: they give or take access, and read nothing of the case.
const OWN_RULE: &[&str] = &["access.give", "access.take_part"];

impl App {
    /// Refuses a command for which the user has no role. While the store is locked nobody has one, and the command says so.
    pub(super) fn refuse_without_role(&self, command: &str) -> Result<(), AppError> {
        let State::Open(session) = &self.state else { return Ok(()) };
        let roles = roles_for(command);
        if roles.is_empty() || roles.iter().any(|role| session.user.may(*role)) {
            return Ok(());
        }
        let codes: Vec<_> = roles.iter().map(|role| role.code()).collect();
        Err(AppError::new(Code::RoleMissing).with(json!({ "roles": codes })))
    }

    /// The case that a request names and that the user may open; nothing where it names none, or reads nothing of it. A case
    /// that the user may not open is refused, with whom to ask.
    pub(super) fn opened_case(&self, call: &Call) -> Result<Option<CaseId>, AppError> {
        let Some(case) = named(&call.arguments, "case") else { return Ok(None) };
        if OWN_RULE.contains(&call.command) {
            return Ok(None);
        }
        let session = self.session()?;
        let unit = session.unit_activity();
        let refusal = self.read(|reader| {
            let guard = store::tables::case_guard(reader, case)?;
            let shut = guard.filter(|guard| !guard.standing(&session.user, unit).opens());
            shut.map(|guard| no_access(reader, &guard, &session.user, unit)).transpose()
        })?;
        refusal.map_or(Ok(Some(case)), Err)
    }

    /// The person whose own page a request is of. A case that is opened for a person is entered as a case.
    pub(super) fn opened_person(call: &Call) -> Option<PersonId> {
        if call.command.starts_with("person.") { named(&call.arguments, "person") } else { None }
    }

    /// Enters that the user has a case because of having opened it, or taken it over, where that is not so already. A case that
    /// is to be opened gets it first: so none is ever there without.
    pub(crate) fn begin_access(&mut self, call: &Call, case: CaseId, way: AccessWay) -> Result<(), AppError> {
        let session = self.session_mut()?;
        let unit = session.unit_activity();
        let acts = session.store.read(|reader| store::tables::accesses_of(reader, case))?;
        let Session { store, user, .. } = session;
        if (CaseGuard { protected: true, acts }).standing(user, unit) == Standing::Named {
            return Ok(());
        }
        let begun = CaseAccess {
            id: RecordId(Uuid::now_v7()),
            at: call.now,
            by: user.name.clone(),
            user: user.id,
            name: user.name.clone(),
            case,
            way,
            activity: user.activity.or(unit),
            reason: String::new(),
        };
        let act = Act {
            command_id: begun.id.0,
            chain: Chain::Access(case),
            command: call.command,
            arguments: json!({ "case": case }),
            actor: user.id,
            at: call.now,
            kind: Kind::Act,
        };
        Ok(store.write(act, |writer| store::table::insert(writer, &begun))?)
    }

    /// What decides who may open a case, and the users of the store. A case that is not there is refused as not found.
    pub(crate) fn guard_of(&self, case: CaseId) -> Result<(CaseGuard, Vec<User>), AppError> {
        self.read(|reader| {
            let guard = store::tables::case_guard(reader, case)?.ok_or_else(|| AppError::at(Code::NotFound, "case"))?;
            Ok((guard, store::tables::users(reader)?))
        })
    }
}

impl Session {
    /// What the unit works with, which is what a user works with who has said nothing else.
    pub(crate) fn unit_activity(&self) -> Option<Activity> {
        self.organisation.activity
    }
}

/// That a user may not open a case: whom to ask, and whether the user may take part by an own choice, or give access although
/// nobody has it. It tells nothing of the case.
fn no_access(reader: &Reader<'_>, guard: &CaseGuard, user: &User, unit: Option<Activity>) -> Result<AppError, AppError> {
    let users = store::tables::users(reader)?;
    let givers = guard.givers(&users, unit);
    let names: Vec<_> = givers.iter().map(|giver| giver.name.as_str()).collect();
    Ok(AppError::at(Code::NoAccess, "case").with(json!({
        "ask": names,
        "take_part": guard.standing(user, unit).may_take_part(),
        "may_give": givers.iter().any(|giver| giver.id == user.id),
    })))
}

/// The identifier in a field of a request.
pub(super) fn named<T: serde::de::DeserializeOwned>(arguments: &Value, field: &str) -> Option<T> {
    arguments.get(field).and_then(|id| serde_json::from_value(id.clone()).ok())
}

#[cfg(test)]
mod tests;
