use super::*;
use crate::{
    acts::*,
    codes::*,
    identity::IdentityNumber,
    ids::*,
    testing::{at, id, lawful_case},
};
use proptest::prelude::*;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The plan of a nämnd: five years, ten for health care, and no exemption.
fn plan() -> DisposalPlan {
    DisposalPlan {
        reference: "SN 2025/0123".into(),
        adopted_on: Some(date(2025, 12, 1)),
        social_services_years: Some(5),
        health_care_years: Some(10),
        done_by_next_year: true,
        keeps_research_births: false,
        keeps_everyone: false,
    }
}

const SOCIAL: Option<Branch> = Some(Branch::SocialServices);

fn copy(number: u128, after: u64) -> ArchiveCopy {
    ArchiveCopy {
        id: RecordId(id(number)),
        at: at(after),
        by: String::new(),
        version: None,
        what: "Hela ärendet".into(),
        place: "Personakt, nämndarkivet".into(),
        on: date(2027, 2, 1),
        filed_by: "Per Nyström".into(),
    }
}

/// The last entry, made when the case was closed, and counted as of a day.
fn last_on(on: NaiveDate) -> LastEntry {
    LastEntry { at: at(3), on }
}

fn hold(number: u128) -> DisposalHold {
    DisposalHold { id: RecordId(id(number)), at: at(5), by: String::new(), reason: HoldReason::PlacedChild, note: String::new() }
}

/// Karin's case, closed on day 3, with the archive copy noted the day after.
fn closed() -> Case {
    let mut case = lawful_case();
    let (closing, on) = (RecordId(id(80)), date(2027, 1, 14));
    case.closings.push(Closing { id: closing, at: at(3), by: String::new(), reason: ClosingReason::NoNeed, on, remains: String::new() });
    case.archive_copies.push(copy(81, 4));
    case
}

/// What stands in the way on a day far ahead.
fn hindrances(case: &Case, plan: &DisposalPlan) -> Vec<Hindrance> {
    disposal(case, plan, SOCIAL, last_on(date(2027, 1, 15)), date(2060, 1, 1)).hindrances
}

#[test]
fn the_years_pass_whole_and_the_next_day_is_the_first() {
    for (last, from, by) in [
        (date(2027, 1, 15), date(2032, 1, 16), date(2033, 12, 31)),
        (date(2027, 12, 31), date(2033, 1, 1), date(2033, 12, 31)),
        (date(2028, 1, 1), date(2033, 1, 2), date(2034, 12, 31)),
        (date(2028, 2, 29), date(2033, 3, 1), date(2034, 12, 31)),
        (date(2027, 2, 28), date(2032, 2, 29), date(2033, 12, 31)),
    ] {
        assert_eq!(plan().period(SOCIAL, last), Some(DisposalPeriod { from, by: Some(by) }), "after {last}");
    }
    let endless = DisposalPlan { done_by_next_year: false, ..plan() };
    assert_eq!(endless.period(SOCIAL, date(2027, 1, 15)).unwrap().by, None);
}

#[test]
fn a_closed_case_is_due_from_its_first_day_and_late_after_its_last() {
    let state = |today| disposal(&closed(), &plan(), SOCIAL, last_on(date(2027, 1, 15)), today);
    for (today, due, late) in [
        (date(2032, 1, 15), false, false),
        (date(2032, 1, 16), true, false),
        (date(2033, 12, 31), true, false),
        (date(2034, 1, 1), true, true),
    ] {
        assert_eq!((state(today).is_due(), state(today).is_late(today)), (due, late), "on {today}");
    }
    assert_eq!(state(date(2032, 1, 15)).hindrances, [Hindrance::TooEarly]);
}

#[test]
fn no_plan_keeps_cases_of_social_services_for_less_than_five_years_or_of_health_care_for_less_than_ten() {
    let short = DisposalPlan { social_services_years: Some(1), health_care_years: Some(1), ..plan() };
    assert_eq!((short.years(SOCIAL), short.years(Some(Branch::HealthCare))), (Some(5), Some(10)));
}

#[test]
fn a_closing_that_is_dated_later_counts_from_its_day() {
    let mut case = closed();
    case.closings[0].on = date(2027, 6, 1);
    assert_eq!(disposal(&case, &plan(), SOCIAL, last_on(date(2027, 1, 15)), date(2060, 1, 1)).period.unwrap().from, date(2032, 6, 2));
}

