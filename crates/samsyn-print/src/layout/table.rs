//! Tables: columns, rows that may be divided, heads that come again.

use super::blocks::{Column, Composer, KEPT_BOX_LINES, LAYOUT, keep_all, lower};
use super::flow::{Band, Repeat};
use super::page::{Drawing, Owner};
use super::shape::Line;
use super::style::{BOTTOM, CONTENT, HAIR, INK, Letters, MARGIN, SHADE, TOP};
use super::tree::{ElementId, Scope, Tag, Tree};
use std::rc::Rc;

/// Between the text of a cell and the edge of its column.
const CELL_PADDING: f32 = 6.0;
/// Words wider than this do not make their column wider.
const WIDEST_WORD: f32 = CONTENT / 2.0;
/// A head taller than this is not repeated.
const TALLEST_REPEAT: f32 = (BOTTOM - TOP) / 4.0;

/// Up to so many lines of a table with a head are kept on one page; the head comes again on the next.
const KEPT_TABLE_LINES: usize = 6;

/// One cell of a row.
struct Cell<'t> {
    text: &'t str,
    tag: Tag,
    letters: Letters,
}

/// The head as it is painted again, above a whole row and above a row that goes on.
#[derive(Default)]
struct Repeats {
    above_row: Option<Rc<Repeat>>,
    within_row: Option<Rc<Repeat>>,
}

/// Left edge of the text and its width.
type Measure = (f32, f32);

