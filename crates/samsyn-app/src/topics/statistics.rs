//! The store's own figures: those of a period for oneself, and the tables of a year for others.

mod report;
mod told;

use crate::{
    App, AppError, Code,
    act::{Call, date},
    describe::{byte_commands, commands},
    topics::catalogue::Lists,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
pub(super) use report::{TablePlot, plots};
use samsyn_exchange::table;
use samsyn_plan::{case::Case, codes::Activity, ids::CaseId, profile::Profile, statistics::SHOWN_BELOW};
use samsyn_statistics::{
    Definition, Facts, Figures, HEAD, Publication, Selection, Setting, Sums, cells, count, definitions, figures, publication,
};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

commands! {
    "statistics.show" Read [EmptyField, DateUnreadable, OpeningNotLogged] show: StatisticsShow => Figures;
    "statistics.tables" Read [InvalidValue, OpeningNotLogged] tables: StatisticsTables => YearTables;
}

byte_commands! {
    "statistics.file" Read [OpeningNotLogged] file: StatisticsFile;
    "statistics.workbook" Read [OpeningNotLogged] report::workbook: StatisticsFile;
    "statistics.report" Read [OpeningNotLogged] report::report: StatisticsFile;
}

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
/// Of a selection they are for the screen alone.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatisticsTables {
    /// The year; nothing for this one.
    year: Option<i32>,
    /// Which rows are counted; all of them where nothing is said.
    #[serde(default)]
    selection: Selection,
}

/// The tables of a calendar year as a file. They are given out by it, which is entered and kept.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatisticsFile {
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
    /// The codes that there is something to count of, for each column that rows can be chosen by.
    choices: BTreeMap<String, Vec<String>>,
    /// The tables.
    publication: Publication,
    /// The tables of the same part of the year before; nothing where that was before the first case.
    before: Option<Publication>,
    /// Whether the period still runs, so that the year before had more time.
    runs: bool,
    /// When the year's tables were last given out.
    given_out: Option<DateTime<Utc>>,
    /// A plot for each table, in their order.
    plots: Vec<TablePlot>,
}

fn show(app: &mut App, _: &Call, request: StatisticsShow) -> Result<Figures, AppError> {
    let (from, to) = (date("from", &request.from)?, date("to", &request.to)?);
    let (cases, hurt) = counted(app)?;
    Ok(Figures { hurt, ..figures(&cases, from, to) })
}

fn tables(app: &mut App, call: &Call, request: StatisticsTables) -> Result<YearTables, AppError> {
    let StatisticsTables { year, selection } = request;
    if selection.unknown_column().is_some() {
        return Err(AppError::at(Code::InvalidValue, "selection"));
    }
    let this_year = call.today.year();
    let year = year.unwrap_or(this_year);
    let Counted { facts, hurt, first_year } = counted_facts(app, call.today)?;
    let choices = facts.choices();
    let facts = facts.selected(&selection);
    // What was given out were never tables of a selection.
    let earlier = |year| if selection.is_everything() { given_out(app, year) } else { Ok(Vec::new()) };
    let before = (year > first_year).then(|| tables_of(app, &facts, year - 1, &earlier(year - 1)?)).transpose()?;
    let publication = tables_of(app, &facts, year, &earlier(year)?)?;
    Ok(YearTables {
        hurt,
        years: (first_year..=this_year).rev().collect(),
        choices,
        plots: plots(&publication),
        publication,
        before,
        runs: year == this_year && last_quarter(&selection) > call.today.month0() / 3,
        given_out: app.read(|reader| Ok(store::tables::last_given_out(reader, year)?))?,
    })
}

fn file(app: &mut App, call: &Call, request: StatisticsFile) -> Result<Vec<u8>, AppError> {
    Ok(csv(&give_out(app, call, request.year)?.publication))
}

/// Tables as a file for a spreadsheet, a row a figure.
pub(super) fn csv(publication: &Publication) -> Vec<u8> {
    let rows = cells(publication);
    table::write(&HEAD, rows.iter().map(Vec::as_slice))
}

/// The tables of a year on their way to others. Every way out passes here: it is entered in the access log, and the tables are
/// kept, so that later ones are hidden with these in mind.
fn give_out(app: &mut App, call: &Call, year: Option<i32>) -> Result<GivenOut, AppError> {
    let year = year.unwrap_or(call.today.year());
    let Counted { facts, hurt, .. } = counted_facts(app, call.today)?;
    let publication = tables_of(app, &facts, year, &given_out(app, year)?)?;
    let content = serde_json::to_string(&publication).map_err(|_| AppError::new(Code::Internal))?;
    app.enter_given_out(call, year, Some(content))?;
    Ok(GivenOut { publication, hurt })
}

