use super::*;

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn reads_the_ways_in_which_people_write_a_date() {
    for typed in ["2027-01-25", " 20270125", "25/1 2027", "25.1.2027"] {
        assert_eq!(parse_date(typed), date(2027, 1, 25), "{typed}");
    }
}

#[test]
fn refuses_what_is_no_date() {
    for typed in ["", "2027-02-30", "i morgon", "27-01-25", "0001-01-01", "2027-13-01", "99999999999999999999"] {
        assert_eq!(parse_date(typed), None, "{typed}");
    }
}

#[test]
fn reads_clock_times() {
    for typed in ["13.30", "13:30", "1330"] {
        assert_eq!(parse_time(typed), NaiveTime::from_hms_opt(13, 30, 0), "{typed}");
    }
    assert_eq!(parse_time("9"), NaiveTime::from_hms_opt(9, 0, 0));
    for typed in ["", "25.00", "13.3", "halv två", "1360"] {
        assert_eq!(parse_time(typed), None, "{typed}");
    }
}
