use chrono::TimeDelta;
use samsyn_plan::ids::RecordId;
use uuid::Uuid;

use super::*;
use crate::log::{Act, Chain};
use crate::table::insert;
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
    }
}

fn enter(store: &mut Store, opening: &CaseOpening) -> Result<(), StoreError> {
    let act = Act { at: opening.at, actor: opening.user, ..act(Chain::Access(CASE), "access.enter", 0) };
    store.write(act, |writer| insert(writer, opening))
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

#[test]
fn openings_stay_when_the_case_is_erased_and_name_nobody_but_staff() {
    let (_place, mut store) = opened();
    let kept = store.read(|reader| openings_of(reader, CASE)).unwrap();
    let certificate = |erased, rows| Destruction {
        id: RecordId(Uuid::now_v7()),
        at: at(100),
        by: String::new(),
        authority: String::new(),
        number: String::new(),
        decided_on: at(0).date_naive(),
        erased,
        rows,
    };
    store.destroy_case(&act(Chain::Store, "case.destroy", 100), CASE, true, certificate).unwrap();
    assert_eq!(store.read(|reader| openings_of(reader, CASE)).unwrap(), kept);
    assert_eq!(store.history(Chain::Access(CASE)).unwrap().len(), 2);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn an_opening_is_never_changed_removed_or_put_beside_the_log_unnoticed() {
    let (_place, mut store) = opened();
    for sql in
        ["UPDATE case_opening SET \"by\" = ''", "DELETE FROM case_opening", "DELETE FROM log_review", "UPDATE log_review SET finding = ''"]
    {
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
