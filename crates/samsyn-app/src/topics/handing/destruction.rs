//! Ordered destruction (journalförstöring) of a case, on the decision of an authority.

use crate::{
    App, AppError, Code,
    act::{Call, date, needed},
};
use samsyn_plan::ids::{CaseId, RecordId};
use samsyn_store::{self as store, Act, Chain, Kind, log::Doomed, tables::Destruction};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Erases a case for ever. What is left says that something was erased and on whose decision, and nothing about the person.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseDestroy {
    /// The case.
    case: CaseId,
    /// The authority that decided.
    authority: String,
    /// The number of the decision.
    number: String,
    /// The day of the decision: a date as typed.
    decided_on: String,
    /// The case's own number, typed, so that nothing is erased by mistake.
    confirm: String,
    /// Erase the person too, where this is the last case.
    #[serde(default)]
    person_too: bool,
}

/// What was erased.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Destroyed {
    /// How many rows.
    rows: u32,
    /// Whether the person went too.
    person_too: bool,
}

pub(super) fn destroy(app: &mut App, call: &Call, request: CaseDestroy) -> Result<Destroyed, AppError> {
    let authority = needed("authority", &request.authority)?;
    let number = needed("number", &request.number)?;
    let decided_on = date("decided_on", &request.decided_on)?;
    let arguments = json!({ "authority": authority, "number": number, "decided_on": decided_on });
    // A case that is not there was perhaps erased by this very command, whose reply was lost: the store knows.
    match app.case(request.case) {
        Ok(case) if !same_number(&request.confirm, &case.number) => return Err(AppError::at(Code::NumberDiffers, "confirm")),
        Err(refusal) if refusal.code != Code::NotFound => return Err(refusal),
        _ => {}
    }
    // A backup under way reads what is to be erased, and would keep it in the file.
    app.stop_backup();
    let App { state, ids, .. } = app;
    let crate::app::State::Open(session) = state else { return Err(state.refusal()) };
    let act = Act {
        command_id: call.id,
        chain: Chain::Store,
        command: call.command,
        arguments,
        actor: session.user.id,
        at: call.now,
        kind: Kind::Act,
    };
    let doomed = Doomed { cases: &[request.case], contacts: &[], people: request.person_too };
    session.store.destroy(&act, doomed, |writer, erased| {
        for gone in &erased.chains {
            let destruction = Destruction {
                id: RecordId(ids.next(call.now)),
                at: call.now,
                by: session.user.name.clone(),
                authority: authority.clone(),
                number: number.clone(),
                decided_on,
                erased: gone.chain.clone(),
                rows: gone.rows,
                certificate: None,
            };
            store::table::insert(writer, &destruction)?;
        }
        Ok(Destroyed { rows: erased.rows(), person_too: erased.people > 0 })
    })
}

/// Whether a number was typed as it stands, but for capitals and spaces.
fn same_number(typed: &str, number: &str) -> bool {
    typed.trim().eq_ignore_ascii_case(number)
}