#[test]
fn without_a_plan_or_its_word_on_what_the_unit_does_nothing_is_due() {
    for missing in [DisposalPlan::default(), DisposalPlan { reference: " ".into(), ..plan() }, DisposalPlan { adopted_on: None, ..plan() }]
    {
        assert_eq!(hindrances(&closed(), &missing), [Hindrance::NoPlan]);
    }
    assert_eq!(hindrances(&closed(), &DisposalPlan { social_services_years: None, ..plan() }), [Hindrance::NoYears]);
    for branch in [None, Some(Branch::School), Some(Branch::Other)] {
        let state = disposal(&closed(), &plan(), branch, last_on(date(2027, 1, 15)), date(2060, 1, 1));
        assert_eq!((state.period, state.hindrances), (None, vec![Hindrance::NoYears]), "{branch:?}");
    }
}

#[test]
fn health_care_is_kept_for_ten_years_at_least_whatever_stands_there() {
    let years = |given| DisposalPlan { health_care_years: given, ..plan() }.years(Some(Branch::HealthCare));
    assert_eq!([Some(3), Some(10), Some(30), None].map(years), [Some(10), Some(10), Some(30), None]);
}

#[test]
fn open_handed_over_held_and_unfiled_cases_are_not_due() {
    let mut open = closed();
    open.closings.clear();
    assert_eq!(hindrances(&open, &plan()), [Hindrance::Open, Hindrance::ArchiveCopyMissing]);

    let mut away = closed();
    let (way, on) = (PassingWay::Sent, date(2027, 1, 14));
    let [by, who, unit, reason] = [const { String::new() }; 4];
    away.passings.push(CasePassing { id: RecordId(id(82)), at: at(3), by, way, who, unit, on, reason });
    assert_eq!(hindrances(&away, &plan()), [Hindrance::Away]);

    let mut held = closed();
    held.disposal_holds.extend([hold(83), hold(84)]);
    let lift = |hold: u128| DisposalHoldLifted {
        id: RecordId(id(hold + 10)),
        at: at(6),
        by: String::new(),
        hold: RecordId(id(hold)),
        reason: String::new(),
    };
    held.disposal_lifts.push(lift(83));
    assert_eq!(hindrances(&held, &plan()), [Hindrance::Held], "one of two holds still");
    held.disposal_lifts.push(lift(84));
    assert_eq!(hindrances(&held, &plan()), []);
}

#[test]
fn the_archive_copy_counts_since_the_closing_of_the_newest_version_until_it_is_annulled() {
    let version = |number: u32| Version {
        id: VersionId(id(u128::from(number))),
        at: at(2),
        by: String::new(),
        number,
        meeting: None,
        change: String::new(),
        content: String::new(),
        hash: String::new(),
    };
    let mut case = closed();
    case.versions = vec![version(1), version(2)];
    let mut filed = |copies: Vec<ArchiveCopy>| {
        case.archive_copies = copies;
        case.archive_copy(at(3)).is_some()
    };
    let of = |number: u128, copy: ArchiveCopy| ArchiveCopy { version: Some(VersionId(id(number))), ..copy };
    assert!(!filed(vec![copy(85, 2)]), "noted before the case was closed");
    assert!(!filed(vec![of(1, copy(85, 4))]), "of an earlier version");
    assert!(filed(vec![of(2, copy(85, 4))]) && filed(vec![copy(85, 3)]));
    assert!(closed().archive_copy(at(4)).is_some() && closed().archive_copy(at(5)).is_none(), "something was entered after it");
    let annulled = Annulment {
        id: RecordId(id(86)),
        at: at(9),
        by: String::new(),
        kind: AnnulledKind::ArchiveCopy,
        record: RecordId(id(85)),
        reason: String::new(),
    };
    case.annulments.push(annulled);
    assert_eq!(hindrances(&case, &plan()), [Hindrance::ArchiveCopyMissing]);
}

#[test]
fn those_born_on_the_5th_15th_and_25th_are_kept_where_the_plan_says_so() {
    let research = DisposalPlan { keeps_research_births: true, ..plan() };
    // The day of a samordningsnummer is raised by 60.
    for (day, kept) in [(5, true), (15, true), (25, true), (17, false), (65, true), (75, true), (85, true), (66, false)] {
        let mut case = closed();
        let kind = if day > 60 { IdentityKind::Samordningsnummer } else { IdentityKind::Personnummer };
        case.person.identity = IdentityNumber::stored(kind, format!("198304{day:02}0000"));
        let expected = if kept { vec![Hindrance::ResearchBirth] } else { Vec::new() };
        assert_eq!(hindrances(&case, &research), expected, "day {day}");
        assert_eq!(hindrances(&case, &plan()), [], "day {day} by a plan without it");
    }
}

