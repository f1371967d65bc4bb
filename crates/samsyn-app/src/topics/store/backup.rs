//! Backups in the program: where they go, what was made, and when one waits.

use super::setup::keep;
use crate::{
    App, AppError, Code,
    act::{Call, words},
    app::PLAN,
    clock::day_of,
};
use samsyn_plan::backups::{self, BackupMade, BackupPlan, BackupTried, BackupWaits, Restoration};
use samsyn_store::{self as store, place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How many of the backups that were made are shown.
const SHOWN: u32 = 10;

/// Backs the store up, encrypted, to a folder, and waits. It counts when the copy has been reopened and compared.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoreBackup {
    /// The folder; it is created.
    folder: PathBuf,
}

/// What a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct BackedUp {
    /// How many rows were compared.
    rows: u32,
}

/// Asks how it stands with the backups.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupsRequest {}

/// Sets where backups go, how often one is wanted and how many are kept. Numbers come as typed.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanBackups {
    /// A folder that is there; empty for none.
    place: String,
    /// Days, from 1 to 31.
    every_days: String,
    /// How many are kept, from 2 to 100.
    keep: String,
}

/// How it stands with the backups.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Backups {
    /// Where they go, how often, and how many are kept.
    plan: BackupPlan,
    /// Whether the folder can be reached now; a drive may be pulled out.
    place_there: bool,
    /// Whether something carries the folder elsewhere, such as OneDrive.
    place_synced: bool,
    /// Those that were made, the newest first.
    made: Vec<BackupMade>,
    /// The newest trial.
    tried: Option<BackupTried>,
    /// Whether a trial should be made.
    trial_waits: bool,
    /// When the store was last put back.
    restored: Option<Restoration>,
    /// How much of the one that is being made is copied, in percent; at 100 it is being compared.
    percent: Option<u8>,
    /// Why the last one was not made.
    failed: Option<AppError>,
    /// Why one waits. None waits for made-up people.
    waits: Option<BackupWaits>,
}

pub(crate) fn backup(app: &mut App, _: &Call, request: StoreBackup) -> Result<BackedUp, AppError> {
    let report = app.backup(&request.folder, |_, _| {})?;
    Ok(BackedUp { rows: u32::try_from(report.rows).unwrap_or(u32::MAX) })
}

pub(crate) fn begin(app: &mut App, call: &Call, _: BackupsRequest) -> Result<Backups, AppError> {
    app.begin_backup()?;
    show(app, call, BackupsRequest {})
}

pub(crate) fn show(app: &mut App, call: &Call, _: BackupsRequest) -> Result<Backups, AppError> {
    app.gather_backup()?;
    let plan = app.backup_plan()?;
    let practice = app.session()?.practice;
    let (percent, failed) = (app.backing.percent(), app.backing.failed.clone());
    app.read(|reader| {
        let made = store::tables::backups_made(reader, SHOWN)?;
        let tried = store::tables::backups_tried(reader, 1)?.pop();
        let written = store::tables::last_written(reader)?;
        let newest = made.first().map(|made| made.at);
        let waits = backups::waits(&plan, newest, written, call.today, day_of).filter(|_| !practice);
        Ok(Backups {
            place_there: !plan.place.is_empty() && Path::new(&plan.place).is_dir(),
            place_synced: is_synced(&plan.place),
            trial_waits: newest.is_some() && backups::trial_waits(tried.as_ref().map(|tried| tried.at), call.now),
            restored: store::tables::restorations(reader, 1)?.pop(),
            plan,
            made,
            tried,
            percent,
            failed,
            waits,
        })
    })
}

pub(crate) fn plan(app: &mut App, call: &Call, request: PlanBackups) -> Result<Backups, AppError> {
    let place = words(&request.place);
    if !place.is_empty() {
        app.session()?.store.may_hold_backups(Path::new(&place)).map_err(|error| {
            let refused = crate::app::backup_refusal(error);
            AppError::at(refused.code, "place").with(refused.details)
        })?;
    }
    let plan =
        BackupPlan { place, every_days: within("every_days", &request.every_days, 1, 31)?, keep: within("keep", &request.keep, 2, 100)? };
    let session = app.session_mut()?;
    keep(&mut session.store, call, session.user.id, |writer| store::tables::set_setting(writer, PLAN, &plan))?;
    app.backing.failed = None;
    show(app, call, BackupsRequest {})
}

/// A whole number from a lowest to a highest.
fn within(field: &str, typed: &str, lowest: u16, highest: u16) -> Result<u16, AppError> {
    let number = words(typed).parse().ok().filter(|number| (lowest..=highest).contains(number));
    number.ok_or_else(|| AppError::at(Code::InvalidValue, field))
}

/// Whether something carries a folder elsewhere. The copy is encrypted, so that this is said and not refused.
fn is_synced(folder: &str) -> bool {
    !folder.is_empty() && place::describe(Path::new(folder)).is_ok_and(|place| place::judge(&place) == Err(place::Unfit::Synced))
}
