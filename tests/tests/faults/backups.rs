//! Every backup that is made while work goes on is opened and compared row by row, by an SQLCipher that is not ours.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use samsyn_tests::faults::{self, Hand, Held, Random};
use serde_json::{Value, json};

use super::power::copy;

const BACKUPS: usize = 10;

/// What the store itself writes of a backup, once it is made: the copy cannot hold it.
const AFTERWARDS: &[&str] = &["backup_made", "change", "store_log", "reply"];

/// Every row of every table, as text, by table.
type Rows = BTreeMap<String, Vec<String>>;

const SCRIPT: &str = "\
import json, sqlcipher3, sys
store = sqlcipher3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
store.execute('PRAGMA key = \"x\\'' + sys.argv[2] + '\\'\"')
tables = [name for (name,) in store.execute(\"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name\")]
print(json.dumps({table: sorted(repr(row) for row in store.execute('SELECT * FROM \"' + table + '\"')) for table in tables}))";

fn rows(database: &Path, key: &str) -> Rows {
    serde_json::from_slice(&python(SCRIPT, &[database.as_os_str(), key.as_ref()])).unwrap()
}

/// What a script says, run by the Python that has an SQLCipher of its own.
pub(super) fn python(script: &str, arguments: &[&OsStr]) -> Vec<u8> {
    let python = samsyn_tests::project().join("target/python/bin/python");
    let said = Command::new(&python)
        .args(["-c", script])
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("target/python is missing ({error}): `cargo xtask test` makes it"));
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    said.stdout
}

/// The store's data key, as the keyring of the place holds it.
pub(super) fn key(place: &Path) -> String {
    let entries = fs_err::read_dir(place.join("keyring")).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &Path| String::from_utf8(hex::decode(path.file_name().unwrap().to_str().unwrap()).unwrap()).unwrap();
    let path = entries.into_iter().find(|path| named(path).contains(" key")).expect("the keyring holds the key");
    hex::encode(fs_err::read(path).unwrap())
}

#[test]
fn every_backup_made_during_the_work_holds_every_row() {
    let seed = faults::seed();
    let place = tempfile::tempdir().unwrap();
    let (mut app, _) = faults::create(place.path());
    let (mut held, mut hand, mut random) =
        (Held::default(), Hand::begin(&mut app, Random::of(seed, "backups"), 1), Random::of(seed, "pauses"));
    let mut compared = 0;
    for number in 0..faults::scaled(BACKUPS) {
        hand.write(&mut app, 5 + random.below(20), &mut held);
        let backup = place.path().join(format!("backup-{number}"));
        app.call("store.backup", json!({ "folder": backup })).unwrap();
        hand.sealed();
        let (here, there) =
            (rows(&place.path().join("store/samsyn.db"), &key(place.path())), rows(&backup.join("samsyn.db"), &key(place.path())));
        assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
        for (table, copied) in &there {
            let lost: Vec<_> = here[table].iter().filter(|row| !copied.contains(row)).collect();
            let surplus: Vec<_> = copied.iter().filter(|row| !here[table].contains(row)).collect();
            assert!(surplus.is_empty(), "backup {number} has rows of its own in {table}: {surplus:?}");
            assert!(
                lost.is_empty() || (AFTERWARDS.contains(&table.as_str()) && lost.len() == 1),
                "backup {number} lacks of {table}: {lost:?}"
            );
            compared += copied.len();
        }
        // And the program opens it, on its own and by itself.
        holds(&backup, &place.path().join("keyring"), &held);
    }
    eprintln!("{compared} rows of {} backups are those of the store", faults::scaled(BACKUPS));
}

/// The store of a backup is whole and holds just this.
fn holds(backup: &Path, keyring: &Path, held: &Held) {
    let restored = tempfile::tempdir().unwrap();
    copy(backup, &restored.path().join("store"));
    copy(keyring, &restored.path().join("keyring"));
    let mut app = faults::open(restored.path()).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", backup.display()));
    held.check(&mut app, None, None).unwrap_or_else(|lost| panic!("{}: {lost}", backup.display()));
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true, "{}", backup.display());
}

/// While the files are copied in a thread of their own, saves go on; the copy is the store as it stood when it was begun.
#[test]
fn a_backup_made_beside_the_work_is_the_store_as_it_was_begun() {
    let seed = faults::seed();
    let (place, backups) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut app, _) = faults::create(place.path());
    app.call("store.plan_backups", json!({ "place": backups.path(), "every_days": "1", "keep": "100" })).unwrap();
    let (mut held, mut hand) = (Held::default(), Hand::begin(&mut app, Random::of(seed, "beside"), 1));
    let mut written_meanwhile = 0;
    for _ in 0..faults::scaled(BACKUPS / 2) {
        hand.write(&mut app, 20, &mut held);
        app.call("store.begin_backup", json!({})).unwrap();
        hand.sealed();
        let begun = held.clone();
        let made = loop {
            let told = app.call("store.backups", json!({})).unwrap();
            assert_eq!(told["failed"], Value::Null);
            if told["percent"].is_null() {
                break told["made"][0]["folder"].as_str().unwrap().to_owned();
            }
            hand.write(&mut app, 1, &mut held);
            written_meanwhile += 1;
        };
        holds(Path::new(&made), &place.path().join("keyring"), &begun);
    }
    eprintln!("{written_meanwhile} saves while backups were made");
    assert!(written_meanwhile > 0, "nothing was written meanwhile");
}
