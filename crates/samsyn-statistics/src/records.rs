//! A publication as records of a file: one for each figure, under codes that never change.

use crate::{Publication, Shown};

/// The columns' codes.
pub const HEAD: [&str; 11] = ["definition", "version", "measure", "year", "by", "row", "column", "shown", "value", "count", "of"];

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Field<'a> {
    /// A code, or a name in the place of one.
    Text(&'a str),
    /// A figure.
    Number(f64),
    /// Nothing is told.
    Nothing,
}

/// A record for each figure as the cells of a Swedish spreadsheet, under [`HEAD`]: decimal commas, nothing where nothing is told.
/// The files of two organisations can be laid together.
pub fn cells(publication: &Publication) -> Vec<Vec<String>> {
    let cell = |field: &Field<'_>| match field {
        Field::Text(text) => (*text).to_owned(),
        Field::Number(number) => number.to_string().replace('.', ","),
        Field::Nothing => String::new(),
    };
    records(publication).map(|record| record.iter().map(cell).collect()).collect()
}

/// A record for each figure, in the order of the tables.
pub(crate) fn records(publication: &Publication) -> impl Iterator<Item = [Field<'_>; HEAD.len()]> {
    let number = |number: Option<u32>| number.map_or(Field::Nothing, |number| Field::Number(f64::from(number)));
    let year = Field::Number(f64::from(publication.year));
    publication.tables.iter().flat_map(move |table| {
        let year = year.clone();
        table.rows.iter().flat_map(move |row| {
            let year = year.clone();
            table.columns.iter().zip(&row.cells).map(move |(column, cell)| {
                let shown = match cell.shown {
                    Shown::Number => "number",
                    Shown::Few => "few",
                    Shown::Hidden => "hidden",
                };
                [
                    Field::Text(&table.definition),
                    Field::Number(f64::from(table.version)),
                    Field::Text(&table.measure),
                    year.clone(),
                    Field::Text(&table.by),
                    Field::Text(&row.code),
                    Field::Text(column),
                    Field::Text(shown),
                    cell.value.map_or(Field::Nothing, Field::Number),
                    number(cell.count),
                    number(cell.of),
                ]
            })
        })
    })
}

#[cfg(test)]
mod tests;
