use super::*;
use crate::{
    definition::{self, definitions},
    facts::Setting,
    testing,
};
use proptest::prelude::*;
use samsyn_plan::case::Case;

/// Everything that the definitions count in some cases.
pub(crate) fn all<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<Sums> {
    let profile = testing::profile();
    let facts = Facts::draw(cases, &Setting { today: testing::today(), profile: &profile });
    Sums::merged(definitions().unwrap().iter().flat_map(|definition| count(definition, &facts)))
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
}

/// Another program, written apart from this one in another language, reads the same cases and counts the same.
#[test]
fn an_oracle_apart_counts_the_same() {
    let number = std::env::var("SAMSYN_ORACLE_CASES").map_or(1_000, |number| number.parse().unwrap());
    let cases = testing::cases(11, number);
    let folder = std::env::temp_dir().join(format!("samsyn-oracle-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [lines, profile] = ["cases.jsonl", "profile.json"].map(|name| folder.join(name));
    let written: Vec<String> = cases.iter().map(|case| serde_json::to_string(case).unwrap()).collect();
    std::fs::write(&lines, written.join("\n")).unwrap();
    std::fs::write(&profile, serde_json::to_string(&testing::profile()).unwrap()).unwrap();
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let done = std::process::Command::new(if cfg!(windows) { "python" } else { "python3" })
        .arg(project.join("tests/oracle/statistics.py"))
        .args([&lines, &profile, &project.join("assets/statistics/definitions.json")])
        .arg(testing::today().to_string())
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let theirs: Vec<Sums> = serde_json::from_slice(&done.stdout).unwrap();
    let ours = all(&cases);
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
    let facts = {
        let profile = testing::profile();
        Facts::draw(&testing::cases(3, 200), &Setting { today: testing::today(), profile: &profile })
    };
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
