//! From D to D+7: the notices, the clock, the yes and the consents, and the kallelse with its change.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

const CLOCK: &str = "4 kap. 3 § lagen (2017:612)";

pub(super) fn the_admission_is_told_without_consent(case: &mut Carried) {
    case.next("first_start");
    let status = case.read("store.status", json!({}));
    let organisation = &status["open"]["organisation"];
    assert_eq!((&organisation["name"], &organisation["activity"]), (&json!("Region Norrbotten"), &json!("primary_care")));

    case.next("need");
    assert_eq!(case.see("/case/plan_type"), "sip_discharge");
    assert_eq!((case.see("/case/person/language"), case.see("/case/need/minor_children")), (json!("finska"), json!("no")));
    let lines = case.read("worklist.show", json!({}));
    assert_eq!(lines["lines"][0]["line"]["plan_type"], "sip_discharge");
    case.next("parties");
    assert_eq!(case.gate("social")["read"], "ground_missing");

    case.next("admission");
    let ground = case.see("/case/grounds/0");
    assert_eq!((&ground["basis"], &ground["scope"], &ground["attends"]), (&json!("duty_to_inform"), &json!("stated"), &json!(false)));
    assert!(ground["reason"].as_str().unwrap().contains("2 kap. 3 §"), "{ground}");
    assert_eq!((&ground["valid_from"], &ground["valid_to"]), (&json!(day(0)), &json!(day(0))));
    assert_eq!(case.each("/case/disclosures", "kind"), ["notice", "notice"]);
    assert_eq!(case.gate("social")["kinds"], json!([]), "the duty opens nothing of the case");
    assert_eq!(case.see("/discharge"), Value::Null, "no clock runs yet");
    let paper = case.paper("inskrivningsmeddelande");
    holds(
        &paper,
        &[
            "måndag 11 januari 2027 kl. 09.10",
            "Tuomas Niemi, 19710925-2390",
            "Hanna Lind",
            "socialtjänsten, IFO, Överkalix kommun",
            "Stig Rönnbäck",
            "2 kap. 3 §",
        ],
        &["opioid", "andra hand", "Birgitta", "frivården"],
    );
    let meeting = json!({ "kind": "admission", "on": day(0), "clock": "09.10", "sender": "B", "parties": [], "delivery": "post" });
    assert_eq!(case.refused_at("notice.record", meeting), (Code::EmptyField, Some("parties".to_owned())));
}

pub(super) fn a_friday_notice_starts_the_clock_over_the_weekend(case: &mut Carried) {
    let social = case.script.id("social");
    let notice =
        |clock: &str| json!({ "kind": "ready", "on": day(4), "clock": clock, "sender": "B", "parties": [social], "delivery": "post" });
    assert_eq!(case.refused_at("notice.record", notice("efter lunch")), (Code::TimeUnreadable, Some("clock".to_owned())));

    case.next("ready");
    let clock = case.see("/discharge");
    assert_eq!(clock["ready_on"], "2027-01-15");
    assert_eq!((&clock["call_by"], &clock["days_left"]), (&json!("2027-01-18"), &json!(3)), "a Monday: the weekend counts");
    assert_eq!(clock["liability_from"], "2027-01-18", "sent before 12.00");
    assert_eq!((&clock["called_at"], &clock["open_care"], &clock["by_agreement"]), (&Value::Null, &Value::Null, &json!(false)));
    assert_eq!(case.tasks(), ["call_at_discharge", "ask_for_yes"], "a ground of one day is nothing to renew");
    holds(&case.paper("utskrivningsklar"), &["fredag 15 januari 2027 kl. 10.40", CLOCK], &["opioid", "andra hand"]);

    // The other condition is what the user notes; the clock shows it and counts no money.
    case.script.set_single("need", json!({ "open_care": "yes" })).unwrap();
    assert_eq!(case.see("/discharge/open_care"), "yes");
}

