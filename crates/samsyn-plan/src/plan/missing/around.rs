//! What lacks around the plan's lines: owners, the follow-up, the people, and what was handed over.

use super::*;
use crate::gate::{self, Purpose, Recipient, Refusal};

/// Owners of questions, the follow-up, the reading back and the coordinator.
pub(super) fn whole(case: &Case, today: NaiveDate, found: &mut Vec<Missing>) {
    let frame = &case.plan_frame;
    for question in case.open_questions.iter().filter(|question| !is_blank(&question.text) && is_blank(&question.owner)) {
        found.push(at(MissingCode::QuestionOwner, DraftKind::OpenQuestion, question.id.0, "owner"));
    }
    if case.next_meeting_after(today).is_none() && !case.is_closed() {
        found.push(anywhere(MissingCode::FollowUp));
    }
    if is_blank(&frame.follow_up_by) && !case.is_closed() {
        found.push(at(MissingCode::FollowUpBy, DraftKind::PlanFrame, frame.id.0, "follow_up_by"));
    }
    if case.read_backs.last().is_none_or(|answer| answer.answer == ReadBack::No) {
        found.push(anywhere(MissingCode::ReadBack));
    }
    if case.names_the_wrong_person() {
        found.push(anywhere(MissingCode::WrongPerson));
    }
    if is_blank(&frame.coordinator) {
        found.push(at(MissingCode::Coordinator, DraftKind::PlanFrame, frame.id.0, "coordinator"));
    }
    if case.plan_type == PlanType::SipDischarge && is_blank(&frame.care_contact) {
        found.push(at(MissingCode::CareContact, DraftKind::PlanFrame, frame.id.0, "care_contact"));
    }
}

/// The children at home, the wait, the parties' grounds, and who has not got the plan.
pub(super) fn people(case: &Case, today: NaiveDate, found: &mut Vec<Missing>) {
    if case.need.minor_children == Some(Answer::Yes) && is_blank(&case.preparation.children) {
        found.push(at(MissingCode::ChildrenAtHome, DraftKind::Preparation, case.preparation.id.0, "children"));
    }
    let guarantee_ended = parse_date(&case.need.guarantee_on).is_some_and(|last| last < today);
    if guarantee_ended && !is_blank(&case.need.waiting_for) {
        found.push(at(MissingCode::GuaranteePassed, DraftKind::Need, case.need.id.0, "waiting_for"));
    }
    if case.is_closed() {
        return;
    }
    for recipient in not_handed_over(case, today) {
        let (kind, record) = (recipient.map(|_| DraftKind::Party), recipient.map(|party| party.0));
        found.push(Missing { kind, record, ..anywhere(MissingCode::NotHandedOver) });
    }
    for party in &case.parties {
        // A no and a withdrawal are the person's own answers; they lack nothing.
        let answer = gate::permit(case, Recipient::Party(party.id), Purpose::Read, today);
        if matches!(answer, Err(Refusal::GroundMissing | Refusal::GroundNotInForce)) {
            found.push(at(MissingCode::PartyGround, DraftKind::Party, party.id.0, "ground"));
        }
    }
}

/// Who has not got the newest version of the plan: the person (nothing), and parties that were called and may have it.
pub fn not_handed_over(case: &Case, today: NaiveDate) -> Vec<Option<PartyId>> {
    let Some(version) = case.newest_version() else { return Vec::new() };
    let given = |recipient| case.disclosures.iter().any(|done| done.version == Some(version.id) && done.party == recipient);
    let waits = |party: PartyId| {
        case.calls.iter().any(|call| call.party == Some(party))
            && gate::permit(case, Recipient::Party(party), Purpose::Attend, today).is_ok()
    };
    let parties = case.parties.iter().map(|party| party.id).filter(|party| waits(*party)).map(Some);
    std::iter::once(None).chain(parties).filter(|recipient| !given(*recipient)).collect()
}
