//! The lock, the ways in, and what every command holds to.

use super::*;
use chrono::TimeDelta;
use serde_json::json;

const PASSPHRASE: &str = "trumpet kantarell sextio moln";

fn start() -> DateTime<Utc> {
    "2027-01-11T08:00:00Z".parse().unwrap()
}

struct Bench {
    app: App,
    folder: tempfile::TempDir,
}

impl Bench {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Self::setup(&folder));
        Self { app, folder }
    }

    fn setup(folder: &tempfile::TempDir) -> Setup {
        Setup { folder: folder.path().join("store"), clock: Clock::Fixed(start()), keyring: false }
    }

    fn open() -> Self {
        let mut bench = Self::empty();
        bench.created();
        bench
    }

    /// Creates the store and gives its recovery key.
    fn created(&mut self) -> String {
        let reply = self.call(
            "store.create",
            json!({
                "profile": "jamtland-harjedalen", "controller": "Socialnämnden", "principal": "municipality",
                "organisation": "Östersunds kommun", "unit": "öppenvården Nexus", "user": "Per Nyström", "title": "socialsekreterare",
                "passphrase": PASSPHRASE, "practice": true
            }),
        );
        reply["recovery_key"].as_str().unwrap().to_owned()
    }

    fn call(&mut self, command: &str, request: Value) -> Value {
        self.app.call(command, request).unwrap_or_else(|error| panic!("{command}: {error} at {:?}", error.field))
    }

    fn refused(&mut self, command: &str, request: Value) -> AppError {
        self.app.call(command, request).expect_err(command)
    }

    fn act(&mut self, command: &str, mut request: Value) -> Value {
        request["command_id"] = json!(Uuid::now_v7());
        self.call(command, request)
    }

    fn case(&mut self) -> Value {
        let person = self.act("person.create", json!({ "identity": "19830417-2383", "first_name": "Karin", "last_name": "Lövgren-Åhs" }));
        self.act("case.open", json!({ "person": person["id"] }))["view"]["case"].clone()
    }

    /// A case of somebody else, in a unit of the social services.
    fn another_case(&mut self) -> Value {
        self.call(
            "store.change_settings",
            json!({
                "unit": "öppenvården Nexus", "phone": "", "address": "", "county": "", "region": "", "activity": "social_services",
                "need_to_call": "", "need_to_meeting": "", "ground_ends_soon": "30", "idle_minutes": "10", "meeting_minutes": "180",
            }),
        );
        let person = self.act("person.create", json!({ "identity": "19121212-1212", "first_name": "Tolvan", "last_name": "Tolvansson" }));
        self.act("case.open", json!({ "person": person["id"] }))["view"]["case"].clone()
    }

    fn later(&mut self, minutes: i64) {
        let now = self.app.setup.clock.now() + TimeDelta::minutes(minutes);
        self.app.set_clock(Clock::Fixed(now));
        self.app.tick();
    }

    fn is_open(&mut self) -> bool {
        self.call("store.status", json!({}))["state"] == "open"
    }
}

#[test]
fn locks_after_the_profiles_idle_time_and_not_before() {
    let mut bench = Bench::open();
    bench.later(9);
    assert!(bench.is_open());
    bench.call("store.active", json!({}));
    bench.later(9);
    assert!(bench.is_open(), "somebody was there meanwhile");
    bench.call("store.status", json!({}));
    bench.later(1);
    assert!(!bench.is_open(), "asking for the status is no sign of anybody");
}

#[test]
fn a_running_meeting_holds_the_lock_off_up_to_the_profiles_longest_time() {
    let mut bench = Bench::open();
    let case = bench.case();
    let added = bench.act("draft.add", json!({ "case": case["id"], "kind": "meeting", "fields": { "kind": "first" } }));
    bench.act("meeting.mark", json!({ "case": case["id"], "meeting": added["added"], "mark": "started" }));
    bench.later(170);
    assert!(bench.is_open(), "the meeting runs");
    bench.later(10);
    assert!(!bench.is_open(), "three hours is the longest");
}

