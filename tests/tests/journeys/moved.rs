//! A case that stood on a wrong person and was moved: what carries that person's name or number stays in one's own akt, and the
//! right person gets none of it, on no paper.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::{Carried, holds};

/// What tells who the wrong person is.
const WRONG: [&str; 3] = ["Lövgren-Åhs", "19830417", "830417-2383"];

/// Case 1 with two versions and a follow-up, moved to Kaisa, and fixed anew as version 3.
fn moved() -> Carried {
    let mut case = Carried::through("follow_up_1");
    let right = json!({ "identity": "19121212-1212", "first_name": "Kaisa", "last_name": "Lindgren" });
    let right = case.script.call("person.create", right).unwrap()["id"].clone();
    case.script.at(57, "09.00").unwrap();
    case.script.on_case("case.move", json!({ "to": right, "reason": "Fel person valdes i sökningen." })).unwrap();
    case.script.at(58, "09.00").unwrap();
    case.script.on_case("plan.fix", json!({ "change": "Rätt person." })).unwrap();
    case.script.name_newest("version_3", "versions");
    case
}

fn person() -> Value {
    json!({ "to": "person" })
}

/// Whom a paper may be asked for.
fn everybody(case: &Carried) -> Vec<Value> {
    let parties = case.each("/case/parties", "id").into_iter().map(|party| json!({ "to": "party", "party": party }));
    std::iter::once(person()).chain(parties).collect()
}

#[test]
fn nobody_gets_the_wrong_person_on_any_paper() {
    let mut case = moved();
    let anna = json!({
        "party": case.script.id("anna"), "basis": "consent", "answer": "yes", "direction": "both", "scope": "whole_plan", "attends": true,
        "valid_from": day(58), "until_further_notice": true, "manner": "oral", "on": day(58), "taken_by": "Per Nyström",
    });
    case.script.on_case("ground.record", anna).unwrap();
    let withdrawn = json!({ "ground": case.see("/case/grounds/0/id"), "from": day(58), "manner": "oral" });
    case.script.on_case("ground.withdraw", withdrawn).unwrap();
    let listed = json!({ "case": case.script.case() });
    let documents = case.read("document.list", listed);
    let (mut searched, mut told) = (0, Vec::new());
    for document in documents.as_array().unwrap() {
        for recipient in everybody(&case) {
            // A paper that is refused tells nothing.
            let Ok(words) = case.saved(document, &recipient) else { continue };
            searched += 1;
            told.extend(WRONG.iter().filter(|wrong| words.contains(**wrong)).map(|wrong| format!("{wrong}: {document} to {recipient}")));
        }
    }
    assert!(searched > 20, "{searched} papers");
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn what_was_fixed_for_the_wrong_person_goes_into_ones_own_akt_alone() {
    let mut case = moved();
    let [old, new] = ["version_1", "version_3"].map(|version| case.script.id(version));
    let of_old = [
        json!({ "document": "plan", "version": old }),
        json!({ "document": "own_page", "version": old }),
        json!({ "document": "copy", "version": old, "party": case.script.id("health_centre") }),
        json!({ "document": "difference", "version": case.script.id("version_2") }),
        // What version 3 changed is told by the words of version 2 too.
        json!({ "document": "difference", "version": new }),
    ];
    for document in of_old {
        for recipient in everybody(&case) {
            assert!(case.saved(&document, &recipient).is_err(), "{document} to {recipient}");
        }
        let made_for = if document["document"] == "copy" { case.to("health_centre") } else { person() };
        assert_eq!(case.saved(&document, &made_for), Err(Code::GroundTooNarrow), "{document}");
    }
    let own = json!({ "to": "own_file" });
    holds(&case.saved(&json!({ "document": "plan", "version": old }), &own).unwrap(), &["Karin Lövgren-Åhs", "19830417-2383"], &["Kaisa"]);
    holds(&case.saved(&json!({ "document": "plan", "version": new }), &person()).unwrap(), &["Kaisa Lindgren", "19121212-1212"], &WRONG);
}

#[test]
fn who_was_in_the_room_and_who_got_what_is_told_without_the_wrong_name() {
    let mut case = moved();
    let (meeting, new) = (case.script.id("follow_up_1"), case.script.id("version_3"));
    let held = case.saved(&json!({ "document": "follow_up", "meeting": meeting }), &person()).unwrap();
    holds(&held, &["Närvarande Kaisa Lindgren"], &WRONG);
    holds(&case.saved(&json!({ "document": "own_page", "version": new }), &person()).unwrap(), &["Hej Kaisa"], &WRONG);
    let log = case.saved(&json!({ "document": "disclosures" }), &person()).unwrap();
    holds(&log, &["Någon annan än du", "Maria Sundin"], &WRONG);
    let own = case.saved(&json!({ "document": "disclosures" }), &json!({ "to": "own_file" })).unwrap();
    holds(&own, &["Karin Lövgren-Åhs"], &["Någon annan än du"]);
    let file = case.saved(&json!({ "document": "whole_file" }), &person()).unwrap();
    holds(&file, &["Något är utelämnat", "Kaisa Lindgren", "Rätt person."], &WRONG);
}

#[test]
fn what_is_the_right_persons_stays_so_when_the_case_was_moved_by_mistake_and_back() {
    let mut case = Carried::through("follow_up_1");
    let karin = case.see("/case/person/id");
    let wrong = json!({ "identity": "19121212-1212", "first_name": "Kaisa", "last_name": "Lindgren" });
    let wrong = case.script.call("person.create", wrong).unwrap()["id"].clone();
    for (day, to) in [(57, wrong), (58, karin)] {
        case.script.at(day, "09.00").unwrap();
        case.script.on_case("case.move", json!({ "to": to, "reason": "Fel person valdes i sökningen." })).unwrap();
    }
    let plan = json!({ "document": "plan", "version": case.script.id("version_1") });
    holds(&case.saved(&plan, &person()).unwrap(), &["Karin Lövgren-Åhs", "19830417-2383"], &["Kaisa"]);
    let log = case.saved(&json!({ "document": "disclosures" }), &person()).unwrap();
    holds(&log, &["Karin Lövgren-Åhs"], &["Någon annan än du"]);
}
