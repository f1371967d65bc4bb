//! Forms outside the cases, half-written: kept in the store for their user, so that a lock never takes what was typed. The
//! forms of a case's acts are kept with the case, as drafts.

use crate::{App, AppError, act::Call, describe::commands};
use chrono::{DateTime, Utc};
use samsyn_plan::text;
use samsyn_store::{self as store, Act, Chain, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

commands! {
    "form.list" Read [] list: FormList => Vec<HalfWritten>;
    "form.keep" Draft [] keep: FormKeep => FormKept;
}

/// Asks for the forms outside the cases that the user has half-written.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormList {}

/// A form that was half-written.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct HalfWritten {
    /// The command that the form is for.
    name: String,
    /// What stands in it, as the page wrote it.
    content: String,
}

/// Keeps what stands in a form now.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormKeep {
    /// The command that the form is for.
    name: String,
    /// What stands in it; nothing forgets it, since it was sent or given up.
    content: Option<String>,
}

/// When it was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct FormKept {
    /// The time.
    at: DateTime<Utc>,
}

fn list(app: &mut App, _: &Call, _: FormList) -> Result<Vec<HalfWritten>, AppError> {
    let session = app.session()?;
    let forms = session.store.read(|reader| store::tables::half_written(reader, session.user.id))?;
    Ok(forms.into_iter().map(|(name, content)| HalfWritten { name, content }).collect())
}

fn keep(app: &mut App, call: &Call, request: FormKeep) -> Result<FormKept, AppError> {
    let session = app.session_mut()?;
    let user = session.user.id;
    let (name, content) = (text::clean(&request.name), request.content.as_deref().map(text::clean));
    // The page knows what it keeps; the log gets nothing of it, since what was never sent leaves no history.
    let kind = Kind::Draft { merge: None };
    let act =
        Act { command_id: call.id, chain: Chain::Store, command: call.command, arguments: Value::Null, actor: user, at: call.now, kind };
    Ok(session.store.write(act, |writer| {
        store::tables::keep_half_written(writer, user, &name, content.as_deref())?;
        Ok::<_, store::StoreError>(FormKept { at: call.now })
    })?)
}