#[test]
fn when_the_meeting_has_ended_the_idle_time_holds_again() {
    let mut bench = Bench::open();
    let case = bench.case();
    let added = bench.act("draft.add", json!({ "case": case["id"], "kind": "meeting", "fields": {} }));
    for mark in ["started", "ended"] {
        bench.act("meeting.mark", json!({ "case": case["id"], "meeting": added["added"], "mark": mark }));
    }
    bench.later(10);
    assert!(!bench.is_open());
}

#[test]
fn a_locked_store_answers_no_command_and_keeps_the_half_written_form() {
    let mut bench = Bench::open();
    let case = bench.case();
    let form = json!({ "name": "deviation.record", "content": "{\"event\":\"Eva uteb\"}" });
    bench.act("draft.add", json!({ "case": case["id"], "kind": "form", "fields": form }));
    bench.app.lock();
    assert_eq!(bench.refused("case.show", json!({ "case": case["id"] })).code, Code::Locked);
    bench.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    let view = bench.call("case.show", json!({ "case": case["id"] }));
    assert_eq!(view["case"]["forms"][0]["content"], "{\"event\":\"Eva uteb\"}");
}

#[test]
fn every_way_in_opens_and_every_wrong_one_says_why() {
    let mut bench = Bench::empty();
    assert_eq!(bench.refused("worklist.show", json!({})).code, Code::StoreEmpty);
    let recovery = bench.created();
    let mut mistyped = recovery.clone();
    let last = mistyped.pop().unwrap();
    mistyped.push(if last == '7' { '8' } else { '7' });
    assert_eq!(bench.refused("store.confirm_recovery_key", json!({ "recovery_key": mistyped })).code, Code::RecoveryKeyMistyped);
    let status = bench.call("store.confirm_recovery_key", json!({ "recovery_key": recovery.to_lowercase() }));
    assert_eq!(status["open"]["recovery_confirmed"], true);

    bench.app.lock();
    assert_eq!(bench.refused("store.unlock", json!({ "passphrase": "fel fras helt enkelt" })).code, Code::WrongPassphrase);
    assert_eq!(bench.refused("store.unlock_quick", json!({})).code, Code::KeyringUnavailable);
    bench.call("store.unlock_by_recovery", json!({ "recovery_key": recovery, "passphrase": "fyra nya ord om havet" }));
    bench.app.lock();
    assert_eq!(bench.refused("store.unlock", json!({ "passphrase": PASSPHRASE })).code, Code::WrongPassphrase, "the forgotten one is gone");
    bench.call("store.unlock", json!({ "passphrase": "fyra nya ord om havet" }));
    assert!(bench.is_open());
}

#[test]
fn a_weak_passphrase_and_a_second_store_are_refused() {
    let mut bench = Bench::empty();
    let weak = bench.call("store.measure_passphrase", json!({ "passphrase": "sommar2026" }));
    assert_eq!(weak["enough"], false);
    bench.created();
    let again = App::new(Bench::setup(&bench.folder)).call("store.status", json!({})).unwrap();
    assert_eq!(again["refused"], "store_in_use");
    assert_eq!(bench.refused("store.create", json!({
        "profile": "empty", "controller": "x", "principal": "region", "organisation": "x", "unit": "x", "user": "x", "title": "",
        "passphrase": PASSPHRASE, "practice": true
    })).code, Code::StoreExists);
}

#[test]
fn a_set_clock_opens_practice_stores_alone() {
    let mut bench = Bench::empty();
    bench.app.set_clock(Clock::System);
    bench.call(
        "store.create",
        json!({
            "profile": "empty", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bergs kommun", "unit": "IFO",
            "user": "Per Nyström", "title": "", "passphrase": PASSPHRASE
        }),
    );
    bench.app.lock();
    bench.app.set_clock(Clock::Fixed(start()));
    assert_eq!(bench.refused("store.unlock", json!({ "passphrase": PASSPHRASE })).code, Code::NotPractice);
    bench.app.set_clock(Clock::System);
    bench.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
}

