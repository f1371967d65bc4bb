//! Restore: a backup is opened beside the store, by what somebody types, to be tried or to take the store's place.
//!
//! A trial and a real restore are the same up to the last step: the backup is copied into the store's folder, unlocked there
//! and verified. The backup itself is only read, so that it may lie on a disk that takes no writing.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use fs_err as fs;
use samsyn_plan::backups::Restoration;
use samsyn_plan::ids::RecordId;
use tempfile::TempDir;
use uuid::Uuid;

use crate::backup::{self, BackupError, JOURNAL, SHARED_MEMORY, has_room, store_files};
use crate::log::{self, Seal};
use crate::open::{DATABASE, Found, LockedStore, UnlockError, Way, make_private_folder, take_lock};
use crate::store::seal_name;
use crate::table::insert;
use crate::tables::users;
use crate::vault::header::{Header, HeaderError, NAMES, sync_folder};
use crate::vault::tries::Tries;
use crate::{Act, Chain, Keyring, Kind, NoKeyring, Store, StoreError};

/// The beginning of the name of the folder in which a backup is opened. What an interrupted program left is removed next time.
const BESIDE: &str = ".restoring-";
/// The beginning of the name of the folder that keeps what stood in the store's place before.
pub(crate) const SET_ASIDE: &str = "set-aside-";

/// Why a backup was not opened, or not put in the store's place. The backup is untouched, and so is what there is of the store.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no backup in the folder.
    #[error("there is no backup in the folder")]
    NotABackup,
    /// The backup's keys or its pages are damaged.
    #[error("the backup is damaged")]
    Damaged,
    /// The backup was made by a newer version of the program.
    #[error("the backup was made by a newer version")]
    Newer,
    /// It belongs to another store than the one in whose place it was to go.
    #[error("the backup belongs to another store")]
    OtherStore,
    /// A program has the store open in whose place it was to go.
    #[error("the store is in use")]
    InUse,
    /// It was not unlocked.
    #[error(transparent)]
    Unlock(UnlockError),
    /// It could not be copied.
    #[error(transparent)]
    Copy(#[from] BackupError),
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for RestoreError {
    fn from(error: std::io::Error) -> Self {
        BackupError::from(error).into()
    }
}

impl From<UnlockError> for RestoreError {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::NewerSchema { .. } => Self::Newer,
            UnlockError::Damaged | UnlockError::OtherHeader | UnlockError::Backup(BackupError::Damaged) => Self::Damaged,
            UnlockError::Backup(error) => error.into(),
            other => Self::Unlock(other),
        }
    }
}

/// A backup that is open in a copy of its own, brought to this program's schema. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct OpenedBackup {
    store: Store,
    /// Removed after the store is closed.
    folder: TempDir,
}

impl OpenedBackup {
    /// Copies the backup in the folder `backup` into the folder `beside`, and unlocks the copy. Only what is typed opens it.
    pub fn open(backup: &Path, beside: &Path, way: Way<'_>) -> Result<Self, RestoreError> {
        if !backup.join(DATABASE).try_exists()? {
            return Err(RestoreError::NotABackup);
        }
        let sizes = store_files().map(|name| fs::metadata(backup.join(name)).map_or(0, |file| file.len()));
        // First, since what an interrupted program left may be what fills the disk.
        remove_left(beside);
        has_room(beside, sizes.sum())?;
        let folder = tempfile::Builder::new().prefix(BESIDE).tempdir_in(beside)?;
        make_private_folder(folder.path())?;
        for name in store_files() {
            let from = backup.join(name);
            if from.try_exists()? {
                backup::copy(&File::open(&from)?, &folder.path().join(name), |_| Ok(()))?;
            }
        }
        match LockedStore::at(folder.path(), Arc::new(NoKeyring))? {
            Found::Locked(locked) => {
                let store = locked.unlock(way).map_err(|(_, error)| error)?;
                Ok(Self { store, folder })
            }
            Found::HeaderNewer => Err(RestoreError::Newer),
            Found::Empty => Err(RestoreError::NotABackup),
            _ => Err(RestoreError::Damaged),
        }
    }

    /// The store as it was when the backup was made.
    pub fn store(&self) -> &Store {
        &self.store
    }
}

/// What was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The name of the folder, in the store's own, that keeps what stood there before; nothing where nothing did.
    pub set_aside: Option<String>,
}

