use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use proptest::prelude::*;

use super::{BackupPlan, BackupWaits, TRIAL_HOLDS, trial_waits, waits};

fn at(day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 2, day, hour, 0, 0).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 2, day).unwrap()
}

fn every(days: u16) -> BackupPlan {
    BackupPlan { every_days: days, ..BackupPlan::default() }
}

fn said(plan: &BackupPlan, made: Option<DateTime<Utc>>, written: Option<DateTime<Utc>>, today: NaiveDate) -> Option<BackupWaits> {
    waits(plan, made, written, today, |moment| moment.date_naive())
}

#[test]
fn nothing_written_needs_no_backup_and_the_first_word_needs_one() {
    assert_eq!(said(&every(1), None, None, day(1)), None);
    assert_eq!(said(&every(1), Some(at(1, 8)), None, day(20)), None);
    assert_eq!(said(&every(1), None, Some(at(1, 9)), day(1)), Some(BackupWaits::NeverMade));
}

#[test]
fn what_was_written_waits_for_as_many_days_as_the_plan_says() {
    let (made, written) = (Some(at(3, 8)), Some(at(3, 9)));
    assert_eq!(said(&every(1), made, written, day(3)), None, "one was made today");
    assert_eq!(said(&every(1), made, written, day(4)), Some(BackupWaits::Written { last: day(3) }));
    assert_eq!(said(&every(7), made, written, day(9)), None);
    assert_eq!(said(&every(7), made, written, day(10)), Some(BackupWaits::Written { last: day(3) }));
    assert_eq!(said(&every(1), Some(at(3, 10)), written, day(20)), None, "nothing was written since");
}

#[test]
fn a_clock_that_was_set_back_still_asks() {
    assert_eq!(said(&every(7), Some(at(20, 8)), Some(at(20, 9)), day(3)), Some(BackupWaits::Written { last: day(20) }));
    assert!(trial_waits(Some(at(20, 8)), at(3, 8)));
}

#[test]
fn a_trial_holds_for_half_a_year() {
    assert!(trial_waits(None, at(1, 8)));
    assert!(!trial_waits(Some(at(1, 8)), at(1, 8) + TRIAL_HOLDS - TimeDelta::seconds(1)));
    assert!(trial_waits(Some(at(1, 8)), at(1, 8) + TRIAL_HOLDS));
}

proptest! {
    /// Whatever was written after the newest backup is asked for within the plan's days, and goes on being asked for.
    #[test]
    fn what_is_not_backed_up_is_asked_for_in_time(days in 1_u16..60, hours in 1_i64..100, later in 0_u64..400) {
        let made = at(1, 8);
        let written = made + TimeDelta::hours(hours);
        let today = day(1) + Days::new(u64::from(days) + later);
        prop_assert!(said(&every(days), Some(made), Some(written), today).is_some());
    }
}
