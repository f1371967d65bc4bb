use std::fs;

use super::*;
use crate::table::all;
use crate::testing::*;
use crate::*;
use samsyn_plan::drafts::Goal;

const HEADERS: [&str; 2] = ["samsyn.header", "samsyn.header.copy"];

fn by(place: &Place, way: Way<'_>) -> Result<Store, UnlockError> {
    place.locked().unlock(way).map_err(|(_, error)| error)
}

fn by_passphrase(place: &Place, passphrase: &Passphrase) -> Result<Store, UnlockError> {
    by(place, Way::Passphrase { user: None, passphrase })
}

fn second() -> Passphrase {
    Passphrase::new("nio röda katter")
}

fn header_on_disk(place: &Place) -> Vec<u8> {
    let bytes = fs::read(place.file(HEADERS[0])).unwrap();
    assert_eq!(bytes, fs::read(place.file(HEADERS[1])).unwrap());
    bytes
}

fn put_header(place: &Place, bytes: &[u8]) {
    for name in HEADERS {
        fs::write(place.file(name), bytes).unwrap();
    }
}

fn leftovers(place: &Place) -> Vec<String> {
    let names = fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.contains("next") || name.contains('-')).collect();
    names.sort();
    names
}

/// A store with a case and a goal, two users, a recovery key and the organisation's.
fn inhabited() -> (Place, Store, RecoveryKey, OrganisationKey) {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sysselsättning efter sommaren", 3);
    store.set_passphrase(OTHER_USER, &second()).unwrap();
    let organisation = OrganisationKey::new_random();
    store.set_organisation(&organisation.recipient()).unwrap();
    let recovery = store.new_recovery_key(false).unwrap();
    (place, store, recovery, organisation)
}

fn opens_by_raw_key(place: &Place, key: &str) -> bool {
    let connection = rusqlite::Connection::open(place.file(DATABASE)).unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).unwrap();
    connection.query_row("SELECT count(*) FROM person", [], |row| row.get::<_, i64>(0)).is_ok()
}

#[test]
fn a_new_key_keeps_every_row_and_every_way_in_and_ends_the_old_key() {
    let (place, mut store, recovery, organisation) = inhabited();
    store.remember(USER).unwrap();
    let before = content(&store.connection).unwrap();
    let old = store.practice_key();
    store.rekey().unwrap();
    assert_eq!(content(&store.connection).unwrap(), before);
    assert_ne!(*store.practice_key(), *old);
    // Work goes on at once, each save lasting.
    save_goal(&mut store, "Praktik i höst", 4);
    let mode: String = store.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    drop(store.lock(at(5)));
    assert!(leftovers(&place).is_empty(), "{:?}", leftovers(&place));
    assert!(!opens_by_raw_key(&place, &old));
    let (first, second) = (passphrase(), second());
    for way in [
        Way::Keyring,
        Way::Passphrase { user: None, passphrase: &first },
        Way::Passphrase { user: Some(OTHER_USER), passphrase: &second },
        Way::Recovery(&recovery),
        Way::Organisation(&organisation),
    ] {
        let tried = format!("{way:?}");
        let store = by(&place, way).expect(&tried);
        assert_eq!(store.seal_state(), SealState::Matches, "{tried}");
        assert!(store.verify(|_, _| ()).unwrap().is_whole(), "{tried}");
        assert_eq!(goal_text(&store).as_deref(), Some("Praktik i höst"), "{tried}");
        drop(store.lock(at(6)));
    }
}

#[test]
fn who_has_left_and_a_passphrase_that_leaked_open_nothing_even_with_what_they_kept() {
    let (place, mut store, ..) = inhabited();
    let (kept_header, kept_key) = (header_on_disk(&place), store.practice_key());
    store.remember(USER).unwrap();
    store.remove_passphrase(USER).unwrap();
    store.change_passphrase(OTHER_USER, &second(), &Passphrase::new("elva gula får"), at(4)).unwrap();
    store.rekey().unwrap();
    assert!(!store.is_rekey_due());
    drop(store.lock(at(5)));
    for passphrase in [passphrase(), second()] {
        assert!(matches!(by_passphrase(&place, &passphrase), Err(UnlockError::WrongPassphrase)));
    }
    assert!(matches!(by(&place, Way::Keyring), Err(UnlockError::NotInKeyring)));
    assert!(!opens_by_raw_key(&place, &kept_key));
    // The old header opens no database of now, and its slots fit in no header of now.
    let now = header_on_disk(&place);
    put_header(&place, &kept_header);
    for passphrase in [passphrase(), second()] {
        assert!(matches!(by_passphrase(&place, &passphrase), Err(UnlockError::OtherHeader)));
    }
    put_header(&place, &now);
    assert!(!by_passphrase(&place, &Passphrase::new("elva gula får")).unwrap().is_rekey_due());
}

