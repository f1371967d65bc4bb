//! The meeting when it does not go as planned: the person stays away, somebody goes out and comes back, and what only the
//! leader may see.

use samsyn_app::Code;
use serde_json::{Value, json};

use super::carried::{Carried, holds, words_of};

const REASON: &str = "Karin ringde och bad oss fortsätta utan henne.";

#[test]
fn a_meeting_without_the_person_is_paused_and_goes_on_with_her_words_and_the_reason() {
    let mut case = Carried::through("replies");
    case.script.at(14, "13.30").unwrap();
    let meeting = case.script.id("meeting");
    let mark = |mark: &str, reason: &str| json!({ "meeting": meeting, "mark": mark, "reason": reason });
    case.script.on_case("meeting.mark", mark("started", "")).unwrap();
    let away = json!({ "meeting": meeting, "name": "Karin Lövgren-Åhs", "mark": "absent_notified" });
    case.script.on_case("presence.record", away).unwrap();

    case.script.set("meeting", "meeting", json!({ "absence": "pause", "absence_reason": "Karin är på väg." })).unwrap();
    assert_eq!(case.refused_at("meeting.mark", mark("paused", " ")), (Code::ReasonMissing, Some("reason".to_owned())));
    case.script.on_case("meeting.mark", mark("paused", "Karin är på väg.")).unwrap();
    assert_eq!(case.see("/case/meeting_marks/1/reason"), "Karin är på väg.");

    case.script.at(14, "13.45").unwrap();
    case.script.on_case("meeting.mark", mark("started", "")).unwrap();
    case.script.set("meeting", "meeting", json!({ "absence": "go_on", "absence_reason": REASON })).unwrap();
    let said = case.see("/case/preparation/important");
    case.script.set("meeting", "meeting", json!({ "own_words": said, "situation_kinds": ["work"] })).unwrap();
    case.script.on_case("meeting.mark", mark("ended", "")).unwrap();
    assert_eq!(case.each("/case/meeting_marks", "mark"), ["started", "paused", "started", "ended"]);

    assert_eq!((case.see("/plan/meeting/absence"), case.see("/plan/meeting/absence_reason")), (json!("go_on"), json!(REASON)));
    let paper = shown(&mut case, json!({ "document": "plan", "version": null }));
    let told = ["Personen var inte med", "Mötet fortsätter med personens egna ord", REASON, "Att slippa berätta allt på nytt"];
    holds(&paper, &told, &[]);
}

#[test]
fn a_paused_meeting_does_not_keep_the_store_open() {
    let mut case = Carried::through("replies");
    case.script.at(14, "13.30").unwrap();
    let meeting = case.script.id("meeting");
    case.script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "started" })).unwrap();
    case.script.at(14, "13.45").unwrap();
    case.script.app.tick();
    assert_eq!(case.read("store.status", json!({}))["state"], "open");
    case.script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "paused", "reason": "Rast." })).unwrap();
    case.script.at(14, "14.05").unwrap();
    case.script.app.tick();
    assert_ne!(case.read("store.status", json!({}))["state"], "open");
}

#[test]
fn whoever_goes_out_and_comes_back_is_told_twice_and_the_plan_says_when() {
    let mut case = Carried::through("everybody_is_back");
    let lena = case.script.id("rsmh");
    let disclosures = case.see("/case/disclosures");
    let of_lena: Vec<&Value> =
        disclosures.as_array().unwrap().iter().filter(|done| done["party"] == lena && done["kind"] == "presence").collect();
    assert_eq!(of_lena.len(), 2);
    assert_ne!(of_lena[0]["at"], of_lena[1]["at"]);
    assert_eq!(case.each("/plan/meeting/visits", "name"), ["Lena Falk", "Lena Falk"]);
    let paper = shown(&mut case, json!({ "document": "plan", "version": null }));
    holds(&paper, &["Inte med hela tiden", "Lena Falk: 13.30–13.45, från 13.55"], &["Anna Lövgren: 13.30"]);
}

