//! Rows that were lost, made anew of the change log; and what is lost of the log itself.
//!
//! A changeset holds whole rows, so that a chain's changes in order give its rows, and the newest change's `state_hash` says
//! whether they are the right ones. What cannot be confirmed so is left out: a gap is told, a wrong text never shown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::change::{self, Logged};
use super::replay::{self, Replay};
use super::{changeset, state};
use crate::StoreError;
use crate::schema::Watched;
use crate::table::{Keeps, Row as _};
use crate::tables::CaseEntry;
use samsyn_plan::acts::CaseMoved;

/// How a chain stands after its rows were made anew as far as they could be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ChainFate {
    /// The chain.
    pub(crate) chain: String,
    /// The rows that were lost and made anew, by table.
    pub(crate) rebuilt: BTreeMap<String, u64>,
    /// The rows that the log knows and that are lost, by table.
    pub(crate) lost: BTreeMap<String, u64>,
    /// How many changes of the log are lost.
    pub(crate) changes_lost: u64,
    /// Whether the rows are all there: as the log confirms, or as every page of theirs was read where the log is lost.
    pub(crate) rows_whole: bool,
}

/// Which tables the log wrote each row to, by the row's key.
pub(crate) fn tables_of_rows(connection: &Connection) -> Result<HashMap<String, Vec<String>>, StoreError> {
    let mut statement = connection.prepare("SELECT changeset FROM change")?;
    let mut rows = statement.query([])?;
    let mut tables = HashMap::<String, Vec<String>>::new();
    while let Some(row) = rows.next()? {
        for changed in changeset::rows(row.get_ref(0)?.as_blob().unwrap_or_default())? {
            let known = tables.entry(changed.id().to_owned()).or_default();
            if !known.contains(&changed.table) {
                known.push(changed.table);
            }
        }
    }
    Ok(tables)
}

/// Makes what rows it can of every chain anew. `holes` are the tables of which a page could not be read. The lost rows of `own`, the
/// store's own chain, are made anew also where nothing confirms them: without users and settings nobody gets in, and an older
/// setting hurts nobody.
pub(crate) fn rebuild(
    connection: &Connection,
    tables: &[Watched],
    holes: &BTreeSet<String>,
    own: &str,
) -> Result<Vec<ChainFate>, StoreError> {
    let log = StoreLog::read(connection)?;
    let mut chains: BTreeSet<String> = log.chains.keys().cloned().collect();
    let erased = texts(connection, "SELECT erased FROM destruction")?;
    chains.extend(texts(connection, "SELECT DISTINCT chain FROM change")?);
    for watched in tables {
        chains.extend(texts(connection, &format!("SELECT DISTINCT chain_id FROM \"{}\"", watched.table.name))?);
    }
    // What was erased on a decision is not lost; a chain that has rows again was taken over anew.
    chains.retain(|chain| !erased.contains(chain));
    let entries_read = !holes.contains("store_log");
    let log_read = entries_read && !holes.contains("change");
    let rows_read = tables.iter().all(|watched| !holes.contains(watched.table.name));
    chains
        .into_iter()
        .map(|chain| {
            let changes = change::of_chain(connection, &chain)?;
            let entered = log.of(&chain);
            Rebuild { connection, tables, chain: &chain, changes: &changes, entered: &entered, entries_read, log_read, rows_read }
                .run(chain == own)
        })
        .collect()
}

/// The state that a chain's newest change left, and the one that its rows are in.
pub(crate) fn states(connection: &Connection, tables: &[Watched], chain: &str) -> Result<(String, String), StoreError> {
    let expected = change::newest(connection, chain)?.map(|newest| newest.state_hash).unwrap_or_default();
    Ok((expected, state::state_hash(connection, tables, chain)?))
}

/// Puts the rows that a chain's log knows and that are not there, and the newest state of those that stand as the log once left
/// them. What the log does not know may be newer than all of it, and stays. Says whether the log is all there, and the rows are
/// what it leaves.
pub(super) fn complete(connection: &Connection, tables: &[Watched], chain: &str, entered: &Entered) -> Result<bool, StoreError> {
    let changes = change::of_chain(connection, chain)?;
    let work = Rebuild { connection, tables, chain, changes: &changes, entered, entries_read: true, log_read: true, rows_read: false };
    let replay = work.replay()?;
    work.put_missing(&replay)?;
    if !work.knows_all() {
        return Ok(false);
    }
    work.put_newer(&replay)?;
    work.agrees(&replay)
}

/// Whether a chain's changes are all there: each as it was hashed, without a gap, and each that the store's log has.
pub(super) fn has_whole_log(changes: &[Logged], entered: &Entered) -> bool {
    let known = |hash: &String| changes.iter().any(|change| change.hash == *hash);
    let newest = changes.iter().rev().find(|change| !change.is_open());
    // Each hash holds the one before it: where the newest was entered, and all that were entered are here, none is missing.
    entered.is_newest_known
        && first_gap(changes).is_none()
        && entered.hashes.iter().all(known)
        && newest.is_none_or(|newest| entered.hashes.contains(&newest.hash))
}

