//! Where each bar of a plot stands: a row for each code, with its name before the bar and its figure behind it.

use super::{FigureCell, FigureKind, FigureRow, FigureTable};
use crate::picture::{Frame, Look, Mark, Part, PartKind, Picture, area, bounds, cut, label, line, lines, width, wrap};
use std::ops::Range;

/// Widths and heights in sizes of the letters.
const NAMES: f32 = 12.0;
const LINE: f32 = 1.3;
/// The air of a row around its lines.
const AIR: f32 = 0.6;
/// Half of a bar's height.
const HALF: f32 = 0.45;
/// Between a bar and its figure.
const GAP: f32 = 0.45;
/// A column of several is no narrower, nor is it narrower than the longest word above it where that is no wider than this.
const NARROWEST: f32 = 8.2;
const WIDEST: f32 = 14.0;

/// The plot of a table: one picture, or several where the columns or the rows are too many for one. None where no figure is told
/// that has a bar.
pub fn pictures(table: &FigureTable, frame: Frame) -> Vec<Picture> {
    let sheet = Sheet::new(table, frame);
    if table.is_empty() || !sheet.has_bars {
        return Vec::new();
    }
    let mut pictures = Vec::new();
    for columns in sheet.bands() {
        let mut waiting: Vec<&FigureRow> = Vec::new();
        let mut height = sheet.head(&columns);
        for row in &table.rows {
            let tall = sheet.tall(row);
            if height + tall > frame.height && !waiting.is_empty() {
                pictures.push(sheet.picture(&columns, &std::mem::take(&mut waiting)));
                height = sheet.head(&columns);
            }
            height += tall;
            waiting.push(row);
        }
        pictures.push(sheet.picture(&columns, &waiting));
    }
    pictures
}

