//! The first start: a store is made whole in a folder of its own beside its place, its first user in it, and then moved there.
//!
//! Interrupted before it is whole, nothing of it counts: the next first start begins anew. Interrupted afterwards, [`finish`]
//! does what is left when the folder is looked at again.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use fs_err as fs;
use rusqlite::params;
use samsyn_plan::ids::UserId;
use tempfile::TempDir;
use uuid::Uuid;

use super::{DATABASE, Home, LockedStore, NEXT_DATABASE, make_private_file, make_private_folder, take_lock};
use crate::engine::{self, EngineError};
use crate::schema;
use crate::table::time_text;
use crate::vault::cost::Cost;
use crate::vault::header::{Header, NAMES, sync_folder};
use crate::vault::slots::{Slot, SlotKind};
use crate::vault::{DataKey, NoRandomness, Passphrase};
use crate::{Keyring, RecoveryKey, Store, StoreError};

/// The beginning of the name of the folder in which a store is made. What an interrupted program left is removed next time.
const BESIDE: &str = ".first-start-";
/// Where a store that is whole waits until it is moved to its place.
pub(super) const WAITING: &str = "first-start";

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
    /// Creates a store in `folder`, opened by the passphrase of its first user and by the recovery key that comes back. `first`
    /// writes what no store is without, such as that user; where it fails, there is no store.
    ///
    /// `cost` is what each guess at a passphrase of this store costs from now on. Refuses where any file of a store is in the
    /// folder.
    pub fn create<E: From<CreateError>>(
        folder: &Path,
        keyring: Arc<dyn Keyring>,
        user: UserId,
        passphrase: &Passphrase,
        cost: Cost,
        at: DateTime<Utc>,
        first: impl FnOnce(&mut Store) -> Result<(), E>,
    ) -> Result<(Store, RecoveryKey), E> {
        make_private_folder(folder).map_err(CreateError::from)?;
        let lock = take_lock(folder).map_err(CreateError::from)?.ok_or(CreateError::InUse)?;
        let staging = staging(folder)?;
        let recovery = RecoveryKey::new_random().map_err(CreateError::from)?;
        let mut store = begin(staging.path(), keyring, lock, (user, passphrase), &recovery, (cost, at))?;
        first(&mut store)?;
        Ok((move_in(store, staging, folder)?, recovery))
    }
}

/// A folder to make a store in, where there is none in `folder`. Dropped, it leaves nothing behind.
fn staging(folder: &Path) -> Result<TempDir, CreateError> {
    let journal = format!("{DATABASE}-wal");
    for name in NAMES.into_iter().chain([DATABASE, journal.as_str(), NEXT_DATABASE, WAITING]) {
        if folder.join(name).try_exists()? {
            return Err(CreateError::Exists);
        }
    }
    for entry in fs::read_dir(folder)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(BESIDE) {
            // A store that nobody has been in. What cannot be removed is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    let staging = tempfile::Builder::new().prefix(BESIDE).tempdir_in(folder)?;
    make_private_folder(staging.path())?;
    Ok(staging)
}

/// Makes an empty store in the folder `staging`, which holds the lock of its place.
fn begin(
    staging: &Path,
    keyring: Arc<dyn Keyring>,
    lock: File,
    (user, passphrase): (UserId, &Passphrase),
    recovery: &RecoveryKey,
    (cost, at): (Cost, DateTime<Utc>),
) -> Result<Store, CreateError> {
    let (key, store) = (DataKey::new_random()?, Uuid::now_v7());
    let slots = vec![
        Slot::by_secret(passphrase.bytes(), SlotKind::Passphrase { user }, store, cost)?,
        Slot::by_secret(recovery.bytes(), SlotKind::Recovery, store, Cost::RANDOM)?,
    ];
    let mut header = Header::new(store, cost, slots);
    header.write(staging, &key, None)?;
    let path = staging.join(DATABASE);
    make_private_file(&path)?;
    let mut connection = engine::connect(&path, &key)?;
    schema::migrate(&mut connection)?;
    connection
        .execute(
            "INSERT INTO store (id, device, created_at) VALUES (?1, ?2, ?3)",
            params![store.to_string(), Uuid::now_v7().to_string(), time_text(at)],
        )
        .map_err(StoreError::from)?;
    let home = Home::new(staging, header, keyring, lock);
    Ok(Store::begin(connection, home, key, Some(user)).map_err(|(_, error)| error)?)
}

/// Moves a store that is whole to its place, and opens it there.
fn move_in(store: Store, staging: TempDir, folder: &Path) -> Result<Store, CreateError> {
    let Store { connection, mut home, key, opened_by, .. } = store;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").map_err(StoreError::from)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    engine::prove_file(&staging.path().join(DATABASE))?;
    sync_folder(staging.path())?;
    fs::rename(staging.path(), folder.join(WAITING))?;
    // From here on it is a store.
    drop(staging.keep());
    sync_folder(folder)?;
    finish(folder)?;
    folder.clone_into(&mut home.folder);
    let connection = engine::connect(&folder.join(DATABASE), &key)?;
    Ok(Store::begin(connection, home, key, opened_by).map_err(|(_, error)| error)?)
}

/// Moves a store that waits to its place. To be called by whoever holds the lock of the folder.
pub(super) fn finish(folder: &Path) -> std::io::Result<()> {
    let waiting = folder.join(WAITING);
    if !waiting.try_exists()? {
        return Ok(());
    }
    for name in NAMES.into_iter().chain([DATABASE]) {
        let (from, to) = (waiting.join(name), folder.join(name));
        // What stands there already was moved before, or put there since.
        if from.try_exists()? && !to.try_exists()? {
            fs::rename(from, to)?;
        }
    }
    sync_folder(folder)?;
    fs::remove_dir_all(waiting)
}
