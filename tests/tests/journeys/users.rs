//! Several users of one store: who may open which case, who may do what, and that whoever has ended gets in no more.

use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::carried::holds;
use super::handing::FILE_PASSPHRASE;

/// The users of the store: who, with which passphrase, roles and activity.
pub(super) const ADMINISTRATOR: &str = "Anna Berg";
const COLLEAGUES: [(&str, &[&str], &str); 4] = [
    ("Per Nyström", &["caseworker"], "social_services"),
    ("Eva Lind", &["coordinator", "archivist"], "social_services"),
    ("Siv Norén", &["caseworker"], "social_services"),
    ("Olle Persson", &["caseworker", "coordinator"], "municipal_health_care"),
];

pub(super) const EVERYBODY: &[&str] = &["Per Nyström", "Eva Lind", "Siv Norén", "Olle Persson"];

/// Made up, and good enough: each user's begins with the own name.
pub(super) fn passphrase(name: &str) -> String {
    format!("{name} trumpet kantarell sextio moln")
}

pub(super) struct Unit {
    pub(super) app: App,
    folder: TempDir,
}

impl Unit {
    /// A store with an administrator and some colleagues; the administrator has unlocked it.
    pub(super) fn with(colleagues: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut unit = Self { app: App::new(Self::setup(&folder, "2027-01-11T08:00:00Z")), folder };
        let store = json!({
            "profile": "jamtland-harjedalen", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Östersunds kommun",
            "unit": "öppenvården Nexus", "activity": "social_services", "user": ADMINISTRATOR, "title": "enhetschef",
            "passphrase": passphrase(ADMINISTRATOR), "practice": true
        });
        unit.app.call("store.create", store).unwrap();
        for (name, roles, activity) in COLLEAGUES.into_iter().filter(|(name, ..)| colleagues.contains(name)) {
            let user =
                json!({ "name": name, "title": "handläggare", "roles": roles, "activity": activity, "passphrase": passphrase(name) });
            unit.act("user.add", user);
        }
        // Who sees to users and the log does not therefore see cases.
        let roles = json!(["administrator", "log_reviewer"]);
        let (user, name) = (unit.id(ADMINISTRATOR), ADMINISTRATOR);
        unit.act("user.change", json!({ "user": user, "name": name, "title": "enhetschef", "roles": roles, "activity": null }));
        unit
    }

    fn setup(folder: &TempDir, at: &str) -> Setup {
        Setup { folder: folder.path().join("store"), clock: Clock::Fixed(at.parse().unwrap()), keyring: false }
    }

    /// A user unlocks the store.
    pub(super) fn becomes(&mut self, name: &str) {
        self.app.call("store.lock", json!({})).unwrap();
        self.unlocks(name).unwrap();
        assert_eq!(self.call("store.status", json!({}))["open"]["user"]["name"], name);
    }

    fn unlocks(&mut self, name: &str) -> Result<Value, AppError> {
        self.app.call("store.unlock", json!({ "passphrase": passphrase(name) }))
    }

    pub(super) fn at(&mut self, at: &str) {
        self.app.set_clock(Clock::Fixed(at.parse().unwrap()));
    }

