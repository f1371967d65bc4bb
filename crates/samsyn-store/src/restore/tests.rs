use super::*;
use crate::backup::backups_in;
use crate::tables::restorations;
use crate::testing::*;
use crate::{Passphrase, RecoveryKey, SealState};

/// A store that has gone on since its backup was made.
struct Bench {
    place: Place,
    recovery: RecoveryKey,
    _shelf: TempDir,
    backup: PathBuf,
}

const OLD: &str = "Simma";
const NEW: &str = "Simma och gå i skogen";

fn bench() -> Bench {
    let place = Place::new();
    let (mut store, recovery) = place.create();
    store.write(draft(Chain::Person(PERSON), "person.add", 1), |w| insert(w, &person())).unwrap();
    store.write(act(Chain::Case(CASE), "case.open", 2), |w| crate::tables::open_case(w, &entry())).unwrap();
    add_goal(&mut store, OLD, 3);
    let shelf = TempDir::new().unwrap();
    let backup = shelf.path().join("kopia");
    store.backup(&backup, |_, _| {}).unwrap();
    save_goal(&mut store, NEW, 1000);
    drop(store.lock(at(1001)));
    Bench { place, recovery, _shelf: shelf, backup }
}

impl Bench {
    fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    fn restore(&self, way: Way<'_>) -> Result<Restored, RestoreError> {
        restore(&self.backup, self.folder(), way, self.place.keyring.as_ref(), at(2000))
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        files(self.folder())
    }
}

/// All files below a folder, but for the lock, which holds nothing.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.ends_with("samsyn.lock") {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

fn typed(passphrase: &Passphrase) -> Way<'_> {
    Way::Passphrase { user: None, passphrase }
}

#[test]
fn a_trial_shows_what_the_backup_holds_and_touches_neither_it_nor_the_store() {
    let bench = bench();
    let before = (bench.files(), files(&bench.backup));
    let passphrase = passphrase();
    for way in [typed(&passphrase), Way::Recovery(&bench.recovery)] {
        let opened = OpenedBackup::open(&bench.backup, bench.folder(), way).unwrap();
        assert_eq!(goal_text(opened.store()).as_deref(), Some(OLD));
        assert!(opened.store().verify(|_, _| {}).unwrap().is_whole());
    }
    assert_eq!((bench.files(), files(&bench.backup)), before);
}

#[test]
fn only_what_is_typed_opens_a_backup_and_not_what_the_computer_remembers() {
    let bench = bench();
    let store = bench.place.unlock();
    store.remember(USER).unwrap();
    let opened = OpenedBackup::open(&bench.backup, bench.folder(), Way::Keyring);
    assert!(matches!(opened, Err(RestoreError::Unlock(UnlockError::NotInKeyring))));
    let wrong = Passphrase::new("fel");
    let opened = OpenedBackup::open(&bench.backup, bench.folder(), typed(&wrong));
    assert!(matches!(opened, Err(RestoreError::Unlock(UnlockError::WrongPassphrase))));
}

#[test]
fn a_restore_sets_the_store_aside_and_is_entered_and_no_alarm() {
    let bench = bench();
    let before = fs::read(bench.place.file(DATABASE)).unwrap();
    let restored = bench.restore(typed(&passphrase())).unwrap();
    let aside = bench.place.file(restored.set_aside.as_deref().unwrap());
    assert_eq!(fs::read(aside.join(DATABASE)).unwrap(), before, "what stood there is kept");
    assert!(NAMES.iter().all(|name| aside.join(name).exists()), "with its keys");

    let mut store = bench.place.unlock();
    assert_eq!(goal_text(&store).as_deref(), Some(OLD));
    assert_eq!(store.seal_state(), SealState::Matches, "a restore is no alarm");
    let entered = store.read(|reader| restorations(reader, 9)).unwrap();
    assert_eq!((entered.len(), Some(&entered[0].set_aside)), (1, restored.set_aside.as_ref()));
    save_goal(&mut store, "Cykla", 3000);
    store.seal(at(3001)).unwrap();
    let report = store.verify(|_, _| {}).unwrap();
    assert!(report.is_whole() && !report.was_put_back, "{report:?}");
    let left = fs::read_dir(bench.folder()).unwrap().filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(left.count(), 0, "nothing half is left");
}

/// The whole computer is gone: a new one has a backup, the printed key and nothing more.
#[test]
fn the_recovery_key_alone_puts_a_store_back_on_a_new_computer_without_a_keyring() {
    let bench = bench();
    let new = TempDir::new().unwrap();
    let folder = new.path().join("store");
    let restored = restore(&bench.backup, &folder, Way::Recovery(&bench.recovery), &NoKeyring, at(2000)).unwrap();
    assert_eq!(restored.set_aside, None);
    let Found::Locked(locked) = LockedStore::at(&folder, Arc::new(NoKeyring)).unwrap() else { panic!("no store") };
    let store = locked.unlock(Way::Recovery(&bench.recovery)).unwrap();
    assert_eq!(goal_text(&store).as_deref(), Some(OLD));
    assert_eq!(store.seal_state(), SealState::Unsealed);
}

#[test]
fn a_store_that_lost_any_of_its_files_is_put_back() {
    for lost in [&[DATABASE][..], &NAMES[..], &[NAMES[0]][..], &[DATABASE, NAMES[0], NAMES[1]][..]] {
        let bench = bench();
        for name in lost {
            fs::remove_file(bench.place.file(name)).unwrap();
        }
        bench.restore(typed(&passphrase())).unwrap();
        assert_eq!(goal_text(&bench.place.unlock()).as_deref(), Some(OLD), "{lost:?}");
    }
}

