//! Three pages promise something and name the test that holds it: `docs/requirements.md` what the domain handbook asks for,
//! `docs/lessons.md` how others lost data, `docs/threat-model.md` whom the data is protected from. This holds that the places
//! and the tests that they name exist, and that a row without a test says what it waits for.

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

/// The pages, each with how many rows it has at least.
const PAGES: &[(&str, usize)] = &[("docs/requirements.md", 100), ("docs/lessons.md", 28), ("docs/threat-model.md", 20)];

/// The cells of each row of the tables, but for heads and rules.
fn rows(page: &str) -> Vec<Vec<&str>> {
    let head = |line: &str| ["| Requirement", "| Lesson", "| Threat", "|--"].iter().any(|start| line.starts_with(start));
    let rows = page.lines().filter(|line| line.starts_with('|') && !head(line));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// What stands in backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// What is wrong with a row of a page.
fn faults(row: &[&str], tests: &BTreeSet<String>, project: &Path) -> Vec<String> {
    let [promise, place, held] = row[..] else { return vec![format!("not three cells: {row:?}")] };
    let named: Vec<&str> = quoted(held).filter(|name| name.contains("::")).collect();
    let mut wrong: Vec<String> =
        named.iter().filter(|name| !tests.contains(**name)).map(|name| format!("{promise}: there is no test {name}")).collect();
    let gone = quoted(place).filter(|place| place.contains('/') && !project.join(place).exists());
    wrong.extend(gone.map(|place| format!("{promise}: there is no {place}")));
    if named.is_empty() && !["built in issue ", "not built: ", "no rule: ", "no test: "].iter().any(|said| held.contains(said)) {
        wrong.push(format!("{promise}: neither a test nor what it waits for"));
    }
    wrong
}

#[test]
fn each_promise_names_places_and_tests_that_exist_or_says_what_it_waits_for() {
    let (project, tests) = (samsyn_tests::project(), tests());
    assert!(tests.len() > 400, "{} tests were found", tests.len());
    for (name, least) in PAGES {
        let page = fs_err::read_to_string(project.join(name)).unwrap();
        let rows = rows(&page);
        assert!(rows.len() >= *least, "{name}: {} rows were found", rows.len());
        none(name, rows.iter().flat_map(|row| faults(row, &tests, &project)).collect());
    }
}

#[test]
fn a_source_is_known_by_its_module() {
    assert_eq!(module("crates/samsyn-plan/src/gate/tests.rs"), "gate::tests::");
    assert_eq!(module("tests/tests/journeys/case_1/mod.rs"), "journeys::case_1::");
    assert_eq!(module("src-tauri/src/main.rs"), "");
}
