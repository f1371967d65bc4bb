//! The worker: it does one command after another on a store, and says before each what it is about to do and after each that
//! it is done. It is killed, traced, and searched for what it leaves behind.

use std::io::{Read as _, Write as _};
use std::path::Path;

use samsyn_app::App;
use samsyn_store::{Found, LockedStore, Way};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Hand, Held, Random, Step, case_of, keyring_of, open};

/// What a worker says, one a line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Said {
    /// It is about to do this.
    Try(Box<Step>),
    /// What it was about to do is done: the reply has come. It may tell a case.
    Done(Option<String>),
    /// A backup is done, in the folder of this name beside the store's.
    Backup(String),
    /// Something else is done, which the test knows by this name.
    Reached(String),
}

impl Said {
    /// Reads a line of a worker.
    ///
    /// # Panics
    /// When it is no such line.
    pub fn read(line: &str) -> Self {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Says it in one write, at once.
    fn say(&self) {
        let mut line = serde_json::to_vec(self).unwrap();
        line.push(b'\n');
        std::io::stdout().lock().write_all(&line).unwrap();
    }
}

/// Works as its arguments say, and ends.
///
/// # Panics
/// When it cannot do what it is told.
pub fn run(arguments: &[String]) {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", place, seed, round, steps] => {
            let mut app = open(Path::new(place)).unwrap();
            let mut hand = Hand::begin(&mut app, Random::of(seed.parse().unwrap(), round), round.parse().unwrap());
            write(&mut app, &mut hand, steps.parse().unwrap());
        }
        ["backup", place, seed, backups] => backup(Path::new(place), seed.parse().unwrap(), backups.parse().unwrap()),
        ["rekey", place] => rekey(Path::new(place)),
        ["export", place, documents] => {
            for number in 1..=documents.parse().unwrap() {
                samsyn_app::write_whole(&Path::new(place).join(DOCUMENT), &document(number)).unwrap();
                Said::Reached("saved".to_owned()).say();
            }
        }
        ["hold", place] => {
            let mut app = open(Path::new(place)).unwrap();
            Hand::begin(&mut app, Random::of(0, "hold"), 1).write(&mut app, 5, &mut Held::default());
            until_killed();
        }
        ["traces", place] => {
            let _script = super::traces::leave(Path::new(place));
            until_killed();
        }
        other => panic!("no such work: {other:?}"),
    }
}

/// Says that everything is done, and waits with all that it has in its hands.
fn until_killed() {
    Said::Reached("all".to_owned()).say();
    let _ = std::io::stdin().read(&mut [0]);
}

/// Does so many steps.
fn write(app: &mut App, hand: &mut Hand, steps: usize) {
    for _ in 0..steps {
        let step = hand.next_step();
        Said::Try(Box::new(step.clone())).say();
        let reply = app.call(&step.command, step.request.clone()).unwrap();
        Said::Done(case_of(&reply).map(str::to_owned)).say();
        hand.learn(&step, &reply);
    }
}

/// Makes a backup after every few steps.
fn backup(place: &Path, seed: u64, backups: usize) {
    let mut app = open(place).unwrap();
    let mut hand = Hand::begin(&mut app, Random::of(seed, "backup"), 1);
    for number in 0..backups {
        write(&mut app, &mut hand, 5);
        let name = format!("backup-{number}");
        app.call("store.backup", json!({ "folder": place.join(&name) })).unwrap();
        hand.sealed();
        Said::Backup(name).say();
    }
}

/// Gives the store a new data key.
fn rekey(place: &Path) {
    let Found::Locked(locked) = LockedStore::at(&place.join("store"), keyring_of(place)).unwrap() else { panic!("no store") };
    let mut store = locked.unlock(Way::Keyring).unwrap();
    store.rekey().unwrap();
    store.lock(chrono::Utc::now());
}

/// The document that the worker saves over itself, beside the store.
pub const DOCUMENT: &str = "plan.pdf";

/// What stands in the document the so-manieth time: as long as a paper, and each time of another length.
pub fn document(number: usize) -> Vec<u8> {
    format!("{number} ").repeat(9_000 - number * 500).into_bytes()
}
