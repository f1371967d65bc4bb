//! A publication as a file of comma-separated values: one line a figure, under codes that never change, so that the files of
//! two organisations can be laid together. Semicolons, decimal commas and a byte order mark are what a Swedish spreadsheet
//! reads without asking.

use crate::Publication;
use crate::records::{Field, HEAD, records};

/// The tables as one file.
pub fn csv(publication: &Publication) -> String {
    let lines = records(publication).map(|record| record.map(|field| written(&field)).join(";"));
    let lines: Vec<String> = std::iter::once(HEAD.join(";")).chain(lines).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

fn written(field: &Field<'_>) -> String {
    match field {
        Field::Text(text) => safe(text),
        Field::Number(number) => number.to_string().replace('.', ","),
        Field::Nothing => String::new(),
    }
}

/// A field that a spreadsheet takes as text and not as a formula, quoted where it needs be.
fn safe(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains([';', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests;
