//! Gallring: from when a case may be erased, and what stands in the way.
//!
//! How long something is kept is decided by the nämnd, in its own dokumenthanteringsplan, and never by whoever sits at the
//! program: every number and every exemption here comes out of the plan as it was entered, and without one nothing is due.

use crate::{
    acts::{ArchiveCopy, DisposalHold},
    case::Case,
    codes::{Branch, Hindrance},
    dates::parse_date,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::{CaseId, ContactId, RecordId},
    text::is_blank,
};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The days of the month on which those are born whose records are kept for research.
pub const RESEARCH_DAYS: [u32; 3] = [5, 15, 25];

/// The shortest time for which records of health care are kept, in years (3 kap. 17 § PDL).
pub const HEALTH_CARE_AT_LEAST: u16 = 10;

/// The shortest time that is taken for records of social services, in years: what the acts of social services have said of when
/// they are to be erased. Whether their words of today say the same is for the nämnd's plan to know, so that this is a bound on
/// what can be typed, and told as no more than that.
pub const SOCIAL_SERVICES_AT_LEAST: u16 = 5;

/// What the nämnd's plan (dokumenthanteringsplan) says of these cases. Empty until somebody has read and entered it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct DisposalPlan {
    /// The plan's name or number, such as its diary number.
    pub reference: String,
    /// The day on which it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// How many years after the last entry cases of social services are kept; none where the plan does not say.
    pub social_services_years: Option<u16>,
    /// How many years after the last entry cases of health care are kept; none where the plan does not say.
    pub health_care_years: Option<u16>,
    /// Erasing is to be done before the end of the year after that in which the time has passed.
    pub done_by_next_year: bool,
    /// Cases of people born on the 5th, 15th or 25th are kept.
    pub keeps_research_births: bool,
    /// Everybody's cases are kept.
    pub keeps_everyone: bool,
}

/// The days between which a case is to be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DisposalPeriod {
    /// The first day on which it may be.
    pub from: NaiveDate,
    /// The last day on which it is to be; nothing where the plan sets none.
    pub by: Option<NaiveDate>,
}

/// How a case stands to the plan on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Disposal {
    /// When it may be erased by the plan's time alone; nothing where the plan says no time.
    pub period: Option<DisposalPeriod>,
    /// What stands in the way. Where nothing does, the case is due.
    pub hindrances: Vec<Hindrance>,
}

/// A case in the list of what is to be erased. Nobody is named: whoever erases by the plan has no need to know whose it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DisposalLine {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The day of the last entry in it.
    pub last_entry: NaiveDate,
    /// How it stands to the plan.
    pub disposal: Disposal,
    /// Whether it was to be erased before today.
    pub late: bool,
}

/// A certificate (gallringsintyg): what was erased by which plan, when and by whom. Nothing in it tells whose cases they were:
/// papers bear a case's number, so that not even that stands here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DisposalCertificate {
    /// Its identifier.
    pub id: RecordId,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Who did it: the user's name at the time.
    pub by: String,
    /// The user's title at the time.
    pub title: String,
    /// The personuppgiftsansvarig, whose plan it is.
    pub controller: String,
    /// The unit.
    pub unit: String,
    /// The plan's name or number.
    pub reference: String,
    /// The day on which the plan was adopted.
    pub adopted_on: NaiveDate,
    /// For how many years after the last entry the cases were kept.
    pub years: u32,
    /// The year of the earliest last entry.
    pub first_year: i32,
    /// The year of the latest last entry.
    pub last_year: i32,
    /// How many cases.
    pub cases: u32,
    /// How many people went with their last case.
    pub people: u32,
    /// How many files.
    pub files: u32,
    /// How many rows in all, those of the log with them.
    pub rows: u32,
    /// How many first contacts, those that a case came of with them.
    pub contacts: u32,
}

/// A first contact in the list of what is to be erased. Nobody is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DisposalContact {
    /// The contact.
    pub contact: ContactId,
    /// The day of the last entry in it.
    pub last_entry: NaiveDate,
    /// How it stands to the plan.
    pub disposal: Disposal,
    /// Whether it was to be erased before today.
    pub late: bool,
}

impl DisposalPlan {
    /// Whether it can be cited: without a reference and a day nothing is erased by it.
    pub fn is_entered(&self) -> bool {
        !is_blank(&self.reference) && self.adopted_on.is_some()
    }

    /// How many years after the last entry cases of a branch are kept, where the plan says it.
    pub fn years(&self, branch: Option<Branch>) -> Option<u16> {
        match branch? {
            Branch::SocialServices => self.social_services_years.map(|years| years.max(SOCIAL_SERVICES_AT_LEAST)),
            Branch::HealthCare => self.health_care_years.map(|years| years.max(HEALTH_CARE_AT_LEAST)),
            Branch::School | Branch::Other => None,
        }
    }

