//! D+56 and D+140: follow-up, closing, and what the whole case leaves behind.

use samsyn_app::{Code, Texts};
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, cells_of, holds};

pub(super) fn the_plan_is_followed_up_in_time(case: &mut Carried) {
    case.script.at(55, "09.00").unwrap();
    let shown = json!({ "case": case.script.case() });
    let tasks = case.read("case.show", shown.clone())["tasks"].clone();
    assert!(tasks.as_array().unwrap().iter().any(|task| task["code"] == "follow_up_coming" && task["due"] == "2027-03-08"), "{tasks}");
    assert!(
        tasks.as_array().unwrap().iter().any(|task| task["code"] == "question_due" && task["when"] == "late"),
        "the open question waits"
    );

    case.next("follow_up_1");
    let sheet = case.see("/case/follow_ups/0/sheet");
    assert_eq!(scales(&sheet), ["partly", "reached", "reached"]);
    assert_eq!((&sheet["measures"][1]["state"], &sheet["measures"][1]["done_on"]), (&json!("done"), &json!("2027-02-06")));
    assert_eq!(sheet["measures"][0]["state"], "ongoing");
    assert_eq!(sheet["next"], "2027-05-31");
    holds(
        &case.paper("uppfoljning-1"),
        &["8 mars 2027", "+1 delvis uppnått", "+2 uppnått", "–2 mycket sämre", "31 maj 2027"],
        &["\u{fffd}"],
    );

    case.next("follow_up_2");
    assert_eq!(scales(&case.see("/case/follow_ups/1/sheet")), ["reached", "reached", "reached"]);
    assert_eq!(case.see("/case/follow_ups/0/sheet"), sheet, "a concluded sheet stays as it was");
}

fn scales(sheet: &Value) -> Vec<Value> {
    sheet["goals"].as_array().unwrap().iter().map(|goal| goal["scale"].clone()).collect()
}

pub(super) fn the_plan_is_closed(case: &mut Carried) {
    case.next("closing");
    assert_eq!(case.see("/case/closings/0/reason"), "goals_reached");
    assert_eq!((case.see("/case/evaluations/0/clear_who"), case.see("/case/evaluations/0/right_people")), (json!(5), json!(3)));
    holds(&case.paper("avslut"), &["Målen är nådda", "5 av 5", "3 av 5"], &[]);
    assert_eq!(case.refused_at("case.close", json!({ "reason": "no_need", "on": "2027-06-01" })).0, Code::CaseClosed);
    assert_eq!(case.refused_at("plan.fix", json!({})).0, Code::CaseClosed);
    assert_eq!(case.read("case.list", json!({ "closed": false })), json!([]));
    assert_eq!(case.tasks(), ["file_plan 2"], "a closed case still reminds of the version that is in nobody's akt");
}

/// Nothing has reached anybody that is not in the log, and everything in it rests on a ground.
pub(super) fn everything_that_went_out_is_in_the_log(case: &mut Carried) {
    let log = case.see("/case/disclosures");
    let lines: Vec<(&str, &str)> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["kind"].as_str().unwrap(), first_name(line["recipient"].as_str().unwrap())))
        .collect();
    let expected = [
        ("call", "Maria"),
        ("call", "Jonas"),
        ("call", "Anna"),
        ("call", "Lena"),
        ("call", "Karin"),
        ("presence", "Anna"),
        ("presence", "Maria"),
        ("presence", "Lena"),
        // Once more, when Karin opened the medicines for Anna in the room, and when Lena came back.
        ("presence", "Anna"),
        ("presence", "Lena"),
        ("plan_copy", "Karin"),
        ("own_page", "Karin"),
        ("plan_copy", "Maria"),
        ("plan_copy", "Jonas"),
        ("plan_copy", "Anna"),
        ("plan_copy", "Lena"),
    ];
    assert_eq!(lines, expected);
    for line in log.as_array().unwrap() {
        let to_karin = line["party"].is_null();
        assert_eq!(line["grounds"].as_array().unwrap().is_empty(), to_karin, "{line}");
        assert_eq!(line["sha256"].as_str().unwrap().is_empty(), line["kind"] == "presence", "{line}");
        assert_eq!(line["by"], "Per Nyström");
    }
    let heard = |line: usize| log[line]["kinds"].as_array().unwrap().contains(&json!("medicine"));
    assert_eq!((heard(5), heard(8)), (false, true), "Anna heard of medicines from the consent on");
    holds(
        &case.paper("utlamnandelogg"),
        &["Anna Lövgren, syster", "Lena Falk, RSMH Östersund", "Med säker digital tjänst"],
        &["Försäkringskassan"],
    );
}

fn first_name(recipient: &str) -> &str {
    recipient.split(' ').next().unwrap()
}

