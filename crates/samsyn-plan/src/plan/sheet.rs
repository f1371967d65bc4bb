//! The sheet of a follow-up: how each goal and each measure stands.

use super::*;
use crate::{dates::parse_date, text::is_blank};

/// The frozen sheet of a follow-up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct FollowUpSheet {
    /// Goals and their ratings.
    pub goals: Vec<RatedGoal>,
    /// Measures and what has become of them.
    pub measures: Vec<TrackedMeasure>,
    /// The next meeting.
    pub next: Option<NaiveDate>,
}

/// A goal with its ratings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RatedGoal {
    /// The goal.
    pub id: GoalId,
    /// Its number.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// The common rating.
    pub scale: Option<GoalScale>,
    /// The person's own rating.
    pub own_scale: Option<GoalScale>,
    /// A word about it.
    pub note: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// A measure and what has become of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TrackedMeasure {
    /// The measure.
    pub id: MeasureId,
    /// What was to be done.
    pub text: String,
    /// The principal that answers for it.
    pub principal: Option<Principal>,
    /// The unit.
    pub unit: String,
    /// What has become of it.
    pub state: Option<MeasureState>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// Why, if it was not.
    pub why: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// The sheet of a meeting as its ratings say now, over the goals and measures of the newest fixed plan where there is one.
pub fn follow_up_sheet(case: &Case, meeting: MeetingId, plan: &Plan, today: NaiveDate) -> FollowUpSheet {
    let after = case.meeting(meeting).and_then(|meeting| parse_date(&meeting.held_on)).unwrap_or(today);
    FollowUpSheet {
        goals: plan
            .goals
            .iter()
            .map(|goal| {
                let rating = case.goal_ratings.iter().find(|rating| rating.meeting == Some(meeting) && rating.goal == Some(goal.id));
                RatedGoal {
                    id: goal.id,
                    number: goal.number,
                    text: goal.text.clone(),
                    scale: rating.and_then(|rating| rating.scale),
                    own_scale: rating.and_then(|rating| rating.own_scale),
                    note: rating.map(|rating| rating.note.trim().to_owned()).unwrap_or_default(),
                    kinds: goal.kinds.clone(),
                }
            })
            .collect(),
        measures: plan
            .measures
            .iter()
            .filter(|measure| !is_blank(&measure.text))
            .map(|measure| {
                let status =
                    case.measure_statuses.iter().find(|status| status.meeting == Some(meeting) && status.measure == Some(measure.id));
                TrackedMeasure {
                    id: measure.id,
                    text: measure.text.clone(),
                    principal: measure.principal,
                    unit: measure.unit.clone(),
                    state: status.and_then(|status| status.state),
                    done_on: status.and_then(|status| parse_date(&status.done_on)),
                    why: status.map(|status| status.why.trim().to_owned()).unwrap_or_default(),
                    kinds: measure.kinds.clone(),
                }
            })
            .collect(),
        next: case.next_meeting_after(after).map(|(_, day)| day),
    }
}