#[test]
fn whoever_has_no_date_of_birth_is_kept_until_somebody_knows_it() {
    let research = DisposalPlan { keeps_research_births: true, ..plan() };
    let mut case = closed();
    case.person.identity = IdentityNumber::stored(IdentityKind::Reservnummer, "R-1".into());
    assert_eq!(hindrances(&case, &research), [Hindrance::BirthUnknown]);
    case.person.born_on = "1983-04-17".into();
    assert_eq!(hindrances(&case, &research), []);
    case.person.born_on = "1983-04-25".into();
    assert_eq!(hindrances(&case, &research), [Hindrance::ResearchBirth]);
}

#[test]
fn where_everybody_is_kept_nobody_is_due() {
    let keeps = DisposalPlan { keeps_everyone: true, keeps_research_births: true, ..plan() };
    assert_eq!(hindrances(&closed(), &keeps), [Hindrance::KeptForAll]);
}

/// A day between 1990 and 2100, and around the turns of years and of February more often than others.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let whole = (0_i64..40_000).prop_map(|days| date(1990, 1, 1) + chrono::TimeDelta::days(days));
    let turns = (1990_i32..2100, prop_oneof![Just((2, 28)), Just((12, 31))], -2_i64..3)
        .prop_map(|(year, (month, day), off)| date(year, month, day) + chrono::TimeDelta::days(off));
    prop_oneof![whole, turns]
}

proptest! {
    #[test]
    fn nothing_is_due_a_day_before_its_years_have_passed_or_put_off_beyond_the_next_year(last in any_day(), years in SOCIAL_SERVICES_AT_LEAST..40) {
        let plan = DisposalPlan { social_services_years: Some(years), ..plan() };
        let period = plan.period(SOCIAL, last).unwrap();
        // Reckoned otherwise than by the rule: by the numbers of the days.
        let anniversary = (last.year() + i32::from(years), last.month(), last.day());
        let before = period.from.pred_opt().unwrap();
        let number = |day: NaiveDate| (day.year(), day.month(), day.day());
        prop_assert!(number(period.from) > anniversary, "{last}: {period:?}");
        let leap_day_missing = number(last).1 == 2 && number(last).2 == 29 && number(before).2 == 28;
        prop_assert!(number(before) == anniversary || leap_day_missing, "{last}: {period:?}");
        let by = period.by.unwrap();
        prop_assert!(by >= period.from && number(by) == (anniversary.0 + 1, 12, 31), "{last}: {period:?}");
    }

    #[test]
    fn a_later_entry_or_more_years_never_make_a_case_due_earlier(a in any_day(), b in any_day(), years in 1_u16..40, more in 0_u16..40) {
        let from = |last: NaiveDate, years| DisposalPlan { social_services_years: Some(years), ..plan() }.period(SOCIAL, last).unwrap().from;
        let (earlier, later) = (a.min(b), a.max(b));
        prop_assert!(from(earlier, years) <= from(later, years));
        prop_assert!(from(a, years) <= from(a, years + more));
    }

    #[test]
    fn a_case_is_due_only_when_all_is_as_it_should(
        last in any_day(), today in any_day(), entered: bool, is_closed: bool, filed: bool, is_held: bool, everyone: bool, research: bool, day in 1_u32..29
    ) {
        let mut case = closed();
        if !is_closed { case.closings.clear(); }
        if !filed { case.archive_copies.clear(); }
        if is_held { case.disposal_holds.push(hold(83)); }
        if let Some(closing) = case.closings.first_mut() { closing.on = last; }
        case.person.identity = IdentityNumber::stored(IdentityKind::Personnummer, format!("198304{day:02}0000"));
        let reference = if entered { "SN 2025/0123".to_owned() } else { String::new() };
        let plan = DisposalPlan { reference, keeps_everyone: everyone, keeps_research_births: research, ..plan() };
        let passed = (today.year() - last.year(), today.month(), today.day()) > (5, last.month(), last.day());
        let kept = everyone || research && day % 10 == 5;
        let due = disposal(&case, &plan, SOCIAL, last_on(last), today).is_due();
        prop_assert_eq!(due, entered && is_closed && filed && !is_held && !kept && passed);
    }
}