impl Composer<'_> {
    /// A table with heads above its columns.
    pub(super) fn table(&mut self, head: &[String], widths: &[f32], rows: &[Vec<String>], caption: Option<&str>) -> Vec<Band> {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        if columns == 0 {
            return Vec::new();
        }
        let heads = cells(head, columns, |text| self.head_cell(text));
        let body = rows.iter().flat_map(|row| cells(row, columns, |text| self.data_cell(text)).into_iter().enumerate());
        let body: Vec<_> = body.collect();
        let words = self.widest(columns, heads.iter().enumerate().chain(body.iter().map(|(column, cell)| (*column, cell))));
        let measures = measures(widths, &words);
        let table = self.tree.add(Tree::ROOT, Tag::Table);
        let mut bands = self.caption(table, caption);
        let repeat = self.head(table, head, &measures, &mut bands);
        let body = self.tree.add(table, Tag::TableBody);
        let mut kept = Vec::new();
        for row in rows {
            let cells = cells(row, columns, |text| self.data_cell(text));
            let mut row = self.row(body, &cells, &measures);
            for (number, band) in row.iter_mut().enumerate() {
                band.repeat.clone_from(if number == 0 { &repeat.above_row } else { &repeat.within_row });
            }
            kept.push(row);
        }
        keep_rows(&mut kept, KEPT_TABLE_LINES);
        bands.extend(kept.into_iter().flatten());
        self.close(bands)
    }

    /// Labels and values: a table whose heads stand before the rows.
    pub(super) fn facts(&mut self, facts: &[(String, String)]) -> Vec<Band> {
        if facts.is_empty() {
            return Vec::new();
        }
        let nothing = self.texts.get("paper-nothing");
        let share = self.look.label_share;
        let cells: Vec<[Cell<'_>; 2]> = facts
            .iter()
            .map(|(label, value)| {
                let label = Cell { text: label, tag: Tag::HeaderCell(Scope::Row), letters: self.look.cell_label };
                [label, self.data_cell(if value.trim().is_empty() { &nothing } else { value })]
            })
            .collect();
        let words = self.widest(2, cells.iter().flat_map(|row| row.iter().enumerate()));
        let measures = measures(&[share, 1.0 - share], &words);
        let table = self.tree.add(Tree::ROOT, Tag::Table);
        let body = self.tree.add(table, Tag::TableBody);
        let mut rows: Vec<_> = cells.iter().map(|row| self.row(body, row, &measures)).collect();
        keep_rows(&mut rows, KEPT_BOX_LINES);
        let bands = std::iter::once(Band::air(self.look.gap)).chain(rows.into_iter().flatten()).collect();
        self.close(bands)
    }

    fn data_cell<'t>(&self, text: &'t str) -> Cell<'t> {
        Cell { text, tag: Tag::DataCell, letters: self.look.cell }
    }

    fn head_cell<'t>(&self, text: &'t str) -> Cell<'t> {
        let letters = Letters { leading: self.look.cell.leading, ..self.look.cell_label };
        Cell { text, tag: Tag::HeaderCell(Scope::Column), letters }
    }

    /// Of each column, how wide it has to be for its longest word.
    fn widest<'c, 't: 'c>(&mut self, columns: usize, cells: impl Iterator<Item = (usize, &'c Cell<'t>)>) -> Vec<f32> {
        let mut widest = vec![0.0_f32; columns];
        for (column, cell) in cells {
            let word = self.shaper.longest_word(cell.text, cell.letters) + 2.0 * CELL_PADDING;
            if let Some(width) = widest.get_mut(column) {
                *width = width.max(word.min(WIDEST_WORD));
            }
        }
        widest
    }

    fn close(&self, mut bands: Vec<Band>) -> Vec<Band> {
        bands.push(Band::air(self.look.gap));
        bands
    }

    fn caption(&mut self, table: ElementId, caption: Option<&str>) -> Vec<Band> {
        let Some(text) = caption.filter(|text| !text.trim().is_empty()) else {
            return vec![Band::air(self.look.gap)];
        };
        let owner = self.element(table, Tag::Caption);
        let mut bands = self.column(Column { text, letters: self.look.small, indent: 0.0, inset: 0.0, owner });
        keep_all(&mut bands);
        if let Some(first) = bands.first_mut() {
            first.before = self.look.gap;
        }
        if let Some(last) = bands.last_mut() {
            last.height += self.look.gap * 0.5;
        }
        bands
    }

    /// The head, which stays with the first row, and what is painted of it on the pages after.
    fn head(&mut self, table: ElementId, head: &[String], measures: &[Measure], bands: &mut Vec<Band>) -> Repeats {
        if head.is_empty() {
            return Repeats::default();
        }
        let section = self.tree.add(table, Tag::TableHead);
        let cells = cells(head, measures.len(), |text| self.head_cell(text));
        let mut row = self.row(section, &cells, measures);
        for band in &mut row {
            let shade = Drawing::Fill { x: MARGIN, y: 0.0, width: CONTENT, height: band.height, gray: SHADE };
            band.items.insert(0, (LAYOUT, vec![shade]));
        }
        let height: f32 = row.iter().map(|band| band.height).sum();
        if height > TALLEST_REPEAT {
            bands.extend(row);
            return Repeats::default();
        }
        keep_all(&mut row);
        let drawings = repeated(&row);
        bands.extend(row);
        // A row that goes on has no air of its own above its next line.
        let within_row = Some(Rc::new(Repeat { height: height + self.look.gap * 0.55, drawings: drawings.clone() }));
        Repeats { above_row: Some(Rc::new(Repeat { height, drawings })), within_row }
    }

    /// One row: a band for each line of its tallest cell, and a hairline beneath.
    fn row(&mut self, section: ElementId, cells: &[Cell<'_>], measures: &[Measure]) -> Vec<Band> {
        let row = self.tree.add(section, Tag::TableRow);
        let mut columns: Vec<(Owner, f32, Vec<Line>)> = Vec::with_capacity(cells.len());
        for (cell, &(x, width)) in cells.iter().zip(measures) {
            let owner = self.element(row, cell.tag.clone());
            columns.push((owner, x, self.shaper.lines(cell.text, cell.letters, width)));
        }
        let line_height = self.look.cell.line_height();
        let padding = self.look.gap * 0.55;
        let count = columns.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0).max(1);
        let mut bands: Vec<Band> = (0..count)
            .map(|number| Band {
                height: line_height,
                keep: number + 1 < count && (count <= KEPT_BOX_LINES || number == 0 || number + 2 == count),
                items: line_items(&columns, number),
                ..Band::default()
            })
            .collect();
        if let Some(first) = bands.first_mut() {
            first.height += padding;
            lower(first, padding);
        }
        if let Some(last) = bands.last_mut() {
            last.height += padding;
            let y = last.height;
            let gray = if cells.iter().any(|cell| cell.tag == Tag::HeaderCell(Scope::Column)) { INK } else { HAIR };
            last.items.push((LAYOUT, vec![Drawing::Line { from: (MARGIN, y), to: (MARGIN + CONTENT, y), width: 0.5, gray }]));
        }
        bands
    }
}

