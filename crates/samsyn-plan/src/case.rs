//! The case: one SIP of one person with all its records.

use crate::{acts::*, codes::*, dates::parse_date, drafts::*, ids::*, person::Person, profile::Agreements};
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
    /// Another case of the person says that the home is a protected guardian's: protection holds for the person, not for a case.
    pub home_is_protected: bool,

    /// About the case itself.
    pub frame: Frame,
    /// The need.
    pub need: Need,
    /// What the person wants of the meeting.
    pub preparation: Preparation,
    /// What the plan says as a whole.
    pub plan_frame: PlanFrame,
    /// What concerns a child.
    pub child: Child,
    /// The parties.
    pub parties: Vec<Party>,
    /// The meetings.
    pub meetings: Vec<Meeting>,
    /// Who is called to which part of a meeting.
    pub attendances: Vec<Attendance>,
    /// The meetings' agendas.
    pub agenda_items: Vec<AgendaItem>,
    /// Roles around the SIP.
    pub roles: Vec<Role>,
    /// Other plans that the person has.
    pub other_plans: Vec<OtherPlan>,
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
    /// Judgements of who must consent for a child.
    pub consent_judgements: Vec<ConsentJudgement>,
    /// Judgements of what a guardian may know.
    pub know_judgements: Vec<KnowJudgement>,
    /// That the person cannot consent.
    pub cannot_consents: Vec<CannotConsent>,
    /// Notices at discharge.
    pub notices: Vec<Notice>,
    /// Answers to deviations.
    pub deviation_answers: Vec<DeviationAnswer>,
    /// What was annulled.
    pub annulments: Vec<Annulment>,
    /// Protected data that were opened.
    pub protected_openings: Vec<ProtectedOpening>,
    /// Responsibilities that were handed over.
    pub hand_overs: Vec<HandOver>,
    /// Receipts of those.
    pub hand_over_receipts: Vec<HandOverReceipt>,
    /// Moves from a wrong person to the right one.
    pub moves: Vec<CaseMoved>,
    /// How the whole case has gone between colleagues' stores.
    pub passings: Vec<CasePassing>,
    /// Evaluations.
    pub evaluations: Vec<Evaluation>,
    /// The closing; one at most.
    pub closings: Vec<Closing>,
    /// Archive copies in one's own akt.
    pub archive_copies: Vec<ArchiveCopy>,
    /// Reasons to keep the case from being erased.
    pub disposal_holds: Vec<DisposalHold>,
    /// Those that hold no more.
    pub disposal_lifts: Vec<DisposalHoldLifted>,
}

impl Case {
    /// A case as it is when it has just been opened.
    pub fn new(id: CaseId, number: String, plan_type: PlanType, opened_at: DateTime<Utc>, person: Person) -> Self {
        Self {
            id,
            number,
            plan_type,
            opened_at,
            person,
            home_is_protected: false,
            frame: Frame::with_id(id.0),
            need: Need::with_id(id.0),
            preparation: Preparation::with_id(id.0),
            plan_frame: PlanFrame::with_id(id.0),
            child: Child::with_id(id.0),
            parties: Vec::new(),
            meetings: Vec::new(),
            attendances: Vec::new(),
            agenda_items: Vec::new(),
            roles: Vec::new(),
            other_plans: Vec::new(),
            questions: Vec::new(),
            goals: Vec::new(),
            measures: Vec::new(),
            other_measures: Vec::new(),
            own_actions: Vec::new(),
            open_questions: Vec::new(),
            dissents: Vec::new(),
            crises: Vec::new(),
            goal_ratings: Vec::new(),
            measure_statuses: Vec::new(),
            forms: Vec::new(),
            offers: Vec::new(),
            sip_yeses: Vec::new(),
            grounds: Vec::new(),
            withdrawals: Vec::new(),
            calls: Vec::new(),
            replies: Vec::new(),
            presences: Vec::new(),
            meeting_marks: Vec::new(),
            read_backs: Vec::new(),
            versions: Vec::new(),
            signatures: Vec::new(),
            attachments: Vec::new(),
            filings: Vec::new(),
            disclosures: Vec::new(),
            deviations: Vec::new(),
            follow_ups: Vec::new(),
            consent_judgements: Vec::new(),
            know_judgements: Vec::new(),
            cannot_consents: Vec::new(),
            notices: Vec::new(),
            deviation_answers: Vec::new(),
            annulments: Vec::new(),
            protected_openings: Vec::new(),
            hand_overs: Vec::new(),
            hand_over_receipts: Vec::new(),
            moves: Vec::new(),
            passings: Vec::new(),
            evaluations: Vec::new(),
            closings: Vec::new(),
            archive_copies: Vec::new(),
            disposal_holds: Vec::new(),
            disposal_lifts: Vec::new(),
        }
    }

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

    /// The person's own answer to a SIP being made that holds now.
    pub fn sip_yes(&self) -> Option<&SipYes> {
        self.sip_answer(None)
    }

    /// The answer to a SIP being made that holds now, by the person (no party), a guardian or a representative.
    pub fn sip_answer(&self, given_by: Option<PartyId>) -> Option<&SipYes> {
        self.sip_yeses.iter().rfind(|yes| yes.given_by == given_by)
    }

