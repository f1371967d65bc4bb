//! A meeting that is planned, called to, moved, reminded of and cancelled: each gets what holds now, and an answer to what held
//! before counts for nothing.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds, words_of};

/// How a recipient stands; the person where there is no party.
fn standing(case: &Carried, party: Option<&str>) -> Value {
    let party = party.map_or(Value::Null, |party| case.script.id(party));
    let (callings, meeting) = (case.see("/callings"), case.script.id("meeting"));
    let mut all = callings.as_array().unwrap().iter();
    all.find(|one| one["party"] == party && one["meeting"] == meeting).cloned().unwrap()
}

/// Sends what is next to a recipient, and gives the words of its paper.
fn send(case: &mut Carried, party: Option<&str>) -> String {
    let party = party.map_or(Value::Null, |party| case.script.id(party));
    let meeting = case.script.id("meeting");
    case.script.on_case("call.send", json!({ "meeting": meeting, "party": party, "delivery": "post" })).unwrap();
    let bytes = case.script.paper("kallelse-under-prov", json!({ "document": "call", "meeting": meeting, "party": party })).unwrap();
    let path = case.folder().join("prov.pdf");
    fs_err::write(&path, bytes).unwrap();
    words_of(&path)
}

/// A recipient's calendar file.
fn calendar(case: &mut Carried, party: &str, command: u128) -> Result<String, Code> {
    let request = json!({
        "case": case.script.case(),
        "meeting": case.script.id("meeting"),
        "party": case.script.id(party),
        "command_id": uuid::Uuid::from_u128(command).to_string(),
    });
    let file = case.script.app.call_for_bytes("call.calendar", request).map_err(|refusal| refusal.code)?;
    Ok(String::from_utf8(file).unwrap())
}

/// A property of a calendar file.
fn property(file: &str, name: &str) -> String {
    let mut lines = file.split("\r\n").filter_map(|line| line.split_once(':'));
    lines.find(|(property, _)| *property == name).unwrap_or_else(|| panic!("{name} in {file}")).1.to_owned()
}

fn move_meeting(case: &mut Carried, fields: Value) {
    case.script.set("meeting", "meeting", fields).unwrap();
}

#[test]
fn a_meeting_is_moved_reminded_of_and_cancelled_and_each_is_told() {
    let mut case = Carried::through("replies");
    assert_eq!(standing(&case, Some("addiction_unit"))["state"], "answered");
    let first = calendar(&mut case, "addiction_unit", 9001).unwrap();
    let entered = case.each("/case/disclosures", "kind").len();
    assert_eq!(calendar(&mut case, "addiction_unit", 9001).unwrap(), first, "whose reply was lost is given again");
    assert_eq!(case.each("/case/disclosures", "kind").len(), entered, "and entered once");

    // Moved: what was sent is outdated, and the answer to it no longer counts.
    move_meeting(&mut case, json!({ "held_on": day(15), "starts": "09.00", "ends": "10.00", "place": "Lugnvik, rum 1" }));
    let outdated = standing(&case, Some("addiction_unit"));
    assert_eq!((&outdated["state"], &outdated["next"], &outdated["reply"]), (&json!("outdated"), &json!("changed"), &Value::Null));
    for about in ["beroendeenheten", "Anna Lövgren", "Karin"] {
        assert!(case.tasks().contains(&format!("send_changed_call {about}")), "{:?}", case.tasks());
    }
    assert_eq!(calendar(&mut case, "addiction_unit", 9002).unwrap(), first, "the calendar says what was sent, until something else is");

    let paper = send(&mut case, Some("addiction_unit"));
    let changed = [
        "Ändrad kallelse till SIP-möte",
        "Ny tid: tisdag 26 januari 2027 kl. 09.00–10.00 (tidigare måndag 25 januari 2027 kl. 13.30–14.30)",
    ];
    holds(&paper, &changed, &["Lövgren", "19830417"]);
    holds(&paper, &["Ny plats: Lugnvik, rum 1 (tidigare Nexus, rum 2)"], &["Det här är en påminnelse"]);
    assert_eq!(standing(&case, Some("addiction_unit"))["state"], "called", "the new time has no answer yet");
    assert_eq!(case.each("/case/calls", "occasion").pop().unwrap(), "changed");
    assert!(case.tasks().contains(&"answer_missing beroendeenheten".to_owned()));

    assert_eq!(calendar(&mut case, "addiction_unit", 9001), Err(Code::CommandIdReused), "another file is not let out by the same row");
    // The calendar file takes the place of the first one.
    let second = calendar(&mut case, "addiction_unit", 9003).unwrap();
    assert_eq!(property(&first, "UID"), property(&second, "UID"));
    assert_eq!((property(&first, "SEQUENCE"), property(&second, "SEQUENCE")), ("0".into(), "1".into()));
    assert_eq!((property(&first, "DTSTART"), property(&second, "DTSTART")), ("20270125T123000Z".into(), "20270126T080000Z".into()));
    assert_eq!(property(&second, "SUMMARY"), "Möte SIP-2027-0001");
    for told in ["Karin", "Lövgren", "19830417", "beroende", "Syfte"] {
        assert!(!second.contains(told), "{told} in {second}");
    }

    // Reminded on the day, and the answer to the same time still holds.
    let call = case.see("/case/calls").as_array().unwrap().last().unwrap()["id"].clone();
    case.script.on_case("reply.record", json!({ "call": call, "reply": "comes" })).unwrap();
    move_meeting(&mut case, json!({ "remind_on": day(13) }));
    case.script.at(13, "08.00").unwrap();
    move_meeting(&mut case, json!({ "aids": "Hörslinga" }));
    assert!(case.tasks().contains(&"send_reminder beroendeenheten".to_owned()), "{:?}", case.tasks());
    holds(&send(&mut case, Some("addiction_unit")), &["Påminnelse om kallelse", "Det här är en påminnelse", "Hörslinga"], &["Ny tid"]);
    assert_eq!(standing(&case, Some("addiction_unit"))["state"], "answered");
    assert_eq!(property(&calendar(&mut case, "addiction_unit", 9004).unwrap(), "SEQUENCE"), "1", "a reminder changes nothing");

    // Cancelled: those who were called are told, with the reason only where everything is open.
    let meeting = case.script.id("meeting");
    case.script.on_case("meeting.mark", json!({ "meeting": meeting, "mark": "cancelled", "reason": "Karin är sjuk." })).unwrap();
    assert!(case.tasks().contains(&"tell_of_cancellation beroendeenheten".to_owned()));
    assert!(!case.tasks().iter().any(|task| task.starts_with("meeting_today")));
    let told = send(&mut case, Some("addiction_unit"));
    holds(&told, &["Inställt SIP-möte", "tisdag 26 januari 2027 kl. 09.00–10.00"], &["Karin är sjuk"]);
    holds(&send(&mut case, None), &["Ditt SIP-möte är inställt", "Karin är sjuk."], &["Det här pratar vi om"]);
    let last = calendar(&mut case, "addiction_unit", 9005).unwrap();
    assert_eq!((property(&last, "STATUS"), property(&last, "SEQUENCE")), ("CANCELLED".into(), "2".into()));
    assert_eq!(property(&last, "UID"), property(&first, "UID"));
    assert_eq!(standing(&case, Some("addiction_unit"))["state"], "cancellation_told");
}

