//! What was agreed to, refused, judged and withdrawn.

use crate::{
    codes::*,
    ids::{GroundId, MeetingId, PartyId, RecordId},
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
        /// The guardian or representative who answered; nothing where it is the person.
        given_by: Option<PartyId>,
        /// The interpreter, where one was there.
        interpreter: String,
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
        /// The guardian or representative who gave the consent; nothing where it is the person.
        given_by: Option<PartyId>,
        /// The interpreter, where one was there.
        interpreter: String,
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
    /// The judgement of who must consent for a child: documented, never a count (6 kap. 11 and 13 §§ FB). The newest holds.
    ConsentJudgement RecordId {
        /// The child's own consent is needed.
        child: bool,
        /// The guardians whose consent is needed beside it. Empty together with `child`: a mature child's own consent suffices.
        guardians: Vec<PartyId>,
        /// The child's age and maturity, in words.
        maturity: String,
        /// Why it was judged so.
        reason: String,
        /// Who judged: name and title.
        judged_by: String,
        /// When.
        on: NaiveDate,
    }
    /// The judgement that a guardian may or may not know a kind of information about a child (12 kap. 3 § OSL), made by the
    /// authority that owns it. The newest for a guardian and a kind holds.
    KnowJudgement RecordId {
        /// The guardian.
        guardian: PartyId,
        /// The kind of information.
        kind: InformationKind,
        /// Whether the guardian may know it.
        may_know: bool,
        /// Why not; nothing where the guardian may.
        ground: Option<KnowGround>,
        /// The judgement in words.
        reason: String,
        /// The authority that owns the information.
        owner: String,
        /// Who judged: name and title.
        judged_by: String,
        /// When.
        on: NaiveDate,
    }
    /// The person cannot consent: on what ground, who decided, and what is done instead. Never a silent skip.
    CannotConsent RecordId {
        /// Why the person cannot.
        ground: String,
        /// Who decided: name and title.
        decided_by: String,
        /// The representative (god man, förvaltare), where there is one.
        representative: Option<PartyId>,
        /// What is done instead: a representative's yes, a harm assessment, another way.
        instead: String,
        /// When.
        on: NaiveDate,
    }
    /// Protected data were opened by a named handler.
    ProtectedOpening RecordId {
        /// Whose: a party; nothing where it is the person.
        party: Option<PartyId>,
        /// Why.
        reason: String,
    }
}
