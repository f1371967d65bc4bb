//! Who may import whom: `docs/architecture.md` draws it, and this holds it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{is_test, metadata, none, sources};

/// Each crate of ours with those of ours that it may build upon. Tests may reach for more.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("samsyn-plan", &[]),
    ("samsyn-store", &["samsyn-plan"]),
    ("samsyn-print", &["samsyn-plan"]),
    ("samsyn-exchange", &["samsyn-plan"]),
    ("samsyn-statistics", &["samsyn-plan"]),
    ("samsyn-sign", &[]),
    ("samsyn-app", &["samsyn-plan", "samsyn-store", "samsyn-print", "samsyn-exchange", "samsyn-sign", "samsyn-statistics"]),
    ("samsyn", &["samsyn-app"]),
    ("samsyn-cli", &["samsyn-app"]),
    ("samsyn-tests", &["samsyn-app", "samsyn-exchange", "samsyn-plan", "samsyn-print", "samsyn-sign", "samsyn-statistics", "samsyn-store"]),
    ("xtask", &[]),
];

/// What only some crates may use, by the beginning of its name.
const ONLY: &[(&str, &[&str])] = &[
    // SQL stands in the store alone.
    ("rusqlite", &["samsyn-store"]),
    // Only the shell knows Tauri, and what it opens windows and dialogs with.
    ("tauri", &["samsyn"]),
    ("webkit2gtk", &["samsyn"]),
    ("rfd", &["samsyn"]),
    // Nothing below the shell is async.
    ("tokio", &["samsyn-tests"]),
    ("async", &[]),
    ("futures", &[]),
    // The only crate that makes keys is the store.
    ("getrandom", &["samsyn-store", "samsyn-tests"]),
    ("rand", &[]),
    // What opens a card, and judges its signatures.
    ("cryptoki", &["samsyn-sign"]),
    ("ring", &["samsyn-sign"]),
    // A way out to a network, in tests alone.
    ("tiny_http", &["samsyn-tests"]),
    ("fantoccini", &["samsyn-tests"]),
    ("hyper", &["samsyn-tests"]),
    ("reqwest", &[]),
];

/// The dependencies of each of our crates that are of a kind: plain ones, or those of tests.
fn dependencies(kind: Option<&str>) -> BTreeMap<String, Vec<String>> {
    let about = metadata();
    let ours = about["workspace_members"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    about["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| ours.contains(&package["id"]))
        .map(|package| {
            let wanted = package["dependencies"].as_array().unwrap().iter().filter(|dependency| dependency["kind"].as_str() == kind);
            (text(&package["name"]), wanted.map(|dependency| text(&dependency["name"])).collect())
        })
        .collect()
}

#[test]
fn our_crates_import_only_those_they_may() {
    let mut wrong = Vec::new();
    for (name, imported) in dependencies(None) {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(row, _)| *row == name) else {
            wrong.push(format!("{name} has no row in MAY_IMPORT"));
            continue;
        };
        let ours = imported.iter().filter(|other| MAY_IMPORT.iter().any(|(row, _)| row == other));
        wrong.extend(ours.filter(|other| !allowed.contains(&other.as_str())).map(|other| format!("{name} imports {other}")));
    }
    none("crates that import what they may not", wrong);
}

#[test]
fn what_belongs_to_one_crate_is_used_by_no_other() {
    let mut wrong = Vec::new();
    for (name, imported) in dependencies(None) {
        for (prefix, allowed) in ONLY {
            if !allowed.contains(&name.as_str()) {
                wrong.extend(imported.iter().filter(|other| other.starts_with(prefix)).map(|other| format!("{name} uses {other}")));
            }
        }
    }
    none("crates that are used outside their place", wrong);
}

/// A crate that only another member's tests use would be left out of `cargo build --workspace --bins`, and what it asks of the
/// crates that it shares with the program would compile those anew for the tests.
#[test]
fn what_tests_use_is_built_with_the_program() {
    let plain = dependencies(None);
    let built: Vec<&String> = plain.values().flatten().collect();
    let wrong = dependencies(Some("dev")).into_iter().flat_map(|(name, used)| used.into_iter().map(move |other| (name.clone(), other)));
    let wrong = wrong.filter(|(_, other)| !built.contains(&other)).map(|(name, other)| format!("{name} tests with {other}"));
    none("crates that tests alone use: state them in tests/Cargo.toml too", wrong.collect());
}

/// The domain does no I/O, reads no clock and draws no random number: time and ids are passed in.
#[test]
fn the_domain_reads_no_clock_and_touches_no_file() {
    let forbidden = [
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
        "Uuid::now",
        "Uuid::new_v4",
        "std::fs",
        "fs_err",
        "std::env",
        "std::net",
        "std::process",
        "std::io",
    ];
    let mut wrong = Vec::new();
    for (name, source) in sources().iter().filter(|(name, _)| name.starts_with("crates/samsyn-plan/src/") && !is_test(name)) {
        wrong.extend(forbidden.iter().filter(|word| source.contains(**word)).map(|word| format!("{name}: {word}")));
    }
    none("the domain's purity", wrong);
}

#[test]
fn only_one_file_of_the_page_knows_tauri() {
    let wrong = sources()
        .into_iter()
        .filter(|(name, source)| name.starts_with("ui/src/") && name != "ui/src/ipc.ts" && source.contains("@tauri-apps"));
    none("files that import @tauri-apps", wrong.map(|(name, _)| name).collect());
}
