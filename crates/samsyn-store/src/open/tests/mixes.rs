//! Every mix of lost, old and strange parts: what is found in the folder, which way opens, and that nothing is made or
//! changed that should not be.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::open::DATABASE;
use crate::store::{key_name, seal_name};
use crate::testing::*;
use crate::*;

/// Keys by age: of before the change of key, of now, of another store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Old,
    Now,
    Others,
}

/// The two header files, and what they let in.
struct HeaderRow {
    name: &'static str,
    copies: [Option<Vec<u8>>; 2],
    /// Whose key it holds; or what is found instead.
    holds: Result<Key, &'static str>,
    /// Which of the three passphrases opens it: the first one, the one of now, another store's.
    passphrase: usize,
}

struct DatabaseRow {
    name: &'static str,
    file: Option<Vec<u8>>,
    key: Option<Key>,
    /// Whether the sealed head of the log is in it.
    newest: bool,
}

/// What a keyring is like: one that answers, with or without a key; one that is locked, refuses or is not there.
struct KeyringRow {
    name: &'static str,
    key: Option<Vec<u8>>,
    answers: bool,
}

struct Mixes {
    headers: Vec<HeaderRow>,
    databases: Vec<DatabaseRow>,
    keyrings: Vec<KeyringRow>,
    passphrases: [Passphrase; 3],
    recovery: RecoveryKey,
    store: uuid::Uuid,
    seal: Vec<u8>,
}

fn headers_of(place: &Place) -> Vec<u8> {
    fs::read(place.file("samsyn.header")).unwrap()
}

fn database_of(place: &Place) -> Vec<u8> {
    fs::read(place.file(DATABASE)).unwrap()
}

