//! Tables of figures as pictures and in sentences. Screen and paper show the same: both are made here, once.

mod layout;
mod told;

pub use layout::pictures;
pub use told::sentence;

/// A table of figures, in words. What is not told has no number in it, so that nothing can be drawn of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureTable {
    /// What makes the rows: `Efter kommun`.
    pub by: String,
    /// What the figures are.
    pub kind: FigureKind,
    /// The head of each column; where there are several the last is all of them together.
    pub heads: Vec<String>,
    /// The rows; the last is all of them together.
    pub rows: Vec<FigureRow>,
}

/// What figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// How many, of which rows and columns are parts.
    Count,
    /// How many in a hundred.
    Share,
    /// A mean or a median, in what is measured: days, years, steps.
    Number,
}

/// A row of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// Whose it is.
    pub label: String,
    /// A cell for each column.
    pub cells: Vec<FigureCell>,
}

/// A figure, or the words in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureCell {
    /// The figure; nothing where it is not told, or where there is nothing to tell.
    pub value: Option<f64>,
    /// Whether there is something that is not told.
    pub untold: bool,
    /// The figure, or why there is none.
    pub words: String,
    /// How many it is of, beside a share, a mean or a median; empty where it says so itself.
    pub of: String,
}

impl FigureTable {
    /// The rows that are parts, and the row of all together.
    fn divided(&self) -> Option<(&FigureRow, &[FigureRow])> {
        self.rows.split_last()
    }

    /// Whether there is one figure a row.
    fn is_single(&self) -> bool {
        self.heads.len() == 1
    }

    fn is_whole(&self, row: &FigureRow) -> bool {
        self.rows.last().is_some_and(|last| std::ptr::eq(last, row))
    }

    /// Whether a cell has a bar. A sum is longer than all that it is the sum of, so it is told in words alone.
    fn has_bar(&self, row: &FigureRow, column: usize) -> bool {
        let is_sum = self.is_whole(row) || !self.is_single() && column + 1 == self.heads.len();
        self.kind != FigureKind::Count || !is_sum
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.all(|cell| !cell.untold && (cell.value.is_none() || self.kind == FigureKind::Count && cell.value == Some(0.0)))
    }
}

impl FigureCell {
    /// The figure with how many it is of.
    pub fn whole_words(&self) -> String {
        if self.of.is_empty() { self.words.clone() } else { format!("{} ({})", self.words, self.of) }
    }
}

#[cfg(test)]
mod tests;
