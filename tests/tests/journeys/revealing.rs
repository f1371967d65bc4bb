//! A name that tells where somebody protected is, of a school or of a unit: whoever may not know that reads its kind instead, on
//! every paper and in every calendar file, however the name is written.

use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds};
use super::household::{self, Paper, calendar, consents, father_and_unit, judged, papers, protects_the_mother};

/// What tells where Elias goes to school, in small letters.
const TELLING: [&str; 3] = ["fjällskolan", "storfors", "lärarsson"];

/// Elias' case with a school whose names stand in all that people write: to the closing, with two versions.
fn carried() -> Carried {
    let (mut case, _) = household::begin();
    let script = &mut case.script;
    protects_the_mother(script);
    father_and_unit(script);
    let school = json!({
        "kind": "school", "organisation": "Storfors kommun", "unit": "Fjällskolan", "name": "Lena Lärarsson", "title": "kurator", "reveals": true,
    });
    script.add("school", "party", school).unwrap();
    let party = script.id("school");
    script.add("role", "role", json!({ "role": "initiator", "party": party, "unit": "Fjällskolan" })).unwrap();
    judged(script);
    for party in ["mother", "father", "unit", "school"] {
        consents(script, party, &json!({ "scope": "whole_plan", "purpose": "Skolgången på Fjällskolan." }));
    }
    let need = json!({ "description": "Elias går på Fjällskolan.", "own_words": "Fjällskolan är bra.", "seen_at_unit": "Fjällskolan" });
    script.set_single("need", need).unwrap();
    script.set_single("preparation", json!({ "important": "Att gå kvar på Fjällskolan." })).unwrap();
    let meeting = json!({
        "kind": "first", "form": "room", "held_on": day(10), "starts": "14.00", "ends": "15.00", "place": "Fjällskolan, sal 2",
        "apart": "video", "link": "https://video.example/rum", "purpose": "FJÄLLSKOLAN och hemmet.", "purpose_kinds": ["schooling"],
        "prepare": "Läs brevet från fjällskolan.", "leader": "Olle Pettersson", "own_words": "Fjällskolan är min.", "situation": "På fjällskolan.",
        "situation_kinds": ["schooling"],
    });
    script.add("meeting", "meeting", meeting).unwrap();
    let meeting = script.id("meeting");
    let question = json!({ "meeting": meeting, "text": "Vad gör Fjällskolans kurator?", "kinds": ["schooling"] });
    script.add("question", "question", question).unwrap();
    for party in ["mother", "father", "unit", "school", "Elias"] {
        let call = json!({ "meeting": meeting, "party": script.id(party), "delivery": "hand" });
        script.on_case("call.send", call).unwrap();
    }
    plan(&mut case);
    case
}

