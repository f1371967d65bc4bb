//! Tables of one year that may be shown: sums with what is too few hidden, and what it could be worked out from.

use crate::{
    definition::{Definition, Measure},
    facts::Fact,
    protect::{CellId, Grid, Known, Marks, Shown, protect},
    sums::{ALL, Cells, KNOWN, SHARE, Sums, Tally},
};
use chrono::NaiveDate;
use samsyn_plan::codes::{Coded, GoalScale};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Tables that are published together. Nothing in them tells a number from 1 to below the limit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Publication {
    /// The calendar year.
    pub year: i32,
    /// Counts from 1 to below this are not told.
    pub shown_below: u32,
    /// The tables, in the order of the definitions.
    pub tables: Vec<StatisticsTable>,
}

/// What one definition says of a year, with a row for each code of one column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatisticsTable {
    /// The definition's code.
    pub definition: String,
    /// Its version.
    pub version: u32,
    /// The first day on which the version was in force.
    pub since: NaiveDate,
    /// What the figures are: `count`, `share`, `mean`, `median` or `histogram`.
    pub measure: String,
    /// The column of the facts that makes the rows.
    pub by: String,
    /// What the figures of a row are split by; empty where there is one figure a row.
    pub split: String,
    /// The codes of the columns: `total` last where there are several, alone where there is one.
    pub columns: Vec<String>,
    /// The rows: `total` last.
    pub rows: Vec<StatisticsRow>,
    /// Where the need of the figure stands, or the rule behind it.
    pub source: String,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatisticsRow {
    /// Its code; that of a municipality or a unit is its name.
    pub code: String,
    /// Its cells.
    pub cells: Vec<StatisticsCell>,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatisticsCell {
    /// How it is shown.
    pub shown: Shown,
    /// The figure: a count, a percentage, a mean or a median. Nothing where it is not shown, or where there is nothing to tell.
    pub value: Option<f64>,
    /// How many were counted: the numerator of a share, and of a mean how many had a number.
    pub count: Option<u32>,
    /// The denominator of a share.
    pub of: Option<u32>,
}

/// The code of a row or a column that is the sum of the others.
pub(crate) const TOTAL: &str = "total";

/// The tables of a year. What earlier publications of the same year said is taken as known to whoever reads them.
pub fn publication(year: i32, definitions: &[Definition], sums: &[Sums], earlier: &[Publication], shown_below: u32) -> Publication {
    let raw = raw_tables(year, definitions, sums);
    published(year, &raw, shown_below, |fact, grids| protect(grids, &known(year, earlier, definitions, fact), shown_below))
}

/// What a definition says of a year by one column, with nothing hidden yet.
pub(crate) struct RawTable<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) by: &'a str,
    pub(crate) cells: Cells,
    pub(crate) grid: Grid,
}

/// The tables of a year for which there are sums, in the order of the definitions.
pub(crate) fn raw_tables<'a>(year: i32, definitions: &'a [Definition], sums: &[Sums]) -> Vec<RawTable<'a>> {
    let of_year = year.to_string();
    let mut tables = Vec::new();
    for definition in definitions {
        for by in &definition.by {
            let Some(sums) = sums.iter().find(|sums| sums.is_of(definition, by)) else { continue };
            let cells = sums.years.get(&of_year).cloned().unwrap_or_default();
            let grid = grid(&definition.measure, by, &cells);
            tables.push(RawTable { definition, by, cells, grid });
        }
    }
    tables
}

/// The tables as they are shown, by the marks that somebody makes for all tables of one fact.
pub(crate) fn published(year: i32, tables: &[RawTable<'_>], shown_below: u32, protect: impl Fn(Fact, &[Grid]) -> Marks) -> Publication {
    let mut marks: BTreeMap<Fact, Marks> = BTreeMap::new();
    for fact in tables.iter().map(|table| table.definition.fact) {
        let of_fact = || tables.iter().filter(|other| other.definition.fact == fact).map(|table| table.grid.clone()).collect::<Vec<_>>();
        marks.entry(fact).or_insert_with(|| protect(fact, &of_fact()));
    }
    let tables = tables.iter().filter_map(|raw| {
        let RawTable { definition, by, cells, grid } = raw;
        Some(Drawn { definition, cells, grid, marks: marks.get(&definition.fact)? }.table(by))
    });
    Publication { year, shown_below, tables: tables.collect() }
}

/// The counts of a table, its rows and columns in the order in which they are shown.
fn grid(measure: &Measure, by: &str, cells: &Cells) -> Grid {
    let rows = in_order(cells.keys());
    let columns = match measure {
        Measure::Count { across: None } => vec![ALL.to_owned()],
        Measure::Share { .. } => SHARE.map(str::to_owned).to_vec(),
        Measure::Mean { .. } | Measure::Median { .. } => KNOWN.map(str::to_owned).to_vec(),
        _ => in_order(cells.values().flat_map(BTreeMap::keys).collect::<BTreeSet<_>>()),
    };
    let count = |row: &String, column: &String| cells.get(row).and_then(|row| row.get(column)).map_or(0, |tally| tally.count);
    let counts = rows.iter().map(|row| columns.iter().map(|column| count(row, column)).collect()).collect();
    Grid { by: by.to_owned(), split: measure.split().to_owned(), rows, columns, counts }
}

/// Codes as people expect them: steps by their order, classes by their first number, the rest by the alphabet, and what is
/// known least last.
pub(crate) fn in_order<'a>(codes: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let rank = |code: &str| match code {
        "unknown" => 3,
        "none" | "no_limit" => 2,
        "other" => 1,
        _ => 0,
    };
    let step = |code: &str| GoalScale::from_code(code).map(GoalScale::step);
    let first =
        |code: &str| code.split('_').find_map(|part| part.parse::<i32>().ok()).map(|first| first - i32::from(code.starts_with("below")));
    let mut codes: Vec<String> = codes.into_iter().cloned().collect();
    codes.sort_by_cached_key(|code| (rank(code), step(code), first(code), code.clone()));
    codes
}

