//! `docs/commands.md`: every command, for whoever writes a script or another screen.

use std::fmt::Write;

use samsyn_app::CommandDescription;
use serde_json::{Value, json};

const HEAD: &str = "\
# Commands

Written by `cargo xtask gen` from the code; `samsyn-cli commands` gives the same as JSON, with the whole schemas.
A *read* writes nothing of what it reads; but every command that names a case is first entered in the access log, and a read that cannot be is refused (`opening_not_logged`). A *draft* writes text as typed and can be undone. An *act* follows rules of its own and cannot be undone.
A *store* command is about the store itself. Drafts and acts also carry a `command_id`, a UUID of the caller's own, so that a retry writes once.
";

/// The page, topic by topic in the order of the list.
pub(crate) fn markdown() -> String {
    let mut page = String::from(HEAD);
    let mut topic = String::new();
    for command in samsyn_app::commands() {
        if command.topic != topic {
            command.topic.clone_into(&mut topic);
            // Writing into a string cannot fail.
            let _ = write!(page, "\n## {topic}\n");
        }
        page.push_str(&entry(&command));
    }
    page
}

fn entry(command: &CommandDescription) -> String {
    let kind = serde_json::to_value(command.kind).unwrap_or_default();
    let reply = if command.bytes { "a PDF".to_owned() } else { fields(command.reply_schema.as_value()) };
    let codes = if command.codes.is_empty() {
        "none of its own".to_owned()
    } else {
        command.codes.iter().map(|code| format!("`{}`", code.code())).collect::<Vec<_>>().join(", ")
    };
    format!(
        "\n### `{}`\n{}\n\n* Request: {}\n* Reply: {}\n* Codes: {}\n",
        command.name,
        kind.as_str().unwrap_or_default(),
        fields(command.request_schema.as_value()),
        reply,
        codes
    )
}

/// The fields of an object's schema with their types; one that may be left out has a question mark.
fn fields(schema: &Value) -> String {
    let required: Vec<&Value> = schema.get("required").and_then(Value::as_array).into_iter().flatten().collect();
    let Some(properties) = schema.get("properties").and_then(Value::as_object).filter(|properties| !properties.is_empty()) else {
        return shape(schema);
    };
    let named = properties.iter().map(|(name, schema)| {
        let optional = if required.contains(&&json!(name)) { "" } else { "?" };
        format!("`{name}`{optional} {}", shape(schema))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A schema in a word or two.
fn shape(schema: &Value) -> String {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return name.rsplit('/').next().unwrap_or(name).to_owned();
    }
    if let Some(choices) = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array) {
        return choices.iter().map(shape).collect::<Vec<_>>().join(" or ");
    }
    match schema.get("type") {
        Some(Value::String(kind)) if kind == "array" => format!("list of {}", schema.get("items").map_or_else(|| "any".to_owned(), shape)),
        Some(Value::String(kind)) if kind == "object" && schema.get("properties").is_none() => "empty object".to_owned(),
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "any".to_owned(),
    }
}

#[cfg(test)]
mod tests;
