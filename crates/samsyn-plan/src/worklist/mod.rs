//! What a case waits for: the lines of the arbetslista.

mod clocks;

pub use clocks::{Clock, ClockCode, clocks};

use crate::{
    calling::{self, CallState, Standing},
    case::Case,
    child,
    codes::*,
    dates::parse_date,
    discharge,
    drafts::Meeting,
    gate, plan,
    profile::{Agreements, Limits},
    text::is_blank,
};
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
    /// How near that day is.
    pub when: TaskWhen,
    /// The record that it is about, such as a party or a version.
    pub record: Option<Uuid>,
    /// Whom it is about, in words: a party's unit or name.
    pub about: String,
}

/// How near the day of something is. The order is that in which things are done: what has no day can be done now, and stands before
/// what is further off than a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskWhen {
    /// The day has passed.
    Late,
    /// It is today.
    Today,
    /// It is within a week.
    Week,
    /// No day is set.
    Undated,
    /// It is further off.
    Later,
}

/// How long a week is.
const WEEK: Days = Days::new(7);

impl TaskWhen {
    /// How near a day is.
    pub fn of(due: Option<NaiveDate>, today: NaiveDate) -> Self {
        match due {
            None => Self::Undated,
            Some(due) if due < today => Self::Late,
            Some(due) if due == today => Self::Today,
            Some(due) if today.checked_add_days(WEEK).is_some_and(|last| due <= last) => Self::Week,
            Some(_) => Self::Later,
        }
    }
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
    /// Ask how those who may be in danger of each other can meet.
    MeetApart,
    /// Tell somebody who was called that the meeting is cancelled.
    TellOfCancellation,
    /// Send the new day, time or place to somebody who was called to another.
    SendChangedCall,
    /// Call to a meeting at discharge, within the days of 4 kap. 3 § (2017:612).
    CallAtDischarge,
    /// Send a kallelse or an inbjudan.
    SendCall,
    /// Remind somebody who was called.
    SendReminder,
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
    /// A guardian has not answered.
    GuardianAnswer,
    /// A child comes of age soon, and the guardians' consents stop counting.
    TurnsEighteen,
    /// Book the next meeting.
    BookFollowUp,
    /// An open question should have been answered.
    QuestionDue,
    /// A responsibility was handed over, and nobody has confirmed it.
    ReceiptMissing,
    /// An individual plan under LSS is reviewed at least once a year (10 § LSS).
    LssReview,
    /// A deviation that was sent to somebody has no answer.
    DeviationUnanswered,
}

/// How long before the 18th birthday it is said.
const SOON_OF_AGE: Days = Days::new(90);

