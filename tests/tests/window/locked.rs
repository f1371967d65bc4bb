//! The real window when the session is locked: its page is another one, in another process, and no key is left in the program's
//! memory.

use std::path::Path;
use std::sync::Arc;

use samsyn_store::{Found, LockedStore, NoKeyring, Passphrase, Way};
use samsyn_tests::memory::{MARK, count_words, found, memory_of};
use samsyn_tests::servant::{PASSPHRASE, Servant};
use serde_json::json;

use super::desktop::{Desktop, Group, until};
use super::dialog::{windows, xdotool};

/// A store with a person and a case whose words are looked for, and its data key.
fn planted(store: &Path) -> String {
    let mut servant = Servant::start(store);
    servant.create_store();
    let mut person = json!({ "identity": "19830417-2383" });
    for field in ["first_name", "last_name", "address", "phone"] {
        person[field] = json!(format!("{MARK}-{field}"));
    }
    let person = servant.write("person.create", person);
    servant.write("case.open", json!({ "person": person["id"] }));
    servant.lock();
    drop(servant);
    let Found::Locked(locked) = LockedStore::at(store, Arc::new(NoKeyring)).unwrap() else { panic!("the store is not there") };
    let open = locked.unlock(Way::Passphrase { user: None, passphrase: &Passphrase::new(PASSPHRASE) }).unwrap();
    open.practice_key().to_string()
}

/// The process that the program's page runs in.
fn page_of(program: u32) -> Option<u32> {
    let processes = fs_err::read_dir("/proc").unwrap().filter_map(|entry| entry.unwrap().file_name().to_str()?.parse::<u32>().ok());
    let is_page = |process: &u32| {
        let status = fs_err::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        status.contains("Name:\tWebKitWebProces") && status.contains(&format!("PPid:\t{program}\n"))
    };
    processes.into_iter().find(is_page)
}

fn words_in(process: u32) -> usize {
    memory_of(process).map_or(0, |memory| count_words(&memory, MARK))
}

#[test]
fn a_locked_session_takes_the_page_and_its_memory_away() {
    let desktop = Desktop::start();
    let key = planted(&desktop.store());
    let mut command = desktop.command(samsyn_tests::program("samsyn"));
    // The test's own bus stands in for the system's, where logind speaks.
    command.arg("--store").arg(desktop.store()).env("DBUS_SYSTEM_BUS_ADDRESS", desktop.bus());
    let mut program = Group::start(&mut command);
    let number = program.number();
    let mut shown = None;
    until("the page's process and the window", || {
        shown = page_of(number).filter(|_| !windows(&desktop).is_empty());
        shown.is_some() || program.has_ended()
    });
    let page = shown.expect("the program ended by itself");
    if memory_of(page).is_none() {
        eprintln!("NOT RUN: only root can look into another process");
        return;
    }
    let window = windows(&desktop).pop().unwrap();
    until("the open store's words in the page", || {
        xdotool(&desktop, &["windowfocus", "--sync", &window]);
        // Over what came of the words while the page was not there to take them all.
        xdotool(&desktop, &["key", "ctrl+a"]);
        xdotool(&desktop, &["type", "--delay", "15", PASSPHRASE]);
        xdotool(&desktop, &["key", "Return"]);
        words_in(page) > 0
    });

    // The search is tried where it must find.
    let open = found(&memory_of(number).unwrap(), &key);
    assert_eq!(open.get("the key"), Some(&1), "in the program while the store is open: {open:?}");

    let lock = ["--type=signal", "/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Lock"];
    assert!(desktop.command("dbus-send").arg("--session").args(lock).status().unwrap().success());
    let mut fresh = None;
    until("another page", || {
        fresh = page_of(number).filter(|now| *now != page);
        fresh.is_some()
    });
    assert!(!Path::new(&format!("/proc/{page}")).exists(), "the old page's process has ended");
    let left = found(&memory_of(fresh.unwrap()).unwrap(), &key);
    assert!(left.is_empty(), "in the new page: {left:?}");
    // What the page was answered has passed through buffers of WebKit, which are freed and not wiped: some words may be left there.
    let mut left = found(&memory_of(number).unwrap(), &key);
    left.remove("planted words");
    assert!(left.is_empty(), "in the program: {left:?}");
    assert!(!program.has_ended());
}
