//! The steps of a case and how far each has come. One moves among them freely.

use samsyn_plan::{
    case::Case,
    codes::MeetingKind,
    drafts::DraftRecord,
    plan::Missing,
    text::is_blank,
    worklist::{Task, TaskCode},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    /// The need.
    Need,
    /// The person's yes to a SIP.
    Yes,
    /// What the person wants of the meeting.
    Preparation,
    /// Parties, and the grounds for telling each.
    Consent,
    /// Kallelse and replies.
    Call,
    /// The meeting.
    Meeting,
    /// The plan.
    Plan,
    /// Follow-up.
    FollowUp,
    /// Closing.
    Closing,
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Progress {
    /// Nothing is filled in.
    Empty,
    /// Something is filled in.
    Begun,
    /// Something waits to be done.
    ToDo,
    /// Done.
    Done,
}

/// A step with its progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct StepState {
    /// The step.
    pub(crate) step: Step,
    /// How far it has come.
    pub(crate) progress: Progress,
}

/// The steps of a case.
pub(crate) fn steps(case: &Case, missing: &[Missing], tasks: &[Task]) -> Vec<StepState> {
    let waits = |codes: &[TaskCode]| tasks.iter().any(|task| codes.contains(&task.code));
    let followed = !case.follow_ups.is_empty();
    let state = |step, begun: bool, waits: bool, done: bool| StepState {
        step,
        progress: match (begun, waits, done) {
            (_, true, _) => Progress::ToDo,
            (_, _, true) => Progress::Done,
            (true, ..) => Progress::Begun,
            _ => Progress::Empty,
        },
    };
    let met = case.presences.iter().any(|mark| case.meeting(mark.meeting).is_some_and(|meeting| meeting.kind == Some(MeetingKind::First)));
    vec![
        state(Step::Need, is_begun(&case.need), false, !is_blank(&case.need.seen_on) && case.need.main_area.is_some()),
        state(
            Step::Yes,
            case.offers.iter().any(|offer| !case.is_annulled(offer.id.0)),
            waits(&[TaskCode::AskForYes]),
            !case.sip_yeses.is_empty(),
        ),
        state(
            Step::Preparation,
            is_begun(&case.preparation) || is_begun(&case.child) || !case.roles.is_empty(),
            false,
            !is_blank(&case.preparation.important),
        ),
        state(
            Step::Consent,
            !case.parties.is_empty(),
            waits(&[TaskCode::GroundEnding]),
            case.grounds.iter().any(|ground| !case.is_annulled(ground.id.0)),
        ),
        state(Step::Call, !case.meetings.is_empty(), waits(CALLING), !case.calls.is_empty()),
        state(Step::Meeting, !case.goals.is_empty(), waits(&[TaskCode::MeetingToday]) && !met, met),
        state(
            Step::Plan,
            !case.measures.is_empty(),
            waits(&[TaskCode::FixPlan, TaskCode::FilePlan, TaskCode::GiveToPerson, TaskCode::GiveCopy]),
            !case.versions.is_empty() && !missing.iter().any(|missing| missing.stops),
        ),
        state(Step::FollowUp, followed, waits(&[TaskCode::FollowUpOverdue, TaskCode::BookFollowUp]), followed),
        state(Step::Closing, case.standing_evaluations().next().is_some(), false, case.is_closed()),
    ]
}

/// What waits in the step of the kallelse.
const CALLING: &[TaskCode] = &[
    TaskCode::MeetApart,
    TaskCode::TellOfCancellation,
    TaskCode::SendChangedCall,
    TaskCode::SendCall,
    TaskCode::SendReminder,
    TaskCode::AnswerMissing,
];

/// Whether anything has been filled in.
fn is_begun<T: DraftRecord + PartialEq>(record: &T) -> bool {
    *record != T::with_id(record.id())
}
