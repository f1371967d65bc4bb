//! What an act enters beside its own record: what left the case, and a file that is kept with it.

use super::Acting;
use crate::AppError;
use samsyn_plan::{
    acts::{Attachment, Disclosure},
    codes::{AttachmentKind, Delivery, DisclosureKind},
    drafts::Party,
    gate::Permit,
    ids::{MeetingId, RecordId, VersionId},
};
use samsyn_store::tables::put_blob;
use sha2::{Digest, Sha256};

/// What leaves a case. To whom, and how much of the case, its permit tells.
pub(crate) struct Leaving {
    /// What it is.
    pub(crate) kind: DisclosureKind,
    /// How it goes.
    pub(crate) delivery: Delivery,
    /// The version that it shows.
    pub(crate) version: Option<VersionId>,
    /// The meeting that it is about.
    pub(crate) meeting: Option<MeetingId>,
    /// What fixes its contents; empty where nothing is written.
    pub(crate) sha256: String,
    /// Who got it, where that is somebody else than whom the permit names.
    pub(crate) name: Option<String>,
}

/// What fixes the contents of a file.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

impl Acting<'_> {
    /// Enters in the utlämnandelogg that something left, by what leave and to whom (3 kap. 11 § PDL).
    pub(crate) fn disclose(&self, permit: &Permit, leaving: Leaving) -> Result<(), AppError> {
        self.insert(&self.disclosure(permit, leaving))
    }

    /// What is to be entered in the utlämnandelogg of something that leaves. It is made here alone.
    pub(crate) fn disclosure(&self, permit: &Permit, leaving: Leaving) -> Disclosure {
        let Leaving { kind, delivery, version, meeting, sha256, name } = leaving;
        let party = permit.recipient().party();
        let named = || party.and_then(|party| self.case.party(party)).map_or_else(|| self.case.person.name(), Party::title_line);
        Disclosure {
            id: RecordId(self.new_id()),
            at: self.now,
            by: self.user_name(),
            party,
            recipient: name.unwrap_or_else(named),
            kind,
            version,
            meeting,
            kinds: permit.kinds(),
            left_out: !permit.sees_everything(),
            grounds: permit.grounds().to_vec(),
            delivery,
            sha256,
        }
    }

    /// Keeps a file with the case, and enters what it is.
    pub(crate) fn keep_file(
        &self,
        kind: AttachmentKind,
        version: Option<VersionId>,
        label: String,
        media_type: &str,
        bytes: &[u8],
    ) -> Result<(), AppError> {
        self.insert(&Attachment {
            id: RecordId(self.new_id()),
            at: self.now,
            by: self.user_name(),
            kind,
            version,
            label,
            media_type: media_type.to_owned(),
            size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            sha256: put_blob(self.writer(), bytes)?,
        })
    }
}
