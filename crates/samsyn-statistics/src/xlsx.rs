//! A publication as a workbook: a sheet with the records of the other file, numbers as numbers, and one that says in words what
//! each figure counts. Nothing in it is a formula, and it names neither author nor time but the day that it is told.

use crate::{
    Publication,
    records::{Field, HEAD, records},
};
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// A sheet in words.
#[derive(Debug, Clone)]
pub struct WordSheet {
    /// Its name.
    pub name: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// Widths of columns, in letters: of codes, of words, and of sentences.
const CODES: u16 = 16;
const SENTENCES: u16 = 70;
/// What is longer than this is a sentence, in letters.
const LONG: usize = 40;

/// The tables as one sheet, and what they count as another.
pub fn xlsx(publication: &Publication, figures: &str, definitions: &WordSheet, on: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&day(on)?));
    let sheet = book.add_worksheet();
    begin(sheet, figures, &HEAD)?;
    for (record, row) in records(publication).zip(1_u32..) {
        for (field, column) in record.into_iter().zip(0_u16..) {
            match field {
                Field::Text(text) => sheet.write_string(row, column, text)?,
                Field::Number(number) => sheet.write_number(row, column, number)?,
                Field::Nothing => continue,
            };
        }
    }
    let heads: Vec<&str> = definitions.heads.iter().map(String::as_str).collect();
    let sheet = book.add_worksheet();
    begin(sheet, &definitions.name, &heads)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (cells, row) in definitions.rows.iter().zip(1_u32..) {
        for (text, column) in cells.iter().zip(0_u16..) {
            if text.chars().count() > LONG {
                sheet.set_column_width(column, SENTENCES)?;
            }
            sheet.write_string_with_format(row, column, text, &wrapped)?;
        }
    }
    book.save_to_buffer()
}

/// A sheet's name and heads, which stay in sight.
fn begin(sheet: &mut Worksheet, name: &str, heads: &[&str]) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (head, column) in heads.iter().zip(0_u16..) {
        sheet.set_column_width(column, CODES)?.write_string_with_format(0, column, *head, &bold)?;
    }
    Ok(())
}

fn day(on: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&on.to_string())
}

#[cfg(test)]
mod tests;
