//! Acts: what has been done. They are written once and never changed; a later act may say something else.

use crate::{
    codes::*,
    ids::{CallId, GroundId, MeetingId, PartyId, RecordId, VersionId},
    plan::FollowUpSheet,
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares acts: records that are only added.
macro_rules! acts {
    ($($(#[$meta:meta])* $name:ident $id:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
        pub struct $name {
            /// Its identifier.
            pub id: $id,
            /// When it was entered.
            pub at: DateTime<Utc>,
            /// Who entered it: the user's name at the time.
            pub by: String,
            $($(#[$field_meta])* pub $field: $type,)+
        }
    )+};
}

acts! {
    /// A SIP was offered, or asked for, and what came of it. A refusal has a reason.
    Offer RecordId {
        /// Offered or asked for.
        kind: OfferKind,
        /// What came of it.
        outcome: OfferOutcome,
        /// When.
        on: NaiveDate,
        /// Who offered or asked, in words.
        who: String,
        /// Why it was declined or refused.
        reason: String,
    }
    /// The person's yes, or no, to a SIP being made (10 kap. 8 § SoL, 16 kap. 4 § HSL). It lifts no secrecy. The newest holds.
    SipYes RecordId {
        /// Yes or no.
        answer: Answer,
        /// When it was given.
        on: NaiveDate,
        /// How.
        manner: Manner,
        /// Who took it.
        taken_by: String,
        /// In the person's words, if there are any.
        words: String,
    }
    /// A recorded ground for telling a party something: the person's consent, or another ground with paragraph and reason.
    Ground GroundId {
        /// The party.
        party: PartyId,
        /// What it rests on.
        basis: Basis,
        /// The answer, where it is a consent. Other grounds are always yes.
        answer: Answer,
        /// Which way information may go.
        direction: Direction,
        /// How far into the plan it reaches.
        scope: Scope,
        /// The kinds of information that it opens, where the scope names kinds.
        kinds: Vec<InformationKind>,
        /// The kinds that it does not open.
        except: Vec<InformationKind>,
        /// Whether the party may be called and be in the room.
        attends: bool,
        /// What it states in words, and what is excepted in words.
        statement: String,
        /// What the information is for.
        purpose: String,
        /// The first day.
        valid_from: NaiveDate,
        /// The last day; nothing means expressly until further notice.
        valid_to: Option<NaiveDate>,
        /// How it was given.
        manner: Manner,
        /// When it was given.
        on: NaiveDate,
        /// Who took it, or who chose the other ground.
        taken_by: String,
        /// Whether the person was told that it can be withdrawn.
        told_of_withdrawal: bool,
        /// Why, where the basis is not consent.
        reason: String,
        /// The meeting in which it was given, if it was given in the room.
        meeting: Option<MeetingId>,
    }
    /// A ground was withdrawn. What has gone has gone; nothing more goes out.
    Withdrawal RecordId {
        /// The ground.
        ground: GroundId,
        /// From which day.
        from: NaiveDate,
        /// How it was said.
        manner: Manner,
        /// How the parties were told.
        told: String,
    }
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
    /// A fixed version of the plan. Its content never changes.
    Version VersionId {
        /// 1, 2, 3 …
        number: u32,
        /// The meeting that it comes from.
        meeting: Option<MeetingId>,
        /// What changed since the last version, in a sentence; empty for the first.
        change: String,
        /// The frozen plan, as canonical JSON.
        content: String,
        /// SHA-256 of the content, in hexadecimal.
        hash: String,
    }
    /// A signature on a version.
    Signature RecordId {
        /// The version.
        version: VersionId,
        /// The version's hash when it was signed.
        hash: String,
        /// Who signed.
        name: String,
        /// In what role.
        role: String,
        /// When.
        on: NaiveDate,
        /// How.
        manner: SignatureManner,
    }
    /// A file kept with the case, such as a signed plan that was scanned. Its bytes stand in the store under their hash.
    Attachment RecordId {
        /// What it is.
        kind: AttachmentKind,
        /// The version that it belongs to.
        version: Option<VersionId>,
        /// What it is, in words.
        label: String,
        /// Its media type, such as `application/pdf`.
        media_type: String,
        /// Its size in bytes.
        size: u32,
        /// SHA-256 of its bytes, in hexadecimal.
        sha256: String,
    }
    /// A version was noted as filed in one's own akt. That is no disclosure.
    Filing RecordId {
        /// The version.
        version: VersionId,
        /// When.
        on: NaiveDate,
        /// Under which akt or diary number.
        reference: String,
    }
    /// Something was handed to somebody: the utlämnandelogg (3 kap. 11 § PDL).
    Disclosure RecordId {
        /// The party; nothing where it is the person.
        party: Option<PartyId>,
        /// The recipient by name and unit, as it was then.
        recipient: String,
        /// What was handed over.
        kind: DisclosureKind,
        /// The version, where it was a plan.
        version: Option<VersionId>,
        /// The meeting, where it was a kallelse or presence.
        meeting: Option<MeetingId>,
        /// The kinds of information that the recipient could see; empty where all.
        kinds: Vec<InformationKind>,
        /// Whether something was left out.
        left_out: bool,
        /// The grounds; none where it is the person.
        grounds: Vec<GroundId>,
        /// How it was handed over.
        delivery: Delivery,
        /// SHA-256 of the paper, in hexadecimal; empty where there was none.
        sha256: String,
    }
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
}
