//! The access log: that a user has had a case open, and the checks that are made of it (loggkontroll).
//!
//! Access to records is to be logged and systematically checked in health care (4 kap. 2–3 §§ PDL) as in social services
//! (10 § lagen 2001:454). The log says who, when, which case and whose; it is kept for at least five years, and so longer than a case
//! that is erased (HSLF-FS 2016:40, 4 kap. 9 §). What the case held stands nowhere in it.

mod need;

pub use need::{CaseAccess, CaseGuard, Standing};

use crate::first_contact::ContactOpening;
use crate::ids::{CaseId, PersonId, RecordId, UserId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long one opening lasts: what the same user does with the same case, or the same person, within it is no further opening.
pub const OPENING_LASTS: TimeDelta = TimeDelta::minutes(15);

/// A user had a case open. It belongs to the log and not to the case, and stays when the case is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CaseOpening {
    /// Its identifier.
    pub id: RecordId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: the user's name at the time.
    pub by: String,
    /// The user's title at the time.
    pub title: String,
    /// The user.
    pub user: UserId,
    /// The case.
    pub case: CaseId,
    /// Whose it was then: a case that stood on a wrong person is moved.
    pub person: PersonId,
    /// The reason of a user who had the case by an own choice (aktivt val); empty otherwise. A check of the log looks at those.
    pub own_choice: String,
}

/// A user had a person's own page open. It belongs to the log and not to the person, and stays when the person is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PersonOpening {
    /// Its identifier.
    pub id: RecordId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: the user's name at the time.
    pub by: String,
    /// The user's title at the time.
    pub title: String,
    /// The user.
    pub user: UserId,
    /// The person.
    pub person: PersonId,
}

/// What of a person was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOf {
    /// The case.
    Case,
    /// The person's own page.
    Page,
    /// The first contact that the case came of.
    Contact,
}

/// Who has read what is kept of a person, and when: what the person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub at: DateTime<Utc>,
    /// Who: the user's name at the time.
    pub by: String,
    /// The user's title at the time.
    pub title: String,
    /// What was open.
    pub of: ReadOf,
}

impl From<CaseOpening> for Reading {
    fn from(opening: CaseOpening) -> Self {
        Self { at: opening.at, by: opening.by, title: opening.title, of: ReadOf::Case }
    }
}

impl From<PersonOpening> for Reading {
    fn from(opening: PersonOpening) -> Self {
        Self { at: opening.at, by: opening.by, title: opening.title, of: ReadOf::Page }
    }
}

impl From<ContactOpening> for Reading {
    fn from(opening: ContactOpening) -> Self {
        Self { at: opening.at, by: opening.by, title: opening.title, of: ReadOf::Contact }
    }
}

/// A check of the access log: that it was made, of what, and what was found. Never changed; a later check may say more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LogReview {
    /// Its identifier.
    pub id: RecordId,
    /// When it was entered.
    pub at: DateTime<Utc>,
    /// Who entered it: the user's name at the time.
    pub by: String,
    /// Who made the check: name and title.
    pub reviewer: String,
    /// The first day that was checked.
    pub from: NaiveDate,
    /// The last day that was checked.
    pub to: NaiveDate,
    /// What was looked at, such as "every tenth opening".
    pub looked_at: String,
    /// What was found.
    pub finding: String,
    /// When the next check is to be made.
    pub next_on: NaiveDate,
}

/// Why a check of the access log waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum ReviewWaits {
    /// None was ever made.
    NeverMade,
    /// The day that the newest check set for the next has come.
    DayCame {
        /// That day.
        on: NaiveDate,
    },
}

/// Whether a user's having a case or a person open now is an opening of its own. `newest` is when the same user's newest opening
/// of it, of a case while it was the same person's, was entered. A clock that was set back begins a new one.
pub fn opens_anew(newest: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    newest.is_none_or(|newest| now < newest || now - newest >= OPENING_LASTS)
}

/// Why a check waits on a day, if one does: how often is set by each check itself, and a log without openings has nothing to
/// check. `newest` is the check that was entered last.
pub fn review_waits(newest: Option<&LogReview>, any_opening: bool, today: NaiveDate) -> Option<ReviewWaits> {
    match newest {
        None => any_opening.then_some(ReviewWaits::NeverMade),
        Some(review) => (review.next_on <= today).then_some(ReviewWaits::DayCame { on: review.next_on }),
    }
}

#[cfg(test)]
mod tests;
