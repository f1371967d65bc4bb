//! Small cells, and whatever they could be worked out from.
//!
//! A count from 1 to below the limit is *few*: whoever reads the tables may know that it is few, but not which number it is.
//! For each of them enough other cells are hidden that it could still be every number below the limit, whoever adds and
//! subtracts in all tables of the publication: that is what [`flow`] holds for one table. The tables of one fact are tied to
//! each other by their totals. A row whose total is hidden is hidden whole, so that its total can move in every table alike,
//! and the definitions tie a fact's tables into a tree (a test of theirs holds it), so that no ring of tables says more than
//! its tables do one by one.

mod flow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which cell: its row and its column, nothing where it is the total of all of them. A row is told by its column of the facts
/// and the code in it, so that the totals of one row are the same cell in every table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct CellId {
    pub(crate) row: Option<(String, String)>,
    pub(crate) split: Option<(String, String)>,
}

/// How a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// As it is.
    Number,
    /// That it is few.
    Few,
    /// Not at all, since others could be worked out from it.
    Hidden,
}

/// One table of counts: a row for each code of one column of the facts, split by another.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) by: String,
    /// Empty where the rows are not split.
    pub(crate) split: String,
    pub(crate) rows: Vec<String>,
    pub(crate) columns: Vec<String>,
    /// Row by row.
    pub(crate) counts: Vec<Vec<u32>>,
}

/// How each cell of some tables of one fact is shown.
pub(crate) type Marks = BTreeMap<CellId, Shown>;

/// What earlier publications said of cells: a number, or nothing where it was hidden.
pub(crate) type Known = BTreeMap<CellId, Option<u32>>;

/// Hides what is too few, and what it could be worked out from: in one table, from the other tables of the same fact, and
/// from what earlier publications said.
pub(crate) fn protect(grids: &[Grid], known: &Known, below: u32) -> Marks {
    let mut marks = few(grids, known, below);
    loop {
        let before = marks.clone();
        for grid in grids {
            close(grid, &mut marks);
            flow::secure(grid, known, below, &mut marks);
        }
        if marks == before {
            return marks;
        }
    }
}

/// The cells that are few, and those that an earlier publication has something to say of: what was hidden stays hidden, and
/// what has changed since then by less than the limit would tell of few.
pub(crate) fn few(grids: &[Grid], known: &Known, below: u32) -> Marks {
    let mark = |id: &CellId, count: u32| match known.get(id) {
        Some(Some(before)) if *before == count => Shown::Number,
        Some(Some(before)) if before.abs_diff(count) < below => Shown::Hidden,
        _ if (1..below).contains(&count) => Shown::Few,
        Some(None) => Shown::Hidden,
        _ => Shown::Number,
    };
    grids
        .iter()
        .flat_map(Grid::cells)
        .map(|(id, count)| {
            let shown = mark(&id, count);
            (id, shown)
        })
        .collect()
}

/// Hides the inner cells of each row and each column whose total is hidden, however many they are.
fn close(grid: &Grid, marks: &mut Marks) {
    let inner: Vec<CellId> = grid.inner().filter(|id| grid.is_open(id, marks)).collect();
    for id in inner {
        marks.insert(id, Shown::Hidden);
    }
}

impl Grid {
    /// The cell of a row and a column; of all rows or all columns where they are past the last.
    pub(crate) fn id(&self, row: usize, column: usize) -> CellId {
        let coded = |name: &str, code: &String| (name.to_owned(), code.clone());
        CellId {
            row: self.rows.get(row).map(|code| coded(&self.by, code)),
            split: self.columns.get(column).filter(|_| !self.split.is_empty()).map(|code| coded(&self.split, code)),
        }
    }

    /// Its count, or the total of its row, its column or everything.
    pub(crate) fn count(&self, row: usize, column: usize) -> u32 {
        let of_row = |counts: &Vec<u32>| counts.get(column).copied().unwrap_or_else(|| counts.iter().sum());
        self.counts.get(row).map_or_else(|| self.counts.iter().map(of_row).sum(), of_row)
    }

    /// Every cell with its count, totals with them.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (CellId, u32)> {
        let columns = self.columns.len();
        (0..=self.rows.len()).flat_map(move |row| (0..=columns).map(move |column| (self.id(row, column), self.count(row, column))))
    }

    fn inner(&self) -> impl Iterator<Item = CellId> {
        let columns = if self.split.is_empty() { 0 } else { self.columns.len() };
        (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |column| self.id(row, column)))
    }

    /// Whether a cell is an inner one in a row or a column whose total is hidden: nothing is told of it then.
    fn is_open(&self, id: &CellId, marks: &Marks) -> bool {
        let hidden = |id: CellId| marks.get(&id).is_some_and(|shown| *shown != Shown::Number);
        let inner = id.row.is_some() && id.split.is_some();
        inner && (hidden(CellId { split: None, ..id.clone() }) || hidden(CellId { row: None, ..id.clone() }))
    }
}

#[cfg(test)]
mod tests;
