//! The plan as a braid (fläta), and the timeline of the case.

use crate::{App, AppError, Code, act::Call, clock, describe::commands, words::texts};
use samsyn_plan::{
    braid::{self, Braid},
    case::Case,
    ids::{CaseId, MeetingId, VersionId},
    plan::{self, Plan},
    protection::{self, Viewer},
    room,
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
    "braid.room" Read [NotFound] show_room: BraidRoom => BraidView;
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

/// Shows the plan as a braid to the room of a meeting: only what everybody there may hear.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BraidRoom {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
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
    view(&case, &plan, &braid::braid(&case, &plan, call.today), request.period)
}

fn show_room(app: &mut App, call: &Call, request: BraidRoom) -> Result<BraidView, AppError> {
    let case = protection::veil(&app.case(request.case)?, Viewer::Screen);
    let session = app.session()?;
    case.meeting(request.meeting).ok_or_else(|| AppError::at(Code::NotFound, "meeting"))?;
    let plan = plan::build(&case, &session.organisation, &app.law, call.today);
    let heard = room::heard(&case, &plan, call.today).into_iter().find(|heard| heard.meeting == request.meeting);
    let plan = heard.map_or(plan, |heard| heard.plan);
    view(&case, &plan, &room::heard_braid(&case, &plan, request.meeting, call.today), BraidPeriod::Whole)
}

/// A braid in words and as a picture, as high as it needs to be.
fn view(case: &Case, plan: &Plan, seen: &Braid, period: BraidPeriod) -> Result<BraidView, AppError> {
    let told = tell(texts(), case, plan, seen);
    let frame = Frame { width: WIDTH, height: f32::INFINITY, letters: LETTERS };
    let picture = pictures(texts(), seen, &told, frame, period).into_iter().next().ok_or(AppError::new(Code::Internal))?;
    Ok(BraidView { told, picture })
}

fn happenings(app: &mut App, call: &Call, request: TimelineShow) -> Result<Vec<Happening>, AppError> {
    let case = protection::veil(&app.case(request.case)?, Viewer::Screen);
    Ok(timeline::timeline(&case, call.today, clock::day_of))
}
