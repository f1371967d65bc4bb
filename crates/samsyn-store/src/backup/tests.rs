use std::path::PathBuf;

use super::*;
use crate::open::{Found, LockedStore, Way};
use crate::testing::*;
use crate::{NoKeyring, SealState};

/// A folder for backups, beside the store's.
fn shelf() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let to = folder.path().join("copy");
    (folder, to)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn opened(folder: &Path) -> Store {
    let Found::Locked(locked) = LockedStore::at(folder, Arc::new(NoKeyring)).unwrap() else { panic!("no store") };
    locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap()
}

#[test]
fn a_backup_is_a_whole_store_in_one_file_that_opens_by_the_same_keys() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Simma", 3);
    let (shelf, to) = shelf();
    let mut heard = Vec::new();
    let report = store.backup(&to, |done, of| heard.push((done, of))).unwrap();
    assert!(report.rows > 5, "{report:?}");
    assert!(heard.last().is_some_and(|(done, of)| done == of), "{heard:?}");
    assert_eq!(names(&to), [DATABASE, NAMES[0], NAMES[1]], "the journal is in the database");
    assert_eq!(names(shelf.path()), ["copy"], "nothing half is left");
    let copy = opened(&to);
    assert_eq!(goal_text(&copy).as_deref(), Some("Simma"), "the newest write was in the journal alone");
    assert!(copy.verify(|_, _| {}).unwrap().is_whole());
}

/// The store goes on being written, and its journal being written back, while the copy is made.
#[test]
fn what_is_written_meanwhile_neither_gets_into_the_copy_nor_hurts_it() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Simma", 3);
    let (_shelf, to) = shelf();
    let copying = store.begin_backup(&to).unwrap();
    let began = content(&store.connection).unwrap();
    for number in 0..30 {
        let longer = usize::try_from(number).unwrap();
        save_goal(&mut store, &"Gå i skogen ".repeat(400 + longer), 600 * (4 + number));
        if number % 10 == 0 {
            store.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).unwrap();
        }
    }
    let report = copying.finish(|_, _| {}).unwrap();
    assert_eq!(report.rows, began.rows());
    let copy = opened(&to);
    assert_eq!(goal_text(&copy).as_deref(), Some("Simma"));
    assert!(copy.verify(|_, _| {}).unwrap().is_whole());
    assert!(goal_text(&store).unwrap().starts_with("Gå i skogen"));
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// The other half of the invariant: the journal has been written back when the copy begins, and is begun anew meanwhile.
#[test]
fn a_journal_that_is_begun_anew_meanwhile_does_not_hurt_the_copy() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Simma", 3);
    store.connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(())).unwrap();
    let (_shelf, to) = shelf();
    let copying = store.begin_backup(&to).unwrap();
    for number in 0..10 {
        save_goal(&mut store, &format!("Mål {number}"), 600 * (4 + number));
        store.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).unwrap();
    }
    copying.finish(|_, _| {}).unwrap();
    assert_eq!(goal_text(&opened(&to)).as_deref(), Some("Simma"));
}

#[test]
fn a_copy_that_differs_in_one_row_does_not_count() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Simma", 3);
    let (shelf, to) = shelf();
    let mut copying = store.begin_backup(&to).unwrap();
    // What is compared with has gone on: the same number of rows, one with another text.
    save_goal(&mut store, "Simmaj", 4);
    copying.pin = engine::connect(&store.home.folder.join(DATABASE), &store.key).unwrap();
    assert!(matches!(copying.finish(|_, _| {}), Err(BackupError::Differs)));
    assert_eq!(names(shelf.path()), Vec::<String>::new(), "nothing half is left");
}

#[test]
fn a_store_with_a_damaged_page_has_no_backup() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Simma", 3);
    store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let mut bytes = fs::read(place.file(DATABASE)).unwrap();
    let near_the_end = bytes.len() - 2000;
    bytes[near_the_end] ^= 1;
    fs::write(place.file(DATABASE), bytes).unwrap();
    let (shelf, to) = shelf();
    assert!(matches!(store.backup(&to, |_, _| {}), Err(BackupError::Damaged)));
    assert_eq!(names(shelf.path()), Vec::<String>::new());
}

#[test]
fn a_backup_that_is_told_to_stop_ends_and_leaves_nothing() {
    let (_place, store) = store_with_case();
    let (shelf, to) = shelf();
    let copying = store.begin_backup(&to).unwrap();
    copying.stopper().stop();
    assert!(matches!(copying.finish(|_, _| {}), Err(BackupError::Stopped)));
    drop(store.begin_backup(&to).unwrap());
    assert_eq!(names(shelf.path()), Vec::<String>::new());
}

