//! A version signed with a card, what there is to sign with on it, and the signatures that a kept file holds.

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
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Stockholm;
use samsyn_plan::{
    acts::{Signature, Version},
    codes::*,
    gate::Recipient,
    ids::{CaseId, RecordId, VersionId},
};
use samsyn_sign::{OnCard, Particulars, PinState, Reference, SignError, Validity, Verdict};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;
use zeroize::Zeroizing;

commands! {
    "card.list" Read [SigningOff, CardModule] cards: CardList => Vec<CardCertificate>;
    "version.sign_with_card" Act [NotFound, EmptyField, InvalidValue, SigningOff, CardModule, CardMissing, CertificateExpired,
        CertificateNotYetValid, CertificateUnusable, PinWrong, PinLastTry, PinLength, PinLocked, CardFailed] sign: VersionSignWithCard => CaseReply;
    "attachment.verify" Read [NotFound, PdfUnreadable] verify: AttachmentVerify => Vec<FoundSignature>;
}

/// Asks what there is to sign with on the cards in the readers. No PIN is asked for, and nothing is kept.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardList {}

/// A certificate on a card in a reader, whose key can be chosen to sign with.
#[derive(Debug, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CardCertificate {
    /// What it is chosen by: a fingerprint of it and of its card.
    certificate: String,
    /// What the card calls itself.
    card: String,
    /// Whom it names.
    holder: String,
    /// Who issued it, by its own words.
    issuer: String,
    /// The last day on which it is valid, in Sweden.
    valid_to: NaiveDate,
    /// Whether it is valid.
    validity: CertificateValidity,
    /// Whether it is meant for signatures, and not for logging in alone.
    for_signatures: bool,
    /// What the card tells of its PIN.
    pin: CardPin,
}

/// Whether a certificate is valid now.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CertificateValidity {
    /// It is.
    Valid,
    /// It is not yet.
    NotYet,
    /// It has expired.
    Expired,
}

/// What a card tells of its PIN before it is given.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CardPin {
    /// It can be given.
    Ready,
    /// The next wrong one locks the card.
    LastTry,
    /// It is locked.
    Locked,
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
    /// The certificate to sign with, as `card.list` names it; without one the first of that list.
    #[serde(default)]
    certificate: Option<String>,
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

fn cards(app: &mut App, call: &Call, _: CardList) -> Result<Vec<CardCertificate>, AppError> {
    let found = samsyn_sign::on_cards(&module(app)?, call.now).map_err(refused)?;
    Ok(found.into_iter().map(CardCertificate::from).collect())
}

fn sign(app: &mut App, call: &Call, request: VersionSignWithCard) -> Result<CaseReply, AppError> {
    let VersionSignWithCard { case, version, certificate, pin, name, role } = request;
    let pin = Zeroizing::new(pin);
    let module = module(app)?;
    let (name, role) = (needed("name", &name)?, needed("role", &role)?);
    let chosen = certificate.as_deref().map(chosen).transpose()?;
    if pin.is_empty() {
        return Err(AppError::at(Code::EmptyField, "pin"));
    }
    app.act(call, case, |acting| {
        let version = acting.case.version(version).ok_or(AppError::at(Code::NotFound, "version"))?;
        let about = Particulars { at: acting.now, name: &name, label: &texts().get("card-field") };
        let file = samsyn_sign::sign_with_card(&unsigned(acting, version)?, &module, chosen, &pin, &about).map_err(refused)?;
        let label = texts().with("card-file", &[("number", &version.number.to_string())]);
        acting.keep_file(AttachmentKind::SignedPlan, Some(version.id), label, PDF, &file)?;
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

/// The module of the store's settings; refused where signatures with a card are off.
fn module(app: &App) -> Result<PathBuf, AppError> {
    let module = app.read(signing_module)?;
    if module.is_empty() { Err(AppError::new(Code::SigningOff)) } else { Ok(module.into()) }
}

/// The reference that a certificate is chosen by.
fn chosen(certificate: &str) -> Result<Reference, AppError> {
    let bytes = hex::decode(certificate).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| AppError::at(Code::InvalidValue, "certificate"))
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

impl From<OnCard> for CardCertificate {
    fn from(found: OnCard) -> Self {
        let OnCard { reference, card, holder, issuer, valid_to, validity, for_signatures, pin } = found;
        let validity = match validity {
            Validity::Valid => CertificateValidity::Valid,
            Validity::NotYet => CertificateValidity::NotYet,
            Validity::Expired => CertificateValidity::Expired,
        };
        let valid_to = valid_to.with_timezone(&Stockholm).date_naive();
        let pin = match pin {
            PinState::Ready => CardPin::Ready,
            PinState::LastTry => CardPin::LastTry,
            PinState::Locked => CardPin::Locked,
        };
        Self { certificate: hex::encode(reference), card, holder, issuer, valid_to, validity, for_signatures, pin }
    }
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
        SignError::NoCard => AppError::new(Code::CardMissing),
        SignError::NotYetValid => AppError::at(Code::CertificateNotYetValid, "certificate"),
        SignError::Expired => AppError::at(Code::CertificateExpired, "certificate"),
        SignError::Certificate => AppError::at(Code::CertificateUnusable, "certificate"),
        SignError::PinWrong => AppError::at(Code::PinWrong, "pin"),
        SignError::PinLastTry => AppError::at(Code::PinLastTry, "pin"),
        SignError::PinLength => AppError::at(Code::PinLength, "pin"),
        SignError::PinLocked => AppError::at(Code::PinLocked, "pin"),
        SignError::Card => AppError::new(Code::CardFailed),
        SignError::File => AppError::new(Code::PdfUnreadable),
    }
}
