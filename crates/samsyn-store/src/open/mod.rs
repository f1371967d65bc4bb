//! Finding, creating and unlocking a store. A locked store is a type of its own, which no query can be written against.

mod create;
#[cfg(test)]
mod tests;
mod unlock;

pub use create::CreateError;
pub use unlock::{UnlockError, Way};

use std::collections::HashSet;
use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use fs_err as fs;
use rusqlite::Connection;
use samsyn_plan::ids::UserId;
use uuid::Uuid;

use crate::engine;
use crate::log;
use crate::schema;
use crate::store::seal_name;
use crate::store::sealing::{self, Sealer, Sealing};
use crate::vault::DataKey;
use crate::vault::header::{Header, HeaderError};
use crate::vault::tries::Tries;
use crate::{Keyring, SealState, Store, StoreError, salvage};

/// The database's file name in the store's folder.
pub(crate) const DATABASE: &str = "samsyn.db";
/// The database under its next key, while the key is being changed.
pub(crate) const NEXT_DATABASE: &str = "samsyn.db.next";
pub(crate) const LOCK: &str = "samsyn.lock";

/// Where a store lives: its folder, its header, and the file lock that keeps others out.
#[derive(Debug)]
pub(crate) struct Home {
    pub(crate) folder: PathBuf,
    pub(crate) header: Header,
    pub(crate) keyring: Arc<dyn Keyring>,
    pub(crate) tries: Tries,
    pub(crate) sealer: Sealer,
    /// Held, never read: closing it releases the lock.
    _lock: File,
}

/// A store that nobody has unlocked.
pub struct LockedStore(Box<Home>);

impl fmt::Debug for LockedStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LockedStore").field("id", &self.0.header.store).finish_non_exhaustive()
    }
}

impl From<Home> for LockedStore {
    fn from(home: Home) -> Self {
        Self(Box::new(home))
    }
}

/// What is in a folder.
#[derive(Debug)]
pub enum Found {
    /// No store: one may be created.
    Empty,
    /// A store that can be unlocked.
    Locked(LockedStore),
    /// A database without the header that holds its keys. The header of a backup opens it, or the keyring's key does not.
    HeaderMissing,
    /// A database whose header is damaged in both copies.
    HeaderDamaged,
    /// A header of a format from before the first release.
    HeaderOlder,
    /// A header that a newer version of the program wrote.
    HeaderNewer,
    /// A header without its database.
    DatabaseMissing,
    /// The database is not encrypted. It is not opened.
    NotEncrypted,
    /// Another window or another program has the store open.
    InUse,
}

impl LockedStore {
    /// Looks at what is in `folder`, and takes the store's lock where there is a store. Creates nothing, and ends what was
    /// interrupted.
    pub fn at(folder: &Path, keyring: Arc<dyn Keyring>) -> std::io::Result<Found> {
        let database = folder.join(DATABASE);
        let is_waiting = folder.join(create::WAITING).try_exists()?;
        if !is_waiting && !database.try_exists()? && matches!(Header::read(folder), Err(HeaderError::Missing)) {
            return Ok(Found::Empty);
        }
        let Some(lock) = take_lock(folder)? else { return Ok(Found::InUse) };
        // A first start or a salvage that was interrupted when its store took its place is ended. Where it cannot be, what is
        // found below tells.
        let _ = create::finish(folder);
        let _ = salvage::finish(folder);
        let has_database = database.try_exists()?;
        match Header::read(folder) {
            Err(HeaderError::Io(error)) => Err(error),
            Err(HeaderError::Missing) if engine::is_plain(&database)? => Ok(Found::NotEncrypted),
            Err(HeaderError::Missing) => Ok(Found::HeaderMissing),
            Err(HeaderError::Damaged) => Ok(Found::HeaderDamaged),
            Err(HeaderError::Older) => Ok(Found::HeaderOlder),
            Err(HeaderError::Newer) => Ok(Found::HeaderNewer),
            Ok(_) if !has_database => Ok(Found::DatabaseMissing),
            Ok(_) if engine::is_plain(&database)? => Ok(Found::NotEncrypted),
            Ok(header) => Ok(Found::Locked(Self::from(Home::new(folder, header, keyring, lock)))),
        }
    }

    pub(crate) fn into_home(self) -> Box<Home> {
        self.0
    }

