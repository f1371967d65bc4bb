//! The case: one SIP of one person with all its records.

use crate::{acts::*, codes::*, dates::parse_date, drafts::*, ids::*, person::Person};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One SIP of one person, from the need to the closing. Records stand in the order of their position or of their entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// The number that people use, such as `SIP-2027-0001`. It tells nothing about the person.
    pub number: String,
    /// The kind of plan.
    pub plan_type: PlanType,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// The person.
    pub person: Person,

    /// About the case itself.
    pub frame: Frame,
    /// The need.
    pub need: Need,
    /// What the person wants of the meeting.
    pub preparation: Preparation,
    /// What the plan says as a whole.
    pub plan_frame: PlanFrame,
    /// The parties.
    pub parties: Vec<Party>,
    /// The meetings.
    pub meetings: Vec<Meeting>,
    /// The meetings' questions.
    pub questions: Vec<Question>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Measures by the principals.
    pub measures: Vec<Measure>,
    /// Measures by others.
    pub other_measures: Vec<OtherMeasure>,
    /// What the person and those close do.
    pub own_actions: Vec<OwnAction>,
    /// What the meeting left open.
    pub open_questions: Vec<OpenQuestion>,
    /// Disagreement.
    pub dissents: Vec<Dissent>,
    /// If it gets worse.
    pub crises: Vec<Crisis>,
    /// How goals stand at follow-ups.
    pub goal_ratings: Vec<GoalRating>,
    /// How measures stand at follow-ups.
    pub measure_statuses: Vec<MeasureStatus>,
    /// Forms of acts, half written.
    pub forms: Vec<Form>,

    /// Offers and requests.
    pub offers: Vec<Offer>,
    /// The person's answers to a SIP.
    pub sip_yeses: Vec<SipYes>,
    /// Grounds for telling.
    pub grounds: Vec<Ground>,
    /// Withdrawals of grounds.
    pub withdrawals: Vec<Withdrawal>,
    /// What was sent before meetings.
    pub calls: Vec<Call>,
    /// The answers.
    pub replies: Vec<CallReply>,
    /// Who was in the room.
    pub presences: Vec<PresenceMark>,
    /// When meetings began and ended.
    pub meeting_marks: Vec<MeetingMarked>,
    /// Answers to the plan being read back.
    pub read_backs: Vec<ReadBackAnswer>,
    /// Fixed versions of the plan.
    pub versions: Vec<Version>,
    /// Signatures.
    pub signatures: Vec<Signature>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Filings in one's own akt.
    pub filings: Vec<Filing>,
    /// The utlämnandelogg.
    pub disclosures: Vec<Disclosure>,
    /// Deviations.
    pub deviations: Vec<Deviation>,
    /// Follow-ups that were held.
    pub follow_ups: Vec<FollowUp>,
    /// Evaluations.
    pub evaluations: Vec<Evaluation>,
    /// The closing; one at most.
    pub closings: Vec<Closing>,
}

impl Case {
    /// A party of the case.
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// A meeting of the case.
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == id)
    }

    /// A goal of the case.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// A fixed version of the plan.
    pub fn version(&self, id: VersionId) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The newest fixed version.
    pub fn newest_version(&self) -> Option<&Version> {
        self.versions.iter().max_by_key(|version| version.number)
    }

    /// The person's answer to a SIP being made that holds now.
    pub fn sip_yes(&self) -> Option<&SipYes> {
        self.sip_yeses.last()
    }

    /// Whether the plan is closed.
    pub fn is_closed(&self) -> bool {
        !self.closings.is_empty()
    }

    /// The answer to a kallelse that holds now.
    pub fn reply_to(&self, call: CallId) -> Option<&CallReply> {
        self.replies.iter().rfind(|reply| reply.call == call)
    }

    /// The meeting that runs now, if one does.
    pub fn running_meeting(&self) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| self.newest_mark(meeting.id).is_some_and(|mark| mark.mark == MeetingMark::Started))
    }

    /// The newest mark on a meeting's course.
    pub fn newest_mark(&self, meeting: MeetingId) -> Option<&MeetingMarked> {
        self.meeting_marks.iter().rfind(|mark| mark.meeting == meeting)
    }

    /// The newest mark on each attendant of a meeting: the person (no party) and parties, in the order of their first mark.
    pub fn presence(&self, meeting: MeetingId) -> Vec<&PresenceMark> {
        let mut newest: Vec<&PresenceMark> = Vec::new();
        for mark in self.presences.iter().filter(|mark| mark.meeting == meeting) {
            match newest.iter_mut().find(|earlier| earlier.party == mark.party && earlier.name == mark.name) {
                Some(earlier) => *earlier = mark,
                None => newest.push(mark),
            }
        }
        newest
    }

    /// The first meeting: the earliest one of that kind.
    pub fn first_meeting(&self) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.kind == Some(MeetingKind::First))
    }

    /// The next meeting with a date after a day.
    pub fn next_meeting_after(&self, day: NaiveDate) -> Option<(&Meeting, NaiveDate)> {
        self.meetings
            .iter()
            .filter_map(|meeting| parse_date(&meeting.held_on).map(|date| (meeting, date)))
            .filter(|(_, date)| *date > day)
            .min_by_key(|(_, date)| *date)
    }

    /// Whether an act refers to a draft record, which then cannot be removed.
    pub fn is_used_by_an_act(&self, id: uuid::Uuid) -> bool {
        let party = |candidate: Option<PartyId>| candidate.is_some_and(|candidate| candidate.0 == id);
        let meeting = |candidate: Option<MeetingId>| candidate.is_some_and(|candidate| candidate.0 == id);
        self.grounds.iter().any(|ground| ground.party.0 == id || meeting(ground.meeting))
            || self.calls.iter().any(|call| call.meeting.0 == id || party(call.party))
            || self.presences.iter().any(|mark| mark.meeting.0 == id || party(mark.party))
            || self.meeting_marks.iter().any(|mark| mark.meeting.0 == id)
            || self.read_backs.iter().any(|answer| answer.meeting.0 == id)
            || self.versions.iter().any(|version| meeting(version.meeting))
            || self.disclosures.iter().any(|disclosure| party(disclosure.party) || meeting(disclosure.meeting))
            || self.deviations.iter().any(|deviation| party(deviation.party) || meeting(deviation.meeting))
            || self.follow_ups.iter().any(|follow_up| follow_up.meeting.0 == id)
    }
}

impl Party {
    /// Name and unit as they stand on paper: `Maria Sundin, beroendeenheten`.
    pub fn title_line(&self) -> String {
        [&self.name, &self.title, &self.unit, &self.organisation]
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What people call the party: a unit by its unit, somebody close by name.
    pub fn short_name(&self) -> String {
        let close = matches!(self.kind, Some(PartyKind::Relative | PartyKind::Representative | PartyKind::Other));
        let parts = if close { [&self.name, &self.unit, &self.organisation] } else { [&self.unit, &self.name, &self.organisation] };
        parts.into_iter().map(|part| part.trim()).find(|part| !part.is_empty()).unwrap_or_default().to_owned()
    }
}
