//! The ways into a store, changed from inside: passphrases, the recovery key, the organisation's key and the keyring.

use chrono::{DateTime, Utc};
use samsyn_plan::ids::UserId;

use super::key_name;
use crate::vault::cost::Cost;
use crate::vault::header::Header;
use crate::vault::slots::{Slot, SlotKind};
use crate::vault::tries::Tries;
use crate::vault::{NoRandomness, Passphrase, quick};
use crate::{EngineError, KeyringError, OrganisationKey, OrganisationRecipient, RecoveryKey, Store, StoreError};

/// Why a key was not changed. What opened the store before still opens it.
#[derive(Debug, thiserror::Error)]
pub enum KeyChangeError {
    /// The old passphrase is not the right one.
    #[error("the old passphrase is wrong")]
    WrongPassphrase,
    /// Too many wrong passphrases in a row. Nothing was tried.
    #[error("too many wrong tries, wait {seconds} seconds")]
    TooManyTries {
        /// How long until the next try, in seconds.
        seconds: u32,
    },
    /// Another user's passphrase is the same, and by it nobody could tell who came in.
    #[error("the passphrase cannot be used")]
    PassphraseTaken,
    /// The last way in by passphrase must not be taken away.
    #[error("the last passphrase cannot be removed")]
    LastPassphrase,
    /// No random bytes could be had.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The disk has no room for the store a second time.
    #[error("{missing} bytes of disk are missing")]
    NoRoom {
        /// How many bytes are missing.
        missing: u64,
    },
    /// A backup is being made, which reads the store under its old key.
    #[error("a backup is being made")]
    Busy,
    /// The store under its new key was read again and is not the same.
    #[error("the copy under the new key differs")]
    Differs,
    /// The store under its new key could not be opened.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The store could not be read, or not be written under its new key.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file could not be written.
    #[error("a file could not be written: {0}")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for KeyChangeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Gives a user a new passphrase in the place of the old one. Wrong ones are slowed as at the door.
    pub fn change_passphrase(
        &mut self,
        user: UserId,
        old: &Passphrase,
        new: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<(), KeyChangeError> {
        let seconds = self.home.seconds_to_wait(now);
        if seconds > 0 {
            return Err(KeyChangeError::TooManyTries { seconds });
        }
        if !self.opens(SlotKind::Passphrase { user }, old.bytes()) {
            self.home.tried(|tries| tries.wrong(now));
            return Err(KeyChangeError::WrongPassphrase);
        }
        self.home.tried(Tries::right);
        self.set_passphrase(user, new)
    }

    /// Gives a user a passphrase: a new user, or one who came in by the recovery key or the organisation's.
    ///
    /// The slot gets a new pair of keys, so that an old header with an old passphrase opens nothing that is sealed later. Where
    /// the old one may be in wrong hands, [`Self::rekey`] follows.
    pub fn set_passphrase(&mut self, user: UserId, new: &Passphrase) -> Result<(), KeyChangeError> {
        self.refuse_taken(user, new)?;
        let slot = Slot::by_secret(new.bytes(), SlotKind::Passphrase { user }, self.id, self.home.header.cost)?;
        self.change_ways(|header| header.set_slot(slot))
    }

    /// Refuses a passphrase that another user has.
    pub fn refuse_taken(&self, user: UserId, new: &Passphrase) -> Result<(), KeyChangeError> {
        let mut others = self.home.header.users().filter(|other| *other != user);
        let taken = others.any(|user| self.opens(SlotKind::Passphrase { user }, new.bytes()));
        if taken { Err(KeyChangeError::PassphraseTaken) } else { Ok(()) }
    }

    /// Whether a user has a passphrase, and so a way in of their own.
    pub fn has_passphrase(&self, user: UserId) -> bool {
        self.home.header.slot(SlotKind::Passphrase { user }).is_some()
    }

    /// Takes away a user's ways in. Whoever has held the data key may have kept it, so that [`Self::rekey`] is due from now.
    pub fn remove_passphrase(&mut self, user: UserId) -> Result<(), KeyChangeError> {
        if self.home.header.users().all(|other| other == user) {
            return Err(KeyChangeError::LastPassphrase);
        }
        self.change_ways(|header| {
            header.slots.retain(|slot| slot.kind != SlotKind::Passphrase { user });
            header.rekey_due = true;
        })?;
        // An entry that cannot be removed opens nothing either: the user has no slot any more.
        let _ = self.forget(user);
        Ok(())
    }

    /// Makes a new recovery key; the old one opens the store no more. Where it may have `leaked`, [`Self::rekey`] is due from now.
    pub fn new_recovery_key(&mut self, leaked: bool) -> Result<RecoveryKey, KeyChangeError> {
        let recovery = RecoveryKey::new_random()?;
        let slot = Slot::by_secret(recovery.bytes(), SlotKind::Recovery, self.id, Cost::RANDOM)?;
        self.change_ways(|header| {
            header.set_slot(slot);
            header.rekey_due |= leaked;
        })?;
        Ok(recovery)
    }

    /// Whether a recovery key that was typed back would open this store.
    pub fn accepts_recovery_key(&self, key: &RecoveryKey) -> bool {
        self.opens(SlotKind::Recovery, key.bytes())
    }

    /// The organisation's public key, where the store has one.
    pub fn organisation_recipient(&self) -> Option<&str> {
        self.home.header.slot(SlotKind::Organisation).map(|slot| slot.recipient.as_str())
    }

    /// Lets whoever holds the private half open the store; another one before it no more. Whoever used that may have kept the
    /// data key, so that [`Self::rekey`] is due.
    pub fn set_organisation(&mut self, recipient: &OrganisationRecipient) -> Result<(), KeyChangeError> {
        let slot = Slot::for_organisation(recipient);
        let replaces = self.organisation_recipient().is_some_and(|before| before != slot.recipient);
        self.change_ways(|header| {
            header.set_slot(slot);
            header.rekey_due |= replaces;
        })
    }

    /// Takes away the organisation's way in. Whoever used it may have kept the data key, so that [`Self::rekey`] is due.
    pub fn remove_organisation(&mut self) -> Result<(), KeyChangeError> {
        self.change_ways(|header| {
            header.slots.retain(|slot| slot.kind != SlotKind::Organisation);
            header.rekey_due = true;
        })
    }

    /// Whether the organisation's private key would open this store: it unseals the very key that the store is open by.
    pub fn accepts_organisation_key(&self, key: &OrganisationKey) -> bool {
        let header = &self.home.header;
        let slot = header.slot(SlotKind::Organisation);
        slot.is_some_and(|slot| header.unseal(slot, &key.0).iter().any(|unsealed| unsealed.bytes() == self.key.bytes()))
    }

    /// Whether the user has set up quick unlock.
    pub fn is_remembered(&self, user: UserId) -> bool {
        quick::read(&self.home.folder) == Some(user)
    }

    /// Lets the operating system's keyring hold the data key, for quick unlock by this user. A keyring belongs to whoever is
    /// logged in to the computer, who is one person: another user's entry goes.
    pub fn remember(&self, user: UserId) -> Result<(), KeyringError> {
        let before = quick::read(&self.home.folder);
        // Said first, so that no key lies in the keyring that nobody is told of.
        quick::write(&self.home.folder, Some(user)).map_err(|_| KeyringError::NotAvailable)?;
        if let Err(error) = self.home.keyring.set(&key_name(self.id, user), self.key.bytes()) {
            let _ = quick::write(&self.home.folder, before);
            return Err(error);
        }
        for other in self.home.header.users().filter(|other| *other != user) {
            self.home.keyring.remove(&key_name(self.id, other))?;
        }
        Ok(())
    }

    /// Takes the data key out of the keyring.
    pub fn forget(&self, user: UserId) -> Result<(), KeyringError> {
        self.home.keyring.remove(&key_name(self.id, user))?;
        if self.is_remembered(user) {
            // One that stays offers what then asks for the passphrase.
            let _ = quick::write(&self.home.folder, None);
        }
        Ok(())
    }

    /// Whether a secret opens a slot of this store as it stands.
    fn opens(&self, kind: SlotKind, secret: &[u8]) -> bool {
        self.home.header.slot(kind).is_some_and(|slot| slot.private(secret, self.id).is_some())
    }

    /// Writes the changed header before it is taken into use, so that a full disk leaves the ways in as they were.
    pub(super) fn change_ways(&mut self, change: impl FnOnce(&mut Header)) -> Result<(), KeyChangeError> {
        let mut header = self.home.header.clone();
        change(&mut header);
        header.write(&self.home.folder, &self.key, None)?;
        self.home.header = header;
        Ok(())
    }
}
