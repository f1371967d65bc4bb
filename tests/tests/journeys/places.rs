//! Where the live store lies: never where it is carried elsewhere, open in one process at a time, one sync a save, and a disk
//! that takes nothing is called what it is.

use std::path::Path;
use std::process::Command;

use samsyn_app::{App, AppError, Clock, Code, Setup};
use samsyn_tests::servant::{PASSPHRASE, Servant};
use serde_json::{Value, json};

fn app(folder: &Path) -> App {
    App::new(Setup { folder: folder.to_owned(), clock: Clock::System, keyring: false })
}

fn status(folder: &Path) -> Value {
    app(folder).call("store.status", json!({})).unwrap()
}

fn create(app: &mut App) -> Result<Value, AppError> {
    app.call(
        "store.create",
        json!({
            "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
            "unit": "IFO", "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE, "practice": true
        }),
    )
}

#[test]
fn in_a_synchronised_folder_no_store_is_made_and_none_is_opened() {
    let home = tempfile::tempdir().unwrap();
    let (here, cloud) = (home.path().join("register"), home.path().join("Nextcloud"));
    fs_err::create_dir(&cloud).unwrap();
    assert_eq!(create(&mut app(&cloud.join("register"))).unwrap_err().code, Code::PlaceSynced);
    let restore = json!({ "folder": home.path().join("kopia"), "secret": PASSPHRASE });
    assert_eq!(app(&cloud.join("register")).call("store.restore", restore).unwrap_err().code, Code::PlaceSynced, "nor put back");
    assert_eq!(fs_err::read_dir(&cloud).unwrap().count(), 0, "nothing was made there");

    create(&mut app(&here)).unwrap();
    let moved = cloud.join("register");
    fs_err::rename(&here, &moved).unwrap();
    assert_eq!(status(&moved)["refused"], "place_synced");
    let refused = app(&moved).call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap_err();
    assert_eq!(refused.code, Code::PlaceSynced);
    fs_err::rename(&moved, &here).unwrap();
    assert_eq!(app(&here).call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap()["state"], "open", "moved back, it opens");
}

#[test]
fn a_second_process_is_told_that_the_store_is_in_use() {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("register");
    let mut first = Servant::start(&store);
    first.create_store();
    let mut second = Servant::start(&store);
    assert_eq!(second.done("store.status", &json!({}))["refused"], "store_in_use");
    assert_eq!(second.call("store.unlock", &json!({ "passphrase": PASSPHRASE }))["refusal"], "store_in_use");
    first.lock();
    assert_eq!(status(&store)["refused"], "store_in_use", "a window at its lock has the store too");
    drop(first);
    assert_eq!(status(&store)["state"], "locked");
}

/// On the disk itself, as the system was asked for it: each save is made lasting once, and before it is answered.
#[test]
fn each_save_is_one_sync() {
    const SAVES: usize = 20;
    let home = tempfile::tempdir().unwrap();
    let trace = home.path().join("trace");
    let mut tracer = Command::new("strace");
    tracer.args(["--follow-forks", "--trace=fsync,fdatasync,sync_file_range,msync,write", "--output"]).arg(&trace);
    let mut servant = Servant::start_by(tracer.arg(samsyn_tests::program("servant")).arg(home.path().join("register")));
    servant.create_store();
    let person = servant.write("person.create", json!({ "identity": "19830417-2383", "first_name": "Karin", "last_name": "Lövgren-Åhs" }));
    let case = servant.write("case.open", json!({ "person": person["id"] }))["view"]["case"]["id"].clone();
    for save in 0..SAVES {
        let fields = json!({ "own_words": format!("Jag vill kunna sova, {save}") });
        servant.write("draft.set", json!({ "case": case, "kind": "need", "id": case, "fields": fields }));
    }
    drop(servant);

    let calls = fs_err::read_to_string(&trace).unwrap();
    // Each answer is a write to the servant's stdout; what stands between two answers belongs to the later one.
    let mut syncs_before_answers = vec![0];
    for call in calls.lines() {
        if call.contains("sync") {
            *syncs_before_answers.last_mut().unwrap() += 1;
        } else if call.contains("write(") && call.contains("saved_at") | call.contains("{\\\"") {
            syncs_before_answers.push(0);
        }
    }
    syncs_before_answers.pop();
    let saves = &syncs_before_answers[syncs_before_answers.len() - SAVES..];
    assert_eq!(saves, [1; SAVES], "{syncs_before_answers:?}");
}

/// Where a test finds its small disk, when it has started itself upon one.
const DISK: &str = "SAMSYN_TEST_OWN_DISK";

/// Starts itself once more on a disk of 40 MB in a mount namespace, which ends with it.
#[test]
fn a_disk_that_is_nearly_full_is_told_of_and_one_that_takes_nothing_is_called_so() {
    if let Some(disk) = std::env::var_os(DISK) {
        return nearly_full_and_then_read_only(Path::new(&disk));
    }
    let disk = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=40m none \"$SAMSYN_TEST_OWN_DISK\" && exec \"$0\" --exact journeys::places::a_disk_that_is_nearly_full_is_told_of_and_one_that_takes_nothing_is_called_so";
    // Who is not root becomes it in a namespace of their own, where the system lets them.
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let namespaces = if is_root { &["--mount"][..] } else { &["--user", "--map-root-user", "--mount"][..] };
    let mut again = Command::new("unshare");
    again.args(namespaces).args(["sh", "-c", script]).arg(std::env::current_exe().unwrap()).env(DISK, disk.path());
    let done = again.output().expect("unshare is a part of util-linux");
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

fn nearly_full_and_then_read_only(disk: &Path) {
    let store = disk.join("register");
    let mut open = app(&store);
    create(&mut open).unwrap();
    let left = open.call("store.status", json!({})).unwrap()["space_left"].as_u64().unwrap();
    assert!((1..42).contains(&left), "{left} MB are told to be left of 40 MiB");
    open.lock();
    drop(open);

    let read_only = Command::new("mount").args(["-o", "remount,ro"]).arg(disk).status().unwrap();
    assert!(read_only.success());
    assert_eq!(status(&store)["refused"], "disk_read_only");
}
