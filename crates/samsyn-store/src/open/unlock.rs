//! Unlocking: which key a way in gives, and the database opened by it.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use samsyn_plan::ids::UserId;

use super::{DATABASE, Home, LockedStore, identity};
use crate::backup::{self, BackupError, Source};
use crate::engine::{self, EngineError};
use crate::store::key_name;
use crate::vault::slots::{Slot, SlotKind};
use crate::vault::tries::Tries;
use crate::vault::{DataKey, Passphrase, quick};
use crate::{OrganisationKey, RecoveryKey, Store, StoreError, salvage, schema};
use fs_err as fs;

/// A way into a store.
#[derive(Clone, Copy, Debug)]
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
    /// The private key that the organisation keeps.
    Organisation(&'a OrganisationKey),
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
    /// The organisation's key is not the one whose public half this store has, or the store has none.
    #[error("the organisation's key is not this store's")]
    WrongOrganisationKey,
    /// Too many wrong tries in a row. Nothing was tried.
    #[error("too many wrong tries, wait {seconds} seconds")]
    TooManyTries {
        /// How long until the next try, in seconds.
        seconds: u32,
    },
    /// Somebody without the data key has changed the header: its list of ways in is not to be trusted.
    #[error("the header was changed by something else than the program")]
    HeaderAltered,
    /// The keyring cannot be used, holds no key, or one that is out of date. Ask for the passphrase.
    #[error("the keyring holds no key for this store")]
    NotInKeyring,
    /// The key is right, and the database does not open by it: it is damaged, or another store's under the same key.
    #[error("the database is damaged")]
    Damaged,
    /// The secret is right for the header, and the header's key is not the database's: one of them is older, or another
    /// store's.
    #[error("the header and the database do not belong together")]
    OtherHeader,
    /// A newer version of the program has written the database. Nothing is changed.
    #[error("the database has schema {found}, this program knows {known}")]
    NewerSchema {
        /// The database's schema number.
        found: i64,
        /// The newest one that this program knows.
        known: i64,
        /// The version of the program that wrote it; nothing where it has not said so.
        version: Option<String>,
    },
    /// The engine is not one to be trusted, or the file could not be read.
    #[error(transparent)]
    Engine(EngineError),
    /// The backup that an upgrade needs first could not be made. Nothing was upgraded.
    #[error("no backup could be made before the upgrade: {0}")]
    Backup(BackupError),
    /// The schema could not be brought up to date, or read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LockedStore {
    /// Whether somebody who may still open the store has set up quick unlock, so that it can be offered. The keyring is not asked:
    /// a locked program has no business with the key.
    pub fn is_remembered(&self) -> bool {
        quick::read(&self.0.folder).is_some_and(|user| self.0.header.users().any(|one| one == user))
    }

    /// Unlocks as [`Self::unlock`] does, for somebody who sits at the program at `now`: after three wrong tries in a row, each
    /// further one waits longer, also when the program has been started anew. The keyring is never waited for.
    pub fn unlock_slowly(mut self, way: Way<'_>, now: DateTime<Utc>) -> Result<Store, (Self, UnlockError)> {
        if matches!(way, Way::Keyring) {
            return self.unlock(way);
        }
        let seconds = self.0.seconds_to_wait(now);
        if seconds > 0 {
            return Err((self, UnlockError::TooManyTries { seconds }));
        }
        match self.unlock(way) {
            Ok(mut store) => {
                store.home.tried(Tries::right);
                Ok(store)
            }
            Err((mut locked, error)) => {
                if error.is_wrong_secret() {
                    locked.0.tried(|tries| tries.wrong(now));
                }
                Err((locked, error))
            }
        }
    }

    /// Unlocks. Where it fails, the locked store comes back, with the reason.
    pub fn unlock(mut self, way: Way<'_>) -> Result<Store, (Self, UnlockError)> {
        let Opened { mut connection, key, user } = match self.open_by(way) {
            Ok(opened) => opened,
            Err(error) => return Err((self, error)),
        };
        if let Err(error) = prepare(&mut connection, &self.0, &key) {
            return Err((self, error));
        }
        self.0.settle(&key);
        Store::begin(connection, *self.0, key, user).map_err(|(home, error)| (Self::from(home), error.into()))
    }

    /// Opens the database by the keys that `way` gives.
    fn open_by(&self, way: Way<'_>) -> Result<Opened, UnlockError> {
        let from_keyring = matches!(way, Way::Keyring);
        let (user, keys) = self.keys_by(way)?;
        let mut refused = UnlockError::OtherHeader;
        // There are two where a change of key was interrupted: the one that opens the database holds.
        for key in keys {
            if !self.0.header.is_proven_by(&key) {
                return Err(UnlockError::HeaderAltered);
            }
            match self.connect(&key) {
                Ok(connection) => return Ok(Opened { connection, key, user }),
                Err(UnlockError::Damaged) if salvage::is_of_another_key(&self.0.folder, &key) => {}
                Err(UnlockError::Damaged) => refused = UnlockError::Damaged,
                Err(error) => return Err(error),
            }
        }
        // The keyring may hold the older key of a change that came further than the keyring.
        Err(if from_keyring && self.0.header.is_between_keys() { UnlockError::NotInKeyring } else { refused })
    }

    /// The data keys that a way gives, the current one first, and whose way it is.
    pub(crate) fn keys_by(&self, way: Way<'_>) -> Result<(Option<UserId>, Vec<DataKey>), UnlockError> {
        let header = &self.0.header;
        let opened = |slot: &Slot, secret: &[u8]| slot.private(secret, header.store).map(|private| header.unseal(slot, &private));
        let (user, keys) = match way {
            Way::Passphrase { user, passphrase } => header
                .slots
                .iter()
                .find_map(|slot| match slot.kind {
                    SlotKind::Passphrase { user: owner } if user.is_none_or(|user| user == owner) => {
                        opened(slot, passphrase.bytes()).map(|keys| (Some(owner), keys))
                    }
                    _ => None,
                })
                .ok_or(UnlockError::WrongPassphrase)?,
            Way::Recovery(key) => {
                let slot = header.slot(SlotKind::Recovery);
                (None, slot.and_then(|slot| opened(slot, key.bytes())).ok_or(UnlockError::WrongRecoveryKey)?)
            }
            Way::Organisation(key) => {
                let slot = header.slot(SlotKind::Organisation).filter(|slot| slot.recipient == key.recipient().to_string());
                (None, slot.map(|slot| header.unseal(slot, &key.0)).ok_or(UnlockError::WrongOrganisationKey)?)
            }
            Way::Keyring => self.key_in_keyring().map(|(user, key)| (Some(user), vec![key])).ok_or(UnlockError::NotInKeyring)?,
        };
        // The secret is right, and what it should unseal is another's or no key: not what the program writes.
        if keys.is_empty() { Err(UnlockError::HeaderAltered) } else { Ok((user, keys)) }
    }

    /// The key that the keyring holds for a user who may still open the store.
    fn key_in_keyring(&self) -> Option<(UserId, DataKey)> {
        let Home { header, keyring, .. } = &*self.0;
        header.users().find_map(|user| {
            let stored = keyring.get(&key_name(header.store, user)).ok()?;
            DataKey::from_bytes(&stored).filter(|key| header.names(key)).map(|key| (user, key))
        })
    }

    fn connect(&self, key: &DataKey) -> Result<Connection, UnlockError> {
        let path = self.0.folder.join(DATABASE);
        // The engine takes an empty file for a new database, and would begin it.
        if fs::metadata(&path).map_err(EngineError::Io).map_err(UnlockError::Engine)?.len() == 0 {
            return Err(UnlockError::Damaged);
        }
        if salvage::would_lose(&self.0.folder, key).map_err(EngineError::Io).map_err(UnlockError::Engine)? {
            return Err(UnlockError::Damaged);
        }
        engine::connect(&path, key).map_err(|error| match error {
            EngineError::KeyOrDamage => UnlockError::Damaged,
            other => UnlockError::Engine(other),
        })
    }
}

