//! Every row that can be read, table by table, into an empty database with the same tables.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::pages::Pages;
use super::tree::{self, Node};
use crate::StoreError;
use crate::log;

/// What is made of other tables, and so made anew: names that begin so.
const DERIVED: [&str; 2] = ["person_search", "person_words"];
/// No tree of SQLite's is deeper.
const DEEPEST: u32 = 40;

/// What was read.
#[derive(Default)]
pub(super) struct Gathered {
    /// How many rows of each table were read.
    pub(super) read: BTreeMap<String, u64>,
    /// The tables of which a page could not be read or not be found.
    pub(super) holes: BTreeSet<String>,
    /// Rows that were read and could not be told which table's they are.
    pub(super) unplaced: u64,
}

/// A table of the new database: what its rows are like.
struct Target {
    name: String,
    columns: Vec<TargetColumn>,
    insert: HashMap<usize, String>,
}

struct TargetColumn {
    name: String,
    kind: String,
    required: bool,
    /// The column is the row's number, and stands not among its values.
    is_rowid: bool,
}

/// A row that was read.
struct Row {
    rowid: i64,
    values: Vec<Value>,
}

/// Puts every row that can be read into `to`, which has the tables and no rows.
pub(super) fn gather(pages: &Pages, to: &Connection) -> Result<Gathered, StoreError> {
    let mut walk = Walk { pages, seen: HashSet::new() };
    let mut gathered = Gathered::default();
    let mut targets = targets(to)?;
    let roots = walk.roots();
    for (name, root) in &roots {
        let target = targets.iter_mut().find(|target| target.name == *name);
        let (mut rows, mut whole) = (Vec::new(), true);
        walk.tree(*root, 0, &mut whole, &mut |row| rows.push(row));
        if let Some(target) = target {
            if !whole {
                gathered.holes.insert(name.clone());
            }
            for row in rows {
                gathered.put(to, target, &row)?;
            }
        }
    }
    for target in &targets {
        if !roots.iter().any(|(name, _)| *name == target.name) {
            gathered.holes.insert(target.name.clone());
        }
    }
    if !gathered.holes.is_empty() {
        gathered.place(to, &mut targets, walk.orphans())?;
    }
    Ok(gathered)
}

impl Gathered {
    fn put(&mut self, to: &Connection, target: &mut Target, row: &Row) -> Result<(), StoreError> {
        if !target.fits(row) {
            self.unplaced += 1;
            return Ok(());
        }
        // What the making of the tables has put there itself is there already.
        let put = to.prepare_cached(target.insert_of(row.values.len()))?.execute(params_from_iter(target.stored(row)))?;
        *self.read.entry(target.name.clone()).or_default() += put as u64;
        Ok(())
    }

    /// Finds out which tables' rows stand in pages that no tree leads to any more. Only a table with a hole can have lost a
    /// page; where several could, the log knows which tables the page's rows were written to.
    fn place(&mut self, to: &Connection, targets: &mut [Target], pages: Vec<Vec<Row>>) -> Result<(), StoreError> {
        let mut unclear = Vec::new();
        for rows in pages {
            match self.only(targets, |target| rows.iter().all(|row| target.fits(row))) {
                Some(target) => rows.iter().try_for_each(|row| self.put(to, target, row))?,
                None => unclear.push(rows),
            }
        }
        if unclear.is_empty() {
            return Ok(());
        }
        let written = log::tables_of_rows(to)?;
        let known = |row: &Row| match row.values.first() {
            Some(Value::Text(id)) => written.get(id),
            _ => None,
        };
        for rows in unclear {
            let could = |target: &Target| {
                rows.iter().all(|row| target.fits(row) && known(row).is_none_or(|tables| tables.contains(&target.name)))
                    && rows.iter().any(|row| known(row).is_some())
            };
            match self.only(targets, could) {
                Some(target) => rows.iter().try_for_each(|row| self.put(to, target, row))?,
                None => self.unplaced += rows.len() as u64,
            }
        }
        Ok(())
    }

    /// The one table with a hole that could be it.
    fn only<'a>(&self, targets: &'a mut [Target], could: impl Fn(&Target) -> bool) -> Option<&'a mut Target> {
        let mut found = targets.iter_mut().filter(|target| self.holes.contains(&target.name) && could(target));
        found.next().filter(|_| found.next().is_none())
    }
}

impl Target {
    /// Whether a row can be one of this table: as many values or fewer, each of its column's kind.
    fn fits(&self, row: &Row) -> bool {
        row.values.len() <= self.columns.len()
            && !row.values.is_empty()
            && self.columns.iter().zip(&row.values).all(|(column, value)| match value {
                Value::Null => column.is_rowid || !column.required,
                Value::Integer(_) => !column.is_rowid && matches!(column.kind.as_str(), "INTEGER" | "REAL"),
                Value::Real(_) => column.kind == "REAL",
                Value::Text(_) => column.kind == "TEXT",
                Value::Blob(_) => column.kind == "BLOB",
            })
    }

