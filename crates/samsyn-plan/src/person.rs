//! The person whom a SIP is about.

use crate::{codes::Protection, identity::IdentityNumber, ids::PersonId};
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

    /// Age in whole years on a day; nothing for a reserve number.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        self.identity.birth_date().and_then(|born| day.years_since(born))
    }
}
