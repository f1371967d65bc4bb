//! The access log: each opening is kept and told, for staff, for the person on paper, and for whoever checks the log.

use samsyn_app::Code;
use samsyn_app::example::{STORE, day};
use serde_json::{Value, json};

use super::carried::{Carried, holds, words_of};
use super::handing::FILE_PASSPHRASE;

/// What was said when protected data were opened; a reason is for staff.
const REASON: &str = "Ringer om ändrad mötestid";

/// What the case holds and no log may hold.
const WORDS: [&str; 3] = ["Lövgren", "Återfallsprevention", "19830417"];

/// The case at its second version, which has been open on every day that something was done.
fn carried() -> Carried {
    Carried::through("version_2")
}

fn log(case: &mut Carried) -> Value {
    let request = json!({ "case": case.script.case() });
    case.read("access.list", request)
}

fn lines(case: &mut Carried) -> Vec<Value> {
    let log = log(case);
    assert_eq!(log["intact"], true);
    log["lines"].as_array().unwrap().clone()
}

fn show(case: &mut Carried) {
    let request = json!({ "case": case.script.case() });
    case.read("case.show", request);
}

/// The days in Sweden are those of UTC here: everything is done by daylight.
fn opened_on(line: &Value) -> String {
    line["at"].as_str().unwrap()[..10].to_owned()
}

#[test]
fn each_opening_is_kept_with_who_and_when_and_never_twice_within_a_quarter_of_an_hour() {
    let mut case = carried();
    case.script.at(200, "09.00").unwrap();
    let before = lines(&mut case).len();
    for (after, time, more) in [(200, "09.14", 0), (200, "09.15", 1), (200, "09.29", 1), (201, "09.00", 2), (201, "09.00", 2)] {
        case.script.at(after, time).unwrap();
        show(&mut case);
        assert_eq!(lines(&mut case).len(), before + more, "day {after} at {time}");
    }
    let listed = lines(&mut case);
    let newest: Vec<_> = listed.iter().take(3).map(opened_on).collect();
    assert_eq!(newest, [day(201), day(200), day(200)], "the newest first, and the list is itself a reading");
    for line in &listed {
        assert_eq!((&line["who"], &line["title"], &line["protected"]), (&json!("Per Nyström"), &json!("socialsekreterare"), &Value::Null));
    }
    holds(&json!(listed).to_string(), &[], &WORDS);
}

#[test]
fn no_way_to_read_a_case_goes_past_the_log() {
    let mut case = carried();
    let (id, version) = (case.script.case(), case.script.id("version_1"));
    let ways = [
        ("case.history", json!({ "case": id })),
        ("document.list", json!({ "case": id })),
        ("journal.text", json!({ "case": id, "version": version })),
        ("draft.set", json!({ "case": id, "kind": "frame", "id": id, "fields": { "notes": "Ring." }, "command_id": uuid::Uuid::now_v7() })),
    ];
    let mut expected = lines(&mut case).len();
    for (after, (command, request)) in (300..).zip(ways) {
        case.script.at(after, "09.00").unwrap();
        case.read(command, request);
        expected += 1;
        assert_eq!(lines(&mut case).len(), expected, "{command}");
    }
    case.script.at(310, "09.00").unwrap();
    case.script.paper("hela-akten", json!({ "document": "whole_file" })).unwrap();
    assert_eq!(lines(&mut case).len(), expected + 1, "a paper on the screen is read too");
}

#[test]
fn a_case_that_was_just_opened_is_entered_with_it() {
    let mut case = carried();
    case.script.at(400, "09.00").unwrap();
    let opened = case.script.call("case.open", json!({ "person": case.see("/case/person/id") })).unwrap()["added"].clone();
    let openings = case.read("access.openings", json!({ "from": day(400), "to": day(400) }));
    assert_eq!((&openings[0]["case"], &openings[0]["who"]), (&opened, &json!("Per Nyström")), "its answer is the case");
    assert_eq!(openings.as_array().unwrap().len(), 1);
}

#[test]
fn whoever_gets_a_moved_case_is_told_of_no_opening_from_before() {
    let extract = json!({ "document": "access_extract" });
    let mut case = carried();
    case.script.at(200, "09.00").unwrap();
    show(&mut case);
    let wrong = case.see("/case/person/id");
    let before = lines(&mut case).len();
    case.script.at(300, "09.00").unwrap();
    let right = json!({ "identity": "19121212-1212", "first_name": "Kaisa", "last_name": "Lindgren" });
    let right = case.script.call("person.create", right).unwrap()["id"].clone();
    case.script.on_case("case.move", json!({ "to": right, "reason": "Fel person valdes i sökningen." })).unwrap();
    assert_eq!(lines(&mut case).len(), before + 2, "the move opened the one person's case, and its answer the other's");
    let told = |case: &mut Carried| {
        let words = case.previewed(&extract);
        (words.contains("Kaisa Lindgren"), words.matches("Per Nyström").count(), words.contains(&day(200)), words.contains(&day(300)))
    };
    assert_eq!(told(&mut case), (true, 1, false, true));
    // Whoever the case stands on again is told of the time before, and not of the time between.
    case.script.at(301, "09.00").unwrap();
    case.script.on_case("case.move", json!({ "to": wrong, "reason": "Det var rätt person från början." })).unwrap();
    let (right_named, _, told_before, _) = told(&mut case);
    assert!(!right_named && told_before);
}

