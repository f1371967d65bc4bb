//! Somebody is protected: what is planted in every protected field is searched for in the bytes and the words of everything
//! that the program shows, prints or tells, and is found nowhere but where a named handler has opened it.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds, words_of};

/// What is planted: one made-up word for each protected field.
const PLANTED: [&str; 7] = ["KUNGSGRUVAN", "0970-55512", "epost@planterad", "Hemligeby", "0970-77799", "Moderstigen", "0970-33311"];

/// The room that reveals where the child lives.
const ROOM: &str = "Kyrkstallarna";

/// A boy who lives with his mother, who is protected; his father lives elsewhere; a unit of the region.
fn begin() -> Carried {
    let mut case = Carried::begin();
    case.next("first_start");
    let script = &mut case.script;
    script.at(0, "09.00").unwrap();
    let person = json!({
        "identity": "20090312-2398", "first_name": "Elias", "last_name": "Tuolja Mäkitalo", "address": "KUNGSGRUVAN 4",
        "phone": "0970-55512", "email": "epost@planterad.example", "municipality": "Hemligeby",
    });
    let person = script.call("person.create", person).unwrap();
    script.open_case(&person).unwrap();
    let parties = [
        (
            "mother",
            json!({
                "kind": "guardian", "unit": "mamma", "name": "Sara Tuolja", "phone": "0970-77799", "address": "Moderstigen 1",
                "protection": "protected_registration", "lives_with": true,
            }),
        ),
        ("father", json!({ "kind": "guardian", "unit": "pappa", "name": "Mikael Mäkitalo", "phone": "0970-11100" })),
        ("unit", json!({ "kind": "region", "organisation": "Region Norrbotten", "unit": "ungdomsmottagningen" })),
    ];
    for (name, fields) in parties {
        script.add(name, "party", fields).unwrap();
    }
    let mother = script.id("mother");
    script.add("role", "role", json!({ "role": "support_person", "party": mother, "phone": "0970-33311" })).unwrap();
    let yes = json!({ "answer": "yes", "on": day(0), "manner": "oral", "taken_by": "Olle Pettersson" });
    script.on_case("yes.record", yes).unwrap();
    let judged = json!({
        "child": true, "guardians": [], "maturity": "Förstår.", "reason": "Det rör honom.", "judged_by": "Olle Pettersson", "on": day(0),
    });
    script.on_case("judgement.record", judged).unwrap();
    for party in ["mother", "father", "unit"] {
        let ground = json!({
            "party": script.id(party), "basis": "consent", "answer": "yes", "direction": "both", "scope": "whole_plan", "attends": true,
            "valid_from": day(0), "valid_to": day(80), "manner": "written", "on": day(0), "taken_by": "Olle Pettersson",
        });
        script.on_case("ground.record", ground).unwrap();
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
    let (id, father) = (case.script.case(), case.script.id("father"));
    let names = case.read("document.list", json!({ "case": id }));
    let recipients = [json!({ "to": "person" }), json!({ "to": "own_file" })];
    let recipients =
        recipients.into_iter().chain(["mother", "father", "unit"].map(|party| json!({ "to": "party", "party": case.script.id(party) })));
    let recipients: Vec<Value> = recipients.collect();
    let mut made = 0;
    for document in names.as_array().unwrap() {
        for recipient in &recipients {
            let request = json!({ "case": id, "document": document, "recipient": recipient, "command_id": uuid(made) });
            let Ok(bytes) = case.script.app.call_for_bytes("document.save", request) else { continue };
            made += 1;
            let text = text_of(&case, &bytes);
            clean(&format!("{document} for {recipient}"), &text);
            clean("what stands about the paper in its file", &String::from_utf8_lossy(&bytes));
            let to_father = recipient["party"] == father;
            assert!(!(to_father && (text.contains(ROOM) || text.to_lowercase().contains("skyd") || text.contains("Hemligeby"))), "{text}");
            assert!(!text.contains("skyddad folkbokföring"), "{document} tells of the protection: {text}");
        }
    }
    assert!(made > 20, "only {made} papers were made");

    let call = |case: &mut Carried, party: &str| {
        let document = json!({ "document": "call", "meeting": case.script.id("meeting"), "party": case.script.id(party) });
        let bytes = case.script.app.call_for_bytes("document.preview", json!({ "case": id, "document": document })).unwrap();
        text_of(case, &bytes)
    };
    holds(&call(&mut case, "mother"), &["https://video.example/rum", "På video"], &[ROOM]);
    holds(&call(&mut case, "father"), &["Mikael Mäkitalo"], &[ROOM]);
}

fn uuid(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// The words of a PDF.
fn text_of(case: &Carried, bytes: &[u8]) -> String {
    let path = case.folder().join("searched.pdf");
    fs_err::write(&path, bytes).unwrap();
    words_of(&path)
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