/// The tables of a year on their way to others.
struct GivenOut {
    publication: Publication,
    /// Cases that could not be read.
    hurt: u32,
}

/// The tables of a year that have been given out, the first first.
fn given_out(app: &App, year: i32) -> Result<Vec<Publication>, AppError> {
    let kept = app.read(|reader| Ok(store::tables::publications_of(reader, year)?))?;
    // What cannot be held against what was given out is not shown.
    kept.iter().map(|kept| serde_json::from_str(&kept.content).map_err(|_| AppError::new(Code::Internal))).collect()
}

fn tables_of(app: &App, facts: &Facts, year: i32, earlier: &[Publication]) -> Result<Publication, AppError> {
    let definitions = definitions().map_err(|_| AppError::new(Code::Internal))?;
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, facts)).collect();
    Ok(publication(year, &definitions, &sums, earlier, shown_below(app)?))
}

/// What the store's own cases and first contacts count.
pub(super) struct OwnSums {
    pub(super) definitions: Vec<Definition>,
    pub(super) sums: Vec<Sums>,
    /// The years in which something happened, the newest first.
    pub(super) years: Vec<i32>,
    /// Cases that could not be read, and so are not counted.
    pub(super) hurt: u32,
}

pub(super) fn own_sums(app: &App, call: &Call) -> Result<OwnSums, AppError> {
    let Counted { facts, hurt, first_year } = counted_facts(app, call.today)?;
    let definitions = definitions().map_err(|_| AppError::new(Code::Internal))?;
    let sums = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    Ok(OwnSums { definitions, sums, years: (first_year..=call.today.year()).rev().collect(), hurt })
}

/// Counts from 1 to below this are not told.
pub(super) fn shown_below(app: &App) -> Result<u32, AppError> {
    Ok(app.profile()?.shown_below.max(*SHOWN_BELOW.start()))
}

/// The last quarter of a selection, from 1 to 4.
fn last_quarter(selection: &Selection) -> u32 {
    let chosen = selection.codes("quarter").unwrap_or_default();
    chosen.iter().filter_map(|code| code.parse().ok()).max().unwrap_or(4)
}

/// What tables are counted from.
pub(crate) struct Counted {
    pub(crate) facts: Facts,
    /// Cases that could not be read.
    pub(crate) hurt: u32,
    /// The year of the first case or first contact.
    pub(crate) first_year: i32,
}

/// The facts of every case and first contact that the user may open.
pub(crate) fn counted_facts(app: &App, today: NaiveDate) -> Result<Counted, AppError> {
    let (cases, hurt) = counted(app)?;
    let contacts = app.contacts(today)?;
    let activities = activities(app)?;
    // Units have their names by the catalogue, which the profile only begins; ended ones too, since they once were called.
    let profile = app.profile()?;
    let units = app.read(|reader| Ok(Lists::read(reader, profile)?))?.units;
    let profile = Profile { units, ..profile.clone() };
    let setting = Setting { today, profile: &profile, activities: &activities };
    let mut facts = Facts::draw(&cases, &setting);
    let by_id: HashMap<CaseId, &Case> = cases.iter().map(|case| (case.id, case)).collect();
    let with_case = contacts.iter().map(|contact| (contact, contact.case.and_then(|case| by_id.get(&case).copied())));
    facts.draw_contacts(with_case, &setting);
    let begun = cases.iter().map(|case| case.opened_at).chain(contacts.iter().map(|contact| contact.entered_at));
    let first_year = begun.map(|at| at.year()).min().unwrap_or(today.year());
    Ok(Counted { facts, hurt, first_year })
}

/// What the unit that opened each case works with.
fn activities(app: &App) -> Result<BTreeMap<CaseId, Activity>, AppError> {
    let unit = app.session()?.unit_activity();
    let guards = app.read(|reader| Ok(store::tables::case_guards(reader)?))?;
    Ok(guards.into_iter().filter_map(|(case, guard)| Some((case, guard.activity(unit)?))).collect())
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

/// Made-up cases, for the tests of this topic.
#[cfg(test)]
#[path = "../../../samsyn-statistics/src/testing/mod.rs"]
mod made_up;

#[cfg(test)]
mod tests;
