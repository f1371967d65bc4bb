//! What a plan still lacks: shown all the time; only what the law asks for stops the fixing.

use super::*;
use crate::{
    dates::{parse_date, parse_time},
    drafts::DraftKind,
    text::is_blank,
};
use uuid::Uuid;

/// Something that is missing or should be looked at, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Missing {
    /// What it is.
    pub code: MissingCode,
    /// Whether it stops the plan from being fixed.
    pub stops: bool,
    /// The kind of record at which it can be put right.
    pub kind: Option<DraftKind>,
    /// The record.
    pub record: Option<Uuid>,
    /// The field.
    pub field: Option<String>,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MissingCode {
    /// The person has not said yes to a SIP (10 kap. 8 § SoL, 16 kap. 4 § HSL).
    SipYes,
    /// Content 1: no measure.
    Measures,
    /// Content 2: a measure without a principal.
    MeasurePrincipal,
    /// Content 3: nothing said about measures by others.
    OtherMeasures,
    /// Content 4: nobody has the övergripande ansvar.
    Overall,
    /// A date or a clock time that cannot be read.
    Unreadable,
    /// Dates in the wrong order.
    DatesOutOfOrder,
    /// A goal without words.
    GoalEmpty,
    /// A goal that no measure serves.
    GoalWithoutMeasure,
    /// A measure without a unit.
    MeasureUnit,
    /// A measure without a responsible person.
    MeasurePerson,
    /// A measure without any date.
    MeasureDate,
    /// The same measure by two principals (dubbelarbete).
    MeasureDouble,
    /// A line of the plan that nobody has marked with a kind of information.
    KindsUnmarked,
    /// An open question without an owner.
    QuestionOwner,
    /// No next meeting.
    FollowUp,
    /// The plan was not read back.
    ReadBack,
    /// Nobody coordinates.
    Coordinator,
}

impl MissingCode {
    /// Whether it stops the plan from being fixed; all else reminds.
    pub fn stops(self) -> bool {
        matches!(
            self,
            Self::SipYes
                | Self::Measures
                | Self::MeasurePrincipal
                | Self::OtherMeasures
                | Self::Overall
                | Self::Unreadable
                | Self::DatesOutOfOrder
        )
    }
}

/// All that the plan lacks on a day, what stops it first.
pub fn missing(case: &Case, today: NaiveDate) -> Vec<Missing> {
    let mut found = Vec::new();
    contents_of_the_law(case, &mut found);
    unreadable(case, &mut found);
    goals(case, &mut found);
    measures(case, &mut found);
    unmarked(case, &mut found);
    whole(case, today, &mut found);
    found.sort_by_key(|missing| !missing.stops);
    found
}

fn at(code: MissingCode, kind: DraftKind, record: Uuid, field: &str) -> Missing {
    Missing { code, stops: code.stops(), kind: Some(kind), record: Some(record), field: Some(field.to_owned()) }
}

fn anywhere(code: MissingCode) -> Missing {
    Missing { code, stops: code.stops(), kind: None, record: None, field: None }
}

fn contents_of_the_law(case: &Case, found: &mut Vec<Missing>) {
    if case.sip_yes().is_none_or(|yes| yes.answer != Answer::Yes) {
        found.push(anywhere(MissingCode::SipYes));
    }
    if case.measures.iter().all(|measure| is_blank(&measure.text)) {
        found.push(anywhere(MissingCode::Measures));
    }
    for measure in case.measures.iter().filter(|measure| !is_blank(&measure.text) && measure.principal.is_none()) {
        found.push(at(MissingCode::MeasurePrincipal, DraftKind::Measure, measure.id.0, "principal"));
    }
    if case.other_measures.iter().all(|measure| is_blank(&measure.text)) && !case.plan_frame.no_other_measures {
        found.push(at(MissingCode::OtherMeasures, DraftKind::PlanFrame, case.plan_frame.id.0, "no_other_measures"));
    }
    if case.plan_frame.overall.is_none() {
        found.push(at(MissingCode::Overall, DraftKind::PlanFrame, case.plan_frame.id.0, "overall"));
    }
}

