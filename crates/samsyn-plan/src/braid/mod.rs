//! The plan as a braid (fläta): a strand for each who does something, with what they do as knots on it over time, the meetings
//! across all strands, and what does not hold together: gaps, delays and double work.
//!
//! It is read from a plan, as the drafts say now or as a version froze it, and from what the case knows beside it: how follow-ups
//! found the measures and when the meetings are. What has no day is never given one, and where nobody knows when something goes
//! on, no gap is claimed.

mod findings;
mod strands;

use crate::{case::Case, codes::*, dates::parse_date, ids::*, plan::Plan};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The plan as a braid on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Braid {
    /// The day that it is seen on; for a closed plan the day of the closing.
    pub day: NaiveDate,
    /// Whether the plan is closed.
    pub closed: bool,
    /// From when the plan holds: the day of its meeting. Nothing where no meeting has a day.
    pub agreed: Option<NaiveDate>,
    /// Who does something, in the order of the picture.
    pub strands: Vec<Strand>,
    /// The meetings, by day.
    pub crossings: Vec<Crossing>,
    /// What does not hold together, what is most pressing first. Nothing is found in a plan that is closed.
    pub findings: Vec<Finding>,
}

/// Who does something, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand {
    /// Whose it is.
    pub group: StrandGroup,
    /// The party; nothing where it is the person, one's own unit or a unit that is no party.
    pub party: Option<PartyId>,
    /// What people call it; empty where nobody has said who.
    pub name: String,
    /// What is done, by day.
    pub knots: Vec<Knot>,
}

/// Something that is done: a line of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Knot {
    /// The measure; nothing where others, or the person, do it.
    pub measure: Option<MeasureId>,
    /// What.
    pub text: String,
    /// How much, how often or when, in words.
    pub extent: String,
    /// Who, by name; may be empty.
    pub person: String,
    /// The number of the goal that it serves.
    pub goal: Option<u32>,
    /// The principal that answers for it.
    pub principal: Option<Principal>,
    /// What kind of measure it is.
    pub action: Option<MeasureType>,
    /// When it starts.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be done.
    pub due_on: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// How it stands.
    pub state: KnotState,
}

/// A meeting across the strands.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is.
    pub kind: Option<MeetingKind>,
    /// Its day.
    pub on: NaiveDate,
    /// Whether anybody came, or it was concluded.
    pub held: bool,
    /// Who came; nothing stands for the person.
    pub came: Vec<Option<PartyId>>,
}

/// What does not hold together in a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// The day of a measure has passed, and nobody has said that it was done.
    Late {
        /// The measure.
        measure: MeasureId,
        /// When it was to be done.
        due: NaiveDate,
        /// How many days have passed since.
        days: u16,
    },
    /// A follow-up found that a measure was not done.
    NotDone {
        /// The measure.
        measure: MeasureId,
    },
    /// Two principals do the same at the same time (dubbelarbete).
    Double {
        /// The two.
        measures: [MeasureId; 2],
    },
    /// No measure serves a goal.
    Unserved {
        /// The goal.
        goal: GoalId,
    },
    /// For a while nobody does anything for a goal.
    GoalGap {
        /// The goal.
        goal: GoalId,
        /// The first day of it.
        from: NaiveDate,
        /// The first day after it.
        to: NaiveDate,
    },
    /// For a while before the next meeting no measure goes on at all.
    Quiet {
        /// The first day of it.
        from: NaiveDate,
        /// The day of the next meeting, or of the next measure.
        to: NaiveDate,
    },
    /// A unit of a principal was called or came, and answers for nothing.
    Idle {
        /// The unit.
        party: PartyId,
    },
}

impl Knot {
    /// The days between which it goes on as far as anybody knows; an end that is nothing is open. Nothing where it has no days.
    pub fn days(&self) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        let ends = self.done_on.or(self.due_on);
        (self.starts_on.is_some() || ends.is_some()).then_some((self.starts_on, ends))
    }

    /// Whether something should have been done by now.
    pub fn is_behind(&self) -> bool {
        matches!(self.state, KnotState::Late | KnotState::NotDone)
    }
}

/// Reads a plan of a case as a braid, as it is on a day.
pub fn braid(case: &Case, plan: &Plan, today: NaiveDate) -> Braid {
    let day = case.closings.first().map_or(today, |closing| closing.on.min(today));
    let agreed = plan.meeting.as_ref().and_then(|meeting| meeting.on);
    let mut braid = Braid {
        day,
        closed: case.is_closed(),
        agreed,
        strands: strands::strands(case, plan, day),
        crossings: crossings(case),
        findings: Vec::new(),
    };
    if !braid.closed {
        braid.findings = findings::findings(case, plan, &braid);
    }
    braid
}

/// The meetings that have a day and are not cancelled.
fn crossings(case: &Case) -> Vec<Crossing> {
    let crossing = |meeting: &crate::drafts::Meeting| {
        let marks = case.presence(meeting.id);
        let there = marks.iter().filter(|mark| mark.mark.was_there()).map(|mark| mark.party);
        let there: Vec<Option<PartyId>> = there.collect();
        let concluded = case.follow_ups.iter().any(|done| done.meeting == meeting.id);
        let on = parse_date(&meeting.held_on)?;
        Some(Crossing { meeting: meeting.id, kind: meeting.kind, on, held: concluded || !there.is_empty(), came: there })
    };
    let mut crossings: Vec<Crossing> = case.meetings.iter().filter(|meeting| !case.is_cancelled(meeting.id)).filter_map(crossing).collect();
    crossings.sort_by_key(|crossing| (crossing.on, crossing.meeting));
    crossings
}

#[cfg(test)]
mod tests;
