//! Where a case is, and whom it is about, once it has been handed over or moved.

use crate::{acts::HandOver, case::Case, codes::PassingWay};

impl Case {
    /// Whether the whole case is with a colleague now: it is read here, and written there.
    pub fn is_away(&self) -> bool {
        self.passings.last().is_some_and(|passing| passing.way == PassingWay::Sent)
    }

    /// Whether the newest version was fixed before the case was moved, and so names the wrong person.
    pub fn names_the_wrong_person(&self) -> bool {
        self.newest_version().zip(self.moves.last()).is_some_and(|(version, moved)| version.at < moved.at)
    }

    /// The responsibilities that were handed over and that nobody has confirmed.
    pub fn unconfirmed_hand_overs(&self) -> impl Iterator<Item = &HandOver> {
        self.hand_overs.iter().filter(|given| !self.hand_over_receipts.iter().any(|receipt| receipt.hand_over == given.id))
    }
}
