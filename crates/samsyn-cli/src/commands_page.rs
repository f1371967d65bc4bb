//! `docs/commands.md`: every command, for whoever writes a script or another screen.

use samsyn_app::CommandDescription;

const HEAD: &str = "\
# Commands

Written by `cargo xtask gen` from the code; `samsyn-cli commands` gives the same as JSON, with the whole schemas.
A *read* writes nothing. A *draft* writes text as typed and can be undone. An *act* follows rules of its own and cannot be undone.
A *store* command is about the store itself. Requests of all but reads carry a `command_id`, so that a retry writes once.
";

/// The page, topic by topic in the order of the list.
pub(crate) fn markdown() -> String {
    let mut page = String::from(HEAD);
    let mut topic = String::new();
    for command in samsyn_app::commands() {
        if command.topic != topic {
            topic = command.topic.to_string();
            page.push_str(&format!("\n## {topic}\n"));
        }
        page.push_str(&entry(&command));
    }
    page
}

fn entry(command: &CommandDescription) -> String {
    let kind = serde_json::to_value(command.kind).unwrap_or_default();
    let reply = if command.bytes { "a PDF".to_owned() } else { fields(command.reply_schema.as_value()) };
    let codes = if command.codes.is_empty() { "none of its own".to_owned() } else { command.codes.iter().map(|code| format!("`{}`", code.code())).collect::<Vec<_>>().join(", ") };
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
fn fields(schema: &serde_json::Value) -> String {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
    let Some(properties) = schema["properties"].as_object().filter(|properties| !properties.is_empty()) else {
        return shape(schema);
    };
    let named = properties.iter().map(|(name, schema)| {
        let optional = if required.contains(&name.as_str()) { "" } else { "?" };
        format!("`{name}`{optional} {}", shape(schema))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A schema in a word or two.
fn shape(schema: &serde_json::Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or(name).to_owned();
    }
    if let Some(choices) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        return choices.iter().map(shape).collect::<Vec<_>>().join(" or ");
    }
    match &schema["type"] {
        serde_json::Value::String(kind) if kind == "array" => format!("list of {}", shape(&schema["items"])),
        serde_json::Value::String(kind) if kind == "object" && schema["properties"].is_null() => "empty object".to_owned(),
        serde_json::Value::String(kind) => kind.clone(),
        serde_json::Value::Array(kinds) => kinds.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "any".to_owned(),
    }
}

#[cfg(test)]
mod tests;
