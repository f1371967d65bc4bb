//! The plan fixed, signed, scanned and filed.

use crate::{
    App, AppError, Code,
    act::{Call, date, needed, words},
    describe::{byte_commands, commands},
    view::CaseReply,
};
use samsyn_plan::{
    acts::{Filing, Signature, Version},
    codes::*,
    drawing::Stroke,
    ids::{CaseId, RecordId, VersionId},
    plan,
};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

commands! {
    "plan.fix" Act [PlanIncomplete, NothingChanged, CaseClosed] fix: PlanFix => CaseReply;
    "signature.record" Act [NotFound, EmptyField, InvalidValue, DateUnreadable] sign: SignatureRecord => CaseReply;
    "attachment.add" Act [NotFound, EmptyField, InvalidValue] attach: AttachmentAdd => CaseReply;
    "filing.record" Act [NotFound, EmptyField, DateUnreadable] file: FilingRecord => CaseReply;
}

byte_commands! {
    "attachment.show" Read [NotFound] show_attachment: AttachmentShow;
}

/// Shows a file that is kept with the case, on the user's own screen.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttachmentShow {
    /// The case.
    case: CaseId,
    /// The attachment.
    attachment: RecordId,
}

/// Fixes the plan as the drafts say now, as its next version.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanFix {
    /// The case.
    case: CaseId,
    /// What changed since the last version, in a sentence.
    #[serde(default)]
    change: String,
}

/// Somebody signed a version.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureRecord {
    /// The case.
    case: CaseId,
    /// The version.
    version: VersionId,
    /// Who signed.
    name: String,
    /// In what role.
    role: String,
    /// When: a date as typed.
    on: String,
    /// How.
    manner: SignatureManner,
    /// What was drawn on the screen: one text a stroke, its points written `x,y x,y` in 0..=1000 of a box four times as wide as
    /// high. Needed for a drawn signature, and for no other.
    #[serde(default)]
    strokes: Vec<String>,
}

/// A file to keep with the case, such as the signed plan, scanned.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttachmentAdd {
    /// The case.
    case: CaseId,
    /// What it is.
    kind: AttachmentKind,
    /// The version that it belongs to.
    #[serde(default)]
    version: Option<VersionId>,
    /// What it is, in words.
    label: String,
    /// `application/pdf`, `image/jpeg` or `image/png`.
    media_type: String,
    /// The bytes, in hexadecimal; at most 20 MB.
    bytes: String,
}

/// A version is noted as filed in one's own akt.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FilingRecord {
    /// The case.
    case: CaseId,
    /// The version.
    version: VersionId,
    /// When: a date as typed.
    on: String,
    /// Under which akt or diary number.
    #[serde(default)]
    reference: String,
}

const LARGEST_ATTACHMENT: usize = 20 * 1024 * 1024;

fn fix(app: &mut App, call: &Call, request: PlanFix) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let case = &acting.case;
        if case.is_closed() {
            return Err(AppError::new(Code::CaseClosed));
        }
        let fixed = plan::fix(case, acting.organisation, acting.law, acting.today)
            .map_err(|missing| AppError::new(Code::PlanIncomplete).with(json!({ "missing": missing })))?;
        let newest = case.newest_version();
        if newest.is_some_and(|version| version.hash == fixed.hash()) {
            return Err(AppError::new(Code::NothingChanged));
        }
        acting.insert(&Version {
            id: VersionId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            number: newest.map_or(1, |version| version.number + 1),
            meeting: plan::meeting_of(case, acting.today).map(|meeting| meeting.id),
            change: words(&request.change),
            content: fixed.content().to_owned(),
            hash: fixed.hash().to_owned(),
        })
    })
}

fn sign(app: &mut App, call: &Call, request: SignatureRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let version = acting.case.version(request.version).ok_or(AppError::at(Code::NotFound, "version"))?;
        acting.insert(&Signature {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            version: version.id,
            hash: version.hash.clone(),
            name: needed("name", &request.name)?,
            role: needed("role", &request.role)?,
            on: date("on", &request.on)?,
            manner: request.manner,
            strokes: strokes(request.manner, &request.strokes)?,
        })
    })
}

/// What was drawn. A drawn signature has something drawn, and one with a pen has nothing.
fn strokes(manner: SignatureManner, drawn: &[String]) -> Result<Vec<Stroke>, AppError> {
    let invalid = || AppError::at(Code::InvalidValue, "strokes");
    match manner {
        SignatureManner::Drawn if drawn.is_empty() => Err(AppError::at(Code::EmptyField, "strokes")),
        // A card signs by its own command.
        SignatureManner::Card => Err(AppError::at(Code::InvalidValue, "manner")),
        SignatureManner::Pen if !drawn.is_empty() => Err(invalid()),
        _ if drawn.len() > Stroke::MOST => Err(invalid()),
        _ => drawn.iter().map(|stroke| stroke.parse().map_err(|_| invalid())).collect(),
    }
}

fn attach(app: &mut App, call: &Call, request: AttachmentAdd) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if let Some(version) = request.version {
            acting.case.version(version).ok_or(AppError::at(Code::NotFound, "version"))?;
        }
        let bytes = hex::decode(&request.bytes).map_err(|_| AppError::at(Code::InvalidValue, "bytes"))?;
        if bytes.is_empty() || bytes.len() > LARGEST_ATTACHMENT {
            return Err(AppError::at(Code::InvalidValue, "bytes"));
        }
        if !matches!(request.media_type.as_str(), "application/pdf" | "image/jpeg" | "image/png") {
            return Err(AppError::at(Code::InvalidValue, "media_type"));
        }
        acting.keep_file(request.kind, request.version, needed("label", &request.label)?, &request.media_type, &bytes)
    })
}

fn show_attachment(app: &mut App, _: &Call, request: AttachmentShow) -> Result<Vec<u8>, AppError> {
    let missing = || AppError::at(Code::NotFound, "attachment");
    let case = app.case(request.case)?;
    let kept = case.attachments.iter().find(|attachment| attachment.id == request.attachment).ok_or_else(missing)?;
    app.read(|reader| store::tables::blob(reader, &kept.sha256)?.ok_or_else(missing))
}

fn file(app: &mut App, call: &Call, request: FilingRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.version(request.version).ok_or(AppError::at(Code::NotFound, "version"))?;
        let reference = words(&request.reference);
        acting.insert(&Filing {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            version: request.version,
            on: date("on", &request.on)?,
            reference: if reference.is_empty() { acting.case.frame.diary_number.trim().to_owned() } else { reference },
        })
    })
}