#[test]
fn a_store_with_a_damaged_database_and_header_is_put_back() {
    let bench = bench();
    for name in [DATABASE, NAMES[0], NAMES[1]] {
        let mut bytes = fs::read(bench.place.file(name)).unwrap();
        bytes.truncate(100);
        fs::write(bench.place.file(name), bytes).unwrap();
    }
    bench.restore(Way::Recovery(&bench.recovery)).unwrap();
    assert_eq!(goal_text(&bench.place.unlock()).as_deref(), Some(OLD));
}

#[test]
fn what_cannot_be_restored_changes_nothing() {
    let bench = bench();
    let before = bench.files();
    let right = passphrase();
    let refused = |backup: &Path, way: Way<'_>| restore(backup, bench.folder(), way, &NoKeyring, at(2000)).unwrap_err();

    assert!(matches!(refused(&bench.backup, typed(&Passphrase::new("fel"))), RestoreError::Unlock(UnlockError::WrongPassphrase)));
    assert!(matches!(refused(bench.backup.parent().unwrap(), typed(&right)), RestoreError::NotABackup));
    let other = self::bench();
    assert!(matches!(refused(&other.backup, typed(&right)), RestoreError::OtherStore));
    let mut bytes = fs::read(bench.backup.join(DATABASE)).unwrap();
    let near_the_end = bytes.len() - 1000;
    bytes[near_the_end] ^= 1;
    fs::write(bench.backup.join(DATABASE), bytes).unwrap();
    assert!(matches!(refused(&bench.backup, typed(&right)), RestoreError::Damaged));
    assert_eq!(bench.files(), before);

    let open = bench.place.unlock();
    assert!(matches!(bench.restore(typed(&right)), Err(RestoreError::InUse)));
    assert_eq!(goal_text(&open).as_deref(), Some(NEW));
}

#[test]
fn guessing_at_a_backup_is_slowed_as_at_the_door() {
    let bench = bench();
    let wrong = Passphrase::new("fel");
    for _ in 0..3 {
        assert!(matches!(bench.restore(typed(&wrong)), Err(RestoreError::Unlock(UnlockError::WrongPassphrase))));
    }
    let waits = bench.restore(typed(&passphrase()));
    assert!(matches!(waits, Err(RestoreError::Unlock(UnlockError::TooManyTries { .. }))), "{waits:?}");
    let later = restore(&bench.backup, bench.folder(), typed(&passphrase()), bench.place.keyring.as_ref(), at(9000));
    later.unwrap();
    assert_eq!(goal_text(&bench.place.unlock()).as_deref(), Some(OLD));
}

/// The program may end between any two of the steps: the folder is then never taken for an empty one, and a second restore
/// does the whole. The steps are those of `put_in_place`, taken one at a time.
#[test]
fn a_restore_that_is_interrupted_leaves_no_folder_that_looks_empty() {
    for steps in 0..4 {
        let bench = bench();
        let (aside, copy) = (bench.place.file("set-aside-avbruten"), bench.place.file("opened"));
        fs::create_dir(&aside).unwrap();
        fs::create_dir(&copy).unwrap();
        fs::copy(bench.backup.join(DATABASE), copy.join(DATABASE)).unwrap();
        let header = Header::read(&bench.backup).unwrap_or_else(|_| panic!("the backup has a header"));
        let take: [&dyn Fn(); 3] = [
            &|| header.write_as_is(bench.folder()).unwrap(),
            &|| fs::rename(bench.place.file(DATABASE), aside.join(DATABASE)).unwrap(),
            &|| fs::rename(copy.join(DATABASE), bench.place.file(DATABASE)).unwrap(),
        ];
        take.iter().take(steps).for_each(|step| step());
        assert!(!matches!(bench.place.found(), Found::Empty), "after {steps} steps");
        bench.restore(typed(&passphrase())).unwrap();
        assert_eq!(goal_text(&bench.place.unlock()).as_deref(), Some(OLD), "after {steps} steps");
    }
}

/// As when the program ends before the last step: what is opened is gone, and the rest was done.
#[test]
fn before_the_last_step_of_a_restore_there_is_a_header_and_what_stood_there_is_aside() {
    for emptied in [false, true] {
        let bench = bench();
        let header = Header::read(&bench.backup).unwrap_or_else(|_| panic!("the backup has a header"));
        if emptied {
            for (path, _) in files(bench.folder()) {
                fs::remove_file(path).unwrap();
            }
        }
        let aside = aside(bench.folder(), at(2000)).unwrap();
        assert_eq!(aside.is_none(), emptied);
        put_in_place(&bench.place.file("gone"), bench.folder(), aside.as_deref(), &header).unwrap();
        assert!(matches!(bench.place.found(), Found::DatabaseMissing), "never empty");
        assert!(aside.is_none_or(|aside| aside.join(DATABASE).exists()));
        bench.restore(typed(&passphrase())).unwrap();
        assert_eq!(goal_text(&bench.place.unlock()).as_deref(), Some(OLD));
    }
}

#[test]
fn the_folder_of_a_store_lists_the_store_and_not_what_was_set_aside() {
    let bench = bench();
    bench.restore(typed(&passphrase())).unwrap();
    assert_eq!(backups_in(bench.folder()).unwrap().len(), 1);
}
