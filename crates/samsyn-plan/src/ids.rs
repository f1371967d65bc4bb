//! Identifiers: one type for each thing, so that one cannot stand in for another. All are UUIDs, made outside the domain.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

/// Declares identifier types.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS, JsonSchema)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A case: one SIP of one person, from the need to the closing.
    CaseId,
    /// The person whom a SIP is about.
    PersonId,
    /// A user of this store.
    UserId,
    /// A party of a case.
    PartyId,
    /// A meeting of a case.
    MeetingId,
    /// A goal of a case's plan.
    GoalId,
    /// A measure (insats) by a principal.
    MeasureId,
    /// A recorded ground for telling somebody something.
    GroundId,
    /// A kallelse, an inbjudan or a letter that has been sent.
    CallId,
    /// A first contact: somebody turned to the unit.
    ContactId,
    /// A fixed version of the plan.
    VersionId,
    /// Any other record of a case.
    RecordId,
}
