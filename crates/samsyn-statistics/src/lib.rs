//! Figures from cases; pure.
//!
//! Cases are read into [`Facts`]: what happened, a row each, in narrow columns without names or identifiers. A [`Definition`]
//! says what to count in them, as data; [`count`] counts it into [`Sums`], which add up over organisations; a [`publication`]
//! hides what is too few to be shown, and whatever that could be worked out from.

mod contacts;
mod county;
mod definition;
mod facts;
mod figures;
mod protect;
mod publication;
mod records;
mod sums;
#[cfg(test)]
mod testing;
mod xlsx;

pub use contacts::{CodeCount, ContactFigures, contact_figures};
pub use county::{County, LeftOut, UnsoundSums, check_sums, county, of_year};
pub use definition::{Definition, DefinitionError, Measure, definitions};
pub use facts::{Fact, Facts, Selection, Setting};
pub use figures::{AreaCount, EvaluationCount, Figures, IN_TIME_DAYS, figures};
pub use protect::Shown;
pub use publication::{Publication, StatisticsCell, StatisticsRow, StatisticsTable, publication};
pub use records::{HEAD, cells};
pub use sums::{Sums, Tally, count};
pub use xlsx::{WordSheet, xlsx};
