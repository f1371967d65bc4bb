use super::*;
use crate::{
    definition::definitions,
    protect::Shown,
    publication::{TOTAL, publication},
    sums, testing,
};
use proptest::prelude::*;
use samsyn_plan::case::Case;

const YEAR: i32 = 2028;
const BELOW: u32 = 5;

fn of(cases: &[Case], parts: u128) -> Vec<Vec<Sums>> {
    let part = |number| cases.iter().filter(move |case| case.person.id.0.as_u128() / 1000 % parts == number);
    (0..parts).map(|number| of_year(YEAR, &sums::tests::all(part(number)))).collect()
}

fn county_of(parts: &[Vec<Sums>]) -> County {
    let parts: Vec<&[Sums]> = parts.iter().map(Vec::as_slice).collect();
    county(YEAR, &definitions().unwrap(), &parts, &[], BELOW)
}

/// A cell by definition, column of the rows, row and column.
type Place = [String; 4];

/// Every count that is told, with its denominator.
fn told(publication: &Publication) -> BTreeMap<Place, (Option<u32>, Option<u32>)> {
    let mut told = BTreeMap::new();
    for table in &publication.tables {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells).filter(|(_, cell)| cell.shown == Shown::Number) {
                told.insert([table.definition.clone(), table.by.clone(), row.code.clone(), column.clone()], (cell.count, cell.of));
            }
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_files_is_nothing_to_the_sum(seed in 1_u64..1_000, parts in 2_u128..5) {
        let mut parts = of(&testing::cases(seed, 80), parts);
        let first = county_of(&parts).publication;
        parts.rotate_left(1);
        prop_assert_eq!(&county_of(&parts).publication, &first);
        prop_assert_eq!(&county_of(&parts).publication, &first, "nor how often it is added up");
    }

    /// What the county tells is what one organisation with all the cases would have told, where it would have told it.
    #[test]
    fn what_is_told_is_the_sum_of_the_parts(seed in 1_u64..1_000, parts in 1_u128..5) {
        let cases = testing::cases(seed, 300);
        let together = told(&publication(YEAR, &definitions().unwrap(), &sums::tests::all(&cases), &[], 0));
        let county = told(&county_of(&of(&cases, parts)).publication);
        prop_assert!(county.len() > 40, "{} of {} are told", county.len(), together.len());
        for (cell, count) in county {
            prop_assert_eq!(Some(&count), together.get(&cell), "{:?}", cell);
        }
    }
}

#[test]
fn whoever_subtracts_its_own_part_is_told_of_nobody_few() {
    let parts = of(&testing::cases(5, 400), 3);
    let county = told(&county_of(&parts).publication);
    let mut seen = 0;
    for part in &parts {
        let own = told(&publication(YEAR, &definitions().unwrap(), part, &[], 0));
        for (cell, (count, of)) in &county {
            let Some((own_count, own_of)) = own.get(cell) else { continue };
            let rest = count.zip(*own_count).map(|(all, own)| all - own);
            let rest_of = of.zip(*own_of).map(|(all, own)| all - own);
            let others = rest_of.zip(rest).map(|(of, count)| of - count);
            for left in [rest, others].into_iter().flatten() {
                assert!(left == 0 || left >= BELOW, "{cell:?}: {left} are left");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_fact_with_another_version_is_not_added_at_all() {
    let mut parts = of(&testing::cases(2, 300), 2);
    let mut without = parts[..1].to_vec();
    let other = parts[1].iter_mut().filter(|sums| sums.definition == "goals");
    other.for_each(|sums| sums.version = 2);
    parts[1].push(Sums { definition: "trust".into(), version: 1, by: "municipality".into(), years: BTreeMap::new() });
    let county = county_of(&parts);
    assert_eq!(county.left_out[0], []);
    let left = |definition: &str, here, there| LeftOut { definition: definition.into(), here, there };
    let expected = [
        left("goals", Some(1), Some(2)),
        left("goals_own", Some(1), Some(1)),
        left("goals_better", Some(1), Some(1)),
        left("trust", None, Some(1)),
    ];
    assert_eq!(county.left_out[1], expected);
    without[0].retain(|sums| sums.definition.starts_with("goals"));
    let whole = |county: &County, definition: &str| {
        let table = county.publication.tables.iter().find(|table| table.definition == definition).unwrap().clone();
        table.rows.into_iter().find(|row| row.code == TOTAL).unwrap().cells.last().unwrap().clone()
    };
    let alone = county_of(&without);
    for definition in ["goals", "goals_own", "goals_better"] {
        assert_eq!(whole(&county, definition), whole(&alone, definition), "{definition}");
    }
}

#[test]
fn sums_that_cannot_be_are_refused() {
    let definitions = definitions().unwrap();
    let good = of(&testing::cases(3, 100), 1).remove(0);
    let check = |change: &dyn Fn(&mut Vec<Sums>)| {
        let mut sums = good.clone();
        change(&mut sums);
        check_sums(YEAR, &definitions, &sums)
    };
    let cells = |sums: &mut Vec<Sums>, code: &str| -> Cells {
        sums.iter_mut().find(|sums| sums.definition == code).unwrap().years.values_mut().next().unwrap().clone()
    };
    assert_eq!(check(&|_| ()), Ok(()));
    assert_eq!(check(&|sums| sums.push(sums[0].clone())), Err(UnsoundSums::OtherYear));
    let other_year = |sums: &mut Vec<Sums>| {
        let cells = cells(sums, "cases");
        sums[0].years = BTreeMap::from([("2027".to_owned(), cells)]);
    };
    assert_eq!(check(&other_year), Err(UnsoundSums::OtherYear));
    let add = |count: u32| {
        move |sums: &mut Vec<Sums>| {
            let years = &mut sums.iter_mut().find(|sums| sums.definition == "mixed_use").unwrap().years;
            let tally = years.values_mut().next().unwrap().values_mut().next().unwrap().values_mut().next().unwrap();
            tally.count += count;
        }
    };
    assert_eq!(check(&add(1)), Err(UnsoundSums::Disagree), "the other tables of the cases have one less");
    assert_eq!(check(&add(u32::MAX / 2)), Err(UnsoundSums::TooMany));
    let numbers = |sums: &mut Vec<Sums>| {
        let years = &mut sums.iter_mut().find(|sums| sums.definition == "age_mean").unwrap().years;
        years
            .values_mut()
            .flat_map(BTreeMap::values_mut)
            .for_each(|row| row.get_mut("known").into_iter().for_each(|tally| tally.numbers.clear()));
    };
    assert_eq!(check(&numbers), Err(UnsoundSums::Disagree));
    let long = |sums: &mut Vec<Sums>| sums[0].by = "a".repeat(300);
    assert_eq!(check(&long), Err(UnsoundSums::TooMany));
}
