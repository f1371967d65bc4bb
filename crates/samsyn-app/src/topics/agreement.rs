//! What the person agrees to: an offer, the yes to a SIP, and apart from it each ground for telling a party something.

use super::children::answers_for;
use crate::{
    App, AppError, Code,
    act::{Call, date, needed, optional_date, words},
    app::Acting,
    describe::commands,
    view::CaseReply,
};
use chrono::NaiveDate;
use samsyn_plan::{
    acts::{Closing, Ground, Offer, PresenceMark, SipYes, Withdrawal},
    codes::*,
    consequences::{self, WithdrawalConsequences},
    gate::{self, Purpose, Recipient},
    ids::{CaseId, GroundId, MeetingId, PartyId, RecordId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "offer.record" Act [EmptyField, DateUnreadable, ReasonMissing] offer: OfferRecord => CaseReply;
    "yes.record" Act [EmptyField, DateUnreadable, NoSuchParty, InvalidValue] yes: YesRecord => CaseReply;
    "ground.record" Act [NoSuchParty, InvalidValue, EmptyField, DateUnreadable, DatesOutOfOrder, ReasonMissing, DutyTooWide] ground: GroundRecord => CaseReply;
    "ground.withdraw" Act [NotFound, EmptyField, DateUnreadable] withdraw: GroundWithdraw => CaseReply;
    "ground.consequences" Read [NotFound, EmptyField, DateUnreadable] consequences: GroundConsequences => WithdrawalConsequences;
}

/// A SIP was offered or asked for.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferRecord {
    /// The case.
    case: CaseId,
    /// Offered or asked for.
    kind: OfferKind,
    /// What came of it.
    outcome: OfferOutcome,
    /// When: a date as typed.
    on: String,
    /// Who offered or asked.
    who: String,
    /// Why it was declined or refused; a refusal needs a reason.
    #[serde(default)]
    reason: String,
}

/// The person's answer to a SIP being made.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct YesRecord {
    /// The case.
    case: CaseId,
    /// Yes or no.
    answer: Answer,
    /// When: a date as typed.
    on: String,
    /// How it was given.
    manner: Manner,
    /// Who took it.
    taken_by: String,
    /// The person's words.
    #[serde(default)]
    words: String,
    /// The guardian or representative who answers; nothing where it is the person.
    #[serde(default)]
    given_by: Option<PartyId>,
    /// The interpreter.
    #[serde(default)]
    interpreter: String,
}

/// A ground for telling a party something.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroundRecord {
    /// The case.
    case: CaseId,
    /// The party.
    party: PartyId,
    /// What it rests on.
    basis: Basis,
    /// The person's answer; another ground than consent is always yes.
    answer: Answer,
    /// Which way information may go.
    direction: Direction,
    /// How far into the plan it reaches.
    scope: Scope,
    /// The kinds of information that it opens.
    #[serde(default)]
    kinds: Vec<InformationKind>,
    /// The kinds that it does not open.
    #[serde(default)]
    except: Vec<InformationKind>,
    /// Whether the party may be called and be in the room.
    #[serde(default)]
    attends: bool,
    /// What it states in words.
    #[serde(default)]
    statement: String,
    /// What the information is for.
    #[serde(default)]
    purpose: String,
    /// The first day: a date as typed.
    valid_from: String,
    /// The last day: a date as typed. Empty together with `until_further_notice` only.
    #[serde(default)]
    valid_to: String,
    /// Expressly until further notice.
    #[serde(default)]
    until_further_notice: bool,
    /// How it was given.
    manner: Manner,
    /// When: a date as typed.
    on: String,
    /// Who took it.
    taken_by: String,
    /// Whether the person was told that it can be withdrawn.
    #[serde(default)]
    told_of_withdrawal: bool,
    /// Why, where the basis is not consent.
    #[serde(default)]
    reason: String,
    /// The meeting in which it was given.
    #[serde(default)]
    meeting: Option<MeetingId>,
    /// The guardian or representative who gives it; nothing where it is the person.
    #[serde(default)]
    given_by: Option<PartyId>,
    /// The interpreter.
    #[serde(default)]
    interpreter: String,
}

/// A ground is withdrawn.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroundWithdraw {
    /// The case.
    case: CaseId,
    /// The ground.
    ground: GroundId,
    /// From which day: a date as typed.
    from: String,
    /// How it was said.
    manner: Manner,
    /// How the parties were told.
    #[serde(default)]
    told: String,
}

/// Asks what the withdrawal of a ground leads to, before it is entered or after. Nothing is written.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroundConsequences {
    /// The case.
    case: CaseId,
    /// The ground.
    ground: GroundId,
    /// From which day: a date as typed.
    from: String,
}

fn offer(app: &mut App, call: &Call, request: OfferRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let reason = words(&request.reason);
        if request.outcome == OfferOutcome::Refused && reason.is_empty() {
            return Err(AppError::at(Code::ReasonMissing, "reason"));
        }
        acting.insert(&Offer {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            kind: request.kind,
            outcome: request.outcome,
            on: date("on", &request.on)?,
            who: needed("who", &request.who)?,
            reason,
        })
    })
}

