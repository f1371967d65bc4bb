//! What state a store is in, and what an open one is opened with.

use crate::{AppError, Code};
use samsyn_plan::profile::{Organisation, Profile, User};
use samsyn_print::Logo;
use samsyn_store::{
    Found, Keyring, LockedStore, Store,
    place::{self, Unfit},
    salvage::{DamagedStore, Survey},
};
use std::{path::Path, sync::Arc};

/// What state the store is in.
pub(crate) enum State {
    /// There is none.
    Empty,
    /// It can be unlocked.
    Locked(LockedStore),
    /// It is open.
    Open(Box<Session>),
    /// Its database is damaged, and only read.
    Damaged(Box<Damaged>),
    /// Something is wrong with it, and the code says what.
    Refused(Code),
}

/// A damaged store that somebody has opened, and what was found in it.
pub(crate) struct Damaged {
    pub(crate) store: DamagedStore,
    pub(crate) survey: Survey,
}

/// An open store.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the store keeps")]
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) user: User,
    pub(crate) organisation: Organisation,
    /// What stands at the top of each paper.
    pub(crate) logo: Option<Arc<Logo>>,
    pub(crate) profile: Profile,
    pub(crate) practice: bool,
    pub(crate) recovery_confirmed: bool,
    /// Whether somebody has shown that they hold the private half of the organisation's key.
    pub(crate) organisation_key_confirmed: bool,
    /// Whether the user has seen the tour.
    pub(crate) tour_seen: bool,
    /// Whether the keyring can open the store.
    pub(crate) remembered: bool,
}

impl Session {
    /// Refuses a file of made-up people among real ones, and one of real people where anybody may practise.
    pub(crate) fn refuse_other_kind(&self, of_practice: bool) -> Result<(), AppError> {
        match (of_practice, self.practice) {
            (true, false) => Err(AppError::at(Code::PracticeFile, "bytes")),
            (false, true) => Err(AppError::at(Code::RealFile, "bytes")),
            _ => Ok(()),
        }
    }
}

impl State {
    /// The state of what is in a folder.
    ///
    /// Where no live store may lie, none is created and none is opened.
    pub(crate) fn found(folder: &Path, keyring: &Arc<dyn Keyring>) -> Self {
        if let Ok(Err(unfit)) = place::describe(folder).map(|place| place::judge(&place)) {
            return Self::Refused(unfit.into());
        }
        match LockedStore::at(folder, Arc::clone(keyring)) {
            Ok(Found::Empty) => Self::Empty,
            Ok(Found::Locked(locked)) => Self::Locked(locked),
            Ok(Found::HeaderMissing) => Self::Refused(Code::HeaderMissing),
            Ok(Found::HeaderDamaged | Found::NotEncrypted) => Self::Refused(Code::StoreDamaged),
            Ok(Found::HeaderOlder) => Self::Refused(Code::StoreOlder),
            Ok(Found::HeaderNewer) => Self::Refused(Code::StoreNewer),
            Ok(Found::DatabaseMissing) => Self::Refused(Code::DatabaseMissing),
            Ok(Found::InUse) => Self::Refused(Code::StoreInUse),
            Err(error) => Self::Refused(AppError::from(error).code),
        }
    }

    /// Why nothing can be read now.
    pub(crate) fn refusal(&self) -> AppError {
        AppError::new(match self {
            Self::Empty => Code::StoreEmpty,
            Self::Locked(_) | Self::Open(_) => Code::Locked,
            Self::Damaged(_) => Code::StoreDamaged,
            Self::Refused(code) => *code,
        })
    }
}

impl From<Unfit> for Code {
    fn from(place: Unfit) -> Self {
        match place {
            Unfit::Network => Self::PlaceNetwork,
            Unfit::Synced => Self::PlaceSynced,
            Unfit::Roaming => Self::PlaceRoaming,
        }
    }
}
