//! What each recipient of a meeting has been sent, whether it still holds, and what to send next.

use crate::{
    acts::{Call, CallReply},
    case::Case,
    codes::{CallOccasion, Reply},
    dates::{parse_date, parse_time},
    drafts::{Attendance, Meeting},
    gate::{self, Permit, Purpose, Recipient},
    ids::{CallId, MeetingId, PartyId, RecordId},
    protection,
    text::is_blank,
};
use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a recipient of a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    /// Nothing has been sent that the recipient needs to know of now.
    NotCalled,
    /// Called to what stands now, and no answer yet.
    Called,
    /// Called to what stands now, and answered.
    Answered,
    /// What was sent is another day, time or place than what stands now.
    Outdated,
    /// Called to what stands now, and the day to remind has come.
    ReminderDue,
    /// The meeting is cancelled, and the recipient has not been told.
    CancellationToTell,
    /// The meeting is cancelled, and the recipient has been told.
    CancellationTold,
}

/// How one recipient of one meeting stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Standing {
    /// The meeting.
    pub meeting: MeetingId,
    /// The party; nothing where it is the person.
    pub party: Option<PartyId>,
    /// How the recipient stands.
    pub state: CallState,
    /// What was sent last.
    pub call: Option<CallId>,
    /// The answer to what stands now.
    pub reply: Option<RecordId>,
    /// What a kallelse would be, if it were sent now; nothing where there is nothing to tell.
    pub next: Option<CallOccasion>,
}

/// When and where a recipient is wanted: the meeting, or the part of it that a party is called to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The day; nothing where it cannot be read.
    pub on: Option<NaiveDate>,
    /// When it starts, as typed.
    pub starts: String,
    /// When it ends, as typed.
    pub ends: String,
    /// The place, as this recipient gets it; empty where it may not be told.
    pub place: String,
}

impl Appointment {
    /// Day and times as they were sent.
    pub fn sent(call: &Call) -> Self {
        Self { on: call.held_on, starts: call.starts.clone(), ends: call.ends.clone(), place: call.place.clone() }
    }

    /// What stands now for a recipient.
    pub fn now(case: &Case, meeting: &Meeting, permit: &Permit) -> Self {
        let place = protection::meeting_for(case, meeting, permit).place.trim().to_owned();
        Self { place, ..Self::without_place(case, meeting, permit.recipient().party()) }
    }

    fn without_place(case: &Case, meeting: &Meeting, party: Option<PartyId>) -> Self {
        let part = party.and_then(|party| part(case, meeting.id, party));
        let or = |own: Option<&String>, whole: &String| own.filter(|own| !is_blank(own)).unwrap_or(whole).trim().to_owned();
        Self {
            on: parse_date(&meeting.held_on),
            starts: or(part.map(|part| &part.starts), &meeting.starts),
            ends: or(part.map(|part| &part.ends), &meeting.ends),
            place: String::new(),
        }
    }

    /// Whether day and clock times are the same. `13.30` and `13:30` are.
    pub fn same_time(&self, other: &Self) -> bool {
        self.on == other.on && clock(&self.starts) == clock(&other.starts) && clock(&self.ends) == clock(&other.ends)
    }

    /// Whether the place is the same.
    pub fn same_place(&self, other: &Self) -> bool {
        self.place.trim() == other.place.trim()
    }
}

/// A clock time, or the words that were typed instead of one.
fn clock(typed: &str) -> Result<NaiveTime, &str> {
    parse_time(typed).ok_or(typed.trim())
}

/// The part of a meeting that a party is called to, where it is not the whole.
pub fn part(case: &Case, meeting: MeetingId, party: PartyId) -> Option<&Attendance> {
    let of_party = |part: &&Attendance| part.meeting == Some(meeting) && part.party == Some(party);
    let says_something = |part: &&Attendance| !(is_blank(&part.starts) && is_blank(&part.ends) && is_blank(&part.about));
    case.attendances.iter().filter(of_party).find(says_something)
}

/// How every recipient of every meeting stands: the parties in their order, then the person.
pub fn standings(case: &Case, today: NaiveDate) -> Vec<Standing> {
    let recipients = || case.parties.iter().map(|party| Some(party.id)).chain([None]);
    case.meetings.iter().flat_map(|meeting| recipients().map(move |party| standing(case, meeting, party, today))).collect()
}

