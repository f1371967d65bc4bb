//! Paper: what documents a case has, shown on screen, and handed out through the gate.

mod paper;

pub(crate) use paper::{Sheet, kind_words, of_no_case, paper};

use super::access;
use crate::{
    App, AppError, Code,
    act::Call,
    app::{Acting, Leaving, sha256},
    describe::{byte_commands, commands},
    view::CaseReply,
};
use samsyn_plan::{
    codes::*,
    drafts::Party,
    gate::{self, Purpose, Recipient},
    ids::{CaseId, MeetingId, PartyId, RecordId, VersionId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "document.list" Read [NotFound] list: DocumentList => Vec<DocumentName>;
    "document.hand_over" Act [NotFound, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce, OnlyTheyTell,
        GroundTooNarrow] hand_over: DocumentHandOver => CaseReply;
}

byte_commands! {
    "document.preview" Read [NotFound, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce, GroundTooNarrow] preview: DocumentPreview;
    "document.save" Act [NotFound, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce, OnlyTheyTell,
        GroundTooNarrow] save: DocumentSave;
    "document.print" Act [NotFound, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce, OnlyTheyTell,
        GroundTooNarrow] print: DocumentPrint;
}

/// A document of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "document", rename_all = "snake_case")]
pub(crate) enum DocumentName {
    /// The yes to a SIP.
    SipYes,
    /// The person's own sheet before the meeting.
    Preparation {
        /// How it is worded.
        #[serde(default)]
        wording: Wording,
    },
    /// The consents and other grounds.
    Consents,
    /// What the withdrawal of a ground led to.
    Withdrawal {
        /// The withdrawal.
        withdrawal: RecordId,
    },
    /// A kallelse, an inbjudan or, without a party, the letter to the person.
    Call {
        /// The meeting.
        meeting: MeetingId,
        /// The party.
        party: Option<PartyId>,
    },
    /// The plan: a fixed version, or the draft.
    Plan {
        /// The version; nothing is the draft.
        version: Option<VersionId>,
    },
    /// The plan's braid (fläta): the newest version, or the draft where none is fixed.
    Braid,
    /// What a version changed in the one before.
    Difference {
        /// The later version.
        version: VersionId,
    },
    /// The person's own page.
    OwnPage {
        /// The version.
        version: VersionId,
        /// How it is worded.
        #[serde(default)]
        wording: Wording,
        /// Its language, where people have written its words.
        #[serde(default)]
        language: PaperLanguage,
    },
    /// A party's own copy: what its grounds open.
    Copy {
        /// The version.
        version: VersionId,
        /// The party.
        party: PartyId,
    },
    /// A notice at discharge.
    Notice {
        /// The notice.
        notice: RecordId,
    },
    /// A deviation report.
    Deviation {
        /// The deviation.
        deviation: RecordId,
    },
    /// A follow-up that was held.
    FollowUp {
        /// The meeting.
        meeting: MeetingId,
    },
    /// A responsibility that was handed over.
    HandOver {
        /// What was handed over.
        hand_over: RecordId,
    },
    /// The closing, with the evaluation.
    Closing,
    /// The utlämnandelogg.
    Disclosures,
    /// Who has had the case open, for the person who asks.
    AccessExtract,
    /// Everything that the case holds of the person, for the person who asks to read it.
    WholeFile,
}

/// Lists the documents that a case has now.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentList {
    /// The case.
    case: CaseId,
}

/// Shows a document on the user's own screen. Nothing leaves.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentPreview {
    /// The case.
    case: CaseId,
    /// The document.
    document: DocumentName,
}

/// Notes a document as handed to somebody.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentHandOver {
    /// The case.
    case: CaseId,
    /// The document.
    document: DocumentName,
    /// To whom.
    recipient: Recipient,
    /// How.
    delivery: Delivery,
}

/// Gives a document as a file for somebody; it is entered in the utlämnandelogg unless it is for one's own akt.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentSave {
    /// The case.
    case: CaseId,
    /// The document.
    document: DocumentName,
    /// For whom.
    recipient: Recipient,
}

