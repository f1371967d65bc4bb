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
    /// Why something was sent before a meeting.
    CallOccasion "call-occasion" {
        /// The meeting is new to the recipient.
        New = "new",
        /// Time, place or contents were changed.
        Changed = "changed",
        /// The meeting is cancelled.
        Cancelled = "cancelled",
        /// A reminder of what was sent before.
        Reminder = "reminder",
    }
    /// How people who may be in danger of each other take part.
    MeetApart "meet-apart" {
        /// In the same room; it was asked, and wanted.
        Together = "together",
        /// Each at a time of their own.
        Apart = "apart",
        /// One of them by video.
        Video = "video",
    }
    /// What is done when the person does not come to the meeting.
    AbsenceWay "absence-way" {
        /// The meeting is moved.
        Move = "move",
        /// It is paused for a while.
        Pause = "pause",
        /// It goes on with the person's own words, and with a reason.
        GoOn = "go_on",
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
        /// It was paused.
        Paused = "paused",
        /// It was cancelled before it began.
        Cancelled = "cancelled",
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

impl Presence {
    /// Whether whoever it marks was there, for the whole meeting or a part of it.
    pub fn was_there(self) -> bool {
        matches!(self, Self::Came | Self::Left)
    }
}
