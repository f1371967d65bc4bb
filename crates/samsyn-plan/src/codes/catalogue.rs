//! The codes of the catalogue: where people turn, and which principal answers for what.

use super::{Coded, Principal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// The lists of the catalogue.
    CatalogueKind "catalogue-kind" {
        /// Units that people can turn to.
        Unit = "unit",
        /// Gränsdragning: which principal answers for which measures.
        Demarcation = "demarcation",
    }
    /// How somebody comes to a unit.
    Approach "approach" {
        /// By themselves: nobody has to refer them.
        SelfReferral = "self_referral",
        /// By a referral (remiss) or a decision alone.
        Referral = "referral",
        /// By themselves or by a referral.
        Either = "either",
    }
    /// Who answers for a measure by the local gränsdragning.
    AnsweredBy "answered-by" {
        /// The kommun.
        Municipality = "municipality",
        /// The region.
        Region = "region",
        /// Both, each its part.
        Both = "both",
        /// It is agreed from case to case.
        Agreement = "agreement",
    }
    /// Why a row of a file cannot be taken into the catalogue.
    RowFault "row-fault" {
        /// The cell must not be empty.
        Empty = "empty",
        /// The cell has a code, or a kommun, that is not known.
        UnknownCode = "unknown_code",
        /// The row has more cells than the file has columns.
        TooManyCells = "too_many_cells",
        /// An earlier row is about the same.
        Twice = "twice",
    }
}

impl AnsweredBy {
    /// The one principal that answers; nothing where it is both, or agreed each time.
    pub fn principal(self) -> Option<Principal> {
        match self {
            Self::Municipality => Some(Principal::Municipality),
            Self::Region => Some(Principal::Region),
            Self::Both | Self::Agreement => None,
        }
    }
}
