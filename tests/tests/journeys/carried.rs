//! The example case, carried phase by phase, with eyes on what comes of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use samsyn_app::example::{CASE_1, Phase, Script};
use samsyn_app::{AppError, Code};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// A case in its phases.
pub(super) type Phases = &'static [(&'static str, Phase)];

/// The case, carried so far, in a folder that goes with it.
pub(super) struct Carried {
    pub(super) script: Script,
    phases: Phases,
    done: usize,
    folder: TempDir,
}

impl Carried {
    /// Before the first start of case 1.
    pub(super) fn begin() -> Self {
        Self::of(CASE_1)
    }

    /// Before the first start of a case.
    pub(super) fn of(phases: Phases) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { script: Script::begin(folder.path()).unwrap(), phases, done: 0, folder }
    }

    /// Case 1 carried through a phase and all before it.
    pub(super) fn through(phase: &str) -> Self {
        Self::of_through(CASE_1, phase)
    }

    /// A case carried through a phase and all before it.
    pub(super) fn of_through(phases: Phases, phase: &str) -> Self {
        let mut carried = Self::of(phases);
        carried.go_on_through(phase);
        carried
    }

    /// Carries the case on, through a phase that is still to come.
    pub(super) fn go_on_through(&mut self, phase: &str) {
        let last = self.phases.iter().position(|(name, _)| *name == phase).unwrap();
        for (name, _) in &self.phases[self.done..=last] {
            self.next(name);
        }
    }

    /// Carries the case through its next phase, which has to be this one.
    pub(super) fn next(&mut self, phase: &str) {
        let (name, carry) = self.phases[self.done];
        assert_eq!(name, phase, "the case is told in its order");
        carry(&mut self.script).unwrap_or_else(|error| panic!("{phase}: {error:?}"));
        self.done += 1;
    }

    /// Something in the case as it stands, by JSON pointer.
    pub(super) fn see(&self, pointer: &str) -> Value {
        self.script.view().pointer(pointer).cloned().unwrap_or_else(|| panic!("the view has no {pointer}"))
    }

    /// A field of every record of a list.
    pub(super) fn each(&self, list: &str, field: &str) -> Vec<Value> {
        self.see(list).as_array().unwrap().iter().map(|record| record[field].clone()).collect()
    }

    /// What waits to be done, as codes with whom or what they are about.
    pub(super) fn tasks(&self) -> Vec<String> {
        let tasks = self.see("/tasks");
        tasks
            .as_array()
            .unwrap()
            .iter()
            .map(|task| format!("{} {}", task["code"].as_str().unwrap(), task["about"].as_str().unwrap()).trim().to_owned())
            .collect()
    }

    /// What of the plan is missing and stops it from being fixed.
    pub(super) fn stops(&self) -> Vec<Value> {
        let missing = self.see("/missing");
        missing.as_array().unwrap().iter().filter(|missing| missing["stops"] == true).map(|missing| missing["code"].clone()).collect()
    }

    /// What a party's grounds open today.
    pub(super) fn gate(&self, party: &str) -> Value {
        let (gates, party) = (self.see("/gates"), self.script.id(party));
        gates.as_array().unwrap().iter().find(|gate| gate["party"] == party).cloned().unwrap()
    }

    /// What somebody in the room may not hear; nothing where they are not in the room.
    pub(super) fn may_not_hear(&self, party: &str) -> Option<Value> {
        let (room, party) = (self.see("/room"), self.script.id(party));
        room.as_array().unwrap().iter().find(|one| one["party"] == party).map(|one| one["may_not_hear"].clone())
    }

    /// Reads by a command.
    pub(super) fn read(&mut self, command: &str, request: Value) -> Value {
        self.script.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    /// How a command on the case is refused. It leaves the case as it was.
    pub(super) fn refused(&mut self, command: &str, request: Value) -> AppError {
        let case = self.script.case();
        let before = self.read("case.show", json!({ "case": case }));
        let refusal = self.script.on_case(command, request).expect_err("was not refused");
        assert_eq!(self.read("case.show", json!({ "case": case }))["case"], before["case"], "a refusal writes nothing");
        refusal
    }

    /// The same, as code and field.
    pub(super) fn refused_at(&mut self, command: &str, request: Value) -> (Code, Option<String>) {
        let AppError { code, field, .. } = self.refused(command, request);
        (code, field)
    }

    /// The words of a document as it is shown on the user's own screen.
    pub(super) fn previewed(&mut self, document: &Value) -> String {
        let request = json!({ "case": self.script.case(), "document": document });
        let bytes = self.script.app.call_for_bytes("document.preview", request).unwrap_or_else(|error| panic!("{document}: {error:?}"));
        self.words_in(&bytes)
    }

    /// The words of a document that is saved for somebody, or how that is refused.
    pub(super) fn saved(&mut self, document: &Value, recipient: &Value) -> Result<String, Code> {
        self.saved_file(document, recipient).map(|bytes| self.words_in(&bytes))
    }

    /// The same, as the file itself.
    pub(super) fn saved_file(&mut self, document: &Value, recipient: &Value) -> Result<Vec<u8>, Code> {
        let request = json!({ "case": self.script.case(), "document": document, "recipient": recipient, "command_id": Uuid::now_v7() });
        self.script.app.call_for_bytes("document.save", request).map_err(|error| error.code)
    }

    /// The words of a PDF.
    pub(super) fn words_in(&self, pdf: &[u8]) -> String {
        let path = self.folder().join("searched.pdf");
        fs_err::write(&path, pdf).unwrap();
        words_of(&path)
    }

    /// A party as the recipient of something.
    pub(super) fn to(&self, party: &str) -> Value {
        json!({ "to": "party", "party": self.script.id(party) })
    }

    /// The words of a paper that the case has left, by its name.
    pub(super) fn paper(&self, name: &str) -> String {
        words_of(&self.paper_at(name))
    }

    /// Where a paper stands that the case has left.
    pub(super) fn paper_at(&self, name: &str) -> PathBuf {
        let entries = fs_err::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut found =
            entries.filter(|path| path.file_name().unwrap().to_string_lossy().get(3..).is_some_and(|rest| rest == format!("{name}.pdf")));
        found.next().unwrap_or_else(|| panic!("there is no paper {name}"))
    }

    /// The folder of the papers, which holds the store's folder too.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The words of a PDF, with one space between any two.
pub(super) fn words_of(pdf: &Path) -> String {
    let said = Command::new("pdftotext").arg(pdf).arg("-").output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A file for a spreadsheet as people see it: its cells without the quotes around them.
pub(super) fn cells_of(csv: Vec<u8>) -> String {
    String::from_utf8(csv).unwrap().replace('"', "")
}

/// Fails unless the words have all of these and none of those.
#[track_caller]
pub(super) fn holds(words: &str, all: &[&str], none: &[&str]) {
    let missing: Vec<_> = all.iter().filter(|part| !words.contains(**part)).collect();
    let leaked: Vec<_> = none.iter().filter(|part| words.contains(**part)).collect();
    assert!(missing.is_empty() && leaked.is_empty(), "missing {missing:?}, leaked {leaked:?} in: {words}");
}
