//! Every view through axe in Chromium, under the product's content security policy: at 100 %, 320 pixels wide and with forced
//! colours. The walks stand in `tests/axe/walks`, the pictures come to `target/pictures`.

use std::process::Command;

use samsyn_app::{Clock, example::CASE_1};
use samsyn_tests::devhost::Devhost;

#[test]
fn every_view_can_be_used_by_everybody() {
    let project = samsyn_tests::project();
    let walked = [
        (Devhost::start(Clock::System, |_| {}), "first"),
        (Devhost::on_example(CASE_1, "responsibility"), "meeting,keyboard"),
        (Devhost::on_example(CASE_1, "version_2"), "plan"),
        (Devhost::on_example(CASE_1, "closing"), "closed"),
    ];
    let done = Command::new("node")
        .arg(project.join("tests/axe/run.mjs"))
        .arg(project.join("target/pictures"))
        .args(walked.iter().map(|(devhost, walks)| format!("{}={walks}", devhost.address())))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}
