//! What must stand in a store, by what was acknowledged; and whether it does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use samsyn_app::{App, AppError};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Step, open};

/// The words that must stand in each case.
#[derive(Clone, Debug, Default)]
pub struct Held {
    cases: BTreeMap<String, BTreeSet<String>>,
}

impl Held {
    /// A step has been acknowledged, on this case where it was on any.
    pub fn acknowledged(&mut self, step: &Step, case: Option<&str>) {
        if let Some(case) = case {
            let words = self.cases.entry(case.to_owned()).or_default();
            *words = step.after(words);
        }
    }

    /// The cases.
    pub fn cases(&self) -> BTreeSet<String> {
        self.cases.keys().cloned().collect()
    }

    /// Opens the store of a place and reads each case without checking anything first: what is shown and was never written, or
    /// not shown and no refusal. A store or a case that is refused shows nothing.
    pub fn wrong_words(&self, place: &Path) -> Vec<String> {
        let Ok(mut app) = open(place) else { return Vec::new() };
        let mut wrong = Vec::new();
        for (case, expected) in &self.cases {
            match words_of(&mut app, case) {
                Ok(found) if found != *expected => wrong.push(format!("{case}: {found:?}")),
                _ => {}
            }
        }
        wrong
    }

    /// Opens a salvaged store and reads each case: what is shown and was never written. Less than there was is right.
    ///
    /// # Panics
    /// When the store does not open.
    pub fn made_up_words(&self, place: &Path) -> Vec<String> {
        let mut app = open(place).unwrap();
        let mut made_up = Vec::new();
        for case in listed(&mut app).unwrap() {
            let known = self.cases.get(&case).cloned().unwrap_or_default();
            let found = words_of(&mut app, &case).unwrap_or_default();
            made_up.extend(found.difference(&known).map(|word| format!("{case}: {}", beginning(word))));
        }
        made_up
    }

    /// Reads some of the cases, or all, and says whether the step that was under way has been done. The error says what is
    /// lost, or there and never acknowledged.
    pub fn check(&self, app: &mut App, only: Option<&BTreeSet<String>>, under_way: Option<&Step>) -> Result<bool, String> {
        let refused = |refusal: AppError| format!("refused: {refusal:?}");
        let listed = listed(app).map_err(refused)?;
        if let Some(lost) = self.cases.keys().find(|case| !listed.contains(*case)) {
            return Err(format!("the case {lost} is lost"));
        }
        let mut done = false;
        for case in listed.iter().filter(|case| !self.cases.contains_key(*case)) {
            let begun = under_way.filter(|step| step.command == "case.open").map(|step| &step.here);
            if Some(&words_of(app, case).map_err(refused)?) != begun {
                return Err(format!("nobody opened the case {case}"));
            }
            done = true;
        }
        for (case, expected) in self.cases.iter().filter(|(case, _)| only.is_none_or(|only| only.contains(*case))) {
            let found = words_of(app, case).map_err(refused)?;
            if found == *expected {
                continue;
            }
            if under_way.is_none_or(|step| step.case() != Some(case) || step.after(expected) != found) {
                let lost: Vec<_> = expected.difference(&found).map(|word| beginning(word)).collect();
                let surplus: Vec<_> = found.difference(expected).map(|word| beginning(word)).collect();
                return Err(format!("the case {case} has lost {lost:?}, and has {surplus:?} that nobody acknowledged"));
            }
            done = true;
        }
        Ok(done)
    }
}

fn beginning(word: &str) -> &str {
    word.split_inclusive('.').next().unwrap_or(word)
}

fn listed(app: &mut App) -> Result<BTreeSet<String>, AppError> {
    let cases = app.call("case.list", json!({}))?;
    Ok(cases.as_array().unwrap().iter().map(|case| case.get("case").and_then(Value::as_str).unwrap().to_owned()).collect())
}

/// How a file's content stands among the words.
pub(super) fn content(bytes: &[u8]) -> String {
    format!("w content {}", hex::encode(Sha256::digest(bytes)))
}

/// The words that stand in a case, its files' content among them.
fn words_of(app: &mut App, case: &str) -> Result<BTreeSet<String>, AppError> {
    let view = app.call("case.show", json!({ "case": case }))?;
    let mut words = BTreeSet::new();
    let held = view.get("case").unwrap();
    collect(held, &mut words);
    for (list, field) in [("goals", "text"), ("offers", "who"), ("attachments", "label")] {
        let mut once = BTreeSet::new();
        let records = held.get(list).and_then(Value::as_array).unwrap().iter();
        words.extend(records.filter_map(|record| record.get(field)?.as_str()).filter(|word| !once.insert(*word)).map(twice));
    }
    for attachment in held.get("attachments").and_then(Value::as_array).unwrap() {
        let request = json!({ "case": case, "attachment": attachment.get("id") });
        words.insert(content(&app.call_for_bytes("attachment.show", request)?));
    }
    Ok(words)
}

/// How a word stands among the words that was asked for once and written twice. None is expected.
fn twice(word: &str) -> String {
    format!("twice: {}", beginning(word))
}

fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.starts_with('w') && text.ends_with('.') => drop(words.insert(text.clone())),
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, words)),
        _ => {}
    }
}