#[test]
fn the_room_is_shown_only_what_all_in_it_may_hear() {
    let mut case = Carried::through("measures_by_others");
    assert_eq!(case.each("/plan/other_measures", "text"), ["Kamratstöd"]);
    assert!(case.each("/plan/measures", "text").len() > 2);
    assert_eq!(case.each("/heard/0/plan/measures", "text"), [Value::Null; 0], "Lena hears of her own part alone");
    assert_eq!(case.each("/heard/0/plan/other_measures", "text"), ["Kamratstöd"]);
    assert_eq!(case.see("/heard/0/meeting"), case.script.id("meeting"));

    let request = json!({ "case": case.script.case(), "meeting": case.script.id("meeting") });
    let braid = case.read("braid.room", request);
    let told = braid["told"].to_string() + &braid["picture"].to_string();
    holds(&told, &["Kamratstöd", "Karin"], &["Återfallsprevention", "hälsocentralen Lugnvik", "beroendeenheten", "Jonas"]);
    let unknown = json!({ "case": case.script.case(), "meeting": case.script.case() });
    assert_eq!(case.script.app.call("braid.room", unknown).expect_err("there is no such meeting").code, Code::NotFound);
}

#[test]
fn what_only_the_leader_sees_stands_on_no_paper() {
    let mut case = Carried::through("version_2");
    case.script.set_single("preparation", json!({ "not_raised": "MARKÖRTABU" })).unwrap();
    case.script.set("meeting", "meeting", json!({ "safety": "MARKÖRFARA" })).unwrap();
    case.script.set_single("frame", json!({ "notes": "MARKÖRNOTIS" })).unwrap();
    case.script.set_single("plan_frame", json!({ "coordinator_phone": "063-12 34 56" })).unwrap();
    case.script.on_case("plan.fix", json!({ "change": "Samordnarens telefon." })).unwrap();
    let listed = json!({ "case": case.script.case() });
    let documents = case.read("document.list", listed);
    let documents = documents.as_array().unwrap();
    assert!(documents.len() > 12, "{documents:?}");
    for document in documents {
        holds(&shown(&mut case, document.clone()), &[], &["MARKÖRTABU", "MARKÖRFARA", "MARKÖRNOTIS"]);
    }
    for projected in ["/plan", "/heard", "/fixed_plan"] {
        holds(&case.see(projected).to_string(), &[], &["MARKÖRTABU", "MARKÖRFARA", "MARKÖRNOTIS"]);
    }
}

#[test]
fn an_agenda_is_followed_or_left() {
    let mut case = Carried::through("replies");
    let meeting = case.script.id("meeting");
    case.script.add("first", "agenda_item", json!({ "meeting": meeting, "text": "Karin börjar", "minutes": "10" })).unwrap();
    case.script.add("second", "agenda_item", json!({ "meeting": meeting, "text": "Runda", "minutes": "en stund" })).unwrap();
    case.script.set("first", "agenda_item", json!({ "done": true })).unwrap();
    assert_eq!(case.each("/case/agenda_items", "done"), [true, false]);
    let second = case.script.id("second");
    case.script.on_case("draft.remove", json!({ "kind": "agenda_item", "id": second })).unwrap();
    assert_eq!(case.each("/case/agenda_items", "text"), ["Karin börjar"]);
    let stops = case.stops();
    assert!(!stops.contains(&json!("unreadable")), "minutes in words stop nothing: {stops:?}");
}

/// The words of a document as it is shown on screen.
fn shown(case: &mut Carried, document: Value) -> String {
    let asked = json!({ "case": case.script.case(), "document": document });
    let bytes = case.script.app.call_for_bytes("document.preview", asked).unwrap_or_else(|error| panic!("{document}: {error:?}"));
    let path = case.folder().join("shown.pdf");
    fs_err::write(&path, bytes).unwrap();
    words_of(&path)
}
