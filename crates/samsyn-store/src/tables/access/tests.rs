use chrono::TimeDelta;
use samsyn_plan::codes::{AccessWay, PartyKind, Protection};
use samsyn_plan::drafts::Party;
use samsyn_plan::ids::{PartyId, RecordId};
use samsyn_plan::person::Person;
use uuid::Uuid;

use super::*;
use crate::log::{Act, Chain, Doomed};
use crate::table::{insert, update};
use crate::tables::Destruction;
use crate::testing::*;
use crate::{ChainState, Store};

fn opening(id: u128, user: UserId, at: DateTime<Utc>) -> CaseOpening {
    CaseOpening {
        id: RecordId(Uuid::from_u128(id)),
        at,
        by: "Anna Berg".to_owned(),
        title: "kurator".to_owned(),
        user,
        case: CASE,
        person: PERSON,
        own_choice: String::new(),
    }
}

fn enter(store: &mut Store, opening: &CaseOpening) -> Result<(), StoreError> {
    let act = Act { at: opening.at, actor: opening.user, ..act(Chain::Access(CASE), "access.enter", 0) };
    store.write(act, |writer| insert(writer, opening))
}

fn give(store: &mut Store, id: u128, user: UserId, way: AccessWay) {
    let access = CaseAccess {
        id: RecordId(Uuid::from_u128(id)),
        at: at(10),
        by: "Anna Berg".to_owned(),
        user,
        name: "Anna Berg".to_owned(),
        case: CASE,
        way,
        activity: None,
        reason: "Vikarierar.".to_owned(),
    };
    store.write(act(Chain::Access(CASE), "access.give", 10), |writer| insert(writer, &access)).unwrap();
}

fn visit(store: &mut Store, id: u128) {
    let (by, title) = ("Anna Berg".to_owned(), "kurator".to_owned());
    let opening = PersonOpening { id: RecordId(Uuid::from_u128(id)), at: at(10), by, title, user: USER, person: PERSON };
    store.write(act(Chain::PersonAccess(PERSON), "access.enter", 10), |writer| insert(writer, &opening)).unwrap();
}

/// A store with a goal in the case, and two openings by two users.
fn opened() -> (Place, Store) {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sysselsättning", 3);
    enter(&mut store, &opening(1, USER, at(10))).unwrap();
    enter(&mut store, &opening(2, OTHER_USER, at(20))).unwrap();
    (place, store)
}

#[test]
fn each_users_newest_opening_is_known() {
    let (_place, mut store) = opened();
    let newest = |store: &Store, user| store.read(|reader| newest_opening(reader, CASE, PERSON, user)).unwrap();
    assert_eq!((newest(&store, USER), newest(&store, OTHER_USER)), (Some(at(10)), Some(at(20))));
    // A clock that was set back: the newest is the one that was entered last.
    enter(&mut store, &opening(3, USER, at(5))).unwrap();
    assert_eq!(newest(&store, USER), Some(at(5)));
    assert_eq!(newest(&store, UserId(Uuid::from_u128(99))), None);
    let another = PersonId(Uuid::from_u128(98));
    assert_eq!(store.read(|reader| newest_opening(reader, CASE, another, USER)).unwrap(), None, "the case was never that person's");
}

#[test]
fn the_openings_of_some_days_are_those_within_them_to_the_moment() {
    let (_place, mut store) = store_with_case();
    let half = TimeDelta::milliseconds(500);
    for (id, moment) in [at(99) + half, at(100), at(100) + half, at(199) + half, at(200), at(200) + half].into_iter().enumerate() {
        enter(&mut store, &opening(id as u128 + 1, USER, moment)).unwrap();
    }
    let found = store.read(|reader| openings_between(reader, at(100), at(200))).unwrap();
    assert_eq!(found.iter().map(|opening| opening.at).collect::<Vec<_>>(), [at(100), at(100) + half, at(199) + half]);
}