fn yes(app: &mut App, call: &Call, request: YesRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let on = date("on", &request.on)?;
        let takes_back =
            request.answer == Answer::No && consequences::whose_no_closes(&acting.case, acting.today).contains(&request.given_by);
        acting.insert(&SipYes {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            answer: request.answer,
            on,
            manner: request.manner,
            taken_by: needed("taken_by", &request.taken_by)?,
            words: words(&request.words),
            given_by: answers_for(acting, request.given_by)?,
            interpreter: words(&request.interpreter),
        })?;
        if takes_back { close_at_once(acting, on) } else { Ok(()) }
    })
}

/// A SIP rests on the yes: when it is taken back the plan is closed. What is fixed stays as it is, and a new SIP is a new case.
fn close_at_once(acting: &Acting<'_>, on: NaiveDate) -> Result<(), AppError> {
    acting.insert(&Closing {
        id: RecordId(acting.new_id()),
        at: acting.now,
        by: acting.user_name(),
        reason: ClosingReason::ConsentWithdrawn,
        on,
        remains: String::new(),
    })
}

fn ground(app: &mut App, call: &Call, request: GroundRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.party(request.party).ok_or(AppError::at(Code::NoSuchParty, "party"))?;
        let reason = words(&request.reason);
        if request.basis != Basis::Consent && reason.is_empty() {
            return Err(AppError::at(Code::ReasonMissing, "reason"));
        }
        if request.basis == Basis::DutyToInform && (request.scope != Scope::Stated || request.attends) {
            return Err(AppError::at(Code::DutyTooWide, "basis"));
        }
        let valid_from = date("valid_from", &request.valid_from)?;
        let valid_to = optional_date("valid_to", &request.valid_to)?;
        if valid_to.is_none() && !request.until_further_notice && request.answer == Answer::Yes {
            return Err(AppError::at(Code::EmptyField, "valid_to"));
        }
        if valid_to.is_some_and(|last| last < valid_from) {
            return Err(AppError::at(Code::DatesOutOfOrder, "valid_to"));
        }
        let statement = if request.scope == Scope::Stated && request.answer == Answer::Yes {
            needed("statement", &request.statement)?
        } else {
            words(&request.statement)
        };
        if request.scope == Scope::Kinds && request.answer == Answer::Yes && request.kinds.is_empty() {
            return Err(AppError::at(Code::EmptyField, "kinds"));
        }
        let ground = Ground {
            id: GroundId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            party: request.party,
            basis: request.basis,
            answer: if request.basis == Basis::Consent { request.answer } else { Answer::Yes },
            direction: request.direction,
            scope: request.scope,
            kinds: request.kinds.clone(),
            except: request.except.clone(),
            attends: request.attends && request.answer == Answer::Yes,
            statement,
            purpose: words(&request.purpose),
            valid_from,
            valid_to,
            manner: request.manner,
            on: date("on", &request.on)?,
            taken_by: needed("taken_by", &request.taken_by)?,
            told_of_withdrawal: request.told_of_withdrawal,
            reason,
            meeting: request.meeting,
            // Another ground than consent is chosen by whoever took it, and given by nobody.
            given_by: answers_for(acting, request.given_by.filter(|_| request.basis == Basis::Consent))?,
            interpreter: words(&request.interpreter),
        };
        acting.insert(&ground)?;
        heard_from_now_on(acting, ground)
    })
}

/// Whoever sits in the room hears more from the moment that a ground is given there: that is a disclosure of its own.
fn heard_from_now_on(acting: &Acting<'_>, ground: Ground) -> Result<(), AppError> {
    let (party, meeting) = (ground.party, ground.meeting);
    let in_room = |mark: &&PresenceMark| mark.party == Some(party) && mark.mark == Presence::Came;
    let Some(meeting) = meeting.filter(|_| ground.answer == Answer::Yes) else { return Ok(()) };
    let Some(name) = acting.case.presence(meeting).into_iter().find(in_room).map(|mark| mark.name.clone()) else { return Ok(()) };
    let mut case = acting.case.clone();
    case.grounds.push(ground);
    match gate::permit(&case, Recipient::Party(party), Purpose::Attend, acting.today) {
        Ok(permit) => super::meetings::disclose_in_room(acting, meeting, name, &permit),
        // The ground opens nothing today, so nothing more is told.
        Err(_) => Ok(()),
    }
}

fn withdraw(app: &mut App, call: &Call, request: GroundWithdraw) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.grounds.iter().find(|ground| ground.id == request.ground).ok_or(AppError::new(Code::NotFound))?;
        acting.insert(&Withdrawal {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            ground: request.ground,
            from: date("from", &request.from)?,
            manner: request.manner,
            told: words(&request.told),
        })
    })
}

fn consequences(app: &mut App, _: &Call, request: GroundConsequences) -> Result<WithdrawalConsequences, AppError> {
    let from = date("from", &request.from)?;
    consequences::of_withdrawal(&app.case(request.case)?, request.ground, from).ok_or(AppError::at(Code::NotFound, "ground"))
}
