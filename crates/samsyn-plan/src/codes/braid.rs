//! The plan as a braid (fläta), and what has happened around it.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// Whom a strand belongs to. The order is that of the picture, from the person outwards.
    StrandGroup "strand-group" {
        /// The person.
        Person = "person",
        /// Somebody close.
        Close = "close",
        /// The kommun, or a unit that it answers for.
        Municipality = "municipality",
        /// The region, or a unit that it answers for.
        Region = "region",
        /// No principal has been said to answer.
        Open = "open",
        /// Others, such as an association or a school.
        Others = "others",
    }
    /// How a knot stands on a day.
    KnotState "knot-state" {
        /// It has not begun.
        Planned = "planned",
        /// It goes on.
        Running = "running",
        /// It has been done.
        Done = "done",
        /// Its day has passed, and nobody has said that it was done.
        Late = "late",
        /// A follow-up found that it was not done.
        NotDone = "not_done",
        /// It has no dates of its own and goes on as long as the plan does: what others and the person do.
        Standing = "standing",
        /// A measure for which nobody has set a day that can be read.
        Undated = "undated",
    }
    /// What something that happened around a plan is about, to choose among in the timeline.
    HappeningGroup "happening-group" {
        /// The need, and the yes to a SIP.
        Beginning = "beginning",
        /// Consents and other grounds: given, refused, ended and withdrawn.
        Consent = "consent",
        /// What was sent before meetings, and the answers.
        Calling = "calling",
        /// Meetings and follow-ups, held and booked.
        Meeting = "meeting",
        /// Versions, signatures and who has got what.
        Plan = "plan",
        /// Deviations, responsibilities handed over, and the closing.
        Afterwards = "afterwards",
    }
    /// What happened, or is booked.
    HappeningKind "happening" {
        /// The need was seen.
        NeedSeen = "need_seen",
        /// The case was opened.
        CaseOpened = "case_opened",
        /// A SIP was offered.
        Offered = "offered",
        /// A SIP was asked for.
        AskedFor = "asked_for",
        /// A yes to a SIP.
        SipYes = "sip_yes",
        /// A no to a SIP.
        SipNo = "sip_no",
        /// A consent was given.
        ConsentGiven = "consent_given",
        /// A consent was refused.
        ConsentRefused = "consent_refused",
        /// Another ground than consent was chosen.
        OtherGround = "other_ground",
        /// A ground has ended, or will: its last day.
        GroundEnds = "ground_ends",
        /// A ground was withdrawn.
        GroundWithdrawn = "ground_withdrawn",
        /// A notice at discharge was sent.
        NoticeSent = "notice_sent",
        /// A kallelse was sent.
        CallSent = "call_sent",
        /// An inbjudan was sent.
        InvitationSent = "invitation_sent",
        /// A letter to the person was sent.
        LetterSent = "letter_sent",
        /// Somebody was told that a meeting is cancelled.
        CancellationSent = "cancellation_sent",
        /// Whoever was called comes.
        Comes = "comes",
        /// Whoever was called sends somebody else.
        SendsAnother = "sends_another",
        /// Whoever was called cannot come.
        CannotCome = "cannot_come",
        /// A meeting was held.
        MeetingHeld = "meeting_held",
        /// A meeting is booked.
        MeetingBooked = "meeting_booked",
        /// The day of a meeting has passed, and nobody is noted as having been there.
        MeetingPassed = "meeting_passed",
        /// A meeting was cancelled.
        MeetingCancelled = "meeting_cancelled",
        /// A follow-up was concluded.
        FollowedUp = "followed_up",
        /// A version was fixed.
        VersionFixed = "version_fixed",
        /// A version was signed.
        Signed = "signed",
        /// A version, or another paper of the plan, was handed to somebody.
        HandedOut = "handed_out",
        /// A version was noted as filed in one's own akt.
        Filed = "filed",
        /// A deviation from what was agreed.
        Deviated = "deviated",
        /// A deviation was answered.
        DeviationAnswered = "deviation_answered",
        /// A responsibility was handed over.
        ResponsibilityGiven = "responsibility_given",
        /// The case went to a colleague, or came from one.
        CasePassed = "case_passed",
        /// Somebody said how it was.
        Evaluated = "evaluated",
        /// The plan was closed.
        Closed = "closed",
    }
}

impl HappeningKind {
    /// What it is about.
    pub fn group(self) -> HappeningGroup {
        match self {
            Self::NeedSeen | Self::CaseOpened | Self::Offered | Self::AskedFor | Self::SipYes | Self::SipNo => HappeningGroup::Beginning,
            Self::ConsentGiven | Self::ConsentRefused | Self::OtherGround | Self::GroundEnds | Self::GroundWithdrawn => {
                HappeningGroup::Consent
            }
            Self::NoticeSent
            | Self::CallSent
            | Self::InvitationSent
            | Self::LetterSent
            | Self::CancellationSent
            | Self::Comes
            | Self::SendsAnother
            | Self::CannotCome => HappeningGroup::Calling,
            Self::MeetingHeld | Self::MeetingBooked | Self::MeetingPassed | Self::MeetingCancelled | Self::FollowedUp => {
                HappeningGroup::Meeting
            }
            Self::VersionFixed | Self::Signed | Self::HandedOut | Self::Filed => HappeningGroup::Plan,
            Self::Deviated | Self::DeviationAnswered | Self::ResponsibilityGiven | Self::CasePassed | Self::Evaluated | Self::Closed => {
                HappeningGroup::Afterwards
            }
        }
    }
}
