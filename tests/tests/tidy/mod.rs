//! Rules of the house that a compiler does not hold.

mod crates;
mod generated;
mod glossary;
mod licences;
mod reports;
mod requirements;
mod search;
mod sources;
mod start;
mod texts;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// All files below a folder of the project whose names end so, with their paths from the top of the project.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let top = samsyn_tests::project();
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![top.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !["node_modules", "target", "dist"].iter().any(|skipped| path.ends_with(skipped)) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                found.push((name(&path, &top), fs_err::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path, top: &Path) -> String {
    path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/")
}

/// Our own sources in Rust, TypeScript, Vue and Node scripts, generated files left out.
fn sources() -> Vec<(String, String)> {
    ["crates", "src-tauri", "tests", "ui/src"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs", ".ts", ".vue", ".mjs"]))
        .filter(|(name, _)| !name.starts_with("ui/src/bindings/"))
        .collect()
}

/// Is this file only for tests?
fn is_test(name: &str) -> bool {
    let ends = ["/tests.rs", "/testing.rs", "/samples.rs", ".test.ts"];
    let folders = ["/tests/", "/testing/"];
    name.starts_with("tests/") || folders.iter().any(|folder| name.contains(folder)) || ends.iter().any(|end| name.ends_with(end))
}

/// `cargo metadata` as this machine has it: no network, and only the packages of this kind of system.
fn metadata() -> Value {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(rustc.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let said = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host])
        .current_dir(samsyn_tests::project())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    serde_json::from_slice(&said.stdout).unwrap()
}

/// Fails with all that was found against a rule, one a line.
fn none(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}
