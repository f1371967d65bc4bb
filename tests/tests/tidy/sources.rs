//! What our sources look like: short files, and no words for people in them.

use super::{files, is_test, none, sources};

/// Lines of a source, and of a file of tests, which is read one test at a time.
const LONGEST: usize = 400;
const LONGEST_TESTS: usize = 600;

/// Places where Swedish letters are no words for people, or are the example's made-up people.
const SWEDISH: &[(&str, &str)] = &[
    ("crates/samsyn-app/src/example", "what the made-up people of the example case say and are called"),
    ("crates/samsyn-plan/src/names/mod.rs", "letters in the order of the alphabet"),
];

/// Tests whose places are of no machine, but are what they are about.
const MADE_UP_PLACES: &[&str] = &["tidy/sources.rs", "samsyn-store/src/place/tests.rs"];

#[test]
fn files_are_short() {
    let long = sources()
        .into_iter()
        .map(|(name, source)| (name, source.lines().count()))
        .filter(|(name, lines)| *lines > if is_test(name) { LONGEST_TESTS } else { LONGEST });
    none("files that are too long", long.map(|(name, lines)| format!("{name}: {lines}")).collect());
}

/// Words that people see stand in assets/texts alone, so that they can be read, corrected and translated in one place.
#[test]
fn words_for_people_stand_in_the_texts_alone() {
    let mut wrong = Vec::new();
    for (name, source) in sources() {
        if is_test(&name) || SWEDISH.iter().any(|(place, _)| name.starts_with(place)) {
            continue;
        }
        for (number, line) in without_comments(&source).lines().enumerate() {
            if line.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("Swedish letters outside comments", wrong);
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    let machine = regex::Regex::new(r#"(?m)["'` (=](/home/|/root/|/Users/|C:\\\\?Users)"#).unwrap();
    let all = sources().into_iter().chain(files("docs", &[".md"])).chain(files("assets", &[".ftl", ".json"]));
    none(
        "places of one machine",
        all.filter(|(name, source)| !MADE_UP_PLACES.iter().any(|made_up| name.ends_with(made_up)) && machine.is_match(source))
            .map(|(name, _)| name)
            .collect(),
    );
}

/// A source with its comments blanked, line by line as it was. Strings stay; a `//` in one (an address) starts no comment.
fn without_comments(source: &str) -> String {
    let mut left = String::with_capacity(source.len());
    let mut rest = source;
    let mut quote: Option<char> = None;
    while let Some(letter) = rest.chars().next() {
        if quote.is_none()
            && let Some(end) = comment(rest)
        {
            left.extend(rest[..end].chars().filter(|letter| *letter == '\n'));
            rest = &rest[end..];
            continue;
        }
        let taken = if letter == '\\' && quote.is_some() { rest.chars().take(2).map(char::len_utf8).sum() } else { letter.len_utf8() };
        match quote {
            Some(open) if letter == open => quote = None,
            // A quote in a character literal or an apostrophe in a page's text opens no string.
            None if matches!(letter, '"' | '`') && !left.ends_with('\'') => quote = Some(letter),
            _ => {}
        }
        left.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    left
}

/// Where the comment ends that the text begins with, if it does begin with one.
fn comment(text: &str) -> Option<usize> {
    let end = |close: &str| Some(text.find(close).map_or(text.len(), |start| start + close.len()));
    match text {
        _ if text.starts_with("//") => Some(text.find('\n').unwrap_or(text.len())),
        _ if text.starts_with("/*") => end("*/"),
        _ if text.starts_with("<!--") => end("-->"),
        _ => None,
    }
}

#[test]
fn comments_are_told_from_strings() {
    let source = "let a = \"http://å\"; // ä\n/* ö\n */ '\"' <!-- å --> \"\\\"ä\"";
    assert_eq!(without_comments(source), "let a = \"http://å\"; \n\n '\"'  \"\\\"ä\"");
}
