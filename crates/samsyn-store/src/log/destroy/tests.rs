use samsyn_plan::acts::Attachment;
use samsyn_plan::codes::AttachmentKind;
use samsyn_plan::drafts::Form;
use samsyn_plan::ids::RecordId;
use uuid::Uuid;

use super::*;
use crate::PackageRefused;
use crate::log::Chain;
use crate::open::DATABASE;
use crate::table::update;
use crate::tables::{cases_of, open_case, put_blob, search_persons};
use crate::testing::*;

/// A word that stands in every kind of place that a case has, and nowhere else.
const MARKER: &str = "Zebrafinkar";
const OTHER_CASE: CaseId = CaseId(Uuid::from_u128(21));

fn attachment(id: u128, sha256: String) -> Attachment {
    Attachment {
        id: RecordId(Uuid::from_u128(id)),
        at: at(5),
        by: "Anna Berg".to_owned(),
        kind: AttachmentKind::Other,
        version: None,
        label: MARKER.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 1,
        sha256,
    }
}

/// A store with the marker in a goal, in what the goal was before, in a form, in a reply, in two files of which another case
/// has one, and in the person's name.
fn planted() -> (Place, Store) {
    let (place, mut store) = store_with_case();
    let marked = Person { last_name: MARKER.to_owned(), ..person() };
    store.write(act(Chain::Person(PERSON), "person.set", 3), |w| update(w, &marked)).unwrap();
    add_goal(&mut store, &format!("{MARKER} ett"), 4);
    save_goal(&mut store, &format!("{MARKER} två"), 5);
    let form = Form { id: RecordId(Uuid::from_u128(70)), content: MARKER.to_owned(), ..Form::default() };
    store
        .write::<_, StoreError>(act(Chain::Case(CASE), "attachment.add", 6), |w| {
            insert(w, &form)?;
            let own = put_blob(w, format!("{MARKER} fil").as_bytes())?;
            let shared = put_blob(w, b"en fil till")?;
            insert(w, &attachment(80, own))?;
            insert(w, &attachment(81, shared))?;
            Ok(MARKER.to_owned())
        })
        .unwrap();
    (place, store)
}

fn order(seconds: i64) -> Act<'static> {
    act(Chain::Store, "case.destroy", seconds)
}

fn certificate(erased: String, rows: u32) -> Destruction {
    Destruction {
        id: RecordId(Uuid::now_v7()),
        at: at(100),
        by: "Bo Ek".to_owned(),
        authority: "Myndigheten".to_owned(),
        number: "4.1-2027".to_owned(),
        decided_on: at(0).date_naive(),
        erased,
        rows,
    }
}

/// Everything that the opened database holds, live rows and free pages, as far as it can be reached.
fn holds_marker(place: &Place, store: &Store) -> bool {
    let free: i64 = store.connection.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    let journal = std::fs::metadata(place.file(&format!("{DATABASE}-wal"))).map_or(0, |found| found.len());
    let plain = place.file("plain.db");
    // The connection opens files and makes none.
    std::fs::File::create(&plain).unwrap();
    store
        .connection
        .execute_batch(&format!(
            "ATTACH DATABASE '{}' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH DATABASE plain;",
            plain.display()
        ))
        .unwrap();
    let bytes = std::fs::read(&plain).unwrap();
    std::fs::remove_file(&plain).unwrap();
    let words = [MARKER, "zebrafinkar"].map(|word| bytes.windows(word.len()).any(|found| found == word.as_bytes()));
    free > 0 || journal > 0 || words.contains(&true)
}

