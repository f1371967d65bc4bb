//! A servant of tests: does the commands that come on stdin, a line of JSON each, and answers each with a line on stdout. Being
//! a process of its own, it can be looked at from outside: its memory, its files, its calls to the system.
//!
//! `servant FOLDER`, and then lines such as `{"command": "store.status", "request": {}}`, or `lock`. A command that answers with
//! bytes is answered by their number.
#![expect(clippy::unwrap_used, reason = "a tool of tests fails by panicking")]

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::os::fd::AsFd;

use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};

fn main() {
    let folder = std::env::args_os().nth(1).expect("servant FOLDER").into();
    let mut app = App::new(Setup { folder, clock: Clock::System, keyring: false });
    // Not the program's own stdin and stdout: their buffers are never freed, and would remember the last line.
    let commands = File::from(io::stdin().as_fd().try_clone_to_owned().unwrap());
    let mut answers = File::from(io::stdout().as_fd().try_clone_to_owned().unwrap());
    loop {
        let mut line = String::new();
        // One line at a time is asked and answered, so that a buffer never takes in more than one.
        if BufReader::new(&commands).read_line(&mut line).unwrap() == 0 {
            return;
        }
        let answer = answer(&mut app, line.trim());
        answers.write_all(format!("{answer}\n").as_bytes()).unwrap();
    }
}

fn answer(app: &mut App, line: &str) -> Value {
    if line == "lock" {
        app.lock();
        return json!({ "locked": !app.is_open() });
    }
    let Value::Object(mut asked) = serde_json::from_str(line).unwrap() else { panic!("no command: {line}") };
    let (command, request) = (asked.remove("command").unwrap(), asked.remove("request").unwrap());
    let command = command.as_str().unwrap();
    let gives_bytes = samsyn_app::commands().iter().any(|known| known.name == command && known.bytes);
    let done = if gives_bytes { app.call_for_bytes(command, request).map(|bytes| json!(bytes.len())) } else { app.call(command, request) };
    done.unwrap_or_else(|refused| json!({ "refusal": refused.code.code(), "field": refused.field }))
}
