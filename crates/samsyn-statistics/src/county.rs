//! The sum of several organisations. Each knows its own part, so that the tables hide what is left without it too.
//!
//! The tables of one fact are held together by their totals. So an organisation's sums of a fact are added whole or not at all:
//! where one of its definitions has another version, none of the tables of that fact has its part, and no two of them can be
//! subtracted from each other to get it.

use crate::{
    definition::{Definition, Measure},
    facts::Fact,
    protect::{CellId, Grid, Marks, protect_among},
    publication::{Publication, RawTable, known, published, raw_tables},
    sums::{Cells, Sums},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The tables of a county, and what could not be added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct County {
    /// The tables.
    pub publication: Publication,
    /// For each part, in the order in which they were given, the definitions that were not added and why.
    pub left_out: Vec<Vec<LeftOut>>,
}

/// A definition that was not added of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LeftOut {
    /// The definition's code.
    pub definition: String,
    /// Its version here; nothing where it is unknown here.
    pub here: Option<u32>,
    /// Its version there; nothing where it is unknown there. The same on both sides where only another definition of the same
    /// fact differs.
    pub there: Option<u32>,
}

/// Why sums cannot be another organisation's figures of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnsoundSums {
    /// There is more than any organisation has.
    #[error("there is more than can be")]
    TooMany,
    /// They tell of another year, or twice of the same.
    #[error("they are not of the one year")]
    OtherYear,
    /// The same people are not as many in all tables.
    #[error("they do not agree with each other")]
    Disagree,
}

/// The most that one definition counts in a year at one organisation: far above any, and so low that a county's sum has room.
const MOST_COUNTED: u64 = 1_000_000;
/// The most rows of a table, columns of a row, and characters of a code.
const MOST_ROWS: usize = 400;
const MOST_COLUMNS: usize = 100;
const LONGEST_CODE: usize = 200;
/// The most sums that a file can hold: some for each definition that there could ever be.
const MOST_SUMS: usize = 1_000;

/// The sums of one year alone: what one organisation gives to its county.
pub fn of_year(year: i32, sums: &[Sums]) -> Vec<Sums> {
    let of_year = year.to_string();
    let only = |sums: &Sums| Sums {
        years: sums.years.get_key_value(&of_year).map(|(year, cells)| (year.clone(), cells.clone())).into_iter().collect(),
        ..sums.clone()
    };
    sums.iter().map(only).collect()
}

/// Whether sums from outside can be one organisation's figures of a year.
pub fn check_sums(year: i32, definitions: &[Definition], sums: &[Sums]) -> Result<(), UnsoundSums> {
    let of_year = year.to_string();
    let keys: BTreeSet<_> = sums.iter().map(|sums| (&sums.definition, sums.version, &sums.by)).collect();
    if sums.len() > MOST_SUMS {
        return Err(UnsoundSums::TooMany);
    }
    if keys.len() < sums.len() || sums.iter().flat_map(|sums| sums.years.keys()).any(|year| *year != of_year) {
        return Err(UnsoundSums::OtherYear);
    }
    for sums in sums {
        let is_long = |code: &String| code.chars().count() > LONGEST_CODE || code.chars().any(char::is_control);
        let counted: u64 = tallies(sums).map(|tally| u64::from(tally.count)).sum();
        let cells = || sums.years.values();
        let is_wide = |cells: &Cells| cells.len() > MOST_ROWS || cells.values().any(|row| row.len() > MOST_COLUMNS);
        let codes = cells().flat_map(|cells| cells.keys().chain(cells.values().flat_map(BTreeMap::keys)));
        if counted > MOST_COUNTED || cells().any(is_wide) || codes.chain([&sums.definition, &sums.by]).any(is_long) {
            return Err(UnsoundSums::TooMany);
        }
    }
    let raw = raw_tables(year, definitions, sums);
    if raw.iter().all(numbers_agree) && totals_agree(&raw) { Ok(()) } else { Err(UnsoundSums::Disagree) }
}

fn tallies(sums: &Sums) -> impl Iterator<Item = &crate::sums::Tally> {
    sums.years.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values)
}

/// Whether as many numbers are told as there are people who have one.
fn numbers_agree(table: &RawTable<'_>) -> bool {
    let wants = matches!(table.definition.measure, Measure::Mean { .. } | Measure::Median { .. });
    table.cells.values().flatten().all(|(split, tally)| {
        let numbers: u64 = tally.numbers.values().map(|count| u64::from(*count)).sum();
        numbers == if wants && split == "known" { u64::from(tally.count) } else { 0 }
    })
}

