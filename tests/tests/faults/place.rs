//! A store of some cases in a place of its own, opened below the program so that a trial costs little.

use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use samsyn_store::{Found, LockedStore, Way, log::VerifyReport};
use samsyn_tests::faults::{self, Hand, Held, Random};

use super::power::copy;

/// The place, and what stands in its store, which is locked.
pub(super) struct Place {
    folder: tempfile::TempDir,
    pub(super) held: Held,
    pub(super) hand: Hand,
}

impl Place {
    /// A new store after so many steps.
    pub(super) fn written(steps: usize, random: Random) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = faults::create(folder.path());
        let (mut held, mut hand) = (Held::default(), Hand::begin(&mut app, random, 1));
        hand.write(&mut app, steps, &mut held);
        app.lock();
        Self { folder, held, hand }
    }

    /// Goes on by so many steps, and locks.
    pub(super) fn go_on(&mut self, steps: usize) {
        let mut app = faults::open(self.path()).unwrap();
        self.hand.sealed();
        self.hand.write(&mut app, steps, &mut self.held);
        app.lock();
    }

    /// Goes on by so many steps in a copy of the place, as a program leaves it that is killed then: with its journal.
    pub(super) fn killed_after(&mut self, steps: usize) -> Self {
        let mut app = faults::open(self.path()).unwrap();
        self.hand.sealed();
        self.hand.write(&mut app, steps, &mut self.held);
        let folder = tempfile::tempdir().unwrap();
        copy(self.path(), folder.path());
        // What the connections of one program share is worth nothing to the next.
        let _ = fs_err::remove_file(folder.path().join("store/samsyn.db-shm"));
        let hand = Hand::begin(&mut app, Random::of(0, "killed"), 1);
        app.lock();
        Self { folder, held: self.held.clone(), hand }
    }

    /// The files of the place as they are now.
    pub(super) fn files(&self) -> Files {
        let kept = tempfile::tempdir().unwrap();
        copy(self.path(), kept.path());
        Files { kept, place: self.path().to_owned() }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn database(&self) -> PathBuf {
        self.path().join("store/samsyn.db")
    }

    /// What a full check finds; an error says why the store was not opened.
    pub(super) fn verify(&self) -> Result<VerifyReport, String> {
        let store = self.locked()?.unlock(Way::Keyring).map_err(|(_, refusal)| refusal.to_string())?;
        store.verify(|_, _| {}).map_err(|refusal| refusal.to_string())
    }

    /// The store, locked; an error says what is found instead.
    pub(super) fn locked(&self) -> Result<LockedStore, String> {
        match LockedStore::at(&self.path().join("store"), faults::keyring_of(self.path())).unwrap() {
            Found::Locked(locked) => Ok(locked),
            other => Err(format!("{other:?}")),
        }
    }

    /// Whether opening the store or checking it tells that something is wrong.
    pub(super) fn is_noticed(&self) -> bool {
        !self.verify().is_ok_and(|report| report.is_whole())
    }
}

/// The files of a place as they once were.
pub(super) struct Files {
    kept: tempfile::TempDir,
    place: PathBuf,
}

impl Files {
    /// Puts them back in the place of those that are there.
    pub(super) fn put_back(&self) {
        fs_err::remove_dir_all(&self.place).unwrap();
        copy(self.kept.path(), &self.place);
    }
}

/// Bytes of a file that are other for a while.
pub(super) struct Changed {
    file: std::fs::File,
    whole: Vec<u8>,
    at: usize,
    length: usize,
}

impl Changed {
    /// Puts bytes in a file, whose whole content is known.
    pub(super) fn put(path: &Path, whole: &[u8], at: usize, bytes: &[u8]) -> Self {
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.write_all_at(bytes, at as u64).unwrap();
        Self { file, whole: whole.to_vec(), at, length: bytes.len() }
    }

    /// Cuts a file off.
    pub(super) fn cut(path: &Path, whole: &[u8], length: usize) -> Self {
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_len(length as u64).unwrap();
        Self { file, whole: whole.to_vec(), at: length, length: whole.len() - length }
    }

    /// Puts back what was there.
    pub(super) fn undo(self) {
        let Self { file, whole, at, length } = self;
        file.write_all_at(&whole[at..at + length], at as u64).unwrap();
    }
}
