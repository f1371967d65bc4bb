//! The arbetslista: what waits in every open case.

use crate::{App, AppError, act::Call, describe::commands, view::CaseLine};
use samsyn_plan::worklist::{self, Task};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "worklist.show" Read [] show: WorklistShow => Vec<WorklistLine>;
}

/// Shows what waits, the overdue first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorklistShow {}

/// A case and what it waits for.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct WorklistLine {
    /// The case.
    line: CaseLine,
    /// What it waits for; empty where nothing does.
    tasks: Vec<Task>,
}

fn show(app: &mut App, call: &Call, _: WorklistShow) -> Result<Vec<WorklistLine>, AppError> {
    let profile = app.profile()?.clone();
    let mut lines = Vec::new();
    for line in app.case_lines()? {
        let case = app.case(line.case)?;
        let tasks = worklist::tasks(&case, &profile.limits, &profile.agreements, call.today);
        if !line.closed || !tasks.is_empty() {
            lines.push(WorklistLine { line, tasks });
        }
    }
    lines.sort_by_key(|line| {
        let first = line.tasks.first();
        (first.is_none(), first.is_none_or(|task| !task.overdue), first.and_then(|task| task.due), line.line.number.clone())
    });
    Ok(lines)
}
