//! A damaged store: what is wrong with it, and a new store with all of it that can be read.
//!
//! The damaged files are only read, never changed and never deleted. Pages are read one by one ([`pages`]), since one page that
//! fails its check makes the engine distrust every other; their rows go into a new database ([`rows`]), where the change log
//! makes lost rows anew.

mod journal;
mod pages;
mod report;
mod rows;
mod tree;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use fs_err as fs;
use rusqlite::{Connection, params};
use samsyn_plan::ids::{PersonId, UserId};
use uuid::Uuid;

pub use report::{CaseFate, CaseState, Survey, TableFate};

use crate::backup;
use crate::engine::{self, EngineError};
use crate::open::{DATABASE, Home, LockedStore, UnlockError, Way, make_private_file, make_private_folder};
use crate::restore::{self, RestoreError};
use crate::schema::{self, Watched};
use crate::store::seal_name;
use crate::table::time_text;
use crate::vault::DataKey;
use crate::vault::header::sync_folder;
use crate::{Store, StoreError, log, memory, tables};
use pages::Pages;

/// Where the salvaged database waits beside the damaged one until it takes its place.
const WAITING: &str = "salvaged";
/// The beginning of the name of a salvage that is not finished.
const UNFINISHED: &str = ".samsyn-salvage-";

/// Whether the database is encrypted by another key than this one: it has pages, and none of a sample of them opens.
pub(crate) fn is_of_another_key(folder: &Path, key: &DataKey) -> bool {
    const SAMPLE: u32 = 64;
    let Ok(pages) = Pages::open(folder, key) else { return false };
    let step = usize::try_from((pages.count / SAMPLE).max(1)).unwrap_or(1);
    pages.count > 0 && (1..=pages.count).step_by(step).all(|number| pages.page(number).is_none())
}

/// Whether the engine would lose acknowledged writing by opening the database in a folder: its journal is damaged.
pub(crate) fn would_lose(folder: &Path, key: &DataKey) -> std::io::Result<bool> {
    pages::journal_has_lost(folder, key)
}

/// A store whose database is damaged, open for reading.
pub struct DamagedStore {
    home: Box<Home>,
    key: DataKey,
    pages: Pages,
    /// Whose way in it was.
    user: Option<UserId>,
}

impl fmt::Debug for DamagedStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DamagedStore").field("id", &self.home.header.store).finish_non_exhaustive()
    }
}

/// What was salvaged, and where it is.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// The folder of the new store, which opens by the same keys.
    pub folder: PathBuf,
    /// What is in it, and what is not.
    pub survey: Survey,
}

