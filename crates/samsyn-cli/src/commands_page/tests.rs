use std::env;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::{fields, markdown};

/// With SAMSYN_GEN=1 the page is written instead (`cargo xtask gen`).
#[test]
fn generated_page_of_commands_is_fresh() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/commands.md");
    if env::var_os("SAMSYN_GEN").is_some() {
        fs::write(&place, markdown()).unwrap();
    }
    assert!(
        fs::read_to_string(&place).unwrap_or_default() == markdown(),
        "docs/commands.md is not what the code says: run `cargo xtask gen`"
    );
}

#[test]
fn fields_name_their_types_and_what_may_be_left_out() {
    let schema = json!({
        "type": "object",
        "required": ["case"],
        "properties": { "case": { "$ref": "#/$defs/CaseId" }, "fields": { "type": "array", "items": { "type": "string" } }, "note": { "type": ["string", "null"] } }
    });
    assert_eq!(fields(&schema), "`case` CaseId, `fields`? list of string, `note`? string or null");
}
