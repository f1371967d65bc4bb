use samsyn_plan::drafts::Goal;
use samsyn_plan::ids::{GoalId, RecordId};
use tempfile::TempDir;

use super::*;
use crate::log::{Doomed, Operation};
use crate::restore::OpenedBackup;
use crate::table::{all, insert, update};
use crate::tables::Destruction;
use crate::testing::*;
use crate::{SealState, Way};

/// A backup of a store as it stands, opened beside it.
struct Backup {
    opened: OpenedBackup,
    _elsewhere: TempDir,
}

impl Backup {
    fn of(place: &Place, store: &mut Store) -> Self {
        let elsewhere = TempDir::new().unwrap();
        let folder = elsewhere.path().join("kopia");
        store.seal(at(10_000)).unwrap();
        store.backup(&folder, |_, _| {}).unwrap();
        let way = Way::Passphrase { user: None, passphrase: &passphrase() };
        Self { opened: OpenedBackup::open(&folder, place.folder.path(), way).unwrap(), _elsewhere: elsewhere }
    }

    fn mend(&self, store: &mut Store) -> Result<Mended, StoreError> {
        store.mend_case(&act(Chain::Store, "store.mend_case", 30_000), self.opened.store(), CASE)
    }
}

fn second_goal(text: &str) -> Goal {
    Goal { id: GoalId(Uuid::from_u128(31)), position: 2, text: text.to_owned(), ..Goal::default() }
}

/// Behind the program's back.
fn sql(store: &Store, statements: &str) {
    store.connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {statements}; PRAGMA foreign_keys = ON")).unwrap();
}

fn lose_newest_change(store: &Store) {
    sql(
        store,
        &format!(
            "DROP TRIGGER change_kept_delete;
             DELETE FROM change WHERE chain = '{CASE}' AND place = (SELECT max(place) FROM change WHERE chain = '{CASE}')"
        ),
    );
}

/// Closed and opened again, so that the next writing compares the rows with the log.
fn reopened(place: &Place, store: Store) -> Store {
    drop(store.lock(at(20_000)));
    place.unlock()
}

fn goals(store: &Store) -> Vec<String> {
    store.read(|r| all::<Goal>(r, CASE.0)).unwrap().into_iter().map(|goal| goal.text).collect()
}

#[test]
fn the_newest_text_stays_when_its_change_is_lost() {
    for closed in [true, false] {
        let (place, mut store) = store_with_case();
        add_goal(&mut store, "Text 49", 3);
        let backup = Backup::of(&place, &mut store);
        store.write(draft(Chain::Case(CASE), "draft.add", 20_100), |w| insert(w, &second_goal("Mål 50"))).unwrap();
        if closed {
            store.write(draft(Chain::Case(CASE), "draft.set", 20_200), |w| update(w, &goal("Text 50"))).unwrap();
        } else {
            // A field's save that is still open has no place in the store's log.
            save_goal(&mut store, "Text 50", 20_200);
        }
        lose_newest_change(&store);
        assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Altered);

        assert!(!backup.mend(&mut store).unwrap().whole, "closed {closed}: what changed last is not known to the log");
        assert_eq!(goals(&store), ["Text 50", "Mål 50"], "closed {closed}");
        assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Altered);
    }
}

#[test]
fn a_draft_whose_change_is_lost_stays_too() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sova", 3);
    let backup = Backup::of(&place, &mut store);
    store.write(draft(Chain::Case(CASE), "draft.add", 20_100), |w| insert(w, &second_goal("Det nyaste"))).unwrap();
    lose_newest_change(&store);
    assert!(!backup.mend(&mut store).unwrap().whole);
    assert_eq!(goals(&store), ["Sova", "Det nyaste"]);
}

#[test]
fn rows_come_back_also_when_the_case_was_written_in_since_and_the_mending_is_a_change() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sova", 3);
    let backup = Backup::of(&place, &mut store);
    sql(&store, &format!("DELETE FROM goal WHERE id = '{GOAL}'"));
    let mut store = reopened(&place, store);
    store.write(draft(Chain::Case(CASE), "draft.add", 20_100), |w| insert(w, &second_goal("Efteråt"))).unwrap();
    assert_eq!(store.hurt_cases().unwrap(), [CASE], "it was noted before anything was written on top");

    assert_eq!(backup.mend(&mut store).unwrap(), Mended { whole: true, changes: 0 });
    assert_eq!(goals(&store), ["Sova", "Efteråt"]);
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    store.seal(at(30_100)).unwrap();
    let report = store.verify(|_, _| {}).unwrap();
    assert!(report.broken.is_empty() && report.seal == SealState::Matches, "{report:?}");
    let history = store.history(Chain::Case(CASE)).unwrap();
    let newest = history.last().unwrap();
    assert_eq!(newest.command, "store.mend_case");
    assert_eq!(newest.rows.iter().map(|row| row.operation).collect::<Vec<_>>(), [Operation::Added]);

    // The same again is noted again.
    sql(&store, &format!("DELETE FROM goal WHERE id = '{GOAL}'"));
    let mut store = reopened(&place, store);
    store.write(draft(Chain::Case(CASE), "draft.set", 30_200), |w| update(w, &second_goal("Igen"))).unwrap();
    assert_eq!(store.hurt_cases().unwrap(), [CASE]);
    assert!(backup.mend(&mut store).unwrap().whole);
    assert_eq!(goals(&store), ["Sova", "Igen"]);
}

