//! Somebody turns to a unit.

use super::*;
use samsyn_plan::first_contact::FirstContact;

/// So many first contacts. Some became cases, of which one is not there any more.
pub(crate) fn contacts(seed: u64, number: usize, cases: &[Case]) -> Vec<FirstContact> {
    let mut dice = Dice(seed);
    (0..number).map(|place| contact(&mut dice, place, cases)).collect()
}

fn contact(dice: &mut Dice, place: usize, cases: &[Case]) -> FirstContact {
    let turned = date(2027, 1, 1).checked_add_days(Days::new(dice.below(1000))).unwrap();
    let answered = turned.checked_add_days(Days::new(dice.below(30))).unwrap();
    let case = cases.get(place * 3).filter(|_| dice.chance(20));
    let outcome = dice.chance(75).then(|| dice.one(&[ContactOutcome::Told, ContactOutcome::Booked, ContactOutcome::PointedOn]));
    FirstContact {
        id: ContactId(Uuid::from_u128(u128::try_from(place).unwrap())),
        entered_at: at(turned),
        activity: dice.chance(80).then(|| dice.one(Activity::ALL)),
        came_on: dice.one(&[turned.to_string(), String::new(), "i går".into()]),
        who: dice.chance(90).then(|| dice.one(ContactWho::ALL)),
        about: if dice.chance(97) { "Dricker mer".into() } else { String::new() },
        identity: dice.one(&[String::new(), "anonym".into(), "19121212-1212".into()]),
        areas: (0..dice.below(4)).map(|_| dice.one(Area::ALL)).collect(),
        outcome: case.map_or(outcome, |_| Some(ContactOutcome::Case)),
        answered_on: dice.one(&[answered.to_string(), String::new(), "2026-01-01".into()]),
        case: case.map(|case| case.id).or_else(|| dice.chance(2).then(|| CaseId(Uuid::max()))),
        ..FirstContact::default()
    }
}