/// What all drawing of one plot shares.
struct Sheet<'a> {
    table: &'a FigureTable,
    width: f32,
    letters: f32,
    /// Whether there is anything to draw.
    has_bars: bool,
    /// The figure of the longest bar.
    most: f64,
    /// Room for the words behind the bars.
    words: f32,
    /// The least width of a column.
    narrowest: f32,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a FigureTable, frame: Frame) -> Self {
        let cells = table.rows.iter().flat_map(|row| row.cells.iter().enumerate().map(move |(column, cell)| (row, column, cell)));
        let drawn: Vec<_> = cells.filter(|(row, column, cell)| cell.value.is_some() && table.has_bar(row, *column)).collect();
        let highest = drawn.iter().filter_map(|(.., cell)| cell.value).fold(0.0, f64::max);
        let words = drawn.iter().map(|(.., cell)| width(&behind(cell)) + GAP).fold(0.0, f32::max);
        let most = if table.kind == FigureKind::Share { 100.0 } else { highest };
        let longest = table.heads.iter().flat_map(|head| head.split_whitespace()).map(|word| width(word) + GAP * 2.0).fold(0.0, f32::max);
        Self {
            table,
            width: frame.width,
            letters: frame.letters,
            has_bars: !drawn.is_empty(),
            most,
            words,
            narrowest: longest.clamp(NARROWEST, WIDEST),
        }
    }

    /// The columns that stand beside each other in one picture.
    fn bands(&self) -> Vec<Range<usize>> {
        let all = self.table.heads.len();
        let room = (self.width / self.letters - NAMES).max(self.narrowest);
        let mut beside = 1;
        while beside < all && lines(beside + 1) * self.narrowest <= room {
            beside += 1;
        }
        // As many in each, so that the last is not left alone.
        let each = all.div_ceil(all.div_ceil(beside));
        (0..all).step_by(each).map(|first| first..all.min(first + each)).collect()
    }

    /// The width of a column among those that stand beside it, and of its longest bar.
    fn column(&self, columns: &Range<usize>) -> (f32, f32) {
        let room = self.width / self.letters - NAMES;
        let wide = if self.table.is_single() { room } else { (room / lines(columns.len())).min(WIDEST) };
        (wide, (wide - self.words - 0.6).max(1.0))
    }

    fn heads(&self, columns: &Range<usize>) -> Vec<Vec<String>> {
        let (wide, _) = self.column(columns);
        let heads = self.table.heads.get(columns.clone()).unwrap_or_default();
        heads.iter().map(|head| wrap(head, wide - 0.8)).collect()
    }

    /// Height of what stands above the rows.
    fn head(&self, columns: &Range<usize>) -> f32 {
        if self.table.is_single() {
            return self.letters * 0.3;
        }
        let most = self.heads(columns).iter().map(Vec::len).max().unwrap_or(0);
        self.letters * (lines(most) * LINE + 0.5)
    }

    fn name(row: &FigureRow) -> Vec<String> {
        wrap(&row.label, NAMES - 0.8)
    }

    fn tall(&self, row: &FigureRow) -> f32 {
        self.letters * (lines(Self::name(row).len()) * LINE + AIR)
    }

    fn picture(&self, columns: &Range<usize>, rows: &[&FigureRow]) -> Picture {
        let (em, mut top) = (self.letters, self.head(columns));
        let bottom = top + rows.iter().map(|row| self.tall(row)).sum::<f32>();
        let mut parts = vec![part(PartKind::Ground, String::new(), self.ground(columns, top, bottom))];
        for row in rows {
            parts.push(self.row(row, columns, top));
            top += self.tall(row);
        }
        Picture { width: self.width, height: bottom + em * 0.3, letters: em, parts, outside: 0 }
    }

    /// The heads, the lines where bars begin, and how far all rows together reach.
    fn ground(&self, columns: &Range<usize>, top: f32, bottom: f32) -> Vec<Mark> {
        let (em, (wide, longest)) = (self.letters, self.column(columns));
        let mut marks = Vec::new();
        for (place, head) in self.heads(columns).into_iter().enumerate() {
            let x = em * (NAMES + wide * lines(place));
            marks.push(line(Look::Axis, vec![[x, top], [x, bottom]]));
            let above = head.len();
            for (number, text) in head.into_iter().enumerate().filter(|_| !self.table.is_single()) {
                let y = top - em * (0.55 + LINE * lines(above - 1 - number));
                marks.push(label(Look::Strong, (x + em * 0.2, y), text));
            }
        }
        let whole = self.table.rows.last().filter(|row| self.table.is_single() && self.table.has_bar(row, 0));
        if let Some(value) = whole.and_then(|row| row.cells.first()).and_then(|cell| cell.value)
            && self.table.rows.len() > 2
        {
            let x = em * (NAMES + longest * self.reach(value));
            marks.push(line(Look::Level, vec![[x, top], [x, bottom]]));
        }
        marks
    }

    /// How far a figure reaches of the longest bar.
    fn reach(&self, value: f64) -> f32 {
        #[allow(clippy::cast_possible_truncation, reason = "a part of 1 is drawn, not reckoned with")]
        let part = (value / self.most) as f32;
        if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 }
    }

    fn row(&self, row: &FigureRow, columns: &Range<usize>, top: f32) -> Part {
        let (em, (wide, longest), whole) = (self.letters, self.column(columns), self.table.is_whole(row));
        let middle = top + self.tall(row) / 2.0;
        let name = Self::name(row);
        let first = middle + em * (0.35 - LINE * lines(name.len() - 1) / 2.0);
        let look = if whole { Look::Strong } else { Look::Label };
        let words = |(number, text)| label(look, (0.0, first + em * LINE * lines(number)), text);
        let mut marks: Vec<Mark> = name.into_iter().enumerate().map(words).collect();
        let mut said = Vec::new();
        for (place, column) in columns.clone().enumerate() {
            let (Some(cell), Some(head)) = (row.cells.get(column), self.table.heads.get(column)) else { continue };
            let bar = self.table.has_bar(row, column).then_some(longest * em);
            marks.extend(self.cell(cell, whole, (em * (NAMES + wide * lines(place)), middle), bar, wide));
            said.push(if self.table.is_single() { cell.whole_words() } else { format!("{head} {}", cell.whole_words()) });
        }
        part(PartKind::Row, format!("{}: {}", row.label, said.join(", ")), marks)
    }

    /// A bar with its figure behind it, or the words in its place.
    fn cell(&self, cell: &FigureCell, whole: bool, (x, middle): (f32, f32), bar: Option<f32>, wide: f32) -> Vec<Mark> {
        let em = self.letters;
        let written = |look, x: f32, text: &str| label(look, (x, middle + em * 0.35), cut(text, wide));
        let Some(value) = cell.value else { return vec![written(Look::Untold, x + em * GAP, &cell.words)] };
        let Some(longest) = bar else { return vec![written(Look::Strong, x + em * GAP, &behind(cell))] };
        let (upper, lower) = (middle - em * HALF, middle + em * HALF);
        let end = x + longest * self.reach(value);
        let mut marks = Vec::new();
        let mut after = end;
        if self.table.kind == FigureKind::Share {
            marks.push(area(Look::Reach, (x, upper), (x + longest, lower)));
            after = x + longest;
        }
        if end > x {
            marks.push(area(if whole { Look::Whole } else { Look::Value }, (x, upper), (end, lower)));
        }
        marks.push(written(if whole { Look::Strong } else { Look::Label }, after + em * GAP, &behind(cell)));
        marks
    }
}

/// What stands behind a bar.
fn behind(cell: &FigureCell) -> String {
    if cell.of.is_empty() { cell.words.clone() } else { format!("{} · {}", cell.words, cell.of) }
}

fn part(kind: PartKind, sentence: String, marks: Vec<Mark>) -> Part {
    Part { kind, group: None, state: None, strand: None, measure: None, sentence, bounds: bounds(&marks), marks }
}
