//! The gate: the one door through which anything personal may reach somebody.
//!
//! A [`Permit`] can only be made here. Whatever prints, sends or lets somebody into the room asks for one, and what it shows
//! goes through [`Permit::may_see`]. The person and one's own akt need no ground. Everybody else needs a **recorded ground**
//! that is in force on the day: consent (10 kap. 1 § and 12 kap. 2 § OSL), or another ground that a named user has chosen
//! with paragraph and reason. An empty scope means nobody.
//!
//! For a child it is a documented judgement, never a count, that says whose consent is needed (6 kap. 11 and 13 §§ FB); what
//! opens is what all of them open. On the 18th birthday the guardians' consents stop counting by themselves.

use crate::{
    acts::{Call, Ground},
    case::Case,
    child,
    codes::{Answer, Basis, Coded, Direction, InformationKind, PartyKind, Scope},
    drafts::Party,
    ids::{GroundId, PartyId},
    plan::PlanRole,
    protection,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Who something is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "to", content = "party", rename_all = "snake_case")]
pub enum Recipient {
    /// The person herself or himself.
    Person,
    /// One's own akt. Filing there is no disclosure.
    OwnFile,
    /// A party of the case.
    Party(PartyId),
}

impl Recipient {
    /// The recipient that an act's optional party stands for: nothing is the person.
    pub fn of(party: Option<PartyId>) -> Self {
        party.map_or(Self::Person, Self::Party)
    }

    /// The party, where the recipient is one.
    pub fn party(self) -> Option<PartyId> {
        match self {
            Self::Party(party) => Some(party),
            Self::Person | Self::OwnFile => None,
        }
    }
}

/// What a permit is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be called, invited or let into the room.
    Attend,
    /// To be told or given something on paper.
    Read,
    /// To get a notice at discharge (lag 2017:612, 2–3 kap.): the one thing that the duty to inform opens.
    Notify,
}

/// Why the gate stays shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The case has no such party.
    #[error("no such party")]
    NoSuchParty,
    /// No ground has been recorded.
    #[error("no ground recorded")]
    GroundMissing,
    /// The person said no.
    #[error("the person said no")]
    ConsentRefused,
    /// The ground was withdrawn.
    #[error("the ground was withdrawn")]
    GroundWithdrawn,
    /// No ground is in force on that day.
    #[error("no ground in force")]
    GroundNotInForce,
    /// The grounds do not reach to being called or in the room.
    #[error("the ground does not cover attendance")]
    AttendanceNotCovered,
    /// The grounds only let them tell us.
    #[error("the ground only lets them tell us")]
    OnlyTheyTell,
    /// The person is a child, and nobody has judged who must consent.
    #[error("nobody has judged who must consent")]
    JudgementMissing,
    /// The person has taken the yes to a SIP back.
    #[error("the yes to a SIP was withdrawn")]
    SipWithdrawn,
}

/// Leave for one recipient, on one day, for what its grounds open. Only [`permit`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    recipient: Recipient,
    grounds: Vec<GroundId>,
    view: View,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum View {
    Everything,
    Part { unmarked: bool, kinds: BTreeSet<InformationKind>, own: Option<PartyId>, denied: BTreeSet<InformationKind> },
}

impl Permit {
    /// Who it is for.
    pub fn recipient(&self) -> Recipient {
        self.recipient
    }

    /// The grounds that it rests on; none for the person and one's own akt.
    pub fn grounds(&self) -> &[GroundId] {
        &self.grounds
    }

    /// Whether the recipient may see a line that gives away these kinds of information and belongs to that party. A line
    /// without any kind is seen only by those who may see everything: nobody has said what it gives away.
    pub fn may_see(&self, kinds: &[InformationKind], party: Option<PartyId>) -> bool {
        match &self.view {
            View::Everything => true,
            View::Part { unmarked, kinds: allowed, own, denied } => {
                if kinds.iter().any(|kind| denied.contains(kind)) {
                    return false;
                }
                if own.is_some() && party == *own {
                    return true;
                }
                if kinds.is_empty() { *unmarked } else { kinds.iter().all(|kind| allowed.contains(kind)) }
            }
        }
    }

