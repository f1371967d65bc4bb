//! Kallelse, inbjudan and the letter to the person: sent through the gate, and answered.

use super::{
    documents::{DocumentName, paper},
    protected,
};
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    app::{Acting, Leaving, sha256},
    describe::{byte_commands, commands},
    view::CaseReply,
    words::texts,
};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Europe::Stockholm;
use samsyn_exchange::calendar::{Event, calendar_file};
use samsyn_plan::{
    acts::{self, CallReply},
    calling::{self, Appointment},
    case::Case,
    codes::*,
    dates::{parse_date, parse_time},
    drafts::Meeting,
    gate::{self, Permit, Purpose, Recipient},
    ids::{CallId, CaseId, MeetingId, PartyId, RecordId},
    protection,
    text::is_blank,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "call.send" Act [SchoolMayNotCall, NotFound, EmptyField, DateUnreadable, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce,
        AttendanceNotCovered, OnlyTheyTell, MeetingCancelled, MeetingApartUnasked] send: CallSend => CaseReply;
    "reply.record" Act [NotFound, EmptyField] reply: ReplyRecord => CaseReply;
}

byte_commands! {
    "call.calendar" Act [NotFound, CallMissing, DateUnreadable, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce,
        AttendanceNotCovered, OnlyTheyTell] calendar: CallCalendar;
}

/// Sends a kallelse, an inbjudan or, to the person, a letter: a new one, a changed one, a reminder or that the meeting is
/// cancelled, whichever the recipient needs. It is entered in the utlämnandelogg.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallSend {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The party; nothing where it is the person.
    #[serde(default)]
    party: Option<PartyId>,
    /// How it is sent.
    delivery: Delivery,
}

/// Gives what was sent to a recipient last as a calendar file. It is entered in the utlämnandelogg.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallCalendar {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The party; nothing where it is the person.
    #[serde(default)]
    party: Option<PartyId>,
}

/// An answer to a kallelse or an inbjudan.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplyRecord {
    /// The case.
    case: CaseId,
    /// What it answers.
    call: CallId,
    /// The answer.
    reply: Reply,
    /// Who comes instead, and with what title.
    #[serde(default)]
    replacement: String,
    /// Why not, or another word.
    #[serde(default)]
    note: String,
}

fn send(app: &mut App, call: &Call, request: CallSend) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let case = &acting.case;
        let meeting = case.meeting(request.meeting).ok_or_else(|| AppError::at(Code::NotFound, "meeting"))?;
        if !acting.organisation.may_call(acting.agreements) {
            return Err(AppError::new(Code::SchoolMayNotCall));
        }
        let recipient = Recipient::of(request.party);
        let permit = gate::permit(case, recipient, Purpose::Attend, acting.today)?;
        let occasion = calling::standing(case, meeting, request.party, acting.today).next;
        let occasion = occasion.ok_or_else(|| AppError::at(Code::MeetingCancelled, "meeting"))?;
        if occasion != CallOccasion::Cancelled {
            can_be_called_to(case, meeting)?;
            protected::may_be_invited(case, meeting, request.party, acting.today)?;
        }
        let appointment = Appointment::now(case, meeting, &permit);
        let document = paper(&acting.sheet(), DocumentName::Call { meeting: meeting.id, party: request.party }, recipient)?;
        let bytes = samsyn_print::pdf(&document).map_err(|_| AppError::new(Code::Internal))?;
        let sha256 = sha256(&bytes);
        let party = request.party.and_then(|party| case.party(party));
        acting.insert(&acts::Call {
            id: CallId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: meeting.id,
            party: request.party,
            kind: party.map_or(CallKind::Letter, |party| party.call_kind(acting.agreements)),
            delivery: request.delivery,
            ground: permit.grounds().last().copied(),
            sha256: sha256.clone(),
            occasion,
            held_on: appointment.on,
            starts: appointment.starts,
            ends: appointment.ends,
            place: appointment.place,
        })?;
        disclose(acting, DisclosureKind::Call, meeting.id, &permit, request.delivery, sha256)
    })
}

