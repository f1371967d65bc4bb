//! Access by need: who may open a case, who may take part in it, and who may let somebody else.
//!
//! Whoever works with a record is to reach what the work needs and nothing else (4 kap. 2 § PDL, 10 § lagen 2001:454). The
//! program keeps it, and no key does: everybody with a passphrase has the same data key.

use crate::{
    codes::{AccessWay, Activity, Branch, UserRole},
    ids::{CaseId, RecordId, UserId},
    profile::User,
};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A user was given access to a case, took it, or had it ended. It belongs to the access log and not to the case, and stays
/// when the case is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CaseAccess {
    /// Its identifier.
    pub id: RecordId,
    /// When it was entered.
    pub at: DateTime<Utc>,
    /// Who entered it: the user's name at the time.
    pub by: String,
    /// Whose access it is.
    pub user: UserId,
    /// That user's name at the time.
    pub name: String,
    /// The case.
    pub case: CaseId,
    /// How.
    pub way: AccessWay,
    /// What the user worked with then: the user's own activity, or else the unit's. The case has that of whoever opened it, and
    /// keeps it whatever the unit does later. Nothing where neither had said.
    pub activity: Option<Activity>,
    /// Why; empty where the case was opened or taken over.
    pub reason: String,
}

/// What decides who may open a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseGuard {
    /// Whether anybody whose data the case holds is protected in the population register (21 kap. 3 § OSL).
    pub protected: bool,
    /// Every access that was given, taken and ended, the first first.
    pub acts: Vec<CaseAccess>,
}

/// How a user stands to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Named on the case: opened it, took it over or was given access.
    Named,
    /// Took part by an own choice, with this reason.
    OwnChoice(&'a str),
    /// Opens the unit's cases of the own branch as a coordinator.
    Coordinator,
    /// May take part by an own choice, with a reason.
    MayTakePart,
    /// Must ask somebody who has access.
    MustAsk,
}

impl Standing<'_> {
    /// Whether the user may open the case as it is.
    pub fn opens(self) -> bool {
        matches!(self, Self::Named | Self::OwnChoice(_) | Self::Coordinator)
    }

    /// Whether the user may take part by an own choice.
    pub fn may_take_part(self) -> bool {
        self == Self::MayTakePart
    }

    /// Whether the user may know that there is a case.
    pub fn may_know(self) -> bool {
        self.opens() || self.may_take_part()
    }

    /// Whether the user may let others open the case, and end that they may: an access that somebody took is not passed on.
    pub fn gives(self) -> bool {
        matches!(self, Self::Named | Self::Coordinator)
    }
}

impl CaseGuard {
    /// How a user stands to the case. `unit` is what the unit works with, for whoever has no activity of their own.
    ///
    /// Where somebody is protected only those who are named may open it, never because of the unit. Else a coordinator may,
    /// and a caseworker may take part, both within the branch that opened it.
    pub fn standing(&self, user: &User, unit: Option<Activity>) -> Standing<'_> {
        if !user.is_active() {
            return Standing::MustAsk;
        }
        match self.newest(user.id).filter(|act| act.way != AccessWay::Ended) {
            Some(act) if act.way != AccessWay::OwnChoice => return Standing::Named,
            Some(act) if !self.protected => return Standing::OwnChoice(&act.reason),
            _ => {}
        }
        let own = user.activity.or(unit).map(Activity::branch);
        if self.protected || own != self.branch(unit) {
            Standing::MustAsk
        } else if user.may(UserRole::Coordinator) {
            Standing::Coordinator
        } else if user.may(UserRole::Caseworker) {
            Standing::MayTakePart
        } else {
            Standing::MustAsk
        }
    }

    /// The branch that the case belongs to: that of whoever opened it, or took it over, as it was then. The unit's of today only
    /// where that was not kept; nothing where the unit has not said what it works with either: then it is one.
    pub fn branch(&self, unit: Option<Activity>) -> Option<Branch> {
        self.activity(unit).map(Activity::branch)
    }

    /// What whoever opened the case, or took it over, worked with then; like the branch, what the unit works with today where
    /// that was not kept.
    pub fn activity(&self, unit: Option<Activity>) -> Option<Activity> {
        let begun = self.acts.iter().find(|act| matches!(act.way, AccessWay::Opened | AccessWay::Received));
        begun.and_then(|act| act.activity).or(unit)
    }

    /// The newest act for each user whose access has not ended, in the order in which they came to it.
    pub fn with_access(&self) -> impl Iterator<Item = &CaseAccess> {
        let is_newest = |act: &&CaseAccess| self.newest(act.user).is_some_and(|newest| newest.id == act.id);
        self.acts.iter().filter(is_newest).filter(|act| act.way != AccessWay::Ended)
    }

    /// The users who may give access: those who have it, but for whoever took it; and where nobody is left, the administrators,
    /// so that no case is without a way in.
    pub fn givers<'a>(&self, users: &'a [User], unit: Option<Activity>) -> Vec<&'a User> {
        let having: Vec<_> = users.iter().filter(|user| self.standing(user, unit).gives()).collect();
        if having.is_empty() { users.iter().filter(|user| user.may(UserRole::Administrator)).collect() } else { having }
    }

    /// The newest act about a user.
    fn newest(&self, user: UserId) -> Option<&CaseAccess> {
        self.acts.iter().rfind(|act| act.user == user)
    }
}

#[cfg(test)]
mod tests;
