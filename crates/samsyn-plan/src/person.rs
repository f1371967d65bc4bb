//! The person whom a SIP is about.

use crate::{codes::Protection, dates::parse_date, identity::IdentityNumber, ids::PersonId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The person whom a SIP is about. All but the number is as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Person {
    /// Its identifier.
    pub id: PersonId,
    /// Personnummer, samordningsnummer or reserve number.
    pub identity: IdentityNumber,
    /// First names.
    pub first_name: String,
    /// Last names.
    pub last_name: String,
    /// Street and postal address, in lines.
    pub address: String,
    /// Phone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// The kommun of residence.
    pub municipality: String,
    /// First language.
    pub language: String,
    /// What the person needs so as to take part: interpreter, aids.
    pub needs: String,
    /// Protection in the population register (21 kap. 3 § OSL).
    pub protection: Option<Protection>,
    /// The date of birth as typed, where the number tells none.
    pub born_on: String,
}

impl Person {
    /// First and last names together.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name.trim(), self.last_name.trim()).trim().to_owned()
    }

    /// The initials, for paper that should tell as little as possible: `K.L.`
    pub fn initials(&self) -> String {
        [&self.first_name, &self.last_name].iter().filter_map(|name| name.trim().chars().next()).map(|c| format!("{c}.")).collect()
    }

    /// Whether the person is protected in the population register.
    pub fn is_protected(&self) -> bool {
        self.protection.is_some_and(Protection::protects)
    }

    /// The date of birth: by the number, or as it was typed for a reserve number. Nothing where nobody knows it.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        self.identity.birth_date().or_else(|| parse_date(&self.born_on))
    }

    /// Age in whole years on a day; nothing where nobody knows the date of birth.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        self.birth_date().and_then(|born| day.years_since(born))
    }
}
