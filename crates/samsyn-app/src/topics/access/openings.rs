//! What a check of the access log looks at: the openings of all cases and persons' pages, of protected data and of figures; who was given
//! access to what, or took it; and what users were let do.

use super::period;
use crate::{App, AppError, act::Call};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Stockholm;
use samsyn_plan::{
    access::{CaseAccess, CaseOpening, PersonOpening},
    acts::ProtectedOpening,
    codes::AccessWay,
    first_contact::{ContactOpening, FirstContact},
    identity::IdentityNumber,
    ids::{CaseId, ContactId, PersonId, UserId},
    person::Person,
    statistics::StatisticsOpening,
};
use samsyn_store::{self as store, Chain, Reader, log::Change, tables::CaseEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};
use ts_rs::TS;

/// Lists what stands in the log of some days, the newest first: what a check of the log looks at.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessOpenings {
    /// The first day: a date as typed.
    from: String,
    /// The last day: a date as typed.
    to: String,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LoggedKind {
    /// A case was opened.
    Case,
    /// A person's own page was opened.
    Page,
    /// A first contact was opened.
    Contact,
    /// Protected data were opened in a case.
    Protected,
    /// Somebody was given access to a case.
    Given,
    /// Somebody took part in a case by an own choice.
    Taken,
    /// Somebody's access to a case was ended.
    Ended,
    /// Figures were looked at.
    Statistics,
    /// The tables of a year were given out.
    GivenOut,
    /// It was changed what a user may do, or what the user works with; or the user came, or ended.
    User,
}

/// A line of the log. Whom a case is about stands in the case.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct OpeningLine {
    /// When.
    at: DateTime<Utc>,
    /// What was done.
    what: LoggedKind,
    /// Who, by name.
    who: String,
    /// That user's title at the time; empty where it is not known.
    title: String,
    /// The case; nothing where it was none.
    case: Option<CaseId>,
    /// The case's number; nothing where the case has been erased.
    number: Option<String>,
    /// Why the user who opened the case had it by an own choice; empty otherwise.
    own_choice: String,
    /// Whose page it was; nothing where it was none.
    person: Option<PersonId>,
    /// The first contact; nothing where it was none.
    contact: Option<ContactId>,
    /// The name of the person, or of the one whom the contact is about; nothing where that has been erased, is protected or was never
    /// said.
    name: Option<String>,
    /// Whose access it was, or which user was changed, by name; nothing where it was an opening.
    whom: Option<String>,
    /// Whether somebody did it for themselves: took part, gave themselves access, or changed what they may do.
    to_self: bool,
    /// The year whose tables were given out; nothing where none were.
    year: Option<i32>,
    /// Why access was given, taken or ended, or protected data were opened; empty otherwise.
    reason: String,
}

pub(super) fn openings(app: &mut App, _: &Call, request: AccessOpenings) -> Result<Vec<OpeningLine>, AppError> {
    let (from, to) = period(&request.from, &request.to)?;
    let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
    let (from, before) = (midnight(from), midnight(after));
    let names = app.user_names()?;
    let users = app.history(Chain::Store)?.into_iter().filter(|change| change.last_at >= from && change.last_at < before);
    let mut lines: Vec<_> = users.flat_map(|change| user_lines(&change, &names)).collect();
    app.read(|reader| {
        for opening in store::tables::openings_between(reader, from, before)? {
            lines.push(opening_line(reader, opening)?);
        }
        for opening in store::tables::person_openings_between(reader, from, before)? {
            lines.push(page_line(reader, opening)?);
        }
        for opening in store::tables::contact_openings_between(reader, from, before)? {
            lines.push(contact_line(reader, opening)?);
        }
        lines.extend(store::tables::statistics_openings_between(reader, from, before)?.into_iter().map(statistics_line));
        for (case, look) in store::tables::protected_openings_between(reader, from, before)? {
            lines.push(protected_line(reader, case, look)?);
        }
        for access in store::tables::accesses_between(reader, from, before)? {
            lines.extend(access_line(reader, access)?);
        }
        Ok::<_, AppError>(())
    })?;
    // Within a moment, what was entered last comes first.
    lines.reverse();
    lines.sort_by_key(|line| Reverse(line.at));
    Ok(lines)
}

impl OpeningLine {
    /// A line that says no more than what, who and when.
    fn bare(at: DateTime<Utc>, what: LoggedKind, who: String) -> Self {
        let (title, own_choice, reason) = Default::default();
        Self {
            at,
            what,
            who,
            title,
            case: None,
            number: None,
            own_choice,
            person: None,
            contact: None,
            name: None,
            whom: None,
            to_self: false,
            year: None,
            reason,
        }
    }

