//! Who does what: each line of the plan becomes a knot on the strand of whoever does it.

use super::{Knot, Strand};
use crate::text::is_alike;
use crate::{
    case::Case,
    codes::*,
    dates::parse_date,
    drafts::{MeasureStatus, Party},
    ids::{MeasureId, PartyId},
    plan::{Plan, PlanMeasure},
};
use chrono::NaiveDate;

/// Every strand of a plan, and of the units that were called and answer for nothing.
pub(super) fn strands(case: &Case, plan: &Plan, day: NaiveDate) -> Vec<Strand> {
    let mut strands =
        vec![Strand { group: StrandGroup::Person, party: None, name: case.person.first_name.trim().to_owned(), knots: Vec::new() }];
    for party in case.parties.iter().filter(|party| party.principal().is_some() && takes_part(case, party.id)) {
        strands.push(of_party(party, group_of(party)));
    }
    for measure in &plan.measures {
        let group = measure.principal.map_or(StrandGroup::Open, of_principal);
        knot_on(&mut strands, case, group, measure.party, &measure.unit, measure_knot(case, measure, day));
    }
    for other in &plan.other_measures {
        let group = other.party.and_then(|party| case.party(party)).map_or(StrandGroup::Others, group_of);
        let knot = standing(&other.text, &other.time, &other.done_by, other.goal);
        knot_on(&mut strands, case, group, other.party, &other.done_by, knot);
    }
    for action in &plan.own_actions {
        let group = action.party.map_or(StrandGroup::Person, |party| case.party(party).map_or(StrandGroup::Close, group_of));
        knot_on(&mut strands, case, group, action.party, "", standing(&action.text, "", "", None));
    }
    for strand in &mut strands {
        strand.knots.sort_by_key(|knot| (knot.days().is_none(), knot.starts_on.or(knot.due_on), knot.due_on));
    }
    strands.sort_by_key(|strand| strand.group);
    strands
}

/// Puts a knot on the strand of its party, or of the unit that is named where it is no party; a new strand where there is none.
fn knot_on(strands: &mut Vec<Strand>, case: &Case, group: StrandGroup, party: Option<PartyId>, named: &str, knot: Knot) {
    let known = party.and_then(|party| case.party(party)).or_else(|| unit_named(case, group, named));
    let strand = match known {
        Some(party) => of_party(party, group),
        None if group == StrandGroup::Person => {
            Strand { group, party: None, name: case.person.first_name.trim().to_owned(), knots: Vec::new() }
        }
        None => Strand { group, party: None, name: named.trim().to_owned(), knots: Vec::new() },
    };
    match strands.iter_mut().find(|other| is_same(other, &strand)) {
        Some(found) => found.knots.push(knot),
        None => strands.push(Strand { knots: vec![knot], ..strand }),
    }
}

fn is_same(one: &Strand, other: &Strand) -> bool {
    let same_unit = one.party.is_some() || is_alike(&one.name, &other.name);
    one.group == other.group && one.party == other.party && same_unit
}

/// The party whose unit bears the name, where a measure names its unit and no party.
fn unit_named<'a>(case: &'a Case, group: StrandGroup, named: &str) -> Option<&'a Party> {
    let same = |party: &&Party| group_of(party) == group && !named.trim().is_empty() && is_alike(&party.unit, named);
    case.parties.iter().find(same)
}

fn of_party(party: &Party, group: StrandGroup) -> Strand {
    Strand { group, party: Some(party.id), name: party.short_name(), knots: Vec::new() }
}

fn of_principal(principal: Principal) -> StrandGroup {
    match principal {
        Principal::Municipality => StrandGroup::Municipality,
        Principal::Region => StrandGroup::Region,
    }
}

fn group_of(party: &Party) -> StrandGroup {
    match party.kind {
        Some(PartyKind::Relative | PartyKind::Guardian | PartyKind::Representative | PartyKind::Other) => StrandGroup::Close,
        _ => party.principal().map_or(StrandGroup::Others, of_principal),
    }
}

/// Whether a unit was called, or has been in the room.
fn takes_part(case: &Case, party: PartyId) -> bool {
    let called = case.calls.iter().any(|call| call.party == Some(party) && call.occasion != CallOccasion::Cancelled);
    called || case.presences.iter().any(|mark| mark.party == Some(party) && mark.mark == Presence::Came)
}

/// What has no days of its own: it holds as long as the plan does.
fn standing(text: &str, extent: &str, person: &str, goal: Option<u32>) -> Knot {
    Knot {
        measure: None,
        text: text.to_owned(),
        extent: extent.to_owned(),
        person: person.to_owned(),
        goal,
        principal: None,
        action: None,
        starts_on: None,
        due_on: None,
        done_on: None,
        state: KnotState::Standing,
    }
}

fn measure_knot(case: &Case, measure: &PlanMeasure, day: NaiveDate) -> Knot {
    let said = newest_status(case, measure.id, day);
    // What was not done and was given a later day since then is planned anew.
    let anew = |on: NaiveDate, state| state == Some(MeasureState::NotDone) && measure.due_on.is_some_and(|due| due > on);
    let found = said.and_then(|(on, status)| status.state.filter(|_| !anew(on, status.state)));
    let done = said.filter(|_| found == Some(MeasureState::Done));
    let done_on = done.and_then(|(_, status)| parse_date(&status.done_on));
    Knot {
        measure: Some(measure.id),
        text: measure.text.clone(),
        extent: measure.extent.clone(),
        person: measure.person.clone(),
        goal: measure.goal,
        principal: measure.principal,
        // A version does not freeze the kind: it is said of the line, and no words of the plan.
        action: case.measures.iter().find(|line| line.id == measure.id).and_then(|line| line.action),
        starts_on: measure.starts_on,
        due_on: measure.due_on,
        done_on,
        state: state(measure, found, day),
    }
}

/// The newest word of a follow-up until a day on how a measure stands, and when it was said.
fn newest_status(case: &Case, measure: MeasureId, day: NaiveDate) -> Option<(NaiveDate, &MeasureStatus)> {
    let said = case.measure_statuses.iter().filter(|status| status.measure == Some(measure) && status.state.is_some());
    let dated = said.filter_map(|status| {
        let meeting = case.meeting(status.meeting?)?;
        parse_date(&meeting.held_on).filter(|on| *on <= day).map(|on| (on, status))
    });
    dated.max_by_key(|(on, _)| *on)
}

fn state(measure: &PlanMeasure, found: Option<MeasureState>, day: NaiveDate) -> KnotState {
    let passed = measure.due_on.is_some_and(|due| due < day);
    let begun = measure.starts_on.is_some_and(|starts| starts <= day) && found != Some(MeasureState::NotStarted);
    match found {
        Some(MeasureState::Done) => KnotState::Done,
        Some(MeasureState::NotDone) => KnotState::NotDone,
        _ if passed => KnotState::Late,
        Some(MeasureState::Ongoing | MeasureState::Partly) => KnotState::Running,
        _ if measure.starts_on.is_none() && measure.due_on.is_none() => KnotState::Undated,
        _ if begun => KnotState::Running,
        _ => KnotState::Planned,
    }
}
