//! What came afterwards: deviations, follow-ups, the closing, hand-overs and corrections.

use crate::{
    codes::*,
    ids::{MeetingId, PartyId, PersonId, RecordId},
    plan::FollowUpSheet,
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

acts! {
    /// A deviation from what was agreed.
    Deviation RecordId {
        /// What kind.
        kind: DeviationKind,
        /// The party; nothing where it is one's own unit.
        party: Option<PartyId>,
        /// The meeting, where it belongs to one.
        meeting: Option<MeetingId>,
        /// The day.
        on: NaiveDate,
        /// What happened.
        event: String,
        /// What it meant for the person.
        consequence: String,
        /// What was done.
        action: String,
        /// To whom it is sent.
        sent_to: String,
    }
    /// An answer to a deviation.
    DeviationAnswer RecordId {
        /// The deviation.
        deviation: RecordId,
        /// When.
        on: NaiveDate,
        /// Who answered.
        answered_by: String,
        /// The answer.
        answer: String,
    }
    /// A follow-up was held; its sheet is frozen.
    FollowUp RecordId {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: NaiveDate,
        /// What it leads to.
        outcome: FollowUpOutcome,
        /// The frozen sheet.
        sheet: FollowUpSheet,
    }
    /// An evaluation: five questions of our own, from 1 to 5, or unanswered.
    Evaluation RecordId {
        /// Who answers.
        evaluator: Evaluator,
        /// Was informed before.
        informed: Option<u8>,
        /// Could say what matters.
        could_say: Option<u8>,
        /// The right people were there.
        right_people: Option<u8>,
        /// Knew who does what.
        clear_who: Option<u8>,
        /// Felt safe.
        felt_safe: Option<u8>,
        /// A word about it.
        comment: String,
    }
    /// The plan was closed.
    Closing RecordId {
        /// Why.
        reason: ClosingReason,
        /// When.
        on: NaiveDate,
        /// What remains, and who answers for it.
        remains: String,
    }
    /// A responsibility was handed over to somebody else.
    HandOver RecordId {
        /// What is handed over, in words, such as "samordnare".
        what: String,
        /// From whom.
        from: String,
        /// To whom: name and title.
        to: String,
        /// The receiver's unit.
        to_unit: String,
        /// From which day.
        on: NaiveDate,
    }
    /// The receiver has taken a responsibility over.
    HandOverReceipt RecordId {
        /// What was handed over.
        hand_over: RecordId,
        /// Who confirmed it.
        confirmed_by: String,
        /// When.
        on: NaiveDate,
    }
    /// Something was annulled (makulerat), with a reason. It stays to be read, and counts no more.
    Annulment RecordId {
        /// What it is.
        kind: AnnulledKind,
        /// Which record.
        record: RecordId,
        /// Why.
        reason: String,
    }
    /// What was entered on the wrong person was moved to the right one.
    CaseMoved RecordId {
        /// From whom.
        from: PersonId,
        /// To whom.
        to: PersonId,
        /// Why.
        reason: String,
    }
    /// The whole case was handed over to a colleague's store, or came from one.
    CasePassing RecordId {
        /// Which way.
        way: PassingWay,
        /// To whom, or from whom: name and title.
        who: String,
        /// That person's unit.
        unit: String,
        /// When.
        on: NaiveDate,
        /// Why it was taken back.
        reason: String,
    }
}

impl Evaluation {
    /// The five questions, each as its field is called, and its grade from 1 to 5.
    pub fn grades(&self) -> [(&'static str, Option<u8>); 5] {
        [
            ("informed", self.informed),
            ("could_say", self.could_say),
            ("right_people", self.right_people),
            ("clear_who", self.clear_who),
            ("felt_safe", self.felt_safe),
        ]
    }
}