/// Why nothing was salvaged. The damaged store is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SalvageError {
    /// There is something in the folder already.
    #[error("there is something with that name already")]
    Exists,
    /// A newer version of the program has written the store.
    #[error("the store is of a newer schema")]
    Newer,
    /// A file could not be read or written.
    #[error("a file could not be written: {0}")]
    Io(#[from] std::io::Error),
    /// The new database could not be opened.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The new database could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The new database could not be put in the damaged one's place.
    #[error(transparent)]
    Place(#[from] RestoreError),
}

impl From<rusqlite::Error> for SalvageError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl LockedStore {
    /// Opens a store whose database is damaged, for reading alone. Refused where no page at all is this store's.
    pub fn open_damaged(self, way: Way<'_>) -> Result<DamagedStore, (Self, UnlockError)> {
        let (user, keys) = match self.keys_by(way) {
            Ok(found) => found,
            Err(error) => return Err((self, error)),
        };
        let mut home = self.into_home();
        let mut refused = UnlockError::Damaged;
        // There are two where a change of key was interrupted.
        for key in keys {
            match DamagedStore::open(home, key, user) {
                Ok(damaged) => return Ok(damaged),
                Err((back, error)) => (home, refused) = (back, error),
            }
        }
        Err((Self::from(*home), refused))
    }
}

impl Store {
    /// Closes an open store in which damage was found, and opens it for reading alone.
    pub fn into_damaged(self) -> Result<DamagedStore, (LockedStore, UnlockError)> {
        let Self { connection, home, key, opened_by, .. } = self;
        drop(connection);
        DamagedStore::open(Box::new(home), key, opened_by).map_err(|(home, error)| (LockedStore::from(*home), error))
    }
}

impl DamagedStore {
    fn open(home: Box<Home>, key: DataKey, user: Option<UserId>) -> Result<Self, (Box<Home>, UnlockError)> {
        match Pages::open(&home.folder, &key) {
            Ok(pages) if u32::try_from(pages.bad.len()).is_ok_and(|bad| bad < pages.count) => Ok(Self { home, key, pages, user }),
            Ok(_) => Err((home, UnlockError::Damaged)),
            Err(error) => Err((home, UnlockError::Engine(EngineError::Io(error)))),
        }
    }

    /// The store's identifier.
    pub fn id(&self) -> Uuid {
        self.home.header.store
    }

    /// Locks again.
    pub fn lock(self) -> LockedStore {
        let Self { home, key, pages, .. } = self;
        drop((key, pages));
        memory::wipe_stack();
        LockedStore::from(*home)
    }

    /// Says what is damaged and what of it could be salvaged. Everything is done as [`Self::salvage`] does it, in memory.
    pub fn survey(&self) -> Result<Survey, SalvageError> {
        let mut memory = Connection::open_in_memory()?;
        self.fill(&mut memory, DateTime::UNIX_EPOCH)
    }

    /// Writes a new store with all that can be read into the new folder `to`, encrypted by the same key, with the same ways in.
    /// Lost rows are made anew of the change log; a chain that is not whole has its note (`ChainState::Altered`).
    pub fn salvage(&self, to: &Path, at: DateTime<Utc>) -> Result<Salvaged, SalvageError> {
        if to.try_exists()? {
            return Err(SalvageError::Exists);
        }
        let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let prefix = format!("{UNFINISHED}{}-", self.id().simple());
        remove_unfinished(parent, &prefix);
        // Beside its goal, so that the last step is a rename. Dropped, and so removed, wherever something fails.
        let unfinished = tempfile::Builder::new().prefix(&prefix).tempdir_in(parent)?;
        let folder = unfinished.path();
        make_private_folder(folder)?;
        let path = folder.join(DATABASE);
        make_private_file(&path)?;
        let mut connection = engine::connect(&path, &self.key)?;
        let survey = self.fill(&mut connection, at)?;
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
        connection.close().map_err(|(_, error)| StoreError::from(error))?;
        engine::prove_file(&path)?;
        self.home.header.write_as_is(folder)?;
        sync_folder(folder)?;
        fs::rename(folder, to)?;
        sync_folder(parent)?;
        Ok(Salvaged { folder: to.to_owned(), survey })
    }

    /// Salvages, lets the new database take the place of the damaged one, which is set aside in a folder of its own beside it,
    /// whole, and opens it. A program that is interrupted leaves both; [`finish`] then does what is left. Where a salvage would give
    /// nothing that is not there already, the database is opened as it is, so that no copy after the other is set aside.
    #[expect(clippy::result_large_err, reason = "the damaged store goes back to whoever holds it")]
    pub fn replace(self, at: DateTime<Utc>) -> Result<(Store, Survey), (Self, SalvageError)> {
        let waiting = self.home.folder.join(WAITING);
        let needed = self.survey().and_then(|survey| Ok((self.gains(&survey)?, survey)));
        let salvaged = needed.and_then(|(gains, survey)| if gains { self.salvage_into_place(&waiting, at) } else { Ok(survey) });
        let salvaged = salvaged.and_then(|survey| {
            let connection = engine::connect(&self.home.folder.join(DATABASE), &self.key)?;
            // Whatever was lost, the new log is one that nobody has put back.
            let _ = self.home.keyring.remove(&seal_name(self.id()));
            Ok((connection, survey))
        });
        match salvaged {
            Ok((connection, survey)) => {
                let Self { home, key, pages, user } = self;
                match Store::begin(connection, *home, key.clone(), user) {
                    Ok(store) => Ok((store, survey)),
                    Err((home, error)) => Err((Self { home: Box::new(home), key, pages, user }, error.into())),
                }
            }
            Err(error) => Err((self, error)),
        }
    }

    /// Whether a salvage gives what the database as it stands does not: the engine reads less of it, or rows can be made anew.
    fn gains(&self, survey: &Survey) -> Result<bool, SalvageError> {
        let is_read = survey.bad.is_empty() && !survey.journal_cut && survey.tables.values().all(|table| table.rebuilt == 0);
        if !is_read || would_lose(&self.home.folder, &self.key)? {
            return Ok(true);
        }
        match engine::connect(&self.home.folder.join(DATABASE), &self.key) {
            Ok(connection) => Ok(schema::number(&connection)? != schema::NEWEST || !backup::damage(&connection)?.is_empty()),
            Err(_) => Ok(true),
        }
    }

    fn salvage_into_place(&self, waiting: &Path, at: DateTime<Utc>) -> Result<Survey, SalvageError> {
        // A salvage that was interrupted before it took its place is made anew.
        if waiting.try_exists()? {
            fs::remove_dir_all(waiting)?;
        }
        let folder = &self.home.folder;
        let salvaged = self.salvage(waiting, at)?;
        let aside = restore::aside(folder, at)?;
        restore::put_in_place(waiting, folder, aside.as_deref(), &self.home.header)?;
        fs::remove_dir_all(waiting)?;
        Ok(salvaged.survey)
    }

    /// Puts what can be read into an empty database, makes anew what the log knows, and says what came of it.
    fn fill(&self, to: &mut Connection, at: DateTime<Utc>) -> Result<Survey, SalvageError> {
        let schema = self.pages.page(1).and_then(|page| pages::be32(&page, 60)).map_or(0, i64::from);
        if schema > schema::NEWEST {
            return Err(SalvageError::Newer);
        }
        schema::migrate(to)?;
        // Rows come table by table, and what some of them refer to may be lost.
        to.execute_batch("PRAGMA foreign_keys = OFF")?;
        to.set_prepared_statement_cache_capacity(256);
        let watched = schema::all_watched(to)?;
        let transaction = to.transaction()?;
        let gathered = rows::gather(&self.pages, &transaction)?;
        self.identify(&transaction, at)?;
        let log_gap = !report::mend_store_log(&transaction)?;
        let fates = log::rebuild(&transaction, &watched, &gathered.holes, &self.id().to_string())?;
        note(&transaction, &watched, &fates, at)?;
        index_people(&transaction)?;
        let survey = report::survey(&transaction, &self.pages, &gathered, &fates, log_gap)?;
        transaction.commit()?;
        to.execute_batch("PRAGMA foreign_keys = ON")?;
        Ok(survey)
    }

    /// The one row that says which store it is.
    fn identify(&self, to: &Connection, at: DateTime<Utc>) -> Result<(), StoreError> {
        let rows: i64 = to.query_row("SELECT count(*) FROM store WHERE id = ?1", [self.id().to_string()], |row| row.get(0))?;
        if rows == 0 {
            to.execute(
                "INSERT INTO store (id, device, created_at) VALUES (?1, ?2, ?3)",
                params![self.id().to_string(), Uuid::now_v7().to_string(), time_text(at)],
            )?;
        }
        Ok(())
    }
}

/// Ends what [`DamagedStore::replace`] began in a folder, if it was interrupted after the damaged database was set aside. Says
/// whether it did.
pub(crate) fn finish(folder: &Path) -> std::io::Result<bool> {
    let (waiting, database) = (folder.join(WAITING), folder.join(DATABASE));
    if database.try_exists()? || !waiting.join(DATABASE).try_exists()? {
        return Ok(false);
    }
    let journal = folder.join(format!("{DATABASE}-wal"));
    if journal.try_exists()? {
        // The damaged database's, which was interrupted on its way aside. The new one must never meet it.
        fs::rename(&journal, folder.join(format!("{DATABASE}-wal-damaged")))?;
    }
    fs::rename(waiting.join(DATABASE), database)?;
    sync_folder(folder)?;
    fs::remove_dir_all(waiting)?;
    Ok(true)
}

/// Removes what is left of salvages of this store that were interrupted: copies of our own making. One store has one program.
fn remove_unfinished(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Keeps a lasting note for every chain that is not whole, as for one that was altered.
fn note(to: &Connection, watched: &[Watched], fates: &[log::ChainFate], at: DateTime<Utc>) -> Result<(), StoreError> {
    for fate in fates.iter().filter(|fate| !fate.is_whole()) {
        let (expected, found) = log::states(to, watched, &fate.chain)?;
        // Where only the history has a gap, the rows are as expected; the note tells it by the word.
        let expected = if expected == found { "history".to_owned() } else { expected };
        to.execute(
            "INSERT INTO alarm (chain, at, expected, found) VALUES (?1, ?2, ?3, ?4)",
            params![fate.chain, time_text(at), expected, found],
        )?;
    }
    Ok(())
}

fn index_people(to: &Connection) -> Result<(), StoreError> {
    let ids: Vec<String> = to.prepare("SELECT id FROM person")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in ids.iter().filter_map(|id| Uuid::parse_str(id).ok()) {
        tables::person::index(to, PersonId(id))?;
    }
    Ok(())
}