    /// The same of a case.
    fn of_case(reader: &Reader<'_>, case: CaseId, bare: Self) -> Result<Self, AppError> {
        let entry: Option<CaseEntry> = store::table::one(reader, case.0)?;
        Ok(Self { case: Some(case), number: entry.map(|entry| entry.number), ..bare })
    }
}

fn opening_line(reader: &Reader<'_>, opening: CaseOpening) -> Result<OpeningLine, AppError> {
    let CaseOpening { at, by, title, case, own_choice, .. } = opening;
    OpeningLine::of_case(reader, case, OpeningLine { title, own_choice, ..OpeningLine::bare(at, LoggedKind::Case, by) })
}

fn page_line(reader: &Reader<'_>, opening: PersonOpening) -> Result<OpeningLine, AppError> {
    let PersonOpening { at, by, title, person, .. } = opening;
    let known: Option<Person> = store::table::one(reader, person.0)?;
    let name = known.filter(|known| !known.is_protected()).map(|known| known.name());
    Ok(OpeningLine { title, person: Some(person), name, ..OpeningLine::bare(at, LoggedKind::Page, by) })
}

fn contact_line(reader: &Reader<'_>, opening: ContactOpening) -> Result<OpeningLine, AppError> {
    let ContactOpening { at, by, title, contact, .. } = opening;
    let known: Option<FirstContact> = store::table::one(reader, contact.0)?;
    let line = OpeningLine { title, contact: Some(contact), ..OpeningLine::bare(at, LoggedKind::Contact, by) };
    match known {
        // Whom a case is about stands in the case.
        Some(FirstContact { case: Some(case), .. }) => OpeningLine::of_case(reader, case, line),
        Some(known) if !known.is_protected() && !names_protected(reader, &known, crate::clock::day_of(at))? => {
            Ok(OpeningLine { name: Some(known.name()).filter(|name| !name.is_empty()), ..line })
        }
        _ => Ok(line),
    }
}

/// Whether a contact has the number of somebody who is protected, although nobody marked the contact itself.
fn names_protected(reader: &Reader<'_>, contact: &FirstContact, on: NaiveDate) -> Result<bool, AppError> {
    let Some(identity) = IdentityNumber::sought(&contact.identity, on) else { return Ok(false) };
    let same = store::tables::person_by_identity(reader, identity.value())?;
    Ok(same.iter().any(|person| person.identity == identity && person.is_protected()))
}

/// A look at figures, or a giving out of tables: of no case, and of nobody.
fn statistics_line(opening: StatisticsOpening) -> OpeningLine {
    let StatisticsOpening { at, by, title, given_out, .. } = opening;
    let what = if given_out.is_some() { LoggedKind::GivenOut } else { LoggedKind::Statistics };
    OpeningLine { title, year: given_out, ..OpeningLine::bare(at, what, by) }
}

fn protected_line(reader: &Reader<'_>, case: CaseId, look: ProtectedOpening) -> Result<OpeningLine, AppError> {
    let ProtectedOpening { at, by, reason, .. } = look;
    OpeningLine::of_case(reader, case, OpeningLine { reason, ..OpeningLine::bare(at, LoggedKind::Protected, by) })
}

/// An access that was given, taken or ended. Whoever opens a case or takes it over stands there by having it open.
fn access_line(reader: &Reader<'_>, access: CaseAccess) -> Result<Option<OpeningLine>, AppError> {
    let CaseAccess { at, by, name, case, way, reason, .. } = access;
    let what = match way {
        AccessWay::Given => LoggedKind::Given,
        AccessWay::OwnChoice => LoggedKind::Taken,
        AccessWay::Ended => LoggedKind::Ended,
        AccessWay::Opened | AccessWay::Received => return Ok(None),
    };
    let to_self = way != AccessWay::Ended && by == name;
    let line = OpeningLine { whom: Some(name), to_self, reason, ..OpeningLine::bare(at, what, by) };
    OpeningLine::of_case(reader, case, line).map(Some)
}

/// What of a change of the store's own chain concerns what users may do.
fn user_lines(change: &Change, names: &BTreeMap<UserId, String>) -> Vec<OpeningLine> {
    let who = names.get(&change.actor).cloned().unwrap_or_default();
    let of_rights = |column: &str| matches!(column, "roles" | "activity" | "ended_at");
    let users = change
        .rows
        .iter()
        .filter(|row| row.table == "user" && row.columns.iter().any(|column| of_rights(&column.column) && column.old != column.new));
    let line = |id: &str| {
        let whom = names.iter().find(|(user, _)| user.to_string() == id).map(|(_, name)| name.clone());
        let bare = OpeningLine::bare(change.last_at, LoggedKind::User, who.clone());
        OpeningLine { whom, to_self: change.actor.to_string() == id, ..bare }
    };
    users.map(|row| line(&row.id)).collect()
}

/// When a day begins in Sweden.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    Stockholm.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}