#[test]
fn a_calendar_file_passes_the_gate_and_is_logged() {
    let mut case = Carried::through("meeting_planned");
    assert_eq!(calendar(&mut case, "addiction_unit", 9001), Err(Code::CallMissing));
    assert_eq!(calendar(&mut case, "insurance", 9002), Err(Code::ConsentRefused));
    send(&mut case, Some("addiction_unit"));
    let before = case.each("/case/disclosures", "kind").len();
    calendar(&mut case, "addiction_unit", 9003).unwrap();
    let shown = json!({ "case": case.script.case() });
    let view = case.read("case.show", shown);
    let logged = &view["case"]["disclosures"][before];
    assert_eq!((&logged["kind"], &logged["party"]), (&json!("calendar"), &case.script.id("addiction_unit")));
    assert_eq!(logged["delivery"], "saved_file");
}

#[test]
fn a_party_is_called_to_its_part_with_its_questions() {
    let mut case = Carried::through("meeting_planned");
    let part = json!({
        "meeting": case.script.id("meeting"),
        "party": case.script.id("addiction_unit"),
        "starts": "14.00",
        "ends": "14.20",
        "about": "Läkemedlen",
        "kinds": ["medicine"],
    });
    case.script.add("part", "attendance", part).unwrap();
    let paper = send(&mut case, Some("addiction_unit"));
    holds(
        &paper,
        &["måndag 25 januari 2027 kl. 14.00–14.20", "Läkemedlen", "Vem följer upp läkemedlen?"],
        &["Vem ansvarar för återfallsprevention?", "13.30"],
    );
    holds(&send(&mut case, None), &["beroendeenheten, Region Jämtland Härjedalen (är med kl. 14.00–14.20)"], &[]);
    let file = calendar(&mut case, "addiction_unit", 9001).unwrap();
    assert_eq!((property(&file, "DTSTART"), property(&file, "DTEND")), ("20270125T130000Z".into(), "20270125T132000Z".into()));
}

#[test]
fn roles_stand_in_the_plan_and_the_fast_vardkontakt_is_never_passed_over() {
    let mut case = Carried::through("measures_by_others");
    let role = json!({ "role": "agent", "name": "Bo Ek", "unit": "Brukarrådet", "phone": "063-12 34 56", "note": "Med på möten" });
    case.script.add("role", "role", role).unwrap();
    let draft = json!({ "document": "plan", "version": null });
    let words = |case: &mut Carried| {
        let bytes = case.script.paper("utkast-under-prov", draft.clone()).unwrap();
        let path = case.folder().join("prov.pdf");
        fs_err::write(&path, bytes).unwrap();
        words_of(&path)
    };
    holds(&words(&mut case), &["Ombud", "Bo Ek, Brukarrådet, 063-12 34 56", "inte utsedd ännu"], &[]);
    case.script.set_single("plan_frame", json!({ "care_contact": "Stig Rönnbäck", "care_contact_phone": "0926-740 00" })).unwrap();
    holds(&words(&mut case), &["Stig Rönnbäck, 0926-740 00"], &["inte utsedd ännu"]);
}
