use super::*;
use samsyn_statistics::definitions;
use std::collections::BTreeSet;

#[test]
fn every_definition_is_in_one_group_and_has_its_words_on_paper() {
    let mut grouped: Vec<&String> = WORDS.groups.iter().flat_map(|group| &group.definitions).collect();
    let before = grouped.len();
    grouped.sort();
    grouped.dedup();
    let definitions = definitions().unwrap();
    let codes: BTreeSet<&String> = definitions.iter().map(|definition| &definition.code).collect();
    assert_eq!(grouped.len(), before, "a definition stands in two groups");
    assert_eq!(grouped.into_iter().collect::<BTreeSet<_>>(), codes);
    let of = |list: &str, code: &str| key(list, code);
    let mut keys: Vec<String> = WORDS.groups.iter().map(|group| of("statistics-group", &group.group)).collect();
    for definition in &definitions {
        keys.extend([of("statistics-def", &definition.code), of("statistics-def", &format!("{}-means", definition.code))]);
        keys.push(of("statistics-source", &definition.source));
        keys.extend(definition.by.iter().map(|by| of("statistics-by", by)));
    }
    let missing: Vec<&String> = keys.iter().filter(|key| !texts().has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn codes_have_words_and_names_stay_names() {
    for (definition, column, code, words) in [
        ("call_to_meeting", "from_call", "8_to_14", "8–14 dagar"),
        ("goals", "municipality", "Boden", "Boden"),
        ("goals", "municipality", "unknown", "Inte angivet"),
        ("cases", "sex", "woman", "Kvinna"),
        ("cases", "age_band", "total", "Alla"),
    ] {
        assert_eq!(code_words(definition, column, code), words);
    }
    for (definition, column, code) in
        [("offers", "outcome", "declined"), ("measures", "type", "other"), ("evaluation", "question", "clear_who")]
    {
        assert_ne!(code_words(definition, column, code), code, "{column}");
    }
}

#[test]
fn numbers_are_written_in_swedish() {
    assert_eq!([66.7, 20.0, 1234.5, 1_234_567.0].map(number), ["66,7", "20", "1\u{202f}234,5", "1\u{202f}234\u{202f}567"]);
}
