//! The plan as a braid (fläta), and the timeline of the case.

use crate::{App, AppError, Code, act::Call, clock, describe::commands, words::texts};
use samsyn_plan::{
    braid,
    ids::{CaseId, VersionId},
    plan,
    protection::{self, Viewer},
    timeline::{self, Happening},
};
use samsyn_print::{
    braid::{BraidPeriod, ToldBraid, pictures, tell},
    picture::{Frame, Picture},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "braid.show" Read [NotFound] show: BraidShow => BraidView;
    "timeline.show" Read [NotFound] happenings: TimelineShow => Vec<Happening>;
}

/// What the page's picture is drawn in, in pixels of a page that is as wide as it.
const WIDTH: f32 = 840.0;
const LETTERS: f32 = 14.0;

/// Shows a plan as a braid: who does what and when, and what does not hold together.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BraidShow {
    /// The case.
    case: CaseId,
    /// The version; nothing is the plan as the drafts say now.
    version: Option<VersionId>,
    /// How much of the time the picture shows.
    #[serde(default)]
    period: BraidPeriod,
}

/// Shows what has happened in a case and what is booked.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TimelineShow {
    /// The case.
    case: CaseId,
}

/// A braid as the screen shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct BraidView {
    /// In words.
    told: ToldBraid,
    /// As a picture.
    picture: Picture,
}

fn show(app: &mut App, call: &Call, request: BraidShow) -> Result<BraidView, AppError> {
    let case = protection::veil(&app.case(request.case)?, Viewer::Screen);
    let session = app.session()?;
    let missing = || AppError::at(Code::NotFound, "version");
    let plan = match request.version {
        Some(version) => plan::thaw(&case.version(version).ok_or_else(missing)?.content).ok_or_else(missing)?,
        None => plan::build(&case, &session.organisation, &app.law, call.today),
    };
    let seen = braid::braid(&case, &plan, call.today);
    let told = tell(texts(), &case, &plan, &seen);
    let frame = Frame { width: WIDTH, height: f32::INFINITY, letters: LETTERS };
    // As high as it needs to be, it is one.
    let picture = pictures(texts(), &seen, &told, frame, request.period).into_iter().next().ok_or(AppError::new(Code::Internal))?;
    Ok(BraidView { told, picture })
}

fn happenings(app: &mut App, call: &Call, request: TimelineShow) -> Result<Vec<Happening>, AppError> {
    let case = protection::veil(&app.case(request.case)?, Viewer::Screen);
    Ok(timeline::timeline(&case, call.today, clock::day_of))
}
