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
    let told = Told { known, below, few: true };
    let mut marks = few(grids, known, below);
    until_still(&mut marks, |marks| told.secure(grids, marks));
    marks
}

/// The same for a sum to which several gave a part, of whom each knows its own: what is left of the sum without it must not be
/// worked out either. `rests` holds for each of them the grids of that, cell by cell those of the sum. That a cell is few is not
/// told, since whoever gave 3 of fewer than 5 would know that the others gave one at most.
pub(crate) fn protect_among(grids: &[Grid], rests: &[Vec<Grid>], known: &Known, below: u32) -> Marks {
    let mut marks = few(grids, known, below);
    for (id, count) in rests.iter().flatten().flat_map(Grid::cells) {
        if (1..below).contains(&count) {
            marks.insert(id, Shown::Hidden);
        }
    }
    for shown in marks.values_mut().filter(|shown| **shown == Shown::Few) {
        *shown = Shown::Hidden;
    }
    let of_rest = |rest: &[Grid]| without_own(grids, rest, known);
    let known_of_rests: Vec<Known> = rests.iter().map(|rest| of_rest(rest)).collect();
    until_still(&mut marks, |marks| {
        Told { known, below, few: false }.secure(grids, marks);
        for (rest, known) in rests.iter().zip(&known_of_rests) {
            Told { known, below, few: false }.secure(rest, marks);
        }
    });
    marks
}

/// Does something to marks until it changes nothing more.
fn until_still(marks: &mut Marks, mut step: impl FnMut(&mut Marks)) {
    loop {
        let before = marks.clone();
        step(marks);
        if *marks == before {
            return;
        }
    }
}

/// What earlier publications said of the sum, as whoever gave a part of it reads them.
fn without_own(grids: &[Grid], rest: &[Grid], known: &Known) -> Known {
    let own = grids.iter().flat_map(Grid::cells).zip(rest.iter().flat_map(Grid::cells));
    let own: BTreeMap<CellId, u32> = own.map(|((id, sum), (_, rest))| (id, sum.saturating_sub(rest))).collect();
    let less = |id: &CellId, told: u32| told.checked_sub(own.get(id).copied().unwrap_or(0));
    known.iter().map(|(id, told)| (id.clone(), told.and_then(|told| less(id, told)))).collect()
}

/// What a reader is told of cells beside their numbers.
#[derive(Clone, Copy)]
struct Told<'a> {
    /// By earlier publications.
    known: &'a Known,
    /// Counts from 1 to below this are few.
    below: u32,
    /// Whether those that are few are told from others that are hidden.
    few: bool,
}

impl Told<'_> {
    /// Hides more in some tables, until each of them is safe by itself.
    fn secure(self, grids: &[Grid], marks: &mut Marks) {
        for grid in grids {
            close(grid, marks);
            flow::secure(grid, self, marks);
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

/// Hides the parts of what is hidden as a whole, however many they are.
fn close(grid: &Grid, marks: &mut Marks) {
    let open: Vec<CellId> = grid.cells().map(|(id, _)| id).filter(|id| is_open(id, marks)).collect();
    marks.extend(open.into_iter().map(|id| (id, Shown::Hidden)));
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
}

/// Whether nothing at all is told of a cell: an inner one in a row or a column whose total is hidden, and every one where all
/// of them together are few, as the parts of few would tell how many they are at least.
pub(crate) fn is_open(id: &CellId, marks: &Marks) -> bool {
    let shown = |id: CellId| marks.get(&id).copied().unwrap_or(Shown::Number);
    let everything = CellId::default();
    let totals = [CellId { split: None, ..id.clone() }, CellId { row: None, ..id.clone() }];
    let is_inner = id.row.is_some() && id.split.is_some();
    *id != everything && shown(everything) == Shown::Few || is_inner && totals.into_iter().any(|total| shown(total) != Shown::Number)
}

#[cfg(test)]
mod tests;
