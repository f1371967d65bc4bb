use super::*;

fn at(minutes: i64) -> DateTime<Utc> {
    "2027-01-11T08:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minutes)
}

fn day(after: i64) -> NaiveDate {
    (at(0) + TimeDelta::days(after)).date_naive()
}

fn review(next_on: NaiveDate) -> LogReview {
    LogReview {
        id: RecordId::default(),
        at: at(0),
        by: String::new(),
        reviewer: String::new(),
        from: day(-30),
        to: day(0),
        looked_at: String::new(),
        finding: String::new(),
        next_on,
    }
}

#[test]
fn a_quarter_of_an_hour_is_one_opening() {
    assert!(opens_anew(None, at(0)));
    for (minutes, anew) in [(0, false), (14, false), (15, true), (600, true), (-1, true)] {
        assert_eq!(opens_anew(Some(at(0)), at(minutes)), anew, "after {minutes} minutes");
    }
}

#[test]
fn a_check_waits_when_none_was_made_and_when_its_day_has_come() {
    assert_eq!(review_waits(None, false, day(0)), None, "there is nothing to check");
    assert_eq!(review_waits(None, true, day(0)), Some(ReviewWaits::NeverMade));
    let planned = review(day(30));
    assert_eq!(review_waits(Some(&planned), true, day(29)), None);
    for after in [30, 31] {
        assert_eq!(review_waits(Some(&planned), true, day(after)), Some(ReviewWaits::DayCame { on: day(30) }));
    }
}
