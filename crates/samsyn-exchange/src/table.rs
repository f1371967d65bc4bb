//! Tables as CSV (RFC 4180), for the spreadsheets that people have.
//!
//! Written: UTF-8 with a byte order mark, semicolons and every cell in quotes, as a Swedish Excel opens it by a double click.
//! Read: with or without the mark, with semicolons or commas.
//!
//! **No cell is a formula to a spreadsheet.** A cell that begins as one does is written with an apostrophe before it, which is
//! taken away when it is read. So whatever words stand in a table come back as they were.

use csv::{QuoteStyle, ReaderBuilder, WriterBuilder};

/// The mark by which a spreadsheet knows that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// Why a file was not read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// It is not text in UTF-8.
    #[error("the file is not UTF-8")]
    NotUtf8,
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
}

/// A table: the names of its columns, and its rows. A row can have fewer or more cells than there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The first row.
    pub columns: Vec<String>,
    /// Every row after it, with its number in the file as a spreadsheet counts: the first after the columns is 2.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// The bytes of a file with a table.
pub fn write<'a>(columns: &[&str], rows: impl Iterator<Item = &'a [String]>) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().delimiter(b';').quote_style(QuoteStyle::Always).flexible(true).from_writer(MARK.as_bytes().to_vec());
    // Bytes in memory take whatever is written.
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Reads what [`write`] made, or what a spreadsheet did. Empty lines are no rows.
pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    let text = std::str::from_utf8(bytes).map_err(|_| TableError::NotUtf8)?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let delimiter = delimiter(text);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| TableError::NotUtf8)?;
        rows.push(record.iter().map(|cell| bare(cell).to_owned()).collect::<Vec<_>>());
    }
    let mut rows = (1_u32..).zip(rows);
    let (_, columns) = rows.next().ok_or(TableError::Empty)?;
    Ok(Table { columns, rows: rows.collect() })
}

/// What stands between the cells: whichever of semicolon and comma there are more of in the first row, outside its quotes.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let (mut semicolons, mut commas) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => semicolons += 1,
            b',' if !quoted => commas += 1,
            b'\n' | b'\r' if !quoted && semicolons + commas > 0 => break,
            _ => {}
        }
    }
    if commas > semicolons { b',' } else { b';' }
}

/// Whether a spreadsheet may take a cell for a formula: by its first character, behind any apostrophes.
fn looks_like_a_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches('\'').chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'))
}

/// A cell as it is written.
fn guarded(cell: &str) -> String {
    if looks_like_a_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it was written.
fn bare(cell: &str) -> &str {
    if looks_like_a_formula(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

#[cfg(test)]
mod tests;
