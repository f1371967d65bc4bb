//! Where a case is, and whom it is about, once it has been handed over or moved.

use crate::{acts::HandOver, case::Case, codes::PassingWay};
use chrono::{DateTime, Utc};

impl Case {
    /// Whether the whole case is with a colleague now: it is read here, and written there.
    pub fn is_away(&self) -> bool {
        self.passings.last().is_some_and(|passing| passing.way == PassingWay::Sent)
    }

    /// Whether the case stood on somebody else at a time than it does now: what was fixed or noted then may name that person. It
    /// may have stood on the right one before it was moved by mistake, and moved back.
    pub fn stood_on_another(&self, at: DateTime<Utc>) -> bool {
        self.moves.iter().find(|moved| at < moved.at).is_some_and(|moved| moved.from != self.person.id)
    }

    /// Whether the newest version was fixed while the case stood on a wrong person, and so names that one.
    pub fn names_the_wrong_person(&self) -> bool {
        self.newest_version().is_some_and(|version| self.stood_on_another(version.at))
    }

    /// The responsibilities that were handed over and that nobody has confirmed.
    pub fn unconfirmed_hand_overs(&self) -> impl Iterator<Item = &HandOver> {
        self.hand_overs.iter().filter(|given| !self.hand_over_receipts.iter().any(|receipt| receipt.hand_over == given.id))
    }
}

#[cfg(test)]
mod tests {
    use crate::{acts::*, ids::*, testing::*};

    /// The case stands on person 1; it was moved as told: after how many days, from whom and to whom.
    fn moved(moves: &[(u64, u128, u128)]) -> crate::case::Case {
        let mut case = lawful_case();
        case.moves = moves
            .iter()
            .map(|&(after, from, to)| CaseMoved {
                id: RecordId(id(90)),
                at: at(after),
                by: String::new(),
                from: PersonId(id(from)),
                to: PersonId(id(to)),
                reason: String::new(),
            })
            .collect();
        case
    }

    #[test]
    fn before_a_move_the_case_stood_on_whom_it_was_moved_from() {
        let case = moved(&[(10, 7, 1)]);
        assert_eq!([9, 10, 11].map(|day| case.stood_on_another(at(day))), [true, false, false]);
        assert!(!moved(&[]).stood_on_another(at(9)));
    }

    #[test]
    fn what_stood_on_the_right_person_before_a_mistake_is_that_persons_still() {
        let case = moved(&[(10, 1, 7), (20, 7, 1)]);
        assert_eq!([9, 10, 19, 20].map(|day| case.stood_on_another(at(day))), [false, true, true, false]);
        let case = moved(&[(10, 7, 8), (20, 8, 1)]);
        assert_eq!([9, 10, 20].map(|day| case.stood_on_another(at(day))), [true, true, false], "by two mistakes");
    }
}
