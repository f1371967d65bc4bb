//! The setting for signatures with a card: where the PKCS#11 module stands. Empty is off, as from the start.

use super::setup::keep;
use crate::{
    App, AppError,
    act::{Call, words},
};
use samsyn_store::{self as store, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the module that signs with a card.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SigningModuleRequest {}

/// The module that signs with a card.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SigningModule {
    /// The path of the PKCS#11 module; empty where signatures with a card are off.
    module: String,
}

const SETTING: &str = "signing_module";

pub(crate) fn module(app: &mut App, _: &Call, _: SigningModuleRequest) -> Result<SigningModule, AppError> {
    Ok(SigningModule { module: app.read(signing_module)? })
}

pub(crate) fn set_module(app: &mut App, call: &Call, request: SigningModule) -> Result<SigningModule, AppError> {
    let module = words(&request.module);
    let session = app.session_mut()?;
    keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, SETTING, &module))?;
    Ok(SigningModule { module })
}

/// The path of the module; empty where none is set.
pub(crate) fn signing_module(reader: &Reader<'_>) -> Result<String, AppError> {
    Ok(store::tables::setting(reader, SETTING)?.unwrap_or_default())
}
