//! The room of a meeting: who is in it, from when to when, and what they may hear. Being in the room is a disclosure.

use crate::{
    acts::PresenceMark,
    braid::{self, Braid},
    case::Case,
    codes::*,
    gate::{self, Permit, Purpose, Recipient},
    ids::{MeetingId, PartyId},
    plan::Plan,
    protection,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Minutes after the start from which somebody came late, so that the plan says when.
const LATE_AFTER: TimeDelta = TimeDelta::minutes(5);

/// Somebody in the room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct InRoom {
    /// The meeting.
    pub meeting: MeetingId,
    /// The party.
    pub party: PartyId,
    /// The name.
    pub name: String,
    /// The kinds of information in the plan and in the meeting's questions that they may not hear.
    pub may_not_hear: Vec<InformationKind>,
}

/// What all who are in the room of a meeting may hear, where that is not everything. While nobody is noted as there, it is
/// nothing: nobody knows who sees the wall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct HeardPlan {
    /// The meeting.
    pub meeting: MeetingId,
    /// Whether anybody, be it the person, is noted as in the room.
    pub attended: bool,
    /// The plan without the lines that somebody in the room may not hear.
    pub plan: Plan,
}

/// One stay in the room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Visit {
    /// The party; nothing where it is the person.
    pub party: Option<PartyId>,
    /// Who, by name.
    pub name: String,
    /// When they came.
    pub from: DateTime<Utc>,
    /// When they left; nothing where they stayed.
    pub to: Option<DateTime<Utc>>,
}

/// The parties in the room of each meeting, with the kinds on the table that they may not hear.
pub fn in_room(case: &Case, plan: &Plan, today: NaiveDate) -> Vec<InRoom> {
    let table = kinds_on_the_table(case, plan);
    let may_hear = |party, kind: &InformationKind| hearing(case, party, today).is_some_and(|permit| permit.kinds().contains(kind));
    present(case)
        .map(|(mark, party)| InRoom {
            meeting: mark.meeting,
            party,
            name: mark.name.clone(),
            may_not_hear: table.iter().copied().filter(|kind| !may_hear(party, kind)).collect(),
        })
        .collect()
}

/// For each meeting in whose room somebody may not hear a line of the plan, or nobody is noted: the plan that all there may hear.
pub fn heard(case: &Case, plan: &Plan, today: NaiveDate) -> Vec<HeardPlan> {
    let of_meeting = |meeting: MeetingId| {
        let permits: Vec<Option<Permit>> =
            present(case).filter(|(mark, _)| mark.meeting == meeting).map(|(_, party)| hearing(case, party, today)).collect();
        let attended = case.presence(meeting).iter().any(|mark| mark.mark == Presence::Came);
        let all = |may: &dyn Fn(&Permit) -> bool| attended && permits.iter().all(|permit| permit.as_ref().is_some_and(may));
        let mut plan = only(plan.clone(), |kinds, party| all(&|permit| permit.may_see(kinds, party)));
        hold_back(case, &mut plan, all);
        HeardPlan { meeting, attended, plan }
    };
    case.meetings.iter().map(|meeting| of_meeting(meeting.id)).filter(|heard| !heard.attended || heard.plan != *plan).collect()
}

/// The braid of a plan that the room of a meeting may hear: who does what of it, with this meeting and the next. Who else is
/// called, when they meet and what does not hold together could tell of what is left out, and stand in the case's own braid.
pub fn heard_braid(case: &Case, heard: &Plan, meeting: MeetingId, today: NaiveDate) -> Braid {
    let mut braid = braid::braid(case, heard, today);
    braid.findings.clear();
    braid.strands.retain(|strand| strand.group == StrandGroup::Person || !strand.knots.is_empty());
    let next = heard.follow_up.as_ref().map(|next| next.on);
    braid.crossings.retain(|crossing| crossing.meeting == meeting || next == Some(crossing.on));
    braid
}

/// Takes out who answers for what and where the follow-up is, as far as that tells what somebody in the room may not hear.
fn hold_back(case: &Case, plan: &mut Plan, all: impl Fn(&dyn Fn(&Permit) -> bool) -> bool) {
    use InformationKind as Kind;
    plan.roles.retain(|role| all(&|permit| permit.may_know_role(case, role)));
    if !all(&|permit| permit.may_see(&[Kind::PhysicalHealth], None) || permit.may_see(&[Kind::MentalHealth], None)) {
        plan.care_contact.clear();
    }
    if !all(&|permit| permit.may_know_frame(case)) {
        plan.coordinator.clear();
        plan.coordinator_phone.clear();
        plan.overall = None;
        plan.follow_up = None;
    }
    if !all(&|permit| protection::may_know_places(case, permit)) {
        protection::hide_places(plan, case);
    }
    let told = |place: &str| all(&|permit| permit.may_know_host(case, place));
    plan.follow_up.iter_mut().filter(|next| !told(&next.place)).for_each(|next| next.place.clear());
}

