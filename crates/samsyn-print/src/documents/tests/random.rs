//! Random, long and empty data through every paper.

use super::held::{check_headings, check_layout, check_words};
use super::*;
use crate::pdf::tests::{any_text, check_all};
use proptest::prelude::*;
use samsyn_plan::plan::build;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A stage, and the places in its case where people type.
struct Typed {
    stage: Stage,
    places: Vec<String>,
}

/// An adult's case and a child's.
static TYPED: LazyLock<[Typed; 2]> = LazyLock::new(|| {
    [Stage::new().full(), child::stage().full()].map(|stage| {
        let places = typed_places(&stage.case);
        Typed { stage, places }
    })
});

/// The place of every string that may say anything: with another text in it the case is still a case. A list is tried once.
fn typed_places(case: &Case) -> Vec<String> {
    let whole = serde_json::to_value(case).unwrap();
    let mut tried = BTreeMap::new();
    let mut places = strings(&whole, "");
    // A version's content is made anew, a stroke is a drawing, and who is a child is read from the number.
    places.retain(|place| !place.ends_with("/content") && !place.contains("/strokes/") && place != "/person/identity/value");
    places.retain(|place| {
        *tried.entry(kind_of(place)).or_insert_with(|| {
            let mut other = whole.clone();
            *other.pointer_mut(place).unwrap() = "något annat".into();
            serde_json::from_value::<Case>(other).is_ok()
        })
    });
    places
}

/// The places of all strings beneath a value, as JSON pointers.
fn strings(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![at.to_owned()],
        Value::Array(items) => items.iter().enumerate().flat_map(|(number, item)| strings(item, &format!("{at}/{number}"))).collect(),
        Value::Object(fields) => fields.iter().flat_map(|(name, field)| strings(field, &format!("{at}/{name}"))).collect(),
        _ => Vec::new(),
    }
}

/// The stage with other words where people type; `None` leaves what stands there.
fn filled(typed: &Typed, mut words: impl FnMut(usize) -> Option<String>) -> Stage {
    let mut case = serde_json::to_value(&typed.stage.case).unwrap();
    for (number, place) in typed.places.iter().enumerate() {
        if let Some(words) = words(number) {
            *case.pointer_mut(place).unwrap() = words.into();
        }
    }
    let mut stage = Stage { case: serde_json::from_value(case).unwrap(), ..typed.stage.clone() };
    let organisation = &mut stage.organisation;
    let own = [&mut organisation.name, &mut organisation.unit, &mut organisation.phone, &mut organisation.address];
    for (number, field) in own.into_iter().enumerate() {
        // Words of their own, or what the case holds would be found in the letterhead.
        if let Some(words) = words(typed.places.len() + number) {
            // A letterhead that fills a page would stand alone on it, with the title.
            *field = words.lines().take(3).flat_map(|line| line.chars().take(80).chain(['\n'])).collect();
        }
    }
    let plan = build(&stage.case, &stage.organisation, &stage.law, day(15));
    for version in &mut stage.case.versions {
        version.content = serde_json::to_string(&plan).unwrap();
    }
    stage
}

