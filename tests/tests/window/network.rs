//! The program opens no socket that could reach a network.

use std::thread;
use std::time::Duration;

use super::desktop::{Desktop, Group, until};

/// Run without the driver, which itself speaks to the program through a local port.
#[test]
fn no_socket_of_the_program_can_reach_a_network() {
    let desktop = Desktop::start();
    let log = desktop.store().with_file_name("strace.log");
    let mut program = Group::start(
        desktop
            .command("strace")
            .args(["--follow-forks", "--trace=socket,execve", "--output"])
            .arg(&log)
            .arg(samsyn_tests::program("samsyn"))
            .arg("--store")
            .arg(desktop.store()),
    );
    let traced = || fs_err::read_to_string(&log).unwrap_or_default();

    until("the web engine's process", || traced().contains("WebKitWebProcess"));
    let mut before = 0;
    until("a program that has started and come to rest", || {
        thread::sleep(Duration::from_secs(3));
        let now = traced().len();
        std::mem::replace(&mut before, now) == now
    });

    assert!(!program.has_ended(), "the program ended by itself");
    let calls = traced();
    assert!(calls.contains("socket(AF_UNIX"), "the trace saw no socket at all");
    let reaching: Vec<&str> = calls.lines().filter(|line| line.contains("AF_INET") || line.contains("AF_PACKET")).collect();
    assert!(reaching.is_empty(), "{}", reaching.join("\n"));
}