/// Whether a cell that stands in several tables of a fact, as their totals do, is the same in all of them.
fn totals_agree(raw: &[RawTable<'_>]) -> bool {
    let mut counts: BTreeMap<(Fact, CellId), u32> = BTreeMap::new();
    raw.iter().all(|table| {
        let fact = table.definition.fact;
        table.grid.cells().all(|(id, count)| *counts.entry((fact, id)).or_insert(count) == count)
    })
}

/// The county's tables of a year, of the parts of its organisations. What earlier publications of the same sum said is taken as
/// known to whoever reads them.
pub fn county(year: i32, definitions: &[Definition], parts: &[&[Sums]], earlier: &[Publication], shown_below: u32) -> County {
    let mut added: BTreeMap<Fact, Vec<&[Sums]>> = BTreeMap::new();
    let mut sums = Vec::new();
    for part in parts {
        for fact in facts(definitions).filter(|fact| fits(definitions, *fact, part)) {
            added.entry(fact).or_default().push(part);
            sums.extend(of_fact(definitions, fact, part).cloned());
        }
    }
    let raw = raw_tables(year, definitions, &Sums::merged(sums));
    let marks = |fact: Fact, grids: &[Grid]| -> Marks {
        let own = added.get(&fact).map(Vec::as_slice).unwrap_or_default();
        let tables = || raw.iter().filter(|table| table.definition.fact == fact);
        let mut rests: Vec<Vec<Grid>> = own.iter().map(|own| tables().map(|table| rest(table, year, own)).collect()).collect();
        // Whoever adds up the same files, in whatever order, hides the same: two ways of hiding would tell more than one.
        rests.sort_by_cached_key(|rest| rest.iter().map(|grid| grid.counts.clone()).collect::<Vec<_>>());
        protect_among(grids, &rests, &known(year, earlier, definitions, fact), shown_below)
    };
    let left_out = parts.iter().map(|part| left_out(definitions, part)).collect();
    County { publication: published(year, &raw, shown_below, marks), left_out }
}

/// The facts of some definitions, each once.
fn facts(definitions: &[Definition]) -> impl Iterator<Item = Fact> {
    definitions.iter().map(|definition| definition.fact).collect::<BTreeSet<_>>().into_iter()
}

/// The sums of a part that are of a fact's definitions, whatever their version.
fn of_fact<'a>(definitions: &'a [Definition], fact: Fact, part: &'a [Sums]) -> impl Iterator<Item = &'a Sums> {
    let is_its = move |sums: &&Sums| definitions.iter().any(|definition| definition.fact == fact && definition.code == sums.definition);
    part.iter().filter(is_its)
}

/// Whether a part has everything that the definitions of a fact count, and all of it in the same versions.
fn fits(definitions: &[Definition], fact: Fact, part: &[Sums]) -> bool {
    let mut asked = definitions
        .iter()
        .filter(|definition| definition.fact == fact)
        .flat_map(|definition| definition.by.iter().map(move |by| (definition, by)));
    let known = |sums: &Sums| definitions.iter().any(|definition| definition.by.iter().any(|by| sums.is_of(definition, by)));
    asked.all(|(definition, by)| part.iter().any(|sums| sums.is_of(definition, by))) && of_fact(definitions, fact, part).all(known)
}

/// What is not added of a part.
fn left_out(definitions: &[Definition], part: &[Sums]) -> Vec<LeftOut> {
    let there = |code: &str| part.iter().find(|sums| sums.definition == code).map(|sums| sums.version);
    let ours = definitions.iter().filter(|definition| !fits(definitions, definition.fact, part));
    let ours = ours.map(|definition| LeftOut {
        definition: definition.code.clone(),
        here: Some(definition.version),
        there: there(&definition.code),
    });
    let foreign: BTreeMap<&str, u32> = part.iter().map(|sums| (sums.definition.as_str(), sums.version)).collect();
    let foreign = foreign.into_iter().filter(|(code, _)| !definitions.iter().any(|definition| definition.code == *code));
    let foreign = foreign.map(|(code, version)| LeftOut { definition: code.to_owned(), here: None, there: Some(version) });
    ours.chain(foreign).collect()
}

/// What is left of a table without one's own part.
fn rest(table: &RawTable<'_>, year: i32, own: &[Sums]) -> Grid {
    let cells = own.iter().find(|sums| sums.is_of(table.definition, table.by)).and_then(|sums| sums.years.get(&year.to_string()));
    let count = |row: &String, column: &String| cells.and_then(|cells| cells.get(row)?.get(column)).map_or(0, |tally| tally.count);
    let rows = table.grid.rows.iter().zip(&table.grid.counts);
    let counts = rows.map(|(row, counts)| {
        let columns = table.grid.columns.iter().zip(counts);
        columns.map(|(column, all)| all.saturating_sub(count(row, column))).collect()
    });
    Grid { counts: counts.collect(), ..table.grid.clone() }
}

#[cfg(test)]
mod tests;
