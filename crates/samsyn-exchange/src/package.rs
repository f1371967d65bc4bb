//! One encrypted file for a colleague: content with files, opened by a passphrase.
//!
//! Outside it is an age file with a passphrase, so that it can be opened without this program too. Inside stand one line with
//! the format and the SHA-256 of all that follows, one line of JSON, and the files' bytes one after the other.

use age::DecryptError;
use age::scrypt;
use age::secrecy::SecretString;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// The newest format that this program knows.
const FORMAT: u32 = 1;
/// The most work that opening a file may ask for, as a power of two: some seconds and 1 GB. A file that asks for more was not
/// made by this program.
const MOST_WORK: u8 = 20;
/// The most bytes of content, the files not counted: hundreds of times what a case holds. A file that claims millions of rows
/// would otherwise fill the memory before it is refused.
const MOST_CONTENT: usize = 64 * 1024 * 1024;

/// Why a file was not opened. Nothing has been written anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The passphrase is not the file's.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// It is no such file, or not a whole one.
    #[error("the file is damaged")]
    Damaged,
    /// A newer version of the program made it.
    #[error("the file is of a newer format")]
    Newer,
    /// No random bytes could be had, or no memory.
    #[error("the file could not be encrypted")]
    NotEncrypted,
}

/// What stands in the first line.
#[derive(Serialize, Deserialize)]
struct Label {
    samsyn_package: u32,
    sha256: String,
}

/// What stands in the second line.
#[derive(Serialize, Deserialize)]
struct Body<T> {
    content: T,
    /// The files' sizes in bytes.
    sizes: Vec<usize>,
}

/// Encrypts content and files for whoever has the passphrase. Takes about a second, on purpose.
pub fn seal<T: Serialize>(content: &T, files: &[Vec<u8>], passphrase: &str) -> Result<Vec<u8>, PackageError> {
    let recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    age::encrypt(&recipient, &plain(content, files)?).map_err(|_| PackageError::NotEncrypted)
}

/// Opens what [`seal`] made.
pub fn open<T: DeserializeOwned>(bytes: &[u8], passphrase: &str) -> Result<(T, Vec<Vec<u8>>), PackageError> {
    open_by(&key(passphrase), bytes)
}

fn key(passphrase: &str) -> scrypt::Identity {
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    identity
}

fn open_by<T: DeserializeOwned>(key: &scrypt::Identity, bytes: &[u8]) -> Result<(T, Vec<Vec<u8>>), PackageError> {
    let plain = age::decrypt(key, bytes).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => PackageError::WrongPassphrase,
        _ => PackageError::Damaged,
    })?;
    read(&plain)
}

/// What is encrypted. For [`seal`] and for tests, which begin with it what they make wrong.
#[doc(hidden)]
pub fn plain<T: Serialize>(content: &T, files: &[Vec<u8>]) -> Result<Vec<u8>, PackageError> {
    let body = Body { content, sizes: files.iter().map(Vec::len).collect() };
    let mut rest = serde_json::to_vec(&body).map_err(|_| PackageError::NotEncrypted)?;
    rest.push(b'\n');
    rest.extend(files.iter().flatten());
    let label = Label { samsyn_package: FORMAT, sha256: hex::encode(Sha256::digest(&rest)) };
    let mut plain = serde_json::to_vec(&label).map_err(|_| PackageError::NotEncrypted)?;
    plain.push(b'\n');
    plain.append(&mut rest);
    Ok(plain)
}

/// Reads what was encrypted. For [`open`] and for tests, which cannot wait a second for each of their files.
#[doc(hidden)]
pub fn read<T: DeserializeOwned>(plain: &[u8]) -> Result<(T, Vec<Vec<u8>>), PackageError> {
    let (label, rest) = line(plain)?;
    // The number is read alone first, since a newer label may have any other shape.
    let label: serde_json::Value = serde_json::from_slice(label).map_err(|_| PackageError::Damaged)?;
    let format = label.get("samsyn_package").and_then(serde_json::Value::as_u64).ok_or(PackageError::Damaged)?;
    if format > FORMAT.into() {
        return Err(PackageError::Newer);
    }
    let label: Label = serde_json::from_value(label).map_err(|_| PackageError::Damaged)?;
    if hex::encode(Sha256::digest(rest)) != label.sha256 {
        return Err(PackageError::Damaged);
    }
    let (body, mut bytes) = line(rest)?;
    if body.len() > MOST_CONTENT {
        return Err(PackageError::Damaged);
    }
    let body: Body<T> = serde_json::from_slice(body).map_err(|_| PackageError::Damaged)?;
    let mut files = Vec::new();
    for size in body.sizes {
        let (file, after) = bytes.split_at_checked(size).ok_or(PackageError::Damaged)?;
        files.push(file.to_vec());
        bytes = after;
    }
    if bytes.is_empty() { Ok((body.content, files)) } else { Err(PackageError::Damaged) }
}

/// The first line, and what follows it.
fn line(bytes: &[u8]) -> Result<(&[u8], &[u8]), PackageError> {
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or(PackageError::Damaged)?;
    let (line, rest) = bytes.split_at_checked(end).ok_or(PackageError::Damaged)?;
    Ok((line, rest.split_first().map_or(&[][..], |(_, rest)| rest)))
}

#[cfg(test)]
mod tests;
