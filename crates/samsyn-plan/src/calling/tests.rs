use super::*;
use crate::{
    acts::{CallReply, MeetingMarked},
    codes::*,
    drafts::Attendance,
    testing::*,
    worklist::{TaskCode, tasks},
};

const UNIT: u128 = 10;
const MEETING: u128 = 60;

fn unit() -> Option<PartyId> {
    Some(PartyId(id(UNIT)))
}

/// A lawful case with a meeting on day 14 that the unit may be called to.
fn planned() -> Case {
    let mut case = lawful_case();
    case.meetings.push(Meeting {
        id: MeetingId(id(MEETING)),
        kind: Some(MeetingKind::First),
        held_on: day(14).to_string(),
        starts: "13.30".into(),
        ends: "14.30".into(),
        place: "Nexus, rum 2".into(),
        ..Meeting::default()
    });
    case.grounds.push(consent(1, PartyId(id(UNIT))));
    case
}

/// Sends to a recipient what the case says now.
fn send(case: &mut Case, number: u128, party: Option<PartyId>, on: u64) {
    let meeting = case.meetings[0].clone();
    let permit = gate::permit(case, Recipient::of(party), Purpose::Attend, day(on)).unwrap();
    let now = Appointment::now(case, &meeting, &permit);
    let occasion = standing(case, &meeting, party, day(on)).next.unwrap();
    case.calls.push(Call {
        id: CallId(id(number)),
        at: at(on),
        by: String::new(),
        meeting: meeting.id,
        party,
        kind: CallKind::Called,
        delivery: Delivery::Post,
        ground: None,
        sha256: String::new(),
        occasion,
        held_on: now.on,
        starts: now.starts,
        ends: now.ends,
        place: now.place,
    });
}

fn answer(case: &mut Case, number: u128, call: u128, reply: Reply) {
    case.replies.push(CallReply {
        id: RecordId(id(number)),
        at: at(3),
        by: String::new(),
        call: CallId(id(call)),
        reply,
        replacement: String::new(),
        note: String::new(),
    });
}

fn cancel(case: &mut Case) {
    case.meeting_marks.push(MeetingMarked {
        id: RecordId(id(90)),
        at: at(5),
        by: String::new(),
        meeting: MeetingId(id(MEETING)),
        mark: MeetingMark::Cancelled,
        reason: "Lokalen brann.".into(),
    });
}

fn of(case: &Case, on: u64) -> (CallState, Option<CallOccasion>) {
    let found = standing(case, &case.meetings[0], unit(), day(on));
    (found.state, found.next)
}

fn codes(case: &Case, on: u64) -> Vec<TaskCode> {
    let limits = crate::profile::Limits { need_to_call: None, need_to_meeting: None, ground_ends_soon: 0 };
    let calling = [
        TaskCode::SendCall,
        TaskCode::AnswerMissing,
        TaskCode::SendChangedCall,
        TaskCode::SendReminder,
        TaskCode::TellOfCancellation,
        TaskCode::MeetingToday,
    ];
    tasks(case, &limits, &crate::profile::Agreements::default(), day(on))
        .into_iter()
        .map(|task| task.code)
        .filter(|code| calling.contains(code))
        .collect()
}

#[test]
fn a_recipient_is_called_and_answers() {
    let mut case = planned();
    assert_eq!(of(&case, 2), (CallState::NotCalled, Some(CallOccasion::New)));
    send(&mut case, 70, unit(), 2);
    assert_eq!(of(&case, 2).0, CallState::Called);
    assert_eq!(codes(&case, 2), [TaskCode::AnswerMissing]);
    answer(&mut case, 80, 70, Reply::Comes);
    let found = standing(&case, &case.meetings[0], unit(), day(3));
    assert_eq!((found.state, found.call, found.reply), (CallState::Answered, Some(CallId(id(70))), Some(RecordId(id(80)))));
    assert_eq!(codes(&case, 3), []);
}

#[test]
fn another_day_time_or_place_makes_what_was_sent_outdated() {
    type Change = fn(&mut Meeting);
    let changes: [(&str, Change, bool); 6] = [
        ("day", |meeting| meeting.held_on = day(15).to_string(), true),
        ("start", |meeting| meeting.starts = "9.00".into(), true),
        ("end", |meeting| meeting.ends = "15.00".into(), true),
        ("place", |meeting| meeting.place = "Hälsocentralen".into(), true),
        ("the same time in other words", |meeting| meeting.starts = "13:30".into(), false),
        ("something else", |meeting| meeting.prepare = "Läs på.".into(), false),
    ];
    for (what, change, outdated) in changes {
        let mut case = planned();
        send(&mut case, 70, unit(), 2);
        change(&mut case.meetings[0]);
        assert_eq!(of(&case, 3).0 == CallState::Outdated, outdated, "{what}");
        assert_eq!(of(&case, 3).1 == Some(CallOccasion::Changed), outdated, "{what}");
        assert_eq!(codes(&case, 3).contains(&TaskCode::SendChangedCall), outdated, "{what}");
    }
}

