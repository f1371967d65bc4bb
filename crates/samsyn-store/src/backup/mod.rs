//! Backup: an encrypted copy with its header, made while the store is open, and done only when it has been opened again and
//! compared with the store row by row.
//!
//! The files are copied, not the rows: they are encrypted already (docs/decisions/0008-backup-by-file-copy.md).
//!
//! **Invariant.** While a [`Copying`] lives, its pinned connection reads one state of the store, and the copy becomes that
//! state. The journal is copied while nobody can write, so that it ends where that state ends. The database is copied
//! afterwards, while others write: a checkpoint then writes into it, but never beyond what a reader still reads, so that it
//! only writes pages that the copied journal has too, and replaying that journal makes them whole.

mod content;
mod shelf;
mod upgrade;

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use fs_err as fs;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;
use uuid::Uuid;

use crate::engine::{self, EngineError};
use crate::open::{DATABASE, make_private_file, make_private_folder};
use crate::vault::DataKey;
use crate::vault::header::{Header, NAMES, sync_folder};
use crate::{Store, StoreError};

#[cfg(test)]
pub(crate) use content::Content;
pub(crate) use content::{content, damage};
pub use shelf::{BackupFolder, backups_in, new_backup_name, thin_backups};
pub(crate) use upgrade::{FOLDER as UPGRADES, before_upgrade};

/// The journal's file name.
pub(crate) const JOURNAL: &str = "samsyn.db-wal";
/// The file name of the memory that connections share: worth nothing without its database.
pub(crate) const SHARED_MEMORY: &str = "samsyn.db-shm";
/// How much is copied between two reports of progress, in bytes.
const PIECE: usize = 1 << 20;
/// What is to be left on the disk beside the copy: its header, and what the file system writes for itself.
const MARGIN: u64 = 2 << 20;
/// How many pieces are written between two times that the disk is told to keep them, so that none of these takes long.
const PIECES_KEPT: u64 = 8;
/// How many of the engine's steps lie between two looks at whether the work should stop.
const STEPS: i32 = 10_000;

/// A backup that has been opened again and compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// How many rows the copy holds in all tables together, each compared with the store's.
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
    /// The folder that it should lie in is not there: a drive that was pulled out.
    #[error("the folder for backups is not there")]
    PlaceMissing,
    /// The folder lies in the store's own: what happens to the store would happen to its backup.
    #[error("the folder for backups lies in the store's own")]
    InStore,
    /// The disk takes no writing, or the user may not write there.
    #[error("the folder for backups cannot be written to")]
    ReadOnly,
    /// The disk has too little room.
    #[error("the disk lacks {missing} bytes")]
    Full {
        /// How many bytes are missing; 0 where the disk filled on the way.
        missing: u64,
    },
    /// The store has a damaged page, so that its copy has it too and is none.
    #[error("the store is damaged")]
    Damaged,
    /// The copy was read again and is not the same.
    #[error("the copy differs from the store")]
    Differs,
    /// It was told to stop.
    #[error("the work was stopped")]
    Stopped,
    /// A file could not be written or read.
    #[error("a file could not be written: {0}")]
    Io(io::Error),
    /// The copy could not be opened.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The store could not be read, or the copy not be written.
    #[error(transparent)]
    Store(StoreError),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { missing: 0 },
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            ErrorKind::NotFound => Self::PlaceMissing,
            _ => Self::Io(error),
        }
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::Full { missing: 0 },
            StoreError::Damaged => Self::Damaged,
            StoreError::ReadOnly | StoreError::NoRights => Self::ReadOnly,
            StoreError::Sql(rusqlite::Error::SqliteFailure(failure, _)) if failure.code == rusqlite::ErrorCode::OperationInterrupted => {
                Self::Stopped
            }
            other => Self::Store(other),
        }
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

/// An open store's files and keys, of whatever schema it is.
pub(crate) struct Source<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) folder: &'a Path,
    pub(crate) header: &'a Header,
    pub(crate) key: &'a DataKey,
}

