//! What a case waits for: the lines of the arbetslista.

use crate::{case::Case, codes::*, dates::parse_date, gate, plan, profile::Limits, text::is_blank};
use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Something to do in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Task {
    /// What.
    pub code: TaskCode,
    /// By when; nothing where no day is set.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// The record that it is about, such as a party or a version.
    pub record: Option<Uuid>,
    /// Whom it is about, in words: a party's unit or name.
    pub about: String,
}

/// What can be to do. The order is that of the arbetslista.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskCode {
    /// The meeting is today.
    MeetingToday,
    /// A follow-up has passed without being held.
    FollowUpOverdue,
    /// Ask the person about a SIP.
    AskForYes,
    /// Send a kallelse or an inbjudan.
    SendCall,
    /// An answer is missing.
    AnswerMissing,
    /// Fix the plan.
    FixPlan,
    /// Note the version as filed in one's own akt.
    FilePlan,
    /// Give the person the plan.
    GiveToPerson,
    /// Give a party its copy.
    GiveCopy,
    /// Prepare the follow-up.
    FollowUpComing,
    /// A ground ends soon.
    GroundEnding,
    /// Book the next meeting.
    BookFollowUp,
    /// An open question should have been answered.
    QuestionDue,
}

/// What a case waits for on a day.
pub fn tasks(case: &Case, limits: &Limits, today: NaiveDate) -> Vec<Task> {
    let mut found = Vec::new();
    if case.is_closed() {
        file_and_give(case, today, &mut found);
        found.retain(|task| task.code == TaskCode::FilePlan);
        return found;
    }
    if case.sip_yes().is_none() {
        let seen = parse_date(&case.need.seen_on);
        let due = limits.need_to_call.zip(seen).and_then(|(days, seen)| seen.checked_add_days(Days::new(days.into())));
        found.push(task(TaskCode::AskForYes, due, today, None, String::new()));
    }
    meetings(case, today, &mut found);
    if fixing_waits(case, today) {
        found.push(task(TaskCode::FixPlan, None, today, None, String::new()));
    }
    file_and_give(case, today, &mut found);
    grounds_ending(case, limits, today, &mut found);
    for question in case.open_questions.iter().filter(|question| !is_blank(&question.text) && is_blank(&question.solution)) {
        if let Some(due) = parse_date(&question.answer_by) {
            found.push(task(TaskCode::QuestionDue, Some(due), today, Some(question.id.0), question.owner.trim().to_owned()));
        }
    }
    if case.newest_version().is_some() && case.next_meeting_after(today.pred_opt().unwrap_or(today)).is_none() {
        found.push(task(TaskCode::BookFollowUp, None, today, None, String::new()));
    }
    found.sort_by_key(|task| (!task.overdue, task.code, task.due));
    found
}

fn task(code: TaskCode, due: Option<NaiveDate>, today: NaiveDate, record: Option<Uuid>, about: String) -> Task {
    Task { code, due, overdue: due.is_some_and(|due| due < today), record, about }
}

fn meetings(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    for meeting in &case.meetings {
        let Some(day) = parse_date(&meeting.held_on) else { continue };
        let held =
            case.presences.iter().any(|mark| mark.meeting == meeting.id) || case.follow_ups.iter().any(|done| done.meeting == meeting.id);
        let record = Some(meeting.id.0);
        if day == today && !held {
            found.push(task(TaskCode::MeetingToday, Some(day), today, record, String::new()));
        } else if meeting.kind == Some(MeetingKind::FollowUp) && !held {
            let code = if day < today { TaskCode::FollowUpOverdue } else { TaskCode::FollowUpComing };
            found.push(task(code, Some(day), today, record, String::new()));
        }
        if meeting.kind == Some(MeetingKind::First) && day >= today && !held {
            calls(case, meeting.id, parse_date(&meeting.answer_by), today, found);
        }
    }
}

/// Parties whom a ground lets be called and who have not been; and calls without an answer.
fn calls(case: &Case, meeting: crate::ids::MeetingId, answer_by: Option<NaiveDate>, today: NaiveDate, found: &mut Vec<Task>) {
    for party in &case.parties {
        let sent = case.calls.iter().rfind(|call| call.meeting == meeting && call.party == Some(party.id));
        match sent {
            None if gate::permit(case, gate::Recipient::Party(party.id), gate::Purpose::Attend, today).is_ok() => {
                found.push(task(TaskCode::SendCall, None, today, Some(party.id.0), party.short_name()));
            }
            Some(call) if case.reply_to(call.id).is_none() => {
                found.push(task(TaskCode::AnswerMissing, answer_by, today, Some(party.id.0), party.short_name()));
            }
            _ => {}
        }
    }
}

/// A meeting has been held and no version was fixed since, or the draft has moved on from the newest version.
fn fixing_waits(case: &Case, today: NaiveDate) -> bool {
    let met = case.presences.iter().any(|mark| mark.mark == Presence::Came);
    match case.newest_version() {
        None => met,
        Some(version) => plan::thaw(&version.content).is_some_and(|fixed| {
            let now = plan::build(case, &fixed.organisation, &fixed.law, today);
            now.goals != fixed.goals
                || now.measures != fixed.measures
                || now.other_measures != fixed.other_measures
                || now.overall != fixed.overall
        }),
    }
}

fn file_and_give(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    let Some(version) = case.newest_version() else { return };
    let about = version.number.to_string();
    if !case.filings.iter().any(|filing| filing.version == version.id) {
        found.push(task(TaskCode::FilePlan, None, today, Some(version.id.0), about.clone()));
    }
    let given = |party| case.disclosures.iter().any(|done| done.version == Some(version.id) && done.party == party);
    if !given(None) {
        found.push(task(TaskCode::GiveToPerson, None, today, Some(version.id.0), about));
    }
    for party in &case.parties {
        let attended = case.calls.iter().any(|call| call.party == Some(party.id));
        let may = gate::permit(case, gate::Recipient::Party(party.id), gate::Purpose::Attend, today).is_ok();
        if attended && may && !given(Some(party.id)) {
            found.push(task(TaskCode::GiveCopy, None, today, Some(party.id.0), party.short_name()));
        }
    }
}

fn grounds_ending(case: &Case, limits: &Limits, today: NaiveDate, found: &mut Vec<Task>) {
    let Some(horizon) = today.checked_add_days(Days::new(limits.ground_ends_soon.into())) else { return };
    for ground in case.grounds.iter().filter(|ground| ground.answer == Answer::Yes && !gate::is_withdrawn(case, ground.id, today)) {
        let renewed = case.grounds.iter().any(|later| {
            later.party == ground.party && later.answer == Answer::Yes && later.valid_to.is_none_or(|last| Some(last) > ground.valid_to)
        });
        if let Some(last) = ground.valid_to.filter(|last| *last >= today && *last <= horizon && !renewed) {
            let about = case.party(ground.party).map(crate::drafts::Party::short_name).unwrap_or_default();
            found.push(task(TaskCode::GroundEnding, Some(last), today, Some(ground.id.0), about));
        }
    }
}

#[cfg(test)]
mod tests;
