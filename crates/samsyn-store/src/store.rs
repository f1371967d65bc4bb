//! An unlocked store: what can be done with it besides reading and writing.

mod rekey;
pub(crate) mod sealing;
#[cfg(test)]
mod tests;
mod ways;

pub use ways::KeyChangeError;

use std::collections::HashSet;
use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use samsyn_plan::ids::UserId;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::StoreError;
use crate::log::{self, Seal};
use crate::memory;
use crate::open::{Home, LockedStore};
use crate::schema::Watched;
use crate::table::time_text;
use crate::vault::DataKey;

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

/// An unlocked store. There is no other type that can be read from or written to.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) home: Home,
    pub(crate) key: DataKey,
    pub(crate) opened_by: Option<UserId>,
    pub(crate) id: Uuid,
    pub(crate) device: Uuid,
    pub(crate) watched: Vec<Watched>,
    /// The chains whose rows have been compared with the log since the store was unlocked.
    pub(crate) checked: HashSet<String>,
    pub(crate) seal: SealState,
    pub(crate) sealing: sealing::Sealing,
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

    /// Whose passphrase or keyring entry opened the store. None where the recovery key or the organisation's did.
    pub fn opened_by(&self) -> Option<UserId> {
        self.opened_by
    }

    /// Locks: closes the database, forgets the key, and has the log's head sealed without waiting for it: a keyring may make
    /// its user wait, and nothing may hold the lock off. What cannot be tidied or sealed is left for the next unlocking; locking
    /// always succeeds.
    pub fn lock(mut self, at: DateTime<Utc>) -> LockedStore {
        let head = self.compare_found().and_then(|()| self.close_log(at));
        let Self { connection, home, key, id, sealing, .. } = self;
        // Closing writes the journal back into the database. Where it cannot, the journal stays and is read next time.
        drop((connection, key));
        if let Ok(head) = head
            && sealing.compared
        {
            home.sealer.keep(&home.keyring, seal_name(id), head);
        }
        memory::wipe_stack();
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
        Ok(Seal { counter, head, at: Some(at) })
    }

    /// The data key of a practice store, as SQLCipher takes a raw key: 64 hexadecimal digits. Whoever has it has everything.
    ///
    /// Only for a store of made-up people, so that anybody can see for themselves that the file opens by its key and not
    /// without. The store cannot tell what it is used for: the caller answers for that. No command may give it out.
    pub fn practice_key(&self) -> Zeroizing<String> {
        self.key.hex()
    }
}

/// The name under which the keyring holds a store's data key for a user.
pub(crate) fn key_name(store: Uuid, user: UserId) -> String {
    format!("{store} key {user}")
}

/// The name under which the keyring holds the head of a store's log.
pub(crate) fn seal_name(store: Uuid) -> String {
    format!("{store} seal")
}
