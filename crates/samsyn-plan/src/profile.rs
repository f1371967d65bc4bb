//! The county profile: what differs from county to county, as data that people can change. Facts in it carry their source.

use crate::catalogue::{Demarcation, Unit};
use crate::codes::{Activity, Coded as _, Principal, UserRole};
use crate::disposal::DisposalPlan;
#[cfg(doc)]
use crate::statistics::SHOWN_BELOW;
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A county profile (länsprofil).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Profile {
    /// Its code, such as `norrbotten`.
    pub code: String,
    /// The county's name; empty in a profile to fill.
    pub county: String,
    /// The region's name.
    pub region: String,
    /// The county's municipalities.
    pub municipalities: Vec<String>,
    /// Time limits of the county's agreements; none where no number is known.
    pub limits: Limits,
    /// What local agreements say.
    #[serde(default)]
    pub agreements: Agreements,
    /// What the nämnd's own plan says of how long cases are kept.
    #[serde(default)]
    pub disposal: DisposalPlan,
    /// Rules for locking.
    pub lock: LockRules,
    /// Counts from 1 to below this are not told in tables that others read. One of [`SHOWN_BELOW`].
    #[serde(default = "shown_below")]
    pub shown_below: u32,
    /// The units with which the catalogue begins.
    pub units: Vec<Unit>,
    /// The rows with which the gränsdragning begins.
    #[serde(default)]
    pub demarcations: Vec<Demarcation>,
    /// Where the profile's facts come from.
    pub sources: Vec<String>,
}

/// What is customary for counts of people, where nobody has set another number.
fn shown_below() -> u32 {
    5
}

/// Time limits, in days. No statute sets any for an ordinary SIP.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Limits {
    /// From the need to the kallelse.
    pub need_to_call: Option<u16>,
    /// From the need to the meeting.
    pub need_to_meeting: Option<u16>,
    /// How many days before a ground ends it is said.
    pub ground_ends_soon: u16,
}

/// What the county's or the kommun's own agreements say. Nothing in it is known until somebody has read the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct Agreements {
    /// A school may call a SIP meeting.
    pub school_may_call: bool,
    /// A school is called, not invited.
    pub school_is_called: bool,
    /// Days from the notice of utskrivningsklar to the kallelse, where an agreement says otherwise than 4 kap. 3 § (2017:612).
    pub discharge_call_days: Option<u16>,
    /// Days from that notice until a kommun can be liable to pay, where an agreement says otherwise than 5 kap. 4 §.
    pub liability_days: Option<u16>,
    /// Where it is written.
    pub source: String,
}

/// When the store locks itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LockRules {
    /// Minutes without a key or a click.
    pub idle_minutes: u16,
    /// The longest time that a running meeting holds the lock off, in minutes.
    pub meeting_minutes: u16,
}

/// Who this store belongs to. One store has one personuppgiftsansvarig.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct Organisation {
    /// The personuppgiftsansvarig: a nämnd or a region.
    pub controller: String,
    /// Kommun or region.
    pub principal: Option<Principal>,
    /// The kommun's or the region's name.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// The unit's phone number.
    pub phone: String,
    /// The unit's address, in lines.
    pub address: String,
    /// What the unit works with.
    #[serde(default)]
    pub activity: Option<Activity>,
}

impl Organisation {
    /// Whether the unit may call a SIP meeting: a school, which is no huvudman for a SIP, only where the local agreement says so.
    pub fn may_call(&self, agreements: &Agreements) -> bool {
        self.activity != Some(Activity::School) || agreements.school_may_call
    }
}

/// A user of the store.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct User {
    /// Identifier.
    pub id: crate::ids::UserId,
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// What the user may do.
    #[serde(default)]
    pub roles: Vec<UserRole>,
    /// What the user works with; nothing where it is what the unit works with.
    #[serde(default)]
    pub activity: Option<Activity>,
    /// When the user ended. An ended user has no way in, and is never deleted: the name stays in what was done.
    #[serde(default)]
    pub ended_at: Option<DateTime<Utc>>,
}

impl User {
    /// The first user of a store, who has every role.
    pub fn first(id: crate::ids::UserId, name: String, title: String) -> Self {
        Self { id, name, title, roles: UserRole::ALL.to_vec(), activity: None, ended_at: None }
    }

    /// Whether the user has not ended.
    pub fn is_active(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether the user may do what a role is for.
    pub fn may(&self, role: UserRole) -> bool {
        self.is_active() && self.roles.contains(&role)
    }
}
