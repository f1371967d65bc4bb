//! The statistics of a year on paper: each figure with what it counts, its plots and its tables. It tells of nobody.

use super::words::joined;
use super::{of_no_case, start_of};
use crate::document::{Block, Document};
use crate::layout::CONTENT;
use crate::logo::Logo;
use crate::picture::Frame;
use crate::plot::{FigureCell, FigureRow, FigureTable, pictures, sentence};
use crate::text::Texts;
use chrono::{Datelike, NaiveDate};
use samsyn_plan::profile::Organisation;
use std::sync::Arc;

/// The plots' frame, in points: lower than a page, so that what is said of a plot stands above it.
const PLOT: Frame = Frame { width: CONTENT, height: 460.0, letters: 8.0 };
/// A table has no more columns of figures than this; what is left stands in another.
const MOST_COLUMNS: usize = 5;

/// What a year's paper is made from.
#[derive(Debug, Clone)]
pub struct StatisticsPaper {
    /// The calendar year.
    pub year: i32,
    /// The day on which it was counted.
    pub today: NaiveDate,
    /// Counts from 1 to below this are not told.
    pub shown_below: u32,
    /// Cases that could not be read, and so are not counted.
    pub hurt: u32,
    /// The figures by what they are about.
    pub groups: Vec<StatisticsGroup>,
}

/// Figures about the same.
#[derive(Debug, Clone)]
pub struct StatisticsGroup {
    /// What they are about.
    pub title: String,
    /// The figures.
    pub figures: Vec<StatisticsFigure>,
}

/// What one definition says of the year.
#[derive(Debug, Clone)]
pub struct StatisticsFigure {
    /// What it is called.
    pub name: String,
    /// What it counts.
    pub means: String,
    /// The definition's version.
    pub version: u32,
    /// The first day on which the version was in force.
    pub since: NaiveDate,
    /// Why the figure is there.
    pub source: String,
    /// Its tables.
    pub tables: Vec<FigureTable>,
}

/// The statistics of a year.
pub fn statistics(texts: &Texts, organisation: &Organisation, logo: Option<&Arc<Logo>>, paper: &StatisticsPaper) -> Document {
    let (year, below) = (paper.year.to_string(), paper.shown_below.to_string());
    let most = paper.shown_below.saturating_sub(1).to_string();
    let limit = [("below", below.as_str()), ("most", most.as_str())];
    let mut facts = vec![
        (texts.get("paper-statistics-controller"), organisation.controller.clone()),
        (texts.get("paper-statistics-unit"), joined([&organisation.name, &organisation.unit], ", ")),
        (texts.get("paper-statistics-day"), paper.today.to_string()),
        (texts.get("paper-statistics-limit"), below.clone()),
    ];
    if paper.hurt > 0 {
        facts.push((texts.get("paper-statistics-hurt"), paper.hurt.to_string()));
    }
    let mut blocks = vec![Block::lead(texts.with("paper-statistics-lead", &[("year", &year), ("most", &most)]))];
    if paper.today.year() <= paper.year {
        blocks.push(Block::notice(texts.with("paper-statistics-lead-unfinished", &[("day", &paper.today.to_string())])));
    }
    let reading = ["few", "hidden", "none", "of", "bars", "adding", "twice"];
    blocks.push(Block::Facts(facts));
    blocks.push(Block::heading(1, texts.get("paper-statistics-reading")));
    blocks.push(Block::List(reading.iter().map(|what| texts.with(&format!("paper-statistics-{what}"), &limit)).collect()));
    for group in &paper.groups {
        blocks.push(Block::heading(1, &group.title));
        blocks.extend(group.figures.iter().flat_map(|figure| told(texts, figure)));
    }
    let title = texts.with("paper-statistics-title", &[("year", &year)]);
    of_no_case(texts, organisation, logo, title, start_of(paper.today), blocks)
}

/// One figure: what it counts, and each of its tables.
fn told(texts: &Texts, figure: &StatisticsFigure) -> Vec<Block> {
    let (version, since) = (figure.version.to_string(), figure.since.to_string());
    let definition = [("version", version.as_str()), ("since", since.as_str()), ("source", figure.source.as_str())];
    let mut blocks = vec![
        Block::heading(2, &figure.name),
        Block::text(&figure.means),
        Block::note(texts.with("statistics-tables-version", &definition)),
    ];
    if figure.tables.iter().all(FigureTable::is_empty) {
        blocks.push(Block::text(texts.get("paper-statistics-empty")));
        return blocks;
    }
    for table in &figure.tables {
        let said = sentence(texts, table);
        blocks.push(Block::heading(3, &table.by));
        blocks.push(Block::text(&said));
        let alternative = format!("{}. {}. {said}", texts.with("plot-title", &[("name", &figure.name)]), table.by);
        blocks.extend(pictures(table, PLOT).into_iter().map(|picture| Block::Figure { picture, alternative: alternative.clone() }));
        blocks.extend(tables(texts, table));
    }
    blocks
}

/// A table; several where its columns are too many for the width of a page.
fn tables(texts: &Texts, table: &FigureTable) -> Vec<Block> {
    let all = table.heads.len();
    let parts = all.div_ceil(MOST_COLUMNS).max(1);
    let each = all.div_ceil(parts).max(1);
    let numbered = |part: usize| {
        let (part, parts) = ((part + 1).to_string(), parts.to_string());
        texts.with("paper-statistics-part", &[("by", &table.by), ("part", &part), ("parts", &parts)])
    };
    let one = |(part, heads): (usize, &[String])| {
        let row = |row: &FigureRow| {
            let cells = row.cells.iter().skip(part * each).take(each).map(FigureCell::whole_words);
            std::iter::once(row.label.clone()).chain(cells).collect()
        };
        Block::Table {
            head: std::iter::once(table.by.clone()).chain(heads.iter().cloned()).collect(),
            widths: std::iter::once(1.7).chain(heads.iter().map(|_| 1.0)).collect(),
            rows: table.rows.iter().map(row).collect(),
            caption: (parts > 1).then(|| numbered(part)),
        }
    };
    table.heads.chunks(each).enumerate().map(one).collect()
}
