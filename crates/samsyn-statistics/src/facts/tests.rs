use super::{frame::age_band, *};
use crate::{count, definition::definitions, testing};
use samsyn_plan::codes::{Answer, Protection};

fn codes(cases: &[Case], fact: Fact, column: &str) -> Vec<String> {
    let facts = crate::sums::tests::facts(cases, &testing::contacts(9, 60, cases));
    let column = facts.rows(fact).unwrap().column(column).unwrap();
    column.rows().iter().map(|place| column.codes()[usize::from(*place)].clone()).collect()
}

#[test]
fn what_somebody_typed_never_becomes_a_code() {
    let [mut case] = <[Case; 1]>::try_from(testing::cases(5, 1)).unwrap();
    case.person.protection = None;
    for (typed, code) in [("  luleå ", "Luleå"), ("", "unknown"), ("hos mamma, Storgatan 1", "other"), ("ÖVERKALIX", "Överkalix")] {
        case.person.municipality = typed.into();
        assert_eq!(codes(std::slice::from_ref(&case), Fact::Case, "municipality"), [code], "{typed}");
    }
    let profile = testing::profile();
    let known = |code: &String| {
        let names = profile.municipalities.iter().chain(profile.units.iter().map(|unit| &unit.unit));
        names.into_iter().any(|name| name == code) || code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let cases = testing::cases(6, 200);
    for fact in Fact::ALL {
        for column in FRAME.iter().chain(fact.columns()) {
            assert_eq!(codes(&cases, *fact, column).iter().find(|code| !known(code)), None, "{fact:?} {column}");
        }
    }
}

#[test]
fn where_somebody_protected_lives_is_not_told() {
    let [mut case] = <[Case; 1]>::try_from(testing::cases(5, 1)).unwrap();
    case.person.municipality = "Pajala".into();
    case.person.protection = Some(Protection::Marked);
    assert_eq!(codes(&[case], Fact::Case, "municipality"), ["unknown"]);
}

#[test]
fn a_person_counts_once_a_year_and_is_new_once() {
    let [mut case] = <[Case; 1]>::try_from(testing::cases(5, 1)).unwrap();
    case.sip_yeses.retain(|yes| yes.answer == Answer::Yes);
    let day = |year| NaiveDate::from_ymd_opt(year, 3, 1).unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc();
    let opened = |number, year| {
        let mut case = Case { opened_at: day(year), ..case.clone() };
        case.id.0 = uuid::Uuid::from_u128(number);
        case
    };
    let cases = [opened(3, 2028), opened(2, 2027), opened(1, 2027)];
    assert_eq!(codes(&cases, Fact::Case, "first_in_year"), ["yes", "no", "yes"]);
    let facts = crate::sums::tests::facts(&cases, &[]);
    let ages = facts.rows(Fact::Case).unwrap().number("first_age").unwrap();
    assert_eq!(ages.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn every_age_stands_in_one_band() {
    let bands: Vec<&str> = [0, 12, 13, 17, 18, 20, 21, 24, 25, 29, 30, 64, 65, 103].map(|age| age_band(Some(age))).to_vec();
    let wanted = ["0_12", "13_17", "18_20", "21_24", "25_29", "30_64", "65_plus"];
    assert_eq!(bands.chunks(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>(), wanted.map(|band| (band, band)));
    assert_eq!(age_band(None), "unknown");
}

#[test]
fn every_column_and_number_of_a_fact_is_counted() {
    // What no definition asks for would be read out of every case for nothing.
    let definitions = definitions().unwrap();
    for fact in Fact::ALL {
        let asked: Vec<String> =
            definitions.iter().filter(|definition| definition.fact == *fact).map(|definition| format!("{definition:?}")).collect();
        for name in fact.columns().iter().chain(fact.numbers()) {
            assert!(asked.iter().any(|asked| asked.contains(&format!("\"{name}\""))), "{fact:?} {name}");
        }
    }
    assert!(count(&definitions[0], &Facts::default()).iter().all(|sums| sums.years.is_empty()));
}