/// A short table or list stays on one page; of a longer one the last row does not stand alone.
pub(super) fn keep_rows(rows: &mut [Vec<Band>], kept_lines: usize) {
    let lines: usize = rows.iter().map(Vec::len).sum();
    let count = rows.len();
    for (number, row) in rows.iter_mut().enumerate().take(count.saturating_sub(1)) {
        let before_last = number + 2 == count;
        if let Some(last) = row.last_mut().filter(|_| before_last || lines <= kept_lines) {
            last.keep = true;
        }
    }
}

/// The cells of a row. Missing cells are empty.
fn cells<'t>(texts: &'t [String], columns: usize, cell: impl Fn(&'t str) -> Cell<'t>) -> Vec<Cell<'t>> {
    texts.iter().map(String::as_str).chain(std::iter::repeat("")).take(columns).map(cell).collect()
}

/// The lines with number `number` of all cells.
fn line_items(columns: &[(Owner, f32, Vec<Line>)], number: usize) -> Vec<(Owner, Vec<Drawing>)> {
    columns.iter().filter_map(|(owner, x, lines)| lines.get(number).map(|line| (*owner, line.drawings(*x, 0.0).collect()))).collect()
}

/// All that is painted of `row`, relative to its top.
fn repeated(row: &[Band]) -> Vec<Drawing> {
    let mut drawings = Vec::new();
    let mut y = 0.0;
    for band in row {
        drawings.extend(band.items.iter().flat_map(|(_, items)| items).map(|drawing| drawing.clone().moved(0.0, y)));
        y += band.height;
    }
    drawings
}

/// Where the text of each column begins and how wide it may be: by the wished widths, but no column narrower than its longest
/// word as long as there is room for all of them.
fn measures(widths: &[f32], words: &[f32]) -> Vec<Measure> {
    let usable = |width: f32| if width.is_finite() && width > 0.0 { width } else { 1.0 };
    let wished: Vec<f32> =
        widths.iter().copied().map(|width| usable(width).clamp(0.01, 100.0)).chain(std::iter::repeat(1.0)).take(words.len()).collect();
    let mut left = MARGIN;
    column_widths(&wished, &fitted(words))
        .into_iter()
        .map(|width| {
            // A table of very many columns has narrower ones than the padding.
            let padding = CELL_PADDING.min(width / 4.0);
            let measure = (left + padding, width - 2.0 * padding);
            left += width;
            measure
        })
        .collect()
}

/// What the columns need: where there is not room for all their words, those of the widest columns are divided and no others.
fn fitted(words: &[f32]) -> Vec<f32> {
    let mut sorted = words.to_vec();
    sorted.sort_by(f32::total_cmp);
    let (mut room, mut columns) = (CONTENT, f32_of(words.len()));
    for word in sorted {
        let share = room / columns;
        if word > share {
            return words.iter().map(|word| word.min(share)).collect();
        }
        room -= word;
        columns -= 1.0;
    }
    words.to_vec()
}

/// Shares the width by what is wished; columns that would be too narrow get what they need, and the others share the rest.
fn column_widths(wished: &[f32], words: &[f32]) -> Vec<f32> {
    let mut narrow = vec![false; wished.len()];
    loop {
        let taken: f32 = words.iter().zip(&narrow).filter(|(_, narrow)| **narrow).map(|(word, _)| word).sum();
        let shared: f32 = wished.iter().zip(&narrow).filter(|(_, narrow)| !**narrow).map(|(wish, _)| wish).sum();
        let scale = (CONTENT - taken).max(0.0) / shared.max(f32::MIN_POSITIVE);
        let width = |number: usize, wish: f32, word: f32| if narrow.get(number).copied().unwrap_or(false) { word } else { wish * scale };
        let widths: Vec<f32> = wished.iter().zip(words).enumerate().map(|(number, (&wish, &word))| width(number, wish, word)).collect();
        let too_narrow: Vec<bool> = widths.iter().zip(words).map(|(width, word)| *width < word - 0.01).collect();
        if !too_narrow.contains(&true) {
            return widths;
        }
        narrow = narrow.iter().zip(too_narrow).map(|(before, now)| *before || now).collect();
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of columns")]
fn f32_of(count: usize) -> f32 {
    count as f32
}
