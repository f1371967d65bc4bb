//! The first start: whose store it is.

use crate::AppError;
use crate::example::Script;
use serde_json::json;

/// Per Nyström of the open care unit Nexus starts the program for the first time, and types the recovery key back.
pub(super) fn first_start(script: &mut Script) -> Result<(), AppError> {
    script.at(0, "08.00")?;
    let store = json!({
        "profile": "jamtland-harjedalen",
        "controller": "Socialnämnden i Östersunds kommun",
        "principal": "municipality",
        "organisation": "Östersunds kommun",
        "unit": "öppenvården Nexus",
        "phone": "0980-319 200",
        "user": "Per Nyström",
        "title": "socialsekreterare",
    });
    let key = script.create(store)?;
    let sheet = script.app.call_for_bytes("store.recovery_sheet", json!({}))?;
    script.leave("aterstallningsnyckel", &sheet)?;
    script.confirm(&key)
}
