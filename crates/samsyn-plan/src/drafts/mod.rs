//! Draft records: what people are still writing. Text is as typed, dates too; nothing here is refused. Each record has an
//! identifier and its fields, and one mechanism sets any field of any kind ([`DraftKind`], `draft.set` on the wire).

#[macro_use]
mod declare;
mod record;

pub use record::DraftRecord;

use crate::{
    codes::*,
    ids::{GoalId, MeasureId, MeetingId, PartyId, RecordId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes_of_drafts! {
    /// What is worth knowing of the case itself.
    Frame "frame" RecordId single {
        /// Akt or diary number in one's own system.
        diary_number: String,
        /// Notes for whoever works with the case; never on paper.
        notes: String,
    }
    /// The need of coordination: who saw it, when, and what it is about.
    Need "need" RecordId single {
        /// Who saw the need: name.
        seen_by: String,
        /// The unit of whoever saw the need.
        seen_at_unit: String,
        /// When it was seen: a date.
        seen_on: String,
        /// What is needed and why it must be coordinated.
        description: String,
        /// The person's own words about it.
        own_words: String,
        /// Problem areas.
        areas: Vec<Area>,
        /// The main one of them.
        main_area: Option<Area>,
        /// What the person is waiting for.
        waiting_for: String,
        /// Since when: a date.
        waiting_since: String,
        /// The last day of the vårdgaranti: a date.
        guarantee_on: String,
        /// Whether minor children live with the person (5 kap. 7 § HSL).
        minor_children: Option<Answer>,
        /// Whether the region's own measures in open care are available at discharge (5 kap. 3 § lag 2017:612).
        open_care: Option<Answer>,
    }
    /// What the person wants of the meeting, asked before it.
    Preparation "preparation" RecordId single {
        /// What is important to you?
        important: String,
        /// What works?
        works: String,
        /// What is hard?
        hard: String,
        /// What do you want to change?
        change: String,
        /// Who should be there, and who should not?
        who: String,
        /// What must not be raised. Seen by whoever leads the meeting alone; never on paper that goes to others.
        not_raised: String,
        /// How the person wants to take part: place, seat, length.
        way: String,
        /// What support is needed: interpreter, aids, somebody alongside.
        support: String,
        /// Children: who is with them, and what they need to know (5 kap. 7 § HSL).
        children: String,
    }
    /// A party: a unit, an organisation or somebody close.
    Party "party" PartyId many + position {
        /// What it is.
        kind: Option<PartyKind>,
        /// The organisation that the unit belongs to, such as a kommun or a region.
        organisation: String,
        /// The unit's name; for somebody close what they are to the person.
        unit: String,
        /// The contact's name.
        name: String,
        /// The contact's title.
        title: String,
        /// Phone number.
        phone: String,
        /// E-mail or another address.
        address: String,
        /// The principal that answers for a private unit.
        principal: Option<Principal>,
        /// How this party's own data are protected in the population register.
        protection: Option<Protection>,
        /// The child lives with this guardian, so that the child's address is the guardian's.
        lives_with: bool,
        /// How the party wants to take part in meetings.
        form: Option<MeetingForm>,
        /// The party's name tells where somebody protected is, as that of a school or a unit can (21 kap. 3 § OSL).
        reveals: bool,
    }
    /// A meeting: what is planned, and what is written while it goes on.
    Meeting "meeting" MeetingId many + position {
        /// The first or a follow-up.
        kind: Option<MeetingKind>,
        /// How it is held.
        form: Option<MeetingForm>,
        /// The day: a date.
        held_on: String,
        /// When it starts: a clock time.
        starts: String,
        /// When it ends: a clock time.
        ends: String,
        /// Place or link.
        place: String,
        /// What the meeting is for.
        purpose: String,
        /// The kinds of information that the purpose gives away.
        purpose_kinds: Vec<InformationKind>,
        /// What those who come should prepare.
        prepare: String,
        /// By when an answer is wanted: a date.
        answer_by: String,
        /// Who leads it.
        leader: String,
        /// Who writes.
        note_taker: String,
        /// The person's own words; the person speaks first.
        own_words: String,
        /// How things are now.
        situation: String,
        /// The kinds of information that the words and the situation give away.
        situation_kinds: Vec<InformationKind>,
        /// How people who may be in danger of each other take part.
        apart: Option<MeetApart>,
        /// The place reveals where a protected person lives or stays.
        place_reveals: bool,
        /// The link for whoever takes part by video, where the place is a room.
        link: String,
        /// The interpreter: language, and who.
        interpreter: String,
        /// Aids and what the room must have.
        aids: String,
        /// When to remind those who were called: a date.
        remind_on: String,
        /// What the leader needs to know so that the meeting is safe. Seen by the leader alone.
        safety: String,
        /// What is done when the person does not come.
        absence: Option<AbsenceWay>,
        /// Why.
        absence_reason: String,
    }
    /// That a party is called to a meeting, or to a part of it.
    Attendance "attendance" RecordId many + position {
        /// The meeting.
        meeting: Option<MeetingId>,
        /// The party.
        party: Option<PartyId>,
        /// From when: a clock time; empty from the start.
        starts: String,
        /// Until when: a clock time; empty to the end.
        ends: String,
        /// What that part is about.
        about: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// A point on the meeting's agenda, which can be followed or left.
    AgendaItem "agenda_item" RecordId many + position {
        /// The meeting.
        meeting: Option<MeetingId>,
        /// What it is.
        text: String,
        /// How many minutes it may take; a number as typed.
        minutes: String,
        /// It has been dealt with.
        done: bool,
    }
    /// Somebody's role around the SIP.
    Role "role" RecordId many + position {
        /// What role.
        role: Option<RoleCode>,
        /// The party, where it is one.
        party: Option<PartyId>,
        /// Who, by name.
        name: String,
        /// The unit or organisation.
        unit: String,
        /// How to reach.
        phone: String,
        /// What the role covers, such as a god man's mandate.
        note: String,
    }
    /// Another plan that the person has.
    OtherPlan "other_plan" RecordId many + position {
        /// What plan.
        kind: Option<OtherPlanKind>,
        /// What it is about, or its name.
        text: String,
        /// Who answers for it.
        responsible: String,
        /// The party that answers for it.
        party: Option<PartyId>,
        /// When it is reviewed: a date.
        review_on: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// What concerns a child: custody, the child's own view, and the child's best.
    Child "child" RecordId single {
        /// Custody.
        custody: Option<Custody>,
        /// What is to be known of the custody.
        custody_note: String,
        /// A decision by the social board that one guardian's consent is enough for a measure (6 kap. 13 a § FB).
        fb_6_13a: String,
        /// How the child was informed.
        informed: String,
        /// How the child takes part in the meeting.
        takes_part: String,
        /// The child's opinion, in the child's own words.
        opinion: String,
        /// Who asked, and how.
        opinion_by: String,
        /// Barnets bästa: the written assessment.
        best_interests: String,
        /// Who made the assessment.
        best_interests_by: String,
        /// The kinds of information that the opinion and the assessment give away.
        kinds: Vec<InformationKind>,
    }
    /// A question that the meeting should answer.
    Question "question" RecordId many + position {
        /// The meeting.
        meeting: Option<MeetingId>,
        /// The question.
        text: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// A goal, in the person's own words.
    Goal "goal" GoalId many + position {
        /// The words.
        text: String,
        /// Long-term or short-term.
        term: Option<Term>,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// A measure (insats) by a principal: contents 1 and 2 of the law (10 kap. 9 § SoL, 16 kap. 4 § HSL).
    Measure "measure" MeasureId many + position {
        /// The goal that it serves.
        goal: Option<GoalId>,
        /// What is to be done.
        text: String,
        /// What kind of measure it is.
        action: Option<MeasureType>,
        /// How much or how often.
        extent: String,
        /// The principal that answers for it.
        principal: Option<Principal>,
        /// The party whose unit does it; nothing where it is one's own unit or no party of the case.
        party: Option<PartyId>,
        /// The unit.
        unit: String,
        /// Who does it. May be open.
        person: String,
        /// When it starts: a date.
        starts_on: String,
        /// When it is to be done: a date.
        due_on: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// A measure taken by somebody other than kommun and region (åtgärd av annan): content 3 of the law.
    OtherMeasure "other_measure" RecordId many + position {
        /// The goal that it serves.
        goal: Option<GoalId>,
        /// What is done.
        text: String,
        /// The party that does it.
        party: Option<PartyId>,
        /// Who does it, by name.
        done_by: String,
        /// When or how often.
        time: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// What the person, or somebody close, does.
    OwnAction "own_action" RecordId many + position {
        /// Who does it; nothing where it is the person.
        party: Option<PartyId>,
        /// What is done.
        text: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// A question that the meeting left open. It is no measure, and does not stop the plan from being fixed.
    OpenQuestion "open_question" RecordId many + position {
        /// What is open.
        text: String,
        /// Who takes it up.
        owner: String,
        /// The party that the owner belongs to.
        party: Option<PartyId>,
        /// By when there is an answer: a date.
        answer_by: String,
        /// How it was solved; empty while it is open.
        solution: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// Disagreement that the plan should tell of (3 kap. 8 § PDL for the person's dissent).
    Dissent "dissent" RecordId many + position {
        /// Whose view it is.
        whose: String,
        /// What the disagreement is.
        text: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// What to do, or whom to call, if it gets worse.
    Crisis "crisis" RecordId many + position {
        /// When, or in what case.
        text: String,
        /// Whom to call.
        contact: String,
        /// The phone number.
        phone: String,
        /// The kinds of information that it gives away.
        kinds: Vec<InformationKind>,
    }
    /// What the plan says as a whole.
    PlanFrame "plan_frame" RecordId single {
        /// Övergripande ansvar: a principal, never a person (content 4 of the law).
        overall: Option<Principal>,
        /// It has been said that nobody else takes measures (content 3 may be "inga").
        no_other_measures: bool,
        /// The coordinator: name.
        coordinator: String,
        /// The coordinator's unit.
        coordinator_unit: String,
        /// The coordinator's phone.
        coordinator_phone: String,
        /// Fast vårdkontakt: name and unit.
        care_contact: String,
        /// How to reach fast vårdkontakt.
        care_contact_phone: String,
        /// Who calls the follow-up, by name and unit.
        follow_up_by: String,
    }
    /// How a goal stands at a follow-up.
    GoalRating "goal_rating" RecordId many {
        /// The meeting.
        meeting: Option<MeetingId>,
        /// The goal.
        goal: Option<GoalId>,
        /// The common rating.
        scale: Option<GoalScale>,
        /// The person's own rating.
        own_scale: Option<GoalScale>,
        /// A word about it.
        note: String,
    }
    /// How a measure stands at a follow-up.
    MeasureStatus "measure_status" RecordId many {
        /// The meeting.
        meeting: Option<MeetingId>,
        /// The measure.
        measure: Option<MeasureId>,
        /// What has become of it.
        state: Option<MeasureState>,
        /// When it was done: a date.
        done_on: String,
        /// Why, if it was not.
        why: String,
    }
    /// A form of an act, half written, kept so that a lock loses nothing.
    Form "form" RecordId many {
        /// Which form, such as `ground.record`.
        name: String,
        /// What the form is about, such as a party's identifier; may be empty.
        about: String,
        /// What has been filled in, as JSON.
        content: String,
    }
}
