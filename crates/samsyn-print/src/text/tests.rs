use super::*;

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    let mut seen = std::collections::BTreeMap::new();
    for (name, source) in SWEDISH {
        if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
            panic!("{name}: {errors:?}");
        }
        for line in source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key = line.split(['=', ' ']).next().unwrap();
            if let Some(before) = seen.insert(key, name) {
                panic!("{key} stands both in {before} and in {name}");
            }
        }
    }
}

#[test]
fn values_are_put_in_without_invisible_marks() {
    let texts = Texts::from_sources(["page = Sida { $page } av { $pages }"]);
    assert_eq!(texts.with("page", &[("page", "2"), ("pages", "3")]), "Sida 2 av 3");
}

#[test]
fn a_missing_key_is_seen_and_can_be_asked_for() {
    let texts = Texts::from_sources(["there = Finns"]);
    assert_eq!(texts.get("gone"), "[gone]");
    assert!(texts.has("there"));
    assert!(!texts.has("gone"));
}