#[test]
fn a_way_in_that_somebody_wrote_into_the_header_is_not_sealed_to_and_is_told() {
    let (place, mut store, _, organisation) = inhabited();
    let guest = OrganisationKey::new_random();
    let text = String::from_utf8(header_on_disk(&place)).unwrap();
    let json = text.lines().next().unwrap().replace(&organisation.recipient().to_string(), &guest.recipient().to_string());
    let sum = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(json.as_bytes()));
    let forged = format!("{json}\n{sum}\n").into_bytes();
    // While the store is open: what the program knows is sealed to, not what lies on the disk.
    put_header(&place, &forged);
    store.rekey().unwrap();
    assert!(store.accepts_organisation_key(&organisation) && !store.accepts_organisation_key(&guest));
    drop(store.lock(at(4)));
    // While it is locked: nobody is let in, and so nothing is sealed, until the right header is put back.
    let whole = header_on_disk(&place);
    let json = String::from_utf8(whole.clone()).unwrap();
    let json = json.lines().next().unwrap().replace(&organisation.recipient().to_string(), &guest.recipient().to_string());
    let sum = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(json.as_bytes()));
    put_header(&place, format!("{json}\n{sum}\n").as_bytes());
    for _ in 0..2 {
        assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::HeaderAltered)));
        assert!(matches!(by(&place, Way::Organisation(&guest)), Err(UnlockError::HeaderAltered)));
    }
    put_header(&place, &whole);
    assert!(by_passphrase(&place, &passphrase()).is_ok());
}

/// What lies in the folder at each step of a change of key, as a kill or a power cut would leave it.
struct Steps {
    place: Place,
    old_key: Vec<u8>,
    new_key: Vec<u8>,
    headers: [Vec<u8>; 3],
    databases: [Vec<u8>; 2],
    recovery: RecoveryKey,
    organisation: OrganisationKey,
}

