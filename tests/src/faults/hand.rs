//! A hand that writes case after case through the program, and knows what must then stand in the store.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::held::content;
use super::{FileKeyring, Held, Random};

/// The passphrase of every store of the fault tests.
pub const PASSPHRASE: &str = "kattuggla sextant havregryn moped";

/// The folder of the store in a place of the fault tests, and that of its keyring.
const STORE: &str = "store";
const KEYRING: &str = "keyring";

/// How many goals a case has at most, so that a command costs as much at the end as in the beginning.
const GOALS: usize = 12;

/// One command, and what it changes of the words that stand in the store.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// The command.
    pub command: String,
    /// Its request, with the identifier that lets a retry write once.
    pub request: Value,
    /// The words that are there no longer.
    pub gone: BTreeSet<String>,
    /// The words that are there from then on.
    pub here: BTreeSet<String>,
    /// What the hand learns of a reply to it.
    learns: Learns,
}

/// What a reply to a step tells the hand.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Learns {
    Person { word: String },
    Case,
    Goal { word: String },
    Words { goal: Value, before: String, after: String },
    Undone(Undoable),
    Nothing,
}

/// The draft that an undo would take back.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Undoable {
    Goal { word: String },
    Words { goal: Value, before: String, after: String },
}

impl Step {
    fn new(command: &str, mut request: Value, here: &[&str], gone: &[&str], learns: Learns) -> Self {
        if let Some(fields) = request.as_object_mut() {
            fields.insert("command_id".to_owned(), json!(Uuid::now_v7()));
        }
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self { command: command.to_owned(), request, here: set(here), gone: set(gone), learns }
    }

    /// The case that it is on; nothing where it begins one.
    pub fn case(&self) -> Option<&str> {
        self.request.get("case")?.as_str()
    }

    /// The words as this step leaves them.
    pub fn after(&self, words: &BTreeSet<String>) -> BTreeSet<String> {
        words.difference(&self.gone).chain(&self.here).cloned().collect()
    }
}

/// Writes until it is told to stop. What it writes follows from a seed.
pub struct Hand {
    random: Random,
    round: usize,
    written: usize,
    person: Option<(Value, String)>,
    case: Option<Value>,
    goals: Vec<(Value, String)>,
    undoable: Option<Undoable>,
}

impl Hand {
    /// A hand that goes on with the newest case of an open store, or begins another.
    ///
    /// # Panics
    /// Where the store does not answer.
    pub fn begin(app: &mut App, random: Random, round: usize) -> Self {
        let mut hand = Self { random, round, written: 0, person: None, case: None, goals: Vec::new(), undoable: None };
        let newest = newest_case(app);
        if let (Some(case), false) = (newest, hand.random.one_in(4)) {
            let view = app.call("case.show", json!({ "case": case })).unwrap();
            let goals = view.pointer("/case/goals").and_then(Value::as_array).cloned().unwrap_or_default();
            let known = |goal: &Value| Some((goal.get("id")?.clone(), goal.get("text")?.as_str()?.to_owned()));
            hand.goals = goals.iter().filter_map(known).collect();
            hand.case = Some(case);
        }
        hand
    }

    /// The log has been sealed, so that what is written from now on is undone by itself.
    pub fn sealed(&mut self) {
        self.undoable = None;
    }

    /// Does so many steps, and notes what must then stand there.
    ///
    /// # Panics
    /// When one of them is refused.
    pub fn write(&mut self, app: &mut App, steps: usize, held: &mut Held) {
        for _ in 0..steps {
            let step = self.next_step();
            let reply = app.call(&step.command, step.request.clone()).unwrap();
            held.acknowledged(&step, case_of(&reply));
            self.learn(&step, &reply);
        }
    }

    /// What to do next.
    pub fn next_step(&mut self) -> Step {
        let Some(case) = self.case.clone().filter(|_| self.goals.len() < GOALS) else { return self.towards_a_case() };
        match self.random.below(20) {
            0..=1 => self.act(&case),
            2..=3 => self.attachment(&case),
            4..=6 if self.undoable.is_some() => self.undo(&case),
            4..=9 => self.goal(&case),
            _ if self.goals.is_empty() => self.goal(&case),
            _ => self.words(&case),
        }
    }

    /// What the reply to a step tells.
    pub fn learn(&mut self, step: &Step, reply: &Value) {
        let undoable = self.undoable.take();
        match &step.learns {
            Learns::Person { word } => self.person = reply.get("id").map(|id| (id.clone(), word.clone())),
            Learns::Case => {
                self.case = reply.pointer("/view/case/id").cloned();
                (self.person, self.goals) = (None, Vec::new());
            }
            Learns::Goal { word } => {
                self.goals.push((reply.get("added").cloned().unwrap_or_default(), word.clone()));
                self.undoable = Some(Undoable::Goal { word: word.clone() });
            }
            Learns::Words { goal, before, after } => {
                self.goals.iter_mut().filter(|(id, _)| id == goal).for_each(|(_, word)| word.clone_from(after));
                // Saves of one field one after another are one change, so that an undo takes them all back.
                let before = match undoable {
                    Some(Undoable::Words { goal: same, before, .. }) if same == *goal => before,
                    _ => before.clone(),
                };
                self.undoable = Some(Undoable::Words { goal: goal.clone(), before, after: after.clone() });
            }
            Learns::Undone(Undoable::Goal { word }) => self.goals.retain(|(_, goal)| goal != word),
            Learns::Undone(Undoable::Words { goal, before, .. }) => {
                self.goals.iter_mut().filter(|(id, _)| id == goal).for_each(|(_, word)| word.clone_from(before));
            }
            Learns::Nothing => {}
        }
    }