    pub(super) fn call(&mut self, command: &str, request: Value) -> Value {
        self.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error} {}", error.details))
    }

    pub(super) fn try_act(&mut self, command: &str, mut request: Value) -> Result<Value, AppError> {
        request["command_id"] = json!(Uuid::now_v7());
        self.app.call(command, request)
    }

    pub(super) fn act(&mut self, command: &str, request: Value) -> Value {
        self.try_act(command, request).unwrap_or_else(|error| panic!("{command}: {error} {}", error.details))
    }

    #[track_caller]
    pub(super) fn refused(&mut self, command: &str, request: Value) -> AppError {
        self.try_act(command, request).expect_err(command)
    }

    /// A user's line in the list.
    fn line(&mut self, name: &str) -> Value {
        let users = self.call("user.list", json!({}));
        users["users"].as_array().unwrap().iter().find(|line| line["user"]["name"] == name).unwrap().clone()
    }

    pub(super) fn id(&mut self, name: &str) -> Value {
        self.line(name)["user"]["id"].clone()
    }

    /// A person and the person's case, opened by whoever has unlocked.
    pub(super) fn opens_case(&mut self, identity: &str, first_name: &str, protection: Option<&str>) -> (Value, Value) {
        let person = json!({ "identity": identity, "first_name": first_name, "last_name": "Lövgren-Åhs", "protection": protection });
        let person = self.act("person.create", person)["id"].clone();
        let case = self.act("case.open", json!({ "person": person }))["added"].clone();
        (person, case)
    }

    /// Whether a user who unlocks opens the case, and finds the person by name. The lists and the search say the same of the case.
    fn sees(&mut self, name: &str, first_name: &str, case: &Value) -> (bool, bool) {
        self.becomes(name);
        let opens = self.app.call("case.show", json!({ "case": case })).is_ok();
        let found = self.call("person.search", json!({ "text": first_name }));
        let lists = ["case.list", "worklist.show"].map(|list| self.call(list, json!({})).to_string().contains(case.as_str().unwrap()));
        let hit = found.to_string().contains(case.as_str().unwrap());
        assert!(lists.iter().all(|listed| *listed == opens) && hit == opens, "{name}: {lists:?} {hit}");
        (opens, found.as_array().unwrap().len() == 1)
    }
}

#[test]
fn each_opens_the_cases_that_the_work_needs_and_no_list_tells_of_others() {
    let mut unit = Unit::with(EVERYBODY);
    unit.becomes("Per Nyström");
    let (_, open) = unit.opens_case("19830417-2383", "Karin", None);
    let (_, hidden) = unit.opens_case("19121212-1212", "Tolvan", Some("protected_registration"));
    for (name, sees_open, finds_open, sees_hidden) in [
        ("Per Nyström", true, true, true),
        ("Eva Lind", true, true, false),
        ("Siv Norén", false, true, false),
        ("Olle Persson", false, false, false),
    ] {
        let (opens, finds) = unit.sees(name, "Karin", &open);
        assert_eq!((opens, finds), (sees_open, finds_open), "{name} and the open case");
        let (opens, finds) = unit.sees(name, "Tolvan", &hidden);
        assert_eq!((opens, finds), (sees_hidden, sees_hidden), "{name} and the protected one");
    }
    unit.becomes("Olle Persson");
    assert_eq!(unit.call("person.search", json!({ "text": "19121212-1212" })).as_array().unwrap().len(), 1, "by the whole number");
    let refused = unit.refused("case.show", json!({ "case": hidden }));
    assert_eq!(refused.code, Code::NoAccess);
    assert_eq!(refused.details, json!({ "ask": ["Per Nyström"], "take_part": false, "may_give": false }));
    holds(&format!("{refused} {}", refused.details), &[], &["Tolvan", "SIP-"]);
    unit.becomes(ADMINISTRATOR);
    let work = unit.call("worklist.show", json!({}));
    for list in [&unit.call("case.list", json!({})), &work["lines"], &work["contacts"], &work["colleagues"]] {
        assert_eq!(*list, json!([]), "who sees to users has no cases");
    }
    assert_eq!(unit.refused("person.search", json!({ "text": "Karin" })).code, Code::RoleMissing);
}

