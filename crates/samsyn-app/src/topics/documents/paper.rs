//! Makes the paper of a document, for one recipient, through the gate.

use super::DocumentName;
use crate::{
    AppError, Code,
    app::{Acting, Session},
    words::texts,
};
use chrono::NaiveDate;
use samsyn_plan::{
    access::Reading,
    acts::{Disclosure, Version},
    case::Case,
    codes::{Coded as _, DisclosureKind, PartyKind, Wording},
    gate::{self, Permit, Recipient},
    law::LawReference,
    profile::{Agreements, Organisation},
    protection::{self, Viewer},
};
use samsyn_print::{
    Block, Document, Logo, Texts,
    documents::{self, Source},
};
use std::{mem::take, sync::Arc};

/// What a paper is made from.
pub(crate) struct Sheet<'a> {
    pub(crate) case: &'a Case,
    /// Who has read, where the paper tells of that.
    pub(crate) openings: &'a [Reading],
    pub(crate) organisation: &'a Organisation,
    pub(crate) logo: Option<&'a Arc<Logo>>,
    pub(crate) agreements: &'a Agreements,
    pub(crate) law: &'a [LawReference],
    pub(crate) today: NaiveDate,
    /// Whether the people on it are made up.
    pub(crate) practice: bool,
}

impl Acting<'_> {
    /// What papers are made from while a command writes.
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet {
            case: &self.case,
            openings: &[],
            organisation: self.organisation,
            logo: self.logo,
            agreements: self.agreements,
            law: self.law,
            today: self.today,
            practice: self.practice,
        }
    }
}

/// The paper of a document for a recipient, where it may go there at all.
pub(crate) fn paper(sheet: &Sheet<'_>, document: DocumentName, recipient: Recipient) -> Result<Document, AppError> {
    let permit = gate::permit(sheet.case, recipient, document.purpose(), sheet.today)?;
    if may_go(sheet.case, document, &permit) {
        let veiled = protection::veil(sheet.case, Viewer::Recipient(&permit, kind_words));
        let seen = without_another(told_to_us_alone(veiled, &permit), &permit);
        let mut made = make(&Sheet { case: &seen, ..*sheet }, document, &permit)?;
        if document == DocumentName::Closing && seen.evaluations.len() < sheet.case.evaluations.len() {
            made.blocks.insert(0, Block::notice(texts().get("paper-left-out")));
        }
        Ok(marked(made, sheet.practice))
    } else {
        Err(AppError::at(Code::GroundTooNarrow, "recipient"))
    }
}

/// The paper with a word on each page that it is of practice, where it is.
fn marked(paper: Document, practice: bool) -> Document {
    let header = if practice { texts().with("paper-practice-header", &[("header", &paper.header)]) } else { paper.header };
    Document { header, ..paper }
}

/// The file of a paper that is of no case.
pub(crate) fn of_no_case(session: &Session, paper: Document) -> Result<Vec<u8>, AppError> {
    samsyn_print::pdf(&marked(paper, session.practice)).map_err(|_| AppError::new(Code::Internal))
}

/// What a party is called whose name is hidden.
pub(crate) fn kind_words(kind: Option<PartyKind>) -> String {
    texts().get(&format!("party-kind-{}", kind.unwrap_or(PartyKind::Other).code().replace('_', "-")))
}

/// A party's own paper goes to that party alone, since what it shows follows that party's grounds. A paper of the plan goes to
/// another party only where its grounds open everything, and a deviation report also to the party that it concerns. What the
/// person has said to us alone goes to no party. Who has read goes to the person and to nobody else.
fn may_go(case: &Case, document: DocumentName, permit: &Permit) -> bool {
    let made_for = document.made_for();
    if tells_of_another(case, document) && permit.recipient() != Recipient::OwnFile {
        return false;
    }
    match (made_for, permit.recipient()) {
        (made_for, recipient) if made_for == recipient => true,
        (Recipient::Party(_), _) => false,
        _ if document == DocumentName::AccessExtract => false,
        (_, Recipient::Party(party)) => match document {
            DocumentName::Deviation { deviation } => {
                permit.sees_everything() || case.deviations.iter().any(|entry| entry.id == deviation && entry.party == Some(party))
            }
            DocumentName::Notice { notice } => {
                case.notices.iter().any(|entry| entry.id == notice && entry.parties.contains(&party)) && !case.is_annulled(notice.0)
            }
            DocumentName::Plan { .. }
            | DocumentName::Difference { .. }
            | DocumentName::OwnPage { .. }
            | DocumentName::FollowUp { .. }
            | DocumentName::Closing => permit.sees_everything(),
            _ => false,
        },
        _ => true,
    }
}

