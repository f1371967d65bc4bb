//! A year's tables as pictures on the page, on paper and as a workbook.

use super::{
    GivenOut, StatisticsFile, give_out,
    told::{WORDS, term, told},
};
use crate::{App, AppError, Code, act::Call, topics::documents::of_no_case, words::texts};
use chrono::NaiveDate;
use samsyn_print::{
    documents::{self, StatisticsFigure, StatisticsGroup, StatisticsPaper},
    picture::{Frame, Picture},
    plot,
};
use samsyn_statistics::{Publication, StatisticsTable, WordSheet, xlsx};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the page's plots are drawn in, in pixels of a page that is as wide as they. As high as it needs to be, each is one.
const FRAME: Frame = Frame { width: 680.0, height: f32::INFINITY, letters: 14.0 };

/// A table as a plot, in the order of the tables.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct TablePlot {
    /// What stands out in it, in words.
    said: String,
    /// The plot: several pictures where the columns do not stand beside each other, none where there is nothing to tell.
    pictures: Vec<Picture>,
}

/// A plot for each table.
pub(crate) fn plots(publication: &Publication) -> Vec<TablePlot> {
    let plot = |table: &StatisticsTable| {
        let table = told(table, publication.shown_below);
        TablePlot { said: plot::sentence(texts(), &table), pictures: plot::pictures(&table, FRAME) }
    };
    publication.tables.iter().map(plot).collect()
}

/// The tables of a year on paper.
pub(super) fn report(app: &mut App, call: &Call, request: StatisticsFile) -> Result<Vec<u8>, AppError> {
    let given = give_out(app, call, request.year)?;
    let session = app.session()?;
    let paper = documents::statistics(texts(), &session.organisation, session.logo.as_ref(), &paper(&given, call.today));
    of_no_case(session, paper)
}

fn paper(given: &GivenOut, today: NaiveDate) -> StatisticsPaper {
    let GivenOut { hurt, publication } = given;
    let groups = WORDS.groups.iter().map(|group| StatisticsGroup {
        title: term("statistics-group", &group.group),
        figures: group.definitions.iter().filter_map(|definition| figure(publication, definition)).collect(),
    });
    StatisticsPaper { year: publication.year, today, shown_below: publication.shown_below, hurt: *hurt, groups: groups.collect() }
}

/// What a definition says of the year.
fn figure(publication: &Publication, definition: &str) -> Option<StatisticsFigure> {
    let tables: Vec<&StatisticsTable> = publication.tables.iter().filter(|table| table.definition == definition).collect();
    let first = tables.first()?;
    Some(StatisticsFigure {
        name: term("statistics-def", definition),
        means: term("statistics-def", &format!("{definition}-means")),
        version: first.version,
        since: first.since,
        source: term("statistics-source", &first.source),
        tables: tables.iter().map(|table| told(table, publication.shown_below)).collect(),
    })
}

/// The tables of a year as a workbook.
pub(super) fn workbook(app: &mut App, call: &Call, request: StatisticsFile) -> Result<Vec<u8>, AppError> {
    let publication = give_out(app, call, request.year)?.publication;
    let words = |what: &str| texts().get(&format!("statistics-workbook-{what}"));
    let definitions = WORDS.groups.iter().flat_map(|group| &group.definitions).filter_map(|code| Some((code, figure(&publication, code)?)));
    let row = |(code, figure): (&String, StatisticsFigure)| {
        vec![code.clone(), figure.version.to_string(), figure.since.to_string(), figure.name, figure.means, figure.source]
    };
    let sheet = WordSheet {
        name: words("definitions"),
        heads: ["code", "version", "since", "name", "means", "source"].map(words).to_vec(),
        rows: definitions.map(row).collect(),
    };
    xlsx(&publication, &words("figures"), &sheet, call.today).map_err(|_| AppError::new(Code::Internal))
}

#[cfg(test)]
mod tests;