    /// When a case may be erased whose last entry was made on a day. Whole years pass first, so that it is never a day too
    /// early: what ends on 29 February ends on the last of February, and the next day is the first.
    pub fn period(&self, branch: Option<Branch>, last_entry: NaiveDate) -> Option<DisposalPeriod> {
        let years = self.years(branch)?;
        let passed = last_entry.checked_add_months(Months::new(u32::from(years) * 12))?;
        let by = self.done_by_next_year.then(|| NaiveDate::from_ymd_opt(passed.year() + 1, 12, 31)).flatten();
        Some(DisposalPeriod { from: passed.checked_add_days(Days::new(1))?, by })
    }

    /// Why the plan keeps a person's cases for ever, if it does. `born` is nothing where nobody knows it.
    fn keeps(&self, born: Option<NaiveDate>) -> Option<Hindrance> {
        match born {
            _ if self.keeps_everyone => Some(Hindrance::KeptForAll),
            _ if !self.keeps_research_births => None,
            None => Some(Hindrance::BirthUnknown),
            Some(born) => RESEARCH_DAYS.contains(&born.day()).then_some(Hindrance::ResearchBirth),
        }
    }
}

impl Disposal {
    /// Whether the case may be erased now.
    pub fn is_due(&self) -> bool {
        self.hindrances.is_empty()
    }

    /// Whether it is due, and was to be erased before a day.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_due() && self.period.and_then(|period| period.by).is_some_and(|by| by < today)
    }
}

/// The newest entry in a case, but for notes of what is done for the sake of erasing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// The day of that moment in Sweden.
    pub on: NaiveDate,
}

/// How a case stands to the plan.
pub fn disposal(case: &Case, plan: &DisposalPlan, branch: Option<Branch>, last: LastEntry, today: NaiveDate) -> Disposal {
    if !plan.is_entered() {
        return Disposal { period: None, hindrances: vec![Hindrance::NoPlan] };
    }
    // A closing may be dated after the day on which it was entered.
    let ended = case.closings.iter().map(|closing| closing.on).fold(last.on, NaiveDate::max);
    let period = plan.period(branch, ended);
    let time = match period {
        None => Some(Hindrance::NoYears),
        Some(period) if today < period.from => Some(Hindrance::TooEarly),
        Some(_) => None,
    };
    let hindrances = [
        time,
        (!case.is_closed()).then_some(Hindrance::Open),
        case.is_away().then_some(Hindrance::Away),
        plan.keeps(case.person.birth_date()),
        case.standing_holds().next().map(|_| Hindrance::Held),
        case.archive_copy(last.at).is_none().then_some(Hindrance::ArchiveCopyMissing),
    ];
    Disposal { period, hindrances: hindrances.into_iter().flatten().collect() }
}

/// How a first contact that no case came of stands to the plan, which keeps it as long as a case of the branch. One that a case came
/// of goes with the case. Whoever is anonymous has no records that research could ask for.
pub fn of_contact(contact: &FirstContact, plan: &DisposalPlan, branch: Option<Branch>, last: NaiveDate, today: NaiveDate) -> Disposal {
    if !plan.is_entered() {
        return Disposal { period: None, hindrances: vec![Hindrance::NoPlan] };
    }
    let answered = parse_date(&contact.answered_on).map_or(last, |answered| answered.max(last));
    let period = plan.period(branch, answered);
    let time = match period {
        None => Some(Hindrance::NoYears),
        Some(period) if today < period.from => Some(Hindrance::TooEarly),
        Some(_) => None,
    };
    let anonymous = contact.name().is_empty() && is_blank(&contact.identity);
    let born = IdentityNumber::parse(&contact.identity, false, today).ok().and_then(|identity| identity.birth_date());
    let kept = if anonymous && !plan.keeps_everyone { None } else { plan.keeps(born) };
    let hindrances = [time, contact.waits().then_some(Hindrance::Waits), kept];
    Disposal { period, hindrances: hindrances.into_iter().flatten().collect() }
}

impl Case {
    /// The archive copy that counts: noted since the case was closed and since anything was last entered in it, not annulled, and
    /// of the newest version where it is of one.
    pub fn archive_copy(&self, last_entry: DateTime<Utc>) -> Option<&ArchiveCopy> {
        let closed = self.closings.first()?.at;
        let newest = self.newest_version().map(|version| version.id);
        let since = closed.max(last_entry);
        let counts =
            |copy: &&ArchiveCopy| copy.at >= since && !self.is_annulled(copy.id.0) && (copy.version.is_none() || copy.version == newest);
        self.archive_copies.iter().rfind(counts)
    }

    /// The reasons to keep the case that hold now.
    pub fn standing_holds(&self) -> impl Iterator<Item = &DisposalHold> {
        self.disposal_holds.iter().filter(|hold| !self.disposal_lifts.iter().any(|lift| lift.hold == hold.id))
    }
}

#[cfg(test)]
mod tests;
