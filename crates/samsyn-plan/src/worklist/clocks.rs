//! The clocks of a case: how long the person has waited, and the days that are left of what the county, the law or the case itself
//! sets. No statute sets a number of days for an ordinary SIP, so that a clock runs only where somebody has entered one.

use crate::{
    case::Case,
    codes::{CallKind, CallOccasion},
    dates::parse_date,
    discharge,
    profile::{Agreements, Limits},
};
use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A clock that runs in a case, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Clock {
    /// Which.
    pub code: ClockCode,
    /// The last day; of waiting the first.
    pub day: NaiveDate,
    /// Whole days left until it, fewer than none where it has passed; of waiting the days that have gone.
    pub days: i32,
}

/// Which clock runs. The order is that in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClockCode {
    /// The person waits: from the day that is written in the need until the first meeting.
    Waiting,
    /// The kallelse at discharge (4 kap. 3 § lag 2017:612, or an agreement).
    CallAtDischarge,
    /// The first day on which a kommun can be liable to pay (5 kap. 4 § lag 2017:612, or an agreement).
    Liability,
    /// From the need to the kallelse, by the county's agreement.
    NeedToCall,
    /// From the need to the first meeting, by the county's agreement.
    NeedToMeeting,
    /// The last day of the vårdgaranti, as it was written in the need.
    CareGuarantee,
}

/// The clocks that run in a case. None runs in one that is closed or that a colleague has.
pub fn clocks(case: &Case, limits: &Limits, agreements: &Agreements, today: NaiveDate) -> Vec<Clock> {
    if case.is_away() || case.is_closed() {
        return Vec::new();
    }
    let until = |code, day: NaiveDate| Clock { code, day, days: days(today, day) };
    let mut found = Vec::new();
    let met = has_met(case);
    let seen = parse_date(&case.need.seen_on);
    if let Some(since) = parse_date(&case.need.waiting_since).or(seen).filter(|since| !met && *since <= today) {
        found.push(Clock { code: ClockCode::Waiting, day: since, days: days(since, today) });
    }
    if let Some(discharge) = discharge::clock(case, agreements, today) {
        found.extend(discharge.called_at.is_none().then(|| until(ClockCode::CallAtDischarge, discharge.call_by)));
        found.extend(discharge.discharged_on.is_none().then(|| until(ClockCode::Liability, discharge.liability_from)));
    }
    let after = |limit: Option<u16>| seen.zip(limit).and_then(|(seen, limit)| seen.checked_add_days(Days::new(limit.into())));
    let by_agreement = [
        (ClockCode::NeedToCall, after(limits.need_to_call).filter(|_| !met && !is_called(case))),
        (ClockCode::NeedToMeeting, after(limits.need_to_meeting).filter(|_| !met)),
        (ClockCode::CareGuarantee, parse_date(&case.need.guarantee_on).filter(|_| !met)),
    ];
    found.extend(by_agreement.into_iter().filter_map(|(code, day)| Some(until(code, day?))));
    found
}

/// Whether a meeting has been held, or there is a plan: then nobody waits to be met.
fn has_met(case: &Case) -> bool {
    case.newest_version().is_some() || case.presences.iter().any(|mark| mark.mark.was_there())
}

/// Whether a kallelse to a meeting that was not cancelled has been sent.
fn is_called(case: &Case) -> bool {
    let stands = |call: &crate::acts::Call| {
        call.kind == CallKind::Called && call.occasion != CallOccasion::Cancelled && !case.is_cancelled(call.meeting)
    };
    case.calls.iter().any(stands)
}

fn days(from: NaiveDate, to: NaiveDate) -> i32 {
    i32::try_from((to - from).num_days()).unwrap_or(i32::MAX)
}
