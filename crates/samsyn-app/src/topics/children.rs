//! Judgements that stand before a consent: who must consent for a child, what a guardian may know, and that somebody cannot
//! consent at all. Each is documented with its reason and by name; the gate follows the newest.

use crate::{
    App, AppError, Code,
    act::{Call, date, needed, words},
    app::Acting,
    describe::commands,
    view::CaseReply,
};
use samsyn_plan::{
    acts::{CannotConsent, ConsentJudgement, KnowJudgement},
    codes::*,
    ids::{CaseId, PartyId, RecordId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "judgement.record" Act [NoSuchParty, InvalidValue, EmptyField, DateUnreadable] judgement: JudgementRecord => CaseReply;
    "know.record" Act [NoSuchParty, InvalidValue, EmptyField, DateUnreadable] know: KnowRecord => CaseReply;
    "cannot_consent.record" Act [NoSuchParty, InvalidValue, EmptyField, DateUnreadable] cannot_consent: CannotConsentRecord => CaseReply;
}

/// Who must consent for a child: a documented judgement, never a count.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JudgementRecord {
    /// The case.
    case: CaseId,
    /// The child's own consent is needed.
    child: bool,
    /// The guardians whose consent is needed beside it; none together with `child` where the child's own consent suffices.
    #[serde(default)]
    guardians: Vec<PartyId>,
    /// The child's age and maturity, in words.
    maturity: String,
    /// Why it is judged so.
    reason: String,
    /// Who judged: name and title.
    judged_by: String,
    /// When: a date as typed.
    on: String,
}

/// Whether a guardian may know a kind of information about a child.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnowRecord {
    /// The case.
    case: CaseId,
    /// The guardian.
    guardian: PartyId,
    /// The kind of information.
    kind: InformationKind,
    /// Whether the guardian may know it.
    may_know: bool,
    /// Why not; needed where the guardian may not.
    #[serde(default)]
    ground: Option<KnowGround>,
    /// The judgement in words; needed where the guardian may not.
    #[serde(default)]
    reason: String,
    /// The authority that owns the information and judged.
    owner: String,
    /// Who judged: name and title.
    judged_by: String,
    /// When: a date as typed.
    on: String,
}

/// The person cannot consent.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CannotConsentRecord {
    /// The case.
    case: CaseId,
    /// Why the person cannot.
    ground: String,
    /// Who decided: name and title.
    decided_by: String,
    /// The representative (god man, förvaltare), where there is one.
    #[serde(default)]
    representative: Option<PartyId>,
    /// What is done instead.
    #[serde(default)]
    instead: String,
    /// When: a date as typed.
    on: String,
}

fn judgement(app: &mut App, call: &Call, request: JudgementRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        for guardian in &request.guardians {
            of_kind(acting, "guardians", *guardian, &[PartyKind::Guardian])?;
        }
        if !request.child && request.guardians.is_empty() {
            return Err(AppError::at(Code::EmptyField, "guardians"));
        }
        acting.insert(&ConsentJudgement {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            child: request.child,
            guardians: request.guardians.clone(),
            maturity: needed("maturity", &request.maturity)?,
            reason: needed("reason", &request.reason)?,
            judged_by: needed("judged_by", &request.judged_by)?,
            on: date("on", &request.on)?,
        })
    })
}

fn know(app: &mut App, call: &Call, request: KnowRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        of_kind(acting, "guardian", request.guardian, &[PartyKind::Guardian])?;
        if !request.may_know && request.ground.is_none() {
            return Err(AppError::at(Code::EmptyField, "ground"));
        }
        acting.insert(&KnowJudgement {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            guardian: request.guardian,
            kind: request.kind,
            may_know: request.may_know,
            ground: request.ground.filter(|_| !request.may_know),
            reason: if request.may_know { words(&request.reason) } else { needed("reason", &request.reason)? },
            owner: needed("owner", &request.owner)?,
            judged_by: needed("judged_by", &request.judged_by)?,
            on: date("on", &request.on)?,
        })
    })
}

fn cannot_consent(app: &mut App, call: &Call, request: CannotConsentRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if let Some(representative) = request.representative {
            of_kind(acting, "representative", representative, &[PartyKind::Representative])?;
        }
        acting.insert(&CannotConsent {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            ground: needed("ground", &request.ground)?,
            decided_by: needed("decided_by", &request.decided_by)?,
            representative: request.representative,
            instead: if request.representative.is_some() { words(&request.instead) } else { needed("instead", &request.instead)? },
            on: date("on", &request.on)?,
        })
    })
}

/// Whoever answers instead of the person, or beside a child, is a guardian or a representative among the parties.
pub(super) fn answers_for(acting: &Acting<'_>, giver: Option<PartyId>) -> Result<Option<PartyId>, AppError> {
    if let Some(party) = giver {
        of_kind(acting, "given_by", party, &[PartyKind::Guardian, PartyKind::Representative])?;
    }
    Ok(giver)
}

/// Refuses a party that the case does not have, or that is of another kind.
fn of_kind(acting: &Acting<'_>, field: &str, party: PartyId, kinds: &[PartyKind]) -> Result<(), AppError> {
    let party = acting.case.party(party).ok_or_else(|| AppError::at(Code::NoSuchParty, field))?;
    let fits = party.kind.is_some_and(|kind| kinds.contains(&kind));
    if fits { Ok(()) } else { Err(AppError::at(Code::InvalidValue, field)) }
}
