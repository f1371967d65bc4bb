//! What was sent before a meeting and happened in it, and the notices at discharge.

use crate::{
    codes::*,
    ids::{CallId, GroundId, MeetingId, PartyId, RecordId},
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

acts! {
    /// A kallelse, an inbjudan or a letter to the person was sent.
    Call CallId {
        /// The meeting.
        meeting: MeetingId,
        /// The party; nothing where it is the person.
        party: Option<PartyId>,
        /// What it is.
        kind: CallKind,
        /// How it was sent.
        delivery: Delivery,
        /// The ground; nothing where it is the person.
        ground: Option<GroundId>,
        /// SHA-256 of the paper, in hexadecimal.
        sha256: String,
        /// Why it was sent.
        occasion: CallOccasion,
        /// The meeting's day, as sent.
        held_on: Option<NaiveDate>,
        /// When it starts, as sent.
        starts: String,
        /// When it ends, as sent.
        ends: String,
        /// The place, as sent to this recipient.
        place: String,
    }
    /// An answer to a kallelse or an inbjudan. The newest holds.
    CallReply RecordId {
        /// What it answers.
        call: CallId,
        /// The answer.
        reply: Reply,
        /// Who comes instead, and with what title.
        replacement: String,
        /// Why not, or another word.
        note: String,
    }
    /// Somebody came, left or stayed away. Being in the room is a disclosure.
    PresenceMark RecordId {
        /// The meeting.
        meeting: MeetingId,
        /// The party; nothing where it is the person.
        party: Option<PartyId>,
        /// Who it was, by name.
        name: String,
        /// What happened.
        mark: Presence,
        /// When, on the clock of the room.
        when: DateTime<Utc>,
    }
    /// A meeting began or ended.
    MeetingMarked RecordId {
        /// The meeting.
        meeting: MeetingId,
        /// What happened.
        mark: MeetingMark,
        /// Why, where it was paused or cancelled.
        reason: String,
    }
    /// The plan was read back, and the person answered.
    ReadBackAnswer RecordId {
        /// The meeting.
        meeting: MeetingId,
        /// The answer.
        answer: ReadBack,
        /// The words of a no or of a dissent.
        words: String,
    }
    /// A notice at discharge (lag 2017:612): sent to parties by duty, without consent.
    Notice RecordId {
        /// Which.
        kind: NoticeKind,
        /// The day.
        on: NaiveDate,
        /// The clock time, `HH:MM`: payment liability counts from it (5 kap. 4 §).
        clock: String,
        /// The unit that sent it.
        sender: String,
        /// To whom.
        parties: Vec<PartyId>,
        /// When the person is thought to be discharged.
        expected_on: Option<NaiveDate>,
        /// What else the notice says.
        note: String,
    }
}
