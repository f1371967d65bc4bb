//! A publication as a file of comma-separated values: one line a figure, under codes that never change, so that the files of
//! two organisations can be laid together. Semicolons, decimal commas and a byte order mark are what a Swedish spreadsheet
//! reads without asking.

use crate::{Publication, Shown};

/// The columns' codes.
const HEAD: [&str; 11] = ["definition", "version", "measure", "year", "by", "row", "column", "shown", "value", "count", "of"];

/// The tables as one file.
pub fn csv(publication: &Publication) -> String {
    let year = publication.year.to_string();
    let mut lines = vec![HEAD.join(";")];
    for table in &publication.tables {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let shown = match cell.shown {
                    Shown::Number => "number",
                    Shown::Few => "few",
                    Shown::Hidden => "hidden",
                };
                let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
                let value = cell.value.map(|value| value.to_string().replace('.', ",")).unwrap_or_default();
                let fields = [
                    table.definition.clone(),
                    table.version.to_string(),
                    table.measure.clone(),
                    year.clone(),
                    table.by.clone(),
                    row.code.clone(),
                    column.clone(),
                    shown.to_owned(),
                    value,
                    number(cell.count),
                    number(cell.of),
                ];
                lines.push(fields.map(|field| safe(&field)).join(";"));
            }
        }
    }
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

/// A field that a spreadsheet takes as text and not as a formula, quoted where it needs be.
fn safe(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains([';', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests;
