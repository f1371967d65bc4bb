//! Backups through the commands: made beside the work, reminded of, tried, and put back after the worst day.

use std::path::{Path, PathBuf};
use std::thread;

use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

const PASSPHRASE: &str = "trumpet kantarell sextio moln";

/// A store, and a drive beside it.
struct Office {
    app: App,
    folder: TempDir,
    recovery: String,
}

impl Office {
    /// With made-up people, or with the machine's clock and a store that is no practice.
    fn begin(practice: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("usb")).unwrap();
        let app = App::new(Self::setup(&folder.path().join("store")));
        let mut office = Self { app, folder, recovery: String::new() };
        let created = office.call(
            "store.create",
            json!({
                "profile": "jamtland-harjedalen", "controller": "Socialnämnden", "principal": "municipality",
                "organisation": "Östersunds kommun", "unit": "öppenvården Nexus", "user": "Per Nyström", "title": "socialsekreterare",
                "passphrase": PASSPHRASE, "practice": practice
            }),
        );
        created["recovery_key"].as_str().unwrap().clone_into(&mut office.recovery);
        office
    }

    fn setup(folder: &Path) -> Setup {
        Setup { folder: folder.to_owned(), clock: Clock::System, keyring: false }
    }

    fn call(&mut self, command: &str, request: Value) -> Value {
        self.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error} at {:?}", error.field))
    }

    fn refused(&mut self, command: &str, request: Value) -> String {
        self.app.call(command, request).expect_err(command).code.code().to_owned()
    }

    fn open_case(&mut self, number: &str, name: &str) {
        let person = json!({ "command_id": Uuid::now_v7(), "identity": number, "first_name": name, "last_name": "Lövgren-Åhs" });
        let person = self.call("person.create", person);
        self.call("case.open", json!({ "command_id": Uuid::now_v7(), "person": person["id"] }));
    }

    fn drive(&self) -> PathBuf {
        self.folder.path().join("usb")
    }

    fn plans(&mut self, keep: &str) {
        let place = self.drive();
        self.call("store.plan_backups", json!({ "place": place, "every_days": "1", "keep": keep }));
    }

    fn backups(&mut self) -> Value {
        self.call("store.backups", json!({}))
    }

    /// Makes one by the one key, as the page does, and asks until it is done.
    fn makes_one(&mut self) {
        self.call("store.begin_backup", json!({}));
        while !self.backups()["percent"].is_null() {
            thread::yield_now();
        }
    }

    fn on_the_drive(&self) -> Vec<PathBuf> {
        let mut found: Vec<_> = fs_err::read_dir(self.drive()).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.sort();
        found
    }

    fn numbers(&mut self) -> Vec<String> {
        let cases = self.call("case.list", json!({ "closed": true }));
        cases.as_array().unwrap().iter().map(|case| case["number"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn one_waits_when_something_is_written_and_is_made_by_one_key() {
    let mut office = Office::begin(false);
    assert_eq!(office.backups()["waits"], Value::Null, "there is nothing to lose yet");
    assert_eq!(office.refused("store.begin_backup", json!({})), "empty_field");
    office.open_case("19830417-2383", "Karin");
    assert_eq!(office.backups()["waits"]["why"], "never_made");
    office.plans("2");
    office.makes_one();
    let found = office.backups();
    assert_eq!((&found["waits"], &found["failed"]), (&Value::Null, &Value::Null));
    assert_eq!(found["made"][0]["by"], "Per Nyström");
    assert_eq!(found["trial_waits"], true, "a backup is tried before it is trusted");
    office.makes_one();
    office.makes_one();
    assert_eq!(office.on_the_drive().len(), 2, "the oldest is let go of when a newer one counts");
    assert_eq!(office.backups()["made"].as_array().unwrap().len(), 3, "that they were made stays entered");
}

#[test]
fn where_one_cannot_lie_is_said_when_the_place_is_chosen_and_when_the_drive_is_gone() {
    let mut office = Office::begin(true);
    let (inside, absent) = (office.folder.path().join("store"), office.folder.path().join("ingenting"));
    let plan = |place: &Path| json!({ "place": place, "every_days": "1", "keep": "2" });
    assert_eq!(office.refused("store.plan_backups", plan(&inside)), "backup_in_store");
    assert_eq!(office.refused("store.plan_backups", plan(&absent)), "backup_place_missing");
    office.plans("2");
    fs_err::remove_dir(office.drive()).unwrap();
    assert_eq!(office.backups()["place_there"], false);
    assert_eq!(office.refused("store.begin_backup", json!({})), "backup_place_missing");
}

#[test]
fn the_lock_does_not_wait_for_a_backup_and_leaves_nothing_half_made() {
    let mut office = Office::begin(true);
    office.plans("2");
    office.call("store.begin_backup", json!({}));
    office.call("store.lock", json!({}));
    // It was done or it was stopped; nothing lies there by halves, and the store is free.
    assert!(office.on_the_drive().iter().all(|one| !one.file_name().unwrap().to_string_lossy().starts_with('.')));
    office.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    office.makes_one();
    assert_eq!(office.backups()["failed"], Value::Null);
}

#[test]
fn a_trial_tells_what_would_be_lost_and_changes_nothing() {
    let mut office = Office::begin(true);
    office.open_case("19830417-2383", "Karin");
    office.plans("5");
    office.makes_one();
    office.open_case("19710925-2390", "Jonas");
    let found = office.call("store.find_backups", json!({ "folder": office.drive() }));
    let folder = found[0]["folder"].clone();
    let wrong = office.refused("store.try_backup", json!({ "folder": folder, "secret": "fel lösenfras helt" }));
    assert_eq!(wrong, "wrong_passphrase");
    let secrets = [PASSPHRASE.to_owned(), office.recovery.clone()];
    for secret in secrets {
        let tried = office.call("store.try_backup", json!({ "folder": folder, "secret": secret }));
        assert_eq!((&tried["whole"], &tried["cases"], &tried["cases_now"]), (&json!(true), &json!(1), &json!(2)));
        assert_eq!(tried["lost"].as_array().unwrap().len(), 1);
    }
    let after = office.backups();
    assert_eq!((&after["tried"]["whole"], &after["trial_waits"]), (&json!(true), &json!(false)), "it is entered");
    assert_eq!(office.numbers().len(), 2);
}

/// The disk dies, or the program's files do; the drive and what stands on paper are what is left.
#[test]
fn a_backup_is_put_back_by_the_recovery_key_and_the_damaged_store_is_set_aside() {
    let mut office = Office::begin(true);
    office.open_case("19830417-2383", "Karin");
    let numbers = office.numbers();
    office.plans("5");
    office.makes_one();
    let backup = office.on_the_drive()[0].clone();
    let restore = json!({ "folder": backup, "secret": office.recovery });
    assert_eq!(office.refused("store.restore", restore.clone()), "store_open");
    office.call("store.lock", json!({}));
    let (store, folder) = (office.folder.path().join("store"), office.folder);
    drop(office.app);
    fs_err::write(store.join("samsyn.header"), "{").unwrap();
    fs_err::write(store.join("samsyn.header.copy"), "{").unwrap();

    let mut app = App::new(Office::setup(&store));
    assert_eq!(app.call("store.status", json!({})).unwrap()["state"], "refused");
    assert_eq!(app.call("store.restore", restore.clone()).unwrap()["state"], "locked");
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    assert_eq!(app.call("case.list", json!({ "closed": true })).unwrap()[0]["number"], json!(numbers[0]));
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
    let aside = app.call("store.backups", json!({})).unwrap()["restored"]["set_aside"].as_str().unwrap().to_owned();
    assert_eq!(fs_err::read(store.join(aside).join("samsyn.header")).unwrap(), b"{", "what stood there is kept");
    drop(app);

    // And on a computer that has nothing at all.
    let mut app = App::new(Office::setup(&folder.path().join("new")));
    assert_eq!(app.call("store.status", json!({})).unwrap()["state"], "empty");
    assert_eq!(app.call("store.restore", restore).unwrap()["state"], "locked");
}
