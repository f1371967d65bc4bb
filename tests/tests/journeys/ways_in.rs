//! The ways into a store from where people stand: keys that are nobody's own, wrong tries, and a new key for the whole store.

use std::path::Path;

use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

const FIRST: &str = "Anna Berg trumpet kantarell sextio";
const SECOND: &str = "Per Nyström trumpet kantarell sextio";
const NEW: &str = "sju blå hästar sover under broar";

struct Unit {
    app: App,
    folder: TempDir,
    recovery_key: String,
}

fn setup(folder: &Path, at: &str) -> Setup {
    Setup { folder: folder.join("store"), clock: Clock::Fixed(at.parse().unwrap()), keyring: false }
}

impl Unit {
    fn with_first_user(organisation_key: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new(setup(folder.path(), "2027-01-11T08:00:00Z"));
        let created = app.call("store.create", first_start(organisation_key)).unwrap();
        Self { app, folder, recovery_key: created["recovery_key"].as_str().unwrap().to_owned() }
    }

    fn call(&mut self, command: &str, request: Value) -> Value {
        self.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error} {}", error.details))
    }

    #[track_caller]
    fn refused(&mut self, command: &str, request: Value) -> AppError {
        self.app.call(command, request).expect_err(command)
    }

    fn add_second_user(&mut self) {
        let user = json!({
            "name": "Per Nyström", "title": "socialsekreterare", "roles": ["caseworker"], "activity": null, "passphrase": SECOND,
            "command_id": Uuid::now_v7()
        });
        self.call("user.add", user);
    }

    /// Locks, and begins anew as a program that has been started again.
    fn restart(&mut self, at: &str) {
        self.call("store.lock", json!({}));
        self.app = App::new(Setup { folder: "nowhere".into(), ..setup(self.folder.path(), at) });
        self.app = App::new(setup(self.folder.path(), at));
    }

    fn who(&mut self) -> Value {
        self.call("store.status", json!({}))["open"]["user"]["name"].clone()
    }
}

fn first_start(organisation_key: &str) -> Value {
    json!({
        "profile": "jamtland-harjedalen", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Östersunds kommun",
        "unit": "öppenvården Nexus", "user": "Anna Berg", "title": "enhetschef", "passphrase": FIRST,
        "organisation_key": organisation_key, "practice": true
    })
}

#[test]
fn the_organisations_key_is_made_saved_tried_and_lets_the_chosen_user_in() {
    let mut unit = Unit::with_first_user("");
    assert_eq!(unit.call("store.status", json!({}))["open"]["organisation_key"], Value::Null);
    assert_eq!(unit.app.call_for_bytes("store.organisation_key_file", json!({})).unwrap_err().code, Code::NotFound);
    let made = unit.call("store.new_organisation_key", json!({}));
    let file = String::from_utf8(unit.app.call_for_bytes("store.organisation_key_file", json!({})).unwrap()).unwrap();
    assert!(file.contains(made["organisation_key"].as_str().unwrap()) && file.contains(made["public_key"].as_str().unwrap()));
    let status = unit.call("store.status", json!({}));
    assert_eq!((&status["open"]["organisation_key"], &status["open"]["organisation_key_confirmed"]), (&made["public_key"], &json!(false)));
    let refused = unit.refused("store.confirm_organisation_key", json!({ "organisation_key": made["public_key"] }));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::OrganisationKeyUnreadable, Some("organisation_key")));
    assert_eq!(
        unit.call("store.confirm_organisation_key", json!({ "organisation_key": file }))["open"]["organisation_key_confirmed"],
        true
    );
    // Shown once: nothing gives the private key again.
    assert_eq!(unit.app.call_for_bytes("store.organisation_key_file", json!({})).unwrap_err().code, Code::NotFound);

    unit.add_second_user();
    unit.restart("2027-01-11T09:00:00Z");
    let by_key = |user: Value| json!({ "organisation_key": file, "passphrase": NEW, "user": user });
    let unchosen = unit.refused("store.unlock_by_organisation", by_key(Value::Null));
    assert_eq!((unchosen.code, unchosen.field.as_deref()), (Code::UserUnchosen, Some("user")));
    assert_eq!(unit.call("store.status", json!({}))["state"], "locked", "nobody is in before it is said who");
    let users = unchosen.details["users"].as_array().unwrap();
    let second = users.iter().find(|user| user["name"] == "Per Nyström").unwrap()["id"].clone();
    unit.call("store.unlock_by_organisation", by_key(second));
    assert_eq!(unit.who(), "Per Nyström");
    unit.call("store.lock", json!({}));
    assert_eq!(unit.refused("store.unlock", json!({ "passphrase": SECOND })).code, Code::WrongPassphrase);
    unit.call("store.unlock", json!({ "passphrase": FIRST }));
    unit.call("store.lock", json!({}));
    unit.call("store.unlock", json!({ "passphrase": NEW }));
    assert_eq!(unit.who(), "Per Nyström");
}

