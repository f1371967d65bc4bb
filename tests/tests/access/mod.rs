//! Every view through axe in Chromium, under the product's content security policy.

use std::process::Command;

use samsyn_app::Clock;
use samsyn_tests::devhost::Devhost;

/// Walks the views of one list, in three ways of looking: at 100 %, at 320 pixels' width, and with forced colours.
fn no_violations(devhost: &Devhost, walk: &str) {
    let project = samsyn_tests::project();
    let done = Command::new("node")
        .arg(project.join("tests/axe/run.mjs"))
        .arg(devhost.address())
        .arg(project.join("tests/axe").join(walk))
        .arg(project.join("target/pictures"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

#[test]
fn the_first_start_has_no_violations() {
    no_violations(&Devhost::start(Clock::System, |_| {}), "first-start.json");
}
