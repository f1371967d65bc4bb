//! Gallring: what is noted in a case before it may be erased, and what is left when it has been.

use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::acts::{ArchiveCopy, DisposalHold, DisposalHoldLifted};
use samsyn_plan::disposal::DisposalCertificate;
use samsyn_plan::ids::{CaseId, RecordId};

use crate::StoreError;
use crate::log::Reader;
use crate::table::{Column as _, every, table};

table!(ArchiveCopy, "archive_copy", act [version, what, place, on, filed_by]);
table!(DisposalHold, "disposal_hold", act [reason, note]);
table!(DisposalHoldLifted, "disposal_hold_lifted", act [hold, reason]);
table!(
    DisposalCertificate,
    "disposal_certificate",
    act [title, controller, unit, reference, adopted_on, years, first_year, last_year, cases, people, files, rows, contacts]
);
table!(Destruction, "destruction", act [authority, number, decided_on, erased, rows, certificate]);

/// That a chain was erased because an authority decided so, or by the plan. It tells nothing about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destruction {
    /// Its identifier.
    pub id: RecordId,
    /// When it was erased.
    pub at: DateTime<Utc>,
    /// Who erased it: the user's name at the time.
    pub by: String,
    /// The authority that decided, or whose plan it is.
    pub authority: String,
    /// The number of the decision or of the plan.
    pub number: String,
    /// The day of the decision or of the plan.
    pub decided_on: NaiveDate,
    /// The chain that was erased.
    pub erased: String,
    /// How many rows were erased, those of the log with them.
    pub rows: u32,
    /// The certificate, where it was erased by the plan.
    pub certificate: Option<RecordId>,
}

/// What was erased from the store, chain by chain, the first first.
pub fn destructions(reader: &Reader<'_>) -> Result<Vec<Destruction>, StoreError> {
    every(reader)
}

/// The certificates, the first first.
pub fn disposal_certificates(reader: &Reader<'_>) -> Result<Vec<DisposalCertificate>, StoreError> {
    every(reader)
}

/// When something was last entered in a case, as its log has it; nothing where there is no such case. What is noted for the sake
/// of erasing it is no entry in the case: by that, noting where the archive copy is would keep the case for years more. Nor is
/// that it was made whole from a backup.
pub fn last_entry(reader: &Reader<'_>, case: CaseId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT max(last_at) FROM change
               WHERE chain = ?1 AND command NOT LIKE 'disposal.%' AND command <> 'store.mend_case'
                   AND NOT (command = 'annulment.record' AND coalesce(arguments ->> '$.kind', '') = 'archive_copy')";
    let mut statement = reader.connection().prepare_cached(sql)?;
    statement.query_row([case.to_string()], |row| Ok(Option::<DateTime<Utc>>::from_value(row.get_ref(0)?)))?.ok_or_else(unreadable)
}

fn unreadable() -> StoreError {
    StoreError::Unreadable { what: "change.last_at".to_owned() }
}

#[cfg(test)]
mod tests;
