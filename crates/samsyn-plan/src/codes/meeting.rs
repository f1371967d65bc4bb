//! A meeting: called, answered, attended, read back.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What a meeting is.
    MeetingKind "meeting-kind" {
        /// The first meeting.
        First = "first",
        /// A follow-up.
        FollowUp = "follow_up",
    }
    /// How a meeting is held.
    MeetingForm "meeting-form" {
        /// In a room.
        Room = "room",
        /// By video.
        Video = "video",
        /// By phone.
        Phone = "phone",
        /// Some in the room, others by video or phone.
        Mixed = "mixed",
    }
    /// What was sent to somebody before a meeting.
    CallKind "call-kind" {
        /// Kallelse, to a principal.
        Called = "called",
        /// Inbjudan, to anybody else.
        Invited = "invited",
        /// A letter to the person.
        Letter = "letter",
    }
    /// A party's answer to a kallelse or an inbjudan.
    Reply "reply" {
        /// Comes.
        Comes = "comes",
        /// Sends somebody else.
        Replacement = "replacement",
        /// Cannot come.
        CannotCome = "cannot_come",
    }
    /// A mark on somebody's presence.
    Presence "presence" {
        /// Came into the room, or joined.
        Came = "came",
        /// Left.
        Left = "left",
        /// Stayed away and had said so.
        AbsentNotified = "absent_notified",
        /// Was called and stayed away without a word.
        AbsentSilent = "absent_silent",
    }
    /// A mark on a meeting's course.
    MeetingMark "meeting-mark" {
        /// It began.
        Started = "started",
        /// It ended.
        Ended = "ended",
    }
    /// The person's answer when the plan is read back.
    ReadBack "read-back" {
        /// Agrees.
        Yes = "yes",
        /// Does not agree to the plan.
        No = "no",
        /// Agrees to the plan, with a dissent that is noted.
        Dissent = "dissent",
    }
}
