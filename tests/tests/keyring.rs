//! Quick unlock by a real keyring: gnome-keyring on a session bus of its own.

use std::path::Path;
use std::process::Command;

use samsyn_app::{App, Clock, Setup};
use serde_json::json;

const INSIDE: &str = "SAMSYN_TEST_KEYRING_FOLDER";
const PASSPHRASE: &str = "trumpet kantarell sextio moln";

/// Starts itself once more, inside a session with an unlocked keyring.
#[test]
fn the_keyring_opens_the_store_again_until_it_is_told_to_forget() {
    if let Some(folder) = std::env::var_os(INSIDE) {
        return remembered_and_forgotten(Path::new(&folder));
    }
    let home = tempfile::tempdir().unwrap();
    let test = std::env::current_exe().unwrap();
    let script = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec \"$0\" --exact keyring::the_keyring_opens_the_store_again_until_it_is_told_to_forget";
    let done = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", script])
        .arg(test)
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env(INSIDE, home.path().join("store"))
        .output()
        .expect("dbus-run-session: `cargo xtask test` installs it");
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

fn remembered_and_forgotten(folder: &Path) {
    let setup = Setup { folder: folder.to_owned(), clock: Clock::System, keyring: true };
    let mut app = App::new(setup.clone());
    app.call(
        "store.create",
        json!({
            "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
            "unit": "IFO", "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE
        }),
    )
    .unwrap();
    app.call("store.remember", json!({ "remember": true })).unwrap();
    drop(app);

    let mut app = App::new(setup);
    assert_eq!(app.call("store.status", json!({})).unwrap()["quick_unlock"], true);
    assert_eq!(app.call("store.unlock_quick", json!({})).unwrap()["state"], "open");
    app.call("store.remember", json!({ "remember": false })).unwrap();
    app.lock();
    assert_eq!(app.call("store.status", json!({})).unwrap()["quick_unlock"], false);
    assert_eq!(app.call("store.unlock_quick", json!({})).unwrap_err().code, samsyn_app::Code::KeyringUnavailable);
    assert_eq!(app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap()["state"], "open", "the passphrase always opens");
}
