//! What state a store is in, and what an open one is opened with.

use crate::{AppError, Code};
use samsyn_plan::profile::{Organisation, Profile, User};
use samsyn_print::Logo;
use samsyn_store::{Found, Keyring, LockedStore, Store};
use std::{path::Path, sync::Arc};

/// What state the store is in.
pub(crate) enum State {
    /// There is none.
    Empty,
    /// It can be unlocked.
    Locked(LockedStore),
    /// It is open.
    Open(Box<Session>),
    /// Something is wrong with it, and the code says what.
    Refused(Code),
}

/// An open store.
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) user: User,
    pub(crate) organisation: Organisation,
    /// What stands at the top of each paper.
    pub(crate) logo: Option<Arc<Logo>>,
    pub(crate) profile: Profile,
    pub(crate) practice: bool,
    pub(crate) recovery_confirmed: bool,
    /// Whether the keyring can open the store.
    pub(crate) remembered: bool,
}

impl State {
    /// The state of what is in a folder.
    pub(crate) fn found(folder: &Path, keyring: &Arc<dyn Keyring>) -> Self {
        match LockedStore::at(folder, Arc::clone(keyring)) {
            Ok(Found::Empty) => Self::Empty,
            Ok(Found::Locked(locked)) => Self::Locked(locked),
            Ok(Found::HeaderMissing) => Self::Refused(Code::HeaderMissing),
            Ok(Found::HeaderDamaged | Found::NotEncrypted) => Self::Refused(Code::StoreDamaged),
            Ok(Found::HeaderNewer) => Self::Refused(Code::StoreNewer),
            Ok(Found::DatabaseMissing) => Self::Refused(Code::DatabaseMissing),
            Ok(Found::InUse) => Self::Refused(Code::StoreInUse),
            Err(_) => Self::Refused(Code::FileFailed),
        }
    }

    /// Why nothing can be read now.
    pub(crate) fn refusal(&self) -> AppError {
        AppError::new(match self {
            Self::Empty => Code::StoreEmpty,
            Self::Locked(_) | Self::Open(_) => Code::Locked,
            Self::Refused(code) => *code,
        })
    }
}
