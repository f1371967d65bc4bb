//! Practice: a made-up case in a folder of its own, while the real store lies locked and untouched.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;

use samsyn_app::{App, Clock, Code, Setup};
use samsyn_tests::county::AGREED;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::carried::{Carried, holds};

const PASSPHRASE: &str = "trumpet kantarell sextio moln";

/// A computer with a real store, which is locked.
struct Desk {
    app: App,
    folder: TempDir,
}

impl Desk {
    fn with_store() -> Self {
        let mut desk = Self::empty();
        desk.call(
            "store.create",
            json!({
                "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
                "unit": "IFO", "user": "Anna Berg", "title": "", "passphrase": PASSPHRASE
            }),
        );
        desk.app.lock();
        desk
    }

    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let setup = Setup { folder: folder.path().join("store"), clock: Clock::System, keyring: false };
        Self { app: App::new(setup), folder }
    }

    fn call(&mut self, command: &str, request: Value) -> Value {
        self.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error} at {:?}", error.field))
    }

    fn refused(&mut self, command: &str, request: Value) -> Code {
        self.app.call(command, request).expect_err(command).code
    }

    /// Makes a case beside the work, as the page does, and asks until it is done.
    fn makes(&mut self, case: &str) -> Value {
        self.call("practice.make", json!({ "case_of": case }));
        loop {
            let practice = self.call("practice.show", json!({}));
            if practice["making"].is_null() {
                assert!(practice["failed"].is_null(), "{practice}");
                return practice;
            }
            thread::yield_now();
        }
    }

    fn practises(&mut self, case: &str) -> Value {
        self.makes(case);
        self.call("practice.enter", json!({ "case_of": case }))
    }

    fn real(&self) -> PathBuf {
        self.folder.path().join("store")
    }
}

/// Every file of a folder, with its bytes and when it was last written.
fn files(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let entries = fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| {
            let written = fs_err::metadata(&path).unwrap().modified().unwrap();
            (path.clone(), (fs_err::read(&path).unwrap(), written))
        })
        .collect()
}

#[test]
fn the_real_stores_files_are_not_touched_by_practice() {
    let mut desk = Desk::with_store();
    let before = files(&desk.real());
    assert!(before.len() >= 2, "{:?}", before.keys());
    let status = desk.practises("discharge");
    assert_eq!((&status["state"], &status["open"]["practice"]), (&json!("open"), &json!(true)));
    let person = json!({ "command_id": Uuid::now_v7(), "identity": "19830417-2383", "first_name": "Karin", "last_name": "Prov" });
    desk.call("person.create", person);
    assert_eq!(desk.call("practice.leave", json!({}))["state"], "locked");
    desk.makes("discharge");
    desk.call("practice.discard", json!({ "case_of": "discharge" }));
    assert_eq!(files(&desk.real()), before);

    assert_eq!(desk.call("store.unlock", json!({ "passphrase": PASSPHRASE }))["open"]["organisation"]["name"], "Bodens kommun");
    assert!(desk.call("person.search", json!({ "text": "Karin" }))["hits"].as_array().is_none_or(Vec::is_empty));
}

#[test]
fn each_case_stands_where_there_is_something_to_learn_and_its_time_goes_on() {
    let mut desk = Desk::empty();
    for (case, step, day) in [("adult", "plan", "2027-01"), ("youth", "consent", "2027-01"), ("discharge", "call", "2027-01")] {
        let status = desk.practises(case);
        assert!(status["practised"].as_str().unwrap().starts_with(day), "{case}: {}", status["practised"]);
        let list = desk.call("worklist.show", json!({ "of": "all" }));
        let id = list["lines"][0]["line"]["case"].clone();
        let view = desk.call("case.show", json!({ "case": id }));
        let state = view["steps"].as_array().unwrap().iter().find(|state| state["step"] == step).unwrap()["progress"].clone();
        assert_ne!(state, "done", "{case}");
        assert_eq!(view["today"], status["practised"]);
        assert_eq!(desk.call("practice.leave", json!({}))["state"], "empty");
    }
}