#[test]
fn a_note_is_written_again_after_the_chain_was_made_whole() {
    let (_place, store) = store_with_case();
    let note = |expected: &str, found: &str| store.alarm(&CASE.to_string(), "2027-02-01T09:00:00Z", expected, found).unwrap();
    note("one", "other");
    note("one", "other");
    note("one", "one");
    assert_eq!(store.altered_since(Chain::Case(CASE)).unwrap(), None);
    note("one", "other");
    assert!(store.altered_since(Chain::Case(CASE)).unwrap().is_some());
    let notes: i64 = store.connection.query_row("SELECT count(*) FROM alarm", [], |row| row.get(0)).unwrap();
    assert_eq!(notes, 3, "once for the same finding");
}

/// A hand that changed a text keeps its note: a mending does not make it true.
#[test]
fn a_text_that_no_change_wrote_is_not_made_true_by_mending() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sova", 3);
    let backup = Backup::of(&place, &mut store);
    sql(&store, &format!("UPDATE goal SET text = 'Något annat' WHERE id = '{GOAL}'"));
    let mut store = reopened(&place, store);
    store.write(draft(Chain::Case(CASE), "draft.add", 20_100), |w| insert(w, &second_goal("Efteråt"))).unwrap();
    assert!(!backup.mend(&mut store).unwrap().whole);
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Altered);
    assert_eq!(store.hurt_cases().unwrap(), [CASE]);
}

#[test]
fn a_row_of_an_older_page_is_made_the_newest_by_the_log() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Först", 3);
    store.write(draft(Chain::Case(CASE), "draft.set", 4), |w| update(w, &goal("Sist"))).unwrap();
    let backup = Backup::of(&place, &mut store);
    sql(&store, &format!("UPDATE goal SET text = 'Först' WHERE id = '{GOAL}'"));
    let mut store = reopened(&place, store);
    store.write(draft(Chain::Case(CASE), "draft.add", 20_100), |w| insert(w, &second_goal("Efteråt"))).unwrap();
    assert!(backup.mend(&mut store).unwrap().whole);
    assert_eq!(goals(&store), ["Sist", "Efteråt"]);
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
}

#[test]
fn a_whole_case_is_not_mended_and_an_erased_one_never_comes_back() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sova", 3);
    let backup = Backup::of(&place, &mut store);
    assert!(matches!(backup.mend(&mut store), Err(StoreError::Package(PackageRefused::NotHurt))));

    let certify = |writer: &crate::Writer<'_>, erased: &crate::log::Erased| {
        for (chain, number) in erased.chains.iter().zip(1..) {
            let destruction = Destruction {
                id: RecordId(Uuid::from_u128(500 + number)),
                at: at(20_100),
                erased: chain.chain.clone(),
                authority: "IVO".to_owned(),
                number: "1".to_owned(),
                decided_on: at(0).date_naive(),
                by: "Anna".to_owned(),
                rows: chain.rows,
                certificate: None,
            };
            insert(writer, &destruction)?;
        }
        Ok::<_, StoreError>(())
    };
    store
        .destroy(&act(Chain::Store, "case.destroy", 20_100), Doomed { cases: &[CASE], people: true, ..Doomed::default() }, certify)
        .unwrap();
    assert!(matches!(backup.mend(&mut store), Err(StoreError::Package(PackageRefused::Erased))));
    assert_eq!(store.read(crate::tables::case_list).unwrap(), []);
}

#[test]
fn a_hurt_person_is_mended_with_the_persons_case() {
    let (place, mut store) = store_with_case();
    let moved = Person { phone: "070".to_owned(), ..person() };
    store.write(draft(Chain::Person(PERSON), "person.set", 5), |w| update(w, &moved)).unwrap();
    let backup = Backup::of(&place, &mut store);
    sql(&store, &format!("DROP TRIGGER change_kept_delete; DELETE FROM change WHERE chain = '{PERSON}' AND place = 1"));
    // As a salvage notes it.
    store.alarm(&PERSON.to_string(), "2027-02-01T09:00:00Z", "history", "rows").unwrap();
    assert_eq!(store.hurt_cases().unwrap(), [CASE]);
    assert_eq!(backup.mend(&mut store).unwrap(), Mended { whole: true, changes: 1 });
    assert_eq!(store.hurt_cases().unwrap(), []);

    // The person's row itself is gone: no case by that name is listed.
    sql(&store, &format!("DELETE FROM person WHERE id = '{PERSON}'"));
    store.alarm(&PERSON.to_string(), "2027-02-01T09:00:00Z", "row", "none").unwrap();
    assert_eq!(store.hurt_cases().unwrap(), [CASE]);
    assert!(backup.mend(&mut store).unwrap().whole);
    assert!(store.read(|r| tables::load_case(r, CASE)).unwrap().is_some());
}
