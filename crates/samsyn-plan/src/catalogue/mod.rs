//! Vart vänder man sig: the units that people can turn to, and the local gränsdragning between the principals.
//!
//! Both lists are drafts of the store: text is as typed, and a row may be unfinished. What stands in them is what somebody has
//! entered with its source; nothing is known that nobody has entered.

mod demarcation;
mod unit;

pub use demarcation::{Demarcation, OwnerSuggestion, suggestions};
pub use unit::Unit;

use crate::codes::CatalogueKind;
use crate::ids::RecordId;
use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// A row of one of the catalogue's lists.
pub trait CatalogueRecord: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// Which list.
    const KIND: CatalogueKind;
    /// The fields that people write, which are also the columns of a file.
    const FIELDS: &'static [&'static str];
    /// The field without which a row of a file says nothing.
    const NEEDED: &'static str;
    /// The same with another identifier.
    #[must_use]
    fn with_id(self, id: RecordId) -> Self;
    /// On which day it was ended; nothing while it stands.
    fn ended_on(&self) -> Option<NaiveDate>;
    /// Ends it, or lets it stand again.
    fn set_ended_on(&mut self, day: Option<NaiveDate>);
    /// What tells rows of one list apart: two with the same key are about the same.
    fn key(&self) -> String;
}

/// Runs an expression with `$record` as the record's type of a [`CatalogueKind`].
#[macro_export]
macro_rules! catalogue_type {
    ($kind:expr, $record:ident => $body:expr) => {
        match $kind {
            $crate::codes::CatalogueKind::Unit => {
                type $record = $crate::catalogue::Unit;
                $body
            }
            $crate::codes::CatalogueKind::Demarcation => {
                type $record = $crate::catalogue::Demarcation;
                $body
            }
        }
    };
}

/// The rows that a county profile begins a list with, each with an identifier that is the same each time: nothing is written
/// of them until somebody writes in the catalogue, and they can be named before.
pub fn begun<T: CatalogueRecord>(of_profile: &[T]) -> Vec<T> {
    (1_u128..).zip(of_profile).map(|(number, record)| record.clone().with_id(RecordId(Uuid::from_u128(number)))).collect()
}

/// Whole years as typed; nothing where it is no number of years.
fn years(typed: &str) -> Option<u32> {
    typed.trim().parse().ok()
}

#[cfg(test)]
mod tests;
