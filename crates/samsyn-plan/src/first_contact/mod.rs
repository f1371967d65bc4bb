//! Första kontakt: who turned to the unit, about what, and what came of it, before there is a case. It is written so that nobody
//! falls between the chairs: whoever waits for an answer stands first until there is one.

use crate::{
    codes::*,
    dates::parse_date,
    ids::{CaseId, ContactId, RecordId, UserId},
    profile::User,
    text::is_blank,
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A first contact. Text is as typed, dates and the number too; whoever called may stay anonymous.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct FirstContact {
    /// Its identifier.
    pub id: ContactId,
    /// When it was entered.
    pub entered_at: DateTime<Utc>,
    /// The user who entered it.
    pub entered_by: UserId,
    /// What that user worked with then: the user's own activity, or else the unit's. Nothing where neither had said.
    pub activity: Option<Activity>,
    /// The day on which somebody turned to the unit: a date.
    pub came_on: String,
    /// The clock time.
    pub clock: String,
    /// Who turned to the unit.
    pub who: Option<ContactWho>,
    /// Name of whoever it was, and what they are to the person, where it was not the person.
    pub caller: String,
    /// How that one is reached.
    pub caller_phone: String,
    /// The person's first names.
    pub first_name: String,
    /// The person's last names.
    pub last_name: String,
    /// The person's personnummer, samordningsnummer or reserve number.
    pub identity: String,
    /// How the person is reached.
    pub phone: String,
    /// How the person's data are protected in the population register, as far as it was said.
    pub protection: Option<Protection>,
    /// What it is about.
    pub about: String,
    /// Problem areas, the same as those of a need.
    pub areas: Vec<Area>,
    /// Since when the person has sought help: a date.
    pub seeking_since: String,
    /// What came of it; nothing while somebody waits for an answer.
    pub outcome: Option<ContactOutcome>,
    /// In words: pointed on to whom, booked when, told what.
    pub outcome_words: String,
    /// When there was an answer: a date.
    pub answered_on: String,
    /// Who took the contact: name.
    pub taken_by: String,
    /// The user who sees to it now; nothing where nobody does.
    pub holder: Option<UserId>,
    /// The case that came of it.
    pub case: Option<CaseId>,
}

/// A user had a first contact open. It belongs to the log and not to the contact, and stays when the contact is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ContactOpening {
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
    /// The contact.
    pub contact: ContactId,
}

impl FirstContact {
    /// The fields that people write.
    pub const FIELDS: &'static [&'static str] = &[
        "came_on",
        "clock",
        "who",
        "caller",
        "caller_phone",
        "first_name",
        "last_name",
        "identity",
        "phone",
        "protection",
        "about",
        "areas",
        "seeking_since",
        "outcome",
        "outcome_words",
        "answered_on",
        "taken_by",
        "holder",
    ];

    /// First and last names together; empty for somebody who is anonymous.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name.trim(), self.last_name.trim()).trim().to_owned()
    }

    /// Whether nothing has been written but what the program filled in.
    pub fn is_blank(&self) -> bool {
        let words = [&self.caller, &self.caller_phone, &self.first_name, &self.last_name, &self.identity, &self.phone, &self.about];
        let later = [&self.seeking_since, &self.outcome_words];
        words.into_iter().chain(later).all(|words| is_blank(words))
            && self.areas.is_empty()
            && self.who.is_none()
            && self.outcome.is_none()
            && self.case.is_none()
    }

    /// Whether somebody waits for an answer.
    pub fn waits(&self) -> bool {
        self.outcome.is_none() && self.case.is_none() && !self.is_blank()
    }

    /// Whether the person is said to be protected in the population register.
    pub fn is_protected(&self) -> bool {
        self.protection.is_some_and(Protection::protects)
    }

    /// The day from which somebody waits: as it was written, or else the day of the entry.
    pub fn since(&self) -> NaiveDate {
        parse_date(&self.came_on).unwrap_or_else(|| self.entered_at.date_naive())
    }

    /// For how many whole days somebody waited for an answer, or has until today. Never fewer than none.
    pub fn days_waited(&self, today: NaiveDate) -> u32 {
        let until = if self.waits() { today } else { parse_date(&self.answered_on).unwrap_or(today) };
        u32::try_from((until - self.since()).num_days()).unwrap_or(0)
    }

    /// Sets the day of the answer by the outcome, where nobody has written another: it came today, or there is none.
    pub fn date_answer(&mut self, today: NaiveDate) {
        if self.outcome.is_none() && self.case.is_none() {
            self.answered_on.clear();
        } else if is_blank(&self.answered_on) {
            self.answered_on = today.to_string();
        }
    }

    /// Whether a user may open it, of those who work with cases: within the branch that entered it, and where the person is protected only whoever entered it
    /// or sees to it. Where none of those is left a coordinator of the branch may, so that nobody is lost. `unit` is what the unit
    /// works with, for whoever has no activity of their own.
    pub fn opens_to(&self, user: &User, users: &[User], unit: Option<Activity>) -> bool {
        let keeps = |user: &User| user.id == self.entered_by || Some(user.id) == self.holder;
        if !(user.may(UserRole::Caseworker) || user.may(UserRole::Coordinator)) {
            return false;
        }
        if keeps(user) {
            return true;
        }
        let kept = users.iter().any(|user| user.is_active() && keeps(user));
        self.is_of_branch(user, unit) && (!self.is_protected() || (!kept && user.may(UserRole::Coordinator)))
    }

    /// Whether a user works in the branch that entered it. `unit` is what the unit works with, for whoever has no activity of
    /// their own.
    pub fn is_of_branch(&self, user: &User, unit: Option<Activity>) -> bool {
        user.activity.or(unit).map(Activity::branch) == self.activity.or(unit).map(Activity::branch)
    }

    /// Whether it is in a user's hands: the user sees to it, or nobody does.
    pub fn is_for(&self, user: UserId) -> bool {
        self.holder.is_none_or(|holder| holder == user)
    }
}

#[cfg(test)]
mod tests;
