use super::*;
use crate::{
    acts::{Annulment, Version},
    ids::{CallId, MeetingId, VersionId},
    testing::{at, day, empty_case, id},
};

fn discharge() -> Case {
    Case { plan_type: PlanType::SipDischarge, ..empty_case() }
}

fn notice(number: u128, kind: NoticeKind, after: u64, clock: &str) -> Notice {
    Notice {
        id: RecordId(id(number)),
        at: at(after),
        by: "Stig".into(),
        kind,
        on: day(after),
        clock: clock.into(),
        sender: "Beroendecentrum".into(),
        parties: Vec::new(),
        expected_on: None,
        note: String::new(),
    }
}

fn call(kind: CallKind, after: u64) -> Call {
    Call {
        id: CallId(id(200)),
        at: at(after),
        by: "Stig".into(),
        meeting: MeetingId(id(20)),
        party: None,
        kind,
        delivery: Delivery::SecureDigital,
        ground: None,
        sha256: String::new(),
        occasion: CallOccasion::New,
        held_on: None,
        starts: String::new(),
        ends: String::new(),
        place: String::new(),
    }
}

fn on(case: &Case, after: u64) -> DischargeClock {
    clock(case, &Agreements::default(), day(after)).unwrap()
}

/// Friday 15 January 2027, 10.40: the kallelse is due on Monday the 18th, since no day of the weekend is left out.
#[test]
fn a_friday_morning_gives_three_days_over_the_weekend() {
    let mut case = discharge();
    assert_eq!(clock(&case, &Agreements::default(), day(4)), None, "nobody is ready yet");
    case.notices.push(notice(100, NoticeKind::Admission, 0, "09.10"));
    case.notices.push(notice(101, NoticeKind::Ready, 4, "10.40"));
    let clock = on(&case, 5);
    assert_eq!((clock.ready_on, clock.call_by, clock.liability_from, clock.days_left), (day(4), day(7), day(7), 2));
    assert_eq!(on(&case, 8).days_left, -1);
}

#[test]
fn from_noon_on_liability_waits_one_day_more_and_the_kallelse_does_not() {
    for (time, liability) in [("11.59", 7), ("12.00", 7), ("12.01", 8), ("16:20", 8), ("efter lunch", 7)] {
        let mut case = discharge();
        case.notices.push(notice(101, NoticeKind::Ready, 4, time));
        let clock = on(&case, 4);
        assert_eq!((clock.call_by, clock.liability_from), (day(7), day(liability)), "{time}");
    }
}

#[test]
fn an_agreement_sets_other_numbers() {
    let mut case = discharge();
    case.notices.push(notice(101, NoticeKind::Ready, 4, "10.40"));
    let agreed = Agreements { discharge_call_days: Some(1), liability_days: Some(7), ..Agreements::default() };
    let found = clock(&case, &agreed, day(4)).unwrap();
    assert_eq!((found.call_by, found.liability_from, found.by_agreement), (day(5), day(11), true));
    assert!(!on(&case, 4).by_agreement);
}

#[test]
fn a_notice_that_is_taken_back_or_annulled_stops_the_clock() {
    let mut case = discharge();
    case.notices.push(notice(101, NoticeKind::Ready, 4, "10.40"));
    let mut annulled = case.clone();
    case.notices.push(notice(102, NoticeKind::ReadyWithdrawn, 5, "08.00"));
    assert_eq!(clock(&case, &Agreements::default(), day(5)), None);
    case.notices.push(notice(103, NoticeKind::Ready, 6, "13.00"));
    assert_eq!((on(&case, 6).call_by, on(&case, 6).liability_from), (day(9), day(10)), "it begins anew");
    annulled.annulments.push(Annulment {
        id: RecordId(id(300)),
        at: at(4),
        by: "Stig".into(),
        kind: AnnulledKind::Notice,
        record: RecordId(id(101)),
        reason: "Fel person".into(),
    });
    assert_eq!(clock(&annulled, &Agreements::default(), day(4)), None);
}

#[test]
fn only_a_kallelse_to_a_principal_answers_the_clock() {
    let mut case = discharge();
    case.notices.push(notice(101, NoticeKind::Ready, 4, "10.40"));
    case.calls.push(call(CallKind::Invited, 5));
    case.calls.push(Call { occasion: CallOccasion::Cancelled, ..call(CallKind::Called, 5) });
    assert_eq!(on(&case, 6).called_at, None);
    case.calls.push(call(CallKind::Called, 6));
    assert_eq!(on(&case, 7).called_at, Some(at(6)));
}

#[test]
fn an_ordinary_sip_has_no_clock() {
    let mut case = empty_case();
    case.notices.push(notice(101, NoticeKind::Ready, 4, "10.40"));
    assert_eq!(clock(&case, &Agreements::default(), day(4)), None);
}

#[test]
fn an_lss_plan_is_reviewed_once_a_year() {
    let mut case = Case { plan_type: PlanType::Lss, ..empty_case() };
    assert_eq!(review_due(&case, day(0)), None);
    case.versions.push(Version {
        id: VersionId(id(50)),
        at: at(14),
        by: "Stig".into(),
        number: 1,
        meeting: None,
        change: String::new(),
        content: String::new(),
        hash: String::new(),
    });
    let due = NaiveDate::from_ymd_opt(2028, 1, 25).unwrap();
    assert_eq!(review_due(&case, day(100)), None, "it is far off");
    assert_eq!(review_due(&case, due), Some(due));
    assert_eq!(review_due(&Case { plan_type: PlanType::Sip, ..case }, due), None);
}

#[test]
fn a_kallelse_before_the_notice_was_taken_back_answers_no_later_notice() {
    let mut case = discharge();
    case.notices = vec![notice(101, NoticeKind::Ready, 4, "10.40")];
    case.calls = vec![call(CallKind::Called, 5)];
    assert!(on(&case, 5).called_at.is_some());
    case.notices.push(notice(102, NoticeKind::ReadyWithdrawn, 6, "08.00"));
    case.notices.push(notice(103, NoticeKind::Ready, 9, "09.00"));
    assert_eq!(on(&case, 9).called_at, None);
    case.calls.push(Call { id: CallId(id(201)), ..call(CallKind::Called, 10) });
    assert!(on(&case, 10).called_at.is_some());
}