    /// Whether the recipient may know that a party takes part: that a unit is there tells what the person needs. Each knows of
    /// itself.
    pub fn may_know(&self, party: &Party) -> bool {
        use InformationKind as Kind;
        let told: &[Kind] = match party.kind {
            Some(PartyKind::Municipality | PartyKind::Region | PartyKind::Private | PartyKind::Organisation) => {
                &[Kind::Addiction, Kind::MentalHealth]
            }
            Some(PartyKind::School) => &[Kind::Schooling],
            Some(PartyKind::Employer) => &[Kind::Work],
            Some(PartyKind::Authority) => &[Kind::Economy, Kind::Work],
            Some(PartyKind::Relative | PartyKind::Guardian | PartyKind::Representative | PartyKind::Other) | None => &[Kind::Family],
        };
        self.recipient.party() == Some(party.id) || self.may_see(told, None)
    }

    /// Whether the recipient may know who has a role: what a role is called and which unit holds it tell of the need.
    pub fn may_know_role(&self, case: &Case, role: &PlanRole) -> bool {
        let Some(party) = role.party else { return self.may_see(&[], None) };
        let known = case.party(party).is_some_and(|party| self.may_know(party));
        known && self.may_see(&[InformationKind::Practical], role.party)
    }

    /// Whether the recipient may know of meeting, övergripande ansvar, coordinator and follow-up: the principals share the plan,
    /// and others may where times and practical matters are open to them.
    pub fn may_know_frame(&self, case: &Case) -> bool {
        self.shares_duty(case) || self.may_see(&[InformationKind::Practical], None)
    }

    /// Whether the recipient is a unit of a kommun or a region, which shares the duty for the plan.
    pub fn shares_duty(&self, case: &Case) -> bool {
        self.recipient.party().and_then(|party| case.party(party)).is_some_and(|party| party.principal().is_some())
    }

    /// Whether the recipient may know where a meeting is: a place bears the name of the unit that hosts, which is one of those
    /// that take part. Whoever was told of the place when called knows it already.
    pub fn may_know_host(&self, case: &Case, place: &str) -> bool {
        let told = |call: &Call| Recipient::of(call.party) == self.recipient && call.place.trim() == place.trim();
        let takes_part = |party: &&Party| case.grounds.iter().any(|ground| ground.party == party.id && ground.attends);
        let mut hosts = case.parties.iter().filter(|party| !protection::is_close(party)).filter(takes_part);
        case.calls.iter().any(told) || hosts.all(|party| self.may_know(party))
    }

    /// Whether nothing at all is held back.
    pub fn sees_everything(&self) -> bool {
        match &self.view {
            View::Everything => true,
            View::Part { unmarked, denied, .. } => *unmarked && denied.is_empty(),
        }
    }

    /// The kinds of information that the recipient may see, for the utlämnandelogg.
    pub fn kinds(&self) -> Vec<InformationKind> {
        match &self.view {
            View::Everything => InformationKind::ALL.to_vec(),
            View::Part { kinds, .. } => kinds.iter().copied().collect(),
        }
    }
}

/// Asks the gate for leave. See the module for the rule.
pub fn permit(case: &Case, recipient: Recipient, purpose: Purpose, day: NaiveDate) -> Result<Permit, Refusal> {
    let Recipient::Party(party) = recipient else {
        return Ok(Permit { recipient, grounds: Vec::new(), view: View::Everything });
    };
    let to = case.party(party).ok_or(Refusal::NoSuchParty)?;
    if purpose == Purpose::Attend && sip_is_withdrawn(case, day) {
        return Err(Refusal::SipWithdrawn);
    }
    let Grounds { consents, others } = grounds_of(case, party, day);
    let consented = consents.and_then(|sets| sets.into_iter().map(|set| telling(set, purpose)).collect::<Result<Vec<_>, _>>());
    let others = others.and_then(|set| telling(set, purpose));
    let (sets, others) = match (consented, others) {
        (Ok(sets), others) => (sets, others.unwrap_or_default()),
        (Err(_), Ok(others)) => (Vec::new(), others),
        (Err(Refusal::GroundMissing), Err(refusal)) | (Err(refusal), Err(_)) => return Err(refusal),
    };
    let opened = sets.iter().map(|set| open(set, party)).reduce(Opened::both).into_iter().chain([open(&others, party)]);
    let opened = opened.reduce(Opened::either).unwrap_or_default();
    let in_force: Vec<&Ground> = sets.iter().flatten().chain(&others).copied().collect();
    let denied = denied(case, to, &in_force, day);
    Ok(Permit { recipient, grounds: in_force.iter().map(|ground| ground.id).collect(), view: opened.view(denied) })
}

