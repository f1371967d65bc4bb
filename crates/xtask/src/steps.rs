//! Steps: one command each, with its name before it and its time after it.

use std::env;
use std::process::Command;
use std::time::Instant;

/// Runs one step.
pub(crate) fn step(name: &str, mut command: Command) -> Result<(), String> {
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

/// Runs every step, also those after one that fails, and says which did.
pub(crate) fn all_steps(steps: Vec<(&str, Command)>) -> Result<(), String> {
    let failed: Vec<String> = steps.into_iter().filter_map(|(name, command)| step(name, command).err()).collect();
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ")) }
}

/// Where the random tests begin on CI, so that a change is judged by what it changes and each run takes the same way.
const CI_SEED: &str = "20280301";

/// `cargo` as this very toolchain has it. On CI nothing is built twice, so incremental files would only cost disk; the random
/// tests look for what nobody has seen yet everywhere else.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    if env::var("CI").is_ok_and(|value| value == "true") {
        command.env("CARGO_INCREMENTAL", "0").env("PROPTEST_RNG_SEED", CI_SEED);
    }
    command
}

/// The same command kept on the first core, where the system can do that.
pub(crate) fn on_one_core(command: Command) -> Command {
    if !cfg!(target_os = "linux") {
        return command;
    }
    let mut kept = Command::new("taskset");
    kept.args(["--cpu-list", "0"]).arg(command.get_program()).args(command.get_args());
    kept
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