    fn insert_of(&mut self, values: usize) -> &str {
        let (name, columns) = (&self.name, &self.columns);
        self.insert.entry(values).or_insert_with(|| {
            let named: String = columns.iter().take(values).filter(|one| !one.is_rowid).map(|one| format!(", \"{}\"", one.name)).collect();
            let marks = ", ?".repeat(columns.iter().take(values).filter(|one| !one.is_rowid).count());
            format!("INSERT OR IGNORE INTO \"{name}\" (rowid{named}) VALUES (?{marks})")
        })
    }

    fn stored(&self, row: &Row) -> Vec<Value> {
        let values = self.columns.iter().zip(&row.values).filter(|(column, _)| !column.is_rowid);
        std::iter::once(Value::Integer(row.rowid)).chain(values.map(|(_, value)| value.clone())).collect()
    }
}

fn targets(to: &Connection) -> Result<Vec<Target>, StoreError> {
    let mut statement = to.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
    let mut names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    names.retain(|name| !DERIVED.iter().chain(&["sqlite_"]).any(|prefix| name.starts_with(prefix)));
    let mut columns = to.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
    names
        .into_iter()
        .map(|name| {
            let described = columns.query_map([&name], |row| {
                let kind: String = row.get(1)?;
                let is_rowid = row.get::<_, i64>(3)? > 0 && kind == "INTEGER";
                Ok(TargetColumn { name: row.get(0)?, kind, required: row.get(2)?, is_rowid })
            })?;
            Ok(Target { columns: described.collect::<Result<_, _>>()?, name, insert: HashMap::new() })
        })
        .collect()
}

/// A walk through the pages that passes each page once.
struct Walk<'a> {
    pages: &'a Pages,
    seen: HashSet<u32>,
}

impl Walk<'_> {
    /// The first page of each table's tree, by the table's name.
    fn roots(&mut self) -> Vec<(String, u32)> {
        let (mut rows, mut whole) = (Vec::new(), true);
        self.tree(1, 0, &mut whole, &mut |row| rows.push(row));
        if !whole {
            // The list of tables has lost pages of its own: its rows are told by what they say.
            let elsewhere = Walk { pages: self.pages, seen: self.seen.clone() };
            let found = elsewhere.leaves(|row| is_entry(&row.values));
            self.seen.extend(found.iter().map(|(page, _)| *page));
            rows.extend(found.into_iter().flat_map(|(_, rows)| rows));
        }
        let mut roots: Vec<(String, u32)> = rows.iter().filter_map(|row| table_entry(&row.values)).filter(|(_, root)| *root > 0).collect();
        roots.sort();
        roots.dedup();
        roots
    }

    /// Passes the rows below a page, in order; `whole` is false once a page or a row of them cannot be read.
    fn tree(&mut self, number: u32, depth: u32, whole: &mut bool, found: &mut impl FnMut(Row)) {
        let fresh = number > 0 && depth < DEEPEST && self.seen.insert(number);
        let node = if fresh { self.pages.page(number).and_then(|page| tree::node(number, &page)) } else { None };
        match node {
            None => *whole = false,
            Some(Node::Inner(children)) => {
                for child in children {
                    self.tree(child, depth + 1, whole, found);
                }
            }
            Some(Node::Leaf(cells)) => {
                for cell in cells {
                    match cell.values(self.pages) {
                        Some(values) => found(Row { rowid: cell.rowid, values }),
                        None => *whole = false,
                    }
                }
            }
        }
    }

    /// The rows in all pages of rows that were not passed, page by page.
    fn orphans(&self) -> Vec<Vec<Row>> {
        self.leaves(|_| true).into_iter().map(|(_, rows)| rows).collect()
    }

    /// The pages of rows that were not passed, with those of their rows that are `wanted`.
    fn leaves(&self, wanted: impl Fn(&Row) -> bool) -> Vec<(u32, Vec<Row>)> {
        let mut leaves = Vec::new();
        for number in 1..=self.pages.count {
            if self.seen.contains(&number) || self.pages.kind(number) != Some(tree::LEAF) {
                continue;
            }
            let Some(Node::Leaf(cells)) = self.pages.page(number).and_then(|page| tree::node(number, &page)) else { continue };
            let rows = cells.iter().filter_map(|cell| Some(Row { rowid: cell.rowid, values: cell.values(self.pages)? }));
            let rows: Vec<Row> = rows.filter(&wanted).collect();
            if !rows.is_empty() {
                leaves.push((number, rows));
            }
        }
        leaves
    }
}

/// Whether a row is one of SQLite's own list of what is in the file.
fn is_entry(values: &[Value]) -> bool {
    let [Value::Text(kind), Value::Text(_), Value::Text(_), Value::Integer(_), _] = values else { return false };
    ["table", "index", "trigger", "view"].contains(&kind.as_str())
}

/// The name and the first page of a table that such a row is about.
fn table_entry(values: &[Value]) -> Option<(String, u32)> {
    match values {
        [Value::Text(kind), Value::Text(name), _, Value::Integer(root), _] if is_entry(values) && kind == "table" => {
            Some((name.clone(), u32::try_from(*root).ok()?))
        }
        _ => None,
    }
}
