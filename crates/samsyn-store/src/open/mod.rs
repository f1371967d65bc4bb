//! Finding, creating and unlocking a store. A locked store is a type of its own, which no query can be written against.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use fs_err as fs;
use rusqlite::{Connection, params};
use samsyn_plan::ids::UserId;
use uuid::Uuid;

use crate::engine::{self, EngineError};
use crate::log::{self, Seal};
use crate::schema;
use crate::store::{key_name, seal_name};
use crate::table::time_text;
use crate::vault::header::{Header, HeaderError, NAMES};
use crate::vault::slots::{Cost, Slot, SlotKind};
use crate::vault::{DataKey, NoRandomness, Passphrase};
use crate::{Keyring, RecoveryKey, SealState, Store, StoreError};

/// The database's file name in the store's folder.
pub(crate) const DATABASE: &str = "samsyn.db";
const LOCK: &str = "samsyn.lock";

/// Where a store lives: its folder, its header, and the file lock that keeps others out.
#[derive(Debug)]
pub(crate) struct Home {
    pub(crate) folder: PathBuf,
    pub(crate) header: Header,
    pub(crate) keyring: Arc<dyn Keyring>,
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
    /// A header that a newer version of the program wrote.
    HeaderNewer,
    /// A header without its database.
    DatabaseMissing,
    /// The database is not encrypted. It is not opened.
    NotEncrypted,
    /// Another window or another program has the store open.
    InUse,
}

/// A way into a store.
#[derive(Debug)]
pub enum Way<'a> {
    /// A passphrase; without a user it is tried for each.
    Passphrase {
        /// Whose it is.
        user: Option<UserId>,
        /// What was typed.
        passphrase: &'a Passphrase,
    },
    /// The recovery key.
    Recovery(&'a RecoveryKey),
    /// The operating system's keyring.
    Keyring,
}