#[test]
fn an_answer_to_the_old_time_is_none_to_the_new_one() {
    let mut case = planned();
    send(&mut case, 70, unit(), 2);
    answer(&mut case, 80, 70, Reply::Comes);
    case.meetings[0].held_on = day(15).to_string();
    assert_eq!(standing(&case, &case.meetings[0], unit(), day(4)).reply, None);
    send(&mut case, 71, unit(), 4);
    assert_eq!(of(&case, 4), (CallState::Called, Some(CallOccasion::Changed)));
    assert_eq!(sent_before(&case, &case.meetings[0], unit(), day(4)).map(|call| call.id), Some(CallId(id(70))));
    answer(&mut case, 81, 71, Reply::CannotCome);
    assert_eq!(of(&case, 4).0, CallState::Answered);
    assert_eq!(changes_sent(&case, MeetingId(id(MEETING)), unit()), 1);
    // Moved back again: the very first answer was to this time, but the change came after it.
    case.meetings[0].held_on = day(14).to_string();
    assert_eq!(standing(&case, &case.meetings[0], unit(), day(4)).reply, None);
}

#[test]
fn a_reminder_is_due_on_its_day_until_it_is_sent_and_keeps_the_answer() {
    let mut case = planned();
    case.meetings[0].remind_on = day(10).to_string();
    send(&mut case, 70, unit(), 2);
    answer(&mut case, 80, 70, Reply::Comes);
    assert_eq!(of(&case, 9).0, CallState::Answered);
    assert_eq!(of(&case, 10), (CallState::ReminderDue, Some(CallOccasion::Reminder)));
    assert_eq!(codes(&case, 10), [TaskCode::SendReminder]);
    send(&mut case, 71, unit(), 10);
    assert_eq!(of(&case, 11).0, CallState::Answered);
    assert_eq!(changes_sent(&case, MeetingId(id(MEETING)), unit()), 0, "a reminder changes nothing");
    assert_eq!(of(&case, 15).0, CallState::Answered, "nobody is reminded of what has been");
}

#[test]
fn whoever_said_no_is_not_reminded() {
    let mut case = planned();
    case.meetings[0].remind_on = day(10).to_string();
    send(&mut case, 70, unit(), 2);
    answer(&mut case, 80, 70, Reply::CannotCome);
    assert_eq!(of(&case, 10).0, CallState::Answered);
}

#[test]
fn a_cancelled_meeting_is_told_to_those_who_were_called_and_waits_for_nothing_else() {
    let mut case = planned();
    send(&mut case, 70, unit(), 2);
    send(&mut case, 71, None, 2);
    cancel(&mut case);
    assert_eq!(of(&case, 5), (CallState::CancellationToTell, Some(CallOccasion::Cancelled)));
    assert_eq!(codes(&case, 5), [TaskCode::TellOfCancellation, TaskCode::TellOfCancellation]);
    send(&mut case, 72, unit(), 5);
    send(&mut case, 73, None, 5);
    assert_eq!(of(&case, 5).0, CallState::CancellationTold);
    assert_eq!(changes_sent(&case, MeetingId(id(MEETING)), unit()), 1);
    assert_eq!(codes(&case, 14), [], "a cancelled meeting is not held");
    assert_eq!(case.next_meeting_after(day(5)), None);

    let relative = standing(&case, &case.meetings[0], Some(PartyId(id(11))), day(5));
    assert_eq!((relative.state, relative.next), (CallState::NotCalled, None), "who was never called needs no word");
}

#[test]
fn a_party_is_called_to_its_part_alone() {
    let mut case = planned();
    case.attendances.push(Attendance {
        id: RecordId(id(61)),
        meeting: Some(MeetingId(id(MEETING))),
        party: unit(),
        starts: "14.00".into(),
        ..Attendance::default()
    });
    send(&mut case, 70, unit(), 2);
    assert_eq!((case.calls[0].starts.as_str(), case.calls[0].ends.as_str()), ("14.00", "14.30"), "an open end is the meeting's");
    case.meetings[0].starts = "13.00".into();
    assert_eq!(of(&case, 3).0, CallState::Called, "the meeting's start is not the part's");
    case.attendances[0].starts = "13.45".into();
    assert_eq!(of(&case, 3).0, CallState::Outdated);
}

#[test]
fn a_place_that_reveals_somebody_protected_goes_only_to_whom_whereabouts_are_open() {
    let mut case = planned();
    case.person.protection = Some(Protection::ProtectedRegistration);
    case.meetings[0].place_reveals = true;
    send(&mut case, 70, unit(), 2);
    send(&mut case, 71, None, 2);
    assert_eq!((case.calls[0].place.as_str(), case.calls[1].place.as_str()), ("", "Nexus, rum 2"));
    case.meetings[0].place = "En annan hemlig plats".into();
    assert_eq!(of(&case, 3).0, CallState::Called, "whoever does not know the place is not told that it changed");
    assert_eq!(standing(&case, &case.meetings[0], None, day(3)).state, CallState::Outdated);
}

#[test]
fn what_was_sent_before_the_program_kept_it_is_never_outdated() {
    let mut case = planned();
    send(&mut case, 70, unit(), 2);
    let old = &mut case.calls[0];
    (old.held_on, old.starts, old.ends, old.place) = (None, String::new(), String::new(), String::new());
    assert_eq!(of(&case, 3).0, CallState::Called);
}