/// The meeting, two versions, a deviation, a follow-up and the closing.
fn plan(case: &mut Carried) {
    let script = &mut case.script;
    script.at(10, "14.00").unwrap();
    let (meeting, school) = (script.id("meeting"), script.id("school"));
    for (party, name) in [("Elias", "Elias"), ("school", "Lena, Fjällskolan")] {
        let marked = json!({ "meeting": meeting, "party": script.id(party), "name": name, "mark": "came" });
        script.on_case("presence.record", marked).unwrap();
    }
    let kinds = json!(["schooling"]);
    script.add("goal", "goal", json!({ "text": "Trivas på fjällskolan.", "kinds": kinds })).unwrap();
    let goal = script.id("goal");
    for (name, kind, fields) in [
        (
            "measure",
            "measure",
            json!({ "goal": goal, "text": "Möter Fjällskolan", "principal": "region", "unit": "Fjällskolan", "kinds": kinds }),
        ),
        (
            "other",
            "other_measure",
            json!({ "goal": goal, "text": "Anpassad studiegång", "party": school, "done_by": "Fjällskolan", "kinds": kinds }),
        ),
        ("action", "own_action", json!({ "text": "Går till Fjällskolan.", "kinds": kinds })),
        ("open", "open_question", json!({ "text": "Vem ringer?", "owner": "Fjällskolan", "party": school, "kinds": kinds })),
        ("crisis", "crisis", json!({ "text": "Ring", "contact": "Fjällskolan, Storfors kommun", "phone": "112", "kinds": kinds })),
        ("dissent", "dissent", json!({ "text": "Fjällskolan håller inte med.", "whose": "FJÄLLSKOLAN", "kinds": kinds })),
        ("plan", "other_plan", json!({ "kind": "implementation", "text": "Stöd", "responsible": "Fjällskolan", "kinds": kinds })),
    ] {
        script.add(name, kind, fields).unwrap();
    }
    let child = json!({ "opinion": "Jag gillar Fjällskolan.", "opinion_by": "Kuratorn, fjällskolan", "best_interests": "Att gå kvar.", "kinds": kinds });
    script.set_single("child", child).unwrap();
    let frame = json!({ "overall": "region", "no_other_measures": false, "follow_up_by": "Fjällskolan", "coordinator": "Olle", "coordinator_unit": "Fjällskolan" });
    script.set_single("plan_frame", frame).unwrap();
    script.add("next", "meeting", json!({ "kind": "follow_up", "held_on": day(40), "starts": "10.00", "place": "Fjällskolan" })).unwrap();
    script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes", "words": "Bra för Fjällskolan." })).unwrap();
    script.on_case("plan.fix", json!({})).unwrap();
    script.set("measure", "measure", json!({ "text": "Möter Fjällskolan varje vecka" })).unwrap();
    script.on_case("plan.fix", json!({ "change": "Fjällskolan ville det." })).unwrap();
    let late = json!({
        "kind": "no_reply", "party": script.id("unit"), "on": day(10), "event": "Svarade inte Fjällskolan.", "sent_to": "fjällskolan",
    });
    script.on_case("deviation.record", late).unwrap();
    script.at(40, "10.00").unwrap();
    let next = script.id("next");
    let rated = json!({ "meeting": next, "goal": goal, "scale": "partly", "note": "Fjällskolan är nöjd." });
    script.add("rated", "goal_rating", rated).unwrap();
    script.on_case("follow_up.conclude", json!({ "meeting": next, "on": day(40), "outcome": "continue" })).unwrap();
    script.on_case("case.close", json!({ "reason": "other", "on": day(40), "remains": "Fjällskolan går vidare." })).unwrap();
}

fn told(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    TELLING.iter().copied().filter(|word| text.contains(word)).collect()
}

#[test]
fn a_name_that_reveals_stands_on_no_paper_for_whoever_may_not_know() {
    let mut case = carried();
    let may_know: Vec<Value> =
        ["mother", "school"].map(|party| case.to(party)).into_iter().chain(["person", "own_file"].map(|to| json!({ "to": to }))).collect();
    let (mut searched, mut found) = (0, Vec::new());
    for Paper { document, recipient, words, .. } in papers(&mut case) {
        if may_know.contains(&recipient) {
            continue;
        }
        searched += 1;
        found.extend(told(&words).into_iter().map(|word| format!("{word}: {document} to {recipient}: {words}")));
    }
    assert!(searched > 8, "{searched} papers");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn whoever_may_know_reads_the_name_and_others_its_kind() {
    let mut case = carried();
    let version = case.each("/case/versions", "id").pop().unwrap();
    let copy = |case: &mut Carried, party: &str| {
        let (document, to) = (json!({ "document": "copy", "version": version, "party": case.script.id(party) }), case.to(party));
        case.saved(&document, &to).unwrap()
    };
    holds(&copy(&mut case, "mother"), &["Möter Fjällskolan varje vecka"], &[]);
    holds(&copy(&mut case, "school"), &["Möter Fjällskolan varje vecka"], &[]);
    holds(&copy(&mut case, "father"), &["Möter skola varje vecka", "Trivas på skola"], &[]);
    let plan = case.saved(&json!({ "document": "plan", "version": version }), &json!({ "to": "person" })).unwrap();
    holds(&plan, &["Möter Fjällskolan varje vecka", "Storfors"], &[]);
}

#[test]
fn a_name_that_reveals_stands_in_no_calendar_file_of_whoever_may_not_know() {
    let mut case = carried();
    for party in ["father", "unit"] {
        let party = case.script.id(party);
        assert_eq!(told(&calendar(&mut case, &party)), [""; 0]);
    }
    let school = case.script.id("school");
    holds(&calendar(&mut case, &school), &["LOCATION:Fjällskolan"], &[]);
}
