//! The arbetslista: what waits in every open case, and who waits for an answer.

use super::contacts::{ContactLine, Holder};
use super::documents::of_no_case;
use crate::{
    App, AppError,
    act::Call,
    describe::{byte_commands, commands},
    view::CaseLine,
    words::texts,
};
use samsyn_plan::{
    access::{CaseGuard, Standing},
    codes::Activity,
    first_contact::FirstContact,
    ids::{CaseId, UserId},
    profile::User,
    worklist::{self, Clock, Task, TaskWhen},
};
use samsyn_print::documents::{self, WorklistCase, WorklistContact, WorklistPaper};
use samsyn_store as store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

commands! {
    "worklist.show" Read [] show: WorklistShow => Worklist;
}

byte_commands! {
    "worklist.print" Read [] print: WorklistPrint;
}

/// Whose cases the arbetslista shows. Whatever is chosen, it holds no case that the user may not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WorklistOf {
    /// Those on which the user is named.
    Mine,
    /// Those of the branch that the unit works in.
    Unit,
    /// All that the user may open.
    #[default]
    All,
    /// Those on which one colleague is named.
    Colleague,
}

/// Shows what waits: what is late first, then what has a day, by how near it is.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorklistShow {
    /// Whose.
    #[serde(default)]
    of: WorklistOf,
    /// The colleague.
    #[serde(default)]
    user: Option<UserId>,
}

/// Gives the arbetslista on paper: the cases' numbers, what to do and by when.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorklistPrint {
    /// Whether names of persons and parties stand there. Paper lies about.
    #[serde(default)]
    names: bool,
    /// Whose.
    #[serde(default)]
    of: WorklistOf,
    /// The colleague.
    #[serde(default)]
    user: Option<UserId>,
}

/// What waits.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct Worklist {
    /// The cases.
    lines: Vec<WorklistLine>,
    /// The first contacts without an answer, who has waited longest first. One that nobody sees to is in everybody's list.
    contacts: Vec<ContactLine>,
    /// How many open cases there are to choose among.
    counts: WorklistCounts,
    /// The colleagues who are named on a case that the user may open.
    colleagues: Vec<Holder>,
}

/// How many open cases each choice has.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct WorklistCounts {
    /// The user's own.
    mine: u32,
    /// The unit's.
    unit: u32,
    /// All that the user may open.
    all: u32,
}

/// A case and what it waits for.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct WorklistLine {
    /// The case.
    line: CaseLine,
    /// What it waits for; empty where nothing does.
    tasks: Vec<Task>,
    /// The clocks that run in it.
    clocks: Vec<Clock>,
    /// The case cannot be shown: something that it needs was lost. Its number is all that stands here.
    hurt: bool,
}

impl WorklistLine {
    /// How near the nearest of what the case waits for is; nothing where it waits for nothing.
    fn when(&self) -> Option<TaskWhen> {
        self.tasks.first().map(|task| task.when)
    }
}

fn show(app: &mut App, call: &Call, request: WorklistShow) -> Result<Worklist, AppError> {
    let cases = app.case_lines()?;
    let whose = Whose::read(app)?;
    let count = |of| cases.iter().filter(|line| !line.closed && whose.has(line.case, of, None)).count();
    let [mine, unit, all] = [WorklistOf::Mine, WorklistOf::Unit, WorklistOf::All].map(|of| u32::try_from(count(of)).unwrap_or(u32::MAX));
    let chosen = cases.iter().filter(|line| whose.has(line.case, request.of, request.user)).cloned();
    Ok(Worklist {
        lines: lines(app, call, chosen)?,
        contacts: contacts(app, call, &whose, &request)?,
        counts: WorklistCounts { mine, unit, all },
        colleagues: whose.colleagues(&cases),
    })
}

fn lines(app: &App, call: &Call, cases: impl Iterator<Item = CaseLine>) -> Result<Vec<WorklistLine>, AppError> {
    let profile = app.profile()?;
    let mut found = Vec::new();
    for line in cases {
        let Some(case) = app.readable(line.case)? else {
            let line = CaseLine { name: String::new(), ..line };
            found.push(WorklistLine { line, tasks: Vec::new(), clocks: Vec::new(), hurt: true });
            continue;
        };
        let tasks = worklist::tasks(&case, &profile.limits, &profile.agreements, call.today);
        if !line.closed || !tasks.is_empty() {
            let clocks = worklist::clocks(&case, &profile.limits, &profile.agreements, call.today);
            found.push(WorklistLine { line, tasks, clocks, hurt: false });
        }
    }
    found.sort_by_key(|line| {
        let due = line.tasks.first().and_then(|task| task.due);
        (!line.hurt, line.when().is_none(), line.when(), due, line.line.number.clone())
    });
    Ok(found)
}

