//! The access log: who has had a case open, for staff and on paper for the person, the checks that are made of it, and who has
//! access. What enters an opening is `app::opening`, and what refuses one `app::rights`.

mod need;

use super::documents::DocumentName;
use crate::{
    App, AppError, Code,
    act::{Call, date, needed},
    describe::commands,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Stockholm;
use need::{AccessEnd, AccessFind, AccessGive, AccessNamed, AccessNames, AccessTakePart};
use samsyn_plan::{
    access::{self, CaseOpening, LogReview, PersonOpening, ReviewWaits},
    acts::ProtectedOpening,
    case::Case,
    ids::{CaseId, PartyId, PersonId, RecordId},
    person::Person,
};
use samsyn_store::{self as store, Chain, ChainState, Kind, Reader, tables::CaseEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

commands! {
    "access.list" Read [NotFound, OpeningNotLogged] list: AccessList => AccessLog;
    "access.openings" Read [EmptyField, DateUnreadable, DatesOutOfOrder] openings: AccessOpenings => Vec<OpeningLine>;
    "access.reviews" Read [] reviews: AccessReviews => LogReviews;
    "access.review" Act [EmptyField, DateUnreadable, DatesOutOfOrder, InvalidValue] review: AccessReview => LogReviews;
    "access.named" Read [NotFound] need::named: AccessNamed => AccessNames;
    "access.give" Act [NotFound, EmptyField, InvalidValue] need::give: AccessGive => AccessNames;
    "access.end" Act [NotFound, EmptyField, LastAccess] need::end: AccessEnd => AccessNames;
    "access.take_part" Act [NotFound, EmptyField] need::take_part: AccessTakePart => AccessNames;
    "access.find" Read [NotFound, EmptyField] need::find: AccessFind => CaseId;
}

/// Lists who has had a case open here, the newest first, and who has opened protected data in it.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessList {
    /// The case.
    case: CaseId,
}

/// Who has had a case open.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct AccessLog {
    /// Who and when, the newest first.
    lines: Vec<AccessLine>,
    /// Whether its rows are as its own chain of changes says they should be.
    intact: bool,
}

/// Somebody had the case open, or opened what is protected in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct AccessLine {
    /// When.
    at: DateTime<Utc>,
    /// Who, by name.
    who: String,
    /// That user's title; empty where it is not known.
    title: String,
    /// What protected data were opened; nothing where it was the case.
    protected: Option<ProtectedLook>,
    /// Why a user had the case by an own choice; empty otherwise. For staff alone.
    own_choice: String,
}

/// What protected data were opened, and why. For staff alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct ProtectedLook {
    /// Whose: a party's; nothing where they are the person's.
    party: Option<PartyId>,
    /// Why.
    reason: String,
}

/// Lists the openings of all cases, and of all persons' pages, on some days, the newest first: what a check of the log looks at.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessOpenings {
    /// The first day: a date as typed.
    from: String,
    /// The last day: a date as typed.
    to: String,
}

/// An opening of some case, or of a person's own page. Whom a case is about stands in the case.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct OpeningLine {
    /// When.
    at: DateTime<Utc>,
    /// Who, by name.
    who: String,
    /// That user's title at the time.
    title: String,
    /// The case; nothing where it was a person's page.
    case: Option<CaseId>,
    /// The case's number; nothing where the case has been erased.
    number: Option<String>,
    /// Why the user had the case by an own choice; empty otherwise.
    own_choice: String,
    /// Whose page it was; nothing where it was a case.
    person: Option<PersonId>,
    /// That person's name; nothing where the person has been erased, or is protected.
    name: Option<String>,
}

/// Lists the checks of the access log, the newest first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessReviews {}

/// Enters that the access log was checked.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessReview {
    /// Who made the check: name and title.
    reviewer: String,
    /// The first day that was checked: a date as typed.
    from: String,
    /// The last day that was checked: a date as typed, and no day to come.
    to: String,
    /// What was looked at.
    looked_at: String,
    /// What was found.
    finding: String,
    /// When the next check is to be made: a date as typed, after the last day that was checked.
    next_on: String,
}

/// The checks of the access log, and whether one waits.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct LogReviews {
    /// Why a check waits; nothing where none does.
    waits: Option<ReviewWaits>,
    /// The checks, the newest first.
    reviews: Vec<LogReview>,
}

fn list(app: &mut App, _: &Call, request: AccessList) -> Result<AccessLog, AppError> {
    let case = app.case(request.case)?;
    let openings = app.read(|reader| Ok(store::tables::openings_of(reader, case.id)?))?;
    let mut lines = protected_looks(&case, &openings);
    lines.extend(openings.into_iter().map(|opening| {
        let CaseOpening { at, by, title, own_choice, .. } = opening;
        AccessLine { at, who: by, title, protected: None, own_choice }
    }));
    lines.sort_by_key(|line| Reverse(line.at));
    let intact = app.session()?.store.check_chain(Chain::Access(case.id))? != ChainState::Altered;
    Ok(AccessLog { lines, intact })
}