/// Gives a document to be printed for somebody; it is entered in the utlämnandelogg, with how it is handed over, unless it is
/// for one's own akt.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentPrint {
    /// The case.
    case: CaseId,
    /// The document.
    document: DocumentName,
    /// For whom.
    recipient: Recipient,
    /// How the paper is handed over.
    delivery: Delivery,
}

impl DocumentName {
    /// Whom the document is made for.
    fn made_for(self) -> Recipient {
        match self {
            Self::Call { party, .. } => Recipient::of(party),
            Self::Copy { party, .. } => Recipient::Party(party),
            Self::OwnPage { .. } | Self::Preparation { .. } | Self::AccessExtract | Self::WholeFile => Recipient::Person,
            _ => Recipient::OwnFile,
        }
    }

    /// What the gate is asked for when the document goes to somebody.
    fn purpose(self) -> Purpose {
        match self {
            Self::Call { .. } => Purpose::Attend,
            Self::Notice { .. } => Purpose::Notify,
            _ => Purpose::Read,
        }
    }

    fn disclosure_kind(self) -> DisclosureKind {
        match self {
            Self::Call { .. } => DisclosureKind::Call,
            Self::Plan { .. } | Self::Copy { .. } | Self::Difference { .. } => DisclosureKind::PlanCopy,
            Self::OwnPage { .. } => DisclosureKind::OwnPage,
            Self::Consents => DisclosureKind::Consents,
            Self::SipYes => DisclosureKind::SipYes,
            Self::Withdrawal { .. } => DisclosureKind::Withdrawal,
            Self::Deviation { .. } => DisclosureKind::Deviation,
            Self::Notice { .. } => DisclosureKind::Notice,
            Self::FollowUp { .. } => DisclosureKind::FollowUp,
            Self::Closing => DisclosureKind::Closing,
            Self::AccessExtract => DisclosureKind::AccessExtract,
            Self::Preparation { .. } => DisclosureKind::Preparation,
            Self::HandOver { .. } => DisclosureKind::HandOver,
            Self::Disclosures => DisclosureKind::Disclosures,
            Self::WholeFile => DisclosureKind::WholeFile,
            Self::Braid => DisclosureKind::Braid,
        }
    }

    fn meeting(self) -> Option<MeetingId> {
        match self {
            Self::Call { meeting, .. } | Self::FollowUp { meeting } => Some(meeting),
            _ => None,
        }
    }

    fn version(self) -> Option<VersionId> {
        match self {
            Self::Plan { version } => version,
            Self::Difference { version } | Self::OwnPage { version, .. } | Self::Copy { version, .. } => Some(version),
            _ => None,
        }
    }
}

fn list(app: &mut App, call: &Call, request: DocumentList) -> Result<Vec<DocumentName>, AppError> {
    let case = app.case(request.case)?;
    let may_attend = |party: &&Party| gate::permit(&case, Recipient::Party(party.id), Purpose::Attend, call.today).is_ok();
    let may_read = |party: &&Party| gate::permit(&case, Recipient::Party(party.id), Purpose::Read, call.today).is_ok();
    let wordings = [Some(Wording::Plain), case.is_child_on(call.today).then_some(Wording::Child)];
    let mut names: Vec<_> = wordings.into_iter().flatten().map(|wording| DocumentName::Preparation { wording }).collect();
    names.extend(case.sip_yes().map(|_| DocumentName::SipYes));
    names.extend((!case.grounds.is_empty()).then_some(DocumentName::Consents));
    names.extend(case.withdrawals.iter().map(|withdrawal| DocumentName::Withdrawal { withdrawal: withdrawal.id }));
    for meeting in case.meetings.iter().filter(|meeting| samsyn_plan::dates::parse_date(&meeting.held_on).is_some()) {
        let parties = case.parties.iter().filter(may_attend).map(|party| Some(party.id));
        names.extend(parties.chain([None]).map(|party| DocumentName::Call { meeting: meeting.id, party }));
    }
    names.extend([DocumentName::Plan { version: None }, DocumentName::Braid]);
    for version in case.versions.iter().rev() {
        names.push(DocumentName::Plan { version: Some(version.id) });
        names.push(DocumentName::OwnPage { version: version.id, wording: Wording::Plain, language: PaperLanguage::Swedish });
        names.extend((version.number > 1).then_some(DocumentName::Difference { version: version.id }));
        names.extend(case.parties.iter().filter(may_read).map(|party| DocumentName::Copy { version: version.id, party: party.id }));
    }
    names.extend(case.notices.iter().map(|notice| DocumentName::Notice { notice: notice.id }));
    names.extend(case.deviations.iter().map(|deviation| DocumentName::Deviation { deviation: deviation.id }));
    names.extend(case.follow_ups.iter().map(|done| DocumentName::FollowUp { meeting: done.meeting }));
    names.extend(case.hand_overs.iter().map(|given| DocumentName::HandOver { hand_over: given.id }));
    names.extend(case.is_closed().then_some(DocumentName::Closing));
    names.extend((!case.disclosures.is_empty()).then_some(DocumentName::Disclosures));
    names.extend([DocumentName::AccessExtract, DocumentName::WholeFile]);
    Ok(names)
}

