//! Persons.

mod search;

pub(crate) use search::index;
pub use search::{MaySee, PersonHit, likely_duplicates, search_persons};

use rusqlite::params;
use rusqlite::types::Value;
use samsyn_plan::codes::IdentityKind;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::person::Person;
use uuid::Uuid;

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Column as _, Row, column, one, table};

const NAME: &str = "person";

impl Row for Person {
    table!(@sql "person", Draft, "rowid", [
        identity_kind, identity_value, first_name, last_name, address, phone, email, municipality, language, needs, protection,
        born_on
    ]);

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.identity.kind().to_value(),
            Value::Text(self.identity.value().to_owned()),
            self.first_name.to_value(),
            self.last_name.to_value(),
            self.address.to_value(),
            self.phone.to_value(),
            self.email.to_value(),
            self.municipality.to_value(),
            self.language.to_value(),
            self.needs.to_value(),
            self.protection.to_value(),
            self.born_on.to_value(),
        ]
    }

    fn from_row(row: &rusqlite::Row<'_>) -> Result<Self, StoreError> {
        let kind: IdentityKind = column(row, 1, NAME)?;
        Ok(Self {
            id: column(row, 0, NAME)?,
            identity: IdentityNumber::stored(kind, column(row, 2, NAME)?),
            first_name: column(row, 3, NAME)?,
            last_name: column(row, 4, NAME)?,
            address: column(row, 5, NAME)?,
            phone: column(row, 6, NAME)?,
            email: column(row, 7, NAME)?,
            municipality: column(row, 8, NAME)?,
            language: column(row, 9, NAME)?,
            needs: column(row, 10, NAME)?,
            protection: column(row, 11, NAME)?,
            born_on: column(row, 12, NAME)?,
        })
    }
}

/// The persons with that number, of whatever kind. More than one is a duplicate.
pub fn person_by_identity(reader: &Reader<'_>, value: &str) -> Result<Vec<Person>, StoreError> {
    let ids = ids(reader, "SELECT id FROM person WHERE identity_value = ?1 ORDER BY rowid LIMIT ?2", value, 20)?;
    persons(reader, &ids)
}

fn ids(reader: &Reader<'_>, sql: &str, term: &str, limit: i64) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found: Vec<String> = statement.query_map(params![term, limit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    found.iter().map(|id| Uuid::parse_str(id).map_err(|_| StoreError::Unreadable { what: NAME.to_owned() })).collect()
}

fn persons(reader: &Reader<'_>, ids: &[Uuid]) -> Result<Vec<Person>, StoreError> {
    ids.iter().filter_map(|id| one(reader, *id).transpose()).collect()
}
