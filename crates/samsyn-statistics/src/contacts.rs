//! Figures counted from first contacts.

use chrono::NaiveDate;
use samsyn_plan::{
    codes::{Coded, ContactOutcome, ContactWho},
    first_contact::FirstContact,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The first contacts of a period. Only counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct ContactFigures {
    /// How many there were.
    pub contacts: u32,
    /// Of them, those that wait for an answer.
    pub waiting: u32,
    /// By who turned to the unit, in the order of the codes; those of whom nobody wrote it are left out.
    pub by_who: Vec<CodeCount>,
    /// By what came of them, in the order of the codes.
    pub by_outcome: Vec<CodeCount>,
    /// Days from the first word to the answer, one number for each that was answered, in order.
    pub days_waited: Vec<u32>,
}

/// How many have a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CodeCount {
    /// The code.
    pub code: String,
    /// How many.
    pub count: u32,
}

/// Counts the first contacts that came from one day to another, both included, as they stand today. One on which nothing has been
/// written is none.
pub fn contact_figures(contacts: &[FirstContact], from: NaiveDate, to: NaiveDate, today: NaiveDate) -> ContactFigures {
    let counted: Vec<_> = contacts.iter().filter(|contact| !contact.is_blank() && (from..=to).contains(&contact.since())).collect();
    let mut days_waited: Vec<_> = counted.iter().filter(|contact| !contact.waits()).map(|contact| contact.days_waited(today)).collect();
    days_waited.sort_unstable();
    ContactFigures {
        contacts: count(counted.len()),
        waiting: count(counted.iter().filter(|contact| contact.waits()).count()),
        by_who: counts(|code: ContactWho| counted.iter().filter(|contact| contact.who == Some(code)).count()),
        by_outcome: counts(|code: ContactOutcome| counted.iter().filter(|contact| contact.outcome == Some(code)).count()),
        days_waited,
    }
}

/// How many have each code of a list; a code that none has is left out.
fn counts<C: Coded>(of: impl Fn(C) -> usize) -> Vec<CodeCount> {
    let lines = C::ALL.iter().map(|code| CodeCount { code: code.code().to_owned(), count: count(of(*code)) });
    lines.filter(|line| line.count > 0).collect()
}

fn count(found: usize) -> u32 {
    u32::try_from(found).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn day(after: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 1, 11).unwrap() + Days::new(after)
    }

    fn contact(came: u64, who: Option<ContactWho>, answered: Option<(ContactOutcome, u64)>) -> FirstContact {
        FirstContact {
            came_on: day(came).to_string(),
            about: "spel".into(),
            who,
            outcome: answered.map(|(outcome, _)| outcome),
            answered_on: answered.map(|(_, on)| day(on).to_string()).unwrap_or_default(),
            ..FirstContact::default()
        }
    }

    #[test]
    fn the_contacts_of_a_period_are_counted_by_who_and_by_outcome() {
        let contacts = [
            contact(0, Some(ContactWho::Relative), Some((ContactOutcome::PointedOn, 9))),
            contact(1, Some(ContactWho::Relative), Some((ContactOutcome::Told, 1))),
            contact(2, None, None),
            FirstContact { about: String::new(), ..contact(2, None, None) },
            contact(40, Some(ContactWho::Person), None),
        ];
        let found = contact_figures(&contacts, day(0), day(30), day(50));
        assert_eq!((found.contacts, found.waiting), (3, 1), "the blank one and the one after the period are none");
        assert_eq!(found.by_who, [CodeCount { code: "relative".into(), count: 2 }]);
        let outcomes: Vec<_> = found.by_outcome.iter().map(|line| line.code.as_str()).collect();
        assert_eq!(outcomes, ["told", "pointed_on"]);
        assert_eq!(found.days_waited, [0, 9]);
    }
}
