//! Counting: what a definition asks for, as sums that add. Two organisations' sums of the same version of a definition make
//! the sums of both, as counts, numerators with their denominators, and histograms do. Nothing is hidden in them.

use crate::{
    definition::{Definition, Measure},
    facts::{Column, Facts, Rows},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one definition counts by one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// The definition's code.
    pub definition: String,
    /// Its version.
    pub version: u32,
    /// The column that makes the rows.
    pub by: String,
    /// By year, the row's code and the code of what the rows are split by.
    pub years: BTreeMap<String, Cells>,
}

/// The cells of one year: by the row's code and the code of what the rows are split by.
pub(crate) type Cells = BTreeMap<String, BTreeMap<String, Tally>>;

/// How many, and the numbers that they had.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many.
    pub count: u32,
    /// For each number how many had it; empty where no number is asked for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<i16, u32>,
}

/// The code of all rows together, where they are not split.
pub(crate) const ALL: &str = "all";
/// The codes that a share splits rows by: numerator, the rest of the denominator, and what is left out.
pub(crate) const SHARE: [&str; 3] = ["counted", "rest", "outside"];
/// The codes that rows with and without a number are split by.
pub(crate) const KNOWN: [&str; 2] = ["known", "unknown"];

/// Counts what a definition asks for, once for each of its columns.
pub fn count(definition: &Definition, facts: &Facts) -> Vec<Sums> {
    let by = |by: &String| {
        let years = facts.rows(definition.fact).and_then(|rows| years(rows, by, &definition.measure)).unwrap_or_default();
        Sums { definition: definition.code.clone(), version: definition.version, by: by.clone(), years }
    };
    definition.by.iter().map(by).collect()
}

impl Sums {
    /// Whether they are what a definition counts, in this very version, by a column.
    pub(crate) fn is_of(&self, definition: &Definition, by: &str) -> bool {
        self.definition == definition.code && self.version == definition.version && self.by == by
    }

    /// Sums of many, one for each version of a definition and column.
    pub fn merged(all: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut merged: BTreeMap<(String, u32, String), Self> = BTreeMap::new();
        for sums in all {
            let key = (sums.definition.clone(), sums.version, sums.by.clone());
            let kept = merged.entry(key).or_insert_with(|| Self { years: BTreeMap::new(), ..sums.clone() });
            for (year, cells) in sums.years {
                let year = kept.years.entry(year).or_default();
                for (row, splits) in cells {
                    let row = year.entry(row).or_default();
                    for (split, tally) in splits {
                        row.entry(split).or_default().add(&tally);
                    }
                }
            }
        }
        merged.into_values().collect()
    }
}

impl Tally {
    /// Adds another's.
    pub(crate) fn add(&mut self, other: &Self) {
        self.count += other.count;
        for (number, count) in &other.numbers {
            *self.numbers.entry(*number).or_default() += count;
        }
    }

    /// The mean; nothing of nothing.
    pub(crate) fn mean(&self) -> Option<f64> {
        let sum: i64 = self.numbers.iter().map(|(number, count)| i64::from(*number) * i64::from(*count)).sum();
        #[allow(clippy::cast_precision_loss, reason = "sums of days are far below 2 to the 52")]
        (self.count > 0).then(|| sum as f64 / f64::from(self.count))
    }

    /// The middle of the numbers, or halfway between the two in the middle; nothing of nothing.
    pub(crate) fn median(&self) -> Option<f64> {
        let at = |place: u32| {
            let mut passed = 0;
            let mut numbers = self.numbers.iter();
            numbers.find_map(|(number, count)| {
                passed += count;
                (passed > place).then(|| f64::from(*number))
            })
        };
        let last = self.count.checked_sub(1)?;
        Some(f64::midpoint(at(last / 2)?, at(last.div_ceil(2))?))
    }
}

/// How rows are split: the code of each class, and for each row the place of its class.
struct Split {
    codes: Vec<String>,
    rows: Vec<u16>,
}

