//! The fixed plan: its versions, signatures and files, where it was filed and who has got it.

use crate::{
    codes::*,
    drawing::Stroke,
    ids::{GroundId, MeetingId, PartyId, RecordId, VersionId},
};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

acts! {
    /// A fixed version of the plan. Its content never changes.
    Version VersionId {
        /// 1, 2, 3 …
        number: u32,
        /// The meeting that it comes from.
        meeting: Option<MeetingId>,
        /// What changed since the last version, in a sentence; empty for the first.
        change: String,
        /// The frozen plan, as canonical JSON.
        content: String,
        /// SHA-256 of the content, in hexadecimal.
        hash: String,
    }
    /// A signature on a version.
    Signature RecordId {
        /// The version.
        version: VersionId,
        /// The version's hash when it was signed.
        hash: String,
        /// Who signed.
        name: String,
        /// In what role.
        role: String,
        /// When.
        on: NaiveDate,
        /// How.
        manner: SignatureManner,
        /// What was drawn on the screen; nothing where it was signed with a pen.
        strokes: Vec<Stroke>,
    }
    /// A file kept with the case, such as a signed plan that was scanned. Its bytes stand in the store under their hash.
    Attachment RecordId {
        /// What it is.
        kind: AttachmentKind,
        /// The version that it belongs to.
        version: Option<VersionId>,
        /// What it is, in words.
        label: String,
        /// Its media type, such as `application/pdf`.
        media_type: String,
        /// Its size in bytes.
        size: u32,
        /// SHA-256 of its bytes, in hexadecimal.
        sha256: String,
    }
    /// A version was noted as filed in one's own akt. That is no disclosure.
    Filing RecordId {
        /// The version.
        version: VersionId,
        /// When.
        on: NaiveDate,
        /// Under which akt or diary number.
        reference: String,
    }
    /// Something was handed to somebody: the utlämnandelogg (3 kap. 11 § PDL).
    Disclosure RecordId {
        /// The party; nothing where it is the person.
        party: Option<PartyId>,
        /// The recipient by name and unit, as it was then.
        recipient: String,
        /// What was handed over.
        kind: DisclosureKind,
        /// The version, where it was a plan.
        version: Option<VersionId>,
        /// The meeting, where it was a kallelse or presence.
        meeting: Option<MeetingId>,
        /// The kinds of information that the recipient could see; empty where all.
        kinds: Vec<InformationKind>,
        /// Whether something was left out.
        left_out: bool,
        /// The grounds; none where it is the person.
        grounds: Vec<GroundId>,
        /// How it was handed over.
        delivery: Delivery,
        /// SHA-256 of the paper, in hexadecimal; empty where there was none.
        sha256: String,
    }
}
