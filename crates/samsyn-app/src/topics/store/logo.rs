//! The unit's logo: a PNG file that somebody chooses, kept with the settings and printed on each paper.

use super::{StoreStatus, StoreStatusRequest, setup, status_of};
use crate::{App, AppError, Code, act::Call};
use samsyn_print::{Logo, LogoError};
use samsyn_store::{self as store, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// Chooses the logo. The one before stays where the file is refused.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetLogo {
    /// The PNG file, in hexadecimal.
    bytes: String,
}

const SETTING: &str = "logo";

pub(crate) fn set(app: &mut App, call: &Call, request: SetLogo) -> Result<StoreStatus, AppError> {
    let refused = |code| AppError::at(code, "bytes");
    if request.bytes.is_empty() {
        return Err(refused(Code::EmptyField));
    }
    // Two digits a byte: what is too large is not even unpacked.
    if request.bytes.len() > 2 * Logo::LARGEST_FILE {
        return Err(refused(Code::LogoTooLarge));
    }
    let file = hex::decode(&request.bytes).map_err(|_| refused(Code::LogoNotPng))?;
    let logo = Logo::read(&file).map_err(|error| {
        refused(match error {
            LogoError::NotPng => Code::LogoNotPng,
            LogoError::TooLarge => Code::LogoTooLarge,
            LogoError::Blank => Code::LogoBlank,
        })
    })?;
    keep(app, call, Some(logo))
}

pub(crate) fn remove(app: &mut App, call: &Call, _: StoreStatusRequest) -> Result<StoreStatus, AppError> {
    keep(app, call, None)
}

fn keep(app: &mut App, call: &Call, logo: Option<Logo>) -> Result<StoreStatus, AppError> {
    let session = app.session_mut()?;
    let kept = logo.as_ref().map(|logo| hex::encode(logo.png()));
    setup::keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, SETTING, &kept))?;
    session.logo = logo.map(Arc::new);
    Ok(status_of(app))
}

/// The logo as a PNG file, to be shown.
pub(crate) fn show(app: &mut App, _: &Call, _: StoreStatusRequest) -> Result<Vec<u8>, AppError> {
    let logo = app.session()?.logo.as_ref().ok_or_else(|| AppError::new(Code::NotFound))?;
    Ok(logo.png().to_vec())
}

/// The logo of a store that is opened. One that can no longer be read keeps nobody out.
pub(super) fn kept(reader: &Reader<'_>) -> Result<Option<Arc<Logo>>, AppError> {
    let kept: Option<Option<String>> = store::tables::setting(reader, SETTING)?;
    let png = kept.flatten().and_then(|digits| hex::decode(digits).ok());
    Ok(png.and_then(|png| Logo::kept(png).ok()).map(Arc::new))
}
