//! The arbetslista: what waits in every open case.

use super::documents::marked;
use crate::{
    App, AppError, Code,
    act::Call,
    describe::{byte_commands, commands},
    view::CaseLine,
    words::texts,
};
use samsyn_plan::worklist::{self, Task};
use samsyn_print::documents::{self, WorklistCase};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "worklist.show" Read [] show: WorklistShow => Vec<WorklistLine>;
}

byte_commands! {
    "worklist.print" Read [] print: WorklistPrint;
}

/// Shows what waits, the overdue first.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorklistShow {}

/// Gives the arbetslista on paper: the cases' numbers, what to do and by when.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorklistPrint {
    /// Whether names of persons and parties stand there. Paper lies about.
    #[serde(default)]
    names: bool,
}

/// A case and what it waits for.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct WorklistLine {
    /// The case.
    line: CaseLine,
    /// What it waits for; empty where nothing does.
    tasks: Vec<Task>,
    /// The case cannot be shown: something that it needs was lost. Its number is all that stands here.
    hurt: bool,
}

fn show(app: &mut App, call: &Call, _: WorklistShow) -> Result<Vec<WorklistLine>, AppError> {
    let profile = app.profile()?.clone();
    let mut lines = Vec::new();
    for line in app.case_lines()? {
        let Some(case) = app.readable(line.case)? else {
            lines.push(WorklistLine { line: CaseLine { name: String::new(), ..line }, tasks: Vec::new(), hurt: true });
            continue;
        };
        let tasks = worklist::tasks(&case, &profile.limits, &profile.agreements, call.today);
        if !line.closed || !tasks.is_empty() {
            lines.push(WorklistLine { line, tasks, hurt: false });
        }
    }
    lines.sort_by_key(|line| {
        let first = line.tasks.first();
        (!line.hurt, first.is_none(), first.is_none_or(|task| !task.overdue), first.and_then(|task| task.due), line.line.number.clone())
    });
    Ok(lines)
}

fn print(app: &mut App, call: &Call, request: WorklistPrint) -> Result<Vec<u8>, AppError> {
    let lines = show(app, call, WorklistShow {})?;
    let cases: Vec<_> = lines.into_iter().map(on_paper).collect();
    let session = app.session()?;
    let paper = documents::worklist(texts(), &session.organisation, session.logo.as_ref(), &cases, request.names, call.today);
    samsyn_print::pdf(&marked(paper, session.practice)).map_err(|_| AppError::new(Code::Internal))
}

fn on_paper(WorklistLine { line, tasks, hurt }: WorklistLine) -> WorklistCase {
    let tasks = tasks.into_iter().map(|task| (format!("task-{}", code(&task).replace('_', "-")), task)).collect();
    WorklistCase { number: line.number, person: line.person, name: line.name, tasks, hurt }
}

/// The code of a task as sent.
fn code(task: &Task) -> String {
    serde_json::to_value(task.code).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}
