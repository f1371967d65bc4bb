use super::CatalogueRecord;
use crate::codes::{Approach, Area, CatalogueKind, PartyKind};
use crate::ids::RecordId;
use crate::names;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit that people can turn to, and that is often a party.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct Unit {
    /// Identifier; nil in a county profile.
    pub id: RecordId,
    /// What it is.
    pub kind: Option<PartyKind>,
    /// The organisation, such as a kommun or a region.
    pub organisation: String,
    /// The unit.
    pub unit: String,
    /// Phone number.
    pub phone: String,
    /// What it does.
    pub does: String,
    /// What it does not do.
    pub does_not: String,
    /// The youngest age in years, as typed; empty where there is none.
    pub ages_from: String,
    /// The oldest age in years, as typed; empty where there is none.
    pub ages_to: String,
    /// The problem areas that it works with; empty where nothing is said.
    pub areas: Vec<Area>,
    /// The code of the kommun that it works for; empty where it is the whole county, or nothing is said.
    pub municipality: String,
    /// When it is open.
    pub hours: String,
    /// Where it is.
    pub address: String,
    /// Steps, lifts, doors and the like on the way there.
    pub obstacles: String,
    /// Digital ways to it.
    pub digital: String,
    /// Web address.
    pub web: String,
    /// E-mail address.
    pub email: String,
    /// How somebody comes to it.
    pub approach: Option<Approach>,
    /// What to know of that: whom to call first, what a referral must say.
    pub approach_note: String,
    /// Where this is known from.
    pub source: String,
    /// When somebody last saw that it is right: a date as typed.
    pub checked_on: String,
    /// When it was ended in the catalogue; nothing while it stands.
    pub ended_on: Option<NaiveDate>,
}

impl CatalogueRecord for Unit {
    const KIND: CatalogueKind = CatalogueKind::Unit;
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "organisation",
        "unit",
        "phone",
        "does",
        "does_not",
        "ages_from",
        "ages_to",
        "areas",
        "municipality",
        "hours",
        "address",
        "obstacles",
        "digital",
        "web",
        "email",
        "approach",
        "approach_note",
        "source",
        "checked_on",
    ];
    const NEEDED: &'static str = "unit";

    fn with_id(self, id: RecordId) -> Self {
        Self { id, ..self }
    }

    fn ended_on(&self) -> Option<NaiveDate> {
        self.ended_on
    }

    fn set_ended_on(&mut self, day: Option<NaiveDate>) {
        self.ended_on = day;
    }

    fn key(&self) -> String {
        [&self.unit, &self.organisation, &self.municipality].map(|part| names::folded(part.trim())).join("\n")
    }
}
