//! An old page or an old file put back: the encryption does not notice, and the log does.

use chrono::Utc;
use samsyn_store::{Passphrase, Way};
use samsyn_tests::faults::{self, Random};
use serde_json::json;

use super::place::{Changed, Place};

const STEPS: usize = 60;
/// How many times the store goes on, and each page that this changed is put back to what it was.
const ROUNDS: usize = 12;
const PAGE: usize = 4096;

#[test]
fn an_old_page_put_back_is_noticed_or_changes_nothing() {
    let seed = faults::seed();
    let mut place = Place::written(STEPS, Random::of(seed, "rollback"));
    let (mut noticed, mut harmless, mut unnoticed) = (0, 0, Vec::new());
    for round in 0..faults::scaled(ROUNDS) {
        let old = fs_err::read(place.database()).unwrap();
        place.go_on(1 + round % 4);
        let new = fs_err::read(place.database()).unwrap();
        assert!(!place.is_noticed(), "round {round}: an untouched store raises no alarm");
        for (number, (before, after)) in old.chunks(PAGE).zip(new.chunks(PAGE)).enumerate() {
            if before == after {
                continue;
            }
            let changed = Changed::put(&place.database(), &new, number * PAGE, before);
            if place.is_noticed() {
                noticed += 1;
            } else if place.held.wrong_words(place.path()).is_empty() {
                harmless += 1;
            } else {
                unnoticed.push(format!("round {round}, page {number}"));
            }
            // Reading has entered the opening and the lock has sealed: the whole file, and not this page alone.
            drop(changed);
            fs_err::write(place.database(), &new).unwrap();
        }
    }
    eprintln!("{noticed} old pages noticed, {harmless} changed nothing that is read");
    assert!(noticed > 0, "the control: no old page changed anything");
    assert!(unnoticed.is_empty(), "old pages went unnoticed: {unnoticed:?}");
}

/// The whole file of an earlier time: the seal in the keyring tells, though everything in the file agrees.
#[test]
fn an_old_file_put_back_is_an_alarm_and_a_restored_backup_is_none() {
    let seed = faults::seed();
    let mut place = Place::written(STEPS, Random::of(seed, "old files"));
    for round in 0..faults::scaled(ROUNDS) {
        let old = fs_err::read(place.database()).unwrap();
        place.go_on(1 + round % 4);
        let new = fs_err::read(place.database()).unwrap();
        fs_err::write(place.database(), &old).unwrap();
        assert!(place.is_noticed(), "round {round}: an old file went unnoticed");
        fs_err::write(place.database(), &new).unwrap();
        assert!(!place.is_noticed(), "round {round}: the control, the file of now");
    }
    let mut app = faults::open(place.path()).unwrap();
    let backup = place.path().join("backup");
    app.call("store.backup", json!({ "folder": backup })).unwrap();
    app.lock();
    drop(app);
    let then = place.held.clone();
    place.go_on(3);
    let passphrase = Passphrase::new(faults::PASSPHRASE);
    let way = Way::Passphrase { user: None, passphrase: &passphrase };
    let keyring = faults::keyring_of(place.path());
    samsyn_store::restore::restore(&backup, &place.path().join("store"), way, keyring.as_ref(), Utc::now()).unwrap();
    assert!(!place.is_noticed(), "a restored backup is no alarm");
    then.check(&mut faults::open(place.path()).unwrap(), None, None).unwrap();
}
