//! A child: whose answers count, which of them are missing, and what changes on the 18th birthday.
//!
//! Who must consent is a documented judgement, never a count (6 kap. 11 and 13 §§ FB). A guardian whom the judgement does not
//! name is asked and shown all the same, and stops nothing.

use crate::{
    acts::{CannotConsent, ConsentJudgement, Ground, SipYes},
    case::Case,
    codes::{Answer, Basis},
    dates::parse_date,
    gate::{self, Purpose, Recipient},
    ids::{GroundId, MeetingId, PartyId, RecordId},
    person::Person,
};
use chrono::{Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Months from birth to being of age.
const OF_AGE: Months = Months::new(12 * 18);

/// What a case about a child needs to show. It stands until the case is closed, also when the person has come of age meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ChildState {
    /// Age in whole years today.
    pub age: u32,
    /// The 18th birthday.
    pub eighteen_on: NaiveDate,
    /// Whether the person is under 18 today.
    pub is_child: bool,
    /// The judgement of who must consent that holds now.
    pub judgement: Option<RecordId>,
    /// How the child and each guardian have answered.
    pub answers: Vec<ChildAnswer>,
    /// What changes on the birthday.
    pub at_eighteen: AtEighteen,
}

/// How the child or a guardian has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ChildAnswer {
    /// The guardian; nothing where it is the child.
    pub giver: Option<PartyId>,
    /// Whether the judgement asks for this answer; nothing while nobody has judged.
    pub needed: Option<bool>,
    /// The answer to a SIP being made that holds now.
    pub sip: Option<Answer>,
    /// The parties that somebody has answered for, and that still wait for this one, whom the judgement names.
    pub waits_for: Vec<PartyId>,
}

/// What changes on the 18th birthday: the guardians' right to information ends, and only the person's own yes counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AtEighteen {
    /// The consents by guardians that stop counting.
    pub grounds: Vec<GroundId>,
    /// The parties that can be told nothing more unless the person gives an own consent.
    pub shut: Vec<PartyId>,
    /// The meetings on that day or later.
    pub meetings: Vec<MeetingId>,
}

impl Case {
    /// Whether the person is a child on a day: under 18. Nobody knows of somebody whose date of birth is not known.
    pub fn is_child_on(&self, day: NaiveDate) -> bool {
        self.person.age_on(day).is_some_and(|age| age < 18)
    }

    /// The judgement of who must consent that holds now.
    pub fn consent_judgement(&self) -> Option<&ConsentJudgement> {
        self.consent_judgements.iter().rfind(|judgement| !self.is_annulled(judgement.id.0))
    }

    /// The decision that the person cannot consent that holds now.
    pub fn cannot_consent(&self) -> Option<&CannotConsent> {
        self.cannot_consents.iter().rfind(|decision| !self.is_annulled(decision.id.0))
    }
}

/// What to show of a child. Nothing where the person was of age when the case was opened, or where nobody knows the age.
pub fn state(case: &Case, today: NaiveDate) -> Option<ChildState> {
    if !case.is_child_on(case.opened_at.date_naive()) {
        return None;
    }
    let eighteen_on = eighteen_on(&case.person)?;
    Some(ChildState {
        age: case.person.age_on(today)?,
        eighteen_on,
        is_child: case.is_child_on(today),
        judgement: case.consent_judgement().map(|judgement| judgement.id),
        answers: answers(case),
        at_eighteen: at_eighteen(case, eighteen_on),
    })
}

/// The 18th birthday: the first day on which the person is no child. Nothing where nobody knows the date of birth.
pub fn eighteen_on(person: &Person) -> Option<NaiveDate> {
    let day = person.birth_date()?.checked_add_months(OF_AGE)?;
    // Whoever is born on a leap day comes of age the day after 28 February.
    if person.age_on(day)? < 18 { day.succ_opt() } else { Some(day) }
}

/// Whose yes to a SIP is needed on a day; nothing in the list stands for the person. An adult's own; for a child those whom the
/// judgement names, and no list while nobody has judged.
pub fn sip_givers(case: &Case, day: NaiveDate) -> Option<Vec<Option<PartyId>>> {
    if !case.is_child_on(day) {
        return Some(vec![None]);
    }
    let judgement = case.consent_judgement()?;
    let child = (judgement.child || judgement.guardians.is_empty()).then_some(None);
    Some(child.into_iter().chain(judgement.guardians.iter().copied().map(Some)).collect())
}