#[test]
fn a_command_that_writes_needs_an_identifier_and_writes_once_by_it() {
    let mut bench = Bench::open();
    let case = bench.case();
    let add = json!({ "case": case["id"], "kind": "goal", "fields": { "text": "Inte dricka på vardagar" } });
    assert_eq!(bench.refused("draft.add", add.clone()).code, Code::MalformedRequest);
    let mut twice = add;
    twice["command_id"] = json!(Uuid::now_v7());
    let first = bench.call("draft.add", twice.clone());
    let second = bench.call("draft.add", twice.clone());
    assert_eq!(first["added"], second["added"], "a retry gets the first reply");
    assert_eq!(second["view"]["case"]["goals"].as_array().unwrap().len(), 1);
    twice["fields"] = json!({ "text": "något annat" });
    assert_eq!(bench.refused("draft.add", twice).code, Code::CommandIdReused);
}

#[test]
fn an_empty_county_profile_can_be_filled_and_its_limits_hold() {
    let mut bench = Bench::open();
    let mut settings = json!({
        "unit": "IFO vuxen", "phone": "0693-123 45", "address": "", "county": "Västernorrlands län", "region": "Region Västernorrland",
        "need_to_call": "3", "need_to_meeting": "", "ground_ends_soon": "14", "idle_minutes": "20", "meeting_minutes": "120"
    });
    let opened = bench.call("store.change_settings", settings.clone())["open"].clone();
    assert_eq!((&opened["organisation"]["unit"], &opened["profile"]["limits"]["need_to_call"]), (&json!("IFO vuxen"), &json!(3)));
    bench.later(19);
    assert!(bench.is_open());
    bench.later(1);
    assert!(!bench.is_open(), "the new idle time holds");
    let again = bench.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(again["open"]["profile"]["county"], "Västernorrlands län", "it was stored");
    for (field, wrong) in [("need_to_call", "tre"), ("idle_minutes", "0"), ("meeting_minutes", "99999"), ("unit", " ")] {
        let mut bad = settings.clone();
        bad[field] = json!(wrong);
        assert_eq!(bench.refused("store.change_settings", bad).field.as_deref(), Some(field));
    }
    settings["idle_minutes"] = json!("60");
    bench.call("store.change_settings", settings.clone());
    for wrong in ["2", "21", "fem", "5,5"] {
        let mut bad = settings.clone();
        bad["shown_below"] = json!(wrong);
        let refusal = bench.refused("store.change_settings", bad);
        assert_eq!((refusal.code, refusal.field.as_deref()), (Code::LimitOutOfRange, Some("shown_below")), "{wrong}");
    }
    let limit = |opened: &serde_json::Value| opened["open"]["profile"]["shown_below"].clone();
    settings["shown_below"] = json!("20");
    assert_eq!(limit(&bench.call("store.change_settings", settings.clone())), 20);
    settings["shown_below"] = serde_json::Value::Null;
    assert_eq!(limit(&bench.call("store.change_settings", settings)), 20, "left as it is where nothing is said");
}

#[test]
fn every_code_has_its_words() {
    for code in Code::ALL {
        let sentence = crate::words(&AppError::new(*code));
        assert!(!sentence.starts_with('['), "{sentence}");
    }
}

/// The backups in a folder that have their names: each counts.
fn named(place: &std::path::Path) -> usize {
    let names = std::fs::read_dir(place).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with("samsyn-")).count()
}

#[test]
fn a_backup_is_dated_when_it_was_begun() {
    let mut bench = Bench::open();
    let (case, backups) = (bench.case(), tempfile::tempdir().unwrap());
    bench.call("store.plan_backups", json!({ "place": backups.path(), "every_days": "1", "keep": "2" }));
    let begun = bench.app.setup.clock.now();
    bench.call("store.begin_backup", json!({}));
    bench.app.set_clock(Clock::Fixed(begun + TimeDelta::minutes(5)));
    bench.act("draft.add", json!({ "case": case["id"], "kind": "goal", "fields": { "text": "Skrivet medan kopian gjordes" } }));
    let told = loop {
        let told = bench.call("store.backups", json!({}));
        if told["percent"].is_null() {
            break told;
        }
        std::thread::yield_now();
    };
    let at: DateTime<Utc> = told["made"][0]["at"].as_str().unwrap().parse().unwrap();
    assert_eq!(at, begun, "what was written later is not in it, and is reminded of");
}

