//! `docs/requirements.md` says of each requirement where it stands in the program and which test holds it. This holds that
//! the places and the tests that it names exist, and that a row without a test says what it waits for.

use std::collections::BTreeSet;
use std::path::Path;

use super::{none, sources};

/// Our tests by module and name, as `cargo test` prints them.
fn tests() -> BTreeSet<String> {
    let test = regex::Regex::new(r"#\[(?:tokio::)?test\]\s*(?:#\[[^\]]*\]\s*)*(?:async )?fn (\w+)").unwrap();
    let rust = |(name, _): &(String, String)| Path::new(name).extension().is_some_and(|ending| ending == "rs");
    let sources = sources().into_iter().filter(rust);
    sources
        .flat_map(|(name, source)| {
            let module = module(&name);
            test.captures_iter(&source).map(|found| format!("{module}{}", &found[1])).collect::<Vec<_>>()
        })
        .collect()
}

/// The module that a source is, with `::` after it; empty for the top of a crate.
fn module(source: &str) -> String {
    let inside = source.split_once("/src/").map_or_else(|| source.trim_start_matches("tests/tests/"), |(_, inside)| inside);
    let parts = inside.trim_end_matches(".rs").split('/').filter(|part| !["mod", "lib", "main"].contains(part));
    parts.map(|part| format!("{part}::")).collect()
}

/// The cells of each row of the tables, but for heads and rules.
fn rows(page: &str) -> Vec<Vec<&str>> {
    let rows = page.lines().filter(|line| line.starts_with('|') && !line.starts_with("| Requirement") && !line.starts_with("|--"));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// What stands in backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn each_requirement_names_places_and_tests_that_exist_or_says_what_it_waits_for() {
    let project = samsyn_tests::project();
    let page = fs_err::read_to_string(project.join("docs/requirements.md")).unwrap();
    let (tests, rows) = (tests(), rows(&page));
    assert!(rows.len() > 100 && tests.len() > 200, "{} rows and {} tests were found", rows.len(), tests.len());

    let mut wrong = Vec::new();
    for row in rows {
        let [requirement, place, held] = row[..] else {
            wrong.push(format!("not three cells: {row:?}"));
            continue;
        };
        let named: Vec<&str> = quoted(held).filter(|name| name.contains("::")).collect();
        wrong.extend(named.iter().filter(|name| !tests.contains(**name)).map(|name| format!("{requirement}: there is no test {name}")));
        let gone = quoted(place).filter(|place| place.contains('/') && !project.join(place).exists());
        wrong.extend(gone.map(|place| format!("{requirement}: there is no {place}")));
        if named.is_empty() && !["built in issue ", "not built: ", "no rule: ", "no test: "].iter().any(|said| held.contains(said)) {
            wrong.push(format!("{requirement}: neither a test nor what it waits for"));
        }
    }
    none("docs/requirements.md", wrong);
}

#[test]
fn a_source_is_known_by_its_module() {
    assert_eq!(module("crates/samsyn-plan/src/gate/tests.rs"), "gate::tests::");
    assert_eq!(module("tests/tests/journeys/case_1/mod.rs"), "journeys::case_1::");
    assert_eq!(module("src-tauri/src/main.rs"), "");
}
