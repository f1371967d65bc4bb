//! The commands of the README. Each does its own set-up, says what it does, and needs nothing but Rust and Node.
//!
//! Only the standard library is used, so that the first thing a new machine builds takes a few seconds.

mod setup;
mod steps;

use std::env;
use std::fs;
use std::process::ExitCode;

use steps::{all_steps, cargo, npm, step};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run          builds Samsyn and opens it; without a display it walks the example case and leaves its PDFs in out/
  test         runs everything that CI runs
  gen          writes ui/src/bindings and docs/commands.md anew from the code
  bench paper  says what a paper costs in time and size, and how often WeasyPrint's CPU time goes into ours
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let known = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["run"] => run,
        ["test"] => test,
        ["gen"] => generate,
        ["bench", "paper"] => bench_paper,
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    let done = setup::enter_project().and_then(|()| known());
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

/// Lets the tests that compare generated files with the code write them instead.
fn generate() -> Result<(), String> {
    setup::system_packages(&[setup::BUILD])?;
    let mut command = cargo(&["test", "--workspace", "generated"]);
    command.env("SAMSYN_GEN", "1");
    step("write the generated files", command)
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

fn has_display() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
