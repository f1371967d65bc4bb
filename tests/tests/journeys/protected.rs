//! Somebody is protected: what is planted in every protected field is searched for in the bytes and the words of everything
//! that the program shows, prints or tells, and is found nowhere but where a named handler has opened it.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, holds};
use super::handing::{Colleague, FILE_PASSPHRASE, controller};
use super::household::{self, PLANTED, Paper, calendar, consents, father_and_unit, judged, papers, protects_the_mother};

/// The room that reveals where the child lives.
const ROOM: &str = "Kyrkstallarna";

/// A boy who lives with his mother, who is protected; his father lives elsewhere; a unit of the region.
fn begin() -> Carried {
    let (mut case, _) = household::begin();
    let script = &mut case.script;
    protects_the_mother(script);
    father_and_unit(script);
    let mother = script.id("mother");
    script.add("role", "role", json!({ "role": "support_person", "party": mother, "phone": "0970-33311" })).unwrap();
    judged(script);
    for party in ["mother", "father", "unit"] {
        consents(script, party, &json!({ "scope": "whole_plan" }));
    }
    case
}

/// The meeting, in a room that reveals; the mother takes part by video.
fn meeting(case: &mut Carried) {
    let fields = json!({
        "kind": "first", "form": "room", "held_on": day(10), "starts": "14.00", "ends": "15.00", "place": ROOM, "place_reveals": true,
        "purpose": "Skolan.", "purpose_kinds": ["schooling"], "leader": "Olle Pettersson",
    });
    case.script.add("meeting", "meeting", fields).unwrap();
    let meeting = case.script.id("meeting");
    case.script.add("question", "question", json!({ "meeting": meeting, "text": "Vad hjälper?", "kinds": ["schooling"] })).unwrap();
}

fn send(case: &Carried, party: &str) -> Value {
    json!({ "meeting": case.script.id("meeting"), "party": case.script.id(party), "delivery": "hand" })
}

/// The meeting held and the plan fixed, with somebody who drives to where he lives.
fn plan(case: &mut Carried) {
    let script = &mut case.script;
    script.at(10, "14.00").unwrap();
    let meeting = script.id("meeting");
    script.on_case("presence.record", json!({ "meeting": meeting, "party": null, "name": "Elias", "mark": "came" })).unwrap();
    script.add("goal", "goal", json!({ "text": "Vara i skolan.", "kinds": ["schooling"] })).unwrap();
    let measure = json!({
        "goal": script.id("goal"), "text": "Samtal", "principal": "region", "unit": "ungdomsmottagningen", "kinds": ["schooling"],
    });
    script.add("measure", "measure", measure).unwrap();
    let drive = json!({ "party": script.id("mother"), "text": "Skjutsar från Hemligeby", "kinds": ["whereabouts"] });
    script.add("drive", "own_action", drive).unwrap();
    script.set_single("plan_frame", json!({ "overall": "municipality", "no_other_measures": true })).unwrap();
    script.on_case("plan.fix", json!({})).unwrap();
}

/// Fails where something planted stands in a text. What the case's own words say of whereabouts is for the gate to hold back.
#[track_caller]
fn clean(what: &str, text: &str) {
    let text = text.replace("Skjutsar från Hemligeby", "");
    let found: Vec<_> = PLANTED.iter().filter(|word| text.contains(**word)).collect();
    assert!(found.is_empty(), "{what} tells {found:?}");
}

#[test]
fn what_is_protected_stands_in_nothing_that_the_program_shows() {
    let mut case = begin();
    meeting(&mut case);
    plan(&mut case);
    let (id, person) = (case.script.case(), case.see("/case/person/id"));
    for (command, request) in [
        ("case.show", json!({ "case": id })),
        ("case.list", json!({ "closed": true })),
        ("case.history", json!({ "case": id })),
        ("person.search", json!({ "text": "Elias" })),
        ("person.show", json!({ "person": person })),
        ("worklist.show", json!({})),
        ("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" })),
        ("document.list", json!({ "case": id })),
    ] {
        let shown = case.read(command, request);
        clean(command, &shown.to_string());
    }
    clean("the reply to a write", &case.script.view().to_string());
    assert!(case.script.view().to_string().contains("0970-11100"), "whoever is not protected is seen as before");
    let history = case.read("case.history", json!({ "case": id })).to_string();
    assert!(history.contains("Sara Tuolja") && history.contains("\"hidden\":true"), "that something was written is still told");
}

