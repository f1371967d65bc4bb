//! Steps: one command each, with its name before it and its time after it.

use std::env;
use std::process::Command;
use std::time::Instant;

/// The steps of one run and how they went.
#[derive(Default)]
pub(crate) struct Steps {
    failed: Vec<String>,
}

impl Steps {
    /// Runs a step and stops the run if it fails.
    pub(crate) fn run(&mut self, name: &str, mut command: Command) -> Result<(), String> {
        eprintln!("==> {name}");
        let start = Instant::now();
        let done = command.status().map_err(|error| format!("{name}: {} could not be started: {error}", command.get_program().display()))?;
        let seconds = start.elapsed().as_secs_f64();
        if done.success() {
            eprintln!("<== {name}: done in {seconds:.1} s");
            Ok(())
        } else {
            eprintln!("<== {name}: FAILED after {seconds:.1} s");
            Err(format!("{name} failed"))
        }
    }

    /// Runs a step and remembers its failure, so that the steps after it run as well.
    pub(crate) fn note(&mut self, name: &str, command: Command) {
        if let Err(reason) = self.run(name, command) {
            self.failed.push(reason);
        }
    }

    /// All steps passed, or which did not.
    pub(crate) fn verdict(self) -> Result<(), String> {
        if self.failed.is_empty() { Ok(()) } else { Err(self.failed.join("; ")) }
    }
}

/// `cargo` as this very toolchain has it. On CI nothing is built twice, so incremental files would only cost disk.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    if env::var("CI").is_ok_and(|value| value == "true") {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// `npm` in the page's folder. On Windows it is a script, which only the shell finds.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = if cfg!(windows) {
        let mut shell = Command::new("cmd");
        shell.args(["/C", "npm"]);
        shell
    } else {
        Command::new("npm")
    };
    command.args(arguments).current_dir("ui");
    command
}
