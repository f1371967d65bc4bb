//! The commands of the README. Each does its own set-up, says what it does, and needs nothing but Rust and Node.
//!
//! Only the standard library is used, so that the first thing a new machine builds takes a few seconds.

mod setup;
mod steps;

use std::env;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::SystemTime;

use steps::{all_steps, cargo, npm, step};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run          builds Samsyn and opens it; without a display it walks the example case and leaves its PDFs in out/
  test         runs everything that CI runs
  faults       runs the fault tests of docs/faults.md for hours instead of minutes, or as many times as CI as SAMSYN_FAULTS says
  fuzz         looks for what makes a reader of bytes from outside panic: fuzz TARGET SECONDS; docs/fuzzing.md names the targets
  gen          writes ui/src/bindings and docs/commands.md anew from the code
  bench face   says how soon the first page and each key is drawn, in Chromium
  bench paper  says what a paper costs in time and size, and how often WeasyPrint's CPU time goes into ours
  bench statistics  says what tables over a county's plans cost in time, beside DuckDB
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let ["fuzz", target, seconds] = arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        return exit(setup::enter_project().and_then(|()| fuzz(target, seconds)));
    }
    let known = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["run"] => run,
        ["test"] => test,
        ["faults"] => faults,
        ["gen"] => generate,
        ["bench", "face"] => bench_face,
        ["bench", "paper"] => bench_paper,
        ["bench", "statistics"] => bench_statistics,
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    exit(setup::enter_project().and_then(|()| known()))
}

fn exit(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the program, or walks the example case where there is nothing to open it on.
fn run() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD])?;
    setup::page()?;
    if has_display() {
        step("open Samsyn", cargo(&["run", "--package", "samsyn"]))
    } else {
        eprintln!("xtask: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.");
        eprintln!("xtask: the example case is walked instead, from need to closing, in an encrypted practice store; see out/.");
        // The example refuses to write over a store, so that of the last run goes first.
        let _ = fs::remove_dir_all("out/practice-store");
        step("walk the example case", cargo(&["run", "--package", "samsyn-cli", "--", "example", "out"]))
    }
}

/// Everything that CI runs. All steps run even where an early one fails, so that one run tells all that is wrong.
fn test() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD, setup::TEST])?;
    setup::python()?;
    setup::page()?;
    all_steps(vec![
        ("rustfmt", cargo(&["fmt", "--all", "--check"])),
        ("ui: types and style", npm(&["run", "check"])),
        ("ui: tests", npm(&["test"])),
        ("clippy", cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        // The tests of the real window start these programs, and `cargo test` alone does not make them.
        ("build the programs", cargo(&["build", "--workspace", "--bins"])),
        ("cargo test", cargo(&["test", "--workspace", "--no-fail-fast"])),
    ])
}

/// How many times the work of CI the long run does: 10 000 rounds of kill -9, as limits.md asks for.
const LONG_RUN: &str = "50";

/// The fault tests for a long time. Their figures are told, so that docs/faults.md can say what the last long run did.
fn faults() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD, setup::TEST])?;
    setup::python()?;
    step("build the programs", cargo(&["build", "--workspace", "--bins"]))?;
    let mut command = cargo(&["test", "--workspace", "--test", "main", "--", "faults::", "--nocapture"]);
    command.env("SAMSYN_FAULTS", env::var("SAMSYN_FAULTS").unwrap_or_else(|_| LONG_RUN.to_owned()));
    // Each long run looks where none has looked before; the tests tell where that was.
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    command.env("SAMSYN_FAULTS_SEED", env::var("SAMSYN_FAULTS_SEED").unwrap_or_else(|_| now.to_string()));
    step("kill, cut, fill, damage and search", command)
}

/// Feeds one reader of `tests/src/fuzzed.rs` for some seconds, by the nightly toolchain, which cargo-fuzz needs.
fn fuzz(target: &str, seconds: &str) -> Result<(), String> {
    if !fs::exists("fuzz/fuzz_targets").unwrap_or(false) {
        return Err("there is no folder fuzz/fuzz_targets".to_owned());
    }
    let mut install = Command::new("cargo");
    install.args(["install", "cargo-fuzz", "--locked"]);
    step("install cargo-fuzz", install)?;
    let mut run = Command::new("cargo");
    // The sanitizer would build SQLCipher anew with itself; what Rust checks at run time is what is looked for.
    run.args(["+nightly", "fuzz", "run", "--sanitizer", "none", target, "--", &format!("-max_total_time={seconds}")]);
    step("fuzz", run)
}

/// Lets the tests that compare generated files with the code write them instead.
fn generate() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD])?;
    let mut command = cargo(&["test", "--workspace", "generated"]);
    command.env("SAMSYN_GEN", "1");
    step("write the generated files", command)
}

/// What people wait for, measured in Chromium on the example's store. Figures only: a busy machine fails no test by them.
fn bench_face() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD, setup::TEST])?;
    setup::page()?;
    step("build the programs", cargo(&["build", "--workspace", "--bins"]))?;
    let mut command = Command::new("node");
    command.args(["tests/axe/face.mjs", "target/debug/devhost"]);
    step("measure the face", command)
}

/// Says what a paper costs as it is shipped, on one core. It is told and not tested: a machine that does other things is slower.
fn bench_paper() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD, setup::BENCH])?;
    let python = setup::weasyprint()?;
    let bench = ["bench", "--package", "samsyn-print", "--bench", "paper"];
    step("build the benchmark", cargo(&[&bench[..], &["--no-run"]].concat()))?;
    let mut run = steps::on_one_core(cargo(&bench));
    run.env("SAMSYN_PYTHON", python);
    step("make papers", run)
}

/// Says what tables cost as they are shipped, on one core, beside DuckDB.
fn bench_statistics() -> Result<(), String> {
    setup::system_packages(&[setup::COUNT])?;
    let python = setup::duckdb()?;
    let bench = ["bench", "--package", "samsyn-statistics", "--bench", "statistics"];
    step("build the benchmark", cargo(&[&bench[..], &["--no-run"]].concat()))?;
    let mut run = steps::on_one_core(cargo(&bench));
    run.env("SAMSYN_PYTHON", python);
    step("count", run)
}

fn has_display() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