#[test]
fn figures_count_what_the_user_may_open() {
    let mut unit = Unit::with(&["Per Nyström", "Olle Persson"]);
    unit.becomes("Per Nyström");
    unit.opens_case("19830417-2383", "Karin", None);
    let figures = |unit: &mut Unit| unit.call("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    let pers = figures(&mut unit);
    unit.becomes("Olle Persson");
    let olles_without = figures(&mut unit);
    assert_ne!(pers, olles_without);
    unit.opens_case("19121212-1212", "Tolvan", None);
    assert_eq!(figures(&mut unit), pers, "the own case and not the other branch's");
}

#[test]
fn access_is_given_and_ended_by_whoever_has_it_and_the_case_tells_who_why_and_when() {
    let mut unit = Unit::with(EVERYBODY);
    let (per, olle) = (unit.id("Per Nyström"), unit.id("Olle Persson"));
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19121212-1212", "Tolvan", Some("marked"));
    let given = unit.act("access.give", json!({ "case": case, "user": olle, "reason": "Ansvarar för insatserna hemma." }));
    assert_eq!(given["named_only"], true);
    assert_eq!(given["coordinators"], json!([]));
    let named: Vec<_> = given["named"].as_array().unwrap().iter().map(|one| (one["name"].clone(), one["way"].clone())).collect();
    assert_eq!(named, [(json!("Per Nyström"), json!("opened")), (json!("Olle Persson"), json!("given"))]);
    let newest = &given["acts"][0];
    assert_eq!((&newest["by"], &newest["reason"]), (&json!("Per Nyström"), &json!("Ansvarar för insatserna hemma.")));
    let candidates: Vec<_> = given["may_be_given"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(candidates, [ADMINISTRATOR, "Eva Lind", "Siv Norén"]);

    assert_eq!(unit.sees("Olle Persson", "Tolvan", &case), (true, true));
    // Named himself, he may name others, and end what was given.
    unit.act("access.end", json!({ "case": case, "user": per, "reason": "Har bytt tjänst." }));
    let refused = unit.refused("access.end", json!({ "case": case, "user": olle, "reason": "Är klar." }));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::LastAccess, Some("user")));
    unit.becomes("Per Nyström");
    assert_eq!(unit.refused("case.show", json!({ "case": case })).details["ask"], json!(["Olle Persson"]));
    for command in ["access.give", "access.end"] {
        let asked = json!({ "case": case, "user": per, "reason": "Vill se." });
        assert_eq!(unit.refused(command, asked).code, Code::NoAccess, "{command}: nobody lets themselves in");
    }
}

#[test]
fn whoever_takes_part_by_an_own_choice_stands_out_and_is_shut_out_once_somebody_is_protected() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén", "Olle Persson"]);
    unit.becomes("Per Nyström");
    let (person, case) = unit.opens_case("19830417-2383", "Karin", None);
    let number = unit.call("case.show", json!({ "case": case }))["case"]["number"].clone();
    unit.becomes("Olle Persson");
    let taken = json!({ "case": case, "reason": "Vill se." });
    assert_eq!(unit.refused("access.take_part", taken).code, Code::NoAccess, "not in another branch");
    unit.becomes("Siv Norén");
    assert_eq!(unit.call("access.find", json!({ "number": number })), case, "a number that she was told");
    assert_eq!(unit.refused("case.show", json!({ "case": case })).details["take_part"], true);
    assert_eq!(unit.refused("access.take_part", json!({ "case": case, "reason": " " })).field.as_deref(), Some("reason"));
    unit.act("access.take_part", json!({ "case": case, "reason": "Vikarierar för Per." }));
    unit.call("case.show", json!({ "case": case }));
    let olle = unit.id("Olle Persson");
    let given = unit.refused("access.give", json!({ "case": case, "user": olle, "reason": "Vill se." }));
    assert_eq!(given.code, Code::NoAccess, "what was taken is not passed on");
    unit.becomes(ADMINISTRATOR);
    let openings = unit.call("access.openings", json!({ "from": "2027-01-11", "to": "2027-01-11" }));
    let of_siv: Vec<_> = openings.as_array().unwrap().iter().filter(|line| line["who"] == "Siv Norén" && line["what"] == "case").collect();
    assert_eq!(of_siv.len(), 1);
    assert_eq!(of_siv[0]["own_choice"], "Vikarierar för Per.");
    let others = openings.as_array().unwrap().iter().filter(|line| line["own_choice"] != "").count();
    assert_eq!(others, 1, "nobody else's stands out");
    unit.becomes("Per Nyström");
    let seen = json!({ "person": person, "fields": { "protection": "marked" }, "seen": { "protection": null } });
    unit.act("person.set", seen);
    assert_eq!(unit.sees("Siv Norén", "Karin", &case), (false, false));
    assert_eq!(unit.refused("case.show", json!({ "case": case })).details["take_part"], false);
}

