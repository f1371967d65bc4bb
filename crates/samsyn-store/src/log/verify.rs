//! The full check: every page, every hash, every chain's rows, and the seal.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::change::{self, Logged};
use super::state::ChainState;
use crate::table::{TextColumn as _, time_text};
use crate::{SealState, Store, StoreError};

/// What a full check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// What the encryption says of damaged pages; empty when all are whole. Where any is damaged, nothing more is read,
    /// since the engine then distrusts every page.
    pub pages: Vec<String>,
    /// What the database says of its own structure; empty when all is well.
    pub structure: Vec<String>,
    /// How many chains were checked: cases, persons and the store itself.
    pub chains: usize,
    /// The chains that are not as their log says.
    pub broken: Vec<BrokenChain>,
    /// Whether the store's log as a whole is unbroken.
    pub store_log_whole: bool,
    /// How the log stands to the head that was sealed in the keyring.
    pub seal: SealState,
    /// Whether the store was once found to have been put back to an older state, as a restored backup is. It is told, and
    /// is no fault in what there is now.
    pub was_put_back: bool,
}

impl VerifyReport {
    /// Whether nothing was found. A missing seal means that putting back the whole file cannot be ruled out, and is no fault.
    pub fn is_whole(&self) -> bool {
        self.pages.is_empty()
            && self.structure.is_empty()
            && self.broken.is_empty()
            && self.store_log_whole
            && self.seal != SealState::Differs
    }
}

/// A chain that is not as its log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenChain {
    /// The identifier of the case, the person or the store.
    pub chain: String,
    /// The first fault found.
    pub fault: Fault,
}

/// What is wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A change is not the one that was hashed.
    Content,
    /// A change is missing, or stands in the wrong place.
    Order,
    /// The store's log does not hold the chain's changes.
    NotInStoreLog,
    /// The rows are not the ones that the newest change left, or were once found not to be.
    State,
}

/// A place in the store's log that is kept outside the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seal {
    pub(crate) counter: i64,
    pub(crate) head: String,
    /// When it was sealed; nothing where a program that did not say so sealed it.
    pub(crate) at: Option<DateTime<Utc>>,
}

impl Seal {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let at = self.at.as_ref().map(|at| format!(":{}", time_text(*at))).unwrap_or_default();
        format!("{}:{}{at}", self.counter, self.head).into_bytes()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (counter, rest) = std::str::from_utf8(bytes).ok()?.split_once(':')?;
        let (head, at) = rest.split_once(':').map_or((rest, None), |(head, at)| (head, DateTime::from_text(at)));
        Some(Self { counter: counter.parse().ok()?, head: head.to_owned(), at })
    }

    /// Whether the sealed place is in the log. Where it is not, an older state of the store has been put back.
    pub(crate) fn is_in_log(&self, connection: &Connection) -> Result<bool, StoreError> {
        if self.counter == 0 {
            return Ok(true);
        }
        let hash: Option<String> =
            connection.query_row("SELECT hash FROM store_log WHERE counter = ?1", [self.counter], |row| row.get(0)).optional()?;
        Ok(hash.as_deref() == Some(self.head.as_str()))
    }

    /// Whether a backup was put in the store's place after this was sealed, which the store itself says.
    pub(crate) fn is_before_a_restoration(&self, connection: &Connection) -> Result<bool, StoreError> {
        let newest: Option<String> =
            connection.query_row("SELECT at FROM restoration ORDER BY rowid DESC LIMIT 1", [], |row| row.get(0)).optional()?;
        let restored: Option<DateTime<Utc>> = newest.and_then(|at| DateTime::from_text(&at));
        Ok(self.at.zip(restored).is_some_and(|(sealed, restored)| restored > sealed))
    }
}

