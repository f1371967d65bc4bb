//! Makes the paper of a document, for one recipient, through the gate.

use super::DocumentName;
use crate::{AppError, Code, app::Acting, words::texts};
use chrono::NaiveDate;
use samsyn_plan::{
    case::Case,
    gate::{self, Permit, Purpose, Recipient},
    law::LawReference,
    profile::Organisation,
};
use samsyn_print::{
    Document,
    documents::{self, Source},
};

/// What a paper is made from.
pub(crate) struct Sheet<'a> {
    pub(crate) case: &'a Case,
    pub(crate) organisation: &'a Organisation,
    pub(crate) law: &'a [LawReference],
    pub(crate) today: NaiveDate,
}

impl Acting<'_> {
    /// What papers are made from while a command writes.
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet { case: &self.case, organisation: self.organisation, law: self.law, today: self.today }
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

fn make(sheet: &Sheet<'_>, document: DocumentName, permit: &Permit) -> Result<Document, AppError> {
    let case = sheet.case;
    let source = Source { texts: texts(), case, organisation: sheet.organisation, law: sheet.law, today: sheet.today };
    let missing = || AppError::at(Code::NotFound, "document");
    let made = match document {
        DocumentName::SipYes => Some(documents::sip_yes(&source)),
        DocumentName::Preparation => Some(documents::preparation(&source)),
        DocumentName::Consents => Some(documents::consents(&source)),
        DocumentName::Call { meeting, party } => {
            let meeting = case.meeting(meeting).ok_or_else(missing)?;
            match party {
                Some(party) => Some(documents::call(&source, meeting, case.party(party).ok_or_else(missing)?, permit)),
                None => Some(documents::letter(&source, meeting)),
            }
        }
        DocumentName::Plan { version: None } => Some(documents::plan_draft(&source)),
        DocumentName::Plan { version: Some(version) } => documents::plan_version(&source, case.version(version).ok_or_else(missing)?),
        DocumentName::Difference { version } => {
            let after = case.version(version).ok_or_else(missing)?;
            let before = case.versions.iter().find(|earlier| earlier.number + 1 == after.number).ok_or_else(missing)?;
            documents::difference(&source, before, after)
        }
        DocumentName::OwnPage { version } => documents::own_page(&source, case.version(version).ok_or_else(missing)?),
        DocumentName::Copy { version, .. } => documents::plan_copy(&source, case.version(version).ok_or_else(missing)?, permit),
        DocumentName::Deviation { deviation } => {
            case.deviations.iter().find(|entry| entry.id == deviation).map(|entry| documents::deviation(&source, entry))
        }
        DocumentName::FollowUp { meeting } => {
            case.follow_ups.iter().rfind(|done| done.meeting == meeting).map(|done| documents::follow_up(&source, done))
        }
        DocumentName::Closing => case.closings.first().map(|closing| documents::closing(&source, closing)),
        DocumentName::Disclosures => Some(documents::disclosures(&source)),
    };
    made.ok_or_else(missing)
}