#[test]
fn whoever_has_ended_gets_in_no_more_and_stands_in_what_was_done() {
    let mut unit = Unit::with(&["Per Nyström", "Eva Lind"]);
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19121212-1212", "Tolvan", Some("marked"));
    let (per, eva, anna) = (unit.id("Per Nyström"), unit.id("Eva Lind"), unit.id(ADMINISTRATOR));
    unit.becomes(ADMINISTRATOR);
    assert_eq!(unit.refused("user.end", json!({ "user": anna })).code, Code::UserIsYou);
    let roles = json!({ "user": anna, "name": ADMINISTRATOR, "title": "", "roles": ["caseworker"], "activity": null });
    assert_eq!(unit.refused("user.change", roles).code, Code::LastAdministrator);
    let ended = unit.act("user.end", json!({ "user": per }));
    assert_eq!(ended["key_change_waits"], false);
    let line = unit.line("Per Nyström");
    assert_eq!((&line["has_way_in"], line["user"]["ended_at"].is_string()), (&json!(false), true));

    unit.call("store.lock", json!({}));
    assert_eq!(unit.unlocks("Per Nyström").unwrap_err().code, Code::WrongPassphrase);
    unit.becomes(ADMINISTRATOR);
    // Nobody who has the case is left: an administrator lets somebody in, and so stands in the log, and sees nothing of it.
    let refused = unit.refused("case.show", json!({ "case": case }));
    assert_eq!(refused.details, json!({ "ask": [ADMINISTRATOR], "take_part": false, "may_give": true }));
    unit.act("access.give", json!({ "case": case, "user": eva, "reason": "Per har slutat." }));
    assert_eq!(unit.refused("case.show", json!({ "case": case })).details["ask"], json!(["Eva Lind"]));
    unit.becomes("Eva Lind");
    let history = unit.call("case.history", json!({ "case": case }));
    assert!(history.as_array().unwrap().iter().all(|entry| entry["who"] == "Per Nyström"), "{history}");
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
}

#[test]
fn an_end_that_was_stopped_shuts_the_user_out_and_is_finished_by_the_same_command() {
    let mut unit = Unit::with(&["Per Nyström"]);
    let per = unit.id("Per Nyström");
    // The keys cannot be written: a folder lies where their first copy is to be.
    let keys = unit.folder.path().join("store").join("samsyn.header");
    let aside = keys.with_extension("aside");
    std::fs::rename(&keys, &aside).unwrap();
    std::fs::create_dir_all(keys.join("in the way")).unwrap();
    unit.refused("user.end", json!({ "user": per }));
    std::fs::remove_dir_all(&keys).unwrap();
    std::fs::rename(&aside, &keys).unwrap();
    let line = unit.line("Per Nyström");
    assert_eq!((&line["has_way_in"], line["user"]["ended_at"].is_string()), (&json!(true), true), "told as it is");

    unit.call("store.lock", json!({}));
    assert_eq!(unit.unlocks("Per Nyström").unwrap_err().code, Code::UserEnded);
    unit.unlocks(ADMINISTRATOR).unwrap();
    unit.act("user.end", json!({ "user": per }));
    assert_eq!(unit.line("Per Nyström")["has_way_in"], false);
    unit.call("store.lock", json!({}));
    assert_eq!(unit.unlocks("Per Nyström").unwrap_err().code, Code::WrongPassphrase);
}

#[test]
fn each_passphrase_is_one_users_own() {
    let mut unit = Unit::with(&["Eva Lind"]);
    let twin = json!({ "name": "Ida Ek", "title": "", "roles": ["caseworker"], "activity": null, "passphrase": passphrase("Eva Lind") });
    let refused = unit.refused("user.add", twin);
    assert_eq!((refused.code, refused.field.as_deref()), (Code::PassphraseTaken, Some("passphrase")));
    assert_eq!(unit.call("user.list", json!({}))["users"].as_array().unwrap().len(), 2, "nobody was added");
    let mut ida = json!({ "name": "Ida Ek", "title": "", "roles": ["caseworker"], "activity": null, "passphrase": passphrase("Ida Ek") });
    ida["command_id"] = json!(Uuid::now_v7());
    for _ in 0..2 {
        let users = unit.app.call("user.add", ida.clone()).unwrap();
        assert_eq!(users["users"].as_array().unwrap().len(), 3, "a retry adds nobody");
    }
    unit.becomes("Ida Ek");
    assert_eq!(unit.refused("user.add", ida.clone()).code, Code::RoleMissing);
    let changed = json!({ "old": passphrase("Ida Ek"), "passphrase": passphrase("Ida Maria Ek") });
    unit.call("store.change_passphrase", changed);
    unit.call("store.lock", json!({}));
    unit.unlocks("Ida Maria Ek").unwrap();
    assert_eq!(unit.call("store.status", json!({}))["open"]["user"]["name"], "Ida Ek");
}

