//! The same commands without a window: exit statuses, and a practice store with its papers.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use samsyn_app::example::{PASSPHRASE, STORE};
use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};

use super::carried::{Carried, words_of};

/// Runs the program, with something on its standard input.
fn cli(arguments: &[&str], typed: &str) -> Output {
    let program = samsyn_tests::program("samsyn-cli");
    let mut child =
        Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses at once does not read.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

#[track_caller]
fn fails(said: &Output, status: i32, code: &str) {
    let words = String::from_utf8(said.stderr.clone()).unwrap();
    assert_eq!(said.status.code(), Some(status), "{words}");
    assert!(said.stdout.is_empty(), "a refusal has no reply");
    assert!(words.contains(code), "{words}");
    assert!(words.trim().len() > code.len() + 10, "no sentence: {words}");
}

/// All that is in a store's files.
fn content(store: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs_err::read_dir(store).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.map(|path| (path.display().to_string(), fs_err::read(&path).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn what_cannot_be_done_is_a_code_a_sentence_and_an_exit_status_and_writes_nothing() {
    let mut case = Carried::through("need");
    case.read("store.lock", json!({}));
    let store = case.folder().join(STORE);
    // The store is free only when the program that holds it is gone.
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy");
    fs_err::create_dir(&copy).unwrap();
    for (path, bytes) in content(&store) {
        fs_err::write(copy.join(Path::new(&path).file_name().unwrap()), bytes).unwrap();
    }
    let before = content(&copy);
    let place = copy.to_str().unwrap();
    let write = json!({ "command_id": "00000000-0000-0000-0000-0000000000ff", "identity": "x", "first_name": "Karin", "last_name": "Öst" })
        .to_string();

    fails(&cli(&["call", "person.destroy", "--store", place], "{}"), 4, "unknown_command");
    fails(&cli(&["call", "person.create", "--store", place], "{\"first_name\": Karin"), 3, "");
    fails(&cli(&["call", "store.status", "--store", place], "{\"surplus\": 1}"), 3, "malformed_request");
    fails(&cli(&["call", "person.create", "--store", place], &write), 2, "locked");
    fails(&cli(&["call", "store.unlock", "--store", place], "{\"passphrase\": \"fel\"}"), 2, "wrong_passphrase");
    fails(&cli(&["call", "person.create", "--store", store.to_str().unwrap()], &write), 2, "store_in_use");
    fails(&cli(&["nonsense"], ""), 64, "nonsense");
    // The wrong passphrase is counted, so that guesses are slowed over a restart too; all else is as it was.
    let (counted, rest): (Vec<_>, Vec<_>) = content(&copy).into_iter().partition(|(path, _)| path.ends_with("samsyn.tries"));
    assert_eq!(counted.len(), 1);
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(names(&rest), names(&before));
    assert!(rest == before, "a file of the store was changed");
}

#[test]
fn the_example_leaves_its_papers_and_a_store_that_its_key_opens() {
    let folder = tempfile::tempdir().unwrap();
    let said = cli(&["example", folder.path().to_str().unwrap()], "");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let told = String::from_utf8(said.stdout).unwrap();
    let key = told.split_whitespace().find(|word| word.len() == 64).unwrap();
    assert!(hex::decode(key).is_ok());

    let mut papers: Vec<_> =
        fs_err::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    papers.sort();
    assert_eq!(papers.len(), 22);
    for paper in &papers {
        let name = paper.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!["karin", "anna", "maria", "1983"].iter().any(|personal| name.contains(personal)), "{name} tells of a person");
        assert!(words_of(paper).len() > 100, "{name} is empty");
    }

    let store = folder.path().join(STORE);
    let mut app = App::new(Setup { folder: store, clock: Clock::System, keyring: false });
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    let cases = app.call("case.list", json!({ "closed": true })).unwrap();
    assert_eq!((&cases[0]["number"], &cases[0]["closed"]), (&json!("SIP-2027-0001"), &Value::Bool(true)));
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
    drop(app);

    let (store, given) = (folder.path().join(STORE), tempfile::tempdir().unwrap());
    let (store, given) = (store.to_str().unwrap(), given.path().to_str().unwrap());
    let said = cli(&["statistics", "2027", given, "--store", store, "--passphrase-fd", "0"], PASSPHRASE);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(words_of(&Path::new(given).join("sip-statistik-2027.pdf")).contains("Statistik över SIP 2027"));
    for (file, begins) in [("csv", "\u{feff}\"definition\";"), ("xlsx", "PK")] {
        let bytes = fs_err::read(Path::new(given).join(format!("sip-statistik-2027.{file}"))).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{file}");
    }

    let again = cli(&["example", folder.path().to_str().unwrap()], "");
    fails(&again, 2, "store_exists");
}

/// No command but the example prints a key: a recovery key is shown in the window alone.
#[test]
fn a_store_made_on_the_command_line_keeps_its_recovery_key_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    let create = json!({
        "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun", "unit": "IFO",
        "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE
    });
    let said = cli(&["call", "store.create", "--store", place.to_str().unwrap()], &create.to_string());
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(serde_json::from_slice::<Value>(&said.stdout).unwrap(), json!({ "recovery_key": "" }));

    let mut app = App::new(Setup { folder: place, clock: Clock::System, keyring: false });
    let opened = app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    assert_eq!(opened["open"]["recovery_confirmed"], false, "the window then asks for a new one");
}
