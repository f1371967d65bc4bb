//! Ordered destruction (journalförstöring) of a first contact that no case came of.

use crate::{
    App, AppError, Code,
    act::Call,
    topics::handing::destruction::{Decision, Destroyed, carry_out},
};
use samsyn_plan::ids::ContactId;
use samsyn_store::log::Doomed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Erases a first contact for ever. What is left says that something was erased and on whose decision, and nothing about anybody.
/// One that a case came of goes with the case, and is not found here.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactDestroy {
    /// The contact.
    contact: ContactId,
    /// The authority that decided.
    authority: String,
    /// The number of the decision.
    number: String,
    /// The day of the decision: a date as typed.
    decided_on: String,
}

pub(super) fn destroy(app: &mut App, call: &Call, request: ContactDestroy) -> Result<Destroyed, AppError> {
    let decision = Decision::read(&request.authority, &request.number, &request.decided_on)?;
    if app.contact(request.contact, call.today)?.case.is_some() {
        return Err(AppError::at(Code::NotFound, "contact"));
    }
    carry_out(app, call, decision, Doomed { cases: &[], contacts: &[request.contact], people: false })
}
