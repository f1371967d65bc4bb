//! Reads a case's drafts into a plan as it stands on paper.

use super::*;
use crate::{
    dates::{parse_date, parse_time},
    drafts::Meeting,
    protection::{self, Viewer},
    room,
    text::is_blank,
};

/// The plan as the drafts say now. Lines without any words are left out; dates that cannot be read are open.
pub fn build(case: &Case, organisation: &Organisation, law: &[LawReference], today: NaiveDate) -> Plan {
    // What protection hides is frozen in no version.
    let case = &protection::veil(case, Viewer::Screen);
    let meeting = meeting_of(case, today);
    let told = newest_words(case, today).or(meeting);
    let numbers = goal_numbers(case);
    let number = |goal: Option<GoalId>| goal.and_then(|goal| numbers.iter().find(|(id, _)| *id == goal).map(|(_, number)| *number));
    let read_back = meeting.and_then(|meeting| case.read_backs.iter().rfind(|answer| answer.meeting == meeting.id));
    let frame = &case.plan_frame;
    Plan {
        case_number: case.number.clone(),
        diary_number: case.frame.diary_number.trim().to_owned(),
        organisation: organisation.clone(),
        person: case.person.name(),
        identity: case.person.identity.written(),
        meeting: meeting.map(|meeting| on_paper(case, meeting)),
        own_words: told.map(|meeting| meeting.own_words.trim().to_owned()).unwrap_or_default(),
        situation: told.map(|meeting| meeting.situation.trim().to_owned()).unwrap_or_default(),
        situation_kinds: told.map(|meeting| meeting.situation_kinds.clone()).unwrap_or_default(),
        child: case.is_child_on(today).then(|| child(case)),
        goals: case
            .goals
            .iter()
            .filter_map(|goal| {
                number(Some(goal.id)).map(|number| PlanGoal {
                    id: goal.id,
                    number,
                    text: goal.text.trim().to_owned(),
                    term: goal.term,
                    kinds: goal.kinds.clone(),
                })
            })
            .collect(),
        measures: case
            .measures
            .iter()
            .filter(|measure| !is_blank(&measure.text))
            .map(|measure| PlanMeasure {
                id: measure.id,
                goal: number(measure.goal),
                text: measure.text.trim().to_owned(),
                extent: measure.extent.trim().to_owned(),
                principal: measure.principal,
                party: measure.party,
                unit: measure.unit.trim().to_owned(),
                person: measure.person.trim().to_owned(),
                starts_on: parse_date(&measure.starts_on),
                due_on: parse_date(&measure.due_on),
                kinds: measure.kinds.clone(),
            })
            .collect(),
        other_measures: case
            .other_measures
            .iter()
            .filter(|measure| !is_blank(&measure.text))
            .map(|measure| PlanOtherMeasure {
                goal: number(measure.goal),
                text: measure.text.trim().to_owned(),
                party: measure.party,
                done_by: measure.done_by.trim().to_owned(),
                time: measure.time.trim().to_owned(),
                kinds: measure.kinds.clone(),
            })
            .collect(),
        no_other_measures: frame.no_other_measures,
        other_plans: other_plans(case),
        own_actions: case
            .own_actions
            .iter()
            .filter(|action| !is_blank(&action.text))
            .map(|action| PlanLine {
                who: action
                    .party
                    .and_then(|party| case.party(party))
                    .map_or_else(|| case.person.first_name.trim().to_owned(), |party| party.name.trim().to_owned()),
                party: action.party,
                text: action.text.trim().to_owned(),
                kinds: action.kinds.clone(),
            })
            .collect(),
        open_questions: case
            .open_questions
            .iter()
            .filter(|question| !is_blank(&question.text))
            .map(|question| PlanOpenQuestion {
                text: question.text.trim().to_owned(),
                owner: question.owner.trim().to_owned(),
                party: question.party,
                answer_by: parse_date(&question.answer_by),
                solution: question.solution.trim().to_owned(),
                kinds: question.kinds.clone(),
            })
            .collect(),
        dissents: case
            .dissents
            .iter()
            .filter(|dissent| !is_blank(&dissent.text))
            .map(|dissent| PlanLine {
                who: dissent.whose.trim().to_owned(),
                party: None,
                text: dissent.text.trim().to_owned(),
                kinds: dissent.kinds.clone(),
            })
            .collect(),
        crises: case
            .crises
            .iter()
            .filter(|crisis| !(is_blank(&crisis.text) && is_blank(&crisis.contact) && is_blank(&crisis.phone)))
            .map(|crisis| PlanCrisis {
                text: crisis.text.trim().to_owned(),
                contact: crisis.contact.trim().to_owned(),
                phone: crisis.phone.trim().to_owned(),
                kinds: crisis.kinds.clone(),
            })
            .collect(),
        overall: frame.overall,
        coordinator: joined(&[&frame.coordinator, &frame.coordinator_unit]),
        coordinator_phone: frame.coordinator_phone.trim().to_owned(),
        care_contact: joined(&[&frame.care_contact, &frame.care_contact_phone]),
        roles: roles(case),
        follow_up: follow_up(case, meeting, today),
        read_back: read_back.map(|answer| answer.answer),
        read_back_words: read_back.map(|answer| answer.words.clone()).unwrap_or_default(),
        law: crate::law::in_force(law, today),
    }
}

