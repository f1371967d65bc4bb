use chrono::TimeDelta;
use samsyn_plan::codes::{Activity, Area, ContactOutcome, ContactWho, Protection};
use samsyn_plan::ids::RecordId;
use uuid::Uuid;

use super::*;
use crate::ChainState;
use crate::log::Chain;
use crate::table::{insert, one, update};
use crate::testing::*;

const CONTACT: ContactId = ContactId(Uuid::from_u128(40));

fn contact() -> FirstContact {
    FirstContact {
        id: CONTACT,
        entered_at: at(1),
        entered_by: USER,
        activity: Some(Activity::SocialServices),
        came_on: "2027-01-11".to_owned(),
        clock: "09.10".to_owned(),
        who: Some(ContactWho::Relative),
        caller: "Berit, syster".to_owned(),
        caller_phone: "070-174 06 00".to_owned(),
        first_name: "Karin".to_owned(),
        last_name: "Lövgren-Åhs".to_owned(),
        identity: "19830417-2383".to_owned(),
        phone: "070-174 06 01".to_owned(),
        protection: Some(Protection::None),
        about: "Dricker mer.".to_owned(),
        areas: vec![Area::Alcohol, Area::Housing],
        seeking_since: "2026-11-01".to_owned(),
        outcome: Some(ContactOutcome::PointedOn),
        outcome_words: "Till hälsocentralen.".to_owned(),
        answered_on: "2027-01-12".to_owned(),
        taken_by: "Per Nyström".to_owned(),
        holder: Some(USER),
        case: Some(CASE),
    }
}

#[test]
fn a_contact_reads_back_on_a_chain_of_its_own_and_its_drafting_is_history() {
    let (_place, mut store) = store_with_case();
    let begun = FirstContact { about: String::new(), outcome: None, case: None, ..contact() };
    store.write(draft(Chain::Contact(CONTACT), "contact.add", 3), |w| insert(w, &begun)).unwrap();
    store.write(draft(Chain::Contact(CONTACT), "contact.set", 9), |w| update(w, &contact())).unwrap();
    assert_eq!(store.read(first_contacts).unwrap(), [contact()]);
    assert_eq!(store.read(|r| contacts_of_case(r, CASE)).unwrap(), [contact().id]);
    assert_eq!(store.read(|r| last_contact_entry(r, CONTACT)).unwrap(), Some(at(9)));
    assert_eq!(store.read(|r| last_contact_entry(r, ContactId(Uuid::from_u128(999)))).unwrap(), None);
    assert_eq!(store.history(Chain::Contact(CONTACT)).unwrap().len(), 2);
    assert_eq!(store.check_chain(Chain::Contact(CONTACT)).unwrap(), ChainState::Intact);
}

#[test]
fn one_that_cannot_be_read_blanks_no_list() {
    let (_place, mut store) = store_with_case();
    let other = FirstContact { id: ContactId(Uuid::from_u128(42)), ..contact() };
    for each in [contact(), other.clone()] {
        store.write(draft(Chain::Contact(each.id), "contact.add", 3), |w| insert(w, &each)).unwrap();
    }
    store.connection.execute("UPDATE first_contact SET who = 'nobody' WHERE id = ?1", [CONTACT.to_string()]).unwrap();
    assert_eq!(store.read(first_contacts).unwrap(), [other]);
    assert!(!store.verify(|_, _| {}).unwrap().is_whole(), "the check tells of it");
}

#[test]
fn who_has_had_a_contact_open_is_kept_and_found_by_its_time() {
    let (_place, mut store) = store_with_case();
    let opening = ContactOpening {
        id: RecordId(Uuid::from_u128(41)),
        at: at(10),
        by: "Anna Berg".to_owned(),
        title: "receptionist".to_owned(),
        user: USER,
        contact: CONTACT,
    };
    store.write(act(Chain::ContactAccess(CONTACT), "access.enter", 10), |w| insert(w, &opening)).unwrap();
    assert_eq!(store.read(|r| newest_contact_opening(r, CONTACT, USER)).unwrap(), Some(at(10)));
    assert_eq!(store.read(|r| newest_contact_opening(r, CONTACT, UserId(Uuid::nil()))).unwrap(), None);
    let between = |from, before| store.read(|r| contact_openings_between(r, from, before)).unwrap().len();
    assert_eq!([between(at(10), at(11)), between(at(0), at(10)), between(at(10) + TimeDelta::seconds(1), at(99))], [1, 0, 0]);
    for sql in ["DELETE FROM contact_opening", "UPDATE contact_opening SET title = ''"] {
        assert!(store.connection.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(store.read(|r| one::<ContactOpening>(r, opening.id.0)).unwrap(), Some(opening));
}
