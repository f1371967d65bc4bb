//! One organisation's part of a county's figures: signed by its key, dated, and sealed by a passphrase as a case is, since
//! numbers that are few must be added before they are hidden.
//!
//! Inside the sealed file stand the statement, byte by byte as it was signed, and so many zeros that its size tells little. The
//! figures are whatever the caller counts; this module knows nothing of them.

use crate::package::{self, PackageError};
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};
use zeroize::Zeroizing;

/// The newest format that this program knows.
const FORMAT: u32 = 1;
/// What is signed begins with this, so that a signature of ours is never one of something else.
const DOMAIN: &[u8] = b"samsyn county figures 1\0";
/// What a key's fingerprint is taken of begins with this.
const FINGERPRINT: &[u8] = b"samsyn county key 1\0";
/// Files are as large as the next multiple of this many bytes.
const PADDED_TO: usize = 256 * 1024;
/// The most bytes of a file.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// Why a file was not opened. Nothing has been written anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CountyFileError {
    /// The sealed file could not be opened.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// It is larger than any such file.
    #[error("the file is too large")]
    TooLarge,
    /// Somebody has changed what was signed, or signed it with another key.
    #[error("the signature does not fit")]
    Forged,
}

/// An organisation's key, by which others know its files. It is wiped from memory when it is dropped.
pub struct CountyKey(SigningKey);

/// The public half of an organisation's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sender([u8; 32]);

/// What an organisation says, signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement<T> {
    /// The organisation's name.
    pub organisation: String,
    /// Its unit, where it has one.
    pub unit: String,
    /// When it was signed.
    pub signed_at: DateTime<Utc>,
    /// The calendar year of the figures.
    pub year: i32,
    /// The version of the program that counted.
    pub program: String,
    /// Whether the figures are of made-up people.
    pub practice: bool,
    /// The figures.
    pub figures: T,
}

/// What stands beside the signed bytes.
#[derive(Serialize, Deserialize)]
struct Envelope {
    samsyn_county: u32,
    sender: Sender,
    /// The signature, in hexadecimal.
    signature: String,
}

impl CountyKey {
    /// The one of 32 secret bytes, in hexadecimal.
    pub fn of(secret: &str) -> Result<Self, PackageError> {
        let mut bytes = Zeroizing::new([0; 32]);
        hex::decode_to_slice(secret, bytes.as_mut_slice()).map_err(|_| PackageError::Damaged)?;
        Ok(Self(SigningKey::from_bytes(&bytes)))
    }

    /// Its public half.
    pub fn sender(&self) -> Sender {
        Sender(self.0.verifying_key().to_bytes())
    }
}

impl Sender {
    /// Six groups of five digits, to be read out on the phone: enough of a hash that nobody makes a key with the same.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::new().chain_update(FINGERPRINT).chain_update(self.0).finalize();
        let group = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, byte| (number << 8) + u64::from(*byte)) % 100_000;
        hash.chunks_exact(5).map(|bytes| format!("{:05}", group(bytes))).collect::<Vec<_>>().join(" ")
    }

    fn signed(&self, bytes: &[u8], signature: &str) -> bool {
        let signature = hex::decode(signature).ok().and_then(|bytes| Signature::from_slice(&bytes).ok());
        let key = VerifyingKey::from_bytes(&self.0).ok();
        key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(&[DOMAIN, bytes].concat(), &signature).is_ok())
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl FromStr for Sender {
    type Err = hex::FromHexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes)?;
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Sender {
    type Error = hex::FromHexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Sender> for String {
    fn from(sender: Sender) -> Self {
        sender.to_string()
    }
}

/// Signs a statement and seals it for whoever has the passphrase. Takes about a second, on purpose.
pub fn seal<T: Serialize>(statement: &Statement<T>, key: &CountyKey, passphrase: &str) -> Result<Vec<u8>, PackageError> {
    let (envelope, files) = signed(statement, key)?;
    package::seal(&envelope, &files, passphrase)
}

/// Opens what [`seal`] made, and says whose key signed it.
pub fn open<T: DeserializeOwned>(bytes: &[u8], passphrase: &str) -> Result<(Statement<T>, Sender), CountyFileError> {
    if bytes.len() > LARGEST_FILE {
        return Err(CountyFileError::TooLarge);
    }
    let (envelope, files) = package::open(bytes, passphrase)?;
    read(envelope, &files)
}

/// What is sealed. For [`seal`] and for tests, which cannot wait a second for each of their files.
#[doc(hidden)]
pub fn signed<T: Serialize>(statement: &Statement<T>, key: &CountyKey) -> Result<(Value, Vec<Vec<u8>>), PackageError> {
    let bytes = serde_json::to_vec(statement).map_err(|_| PackageError::NotEncrypted)?;
    let signature = hex::encode(key.0.sign(&[DOMAIN, &bytes].concat()).to_bytes());
    let envelope = Envelope { samsyn_county: FORMAT, sender: key.sender(), signature };
    let envelope = serde_json::to_value(envelope).map_err(|_| PackageError::NotEncrypted)?;
    let zeros = vec![0; bytes.len().next_multiple_of(PADDED_TO) - bytes.len()];
    Ok((envelope, vec![bytes, zeros]))
}

/// Reads what was sealed. For [`open`] and for tests.
#[doc(hidden)]
pub fn read<T: DeserializeOwned>(envelope: Value, files: &[Vec<u8>]) -> Result<(Statement<T>, Sender), CountyFileError> {
    // The number is read alone first, since a newer envelope may have any other shape.
    let format = envelope.get("samsyn_county").and_then(Value::as_u64).ok_or(PackageError::Damaged)?;
    if format > FORMAT.into() {
        return Err(PackageError::Newer.into());
    }
    let envelope: Envelope = serde_json::from_value(envelope).map_err(|_| PackageError::Damaged)?;
    let bytes = files.first().ok_or(PackageError::Damaged)?;
    if !envelope.sender.signed(bytes, &envelope.signature) {
        return Err(CountyFileError::Forged);
    }
    let statement = serde_json::from_slice(bytes).map_err(|_| PackageError::Damaged)?;
    Ok((statement, envelope.sender))
}

#[cfg(test)]
mod tests;