    /// The store's identifier.
    pub fn id(&self) -> Uuid {
        self.0.header.store
    }
}

impl Home {
    fn new(folder: &Path, header: Header, keyring: Arc<dyn Keyring>, lock: File) -> Self {
        Self { folder: folder.to_owned(), header, keyring, tries: Tries::read(folder), sealer: Sealer::default(), _lock: lock }
    }

    /// The seconds until another try may be made.
    pub(crate) fn seconds_to_wait(&mut self, now: DateTime<Utc>) -> u32 {
        let before = self.tries;
        let seconds = self.tries.left(now);
        if self.tries != before {
            let _ = self.tries.write(&self.folder);
        }
        seconds
    }

    /// Counts a try. Where the count cannot be kept on the disk it is kept here: a full disk shuts nobody out.
    pub(crate) fn tried(&mut self, count: impl FnOnce(&mut Tries)) {
        count(&mut self.tries);
        let _ = self.tries.write(&self.folder);
    }

    /// Puts the header in order by the key that opened the database: a change of key that was interrupted is finished or
    /// forgotten, and a lost copy made good. What cannot be written now still opens the store, and is tried next time.
    fn settle(&mut self, key: &DataKey) {
        if self.header.is_between_keys() {
            self.header.rekey_due &= !self.header.is_next(key);
            let _ = self.header.write(&self.folder, key, None);
        } else if !self.header.kept_twice(&self.folder) {
            let _ = self.header.write_as_is(&self.folder);
        }
        let _ = self.remove_next_database();
    }

    /// Removes what a change of key that was interrupted left beside the database, which has been opened.
    pub(crate) fn remove_next_database(&self) -> std::io::Result<()> {
        for ending in ["", "-wal", "-shm", "-journal"] {
            match fs::remove_file(self.folder.join(format!("{NEXT_DATABASE}{ending}"))) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// The store's identifier and the device's, as the database has them.
fn identity(connection: &Connection) -> Result<(Uuid, Uuid), StoreError> {
    let (id, device): (String, String) = connection.query_row("SELECT id, device FROM store", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let read = |text: &str| Uuid::parse_str(text).map_err(|_| StoreError::Unreadable { what: "store".to_owned() });
    Ok((read(&id)?, read(&device)?))
}

impl Store {
    /// Begins to work with an open database: closes what an interrupted program left open, and compares with the seal.
    #[expect(clippy::result_large_err, reason = "the home goes back to the locked store that it came from")]
    pub(crate) fn begin(connection: Connection, home: Home, key: DataKey, opened_by: Option<UserId>) -> Result<Self, (Home, StoreError)> {
        match begin_log(&connection, &home) {
            Ok(begun) => {
                let Begun { id, device, watched, seal, compared } = begun;
                Ok(Self {
                    connection,
                    home,
                    key,
                    opened_by,
                    id,
                    device,
                    watched,
                    checked: HashSet::new(),
                    seal,
                    sealing: Sealing::begun(compared),
                })
            }
            Err(error) => Err((home, error)),
        }
    }
}

struct Begun {
    id: Uuid,
    device: Uuid,
    watched: Vec<schema::Watched>,
    seal: SealState,
    /// Whether the keyring could be asked for the seal.
    compared: bool,
}

fn begin_log(connection: &Connection, home: &Home) -> Result<Begun, StoreError> {
    let (id, device) = identity(connection)?;
    let watched = schema::all_watched(connection)?;
    log::close_all(connection)?;
    home.sealer.begin();
    // A keyring that cannot be used now may hold a seal all the same, which is compared before anything is sealed over it.
    let found = sealing::found(home.keyring.as_ref(), &seal_name(id));
    let compared = found.is_ok();
    let seal = sealing::compared(connection, found.unwrap_or_default())?;
    Ok(Begun { id, device, watched, seal, compared })
}

/// Takes the file lock of a store, or nothing where another holds it.
pub(crate) fn take_lock(folder: &Path) -> std::io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    private(&mut options);
    let file = options.open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Only the user who runs the program may read its files. On Windows the folder's own rights say so.
fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Makes an empty file that only the user may read; the engine's journal takes over its rights.
pub(crate) fn make_private_file(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    private(&mut options);
    options.open(path).map(drop)
}

/// Makes a folder that only the user may look into.
pub(crate) fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}
