//! The data that the program is built with: county profiles, references to the law, and the places of Sweden.

use samsyn_exchange::table;
use samsyn_plan::{
    law::LawReference,
    places::{County, Municipality},
    profile::Profile,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kommuner and län of Sweden.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Places {
    /// The län with their regioner.
    pub(crate) counties: Vec<County>,
    /// The kommuner.
    pub(crate) municipalities: Vec<Municipality>,
}

/// The county profiles: one for each län, and an empty one last. Most know no more than their region and their kommuner.
pub(crate) fn profiles(places: &Places) -> Vec<Profile> {
    let written: Vec<Profile> =
        [include_str!("../../../assets/profiles/jamtland-harjedalen.json"), include_str!("../../../assets/profiles/norrbotten.json")]
            .iter()
            .filter_map(|text| serde_json::from_str(text).ok())
            .collect();
    let empty: Option<Profile> = serde_json::from_str(include_str!("../../../assets/profiles/empty.json")).ok();
    let of_county = |county: &County| {
        let written = written.iter().find(|profile| profile.county == county.name).cloned();
        written.or_else(|| empty.as_ref().map(|empty| bare(empty, county, &places.municipalities)))
    };
    places.counties.iter().filter_map(of_county).chain(empty.clone()).collect()
}

/// The profile of a län of which nothing but its places is known.
fn bare(empty: &Profile, county: &County, municipalities: &[Municipality]) -> Profile {
    Profile {
        code: format!("county-{}", county.code),
        county: county.name.clone(),
        region: county.region.clone(),
        municipalities: municipalities.iter().filter(|each| county.holds(each)).map(|each| each.name.clone()).collect(),
        ..empty.clone()
    }
}

/// The references to the law, with the days on which they are in force.
pub(crate) fn law() -> Vec<LawReference> {
    serde_json::from_str(include_str!("../../../assets/law.json")).unwrap_or_default()
}

/// The kommuner and län of Sweden, in the order of their codes.
pub(crate) fn places() -> Places {
    let county = |row: Vec<String>| <[String; 3]>::try_from(row).ok().map(|[code, name, region]| County { code, name, region });
    let municipality = |row: Vec<String>| <[String; 2]>::try_from(row).ok().map(|[code, name]| Municipality { code, name });
    Places {
        counties: rows(include_bytes!("../../../assets/places/counties.csv")).filter_map(county).collect(),
        municipalities: rows(include_bytes!("../../../assets/places/municipalities.csv")).filter_map(municipality).collect(),
    }
}

fn rows(file: &[u8]) -> impl Iterator<Item = Vec<String>> {
    table::read(file).map(|table| table.rows).unwrap_or_default().into_iter().map(|(_, row)| row)
}

#[cfg(test)]
mod tests;
