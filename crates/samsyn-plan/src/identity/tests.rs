use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 11).unwrap()
}

#[test]
fn reads_the_case_people_in_every_way_of_writing() {
    for typed in ["19830417-2383", "198304172383", "830417-2383", "8304172383"] {
        let number = IdentityNumber::parse(typed, false, today()).expect(typed);
        assert_eq!(number.value(), "198304172383", "{typed}");
        assert_eq!(number.written(), "19830417-2383");
        assert_eq!(number.kind(), IdentityKind::Personnummer);
    }
}

#[test]
fn reads_a_number_as_it_is_pasted() {
    for typed in [
        "19830417\u{2011}2383",
        "19830417 \u{2013} 2383",
        "1983-04-17-2383",
        "19830417\u{2212}2383\t",
        "830417\u{a0}2383",
        "830417-\r\n2383",
        "\u{feff}19830417\u{200b}-2383",
        "Personnummer: 830417-2383",
        "Karin Lövgren-Åhs (19830417-2383), Östersund",
    ] {
        assert_eq!(IdentityNumber::parse(typed, false, today()).expect(typed).value(), "198304172383", "{typed:?}");
    }
    // A plus sign after the number is no part of it, and two numbers are none.
    assert_eq!(IdentityNumber::parse("830417-2383 +", false, today()).expect("one number").value(), "198304172383");
    for typed in ["rum 2, 19830417-2383", "19830417-2383, 19830417-2383"] {
        assert_eq!(IdentityNumber::parse(typed, false, today()), Err(ParseIdentityError::Length), "{typed}");
    }
}

#[test]
fn a_samordningsnummer_is_known_by_its_day() {
    let number = IdentityNumber::parse("196109732393", false, today()).expect("an official test number");
    assert_eq!(number.kind(), IdentityKind::Samordningsnummer);
    assert_eq!(number.birth_date(), NaiveDate::from_ymd_opt(1961, 9, 13));
}

#[test]
fn a_plus_sign_means_more_than_a_hundred_years() {
    let number = IdentityNumber::parse("900202+9800", false, today()).expect("an official test number");
    assert_eq!(number.value(), "189002029800");
}

#[test]
fn says_what_is_wrong() {
    for (typed, error) in [
        ("", ParseIdentityError::Empty),
        ("1983", ParseIdentityError::Length),
        ("19830417-238x", ParseIdentityError::Length),
        ("19831317-2383", ParseIdentityError::Date),
        ("20990417-2383", ParseIdentityError::Date),
        ("19830417-2384", ParseIdentityError::CheckDigit),
    ] {
        assert_eq!(IdentityNumber::parse(typed, false, today()), Err(error), "{typed}");
    }
}

#[test]
fn a_reserve_number_is_taken_when_marked_as_one() {
    let number = IdentityNumber::parse(" 99K-1234 ", true, today()).expect("reserve numbers have no fixed form");
    assert_eq!((number.kind(), number.value()), (IdentityKind::Reservnummer, "99K-1234"));
    assert_eq!(number.birth_date(), None);
}

#[test]
fn its_debug_form_hides_the_number() {
    let number = IdentityNumber::parse("19830417-2383", false, today()).expect("valid");
    assert!(!format!("{number:?}").contains("1983"));
}
