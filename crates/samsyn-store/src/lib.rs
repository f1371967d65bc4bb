//! The encrypted store: the only crate that knows SQL.
//!
//! A store is a folder with one SQLCipher database and a small header that holds its key, wrapped. [`LockedStore::at`]
//! looks at a folder, [`LockedStore::unlock`] gives a [`Store`], and only a `Store` can be read from or written to.
//! Every command writes one chain in one transaction, which the change log records ([`log`]).

mod backup;
mod engine;
mod error;
pub mod log;
mod open;
mod schema;
mod store;
pub mod table;
pub mod tables;
mod vault;

#[cfg(test)]
mod testing;

pub use backup::{BackupError, BackupReport};
pub use engine::EngineError;
pub use error::{Newer, PackageRefused, StoreError, UndoRefused};
pub use log::{Act, Chain, ChainState, Kind, Reader, Undo, Writer};
pub use open::{CreateError, Found, LockedStore, UnlockError, Way};
pub use store::{KeyChangeError, SealState, Store};
pub use vault::keyring::{Keyring, KeyringError, NoKeyring, OsKeyring};
pub use vault::recovery::{RecoveryKey, RecoveryKeyError};
pub use vault::{NoRandomness, Passphrase};
