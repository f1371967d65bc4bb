//! Names that tell where somebody protected is: a school's or a unit's. Whoever may not know that gets the words for what kind
//! of party it is instead, wherever the name stands (21 kap. 3 § OSL).

use super::may_know_where;
use crate::{
    case::Case,
    codes::PartyKind,
    drafts::Party,
    gate::Permit,
    plan::{self, Plan},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What a party is called by its kind alone, such as "skola".
pub type KindWords = fn(Option<PartyKind>) -> String;

/// Shorter names occur in other words.
const SHORTEST_NAME: usize = 3;

/// The parties whose names a recipient may not know.
fn hidden<'a>(case: &'a Case, permit: &Permit) -> Vec<&'a Party> {
    if !case.has_protected_data() || may_know_where(case, permit) {
        return Vec::new();
    }
    case.parties.iter().filter(|party| party.reveals && permit.recipient().party() != Some(party.id)).collect()
}

/// The names that are hidden of a party: its unit's and its organisation's, but for what a party that reveals nothing is called too.
fn names<'a>(case: &'a Case, party: &'a Party) -> impl Iterator<Item = &'a str> {
    let told =
        |name: &str| case.parties.iter().any(|other| !other.reveals && [other.unit.trim(), other.organisation.trim()].contains(&name));
    let names = [party.unit.trim(), party.organisation.trim()].into_iter();
    names.filter(move |name| name.chars().count() >= SHORTEST_NAME && !told(name))
}

/// Whether a text holds a name that the recipient may not know.
pub(super) fn tells_a_name(case: &Case, permit: &Permit, text: &str) -> bool {
    hidden(case, permit).into_iter().any(|party| names(case, party).any(|name| text.contains(name)))
}

/// Puts the words of their kinds in the place of hidden names: of the parties, in all that is written, and in what is frozen.
pub(super) fn veil_names(case: &Case, seen: &mut Case, permit: &Permit, words: KindWords) {
    for party in hidden(case, permit) {
        let kind = words(party.kind);
        if let Some(row) = seen.parties.iter_mut().find(|row| row.id == party.id) {
            *row = Party { unit: kind.clone(), ..nameless(row) };
        }
        for name in names(case, party) {
            for version in &mut seen.versions {
                let told = plan::thaw(&version.content).and_then(|plan| in_plan(&plan, name, &kind));
                version.content = told.and_then(|plan| serde_json::to_string(&plan).ok()).unwrap_or_default();
            }
            // A name that is also one of the program's codes makes no case any more; what is typed then stays as it is.
            if let Some(told) = replaced(seen, name, &kind) {
                *seen = told;
            }
        }
    }
}

/// The party without anything by which it could be looked up.
fn nameless(party: &Party) -> Party {
    let blank = String::new;
    Party { organisation: blank(), name: blank(), title: blank(), phone: blank(), address: blank(), ..party.clone() }
}

/// A frozen plan with the name replaced, but for the organisation that keeps the case.
fn in_plan(plan: &Plan, name: &str, words: &str) -> Option<Plan> {
    Some(Plan { organisation: plan.organisation.clone(), ..replaced(plan, name, words)? })
}

fn replaced<T: Serialize + DeserializeOwned>(record: &T, name: &str, words: &str) -> Option<T> {
    let mut value = serde_json::to_value(record).ok()?;
    replace(&mut value, name, words);
    serde_json::from_value(value).ok()
}

fn replace(value: &mut Value, name: &str, words: &str) {
    match value {
        Value::String(text) if text.contains(name) => *text = text.replace(name, words),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, name, words)),
        Value::Object(fields) => fields.values_mut().for_each(|value| replace(value, name, words)),
        _ => {}
    }
}