#[test]
fn a_backup_that_is_done_when_the_store_is_locked_counts() {
    let mut bench = Bench::open();
    let backups = tempfile::tempdir().unwrap();
    bench.call("store.plan_backups", json!({ "place": backups.path(), "every_days": "1", "keep": "2" }));
    bench.call("store.begin_backup", json!({}));
    while named(backups.path()) == 0 {
        std::thread::yield_now();
    }
    bench.call("store.lock", json!({}));
    bench.call("store.unlock", json!({ "passphrase": PASSPHRASE }));
    let told = bench.call("store.backups", json!({}));
    assert_eq!((told["made"].as_array().unwrap().len(), &told["failed"]), (1, &Value::Null));
}

/// Lesson 7: a case that cannot be read stands by its number, and the rest of each list is there.
#[test]
fn a_case_that_cannot_be_read_blanks_no_list() {
    let mut bench = Bench::open();
    let (whole, hurt) = (bench.case(), bench.another_case());
    // A moment that no calendar can write is read back by none.
    let id: samsyn_plan::ids::CaseId = hurt["id"].as_str().unwrap().parse::<Uuid>().map(samsyn_plan::ids::CaseId).unwrap();
    let unreadable = samsyn_plan::acts::DisposalHold {
        id: samsyn_plan::ids::RecordId(Uuid::now_v7()),
        at: DateTime::<Utc>::MAX_UTC,
        by: String::new(),
        reason: samsyn_plan::codes::HoldReason::Other,
        note: String::new(),
    };
    let session = bench.app.session_mut().unwrap();
    let act = samsyn_store::Act {
        command_id: Uuid::now_v7(),
        chain: samsyn_store::Chain::Case(id),
        command: "disposal.hold",
        arguments: Value::Null,
        actor: session.user.id,
        at: start(),
        kind: samsyn_store::Kind::Act,
    };
    session.store.write::<_, samsyn_store::StoreError>(act, |writer| samsyn_store::table::insert(writer, &unreadable)).unwrap();
    assert_eq!(bench.refused("case.show", json!({ "case": hurt["id"] })).code, Code::StoreDamaged);

    let lines = bench.call("worklist.show", json!({}));
    let told: Vec<_> = lines["lines"].as_array().unwrap().iter().map(|line| (&line["line"]["case"], &line["hurt"])).collect();
    assert_eq!(told, [(&hurt["id"], &json!(true)), (&whole["id"], &json!(false))]);
    assert_eq!((&lines["lines"][0]["line"]["number"], &lines["lines"][0]["line"]["name"]), (&hurt["number"], &json!("")));
    assert!(bench.app.call_for_bytes("worklist.print", json!({})).is_ok());
    assert_eq!(bench.call("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" }))["hurt"], 1);

    bench.call("disposal.set_plan", disposal_plan());
    bench.app.set_clock(Clock::Fixed("2040-01-11T08:00:00Z".parse().unwrap()));
    let due = bench.call("disposal.list", json!({}));
    assert_eq!(due["hurt"], json!([hurt["number"]]));
    assert_eq!(due["lines"].as_array().unwrap().len(), 1);
    let erase = json!({ "cases": [hurt["id"]], "confirm": "1", "command_id": Uuid::now_v7() });
    assert_eq!(bench.refused("disposal.carry_out", erase).code, Code::NotDue, "nobody can say that nothing stands in the way");
}

fn disposal_plan() -> Value {
    json!({
        "reference": "SN 2025/0123", "adopted_on": "2025-12-01", "social_services_years": "5", "health_care_years": "10",
        "done_by_next_year": true, "keeps_research_births": false, "keeps_everyone": false, "command_id": Uuid::now_v7(),
    })
}