fn years(rows: &Rows, by: &str, measure: &Measure) -> Option<BTreeMap<String, Cells>> {
    let (year, by) = (rows.column("year")?, rows.column(by)?);
    let split = split(rows, year.rows().len(), measure)?;
    let (width, depth) = (by.codes().len(), split.codes.len());
    let mut counts = vec![0_u32; year.codes().len() * width * depth];
    let place = |year: u16, by: u16, split: u16| (usize::from(year) * width + usize::from(by)) * depth + usize::from(split);
    let places = || year.rows().iter().zip(by.rows()).zip(&split.rows).map(|((year, by), split)| place(*year, *by, *split));
    for cell in places() {
        if let Some(count) = counts.get_mut(cell) {
            *count += 1;
        }
    }
    let mut numbers: Vec<BTreeMap<i16, u32>> = Vec::new();
    if let Measure::Mean { number } | Measure::Median { number } = measure {
        numbers = vec![BTreeMap::new(); counts.len()];
        for (cell, number) in places().zip(rows.number(number)?) {
            if let Some((kept, number)) = numbers.get_mut(cell).zip(*number) {
                *kept.entry(number).or_default() += 1;
            }
        }
    }
    Some(named(year, by, &split, &counts, numbers))
}

/// The counts by the names of their cells. A cell of nothing is left out.
fn named(year: &Column, by: &Column, split: &Split, counts: &[u32], numbers: Vec<BTreeMap<i16, u32>>) -> BTreeMap<String, Cells> {
    let mut years: BTreeMap<String, Cells> = BTreeMap::new();
    let mut numbers = numbers.into_iter();
    let mut left = counts.iter();
    for year in year.codes() {
        for by in by.codes() {
            for split in &split.codes {
                let (Some(count), numbers) = (left.next(), numbers.next().unwrap_or_default()) else { continue };
                if *count > 0 {
                    let row = years.entry(year.clone()).or_default().entry(by.clone()).or_default();
                    row.insert(split.clone(), Tally { count: *count, numbers });
                }
            }
        }
    }
    years
}

fn split(rows: &Rows, length: usize, measure: &Measure) -> Option<Split> {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    Some(match measure {
        Measure::Count { across: None } => Split { codes: owned(&[ALL]), rows: vec![0; length] },
        Measure::Count { across: Some(across) } => {
            let column = rows.column(across)?;
            Split { codes: column.codes().to_vec(), rows: column.rows().to_vec() }
        }
        Measure::Share { column, of, rest } => {
            let column = rows.column(column)?;
            let class = |code: &String| if of.contains(code) { 0 } else { 1 + u16::from(!rest.contains(code)) };
            let classes: Vec<u16> = column.codes().iter().map(class).collect();
            let of_row = |row: &u16| classes.get(usize::from(*row)).copied().unwrap_or(2);
            Split { codes: owned(&SHARE), rows: column.rows().iter().map(of_row).collect() }
        }
        Measure::Mean { number } | Measure::Median { number } => {
            let numbers = rows.number(number)?;
            Split { codes: owned(&KNOWN), rows: numbers.iter().map(|number| u16::from(number.is_none())).collect() }
        }
        Measure::Histogram { number, from } => {
            let unknown = u16::try_from(from.len() + 1).ok()?;
            let class = |number: &i16| u16::try_from(from.partition_point(|first| first <= number)).unwrap_or(unknown);
            let of_row = |number: &Option<i16>| number.as_ref().map_or(unknown, class);
            Split { codes: classes(from), rows: rows.number(number)?.iter().map(of_row).collect() }
        }
    })
}

/// The codes of a histogram's classes, such as `below_7`, `7_to_13`, `from_14`, and `unknown` last.
fn classes(from: &[i16]) -> Vec<String> {
    let mut codes: Vec<String> = from.first().map(|first| format!("below_{first}")).into_iter().collect();
    codes.extend(from.windows(2).filter_map(|pair| match pair {
        [first, next] => Some(format!("{first}_to_{}", next - 1)),
        _ => None,
    }));
    codes.extend(from.last().map(|last| format!("from_{last}")));
    codes.push("unknown".to_owned());
    codes
}

#[cfg(test)]
pub(crate) mod tests;
