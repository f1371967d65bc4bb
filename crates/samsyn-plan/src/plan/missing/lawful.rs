//! What stops a plan: the four contents of the law (10 kap. 9 § SoL, 16 kap. 4 § HSL), and dates that cannot be read.

use super::*;

/// Contents 1 to 4.
pub(super) fn contents(case: &Case, found: &mut Vec<Missing>) {
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

/// Dates and clock times that cannot be read, or that stand in the wrong order.
pub(super) fn unreadable(case: &Case, found: &mut Vec<Missing>) {
    let mut date = |kind, record, field, typed: &str| {
        if !is_blank(typed) && parse_date(typed).is_none() {
            found.push(at(MissingCode::Unreadable, kind, record, field));
        }
    };
    date(DraftKind::Need, case.need.id.0, "seen_on", &case.need.seen_on);
    date(DraftKind::Need, case.need.id.0, "waiting_since", &case.need.waiting_since);
    date(DraftKind::Need, case.need.id.0, "guarantee_on", &case.need.guarantee_on);
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
    out_of_order(case, found);
}

fn out_of_order(case: &Case, found: &mut Vec<Missing>) {
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