/// Who waits for an answer, of those who are in the hands of whoever's list it is.
fn contacts(app: &App, call: &Call, whose: &Whose, request: &WorklistShow) -> Result<Vec<ContactLine>, AppError> {
    let mut waiting: Vec<_> = app.contacts(call.today)?.into_iter().filter(FirstContact::waits).collect();
    waiting.retain(|contact| match request.of {
        WorklistOf::Mine => contact.is_for(whose.user.id),
        WorklistOf::Colleague => request.user.is_some_and(|user| contact.is_for(user)),
        WorklistOf::Unit | WorklistOf::All => true,
    });
    waiting.sort_by_key(FirstContact::since);
    Ok(waiting.iter().map(|contact| ContactLine::of(contact, &whose.users, call)).collect())
}

/// Whose each case is.
struct Whose {
    user: User,
    unit: Option<Activity>,
    users: Vec<User>,
    guards: BTreeMap<CaseId, CaseGuard>,
}

impl Whose {
    fn read(app: &App) -> Result<Self, AppError> {
        let session = app.session()?;
        let (user, unit) = (session.user.clone(), session.unit_activity());
        app.read(|reader| Ok(Self { user, unit, users: store::tables::users(reader)?, guards: store::tables::case_guards(reader)? }))
    }

    /// Whether a case that the user may open belongs to a choice.
    fn has(&self, case: CaseId, of: WorklistOf, colleague: Option<UserId>) -> bool {
        match of {
            WorklistOf::All => true,
            WorklistOf::Mine => self.names(case, &self.user),
            WorklistOf::Colleague => self.users.iter().any(|user| Some(user.id) == colleague && self.names(case, user)),
            WorklistOf::Unit => self.guards.get(&case).is_none_or(|guard| guard.branch(self.unit) == self.unit.map(Activity::branch)),
        }
    }

    fn names(&self, case: CaseId, user: &User) -> bool {
        self.guards.get(&case).is_some_and(|guard| guard.standing(user, self.unit) == Standing::Named)
    }

    /// The others who are named on any of the cases.
    fn colleagues(&self, cases: &[CaseLine]) -> Vec<Holder> {
        let others = self.users.iter().filter(|user| user.id != self.user.id);
        let named = others.filter(|user| cases.iter().any(|line| !line.closed && self.names(line.case, user)));
        named.map(Holder::from).collect()
    }
}

fn print(app: &mut App, call: &Call, request: WorklistPrint) -> Result<Vec<u8>, AppError> {
    let WorklistPrint { names, of, user } = request;
    let Worklist { lines, contacts, .. } = show(app, call, WorklistShow { of, user })?;
    let cases: Vec<_> = lines.into_iter().map(on_paper).collect();
    let contacts: Vec<_> = contacts.into_iter().map(|contact| WorklistContact { name: contact.name, days: contact.days }).collect();
    let whose = whose_words(app, of, user)?;
    let session = app.session()?;
    let what = WorklistPaper { whose, cases: &cases, contacts: &contacts, named: names, today: call.today };
    let paper = documents::worklist(texts(), &session.organisation, session.logo.as_ref(), &what);
    of_no_case(session, paper)
}

/// Whose list it is, in words: a user by name.
fn whose_words(app: &App, of: WorklistOf, colleague: Option<UserId>) -> Result<String, AppError> {
    let named = match of {
        WorklistOf::Mine => Some(app.session()?.user.id),
        WorklistOf::Colleague => colleague,
        WorklistOf::Unit => return Ok(app.session()?.organisation.unit.clone()),
        WorklistOf::All => return Ok(texts().get("paper-worklist-all")),
    };
    let users = app.read(|reader| Ok(store::tables::users(reader)?))?;
    Ok(users.into_iter().find(|user| Some(user.id) == named).map(|user| user.name).unwrap_or_default())
}

fn on_paper(WorklistLine { line, tasks, clocks, hurt }: WorklistLine) -> WorklistCase {
    let tasks = tasks.into_iter().map(|task| (format!("task-{}", code(&task.code).replace('_', "-")), task)).collect();
    let clocks = clocks.into_iter().map(|clock| (format!("clock-{}", code(&clock.code).replace('_', "-")), clock)).collect();
    WorklistCase { number: line.number, person: line.person, name: line.name, tasks, clocks, hurt }
}

/// A code as sent.
fn code(code: &impl Serialize) -> String {
    serde_json::to_value(code).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}
