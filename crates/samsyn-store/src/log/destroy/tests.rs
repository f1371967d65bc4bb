use aes::cipher::{BlockModeDecrypt as _, KeyIvInit as _, block_padding::NoPadding};
use samsyn_plan::access::CaseOpening;
use samsyn_plan::acts::{Attachment, CaseMoved};
use samsyn_plan::codes::AttachmentKind;
use samsyn_plan::drafts::Form;
use samsyn_plan::ids::RecordId;
use samsyn_plan::profile::User;
use uuid::Uuid;

use super::*;
use crate::PackageRefused;
use crate::log::Chain;
use crate::open::DATABASE;
use crate::table::{insert, update};
use crate::tables::{Destruction, cases_of, half_written, keep_half_written, open_case, openings_of, put_blob, search_persons};
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
/// has one, in the person's name, and in the form by which somebody half-wrote that person anew.
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
    store.write(act(Chain::Access(CASE), "access.enter", 7), |w| insert(w, &opening())).unwrap();
    half_write(&mut store, "person.create", &format!(r#"{{"identity":"830417 2383","last_name":"{MARKER}"}}"#));
    half_write(&mut store, "user.add", r#"{"name":"Bo Ek"}"#);
    (place, store)
}

/// A form outside the cases that a user has half-written.
fn half_write(store: &mut Store, name: &str, content: &str) {
    let user = User { id: USER, name: "Anna Berg".to_owned(), ..User::default() };
    store
        .write::<_, StoreError>(act(Chain::Store, "form.keep", 8), |w| {
            if tables::users(w)?.is_empty() {
                insert(w, &user)?;
            }
            keep_half_written(w, USER, name, Some(content))
        })
        .unwrap();
}

fn opening() -> CaseOpening {
    CaseOpening {
        id: RecordId(Uuid::from_u128(90)),
        at: at(7),
        by: "Anna Berg".to_owned(),
        title: "socialsekreterare".to_owned(),
        user: USER,
        case: CASE,
        person: PERSON,
        own_choice: String::new(),
    }
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
        certificate: None,
    }
}

/// Erases, and enters that it was decided. The reply is how many chains went, people, and rows.
fn destroy(store: &mut Store, order: &Act<'_>, cases: &[CaseId], people: bool) -> Result<(usize, u32, u32), StoreError> {
    store.destroy(order, Doomed { cases, people, ..Doomed::default() }, |writer, erased| {
        erased.chains.iter().try_for_each(|gone| insert(writer, &certificate(gone.chain.clone(), gone.rows)))?;
        Ok((erased.chains.len(), erased.people, erased.rows()))
    })
}

/// The content of every page of the database and of its journal as it stands on disk, free pages and all that is left in the
/// pages' unused parts with it. No engine is asked: it would give what it thinks is there (SQLCipher 4: AES-256-CBC, with the
/// page's IV behind its content).
fn decrypted(place: &Place, store: &Store) -> Vec<u8> {
    const PAGE: usize = 4096;
    const USABLE: usize = PAGE - 80;
    let key = hex::decode(store.practice_key().as_str()).unwrap();
    let database = std::fs::read(place.file(DATABASE)).unwrap();
    let journal = std::fs::read(place.file(&format!("{DATABASE}-wal"))).unwrap_or_default();
    let frames = journal.get(32..).unwrap_or_default().chunks(24 + PAGE).map(|frame| &frame[24.min(frame.len())..]);
    let mut content = Vec::new();
    for (number, page) in database.chunks(PAGE).chain(frames).filter(|page| page.len() == PAGE).enumerate() {
        // The first page begins with the salt. Of a frame that holds it all but its first blocks come out right.
        let mut blocks = page[if number == 0 { 16 } else { 0 }..USABLE].to_vec();
        let decryptor = cbc::Decryptor::<aes::Aes256>::new_from_slices(&key, &page[USABLE..USABLE + 16]).unwrap();
        decryptor.decrypt_padded::<NoPadding>(&mut blocks).unwrap();
        content.extend(blocks);
    }
    assert!(content.windows(12).any(|found| found == b"CREATE TABLE"), "the pages were not decrypted");
    content
}

/// Whether the marker stands on any page of the file, as it was written or as the search index has it.
fn holds_marker(place: &Place, store: &Store) -> bool {
    let content = decrypted(place, store);
    [MARKER, "zebrafinkar"].map(|word| content.windows(word.len()).any(|found| found == word.as_bytes())).contains(&true)
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
    let (chains, people, rows) = destroy(&mut store, &order(100), &[CASE], true).unwrap();
    assert!(rows > 10, "{rows}");
    assert_eq!((chains, people), (2, 1));
    assert!(!holds_marker(&place, &store));
    assert_eq!(guards(&store), before, "every guard is back");
    let half: Vec<_> = store.read(|r| half_written(r, USER)).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(half, ["user.add"], "what concerns nobody who was erased stays");
    assert_eq!(store.read(|r| openings_of(r, CASE)).unwrap(), [opening()], "who has read is kept, and names nobody");
    let report = store.verify(|_, _| {}).unwrap();
    assert!(report.is_whole(), "{report:?}");
    let left = store.read(tables::destructions).unwrap();
    assert_eq!(left.iter().map(|one| one.erased.clone()).collect::<Vec<_>>(), [CASE.to_string(), PERSON.to_string()]);
    assert_eq!(left.iter().map(|one| one.rows).sum::<u32>(), rows);
    store.seal(at(120)).unwrap();
    let store = {
        store.lock(at(121));
        place.unlock()
    };
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
    assert!(!holds_marker(&place, &store));
}

/// Opens another case of the person, with a file of the first.
fn open_other(store: &mut Store) -> CaseEntry {
    let other = CaseEntry { id: OTHER_CASE, number: "SIP-2027-0002".to_owned(), ..entry() };
    store
        .write::<_, StoreError>(act(Chain::Case(OTHER_CASE), "case.open", 20), |w| {
            open_case(w, &other)?;
            let shared = put_blob(w, b"en fil till")?;
            insert(w, &attachment(82, shared))
        })
        .unwrap();
    other
}

#[test]
fn another_case_of_the_person_stays_with_its_files() {
    let (_place, mut store) = planted();
    let other = open_other(&mut store);
    assert_eq!(destroy(&mut store, &order(100), &[CASE], true).unwrap().1, 0);
    let files: i64 = store.connection.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
    assert_eq!(files, 1);
    assert_eq!(store.read(|r| cases_of(r, PERSON)).unwrap(), [other]);
    assert_eq!(store.read(|r| search_persons(r, MARKER, (0, 10), &|_, _| true)).unwrap().len(), 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

fn contact(id: u128, case: Option<CaseId>) -> FirstContact {
    let id = ContactId(Uuid::from_u128(id));
    FirstContact { id, entered_at: at(3), entered_by: USER, about: MARKER.to_owned(), case, ..FirstContact::default() }
}

#[test]
fn a_first_contact_goes_whole_and_the_one_of_a_case_with_the_case() {
    let (place, mut store) = planted();
    let (own, of_case) = (contact(95, None), contact(96, Some(CASE)));
    for contact in [&own, &of_case] {
        store.write(draft(Chain::Contact(contact.id), "contact.add", 9), |w| insert(w, contact)).unwrap();
    }
    let mut destroy = |seconds, doomed: Doomed<'_>| {
        store.destroy::<_, StoreError>(&order(seconds), doomed, |writer, erased| {
            erased.chains.iter().try_for_each(|gone| insert(writer, &certificate(gone.chain.clone(), gone.rows)))?;
            Ok((erased.chains.len(), erased.contacts))
        })
    };
    assert_eq!(destroy(100, Doomed { cases: &[CASE], people: true, ..Doomed::default() }).unwrap(), (3, 1));
    let missing = [own.id, of_case.id];
    assert!(matches!(destroy(101, Doomed { contacts: &missing, ..Doomed::default() }), Err(StoreError::Missing)), "all or none");
    assert_eq!(destroy(102, Doomed { contacts: &[own.id], ..Doomed::default() }).unwrap(), (1, 1));
    assert!(!holds_marker(&place, &store));
    assert!(store.read(tables::first_contacts).unwrap().is_empty());
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// The control of the first: what is deleted without more stays on the pages, where no query finds it and this does.
#[test]
fn what_is_only_deleted_is_found_on_the_free_pages() {
    let (place, store) = planted();
    store.connection.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF").unwrap();
    store.lift_guards().unwrap();
    store.erase(Doomed { cases: &[CASE], people: true, ..Doomed::default() }).unwrap();
    let left: i64 = store.connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
    assert!(holds_marker(&place, &store), "in the journal");
    store.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    assert!(holds_marker(&place, &store), "in the file");
    store.leave_no_pages().unwrap();
    assert!(!holds_marker(&place, &store));
}

#[test]
fn several_cases_go_together_with_the_person_and_the_files_that_they_share() {
    let (place, mut store) = planted();
    open_other(&mut store);
    let erased = store.destroy(&order(100), Doomed { cases: &[CASE, OTHER_CASE], people: true, ..Doomed::default() }, |writer, erased| {
        erased.chains.iter().try_for_each(|gone| insert(writer, &certificate(gone.chain.clone(), gone.rows)))?;
        Ok::<_, StoreError>((erased.chains.len(), erased.people, erased.files))
    });
    assert_eq!(erased.unwrap(), (3, 1, 2));
    assert!(!holds_marker(&place, &store));
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn a_person_whom_the_case_once_stood_on_by_mistake_goes_too() {
    let (_place, mut store) = planted();
    let right = PersonId(Uuid::from_u128(11));
    let moved =
        CaseMoved { id: RecordId(Uuid::from_u128(91)), at: at(8), by: String::new(), from: PERSON, to: right, reason: String::new() };
    store.write(draft(Chain::Person(right), "person.add", 8), |w| insert(w, &named(right, "R-1", "Kaisa", "Ek"))).unwrap();
    store.write(act(Chain::Case(CASE), "case.move", 9), |w| insert(w, &moved)).unwrap();
    let (chains, people, _) = destroy(&mut store, &order(100), &[CASE], true).unwrap();
    assert_eq!((chains, people), (3, 2));
}

#[test]
fn of_several_cases_all_go_or_none() {
    let (place, mut store) = planted();
    let missing = CaseId(Uuid::from_u128(999));
    assert!(matches!(destroy(&mut store, &order(100), &[CASE, missing], true), Err(StoreError::Missing)));
    let stopped = store.destroy::<(), StoreError>(&order(101), Doomed { cases: &[CASE], people: true, ..Doomed::default() }, |_, _| {
        Err(StoreError::DiskFull)
    });
    assert!(matches!(stopped, Err(StoreError::DiskFull)));
    assert!(holds_marker(&place, &store));
    assert_eq!(store.read(|r| cases_of(r, PERSON)).unwrap(), [entry()]);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// A table that comes later is erased with its case, or its rows belong to none.
#[test]
fn every_table_whose_rows_belong_to_a_case_is_erased_with_it() {
    let (_place, store) = store_with_case();
    let sql = "SELECT t.name FROM sqlite_master t, pragma_foreign_key_list(t.name) f
               WHERE t.type = 'table' AND f.\"table\" = 'sip_case' AND f.\"from\" = 'chain_id' UNION SELECT 'sip_case'";
    let mut statement = store.connection.prepare(sql).unwrap();
    let of_a_case: BTreeSet<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let erased: BTreeSet<String> = case_tables().map(str::to_owned).collect();
    assert!(of_a_case.len() > 40, "{of_a_case:?}");
    assert_eq!(erased, of_a_case);
}

#[test]
fn the_person_stays_unless_asked_for() {
    let (_place, mut store) = planted();
    assert_eq!(destroy(&mut store, &order(100), &[CASE], false).unwrap().1, 0);
    assert_eq!(store.read(|r| search_persons(r, MARKER, (0, 10), &|_, _| true)).unwrap().len(), 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn a_retry_erases_once_and_what_is_not_there_is_not_erased() {
    let (_place, mut store) = planted();
    let order = order(100);
    let first = destroy(&mut store, &order, &[CASE], false).unwrap();
    assert_eq!(destroy(&mut store, &order, &[CASE], false).unwrap(), first);
    assert_eq!(store.read(tables::destructions).unwrap().len(), 1);
    let again = act(Chain::Store, "case.destroy", 101);
    assert!(matches!(destroy(&mut store, &again, &[CASE], false), Err(StoreError::Missing)));
}

#[test]
fn acts_are_kept_as_before_and_an_erased_chain_never_comes_back() {
    let (_place, mut store) = planted();
    store.seal(at(50)).unwrap();
    let (package, files) = store.pack_case(CASE).unwrap();
    destroy(&mut store, &order(100), &[CASE], false).unwrap();
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
        destroy(&mut store, &order(seconds), &[case], false).unwrap();
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
    destroy(&mut store, &order(100), &[CaseId(Uuid::from_u128(31))], false).unwrap();
    // So a store stands that erased before this was a setting.
    store.connection.execute("DELETE FROM setting WHERE id = ?1", [tables::USED_NUMBERS]).unwrap();
    assert_eq!((next(&store, 2027).as_str(), next(&store, 2028).as_str()), ("SIP-2027-0004", "SIP-2028-0001"));
    destroy(&mut store, &order(101), &[CaseId(Uuid::from_u128(30))], false).unwrap();
    assert_eq!(next(&store, 2027), "SIP-2027-0004", "what is kept first is kept from there");
}
