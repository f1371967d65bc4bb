//! Definitions: what to count, as versioned data. Their words stand in the texts under `statistics-def-<code>`.

use crate::facts::{FRAME, Fact};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What one figure is. A changed meaning is a new version, so that figures of two versions are never added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its code, stable in files.
    pub code: String,
    /// 1, 2, 3 …
    pub version: u32,
    /// The first day on which this version was in force.
    pub since: NaiveDate,
    /// What is counted.
    pub fact: Fact,
    /// How.
    pub measure: Measure,
    /// By which columns; a table each, with a row for each code.
    pub by: Vec<String>,
    /// Where the need of the figure stands, or the rule behind it.
    pub source: String,
}

/// How rows become a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// How many, and how many with each code of another column.
    Count {
        /// The other column.
        #[serde(default)]
        across: Option<String>,
    },
    /// How many in a hundred.
    Share {
        /// The column that says it.
        column: String,
        /// The codes that are counted: the numerator.
        of: Vec<String>,
        /// The codes that they are counted among, the former left out: the rest of the denominator. Others are left out.
        rest: Vec<String>,
    },
    /// The mean of a number, where there is one.
    Mean {
        /// The number.
        number: String,
    },
    /// The median of a number, where there is one.
    Median {
        /// The number.
        number: String,
    },
    /// How many with a number in each class.
    Histogram {
        /// The number.
        number: String,
        /// The first number of each class but the lowest, which begins at the bottom. In order.
        from: Vec<i16>,
    },
}

/// Why definitions cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionError {
    /// It is no list of definitions.
    #[error("the definitions cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A column or a number that the fact does not have.
    #[error("{0} asks for {1}, which its fact does not have")]
    NoSuchColumn(String, String),
}

/// The definitions that the program is built with.
pub fn definitions() -> Result<Vec<Definition>, DefinitionError> {
    read(include_str!("../../../assets/statistics/definitions.json"))
}

fn read(text: &str) -> Result<Vec<Definition>, DefinitionError> {
    let read: Vec<Definition> = serde_json::from_str(text)?;
    for definition in &read {
        let has_column = |name: &str| FRAME.contains(&name) || definition.fact.columns().contains(&name);
        let (columns, number) = definition.measure.asks_for();
        let column = columns.into_iter().chain(definition.by.iter().map(String::as_str)).find(|name| !has_column(name));
        let number = number.filter(|name| !definition.fact.numbers().contains(name));
        if let Some(name) = column.or(number) {
            return Err(DefinitionError::NoSuchColumn(definition.code.clone(), name.to_owned()));
        }
    }
    Ok(read)
}

impl Measure {
    fn asks_for(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::Count { across } => (across.as_deref(), None),
            Self::Share { column, .. } => (Some(column), None),
            Self::Mean { number } | Self::Median { number } | Self::Histogram { number, .. } => (None, Some(number)),
        }
    }

    /// The name of what a table's columns are split by: equal for measures that split rows alike, empty where nothing is split.
    pub(crate) fn split(&self) -> &str {
        let (column, number) = self.asks_for();
        column.or(number).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