/// The step, the two headers, the database, the one beside it, and whether it opens by the new key.
type Row<'a> = (&'a str, [&'a Vec<u8>; 2], &'a Vec<u8>, Option<&'a [u8]>, bool);

fn nothing() -> Connection {
    Connection::open_in_memory().unwrap()
}

fn steps() -> Steps {
    let (place, mut store, recovery, organisation) = inhabited();
    store.seal(at(4)).unwrap();
    store.owe_rekey().unwrap();
    let before = header_on_disk(&place);
    let next = DataKey::new_random().unwrap();
    store.prepare_next(&next).unwrap();
    let (between, old) = (header_on_disk(&place), fs::read(place.file(DATABASE)).unwrap());
    let new = fs::read(place.file(NEXT_DATABASE)).unwrap();
    let old_key = store.key.bytes().to_vec();
    let lasts = store.take_next(&next, nothing()).unwrap();
    store.keep_next(next, lasts);
    let (after, new_key) = (header_on_disk(&place), store.key.bytes().to_vec());
    drop(store);
    Steps { place, old_key, new_key, headers: [before, between, after], databases: [old, new], recovery, organisation }
}

#[test]
fn a_kill_at_any_step_leaves_the_old_key_or_the_new_and_every_row() {
    let steps = steps();
    let [before, between, after] = &steps.headers;
    let [old, new] = &steps.databases;
    let half = &new[..new.len() / 2];
    let rows: [Row<'_>; 8] = [
        ("before", [before, before], old, None, false),
        ("half of the copy", [before, before], old, Some(half), false),
        ("the copy", [before, before], old, Some(new), false),
        ("the first header", [between, before], old, Some(new), false),
        ("both headers", [between, between], old, Some(new), false),
        ("the rename", [between, between], new, None, true),
        ("the first of the last headers", [after, between], new, None, true),
        ("the last header", [after, after], new, None, true),
    ];
    for (name, headers, database, beside, is_new) in rows {
        for (held, ways) in [(Some(&steps.old_key), 3..4), (Some(&steps.new_key), 3..4), (None, 0..4)] {
            for way in ways {
                let place = Place::new();
                for (name, bytes) in HEADERS.iter().zip(headers) {
                    fs::write(place.file(name), bytes).unwrap();
                }
                fs::write(place.file(DATABASE), database).unwrap();
                if let Some(bytes) = beside {
                    fs::write(place.file(NEXT_DATABASE), bytes).unwrap();
                }
                let id = place.locked().id();
                if let Some(key) = held {
                    place.keyring.set(&key_name(id, USER), key).unwrap();
                }
                let passphrase = passphrase();
                let quick = way == 3;
                let way = match way {
                    0 => Way::Passphrase { user: None, passphrase: &passphrase },
                    1 => Way::Recovery(&steps.recovery),
                    2 => Way::Organisation(&steps.organisation),
                    _ => Way::Keyring,
                };
                let row = format!("killed after {name}, {way:?}, keyring with {:?}", held.map(|key| *key == steps.new_key));
                let opened = by(&place, way);
                let right = if is_new { &steps.new_key } else { &steps.old_key };
                if quick && held != Some(right) {
                    assert!(matches!(opened, Err(UnlockError::NotInKeyring)), "{row}");
                    continue;
                }
                let store = opened.unwrap_or_else(|error| panic!("{error:?}: {row}"));
                assert_eq!(store.key.bytes(), *right, "{row}");
                assert_eq!(store.is_rekey_due(), !is_new, "{row}");
                assert!(store.verify(|_, _| ()).unwrap().is_whole(), "{row}");
                assert_eq!(store.read(|r| all::<Goal>(r, CASE.0)).unwrap().len(), 1, "{row}");
                drop(store.lock(at(5)));
                // Settled: one key, and nothing beside.
                header_on_disk(&place);
                assert!(!crate::vault::header::Header::read(place.folder.path()).unwrap().is_between_keys(), "{row}");
                assert!(leftovers(&place).is_empty(), "{row}: {:?}", leftovers(&place));
                assert!(by_passphrase(&place, &passphrase).is_ok(), "{row}");
            }
        }
    }
    drop(steps.place);
}

#[test]
fn a_change_of_key_that_cannot_be_made_leaves_the_store_as_it_was() {
    let (place, mut store, ..) = inhabited();
    let (header, key) = (header_on_disk(&place), store.practice_key());
    // Nothing can be written in the place of a folder.
    fs::create_dir(place.file(NEXT_DATABASE)).unwrap();
    assert!(matches!(store.rekey(), Err(KeyChangeError::Io(_))));
    fs::remove_dir(place.file(NEXT_DATABASE)).unwrap();
    assert_eq!((header_on_disk(&place), store.practice_key()), (header, key));
    save_goal(&mut store, "Praktik i höst", 4);
    drop(store.lock(at(5)));
    let mut store = place.unlock();
    assert_eq!(goal_text(&store).as_deref(), Some("Praktik i höst"));
    store.rekey().unwrap();
}

/// The rename is done, and the disk fails before the database is opened again.
#[test]
fn a_database_that_does_not_open_after_the_change_opens_in_the_same_program_when_it_is_locked() {
    for is_new in [true, false] {
        let (place, mut store, ..) = inhabited();
        store.owe_rekey().unwrap();
        let next = DataKey::new_random().unwrap();
        store.prepare_next(&next).unwrap();
        let databases = [DATABASE, NEXT_DATABASE].map(|name| fs::read(place.file(name)).unwrap());
        fs::write(place.file(NEXT_DATABASE), "nothing that can be read").unwrap();
        assert!(matches!(store.take_next(&next, nothing()), Err(KeyChangeError::Engine(_))));
        let locked = store.lock(at(5));
        // The disk works again; a rename that was not done left the old one.
        fs::write(place.file(DATABASE), &databases[usize::from(is_new)]).unwrap();
        let store = locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap();
        assert_eq!(store.is_rekey_due(), !is_new);
        assert!(store.verify(|_, _| ()).unwrap().is_whole());
        drop(store.lock(at(6)));
        assert!(by_passphrase(&place, &passphrase()).is_ok());
    }
}

/// The database was renamed, and that this lasts could not be said: both keys are kept until the next unlocking.
#[test]
fn a_change_that_may_not_last_opens_in_the_same_program_and_after_a_restart_by_whichever_key_holds() {
    let (place, mut store, ..) = inhabited();
    store.owe_rekey().unwrap();
    let next = DataKey::new_random().unwrap();
    store.prepare_next(&next).unwrap();
    let old = fs::read(place.file(DATABASE)).unwrap();
    store.take_next(&next, nothing()).unwrap();
    store.keep_next(next, false);
    let locked = store.lock(at(5));
    let (new, both) = (fs::read(place.file(DATABASE)).unwrap(), header_on_disk(&place));
    let store = locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap();
    assert!(!store.is_rekey_due());
    drop(store);
    for (database, is_due) in [(old, true), (new, false)] {
        put_header(&place, &both);
        fs::write(place.file(DATABASE), database).unwrap();
        assert_eq!(by_passphrase(&place, &passphrase()).unwrap().is_rekey_due(), is_due);
    }
}

#[test]
fn a_key_is_not_changed_under_a_backup_that_is_being_made() {
    let (place, mut store, ..) = inhabited();
    let elsewhere = tempfile::tempdir().unwrap();
    let copying = store.begin_backup(&elsewhere.path().join("backup")).unwrap();
    let key = store.practice_key();
    assert!(matches!(store.rekey(), Err(KeyChangeError::Busy)));
    assert_eq!(store.practice_key(), key);
    save_goal(&mut store, "Praktik i höst", 4);
    copying.finish(|_, _| ()).unwrap();
    store.rekey().unwrap();
    drop(store.lock(at(5)));
    assert_eq!(goal_text(&place.unlock()).as_deref(), Some("Praktik i höst"));
    // The backup keeps the key that it was made with, and its own header opens it.
    let Found::Locked(backup) = LockedStore::at(&elsewhere.path().join("backup"), place.keyring.clone()).unwrap() else { panic!() };
    let backup = backup.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap();
    assert_eq!(backup.practice_key(), key);
}