fn unreadable(case: &Case, found: &mut Vec<Missing>) {
    let mut date = |kind, record, field, typed: &str| {
        if !is_blank(typed) && parse_date(typed).is_none() {
            found.push(at(MissingCode::Unreadable, kind, record, field));
        }
    };
    date(DraftKind::Need, case.need.id.0, "seen_on", &case.need.seen_on);
    date(DraftKind::Need, case.need.id.0, "waiting_since", &case.need.waiting_since);
    for measure in &case.measures {
        date(DraftKind::Measure, measure.id.0, "starts_on", &measure.starts_on);
        date(DraftKind::Measure, measure.id.0, "due_on", &measure.due_on);
    }
    for question in &case.open_questions {
        date(DraftKind::OpenQuestion, question.id.0, "answer_by", &question.answer_by);
    }
    for meeting in &case.meetings {
        date(DraftKind::Meeting, meeting.id.0, "held_on", &meeting.held_on);
        date(DraftKind::Meeting, meeting.id.0, "answer_by", &meeting.answer_by);
    }
    for meeting in &case.meetings {
        for (field, typed) in [("starts", &meeting.starts), ("ends", &meeting.ends)] {
            if !is_blank(typed) && parse_time(typed).is_none() {
                found.push(at(MissingCode::Unreadable, DraftKind::Meeting, meeting.id.0, field));
            }
        }
        if let (Some(starts), Some(ends)) = (parse_time(&meeting.starts), parse_time(&meeting.ends))
            && ends <= starts
        {
            found.push(at(MissingCode::DatesOutOfOrder, DraftKind::Meeting, meeting.id.0, "ends"));
        }
    }
    for measure in &case.measures {
        if let (Some(starts), Some(due)) = (parse_date(&measure.starts_on), parse_date(&measure.due_on))
            && due < starts
        {
            found.push(at(MissingCode::DatesOutOfOrder, DraftKind::Measure, measure.id.0, "due_on"));
        }
    }
}

fn goals(case: &Case, found: &mut Vec<Missing>) {
    for goal in &case.goals {
        if is_blank(&goal.text) {
            found.push(at(MissingCode::GoalEmpty, DraftKind::Goal, goal.id.0, "text"));
        } else if !case.measures.iter().any(|measure| measure.goal == Some(goal.id) && !is_blank(&measure.text))
            && !case.other_measures.iter().any(|measure| measure.goal == Some(goal.id) && !is_blank(&measure.text))
        {
            found.push(at(MissingCode::GoalWithoutMeasure, DraftKind::Goal, goal.id.0, "text"));
        }
    }
}

fn measures(case: &Case, found: &mut Vec<Missing>) {
    let written: Vec<_> = case.measures.iter().filter(|measure| !is_blank(&measure.text)).collect();
    for measure in &written {
        for (code, field, lacks) in [
            (MissingCode::MeasureUnit, "unit", is_blank(&measure.unit)),
            (MissingCode::MeasurePerson, "person", is_blank(&measure.person)),
            (MissingCode::MeasureDate, "due_on", is_blank(&measure.starts_on) && is_blank(&measure.due_on)),
        ] {
            if lacks {
                found.push(at(code, DraftKind::Measure, measure.id.0, field));
            }
        }
    }
    for (position, measure) in written.iter().enumerate() {
        let same = |other: &&&crate::drafts::Measure| {
            other.principal != measure.principal && other.text.trim().to_lowercase() == measure.text.trim().to_lowercase()
        };
        if written.iter().take(position).any(|other| same(&other)) {
            found.push(at(MissingCode::MeasureDouble, DraftKind::Measure, measure.id.0, "text"));
        }
    }
}

fn unmarked(case: &Case, found: &mut Vec<Missing>) {
    let mut line = |kind, record, text: &str, kinds: &[InformationKind]| {
        if !is_blank(text) && kinds.is_empty() {
            found.push(at(MissingCode::KindsUnmarked, kind, record, "kinds"));
        }
    };
    case.goals.iter().for_each(|goal| line(DraftKind::Goal, goal.id.0, &goal.text, &goal.kinds));
    case.measures.iter().for_each(|measure| line(DraftKind::Measure, measure.id.0, &measure.text, &measure.kinds));
    case.other_measures.iter().for_each(|measure| line(DraftKind::OtherMeasure, measure.id.0, &measure.text, &measure.kinds));
    case.own_actions.iter().for_each(|action| line(DraftKind::OwnAction, action.id.0, &action.text, &action.kinds));
    case.open_questions.iter().for_each(|question| line(DraftKind::OpenQuestion, question.id.0, &question.text, &question.kinds));
}

fn whole(case: &Case, today: NaiveDate, found: &mut Vec<Missing>) {
    for question in case.open_questions.iter().filter(|question| !is_blank(&question.text) && is_blank(&question.owner)) {
        found.push(at(MissingCode::QuestionOwner, DraftKind::OpenQuestion, question.id.0, "owner"));
    }
    if case.next_meeting_after(today).is_none() && !case.is_closed() {
        found.push(anywhere(MissingCode::FollowUp));
    }
    if case.read_backs.last().is_none_or(|answer| answer.answer == ReadBack::No) {
        found.push(anywhere(MissingCode::ReadBack));
    }
    if is_blank(&case.plan_frame.coordinator) {
        found.push(at(MissingCode::Coordinator, DraftKind::PlanFrame, case.plan_frame.id.0, "coordinator"));
    }
}
