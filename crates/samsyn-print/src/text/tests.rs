use super::*;

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    let mut seen = std::collections::BTreeMap::new();
    for (name, source) in SWEDISH {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
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
    let texts = Texts::from_sources(&[("page.ftl", "page = Sida { $page } av { $pages }")]);
    assert_eq!(texts.with("page", &[("page", "2"), ("pages", "3")]), "Sida 2 av 3");
}

#[test]
fn a_missing_key_is_seen_and_can_be_asked_for() {
    let texts = Texts::from_sources(&[("there.ftl", "there = Finns")]);
    assert_eq!(texts.get("gone"), "[gone]");
    assert!(texts.has("there"));
    assert!(!texts.has("gone"));
}

#[test]
fn another_language_falls_back_to_swedish_and_is_tagged_as_itself_only_when_it_is_whole() {
    let some = Texts::written(PaperLanguage::Finnish, "paper-own-title = Suunnitelmani\n");
    assert_eq!((some.get("paper-own-title").as_str(), some.tag()), ("Suunnitelmani", "sv"));
    assert_eq!(some.get("paper-own-next"), Texts::swedish().get("paper-own-next"));
    let whole: String = keys(OWN_PAGE).map(|key| format!("{key} = x\n")).collect();
    assert_eq!(Texts::written(PaperLanguage::Finnish, &whole).tag(), "fi");
}

#[test]
fn words_in_another_language_are_words_of_the_own_page_and_can_be_read() {
    let known: Vec<&str> = keys(OWN_PAGE).collect();
    for (language, source) in WRITTEN {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{language:?}");
        for key in keys(source) {
            assert!(known.contains(&key), "{language:?}: {key} is no key of the own page");
        }
        assert_eq!(
            Texts::of(language).tag(),
            if known.iter().all(|key| keys(source).any(|own| own == *key)) { language.code() } else { "sv" }
        );
    }
}
