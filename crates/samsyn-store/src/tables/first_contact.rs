//! First contacts, and who has had them open.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use samsyn_plan::first_contact::{ContactOpening, FirstContact};
use samsyn_plan::ids::{CaseId, ContactId, UserId};

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Column as _, Row as _, column, select, table};
use crate::tables::access::bound;

table!(
    FirstContact,
    "first_contact",
    draft [
        entered_at, entered_by, activity, came_on, clock, who, caller, caller_phone, first_name, last_name, identity, phone, protection,
        about, areas, seeking_since, outcome, outcome_words, answered_on, taken_by, holder, case
    ]
);
table!(ContactOpening, "contact_opening", act [title, user, contact]);

/// Every first contact, the first entered first. One that cannot be read is left out, so that it blanks no list: the check of the
/// whole store tells of it.
pub fn first_contacts(reader: &Reader<'_>) -> Result<Vec<FirstContact>, StoreError> {
    let sql = FirstContact::SELECT_ONE.replace("WHERE id = ?", "ORDER BY rowid");
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        match FirstContact::from_row(row) {
            Err(StoreError::Unreadable { .. }) => {}
            read => found.push(read?),
        }
    }
    Ok(found)
}

/// The first contacts that a case came of. Their rows are not read: one that cannot be is erased with its case all the same.
pub fn contacts_of_case(reader: &Reader<'_>, case: CaseId) -> Result<Vec<ContactId>, StoreError> {
    let sql = "SELECT id FROM first_contact WHERE \"case\" = ?1 ORDER BY rowid";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let mut rows = statement.query([case.to_string()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(column(row, 0, "first_contact.id")?);
    }
    Ok(found)
}

/// When something was last entered in a first contact, as its log has it; nothing where there is no such contact.
pub fn last_contact_entry(reader: &Reader<'_>, contact: ContactId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut statement = reader.connection().prepare_cached("SELECT max(last_at) FROM change WHERE chain = ?1")?;
    let found = statement.query_row([contact.to_string()], |row| Ok(Option::<DateTime<Utc>>::from_value(row.get_ref(0)?)))?;
    found.ok_or_else(|| StoreError::Unreadable { what: "change.last_at".to_owned() })
}

/// When the user's newest opening of the contact was entered.
pub fn newest_contact_opening(reader: &Reader<'_>, contact: ContactId, user: UserId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT at FROM contact_opening WHERE contact = ?1 AND user = ?2 ORDER BY rowid DESC LIMIT 1";
    let mut statement = reader.connection().prepare_cached(sql)?;
    let found = statement.query_row(params![contact.to_string(), user.to_string()], |row| Ok(column(row, 0, "contact_opening.at")));
    found.optional()?.transpose()
}

/// The openings of a contact, the first first.
pub fn contact_openings_of(reader: &Reader<'_>, contact: ContactId) -> Result<Vec<ContactOpening>, StoreError> {
    select(reader, "contact = ?1", [contact.to_string()])
}

/// The openings of all contacts from a moment up to another, which is not among them, the first first.
pub fn contact_openings_between(
    reader: &Reader<'_>,
    from: DateTime<Utc>,
    before: DateTime<Utc>,
) -> Result<Vec<ContactOpening>, StoreError> {
    select(reader, "at >= ?1 AND at < ?2", [bound(from), bound(before)])
}

#[cfg(test)]
mod tests;