/// Puts a backup in the place of the store in `folder`, whatever state that is in. What stands there is set aside in a folder
/// beside, and never deleted. The store is locked afterwards; the passphrases are those of when the backup was made.
///
/// It is entered in the store that was put back, and the head of its log is sealed anew in the keyring, so that a restore is no
/// alarm. Interrupted anywhere, the old store, the new one or neither opens, and both lie in the folder; it can be done again.
pub fn restore(backup: &Path, folder: &Path, way: Way<'_>, keyring: &dyn Keyring, at: DateTime<Utc>) -> Result<Restored, RestoreError> {
    make_private_folder(folder)?;
    // Held to the end.
    let _lock = take_lock(folder)?.ok_or(RestoreError::InUse)?;
    let OpenedBackup { mut store, folder: opened } = open_slowly(backup, folder, way, at)?;
    match Header::read(folder) {
        Ok(present) if present.store != store.id => return Err(RestoreError::OtherStore),
        Err(HeaderError::Io(error)) => return Err(error.into()),
        _ => {}
    }
    let found = backup::damage(&store.connection)?;
    if !found.is_empty() {
        return Err(RestoreError::Damaged);
    }
    let aside = aside(folder, at)?;
    enter(&mut store, backup, aside.as_deref(), at)?;
    log::close_all(&store.connection)?;
    let (counter, head) = log::head(&store.connection)?;
    let (header, id) = (store.home.header.clone(), store.id);
    drop(store.lock(at));
    put_in_place(opened.path(), folder, aside.as_deref(), &header)?;
    // Where the keyring cannot be told now, what is entered above explains later why its seal is not in the log.
    let _ = keyring.set(&seal_name(id), &Seal { counter, head, at: Some(at) }.to_bytes());
    Ok(Restored { set_aside: aside.as_deref().map(name_of) })
}

/// Opens a backup for somebody who sits at the program, whose wrong tries are counted and slowed with those at the store's door.
fn open_slowly(backup: &Path, folder: &Path, way: Way<'_>, at: DateTime<Utc>) -> Result<OpenedBackup, RestoreError> {
    let mut tries = Tries::read(folder);
    let seconds = tries.left(at);
    if seconds > 0 {
        return Err(RestoreError::Unlock(UnlockError::TooManyTries { seconds }));
    }
    let opened = OpenedBackup::open(backup, folder, way);
    match &opened {
        Ok(_) => tries.right(),
        Err(RestoreError::Unlock(error)) if error.is_wrong_secret() => tries.wrong(at),
        Err(_) => {}
    }
    // Where the count cannot be kept, a full disk shuts nobody out.
    let _ = tries.write(folder);
    opened
}

/// A new folder for what stands in the store's place; nothing where nothing does.
pub(crate) fn aside(folder: &Path, at: DateTime<Utc>) -> Result<Option<PathBuf>, RestoreError> {
    if !store_files().any(|name| folder.join(name).exists()) {
        return Ok(None);
    }
    let prefix = format!("{SET_ASIDE}{}-", at.format("%Y-%m-%d-%H%M%S"));
    let aside = tempfile::Builder::new().prefix(&prefix).tempdir_in(folder)?.keep();
    make_private_folder(&aside)?;
    Ok(Some(aside))
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Enters in the store that it was put back.
fn enter(store: &mut Store, backup: &Path, aside: Option<&Path>, at: DateTime<Utc>) -> Result<(), StoreError> {
    let user = store.opened_by();
    let names = store.read(users)?;
    let by = names.into_iter().find(|one| Some(one.id) == user).map(|one| one.name).unwrap_or_default();
    let folder = backup.to_string_lossy().into_owned();
    let set_aside = aside.map(name_of).unwrap_or_default();
    let id = Uuid::now_v7();
    let act = Act {
        command_id: id,
        chain: Chain::Store,
        command: "store.restore",
        arguments: serde_json::Value::Null,
        actor: user.unwrap_or_default(),
        at,
        kind: Kind::Act,
    };
    store.write(act, |writer| insert(writer, &Restoration { id: RecordId(id), at, by, folder, set_aside }))
}

/// Sets aside what stands in the store's place, and moves what was opened there.
///
/// There is a header at every step, so that a program that is started after an interruption never takes the folder for empty
/// and never makes a new store in it.
pub(crate) fn put_in_place(opened: &Path, folder: &Path, aside: Option<&Path>, header: &Header) -> Result<(), RestoreError> {
    if let Some(aside) = aside {
        for name in NAMES {
            let from = folder.join(name);
            if from.try_exists()? {
                backup::copy(&File::open(&from)?, &aside.join(name), |_| Ok(()))?;
            }
        }
        sync_folder(aside)?;
    }
    header.write_as_is(folder)?;
    if let Some(aside) = aside {
        for name in [DATABASE, JOURNAL, SHARED_MEMORY] {
            let from = folder.join(name);
            if from.try_exists()? {
                fs::rename(from, aside.join(name))?;
            }
        }
        sync_folder(aside)?;
        sync_folder(folder)?;
    }
    // A journal that was not written into the database when it was closed goes first: it is nothing without it.
    for name in [JOURNAL, DATABASE] {
        let from = opened.join(name);
        if from.try_exists()? {
            fs::rename(from, folder.join(name))?;
        }
    }
    Ok(sync_folder(folder)?)
}

/// Removes what is left of backups that were opened by a program that was interrupted: copies of our own making.
fn remove_left(beside: &Path) {
    let Ok(entries) = fs::read_dir(beside) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(BESIDE) {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests;
