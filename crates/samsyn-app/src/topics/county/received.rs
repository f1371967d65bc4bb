//! What other organisations have sent, and the keys that they are known by. Both are settings of the store.

use super::CountyGiven;
use crate::{AppError, Code, act::words};
use chrono::{DateTime, Utc};
use samsyn_exchange::county::Sender;
use samsyn_statistics::Sums;
use samsyn_store::{Reader, Writer, tables};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The figures of one organisation and year. They are not hidden, and so never shown by themselves.
#[derive(Serialize, Deserialize)]
pub(super) struct Received {
    pub(super) sender: Sender,
    pub(super) signed_at: DateTime<Utc>,
    pub(super) program: String,
    pub(super) kept: CountyGiven,
    pub(super) sums: Vec<Sums>,
}

/// One of them, with what it is filed under.
pub(super) struct Filed {
    pub(super) year: i32,
    pub(super) id: String,
    pub(super) received: Received,
}

/// The beginning of the names of the settings that keep files, before the year and whose it is.
const FILES: &str = "county_file:";
/// The setting that keeps who has sent something ever.
const SENDERS: &str = "county_senders";
/// The most characters of a name.
const LONGEST_NAME: usize = 200;
/// The most organisations of one county: the sum of their figures has room for as many.
const MOST_SENDERS: usize = 100;

fn name_of(year: i32, id: &str) -> String {
    format!("{FILES}{year}:{id}")
}

/// Every file that is kept.
pub(super) fn all(reader: &Reader<'_>) -> Result<Vec<Filed>, AppError> {
    let found: Vec<(String, Option<Received>)> = tables::settings_beginning(reader, FILES)?;
    let filed = found.into_iter().filter_map(|(name, received)| {
        let (year, id) = name.split_once(':')?;
        Some(Filed { year: year.parse().ok()?, id: id.to_owned(), received: received? })
    });
    Ok(filed.collect())
}

/// The file of one year and organisation.
pub(super) fn one(reader: &Reader<'_>, year: i32, id: &str) -> Result<Option<Received>, AppError> {
    Ok(tables::setting::<Option<Received>>(reader, &name_of(year, id))?.flatten())
}

/// Keeps a file in the place of the one before it; nothing takes it away.
pub(super) fn keep(writer: &Writer<'_>, year: i32, id: &str, received: Option<&Received>) -> Result<(), AppError> {
    Ok(tables::set_setting(writer, &name_of(year, id), &received)?)
}

/// An organisation and its unit in one.
pub(super) fn named(organisation: &str, unit: &str) -> String {
    let parts = [words(organisation), words(unit)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Who has ever sent something, and the key that each is known by since: trust on first use.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Senders(Vec<Known>);

#[derive(Serialize, Deserialize)]
struct Known {
    /// What its files are filed under: the first key that it had.
    id: String,
    name: String,
    sender: Sender,
}

impl Senders {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, AppError> {
        Ok(tables::setting(reader, SENDERS)?.unwrap_or_default())
    }

    pub(super) fn write(&self, writer: &Writer<'_>) -> Result<(), AppError> {
        Ok(tables::set_setting(writer, SENDERS, self)?)
    }

    pub(super) fn knows(&self, id: &str) -> bool {
        self.0.iter().any(|known| known.id == id)
    }

    pub(super) fn name(&self, id: &str) -> String {
        self.0.iter().find(|known| known.id == id).map(|known| known.name.clone()).unwrap_or_default()
    }

    /// The names of those that are not left out, by the alphabet.
    pub(super) fn names_but(&self, left_out: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names: Vec<_> = self.0.iter().filter(|known| !left_out(&known.id)).map(|known| known.name.clone()).collect();
        names.sort_by_cached_key(|name| name.to_lowercase());
        names
    }

    /// What the files of a sender are filed under, and whether it is new here. One that was known by another key is refused,
    /// with both of them, until the user says that the organisation has been asked. One that has another name by now is the same.
    pub(super) fn take(&mut self, sender: Sender, organisation: &str, unit: &str, new_key: bool) -> Result<(String, bool), AppError> {
        let name = named(organisation, unit);
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(AppError::at(Code::CountyFileDamaged, "bytes"));
        }
        let same_name = self.0.iter().position(|known| known.name.to_lowercase() == name.to_lowercase());
        let place = same_name.or_else(|| self.0.iter().position(|known| known.sender == sender));
        let Some(known) = place.and_then(|place| self.0.get_mut(place)) else {
            if self.0.len() >= MOST_SENDERS {
                return Err(AppError::at(Code::CountyFileUnsound, "bytes"));
            }
            let id = sender.to_string();
            self.0.push(Known { id: id.clone(), name, sender });
            return Ok((id, true));
        };
        if known.sender != sender && !new_key {
            let keys = json!({ "organisation": name, "before": known.sender.fingerprint(), "now": sender.fingerprint() });
            return Err(AppError::at(Code::CountyKeyChanged, "bytes").with(keys));
        }
        (known.name, known.sender) = (name, sender);
        let id = known.id.clone();
        // Whoever had that key under another name is this one now, and is not counted twice.
        self.0.retain(|other| other.id == id || other.sender != sender);
        Ok((id, false))
    }
}