/// The stays of everybody who was in the room, in the order in which they came.
pub fn visits(case: &Case, meeting: MeetingId) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for mark in case.presences.iter().filter(|mark| mark.meeting == meeting) {
        let open = visits.iter_mut().find(|visit| visit.party == mark.party && visit.name == mark.name && visit.to.is_none());
        match (mark.mark, open) {
            (Presence::Came, None) => {
                visits.push(Visit { party: mark.party, name: mark.name.clone(), from: mark.when, to: None });
            }
            (Presence::Left, Some(visit)) => visit.to = Some(mark.when),
            _ => {}
        }
    }
    visits
}

/// The stays of those who were not there all the time: who came late, or went out.
pub fn partial_visits(case: &Case, meeting: MeetingId) -> Vec<Visit> {
    let began = case.meeting_marks.iter().find(|mark| mark.meeting == meeting && mark.mark == MeetingMark::Started);
    let late = |visit: &Visit| began.is_some_and(|began| visit.from > began.at + LATE_AFTER);
    let all = visits(case, meeting);
    let was_away =
        |one: &Visit| all.iter().any(|visit| visit.party == one.party && visit.name == one.name && (visit.to.is_some() || late(visit)));
    all.iter().filter(|visit| was_away(visit)).cloned().collect()
}

/// Whether the person has been in the room of a meeting.
pub fn person_came(case: &Case, meeting: MeetingId) -> bool {
    case.presences.iter().any(|mark| mark.meeting == meeting && mark.party.is_none() && mark.mark == Presence::Came)
}

/// The parties whose newest mark says that they are in the room.
fn present(case: &Case) -> impl Iterator<Item = (&PresenceMark, PartyId)> {
    let newest = case.meetings.iter().flat_map(|meeting| case.presence(meeting.id));
    newest.filter(|mark| mark.mark == Presence::Came).filter_map(|mark| mark.party.map(|party| (mark, party)))
}

fn hearing(case: &Case, party: PartyId, today: NaiveDate) -> Option<Permit> {
    gate::permit(case, Recipient::Party(party), Purpose::Read, today).ok()
}

/// The kinds that the plan's lines and the meetings' questions give away, but for times and practical matters.
fn kinds_on_the_table(case: &Case, plan: &Plan) -> Vec<InformationKind> {
    let lines = (plan.goals.iter().map(|goal| &goal.kinds))
        .chain(plan.measures.iter().map(|measure| &measure.kinds))
        .chain(plan.own_actions.iter().map(|action| &action.kinds))
        .chain(plan.open_questions.iter().map(|question| &question.kinds))
        .chain(plan.other_measures.iter().map(|measure| &measure.kinds))
        .chain(plan.other_plans.iter().map(|other| &other.kinds))
        .chain(plan.dissents.iter().map(|dissent| &dissent.kinds))
        .chain(plan.crises.iter().map(|crisis| &crisis.kinds))
        .chain(std::iter::once(&plan.situation_kinds))
        .chain(case.questions.iter().map(|question| &question.kinds));
    let said: BTreeSet<InformationKind> = lines.flatten().copied().collect();
    InformationKind::ALL.iter().copied().filter(|kind| said.contains(kind) && *kind != InformationKind::Practical).collect()
}

/// The plan with only the lines that may be heard.
fn only(mut plan: Plan, may: impl Fn(&[InformationKind], Option<PartyId>) -> bool) -> Plan {
    if !may(&plan.situation_kinds, None) {
        plan.own_words.clear();
        plan.situation.clear();
        plan.read_back_words.clear();
    }
    plan.goals.retain(|goal| may(&goal.kinds, None));
    plan.measures.retain(|measure| may(&measure.kinds, measure.party));
    plan.other_measures.retain(|measure| may(&measure.kinds, measure.party));
    plan.other_plans.retain(|other| may(&other.kinds, other.party));
    plan.own_actions.retain(|action| may(&action.kinds, action.party));
    plan.open_questions.retain(|question| may(&question.kinds, question.party));
    plan.dissents.retain(|dissent| may(&dissent.kinds, dissent.party));
    plan.crises.retain(|crisis| may(&crisis.kinds, None));
    plan.child = plan.child.filter(|child| may(&child.kinds, None));
    plan
}

#[cfg(test)]
mod tests;
