//! The servant, spoken to: a process of its own that does the program's commands.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use uuid::Uuid;

/// The passphrase of the stores that a servant makes.
pub const PASSPHRASE: &str = "trumpet kantarell sextio moln";

/// A running servant. It is killed when dropped, as by a power cut.
pub struct Servant {
    process: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Servant {
    /// Starts one on the store in a folder.
    ///
    /// # Panics
    /// When the servant has not been built.
    pub fn start(folder: &Path) -> Self {
        Self::start_by(Command::new(crate::program("servant")).arg(folder))
    }

    /// Starts one by a command that runs it, such as a tracer.
    ///
    /// # Panics
    /// When the command cannot be started.
    pub fn start_by(command: &mut Command) -> Self {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (commands, answers) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        Self { process, commands, answers }
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Has a command done, and gives its reply; a refusal is `{"refusal": code}`.
    ///
    /// # Panics
    /// When the servant has ended.
    pub fn call(&mut self, command: &str, request: &Value) -> Value {
        self.say(&json!({ "command": command, "request": request }).to_string())
    }

    /// Has a command done that must not be refused.
    ///
    /// # Panics
    /// When it is refused.
    pub fn done(&mut self, command: &str, request: &Value) -> Value {
        let reply = self.call(command, request);
        assert!(reply.get("refusal").is_none(), "{command}: {reply}");
        reply
    }

    /// [`Self::done`] for a command that writes, with an identifier of its own.
    ///
    /// # Panics
    /// When it is refused.
    pub fn write(&mut self, command: &str, mut request: Value) -> Value {
        request.as_object_mut().unwrap().insert("command_id".to_owned(), json!(Uuid::now_v7()));
        self.done(command, &request)
    }

    /// Has the store locked.
    ///
    /// # Panics
    /// When the servant has ended.
    pub fn lock(&mut self) {
        assert_eq!(self.say("lock"), json!({ "locked": true }));
    }

    /// Has a store made.
    ///
    /// # Panics
    /// When it is refused.
    pub fn create_store(&mut self) {
        self.done(
            "store.create",
            &json!({
                "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
                "unit": "IFO", "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE, "practice": true
            }),
        );
    }

    fn say(&mut self, line: &str) -> Value {
        writeln!(self.commands, "{line}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        assert!(!answer.is_empty(), "the servant has ended");
        serde_json::from_str(&answer).unwrap()
    }
}

impl Drop for Servant {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
