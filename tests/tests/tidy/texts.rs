//! The texts are complete: every key that is asked for and every code has its words.

use std::collections::BTreeSet;
use std::path::Path;

use super::{files, is_test, none, sources};

/// The keys of all Swedish files. A key that stands twice would hide one of its texts.
fn keys() -> BTreeSet<String> {
    let key_line = regex::Regex::new(r"(?m)^([a-z][a-z0-9-]*) =").unwrap();
    let mut keys = BTreeSet::new();
    for (name, source) in files("assets/texts/sv", &[".ftl"]) {
        for found in key_line.captures_iter(&source) {
            assert!(keys.insert(found[1].to_owned()), "{name}: {} stands twice", &found[1]);
        }
    }
    keys
}

/// Keys that sources ask for by a literal. Keys put together at run time are held by the tests of their enums.
#[test]
fn every_key_that_is_asked_for_exists() {
    let keys = keys();
    let rust =
        regex::Regex::new(r#"\b(?:text|text_with|get|with|has|t|words)\(\s*(?:&?texts?,\s*)?"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)""#).unwrap();
    let page = regex::Regex::new(r#"\bt\(\s*["'`]([a-z][a-z0-9-]*)["'`]"#).unwrap();
    let mut missing = Vec::new();
    let mut asked = 0;
    for (name, source) in sources().iter().filter(|(name, _)| !is_test(name)) {
        let asks = if Path::new(name).extension().is_some_and(|ending| ending == "rs") { &rust } else { &page };
        for found in asks.captures_iter(source) {
            asked += 1;
            if !keys.contains(&found[1]) {
                missing.push(format!("{name}: {}", &found[1]));
            }
        }
    }
    assert!(asked > 30, "hardly any key was found in the sources ({asked})");
    none("keys without words", missing);
}

#[test]
fn every_code_has_its_words() {
    let keys = keys();
    let missing =
        samsyn_app::Code::ALL.iter().map(|code| format!("error-{}", code.code().replace('_', "-"))).filter(|key| !keys.contains(key));
    none("codes without words", missing.collect());
}
