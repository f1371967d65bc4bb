use super::*;
use crate::facts::Selection;
use crate::{
    definition::{self, definitions},
    facts::Setting,
    testing,
};
use chrono::Datelike;
use proptest::prelude::*;
use samsyn_plan::{case::Case, first_contact::FirstContact};

/// Everything that the definitions count in some cases.
pub(crate) fn all<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<Sums> {
    counted(&facts(cases, &[]))
}

/// The facts of some cases and first contacts.
pub(crate) fn facts<'a>(cases: impl IntoIterator<Item = &'a Case>, contacts: &[FirstContact]) -> Facts {
    let cases: Vec<&Case> = cases.into_iter().collect();
    let owned: Vec<Case> = cases.iter().map(|case| (*case).clone()).collect();
    let (profile, activities) = (testing::profile(), testing::activities(&owned));
    let setting = Setting { today: testing::today(), profile: &profile, activities: &activities };
    let mut facts = Facts::draw(cases.iter().copied(), &setting);
    let case_of = |contact: &FirstContact| cases.iter().copied().find(|case| Some(case.id) == contact.case);
    facts.draw_contacts(contacts.iter().map(|contact| (contact, case_of(contact))), &setting);
    facts
}

fn counted(facts: &Facts) -> Vec<Sums> {
    Sums::merged(definitions().unwrap().iter().flat_map(|definition| count(definition, facts)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// A person's cases lie in one organisation's store: what is split is between persons.
    #[test]
    fn sums_of_parts_are_the_sum_of_all_in_any_order(seed in 1_u64..1_000, parts in 1_u128..5) {
        let cases = testing::cases(seed, 60);
        let together = all(&cases);
        let mut turned: Vec<&Case> = cases.iter().rev().collect();
        prop_assert_eq!(&all(turned.iter().copied()), &together);
        turned.sort_by_key(|case| case.person.id.0.as_u128() % 7);
        prop_assert_eq!(&all(turned.iter().copied()), &together);
        let part = |part| all(turned.iter().copied().filter(move |case| case.person.id.0.as_u128() % parts == part));
        // They travel as files.
        let files = (0..parts).map(|number| serde_json::to_string(&part(number)).unwrap());
        let read = files.flat_map(|file| serde_json::from_str::<Vec<Sums>>(&file).unwrap());
        prop_assert_eq!(Sums::merged(read), together);
    }

    /// Every row has one code in each column that rows can be chosen by.
    #[test]
    fn selections_of_each_code_are_together_the_whole(seed in 1_u64..1_000) {
        let cases = testing::cases(seed, 40);
        let facts = facts(&cases, &testing::contacts(seed, 30, &cases));
        let whole = counted(&facts);
        for (column, codes) in facts.choices() {
            let chosen = |code: String| facts.clone().selected(&selection(&[(&column, &[&code])]));
            let parts = codes.into_iter().flat_map(|code| counted(&chosen(code)));
            prop_assert_eq!(&Sums::merged(parts), &whole, "{}", column);
        }
    }
}

fn selection(chosen: &[(&str, &[&str])]) -> Selection {
    let json: BTreeMap<&str, &[&str]> = chosen.iter().copied().collect();
    serde_json::from_value(serde_json::to_value(json).unwrap()).unwrap()
}

#[test]
fn a_selection_counts_what_has_every_code_that_it_names() {
    let cases = testing::cases(4, 400);
    let number = |chosen: &[(&str, &[&str])]| {
        let facts = facts(&cases, &[]).selected(&selection(chosen));
        let year = facts.rows(crate::Fact::Case).and_then(|rows| rows.column("year")).unwrap().rows().len();
        let sums = count(&definitions().unwrap()[5], &facts);
        assert_eq!(sums[0].definition, "cases");
        let tallies = sums[0].years.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        assert_eq!(tallies.map(|tally| tally.count as usize).sum::<usize>(), year);
        year
    };
    let opened = |from: u32, to: u32| cases.iter().filter(|case| (from..=to).contains(&case.opened_at.month())).count();
    assert_eq!(number(&[]), 400);
    assert_eq!((number(&[("quarter", &["2"])]), number(&[("quarter", &["3", "4"])])), (opened(4, 6), opened(7, 12)));
    let lives_there = |case: &&Case| !case.person_is_protected() && case.person.municipality.trim().to_lowercase() == "luleå";
    let early = cases.iter().filter(lives_there).filter(|case| case.opened_at.month() < 7).count();
    assert!(early > 5);
    assert_eq!(number(&[("quarter", &["1", "2"]), ("municipality", &["Luleå"])]), early);
    assert_eq!(number(&[("municipality", &["Ingenstans"])]), 0);
    assert_eq!(selection(&[("year", &["2027"])]).unknown_column(), Some("year"));
}

/// Another program, written apart from this one in another language, reads the same cases and counts the same.
#[test]
fn an_oracle_apart_counts_the_same() {
    let number = std::env::var("SAMSYN_ORACLE_CASES").map_or(1_000, |number| number.parse().unwrap());
    let cases = testing::cases(11, number);
    let contacts = testing::contacts(12, number, &cases);
    let folder = std::env::temp_dir().join(format!("samsyn-oracle-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [lines, contact_lines, profile] = ["cases.jsonl", "contacts.jsonl", "profile.json"].map(|name| folder.join(name));
    let written: Vec<String> = cases.iter().map(|case| serde_json::to_string(case).unwrap()).collect();
    std::fs::write(&lines, written.join("\n")).unwrap();
    let written: Vec<String> = contacts.iter().map(|contact| serde_json::to_string(contact).unwrap()).collect();
    std::fs::write(&contact_lines, written.join("\n")).unwrap();
    std::fs::write(&profile, serde_json::to_string(&testing::profile()).unwrap()).unwrap();
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done = std::process::Command::new(if cfg!(windows) { "python" } else { "python3" })
        .arg(project.join("tests/oracle/statistics.py"))
        .args([&lines, &contact_lines, &profile, &project.join("assets/statistics/definitions.json")])
        .arg(testing::today().to_string())
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let theirs: Vec<Sums> = serde_json::from_slice(&done.stdout).unwrap();
    let ours = counted(&facts(&cases, &contacts));
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!((&ours.definition, &ours.by), (&theirs.definition, &theirs.by));
        assert!(ours == theirs, "{} by {}:\n{ours:?}\n{theirs:?}", ours.definition, ours.by);
    }
    assert_eq!(ours.len(), theirs.len());
    // Cases that lack what is counted would agree on nothing.
    let empty = |sums: &&Sums| sums.years.values().all(|year| year.values().all(|row| row.len() < 2 && row.contains_key("outside")));
    assert_eq!(ours.iter().find(empty).map(|sums| &sums.definition), None);
}

fn tally(numbers: &[i16]) -> Tally {
    let mut tally = Tally { count: u32::try_from(numbers.len()).unwrap(), ..Tally::default() };
    for number in numbers {
        *tally.numbers.entry(*number).or_default() += 1;
    }
    tally
}

#[test]
fn the_median_is_in_the_middle_or_between_the_two_there() {
    assert_eq!(tally(&[]).median(), None);
    assert_eq!(tally(&[]).mean(), None);
    assert_eq!(tally(&[7]).median(), Some(7.0));
    assert_eq!(tally(&[9, 1, 2]).median(), Some(2.0));
    assert_eq!(tally(&[1, 4, 2, 90]).median(), Some(3.0));
    assert_eq!(tally(&[2, 2, 2, 9]).median(), Some(2.0));
    assert_eq!(tally(&[1, 2, 6]).mean(), Some(3.0));
}

#[test]
fn the_classes_of_a_histogram_hold_each_number_once() {
    assert_eq!(classes(&[8, 15]), ["below_8", "8_to_14", "from_15", "unknown"]);
    let facts = facts(&testing::cases(3, 200), &[]);
    let all = definition::definitions().unwrap();
    let histogram = all.iter().find(|definition| definition.code == "call_to_meeting").unwrap();
    let plain = definition::Definition { measure: Measure::Count { across: None }, ..histogram.clone() };
    let total = |definition| -> u32 {
        let sums = count(definition, &facts);
        sums.iter()
            .flat_map(|sums| sums.years.values())
            .flat_map(BTreeMap::values)
            .flat_map(BTreeMap::values)
            .map(|tally| tally.count)
            .sum()
    };
    assert_eq!(total(histogram), total(&plain));
    assert!(total(&plain) > 100);
}
