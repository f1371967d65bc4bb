//! Kallelser and meetings: when, to whom, and who came.

use super::*;
use samsyn_plan::{
    acts::{Call, PresenceMark},
    codes::{Basis, CallKind, CallOccasion, MeetingForm, MeetingKind, PartyKind, Presence},
    dates::parse_date,
    drafts::{Meeting, Party},
    text::is_blank,
};
use std::collections::BTreeSet;

pub(super) fn meetings(case: &Case, setting: &Setting, facts: &mut Facts) {
    let seen = parse_date(&case.need.seen_on);
    let first_call = case
        .calls
        .iter()
        .filter(|call| call.kind == CallKind::Called && call.occasion != CallOccasion::Cancelled)
        .map(|call| call.at.date_naive())
        .min();
    if let Some(on) = first_call {
        let from_need = days(seen, on);
        let columns = [("limit", within(from_need, setting.profile.limits.need_to_call))];
        facts.add(Fact::FirstCall, case, setting, NewRow { on, columns, numbers: [("from_need", from_need)] });
    }
    called(case, setting, facts);
    for meeting in &case.meetings {
        if let Some(on) = held(case, meeting) {
            attendances(case, meeting, on, setting, facts);
        }
    }
    let first = case.first_meeting().filter(|meeting| meeting.kind == Some(MeetingKind::First));
    if let Some((meeting, on)) = first.and_then(|meeting| Some((meeting, held(case, meeting)?))) {
        let from_need = days(seen, on);
        let columns = [
            ("limit", within(from_need, setting.profile.limits.need_to_meeting)),
            ("person", person(case, meeting)),
            ("child_view", child_view(case, on)),
            ("relative", yes_no(came(case, meeting, &[PartyKind::Relative, PartyKind::Guardian]))),
            ("interpreter", yes_no(!is_blank(&meeting.interpreter))),
        ];
        let numbers = [("from_need", from_need), ("from_call", days(first_call, on))];
        facts.add(Fact::FirstMeeting, case, setting, NewRow { on, columns, numbers });
    }
}

/// The day of a meeting at which somebody was; nothing where it was not held.
fn held(case: &Case, meeting: &Meeting) -> Option<NaiveDate> {
    let was_there = |mark: &&PresenceMark| mark.mark.was_there();
    case.presence(meeting.id).iter().any(was_there).then(|| parse_date(&meeting.held_on))?
}

/// Each party's first kallelse or inbjudan to a meeting.
fn called(case: &Case, setting: &Setting, facts: &mut Facts) {
    let mut seen = BTreeSet::new();
    let sent = case.calls.iter().filter(|call| call.kind != CallKind::Letter && call.occasion != CallOccasion::Cancelled);
    for call in sent {
        let Some(party) = call.party.filter(|party| seen.insert((call.meeting, *party))) else { continue };
        let columns = [("ground", ground(case, call)), ("principal", principal(case.party(party)))];
        facts.add(Fact::Called, case, setting, NewRow { on: call.at.date_naive(), columns, numbers: [] });
    }
}

/// What a kallelse rested on: a consent that was given by the day when it was sent, another ground, or nothing.
fn ground(case: &Case, call: &Call) -> &'static str {
    let ground = call.ground.and_then(|id| case.grounds.iter().find(|ground| ground.id == id));
    match ground.filter(|ground| ground.on <= call.at.date_naive()) {
        None => "none",
        Some(ground) if ground.basis == Basis::Consent => "consent",
        Some(_) => "other",
    }
}

/// How each party that was called to a meeting has been marked.
fn attendances(case: &Case, meeting: &Meeting, on: NaiveDate, setting: &Setting, facts: &mut Facts) {
    let marks = case.presence(meeting.id);
    for party in &case.parties {
        let call = case.newest_call(meeting.id, Some(party.id));
        if !call.is_some_and(|call| call.kind == CallKind::Called && call.occasion != CallOccasion::Cancelled) {
            continue;
        }
        let of_party: Vec<Presence> = marks.iter().filter(|mark| mark.party == Some(party.id)).map(|mark| mark.mark).collect();
        let outcome = match of_party.as_slice() {
            [] => UNKNOWN,
            marks if marks.iter().any(|mark| mark.was_there()) => "came",
            marks if marks.contains(&Presence::AbsentNotified) => Presence::AbsentNotified.code(),
            _ => Presence::AbsentSilent.code(),
        };
        let unit = by_profile(&party.unit, setting.profile.units.iter().map(|unit| unit.unit.as_str()));
        let columns = [("outcome", outcome), ("principal", principal(Some(party))), ("unit", unit)];
        facts.add(Fact::Attendance, case, setting, NewRow { on, columns, numbers: [] });
    }
}

/// How the person took part in a meeting: there, by somebody else, by words that were written before or read aloud, or not.
fn person(case: &Case, meeting: &Meeting) -> &'static str {
    let there = |mark: &&PresenceMark| mark.party.is_none() && mark.mark.was_there();
    if case.presence(meeting.id).iter().any(there) {
        return meeting.form.map_or(MeetingForm::Room.code(), Coded::code);
    }
    let asked = &case.preparation;
    let words = [&meeting.own_words, &asked.important, &asked.works, &asked.hard, &asked.change];
    if came(case, meeting, &[PartyKind::Representative]) {
        "representative"
    } else if words.into_iter().any(|words| !is_blank(words)) {
        "own_words"
    } else {
        "no"
    }
}

fn came(case: &Case, meeting: &Meeting, kinds: &[PartyKind]) -> bool {
    let is_of = |party: Option<&Party>| party.and_then(|party| party.kind).is_some_and(|kind| kinds.contains(&kind));
    let there = |mark: &&PresenceMark| mark.mark.was_there();
    case.presence(meeting.id).into_iter().filter(there).any(|mark| is_of(mark.party.and_then(|party| case.party(party))))
}

fn child_view(case: &Case, on: NaiveDate) -> &'static str {
    if case.is_child_on(on) { yes_no(!is_blank(&case.child.opinion)) } else { "adult" }
}

fn principal(party: Option<&Party>) -> &'static str {
    party.and_then(Party::principal).map_or("none", Coded::code)
}