#[test]
fn what_is_protected_stands_on_no_paper_for_anybody() {
    let mut case = begin();
    meeting(&mut case);
    case.script.set("meeting", "meeting", json!({ "apart": "video", "link": "https://video.example/rum" })).unwrap();
    for party in ["mother", "father", "unit"] {
        let call = send(&case, party);
        case.script.on_case("call.send", call).unwrap();
    }
    plan(&mut case);
    let father = case.script.id("father");
    let made = papers(&mut case);
    for Paper { document, recipient, words: text, file } in &made {
        clean(&format!("{document} for {recipient}"), text);
        clean("what stands about the paper in its file", &String::from_utf8_lossy(file));
        let to_father = recipient["party"] == father;
        assert!(!(to_father && (text.contains(ROOM) || text.to_lowercase().contains("skyd") || text.contains("Hemligeby"))), "{text}");
        assert!(!text.contains("skyddad folkbokföring"), "{document} tells of the protection: {text}");
    }
    assert!(made.len() > 20, "only {} papers were made", made.len());

    let call = |case: &mut Carried, party: &str| {
        let document = json!({ "document": "call", "meeting": case.script.id("meeting"), "party": case.script.id(party) });
        case.previewed(&document)
    };
    holds(&call(&mut case, "mother"), &["https://video.example/rum", "På video"], &[ROOM]);
    holds(&call(&mut case, "father"), &["Mikael Mäkitalo"], &[ROOM]);
}

/// A calendar is seen by many, also that of whoever may know.
#[test]
fn what_is_protected_stands_in_no_calendar_file() {
    let mut case = begin();
    meeting(&mut case);
    case.script.set("meeting", "meeting", json!({ "apart": "video", "link": "https://video.example/rum" })).unwrap();
    for party in ["mother", "father", "unit", "Elias"] {
        let party = case.script.id(party);
        let meeting = case.script.id("meeting");
        case.script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": "hand" })).unwrap();
        let file = calendar(&mut case, &party);
        clean("the calendar file", &file);
        holds(&file, &["BEGIN:VEVENT", "SUMMARY:"], &["Elias", "Tuolja", "Mäkitalo", "20090312", "kydd"]);
        assert!(party.is_null() || !file.contains(ROOM), "{file}");
    }
}

/// The whole case goes to a colleague with what is protected, for a reason that is kept: nobody else can read the file, and the
/// colleague opens it as it was opened here.
#[test]
fn what_is_protected_goes_with_the_case_only_where_asked_with_a_reason() {
    let mut case = begin();
    meeting(&mut case);
    let asked = |reason: &str| {
        json!({
            "case": case.script.case(), "to": "Sara Ek, socialsekreterare", "unit": "öppenvården Nexus", "passphrase": FILE_PASSPHRASE,
            "reason": reason, "command_id": Uuid::now_v7(),
        })
    };
    let (unreasoned, reasoned) = (asked(" "), asked("Sara Ek tar över ärendet."));
    let refused = case.script.app.call_for_bytes("case.package", unreasoned).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::EmptyField, Some("reason")));
    let file = case.script.app.call_for_bytes("case.package", reasoned).unwrap();
    let id = case.script.case();
    clean("the file", &String::from_utf8_lossy(&file));
    let opened = case.read("case.show", json!({ "case": id }))["case"]["protected_openings"].clone();
    let opened: Vec<_> = opened.as_array().unwrap().iter().map(|one| (one["party"].clone(), one["reason"].clone())).collect();
    let why = json!("Sara Ek tar över ärendet.");
    assert_eq!(opened, [(Value::Null, why.clone()), (case.script.id("mother"), why)]);

    let mut colleague = Colleague::of(&controller(&mut case));
    clean("what was received", &colleague.receive(&file, FILE_PASSPHRASE).unwrap().to_string());
    for command in ["case.show", "case.history", "document.list"] {
        clean(command, &colleague.app.call(command, json!({ "case": id })).unwrap().to_string());
    }
    let look = json!({ "case": id, "party": null, "reason": "Skicka brev" });
    assert_eq!(colleague.act("protected.open", look).unwrap()["fields"]["address"], "KUNGSGRUVAN 4");
}

