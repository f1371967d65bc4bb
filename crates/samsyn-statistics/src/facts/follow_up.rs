//! Follow-ups: whether they were held when the plan said, and how goals and measures stood.

use super::*;
use crate::figures::IN_TIME_DAYS;
use chrono::Days;
use samsyn_plan::{
    acts::FollowUp,
    codes::{GoalScale, Principal},
    ids::GoalId,
    plan::{self, RatedGoal},
};

pub(super) fn follow_ups(case: &Case, setting: &Setting, facts: &mut Facts) {
    promises(case, setting, facts);
    let mut held: Vec<&FollowUp> = case.follow_ups.iter().collect();
    held.sort_by_key(|done| (done.on, done.at));
    let mut newest: BTreeMap<i32, &FollowUp> = BTreeMap::new();
    for done in &held {
        newest.insert(done.on.year(), done);
        let columns = [("outcome", done.outcome.code())];
        facts.add(Fact::FollowUp, case, setting, NewRow { on: done.on, columns, numbers: [] });
    }
    for done in newest.into_values() {
        for goal in &done.sheet.goals {
            goal_of_year(case, &held, done, goal, setting, facts);
        }
        for measure in &done.sheet.measures {
            let columns =
                [("state", measure.state.map_or(UNKNOWN, Coded::code)), ("principal", measure.principal.map_or("none", Principal::code))];
            facts.add(Fact::MeasureState, case, setting, NewRow { on: done.on, columns, numbers: [] });
        }
    }
}

/// The days that fixed plans set for their follow-ups, once there has been time to hold them. A day that a later plan replaced
/// before it came, or that came after the closing, is none.
fn promises(case: &Case, setting: &Setting, facts: &mut Facts) {
    for version in &case.versions {
        let Some(on) = plan::thaw(&version.content).and_then(|fixed| Some(fixed.follow_up?.on)) else { continue };
        let passed = on.checked_add_days(Days::new(IN_TIME_DAYS.unsigned_abs())).is_some_and(|last| last < setting.today);
        let replaced = case.versions.iter().any(|later| later.number > version.number && later.at.date_naive() < on);
        let closed = case.closings.iter().any(|closing| closing.on < on);
        if !passed || replaced || closed {
            continue;
        }
        let fixed_on = version.at.date_naive();
        let kept = if case.follow_ups.iter().any(|done| (done.on - on).num_days().abs() <= IN_TIME_DAYS) {
            "in_time"
        } else if case.follow_ups.iter().any(|done| done.on > fixed_on) {
            "another_day"
        } else {
            "not_held"
        };
        facts.add(Fact::FollowUpDue, case, setting, NewRow { on, columns: [("kept", kept)], numbers: [] });
    }
}

/// A rated goal: where it stands, and how far it has come since it was first rated.
fn goal_of_year(case: &Case, held: &[&FollowUp], done: &FollowUp, goal: &RatedGoal, setting: &Setting, facts: &mut Facts) {
    let Some(scale) = goal.scale else { return };
    let first = held.iter().find_map(|earlier| Some((earlier.id, rating(earlier, goal.id)?)));
    let steps = first.filter(|(when, _)| *when != done.id).map(|(_, first)| i64::from(scale.step() - first.step()));
    let change = match steps {
        None => "rated_once",
        Some(1..) => "better",
        Some(0) => "same",
        Some(_) => "worse",
    };
    let columns = [("scale", scale.code()), ("own_scale", goal.own_scale.map_or(UNKNOWN, Coded::code)), ("change", change)];
    facts.add(Fact::Goal, case, setting, NewRow { on: done.on, columns, numbers: [] });
}

fn rating(done: &FollowUp, goal: GoalId) -> Option<GoalScale> {
    done.sheet.goals.iter().find(|rated| rated.id == goal)?.scale
}
