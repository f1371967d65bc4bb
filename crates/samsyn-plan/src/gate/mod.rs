//! The gate: the one door through which anything personal may reach somebody.
//!
//! A [`Permit`] can only be made here. Whatever prints, sends or lets somebody into the room asks for one, and what it shows
//! goes through [`Permit::may_see`]. The person and one's own akt need no ground. Everybody else needs a **recorded ground**
//! that is in force on the day: consent (10 kap. 1 § and 12 kap. 2 § OSL), or another ground that a named user has chosen
//! with paragraph and reason. An empty scope means nobody.

use crate::{
    acts::Ground,
    case::Case,
    codes::{Answer, Basis, Coded, Direction, InformationKind, Scope},
    ids::{GroundId, PartyId},
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
    Part { unmarked: bool, kinds: BTreeSet<InformationKind>, own: Option<PartyId> },
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
            View::Part { unmarked, kinds: allowed, own } => {
                if own.is_some() && party == *own {
                    return true;
                }
                if kinds.is_empty() { *unmarked } else { kinds.iter().all(|kind| allowed.contains(kind)) }
            }
        }
    }

    /// Whether nothing at all is held back.
    pub fn sees_everything(&self) -> bool {
        match &self.view {
            View::Everything => true,
            View::Part { unmarked, .. } => *unmarked,
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
    if case.party(party).is_none() {
        return Err(Refusal::NoSuchParty);
    }
    let grounds = grounds_in_force(case, party, day)?;
    let telling: Vec<&Ground> = grounds.into_iter().filter(|ground| ground.direction != Direction::TheyTell).collect();
    if telling.is_empty() {
        return Err(Refusal::OnlyTheyTell);
    }
    if purpose == Purpose::Attend && !telling.iter().any(|ground| ground.attends) {
        return Err(Refusal::AttendanceNotCovered);
    }
    Ok(Permit { recipient, grounds: telling.iter().map(|ground| ground.id).collect(), view: view(&telling, party) })
}

/// The grounds of a party that are in force on a day, or why there is none. A consent holds until the person has said no
/// later on, until it is withdrawn or until its last day; other grounds until their last day.
fn grounds_in_force(case: &Case, party: PartyId, day: NaiveDate) -> Result<Vec<&Ground>, Refusal> {
    let all: Vec<&Ground> = case.grounds.iter().filter(|ground| ground.party == party).collect();
    if all.is_empty() {
        return Err(Refusal::GroundMissing);
    }
    let newest_no = all.iter().rposition(|ground| ground.basis == Basis::Consent && ground.answer == Answer::No);
    let said: Vec<&Ground> = all
        .iter()
        .enumerate()
        .filter(|(position, ground)| {
            ground.answer == Answer::Yes && (ground.basis != Basis::Consent || newest_no.is_none_or(|no| *position > no))
        })
        .map(|(_, ground)| *ground)
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

/// Whether a ground is withdrawn on a day.
pub fn is_withdrawn(case: &Case, ground: GroundId, day: NaiveDate) -> bool {
    case.withdrawals.iter().any(|withdrawal| withdrawal.ground == ground && withdrawal.from <= day)
}

/// What a party's grounds open together. An exception holds within its own ground: a later yes to that very kind opens it.
fn view(grounds: &[&Ground], party: PartyId) -> View {
    let mut kinds = BTreeSet::new();
    let mut unmarked = false;
    let mut own = None;
    for ground in grounds {
        let named: &[InformationKind] = match ground.scope {
            Scope::WholePlan => InformationKind::ALL,
            Scope::Kinds => &ground.kinds,
            Scope::OwnMeasures | Scope::Stated => &[],
        };
        kinds.extend(named.iter().filter(|kind| !ground.except.contains(kind)));
        unmarked |= ground.scope == Scope::WholePlan && ground.except.is_empty();
        if ground.scope != Scope::Stated {
            own = Some(party);
        }
    }
    View::Part { unmarked, kinds, own }
}

#[cfg(test)]
mod tests;
