//! The data that the program is built with: county profiles and references to the law.

use samsyn_plan::{law::LawReference, profile::Profile};

/// The county profiles, an empty one last.
pub(crate) fn profiles() -> Vec<Profile> {
    [
        include_str!("../../../assets/profiles/jamtland-harjedalen.json"),
        include_str!("../../../assets/profiles/norrbotten.json"),
        include_str!("../../../assets/profiles/empty.json"),
    ]
    .iter()
    .filter_map(|text| serde_json::from_str(text).ok())
    .collect()
}

/// The references to the law, with the days on which they are in force.
pub(crate) fn law() -> Vec<LawReference> {
    serde_json::from_str(include_str!("../../../assets/law.json")).unwrap_or_default()
}