/// A store that has lived: a passphrase was changed, then its key, and something was written after each.
fn mixes() -> Mixes {
    let passphrases = [passphrase(), Passphrase::new("sju blå hästar sover"), Passphrase::new("nio röda katter")];
    let place = Place::new();
    let (mut store, recovery) = place.create();
    let first_header = headers_of(&place);
    store.change_passphrase(USER, &passphrases[0], &passphrases[1], at(1)).unwrap();
    let (id, old_key) = (store.id(), store.key.bytes().to_vec());
    drop(store.lock(at(2)));
    let (old_header, old_database) = (headers_of(&place), database_of(&place));
    let open = || place.locked().unlock(Way::Passphrase { user: None, passphrase: &passphrases[1] }).unwrap();
    let mut store = open();
    store.rekey().unwrap();
    let now_key = store.key.bytes().to_vec();
    drop(store.lock(at(3)));
    let (header, earlier) = (headers_of(&place), database_of(&place));
    let mut store = open();
    store.write(draft(Chain::Person(PERSON), "person.add", 4), |w| table::insert(w, &person())).unwrap();
    drop(store.lock(at(5)));
    let database = database_of(&place);
    let seal = place.keyring.get(&seal_name(id)).unwrap().to_vec();
    let other = Place::new();
    let created = LockedStore::create(other.folder.path(), other.keyring.clone(), USER, &passphrases[2], Cost::LEAST, at(0), nothing_first);
    drop(created.unwrap().0.lock(at(1)));

    let twice = |bytes: &[u8]| [Some(bytes.to_vec()), Some(bytes.to_vec())];
    let mut damaged = header.clone();
    damaged[40] ^= 1;
    let row = |name, copies, holds, passphrase| HeaderRow { name, copies, holds, passphrase };
    let plain = tempfile::NamedTempFile::new().unwrap();
    rusqlite::Connection::open(plain.path()).unwrap().execute_batch("CREATE TABLE user (id TEXT);").unwrap();
    let plain = fs::read(plain.path()).unwrap();
    Mixes {
        headers: vec![
            row("whole", twice(&header), Ok(Key::Now), 1),
            row("first copy gone", [None, Some(header.clone())], Ok(Key::Now), 1),
            row("second copy gone", [Some(header.clone()), None], Ok(Key::Now), 1),
            row("one copy damaged", [Some(damaged.clone()), Some(header.clone())], Ok(Key::Now), 1),
            row("one copy old", [Some(old_header.clone()), Some(header.clone())], Ok(Key::Now), 1),
            row("one copy damaged, the other gone", [Some(damaged.clone()), None], Err("HeaderDamaged"), 1),
            row("both copies gone", [None, None], Err("HeaderMissing"), 1),
            row("both copies damaged", twice(&damaged), Err("HeaderDamaged"), 1),
            row("from before the change of key", twice(&old_header), Ok(Key::Old), 1),
            row("from before the new passphrase", twice(&first_header), Ok(Key::Old), 0),
            row("another store's", twice(&headers_of(&other)), Ok(Key::Others), 2),
        ],
        databases: vec![
            DatabaseRow { name: "whole", file: Some(database), key: Some(Key::Now), newest: true },
            DatabaseRow { name: "earlier", file: Some(earlier), key: Some(Key::Now), newest: false },
            DatabaseRow { name: "from before the change of key", file: Some(old_database), key: Some(Key::Old), newest: false },
            DatabaseRow { name: "another store's", file: Some(database_of(&other)), key: Some(Key::Others), newest: false },
            DatabaseRow { name: "empty", file: Some(Vec::new()), key: None, newest: false },
            DatabaseRow { name: "not encrypted", file: Some(plain), key: None, newest: false },
            DatabaseRow { name: "gone", file: None, key: None, newest: false },
        ],
        keyrings: vec![
            KeyringRow { name: "with the key of now", key: Some(now_key.clone()), answers: true },
            KeyringRow { name: "with the old key", key: Some(old_key), answers: true },
            KeyringRow { name: "with something else", key: Some(vec![9; 31]), answers: true },
            KeyringRow { name: "changed, and so empty", key: None, answers: true },
            KeyringRow { name: "locked, refusing or gone", key: Some(now_key), answers: false },
        ],
        passphrases,
        recovery,
        store: id,
        seal,
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
}

/// A folder with the parts of a row in it.
fn lay_out(mixes: &Mixes, header: &HeaderRow, database: &DatabaseRow, keyring: &KeyringRow) -> Place {
    let place = Place::new();
    for (name, bytes) in ["samsyn.header", "samsyn.header.copy"].iter().zip(&header.copies) {
        if let Some(bytes) = bytes {
            fs::write(place.file(name), bytes).unwrap();
        }
    }
    if let Some(bytes) = &database.file {
        fs::write(place.file(DATABASE), bytes).unwrap();
    }
    place.keyring.set(&seal_name(mixes.store), &mixes.seal).unwrap();
    if let Some(key) = &keyring.key {
        place.keyring.set(&key_name(mixes.store, USER), key).unwrap();
    }
    place.keyring.answer(keyring.answers);
    place
}

/// What should be found, by name.
fn wanted(header: &HeaderRow, database: &DatabaseRow) -> &'static str {
    match (header.holds, database.name) {
        (Err("HeaderMissing"), "gone") => "Empty",
        (Err("HeaderMissing") | Ok(_), "not encrypted") => "NotEncrypted",
        (Err(found), _) => found,
        (Ok(_), "gone") => "DatabaseMissing",
        (Ok(_), _) => "Locked",
    }
}

fn found_name(found: &Found) -> String {
    format!("{found:?}").split(['(', ' ']).next().unwrap().to_owned()
}

