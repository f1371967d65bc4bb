//! The operating system's keyring: quick unlock, and the seal of the log's head. A convenience, never the only way in.

use std::fmt;

use ::keyring::{Entry, Error};
use zeroize::Zeroizing;

/// The name that the program's entries have in the keyring.
const SERVICE: &str = "samsyn";

/// Why the keyring gave nothing. Neither is fatal: the passphrase and the recovery key always open the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// No keyring on this computer, or it is locked, or it refused.
    #[error("the operating system's keyring cannot be used")]
    NotAvailable,
    /// The keyring works and holds nothing under the name. Not a reason to make a new key.
    #[error("the keyring holds no such entry")]
    NotStored,
}

/// A place for small secrets that the operating system keeps for the user who is logged in.
///
/// A call may block while the system asks its user, so it must not be made on a window's thread.
pub trait Keyring: Send + Sync {
    /// The secret stored under `name`.
    fn get(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError>;
    /// Stores `secret` under `name`, in place of what was there.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError>;
    /// Removes what is stored under `name`. Nothing stored is no error.
    fn remove(&self, name: &str) -> Result<(), KeyringError>;
}

impl fmt::Debug for dyn Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring")
    }
}

/// Secret Service, macOS Keychain or Windows Credential Manager.
#[derive(Clone, Copy, Debug)]
pub struct OsKeyring;

impl Keyring for OsKeyring {
    fn get(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        entry(name)?.get_secret().map(Zeroizing::new).map_err(meaning)
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError> {
        entry(name)?.set_secret(secret).map_err(meaning)
    }

    fn remove(&self, name: &str) -> Result<(), KeyringError> {
        match entry(name)?.delete_credential().map_err(meaning) {
            Err(KeyringError::NotStored) => Ok(()),
            other => other,
        }
    }
}

/// No keyring: for practice stores, and for an organisation that forbids quick unlock.
#[derive(Clone, Copy, Debug)]
pub struct NoKeyring;

impl Keyring for NoKeyring {
    fn get(&self, _: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        Err(KeyringError::NotAvailable)
    }

    fn set(&self, _: &str, _: &[u8]) -> Result<(), KeyringError> {
        Err(KeyringError::NotAvailable)
    }

    fn remove(&self, _: &str) -> Result<(), KeyringError> {
        Err(KeyringError::NotAvailable)
    }
}

fn entry(name: &str) -> Result<Entry, KeyringError> {
    Entry::new(SERVICE, name).map_err(meaning)
}

/// What the keyring's error means to us. All but "no such entry" leaves the keyring out of use.
#[expect(clippy::needless_pass_by_value, reason = "used as the function that `map_err` takes")]
fn meaning(error: Error) -> KeyringError {
    match error {
        Error::NoEntry => KeyringError::NotStored,
        _ => KeyringError::NotAvailable,
    }
}