/// The case without what no party is told: what the person and others have said in evaluations, and, where its grounds do not
/// open everything, what a deviation meant for the person and what was done.
fn told_to_us_alone(mut case: Case, permit: &Permit) -> Case {
    if permit.recipient().party().is_some() {
        case.evaluations.clear();
        if !permit.sees_everything() {
            for deviation in &mut case.deviations {
                deviation.consequence = texts().get("paper-left-out");
                deviation.action = texts().get("paper-left-out");
            }
        }
    }
    case
}

/// Whether a paper is of a version that was fixed while the case stood on a wrong person, or of the one before: it tells of that
/// person.
fn tells_of_another(case: &Case, document: DocumentName) -> bool {
    let Some(version) = document.version().and_then(|version| case.version(version)) else { return false };
    let compared = matches!(document, DocumentName::Difference { .. });
    let is_read = |read: &Version| read.number == version.number || compared && read.number + 1 == version.number;
    case.versions.iter().filter(|read| is_read(read)).any(|read| case.stood_on_another(read.at))
}

/// The case without the person on whom it stood by mistake: versions that were fixed then show nothing, and the log has no name
/// of that person. One's own akt has it all.
fn without_another(mut case: Case, permit: &Permit) -> Case {
    if permit.recipient() == Recipient::OwnFile {
        return case;
    }
    let (mut versions, mut disclosures) = (take(&mut case.versions), take(&mut case.disclosures));
    versions.iter_mut().filter(|version| case.stood_on_another(version.at)).for_each(|version| version.content.clear());
    let to_another =
        |done: &&mut Disclosure| done.party.is_none() && done.kind != DisclosureKind::Package && case.stood_on_another(done.at);
    for done in disclosures.iter_mut().filter(to_another) {
        done.recipient = texts().get("paper-log-another");
    }
    Case { versions, disclosures, ..case }
}

fn make(sheet: &Sheet<'_>, document: DocumentName, permit: &Permit) -> Result<Document, AppError> {
    let case = sheet.case;
    let kind_known = permit.sees_everything() || permit.shares_duty(case);
    let source = Source {
        texts: texts(),
        case,
        organisation: sheet.organisation,
        logo: sheet.logo,
        agreements: sheet.agreements,
        law: sheet.law,
        today: sheet.today,
        kind_known,
    };
    let missing = || AppError::at(Code::NotFound, "document");
    let made = match document {
        DocumentName::SipYes => Some(documents::sip_yes(&source)),
        DocumentName::Preparation { wording: Wording::Child } => Some(documents::child_sheet(&source)),
        DocumentName::Preparation { .. } => Some(documents::preparation(&source)),
        DocumentName::Consents => Some(documents::consents(&source)),
        DocumentName::Withdrawal { withdrawal } => {
            case.withdrawals.iter().find(|entry| entry.id == withdrawal).and_then(|entry| documents::withdrawal(&source, entry))
        }
        DocumentName::Call { meeting, party } => {
            let meeting = case.meeting(meeting).ok_or_else(missing)?;
            match party {
                Some(party) => Some(documents::call(&source, meeting, case.party(party).ok_or_else(missing)?, permit)),
                None => Some(documents::letter(&source, meeting, permit)),
            }
        }
        DocumentName::Plan { version: None } => Some(documents::plan_draft(&source)),
        DocumentName::Plan { version: Some(version) } => documents::plan_version(&source, case.version(version).ok_or_else(missing)?),
        DocumentName::Braid => documents::braid(&source),
        DocumentName::Difference { version } => {
            let after = case.version(version).ok_or_else(missing)?;
            let before = case.versions.iter().find(|earlier| earlier.number + 1 == after.number).ok_or_else(missing)?;
            documents::difference(&source, before, after)
        }
        DocumentName::OwnPage { version, wording, language } => {
            let source = Source { texts: Texts::of(language), ..source };
            documents::own_page(&source, case.version(version).ok_or_else(missing)?, wording)
        }
        DocumentName::Copy { version, .. } => documents::plan_copy(&source, case.version(version).ok_or_else(missing)?, permit),
        DocumentName::Deviation { deviation } => {
            case.deviations.iter().find(|entry| entry.id == deviation).map(|entry| documents::deviation(&source, entry))
        }
        DocumentName::Notice { notice } => {
            case.notices.iter().find(|entry| entry.id == notice).map(|entry| documents::notice(&source, entry))
        }
        DocumentName::FollowUp { meeting } => {
            case.follow_ups.iter().rfind(|done| done.meeting == meeting).map(|done| documents::follow_up(&source, done))
        }
        DocumentName::HandOver { hand_over } => {
            case.hand_overs.iter().find(|entry| entry.id == hand_over).map(|entry| documents::hand_over(&source, entry))
        }
        DocumentName::Closing => case.closings.first().map(|closing| documents::closing(&source, closing)),
        DocumentName::Disclosures => Some(documents::disclosures(&source)),
        DocumentName::AccessExtract => Some(documents::access(&source, sheet.openings)),
        DocumentName::WholeFile => Some(documents::whole_file(&source)),
    };
    made.ok_or_else(missing)
}
