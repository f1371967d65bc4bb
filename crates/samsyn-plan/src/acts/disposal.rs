//! What is noted before a case may be erased.

use crate::{
    codes::*,
    ids::{RecordId, VersionId},
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

acts! {
    /// The archive copy of what the case leaves behind was put into one's own akt. Until then nothing of the case is erased.
    ArchiveCopy RecordId {
        /// The version of the plan, where one was filed; nothing where it was the whole case or another document.
        version: Option<VersionId>,
        /// What was filed, in words.
        what: String,
        /// Where: the akt or the archive, and under which number.
        place: String,
        /// When.
        on: NaiveDate,
        /// Who filed it: name and title.
        filed_by: String,
    }
    /// The case is to be kept though its time has come or comes.
    DisposalHold RecordId {
        /// Why.
        reason: HoldReason,
        /// Why, in words.
        note: String,
    }
    /// A reason to keep the case holds no more.
    DisposalHoldLifted RecordId {
        /// What is lifted.
        hold: RecordId,
        /// Why.
        reason: String,
    }
}
