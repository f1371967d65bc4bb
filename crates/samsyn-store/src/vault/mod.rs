//! The keys of a store: one random data key, sealed to each slot of the header file, and perhaps held by the OS keyring.
//!
//! The data key opens the database directly. A passphrase, the recovery key or the organisation's key only unseals those 32
//! bytes, so that a changed passphrase never means encrypting the data anew, and a new data key asks nobody for a secret.

pub(crate) mod cost;
pub(crate) mod header;
pub(crate) mod keyring;
pub(crate) mod organisation;
pub(crate) mod quick;
pub(crate) mod recovery;
pub(crate) mod slots;
#[cfg(test)]
mod tests;
pub(crate) mod tries;

use std::fmt;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The operating system gave no random bytes, without which no key may be made.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// `N` random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// 32 random bytes in hexadecimal, for a key that is not the store's own.
pub fn new_secret() -> Result<Zeroizing<String>, NoRandomness> {
    Ok(Zeroizing::new(hex::encode(Zeroizing::new(random::<32>()?))))
}

/// The 32 random bytes that open the database. Wiped from memory when dropped.
///
/// They stand on the heap, in one place: whoever is moved with a key in it would leave a copy on the stack at each move.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct DataKey(Box<[u8; 32]>);

impl DataKey {
    pub(crate) fn new_random() -> Result<Self, NoRandomness> {
        let mut key = Box::new([0; 32]);
        getrandom::fill(key.as_mut_slice()).map_err(|_| NoRandomness)?;
        Ok(Self(key))
    }

    /// A key of exactly 32 bytes, or `None`.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Box::new([0; 32]);
        (bytes.len() == key.len()).then(|| key.copy_from_slice(bytes))?;
        Some(Self(key))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The key as SQLCipher takes a raw key: 64 hexadecimal digits.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.bytes()))
    }

    /// A short fingerprint for the header. It tells a stale key in the keyring from a damaged database, and tells
    /// nothing of the key, which is random in all its bits.
    pub(crate) fn check(&self) -> String {
        let digest = Sha256::new().chain_update(b"samsyn data key").chain_update(self.bytes()).finalize();
        hex::encode(digest.get(..8).unwrap_or_default())
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}

/// A passphrase as typed, made NFKC so that the same letters from two keyboards are the same key.
///
/// Wiped from memory when dropped, never shown by `Debug`.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase that was typed. Nothing is trimmed.
    pub fn new(typed: &str) -> Self {
        Self(Zeroizing::new(typed.nfkc().collect()))
    }

    /// The passphrase as it is made the same on every keyboard: what a file of one's own is encrypted by.
    pub fn normalised(&self) -> &str {
        &self.0
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}