#[test]
fn the_extract_tells_who_has_had_the_persons_own_page_open_too() {
    let mut case = carried();
    case.script.at(200, "09.00").unwrap();
    let person = case.see("/case/person/id");
    case.read("person.show", json!({ "person": person }));
    let words = case.previewed(&json!({ "document": "access_extract" }));
    holds(&words, &[&day(200), "Personens uppgifter", "Ärendet"], &[]);
}

#[test]
fn while_a_colleague_has_the_case_the_extract_is_seen_and_given_when_it_is_back() {
    let extract = json!({ "document": "access_extract" });
    let mut case = carried();
    case.script.at(200, "09.00").unwrap();
    let (id, person) = (case.script.case(), json!({ "to": "person" }));
    let package = json!({
        "case": id, "to": "Sara Ek, socialsekreterare", "unit": "öppenvården Nexus", "passphrase": FILE_PASSPHRASE,
        "command_id": uuid::Uuid::now_v7()
    });
    case.script.app.call_for_bytes("case.package", package).unwrap();
    assert_eq!(case.saved(&extract, &person), Err(Code::HandedOver));
    holds(&case.previewed(&extract), &["Karin Lövgren-Åhs", "Per Nyström", &day(200)], &[]);
    case.script.on_case("case.take_back", json!({ "reason": "Sara fick aldrig filen." })).unwrap();
    holds(&case.saved(&extract, &person).unwrap(), &["Karin Lövgren-Åhs", &day(200)], &[]);
}

/// The size of the journal that each transaction is added to.
fn journal(case: &Carried) -> u64 {
    let mut sizes = fs_err::read_dir(case.folder().join(STORE)).unwrap().filter_map(|entry| {
        let entry = entry.unwrap();
        entry.file_name().to_string_lossy().ends_with("-wal").then(|| entry.metadata().unwrap().len())
    });
    sizes.next().unwrap()
}

#[test]
fn a_second_look_writes_nothing() {
    let mut case = Carried::through("need");
    case.script.at(20, "09.00").unwrap();
    let before = journal(&case);
    show(&mut case);
    let first = journal(&case);
    assert!(first > before, "the first look is entered");
    for _ in 0..20 {
        show(&mut case);
    }
    assert_eq!(journal(&case), first);
}

#[test]
fn protected_data_that_were_opened_stand_there_with_their_reason_for_staff_and_not_on_paper() {
    let mut case = carried();
    case.script.at(200, "09.00").unwrap();
    let person = case.see("/case/person/id");
    case.script.call("person.set", json!({ "person": person, "fields": { "protection": "marked" }, "seen": {} })).unwrap();
    let party = case.script.id("anna");
    for party in [Value::Null, party.clone()] {
        case.script.call("protected.open", json!({ "case": case.script.case(), "party": party, "reason": REASON })).unwrap();
    }
    let looks: Vec<_> = lines(&mut case).into_iter().filter(|line| !line["protected"].is_null()).collect();
    let whose: Vec<_> = looks.iter().map(|line| line["protected"]["party"].clone()).collect();
    assert!(whose.contains(&Value::Null) && whose.contains(&party), "{whose:?}");
    for look in &looks {
        assert_eq!((&look["title"], &look["protected"]["reason"]), (&json!("socialsekreterare"), &json!(REASON)));
    }
    case.script.paper("vem-har-last", json!({ "document": "access_extract" })).unwrap();
    let words = case.paper("vem-har-last");
    holds(&words, &["Vem har läst", "Per Nyström", "socialsekreterare", &day(200), "kl. 09.00"], &[REASON, "kydd", "Anna"]);
}

