mod mixes;

use std::io::{Seek, SeekFrom, Write as _};

use samsyn_plan::profile::User;

use crate::open::DATABASE;
use crate::table::insert;
use crate::tables::users;
use crate::testing::*;
use crate::*;

fn by_passphrase(place: &Place, passphrase: &Passphrase) -> Result<Store, UnlockError> {
    place.locked().unlock(Way::Passphrase { user: None, passphrase }).map_err(|(_, error)| error)
}

fn add_user(store: &mut Store) {
    let user = User::first(USER, "Anna Berg".to_owned(), "socialsekreterare".to_owned());
    store.write(draft(Chain::Store, "user.add", 1), |w| insert(w, &user)).unwrap();
}

#[test]
fn a_new_store_locks_and_unlocks_with_what_was_written() {
    let place = Place::new();
    assert!(matches!(place.found(), Found::Empty));
    let (mut store, recovery) = place.create();
    add_user(&mut store);
    assert!(store.accepts_recovery_key(&recovery));
    drop(store.lock(at(2)));
    let store = by_passphrase(&place, &passphrase()).unwrap();
    assert_eq!(store.read(users).unwrap()[0].name, "Anna Berg");
}

#[test]
fn nothing_readable_lies_on_the_disk() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sysselsättning efter sommaren", 3);
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in ["Karin", "Sysselsättning", "19830417", "CREATE TABLE", "SQLite format"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
        }
    }
}

#[test]
fn any_sqlcipher_opens_the_database_by_its_raw_key_and_not_without() {
    let (place, store) = store_with_case();
    let key = store.practice_key();
    drop(store.lock(at(3)));
    let count = |pragma: &str| {
        let connection = rusqlite::Connection::open(place.file(DATABASE)).unwrap();
        connection.execute_batch(pragma).unwrap();
        connection.query_row("SELECT count(*) FROM person", [], |row| row.get::<_, i64>(0))
    };
    assert_eq!(count(&format!("PRAGMA key = \"x'{}'\"", key.as_str())).unwrap(), 1);
    assert!(count("").is_err());
}

#[cfg(unix)]
#[test]
fn only_the_user_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let (place, _store) = store_with_case();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(place.folder.path()), 0o700);
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{path:?}");
    }
}

#[test]
fn no_store_is_created_where_any_file_of_one_is() {
    for name in [DATABASE, "samsyn.header", "samsyn.header.copy", "samsyn.db-wal", "samsyn.db.next", "first-start"] {
        let place = Place::new();
        std::fs::write(place.file(name), "anything").unwrap();
        let created =
            LockedStore::create(place.folder.path(), place.keyring.clone(), USER, &passphrase(), Cost::LEAST, at(0), nothing_first);
        assert!(matches!(created, Err(CreateError::Exists)), "{name}");
        assert_eq!(std::fs::read(place.file(name)).unwrap(), b"anything");
    }
}

fn create_with(place: &Place, first: impl FnOnce(&mut Store) -> Result<(), CreateError>) -> Result<(Store, RecoveryKey), CreateError> {
    LockedStore::create(place.folder.path(), place.keyring.clone(), USER, &passphrase(), Cost::LEAST, at(0), first)
}

fn user_first(store: &mut Store) -> Result<(), CreateError> {
    add_user(store);
    Ok(())
}

#[test]
fn a_first_start_that_fails_or_is_killed_before_it_is_whole_leaves_nothing_and_begins_anew() {
    let place = Place::new();
    let refused = create_with(&place, |store| {
        add_user(store);
        Err(StoreError::Missing.into())
    });
    assert!(matches!(refused, Err(CreateError::Store(StoreError::Missing))));
    assert!(matches!(place.found(), Found::Empty));
    // As a kill leaves it: a header, and perhaps a database without a user.
    let left = place.file(".first-start-killed");
    std::fs::create_dir(&left).unwrap();
    for name in ["samsyn.header", DATABASE] {
        std::fs::write(left.join(name), "half").unwrap();
    }
    assert!(matches!(place.found(), Found::Empty));
    let (store, _) = create_with(&place, user_first).unwrap();
    assert!(!left.exists());
    drop(store.lock(at(2)));
    assert_eq!(place.unlock().read(users).unwrap()[0].name, "Anna Berg");
}

#[test]
fn a_first_start_that_is_killed_when_its_store_is_moved_is_ended_at_the_next_start() {
    const MOVED: [&str; 3] = ["samsyn.header", "samsyn.header.copy", DATABASE];
    for steps in 0..=MOVED.len() {
        let place = Place::new();
        drop(create_with(&place, user_first).unwrap().0.lock(at(2)));
        let waiting = place.file("first-start");
        std::fs::create_dir(&waiting).unwrap();
        for name in &MOVED[steps..] {
            std::fs::rename(place.file(name), waiting.join(name)).unwrap();
        }
        assert_eq!(place.unlock().read(users).unwrap()[0].name, "Anna Berg", "after {steps} steps");
        assert!(!waiting.exists());
    }
}