/// What earlier publications of a year told of the cells of one fact.
pub(crate) fn known(year: i32, earlier: &[Publication], definitions: &[Definition], fact: Fact) -> Known {
    let mut known = Known::new();
    for table in earlier.iter().filter(|earlier| earlier.year == year).flat_map(|earlier| &earlier.tables) {
        let is_its = |definition: &&Definition| definition.code == table.definition && definition.version == table.version;
        let Some(definition) = definitions.iter().find(is_its).filter(|definition| definition.fact == fact) else { continue };
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let id = |split: Option<&str>| CellId {
                    row: (row.code != TOTAL).then(|| (table.by.clone(), row.code.clone())),
                    split: split.map(|code| (definition.measure.split().to_owned(), code.to_owned())),
                };
                let shown = cell.shown == Shown::Number;
                match definition.measure {
                    Measure::Share { .. } => {
                        let rest = cell.of.zip(cell.count).map(|(of, counted)| of - counted);
                        known.extend([(id(Some("counted")), cell.count), (id(Some("rest")), rest)]);
                    }
                    Measure::Mean { .. } | Measure::Median { .. } => known.extend([(id(Some("known")), cell.count.filter(|_| shown))]),
                    _ => known.extend([(id((column != TOTAL).then_some(column)), cell.count.filter(|_| shown))]),
                }
            }
        }
    }
    known
}

/// A table as it is drawn.
struct Drawn<'a> {
    definition: &'a Definition,
    cells: &'a Cells,
    grid: &'a Grid,
    marks: &'a Marks,
}

impl Drawn<'_> {
    fn table(&self, by: &str) -> StatisticsTable {
        let several = matches!(self.definition.measure, Measure::Count { across: Some(_) } | Measure::Histogram { .. });
        let rows = (0..=self.grid.rows.len()).map(|row| StatisticsRow {
            code: self.grid.rows.get(row).cloned().unwrap_or_else(|| TOTAL.to_owned()),
            cells: if several {
                (0..=self.grid.columns.len()).map(|column| self.counted(row, column)).collect()
            } else {
                vec![self.figure(row)]
            },
        });
        let (measure, split) = match &self.definition.measure {
            Measure::Count { across } => ("count", across.as_deref().unwrap_or_default()),
            Measure::Share { .. } => ("share", ""),
            Measure::Mean { .. } => ("mean", ""),
            Measure::Median { .. } => ("median", ""),
            Measure::Histogram { number, .. } => ("histogram", number.as_str()),
        };
        let columns = self.grid.columns.iter().filter(|_| several).cloned().chain([TOTAL.to_owned()]);
        StatisticsTable {
            definition: self.definition.code.clone(),
            version: self.definition.version,
            since: self.definition.since,
            measure: measure.to_owned(),
            by: by.to_owned(),
            split: split.to_owned(),
            columns: columns.collect(),
            rows: rows.collect(),
            source: self.definition.source.clone(),
        }
    }

    fn shown(&self, row: usize, column: usize) -> Shown {
        self.marks.get(&self.grid.id(row, column)).copied().unwrap_or(Shown::Hidden)
    }

    fn counted(&self, row: usize, column: usize) -> StatisticsCell {
        let (shown, count) = (self.shown(row, column), self.grid.count(row, column));
        let told = (shown == Shown::Number).then_some(count);
        StatisticsCell { shown, value: told.map(f64::from), count: told, of: None }
    }

    /// The one figure of a row.
    fn figure(&self, row: usize) -> StatisticsCell {
        match self.definition.measure {
            Measure::Share { .. } => {
                let (counted, rest) = (self.grid.count(row, 0), self.grid.count(row, 1));
                let shown = [self.shown(row, 0), self.shown(row, 1)].into_iter().find(|shown| *shown != Shown::Number);
                let Some(shown) = shown else {
                    let of = counted + rest;
                    let value = (of > 0).then(|| one_decimal(100.0 * f64::from(counted) / f64::from(of)));
                    return StatisticsCell { shown: Shown::Number, value, count: Some(counted), of: Some(of) };
                };
                StatisticsCell { shown, value: None, count: None, of: None }
            }
            Measure::Mean { .. } | Measure::Median { .. } => {
                let cell = self.counted(row, 0);
                let tally = self.tally(row);
                let median = matches!(self.definition.measure, Measure::Median { .. });
                let value = if median { tally.median() } else { tally.mean() };
                StatisticsCell { value: value.map(one_decimal).filter(|_| cell.shown == Shown::Number), ..cell }
            }
            _ => self.counted(row, self.grid.columns.len()),
        }
    }

    /// Those of a row that have a number; of all rows for the total.
    fn tally(&self, row: usize) -> Tally {
        let code = self.grid.rows.get(row);
        let mut sum = Tally::default();
        for (_, splits) in self.cells.iter().filter(|(other, _)| code.is_none_or(|code| code == *other)) {
            if let Some(tally) = splits.get("known") {
                sum.add(tally);
            }
        }
        sum
    }
}

fn one_decimal(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests;
