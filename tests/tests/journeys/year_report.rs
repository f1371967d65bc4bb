//! The statistics of a year on paper, of each of the three cases: what the pages say, word for word. One case is few of
//! everything, so that next to nothing is told. The report of many cases stands in `topics::statistics::report::tests`.

use std::process::Command;

use samsyn_app::example::{CASE_1, CASE_2, CASE_3};
use serde_json::json;

use super::carried::{Carried, Phases};

/// The words of the year's paper, a line for each of its own, without the heads and feet of its pages.
fn report(case: &mut Carried, year: i32) -> String {
    let bytes = case.script.app.call_for_bytes("statistics.report", json!({ "year": year })).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    fs_err::write(&file, bytes).unwrap();
    let said = Command::new("pdftotext").arg("-layout").arg("-nopgbrk").arg(&file).arg("-").output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = String::from_utf8(said.stdout).unwrap();
    said.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn of(phases: Phases, year: i32) -> String {
    let (last, _) = phases.last().unwrap();
    report(&mut Carried::of_through(phases, last), year)
}

#[test]
fn the_reports_of_the_three_cases_tell_nothing_of_one_case() {
    let reports = [("case_1", of(CASE_1, 2027)), ("case_2", of(CASE_2, 2027)), ("case_3", of(CASE_3, 2027))];
    for (name, said) in reports {
        for person in ["Karin", "Sara", "Mikael", "Lövgren", "SIP-2027"] {
            assert!(!said.contains(person), "{name} names {person}");
        }
        assert!(said.contains("färre än 5") && said.contains("räknas två gånger"), "{said}");
        insta::assert_snapshot!(name, said);
    }
}