/// An open database, the key that opened it, and whose way in it was.
struct Opened {
    connection: Connection,
    key: DataKey,
    user: Option<UserId>,
}

impl UnlockError {
    /// Whether somebody typed a secret that is not the right one. Nothing else is counted as a try.
    pub(crate) fn is_wrong_secret(&self) -> bool {
        matches!(self, Self::WrongPassphrase | Self::WrongRecoveryKey | Self::WrongOrganisationKey)
    }
}

/// Brings the schema up to date, unless it is newer than this program, and sees that header and database belong together.
///
/// A backup is made first, and counts before anything is changed; where it cannot be made, the database stays as it is.
fn prepare(connection: &mut Connection, home: &Home, key: &DataKey) -> Result<(), UnlockError> {
    let found = schema::number(connection).map_err(StoreError::from)?;
    if found > schema::NEWEST {
        return Err(UnlockError::NewerSchema { found, known: schema::NEWEST, version: schema::signed_by(connection, found) });
    }
    // Schema 0 is an empty database, which is never brought up to date here: that would be a new one in silence.
    if found == 0 {
        return Err(UnlockError::Damaged);
    }
    let (id, _) = identity(connection)?;
    if id != home.header.store {
        return Err(UnlockError::Damaged);
    }
    if found < schema::NEWEST {
        let source = Source { connection, folder: &home.folder, header: &home.header, key };
        backup::before_upgrade(&source, schema::NEWEST).map_err(UnlockError::Backup)?;
        schema::migrate(connection)?;
    }
    Ok(schema::sign(connection)?)
}
