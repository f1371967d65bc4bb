//! What the plan's lines lack: goals, measures, and the kinds of information that lines give away.

use super::*;
use crate::text::is_alike;

/// Goals without words, and goals that no measure serves.
pub(super) fn goals(case: &Case, found: &mut Vec<Missing>) {
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

/// Measures without unit, person or date, and the same measure by two principals.
pub(super) fn measures(case: &Case, found: &mut Vec<Missing>) {
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
        if written.iter().take(position).any(|other| is_double(work(other), work(measure))) {
            found.push(at(MissingCode::MeasureDouble, DraftKind::Measure, measure.id.0, "principal"));
        }
    }
}

/// The words, the kind and the principal of a measure.
pub(crate) type Work<'a> = (&'a str, Option<MeasureType>, Option<Principal>);

/// Whether two principals do the same: in the same words, or by the same kind of measure.
pub fn is_double(one: Work<'_>, other: Work<'_>) -> bool {
    let ((words, kind, principal), (other_words, other_kind, other_principal)) = (one, other);
    let same_words = is_alike(words, other_words);
    let same_kind = kind.is_some() && kind == other_kind;
    principal != other_principal && (same_words || same_kind)
}

fn work(measure: &Measure) -> Work<'_> {
    (&measure.text, measure.action, measure.principal)
}

/// Lines that nobody has marked with the kinds of information that they give away.
pub(super) fn unmarked(case: &Case, found: &mut Vec<Missing>) {
    let mut line = |kind, record, text: &str, kinds: &[InformationKind]| {
        if !is_blank(text) && kinds.is_empty() {
            found.push(at(MissingCode::KindsUnmarked, kind, record, "kinds"));
        }
    };
    case.goals.iter().for_each(|goal| line(DraftKind::Goal, goal.id.0, &goal.text, &goal.kinds));
    case.measures.iter().for_each(|measure| line(DraftKind::Measure, measure.id.0, &measure.text, &measure.kinds));
    case.other_measures.iter().for_each(|measure| line(DraftKind::OtherMeasure, measure.id.0, &measure.text, &measure.kinds));
    case.other_plans.iter().for_each(|plan| line(DraftKind::OtherPlan, plan.id.0, &plan.text, &plan.kinds));
    case.own_actions.iter().for_each(|action| line(DraftKind::OwnAction, action.id.0, &action.text, &action.kinds));
    case.open_questions.iter().for_each(|question| line(DraftKind::OpenQuestion, question.id.0, &question.text, &question.kinds));
    line(DraftKind::Child, case.child.id.0, &[case.child.opinion.as_str(), &case.child.best_interests].concat(), &case.child.kinds);
}