/// Why a store was not unlocked.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The passphrase is not the right one.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The recovery key is well written, and is not this store's.
    #[error("the recovery key is not this store's")]
    WrongRecoveryKey,
    /// The keyring cannot be used, holds no key, or one that is out of date. Ask for the passphrase.
    #[error("the keyring holds no key for this store")]
    NotInKeyring,
    /// The key is right, and the database does not open by it: it is damaged, or belongs to another header.
    #[error("the database is damaged, or is another store's")]
    Damaged,
    /// A newer version of the program has written the database. Nothing is changed.
    #[error("the database has schema {found}, this program knows {known}")]
    NewerSchema {
        /// The database's schema number.
        found: i64,
        /// The newest one that this program knows.
        known: i64,
    },
    /// The engine is not one to be trusted, or the file could not be read.
    #[error(transparent)]
    Engine(EngineError),
    /// The schema could not be brought up to date, or read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why no store was created. Nothing that was there has been touched.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The folder has a database or a header. A new key would shut out what is there.
    #[error("there is a store in the folder already")]
    Exists,
    /// Another program works in the folder.
    #[error("the folder is in use")]
    InUse,
    /// No random bytes could be had.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// A file could not be written.
    #[error("a file could not be written: {0}")]
    Io(#[from] std::io::Error),
    /// The engine is not one to be trusted.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The first tables could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LockedStore {
    /// Looks at what is in `folder`, and takes the store's lock where there is a store. Creates nothing.
    pub fn at(folder: &Path, keyring: Arc<dyn Keyring>) -> std::io::Result<Found> {
        let database = folder.join(DATABASE);
        let has_database = database.try_exists()?;
        let header = Header::read(folder);
        if !has_database && matches!(header, Err(HeaderError::Missing)) {
            return Ok(Found::Empty);
        }
        let Some(lock) = take_lock(folder)? else { return Ok(Found::InUse) };
        match header {
            Err(HeaderError::Io(error)) => Err(error),
            Err(HeaderError::Missing) if engine::is_plain(&database)? => Ok(Found::NotEncrypted),
            Err(HeaderError::Missing) => Ok(Found::HeaderMissing),
            Err(HeaderError::Damaged) => Ok(Found::HeaderDamaged),
            Err(HeaderError::Newer) => Ok(Found::HeaderNewer),
            Ok(_) if !has_database => Ok(Found::DatabaseMissing),
            Ok(_) if engine::is_plain(&database)? => Ok(Found::NotEncrypted),
            Ok(header) => Ok(Found::Locked(Self::from(Home { folder: folder.to_owned(), header, keyring, _lock: lock }))),
        }
    }

    /// Creates a store in `folder`, opened by the passphrase of its first user and by the recovery key that comes back.
    ///
    /// Refuses where any file of a store is in the folder.
    pub fn create(
        folder: &Path,
        keyring: Arc<dyn Keyring>,
        user: UserId,
        passphrase: &Passphrase,
        at: DateTime<Utc>,
    ) -> Result<(Store, RecoveryKey), CreateError> {
        make_private_folder(folder)?;
        let lock = take_lock(folder)?.ok_or(CreateError::InUse)?;
        let journal = format!("{DATABASE}-wal");
        for name in NAMES.into_iter().chain([DATABASE, journal.as_str()]) {
            if folder.join(name).try_exists()? {
                return Err(CreateError::Exists);
            }
        }
        let (key, recovery, store) = (DataKey::new_random()?, RecoveryKey::new_random()?, Uuid::now_v7());
        let mut header = Header::new(store, key.check());
        header.set_slot(Slot::wrap(&key, passphrase.bytes(), SlotKind::Passphrase { user }, store, Cost::CHOSEN)?);
        header.set_slot(Slot::wrap(&key, recovery.bytes(), SlotKind::Recovery, store, Cost::RANDOM)?);
        // The header goes first: a database without a key to it would be lost, a header without a database loses nothing.
        header.write(folder)?;
        let path = folder.join(DATABASE);
        make_private_file(&path)?;
        let mut connection = engine::connect(&path, &key)?;
        schema::migrate(&mut connection)?;
        connection
            .execute(
                "INSERT INTO store (id, device, created_at) VALUES (?1, ?2, ?3)",
                params![store.to_string(), Uuid::now_v7().to_string(), time_text(at)],
            )
            .map_err(StoreError::from)?;
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").map_err(StoreError::from)?;
        engine::prove_file(&path)?;
        let home = Home { folder: folder.to_owned(), header, keyring, _lock: lock };
        Ok((Store::begin(connection, home, key).map_err(|(_, error)| error)?, recovery))
    }

    /// The store's identifier.
    pub fn id(&self) -> Uuid {
        self.0.header.store
    }

    /// Whether the keyring holds this store's key, so that quick unlock can be offered.
    pub fn is_remembered(&self) -> bool {
        self.key_in_keyring().is_ok()
    }

    /// Unlocks. Where it fails, the locked store comes back, with the reason.
    pub fn unlock(self, way: Way<'_>) -> Result<Store, (Self, UnlockError)> {
        let key = match self.key_by(way) {
            Ok(key) => key,
            Err(error) => return Err((self, error)),
        };
        let mut connection = match self.connect(&key) {
            Ok(connection) => connection,
            Err(error) => return Err((self, error)),
        };
        if let Err(error) = prepare(&mut connection, self.0.header.store) {
            return Err((self, error));
        }
        // A lost copy of the header is made good. Where it cannot be, the other one still opens the store.
        if !self.0.header.kept_twice(&self.0.folder) {
            let _ = self.0.header.write_as_is(&self.0.folder);
        }
        Store::begin(connection, *self.0, key).map_err(|(home, error)| (Self::from(home), error.into()))
    }

    fn key_by(&self, way: Way<'_>) -> Result<DataKey, UnlockError> {
        let header = &self.0.header;
        match way {
            Way::Passphrase { user, passphrase } => header
                .slots
                .iter()
                .filter(|slot| match slot.kind {
                    SlotKind::Passphrase { user: owner } => user.is_none_or(|user| user == owner),
                    SlotKind::Recovery => false,
                })
                .find_map(|slot| slot.unwrap_key(passphrase.bytes(), header.store))
                .ok_or(UnlockError::WrongPassphrase),
            Way::Recovery(key) => header
                .slot(SlotKind::Recovery)
                .and_then(|slot| slot.unwrap_key(key.bytes(), header.store))
                .ok_or(UnlockError::WrongRecoveryKey),
            Way::Keyring => self.key_in_keyring(),
        }
    }

    fn key_in_keyring(&self) -> Result<DataKey, UnlockError> {
        let stored = self.0.keyring.get(&key_name(self.0.header.store)).map_err(|_| UnlockError::NotInKeyring)?;
        DataKey::from_bytes(&stored).filter(|key| key.check() == self.0.header.key_check).ok_or(UnlockError::NotInKeyring)
    }

    fn connect(&self, key: &DataKey) -> Result<Connection, UnlockError> {
        engine::connect(&self.0.folder.join(DATABASE), key).map_err(|error| match error {
            EngineError::KeyOrDamage => UnlockError::Damaged,
            other => UnlockError::Engine(other),
        })
    }
}

/// Brings the schema up to date, unless it is newer than this program, and sees that header and database belong together.
fn prepare(connection: &mut Connection, store: Uuid) -> Result<(), UnlockError> {
    let found = schema::number(connection).map_err(StoreError::from)?;
    if found > schema::NEWEST {
        return Err(UnlockError::NewerSchema { found, known: schema::NEWEST });
    }
    // Schema 0 is an empty database, which is never brought up to date here: that would be a new one in silence.
    if found == 0 {
        return Err(UnlockError::Damaged);
    }
    if found < schema::NEWEST {
        schema::migrate(connection)?;
    }
    let (id, _) = identity(connection)?;
    if id == store { Ok(()) } else { Err(UnlockError::Damaged) }
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
    fn begin(connection: Connection, home: Home, key: DataKey) -> Result<Self, (Home, StoreError)> {
        match begin_log(&connection, &home) {
            Ok(begun) => {
                let Begun { id, device, watched, seal } = begun;
                Ok(Self { connection, home, key, id, device, watched, checked: HashSet::new(), seal })
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
}

fn begin_log(connection: &Connection, home: &Home) -> Result<Begun, StoreError> {
    let (id, device) = identity(connection)?;
    let watched = schema::all_watched(connection)?;
    log::close_all(connection)?;
    let seal = match home.keyring.get(&seal_name(id)).ok().and_then(|bytes| Seal::from_bytes(&bytes)) {
        None => SealState::Unsealed,
        Some(seal) if seal.is_in_log(connection)? => SealState::Matches,
        Some(_) => SealState::Differs,
    };
    Ok(Begun { id, device, watched, seal })
}

/// Takes the file lock of a store, or nothing where another holds it.
fn take_lock(folder: &Path) -> std::io::Result<Option<File>> {
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