/// The newest counter and hash of the store's log; 0 and nothing when it is empty.
pub(crate) fn head(connection: &Connection) -> Result<(i64, String), StoreError> {
    let found = connection
        .prepare_cached("SELECT counter, hash FROM store_log ORDER BY counter DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.unwrap_or_default())
}

impl Store {
    /// Checks everything. `progress` hears how many chains of how many are done.
    pub fn verify(&self, mut progress: impl FnMut(usize, usize)) -> Result<VerifyReport, StoreError> {
        // The check of the pages reads the file alone. What a power cut tore there stands whole in the journal, and goes back first;
        // where it cannot, on a full or a read-only disk, the check says so of the pages.
        let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(PASSIVE);");
        let mut report = VerifyReport {
            pages: self.lines("PRAGMA cipher_integrity_check")?,
            structure: Vec::new(),
            chains: 0,
            broken: Vec::new(),
            store_log_whole: true,
            seal: self.seal_state(),
            was_put_back: false,
        };
        if !report.pages.is_empty() {
            return Ok(report);
        }
        report.structure = self.lines("PRAGMA integrity_check")?;
        report.structure.retain(|line| line != "ok");
        let (order, whole) = self.store_log()?;
        report.store_log_whole = whole;
        let chains = self.all_chains()?;
        for chain in &chains {
            if let Some(fault) = self.fault_of(chain, order.get(chain).map_or(&[][..], Vec::as_slice))? {
                report.broken.push(BrokenChain { chain: chain.clone(), fault });
            }
            report.chains += 1;
            progress(report.chains, chains.len());
        }
        report.was_put_back =
            self.connection.query_row("SELECT count(*) FROM alarm WHERE chain = 'seal'", [], |row| row.get::<_, i64>(0))? > 0;
        Ok(report)
    }

    fn lines(&self, pragma: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare(pragma)?;
        let lines = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(lines)
    }

    /// Every chain that has changes or rows, or that the store's log knows; but for those that were erased on a decision.
    fn all_chains(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut chains: BTreeSet<String> = self.lines("SELECT DISTINCT chain FROM store_log")?.into_iter().collect();
        for erased in self.lines("SELECT erased FROM destruction")? {
            chains.remove(&erased);
        }
        chains.extend(self.lines("SELECT DISTINCT chain FROM change")?);
        for watched in &self.watched {
            chains.extend(self.lines(&format!("SELECT DISTINCT chain_id FROM \"{}\"", watched.table.name))?);
        }
        Ok(chains)
    }

    /// The hashes of each chain's changes in the order of the store's log, and whether that log is unbroken.
    fn store_log(&self) -> Result<(HashMap<String, Vec<String>>, bool), StoreError> {
        let mut statement = self.connection.prepare("SELECT counter, chain, change_hash, hash FROM store_log ORDER BY counter")?;
        let mut rows = statement.query([])?;
        let (mut order, mut whole) = (HashMap::<String, Vec<String>>::new(), true);
        let (mut expected, mut previous) = (1, String::new());
        while let Some(row) = rows.next()? {
            let (counter, chain, change_hash, hash): (i64, String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            whole &= counter == expected && hash == change::log_hash(&previous, counter, &chain, &change_hash);
            order.entry(chain).or_default().push(change_hash);
            (expected, previous) = (counter + 1, hash);
        }
        Ok((order, whole))
    }

    fn fault_of(&self, chain: &str, logged: &[String]) -> Result<Option<Fault>, StoreError> {
        let changes = change::of_chain(&self.connection, chain)?;
        let mut previous = "";
        for (change, place) in changes.iter().zip(1..) {
            if change.place != place || change.previous_hash != previous {
                return Ok(Some(Fault::Order));
            }
            if !change.is_open() && change.own_hash() != change.hash {
                return Ok(Some(Fault::Content));
            }
            previous = &change.hash;
        }
        let closed = changes.iter().filter(|change| !change.is_open()).map(|change: &Logged| change.hash.as_str());
        if !closed.eq(logged.iter().map(String::as_str)) {
            return Ok(Some(Fault::NotInStoreLog));
        }
        Ok(match self.state_of(chain)? {
            ChainState::Altered => Some(Fault::State),
            ChainState::Empty | ChainState::Intact => None,
        })
    }
}