/// Whether the yes to a SIP was taken back: by the person, or for a child by a guardian whose yes the judgement asks for.
fn sip_is_withdrawn(case: &Case, day: NaiveDate) -> bool {
    let taken_back = |giver: Option<PartyId>| {
        case.sip_answer(giver).is_some_and(|newest| newest.answer == Answer::No)
            && case.sip_yeses.iter().any(|earlier| earlier.given_by == giver && earlier.answer == Answer::Yes)
    };
    taken_back(None) || child::sip_givers(case, day).unwrap_or_default().into_iter().any(taken_back)
}

/// The grounds of a party in force on a day. Consents stand in one set for each whose consent is needed, and open what all
/// of them open; other grounds stand for themselves.
struct Grounds<'a> {
    consents: Result<Vec<Vec<&'a Ground>>, Refusal>,
    others: Result<Vec<&'a Ground>, Refusal>,
}

fn grounds_of(case: &Case, party: PartyId, day: NaiveDate) -> Grounds<'_> {
    let all: Vec<&Ground> = case.grounds.iter().filter(|ground| ground.party == party && !case.is_annulled(ground.id.0)).collect();
    let (consents, others): (Vec<&Ground>, Vec<&Ground>) = all.into_iter().partition(|ground| ground.basis == Basis::Consent);
    let from = |giver: Option<PartyId>| consents.iter().copied().filter(|ground| ground.given_by == giver).collect::<Vec<_>>();
    let sets = if case.is_child_on(day) {
        consent_givers(case, party).and_then(|givers| givers.into_iter().map(|giver| in_force(case, from(giver), day)).collect())
    } else {
        in_force(case, consents.iter().copied().filter(|ground| may_give(case, ground.given_by)).collect(), day).map(|set| vec![set])
    };
    Grounds { consents: sets, others: in_force(case, others, day) }
}

/// Whose consent to telling a party a child's case needs, by the documented judgement; nothing stands for the child. A
/// guardian need not consent to being told.
pub fn consent_givers(case: &Case, party: PartyId) -> Result<Vec<Option<PartyId>>, Refusal> {
    let judgement = case.consent_judgement().ok_or(Refusal::JudgementMissing)?;
    let guardians = judgement.guardians.iter().copied().filter(|guardian| *guardian != party).map(Some);
    let child = (judgement.child || judgement.guardians.is_empty()).then_some(None);
    let givers: Vec<_> = child.into_iter().chain(guardians).collect();
    // Where the only one who must consent is the one who is told, the consent given to that guardian by itself counts.
    Ok(if givers.is_empty() { vec![Some(party)] } else { givers })
}

/// Whether somebody's consent counts for an adult: the person's own, or a representative's where the person cannot consent.
pub fn may_give(case: &Case, giver: Option<PartyId>) -> bool {
    giver.is_none() || case.cannot_consent().is_some_and(|decision| decision.representative == giver)
}

/// The grounds among these that are in force on a day, or why none is. A consent holds until a no is said later on, until it
/// is withdrawn or until its last day; other grounds until their last day.
fn in_force<'a>(case: &Case, all: Vec<&'a Ground>, day: NaiveDate) -> Result<Vec<&'a Ground>, Refusal> {
    if all.is_empty() {
        return Err(Refusal::GroundMissing);
    }
    let newest_no = all.iter().rposition(|ground| ground.basis == Basis::Consent && ground.answer == Answer::No);
    let said: Vec<&Ground> = all
        .into_iter()
        .enumerate()
        .filter(|(position, ground)| ground.answer == Answer::Yes && newest_no.is_none_or(|no| *position > no))
        .map(|(_, ground)| ground)
        .collect();
    if said.is_empty() {
        return Err(Refusal::ConsentRefused);
    }
    let kept: Vec<&Ground> = said.into_iter().filter(|ground| !is_withdrawn(case, ground.id, day)).collect();
    if kept.is_empty() {
        return Err(Refusal::GroundWithdrawn);
    }
    let valid: Vec<&Ground> =
        kept.into_iter().filter(|ground| ground.valid_from <= day && ground.valid_to.is_none_or(|last| day <= last)).collect();
    if valid.is_empty() { Err(Refusal::GroundNotInForce) } else { Ok(valid) }
}

