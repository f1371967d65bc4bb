//! What a locked store leaves in the memory of the process that had it open: no key, no passphrase, no word of a case.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use samsyn_store::{Found, LockedStore, NoKeyring, Passphrase, Way};
use samsyn_tests::memory::{MARK, found, memory_of};
use samsyn_tests::servant::{PASSPHRASE, Servant};
use serde_json::json;

/// Somebody who owns nothing.
const NOBODY: u32 = 65534;

/// How many words are planted.
const MARKERS: usize = 50;

/// A planted word.
fn marker(number: usize) -> String {
    format!("{MARK}{number:02}")
}

/// Writes the markers in every kind of field, and uses what makes copies of them: views, papers, search, the history.
fn use_everything(servant: &mut Servant) {
    let mut numbers = 0..MARKERS;
    let mut next = || marker(numbers.next().unwrap());
    let mut person = json!({ "identity": "19830417-2383" });
    for field in ["first_name", "last_name", "address", "phone", "email", "municipality", "language", "needs"] {
        person[field] = json!(next());
    }
    let person = servant.write("person.create", person);
    let case = servant.write("case.open", json!({ "person": person["id"] }))["view"]["case"]["id"].clone();
    let mut need = json!({});
    for field in ["seen_by", "seen_at_unit", "description", "own_words", "waiting_for"] {
        need[field] = json!(next());
    }
    servant.write("draft.set", json!({ "case": case, "kind": "need", "id": case, "fields": need }));
    for _ in 0..10 {
        let party = json!({ "kind": "region", "organisation": next(), "unit": next(), "name": next() });
        servant.write("draft.add", json!({ "case": case, "kind": "party", "fields": party }));
    }
    for left in (0..7).rev() {
        // The last one is only half-written, in the form of an act.
        let (kind, field) = if left == 0 { ("form", "content") } else { ("goal", "text") };
        servant.write("draft.add", json!({ "case": case, "kind": kind, "fields": { field: next() } }));
    }
    assert_eq!(numbers.next(), None, "every marker is planted");

    for document in ["sip_yes", "preparation", "whole_file"] {
        servant.done("document.preview", &json!({ "case": case, "document": { "document": document } }));
    }
    servant.done("document.preview", &json!({ "case": case, "document": { "document": "plan", "version": null } }));
    servant.done("worklist.show", &json!({}));
    servant.done("worklist.print", &json!({}));
    servant.done("person.search", &json!({ "text": marker(1) }));
    servant.done("case.show", &json!({ "case": case }));
    servant.done("case.history", &json!({ "case": case }));
    servant.done("store.verify", &json!({}));
}

/// The data key of the store in a folder that nobody has open.
fn key_of(folder: &Path) -> String {
    let Found::Locked(store) = LockedStore::at(folder, Arc::new(NoKeyring)).unwrap() else { panic!("the store is not there") };
    let store = store.unlock(Way::Passphrase { user: None, passphrase: &Passphrase::new(PASSPHRASE) }).unwrap();
    store.practice_key().to_string()
}

#[test]
fn a_locked_store_leaves_no_key_no_passphrase_and_no_word_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let mut servant = Servant::start(&store);
    servant.create_store();
    use_everything(&mut servant);
    let Some(open) = memory_of(servant.process()) else {
        // Whoever is not root may not even look: that is the other half of the defence, and all that can be seen from here.
        eprintln!("NOT RUN: only root can look into another process");
        return;
    };
    servant.lock();
    servant.done("store.unlock", &json!({ "passphrase": PASSPHRASE }));
    servant.done("worklist.show", &json!({}));
    servant.lock();
    let locked = memory_of(servant.process()).unwrap();
    drop(servant);

    let key = key_of(&store);
    // The search itself is tried where it must find: the open store's key stands in one place, and words of the case in many.
    let open = found(&open, &key);
    assert_eq!(open.get("the key"), Some(&1), "in the open store: {open:?}");
    assert!(open.get("planted words").is_some_and(|times| *times >= MARKERS), "in the open store: {open:?}");
    assert_eq!(open.len(), 2, "in the open store: {open:?}");
    assert_eq!(found(&locked, &key), BTreeMap::new(), "left in memory after the lock");
}

#[test]
fn the_process_keeps_its_memory_from_dumps_and_from_others() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let is_root = owner(Path::new("/proc/self/environ")) == 0;
    let mut servant = if is_root {
        // As somebody who is not root, since all that is root's is root's anyway.
        fs_err::create_dir(&store).unwrap();
        for folder in [folder.path(), &store] {
            std::os::unix::fs::chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        let as_nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
        Servant::start_by(Command::new("setpriv").args(as_nobody).arg(samsyn_tests::program("servant")).arg(&store))
    } else {
        Servant::start(&store)
    };
    servant.done("store.status", &json!({}));

    let of_process = |file: &str| format!("/proc/{}/{file}", servant.process());
    let limits = fs_err::read_to_string(of_process("limits")).unwrap();
    let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(cores.split_whitespace().filter(|word| *word == "0").count(), 2, "{cores}");
    // What /proc tells of a process that lets itself be looked into is its user's; of this one it is root's.
    for file in ["mem", "environ", "maps"] {
        assert_eq!(owner(Path::new(&of_process(file))), 0, "{file}");
    }
}

/// Who owns a file.
fn owner(file: &Path) -> u32 {
    std::os::unix::fs::MetadataExt::uid(&fs_err::metadata(file).unwrap())
}
