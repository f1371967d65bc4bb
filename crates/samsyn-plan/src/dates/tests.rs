use super::*;

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn reads_the_ways_in_which_people_write_a_date() {
    for typed in ["2027-01-25", " 20270125", "25/1 2027", "25.1.2027", "25 januari 2027", "den 25 jan 2027"] {
        assert_eq!(parse_date(typed), date(2027, 1, 25), "{typed}");
    }
}

#[test]
fn reads_a_date_as_it_is_pasted() {
    for typed in [
        "2027\u{2011}01\u{2011}25",
        "2027–01–25\u{a0}",
        "\t2027-01-25\r\n",
        "Måndag 25 januari 2027",
        "25\u{a0}januari\u{a0}2027",
        "mån 25 JAN. 2027 kl. 13.30–14.30",
        "2027-01-25 13:30",
        "2027-01-25T13:30:00",
        "Datum: 2027-01-25",
    ] {
        assert_eq!(parse_date(typed), date(2027, 1, 25), "{typed:?}");
    }
    assert_eq!(parse_date("3 sept 2027"), date(2027, 9, 3));
}

#[test]
fn refuses_what_is_no_date() {
    for typed in [
        "",
        "2027-02-30",
        "i morgon",
        "27-01-25",
        "0001-01-01",
        "2027-13-01",
        "99999999999999999999",
        "25/1 2027, 26/1",
        "25 jan",
        "32 mars 2027",
        "25 ju 2027",
    ] {
        assert_eq!(parse_date(typed), None, "{typed}");
    }
}

#[test]
fn reads_clock_times() {
    for typed in ["13.30", "13:30", "1330", "kl. 13.30", "Kl\u{a0}13:30", "klockan 13.30", "13:30:00", "\t13.30\n"] {
        assert_eq!(parse_time(typed), NaiveTime::from_hms_opt(13, 30, 0), "{typed}");
    }
    assert_eq!(parse_time("9"), NaiveTime::from_hms_opt(9, 0, 0));
    for typed in ["", "25.00", "13.3", "halv två", "1360", "13.30–14.30", "kl."] {
        assert_eq!(parse_time(typed), None, "{typed}");
    }
}