/// The place of the first change that is missing, or whose link to the one before it does not hold.
fn first_gap(changes: &[Logged]) -> Option<i64> {
    let mut previous = "";
    for (change, place) in changes.iter().zip(1..) {
        if change.place != place || change.previous_hash != previous || (!change.is_open() && change.own_hash() != change.hash) {
            return Some(place);
        }
        previous = &change.hash;
    }
    None
}

/// A chain's changes as the store's log has them.
#[derive(Clone, Debug)]
pub(super) struct Entered {
    /// Their hashes, in the order of their entry.
    pub(super) hashes: Vec<String>,
    /// Whether the newest of them stands after every gap of the store's log, so that no newer one was lost with its entry.
    pub(super) is_newest_known: bool,
}

/// The store's log, chain by chain.
pub(super) struct StoreLog {
    chains: HashMap<String, Entered>,
    /// Whether it has no gap.
    pub(super) is_whole: bool,
}

impl StoreLog {
    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut statement = connection.prepare("SELECT counter, chain, change_hash, hash FROM store_log ORDER BY counter")?;
        let mut rows = statement.query([])?;
        let mut log = Self { chains: HashMap::new(), is_whole: true };
        let (mut expected, mut previous) = (1, String::new());
        while let Some(row) = rows.next()? {
            let (counter, chain, change_hash, hash): (i64, String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            if counter != expected || hash != change::log_hash(&previous, counter, &chain, &change_hash) {
                log.is_whole = false;
                log.chains.values_mut().for_each(|entered| entered.is_newest_known = false);
            }
            let entered = log.chains.entry(chain).or_insert_with(|| Entered { hashes: Vec::new(), is_newest_known: true });
            entered.hashes.push(change_hash);
            entered.is_newest_known = true;
            (expected, previous) = (counter + 1, hash);
        }
        Ok(log)
    }

    /// What it has of a chain.
    pub(super) fn of(&self, chain: &str) -> Entered {
        self.chains.get(chain).cloned().unwrap_or(Entered { hashes: Vec::new(), is_newest_known: self.is_whole })
    }
}

fn texts(connection: &Connection, sql: &str) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let texts = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(texts)
}

struct Rebuild<'a> {
    connection: &'a Connection,
    tables: &'a [Watched],
    chain: &'a str,
    changes: &'a [Logged],
    entered: &'a Entered,
    /// Whether no page of the store's log is lost.
    entries_read: bool,
    /// Whether no page of it or of the changes is lost.
    log_read: bool,
    /// Whether no page of the tables that the log watches is lost.
    rows_read: bool,
}

