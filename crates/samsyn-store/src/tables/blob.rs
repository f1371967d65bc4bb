//! Files, kept under the SHA-256 of their bytes.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::log::{Reader, Writer};

/// Keeps `bytes`, and gives their SHA-256 in hexadecimal. The same bytes are kept once.
pub fn put_blob(writer: &Writer<'_>, bytes: &[u8]) -> Result<String, StoreError> {
    let sha256 = hex::encode(Sha256::digest(bytes));
    writer
        .connection()
        .prepare_cached("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")?
        .execute(params![sha256, bytes])?;
    Ok(sha256)
}

/// The bytes with that SHA-256, or `None` where they are not kept. Bytes that no longer have it are damage.
pub fn blob(reader: &Reader<'_>, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes: Option<Vec<u8>> =
        reader.connection().prepare_cached("SELECT bytes FROM blob WHERE sha256 = ?1")?.query_row([sha256], |row| row.get(0)).optional()?;
    match bytes {
        Some(bytes) if hex::encode(Sha256::digest(&bytes)) != sha256 => Err(StoreError::Damaged),
        bytes => Ok(bytes),
    }
}