pub(super) fn the_figures_count_the_case(case: &mut Carried) {
    let figures = case.read("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    for (figure, count) in [
        ("persons", 1),
        ("new_sips", 1),
        ("first_meetings", 1),
        ("follow_ups", 2),
        ("follow_ups_in_time", 2),
        ("called_absent", 1),
        ("double_measures", 0),
        ("goals_reached", 3),
        ("goals_rated", 3),
        ("closed", 1),
    ] {
        assert_eq!(figures[figure], count, "{figure}");
    }
    assert_eq!(figures["need_to_meeting_days"], json!([14]));
    let before = case.read("statistics.show", json!({ "from": "2026-01-01", "to": "2026-12-31" }));
    assert_eq!((&before["persons"], &before["need_to_meeting_days"]), (&json!(0), &json!([])));
}

/// What is given to others tells nothing of one single case.
pub(super) fn the_tables_of_the_year_tell_nothing_of_one_case(case: &mut Carried) {
    let told = case.read("statistics.tables", json!({ "year": 2027 }));
    assert_eq!(told["publication"]["shown_below"], 5);
    let tables = told["publication"]["tables"].as_array().unwrap();
    assert!(tables.len() > 40, "{} tables", tables.len());
    let rows = || tables.iter().flat_map(|table| table["rows"].as_array().unwrap());
    let cells = || rows().flat_map(|row| row["cells"].as_array().unwrap());
    for cell in cells() {
        let counted = [&cell["count"], &cell["of"]].into_iter().filter_map(serde_json::Value::as_u64);
        assert!(counted.into_iter().all(|count| count == 0 || count >= 5), "{cell}");
    }
    assert!(cells().filter(|cell| cell["shown"] == "few").count() > 5);
    let newest = case.read("statistics.tables", json!({}));
    assert!(newest["years"].as_array().unwrap().contains(&json!(2027)));
    let file = case.script.app.call_for_bytes("statistics.file", json!({ "year": 2027 })).unwrap();
    let file = cells_of(file);
    assert!(file.starts_with("\u{feff}definition;version;measure;year;") && file.contains(";2027;municipality;total;total;few;;;"));
}

/// Who did what, when, and what it replaced, in words.
pub(super) fn a_person_can_read_the_history(case: &mut Carried) {
    let history = case.read("case.history", json!({ "case": case.script.case() }));
    let entries = history.as_array().unwrap();
    let texts = Texts::swedish();
    for entry in entries {
        assert_eq!(entry["who"], "Per Nyström");
        let key = format!("command-{}", entry["command"].as_str().unwrap().replace(['.', '_'], "-"));
        assert!(texts.has(&key), "no words for {key}");
    }
    let last = entries.first().unwrap();
    assert_eq!((&last["command"], &last["at"]), (&json!("case.close"), &json!("2027-05-31T12:15:00Z")));
    let appointed = entries.iter().find(|entry| entry["at"] == "2027-02-01T08:00:00Z" && entry["command"] == "draft.set").unwrap();
    let change = &appointed["changes"][0];
    assert_eq!((&change["table"], &change["field"]), (&json!("measure"), &json!("person")));
    assert_eq!((&change["old"], &change["new"]), (&json!(""), &json!("Eva Ström")));
    assert!(entries.iter().any(|entry| entry["undone"] == true), "what was undone is still told");
}

/// The lists of acts in a case, as they are called in the view.
const ACTS: [&str; 20] = [
    "offers",
    "sip_yeses",
    "grounds",
    "withdrawals",
    "calls",
    "replies",
    "presences",
    "meeting_marks",
    "read_backs",
    "versions",
    "signatures",
    "attachments",
    "filings",
    "disclosures",
    "deviations",
    "follow_ups",
    "evaluations",
    "closings",
    "number",
    "opened_at",
];

/// Undo, pressed until it is refused, takes drafts back and nothing that has been done.
pub(super) fn undo_takes_no_act_away(case: &mut Carried, drafts: usize) {
    let acts = |case: &Carried| ACTS.map(|list| case.see(&format!("/case/{list}")));
    let (whole, before) = (case.see("/case"), acts(case));
    let mut undone = 0;
    let refusal = loop {
        match case.script.on_case("case.undo", json!({})) {
            Ok(_) => undone += 1,
            Err(refusal) => break refusal,
        }
        assert_eq!(acts(case), before);
    };
    assert_eq!(refusal.code, Code::UndoChangedSince, "the meeting was held, so its booking stays");
    assert_eq!(undone, drafts);
    for _ in 0..undone {
        case.script.on_case("case.redo", json!({})).unwrap();
    }
    assert_eq!(case.see("/case"), whole, "redo gives back what undo took");
}

pub(super) fn the_store_is_whole(case: &mut Carried) {
    let found = case.read("store.verify", json!({}));
    assert_eq!(found["whole"], true, "{found}");
    assert_eq!(case.see("/intact"), true);
    case.read("store.lock", json!({}));
    let database = fs_err::read(case.folder().join(samsyn_app::example::STORE).join("samsyn.db")).unwrap();
    assert!(!database.starts_with(b"SQLite format 3"));
    assert!(!database.windows(5).any(|bytes| bytes == b"Karin"), "a name stands in the file");
    case.read("store.unlock", json!({ "passphrase": samsyn_app::example::PASSPHRASE }));
}
