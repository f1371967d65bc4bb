//! A store whose file is damaged: nobody is shut out, what can be read is rescued, and nothing is deleted.

use std::fs;
use std::path::PathBuf;

use samsyn_app::Clock;
use samsyn_app::example::{PASSPHRASE, STORE};
use serde_json::{Value, json};

use super::carried::Carried;

const PAGE: usize = 4096;

/// What the case holds and no diagnostics may hold.
const WORDS: [&str; 4] = ["Lövgren", "Karin", "19830417", "SIP-20"];

fn database(case: &Carried) -> PathBuf {
    case.folder().join(STORE).join("samsyn.db")
}

/// The goals as the program shows them.
fn goals(case: &mut Carried) -> Value {
    let request = json!({ "case": case.script.case() });
    case.read("case.show", request)["case"]["goals"].clone()
}

/// Damages one page of the locked store. Pages in the middle hold rows.
fn damage(case: &mut Carried, part: usize) -> Vec<u8> {
    case.script.app.call("store.lock", json!({})).unwrap();
    let mut bytes = fs::read(database(case)).unwrap();
    let page = bytes.len() / PAGE * part / 10;
    bytes[page * PAGE..(page + 1) * PAGE].fill(0x5a);
    fs::write(database(case), &bytes).unwrap();
    bytes
}

fn unlock(case: &mut Carried) -> Value {
    case.script.app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap()
}

/// The store as a damaged one: it may have opened, where the opening did not touch the page.
fn examined(case: &mut Carried) -> Value {
    if unlock(case)["state"] == "open" {
        assert_eq!(case.script.app.call("store.verify", json!({})).unwrap()["whole"], false);
        case.script.app.call("store.examine", json!({})).unwrap();
    }
    assert_eq!(case.script.app.call("store.status", json!({})).unwrap()["state"], "damaged");
    case.script.app.call("store.survey", json!({})).unwrap()
}

#[test]
fn a_damaged_store_is_examined_rescued_and_kept() {
    let mut case = Carried::through("version_2");
    let whole = goals(&mut case);
    let hurt = damage(&mut case, 5);
    let found = examined(&mut case);
    assert_eq!(found["bad"], 1);

    // Nothing else can be read or written while it is damaged.
    let id = case.script.case();
    assert_eq!(case.script.app.call("case.show", json!({ "case": id })).unwrap_err().code, samsyn_app::Code::StoreDamaged);

    let said = String::from_utf8(case.script.app.call_for_bytes("store.diagnostics", json!({})).unwrap()).unwrap();
    assert!(said.contains("bad pages"));
    assert!(WORDS.iter().all(|word| !said.contains(word)), "{said}");
    assert!(fs::read(database(&case)).unwrap() == hurt, "looking changes nothing");

    assert_eq!(case.script.app.call("store.salvage", json!({})).unwrap()["state"], "open");
    let aside =
        fs::read_dir(case.folder().join(STORE)).unwrap().flatten().map(|entry| entry.path().join("samsyn.db")).find(|path| path.exists());
    assert!(fs::read(aside.unwrap()).unwrap() == hurt, "the damaged file is kept as it was");
    assert_eq!(goals(&mut case), whole);
    let verified = case.script.app.call("store.verify", json!({})).unwrap();
    assert_eq!(verified["damage"], 0);
}

#[test]
fn a_damaged_store_that_nobodys_key_opened_is_nobodys_before_the_key_is_given_again() {
    let mut case = Carried::through("version_1");
    let user = json!({
        "name": "Siv Norén", "title": "socialsekreterare", "roles": ["caseworker"], "activity": null,
        "passphrase": "Siv trumpet kantarell sextio moln", "command_id": uuid::Uuid::now_v7()
    });
    let users = case.script.app.call("user.add", user).unwrap();
    let siv = users["users"].as_array().unwrap().iter().find(|line| line["user"]["name"] == "Siv Norén").unwrap()["user"]["id"].clone();
    let key = case.script.app.call("store.new_recovery_key", json!({})).unwrap()["recovery_key"].clone();
    let way = json!({ "recovery_key": key, "passphrase": "nio nya ord om havet och vinden", "user": siv });
    for by_examining in [false, true] {
        damage(&mut case, if by_examining { 5 } else { 0 });
        let status = case.script.app.call("store.unlock_by_recovery", way.clone()).unwrap();
        if status["state"] == "open" {
            case.script.app.call("store.examine", json!({})).unwrap();
        }
        let found = case.script.app.call("store.survey", json!({})).unwrap();
        assert!(!found.to_string().contains("Lövgren"), "whom a case is about is not told to whoever has a key: {found}");
        assert_eq!(case.script.app.call("store.salvage", json!({})).unwrap()["state"], "locked");
        let opened = case.script.app.call("store.unlock_by_recovery", way.clone()).unwrap();
        assert_eq!(opened["open"]["user"]["name"], "Siv Norén");
    }
}

#[test]
fn a_damaged_store_that_nobody_sits_at_is_locked() {
    let mut case = Carried::through("version_1");
    damage(&mut case, 0);
    let at = |case: &mut Carried, at: &str| {
        case.script.app.set_clock(Clock::Fixed(at.parse().unwrap()));
        case.script.app.tick();
    };
    at(&mut case, "2030-01-07T08:00:00Z");
    assert_eq!(unlock(&mut case)["state"], "damaged");
    assert!(case.script.app.is_open(), "the shell takes its page away when it is locked");
    at(&mut case, "2030-01-07T08:09:00Z");
    case.script.app.call("store.active", json!({})).unwrap();
    at(&mut case, "2030-01-07T08:18:00Z");
    assert!(case.script.app.is_open(), "somebody was there meanwhile");
    at(&mut case, "2030-01-07T08:19:00Z");
    assert_eq!(case.script.app.call("store.status", json!({})).unwrap()["state"], "locked");
}

#[test]
fn wherever_the_damage_is_somebody_gets_in() {
    let mut case = Carried::through("version_1");
    let texts = goals(&mut case);
    case.script.app.call("store.lock", json!({})).unwrap();
    let whole = fs::read(database(&case)).unwrap();
    for part in [0, 1, 3, 7, 9] {
        fs::write(database(&case), &whole).unwrap();
        unlock(&mut case);
        damage(&mut case, part);
        let found = examined(&mut case);
        assert_eq!(found["bad"], 1, "part {part}");
        case.script.app.call("store.salvage", json!({})).unwrap();
        assert_eq!(goals(&mut case), texts, "part {part}");
        case.script.app.call("store.lock", json!({})).unwrap();
    }
}