    /// The person's answer to a version: the newest in its meeting before it was fixed. Nothing where another version was fixed
    /// since then, as what that changed was never read back.
    pub fn answer_to(&self, version: &Version) -> Option<&ReadBackAnswer> {
        let answer = self.read_backs.iter().rfind(|answer| Some(answer.meeting) == version.meeting && answer.at <= version.at)?;
        let fixed_since = self.versions.iter().any(|earlier| earlier.number < version.number && earlier.at >= answer.at);
        (!fixed_since).then_some(answer)
    }

    /// The annulment of a record, where it was annulled.
    pub fn annulment(&self, record: uuid::Uuid) -> Option<&Annulment> {
        self.annulments.iter().find(|annulment| annulment.record.0 == record)
    }

    /// Whether a record was annulled.
    pub fn is_annulled(&self, record: uuid::Uuid) -> bool {
        self.annulment(record).is_some()
    }

    /// The answer to a deviation, where one has come. The newest holds.
    pub fn deviation_answer(&self, deviation: RecordId) -> Option<&DeviationAnswer> {
        self.deviation_answers.iter().rfind(|answer| answer.deviation == deviation)
    }

    /// The deviations that count: those that were not annulled.
    pub fn standing_deviations(&self) -> impl Iterator<Item = &Deviation> {
        self.deviations.iter().filter(|deviation| !self.is_annulled(deviation.id.0))
    }

    /// The evaluations that count: those that were not annulled.
    pub fn standing_evaluations(&self) -> impl Iterator<Item = &Evaluation> {
        self.evaluations.iter().filter(|evaluation| !self.is_annulled(evaluation.id.0))
    }

    /// Whether the person or a party is protected in the population register (21 kap. 3 § OSL).
    pub fn has_protected_data(&self) -> bool {
        self.person_is_protected() || self.parties.iter().any(Party::is_protected)
    }

    /// Whether the person's own contact data are protected: by own protection, or since the person lives with a guardian who
    /// is protected, as this case or another of the person's says.
    pub fn person_is_protected(&self) -> bool {
        self.home_is_protected || crate::protection::is_hidden(&self.person, &self.parties)
    }

    /// Whether somebody else than a party is protected, or a home that this case does not know of.
    pub fn protects_another(&self, party: &Party) -> bool {
        self.home_is_protected || self.parties.iter().any(|other| other.id != party.id && other.is_protected())
    }

    /// Whether what tells where the protected are tells a party only of itself: a protected guardian with whom the person
    /// lives, or whoever is the only one that is protected. Being protected opens nothing of what protects somebody else.
    pub fn is_at_home(&self, party: &Party) -> bool {
        let lives_there = party.kind == Some(PartyKind::Guardian) && party.lives_with;
        party.is_protected() && (lives_there || !self.person_is_protected() && !self.protects_another(party))
    }

    /// The guardians among the parties.
    pub fn guardians(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| party.kind == Some(PartyKind::Guardian))
    }

    /// The newest call sent to a party, or to the person, for a meeting.
    pub fn newest_call(&self, meeting: MeetingId, party: Option<PartyId>) -> Option<&Call> {
        self.calls.iter().rfind(|call| call.meeting == meeting && call.party == party)
    }

    /// Whether a meeting was cancelled.
    pub fn is_cancelled(&self, meeting: MeetingId) -> bool {
        self.newest_mark(meeting).is_some_and(|mark| mark.mark == MeetingMark::Cancelled)
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

    /// The first meeting: the earliest one of that kind that was not cancelled, or else the earliest.
    pub fn first_meeting(&self) -> Option<&Meeting> {
        let mut firsts = self.meetings.iter().filter(|meeting| meeting.kind == Some(MeetingKind::First));
        let earliest = firsts.clone().next();
        firsts.find(|meeting| !self.is_cancelled(meeting.id)).or(earliest)
    }

    /// The next meeting with a date after a day, of those that are not cancelled.
    pub fn next_meeting_after(&self, day: NaiveDate) -> Option<(&Meeting, NaiveDate)> {
        self.meetings
            .iter()
            .filter(|meeting| !self.is_cancelled(meeting.id))
            .filter_map(|meeting| parse_date(&meeting.held_on).map(|date| (meeting, date)))
            .filter(|(_, date)| *date > day)
            .min_by_key(|(_, date)| *date)
    }
}

impl Party {
    /// Whether the party's own data are protected in the population register.
    pub fn is_protected(&self) -> bool {
        self.protection.is_some_and(Protection::protects)
    }

    /// The principal that answers for the party's unit: its own, or the one that a private unit works for.
    pub fn principal(&self) -> Option<Principal> {
        match self.kind? {
            PartyKind::Private => self.principal,
            kind => kind.principal(),
        }
    }

    /// Principals are called, others are invited; a school is called where the local agreement says so.
    pub fn call_kind(&self, agreements: &Agreements) -> CallKind {
        let school = self.kind == Some(PartyKind::School) && agreements.school_is_called;
        if self.principal().is_some() || school { CallKind::Called } else { CallKind::Invited }
    }

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
        let close = matches!(self.kind, Some(PartyKind::Relative | PartyKind::Guardian | PartyKind::Representative | PartyKind::Other));
        let parts = if close { [&self.name, &self.unit, &self.organisation] } else { [&self.unit, &self.name, &self.organisation] };
        parts.into_iter().map(|part| part.trim()).find(|part| !part.is_empty()).unwrap_or_default().to_owned()
    }
}
