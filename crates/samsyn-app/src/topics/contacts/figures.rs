//! How many turned to the unit in a period, who they were and what came of it.

use crate::{
    App, AppError,
    act::{Call, date},
};
use samsyn_statistics::{ContactFigures, contact_figures};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Counts the first contacts of a period. The figures hold no person; they are one's own, and small numbers are not hidden.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactFiguresShow {
    /// The first day: a date as typed.
    from: String,
    /// The last day: a date as typed.
    to: String,
}

pub(super) fn show(app: &mut App, call: &Call, request: ContactFiguresShow) -> Result<ContactFigures, AppError> {
    let (from, to) = (date("from", &request.from)?, date("to", &request.to)?);
    Ok(contact_figures(&app.contacts(call.today)?, from, to, call.today))
}
