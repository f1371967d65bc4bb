//! Makes the paper of a document, for one recipient, through the gate.

use super::DocumentName;
use crate::{AppError, Code, app::Acting};
use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{
    case::Case,
    gate::{self, Permit, Purpose, Recipient},
    law::LawReference,
    profile::Organisation,
};
use samsyn_print::Document;

/// What a paper is made from.
pub(crate) struct Sheet<'a> {
    pub(crate) case: &'a Case,
    pub(crate) organisation: &'a Organisation,
    pub(crate) law: &'a [LawReference],
    pub(crate) today: NaiveDate,
    pub(crate) now: DateTime<Utc>,
}

impl Acting<'_> {
    /// What papers are made from while a command writes.
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet { case: &self.case, organisation: self.organisation, law: self.law, today: self.today, now: self.now }
    }
}

/// The paper of a document for a recipient. A document that is not made for one party goes to a party only where its
/// grounds open everything.
pub(crate) fn paper(sheet: &Sheet<'_>, document: DocumentName, recipient: Recipient) -> Result<Document, AppError> {
    let purpose = if matches!(document, DocumentName::Call { .. }) { Purpose::Attend } else { Purpose::Read };
    let permit = gate::permit(sheet.case, recipient, purpose, sheet.today)?;
    let made_for_party = matches!(document.made_for(), Recipient::Party(_)) && document.made_for() == recipient;
    if matches!(recipient, Recipient::Party(_)) && !made_for_party && !permit.sees_everything() {
        return Err(AppError::at(Code::GroundTooNarrow, "recipient"));
    }
    make(sheet, document, &permit)
}

fn make(_sheet: &Sheet<'_>, _document: DocumentName, _permit: &Permit) -> Result<Document, AppError> {
    Err(AppError::new(Code::Internal))
}