fn guards(store: &Store) -> Vec<String> {
    let mut statement = store.connection.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn what_is_erased_is_nowhere_in_the_file() {
    let (place, mut store) = planted();
    assert!(holds_marker(&place, &store));
    let before = guards(&store);
    let erased = store.destroy_case(&order(100), CASE, true, certificate).unwrap();
    assert!(erased.rows > 10, "{erased:?}");
    assert_eq!(erased.people, 1);
    assert!(!holds_marker(&place, &store));
    assert_eq!(guards(&store), before, "every guard is back");
    let report = store.verify(|_, _| {}).unwrap();
    assert!(report.is_whole(), "{report:?}");
    let left = store.read(tables::destructions).unwrap();
    assert_eq!(left.iter().map(|one| one.erased.clone()).collect::<Vec<_>>(), [CASE.to_string(), PERSON.to_string()]);
    assert_eq!(left.iter().map(|one| one.rows).sum::<u32>(), erased.rows);
    store.seal(at(120)).unwrap();
    let store = {
        store.lock(at(121));
        place.unlock()
    };
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
    assert!(!holds_marker(&place, &store));
}

#[test]
fn another_case_of_the_person_stays_with_its_files() {
    let (_place, mut store) = planted();
    let other = CaseEntry { id: OTHER_CASE, number: "SIP-2027-0002".to_owned(), ..entry() };
    store
        .write::<_, StoreError>(act(Chain::Case(OTHER_CASE), "case.open", 20), |w| {
            open_case(w, &other)?;
            let shared = put_blob(w, b"en fil till")?;
            insert(w, &attachment(82, shared))
        })
        .unwrap();
    assert_eq!(store.destroy_case(&order(100), CASE, true, certificate).unwrap().people, 0);
    let files: i64 = store.connection.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
    assert_eq!(files, 1);
    assert_eq!(store.read(|r| cases_of(r, PERSON)).unwrap(), [other]);
    assert_eq!(store.read(|r| search_persons(r, MARKER, 10)).unwrap().len(), 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn the_person_stays_unless_asked_for() {
    let (_place, mut store) = planted();
    assert_eq!(store.destroy_case(&order(100), CASE, false, certificate).unwrap().people, 0);
    assert_eq!(store.read(|r| search_persons(r, MARKER, 10)).unwrap().len(), 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn a_retry_erases_once_and_what_is_not_there_is_not_erased() {
    let (_place, mut store) = planted();
    let order = order(100);
    let first = store.destroy_case(&order, CASE, false, certificate).unwrap();
    assert_eq!(store.destroy_case(&order, CASE, false, certificate).unwrap(), first);
    assert_eq!(store.read(tables::destructions).unwrap().len(), 1);
    let again = act(Chain::Store, "case.destroy", 101);
    assert!(matches!(store.destroy_case(&again, CASE, false, certificate), Err(StoreError::Missing)));
}

#[test]
fn acts_are_kept_as_before_and_an_erased_chain_never_comes_back() {
    let (_place, mut store) = planted();
    store.seal(at(50)).unwrap();
    let (package, files) = store.pack_case(CASE).unwrap();
    store.destroy_case(&order(100), CASE, false, certificate).unwrap();
    assert!(matches!(store.connection.execute("DELETE FROM destruction", []).map_err(StoreError::from), Err(StoreError::AppendOnly)));
    let received = act(Chain::Case(CASE), "case.receive", 110);
    let refused = store.receive_case::<(), StoreError>(&received, &package, &files, Uuid::now_v7, |_, _| Ok(()));
    assert!(matches!(refused, Err(StoreError::Package(PackageRefused::Erased))));
}

#[test]
fn a_chain_that_vanishes_without_a_decision_is_found() {
    let (_place, mut store) = planted();
    store.seal(at(50)).unwrap();
    store.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let guards = store.lift_guards().unwrap();
    store.erase_case(CASE).unwrap();
    for guard in guards {
        store.connection.execute_batch(&guard).unwrap();
    }
    let report = store.verify(|_, _| {}).unwrap();
    assert_eq!(report.broken.iter().map(|broken| broken.chain.clone()).collect::<Vec<_>>(), [CASE.to_string()]);
}

fn opened(store: &mut Store, id: u128, number: &str) {
    let entry = CaseEntry { id: CaseId(Uuid::from_u128(id)), number: number.to_owned(), ..entry() };
    let opening = act(Chain::Case(entry.id), "case.open", i64::try_from(id).unwrap());
    store.write::<_, StoreError>(opening, |w| open_case(w, &entry)).unwrap();
}

#[test]
fn the_number_of_an_erased_case_is_never_used_again() {
    let (_place, mut store) = store_with_case();
    let next = |store: &Store, year| store.read(|r| tables::next_case_number(r, year)).unwrap();
    // A case that came from a colleague bears that store's number, so that numbers are missing before it.
    opened(&mut store, 30, "SIP-2027-0050");
    opened(&mut store, 31, "SIP-2027-0051");
    assert_eq!(next(&store, 2027), "SIP-2027-0052");
    for (seconds, case) in [(100, 31), (101, 30), (102, 20)] {
        let case = if case == 20 { CASE } else { CaseId(Uuid::from_u128(case)) };
        store.destroy_case(&order(seconds), case, false, certificate).unwrap();
        assert_eq!(next(&store, 2027), "SIP-2027-0052", "after {case}");
    }
    opened(&mut store, 32, "SIP-2027-0052");
    assert_eq!((next(&store, 2027).as_str(), next(&store, 2028).as_str()), ("SIP-2027-0053", "SIP-2028-0001"));
}

#[test]
fn a_number_that_was_erased_before_numbers_were_kept_is_not_used_again() {
    let (_place, mut store) = store_with_case();
    let next = |store: &Store, year| store.read(|r| tables::next_case_number(r, year)).unwrap();
    opened(&mut store, 30, "SIP-2027-0002");
    opened(&mut store, 31, "SIP-2027-0003");
    store.destroy_case(&order(100), CaseId(Uuid::from_u128(31)), false, certificate).unwrap();
    // So a store stands that erased before this was a setting.
    store.connection.execute("DELETE FROM setting WHERE id = ?1", [tables::USED_NUMBERS]).unwrap();
    assert_eq!((next(&store, 2027).as_str(), next(&store, 2028).as_str()), ("SIP-2027-0004", "SIP-2028-0001"));
    store.destroy_case(&order(101), CaseId(Uuid::from_u128(30)), false, certificate).unwrap();
    assert_eq!(next(&store, 2027), "SIP-2027-0004", "what is kept first is kept from there");
}