/// What should come of a way in that gives `key`, if any.
fn outcome(key: Option<Key>, database: &DatabaseRow, without: &'static str) -> &'static str {
    match key {
        None => without,
        Some(key) if database.key == Some(key) => "open",
        // A file without a page is damaged, whatever its key was.
        Some(_) if database.name == "empty" => "Damaged",
        Some(_) => "OtherHeader",
    }
}

#[test]
fn each_mix_of_lost_old_and_strange_parts_says_what_it_is_and_makes_nothing() {
    let mixes = mixes();
    for header in &mixes.headers {
        for database in &mixes.databases {
            // Where nothing can be unlocked the keyring is not asked.
            let asked = if wanted(header, database) == "Locked" { mixes.keyrings.len() } else { 1 };
            for keyring in mixes.keyrings.iter().take(asked) {
                let row = format!("header {}, database {}, keyring {}", header.name, database.name, keyring.name);
                try_mix(&mixes, (header, database, keyring), &row);
            }
        }
    }
}

fn try_mix(mixes: &Mixes, (header, database, keyring): (&HeaderRow, &DatabaseRow, &KeyringRow), row: &str) {
    let place = lay_out(mixes, header, database, keyring);
    let before = files(place.folder.path());
    let found = place.found();
    assert_eq!(found_name(&found), wanted(header, database), "{row}");
    let Found::Locked(mut locked) = found else {
        assert_unchanged(&place, &before, row);
        let create =
            LockedStore::create(place.folder.path(), place.keyring.clone(), USER, &passphrase(), Cost::LEAST, at(9), nothing_first);
        // Only where there is nothing at all may a new key be made.
        assert_eq!(create.is_ok(), before.is_empty() && wanted(header, database) == "Empty", "create: {row}");
        return;
    };
    let key = header.holds.ok();
    let held = match (keyring.name, key) {
        ("with the key of now", Some(Key::Now)) | ("with the old key", Some(Key::Old)) => key,
        _ => None,
    };
    assert!(!locked.is_remembered(), "nobody has set it up here: {row}");
    let typed = |at: usize| if header.passphrase == at { key } else { None };
    let ours = key.filter(|key| *key != Key::Others);
    let passphrase = |at: usize| Way::Passphrase { user: None, passphrase: &mixes.passphrases[at] };
    let ways = [
        (Way::Keyring, outcome(held, database, "NotInKeyring")),
        (passphrase(0), outcome(typed(0), database, "WrongPassphrase")),
        (passphrase(1), outcome(typed(1), database, "WrongPassphrase")),
        (passphrase(2), outcome(typed(2), database, "WrongPassphrase")),
        (Way::Recovery(&mixes.recovery), outcome(ours, database, "WrongRecoveryKey")),
    ];
    for (way, wanted) in ways {
        let tried = format!("{way:?} with {row}");
        match locked.unlock(way) {
            Ok(store) => {
                assert_eq!("open", wanted, "{tried}");
                let seal = if !keyring.answers || key == Some(Key::Others) {
                    SealState::Unsealed
                } else if database.newest {
                    SealState::Matches
                } else {
                    SealState::Differs
                };
                assert_eq!(store.seal_state(), seal, "{tried}");
                drop(store.lock(at(9)));
                let now = files(place.folder.path());
                assert_eq!(now["samsyn.header"], now["samsyn.header.copy"], "{tried}");
                assert!(header.copies.iter().flatten().any(|copy| *copy == now["samsyn.header"]), "a new header: {tried}");
                // What was opened once has a new head, and is sealed anew: the rest of the row would be another row.
                return;
            }
            Err((still, error)) => {
                assert_eq!(format!("{error:?}"), wanted, "{tried}");
                assert_unchanged(&place, &before, &tried);
                locked = still;
            }
        }
    }
    drop(locked);
}

/// Nothing was made but the lock, and nothing was changed.
fn assert_unchanged(place: &Place, before: &BTreeMap<String, Vec<u8>>, row: &str) {
    let mut now = files(place.folder.path());
    now.remove("samsyn.lock");
    assert_eq!(now.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{row}");
    assert!(now == *before, "a file was changed: {row}");
}

#[test]
fn a_file_that_cannot_be_read_is_not_called_a_wrong_key_and_is_not_counted() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    let locked = place.locked();
    fs::remove_file(place.file(DATABASE)).unwrap();
    fs::create_dir(place.file(DATABASE)).unwrap();
    let mut locked = locked;
    for second in 0..5 {
        let refused = locked.unlock_slowly(Way::Passphrase { user: None, passphrase: &passphrase() }, at(second));
        let (still, error) = refused.unwrap_err();
        assert!(matches!(error, UnlockError::Engine(_)), "{error:?}");
        locked = still;
    }
    assert!(!place.file("samsyn.tries").exists());
    // Neither is a header that cannot be read a store that is not there.
    for name in ["samsyn.header", "samsyn.header.copy"] {
        fs::remove_file(place.file(name)).unwrap();
        fs::create_dir(place.file(name)).unwrap();
    }
    drop(locked);
    assert!(LockedStore::at(place.folder.path(), Arc::new(NoKeyring)).is_err());
}
