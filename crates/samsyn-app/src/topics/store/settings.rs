//! What of a store can be changed after the first start: the unit's contact data, and the county's agreements.

use super::{StoreStatus, setup::keep, status_of};
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
};
use samsyn_plan::{
    codes::Activity,
    profile::{Agreements, Limits, LockRules},
    statistics::SHOWN_BELOW,
};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Changes the unit's contact data and the county's agreements. Numbers come as typed; an empty limit is none.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeSettings {
    /// The unit.
    unit: String,
    /// The unit's phone number.
    phone: String,
    /// The unit's address.
    address: String,
    /// The county.
    county: String,
    /// The region.
    region: String,
    /// What the unit works with.
    #[serde(default)]
    activity: Option<Activity>,
    /// What local agreements say; left as it is where nothing is said.
    #[serde(default)]
    agreements: Option<ChangeAgreements>,
    /// Days from the need to the kallelse; empty where no limit is agreed.
    need_to_call: String,
    /// Days from the need to the meeting; empty where no limit is agreed.
    need_to_meeting: String,
    /// How many days before a ground ends it is said.
    ground_ends_soon: String,
    /// Minutes without a key or a click until the store locks itself; from 1 to 60.
    idle_minutes: String,
    /// The longest time that a running meeting holds the lock off, in minutes; at most a day.
    meeting_minutes: String,
    /// Counts from 1 to below this are not told in tables that others read; from 3 to 20. Left as it is where nothing is said.
    #[serde(default)]
    shown_below: Option<String>,
}

/// What local agreements say. Numbers come as typed; empty is what the law says.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeAgreements {
    /// A school may call a SIP meeting.
    school_may_call: bool,
    /// A school is called, not invited.
    school_is_called: bool,
    /// Days from utskrivningsklar to the kallelse.
    discharge_call_days: String,
    /// Days from utskrivningsklar until a kommun can be liable to pay.
    liability_days: String,
    /// Where it is written.
    source: String,
}

pub(crate) fn change(app: &mut App, call: &Call, request: ChangeSettings) -> Result<StoreStatus, AppError> {
    let session = app.session_mut()?;
    let (mut organisation, mut profile) = (session.organisation.clone(), session.profile.clone());
    organisation.unit = needed("unit", &request.unit)?;
    organisation.phone = words(&request.phone);
    organisation.address = words(&request.address);
    profile.county = words(&request.county);
    profile.region = words(&request.region);
    profile.limits = Limits {
        need_to_call: limit("need_to_call", &request.need_to_call)?,
        need_to_meeting: limit("need_to_meeting", &request.need_to_meeting)?,
        ground_ends_soon: number("ground_ends_soon", &request.ground_ends_soon, 365)?,
    };
    organisation.activity = request.activity.or(organisation.activity);
    if let Some(agreed) = request.agreements {
        profile.agreements = Agreements {
            school_may_call: agreed.school_may_call,
            school_is_called: agreed.school_is_called,
            discharge_call_days: limit("discharge_call_days", &agreed.discharge_call_days)?,
            liability_days: limit("liability_days", &agreed.liability_days)?,
            source: words(&agreed.source),
        };
    }
    if let Some(typed) = request.shown_below {
        profile.shown_below = shown_below(&typed)?;
    }
    profile.lock = LockRules {
        idle_minutes: number("idle_minutes", &request.idle_minutes, 60)?,
        meeting_minutes: number("meeting_minutes", &request.meeting_minutes, 24 * 60)?,
    };
    keep(&mut session.store, call, session.user.id, |writer| {
        store::tables::set_setting(writer, "organisation", &organisation)?;
        store::tables::set_setting(writer, "profile", &profile)
    })?;
    session.organisation = organisation;
    session.profile = profile;
    Ok(status_of(app))
}

/// A whole number from 1 to a highest.
fn number(field: &str, typed: &str, highest: u16) -> Result<u16, AppError> {
    let typed = needed(field, typed)?;
    typed.parse().ok().filter(|number| (1..=highest).contains(number)).ok_or_else(|| AppError::at(Code::InvalidValue, field))
}

/// A limit for small counts.
fn shown_below(typed: &str) -> Result<u32, AppError> {
    let typed = needed("shown_below", typed)?;
    typed.parse().ok().filter(|limit| SHOWN_BELOW.contains(limit)).ok_or_else(|| AppError::at(Code::LimitOutOfRange, "shown_below"))
}

fn limit(field: &str, typed: &str) -> Result<Option<u16>, AppError> {
    if words(typed).is_empty() { Ok(None) } else { number(field, typed, 365).map(Some) }
}
