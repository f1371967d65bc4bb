//! The encrypted store: the only crate that knows SQL.
//!
//! A store is a folder with one SQLCipher database and a small header that holds its key, sealed to everybody who may open it. [`LockedStore::at`]
//! looks at a folder, [`LockedStore::unlock`] gives a [`Store`], and only a `Store` can be read from or written to.
//! Every command writes one chain in one transaction, which the change log records ([`log`]).

mod backup;
mod beside;
mod engine;
mod error;
pub mod log;
pub mod memory;
mod open;
pub mod place;
pub mod restore;
pub mod salvage;
mod schema;
mod store;
pub mod table;
pub mod tables;
mod vault;

#[cfg(test)]
mod testing;

pub use backup::{BackupError, BackupFolder, BackupReport, Copying, Stop, backups_in, new_backup_name, thin_backups};
pub use beside::copies_beside;
pub use engine::EngineError;
pub use error::{Newer, PackageRefused, StoreError, UndoRefused};
pub use log::{Act, Chain, ChainState, Kind, Reader, Undo, Writer};
pub use open::{CreateError, Found, LockedStore, UnlockError, Way};
pub use store::{KeyChangeError, SealState, Store};
pub use vault::cost::Cost;
pub use vault::keyring::{Keyring, KeyringError, NoKeyring, OsKeyring};
pub use vault::organisation::{OrganisationKey, OrganisationKeyError, OrganisationRecipient};
pub use vault::recovery::{RecoveryKey, RecoveryKeyError};
pub use vault::{NoRandomness, Passphrase, new_secret};
