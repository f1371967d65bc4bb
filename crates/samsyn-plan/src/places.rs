//! The kommuner, län and regioner of Sweden, by name and code. Their data stand outside the domain.

use crate::names;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kommun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Municipality {
    /// Its code: four digits, of which the first two are the län's.
    pub code: String,
    /// Its name without the word kommun, such as `Östersund`.
    pub name: String,
}

/// A län with its region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct County {
    /// Its code: two digits.
    pub code: String,
    /// Its name, such as `Jämtlands län`.
    pub name: String,
    /// The name of its region, such as `Region Jämtland Härjedalen`.
    pub region: String,
}

impl County {
    /// Whether a kommun lies in the län.
    pub fn holds(&self, municipality: &Municipality) -> bool {
        municipality.code.starts_with(&self.code)
    }
}

/// The kommun that somebody has written, by its code or by its name in whatever letters.
pub fn municipality<'a>(all: &'a [Municipality], written: &str) -> Option<&'a Municipality> {
    let written = names::folded(written.trim());
    all.iter().find(|each| each.code == written || names::folded(&each.name) == written)
}
