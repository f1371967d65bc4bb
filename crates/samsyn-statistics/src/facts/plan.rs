//! Fixed plans: what each says, and what measures stand in it.

use super::*;
use samsyn_plan::{
    acts::Version,
    codes::Principal,
    drafts::Measure,
    plan::{self, Plan},
};

pub(super) fn plans(case: &Case, setting: &Setting, facts: &mut Facts) {
    // A plan that was fixed anew counts once a year, as it stood last; what a year has had never moves to another.
    let mut newest: BTreeMap<i32, &Version> = BTreeMap::new();
    for version in &case.versions {
        let kept = newest.entry(version.at.year()).or_insert(version);
        if version.number > kept.number {
            *kept = version;
        }
    }
    for version in newest.into_values() {
        if let Some(fixed) = plan::thaw(&version.content) {
            plan_of_year(case, version, &fixed, setting, facts);
        }
    }
}

fn plan_of_year(case: &Case, version: &Version, fixed: &Plan, setting: &Setting, facts: &mut Facts) {
    let on = version.at.date_naive();
    let measures: Vec<Measure> = fixed.measures.iter().map(|measure| with_type(case, measure)).collect();
    let work = |place: usize| measures.get(place).map(|measure| (measure.text.as_str(), measure.action, measure.principal));
    let is_double =
        |place: usize| (0..place).any(|other| work(other).zip(work(place)).is_some_and(|(one, other)| plan::is_double(one, other)));
    let first_met = fixed.meeting.as_ref().and_then(|meeting| meeting.on).filter(|_| version.number == 1);
    let columns = [
        ("overall", fixed.overall.map_or(UNKNOWN, Principal::code)),
        ("follow_up", yes_no(fixed.follow_up.is_some())),
        ("double", yes_no((0..measures.len()).any(is_double))),
        ("others", yes_no(!fixed.other_measures.is_empty())),
        ("read_back", fixed.read_back.map_or(UNKNOWN, Coded::code)),
    ];
    let count = i64::try_from(measures.len()).unwrap_or(i64::MAX);
    let numbers = [("from_meeting", days(first_met, on)), ("measures", Some(count))];
    facts.add(Fact::Plan, case, setting, NewRow { on, columns, numbers });
    for measure in &measures {
        let columns = [
            ("type", measure.action.map_or(UNKNOWN, Coded::code)),
            ("coded", yes_no(measure.action.is_some())),
            ("principal", measure.principal.map_or("none", Coded::code)),
        ];
        facts.add(Fact::Measure, case, setting, NewRow { on, columns, numbers: [] });
    }
}

/// A measure of a fixed plan with its type. A plan does not freeze the type, so it is the one that the measure has now; a
/// measure that was taken away since has none.
fn with_type(case: &Case, fixed: &plan::PlanMeasure) -> Measure {
    let now = case.measures.iter().find(|measure| measure.id == fixed.id);
    Measure {
        id: fixed.id,
        text: fixed.text.clone(),
        principal: fixed.principal,
        action: now.and_then(|now| now.action),
        ..Measure::default()
    }
}