    fn towards_a_case(&mut self) -> Step {
        if let Some((person, word)) = &self.person {
            return Step::new("case.open", json!({ "person": person }), &[word], &[], Learns::Case);
        }
        let word = self.word(0);
        let number = format!("2027-A{:03}{:03}", self.round, self.written);
        // Some of the words sound alike, such as those of the first and the eleventh life.
        let request = json!({ "identity": number, "reserve": true, "first_name": "Kim", "last_name": word, "in_spite_of_duplicate": true });
        Step::new("person.create", request, &[], &[], Learns::Person { word })
    }

    fn goal(&mut self, case: &Value) -> Step {
        let word = self.word(60);
        let request = json!({ "case": case, "kind": "goal", "fields": { "text": word } });
        Step::new("draft.add", request, &[&word], &[], Learns::Goal { word: word.clone() })
    }

    fn words(&mut self, case: &Value) -> Step {
        let (goal, before) = self.random.one_of(&self.goals).clone();
        let after = self.word(200);
        let request = json!({ "case": case, "kind": "goal", "id": goal, "fields": { "text": after } });
        Step::new("draft.set", request, &[&after], &[&before], Learns::Words { goal, before: before.clone(), after: after.clone() })
    }

    fn act(&mut self, case: &Value) -> Step {
        let word = self.word(0);
        let request = json!({ "case": case, "kind": "offered", "outcome": "accepted", "on": "2026-01-15", "who": word });
        Step::new("offer.record", request, &[&word], &[], Learns::Nothing)
    }

    fn attachment(&mut self, case: &Value) -> Step {
        let label = self.word(0);
        let bytes = label.repeat(1 + self.random.below(3000)).into_bytes();
        let request =
            json!({ "case": case, "kind": "other", "media_type": "application/pdf", "label": label, "bytes": hex::encode(&bytes) });
        Step::new("attachment.add", request, &[&label, &content(&bytes)], &[], Learns::Nothing)
    }

    fn undo(&mut self, case: &Value) -> Step {
        let request = json!({ "case": case });
        match self.undoable.clone().unwrap() {
            Undoable::Goal { word } => {
                Step::new("case.undo", request, &[], &[&word], Learns::Undone(Undoable::Goal { word: word.clone() }))
            }
            Undoable::Words { goal, before, after } => {
                let learns = Learns::Undone(Undoable::Words { goal, before: before.clone(), after: after.clone() });
                Step::new("case.undo", request, &[&before], &[&after], learns)
            }
        }
    }

    /// Words that stand nowhere else, from short ones to some pages of the database.
    fn word(&mut self, repeated: usize) -> String {
        self.written += 1;
        let word = format!("w{}n{}.", self.round, self.written);
        if repeated == 0 { word } else { word.repeat(1 + self.random.below(repeated)) }
    }
}

/// The case that a reply tells of.
pub fn case_of(reply: &Value) -> Option<&str> {
    reply.pointer("/view/case/id")?.as_str()
}

fn newest_case(app: &mut App) -> Option<Value> {
    let cases = app.call("case.list", json!({})).unwrap();
    let numbered = |case: &Value| Some((case.get("number")?.as_str()?.to_owned(), case.get("case")?.clone()));
    cases.as_array().unwrap().iter().filter_map(numbered).max_by(|one, other| one.0.cmp(&other.0)).map(|(_, id)| id)
}

/// The program on the store of a place, with the place's keyring.
pub fn program(place: &Path) -> App {
    let setup = Setup { folder: place.join(STORE), clock: Clock::System, keyring: true };
    App::with_keyring(setup, keyring_of(place))
}

/// The keyring of a place.
pub fn keyring_of(place: &Path) -> Arc<FileKeyring> {
    Arc::new(FileKeyring::at(&place.join(KEYRING)))
}

/// Makes a store in a place, which the place's keyring opens, and gives its recovery key.
///
/// # Panics
/// When it cannot be made.
pub fn create(place: &Path) -> (App, String) {
    let mut app = program(place);
    let created = app.call(
        "store.create",
        json!({
            "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
            "unit": "IFO", "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE, "practice": true
        }),
    );
    let key = created.unwrap().get("recovery_key").and_then(Value::as_str).unwrap().to_owned();
    app.call("store.remember", json!({ "remember": true })).unwrap();
    (app, key)
}

/// Opens the store of a place by the place's keyring.
pub fn open(place: &Path) -> Result<App, AppError> {
    let mut app = program(place);
    app.call("store.unlock_quick", json!({}))?;
    Ok(app)
}

/// Opens the store of a place by the place's keyring, or by the passphrase where the keyring's key is out of date.
pub fn open_anyhow(place: &Path) -> Result<App, AppError> {
    let mut app = program(place);
    match app.call("store.unlock_quick", json!({})) {
        Err(refusal) if refusal.code == Code::KeyringUnavailable => app.call("store.unlock", json!({ "passphrase": PASSPHRASE }))?,
        other => other?,
    };
    Ok(app)
}
