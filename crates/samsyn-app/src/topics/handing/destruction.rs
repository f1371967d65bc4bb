//! Ordered destruction (journalförstöring), on the decision of an authority: of a case, and of a first contact that no case came of.

use crate::{
    App, AppError, Code,
    act::{Call, date, needed},
};
use chrono::NaiveDate;
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

/// Whose decision a destruction is.
pub(crate) struct Decision {
    authority: String,
    number: String,
    decided_on: NaiveDate,
}

impl Decision {
    /// Reads a decision as it was typed into the fields of these names.
    pub(crate) fn read(authority: &str, number: &str, decided_on: &str) -> Result<Self, AppError> {
        let (authority, number) = (needed("authority", authority)?, needed("number", number)?);
        Ok(Self { authority, number, decided_on: date("decided_on", decided_on)? })
    }
}

pub(super) fn destroy(app: &mut App, call: &Call, request: CaseDestroy) -> Result<Destroyed, AppError> {
    let decision = Decision::read(&request.authority, &request.number, &request.decided_on)?;
    // A case that is not there was perhaps erased by this very command, whose reply was lost: the store knows.
    match app.case(request.case) {
        Ok(case) if !same_number(&request.confirm, &case.number) => return Err(AppError::at(Code::NumberDiffers, "confirm")),
        Err(refusal) if refusal.code != Code::NotFound => return Err(refusal),
        _ => {}
    }
    carry_out(app, call, decision, Doomed { cases: &[request.case], contacts: &[], people: request.person_too })
}

/// Erases what an authority has decided, with a `Destruction` for each chain.
pub(crate) fn carry_out(app: &mut App, call: &Call, decision: Decision, doomed: Doomed<'_>) -> Result<Destroyed, AppError> {
    let Decision { authority, number, decided_on } = decision;
    // A backup under way reads what is to be erased, and would keep it in the file.
    app.stop_backup();
    let App { state, ids, .. } = app;
    let crate::app::State::Open(session) = state else { return Err(state.refusal()) };
    let act = Act {
        command_id: call.id,
        chain: Chain::Store,
        command: call.command,
        arguments: json!({ "authority": authority, "number": number, "decided_on": decided_on }),
        actor: session.user.id,
        at: call.now,
        kind: Kind::Act,
    };
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
