//! A version signed with a card, and the signatures that a kept file holds.

use crate::{
    App, AppError, Code,
    act::{Call, needed},
    app::Acting,
    describe::commands,
    topics::{
        documents::{DocumentName, paper},
        store::signing_module,
    },
    view::CaseReply,
    words::texts,
};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    acts::{Attachment, Signature, Version},
    codes::*,
    gate::Recipient,
    ids::{CaseId, RecordId, VersionId},
};
use samsyn_sign::{Particulars, SignError, Verdict};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use zeroize::Zeroizing;

commands! {
    "version.sign_with_card" Act [NotFound, EmptyField, SigningOff, CardModule, CardMissing, PinWrong, PinLocked, CardFailed]
        sign: VersionSignWithCard => CaseReply;
    "attachment.verify" Read [NotFound, PdfUnreadable] verify: AttachmentVerify => Vec<FoundSignature>;
}

/// Signs a version's own paper with the card in the reader, and keeps the signed file. Where the version has such a file, the new
/// signature is added to it, so that all stand in one.
#[derive(Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionSignWithCard {
    /// The case.
    case: CaseId,
    /// The version.
    version: VersionId,
    /// The card's PIN for signatures. It is kept nowhere.
    pin: String,
    /// Who signs.
    name: String,
    /// In what role.
    role: String,
}

/// Looks for signatures in a file that is kept with the case.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttachmentVerify {
    /// The case.
    case: CaseId,
    /// The attachment.
    attachment: RecordId,
}

/// A signature in a file. Whether its issuer is to be trusted is not judged here.
#[derive(Debug, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FoundSignature {
    /// Who, by the certificate.
    signer: String,
    /// Who issued the certificate, by its own words.
    issuer: String,
    /// When it claims to have been made.
    claimed_at: Option<DateTime<Utc>>,
    /// Whether it covers the whole file; one that another follows covers the file as it then was.
    covers_whole_file: bool,
    /// Whether it stands.
    verdict: SignatureVerdict,
}

/// Whether a signature stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SignatureVerdict {
    /// What it covers is as it was signed, by the certificate's key.
    Sound,
    /// What it covers has been changed.
    Changed,
    /// It was not made with the certificate's key, or is not what it claims to be.
    Invalid,
    /// It is of a kind that cannot be judged here.
    Unknown,
}

/// What a signed file is kept as.
const PDF: &str = "application/pdf";

fn sign(app: &mut App, call: &Call, request: VersionSignWithCard) -> Result<CaseReply, AppError> {
    let VersionSignWithCard { case, version, pin, name, role } = request;
    let pin = Zeroizing::new(pin);
    let module = app.read(signing_module)?;
    let (name, role) = (needed("name", &name)?, needed("role", &role)?);
    if module.is_empty() {
        return Err(AppError::new(Code::SigningOff));
    }
    if pin.is_empty() {
        return Err(AppError::at(Code::EmptyField, "pin"));
    }
    app.act(call, case, |acting| {
        let version = acting.case.version(version).ok_or(AppError::at(Code::NotFound, "version"))?;
        let about = Particulars { at: acting.now, name: &name, label: &texts().get("card-field") };
        let file = samsyn_sign::sign_with_card(&unsigned(acting, version)?, Path::new(&module), &pin, &about).map_err(refused)?;
        acting.insert(&Attachment {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            kind: AttachmentKind::SignedPlan,
            version: Some(version.id),
            label: texts().with("card-file", &[("number", &version.number.to_string())]),
            media_type: PDF.to_owned(),
            size: u32::try_from(file.len()).unwrap_or(u32::MAX),
            sha256: store::tables::put_blob(acting.writer(), &file)?,
        })?;
        acting.insert(&Signature {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            version: version.id,
            hash: version.hash.clone(),
            name: name.clone(),
            role: role.clone(),
            on: acting.today,
            manner: SignatureManner::Card,
            strokes: Vec::new(),
        })
    })
}

/// What to sign: the version's newest file that others have signed with cards, or else its own paper.
fn unsigned(acting: &Acting<'_>, version: &Version) -> Result<Vec<u8>, AppError> {
    let case = &acting.case;
    let kept = case.attachments.iter().rev().filter(|kept| {
        kept.version == Some(version.id)
            && kept.kind == AttachmentKind::SignedPlan
            && kept.media_type == PDF
            && !case.is_annulled(kept.id.0)
    });
    for kept in kept {
        if let Some(file) = store::tables::blob(acting.reader(), &kept.sha256)?.filter(|file| is_sound(file)) {
            return Ok(file);
        }
    }
    let paper = paper(&acting.sheet(), DocumentName::Plan { version: Some(version.id) }, Recipient::OwnFile)?;
    samsyn_print::pdf(&paper).map_err(|_| AppError::new(Code::Internal))
}

/// Whether a file has signatures, and all of them stand.
fn is_sound(file: &[u8]) -> bool {
    samsyn_sign::verify(file).is_ok_and(|found| !found.is_empty() && found.iter().all(|each| each.verdict == Verdict::Sound))
}

fn verify(app: &mut App, _: &Call, request: AttachmentVerify) -> Result<Vec<FoundSignature>, AppError> {
    let missing = || AppError::at(Code::NotFound, "attachment");
    let case = app.case(request.case)?;
    let kept = case.attachments.iter().find(|attachment| attachment.id == request.attachment).ok_or_else(missing)?;
    if kept.media_type != PDF {
        return Ok(Vec::new());
    }
    let file = app.read(|reader| store::tables::blob(reader, &kept.sha256)?.ok_or_else(missing))?;
    let found = samsyn_sign::verify(&file).map_err(|_| AppError::new(Code::PdfUnreadable))?;
    Ok(found.into_iter().map(FoundSignature::from).collect())
}

impl From<samsyn_sign::SignatureFound> for FoundSignature {
    fn from(found: samsyn_sign::SignatureFound) -> Self {
        let verdict = match found.verdict {
            Verdict::Sound => SignatureVerdict::Sound,
            Verdict::Changed => SignatureVerdict::Changed,
            Verdict::Invalid => SignatureVerdict::Invalid,
            Verdict::Unknown => SignatureVerdict::Unknown,
        };
        let samsyn_sign::SignatureFound { signer, issuer, claimed_at, covers_whole_file, .. } = found;
        Self { signer, issuer, claimed_at, covers_whole_file, verdict }
    }
}

fn refused(error: SignError) -> AppError {
    match error {
        SignError::Module => AppError::new(Code::CardModule),
        SignError::NoCard | SignError::Certificate => AppError::new(Code::CardMissing),
        SignError::PinWrong => AppError::at(Code::PinWrong, "pin"),
        SignError::PinLocked => AppError::at(Code::PinLocked, "pin"),
        SignError::Card => AppError::new(Code::CardFailed),
        SignError::File => AppError::new(Code::PdfUnreadable),
    }
}
