//! Choosing among rows: by columns that every fact has, so that one choice holds for all of them.

use super::{Column, Facts, Rows};
use crate::publication::in_order;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The columns that rows can be chosen by. The year is none of them: tables are of one year anyhow.
const SELECTABLE: [&str; 6] = ["quarter", "activity", "municipality", "age_band", "sex", "area"];

/// Which rows are counted: for each column the codes that they may have. A column that is not named takes every row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Selection(BTreeMap<String, Vec<String>>);

impl Selection {
    /// Whether every row is counted.
    pub fn is_everything(&self) -> bool {
        self.0.is_empty()
    }

    /// The first column that rows cannot be chosen by, if one is named.
    pub fn unknown_column(&self) -> Option<&str> {
        self.0.keys().map(String::as_str).find(|column| !SELECTABLE.contains(column))
    }

    /// The codes that a column may have; nothing where all are counted.
    pub fn codes(&self, column: &str) -> Option<&[String]> {
        self.0.get(column).map(Vec::as_slice)
    }
}

impl Facts {
    /// The rows of a selection alone. What each row says of a case or a year is as it was among all of them: a person's first
    /// case of the year is no other one because a quarter was chosen.
    #[must_use]
    pub fn selected(mut self, selection: &Selection) -> Self {
        if !selection.is_everything() {
            self.0.values_mut().for_each(|rows| rows.select(selection));
        }
        self
    }

    /// The codes that there are rows of, for each column that rows can be chosen by.
    pub fn choices(&self) -> BTreeMap<String, Vec<String>> {
        let codes =
            |column| in_order(self.0.values().filter_map(|rows| rows.column(column)).flat_map(Column::codes).collect::<BTreeSet<_>>());
        SELECTABLE.into_iter().map(|column| (column.to_owned(), codes(column))).collect()
    }
}

impl Rows {
    fn select(&mut self, selection: &Selection) {
        let mut wanted = vec![true; self.columns.values().next().map_or(0, |column| column.rows.len())];
        for (name, codes) in &selection.0 {
            let Some(column) = self.columns.get(name.as_str()) else { continue };
            let is_wanted: Vec<bool> = column.codes.iter().map(|code| codes.contains(code)).collect();
            for (wanted, place) in wanted.iter_mut().zip(&column.rows) {
                *wanted &= is_wanted.get(usize::from(*place)).copied().unwrap_or(false);
            }
        }
        self.columns.values_mut().for_each(|column| keep(&mut column.rows, &wanted));
        self.numbers.values_mut().for_each(|numbers| keep(numbers, &wanted));
    }
}

fn keep<T>(rows: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    rows.retain(|_| wanted.next().copied().unwrap_or(false));
}