#[test]
fn what_was_interrupted_is_not_ended_under_another_program() {
    let place = Place::new();
    let (store, _) = place.create();
    for name in ["first-start", "salvaged"] {
        std::fs::create_dir(place.file(name)).unwrap();
    }
    std::fs::write(place.file("salvaged").join(DATABASE), "another's work").unwrap();
    std::fs::rename(place.file(DATABASE), place.file("elsewhere")).unwrap();
    assert!(matches!(place.found(), Found::InUse));
    assert!(place.file("first-start").exists() && place.file("salvaged").join(DATABASE).exists());
    drop(store);
}

#[test]
fn what_is_wrong_with_a_folder_is_told_apart() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    let headers = ["samsyn.header", "samsyn.header.copy"];
    let whole = std::fs::read(place.file(headers[0])).unwrap();

    for name in headers {
        std::fs::write(place.file(name), "{").unwrap();
    }
    assert!(matches!(place.found(), Found::HeaderDamaged));
    for name in headers {
        std::fs::remove_file(place.file(name)).unwrap();
    }
    assert!(matches!(place.found(), Found::HeaderMissing));
    std::fs::write(place.file(headers[1]), &whole).unwrap();
    assert!(matches!(place.found(), Found::Locked(_)));
    std::fs::rename(place.file(DATABASE), place.file("elsewhere")).unwrap();
    assert!(matches!(place.found(), Found::DatabaseMissing));
}

#[test]
fn a_wrong_passphrase_is_not_called_damage_nor_damage_a_wrong_passphrase() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    let wrong = place.locked().unlock(Way::Passphrase { user: Some(USER), passphrase: &Passphrase::new("fel") });
    let (still_locked, error) = wrong.unwrap_err();
    assert!(matches!(error, UnlockError::WrongPassphrase));
    drop(still_locked.unlock(Way::Passphrase { user: Some(USER), passphrase: &passphrase() }).unwrap().lock(at(2)));

    let mut file = std::fs::OpenOptions::new().write(true).open(place.file(DATABASE)).unwrap();
    file.seek(SeekFrom::Start(100)).unwrap();
    file.write_all(&[0; 64]).unwrap();
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::Damaged)));
    assert!(matches!(by_passphrase(&place, &Passphrase::new("fel")), Err(UnlockError::WrongPassphrase)));
}

#[test]
fn an_unencrypted_database_is_refused() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    std::fs::remove_file(place.file(DATABASE)).unwrap();
    rusqlite::Connection::open(place.file(DATABASE)).unwrap().execute_batch("CREATE TABLE user (id TEXT);").unwrap();
    assert!(matches!(place.found(), Found::NotEncrypted));
}

#[test]
fn an_empty_file_in_the_databases_place_is_not_made_a_new_database() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    std::fs::write(place.file(DATABASE), "").unwrap();
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::Damaged)));
}

#[test]
fn another_stores_database_is_refused() {
    let (place, other) = (Place::new(), Place::new());
    drop(place.create().0.lock(at(1)));
    drop(other.create().0.lock(at(1)));
    std::fs::copy(other.file(DATABASE), place.file(DATABASE)).unwrap();
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::OtherHeader)));
}

#[test]
fn a_newer_schema_is_refused_by_its_number_and_left_alone() {
    let place = Place::new();
    let (store, _) = place.create();
    store.connection.execute_batch("PRAGMA user_version = 99;").unwrap();
    drop(store.lock(at(1)));
    for _ in 0..2 {
        let refused = by_passphrase(&place, &passphrase());
        assert!(matches!(refused, Err(UnlockError::NewerSchema { found: 99, known: crate::schema::NEWEST, .. })));
    }
}

#[test]
fn a_store_is_open_in_one_place_at_a_time() {
    let place = Place::new();
    let (store, _) = place.create();
    assert!(matches!(place.found(), Found::InUse));
    let locked = store.lock(at(1));
    assert!(matches!(place.found(), Found::InUse), "a locked store still belongs to its program");
    drop(locked);
    assert!(matches!(place.found(), Found::Locked(_)));
}

#[test]
fn a_lost_header_copy_is_made_good_at_unlocking() {
    let place = Place::new();
    drop(place.create().0.lock(at(1)));
    std::fs::remove_file(place.file("samsyn.header")).unwrap();
    drop(place.unlock().lock(at(2)));
    assert_eq!(std::fs::read(place.file("samsyn.header")).unwrap(), std::fs::read(place.file("samsyn.header.copy")).unwrap());
}