/// A backup under way. It may go on in another thread while the store is worked with. Dropped, it leaves nothing behind.
pub struct Copying {
    /// Reads the state of the store that is copied, until it has been compared.
    pin: Connection,
    key: DataKey,
    /// The database, opened before anything could take its place.
    database: File,
    to: PathBuf,
    replaces: bool,
    /// Beside its goal, so that the last step is a rename.
    unfinished: TempDir,
    stop: Arc<AtomicBool>,
}

/// What stops a backup under way from another thread.
#[derive(Clone, Debug)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Makes the backup end soon, with [`BackupError::Stopped`].
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Store {
    /// Copies the store into the new folder `to`, with the same keys. `progress` hears how many bytes of how many are copied.
    ///
    /// The copy is a whole store: [`crate::restore::restore`] puts it in the place of a lost one.
    pub fn backup(&self, to: &Path, progress: impl FnMut(u64, u64)) -> Result<BackupReport, BackupError> {
        self.begin_backup(to)?.finish(progress)
    }

    /// Begins to copy the store into the new folder `to`. What is written from now on is not in the copy.
    pub fn begin_backup(&self, to: &Path) -> Result<Copying, BackupError> {
        if to.try_exists()? {
            return Err(BackupError::Exists);
        }
        if lies_in(parent(to), &self.home.folder)? {
            return Err(BackupError::InStore);
        }
        self.source().begin(to, false)
    }

    /// Whether backups can lie in a folder: it is there, is not within the store's own, and takes writing.
    pub fn may_hold_backups(&self, place: &Path) -> Result<(), BackupError> {
        if lies_in(place, &self.home.folder)? {
            return Err(BackupError::InStore);
        }
        tempfile::tempfile_in(place)?;
        Ok(())
    }

    pub(crate) fn source(&self) -> Source<'_> {
        Source { connection: &self.connection, folder: &self.home.folder, header: &self.home.header, key: &self.key }
    }
}

impl Source<'_> {
    /// Begins the copy. With `replaces`, what is called `to` gives way to the finished copy.
    fn begin(&self, to: &Path, replaces: bool) -> Result<Copying, BackupError> {
        let (database, journal) = (self.folder.join(DATABASE), self.folder.join(JOURNAL));
        let place = parent(to);
        let journal_size = fs::metadata(&journal).map_or(0, |file| file.len());
        // Replaying the journal makes the copied database grow by no more than the journal.
        let needed = fs::metadata(&database)?.len() + 2 * journal_size;
        // First, since what an interrupted program left may be what fills the disk.
        shelf::remove_unfinished(place, self.header.store);
        has_room(place, needed)?;
        let unfinished = tempfile::Builder::new().prefix(&shelf::unfinished_prefix(self.header.store)).tempdir_in(place)?;
        make_private_folder(unfinished.path())?;
        let pin = engine::connect(&database, self.key)?;
        let stop = Arc::new(AtomicBool::new(false));
        stops(&pin, &stop)?;
        // Nobody can write while the pin is set and the journal is copied. Dropped at the end, it has changed nothing.
        let quiet = Transaction::new_unchecked(self.connection, TransactionBehavior::Immediate)?;
        pin.execute_batch("BEGIN")?;
        pin.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        if journal.try_exists()? {
            copy(&File::open(&journal)?, &unfinished.path().join(JOURNAL), |_| Ok(()))?;
        }
        drop(quiet);
        self.header.write_as_is(unfinished.path())?;
        let database = File::open(database)?;
        Ok(Copying { pin, key: self.key.clone(), database, to: to.to_owned(), replaces, unfinished, stop })
    }
}

impl Copying {
    /// What stops it from another thread.
    pub fn stopper(&self) -> Stop {
        Stop(Arc::clone(&self.stop))
    }

