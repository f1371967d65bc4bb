//! Names that tell where somebody protected is: a school's or a unit's. Whoever may not know that gets the words for what kind
//! of party it is instead, wherever the name stands (21 kap. 3 § OSL).
//!
//! A name stands in a text, in whatever capitals, where no letter or digit comes right before it, and nothing but the s of a
//! genitive right after it. Where more follows in the same word, as in `Fjällskolanelev`, a name of six letters or more hides the
//! whole word, while a shorter one hides nothing: `Rehab` is no part of `rehabilitering`.

use super::{may_know_where, veiled_person};
use crate::text::is_alike;
use crate::{
    case::Case,
    codes::PartyKind,
    drafts::Party,
    gate::Permit,
    person::Person,
    plan::{self, Plan},
};
use chrono::{DateTime, NaiveDate, NaiveTime};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::mem::take;

/// What a party is called by its kind alone, such as "skola".
pub type KindWords = fn(Option<PartyKind>) -> String;

/// Shorter names are as often words or abbreviations of something else.
const SHORTEST_NAME: usize = 3;

/// The letters from which on a name tells where somebody is even as the beginning of a longer word.
const LONG_NAME: usize = 6;

/// The parties whose names a recipient may not know.
fn hidden<'a>(case: &'a Case, permit: &Permit) -> Vec<&'a Party> {
    if !case.has_protected_data() || may_know_where(case, permit) {
        return Vec::new();
    }
    case.parties.iter().filter(|party| party.reveals && permit.recipient().party() != Some(party.id)).collect()
}

/// The names that are hidden of a party: its unit's and its organisation's, but for what a party that reveals nothing is called too.
fn names<'a>(case: &'a Case, party: &'a Party) -> impl Iterator<Item = &'a str> {
    let told = |name: &str| {
        case.parties.iter().any(|other| !other.reveals && [&other.unit, &other.organisation].iter().any(|own| is_alike(own, name)))
    };
    let names = [party.unit.trim(), party.organisation.trim()].into_iter();
    names.filter(move |name| name.chars().count() >= SHORTEST_NAME && !told(name))
}

/// Whether a text holds a name that the recipient may not know.
pub(super) fn tells_a_name(case: &Case, permit: &Permit, text: &str) -> bool {
    hidden(case, permit).into_iter().any(|party| names(case, party).any(|name| holds(text, name)))
}

/// Puts the words of their kinds in the place of hidden names: of the parties, in all that is written, and in what is frozen.
pub(super) fn veil_names(case: &Case, seen: &mut Case, permit: &Permit, words: KindWords) {
    for party in hidden(case, permit) {
        let kind = words(party.kind);
        if let Some(row) = seen.parties.iter_mut().find(|row| row.id == party.id) {
            *row = Party { unit: kind.clone(), ..nameless(row) };
        }
        for name in names(case, party) {
            // What is frozen is text to the case, and a record of its own in truth.
            let frozen: Vec<String> = seen.versions.iter_mut().map(|version| in_frozen(&take(&mut version.content), name, &kind)).collect();
            *seen = replaced(seen, name, &kind).unwrap_or_else(|| bare(seen));
            for (version, content) in seen.versions.iter_mut().zip(frozen) {
                version.content = content;
            }
        }
    }
}

/// The party without anything by which it could be looked up.
fn nameless(party: &Party) -> Party {
    let blank = String::new;
    Party { organisation: blank(), name: blank(), title: blank(), phone: blank(), address: blank(), ..party.clone() }
}

/// The case without all that people write, for a name that cannot be replaced: what is not there tells nothing.
fn bare(seen: &Case) -> Case {
    let person = Person { language: String::new(), needs: String::new(), ..veiled_person(seen.person.clone()) };
    let home_is_protected = seen.home_is_protected;
    Case { home_is_protected, ..Case::new(seen.id, seen.number.clone(), seen.plan_type, seen.opened_at, person) }
}

/// A frozen plan with the name replaced, but for the organisation that keeps the case. One that is damaged shows nothing.
fn in_frozen(content: &str, name: &str, words: &str) -> String {
    let told = plan::thaw(content).and_then(|plan| Some(Plan { organisation: plan.organisation.clone(), ..replaced(&plan, name, words)? }));
    told.and_then(|plan| serde_json::to_string(&plan).ok()).unwrap_or_default()
}

/// A record with the name replaced in all that is typed. A name that is also one of the program's codes would make no record any
/// more: then whatever could be a code or an identifier is left as it is. Nothing where that makes no record either.
fn replaced<T: Serialize + DeserializeOwned>(record: &T, name: &str, words: &str) -> Option<T> {
    let read = |may_be_typed: fn(&str) -> bool| {
        let mut value = serde_json::to_value(record).ok()?;
        replace(&mut value, name, words, may_be_typed);
        serde_json::from_value(value).ok()
    };
    read(|text| !is_reckoned(text)).or_else(|| read(|text| !is_reckoned(text) && !text.chars().all(is_of_a_code)))
}

/// Whether a text is a point in time, a day, a time of day or a hash: no name stands there.
fn is_reckoned(text: &str) -> bool {
    let is_hash = text.len() == 64 && text.chars().all(|letter| letter.is_ascii_hexdigit());
    is_hash || DateTime::parse_from_rfc3339(text).is_ok() || text.parse::<NaiveDate>().is_ok() || text.parse::<NaiveTime>().is_ok()
}

/// Whether a letter can stand in a code or in an identifier.
fn is_of_a_code(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '_' | '-')
}

fn replace(value: &mut Value, name: &str, words: &str, may_be_typed: fn(&str) -> bool) {
    match value {
        Value::String(text) if may_be_typed(text) => *text = without(text, name, words),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, name, words, may_be_typed)),
        Value::Object(fields) => fields.values_mut().for_each(|value| replace(value, name, words, may_be_typed)),
        _ => {}
    }
}

/// Whether a name stands in a text.
fn holds(text: &str, name: &str) -> bool {
    without(text, name, "").len() < text.len()
}

/// A text with words in the place of a name.
fn without(text: &str, name: &str, words: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    let mut in_word = false;
    while let Some(letter) = rest.chars().next() {
        let left = if in_word && name.starts_with(char::is_alphanumeric) { None } else { beyond(rest, name) };
        if let Some(left) = left {
            told.push_str(words);
            in_word = name.ends_with(char::is_alphanumeric);
            rest = left;
        } else {
            told.push(letter);
            in_word = letter.is_alphanumeric();
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    told
}

/// What is left of a text that begins with a name once the name is hidden: all that follows it, or what follows the word.
fn beyond<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let left = after(text, name)?;
    let next_word = left.trim_start_matches(char::is_alphanumeric);
    let tail = left.strip_suffix(next_word).unwrap_or_default();
    if tail.is_empty() || is_alike(tail, "s") || !name.ends_with(char::is_alphanumeric) {
        return Some(left);
    }
    (name.chars().count() >= LONG_NAME).then_some(next_word)
}

/// What comes after a name that a text begins with.
fn after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut wanted = name.chars().flat_map(char::to_lowercase).peekable();
    let mut letters = text.chars();
    while wanted.peek().is_some() {
        if !letters.next()?.to_lowercase().all(|letter| wanted.next() == Some(letter)) {
            return None;
        }
    }
    Some(letters.as_str())
}