/// How a recipient of a meeting stands on a day.
pub fn standing(case: &Case, meeting: &Meeting, party: Option<PartyId>, today: NaiveDate) -> Standing {
    let newest = case.newest_call(meeting.id, party);
    let reply = reply(case, meeting, party, today);
    let state = match newest {
        None => CallState::NotCalled,
        Some(call) if case.is_cancelled(meeting.id) => {
            if call.occasion == CallOccasion::Cancelled {
                CallState::CancellationTold
            } else {
                CallState::CancellationToTell
            }
        }
        Some(call) if call.occasion == CallOccasion::Cancelled => CallState::NotCalled,
        Some(call) if is_outdated(case, meeting, call, today) => CallState::Outdated,
        Some(call) if reminder_is_due(meeting, call, reply, today) => CallState::ReminderDue,
        Some(_) if reply.is_some() => CallState::Answered,
        Some(_) => CallState::Called,
    };
    let next = match state {
        CallState::NotCalled if case.is_cancelled(meeting.id) => None,
        CallState::NotCalled => Some(CallOccasion::New),
        CallState::Outdated => Some(CallOccasion::Changed),
        CallState::ReminderDue => Some(CallOccasion::Reminder),
        CallState::CancellationToTell | CallState::CancellationTold => Some(CallOccasion::Cancelled),
        // The same once more.
        CallState::Called | CallState::Answered => newest.map(|call| call.occasion),
    };
    Standing { meeting: meeting.id, party, state, call: newest.map(|call| call.id), reply: reply.map(|reply| reply.id), next }
}

/// The newest that was sent to a recipient and differs from what stands now: what a changed kallelse changes.
pub fn sent_before<'a>(case: &'a Case, meeting: &Meeting, party: Option<PartyId>, today: NaiveDate) -> Option<&'a Call> {
    case.calls.iter().rfind(|call| call.meeting == meeting.id && call.party == party && is_outdated(case, meeting, call, today))
}

/// How many changes of a meeting a recipient has been sent, the cancellation among them.
pub fn changes_sent(case: &Case, meeting: MeetingId, party: Option<PartyId>) -> usize {
    let change = |call: &&Call| matches!(call.occasion, CallOccasion::Changed | CallOccasion::Cancelled);
    case.calls.iter().filter(|call| call.meeting == meeting && call.party == party).filter(change).count()
}

/// Whether what was sent is no longer so. Calls from before the program kept what was sent cannot be.
fn is_outdated(case: &Case, meeting: &Meeting, call: &Call, today: NaiveDate) -> bool {
    let sent = Appointment::sent(call);
    if sent.on.is_none() {
        return false;
    }
    match gate::permit(case, Recipient::of(call.party), Purpose::Attend, today) {
        Ok(permit) => {
            let now = Appointment::now(case, meeting, &permit);
            !sent.same_time(&now) || !sent.same_place(&now)
        }
        // Somebody who may not be told anything now may not be told of another place either.
        Err(_) => !sent.same_time(&Appointment::without_place(case, meeting, call.party)),
    }
}

/// The newest answer to what stands now: one to another day, time or place says nothing of this one.
fn reply<'a>(case: &'a Case, meeting: &Meeting, party: Option<PartyId>, today: NaiveDate) -> Option<&'a CallReply> {
    let of_recipient = case.calls.iter().rev().filter(|call| call.meeting == meeting.id && call.party == party);
    let holds = |call: &&Call| call.occasion != CallOccasion::Cancelled && !is_outdated(case, meeting, call, today);
    let holding: Vec<CallId> = of_recipient.take_while(holds).map(|call| call.id).collect();
    case.replies.iter().rfind(|reply| holding.contains(&reply.call))
}

/// Whether a recipient should be reminded: the day has come, nothing was sent since, and nobody has said no.
fn reminder_is_due(meeting: &Meeting, newest: &Call, reply: Option<&CallReply>, today: NaiveDate) -> bool {
    let before_the_meeting = parse_date(&meeting.held_on).is_none_or(|day| today <= day);
    let sent_since = |from: NaiveDate| newest.occasion == CallOccasion::Reminder || newest.at.date_naive() >= from;
    parse_date(&meeting.remind_on).is_some_and(|from| from <= today && before_the_meeting && !sent_since(from))
        && reply.is_none_or(|reply| reply.reply != Reply::CannotCome)
}

#[cfg(test)]
mod tests;
