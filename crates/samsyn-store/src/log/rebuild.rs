//! Rows that were lost, made anew of the change log; and what is lost of the log itself.
//!
//! A changeset holds whole rows, so that a chain's changes in order give its rows, and the newest change's `state_hash` says
//! whether they are the right ones. What cannot be confirmed so is left out: a gap is told, a wrong text never shown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::change::{self, Logged};
use super::{Operation, changeset, state};
use crate::StoreError;
use crate::schema::Watched;
use crate::table::Keeps;

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

type RowKey = (usize, String);

/// What a chain's changes, in order, leave.
#[derive(Default)]
struct Replay {
    rows: HashMap<RowKey, Vec<Value>>,
    /// In the order of their entry.
    order: Vec<RowKey>,
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

/// Makes what rows it can of every chain anew. `holes` are the tables of which a page could not be read.
pub(crate) fn rebuild(connection: &Connection, tables: &[Watched], holes: &BTreeSet<String>) -> Result<Vec<ChainFate>, StoreError> {
    let logged = logged_hashes(connection)?;
    let mut chains: BTreeSet<String> = logged.keys().cloned().collect();
    let erased = texts(connection, "SELECT erased FROM destruction")?;
    chains.extend(texts(connection, "SELECT DISTINCT chain FROM change")?);
    for watched in tables {
        chains.extend(texts(connection, &format!("SELECT DISTINCT chain_id FROM \"{}\"", watched.table.name))?);
    }
    // What was erased on a decision is not lost; a chain that has rows again was taken over anew.
    chains.retain(|chain| !erased.contains(chain));
    let log_whole = !holes.contains("change") && !holes.contains("store_log");
    let rows_read = tables.iter().all(|watched| !holes.contains(watched.table.name));
    chains
        .into_iter()
        .map(|chain| {
            let changes = change::of_chain(connection, &chain)?;
            let entered = logged.get(&chain).map_or(&[][..], Vec::as_slice);
            Rebuild { connection, tables, chain: &chain, changes: &changes, entered, log_whole, rows_read }.run()
        })
        .collect()
}

/// Whether a chain's changes are all there, each as it was hashed, and fit the rows.
pub(super) fn is_confirmed(connection: &Connection, tables: &[Watched], chain: &str) -> Result<bool, StoreError> {
    let changes = change::of_chain(connection, chain)?;
    let found = state::state_hash(connection, tables, chain)?;
    Ok(first_gap(&changes).is_none() && changes.last().is_some_and(|newest| newest.state_hash == found))
}

/// The state that a chain's newest change left, and the one that its rows are in.
pub(crate) fn states(connection: &Connection, tables: &[Watched], chain: &str) -> Result<(String, String), StoreError> {
    let expected = change::newest(connection, chain)?.map(|newest| newest.state_hash).unwrap_or_default();
    Ok((expected, state::state_hash(connection, tables, chain)?))
}

/// Puts the rows that a chain's log knows and that are not there, and says whether all is confirmed then. Where it is not, they
/// are put all the same if `unconfirmed`, and otherwise left out.
pub(super) fn complete(connection: &Connection, tables: &[Watched], chain: &str, unconfirmed: bool) -> Result<bool, StoreError> {
    let changes = change::of_chain(connection, chain)?;
    let work = Rebuild { connection, tables, chain, changes: &changes, entered: &[], log_whole: true, rows_read: false };
    let fate = work.run()?;
    if !fate.rows_whole && unconfirmed {
        let replay = work.replay()?;
        work.put_missing(&replay)?;
    }
    is_confirmed(connection, tables, chain)
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

/// The hashes of each chain's changes, as the store's log has them.
fn logged_hashes(connection: &Connection) -> Result<HashMap<String, Vec<String>>, StoreError> {
    let mut statement = connection.prepare("SELECT chain, change_hash FROM store_log ORDER BY counter")?;
    let mut rows = statement.query([])?;
    let mut hashes = HashMap::<String, Vec<String>>::new();
    while let Some(row) = rows.next()? {
        hashes.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(hashes)
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
    entered: &'a [String],
    /// Whether no page of the log is lost.
    log_whole: bool,
    /// Whether no page of the tables that the log watches is lost.
    rows_read: bool,
}

impl Rebuild<'_> {
    fn run(&self) -> Result<ChainFate, StoreError> {
        let mut fate = ChainFate { chain: self.chain.to_owned(), changes_lost: self.changes_lost(), ..ChainFate::default() };
        // Where all rows were read and the log was not, the rows are the newer: what the rest of the log lacks was taken away.
        if self.confirmed()? || (self.rows_read && !self.log_whole) {
            fate.rows_whole = true;
            return Ok(fate);
        }
        let replay = self.replay()?;
        self.connection.execute_batch("SAVEPOINT rebuild")?;
        let put = self.put_missing(&replay)?;
        fate.rows_whole = self.confirmed()?;
        if !fate.rows_whole && self.log_whole && fate.changes_lost == 0 && first_gap(self.changes).is_none() {
            // The whole log is there and the rows are others than it left: they come from an older page.
            self.put_over(&replay)?;
            fate.rows_whole = self.confirmed()?;
        }
        if fate.rows_whole {
            self.connection.execute_batch("RELEASE rebuild")?;
            fate.rebuilt = put;
            return Ok(fate);
        }
        self.connection.execute_batch("ROLLBACK TO rebuild; RELEASE rebuild")?;
        fate.lost = put;
        Ok(fate)
    }

    /// Whether the rows are the ones that the newest change left.
    fn confirmed(&self) -> Result<bool, StoreError> {
        let found = state::state_hash(self.connection, self.tables, self.chain)?;
        Ok(self.changes.last().is_some_and(|newest| newest.state_hash == found))
    }

    fn changes_lost(&self) -> u64 {
        let missing_before = self.changes.last().map_or(0, |newest| newest.place) - i64::try_from(self.changes.len()).unwrap_or_default();
        let unknown = self.entered.iter().filter(|hash| self.changes.iter().all(|change| change.hash != **hash)).count() as u64;
        unknown.max(u64::try_from(missing_before).unwrap_or_default())
    }

    fn replay(&self) -> Result<Replay, StoreError> {
        let mut replay = Replay::default();
        for change in self.changes {
            for row in changeset::rows(&change.changeset)? {
                let found = self.tables.iter().enumerate().find(|(_, watched)| watched.table.name == row.table);
                let Some((table, watched)) = found else { continue };
                let key = (table, row.id().to_owned());
                match row.operation {
                    Operation::Removed => {
                        replay.rows.remove(&key);
                    }
                    Operation::Added => {
                        // Columns that came with a later schema have their defaults until they are written.
                        let told = row.new.into_iter().chain(std::iter::repeat(None));
                        let values = watched.columns.iter().zip(told).map(|(column, told)| told.unwrap_or_else(|| column.default.clone()));
                        replay.order.push(key.clone());
                        replay.rows.insert(key, values.collect());
                    }
                    Operation::Changed => {
                        // Of a row whose beginning is lost, the rest is unknown.
                        let Some(known) = replay.rows.get_mut(&key) else { continue };
                        for (index, value) in row.new.into_iter().enumerate() {
                            if let (Some(value), Some(slot)) = (value, known.get_mut(index)) {
                                *slot = value;
                            }
                        }
                    }
                }
            }
        }
        Ok(replay)
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

    /// Writes every row as the log has it. Drafts that the log knows nothing of go; acts are never taken away.
    fn put_over(&self, replay: &Replay) -> Result<(), StoreError> {
        for (index, watched) in self.tables.iter().enumerate() {
            let name = watched.table.name;
            if watched.table.keeps == Keeps::Draft {
                for id in self.ids(name)? {
                    if !replay.rows.contains_key(&(index, id.clone())) {
                        self.connection.execute(&format!("DELETE FROM \"{name}\" WHERE id = ?1"), [id])?;
                    }
                }
            }
        }
        for (key, row) in &replay.rows {
            let Some(watched) = self.tables.get(key.0) else { continue };
            if let Some(rowid) = self.rowid(watched.table.name, &key.1)? {
                self.put(watched, rowid, row)?;
            }
        }
        Ok(())
    }

    fn ids(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT id FROM \"{table}\" WHERE chain_id = ?1"))?;
        let ids = statement.query_map([self.chain], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
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