#[test]
fn the_extract_goes_to_the_person_alone_and_is_a_disclosure() {
    let mut case = carried();
    let (id, document) = (case.script.case(), json!({ "document": "access_extract" }));
    assert!(case.read("document.list", json!({ "case": id })).as_array().unwrap().contains(&document));
    let before = case.each("/case/disclosures", "id").len();
    for to in [json!({ "to": "party", "party": case.script.id("anna") }), json!({ "to": "own_file" })] {
        let request = json!({ "document": document, "recipient": to, "delivery": "hand" });
        assert_eq!(case.refused_at("document.hand_over", request).0, Code::GroundTooNarrow);
    }
    case.script.at(200, "09.00").unwrap();
    let save = json!({ "case": id, "document": document, "recipient": { "to": "person" }, "command_id": uuid::Uuid::now_v7() });
    let path = case.folder().join("utdrag.pdf");
    fs_err::write(&path, case.script.app.call_for_bytes("document.save", save).unwrap()).unwrap();
    holds(&words_of(&path), &["Vem har läst", "Karin Lövgren-Åhs", &day(0), &day(200)], &["[paper-"]);
    let logged = case.read("case.show", json!({ "case": id }))["case"]["disclosures"].as_array().unwrap().clone();
    assert_eq!(logged.len(), before + 1);
    assert_eq!((&logged[before]["kind"], &logged[before]["recipient"]), (&json!("access_extract"), &json!("Karin Lövgren-Åhs")));
}

#[test]
fn openings_outlive_undo_and_the_case_itself() {
    let mut case = carried();
    let (id, number) = (case.script.case(), case.see("/case/number"));
    case.script.at(200, "09.00").unwrap();
    case.script.set_single("frame", json!({ "notes": "Ring på förmiddagen." })).unwrap();
    let before = lines(&mut case);
    case.script.on_case("case.undo", json!({})).unwrap();
    assert_eq!(lines(&mut case), before);
    assert_eq!(case.see("/case/frame/notes"), "");
    let history = case.read("case.history", json!({ "case": id })).to_string();
    assert!(!history.contains("access"), "what is read is not what was done");

    let openings = |case: &mut Carried| -> Vec<Value> {
        let lines = case.read("access.openings", json!({ "from": day(0), "to": day(300) }));
        lines.as_array().unwrap().iter().filter(|line| line["what"] == "case").cloned().collect()
    };
    let known = openings(&mut case);
    assert!(known.len() == before.len() && known.iter().all(|line| line["number"] == number));
    let order =
        json!({ "authority": "Myndigheten", "number": "4.1", "decided_on": day(200), "confirm": number, "person_too": true, "case": id });
    case.script.call("case.destroy", order).unwrap();
    let left = openings(&mut case);
    assert_eq!(left.len(), known.len());
    assert!(left.iter().all(|line| line["case"] == id && line["number"].is_null() && line["who"] == "Per Nyström"));
    holds(&json!(left).to_string(), &[], &WORDS);
    assert_eq!(case.script.app.call("access.list", json!({ "case": id })).unwrap_err().code, Code::NotFound);
    assert_eq!(openings(&mut case).len(), known.len(), "what is not there is not opened");
    assert_eq!(case.read("store.verify", json!({}))["whole"], true);
}

fn check() -> Value {
    json!({
        "reviewer": "Eva Holm, enhetschef", "from": day(0), "to": day(30), "looked_at": "Var tionde öppning.",
        "finding": "Alla hade skäl att läsa.", "next_on": day(120),
    })
}

#[test]
fn a_check_of_the_log_is_entered_and_says_when_the_next_is_due() {
    let mut case = Carried::begin();
    case.next("first_start");
    let waits = |case: &mut Carried| case.read("access.reviews", json!({}))["waits"].clone();
    assert_eq!(waits(&mut case), Value::Null, "nothing has been opened yet");
    case.next("need");
    case.script.at(40, "09.00").unwrap();
    assert_eq!(waits(&mut case), json!({ "why": "never_made" }));
    let entered = case.script.call("access.review", check()).unwrap();
    assert_eq!(entered["waits"], Value::Null);
    let review = &entered["reviews"][0];
    for (field, value) in check().as_object().unwrap() {
        assert_eq!(&review[field], value, "{field}");
    }
    assert_eq!(review["by"], "Per Nyström");
    for (after, waiting) in [(119, Value::Null), (120, json!({ "why": "day_came", "on": day(120) }))] {
        case.script.at(after, "09.00").unwrap();
        assert_eq!(waits(&mut case), waiting, "day {after}");
    }
}

#[test]
fn a_check_that_says_too_little_is_refused_at_its_field() {
    let mut case = Carried::through("need");
    case.script.at(40, "09.00").unwrap();
    for (field, value, code) in [
        ("reviewer", json!(" "), Code::EmptyField),
        ("from", json!("i våras"), Code::DateUnreadable),
        ("to", json!(day(-1)), Code::DatesOutOfOrder),
        ("to", json!(day(41)), Code::InvalidValue),
        ("looked_at", json!(""), Code::EmptyField),
        ("finding", json!(""), Code::EmptyField),
        ("next_on", json!(""), Code::EmptyField),
        ("next_on", json!(day(30)), Code::DatesOutOfOrder),
    ] {
        let mut request = check();
        request[field] = value;
        let refused = case.script.call("access.review", request).unwrap_err();
        assert_eq!((refused.code, refused.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(case.read("access.reviews", json!({}))["reviews"], json!([]));
}