#[test]
fn an_opening_leaves_the_cases_own_rows_history_undo_and_package_as_they_were() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Sysselsättning", 3);
    store.seal(at(4)).unwrap();
    let told = |store: &Store| {
        let (package, files) = store.pack_case(CASE).unwrap();
        let package = serde_json::to_string(&package).unwrap();
        (package, files, store.newest_hash(CASE).unwrap(), store.undoable(Chain::Case(CASE)).unwrap())
    };
    let before = told(&store);
    enter(&mut store, &opening(1, USER, at(10))).unwrap();
    assert_eq!(told(&store), before);
    assert!(!before.0.contains("kurator") && !before.0.contains("access"));
    store.undo(undo(11), |_| Ok::<(), StoreError>(())).unwrap();
    assert_eq!(goal_text(&store), None);
    assert_eq!(store.read(|reader| openings_of(reader, CASE)).unwrap().len(), 1);
    assert_eq!(store.check_chain(Chain::Access(CASE)).unwrap(), ChainState::Intact);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// What the log says of the case and the person, from the first to the last.
fn kept(store: &Store) -> (Vec<CaseOpening>, Vec<CaseAccess>, Vec<PersonOpening>) {
    store
        .read(|reader| Ok::<_, StoreError>((openings_of(reader, CASE)?, accesses_of(reader, CASE)?, person_openings_of(reader, PERSON)?)))
        .unwrap()
}

