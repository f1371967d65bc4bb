//! The store's own figures.

mod report;
mod told;

use crate::{
    App, AppError, Code,
    act::{Call, date},
    describe::{byte_commands, commands},
};
use chrono::Datelike;
use report::{TablePlot, plots};
use samsyn_plan::case::Case;
use samsyn_statistics::{Facts, Figures, Publication, Setting, count, csv, definitions, figures, publication};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "statistics.show" Read [EmptyField, DateUnreadable] show: StatisticsShow => Figures;
    "statistics.tables" Read [] tables: StatisticsTables => YearTables;
}

byte_commands! {
    "statistics.file" Read [] file: StatisticsTables;
    "statistics.workbook" Read [] report::workbook: StatisticsTables;
    "statistics.report" Read [] report::report: StatisticsTables;
}

/// The smallest limit that hides anything: below it a cell that is few could be one number alone.
const LEAST_LIMIT: u32 = 3;

/// Counts what happened in a period. The figures hold no person; they are one's own, and small numbers are not hidden.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatisticsShow {
    /// The first day: a date as typed.
    from: String,
    /// The last day: a date as typed.
    to: String,
}

/// The tables of a calendar year, as they may be given to others: what is few is hidden, and what it could be worked out from.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatisticsTables {
    /// The year; nothing for this one.
    year: Option<i32>,
}

/// The tables of a year.
#[derive(Debug, Serialize, TS, JsonSchema)]
pub(crate) struct YearTables {
    /// Cases that could not be read, and so are not counted.
    hurt: u32,
    /// The years in which something happened, the newest first.
    years: Vec<i32>,
    /// The tables.
    publication: Publication,
    /// A plot for each table, in their order.
    plots: Vec<TablePlot>,
}

fn show(app: &mut App, _: &Call, request: StatisticsShow) -> Result<Figures, AppError> {
    let (from, to) = (date("from", &request.from)?, date("to", &request.to)?);
    let (cases, hurt) = counted(app)?;
    Ok(Figures { hurt, ..figures(&cases, from, to) })
}

fn tables(app: &mut App, call: &Call, request: StatisticsTables) -> Result<YearTables, AppError> {
    let (cases, hurt) = counted(app)?;
    let definitions = definitions().map_err(|_| AppError::new(Code::Internal))?;
    let profile = app.profile()?;
    let facts = Facts::draw(&cases, &Setting { today: call.today, profile });
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    let this_year = call.today.year();
    let year = request.year.unwrap_or(this_year);
    let publication = publication(year, &definitions, &sums, &[], profile.shown_below.max(LEAST_LIMIT));
    let opened = cases.iter().map(|case| case.opened_at.year()).min().unwrap_or(this_year);
    Ok(YearTables { hurt, years: (opened..=this_year).rev().collect(), plots: plots(&publication), publication })
}

fn file(app: &mut App, call: &Call, request: StatisticsTables) -> Result<Vec<u8>, AppError> {
    Ok(csv(&tables(app, call, request)?.publication).into_bytes())
}

/// The cases that are counted here, and how many could not be read.
fn counted(app: &App) -> Result<(Vec<Case>, u32), AppError> {
    let found = app.case_lines()?.into_iter().map(|line| app.readable(line.case)).collect::<Result<Vec<_>, _>>()?;
    let hurt = found.iter().filter(|case| case.is_none()).count();
    let mut cases: Vec<_> = found.into_iter().flatten().collect();
    // A case that a colleague has is counted there.
    cases.retain(|case| !case.is_away());
    Ok((cases, u32::try_from(hurt).unwrap_or(u32::MAX)))
}