/// Enters in the utlämnandelogg what was sent before a meeting.
fn disclose(
    acting: &Acting<'_>,
    kind: DisclosureKind,
    meeting: MeetingId,
    permit: &Permit,
    delivery: Delivery,
    sha256: String,
) -> Result<(), AppError> {
    acting.disclose(permit, Leaving { kind, delivery, version: None, meeting: Some(meeting), sha256, name: None })
}

/// The file is made whether it has been entered already or not: whoever asks again, since the reply was lost, gets it again, as
/// long as it is the same.
fn calendar(app: &mut App, call: &Call, request: CallCalendar) -> Result<Vec<u8>, AppError> {
    let case = app.case(request.case)?;
    let meeting = case.meeting(request.meeting).ok_or_else(|| AppError::at(Code::NotFound, "meeting"))?;
    let permit = gate::permit(&case, Recipient::of(request.party), Purpose::Attend, call.today)?;
    let file = calendar_file(&event(&case, meeting, &permit)?);
    app.leave(call, request.case, &file, |acting| {
        disclose(acting, DisclosureKind::Calendar, meeting.id, &permit, Delivery::SavedFile, sha256(&file))
    })?;
    Ok(file)
}

/// What a recipient has been sent last, as it is entered in a calendar. A place that has come to reveal somebody protected is
/// left out, though it was sent before.
fn event(case: &Case, meeting: &Meeting, permit: &Permit) -> Result<Event, AppError> {
    let party = permit.recipient().party();
    let sent = case.newest_call(meeting.id, party).ok_or_else(|| AppError::at(Code::CallMissing, "party"))?;
    let may_know = protection::may_know_place(case, meeting, permit) || Appointment::now(case, meeting, permit).place == sent.place;
    let starts = sent.held_on.and_then(|day| moment(day, &sent.starts)).ok_or_else(|| AppError::at(Code::DateUnreadable, "starts"))?;
    Ok(Event {
        uid: meeting.id.0,
        sequence: calling::changes_sent(case, meeting.id, party),
        sent_at: sent.at,
        starts,
        ends: sent.held_on.and_then(|day| moment(day, &sent.ends)),
        summary: texts().with("calendar-summary", &[("case", &case.number)]),
        place: if may_know { sent.place.clone() } else { String::new() },
        cancelled: sent.occasion == CallOccasion::Cancelled,
    })
}

/// A clock time in Sweden. The hour that is skipped in spring is no time; of the one that comes twice in autumn the first is meant.
fn moment(day: NaiveDate, clock: &str) -> Option<DateTime<Utc>> {
    Stockholm.from_local_datetime(&day.and_time(parse_time(clock)?)).earliest().map(|at| at.with_timezone(&Utc))
}

/// A kallelse needs a day, a time, a place, a purpose and a question: whoever is called must know what for.
fn can_be_called_to(case: &Case, meeting: &Meeting) -> Result<(), AppError> {
    for (field, typed) in
        [("held_on", &meeting.held_on), ("starts", &meeting.starts), ("place", &meeting.place), ("purpose", &meeting.purpose)]
    {
        if is_blank(typed) {
            return Err(AppError::at(Code::EmptyField, field));
        }
    }
    if parse_date(&meeting.held_on).is_none() {
        return Err(AppError::at(Code::DateUnreadable, "held_on"));
    }
    let asks = case.questions.iter().any(|question| question.meeting == Some(meeting.id) && !is_blank(&question.text));
    if asks || meeting.kind == Some(MeetingKind::FollowUp) { Ok(()) } else { Err(AppError::at(Code::EmptyField, "questions")) }
}

fn reply(app: &mut App, call: &Call, request: ReplyRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.calls.iter().find(|sent| sent.id == request.call).ok_or_else(|| AppError::at(Code::NotFound, "call"))?;
        let replacement =
            if request.reply == Reply::Replacement { needed("replacement", &request.replacement)? } else { words(&request.replacement) };
        acting.insert(&CallReply {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            call: request.call,
            reply: request.reply,
            replacement,
            note: words(&request.note),
        })
    })
}