#[test]
fn where_a_backup_cannot_lie_is_said() {
    let (place, store) = store_with_case();
    let (shelf, to) = shelf();
    fs::create_dir(&to).unwrap();
    assert!(matches!(store.backup(&to, |_, _| {}), Err(BackupError::Exists)));
    assert!(matches!(store.backup(&shelf.path().join("usb/copy"), |_, _| {}), Err(BackupError::PlaceMissing)));
    assert!(matches!(store.backup(&place.file("copy"), |_, _| {}), Err(BackupError::InStore)));
    assert!(matches!(store.may_hold_backups(place.folder.path()), Err(BackupError::InStore)));
    assert!(matches!(store.may_hold_backups(&shelf.path().join("usb")), Err(BackupError::PlaceMissing)));
    store.may_hold_backups(shelf.path()).unwrap();
    assert!(matches!(has_room(shelf.path(), u64::MAX / 2), Err(BackupError::Full { missing }) if missing > u64::MAX / 4));
    for (kind, says) in [
        (ErrorKind::StorageFull, "the disk lacks 0 bytes"),
        (ErrorKind::ReadOnlyFilesystem, "the folder for backups cannot be written to"),
        (ErrorKind::PermissionDenied, "the folder for backups cannot be written to"),
        (ErrorKind::NotFound, "the folder for backups is not there"),
    ] {
        assert_eq!(BackupError::from(io::Error::from(kind)).to_string(), says);
    }
}

#[test]
fn the_newest_are_kept_and_nothing_else_is_touched() {
    let (_place, store) = store_with_case();
    let (_other_place, other) = store_with_case();
    let shelf = TempDir::new().unwrap();
    let name = |second| new_backup_name(store.id(), at(second));
    for second in [1, 2, 3, 4] {
        store.backup(&shelf.path().join(name(second)), |_, _| {}).unwrap();
    }
    let others = new_backup_name(other.id(), at(0));
    other.backup(&shelf.path().join(&others), |_, _| {}).unwrap();
    store.backup(&shelf.path().join("egen kopia"), |_, _| {}).unwrap();
    fs::write(shelf.path().join(name(1)).join("anteckning.txt"), "min").unwrap();

    assert_eq!(thin_backups(shelf.path(), store.id(), 2, &shelf.path().join(name(4))), 1, "one holds something else");
    let mut left = vec![name(1), name(3), name(4), others, "egen kopia".to_owned()];
    left.sort();
    assert_eq!(names(shelf.path()), left);
    assert_eq!(thin_backups(shelf.path(), store.id(), 0, &shelf.path().join(name(4))), 1, "the one just made always stays");
    assert!(shelf.path().join(name(4)).exists());
}

#[test]
fn the_backup_just_made_stays_also_when_the_clock_is_dead() {
    let (_place, store) = store_with_case();
    let shelf = TempDir::new().unwrap();
    let name = |second| shelf.path().join(new_backup_name(store.id(), at(second)));
    for second in [1, 2, 3] {
        store.backup(&name(second), |_, _| {}).unwrap();
    }
    // A computer that has forgotten the time begins at an earlier one.
    for second in [-300_000_000, -299_999_000] {
        store.backup(&name(second), |_, _| {}).unwrap();
        thin_backups(shelf.path(), store.id(), 3, &name(second));
        assert!(name(second).exists(), "the newest by what it holds, though the oldest by its name");
        assert_eq!(names(shelf.path()).len(), 3);
    }
}

#[test]
fn a_copied_header_that_is_not_whole_is_no_backup() {
    let (_place, store) = store_with_case();
    for name in NAMES {
        let (shelf, to) = shelf();
        let copying = store.begin_backup(&to).unwrap();
        let path = copying.unfinished.path().join(name);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).unwrap();
        assert!(matches!(copying.finish(|_, _| {}), Err(BackupError::Differs)));
        assert_eq!(names(shelf.path()), Vec::<String>::new());
    }
}

#[test]
fn backups_in_a_folder_are_listed_the_newest_first() {
    let (_place, store) = store_with_case();
    let shelf = TempDir::new().unwrap();
    for second in [1, 2] {
        store.backup(&shelf.path().join(new_backup_name(store.id(), at(second))), |_, _| {}).unwrap();
    }
    store.backup(&shelf.path().join("kopia"), |_, _| {}).unwrap();
    fs::create_dir(shelf.path().join("annat")).unwrap();
    let found = backups_in(shelf.path()).unwrap();
    assert_eq!(found.iter().map(|one| one.made).collect::<Vec<_>>(), [Some(at(2)), Some(at(1)), None]);
    assert!(found.iter().all(|one| one.store == Some(store.id())));
    assert_eq!(backups_in(&found[0].folder).unwrap(), found[..1], "a backup itself can be pointed at");
}

#[test]
fn what_an_interrupted_backup_left_is_removed_by_the_next() {
    let (_place, store) = store_with_case();
    let (shelf, to) = shelf();
    let Copying { unfinished, .. } = store.begin_backup(&to).unwrap();
    let left = unfinished.keep();
    assert!(left.exists());
    store.backup(&to, |_, _| {}).unwrap();
    assert_eq!(names(shelf.path()), ["copy"]);
}

/// Every backup of a series that is made between writes holds exactly what was written by then.
#[test]
fn every_backup_of_a_series_is_the_store_of_its_moment() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "0", 3);
    let shelf = TempDir::new().unwrap();
    for number in 1..6 {
        save_goal(&mut store, &number.to_string(), 600 * number);
        let to = shelf.path().join(new_backup_name(store.id(), at(number)));
        store.backup(&to, |_, _| {}).unwrap();
        let copy = opened(&to);
        assert_eq!(goal_text(&copy), Some(number.to_string()));
        assert_eq!(copy.seal_state(), SealState::Unsealed);
    }
}