pub(super) fn tuomas_agrees_through_an_interpreter(case: &mut Carried) {
    case.next("yes_to_sip");
    assert_eq!(case.see("/case/sip_yeses/0/interpreter"), "tolk i finska");
    case.next("consents");
    let opened = |party: &str| case.gate(party)["kinds"].clone();
    assert_eq!(opened("social"), json!(["addiction", "housing"]));
    assert_eq!(opened("home_care"), json!(["addiction", "medicine"]));
    assert_eq!(opened("probation"), json!(["housing", "practical"]));
    assert_eq!(opened("labour"), json!(["work"]));
    assert_eq!(case.gate("addiction_centre")["everything"], true);
    // Tests for HIV and hepatitis are for the health centre and Beroendecentrum alone.
    for party in ["social", "home_care", "probation", "labour"] {
        assert!(!opened(party).as_array().unwrap().contains(&json!("test_results")), "{party}");
    }
    assert!(opened("addiction_centre").as_array().unwrap().contains(&json!("test_results")));
    holds(&case.paper("samtycken"), &["tolk i finska", "HIV- och hepatitprov", "Skyldighet"], &[]);
}

pub(super) fn the_kallelse_goes_out_on_the_last_day(case: &mut Carried) {
    case.next("meeting_planned");
    assert_eq!(case.see("/discharge/days_left"), 0);
    let tasks = case.see("/tasks");
    let due = tasks.as_array().unwrap().iter().find(|task| task["code"] == "call_at_discharge").unwrap();
    assert_eq!((&due["due"], &due["when"]), (&json!("2027-01-18"), &json!("today")));

    case.next("calls");
    assert!(case.see("/discharge/called_at").as_str().unwrap().starts_with("2027-01-18"), "in time");
    assert!(!case.tasks().contains(&"call_at_discharge".to_owned()));
    assert_eq!(case.each("/case/calls", "kind"), ["called", "called", "called", "invited", "invited", "letter"]);
    holds(&case.paper("kallelse-beroendecentrum"), &["onsdag 20 januari 2027 kl. 13.00", "Beroendecentrum, och på video"], &["19710925"]);
    holds(&case.paper("inbjudan-frivarden"), &["13.40", "Tider och boende"], &["medicinen", "vilket arbete", "19710925"]);
    holds(&case.paper("inbjudan-arbetsmarknad"), &["13.55", "Arbete"], &["medicinen", "Var bor Tuomas", "19710925"]);
    holds(&case.paper("brev"), &["Hej Tuomas!", "Onsdag 20 januari 2027"], &[]);
}

/// A line of a calendar file, by its property.
fn property(calendar: &str, name: &str) -> String {
    calendar.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("no {name} in {calendar}")).to_owned()
}

pub(super) fn the_meeting_is_moved_and_all_get_the_new_time(case: &mut Carried) {
    let request = |case: &Carried, id: &str| json!({ "command_id": id, "case": case.script.case(), "meeting": case.script.id("meeting"), "party": case.script.id("social") });
    let calendar = |case: &mut Carried, id: &str| {
        let request = request(case, id);
        String::from_utf8(case.script.app.call_for_bytes("call.calendar", request).unwrap()).unwrap()
    };
    let before = calendar(case, "00000000-0000-0000-0000-0000000ca001");
    case.next("meeting_moved");
    let after = calendar(case, "00000000-0000-0000-0000-0000000ca002");
    assert_eq!(property(&before, "UID:"), property(&after, "UID:"), "the new file replaces the old");
    assert!(property(&after, "SEQUENCE:").parse::<u32>().unwrap() > property(&before, "SEQUENCE:").parse::<u32>().unwrap());
    assert_eq!(property(&after, "DTSTART:"), "20270121T080000Z", "09.00 in Sweden");
    assert!(!after.contains("Tuomas") && !after.contains("Niemi"), "{after}");

    let sent = case.see("/case/calls");
    let changed: Vec<_> = sent.as_array().unwrap().iter().filter(|call| call["occasion"] == "changed").collect();
    assert_eq!(changed.len(), 6);
    assert!(changed.iter().all(|call| call["held_on"] == day(10)));
    holds(&case.paper("andrad-kallelse-socialtjansten"), &["torsdag 21 januari 2027 kl. 09.00"], &[]);
    holds(&case.paper("andrad-inbjudan-frivarden"), &["09.40"], &["13.40–13.55 Tider"]);
    holds(&case.paper("andrad-brev"), &["Torsdag 21 januari 2027"], &[]);
}
