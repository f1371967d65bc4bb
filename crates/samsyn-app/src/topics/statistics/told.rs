//! The tables of a year in words, as they are plotted and printed.

use crate::words::texts;
use samsyn_print::plot::{FigureCell, FigureKind, FigureRow, FigureTable};
use samsyn_statistics::{Shown, StatisticsCell, StatisticsTable};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// Between thousands: a narrow space that no line is broken at.
const THIN: &str = "\u{202f}";

/// How the tables are read, for page and paper.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The definitions by what they are about, in the order in which they are shown.
    pub(super) groups: Vec<Group>,
    /// The list of terms that the codes of a column have their words in; of one definition's column where columns are called alike.
    lists: BTreeMap<String, String>,
}

/// Definitions about the same.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    /// Its code.
    pub(super) group: String,
    /// The definitions' codes.
    pub(super) definitions: Vec<String>,
}

/// The words as the program is built with them; a test holds that they can be read.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../../assets/statistics/words.json")).unwrap_or_default());

/// A table in words.
pub(super) fn told(table: &StatisticsTable, below: u32) -> FigureTable {
    let head = |code: &String| {
        if table.columns.len() == 1 {
            term("statistics-tables-measure", &table.measure)
        } else {
            code_words(&table.definition, &table.split, code)
        }
    };
    let kind = match table.measure.as_str() {
        "share" => FigureKind::Share,
        "mean" | "median" => FigureKind::Number,
        _ => FigureKind::Count,
    };
    let rows = table.rows.iter().map(|row| FigureRow {
        label: code_words(&table.definition, &table.by, &row.code),
        cells: row.cells.iter().map(|shown| cell(shown, kind, below)).collect(),
    });
    FigureTable {
        by: texts().with("statistics-tables-by", &[("by", &term("statistics-by", &table.by))]),
        kind,
        heads: table.columns.iter().map(head).collect(),
        rows: rows.collect(),
    }
}

fn cell(cell: &StatisticsCell, kind: FigureKind, below: u32) -> FigureCell {
    let said = |words: String| FigureCell { value: None, untold: cell.shown != Shown::Number, words, of: String::new() };
    let written = |count: Option<u32>| number(f64::from(count.unwrap_or_default()));
    let (count, of) = (written(cell.count), written(cell.of));
    match (cell.shown, cell.value) {
        (Shown::Hidden, _) => said(texts().get("statistics-tables-hidden")),
        (Shown::Few, _) if kind == FigureKind::Count => said(texts().with("statistics-tables-few", &[("below", &below.to_string())])),
        (Shown::Few, _) => said(texts().get("statistics-tables-few-share")),
        (Shown::Number, None) => said(texts().get("statistics-tables-nothing")),
        (Shown::Number, Some(value)) => {
            let words = number(value);
            let (words, of) = match kind {
                FigureKind::Count => (words, String::new()),
                FigureKind::Share => (
                    texts().with("statistics-tables-share", &[("value", &words)]),
                    texts().with("statistics-tables-share-of", &[("count", &count), ("of", &of)]),
                ),
                FigureKind::Number => (words, texts().with("statistics-tables-number-of", &[("count", &count)])),
            };
            FigureCell { value: Some(value), untold: false, words, of }
        }
    }
}

/// The words for a row's or a column's code. A municipality and a unit are called by the name that is their code.
fn code_words(definition: &str, column: &str, code: &str) -> String {
    let list = WORDS.lists.get(&format!("{definition}.{column}")).or_else(|| WORDS.lists.get(column));
    if let Some(list) = list.filter(|list| texts().has(&key(list, code))) {
        return capital(&term(list, code));
    }
    if ["total", "unknown", "none", "other", "waiting"].contains(&code) { term("statistics-code", code) } else { code.to_owned() }
}

fn key(list: &str, code: &str) -> String {
    format!("{list}-{}", code.replace('_', "-"))
}

/// The words of a code of a list.
pub(super) fn term(list: &str, code: &str) -> String {
    texts().get(&key(list, code))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number as it is written in Swedish: `1 234,5`.
fn number(value: f64) -> String {
    let written = value.to_string();
    let (whole, decimals) = written.split_once('.').map_or((written.as_str(), None), |(whole, decimals)| (whole, Some(decimals)));
    let digits: Vec<char> = whole.chars().collect();
    let thousands: Vec<String> = digits.rchunks(3).rev().map(|three| three.iter().collect()).collect();
    let whole = thousands.join(THIN);
    decimals.map_or_else(|| whole.clone(), |decimals| format!("{whole},{decimals}"))
}

#[cfg(test)]
mod tests;
