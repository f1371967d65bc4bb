//! Goals and measures, and what becomes of them; signatures and files.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// A goal's reach in time.
    Term "term" {
        /// Long-term.
        Long = "long",
        /// Short-term.
        Short = "short",
    }
    /// How a goal goes, in five steps.
    GoalScale "goal-scale" {
        /// −2.
        MuchWorse = "much_worse",
        /// −1.
        Worse = "worse",
        /// 0.
        Unchanged = "unchanged",
        /// +1.
        Partly = "partly",
        /// +2.
        Reached = "reached",
    }
    /// What has become of a measure.
    MeasureState "measure-state" {
        /// Not begun.
        NotStarted = "not_started",
        /// Going on.
        Ongoing = "ongoing",
        /// Done.
        Done = "done",
        /// Partly done.
        Partly = "partly",
        /// Not done.
        NotDone = "not_done",
    }
    /// What a follow-up leads to.
    FollowUpOutcome "follow-up-outcome" {
        /// The plan goes on.
        Continue = "continue",
        /// The plan is revised.
        Revise = "revise",
        /// The plan is closed.
        Close = "close",
    }
    /// Why a plan was closed.
    ClosingReason "closing-reason" {
        /// The goals are reached.
        GoalsReached = "goals_reached",
        /// The person ends it.
        PersonEnds = "person_ends",
        /// The person has moved.
        Moved = "moved",
        /// There is no need of coordination any more.
        NoNeed = "no_need",
        /// Only one principal gives measures now.
        OnePrincipal = "one_principal",
        /// The person has died.
        Deceased = "deceased",
        /// Something else.
        Other = "other",
    }
    /// What deviated from what was agreed.
    DeviationKind "deviation-kind" {
        /// A called party stayed away.
        CalledAbsent = "called_absent",
        /// No answer to a kallelse.
        NoReply = "no_reply",
        /// A measure was not done.
        MeasureNotDone = "measure_not_done",
        /// The plan was not followed up.
        NotFollowedUp = "not_followed_up",
        /// A consent was broken.
        ConsentBroken = "consent_broken",
        /// Something else.
        Other = "other",
    }
    /// How a version was signed.
    SignatureManner "signature-manner" {
        /// By pen on paper.
        Pen = "pen",
    }
    /// What stands behind an attachment.
    AttachmentKind "attachment-kind" {
        /// The signed plan, scanned.
        SignedPlan = "signed_plan",
        /// Another document.
        Other = "other",
    }
}

impl GoalScale {
    /// The step as a number, from −2 to +2.
    pub fn step(self) -> i32 {
        match self {
            Self::MuchWorse => -2,
            Self::Worse => -1,
            Self::Unchanged => 0,
            Self::Partly => 1,
            Self::Reached => 2,
        }
    }
}
