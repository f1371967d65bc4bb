//! D+46 and after: the follow-up, the deviation, version 2, and the 18th birthday.

use samsyn_app::Texts;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

pub(super) fn the_follow_up_finds_what_was_not_done(case: &mut Carried) {
    case.next("follow_up");
    let sheet = case.see("/case/follow_ups/0/sheet");
    let scales: Vec<&Value> = sheet["goals"].as_array().unwrap().iter().map(|goal| &goal["scale"]).collect();
    assert_eq!(scales, ["partly", "unchanged", "worse"], "+1, 0 and −1");
    assert_eq!((&sheet["measures"][0]["state"], &sheet["measures"][0]["why"]), (&json!("not_done"), &json!("BUP har inte hört av sig.")));
    assert_eq!((case.see("/case/follow_ups/0/outcome"), &sheet["next"]), (json!("revise"), &json!("2027-03-19")));
    holds(&case.paper("uppfoljning"), &["26 februari 2027", "BUP har inte hört av sig", "19 mars 2027"], &["Rimfrost"]);
}

pub(super) fn the_birthday_is_told_in_advance(case: &mut Carried) {
    let told = case.see("/tasks").as_array().unwrap().iter().find(|task| task["code"] == "turns_eighteen").cloned().unwrap();
    assert_eq!(told["due"], "2027-03-12", "seven days before the next follow-up");
    let at_eighteen = case.see("/child/at_eighteen");
    assert_eq!(at_eighteen["meetings"], json!([case.script.id("follow_up_2")]), "the next follow-up comes after it");
    assert_eq!(at_eighteen["grounds"].as_array().unwrap().len(), 6, "what Sara and Mikael consented to stops counting");
    let words = Texts::swedish().get("eighteen-text");
    holds(&words, &["inte längre rätt till uppgifter", "bara personens eget ja"], &[]);
}

pub(super) fn the_deviation_is_told(case: &mut Carried) {
    case.next("deviation");
    assert_eq!(case.see("/case/deviations/0/kind"), "measure_not_done");
    holds(&case.paper("avvikelse"), &["BUP", "har inte hört av sig", "Elias sover fortfarande dåligt."], &["20090312", "Tuolja"]);
}

pub(super) fn version_2_says_what_it_changed(case: &mut Carried) {
    let first = case.see("/case/versions/0");
    case.next("version_2");
    assert_eq!(case.see("/case/versions/0"), first, "version 1 stays as it was");
    assert_eq!(case.see("/case/versions/1/number"), 2);
    holds(&case.paper("skillnad-version-2"), &["Version 1", "Version 2", "Bedömning och behandling"], &["Cannabisprogram"]);
    case.next("copies_2");
    holds(&case.paper("kopia-far-2"), &["Bedömning och behandling", "19 mars 2027"], &["Drogtest", "Skjutsar", "Rimfrost", "skydd"]);
    holds(&case.paper("egen-sida-2"), &["19 mars 2027"], &["20090312"]);
}

pub(super) fn on_his_birthday_only_his_own_yes_counts(case: &mut Carried) {
    case.script.at(60, "09.00").unwrap();
    let shown = json!({ "case": case.script.case() });
    let of_age = case.read("case.show", shown);
    assert_eq!((&of_age["today"], &of_age["child"]["is_child"]), (&json!("2027-03-12"), &json!(false)));
    let gate = |party: &str| {
        let party = case.script.id(party);
        of_age["gates"].as_array().unwrap().iter().find(|gate| gate["party"] == party).cloned().unwrap()
    };
    assert_eq!(gate("bup")["read"], Value::Null, "what Elias himself has consented to holds");
    let consent = json!({
        "party": case.script.id("bup"), "given_by": case.script.id("mikael"), "basis": "consent", "answer": "yes", "direction": "both",
        "scope": "whole_plan", "attends": true, "valid_from": "2027-03-12", "until_further_notice": true, "manner": "oral",
        "on": "2027-03-12", "taken_by": "Olle Pettersson",
    });
    case.script.on_case("ground.record", consent).unwrap();
    assert_eq!(case.gate("bup")["kinds"], json!(["addiction", "mental_health", "schooling"]), "a father's consent opens nothing any more");
}

pub(super) fn the_figures_count_the_case(case: &mut Carried) {
    let figures = case.read("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    for (figure, count) in
        [("persons", 1), ("follow_ups", 1), ("called_absent", 0), ("double_measures", 0), ("deviations", 1), ("deviations_answered", 0)]
    {
        assert_eq!(figures[figure], count, "{figure}");
    }
}

/// Who did what and when, in words.
pub(super) fn a_person_can_read_the_history(case: &mut Carried) {
    let history = case.read("case.history", json!({ "case": case.script.case() }));
    let texts = Texts::swedish();
    for entry in history.as_array().unwrap() {
        assert_eq!(entry["who"], "Olle Pettersson");
        let key = format!("command-{}", entry["command"].as_str().unwrap().replace(['.', '_'], "-"));
        assert!(texts.has(&key), "no words for {key}");
    }
}

pub(super) fn the_store_is_whole(case: &mut Carried) {
    let found = case.read("store.verify", json!({}));
    assert_eq!(found["whole"], true, "{found}");
    assert_eq!(case.see("/intact"), true);
}
