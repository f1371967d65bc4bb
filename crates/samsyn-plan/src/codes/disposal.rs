//! What keeps a case from being erased.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// Why a case is kept though its time has come.
    HoldReason "hold-reason" {
        /// The child is or has been placed outside the home.
        PlacedChild = "placed_child",
        /// It is about parentage or adoption.
        Parentage = "parentage",
        /// An authority's supervision or another review goes on.
        Supervision = "supervision",
        /// A decision is appealed, or something is before a court.
        Appeal = "appeal",
        /// The case was chosen to be kept.
        Chosen = "chosen",
        /// Something else.
        Other = "other",
    }
    /// What stands in the way of erasing a case now.
    Hindrance "disposal-hindrance" {
        /// No plan has been entered: nothing is ever due.
        NoPlan = "no_plan",
        /// The plan says no time for what the unit works with.
        NoYears = "no_years",
        /// The plan's time has not passed.
        TooEarly = "too_early",
        /// The case is not closed.
        Open = "open",
        /// Somebody who turned to the unit waits for an answer.
        Waits = "waits",
        /// A colleague has the case.
        Away = "away",
        /// The plan keeps everybody's.
        KeptForAll = "kept_for_all",
        /// The plan keeps those of people born on the 5th, 15th and 25th for research.
        ResearchBirth = "research_birth",
        /// The plan keeps those, and nobody knows when the person was born.
        BirthUnknown = "birth_unknown",
        /// Somebody has noted why the case is to be kept.
        Held = "held",
        /// No archive copy has been noted since the case was closed.
        ArchiveCopyMissing = "archive_copy_missing",
    }
}
