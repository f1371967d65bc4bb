//! The arbetslista on paper. Paper lies about, so that nobody is named unless the user asks for it.

use super::letterhead;
use super::words::{figures, joined, sentence};
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::{NaiveDate, NaiveTime};
use samsyn_plan::ids::PersonId;
use samsyn_plan::profile::Organisation;
use samsyn_plan::worklist::{Task, TaskCode};
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
    /// Whether the case cannot be shown, since something of it was lost.
    pub hurt: bool,
}

/// What waits in each case, a row for each thing: the case's number, what to do, and by when. Names of persons and parties
/// stand there only where `named`.
pub fn worklist(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    cases: &[WorklistCase],
    named: bool,
    today: NaiveDate,
) -> Document {
    let mut head = vec![texts.get("paper-worklist-case")];
    head.extend(named.then(|| texts.get("paper-column-name")));
    head.extend([texts.get("paper-worklist-task"), texts.get("paper-worklist-due")]);
    let tasks = cases.iter().flat_map(|case| case.tasks.iter().map(move |(key, task)| row(texts, case, key, task, named)));
    let rows: Vec<Vec<String>> = cases.iter().filter(|case| case.hurt).map(|case| hurt(texts, case, named)).chain(tasks).collect();
    let lead = texts.get(if named { "paper-worklist-named" } else { "paper-worklist-unnamed" });
    let mut blocks = vec![Block::lead(texts.with("paper-worklist-day", &[("day", &today.to_string())])), Block::note(lead)];
    blocks.push(if rows.is_empty() {
        Block::text(texts.get("paper-worklist-nothing"))
    } else {
        let widths = if named { vec![1.4, 1.8, 3.6, 1.6] } else { vec![1.4, 4.6, 1.6] };
        Block::Table { head, widths, rows, caption: None }
    });
    Document {
        title: texts.get("paper-worklist-title"),
        language: "sv".to_owned(),
        author: joined([&organisation.name, &organisation.unit], ", "),
        letterhead: letterhead(texts, organisation, logo),
        created: today.and_time(NaiveTime::MIN).and_utc(),
        header: texts.get("paper-worklist-title"),
        draft: false,
        subject: None,
        large_type: false,
        blocks,
    }
}

/// The row of a case that cannot be shown.
fn hurt(texts: &Texts, case: &WorklistCase, named: bool) -> Vec<String> {
    let mut cells = vec![case.number.clone()];
    cells.extend(named.then(String::new));
    cells.extend([texts.get("paper-worklist-hurt"), String::new()]);
    cells
}

fn row(texts: &Texts, case: &WorklistCase, key: &str, task: &Task, named: bool) -> Vec<String> {
    let about = if named { task.about.clone() } else { texts.get(unnamed(case, task)) };
    // A version's number names nobody.
    let about = if task.about.chars().all(|letter| letter.is_ascii_digit()) { task.about.clone() } else { about };
    let due = figures(task.due);
    let due = if task.overdue { texts.with("paper-worklist-overdue", &[("day", &due)]) } else { due };
    let mut cells = vec![case.number.clone()];
    cells.extend(named.then(|| case.name.clone()));
    cells.extend([sentence(&texts.with(key, &[("about", &about)])), due]);
    cells
}

/// The key of what stands for a name.
fn unnamed(case: &WorklistCase, task: &Task) -> &'static str {
    let person = task.code == TaskCode::TurnsEighteen || task.record == Some(case.person.0);
    if person { "paper-worklist-person" } else { "paper-worklist-party" }
}
