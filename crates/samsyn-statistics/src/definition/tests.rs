use super::*;
use crate::sums::SHARE;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn those_of_the_program_can_be_read() {
    let definitions = definitions().unwrap();
    let codes: BTreeSet<(&str, u32)> = definitions.iter().map(|definition| (definition.code.as_str(), definition.version)).collect();
    assert_eq!(codes.len(), definitions.len(), "a version of a definition stands twice");
    assert!(definitions.iter().all(|definition| !definition.by.is_empty() && !definition.source.is_empty()));
    assert_eq!(SHARE.len(), 3);
}

#[test]
fn a_column_that_the_fact_does_not_have_is_refused() {
    for (wrong, name) in [
        (r#""measure": { "count": { "across": "grade" } }, "by": ["sex"]"#, "grade"),
        (r#""measure": { "mean": { "number": "life" } }, "by": ["sex"]"#, "life"),
        (r#""measure": { "count": {} }, "by": ["first_name"]"#, "first_name"),
    ] {
        let text = format!(r#"[{{ "code": "a", "version": 1, "since": "2027-01-01", "fact": "case", "source": "own", {wrong} }}]"#);
        assert!(matches!(read(&text), Err(DefinitionError::NoSuchColumn(code, column)) if code == "a" && column == name));
    }
}

/// What `protect` builds upon: the tables of one fact hang together as a tree, and no two of its splits tell of the same
/// column by other classes. Otherwise a ring of tables could say more of a hidden cell than each table does.
#[test]
fn the_tables_of_one_fact_are_a_tree() {
    let mut splits: BTreeMap<(Fact, String), String> = BTreeMap::new();
    let mut ties: BTreeMap<Fact, BTreeSet<(String, String)>> = BTreeMap::new();
    for definition in definitions().unwrap() {
        let split = definition.measure.split().to_owned();
        let classes = match &definition.measure {
            Measure::Mean { .. } | Measure::Median { .. } => "known".to_owned(),
            other => format!("{other:?}"),
        };
        let kept = splits.entry((definition.fact, split.clone())).or_insert_with(|| classes.clone());
        assert_eq!(*kept, classes, "{}: {split} is split in two ways", definition.code);
        let ties = ties.entry(definition.fact).or_default();
        ties.extend(definition.by.iter().filter(|_| !split.is_empty()).map(|by| (by.clone(), format!("split by {split}"))));
    }
    for (fact, ties) in ties {
        let mut part_of: BTreeMap<String, usize> = BTreeMap::new();
        for (number, (by, split)) in ties.into_iter().enumerate() {
            let [one, other] = [(&by, number * 2), (&split, number * 2 + 1)].map(|(name, new)| *part_of.entry(name.clone()).or_insert(new));
            assert_ne!(one, other, "{fact:?}: {by} and {split} close a ring");
            part_of.values_mut().filter(|part| **part == other).for_each(|part| *part = one);
        }
    }
}
