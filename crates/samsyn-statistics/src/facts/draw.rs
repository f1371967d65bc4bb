//! The opening of a case, its need, and the offers before it; its closing, deviations and evaluations.

use super::*;
use chrono::{DateTime, Utc};
use samsyn_plan::{
    codes::Area,
    dates::parse_date,
    ids::{CaseId, PersonId},
    text::is_blank,
};

/// What people take, as the area of a case; gambling is no substance.
const SUBSTANCES: [Area; 7] =
    [Area::Alcohol, Area::Cannabis, Area::Opioids, Area::Stimulants, Area::Benzodiazepines, Area::NewSubstances, Area::Doping];

/// Which cases are their person's first, ever and in a year.
pub(super) struct Firsts {
    ever: BTreeMap<PersonId, (DateTime<Utc>, CaseId)>,
    in_year: BTreeMap<(PersonId, i32), (DateTime<Utc>, CaseId)>,
}

impl Firsts {
    pub(super) fn of(cases: &[&Case]) -> Self {
        let mut firsts = Self { ever: BTreeMap::new(), in_year: BTreeMap::new() };
        for case in cases {
            let opened = (case.opened_at, case.id);
            let ever = firsts.ever.entry(case.person.id).or_insert(opened);
            *ever = opened.min(*ever);
            let in_year = firsts.in_year.entry((case.person.id, case.opened_at.year())).or_insert(opened);
            *in_year = opened.min(*in_year);
        }
        firsts
    }

    fn is_ever(&self, case: &Case) -> bool {
        self.ever.get(&case.person.id).is_some_and(|(_, first)| *first == case.id)
    }

    fn is_in_year(&self, case: &Case) -> bool {
        self.in_year.get(&(case.person.id, case.opened_at.year())).is_some_and(|(_, first)| *first == case.id)
    }
}

pub(super) fn opening(case: &Case, firsts: &Firsts, setting: &Setting, facts: &mut Facts) {
    let on = case.opened_at.date_naive();
    let mut areas = case.need.areas.clone();
    areas.extend(case.need.main_area);
    areas.sort_unstable();
    areas.dedup();
    let substances = areas.iter().filter(|area| SUBSTANCES.contains(area)).count();
    let addicted = substances > 0 || areas.contains(&Area::Gambling);
    let other_plans = case.other_plans.iter().any(|plan| plan.kind.is_some() || !is_blank(&plan.text));
    let guarantee = parse_date(&case.need.guarantee_on).map_or("none", |last| if last < on { "passed" } else { "runs" });
    let age = case.person.age_on(on).map(i64::from);
    facts.add(
        Fact::Case,
        case,
        setting,
        NewRow {
            on,
            columns: [
                ("first_in_year", yes_no(firsts.is_in_year(case))),
                ("mixed_use", if substances == 0 { "none" } else { yes_no(substances > 1) }),
                ("comorbidity", if addicted { yes_no(areas.contains(&Area::MentalHealth)) } else { "none" }),
                ("answer", case.sip_yes().map_or(UNKNOWN, |yes| yes.answer.code())),
                ("other_plans", yes_no(other_plans)),
                ("guarantee", guarantee),
            ],
            numbers: [("first_age", age.filter(|_| firsts.is_ever(case))), ("waited", days(parse_date(&case.need.waiting_since), on))],
        },
    );
    for area in areas {
        let columns = [("problem", area.code()), ("main", yes_no(case.need.main_area == Some(area)))];
        facts.add(Fact::NeedArea, case, setting, NewRow { on, columns, numbers: [] });
    }
    for offer in case.offers.iter().filter(|offer| !case.is_annulled(offer.id.0)) {
        let columns = [("kind", offer.kind.code()), ("outcome", offer.outcome.code())];
        facts.add(Fact::Offer, case, setting, NewRow { on: offer.on, columns, numbers: [] });
    }
    ending(case, setting, facts);
}

fn ending(case: &Case, setting: &Setting, facts: &mut Facts) {
    let first_plan = case.versions.iter().map(|version| version.at.date_naive()).min();
    for closing in &case.closings {
        let (columns, numbers) = ([("reason", closing.reason.code())], [("life", days(first_plan, closing.on))]);
        facts.add(Fact::Closing, case, setting, NewRow { on: closing.on, columns, numbers });
    }
    for deviation in case.standing_deviations() {
        let answered = case.deviation_answer(deviation.id).map(|answer| answer.on);
        let columns = [("kind", deviation.kind.code()), ("answered", yes_no(answered.is_some()))];
        let numbers = [("to_answer", answered.and_then(|on| days(Some(deviation.on), on)))];
        facts.add(Fact::Deviation, case, setting, NewRow { on: deviation.on, columns, numbers });
    }
    for evaluation in case.standing_evaluations() {
        for (question, grade) in evaluation.grades() {
            let Some(grade) = grade else { continue };
            let columns = [("question", question), ("evaluator", evaluation.evaluator.code())];
            let numbers = [("grade", Some(i64::from(grade)))];
            facts.add(Fact::Grade, case, setting, NewRow { on: evaluation.at.date_naive(), columns, numbers });
        }
    }
}