#[test]
fn a_named_handler_opens_what_is_protected_and_it_is_entered() {
    let mut case = begin();
    let (id, mother) = (case.script.case(), case.script.id("mother"));
    let open = |party: &Value, reason: &str| json!({ "party": party, "reason": reason });
    assert_eq!(case.refused_at("protected.open", open(&mother, " ")), (Code::EmptyField, Some("reason".to_owned())));
    assert_eq!(case.refused_at("protected.open", open(&id, "Ringa")).0, Code::NoSuchParty);

    let request = json!({ "case": id, "party": mother, "reason": "Ringa om mötet" });
    let opened = case.script.call("protected.open", request).unwrap();
    assert_eq!(opened["fields"], json!({ "phone": "0970-77799", "address": "Moderstigen 1" }));
    let request = json!({ "case": id, "party": null, "reason": "Skicka brev" });
    let opened = case.script.call("protected.open", request).unwrap();
    assert_eq!(opened["fields"]["address"], "KUNGSGRUVAN 4");
    assert_eq!(opened["fields"]["municipality"], "Hemligeby");

    let shown = case.read("case.show", json!({ "case": id }));
    let entered = shown["case"]["protected_openings"].as_array().unwrap();
    let told: Vec<_> = entered.iter().map(|one| (&one["party"], one["reason"].as_str().unwrap(), one["by"].as_str().unwrap())).collect();
    assert_eq!(told, [(&mother, "Ringa om mötet", "Per Nyström"), (&Value::Null, "Skicka brev", "Per Nyström")]);
    clean("the case afterwards", &shown.to_string());
    let history = case.read("case.history", json!({ "case": id }));
    assert_eq!((&history[0]["command"], &history[0]["who"]), (&json!("protected.open"), &json!("Per Nyström")));
}

#[test]
fn the_blank_never_overwrites_what_is_protected() {
    let mut case = begin();
    let (mother, person) = (case.script.id("mother"), case.see("/case/person/id"));
    let set = |phone: &str, seen: Value| json!({ "kind": "party", "id": mother, "fields": { "phone": phone }, "seen": seen });
    for seen in [json!({}), json!({ "phone": "" }), json!({ "phone": "fel" })] {
        let refusal = case.refused("draft.set", set("", seen));
        assert_eq!((refusal.code, refusal.field.as_deref()), (Code::ProtectedUnopened, Some("phone")));
        clean("the refusal", &refusal.details.to_string());
    }
    case.script.on_case("draft.set", set("070-1", json!({ "phone": "0970-77799" }))).unwrap();
    let opened = case.script.call("protected.open", json!({ "case": case.script.case(), "party": mother, "reason": "Se" })).unwrap();
    assert_eq!(opened["fields"]["phone"], "070-1");

    let set = |seen: Value| json!({ "person": person, "fields": { "address": "" }, "seen": seen });
    let refusal = case.script.call("person.set", set(json!({ "address": "" }))).unwrap_err();
    assert_eq!(refusal.code, Code::ProtectedUnopened, "the child's address is the mother's");
    let reply = case.script.call("person.set", set(json!({ "address": "KUNGSGRUVAN 4" }))).unwrap();
    assert_eq!(reply["hidden"], true);
    clean("the reply", &reply.to_string());
    // What is not protected is written as before.
    case.script.call("person.set", json!({ "person": person, "fields": { "language": "svenska" }, "seen": { "language": "" } })).unwrap();
}

