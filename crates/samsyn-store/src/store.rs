//! An unlocked store: what can be done with it besides reading and writing.

use std::collections::HashSet;
use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use samsyn_plan::ids::UserId;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::log::{self, Seal};
use crate::open::{Home, LockedStore};
use crate::schema::Watched;
use crate::table::time_text;
use crate::vault::slots::{Cost, Slot, SlotKind};
use crate::vault::{DataKey, NoRandomness, Passphrase};
use crate::{KeyringError, RecoveryKey, StoreError};

/// How the log stands to the head that was last sealed in the operating system's keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealState {
    /// The sealed head is in the log.
    Matches,
    /// Nothing is sealed, or there is no keyring: whether the whole file was put back cannot be told.
    Unsealed,
    /// The sealed head is not in the log: an older state of the store has been put back.
    Differs,
}

/// Why a key was not changed. The old way in still works.
#[derive(Debug, thiserror::Error)]
pub enum KeyChangeError {
    /// The old passphrase is not the right one.
    #[error("the old passphrase is wrong")]
    WrongPassphrase,
    /// The last way in by passphrase must not be taken away.
    #[error("the last passphrase cannot be removed")]
    LastPassphrase,
    /// No random bytes could be had.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The header could not be written.
    #[error("the header could not be written: {0}")]
    Io(#[from] std::io::Error),
}

/// An unlocked store. There is no other type that can be read from or written to.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) home: Home,
    pub(crate) key: DataKey,
    pub(crate) id: Uuid,
    pub(crate) device: Uuid,
    pub(crate) watched: Vec<Watched>,
    /// The chains whose rows have been compared with the log since the store was unlocked.
    pub(crate) checked: HashSet<String>,
    pub(crate) seal: SealState,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Store {
    /// The store's identifier.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// How the log stood to the seal when the store was unlocked or last sealed.
    pub fn seal_state(&self) -> SealState {
        self.seal
    }

    /// Closes every open change, and seals the log's head in the keyring where there is one.
    ///
    /// To be called when a field is left, every minute and before a backup. A seal that differed becomes a lasting
    /// finding, and the new head is sealed.
    pub fn seal(&mut self, at: DateTime<Utc>) -> Result<SealState, StoreError> {
        let head = self.close_log(at)?;
        let sealed = self.home.keyring.set(&seal_name(self.id), &head.to_bytes());
        self.seal = if sealed.is_ok() { SealState::Matches } else { SealState::Unsealed };
        Ok(self.seal)
    }

    /// Locks: closes the database, forgets the key, and then seals. What cannot be tidied or sealed is left for the next
    /// unlocking; locking always succeeds.
    pub fn lock(self, at: DateTime<Utc>) -> LockedStore {
        let head = self.close_log(at);
        let Self { connection, home, key, id, .. } = self;
        // Closing writes the journal back into the database. Where it cannot, the journal stays and is read next time.
        drop((connection, key));
        // Last, since a keyring may make its user wait, and nothing may hold the store open.
        if let Ok(head) = head {
            let _ = home.keyring.set(&seal_name(id), &head.to_bytes());
        }
        LockedStore::from(home)
    }

    /// Closes every open change, and gives the log's head. A seal that differed becomes a lasting finding.
    fn close_log(&self, at: DateTime<Utc>) -> Result<Seal, StoreError> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        log::close_all(&self.connection)?;
        let (counter, head) = log::head(&self.connection)?;
        if self.seal == SealState::Differs {
            self.alarm("seal", &time_text(at), "", &head)?;
        }
        transaction.commit()?;
        Ok(Seal { counter, head })
    }

    /// Gives a user a new passphrase in the place of the old one.
    pub fn change_passphrase(&mut self, user: UserId, old: &Passphrase, new: &Passphrase) -> Result<(), KeyChangeError> {
        let slot = self.home.header.slot(SlotKind::Passphrase { user });
        if slot.and_then(|slot| slot.unwrap_key(old.bytes(), self.id)).is_none() {
            return Err(KeyChangeError::WrongPassphrase);
        }
        self.set_passphrase(user, new)
    }

    /// Gives a user a passphrase: a new user, or one who came in by the recovery key.
    pub fn set_passphrase(&mut self, user: UserId, new: &Passphrase) -> Result<(), KeyChangeError> {
        self.set_slot(SlotKind::Passphrase { user }, new.bytes(), Cost::CHOSEN)
    }

    /// Takes away a user's way in. Whoever has held the data key may have kept it, so that a leaver also means a new one.
    pub fn remove_passphrase(&mut self, user: UserId) -> Result<(), KeyChangeError> {
        let mut header = self.home.header.clone();
        header.slots.retain(|slot| slot.kind != SlotKind::Passphrase { user });
        if !header.slots.iter().any(|slot| matches!(slot.kind, SlotKind::Passphrase { .. })) {
            return Err(KeyChangeError::LastPassphrase);
        }
        header.write(&self.home.folder)?;
        self.home.header = header;
        Ok(())
    }

    /// Makes a new recovery key; the old one opens the store no more.
    pub fn new_recovery_key(&mut self) -> Result<RecoveryKey, KeyChangeError> {
        let recovery = RecoveryKey::new_random()?;
        self.set_slot(SlotKind::Recovery, recovery.bytes(), Cost::RANDOM)?;
        Ok(recovery)
    }

    /// The raw key of the database, as 64 hexadecimal digits: what any SQLCipher 4 opens the file by.
    ///
    /// To be shown for a practice store alone. Whoever has it has everything.
    pub fn database_key(&self) -> Zeroizing<String> {
        self.key.hex()
    }

    /// Whether a recovery key that was typed back would open this store.
    pub fn accepts_recovery_key(&self, key: &RecoveryKey) -> bool {
        self.home.header.slot(SlotKind::Recovery).and_then(|slot| slot.unwrap_key(key.bytes(), self.id)).is_some()
    }

    /// The data key of a practice store, as SQLCipher takes a raw key: 64 hexadecimal digits.
    ///
    /// Only for a store of made-up people, so that anybody can see for themselves that the file opens by its key and not
    /// without. The store cannot tell what it is used for: the caller answers for that. No command may give it out.
    pub fn practice_key(&self) -> Zeroizing<String> {
        self.key.hex()
    }

    /// Whether the keyring holds this store's key.
    pub fn is_remembered(&self) -> bool {
        self.home.keyring.get(&key_name(self.id)).is_ok_and(|stored| *stored == *self.key.bytes())
    }

    /// Lets the operating system's keyring hold the data key, for quick unlock.
    pub fn remember(&self) -> Result<(), KeyringError> {
        self.home.keyring.set(&key_name(self.id), self.key.bytes())
    }

    /// Takes the data key out of the keyring.
    pub fn forget(&self) -> Result<(), KeyringError> {
        self.home.keyring.remove(&key_name(self.id))
    }

    /// Writes the header with the new slot before it is taken into use, so that a full disk leaves the old way in.
    fn set_slot(&mut self, kind: SlotKind, secret: &[u8], cost: Cost) -> Result<(), KeyChangeError> {
        let mut header = self.home.header.clone();
        header.set_slot(Slot::wrap(&self.key, secret, kind, self.id, cost)?);
        header.write(&self.home.folder)?;
        self.home.header = header;
        Ok(())
    }
}

/// The name under which the keyring holds a store's data key.
pub(crate) fn key_name(store: Uuid) -> String {
    format!("{store} key")
}

/// The name under which the keyring holds the head of a store's log.
pub(crate) fn seal_name(store: Uuid) -> String {
    format!("{store} seal")
}
