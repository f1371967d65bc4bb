//! What the page of a store of one's own shows: a few counts of a period. They count what a SIP is for, first of all that it is followed up.

use chrono::NaiveDate;
use samsyn_plan::{
    case::Case,
    codes::{Coded, GoalScale, MeetingKind, Presence},
    dates::parse_date,
    plan::{self, MissingCode},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// How far from its booked day a follow-up may be held and still count as in time, in days.
pub const IN_TIME_DAYS: i64 = 14;

/// What happened in a period. Only counts; no person can be read out of it but by small numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct Figures {
    /// Cases that could not be read, and so are not counted.
    pub hurt: u32,
    /// Persons with a SIP that was opened in the period.
    pub persons: u32,
    /// Cases opened in the period in which a plan was fixed.
    pub new_sips: u32,
    /// First meetings held.
    pub first_meetings: u32,
    /// Follow-ups held.
    pub follow_ups: u32,
    /// Of them, those held within [`IN_TIME_DAYS`] of the booked day.
    pub follow_ups_in_time: u32,
    /// Parties that were called and stayed away without a word.
    pub called_absent: u32,
    /// Days from the need to the first meeting, one number a case, in order.
    pub need_to_meeting_days: Vec<i32>,
    /// Measures of the same words by more than one principal in one plan.
    pub double_measures: u32,
    /// Goals whose newest rating is "reached".
    pub goals_reached: u32,
    /// Goals that have been rated.
    pub goals_rated: u32,
    /// Plans closed.
    pub closed: u32,
    /// Deviations noted, annulled ones left out.
    pub deviations: u32,
    /// Of them, those that have been answered.
    pub deviations_answered: u32,
    /// What was evaluated, by who answered and question.
    pub evaluations: Vec<EvaluationCount>,
    /// Measures in newest fixed plans by main area: code of the area and count.
    pub measures_by_area: Vec<AreaCount>,
}

/// The answers to one question of the evaluation by one kind of evaluator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct EvaluationCount {
    /// The evaluator's code.
    pub evaluator: String,
    /// The question, as its field is called.
    pub question: String,
    /// How many have answered it.
    pub answers: u32,
    /// The sum of their grades, from 1 to 5 each.
    pub sum: u32,
}

/// A count for one main area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AreaCount {
    /// The area's code.
    pub area: String,
    /// The count.
    pub count: u32,
}

/// Counts what happened from one day to another, both included.
pub fn figures(cases: &[Case], from: NaiveDate, to: NaiveDate) -> Figures {
    let within = |day: NaiveDate| (from..=to).contains(&day);
    let mut counted = Figures::default();
    let mut persons = BTreeSet::new();
    for case in cases {
        if within(case.opened_at.date_naive()) {
            persons.insert(case.person.id);
            counted.new_sips += u32::from(!case.versions.is_empty());
        }
        meetings(case, within, &mut counted);
        outcome(case, within, &mut counted);
        afterwards(case, within, &mut counted);
    }
    counted.persons = count(persons.len());
    counted.need_to_meeting_days.sort_unstable();
    counted.measures_by_area.sort_by(|a, b| a.area.cmp(&b.area));
    counted
}

fn meetings(case: &Case, within: impl Fn(NaiveDate) -> bool, counted: &mut Figures) {
    for meeting in &case.meetings {
        let Some(day) = parse_date(&meeting.held_on).filter(|day| within(*day)) else { continue };
        let marks = case.presence(meeting.id);
        let held = marks.iter().any(|mark| mark.mark.was_there());
        counted.called_absent += count(marks.iter().filter(|mark| mark.mark == Presence::AbsentSilent).count());
        if meeting.kind == Some(MeetingKind::First) && held {
            counted.first_meetings += 1;
            if let Some(seen) = parse_date(&case.need.seen_on) {
                counted.need_to_meeting_days.push(i32::try_from((day - seen).num_days()).unwrap_or(i32::MAX));
            }
        }
    }
    for done in case.follow_ups.iter().filter(|done| within(done.on)) {
        let booked = case.meeting(done.meeting).and_then(|meeting| parse_date(&meeting.held_on));
        counted.follow_ups += 1;
        counted.follow_ups_in_time += u32::from(booked.is_some_and(|booked| (done.on - booked).num_days().abs() <= IN_TIME_DAYS));
    }
}

fn outcome(case: &Case, within: impl Fn(NaiveDate) -> bool, counted: &mut Figures) {
    if let Some(newest) = case.follow_ups.iter().filter(|done| within(done.on)).max_by_key(|done| done.on) {
        let rated: Vec<GoalScale> = newest.sheet.goals.iter().filter_map(|goal| goal.scale).collect();
        counted.goals_rated += count(rated.len());
        counted.goals_reached += count(rated.iter().filter(|scale| **scale == GoalScale::Reached).count());
    }
    if let Some(version) = case.newest_version().filter(|version| within(version.at.date_naive())) {
        counted.double_measures +=
            count(plan::missing(case, version.at.date_naive()).iter().filter(|missing| missing.code == MissingCode::MeasureDouble).count());
        if let Some((area, fixed)) = case.need.main_area.zip(plan::thaw(&version.content)) {
            let measures = count(fixed.measures.len());
            match counted.measures_by_area.iter_mut().find(|line| line.area == area.code()) {
                Some(line) => line.count += measures,
                None => counted.measures_by_area.push(AreaCount { area: area.code().to_owned(), count: measures }),
            }
        }
    }
    counted.closed += u32::from(case.closings.iter().any(|closing| within(closing.on)));
}

/// Deviations and evaluations, those left out that were annulled.
fn afterwards(case: &Case, within: impl Fn(NaiveDate) -> bool, counted: &mut Figures) {
    for deviation in case.standing_deviations().filter(|deviation| within(deviation.on)) {
        counted.deviations += 1;
        counted.deviations_answered += u32::from(case.deviation_answer(deviation.id).is_some());
    }
    for evaluation in case.standing_evaluations().filter(|evaluation| within(evaluation.at.date_naive())) {
        for (question, grade) in evaluation.grades() {
            let Some(grade) = grade else { continue };
            let evaluator = evaluation.evaluator.code();
            let mut lines = counted.evaluations.iter_mut();
            match lines.find(|line| line.evaluator == evaluator && line.question == question) {
                Some(line) => {
                    line.answers += 1;
                    line.sum += u32::from(grade);
                }
                None => counted.evaluations.push(EvaluationCount {
                    evaluator: evaluator.to_owned(),
                    question: question.to_owned(),
                    answers: 1,
                    sum: u32::from(grade),
                }),
            }
        }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
