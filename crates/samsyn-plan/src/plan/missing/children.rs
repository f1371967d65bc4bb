//! What a child's case should have: a judgement of who consents, the child's own opinion and barnets bästa in writing.

use super::*;
use crate::child;

/// Whose yes to a SIP is missing. It stops: the plan is made with the person's consent.
pub(super) fn sip_yes(case: &Case, today: NaiveDate, found: &mut Vec<Missing>) {
    for giver in child::sip_yes_missing(case, today) {
        found.push(giver.map_or_else(|| anywhere(MissingCode::SipYes), |guardian| guardian_answer(MissingCode::GuardianYes, guardian)));
    }
}

/// What a child's case should have beside the yes; nothing of it stops.
pub(super) fn reminders(case: &Case, today: NaiveDate, found: &mut Vec<Missing>) {
    if case.person.birth_date().is_none() && !case.is_closed() {
        found.push(Missing { field: Some("born_on".to_owned()), ..anywhere(MissingCode::AgeUnknown) });
    }
    if !case.is_child_on(today) {
        return;
    }
    if case.consent_judgement().is_none() {
        found.push(anywhere(MissingCode::ConsentJudgement));
    }
    let unasked = child::silent_guardians(case, today).into_iter().filter(|(_, needed)| !needed);
    found.extend(unasked.map(|(guardian, _)| guardian_answer(MissingCode::GuardianAnswer, guardian)));
    let child = &case.child;
    if is_blank(&child.opinion) {
        found.push(at(MissingCode::ChildOpinion, DraftKind::Child, child.id.0, "opinion"));
    }
    if is_blank(&child.best_interests) {
        found.push(at(MissingCode::BestInterests, DraftKind::Child, child.id.0, "best_interests"));
    }
}

fn guardian_answer(code: MissingCode, guardian: PartyId) -> Missing {
    Missing { kind: Some(DraftKind::Party), record: Some(guardian.0), ..anywhere(code) }
}
