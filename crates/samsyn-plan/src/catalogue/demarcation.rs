use super::{CatalogueRecord, years};
use crate::case::Case;
use crate::codes::{AnsweredBy, Area, CatalogueKind, Coded as _, MeasureType};
use crate::drafts::Measure;
use crate::ids::{MeasureId, RecordId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gränsdragning: which principal answers for a kind of measure, by a local agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct Demarcation {
    /// Identifier; nil in a county profile.
    pub id: RecordId,
    /// The kind of measure. A row without it is read by people alone, and suggests nothing.
    pub action: Option<MeasureType>,
    /// The problem area that it is about; nothing where it is about any.
    pub area: Option<Area>,
    /// From which age in years, as typed; empty from any.
    pub ages_from: String,
    /// To which age in years, as typed; empty to any.
    pub ages_to: String,
    /// Who answers for it.
    pub answered_by: Option<AnsweredBy>,
    /// What the agreement says, in words.
    pub text: String,
    /// Where it is written.
    pub source: String,
    /// Since when it holds: a date as typed.
    pub since: String,
    /// When it was ended in the table; nothing while it stands.
    pub ended_on: Option<NaiveDate>,
}

impl CatalogueRecord for Demarcation {
    const KIND: CatalogueKind = CatalogueKind::Demarcation;
    const FIELDS: &'static [&'static str] = &["action", "area", "ages_from", "ages_to", "answered_by", "text", "source", "since"];
    const NEEDED: &'static str = "answered_by";

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
        let (action, area) = (self.action.map_or("", MeasureType::code), self.area.map_or("", Area::code));
        // Rows that no kind of measure tells apart are told apart by their words.
        let words = if self.action.is_none() { self.text.trim() } else { "" };
        [action, area, self.ages_from.trim(), self.ages_to.trim(), words].join("\n")
    }
}

/// Who answers for a measure by the local gränsdragning. A suggestion: it is for people to take or leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OwnerSuggestion {
    /// The measure.
    pub measure: MeasureId,
    /// What the gränsdragning says.
    pub says: Demarcation,
}

/// What the gränsdragning says of the measures of a case, for those that do not stand so already.
pub fn suggestions(case: &Case, all: &[Demarcation], today: NaiveDate) -> Vec<OwnerSuggestion> {
    let age = case.person.age_on(today);
    let of = |measure: &Measure| closest(all, measure, &case.need.areas, age).cloned();
    case.measures.iter().filter_map(|measure| Some(OwnerSuggestion { measure: measure.id, says: of(measure)? })).collect()
}

/// The row that is closest to a measure, where it says something else than what stands there: one for the problem area goes
/// before one for any, and one for the age before one for every age.
fn closest<'a>(all: &'a [Demarcation], measure: &Measure, areas: &[Area], age: Option<u32>) -> Option<&'a Demarcation> {
    let action = measure.action?;
    let holds = |row: &&Demarcation| {
        row.ended_on.is_none()
            && row.action == Some(action)
            && row.answered_by.is_some()
            && row.area.is_none_or(|area| areas.contains(&area))
            && row.is_of_age(age)
    };
    let found = all.iter().filter(holds).max_by_key(|row| (row.area.is_some(), row.is_for_an_age()))?;
    let principal = found.answered_by.and_then(AnsweredBy::principal);
    (principal.is_none() || principal != measure.principal).then_some(found)
}

impl Demarcation {
    fn is_for_an_age(&self) -> bool {
        years(&self.ages_from).is_some() || years(&self.ages_to).is_some()
    }

    /// Whether an age lies between the limits, both included. A row for an age says nothing of somebody whose age nobody knows.
    fn is_of_age(&self, age: Option<u32>) -> bool {
        let Some(age) = age else { return !self.is_for_an_age() };
        years(&self.ages_from).is_none_or(|from| from <= age) && years(&self.ages_to).is_none_or(|to| age <= to)
    }
}