#[test]
fn nobody_close_is_invited_before_it_is_asked_how_they_can_meet() {
    let mut case = begin();
    meeting(&mut case);
    assert!(case.tasks().contains(&"meet_apart".to_owned()));
    for party in ["mother", "father"] {
        let call = send(&case, party);
        assert_eq!(case.refused_at("call.send", call), (Code::MeetingApartUnasked, Some("apart".to_owned())), "{party}");
    }
    let unit = send(&case, "unit");
    case.script.on_case("call.send", unit).unwrap();

    case.script.set("meeting", "meeting", json!({ "apart": "video" })).unwrap();
    assert!(!case.tasks().contains(&"meet_apart".to_owned()));
    let (mother, father) = (send(&case, "mother"), send(&case, "father"));
    assert_eq!(case.refused_at("call.send", mother.clone()), (Code::EmptyField, Some("link".to_owned())));
    case.script.on_case("call.send", father).unwrap();
    case.script.set("meeting", "meeting", json!({ "link": "https://video.example/rum" })).unwrap();
    case.script.on_case("call.send", mother).unwrap();
    assert_eq!(case.each("/case/calls", "place"), [json!(""), json!(""), json!("https://video.example/rum")]);
}

#[test]
fn nothing_protected_comes_to_light_unopened() {
    let mut case = begin();
    let (id, mother, person) = (case.script.case(), case.script.id("mother"), case.see("/case/person/id"));
    let set = |fields: Value| json!({ "kind": "party", "id": mother, "fields": fields, "seen": {} });
    for protection in [json!("none"), Value::Null] {
        let refusal = case.refused_at("draft.set", set(json!({ "protection": protection })));
        assert_eq!(refusal, (Code::ProtectedUnopened, Some("protection".to_owned())));
    }
    // The child's address is the mother's, so that it would come to light too.
    for fields in [json!({ "lives_with": false }), json!({ "kind": "relative" })] {
        assert_eq!(case.refused_at("draft.set", set(fields)).0, Code::ProtectedUnopened);
    }
    let role = json!({ "kind": "role", "id": case.script.id("role"), "fields": { "party": null }, "seen": {} });
    assert_eq!(case.refused_at("draft.set", role).0, Code::ProtectedUnopened);
    case.script.on_case("draft.set", set(json!({ "protection": "marked" }))).unwrap();

    let open = |party: &Value| json!({ "case": id, "party": party, "reason": "Skyddet har upphört" });
    case.script.call("protected.open", open(&mother)).unwrap();
    assert_eq!(case.refused_at("draft.set", set(json!({ "protection": "none" }))).0, Code::ProtectedUnopened, "the child's are not opened");
    case.script.call("protected.open", open(&Value::Null)).unwrap();
    case.script.on_case("draft.set", set(json!({ "protection": "none" }))).unwrap();

    let person = |protection: &str| json!({ "person": person, "fields": { "protection": protection }, "seen": {} });
    case.script.call("person.set", person("marked")).unwrap();
    assert_eq!(case.script.call("person.set", person("none")).unwrap()["hidden"], false, "opened the same day");
    case.script.call("person.set", person("marked")).unwrap();
    case.script.at(1, "09.00").unwrap();
    let refusal = case.script.call("person.set", person("none")).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), (Code::ProtectedUnopened, Some("protection")));
}

#[test]
fn an_undo_brings_nothing_protected_to_light() {
    let mut case = begin();
    let father = json!({ "kind": "party", "id": case.script.id("father"), "fields": { "protection": "marked" }, "seen": {} });
    case.script.on_case("draft.set", father).unwrap();
    assert_eq!(case.refused_at("case.undo", json!({})).0, Code::ProtectedUnopened);
}
