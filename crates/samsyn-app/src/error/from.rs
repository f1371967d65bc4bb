//! What the refusals of the crates below are called on the wire.

use super::{AppError, Code};
use samsyn_plan::{gate::Refusal, identity::ParseIdentityError};
use samsyn_store::StoreError;
use serde_json::json;

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        use samsyn_store::UndoRefused;
        Self::new(match error {
            StoreError::Package(refusal) => return crate::topics::handing::refused(refusal),
            StoreError::DiskFull => Code::DiskFull,
            StoreError::ReadOnly => Code::DiskReadOnly,
            StoreError::NoRights => Code::NoRights,
            StoreError::DiskFailed => Code::FileFailed,
            StoreError::Damaged | StoreError::Unreadable { .. } => Code::StoreDamaged,
            StoreError::Missing => Code::NotFound,
            StoreError::Reference => Code::InUse,
            StoreError::CommandIdReused => Code::CommandIdReused,
            StoreError::Undo(UndoRefused::Nothing) => Code::NothingToUndo,
            StoreError::Undo(_) => Code::UndoChangedSince,
            _ => Code::Internal,
        })
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let code = match refusal {
            Refusal::NoSuchParty => Code::NoSuchParty,
            Refusal::GroundMissing => Code::GroundMissing,
            Refusal::ConsentRefused => Code::ConsentRefused,
            Refusal::GroundWithdrawn => Code::GroundWithdrawn,
            Refusal::GroundNotInForce => Code::GroundNotInForce,
            Refusal::AttendanceNotCovered => Code::AttendanceNotCovered,
            Refusal::OnlyTheyTell => Code::OnlyTheyTell,
            Refusal::JudgementMissing => Code::JudgementMissing,
            Refusal::SipWithdrawn => Code::SipWithdrawn,
        };
        Self::at(code, "party")
    }
}

impl From<ParseIdentityError> for AppError {
    fn from(error: ParseIdentityError) -> Self {
        let code = match error {
            ParseIdentityError::Empty => Code::IdentityEmpty,
            ParseIdentityError::Length => Code::IdentityLength,
            ParseIdentityError::Date => Code::IdentityDate,
            ParseIdentityError::CheckDigit => Code::IdentityCheckDigit,
        };
        Self::at(code, "identity")
    }
}

impl From<std::io::Error> for AppError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let code = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Code::DiskReadOnly,
            ErrorKind::PermissionDenied => Code::NoRights,
            _ => Code::FileFailed,
        };
        Self::new(code).with(json!({ "kind": error.kind().to_string() }))
    }
}