/// Who has opened protected data. An act carries the name alone, so that the title is the one of that name's newest opening.
fn protected_looks(case: &Case, openings: &[CaseOpening]) -> Vec<AccessLine> {
    let title = |name: &str| openings.iter().rfind(|opening| opening.by == name).map(|opening| opening.title.clone()).unwrap_or_default();
    let line = |look: &ProtectedOpening| AccessLine {
        at: look.at,
        who: look.by.clone(),
        title: title(&look.by),
        protected: Some(ProtectedLook { party: look.party, reason: look.reason.clone() }),
        own_choice: String::new(),
    };
    case.protected_openings.iter().map(line).collect()
}

fn openings(app: &mut App, _: &Call, request: AccessOpenings) -> Result<Vec<OpeningLine>, AppError> {
    let (from, to) = period(&request.from, &request.to)?;
    let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
    app.read(|reader| {
        let (from, before) = (midnight(from), midnight(after));
        let cases = store::tables::openings_between(reader, from, before)?;
        let persons = store::tables::person_openings_between(reader, from, before)?;
        let mut lines = cases.into_iter().map(|opening| opening_line(reader, opening)).collect::<Result<Vec<_>, _>>()?;
        lines.extend(persons.into_iter().map(|opening| person_line(reader, opening)).collect::<Result<Vec<_>, _>>()?);
        // Within a moment, what was entered last comes first.
        lines.reverse();
        lines.sort_by_key(|line| Reverse(line.at));
        Ok(lines)
    })
}

fn opening_line(reader: &Reader<'_>, opening: CaseOpening) -> Result<OpeningLine, AppError> {
    let CaseOpening { at, by, title, case, own_choice, .. } = opening;
    let entry: Option<CaseEntry> = store::table::one(reader, case.0)?;
    let number = entry.map(|entry| entry.number);
    Ok(OpeningLine { at, who: by, title, case: Some(case), number, own_choice, person: None, name: None })
}

fn person_line(reader: &Reader<'_>, opening: PersonOpening) -> Result<OpeningLine, AppError> {
    let PersonOpening { at, by, title, person, .. } = opening;
    let known: Option<Person> = store::table::one(reader, person.0)?;
    let name = known.filter(|known| !known.is_protected()).map(|known| known.name());
    Ok(OpeningLine { at, who: by, title, case: None, number: None, own_choice: String::new(), person: Some(person), name })
}

/// The first and the last day of a period.
fn period(from: &str, to: &str) -> Result<(NaiveDate, NaiveDate), AppError> {
    let (from, to) = (date("from", from)?, date("to", to)?);
    if from <= to { Ok((from, to)) } else { Err(AppError::at(Code::DatesOutOfOrder, "to")) }
}

/// When a day begins in Sweden.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    Stockholm.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}

fn reviews(app: &mut App, call: &Call, _: AccessReviews) -> Result<LogReviews, AppError> {
    app.read(|reader| {
        let mut reviews = store::tables::log_reviews(reader)?;
        let waits = access::review_waits(reviews.last(), store::tables::any_opening(reader)?, call.today);
        reviews.reverse();
        Ok(LogReviews { waits, reviews })
    })
}

fn review(app: &mut App, call: &Call, request: AccessReview) -> Result<LogReviews, AppError> {
    let reviewer = needed("reviewer", &request.reviewer)?;
    let (from, to) = period(&request.from, &request.to)?;
    if to > call.today {
        return Err(AppError::at(Code::InvalidValue, "to"));
    }
    let next_on = date("next_on", &request.next_on)?;
    if next_on <= to {
        return Err(AppError::at(Code::DatesOutOfOrder, "next_on"));
    }
    let entered = LogReview {
        id: RecordId(app.new_id(call.now)),
        at: call.now,
        by: app.session()?.user.name.clone(),
        reviewer,
        from,
        to,
        looked_at: needed("looked_at", &request.looked_at)?,
        finding: needed("finding", &request.finding)?,
        next_on,
    };
    app.write(call, Chain::Store, Kind::Act, |writer| Ok(store::table::insert(writer, &entered)?))?;
    reviews(app, call, AccessReviews {})
}

/// The openings that a document tells of: on the paper of who has read, those of the case since it is the person's whose it is
/// now, and none on any other. Who opened the case while it stood on somebody else is told to nobody by it.
pub(crate) fn told_by(reader: &Reader<'_>, document: DocumentName, case: &Case) -> Result<Vec<CaseOpening>, AppError> {
    if document != DocumentName::AccessExtract {
        return Ok(Vec::new());
    }
    let mut openings = store::tables::openings_of(reader, case.id)?;
    openings.retain(|opening| opening.person == case.person.id);
    Ok(openings)
}