/// However young they are: no statement of the program erases from the log.
#[test]
fn the_log_stays_when_the_case_and_the_person_are_erased_and_names_nobody_but_staff() {
    let (_place, mut store) = opened();
    give(&mut store, 1, USER, AccessWay::Opened);
    visit(&mut store, 2);
    let before = kept(&store);
    assert_eq!((before.0.len(), before.1.len(), before.2.len()), (2, 1, 1));
    let certificate = |erased: String, rows: u32| Destruction {
        id: RecordId(Uuid::now_v7()),
        at: at(100),
        by: String::new(),
        authority: String::new(),
        number: String::new(),
        decided_on: at(0).date_naive(),
        erased,
        rows,
        certificate: None,
    };
    let order = act(Chain::Store, "case.destroy", 100);
    let erased = store.destroy(&order, Doomed { cases: &[CASE], people: true, ..Doomed::default() }, |writer, erased| {
        erased.chains.iter().try_for_each(|gone| insert(writer, &certificate(gone.chain.clone(), gone.rows)))
    });
    assert!(erased.is_ok(), "{erased:?}");
    assert_eq!(kept(&store), before);
    assert_eq!(store.history(Chain::Access(CASE)).unwrap().len(), 3);
    assert_eq!(store.history(Chain::PersonAccess(PERSON)).unwrap().len(), 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn an_opening_is_never_changed_removed_or_put_beside_the_log_unnoticed() {
    let (_place, mut store) = opened();
    give(&mut store, 1, USER, AccessWay::Opened);
    visit(&mut store, 2);
    for sql in [
        "UPDATE case_opening SET \"by\" = ''",
        "DELETE FROM case_opening",
        "DELETE FROM log_review",
        "UPDATE log_review SET finding = ''",
        "UPDATE case_access SET way = 'given'",
        "DELETE FROM case_access",
        "UPDATE person_opening SET \"by\" = ''",
        "DELETE FROM person_opening",
    ] {
        let review = LogReview {
            id: RecordId(Uuid::now_v7()),
            at: at(30),
            by: String::new(),
            reviewer: "Chefen".to_owned(),
            from: at(0).date_naive(),
            to: at(0).date_naive(),
            looked_at: "allt".to_owned(),
            finding: "inget".to_owned(),
            next_on: at(0).date_naive(),
        };
        store.write(act(Chain::Store, "access.review", 30), |writer| insert(writer, &review)).unwrap();
        let refused = StoreError::from(store.connection.execute(sql, []).unwrap_err());
        assert!(matches!(refused, StoreError::AppendOnly), "{sql}: {refused:?}");
    }
    store.connection.execute_batch("DROP TRIGGER case_opening_kept_delete; DELETE FROM case_opening WHERE rowid = 1").unwrap();
    assert_eq!(store.check_chain(Chain::Access(CASE)).unwrap(), ChainState::Altered);
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    assert!(!store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn a_full_disk_enters_nothing() {
    let (_place, mut store) = opened();
    let pages: i64 = store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.connection.execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    let long = CaseOpening { by: "x".repeat(100_000), ..opening(3, USER, at(30)) };
    assert!(matches!(enter(&mut store, &long), Err(StoreError::DiskFull)));
    assert_eq!(store.read(|reader| openings_of(reader, CASE)).unwrap().len(), 2);
}

/// Whether the case is for those who are named alone, as the one and as the list of all say.
fn protected(store: &Store) -> bool {
    let one = store.read(|reader| case_guard(reader, CASE)).unwrap().unwrap().protected;
    let all = store.read(case_guards).unwrap();
    assert_eq!(all.get(&CASE).is_some_and(|guard| guard.protected), one);
    one
}

#[test]
fn a_case_is_protected_by_its_person_by_a_party_and_by_the_home_that_another_case_tells_of() {
    let (_place, mut store) = store_with_case();
    assert!(!protected(&store));
    let set = |store: &mut Store, protection| {
        let changed = Person { protection, ..person() };
        store.write(draft(Chain::Person(PERSON), "person.set", 1), |writer| update(writer, &changed)).unwrap();
    };
    set(&mut store, Some(Protection::Marked));
    assert!(protected(&store));
    set(&mut store, Some(Protection::None));
    assert!(!protected(&store));

    let party = |number: u128| Party { id: PartyId(Uuid::from_u128(number)), kind: Some(PartyKind::Guardian), ..Party::default() };
    let mut father = party(70);
    store.write(draft(Chain::Case(CASE), "draft.add", 2), |writer| insert(writer, &father)).unwrap();
    assert!(!protected(&store));
    father.protection = Some(Protection::AssumedIdentity);
    store.write(draft(Chain::Case(CASE), "draft.set", 3), |writer| update(writer, &father)).unwrap();
    assert!(protected(&store));
    father.protection = None;
    store.write(draft(Chain::Case(CASE), "draft.set", 4), |writer| update(writer, &father)).unwrap();

    let other = CaseEntry { id: CaseId(Uuid::from_u128(21)), number: "SIP-2027-0002".to_owned(), ..entry() };
    let mother = Party { protection: Some(Protection::ProtectedRegistration), ..party(71) };
    store
        .write(act(Chain::Case(other.id), "case.open", 5), |writer| {
            crate::tables::open_case(writer, &other)?;
            insert(writer, &mother)
        })
        .unwrap();
    assert!(!protected(&store), "she lives elsewhere, and the other case is another matter");
    let at_home = Party { lives_with: true, ..mother };
    store.write(draft(Chain::Case(other.id), "draft.set", 6), |writer| update(writer, &at_home)).unwrap();
    assert!(protected(&store));
}

#[test]
fn a_guard_holds_every_act_of_its_case_in_order_and_no_case_has_none() {
    let (_place, mut store) = store_with_case();
    for (id, user, way) in [(1, USER, AccessWay::Opened), (2, OTHER_USER, AccessWay::Given), (3, OTHER_USER, AccessWay::Ended)] {
        give(&mut store, id, user, way);
    }
    let guard = store.read(|reader| case_guard(reader, CASE)).unwrap().unwrap();
    assert_eq!(guard.acts.iter().map(|act| act.way).collect::<Vec<_>>(), [AccessWay::Opened, AccessWay::Given, AccessWay::Ended]);
    assert_eq!(store.read(case_guards).unwrap()[&CASE], guard);
    assert_eq!(store.read(|reader| case_guard(reader, CaseId(Uuid::from_u128(99)))).unwrap(), None);
}
