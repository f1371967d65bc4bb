//! The arbetslista on paper. Paper lies about, so that nobody is named unless the user asks for it.

use super::words::{figures, sentence};
use super::{of_no_case, start_of};
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::NaiveDate;
use samsyn_plan::ids::PersonId;
use samsyn_plan::profile::Organisation;
use samsyn_plan::worklist::{Clock, ClockCode, Task, TaskCode, TaskWhen};
use std::sync::Arc;

/// A case and what it waits for.
pub struct WorklistCase {
    /// The case's number.
    pub number: String,
    /// The person, for tasks that are about her or him.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// What the case waits for, with the key of its words.
    pub tasks: Vec<(String, Task)>,
    /// The clocks that run in it, with the key of their words.
    pub clocks: Vec<(String, Clock)>,
    /// Whether the case cannot be shown, since something of it was lost.
    pub hurt: bool,
}

/// Somebody who turned to the unit and waits for an answer.
pub struct WorklistContact {
    /// The person's name; empty for somebody who is anonymous.
    pub name: String,
    /// For how many whole days.
    pub days: u32,
}

/// What stands on the paper.
pub struct WorklistPaper<'a> {
    /// Whose list it is, in words.
    pub whose: String,
    /// The cases.
    pub cases: &'a [WorklistCase],
    /// Who waits for an answer.
    pub contacts: &'a [WorklistContact],
    /// Whether names of persons and parties stand there.
    pub named: bool,
    /// The day.
    pub today: NaiveDate,
}

/// A row, and how near what it tells of is.
type Near = ((TaskWhen, Option<NaiveDate>), Vec<String>);

/// What waits, a row for each thing, the nearest first: the case's number, what to do, and by when. Names of persons and parties
/// stand there only where the user asks for it.
pub fn worklist(texts: &Texts, organisation: &Organisation, logo: Option<&Arc<Logo>>, paper: &WorklistPaper<'_>) -> Document {
    let WorklistPaper { whose, cases, contacts, named, today } = paper;
    let mut head = vec![texts.get("paper-worklist-case")];
    head.extend(named.then(|| texts.get("paper-column-name")));
    head.extend([texts.get("paper-worklist-task"), texts.get("paper-worklist-due")]);
    let mut near: Vec<Near> = cases.iter().flat_map(|case| of_case(texts, case, *named, *today)).collect();
    near.sort_by_key(|(when, _)| *when);
    let first = cases.iter().filter(|case| case.hurt).map(|case| hurt(texts, case, *named));
    let waiting = contacts.iter().map(|contact| waiting(texts, contact, *named));
    let rows: Vec<Vec<String>> = first.chain(waiting).chain(near.into_iter().map(|(_, row)| row)).collect();
    let lead = texts.get(if *named { "paper-worklist-named" } else { "paper-worklist-unnamed" });
    let day = texts.with("paper-worklist-day", &[("day", &today.to_string()), ("whose", whose)]);
    let mut blocks = vec![Block::lead(day), Block::note(lead)];
    blocks.push(if rows.is_empty() {
        Block::text(texts.get("paper-worklist-nothing"))
    } else {
        let widths = if *named { vec![1.4, 1.8, 3.6, 1.6] } else { vec![1.4, 4.6, 1.6] };
        Block::Table { head, widths, rows, caption: None }
    });
    of_no_case(texts, organisation, logo, texts.get("paper-worklist-title"), start_of(*today), blocks)
}

/// What a case waits for, and the clocks that run in it. A clock without a last day is never late.
fn of_case(texts: &Texts, case: &WorklistCase, named: bool, today: NaiveDate) -> Vec<Near> {
    let tasks = case.tasks.iter().map(|(key, task)| ((task.when, task.due), row(texts, case, key, task, named)));
    let clocks = case.clocks.iter().map(|(key, clock)| {
        let last = Some(clock.day).filter(|_| !is_since(clock));
        let name = named.then(|| case.name.clone());
        let state = format!("{}: {}", texts.get(key), state(texts, clock));
        ((TaskWhen::of(last, today), last), cells(case.number.clone(), name, state, figures(last)))
    });
    tasks.chain(clocks).collect()
}

/// Whether a clock tells since when something is so, and not by when something is to be done: a waiting, and the first day of the
/// kommun's liability when that has come.
fn is_since(clock: &Clock) -> bool {
    clock.code == ClockCode::Waiting || (clock.code == ClockCode::Liability && clock.days < 0)
}

/// How many days are left or have gone, or since when it is so.
fn state(texts: &Texts, clock: &Clock) -> String {
    let key = match (clock.code, clock.days) {
        (ClockCode::Liability, days) if days < 0 => return texts.with("clock-passed", &[("day", &clock.day.to_string())]),
        (ClockCode::Waiting, _) => "paper-clock-waited",
        (_, days) if days < 0 => "paper-clock-over",
        _ => "paper-clock-left",
    };
    texts.with(key, &[("days", &clock.days.unsigned_abs().to_string())])
}

/// A row: whose it is, the name where names stand on the paper, what there is to do, and by when.
fn cells(first: String, name: Option<String>, what: String, due: String) -> Vec<String> {
    [Some(first), name, Some(what), Some(due)].into_iter().flatten().collect()
}

/// The row of somebody who waits for an answer.
fn waiting(texts: &Texts, contact: &WorklistContact, named: bool) -> Vec<String> {
    let what = texts.with("paper-worklist-waiting", &[("days", &contact.days.to_string())]);
    cells(texts.get("paper-worklist-contact"), named.then(|| contact.name.clone()), what, String::new())
}

/// The row of a case that cannot be shown.
fn hurt(texts: &Texts, case: &WorklistCase, named: bool) -> Vec<String> {
    cells(case.number.clone(), named.then(String::new), texts.get("paper-worklist-hurt"), String::new())
}

fn row(texts: &Texts, case: &WorklistCase, key: &str, task: &Task, named: bool) -> Vec<String> {
    // A version's number names nobody.
    let tells_nobody = named || task.about.chars().all(|letter| letter.is_ascii_digit());
    let about = if tells_nobody { task.about.clone() } else { texts.get(unnamed(case, task)) };
    let due = figures(task.due);
    let due = if task.when == TaskWhen::Late { texts.with("paper-worklist-overdue", &[("day", &due)]) } else { due };
    cells(case.number.clone(), named.then(|| case.name.clone()), sentence(&texts.with(key, &[("about", &about)])), due)
}

/// The key of what stands for a name.
fn unnamed(case: &WorklistCase, task: &Task) -> &'static str {
    let person = task.code == TaskCode::TurnsEighteen || task.record == Some(case.person.0);
    if person { "paper-worklist-person" } else { "paper-worklist-party" }
}
