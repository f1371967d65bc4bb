//! Two cases: whoever has one of them gets nothing of the other by naming the other's records beside the own case.

use super::{Bench, act, bench};
use crate::{App, CommandDescription, commands};
use samsyn_plan::{codes::Coded as _, drafts::DraftKind};
use serde_json::{Value, json};
use uuid::Uuid;

/// A word that stands in what the other case holds, and nowhere else.
const MARKER: &str = "Zebrafinkar";

/// What takes a file, or what a card or a module of the operating system answers.
const NOT_TRIED: &[&str] = &["version.sign_with_card", "attachment.add"];

/// A case with a record of each kind in which something can be written, and acts; and their identifiers.
fn marked(app: &mut App, case: &Value) -> Vec<(DraftKind, Value)> {
    let mut ids = Vec::new();
    for kind in DraftKind::ALL {
        let added = if kind.is_single() { case.clone() } else { add(app, case, *kind) };
        // Every field that takes words has the marker.
        for field in kind.fields() {
            let set = json!({ "case": case, "kind": kind, "id": added, "fields": { *field: MARKER }, "command_id": Uuid::now_v7() });
            // A field that takes no words is left as it is.
            let _ = app.call("draft.set", set);
        }
        ids.push((*kind, added));
    }
    ids
}

fn add(app: &mut App, case: &Value, kind: DraftKind) -> Value {
    act(app, "draft.add", json!({ "case": case, "kind": kind }))["added"].clone()
}

/// A request of a command's shape, with one identifier wherever one is asked for. Of what can be one of several, the one with
/// the number is taken.
fn filled(schema: &Value, all: &Value, id: &Value, pick: usize) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        return filled(&all["$defs"][name.trim_start_matches("#/$defs/")], all, id, pick);
    }
    for choice in ["oneOf", "anyOf", "enum"] {
        if let Some(of) = schema[choice].as_array() {
            let taken = &of[pick % of.len()];
            return if choice == "enum" { taken.clone() } else { filled(taken, all, id, pick) };
        }
    }
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    let kind = schema["type"].as_array().map_or(&schema["type"], |kinds| &kinds[0]);
    match kind.as_str() {
        Some("string") if schema["format"] == "uuid" => id.clone(),
        // It is a date, a name and words.
        Some("string") => json!("2027-01-11"),
        Some("boolean") => json!(false),
        Some("integer" | "number") => json!(1),
        Some("array") => json!([filled(&schema["items"], all, id, pick)]),
        Some("object") => {
            let fields = schema["properties"].as_object().into_iter().flatten();
            Value::Object(fields.map(|(name, field)| (name.clone(), filled(field, all, id, pick))).collect())
        }
        _ => Value::Null,
    }
}

/// The requests of a command that name records of another case beside the own one.
fn requests(command: &CommandDescription, mine: &Value, records: &[(DraftKind, Value)]) -> Vec<Value> {
    if command.name == "draft.set" {
        return sets(mine, records);
    }
    let schema = serde_json::to_value(&command.request_schema).unwrap();
    let has_id = schema.to_string().contains("\"uuid\"");
    let mut made: Vec<Value> = Vec::new();
    for (kind, id) in records.iter().filter(|_| has_id) {
        for pick in 0..if command.name.starts_with("draft.") { 1 } else { 12 } {
            let mut request = filled(&schema, &schema, id, pick);
            request["case"] = mine.clone();
            if command.name.starts_with("draft.") {
                request["kind"] = json!(kind);
            }
            if !made.contains(&request) {
                made.push(request);
            }
        }
    }
    made
}

/// One that was seen otherwise for each field: its refusal tells what is stored.
fn sets(mine: &Value, records: &[(DraftKind, Value)]) -> Vec<Value> {
    let fields = records.iter().flat_map(|(kind, id)| kind.fields().iter().map(move |field| (kind, id, *field)));
    let set = |(kind, id, field): (&DraftKind, &Value, &str)| json!({ "case": mine, "kind": kind, "id": id, "fields": { field: "x" }, "seen": { field: "y" } });
    fields.map(set).collect()
}

#[test]
fn no_command_gives_or_changes_a_record_of_another_case_than_the_one_it_names() {
    let Bench { mut app, case: theirs, _folder } = bench();
    let records = marked(&mut app, &theirs);
    let held = |app: &mut App| app.call("case.show", json!({ "case": theirs })).unwrap()["case"].to_string();
    let before = held(&mut app);
    assert!(before.matches(MARKER).count() > 50, "hardly anything was marked");
    let person = json!({ "identity": "19121212-1212", "first_name": "Tolvan", "last_name": "Tolvansson" });
    let person = act(&mut app, "person.create", person)["id"].clone();
    let mut tried = 0;
    for command in commands() {
        let names = command.request_schema.get("properties").and_then(|fields| fields.get("case")).is_some();
        if !names || NOT_TRIED.contains(&command.name) {
            continue;
        }
        // A case of its own for each, since some close it.
        let mine = act(&mut app, "case.open", json!({ "person": person }))["added"].clone();
        for request in requests(&command, &mine, &records) {
            tried += 1;
            let mut sent = request.clone();
            sent["command_id"] = json!(Uuid::now_v7());
            let answer =
                if command.bytes { app.call_for_bytes(command.name, sent).map(|_| Value::Null) } else { app.call(command.name, sent) };
            let told = answer.map_or_else(|error| format!("{error} {}", error.details), |reply| reply.to_string());
            assert!(!told.contains(MARKER), "{} {request} tells {told}", command.name);
        }
        assert_eq!(held(&mut app), before, "{} changed it", command.name);
    }
    assert!(tried > 1000, "hardly anything was tried ({tried})");
}