/// What a case waits for on a day.
pub fn tasks(case: &Case, limits: &Limits, agreements: &Agreements, today: NaiveDate) -> Vec<Task> {
    let mut found = Vec::new();
    if case.is_away() {
        return found;
    }
    if case.is_closed() {
        file_and_give(case, today, &mut found);
        found.retain(|task| task.code == TaskCode::FilePlan);
        return found;
    }
    if case.sip_yes().is_none() && child::sip_yes_missing(case, today).contains(&None) {
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
    receipts(case, today, &mut found);
    by_law(case, agreements, today, &mut found);
    deviations(case, today, &mut found);
    children(case, today, &mut found);
    for question in case.open_questions.iter().filter(|question| !is_blank(&question.text) && is_blank(&question.solution)) {
        if let Some(due) = parse_date(&question.answer_by) {
            found.push(task(TaskCode::QuestionDue, Some(due), today, Some(question.id.0), question.owner.trim().to_owned()));
        }
    }
    if case.newest_version().is_some() && case.next_meeting_after(today.pred_opt().unwrap_or(today)).is_none() {
        found.push(task(TaskCode::BookFollowUp, None, today, None, String::new()));
    }
    found.sort_by_key(|task| (task.when, task.due, task.code));
    found
}

/// What has a day by law: the kallelse at discharge, and the yearly review of a plan under LSS.
fn by_law(case: &Case, agreements: &Agreements, today: NaiveDate, found: &mut Vec<Task>) {
    if let Some(clock) = discharge::clock(case, agreements, today).filter(|clock| clock.called_at.is_none()) {
        found.push(task(TaskCode::CallAtDischarge, Some(clock.call_by), today, Some(clock.notice.0), String::new()));
    }
    if let Some(due) = discharge::review_due(case, today) {
        found.push(task(TaskCode::LssReview, Some(due), today, None, String::new()));
    }
}

fn task(code: TaskCode, due: Option<NaiveDate>, today: NaiveDate, record: Option<Uuid>, about: String) -> Task {
    Task { code, due, when: TaskWhen::of(due, today), record, about }
}

fn meetings(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    for meeting in &case.meetings {
        let Some(day) = parse_date(&meeting.held_on) else { continue };
        let held =
            case.presences.iter().any(|mark| mark.meeting == meeting.id) || case.follow_ups.iter().any(|done| done.meeting == meeting.id);
        let record = Some(meeting.id.0);
        if crate::protection::asks_apart(case, meeting, today) {
            found.push(task(TaskCode::MeetApart, Some(day).filter(|day| *day >= today), today, record, String::new()));
        }
        if day >= today && !held {
            calls(case, meeting, day, today, found);
        }
        if case.is_cancelled(meeting.id) {
            continue;
        }
        if day == today && !held {
            found.push(task(TaskCode::MeetingToday, Some(day), today, record, String::new()));
        } else if meeting.kind == Some(MeetingKind::FollowUp) && !held {
            let code = if day < today { TaskCode::FollowUpOverdue } else { TaskCode::FollowUpComing };
            found.push(task(code, Some(day), today, record, String::new()));
        }
    }
}

/// What waits to be sent before a meeting, to those whom the gate lets it be sent to; and calls without an answer. To a
/// follow-up nobody need be called, but whoever was is told of what changes. What is sent is of use on the meeting's `day` at latest.
fn calls(case: &Case, meeting: &Meeting, day: NaiveDate, today: NaiveDate, found: &mut Vec<Task>) {
    let is_first = meeting.kind == Some(MeetingKind::First);
    for party in case.parties.iter().map(Some).chain([None]) {
        let id = party.map(|party| party.id);
        let may = gate::permit(case, gate::Recipient::of(id), gate::Purpose::Attend, today).is_ok();
        let waits = match calling::standing(case, meeting, id, today) {
            Standing { state: CallState::NotCalled, next: Some(_), .. } if may && is_first && party.is_some() => {
                (TaskCode::SendCall, Some(day))
            }
            Standing { state: CallState::Called, .. } if is_first && party.is_some() => {
                (TaskCode::AnswerMissing, parse_date(&meeting.answer_by))
            }
            Standing { state: CallState::Outdated, .. } if may => (TaskCode::SendChangedCall, Some(day)),
            Standing { state: CallState::CancellationToTell, .. } if may => (TaskCode::TellOfCancellation, Some(day)),
            Standing { state: CallState::ReminderDue, .. } if may => (TaskCode::SendReminder, parse_date(&meeting.remind_on)),
            _ => continue,
        };
        let (record, about) =
            party.map_or_else(|| (case.person.id.0, case.person.first_name.trim().to_owned()), |party| (party.id.0, party.short_name()));
        found.push(task(waits.0, waits.1, today, Some(record), about));
    }
}

/// A meeting has been held and no version was fixed since, or the draft has moved on from the newest version.
fn fixing_waits(case: &Case, today: NaiveDate) -> bool {
    let met = case.presences.iter().any(|mark| mark.mark == Presence::Came);
    match case.newest_version() {
        None => met,
        Some(_) if case.names_the_wrong_person() => true,
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
    for recipient in plan::not_handed_over(case, today) {
        found.push(match recipient.and_then(|party| case.party(party)) {
            None => task(TaskCode::GiveToPerson, None, today, Some(version.id.0), about.clone()),
            Some(party) => task(TaskCode::GiveCopy, None, today, Some(party.id.0), party.short_name()),
        });
    }
}

/// Deviations that were sent to somebody and have had no answer.
fn deviations(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    let sent = case.standing_deviations().filter(|deviation| !is_blank(&deviation.sent_to));
    for deviation in sent.filter(|deviation| case.deviation_answer(deviation.id).is_none()) {
        found.push(task(TaskCode::DeviationUnanswered, None, today, Some(deviation.id.0), deviation.sent_to.trim().to_owned()));
    }
}

fn receipts(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    for given in case.unconfirmed_hand_overs() {
        found.push(task(TaskCode::ReceiptMissing, Some(given.on), today, Some(given.id.0), given.to.trim().to_owned()));
    }
}

fn grounds_ending(case: &Case, limits: &Limits, today: NaiveDate, found: &mut Vec<Task>) {
    let Some(soon) = today.checked_add_days(Days::new(limits.ground_ends_soon.into())) else { return };
    // A ground that ends before the next meeting is worth a word however far off that is: nobody could be called to it.
    let before_meeting = case.next_meeting_after(today).and_then(|(_, day)| day.pred_opt());
    let horizon = before_meeting.map_or(soon, |day| day.max(soon));
    let holds = |ground: &&crate::acts::Ground| {
        ground.answer == Answer::Yes && !gate::is_withdrawn(case, ground.id, today) && !case.is_annulled(ground.id.0)
    };
    // A ground of one day, such as the duty to tell of a discharge, is for what was told that day.
    let goes_on = |ground: &&crate::acts::Ground| ground.valid_to != Some(ground.valid_from);
    for ground in case.grounds.iter().filter(holds).filter(goes_on) {
        let renewed = case.grounds.iter().filter(holds).any(|later| {
            let same = later.party == ground.party && later.given_by == ground.given_by;
            same && later.valid_to.is_none_or(|last| Some(last) > ground.valid_to)
        });
        if let Some(last) = ground.valid_to.filter(|last| *last >= today && *last <= horizon && !renewed) {
            let about = case.party(ground.party).map(crate::drafts::Party::short_name).unwrap_or_default();
            found.push(task(TaskCode::GroundEnding, Some(last), today, Some(ground.id.0), about));
        }
    }
}

/// Guardians who have not answered, and a child who comes of age soon.
fn children(case: &Case, today: NaiveDate, found: &mut Vec<Task>) {
    if !case.is_child_on(today) {
        return;
    }
    for (guardian, _) in child::silent_guardians(case, today) {
        let about = case.party(guardian).map(crate::drafts::Party::short_name).unwrap_or_default();
        found.push(task(TaskCode::GuardianAnswer, None, today, Some(guardian.0), about));
    }
    let soon = today.checked_add_days(SOON_OF_AGE);
    if let Some(birthday) = child::eighteen_on(&case.person).filter(|birthday| Some(*birthday) <= soon) {
        found.push(task(TaskCode::TurnsEighteen, Some(birthday), today, None, case.person.first_name.trim().to_owned()));
    }
}

#[cfg(test)]
mod tests;
