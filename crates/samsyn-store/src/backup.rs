//! Backup: an encrypted copy with its header, made while the store is open, and done only when it has been opened again.

use std::path::Path;

use fs_err as fs;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::engine::{self, EngineError};
use crate::open::{DATABASE, make_private_file, make_private_folder};
use crate::vault::DataKey;
use crate::vault::header::sync_folder;
use crate::{Store, StoreError};

/// How many pages are copied between two reports of progress: 4 MB.
const PAGES: i32 = 1000;

/// A backup that has been opened again and compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// How many rows the copy holds in all tables together.
    pub rows: u64,
    /// The size of the copied database in bytes.
    pub bytes: u64,
}

/// Why there is no backup. The store itself has not been touched, and no half copy is left under the wished name.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Something with that name is there already.
    #[error("there is something with that name already")]
    Exists,
    /// The copy was read again and is not the same.
    #[error("the copy differs from the store")]
    Differs,
    /// A file could not be written or read.
    #[error("a file could not be written: {0}")]
    Io(#[from] std::io::Error),
    /// The copy could not be opened.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The store could not be read, or the copy not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Copies the store into the new folder `to`, with the same keys. `progress` hears how many pages of how many are done.
    ///
    /// The copy is a whole store: restoring it means opening that folder, or putting it in the place of the lost one.
    pub fn backup(&self, to: &Path, mut progress: impl FnMut(u64, u64)) -> Result<BackupReport, BackupError> {
        if to.try_exists()? {
            return Err(BackupError::Exists);
        }
        let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        // Beside its goal, so that the last step is a rename. Dropped, and so removed, wherever something fails.
        let unfinished = tempfile::Builder::new().prefix(".samsyn-backup-").tempdir_in(parent)?;
        let folder = unfinished.path();
        make_private_folder(folder)?;
        let path = folder.join(DATABASE);
        make_private_file(&path)?;
        self.copy_pages(&path, &mut progress)?;
        self.home.header.write_as_is(folder)?;
        let report = self.compare(&path)?;
        sync_folder(folder)?;
        fs::rename(folder, to)?;
        sync_folder(parent)?;
        Ok(report)
    }

    fn copy_pages(&self, path: &Path, progress: &mut impl FnMut(u64, u64)) -> Result<(), BackupError> {
        let mut copy = engine::connect(path, &self.key)?;
        let backup = Backup::new(&self.connection, &mut copy).map_err(StoreError::from)?;
        loop {
            let step = backup.step(PAGES).map_err(StoreError::from)?;
            let pages = backup.progress();
            let total = u64::try_from(pages.pagecount).unwrap_or_default();
            progress(total.saturating_sub(u64::try_from(pages.remaining).unwrap_or_default()), total);
            match step {
                StepResult::Done => return Ok(()),
                StepResult::More => {}
                // The store has one connection, and the copy has none but this.
                _ => return Err(StoreError::Sql(rusqlite::Error::InvalidQuery).into()),
            }
        }
    }

    /// Opens the copy with the same key, checks every page, and counts every table on both sides.
    fn compare(&self, path: &Path) -> Result<BackupReport, BackupError> {
        engine::prove_file(path)?;
        let copy = open_checked(path, &self.key)?;
        let (here, there) = (counts(&self.connection)?, counts(&copy)?);
        if here != there {
            return Err(BackupError::Differs);
        }
        copy.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(BackupReport { rows: there.iter().map(|(_, rows)| rows).sum(), bytes: fs::metadata(path)?.len() })
    }
}

fn open_checked(path: &Path, key: &DataKey) -> Result<Connection, BackupError> {
    let copy = engine::connect(path, key)?;
    for (pragma, fine) in [("PRAGMA cipher_integrity_check", None), ("PRAGMA integrity_check", Some("ok"))] {
        let mut statement = copy.prepare(pragma).map_err(StoreError::from)?;
        let lines: Vec<String> = statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(StoreError::from)?;
        if lines.iter().any(|line| Some(line.as_str()) != fine) {
            return Err(BackupError::Differs);
        }
    }
    Ok(copy)
}

/// How many rows each table has.
fn counts(connection: &Connection) -> Result<Vec<(String, u64)>, StoreError> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut counts = Vec::new();
    for name in names {
        let count: i64 = connection.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))?;
        counts.push((name, u64::try_from(count).unwrap_or_default()));
    }
    Ok(counts)
}
