//! Every view through axe in Chromium, under the product's content security policy: at 100 %, 320 pixels wide and with forced
//! colours. The walks stand in `tests/axe/walks`, the pictures come to `target/pictures`.

use std::process::Command;

use samsyn_app::{
    AppError, Clock,
    example::{CASE_1, CASE_2, CASE_3, Phase, Script},
};
use samsyn_tests::devhost::Devhost;

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
        (Devhost::start(Clock::System, |_| {}), "first"),
        (Devhost::on_example(CASE_1, "responsibility"), "meeting,keyboard"),
        (Devhost::on_example(CASE_1, "version_2"), "plan"),
        (Devhost::on_example(CASE_1, "closing"), "closed"),
        (Devhost::on_example(CASE_1, "closing"), "store"),
        (Devhost::on_example(CASE_1, "closing"), "figures"),
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
