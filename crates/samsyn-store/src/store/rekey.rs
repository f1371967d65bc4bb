//! A new data key: the whole database is encrypted anew, and the key sealed anew to everybody who may still open it.
//!
//! **Invariant.** After every step, and so after a kill or a power cut at any of them, the header on the disk holds the key of
//! the database on the disk: first the current key alone, then both, and the next one alone only when the database under it
//! has taken the old one's place. A rename decides: before it nothing has happened, after it everything has, and unlocking
//! finishes (`Home::settle`). docs/decisions/0007-ways-in.md has the steps one by one.

#[cfg(test)]
mod tests;

use std::fs::File;
use std::path::{Path, PathBuf};

use fs_err as fs;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use zeroize::Zeroizing;

use super::{KeyChangeError, key_name};
use crate::backup::{content, damage};
use crate::open::{DATABASE, NEXT_DATABASE, make_private_file};
use crate::vault::header::sync_folder;
use crate::vault::{DataKey, quick};
use crate::{Store, StoreError, engine, place};

/// How many pages are copied at a time: 4 MB.
const PAGES: i32 = 1000;
/// What is to be left on the disk beside the copy, in bytes: the header, and what the file system writes for itself.
const MARGIN: u64 = 2 << 20;

impl Store {
    /// Gives the store a new data key: when somebody has left, or a passphrase may be in wrong hands.
    ///
    /// The ways in stay as they are: nobody's secret is asked for. Backups that were made before keep their own keys. Where it
    /// fails, the store is open by its old key, but for [`KeyChangeError::Engine`]: then it is to be locked and unlocked.
    pub fn rekey(&mut self) -> Result<(), KeyChangeError> {
        let next = DataKey::new_random()?;
        // Takes the database's place while its file is replaced.
        let nothing = Connection::open_in_memory()?;
        if let Err(error) = self.prepare_next(&next) {
            let _ = self.home.remove_next_database();
            // The journal is what makes each save lasting at one sync; without it saving is slower, and as safe.
            let _ = self.connection.pragma_update(None, "journal_mode", "WAL");
            return Err(error);
        }
        let lasts = self.take_next(&next, nothing)?;
        let old = self.keep_next(next, lasts);
        self.renew_keyring(&old);
        Ok(())
    }

    /// Whether somebody who has held the data key may no longer, so that it is to be changed.
    pub fn is_rekey_due(&self) -> bool {
        self.home.header.rekey_due
    }

    /// Says that the key is to be changed, until it has been.
    pub fn owe_rekey(&mut self) -> Result<(), KeyChangeError> {
        self.change_ways(|header| header.rekey_due = true)
    }

    /// Writes the database under its next key beside the other one, reads it again, and lets the header hold both keys, on the
    /// disk and in memory: whatever comes of the rename, one of them opens what lies there then.
    fn prepare_next(&mut self, next: &DataKey) -> Result<(), KeyChangeError> {
        self.home.remove_next_database()?;
        self.has_room()?;
        // A journal that is left behind would be laid over the new database. Nobody else may have the old one open.
        leave_journal(&self.connection)?;
        let path = self.next_database();
        make_private_file(&path)?;
        self.copy(&path, next)?;
        self.compare(&path, next)?;
        File::open(&path)?.sync_all()?;
        sync_folder(&self.home.folder)?;
        let mut header = self.home.header.clone();
        header.write(&self.home.folder, &self.key, Some(next))?;
        self.home.header = header;
        Ok(())
    }

    fn has_room(&self) -> Result<(), KeyChangeError> {
        let needed = fs::metadata(self.home.folder.join(DATABASE))?.len() + MARGIN;
        match needed.saturating_sub(place::free_space(&self.home.folder)?) {
            0 => Ok(()),
            missing => Err(KeyChangeError::NoRoom { missing }),
        }
    }

    fn copy(&self, path: &Path, next: &DataKey) -> Result<(), KeyChangeError> {
        let mut copy = engine::connect(path, next)?;
        leave_journal(&copy)?;
        let backup = Backup::new(&self.connection, &mut copy)?;
        loop {
            match backup.step(PAGES)? {
                StepResult::Done => return Ok(()),
                StepResult::More => {}
                // Neither database has another connection.
                _ => return Err(KeyChangeError::Busy),
            }
        }
    }

    /// Opens the database under its next key, checks every page of it, and compares every row with the store's.
    fn compare(&self, path: &Path, next: &DataKey) -> Result<(), KeyChangeError> {
        engine::prove_file(path)?;
        let copy = engine::connect(path, next)?;
        if !damage(&copy)?.is_empty() || content(&copy)? != content(&self.connection)? {
            return Err(KeyChangeError::Differs);
        }
        leave_journal(&copy)?;
        copy.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(())
    }

    /// Puts the database under its next key in the place of the other one, and opens it. False where that it lasts cannot be
    /// said.
    fn take_next(&mut self, next: &DataKey, nothing: Connection) -> Result<bool, KeyChangeError> {
        // A file that is open cannot be replaced everywhere.
        drop(std::mem::replace(&mut self.connection, nothing));
        let path = self.home.folder.join(DATABASE);
        let renamed = fs::rename(self.next_database(), &path).and_then(|()| sync_folder(&self.home.folder));
        // Whether the rename was done is seen in the file, not in the answer.
        if let Ok(connection) = engine::connect(&path, next) {
            self.connection = connection;
            return Ok(renamed.is_ok());
        }
        self.connection = engine::connect(&path, &self.key)?;
        let _ = self.home.header.write(&self.home.folder, &self.key, None);
        let _ = self.home.remove_next_database();
        Err(renamed.err().map_or(KeyChangeError::Differs, KeyChangeError::Io))
    }

    /// Goes on by the next key, and gives the old one back. Where it lasts, the header is to hold the next key alone.
    fn keep_next(&mut self, next: DataKey, lasts: bool) -> DataKey {
        let old = std::mem::replace(&mut self.key, next);
        // Otherwise a power cut may bring the old database back: the header keeps both keys until the next unlocking, which sees
        // which of them holds. Where it cannot be written, that on the disk keeps both.
        if lasts {
            self.home.header.rekey_due = false;
            let _ = self.home.header.write(&self.home.folder, &self.key, None);
        }
        old
    }

    /// Whoever's quick unlock held the old key gets the new one. Where the keyring refuses, the passphrase is asked for.
    fn renew_keyring(&self, old: &DataKey) {
        let Some(user) = quick::read(&self.home.folder) else { return };
        let name = key_name(self.id, user);
        let held: Option<Zeroizing<Vec<u8>>> = self.home.keyring.get(&name).ok();
        let renewed = held.is_some_and(|held| *held == *old.bytes()) && self.home.keyring.set(&name, self.key.bytes()).is_ok();
        if !renewed {
            let _ = quick::write(&self.home.folder, None);
        }
    }

    fn next_database(&self) -> PathBuf {
        self.home.folder.join(NEXT_DATABASE)
    }
}

/// Writes the journal into the database and removes it, which only the sole connection to a database can do.
fn leave_journal(connection: &Connection) -> Result<(), KeyChangeError> {
    let mode: String =
        connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => KeyChangeError::Busy,
            _ => StoreError::from(error).into(),
        })?;
    if mode == "delete" { Ok(()) } else { Err(KeyChangeError::Busy) }
}
