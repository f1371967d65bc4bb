//! The ways of paper: printed from the program, and signed on a screen.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, holds};

fn printed(case: &mut Carried, document: &Value, recipient: &Value, delivery: &str) -> Result<Vec<u8>, Code> {
    let request = json!({
        "case": case.script.case(), "document": document, "recipient": recipient, "delivery": delivery, "command_id": Uuid::now_v7(),
    });
    case.script.app.call_for_bytes("document.print", request).map_err(|error| error.code)
}

/// The utlämnandelogg as the store has it now.
fn log(case: &mut Carried) -> Vec<Value> {
    let id = case.script.case();
    case.read("case.show", json!({ "case": id }))["case"]["disclosures"].as_array().unwrap().clone()
}

#[test]
fn what_is_printed_for_somebody_is_logged_with_how_it_is_handed_over() {
    let mut case = Carried::through("signatures");
    let plan = json!({ "document": "plan", "version": case.script.id("version_1") });
    let before = log(&mut case);

    assert!(printed(&mut case, &plan, &json!({ "to": "own_file" }), "hand").unwrap().starts_with(b"%PDF"));
    assert_eq!(log(&mut case), before, "one's own akt is no recipient");

    assert!(printed(&mut case, &plan, &json!({ "to": "person" }), "post").unwrap().starts_with(b"%PDF"));
    let added: Vec<Value> = log(&mut case).into_iter().filter(|done| !before.contains(done)).collect();
    assert_eq!(added.len(), 1);
    assert_eq!((&added[0]["delivery"], &added[0]["kind"]), (&json!("post"), &json!("plan_copy")));
    assert_eq!(added[0]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn a_lost_paper_is_given_again_as_long_as_it_is_the_one_that_was_logged() {
    let mut case = Carried::through("version_1");
    let draft = json!({ "document": "plan", "version": null });
    let id = Uuid::now_v7();
    let again = |case: &mut Carried, command: &str| {
        let mut request = json!({ "case": case.script.case(), "document": draft, "recipient": { "to": "person" }, "command_id": id });
        if command == "document.print" {
            request["delivery"] = json!("hand");
            request["command_id"] = json!(Uuid::from_u128(id.as_u128() + 1));
        }
        case.script.app.call_for_bytes(command, request).map_err(|error| error.code)
    };
    for command in ["document.save", "document.print"] {
        let first = again(&mut case, command).unwrap();
        let logged = log(&mut case);
        assert_eq!(again(&mut case, command).unwrap(), first, "{command}: whose reply was lost is given again");
        assert_eq!(log(&mut case), logged, "{command}: and logged once");
        case.script.on_case("draft.add", json!({ "kind": "goal", "fields": { "text": format!("Sova, {command}") } })).unwrap();
        assert_eq!(again(&mut case, command), Err(Code::CommandIdReused), "{command}: another paper is not let out by the same row");
        assert_eq!(log(&mut case), logged);
    }
}

#[test]
fn the_gate_holds_for_the_printer_too() {
    let mut case = Carried::through("signatures");
    let (version, party) = (case.script.id("version_1"), case.script.id("employer"));
    let before = log(&mut case);
    let whole = json!({ "document": "plan", "version": version });
    let refused = printed(&mut case, &whole, &json!({ "to": "party", "party": party }), "hand");
    assert_eq!(refused.unwrap_err(), Code::GroundTooNarrow);
    assert_eq!(log(&mut case), before);
}

fn drawn(case: &Carried, strokes: &Value) -> Value {
    json!({
        "version": case.script.id("version_2"), "name": "Karin Lövgren-Åhs", "role": "planen gäller", "on": day(22), "manner": "drawn",
        "strokes": strokes,
    })
}

#[test]
fn a_drawn_signature_is_bound_to_its_version_and_stands_on_its_paper_alone() {
    let mut case = Carried::through("version_2");
    let asked = drawn(&case, &json!(["100,500 120,420 180,610", "300,300"]));
    case.script.on_case("signature.record", asked).unwrap();

    let signature = case.see("/case/signatures").as_array().unwrap().last().cloned().unwrap();
    let version = case.see("/case/versions/1");
    assert_eq!((&signature["version"], &signature["hash"]), (&version["id"], &version["hash"]));
    assert_eq!(signature["strokes"], json!(["100,500 120,420 180,610", "300,300"]));
    assert!(signature["at"].is_string());

    for (name, version, said, unsaid) in
        [("ritad-2", "version_2", "Bekräftat på skärm", "så länge"), ("ritad-1", "version_1", "Underskrifter", "Bekräftat på skärm")]
    {
        let version = case.script.id(version);
        case.script.paper(name, json!({ "document": "plan", "version": version })).unwrap();
        holds(&case.paper(name), &[said], &[unsaid]);
    }
}

#[test]
fn a_drawing_that_is_none_is_refused_at_its_field() {
    let mut case = Carried::through("version_2");
    let at = |code| (code, Some("strokes".to_owned()));
    for (strokes, code) in [
        (json!([]), Code::EmptyField),
        (json!(["1,2 3"]), Code::InvalidValue),
        (json!(["1001,0"]), Code::InvalidValue),
        (json!(vec!["1,1"; 401]), Code::InvalidValue),
    ] {
        let asked = drawn(&case, &strokes);
        assert_eq!(case.refused_at("signature.record", asked), at(code), "{strokes}");
    }
    let mut pen = drawn(&case, &json!(["1,1"]));
    pen["manner"] = json!("pen");
    assert_eq!(case.refused_at("signature.record", pen), at(Code::InvalidValue));
}