#[test]
fn a_persons_page_is_entered_once_a_quarter_of_an_hour_and_a_search_is_not() {
    let mut unit = Unit::with(&["Per Nyström"]);
    unit.becomes("Per Nyström");
    let (person, _) = unit.opens_case("19830417-2383", "Karin", None);
    for (at, command) in [("09:00", "show"), ("09:14", "show"), ("09:14", "search"), ("09:15", "show"), ("09:40", "search")] {
        unit.at(&format!("2027-02-01T{at}:00Z"));
        let request = if command == "show" { json!({ "person": person }) } else { json!({ "text": "Karin" }) };
        unit.call(&format!("person.{command}"), request);
    }
    unit.becomes(ADMINISTRATOR);
    let openings = unit.call("access.openings", json!({ "from": "2027-02-01", "to": "2027-02-01" }));
    let pages: Vec<_> = openings.as_array().unwrap().iter().filter(|line| !line["person"].is_null()).collect();
    let at: Vec<_> = pages.iter().map(|line| line["at"].as_str().unwrap()[11..16].to_owned()).collect();
    assert_eq!(at, ["09:15", "09:00"]);
    assert!(pages.iter().all(|line| line["person"] == person && line["who"] == "Per Nyström" && line["name"] == "Karin Lövgren-Åhs"));
}

#[test]
fn what_the_log_holds_outlives_the_case() {
    let mut unit = Unit::with(&["Per Nyström", "Siv Norén", "Eva Lind"]);
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19830417-2383", "Karin", None);
    unit.becomes("Siv Norén");
    unit.act("access.take_part", json!({ "case": case, "reason": "Vikarierar för Per." }));
    unit.call("case.show", json!({ "case": case }));
    unit.becomes(ADMINISTRATOR);
    let period = json!({ "from": "2027-01-11", "to": "2027-01-11" });
    let before = unit.call("access.openings", period.clone()).as_array().unwrap().len();
    unit.becomes("Eva Lind");
    let number = unit.call("case.show", json!({ "case": case }))["case"]["number"].clone();
    let order = json!({
        "case": case, "authority": "IVO", "number": "8.4-1/2027", "decided_on": "2027-01-11", "confirm": number, "person_too": true
    });
    unit.act("case.destroy", order);
    unit.becomes(ADMINISTRATOR);
    let after = unit.call("access.openings", period);
    assert_eq!(after.as_array().unwrap().len(), before + 1, "one more: whoever erased it had it open");
    assert!(after.as_array().unwrap().iter().any(|line| line["own_choice"] == "Vikarierar för Per."));
    holds(&after.to_string(), &[], &["Karin", "Lövgren", "19830417"]);
    assert_eq!(unit.call("store.verify", json!({}))["whole"], true);
}

#[test]
fn whoever_takes_a_case_over_from_a_file_has_it_and_the_colleagues_there_do_not() {
    let mut unit = Unit::with(&["Per Nyström"]);
    unit.becomes("Per Nyström");
    let (_, case) = unit.opens_case("19121212-1212", "Tolvan", Some("marked"));
    let file = json!({
        "case": case, "to": "Siv Norén", "passphrase": FILE_PASSPHRASE, "reason": "Siv tar över.", "command_id": Uuid::now_v7()
    });
    let bytes = unit.app.call_for_bytes("case.package", file).unwrap();
    let mut other = Unit::with(&["Per Nyström", "Siv Norén"]);
    other.becomes("Siv Norén");
    let received = other.act("case.receive", json!({ "bytes": hex::encode(bytes), "passphrase": FILE_PASSPHRASE }));
    assert_eq!(received["case"], case);
    let named = other.call("access.named", json!({ "case": case }))["named"].clone();
    assert_eq!((named.as_array().unwrap().len(), &named[0]["way"]), (1, &json!("received")));
    assert_eq!(other.sees("Per Nyström", "Tolvan", &case), (false, false), "another store's names open nothing here");
    assert_eq!(other.refused("case.show", json!({ "case": case })).details["ask"], json!(["Siv Norén"]));
}
