use super::*;
use crate::{acts::*, drafts::*, ids::*, testing::*};

fn limits() -> Limits {
    Limits { need_to_call: Some(3), need_to_meeting: None, ground_ends_soon: 30 }
}

fn codes(case: &Case, on: u64) -> Vec<TaskCode> {
    tasks(case, &limits(), &Agreements::default(), day(on)).into_iter().map(|task| task.code).collect()
}

fn with_version(mut case: Case) -> Case {
    let fixed = plan::fix(&case, &organisation(), &[], day(15)).expect("lawful");
    case.versions.push(Version {
        id: VersionId(id(50)),
        at: at(15),
        by: String::new(),
        number: 1,
        meeting: None,
        change: String::new(),
        content: fixed.content().to_owned(),
        hash: fixed.hash().to_owned(),
    });
    case
}

#[test]
fn a_new_case_waits_for_the_yes_within_the_countys_limit() {
    let mut case = empty_case();
    case.need.seen_on = day(0).to_string();
    let found = tasks(&case, &limits(), &Agreements::default(), day(4));
    assert_eq!((found[0].code, found[0].due, found[0].when), (TaskCode::AskForYes, Some(day(3)), TaskWhen::Late));
}

#[test]
fn only_parties_with_a_ground_wait_for_a_call() {
    let mut case = lawful_case();
    case.meetings.push(Meeting {
        id: MeetingId(id(60)),
        kind: Some(MeetingKind::First),
        held_on: day(14).to_string(),
        ..Meeting::default()
    });
    assert!(!codes(&case, 2).contains(&TaskCode::SendCall), "nobody has a ground");
    case.grounds.push(consent(1, PartyId(id(10))));
    let waiting: Vec<Task> =
        tasks(&case, &limits(), &Agreements::default(), day(2)).into_iter().filter(|task| task.code == TaskCode::SendCall).collect();
    assert_eq!(waiting.iter().map(|task| task.record).collect::<Vec<_>>(), [Some(id(10))]);
}

#[test]
fn a_fixed_version_waits_to_be_filed_until_it_is() {
    let mut case = with_version(lawful_case());
    assert!(codes(&case, 15).contains(&TaskCode::FilePlan));
    case.filings.push(Filing {
        id: RecordId(id(51)),
        at: at(15),
        by: String::new(),
        version: VersionId(id(50)),
        on: day(15),
        reference: "dnr 1".into(),
    });
    assert!(!codes(&case, 15).contains(&TaskCode::FilePlan));
}

#[test]
fn a_draft_that_has_moved_on_waits_to_be_fixed() {
    let mut case = with_version(lawful_case());
    assert!(!codes(&case, 20).contains(&TaskCode::FixPlan));
    case.measures[0].person = "Eva Ström".into();
    assert!(codes(&case, 20).contains(&TaskCode::FixPlan));
}

#[test]
fn a_follow_up_that_was_not_held_is_overdue_and_stands_first() {
    let mut case = with_version(lawful_case());
    case.meetings.push(Meeting {
        id: MeetingId(id(61)),
        kind: Some(MeetingKind::FollowUp),
        held_on: day(56).to_string(),
        ..Meeting::default()
    });
    assert!(codes(&case, 40).contains(&TaskCode::FollowUpComing));
    assert_eq!(codes(&case, 57)[0], TaskCode::FollowUpOverdue);
}

#[test]
fn a_ground_that_ends_soon_is_said_unless_it_was_renewed() {
    let mut case = lawful_case();
    case.grounds.push(consent(1, PartyId(id(10))));
    assert!(!codes(&case, 60).contains(&TaskCode::GroundEnding));
    assert!(codes(&case, 71).contains(&TaskCode::GroundEnding));
    case.grounds.push(Ground { valid_to: Some(day(200)), ..consent(2, PartyId(id(10))) });
    assert!(!codes(&case, 71).contains(&TaskCode::GroundEnding));
}

#[test]
fn a_ground_that_ends_before_the_next_meeting_is_said_however_far_off() {
    let mut case = lawful_case();
    case.grounds.push(consent(1, PartyId(id(10))));
    let booked = |case: &mut Case, on| {
        case.meetings = vec![Meeting { id: MeetingId(id(60)), held_on: day(on).to_string(), ..Meeting::default() }];
    };
    booked(&mut case, 100);
    assert!(!codes(&case, 20).contains(&TaskCode::GroundEnding), "it still holds on the day of the meeting");
    booked(&mut case, 101);
    assert!(codes(&case, 20).contains(&TaskCode::GroundEnding));
}

fn annul(case: &mut Case, kind: AnnulledKind, record: u128) {
    let annulment =
        Annulment { id: RecordId(id(99)), at: at(3), by: String::new(), kind, record: RecordId(id(record)), reason: "fel".into() };
    case.annulments.push(annulment);
}

#[test]
fn an_annulled_ground_neither_ends_nor_renews() {
    let mut case = lawful_case();
    case.grounds.push(consent(1, PartyId(id(10))));
    case.grounds.push(Ground { valid_to: Some(day(200)), ..consent(2, PartyId(id(10))) });
    annul(&mut case, AnnulledKind::Ground, 2);
    let ending: Vec<Task> =
        tasks(&case, &limits(), &Agreements::default(), day(71)).into_iter().filter(|task| task.code == TaskCode::GroundEnding).collect();
    assert_eq!(ending.iter().map(|task| task.record).collect::<Vec<_>>(), [Some(id(1))]);
}