#[test]
fn what_people_type_is_found_in_a_case() {
    for typed in TYPED.iter() {
        assert!(typed.places.len() > 150, "{}", typed.places.len());
        for place in
            ["/person/first_name", "/measures/0/text", "/meetings/0/held_on", "/grounds/0/statement", "/follow_ups/0/sheet/goals/0/text"]
        {
            assert!(typed.places.iter().any(|found| found == place), "{place}");
        }
        assert!(!typed.places.iter().any(|place| ["/id", "/sip_yeses/0/answer", "/opened_at"].contains(&place.as_str())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_paper_takes_anything(
        texts in proptest::collection::vec(proptest::option::weighted(0.8, any_text()), 1..7),
        child in any::<bool>(),
        which in any::<prop::sample::Index>(),
    ) {
        let stage = filled(&TYPED[usize::from(child)], |number| texts[number % texts.len()].clone());
        let papers = stage.all();
        let (name, document) = &papers[which.index(papers.len())];
        println!("{name}");
        check_all(document);
        check_headings(document);
        check_layout(document);
    }

    #[test]
    fn no_paper_loses_a_word(
        texts in proptest::collection::vec("([A-Za-zåäöÅÄÖ0-9,.]{1,14}[ \n]){0,90}", 1..5),
        child in any::<bool>(),
        which in any::<prop::sample::Index>(),
    ) {
        let stage = filled(&TYPED[usize::from(child)], |number| Some(texts[number % texts.len()].clone()));
        let papers = stage.all();
        let (name, document) = &papers[which.index(papers.len())];
        println!("{name}");
        check_words(document);
        check_headings(document);
        check_layout(document);
    }
}

#[test]
fn every_paper_can_be_empty() {
    for typed in TYPED.iter() {
        for (name, document) in filled(typed, |_| Some(String::new())).all() {
            println!("{name}");
            check_all(&document);
            check_headings(&document);
            check_layout(&document);
        }
    }
}

#[test]
fn every_paper_can_be_long() {
    let long = "Förvaltningsövergripande samverkan kring boende, arbete och behandling. ".repeat(6);
    for (name, document) in filled(&TYPED[0], |_| Some(long.clone())).all().into_iter().filter(|(name, _)| !name.starts_with("whole_file"))
    {
        println!("{name}");
        check_words(&document);
        check_headings(&document);
        check_layout(&document);
    }
}

/// What the whole file leaves out, list by list, with why.
const NOT_TOLD: [(&str, &[&str]); 6] = [
    ("how others are reached, and where a meeting is joined", &["/parties/address", "/parties/phone", "/meetings/link"]),
    ("for whoever works with the case", &["/frame/notes", "/meetings/safety", "/meetings/answer_by", "/meetings/remind_on"]),
    ("said to whoever leads the meeting alone", &["/preparation/not_raised"]),
    ("about others than the person", &["/child/custody_note", "/parties/organisation", "/parties/title", "/parties/unit"]),
    (
        "told by what was made of it: a follow-up, a version, a consent that needs no other reason",
        &[
            "/goal_ratings/note",
            "/measure_statuses/done_on",
            "/measure_statuses/why",
            "/measures/due_on",
            "/measures/starts_on",
            "/open_questions/answer_by",
            "/open_questions/owner",
            "/plan_frame/follow_up_by",
            "/grounds/reason",
            "/person/born_on",
            "/disclosures/sha256",
            "/signatures/hash",
            "/calls/sha256",
            "/other_plans/review_on",
        ],
    ),
    (
        "who entered it, where who did it stands there",
        &[
            "/archive_copies/by",
            "/calls/by",
            "/consent_judgements/by",
            "/deviation_answers/by",
            "/evaluations/by",
            "/filings/by",
            "/follow_ups/by",
            "/grounds/by",
            "/hand_overs/by",
            "/notices/by",
            "/offers/by",
            "/presences/by",
            "/read_backs/by",
            "/replies/by",
            "/signatures/by",
            "/sip_yeses/by",
        ],
    ),
];

/// A word of its own for each place.
fn word(number: usize) -> String {
    format!("ord{number}slut")
}

/// A place without the numbers in its lists.
fn kind_of(place: &str) -> String {
    place.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
}

#[test]
fn the_plan_on_paper_has_every_word_of_the_plan() {
    for typed in TYPED.iter() {
        let stage = filled(typed, |number| Some(word(number)));
        let version = &stage.case.versions[0];
        let text = plain_text(&plan_version(&stage.source(), version).unwrap()).to_lowercase();
        let content: Value = serde_json::from_str(&version.content).unwrap();
        for place in strings(&content, "") {
            let said = content.pointer(&place).unwrap().as_str().unwrap();
            let words = said.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.starts_with("ord"));
            // Of a question that has been solved it stands how, and no longer who was to answer it.
            let solved = kind_of(&place) == "/open_questions/owner";
            assert!(solved || words.clone().all(|word| text.contains(word)), "{place} is lost: {text}");
        }
    }
}

#[test]
fn the_whole_file_tells_all_that_the_case_holds_but_for_what_is_named_here() {
    let kept: Vec<&str> = NOT_TOLD.iter().flat_map(|(_, places)| places.iter().copied()).collect();
    let mut left_out = BTreeSet::new();
    for typed in TYPED.iter() {
        let stage = filled(typed, |number| Some(word(number)));
        let text = plain_text(&whole_file(&stage.source())).to_lowercase();
        let missing = typed.places.iter().enumerate().filter(|(number, _)| !text.contains(&word(*number)));
        left_out.extend(missing.map(|(_, place)| kind_of(place)));
    }
    let lost: Vec<&String> = left_out.iter().filter(|place| !kept.contains(&place.as_str())).collect();
    assert!(lost.is_empty(), "these do not stand in the whole file: {lost:?}");
    for place in kept {
        assert!(left_out.contains(place), "{place} stands in the whole file");
    }
}