#[test]
fn a_public_key_given_at_the_first_start_is_the_way_in_and_another_ones_is_not() {
    let maker = Unit::with_first_user("").call("store.new_organisation_key", json!({}));
    let mut unit = Unit::with_first_user(maker["public_key"].as_str().unwrap());
    unit.restart("2027-01-11T09:00:00Z");
    let stranger = Unit::with_first_user("").call("store.new_organisation_key", json!({}));
    let by = |key: &Value| json!({ "organisation_key": key, "passphrase": NEW });
    assert_eq!(unit.refused("store.unlock_by_organisation", by(&stranger["organisation_key"])).code, Code::WrongOrganisationKey);
    unit.call("store.unlock_by_organisation", by(&maker["organisation_key"]));
    assert_eq!(unit.who(), "Anna Berg");
    // A first start with what is no key makes nothing.
    let folder = tempfile::tempdir().unwrap();
    let mut app = App::new(setup(folder.path(), "2027-01-11T08:00:00Z"));
    let refused = app.call("store.create", first_start("age1")).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::OrganisationKeyUnreadable, Some("organisation_key")));
    assert!(!folder.path().join("store").exists());
}

#[test]
fn wrong_tries_wait_longer_and_longer_also_after_a_restart_and_say_for_how_long() {
    let mut unit = Unit::with_first_user("");
    unit.call("store.lock", json!({}));
    for _ in 0..3 {
        assert_eq!(unit.refused("store.unlock", json!({ "passphrase": NEW })).code, Code::WrongPassphrase);
    }
    unit.restart("2027-01-11T08:00:03Z");
    let waits = unit.refused("store.unlock", json!({ "passphrase": FIRST }));
    assert_eq!((waits.code, &waits.details), (Code::TooManyTries, &json!({ "seconds": 2 })));
    // What is mistyped is no try, and waits for nothing.
    let mistyped = json!({ "recovery_key": "ABCD", "passphrase": NEW });
    assert_eq!(unit.refused("store.unlock_by_recovery", mistyped).code, Code::RecoveryKeyMistyped);
    let by_recovery = json!({ "recovery_key": unit.recovery_key, "passphrase": NEW });
    assert_eq!(unit.refused("store.unlock_by_recovery", by_recovery.clone()).code, Code::TooManyTries);
    unit.app.set_clock(Clock::Fixed("2027-01-11T08:00:05Z".parse().unwrap()));
    unit.call("store.unlock_by_recovery", by_recovery);
    assert_eq!(unit.who(), "Anna Berg");
}

#[test]
fn a_passphrase_that_leaked_and_the_old_key_file_open_nothing_any_more() {
    let mut unit = Unit::with_first_user("");
    let header = unit.folder.path().join("store/samsyn.header");
    let kept = std::fs::read(&header).unwrap();
    let status = unit.call("store.change_passphrase", json!({ "old": FIRST, "passphrase": NEW, "leaked": true }));
    assert_eq!(status["open"]["rekey_due"], false);
    unit.call("store.lock", json!({}));
    assert_eq!(unit.refused("store.unlock", json!({ "passphrase": FIRST })).code, Code::WrongPassphrase);
    let now = std::fs::read(&header).unwrap();
    for (bytes, passphrase, answer) in [(&kept, FIRST, Err(Code::HeaderOther)), (&now, NEW, Ok("open"))] {
        for name in ["store/samsyn.header", "store/samsyn.header.copy"] {
            std::fs::write(unit.folder.path().join(name), bytes).unwrap();
        }
        unit.restart("2027-01-11T09:00:00Z");
        let opened = unit.app.call("store.unlock", json!({ "passphrase": passphrase }));
        let state = opened.as_ref().map(|status| status["state"].as_str().unwrap()).map_err(|error| error.code);
        assert_eq!(state, answer);
    }
    // The whole store is as it was, and can be given a new key again.
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
    unit.call("store.rekey", json!({}));
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
    unit.restart("2027-01-11T10:00:00Z");
    unit.call("store.unlock", json!({ "passphrase": NEW }));
}