impl Rebuild<'_> {
    fn run(&self, keeps_unconfirmed: bool) -> Result<ChainFate, StoreError> {
        let mut fate = ChainFate { chain: self.chain.to_owned(), changes_lost: self.changes_lost(), ..ChainFate::default() };
        let knows_all = self.knows_all();
        if self.confirmed()? {
            fate.rows_whole = self.rows_read || knows_all;
            return Ok(fate);
        }
        // Where all rows were read and the log was not, the rows are the newer: what the rest of the log lacks was taken away.
        if self.rows_read && !self.log_read {
            fate.rows_whole = true;
            return Ok(fate);
        }
        let replay = self.replay()?;
        self.connection.execute_batch("SAVEPOINT rebuild")?;
        let put = self.put_missing(&replay)?;
        let mut confirmed = self.confirmed()?;
        if !confirmed && knows_all && self.log_read {
            // The whole log is there and the rows are others than it left: they come from an older page.
            self.put_newer(&replay)?;
            confirmed = self.confirmed()?;
        }
        if confirmed || keeps_unconfirmed {
            self.connection.execute_batch("RELEASE rebuild")?;
            fate.rebuilt = put;
            // Where a page of the log is lost too, a change after the newest that is left may have written more.
            fate.rows_whole = confirmed && knows_all && self.log_read;
            return Ok(fate);
        }
        self.connection.execute_batch("ROLLBACK TO rebuild; RELEASE rebuild")?;
        fate.lost = put;
        Ok(fate)
    }

    /// Whether nothing is known to have been changed after the newest change that is there, and none before it is missing.
    fn knows_all(&self) -> bool {
        self.entries_read && has_whole_log(self.changes, self.entered)
    }

    /// Whether the rows are the ones that the newest change left.
    fn confirmed(&self) -> Result<bool, StoreError> {
        let found = state::state_hash(self.connection, self.tables, self.chain)?;
        Ok(self.changes.last().is_some_and(|newest| newest.state_hash == found))
    }

    fn changes_lost(&self) -> u64 {
        let missing_before = self.changes.last().map_or(0, |newest| newest.place) - i64::try_from(self.changes.len()).unwrap_or_default();
        let unknown = self.entered.hashes.iter().filter(|hash| self.changes.iter().all(|change| change.hash != **hash)).count() as u64;
        unknown.max(u64::try_from(missing_before).unwrap_or_default())
    }

    fn replay(&self) -> Result<Replay, StoreError> {
        replay::replay(self.tables, self.changes, &replay::present(self.connection, self.tables, self.chain)?)
    }

    /// Whether the rows are all those that the log leaves, and no others.
    fn agrees(&self, replay: &Replay) -> Result<bool, StoreError> {
        let present = replay::present(self.connection, self.tables, self.chain)?;
        if present.len() != replay.rows.len() {
            return Ok(false);
        }
        for (key, logged) in &replay.rows {
            if !present.get(key).map_or(Ok(false), |row| self.is_same(key.0, row, logged))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a row is the one that the log leaves. One that came from a colleague refers to the person as the person is known
    /// here, and its log to the colleague's own entry of the same person, which never was here.
    fn is_same(&self, table: usize, row: &[Value], logged: &[Value]) -> Result<bool, StoreError> {
        if row == logged {
            return Ok(true);
        }
        let refers = self.tables.get(table).is_some_and(|watched| [CaseEntry::TABLE, CaseMoved::TABLE].contains(&watched.table));
        let mut is_person = self.connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1)")?;
        for (ours, theirs) in row.iter().zip(logged).filter(|(ours, theirs)| ours != theirs) {
            let known: bool = is_person.query_row([ours], |found| found.get(0))?;
            let elsewhere: bool = is_person.query_row([theirs], |found| found.get(0))?;
            if !refers || !known || elsewhere {
                return Ok(false);
            }
        }
        Ok(row.len() == logged.len())
    }

    /// Puts the rows that are not there, and says how many of each table.
    fn put_missing(&self, replay: &Replay) -> Result<BTreeMap<String, u64>, StoreError> {
        let mut put = BTreeMap::new();
        let mut previous: HashMap<usize, i64> = HashMap::new();
        for (place, key) in replay.order.iter().enumerate() {
            let (Some(row), Some(watched)) = (replay.rows.get(key), self.tables.get(key.0)) else { continue };
            let name = watched.table.name;
            let rowid = if let Some(here) = self.rowid(name, &key.1)? {
                here
            } else {
                let after = previous.get(&key.0).copied();
                let before = if after.is_none() { self.next_rowid(replay, place, key.0)? } else { None };
                let free = self.free_rowid(name, after, before)?;
                self.put(watched, free, row)?;
                *put.entry(name.to_owned()).or_default() += 1;
                free
            };
            previous.insert(key.0, rowid);
        }
        Ok(put)
    }

    /// Writes each row that stands as an earlier change left it as the newest leaves it. Drafts that the log took away go; acts
    /// are never taken away. A row that the log never left so may be newer than all of it, and is not touched.
    fn put_newer(&self, replay: &Replay) -> Result<(), StoreError> {
        for (index, id) in &replay.known {
            let Some(watched) = self.tables.get(*index) else { continue };
            let name = watched.table.name;
            match (replay.rows.get(&(*index, id.clone())), self.rowid(name, id)?) {
                (Some(row), Some(rowid)) => self.put(watched, rowid, row)?,
                (None, Some(_)) if watched.table.keeps == Keeps::Draft => {
                    self.connection.execute(&format!("DELETE FROM \"{name}\" WHERE id = ?1"), [id])?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn put(&self, watched: &Watched, rowid: i64, row: &[Value]) -> Result<(), StoreError> {
        let count = row.len().min(watched.columns.len());
        let named: String = watched.columns.iter().take(count).map(|column| format!(", \"{}\"", column.name)).collect();
        let sql = format!("INSERT OR REPLACE INTO \"{}\" (rowid{named}) VALUES (?{})", watched.table.name, ", ?".repeat(count));
        let values = std::iter::once(Value::Integer(rowid)).chain(row.iter().take(count).cloned());
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    fn rowid(&self, table: &str, id: &str) -> Result<Option<i64>, StoreError> {
        let sql = format!("SELECT rowid FROM \"{table}\" WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }

    /// The number that the chain's next row of a table that is there leaves to this one, with room for those between them.
    fn next_rowid(&self, replay: &Replay, place: usize, table: usize) -> Result<Option<i64>, StoreError> {
        let Some(watched) = self.tables.get(table) else { return Ok(None) };
        let following = replay.order.iter().skip(place + 1).filter(|key| key.0 == table && replay.rows.contains_key(*key));
        for ((_, id), between) in following.zip(0..) {
            if let Some(rowid) = self.rowid(watched.table.name, id)? {
                return Ok(Some(rowid - between));
            }
        }
        Ok(None)
    }

    /// A free number after one row, or before another: rows that are not placed stand in the order of their entry.
    fn free_rowid(&self, table: &str, after: Option<i64>, before: Option<i64>) -> Result<i64, StoreError> {
        let (mut rowid, step) = match (after, before) {
            (Some(after), _) => (after + 1, 1),
            (None, Some(before)) => (before - 1, -1),
            (None, None) => (1, 1),
        };
        let mut taken = self.connection.prepare_cached(&format!("SELECT 1 FROM \"{table}\" WHERE rowid = ?1"))?;
        while taken.query_row(params![rowid], |_| Ok(())).optional()?.is_some() {
            rowid += step;
        }
        Ok(rowid)
    }
}
