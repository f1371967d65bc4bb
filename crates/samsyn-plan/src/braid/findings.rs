//! What does not hold together: delays, double work, gaps, and whoever answers for nothing.

use super::{Braid, Finding, Knot};
use crate::{
    case::Case,
    codes::*,
    dates::parse_date,
    ids::GoalId,
    plan::{self, Plan, PlanGoal},
};
use chrono::{Days, NaiveDate};

/// Shorter gaps are not told of: with a few weeks between what is done and the next thing, a plan still holds together. A number
/// of our own, and no rule of any law.
const SHORTEST_GAP: Days = Days::new(21);

/// Days from the first until before the second.
type Stretch = (NaiveDate, NaiveDate);

/// All that is found, what is most pressing first. It does not depend on the order of the plan's lines.
pub(super) fn findings(case: &Case, plan: &Plan, braid: &Braid) -> Vec<Finding> {
    let knots: Vec<&Knot> = braid.strands.iter().flat_map(|strand| &strand.knots).collect();
    let mut found = behind(&knots, braid.day);
    found.extend(doubles(&knots));
    let quiet: Vec<Stretch> = if plan.measures.is_empty() { Vec::new() } else { quiet(&knots, braid) };
    for goal in plan.goals.iter().filter(|goal| !is_reached(case, goal.id, braid.day)) {
        found.extend(of_goal(goal, &knots, braid, &quiet));
    }
    found.extend(quiet.into_iter().map(|(from, to)| Finding::Quiet { from, to }));
    let idle = braid.strands.iter().filter(|strand| strand.knots.is_empty() && !plan.measures.is_empty());
    found.extend(idle.filter_map(|strand| strand.party).map(|party| Finding::Idle { party }));
    found.sort();
    found
}

/// Measures that should have been done by now.
fn behind(knots: &[&Knot], day: NaiveDate) -> Vec<Finding> {
    let finding = |knot: &&Knot| {
        let measure = knot.measure?;
        match (knot.state, knot.due_on) {
            (KnotState::NotDone, _) => Some(Finding::NotDone { measure }),
            (KnotState::Late, Some(due)) => {
                Some(Finding::Late { measure, due, days: u16::try_from((day - due).num_days()).unwrap_or(u16::MAX) })
            }
            _ => None,
        }
    };
    knots.iter().filter_map(finding).collect()
}

/// The same by two principals, at the same time as far as anybody knows.
fn doubles(knots: &[&Knot]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (position, one) in knots.iter().enumerate() {
        for other in knots.iter().skip(position + 1) {
            let same = plan::is_double((&one.text, one.action, one.principal), (&other.text, other.action, other.principal));
            if let (true, Some(first), Some(second)) = (same && meet(one, other), one.measure, other.measure) {
                found.push(Finding::Double { measures: [first.min(second), first.max(second)] });
            }
        }
    }
    found
}

/// Whether two knots go on at the same time. One that is done or was not done takes nobody's time any more.
fn meet(one: &Knot, other: &Knot) -> bool {
    let days = |knot: &Knot| {
        let (starts, ends) = knot.days().unwrap_or_default();
        (starts.unwrap_or(NaiveDate::MIN), ends.unwrap_or(NaiveDate::MAX))
    };
    let ((one_starts, one_ends), (other_starts, other_ends)) = (days(one), days(other));
    let over = |knot: &Knot| matches!(knot.state, KnotState::Done | KnotState::NotDone);
    !over(one) && !over(other) && one_starts <= other_ends && other_starts <= one_ends
}

/// Whether the newest follow-up until a day found a goal reached.
fn is_reached(case: &Case, goal: GoalId, day: NaiveDate) -> bool {
    let rated = case.goal_ratings.iter().filter(|rating| rating.goal == Some(goal)).filter_map(|rating| {
        let on = parse_date(&case.meeting(rating.meeting?)?.held_on).filter(|on| *on <= day)?;
        Some((on, rating.scale?))
    });
    rated.max_by_key(|(on, _)| *on).is_some_and(|(_, scale)| scale == GoalScale::Reached)
}

/// That nobody serves a goal, or not all the time. What is quiet in the whole plan is told once.
fn of_goal(goal: &PlanGoal, knots: &[&Knot], braid: &Braid, quiet: &[Stretch]) -> Vec<Finding> {
    let serving: Vec<&Knot> = knots.iter().copied().filter(|knot| knot.goal == Some(goal.number)).collect();
    if serving.is_empty() {
        return vec![Finding::Unserved { goal: goal.id }];
    }
    let told = |&(from, to): &Stretch| quiet.iter().any(|(start, end)| *start <= from && to <= *end);
    let gaps = gaps(&serving, braid).into_iter().filter(|gap| !told(gap));
    gaps.map(|(from, to)| Finding::GoalGap { goal: goal.id, from, to }).collect()
}

/// When no measure at all goes on before the next meeting.
fn quiet(knots: &[&Knot], braid: &Braid) -> Vec<Stretch> {
    let measures: Vec<&Knot> = knots.iter().copied().filter(|knot| knot.measure.is_some()).collect();
    gaps(&measures, braid)
}

/// The gaps between knots from the plan's day until the next meeting that are long enough to tell of and not yet over. Where a
/// knot has no days, nobody knows that there is a gap.
fn gaps(knots: &[&Knot], braid: &Braid) -> Vec<Stretch> {
    let next = braid.crossings.iter().map(|crossing| crossing.on).find(|on| *on > braid.day);
    let (Some(agreed), Some(next)) = (braid.agreed, next) else { return Vec::new() };
    if knots.iter().any(|knot| matches!(knot.state, KnotState::Standing | KnotState::Undated)) {
        return Vec::new();
    }
    let mut covered: Vec<Stretch> = knots.iter().filter_map(|knot| cover(knot, agreed, braid.day)).collect();
    covered.sort_unstable();
    covered.push((next, next));
    let mut reached = agreed;
    let mut found = Vec::new();
    for (from, to) in covered {
        let start = from.min(next);
        let long = reached.checked_add_days(SHORTEST_GAP).is_some_and(|least| least <= start);
        if long && start > braid.day {
            found.push((reached, start));
        }
        reached = reached.max(to);
    }
    found
}

/// The days that a knot covers: from its start, or from the plan's day, to its end. What is late is waited for until today;
/// what was not done covers nothing.
fn cover(knot: &Knot, agreed: NaiveDate, day: NaiveDate) -> Option<Stretch> {
    let from = knot.starts_on.unwrap_or(agreed);
    match knot.state {
        KnotState::NotDone => None,
        KnotState::Late => Some((from, day)),
        KnotState::Done => Some((from, knot.done_on.or(knot.due_on).unwrap_or(day))),
        _ => Some((from, knot.due_on.unwrap_or(NaiveDate::MAX))),
    }
}