#[test]
fn whoever_is_in_becomes_nobody_else_by_a_key_that_is_nobodys_own() {
    let mut unit = Unit::with_first_user("");
    let stranger = Unit::with_first_user("").call("store.new_organisation_key", json!({}));
    unit.add_second_user();
    let first = unit.call("store.status", json!({}))["open"]["user"]["id"].clone();
    unit.call("store.lock", json!({}));
    unit.call("store.unlock", json!({ "passphrase": SECOND }));
    // Neither another store's key nor the right one is tried at an open store.
    let other = Unit::with_first_user("").recovery_key;
    for key in [other, unit.recovery_key.clone()] {
        let request = json!({ "recovery_key": key, "passphrase": NEW, "user": first });
        assert_eq!(unit.refused("store.unlock_by_recovery", request).code, Code::StoreOpen);
    }
    let request = json!({ "organisation_key": stranger["organisation_key"], "passphrase": NEW, "user": first });
    assert_eq!(unit.refused("store.unlock_by_organisation", request).code, Code::StoreOpen);
    // And a passphrase, right or wrong, leaves whoever is in.
    for passphrase in [FIRST, NEW] {
        unit.call("store.unlock", json!({ "passphrase": passphrase }));
    }
    assert_eq!(unit.who(), "Per Nyström");
    unit.call("store.lock", json!({}));
    assert_eq!(unit.refused("store.unlock", json!({ "passphrase": NEW })).code, Code::WrongPassphrase);
    unit.call("store.unlock", json!({ "passphrase": FIRST }));
    assert_eq!(unit.who(), "Anna Berg");
}

#[test]
fn a_recovery_key_that_somebody_has_seen_takes_the_stores_key_with_it_and_so_does_another_organisations() {
    let mut unit = Unit::with_first_user("");
    let header = unit.folder.path().join("store/samsyn.header");
    let kept = std::fs::read(&header).unwrap();
    let old = unit.recovery_key.clone();
    let renewed = unit.call("store.new_recovery_key", json!({ "leaked": true }));
    assert_eq!(unit.call("store.status", json!({}))["open"]["rekey_due"], false, "it is done, and not only due");
    unit.call("store.new_organisation_key", json!({}));
    assert_eq!(unit.call("store.status", json!({}))["open"]["rekey_due"], false, "nobody's key was replaced");
    unit.call("store.new_organisation_key", json!({}));
    assert_eq!(unit.call("store.status", json!({}))["open"]["rekey_due"], true);
    unit.call("store.lock", json!({}));
    let now = std::fs::read(&header).unwrap();
    // The paper and the key file of then open nothing that is written now.
    for (bytes, key, answer) in [(&kept, json!(old), Err(Code::HeaderOther)), (&now, renewed["recovery_key"].clone(), Ok("open"))] {
        for name in ["store/samsyn.header", "store/samsyn.header.copy"] {
            std::fs::write(unit.folder.path().join(name), bytes).unwrap();
        }
        unit.restart("2027-01-11T09:00:00Z");
        let opened = unit.app.call("store.unlock_by_recovery", json!({ "recovery_key": key, "passphrase": NEW }));
        let state = opened.as_ref().map(|status| status["state"].as_str().unwrap()).map_err(|error| error.code);
        assert_eq!(state, answer);
    }
}

#[test]
fn two_users_cannot_have_one_passphrase() {
    let mut unit = Unit::with_first_user("");
    unit.add_second_user();
    let taken = unit.refused("store.change_passphrase", json!({ "old": FIRST, "passphrase": SECOND }));
    assert_eq!((taken.code, taken.field.as_deref()), (Code::PassphraseTaken, Some("passphrase")));
}
