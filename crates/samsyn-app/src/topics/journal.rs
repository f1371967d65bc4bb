//! What was decided, as text to paste into the journal or akt of another system.

use super::documents::kind_words;
use crate::{App, AppError, Code, act::Call, describe::commands, words::texts};
use samsyn_plan::{
    gate::{self, Purpose, Recipient},
    ids::{CaseId, VersionId},
    protection::{self, Viewer},
};
use samsyn_print::documents::{self, Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "journal.text" Read [NotFound] text: JournalText => String;
}

/// Gives what a version decided as plain text for one's own journal or akt, which is no disclosure.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct JournalText {
    /// The case.
    case: CaseId,
    /// The version.
    version: VersionId,
}

fn text(app: &mut App, call: &Call, request: JournalText) -> Result<String, AppError> {
    let missing = || AppError::at(Code::NotFound, "version");
    let loaded = app.case(request.case)?;
    let permit = gate::permit(&loaded, Recipient::OwnFile, Purpose::Read, call.today)?;
    let case = protection::veil(&loaded, Viewer::Recipient(&permit, kind_words));
    let session = app.session()?;
    let source = Source {
        texts: texts(),
        case: &case,
        organisation: &session.organisation,
        logo: None,
        agreements: &session.profile.agreements,
        law: &app.law,
        today: call.today,
        kind_known: true,
    };
    documents::journal(&source, case.version(request.version).ok_or_else(missing)?).ok_or_else(missing)
}