#[test]
fn a_deviation_that_was_sent_waits_for_its_answer_unless_it_was_annulled() {
    let mut case = lawful_case();
    let deviation = Deviation {
        id: RecordId(id(70)),
        at: at(2),
        by: String::new(),
        kind: DeviationKind::NoReply,
        party: None,
        meeting: None,
        on: day(2),
        event: "Svar saknas.".into(),
        consequence: String::new(),
        action: String::new(),
        sent_to: String::new(),
    };
    case.deviations.push(deviation.clone());
    assert!(!codes(&case, 3).contains(&TaskCode::DeviationUnanswered), "it was sent to nobody");
    case.deviations[0].sent_to = "verksamhetschefen".into();
    assert!(codes(&case, 3).contains(&TaskCode::DeviationUnanswered));
    let mut annulled = case.clone();
    annul(&mut annulled, AnnulledKind::Deviation, 70);
    assert!(!codes(&annulled, 3).contains(&TaskCode::DeviationUnanswered));
    case.deviation_answers.push(DeviationAnswer {
        id: RecordId(id(71)),
        at: at(4),
        by: String::new(),
        deviation: deviation.id,
        on: day(4),
        answered_by: "chefen".into(),
        answer: "Vi har en ny rutin.".into(),
    });
    assert!(!codes(&case, 5).contains(&TaskCode::DeviationUnanswered));
}

#[test]
fn what_has_a_day_goes_first_by_how_near_it_is() {
    let near = |due: Option<u64>, today: u64| TaskWhen::of(due.map(day), day(today));
    assert_eq!([near(Some(1), 2), near(Some(2), 2), near(Some(3), 2)], [TaskWhen::Late, TaskWhen::Today, TaskWhen::Week]);
    assert_eq!([near(Some(9), 2), near(Some(10), 2), near(None, 2)], [TaskWhen::Week, TaskWhen::Later, TaskWhen::Undated]);
    assert!(TaskWhen::Week < TaskWhen::Undated && TaskWhen::Undated < TaskWhen::Later, "what can be done now goes before what is far off");

    let mut case = with_version(lawful_case());
    case.open_questions.push(OpenQuestion { text: "Vem betalar?".into(), answer_by: day(16).to_string(), ..OpenQuestion::default() });
    let found = tasks(&case, &limits(), &Agreements::default(), day(16));
    assert_eq!((found[0].code, found[0].when), (TaskCode::QuestionDue, TaskWhen::Today), "before what has no day");
    assert!(found.windows(2).all(|pair| pair[0].when <= pair[1].when));
}

#[test]
fn a_call_is_to_be_sent_before_the_day_of_its_meeting() {
    let mut case = lawful_case();
    case.grounds.push(consent(1, PartyId(id(10))));
    case.meetings.push(Meeting {
        id: MeetingId(id(60)),
        kind: Some(MeetingKind::First),
        held_on: day(14).to_string(),
        ..Meeting::default()
    });
    let found = tasks(&case, &limits(), &Agreements::default(), day(2));
    let call = found.iter().find(|task| task.code == TaskCode::SendCall).expect("it waits");
    assert_eq!((call.due, call.when), (Some(day(14)), TaskWhen::Later));
}

fn running(case: &Case, on: u64) -> Vec<(ClockCode, NaiveDate, i32)> {
    let limits = Limits { need_to_meeting: Some(21), ..limits() };
    clocks(case, &limits, &Agreements::default(), day(on)).into_iter().map(|clock| (clock.code, clock.day, clock.days)).collect()
}

#[test]
fn the_countys_clocks_run_from_the_need_and_the_person_waits_since_the_day_that_is_written() {
    let mut case = empty_case();
    assert_eq!(running(&case, 4), [], "nobody knows from when");
    case.need.seen_on = day(0).to_string();
    case.need.guarantee_on = day(90).to_string();
    assert_eq!(
        running(&case, 4),
        [
            (ClockCode::Waiting, day(0), 4),
            (ClockCode::NeedToCall, day(3), -1),
            (ClockCode::NeedToMeeting, day(21), 17),
            (ClockCode::CareGuarantee, day(90), 86),
        ]
    );
    case.need.waiting_since = (day(0) - Days::new(30)).to_string();
    assert_eq!(running(&case, 4)[0], (ClockCode::Waiting, day(0) - Days::new(30), 34));
    case.need.waiting_since = day(9).to_string();
    assert!(running(&case, 4).iter().all(|(code, ..)| *code != ClockCode::Waiting), "a day to come is no waiting");
}

#[test]
fn the_clocks_stop_where_there_is_a_plan_or_no_number() {
    let mut case = empty_case();
    case.need.seen_on = day(0).to_string();
    let unknown = Limits { need_to_call: None, need_to_meeting: None, ground_ends_soon: 30 };
    let found = clocks(&case, &unknown, &Agreements::default(), day(4));
    assert_eq!(found.iter().map(|clock| clock.code).collect::<Vec<_>>(), [ClockCode::Waiting], "no agreement, no limit");
    assert_eq!(running(&with_version(lawful_case()), 20), []);
}