/// Those grounds that let us tell, or why none does for this purpose.
fn telling(grounds: Vec<&Ground>, purpose: Purpose) -> Result<Vec<&Ground>, Refusal> {
    let serves = |ground: &&Ground| purpose == Purpose::Notify || ground.basis != Basis::DutyToInform;
    let serving: Vec<&Ground> = grounds.into_iter().filter(serves).collect();
    if serving.is_empty() {
        return Err(Refusal::GroundMissing);
    }
    let telling: Vec<&Ground> = serving.into_iter().filter(|ground| ground.direction != Direction::TheyTell).collect();
    if telling.is_empty() {
        return Err(Refusal::OnlyTheyTell);
    }
    if purpose == Purpose::Attend && !telling.iter().any(|ground| ground.attends) {
        return Err(Refusal::AttendanceNotCovered);
    }
    Ok(telling)
}

/// Whether a ground is withdrawn on a day.
pub fn is_withdrawn(case: &Case, ground: GroundId, day: NaiveDate) -> bool {
    case.withdrawals.iter().any(|withdrawal| withdrawal.ground == ground && withdrawal.from <= day)
}

/// What grounds open, before anything is denied.
#[derive(Debug, Clone, Default)]
struct Opened {
    unmarked: bool,
    kinds: BTreeSet<InformationKind>,
    own: Option<PartyId>,
}

impl Opened {
    /// What both open: all whose consent is needed must have given it.
    fn both(self, other: Self) -> Self {
        let kinds = self.kinds.intersection(&other.kinds).copied().collect();
        Self { unmarked: self.unmarked && other.unmarked, kinds, own: self.own.filter(|_| other.own.is_some()) }
    }

    /// What one or the other opens.
    fn either(self, other: Self) -> Self {
        let kinds = self.kinds.union(&other.kinds).copied().collect();
        Self { unmarked: self.unmarked || other.unmarked, kinds, own: self.own.or(other.own) }
    }

    fn view(self, denied: BTreeSet<InformationKind>) -> View {
        let kinds = self.kinds.difference(&denied).copied().collect();
        View::Part { unmarked: self.unmarked, kinds, own: self.own, denied }
    }
}

/// What one set of grounds opens together. An exception holds within its own ground: a later yes to that very kind opens it.
fn open(grounds: &[&Ground], party: PartyId) -> Opened {
    let mut opened = Opened::default();
    for ground in grounds {
        let named: &[InformationKind] = match ground.scope {
            Scope::WholePlan => InformationKind::ALL,
            Scope::Kinds => &ground.kinds,
            Scope::OwnMeasures | Scope::Stated => &[],
        };
        opened.kinds.extend(named.iter().filter(|kind| !ground.except.contains(kind)));
        opened.unmarked |= ground.scope == Scope::WholePlan && ground.except.is_empty();
        if ground.scope != Scope::Stated {
            opened.own = Some(party);
        }
    }
    opened
}

/// The kinds that are shut whatever else is open: what an authority has judged that a guardian may not know (12 kap. 3 § OSL),
/// and, where somebody is protected, whereabouts that no ground names (21 kap. 3 § OSL).
fn denied(case: &Case, to: &Party, in_force: &[&Ground], day: NaiveDate) -> BTreeSet<InformationKind> {
    let mut denied = BTreeSet::new();
    let named = in_force.iter().any(|ground| ground.scope == Scope::Kinds && ground.kinds.contains(&InformationKind::Whereabouts));
    if case.has_protected_data() && !case.is_at_home(to) && !named {
        denied.insert(InformationKind::Whereabouts);
    }
    let judged = |kind: &InformationKind| {
        let mut of_kind = case.know_judgements.iter().rev().filter(|judgement| judgement.guardian == to.id && judgement.kind == *kind);
        of_kind.find(|judgement| !case.is_annulled(judgement.id.0)).is_some_and(|judgement| !judgement.may_know)
    };
    let kept = InformationKind::ALL.iter().copied().filter(judged);
    denied.extend(kept.filter(|kind| case.is_child_on(day) || !opened_as_adult(case, in_force, *kind)));
    denied
}

/// Whether the person opens a kind as an adult, by a consent that holds. What was kept from the guardian of a child stays so after
/// the 18th birthday until then.
fn opened_as_adult(case: &Case, in_force: &[&Ground], kind: InformationKind) -> bool {
    let own = |ground: &&&Ground| ground.basis == Basis::Consent && ground.given_by.is_none() && !case.is_child_on(ground.on);
    in_force.iter().filter(own).any(|ground| open(&[ground], ground.party).kinds.contains(&kind))
}

#[cfg(test)]
mod tests;
