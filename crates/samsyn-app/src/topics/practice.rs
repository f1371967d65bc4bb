//! Practice: the made-up cases of the example, each in a store of its own that anybody may open. Nothing here opens or writes
//! the real store, which lies locked meanwhile.

use super::store::{StoreStatus, status_of};
use crate::{App, AppError, Code, act::Call, app::PracticeCase, describe::commands};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "practice.show" Store [] show: PracticeShow => Practice;
    "practice.make" Store [StoreOpen, FileFailed] make: PracticeOf => Practice;
    "practice.enter" Store [StoreOpen, StoreEmpty] enter: PracticeOf => StoreStatus;
    "practice.leave" Store [] leave: PracticeShow => StoreStatus;
    "practice.discard" Store [StoreOpen, FileFailed] discard: PracticeOf => Practice;
}

/// Asks which cases there are to practise on.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PracticeShow {}

/// Names a case to practise on.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PracticeOf {
    /// The case.
    case_of: PracticeCase,
}

/// The cases that there are to practise on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Practice {
    /// The cases.
    cases: Vec<PracticeLine>,
    /// The one that is being made.
    making: Option<PracticeMaking>,
    /// Why the last one was not made.
    failed: Option<Code>,
}

/// A case to practise on.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PracticeLine {
    /// The case.
    case_of: PracticeCase,
    /// Whether it is made, and can be opened.
    made: bool,
}

/// A case that is being made.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PracticeMaking {
    /// The case.
    case_of: PracticeCase,
    /// How many of its parts are done.
    done: u32,
    /// How many it has.
    of: u32,
}

fn show(app: &mut App, _: &Call, _: PracticeShow) -> Result<Practice, AppError> {
    Ok(practice_of(app))
}

fn make(app: &mut App, _: &Call, request: PracticeOf) -> Result<Practice, AppError> {
    app.make_practice(request.case_of)?;
    Ok(practice_of(app))
}

fn enter(app: &mut App, _: &Call, request: PracticeOf) -> Result<StoreStatus, AppError> {
    app.enter_practice(request.case_of)?;
    Ok(status_of(app))
}

fn leave(app: &mut App, _: &Call, _: PracticeShow) -> Result<StoreStatus, AppError> {
    if app.practised().is_some() {
        app.lock();
    }
    Ok(status_of(app))
}

fn discard(app: &mut App, _: &Call, request: PracticeOf) -> Result<Practice, AppError> {
    app.discard_practice(request.case_of)?;
    Ok(practice_of(app))
}

fn practice_of(app: &mut App) -> Practice {
    app.gather_practice();
    let line = |case_of| PracticeLine { case_of, made: app.is_practice_made(case_of) };
    let making = app.practice.making().map(|(case_of, done, of)| PracticeMaking { case_of, done, of });
    Practice { cases: PracticeCase::ALL.iter().copied().map(line).collect(), making, failed: app.practice.failed }
}