/// Whose yes to a SIP is needed and not given on a day. Whoever cannot consent, by a decision that is recorded, is not waited
/// for, but a no that is said all the same counts. A child without a judgement waits for the child.
pub fn sip_yes_missing(case: &Case, day: NaiveDate) -> Vec<Option<PartyId>> {
    let givers = sip_givers(case, day).unwrap_or_else(|| vec![None]);
    givers.into_iter().filter(|giver| !has_said_yes(case, *giver)).collect()
}

fn has_said_yes(case: &Case, giver: Option<PartyId>) -> bool {
    match (case.sip_answer(giver), case.cannot_consent().filter(|_| giver.is_none())) {
        // A no of the person's own is not decided away: only a representative's yes after it answers instead.
        (Some(said), decision) if said.answer == Answer::No => decision.is_some_and(|decision| representative_agrees(case, decision, said)),
        (Some(said), Some(decision)) if said.at <= decision.at => !representative_refuses(case, decision.representative),
        (Some(_), _) => true,
        (None, Some(decision)) => !representative_refuses(case, decision.representative),
        (None, None) => false,
    }
}

fn representative_agrees(case: &Case, decision: &CannotConsent, no: &SipYes) -> bool {
    let answer = decision.representative.and_then(|representative| case.sip_answer(Some(representative)));
    answer.is_some_and(|answer| answer.answer == Answer::Yes && answer.at >= no.at)
}

fn representative_refuses(case: &Case, representative: Option<PartyId>) -> bool {
    representative.is_some() && case.sip_answer(representative).is_some_and(|said| said.answer == Answer::No)
}

/// The guardians who have not answered whether a SIP may be made, and whether the judgement asks for the answer. Nobody while
/// nobody has judged, or once the person is of age.
pub fn silent_guardians(case: &Case, day: NaiveDate) -> Vec<(PartyId, bool)> {
    let Some(judgement) = case.consent_judgement().filter(|_| case.is_child_on(day)) else { return Vec::new() };
    let silent = case.guardians().filter(|guardian| case.sip_answer(Some(guardian.id)).is_none());
    silent.map(|guardian| (guardian.id, judgement.guardians.contains(&guardian.id))).collect()
}

fn answers(case: &Case) -> Vec<ChildAnswer> {
    let judgement = case.consent_judgement();
    let named = |giver: Option<PartyId>| {
        judgement.map(|judgement| match giver {
            None => judgement.child || judgement.guardians.is_empty(),
            Some(guardian) => judgement.guardians.contains(&guardian),
        })
    };
    let givers = std::iter::once(None).chain(case.guardians().map(|guardian| Some(guardian.id)));
    givers
        .map(|giver| ChildAnswer {
            giver,
            needed: named(giver),
            sip: case.sip_answer(giver).map(|said| said.answer),
            waits_for: waits_for(case, giver),
        })
        .collect()
}

/// The parties that somebody has answered for and this giver, whose consent is needed, has not.
fn waits_for(case: &Case, giver: Option<PartyId>) -> Vec<PartyId> {
    let answered = |party: PartyId, by: Option<Option<PartyId>>| {
        let mut consents = case.grounds.iter().filter(|ground| ground.party == party && ground.basis == Basis::Consent);
        consents.any(|ground| by.is_none_or(|by| ground.given_by == by) && !case.is_annulled(ground.id.0))
    };
    let parties = case.parties.iter().map(|party| party.id);
    let needed = parties.filter(|party| gate::consent_givers(case, *party).is_ok_and(|givers| givers.contains(&giver)));
    needed.filter(|party| answered(*party, None) && !answered(*party, Some(giver))).collect()
}

fn at_eighteen(case: &Case, birthday: NaiveDate) -> AtEighteen {
    let eve = birthday.pred_opt().unwrap_or(birthday);
    let in_force = |ground: &&Ground| {
        ground.answer == Answer::Yes
            && ground.valid_from < birthday
            && ground.valid_to.is_none_or(|last| last >= birthday)
            && !gate::is_withdrawn(case, ground.id, eve)
            && !case.is_annulled(ground.id.0)
    };
    let by_guardian = |ground: &&Ground| ground.basis == Basis::Consent && !gate::may_give(case, ground.given_by);
    let may = |party: PartyId, day| gate::permit(case, Recipient::Party(party), Purpose::Read, day).is_ok();
    let of_age = |typed: &str| parse_date(typed).is_some_and(|day| day >= birthday);
    AtEighteen {
        grounds: case.grounds.iter().filter(by_guardian).filter(in_force).map(|ground| ground.id).collect(),
        shut: case.parties.iter().map(|party| party.id).filter(|party| may(*party, eve) && !may(*party, birthday)).collect(),
        meetings: case.meetings.iter().filter(|meeting| of_age(&meeting.held_on)).map(|meeting| meeting.id).collect(),
    }
}

#[cfg(test)]
mod tests;
