use super::*;
use crate::{drafts::Meeting, ids::*, testing::*};

/// The day in Sweden in winter.
fn winter(at: DateTime<Utc>) -> NaiveDate {
    (at + chrono::TimeDelta::hours(1)).date_naive()
}

fn kinds(case: &Case, after: u64) -> Vec<(u64, HappeningKind)> {
    let since = |on: NaiveDate| u64::try_from((on - day(0)).num_days()).unwrap();
    timeline(case, day(after), winter).iter().map(|happening| (since(happening.on), happening.kind)).collect()
}

/// The lawful case with a consent, a first meeting on day 14 and a follow-up on day 56.
fn booked() -> Case {
    let mut case = lawful_case();
    case.grounds.push(consent(70, case.parties[0].id));
    for (number, kind, after) in [(60, MeetingKind::First, 14), (61, MeetingKind::FollowUp, 56)] {
        case.meetings.push(Meeting { id: MeetingId(id(number)), kind: Some(kind), held_on: day(after).to_string(), ..Meeting::default() });
    }
    case
}

#[test]
fn what_happened_stands_before_what_is_booked_and_in_order() {
    let case = booked();
    let expected = [
        (0, HappeningKind::CaseOpened),
        (0, HappeningKind::SipYes),
        (1, HappeningKind::ConsentGiven),
        (14, HappeningKind::MeetingBooked),
        (56, HappeningKind::MeetingBooked),
        (100, HappeningKind::GroundEnds),
    ];
    assert_eq!(kinds(&case, 2), expected);
    let ahead: Vec<bool> = timeline(&case, day(2), winter).iter().map(|happening| happening.ahead).collect();
    assert_eq!(ahead, [false, false, false, true, true, true]);
    assert!(kinds(&case, 20).contains(&(14, HappeningKind::MeetingPassed)), "nobody is noted as there");
}

#[test]
fn a_withdrawal_takes_the_place_of_the_last_day_and_what_was_annulled_is_not_told() {
    let mut case = booked();
    case.withdrawals.push(Withdrawal {
        id: RecordId(id(80)),
        at: at(25),
        by: "Per Nyström".into(),
        ground: case.grounds[0].id,
        from: day(25),
        manner: Manner::Oral,
        told: String::new(),
    });
    let told = kinds(&case, 30);
    assert!(told.contains(&(25, HappeningKind::GroundWithdrawn)));
    assert!(!told.iter().any(|(_, kind)| *kind == HappeningKind::GroundEnds));

    case.annulments.push(Annulment {
        id: RecordId(id(81)),
        at: at(26),
        by: "Per Nyström".into(),
        kind: AnnulledKind::Ground,
        record: RecordId(case.grounds[0].id.0),
        reason: String::new(),
    });
    assert!(!kinds(&case, 30).iter().any(|(_, kind)| *kind == HappeningKind::ConsentGiven));
}

#[test]
fn what_was_entered_late_in_the_evening_stands_on_the_day_in_sweden() {
    let mut case = booked();
    case.opened_at = day(0).and_hms_opt(23, 30, 0).unwrap().and_utc();
    assert_eq!(kinds(&case, 2)[1], (1, HappeningKind::CaseOpened));
}

#[test]
fn each_kind_belongs_to_a_group_with_others() {
    for group in HappeningGroup::ALL {
        assert!(HappeningKind::ALL.iter().filter(|kind| kind.group() == *group).count() > 1, "{group:?}");
    }
}
