//! A connection to the encrypted database, and the proof that it is one.

use std::io::Read as _;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::vault::DataKey;

/// The oldest SQLite with the corrections that the change log needs (3.51.3).
const OLDEST_SQLITE: i32 = 3_051_003;
/// The oldest SQLCipher that is trusted (4.14).
const OLDEST_SQLCIPHER: (u32, u32) = (4, 14);
/// What an unencrypted SQLite file begins with.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// Why no connection could be had.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The program was built with SQLite without encryption. It must not run so.
    #[error("this build has no encryption")]
    NoEncryption,
    /// The program was built with an engine that is too old to be trusted.
    #[error("the database engine is too old")]
    TooOld,
    /// The file is an ordinary SQLite file.
    #[error("the database is not encrypted")]
    Plain,
    /// The key does not open the file, or the file is damaged.
    #[error("the key does not open the database, or it is damaged")]
    KeyOrDamage,
    /// Another answer of the engine.
    #[error("the database refused: {0}")]
    Sql(#[from] rusqlite::Error),
    /// The file could not be read.
    #[error("the file could not be read: {0}")]
    Io(#[from] std::io::Error),
}

/// Whether a file is an unencrypted database. An empty file is not.
pub(crate) fn is_plain(path: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    std::fs::File::open(path)?.take(PLAIN.len() as u64).read_to_end(&mut start)?;
    Ok(start == PLAIN)
}

/// What the file of a key begins with, and the keys of its pages' checks are made of (SQLCipher's salt). It is made of the
/// key, which is random itself, so that it can be had where the file has lost it.
pub(crate) fn salt(key: &DataKey) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::new().chain_update(b"samsyn salt").chain_update(key.bytes()).finalize().into();
    let mut salt = [0; 16];
    salt.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    salt
}

/// Whether the file is empty, or begins as that of the key does. The engine itself does not look.
pub(crate) fn begins_with_salt(path: &Path, key: &DataKey) -> std::io::Result<bool> {
    let mut start = Vec::new();
    std::fs::File::open(path)?.take(16).read_to_end(&mut start)?;
    Ok(start.is_empty() || start == salt(key))
}

/// Opens the file at `path`, which must exist, and proves that it is encrypted by `key`.
pub(crate) fn connect(path: &Path, key: &DataKey) -> Result<Connection, EngineError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(EngineError::TooOld);
    }
    if is_plain(path)? {
        return Err(EngineError::Plain);
    }
    if !begins_with_salt(path, key)? {
        return Err(EngineError::KeyOrDamage);
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prove_cipher(&connection)?;
    // The engine's own log would write to stderr; what it has to say comes back as an error as well.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // Before the key is given: the engine then wipes all memory that it frees, in this process for good.
    connection.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    // With the salt, which stands first in the file too: a lost first page must not take every other page with it.
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}{}'\";", key.hex().as_str(), hex::encode(salt(key))));
    connection.execute_batch(&pragma)?;
    // A wrong key shows at the first reading, not before.
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => EngineError::KeyOrDamage,
        _ => EngineError::Sql(error),
    })?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF; PRAGMA fullfsync = ON;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Says that the file on disk really is encrypted, after something has been written to it.
pub(crate) fn prove_file(path: &Path) -> Result<(), EngineError> {
    if is_plain(path)? { Err(EngineError::Plain) } else { Ok(()) }
}

fn prove_cipher(connection: &Connection) -> Result<(), EngineError> {
    // Plain SQLite knows no such pragma and gives no row.
    let version: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => EngineError::NoEncryption,
        other => EngineError::Sql(other),
    })?;
    let mut numbers = version.split(['.', ' ']).map_while(|part| part.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(major), Some(minor)) if (major, minor) >= OLDEST_SQLCIPHER => Ok(()),
        (Some(_), Some(_)) => Err(EngineError::TooOld),
        _ => Err(EngineError::NoEncryption),
    }
}
