//! Every view in Chromium, under the product's content security policy, in each of the ways that `tests/axe/check.mjs` says. The
//! walks stand in `tests/axe/walks`, the trees in `tests/axe/trees`, and the pictures come to `target/pictures/index.html`.

use std::process::Command;

use samsyn_app::{
    AppError, Clock,
    example::{CASE_1, CASE_2, CASE_3, Phase, Script},
};
use samsyn_tests::{calls::YEARS_OF_CALLS, county::COUNTY, devhost::Devhost, many::MANY_CASES};

/// Case 3 as the calls have gone out and a night has passed: a reminder can be due.
const THE_DAY_AFTER: &[(&str, Phase)] = &[("the_day_after", the_day_after)];

fn the_day_after(script: &mut Script) -> Result<(), AppError> {
    let last = CASE_3.iter().position(|(name, _)| *name == "meeting_moved").unwrap();
    CASE_3.iter().take(last + 1).try_for_each(|(_, carry)| carry(script))?;
    script.at(8, "09.00")
}

#[test]
fn every_view_can_be_used_by_everybody() {
    let project = samsyn_tests::project();
    let walked = [
        (Devhost::on_nothing(), "first"),
        // A tour is offered in a real store alone, and such a one goes by the real clock.
        (Devhost::start(Clock::System, |_| {}), "tour"),
        (Devhost::on_example(CASE_1, "responsibility"), "meeting,keyboard"),
        (Devhost::on_example(CASE_1, "responsibility"), "long"),
        (Devhost::on_example(CASE_1, "version_2"), "plan"),
        (Devhost::on_example(CASE_1, "version_2"), "contacts"),
        (Devhost::on_example(CASE_1, "follow_up_1"), "braid"),
        (Devhost::on_example(CASE_1, "closing"), "closed"),
        (Devhost::on_example(CASE_1, "closing"), "store"),
        (Devhost::on_example(CASE_1, "closing"), "figures"),
        (Devhost::on_example(CASE_1, "responsibility"), "knowledge"),
        (Devhost::on_example(YEARS_OF_CALLS, "years_of_calls"), "comparison"),
        (Devhost::on_example(COUNTY, "county"), "county"),
        (Devhost::on_example(MANY_CASES, "many_cases"), "plots"),
        (Devhost::on_example(CASE_1, "responsibility"), "catalogue"),
        (Devhost::on_example(CASE_2, "mikael_leaves"), "child"),
        (Devhost::on_example(CASE_2, "copies_2"), "process"),
        (Devhost::on_example(THE_DAY_AFTER, "the_day_after"), "discharge"),
    ];
    let done = Command::new("node")
        .arg(project.join("tests/axe/run.mjs"))
        .arg(project.join("target/pictures"))
        .args(walked.iter().map(|(devhost, walks)| format!("{}={walks}", devhost.address())))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

/// The last row of the table in docs/steps.md: what the way may take, by what is counted.
fn allowed() -> Vec<(String, u64)> {
    let page = fs_err::read_to_string(samsyn_tests::project().join("docs/steps.md")).unwrap();
    let rows: Vec<Vec<&str>> =
        page.lines().filter(|line| line.starts_with('|')).map(|line| line.split('|').map(str::trim).collect()).collect();
    let (head, last) = (rows.first().unwrap(), rows.last().unwrap());
    head.iter().zip(last).filter_map(|(what, most)| Some(((*what).to_owned(), most.parse().ok()?))).collect()
}

#[test]
fn a_whole_case_takes_no_more_by_the_keyboard_than_steps_md_says() {
    let project = samsyn_tests::project();
    let devhost = Devhost::on_nothing();
    let done = Command::new("node")
        .arg(project.join("tests/axe/whole-case.mjs"))
        .arg(devhost.address())
        .arg(project.join("target"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    let took: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let allowed = allowed();
    assert_eq!(allowed.len(), 3, "docs/steps.md says {allowed:?}");
    for (what, most) in allowed {
        let count = took.get(&what).and_then(serde_json::Value::as_u64).unwrap();
        assert!(count <= most, "{count} {what}, where docs/steps.md says {most} at most: {took}");
    }
}
