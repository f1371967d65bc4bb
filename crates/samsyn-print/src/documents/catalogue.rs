//! Vart vänder man sig, on paper: units that somebody can turn to, to be given to the person in the hand. It tells nothing of anybody.

use super::words::{joined, sentence};
use super::{of_no_case, start_of};
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::NaiveDate;
use samsyn_plan::catalogue::Unit;
use samsyn_plan::codes::Coded;
use samsyn_plan::places::{self, Municipality};
use samsyn_plan::profile::Organisation;
use std::sync::Arc;

/// Units that somebody can turn to, in the order in which they come, each with what is known of it.
pub fn units(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    units: &[Unit],
    municipalities: &[Municipality],
    today: NaiveDate,
) -> Document {
    let lead = if units.is_empty() { "paper-units-none" } else { "paper-units-lead" };
    let said = units.iter().flat_map(|unit| {
        let facts = facts(texts, unit, municipalities);
        let known = if facts.is_empty() { Block::text(texts.get("paper-units-unknown")) } else { Block::Facts(facts) };
        [Block::heading(1, name(texts, unit)), known]
    });
    let end = Block::note(texts.with("paper-units-day", &[("day", &today.to_string())]));
    let blocks = std::iter::once(Block::lead(texts.get(lead))).chain(said).chain([end]).collect();
    // Large type: it is given to somebody in the hand.
    Document { large_type: true, ..of_no_case(texts, organisation, logo, texts.get("paper-units-title"), start_of(today), blocks) }
}

fn name(texts: &Texts, unit: &Unit) -> String {
    match unit.unit.trim() {
        "" if unit.organisation.trim().is_empty() => texts.get("paper-units-unnamed"),
        "" => unit.organisation.trim().to_owned(),
        name => sentence(name),
    }
}

/// What is known of a unit: what is empty is left out.
fn facts(texts: &Texts, unit: &Unit, municipalities: &[Municipality]) -> Vec<(String, String)> {
    let codes = |codes: Vec<String>| codes.iter().map(|key| texts.get(key)).collect::<Vec<_>>().join(", ");
    let organisation = if unit.unit.trim().is_empty() { "" } else { unit.organisation.trim() };
    let municipality = places::municipality(municipalities, &unit.municipality).map(|found| found.name.clone());
    let approach =
        joined([unit.approach.map(|approach| texts.get(&approach.text_key())).unwrap_or_default().as_str(), &unit.approach_note], ". ");
    let ways = [&unit.web, &unit.email, &unit.digital].map(|way| way.trim()).into_iter().filter(|way| !way.is_empty());
    let known = joined([unit.source.trim(), unit.checked_on.trim()], ", ");
    let facts = [
        ("paper-units-organisation", organisation.to_owned()),
        ("paper-units-phone", unit.phone.clone()),
        ("paper-units-hours", unit.hours.clone()),
        ("paper-units-does", unit.does.clone()),
        ("paper-units-does-not", unit.does_not.clone()),
        ("paper-units-areas", sentence(&codes(unit.areas.iter().map(|area| area.text_key()).collect()))),
        ("paper-units-ages", ages(texts, unit)),
        ("paper-units-municipality", municipality.unwrap_or_default()),
        ("paper-units-approach", approach),
        ("paper-units-address", unit.address.clone()),
        ("paper-units-obstacles", unit.obstacles.clone()),
        ("paper-units-ways", ways.collect::<Vec<_>>().join("\n")),
        ("paper-units-source", known),
    ];
    let filled = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(key, value)| (texts.get(key), value.trim().to_owned())).collect()
}

/// The ages that a unit is for, as typed.
fn ages(texts: &Texts, unit: &Unit) -> String {
    let (from, to) = (unit.ages_from.trim(), unit.ages_to.trim());
    let key = match (from, to) {
        ("", "") => return String::new(),
        (_, "") => "unit-ages-from",
        ("", _) => "unit-ages-to",
        _ => "unit-ages-between",
    };
    texts.with(key, &[("from", from), ("to", to)])
}