    /// Copies the database, opens the copy by the same key, checks every page, compares every row with the store's, and only
    /// then gives the copy its name. `progress` hears how many bytes of how many are copied.
    pub fn finish(self, mut progress: impl FnMut(u64, u64)) -> Result<BackupReport, BackupError> {
        let path = self.unfinished.path().join(DATABASE);
        let of = self.database.metadata()?.len();
        copy(&self.database, &path, |done| {
            progress(done, of.max(done));
            if self.stop.load(Ordering::Relaxed) { Err(BackupError::Stopped) } else { Ok(()) }
        })?;
        let report = self.compare(&path)?;
        self.prove_header()?;
        let (folder, place) = (self.unfinished.path(), parent(&self.to));
        sync_folder(folder)?;
        if self.replaces && self.to.try_exists()? {
            shelf::remove(&self.to)?;
        }
        fs::rename(folder, &self.to)?;
        sync_folder(place)?;
        Ok(report)
    }

    /// Reads the copied header again: it is kept twice, and its list of ways in is the one that the key proves.
    fn prove_header(&self) -> Result<(), BackupError> {
        let folder = self.unfinished.path();
        let header = Header::read(folder).map_err(|_| BackupError::Differs)?;
        if header.is_proven_by(&self.key) && header.kept_twice(folder) { Ok(()) } else { Err(BackupError::Differs) }
    }

    fn compare(&self, path: &Path) -> Result<BackupReport, BackupError> {
        let copy = engine::connect(path, &self.key)?;
        stops(&copy, &self.stop)?;
        // Into the database with the journal: what is checked is then the one file that stays.
        let busy: i64 = copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(BackupError::Differs);
        }
        if !damage(&copy)?.is_empty() {
            return Err(BackupError::Damaged);
        }
        let there = content(&copy)?;
        if there != content(&self.pin)? {
            return Err(BackupError::Differs);
        }
        copy.close().map_err(|(_, error)| StoreError::from(error))?;
        engine::prove_file(path)?;
        Ok(BackupReport { rows: there.rows(), bytes: fs::metadata(path)?.len() })
    }
}

/// Lets the engine's work on a connection be stopped.
fn stops(connection: &Connection, stop: &Arc<AtomicBool>) -> Result<(), BackupError> {
    let stop = Arc::clone(stop);
    Ok(connection.progress_handler(STEPS, Some(move || stop.load(Ordering::Relaxed)))?)
}

/// Whether there is room for so many bytes, and a little more.
pub(crate) fn has_room(place: &Path, bytes: u64) -> Result<(), BackupError> {
    let (needed, free) = (bytes + MARGIN, fs4::available_space(place)?);
    if free < needed { Err(BackupError::Full { missing: needed - free }) } else { Ok(()) }
}

/// Copies a file into a new one that only the user may read, and makes it last. `each` hears how many bytes are copied.
///
/// Closing the file that is read lets go of this process's lock on it, by the rule of POSIX. Nothing rests on that lock: the
/// store's own lock file keeps other programs out, and within the process the engine keeps account itself.
pub(crate) fn copy(mut from: &File, to: &Path, mut each: impl FnMut(u64) -> Result<(), BackupError>) -> Result<(), BackupError> {
    make_private_file(to)?;
    let mut to = fs::OpenOptions::new().write(true).open(to)?;
    let (mut piece, mut done, mut pieces) = (vec![0_u8; PIECE], 0_u64, 0_u64);
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        to.write_all(piece.get(..read).unwrap_or_default())?;
        done += read as u64;
        each(done)?;
        pieces += 1;
        if pieces.is_multiple_of(PIECES_KEPT) {
            to.sync_data()?;
        }
    }
    Ok(to.sync_all()?)
}

/// The files of a store that make it whole, as they are called in its folder.
pub(crate) fn store_files() -> impl Iterator<Item = &'static str> {
    [DATABASE, JOURNAL].into_iter().chain(NAMES)
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

fn lies_in(path: &Path, folder: &Path) -> io::Result<bool> {
    Ok(fs::canonicalize(path)?.starts_with(fs::canonicalize(folder)?))
}

/// The first letters of a store's identifier that tell it from others in a name.
fn short(store: Uuid) -> String {
    // The end is random; the beginning is the time at which it was made.
    store.simple().to_string().chars().skip(24).collect()
}
