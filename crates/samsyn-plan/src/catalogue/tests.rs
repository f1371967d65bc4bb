use super::*;
use crate::case::Case;
use crate::codes::{AnsweredBy, Area, MeasureType, Principal};
use crate::drafts::Measure;
use crate::ids::MeasureId;
use crate::testing::{day, empty_case, id};

fn row(number: u128, answered_by: AnsweredBy) -> Demarcation {
    let action = Some(MeasureType::WithdrawalCare);
    Demarcation { id: RecordId(id(number)), action, answered_by: Some(answered_by), ..Demarcation::default() }
}

/// A case with one measure of withdrawal care, for which nobody answers yet. Karin is 43.
fn case() -> Case {
    let mut case = empty_case();
    case.measures.push(Measure { id: MeasureId(id(50)), action: Some(MeasureType::WithdrawalCare), ..Measure::default() });
    case.need.areas = vec![Area::Alcohol];
    case
}

fn said(case: &Case, rows: &[Demarcation]) -> Vec<u128> {
    suggestions(case, rows, day(0)).iter().map(|suggestion| suggestion.says.id.0.as_u128()).collect()
}

#[test]
fn what_the_gransdragning_says_of_a_measure_is_suggested_until_it_stands_so() {
    let mut case = case();
    let rows = [row(1, AnsweredBy::Region)];
    assert_eq!(said(&case, &rows), [1]);
    case.measures[0].principal = Some(Principal::Municipality);
    assert_eq!(said(&case, &rows), [1], "somebody else was chosen");
    case.measures[0].principal = Some(Principal::Region);
    assert_eq!(said(&case, &rows), [0_u128; 0]);
    assert_eq!(said(&case, &[row(2, AnsweredBy::Both)]), [2], "that both answer is told whoever was chosen");
}

#[test]
fn nothing_is_suggested_where_nothing_is_known() {
    let case = case();
    let ended = Demarcation { ended_on: Some(day(0)), ..row(1, AnsweredBy::Region) };
    let unfinished = Demarcation { answered_by: None, ..row(2, AnsweredBy::Region) };
    let other_measure = Demarcation { action: Some(MeasureType::Housing), ..row(3, AnsweredBy::Region) };
    let any_measure = Demarcation { action: None, ..row(4, AnsweredBy::Region) };
    let other_area = Demarcation { area: Some(Area::Gambling), ..row(5, AnsweredBy::Region) };
    let too_young = Demarcation { ages_to: "17".into(), ..row(6, AnsweredBy::Region) };
    assert_eq!(said(&case, &[ended, unfinished, other_measure, any_measure, other_area, too_young]), [0_u128; 0]);
    let mut untyped = case;
    untyped.measures[0].action = None;
    assert_eq!(said(&untyped, &[row(7, AnsweredBy::Region)]), [0_u128; 0]);
}

#[test]
fn the_row_that_is_closest_to_the_case_goes_first() {
    let case = case();
    let any = row(1, AnsweredBy::Municipality);
    let adults = Demarcation { ages_from: " 18 ".into(), ..row(2, AnsweredBy::Region) };
    let alcohol = Demarcation { area: Some(Area::Alcohol), ..row(3, AnsweredBy::Region) };
    assert_eq!(said(&case, &[any.clone(), adults.clone()]), [2]);
    assert_eq!(said(&case, &[alcohol, any.clone(), adults]), [3]);
    let unreadable = Demarcation { ages_from: "vuxen".into(), ..row(4, AnsweredBy::Region) };
    assert_eq!(said(&case, &[unreadable]), [4], "an age that cannot be read limits nothing");
}

#[test]
fn an_age_says_nothing_of_somebody_whose_age_nobody_knows() {
    let mut case = case();
    case.person.identity = crate::identity::IdentityNumber::parse("R-2027-17", true, day(0)).unwrap();
    let adults = Demarcation { ages_from: "18".into(), ..row(1, AnsweredBy::Region) };
    assert_eq!(said(&case, &[adults]), [0_u128; 0]);
    assert_eq!(said(&case, &[row(2, AnsweredBy::Region)]), [2]);
}

#[test]
fn a_profile_begins_the_catalogue_with_the_same_identifiers_each_time() {
    let units = [Unit { unit: "BUP".into(), ..Unit::default() }, Unit { unit: "RSMH".into(), ..Unit::default() }];
    let first = begun(&units);
    assert_eq!(first, begun(&units));
    assert!(first[0].id != first[1].id && first[0].unit == "BUP");
}

#[test]
fn a_unit_is_the_same_in_whatever_letters_it_is_written() {
    let unit = |name: &str, municipality: &str| Unit { unit: name.into(), municipality: municipality.into(), ..Unit::default() };
    assert_eq!(unit("Öppenvården Nexus", "2380").key(), unit(" öppenvarden nexus", "2380").key());
    assert_ne!(unit("hälsocentral", "2380").key(), unit("hälsocentral", "2361").key());
}

#[test]
fn every_field_of_a_list_is_one_of_its_record() {
    fn has_its_fields<T: CatalogueRecord>() {
        let record = serde_json::to_value(T::default()).unwrap();
        let names: Vec<&String> = record.as_object().unwrap().keys().collect();
        assert!(T::FIELDS.iter().all(|field| names.iter().any(|name| name == field)), "{:?}", T::KIND);
        assert_eq!(T::FIELDS.len() + 2, names.len(), "beside its identifier and its end a record has no field that nobody writes");
        assert!(T::FIELDS.contains(&T::NEEDED));
    }
    has_its_fields::<Unit>();
    has_its_fields::<Demarcation>();
}
