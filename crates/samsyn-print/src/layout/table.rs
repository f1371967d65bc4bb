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
/// No column is narrower than this share of an even one.
const NARROWEST: f32 = 0.25;
/// A head taller than this is not repeated.
const TALLEST_REPEAT: f32 = (BOTTOM - TOP) / 4.0;

/// One cell of a row.
struct Cell<'t> {
    text: &'t str,
    tag: Tag,
    letters: Letters,
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
        let measures = measures(widths, columns);
        let table = self.tree.add(Tree::ROOT, Tag::Table);
        let mut bands = self.caption(table, caption);
        let repeat = self.head(table, head, &measures, &mut bands);
        let body = self.tree.add(table, Tag::TableBody);
        for row in rows {
            let cells = cells(row, columns, |text| Cell { text, tag: Tag::DataCell, letters: self.look.cell });
            let mut row = self.row(body, &cells, &measures);
            for band in &mut row {
                band.repeat.clone_from(&repeat);
            }
            bands.extend(row);
        }
        self.close(bands)
    }

    /// Labels and values: a table whose heads stand before the rows.
    pub(super) fn facts(&mut self, facts: &[(String, String)]) -> Vec<Band> {
        if facts.is_empty() {
            return Vec::new();
        }
        let nothing = self.texts.get("paper-nothing");
        let share = self.look.label_share;
        let measures = measures(&[share, 1.0 - share], 2);
        let table = self.tree.add(Tree::ROOT, Tag::Table);
        let body = self.tree.add(table, Tag::TableBody);
        let mut bands = vec![Band::air(self.look.gap)];
        for (label, value) in facts {
            let value = if value.trim().is_empty() { &nothing } else { value };
            let cells = [
                Cell { text: label, tag: Tag::HeaderCell(Scope::Row), letters: self.look.cell_label },
                Cell { text: value, tag: Tag::DataCell, letters: self.look.cell },
            ];
            bands.extend(self.row(body, &cells, &measures));
        }
        self.close(bands)
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
        let mut bands = self.column(Column { text, letters: self.look.small, indent: 0.0, owner });
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
    fn head(&mut self, table: ElementId, head: &[String], measures: &[Measure], bands: &mut Vec<Band>) -> Option<Rc<Repeat>> {
        if head.is_empty() {
            return None;
        }
        let letters = Letters { leading: self.look.cell.leading, ..self.look.cell_label };
        let section = self.tree.add(table, Tag::TableHead);
        let cells = cells(head, measures.len(), |text| Cell { text, tag: Tag::HeaderCell(Scope::Column), letters });
        let mut row = self.row(section, &cells, measures);
        for band in &mut row {
            let shade = Drawing::Fill { x: MARGIN, y: 0.0, width: CONTENT, height: band.height, gray: SHADE };
            band.items.insert(0, (LAYOUT, vec![shade]));
        }
        let height = row.iter().map(|band| band.height).sum();
        if height > TALLEST_REPEAT {
            bands.extend(row);
            return None;
        }
        keep_all(&mut row);
        let drawings = repeated(&row);
        bands.extend(row);
        Some(Rc::new(Repeat { height, drawings }))
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

/// The cells of a row. Missing cells are empty.
fn cells<'t>(texts: &'t [String], columns: usize, cell: impl Fn(&'t str) -> Cell<'t>) -> Vec<Cell<'t>> {
    texts.iter().map(String::as_str).chain(std::iter::repeat("")).take(columns).map(cell).collect()
}

/// The lines with number `number` of all cells.
fn line_items(columns: &[(Owner, f32, Vec<Line>)], number: usize) -> Vec<(Owner, Vec<Drawing>)> {
    columns
        .iter()
        .filter_map(|(owner, x, lines)| lines.get(number).map(|line| (*owner, line.drawings(*x, 0.0).collect())))
        .collect()
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

/// Where the text of each column begins and how wide it may be.
fn measures(widths: &[f32], columns: usize) -> Vec<Measure> {
    let usable = |width: f32| if width.is_finite() && width > 0.0 { width } else { 1.0 };
    let widths: Vec<f32> = widths.iter().copied().map(usable).chain(std::iter::repeat(1.0)).take(columns).collect();
    let total: f32 = widths.iter().sum();
    let even = 1.0 / f32_of(columns);
    let shares: Vec<f32> = widths.iter().map(|width| (width / total).max(even * NARROWEST)).collect();
    let sum: f32 = shares.iter().sum();
    let mut left = MARGIN;
    shares
        .into_iter()
        .map(|share| {
            let width = CONTENT * share / sum;
            // A table of very many columns has narrower ones than the padding.
            let padding = CELL_PADDING.min(width / 4.0);
            let measure = (left + padding, width - 2.0 * padding);
            left += width;
            measure
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "a count of columns")]
fn f32_of(count: usize) -> f32 {
    count as f32
}
