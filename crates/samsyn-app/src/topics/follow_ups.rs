//! After the meeting: replies that did not come, follow-ups, evaluation and closing.

use crate::{
    App, AppError, Code,
    act::{Call, date, needed, words},
    describe::commands,
    view::CaseReply,
};
use samsyn_plan::{
    acts::{Closing, Deviation, DeviationAnswer, Evaluation, FollowUp},
    codes::*,
    ids::{CaseId, MeetingId, PartyId, RecordId},
    plan,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "deviation.record" Act [NoSuchParty, EmptyField, DateUnreadable] deviation: DeviationRecord => CaseReply;
    "deviation.answer" Act [NotFound, EmptyField, DateUnreadable] answer: DeviationAnswered => CaseReply;
    "follow_up.conclude" Act [NotFound, EmptyField, DateUnreadable] conclude: FollowUpConclude => CaseReply;
    "evaluation.record" Act [InvalidValue] evaluation: EvaluationRecord => CaseReply;
    "case.close" Act [CaseClosed, EmptyField, DateUnreadable] close: CaseClose => CaseReply;
}

/// Something deviated from what was agreed.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeviationRecord {
    /// The case.
    case: CaseId,
    /// What kind.
    kind: DeviationKind,
    /// The party.
    #[serde(default)]
    party: Option<PartyId>,
    /// The meeting.
    #[serde(default)]
    meeting: Option<MeetingId>,
    /// The day: a date as typed.
    on: String,
    /// What happened.
    event: String,
    /// What it meant for the person.
    #[serde(default)]
    consequence: String,
    /// What was done.
    #[serde(default)]
    action: String,
    /// To whom it is sent.
    #[serde(default)]
    sent_to: String,
}

/// A deviation was answered.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeviationAnswered {
    /// The case.
    case: CaseId,
    /// The deviation.
    deviation: RecordId,
    /// When: a date as typed.
    on: String,
    /// Who answered.
    answered_by: String,
    /// The answer.
    answer: String,
}

/// A follow-up is concluded, and its sheet frozen.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FollowUpConclude {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The day: a date as typed.
    on: String,
    /// What it leads to.
    outcome: FollowUpOutcome,
}

/// An evaluation: from 1 to 5, or unanswered.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EvaluationRecord {
    /// The case.
    case: CaseId,
    /// Who answers.
    evaluator: Evaluator,
    /// Was informed before.
    #[serde(default)]
    informed: Option<u8>,
    /// Could say what matters.
    #[serde(default)]
    could_say: Option<u8>,
    /// The right people were there.
    #[serde(default)]
    right_people: Option<u8>,
    /// Knew who does what.
    #[serde(default)]
    clear_who: Option<u8>,
    /// Felt safe.
    #[serde(default)]
    felt_safe: Option<u8>,
    /// A word about it.
    #[serde(default)]
    comment: String,
}

/// The plan is closed.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseClose {
    /// The case.
    case: CaseId,
    /// Why.
    reason: ClosingReason,
    /// When: a date as typed.
    on: String,
    /// What remains, and who answers for it. Needed where the reason is another.
    #[serde(default)]
    remains: String,
}

fn deviation(app: &mut App, call: &Call, request: DeviationRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if let Some(party) = request.party {
            acting.case.party(party).ok_or(AppError::at(Code::NoSuchParty, "party"))?;
        }
        acting.insert(&Deviation {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            kind: request.kind,
            party: request.party,
            meeting: request.meeting,
            on: date("on", &request.on)?,
            event: needed("event", &request.event)?,
            consequence: words(&request.consequence),
            action: words(&request.action),
            sent_to: words(&request.sent_to),
        })
    })
}

fn answer(app: &mut App, call: &Call, request: DeviationAnswered) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let mut deviations = acting.case.deviations.iter();
        deviations.find(|deviation| deviation.id == request.deviation).ok_or(AppError::at(Code::NotFound, "deviation"))?;
        acting.insert(&DeviationAnswer {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            deviation: request.deviation,
            on: date("on", &request.on)?,
            answered_by: needed("answered_by", &request.answered_by)?,
            answer: needed("answer", &request.answer)?,
        })
    })
}

fn conclude(app: &mut App, call: &Call, request: FollowUpConclude) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let case = &acting.case;
        case.meeting(request.meeting).ok_or(AppError::at(Code::NotFound, "meeting"))?;
        let followed = case
            .newest_version()
            .and_then(|version| plan::thaw(&version.content))
            .unwrap_or_else(|| plan::build(case, acting.organisation, acting.law, acting.today));
        acting.insert(&FollowUp {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: request.meeting,
            on: date("on", &request.on)?,
            outcome: request.outcome,
            sheet: plan::follow_up_sheet(case, request.meeting, &followed, acting.today),
        })
    })
}

fn evaluation(app: &mut App, call: &Call, request: EvaluationRecord) -> Result<CaseReply, AppError> {
    let grades = [
        ("informed", request.informed),
        ("could_say", request.could_say),
        ("right_people", request.right_people),
        ("clear_who", request.clear_who),
        ("felt_safe", request.felt_safe),
    ];
    for (field, grade) in grades {
        if grade.is_some_and(|grade| !(1..=5).contains(&grade)) {
            return Err(AppError::at(Code::InvalidValue, field));
        }
    }
    app.act(call, request.case, |acting| {
        acting.insert(&Evaluation {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            evaluator: request.evaluator,
            informed: request.informed,
            could_say: request.could_say,
            right_people: request.right_people,
            clear_who: request.clear_who,
            felt_safe: request.felt_safe,
            comment: words(&request.comment),
        })
    })
}

fn close(app: &mut App, call: &Call, request: CaseClose) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if acting.case.is_closed() {
            return Err(AppError::new(Code::CaseClosed));
        }
        let remains = if request.reason == ClosingReason::Other { needed("remains", &request.remains)? } else { words(&request.remains) };
        acting.insert(&Closing {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            reason: request.reason,
            on: date("on", &request.on)?,
            remains,
        })
    })
}
