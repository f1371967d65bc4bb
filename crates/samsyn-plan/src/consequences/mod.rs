//! What follows when something that was agreed to is taken back: what may no longer go out, and what has gone.
//!
//! What has gone has gone, and nothing that is fixed changes. A withdrawal is measured by asking the gate twice, with and
//! without it, on the first day that it holds; so it says the same before it is entered and ever after.

use crate::{
    acts::{Ground, SipYes, Withdrawal},
    case::Case,
    child,
    codes::*,
    dates::parse_date,
    gate::{Permit, Purpose, Recipient, Refusal, permit},
    ids::{GroundId, MeetingId, PartyId, RecordId, VersionId},
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// What the withdrawal of a ground leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WithdrawalConsequences {
    /// The ground.
    pub ground: GroundId,
    /// The party that it opened for.
    pub party: PartyId,
    /// The first day that it does not hold.
    pub from: NaiveDate,
    /// The kinds of information that the party may not be told any more.
    pub closed: Vec<InformationKind>,
    /// The kinds that it still may be told, by other grounds.
    pub kept: Vec<InformationKind>,
    /// Nothing at all of the plan may be told any more.
    pub shut: bool,
    /// Meetings from that day on to which the party may no longer be called or let in.
    pub meetings: Vec<MeetingId>,
    /// Of them, those to which it has been called, and so must be told.
    pub called: Vec<MeetingId>,
    /// Fixed versions of which a copy may no longer go, or now goes with less in it.
    pub copies: Vec<VersionId>,
    /// What has been told on the ground: entries of the utlämnandelogg. That cannot be taken back.
    pub told: Vec<RecordId>,
}

/// What the withdrawal of a ground from a day leads to, or has led to where it was withdrawn. Nothing where the case has no
/// such ground.
pub fn of_withdrawal(case: &Case, ground: GroundId, from: NaiveDate) -> Option<WithdrawalConsequences> {
    let withdrawn = case.withdrawals.iter().find(|withdrawal| withdrawal.ground == ground);
    let known = withdrawn.map_or_else(|| case.clone(), |withdrawal| known_at(case, withdrawal.at));
    let subject = known.grounds.iter().find(|candidate| candidate.id == ground)?;
    let from = withdrawn.map_or(from, |withdrawal| withdrawal.from);
    let day = from.max(subject.valid_from);
    let (before, after) = with_and_without(&known, subject, from);
    let read = |case: &Case| permit(case, Recipient::Party(subject.party), Purpose::Read, day);
    let (open, left) = (read(&before), read(&after));
    let kinds = |permit: &Result<Permit, Refusal>| permit.as_ref().map(Permit::kinds).unwrap_or_default();
    let kept = kinds(&left);
    let closed: Vec<InformationKind> = kinds(&open).into_iter().filter(|kind| !kept.contains(kind)).collect();
    let shut = open.is_ok() && left.is_err();
    let meetings = shut_meetings(&before, &after, subject.party, day);
    let is_called = |meeting: &&MeetingId| known.calls.iter().any(|call| call.meeting == **meeting && call.party == Some(subject.party));
    let narrowed = shut || !closed.is_empty() || sees_all(&open) != sees_all(&left);
    Some(WithdrawalConsequences {
        ground,
        party: subject.party,
        from,
        called: meetings.iter().filter(is_called).copied().collect(),
        meetings,
        copies: known.versions.iter().filter(|_| narrowed).map(|version| version.id).collect(),
        told: known.disclosures.iter().filter(|done| done.grounds.contains(&ground)).map(|done| done.id).collect(),
        closed,
        kept,
        shut,
    })
}

fn sees_all(permit: &Result<Permit, Refusal>) -> bool {
    permit.as_ref().is_ok_and(Permit::sees_everything)
}

/// The case as it was known when a withdrawal was entered, so that what is written later on does not change what it led to.
fn known_at(case: &Case, at: DateTime<Utc>) -> Case {
    let mut known = case.clone();
    known.grounds.retain(|ground| ground.at <= at);
    known.withdrawals.retain(|withdrawal| withdrawal.at <= at);
    known.annulments.retain(|annulment| annulment.at <= at);
    known.sip_yeses.retain(|yes| yes.at <= at);
    known.consent_judgements.retain(|judgement| judgement.at <= at);
    known.know_judgements.retain(|judgement| judgement.at <= at);
    known.cannot_consents.retain(|decision| decision.at <= at);
    known.calls.retain(|call| call.at <= at);
    known.versions.retain(|version| version.at <= at);
    known.disclosures.retain(|done| done.at <= at);
    known
}

/// The case without any withdrawal of the ground, and with one from a day.
fn with_and_without(known: &Case, ground: &Ground, from: NaiveDate) -> (Case, Case) {
    let mut before = known.clone();
    before.withdrawals.retain(|withdrawal| withdrawal.ground != ground.id);
    let mut after = before.clone();
    after.withdrawals.push(Withdrawal {
        id: RecordId(ground.id.0),
        at: ground.at,
        by: String::new(),
        ground: ground.id,
        from,
        manner: ground.manner,
        told: String::new(),
    });
    (before, after)
}

/// The meetings from a day on that open to the party before and not after.
fn shut_meetings(before: &Case, after: &Case, party: PartyId, from: NaiveDate) -> Vec<MeetingId> {
    let coming = before.meetings.iter().filter(|meeting| !before.is_cancelled(meeting.id));
    let held = coming.filter_map(|meeting| parse_date(&meeting.held_on).map(|day| (meeting.id, day))).filter(|(_, day)| *day >= from);
    let may = |case: &Case, day| permit(case, Recipient::Party(party), Purpose::Attend, day).is_ok();
    held.filter(|(_, day)| may(before, *day) && !may(after, *day)).map(|(meeting, _)| meeting).collect()
}

/// Those whose no would close the plan now: whoever has said yes to a SIP and whose yes it rests on. Nothing stands for the
/// person. For a child it is the judgement that says whose yes is needed (6 kap. 11 and 13 §§ FB); a guardian or a
/// representative whom nobody needs to ask closes nothing.
pub fn whose_no_closes(case: &Case, today: NaiveDate) -> Vec<Option<PartyId>> {
    if case.is_closed() {
        return Vec::new();
    }
    let said = case.sip_yeses.iter().map(|yes| yes.given_by).collect::<BTreeSet<_>>();
    let holds = |giver: &Option<PartyId>| {
        case.sip_answer(*giver).is_some_and(|answer: &SipYes| answer.answer == Answer::Yes) && is_needed(case, *giver, today)
    };
    said.into_iter().filter(holds).collect()
}

fn is_needed(case: &Case, giver: Option<PartyId>, today: NaiveDate) -> bool {
    let represents = || giver.is_some() && case.cannot_consent().is_some_and(|decision| decision.representative == giver);
    child::sip_givers(case, today).unwrap_or_else(|| vec![None]).contains(&giver) || represents()
}

#[cfg(test)]
mod tests;
