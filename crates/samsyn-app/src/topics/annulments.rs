//! Annulment (makulering): what was entered by mistake stays to be read, and counts no more. Nothing is ever erased.

use crate::{
    App, AppError, Code,
    act::{Call, needed},
    describe::commands,
    view::CaseReply,
};
use samsyn_plan::{
    acts::Annulment,
    case::Case,
    codes::AnnulledKind,
    ids::{CaseId, RecordId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

commands! {
    "annulment.record" Act [NotFound, EmptyField, AlreadyAnnulled] annul: AnnulmentRecord => CaseReply;
}

/// Something is annulled, with a reason.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnnulmentRecord {
    /// The case.
    case: CaseId,
    /// What it is.
    kind: AnnulledKind,
    /// Which record.
    record: RecordId,
    /// Why.
    reason: String,
}

fn annul(app: &mut App, call: &Call, request: AnnulmentRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if !has(&acting.case, request.kind, request.record.0) {
            return Err(AppError::at(Code::NotFound, "record"));
        }
        if acting.case.is_annulled(request.record.0) {
            return Err(AppError::at(Code::AlreadyAnnulled, "record"));
        }
        acting.insert(&Annulment {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            kind: request.kind,
            record: request.record,
            reason: needed("reason", &request.reason)?,
        })
    })
}

/// Whether the case has such a record of that kind.
fn has(case: &Case, kind: AnnulledKind, record: Uuid) -> bool {
    match kind {
        AnnulledKind::Ground => case.grounds.iter().any(|ground| ground.id.0 == record),
        AnnulledKind::Attachment => case.attachments.iter().any(|attachment| attachment.id.0 == record),
        AnnulledKind::Deviation => case.deviations.iter().any(|deviation| deviation.id.0 == record),
        AnnulledKind::Evaluation => case.evaluations.iter().any(|evaluation| evaluation.id.0 == record),
        AnnulledKind::Offer => case.offers.iter().any(|offer| offer.id.0 == record),
        AnnulledKind::Signature => case.signatures.iter().any(|signature| signature.id.0 == record),
        AnnulledKind::Judgement => {
            case.consent_judgements.iter().any(|judgement| judgement.id.0 == record)
                || case.know_judgements.iter().any(|judgement| judgement.id.0 == record)
                || case.cannot_consents.iter().any(|decision| decision.id.0 == record)
        }
        AnnulledKind::ArchiveCopy => case.archive_copies.iter().any(|copy| copy.id.0 == record),
        AnnulledKind::Notice => case.notices.iter().any(|notice| notice.id.0 == record),
    }
}
