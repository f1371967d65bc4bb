use super::*;
use crate::testing::*;

const RECEPTION: u128 = 1;
const HOLDER: u128 = 2;

fn contact() -> FirstContact {
    FirstContact {
        id: ContactId(id(90)),
        entered_at: at(0),
        entered_by: UserId(id(RECEPTION)),
        activity: Some(Activity::SocialServices),
        came_on: day(0).to_string(),
        about: "Orolig för sin bror.".into(),
        ..FirstContact::default()
    }
}

fn user(number: u128, roles: &[UserRole], activity: Activity) -> User {
    User { id: UserId(id(number)), roles: roles.to_vec(), activity: Some(activity), ..User::default() }
}

#[test]
fn somebody_waits_from_the_first_word_until_the_answer() {
    let blank = FirstContact { about: " \n".into(), ..contact() };
    assert!(blank.is_blank() && !blank.waits());
    let mut waiting = contact();
    assert!(waiting.waits());
    assert_eq!(waiting.days_waited(day(5)), 5);
    waiting.outcome = Some(ContactOutcome::PointedOn);
    waiting.date_answer(day(6));
    assert!(!waiting.waits());
    assert_eq!((waiting.answered_on.as_str(), waiting.days_waited(day(30))), (day(6).to_string().as_str(), 6));
    waiting.outcome = None;
    waiting.date_answer(day(8));
    assert_eq!((waiting.waits(), waiting.answered_on.as_str()), (true, ""), "the answer was taken back");
}

#[test]
fn a_day_that_was_written_stands_and_one_that_cannot_be_read_is_that_of_the_entry() {
    let mut answered = FirstContact { outcome: Some(ContactOutcome::Told), answered_on: day(2).to_string(), ..contact() };
    answered.date_answer(day(9));
    assert_eq!(answered.days_waited(day(9)), 2);
    assert_eq!(FirstContact { came_on: "i tisdags".into(), ..contact() }.since(), day(0));
    assert_eq!(FirstContact { came_on: day(20).to_string(), ..contact() }.days_waited(day(9)), 0, "never less than none");
}

#[test]
fn the_branch_opens_it_and_where_somebody_is_protected_those_alone_who_have_it() {
    let reception = user(RECEPTION, &[UserRole::Caseworker], Activity::SocialServices);
    let holder = user(HOLDER, &[UserRole::Caseworker], Activity::SocialServices);
    let coordinator = user(3, &[UserRole::Coordinator], Activity::SocialServices);
    let nurse = user(4, &[UserRole::Coordinator], Activity::Psychiatry);
    let mut users = vec![reception.clone(), holder.clone(), coordinator.clone(), nurse.clone()];
    let open = contact();
    assert!(open.opens_to(&holder, &users, None) && !open.opens_to(&nurse, &users, None));

    assert!(!open.opens_to(&user(RECEPTION, &[UserRole::Administrator], Activity::SocialServices), &users, None), "no work with cases");

    let mut hidden = FirstContact { protection: Some(Protection::Marked), ..contact() };
    assert!(hidden.opens_to(&reception, &users, None));
    assert!(!hidden.opens_to(&holder, &users, None) && !hidden.opens_to(&coordinator, &users, None));
    hidden.holder = Some(holder.id);
    assert!(hidden.opens_to(&holder, &users, None));
    for user in users.iter_mut().take(2) {
        user.ended_at = Some(at(1));
    }
    assert!(hidden.opens_to(&coordinator, &users, None), "nobody else is left");
    assert!(!hidden.opens_to(&nurse, &users, None));
}