/// The other plans of which a kind or a word is written.
fn other_plans(case: &Case) -> Vec<PlanOtherPlan> {
    let said = case.other_plans.iter().filter(|plan| plan.kind.is_some() || !is_blank(&plan.text));
    said.map(|plan| PlanOtherPlan {
        kind: plan.kind,
        text: plan.text.trim().to_owned(),
        responsible: plan.responsible.trim().to_owned(),
        party: plan.party,
        review_on: parse_date(&plan.review_on),
        kinds: plan.kinds.clone(),
    })
    .collect()
}

fn child(case: &Case) -> PlanChild {
    let said = &case.child;
    PlanChild {
        guardians: case.guardians().map(|guardian| guardian.name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
        opinion: said.opinion.trim().to_owned(),
        opinion_by: said.opinion_by.trim().to_owned(),
        best_interests: said.best_interests.trim().to_owned(),
        best_interests_by: said.best_interests_by.trim().to_owned(),
        kinds: said.kinds.clone(),
    }
}

/// The parts that are not empty, with commas between them.
fn joined(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The roles that somebody has. Who holds one is a party's contact where no name was typed, and somebody protected is
/// reached by nobody through the plan (21 kap. 3 § OSL).
fn roles(case: &Case) -> Vec<PlanRole> {
    let on_paper = |role: &crate::drafts::Role| {
        let party = role.party.and_then(|party| case.party(party));
        let named = joined(&[&role.name, &role.unit]);
        let who = if named.is_empty() { party.map(crate::drafts::Party::title_line).unwrap_or_default() } else { named };
        let protected = party.is_some_and(crate::drafts::Party::is_protected);
        let phone = if protected { String::new() } else { role.phone.trim().to_owned() };
        let role_code = role.role.filter(|_| !who.is_empty())?;
        Some(PlanRole { role: role_code, who, phone, note: role.note.trim().to_owned(), party: role.party })
    };
    case.roles.iter().filter_map(on_paper).collect()
}

/// The goals that have words, numbered in their order.
fn goal_numbers(case: &Case) -> Vec<(GoalId, u32)> {
    case.goals.iter().filter(|goal| !is_blank(&goal.text)).map(|goal| goal.id).zip(1..).collect()
}

/// The meeting that the plan comes from: the latest that has been held or is today, or else the first that is planned.
pub fn meeting_of(case: &Case, today: NaiveDate) -> Option<&Meeting> {
    case.meetings
        .iter()
        .filter(|meeting| {
            let held = case.presences.iter().any(|mark| mark.meeting == meeting.id);
            parse_date(&meeting.held_on).is_some_and(|day| day == today || day < today && held)
        })
        .max_by_key(|meeting| parse_date(&meeting.held_on))
        .or_else(|| case.first_meeting())
}

/// The newest meeting until today in which the person's words or the situation were written: they stand until new ones are said.
fn newest_words(case: &Case, today: NaiveDate) -> Option<&Meeting> {
    case.meetings
        .iter()
        .filter(|meeting| parse_date(&meeting.held_on).is_some_and(|day| day <= today))
        .filter(|meeting| !(is_blank(&meeting.own_words) && is_blank(&meeting.situation)))
        .max_by_key(|meeting| parse_date(&meeting.held_on))
}

fn follow_up(case: &Case, meeting: Option<&Meeting>, today: NaiveDate) -> Option<PlanFollowUp> {
    let after = meeting.and_then(|meeting| parse_date(&meeting.held_on)).unwrap_or(today);
    let (next, on) = case.next_meeting_after(after.max(today))?;
    let called_by = case.plan_frame.follow_up_by.trim().to_owned();
    Some(PlanFollowUp { on, at: parse_time(&next.starts), place: next.place.trim().to_owned(), called_by })
}

fn on_paper(case: &Case, meeting: &Meeting) -> PlanMeeting {
    let (present, absent): (Vec<_>, Vec<_>) = case.presence(meeting.id).into_iter().partition(|mark| mark.mark.was_there());
    let line = |mark: &&crate::acts::PresenceMark| {
        let unit = mark.party.and_then(|party| case.party(party)).map(|party| party.unit.trim().to_owned()).unwrap_or_default();
        if unit.is_empty() { mark.name.clone() } else { format!("{}, {unit}", mark.name) }
    };
    let without_person = meeting.absence.filter(|_| !room::person_came(case, meeting.id));
    PlanMeeting {
        on: parse_date(&meeting.held_on),
        place: meeting.place.trim().to_owned(),
        leader: meeting.leader.trim().to_owned(),
        note_taker: meeting.note_taker.trim().to_owned(),
        present: present.iter().map(line).collect(),
        absent: absent.iter().map(line).collect(),
        visits: room::partial_visits(case, meeting.id),
        absence: without_person,
        absence_reason: without_person.map(|_| meeting.absence_reason.trim().to_owned()).unwrap_or_default(),
    }
}
