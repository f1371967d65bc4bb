//! A store of every release, as that release left it, stays readable: `tests/stores/<version>`, made of the example.
//!
//! `SAMSYN_FREEZE=1 cargo test --workspace --test main -- frozen` writes the one of this version anew. It is run once, when a
//! version is released, and what it wrote is never written again.

use std::path::{Path, PathBuf};

use samsyn_app::example::{CASE_1, PASSPHRASE, STORE, Script};
use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};

/// What is kept of a store: its database and its header.
const FILES: [&str; 3] = ["samsyn.db", "samsyn.header", "samsyn.header.copy"];
/// What was in it when it was frozen: each case's number and how much its view holds.
const CONTENTS: &str = "contents.json";
/// The largest that a frozen store may be, in bytes: it stands in the repository for good. Each table and index takes a page.
const LARGEST: u64 = 3 << 19;

fn stores() -> PathBuf {
    samsyn_tests::project().join("tests/stores")
}

/// Each case: its number, and whether it is closed; its goals, measures and signatures by their number.
fn contents(app: &mut App) -> Value {
    let cases = app.call("case.list", json!({ "closed": true })).unwrap();
    let lines = cases.as_array().unwrap().iter().map(|line| {
        let view = app.call("case.show", json!({ "case": line["case"] })).unwrap();
        let case = &view["case"];
        let count = |field: &str| case[field].as_array().map_or(0, Vec::len);
        json!({
            "number": line["number"], "closed": line["closed"], "parties": count("parties"), "meetings": count("meetings"),
            "goals": count("goals"), "versions": count("versions"), "signatures": count("signatures"),
            "attachments": count("attachments"), "goal": case["goals"][0]["text"]
        })
    });
    lines.collect()
}

fn freeze(version: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut script = Script::begin(folder.path()).unwrap();
    for (_, phase) in CASE_1 {
        phase(&mut script).unwrap();
    }
    let found = contents(&mut script.app);
    let made = folder.path().join("frozen");
    // A backup is one file without a journal.
    script.app.call("store.backup", json!({ "folder": made })).unwrap();
    let to = stores().join(version);
    fs_err::create_dir_all(&to).unwrap();
    for name in FILES {
        fs_err::copy(made.join(name), to.join(name)).unwrap();
    }
    fs_err::write(to.join(CONTENTS), format!("{found:#}\n")).unwrap();
}

#[test]
fn the_store_of_every_release_opens_whole_with_all_its_cases() {
    let version = env!("CARGO_PKG_VERSION");
    if std::env::var_os("SAMSYN_FREEZE").is_some() {
        freeze(version);
    }
    let frozen: Vec<_> = fs_err::read_dir(stores()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    assert!(!frozen.is_empty(), "no store of any release: run the test with SAMSYN_FREEZE=1");
    for store in frozen {
        opens(&store);
    }
}

fn opens(frozen: &Path) {
    let release = frozen.file_name().unwrap().to_string_lossy().into_owned();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(STORE);
    fs_err::create_dir(&copy).unwrap();
    let mut size = 0;
    for name in FILES {
        size += fs_err::copy(frozen.join(name), copy.join(name)).unwrap();
    }
    assert!(size <= LARGEST, "{release}: {size} bytes");
    let mut app = App::new(Setup { folder: copy, clock: Clock::System, keyring: false });
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap_or_else(|error| panic!("{release}: {error}"));
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true, "{release}");
    let expected: Value = serde_json::from_str(&fs_err::read_to_string(frozen.join(CONTENTS)).unwrap()).unwrap();
    assert_eq!(contents(&mut app), expected, "{release}");
}