#[test]
fn what_is_practised_stays_until_it_is_thrown_away_and_is_made_anew() {
    let mut desk = Desk::with_store();
    desk.practises("youth");
    let person = json!({ "command_id": Uuid::now_v7(), "identity": "19830417-2383", "first_name": "Karin", "last_name": "Prov" });
    desk.call("person.create", person);
    desk.app.lock();
    let found = |desk: &mut Desk| desk.call("person.search", json!({ "text": "19830417-2383" })).to_string().contains("Prov");
    desk.call("practice.enter", json!({ "case_of": "youth" }));
    assert!(found(&mut desk));
    desk.app.lock();
    desk.practises("youth");
    assert!(!found(&mut desk));
    desk.app.lock();
    let left = desk.call("practice.discard", json!({ "case_of": "youth" }));
    assert!(left["cases"].as_array().unwrap().iter().all(|line| line["made"] == false));
    assert_eq!(desk.refused("practice.enter", json!({ "case_of": "youth" })), Code::StoreEmpty);
    assert_eq!(desk.call("store.status", json!({}))["state"], "locked");
}

#[test]
fn nobody_practises_beside_an_open_store_and_the_idle_lock_ends_practice() {
    let mut desk = Desk::with_store();
    desk.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(desk.refused("practice.make", json!({ "case_of": "discharge" })), Code::StoreOpen);
    desk.app.lock();
    desk.practises("discharge");
    assert_eq!(desk.refused("practice.discard", json!({ "case_of": "discharge" })), Code::StoreOpen);
    assert_eq!(desk.refused("practice.enter", json!({ "case_of": "discharge" })), Code::StoreOpen);
    desk.app.tick();
    assert!(desk.app.is_open());
    // A quarter of an hour goes by without a key or a click.
    desk.app.set_clock(Clock::Shifted(chrono::TimeDelta::days(3650)));
    desk.app.tick();
    assert!(!desk.app.is_open());
    let status = desk.call("store.status", json!({}));
    assert_eq!((&status["state"], &status["practised"]), (&json!("locked"), &Value::Null));
    assert!(desk.call("store.unlock", json!({ "passphrase": PASSPHRASE }))["open"]["practice"] == false);
}

#[test]
fn every_paper_says_that_it_is_of_practice() {
    let mut case = Carried::through("consents");
    let worklist = case.script.app.call_for_bytes("worklist.print", json!({ "names": false })).unwrap();
    let units = case.script.app.call_for_bytes("catalogue.print", json!({ "units": [] })).unwrap();
    for words in [case.words_in(&worklist), case.words_in(&units), case.paper("samtycken")] {
        holds(&words, &["ÖVNING ·"], &[]);
    }
}

#[test]
fn what_is_made_up_and_what_is_real_come_to_each_other_by_no_file() {
    let mut desk = Desk::with_store();
    let figures = |desk: &mut Desk| {
        let request = json!({ "year": 2027, "passphrase": AGREED, "command_id": Uuid::now_v7() });
        desk.app.call_for_bytes("county.file", request).unwrap()
    };
    let added = |desk: &mut Desk, command: &str, bytes: &[u8]| {
        let request = json!({ "bytes": hex::encode(bytes), "passphrase": AGREED, "command_id": Uuid::now_v7() });
        desk.refused(command, request)
    };
    desk.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    let real = figures(&mut desk);
    desk.app.lock();

    desk.practises("discharge");
    assert_eq!(added(&mut desk, "county.receive", &real), Code::RealFile);
    let practised = figures(&mut desk);
    let case = desk.call("case.list", json!({}))[0]["case"].clone();
    let package = json!({
        "case": case, "to": "Sara Ek", "unit": "IFO", "passphrase": AGREED, "reason": "Byter handläggare.", "command_id": Uuid::now_v7(),
    });
    let package = desk.app.call_for_bytes("case.package", package).unwrap();

    desk.call("practice.leave", json!({}));
    desk.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(added(&mut desk, "county.receive", &practised), Code::PracticeFile);
    assert_eq!(added(&mut desk, "case.receive", &package), Code::PracticeFile);
    assert_eq!(desk.call("case.list", json!({})), json!([]));
}