fn preview(app: &mut App, call: &Call, request: DocumentPreview) -> Result<Vec<u8>, AppError> {
    made(app, call, request.case, request.document, request.document.made_for())
}

/// A document of the case as it is now.
fn made(app: &App, call: &Call, case: CaseId, document: DocumentName, recipient: Recipient) -> Result<Vec<u8>, AppError> {
    let case = app.case(case)?;
    let openings = app.read(|reader| access::told_by(reader, document, &case))?;
    let session = app.session()?;
    let sheet = Sheet {
        openings: &openings,
        case: &case,
        organisation: &session.organisation,
        logo: session.logo.as_ref(),
        agreements: &session.profile.agreements,
        law: &app.law,
        today: call.today,
        practice: session.practice,
    };
    bytes(&sheet, document, recipient)
}

fn hand_over(app: &mut App, call: &Call, request: DocumentHandOver) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let openings = access::told_by(acting.reader(), request.document, &acting.case)?;
        let bytes = bytes(&Sheet { openings: &openings, ..acting.sheet() }, request.document, request.recipient)?;
        log(acting, request.document, request.recipient, request.delivery, &bytes)
    })
}

fn save(app: &mut App, call: &Call, request: DocumentSave) -> Result<Vec<u8>, AppError> {
    let DocumentSave { case, document, recipient } = request;
    leave(app, call, DocumentPrint { case, document, recipient, delivery: Delivery::SavedFile })
}

fn print(app: &mut App, call: &Call, request: DocumentPrint) -> Result<Vec<u8>, AppError> {
    leave(app, call, request)
}

/// The paper as it leaves the store, entered first.
fn leave(app: &mut App, call: &Call, request: DocumentPrint) -> Result<Vec<u8>, AppError> {
    let paper = made(app, call, request.case, request.document, request.recipient)?;
    // What is filed in one's own akt is not logged, and a case that a colleague has can still be filed.
    if request.recipient != Recipient::OwnFile {
        app.leave(call, request.case, &paper, |acting| log(acting, request.document, request.recipient, request.delivery, &paper))?;
    }
    Ok(paper)
}

fn bytes(sheet: &Sheet<'_>, document: DocumentName, recipient: Recipient) -> Result<Vec<u8>, AppError> {
    samsyn_print::pdf(&paper(sheet, document, recipient)?).map_err(|_| AppError::new(Code::Internal))
}

/// Enters what was handed over in the utlämnandelogg, each time that it is (3 kap. 11 § PDL: to whom and when). Filing in
/// one's own akt is no disclosure.
fn log(acting: &Acting<'_>, document: DocumentName, recipient: Recipient, delivery: Delivery, bytes: &[u8]) -> Result<(), AppError> {
    if recipient == Recipient::OwnFile {
        return Ok(());
    }
    let permit = gate::permit(&acting.case, recipient, document.purpose(), acting.today)?;
    let leaving = Leaving {
        kind: document.disclosure_kind(),
        delivery,
        version: document.version(),
        meeting: document.meeting(),
        sha256: sha256(bytes),
        name: None,
    };
    acting.disclose(&permit, leaving)
}
