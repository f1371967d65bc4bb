//! Discharge from inpatient care (lag 2017:612): the clock that runs from the notice of utskrivningsklar.
//!
//! Fast vårdkontakt in the open care calls within three days of the notice (4 kap. 3 §), and after three days a kommun can
//! become liable to pay: four where the notice was sent at 12.00 or later (5 kap. 4 §). The law has no rule for weekends, so
//! the days are plain calendar days and the earlier date is the one that is told. Region and kommun may agree on other
//! numbers (4 kap. 5 §); those stand in the profile. No money is counted here.

use crate::{
    acts::{Call, Notice, Version},
    case::Case,
    codes::*,
    dates::{parse_date, parse_time},
    ids::RecordId,
    profile::Agreements,
};
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days from the notice to the kallelse (4 kap. 3 §).
const CALL_DAYS: u16 = 3;

/// Days from the notice until a kommun can be liable to pay, where it was not sent after [`NOON`] (5 kap. 4 §).
const LIABILITY_DAYS: u16 = 3;

/// The hour from which a notice counts one day more (5 kap. 4 §).
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How long before the yearly review of an individual plan under LSS it is said.
const REVIEW_SOON: Days = Days::new(60);

/// The clock of a discharge, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DischargeClock {
    /// The notice of utskrivningsklar that it runs from.
    pub notice: RecordId,
    /// The day of that notice.
    pub ready_on: NaiveDate,
    /// Its clock time; nothing where it cannot be read.
    pub ready_at: Option<NaiveTime>,
    /// How many days there are for the kallelse.
    pub call_days: u16,
    /// The last day for the kallelse.
    pub call_by: NaiveDate,
    /// When the first kallelse was sent.
    pub called_at: Option<DateTime<Utc>>,
    /// Days left until the last day; negative where it has passed.
    pub days_left: i32,
    /// The first day on which a kommun can be liable to pay, where the conditions are met (5 kap. 3–4 §§).
    pub liability_from: NaiveDate,
    /// Whether the region's own measures in open care are available: the other condition, noted by the user.
    pub open_care: Option<Answer>,
    /// Whether an agreement, not the law, sets one of the numbers.
    pub by_agreement: bool,
    /// When the person was discharged.
    pub discharged_on: Option<NaiveDate>,
}

/// The clock of a discharge. None runs before the notice of utskrivningsklar, after it was taken back, or in another kind of
/// plan.
pub fn clock(case: &Case, agreements: &Agreements, today: NaiveDate) -> Option<DischargeClock> {
    if case.plan_type != PlanType::SipDischarge {
        return None;
    }
    let ready = newest(case, &[NoticeKind::Ready, NoticeKind::ReadyWithdrawn]).filter(|notice| notice.kind == NoticeKind::Ready)?;
    let ready_at = parse_time(&ready.clock);
    let call_days = agreements.discharge_call_days.unwrap_or(CALL_DAYS);
    let after_noon = ready_at.is_some_and(|time| time > NOON);
    let liability_days = agreements.liability_days.unwrap_or(LIABILITY_DAYS + u16::from(after_noon));
    let call_by = after(ready.on, call_days);
    Some(DischargeClock {
        notice: ready.id,
        ready_on: ready.on,
        ready_at,
        call_days,
        call_by,
        called_at: first_kallelse(case, ready).map(|call| call.at),
        days_left: i32::try_from(call_by.signed_duration_since(today).num_days()).unwrap_or(i32::MAX),
        liability_from: after(ready.on, liability_days),
        open_care: case.need.open_care,
        by_agreement: agreements.discharge_call_days.is_some() || agreements.liability_days.is_some(),
        discharged_on: newest(case, &[NoticeKind::Discharged]).map(|notice| notice.on),
    })
}

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

/// The newest notice of some kinds that was not annulled, by its own day and clock time.
fn newest<'a>(case: &'a Case, kinds: &[NoticeKind]) -> Option<&'a Notice> {
    let standing = case.notices.iter().filter(|notice| kinds.contains(&notice.kind) && !case.is_annulled(notice.id.0));
    standing.max_by_key(|notice| (notice.on, parse_time(&notice.clock), notice.at))
}

/// The first kallelse to a principal, for a meeting that was not cancelled, that answers the notice: one that was sent on its
/// day or later, and after an earlier notice was taken back.
fn first_kallelse<'a>(case: &'a Case, ready: &Notice) -> Option<&'a Call> {
    let taken_back = newest(case, &[NoticeKind::ReadyWithdrawn]).map(|notice| notice.at);
    let stands =
        |call: &&Call| call.kind == CallKind::Called && call.occasion != CallOccasion::Cancelled && !case.is_cancelled(call.meeting);
    let answers = |call: &&Call| call.at.date_naive() >= ready.on && taken_back.is_none_or(|at| call.at > at);
    case.calls.iter().filter(stands).filter(answers).min_by_key(|call| call.at)
}

/// The day of the next yearly review of an individual plan under LSS (10 § LSS), once it comes near: one year after the newest
/// version or follow-up.
pub fn review_due(case: &Case, today: NaiveDate) -> Option<NaiveDate> {
    if case.plan_type != PlanType::Lss {
        return None;
    }
    let versions = case.versions.iter().map(|version| meeting_day(case, version).unwrap_or_else(|| version.at.date_naive()));
    let due = versions.chain(case.follow_ups.iter().map(|done| done.on)).max()?.checked_add_months(Months::new(12))?;
    (today.checked_add_days(REVIEW_SOON)? >= due).then_some(due)
}

/// The day of the meeting that a version comes from.
fn meeting_day(case: &Case, version: &Version) -> Option<NaiveDate> {
    let meeting = case.meeting(version.meeting?)?;
    parse_date(&meeting.held_on)
}

#[cfg(test)]
mod tests;
