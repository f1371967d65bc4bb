//! The access log: who has had a case open, for staff and on paper for the person, the checks that are made of it, and who has
//! access. What enters an opening is `app::opening`, and what refuses one `app::rights`.

mod need;
mod openings;

use super::documents::DocumentName;
use crate::{
    App, AppError, Code,
    act::{Call, date, needed},
    app::whole,
    clock::day_of,
    describe::commands,
};
use chrono::{DateTime, NaiveDate, Utc};
use need::{AccessEnd, AccessFind, AccessGive, AccessNamed, AccessNames, AccessTakePart};
use openings::{AccessOpenings, OpeningLine};
use samsyn_plan::{
    access::{self, CaseOpening, LogReview, Reading, ReviewWaits},
    acts::ProtectedOpening,
    case::Case,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::{CaseId, ContactId, PartyId, RecordId},
    person::Person,
};
use samsyn_store::{self as store, Chain, ChainState, Kind, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

commands! {
    "access.list" Read [NotFound, OpeningNotLogged] list: AccessList => AccessLog;
    "access.openings" Read [EmptyField, DateUnreadable, DatesOutOfOrder] openings::openings: AccessOpenings => Vec<OpeningLine>;
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
    // The extract tells of each of these.
    let contacts = app.read(|reader| Ok(store::tables::contacts_of_case(reader, case.id)?))?;
    let chains = [Chain::Access(case.id), Chain::PersonAccess(case.person.id)].into_iter();
    let mut intact = true;
    for chain in chains.chain(contacts.into_iter().map(Chain::ContactAccess)) {
        intact &= app.session()?.store.check_chain(chain)? != ChainState::Altered;
    }
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

/// The first and the last day of a period.
fn period(from: &str, to: &str) -> Result<(NaiveDate, NaiveDate), AppError> {
    let (from, to) = (date("from", from)?, date("to", to)?);
    if from <= to { Ok((from, to)) } else { Err(AppError::at(Code::DatesOutOfOrder, "to")) }
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

/// What a document tells of who has read: on the paper of that, the openings of the case while it was the person's whose it is
/// now, those of the first contact that it came of, and those of the person's own page; none on any other. Who opened the case
/// while it stood on somebody else is told to nobody by it.
pub(crate) fn told_by(reader: &Reader<'_>, document: DocumentName, case: &Case) -> Result<Vec<Reading>, AppError> {
    if document != DocumentName::AccessExtract {
        return Ok(Vec::new());
    }
    let openings = store::tables::openings_of(reader, case.id)?.into_iter().filter(|opening| opening.person == case.person.id);
    let pages = store::tables::person_openings_of(reader, case.person.id)?;
    let mut readings: Vec<_> = openings.map(Reading::from).chain(pages.into_iter().map(Reading::from)).collect();
    for contact in store::tables::contacts_of_case(reader, case.id)? {
        let names_the_person = names(reader, contact, &case.person)?;
        let openings = store::tables::contact_openings_of(reader, contact)?.into_iter();
        readings.extend(openings.filter(|opening| names_the_person || !case.stood_on_another(opening.at)).map(Reading::from));
    }
    readings.sort_by_key(|reading| reading.at);
    Ok(readings)
}

/// Whether a first contact has the person's number: then it is the person's, on whomever the case stood. One that cannot be read
/// tells nothing.
fn names(reader: &Reader<'_>, contact: ContactId, person: &Person) -> Result<bool, AppError> {
    let contact: Option<FirstContact> = whole(store::table::one(reader, contact.0))?.flatten();
    let number = contact.and_then(|contact| IdentityNumber::sought(&contact.identity, day_of(contact.entered_at)));
    Ok(number.as_ref() == Some(&person.identity))
}
