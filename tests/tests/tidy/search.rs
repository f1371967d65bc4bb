//! Case handling searches by name, by number and by case number alone (15 § förordning 2001:637). No command searches what cases
//! hold, and the store has no index of it.

use super::{files, none};

/// The words that a request's field is called by when it looks for something.
const LOOKS_FOR: &[&str] = &["text", "query", "search", "filter", "contains", "words", "term", "match"];

#[test]
fn nothing_searches_what_cases_hold() {
    let commands = samsyn_app::commands();
    let reads = commands.iter().filter(|command| command.kind == samsyn_app::CommandKind::Read);
    let mut found: Vec<String> = Vec::new();
    for command in reads {
        let fields = command.request_schema.as_value()["properties"].as_object().cloned().unwrap_or_default();
        found.extend(fields.keys().filter(|name| LOOKS_FOR.contains(&name.as_str())).map(|name| format!("{} {name}", command.name)));
    }
    assert_eq!(found, ["person.search text"], "the one search there is");
}

#[test]
fn the_store_has_one_index_of_words_and_that_is_of_names() {
    let schema = files("crates/samsyn-store", &["schema.sql"]).into_iter().find(|(name, _)| name.ends_with("/schema.sql")).unwrap().1;
    let virtual_tables: Vec<&str> = schema.lines().filter(|line| line.starts_with("CREATE VIRTUAL TABLE")).collect();
    assert_eq!(virtual_tables.len(), 1, "{virtual_tables:?}");
    assert!(virtual_tables[0].contains("person_words USING fts5(exact, folded, alike,"), "{virtual_tables:?}");
    let sources = files("crates/samsyn-store/src", &[".rs"]);
    let like =
        sources.iter().filter(|(name, source)| !super::is_test(name) && source.contains(" MATCH ") && !name.ends_with("person/search.rs"));
    none("places that search by words", like.map(|(name, _)| name.clone()).collect());
}
