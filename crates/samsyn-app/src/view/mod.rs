//! What the screen gets of a case: the case as it stands, and what follows from it.

mod steps;

pub(crate) use steps::StepState;

use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{
    case::Case,
    codes::{Coded, InformationKind, Presence},
    gate::{self, Purpose, Recipient, Refusal},
    ids::{CallId, CaseId, MeetingId, PartyId, PersonId, VersionId},
    law::LawReference,
    person::Person,
    plan::{self, Difference, FollowUpSheet, Missing, Plan},
    profile::{Organisation, Profile, User},
    worklist::{self, Task},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The answer to whatever writes to a case: when it was saved, and the case as it then stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CaseReply {
    /// When it was saved.
    pub(crate) saved_at: DateTime<Utc>,
    /// The record that was added, where one was.
    pub(crate) added: Option<Uuid>,
    /// The case as it stands.
    pub(crate) view: CaseView,
}

/// A case as the screen shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CaseView {
    /// The case.
    pub(crate) case: Case,
    /// Today, in Sweden.
    pub(crate) today: NaiveDate,
    /// The steps and how far each has come.
    pub(crate) steps: Vec<StepState>,
    /// What the plan lacks.
    pub(crate) missing: Vec<Missing>,
    /// What the case waits for.
    pub(crate) tasks: Vec<Task>,
    /// What each party's grounds open today.
    pub(crate) gates: Vec<PartyGate>,
    /// For the meeting of today or the one that runs: who is in the room, and what they may not hear.
    pub(crate) room: Vec<InRoom>,
    /// The plan as the drafts say now.
    pub(crate) plan: Plan,
    /// The newest fixed plan.
    pub(crate) fixed_plan: Option<Plan>,
    /// What the drafts change in the newest fixed plan; empty while nothing is fixed.
    pub(crate) changes: Vec<Difference>,
    /// What changed from one fixed version to the next.
    pub(crate) differences: Vec<VersionDifference>,
    /// The sheets of the follow-ups that have not been concluded.
    pub(crate) sheets: Vec<OpenSheet>,
    /// Whether something can be undone.
    pub(crate) can_undo: bool,
    /// Whether something can be redone.
    pub(crate) can_redo: bool,
    /// Whether the case's rows are as its change log says they should be.
    pub(crate) intact: bool,
}

/// What a party's grounds open today.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PartyGate {
    /// The party.
    pub(crate) party: PartyId,
    /// Why it cannot be called or let in; nothing where it can.
    pub(crate) attend: Option<Refusal>,
    /// Why nothing can be told; nothing where something can.
    pub(crate) read: Option<Refusal>,
    /// The kinds of information that are open.
    pub(crate) kinds: Vec<InformationKind>,
    /// Whether everything is open.
    pub(crate) everything: bool,
    /// The kallelse that was sent last.
    pub(crate) call: Option<CallId>,
}

/// Somebody in the room.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct InRoom {
    /// The meeting.
    pub(crate) meeting: MeetingId,
    /// The party.
    pub(crate) party: PartyId,
    /// The name.
    pub(crate) name: String,
    /// The kinds of information in the plan and in the meeting's questions that they may not hear.
    pub(crate) may_not_hear: Vec<InformationKind>,
}

/// What changed from one fixed version to the next.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct VersionDifference {
    /// The later version.
    pub(crate) version: VersionId,
    /// What it changed.
    pub(crate) differences: Vec<Difference>,
}

/// The sheet of a follow-up that has not been concluded.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct OpenSheet {
    /// The meeting.
    pub(crate) meeting: MeetingId,
    /// The sheet.
    pub(crate) sheet: FollowUpSheet,
}

/// A case in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct CaseLine {
    /// The case.
    pub(crate) case: CaseId,
    /// Its number.
    pub(crate) number: String,
    /// The person's identifier.
    pub(crate) person: PersonId,
    /// The person's name.
    pub(crate) name: String,
    /// When it was opened.
    pub(crate) opened_at: DateTime<Utc>,
    /// Whether it is closed.
    pub(crate) closed: bool,
}

/// A person in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PersonLine {
    /// The person.
    pub(crate) person: Person,
    /// The person's cases.
    pub(crate) cases: Vec<CaseLine>,
}

/// The answer to whatever writes to a person: when it was saved, and the person as then known.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PersonReply {
    /// When it was saved.
    pub(crate) saved_at: DateTime<Utc>,
    /// The person.
    pub(crate) person: Person,
}

/// What a view is made with beside the case itself.
pub(crate) struct Surroundings<'a> {
    pub(crate) organisation: &'a Organisation,
    pub(crate) profile: &'a Profile,
    pub(crate) law: &'a [LawReference],
    pub(crate) today: NaiveDate,
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    pub(crate) intact: bool,
}

/// Makes the view of a case.
pub(crate) fn view(case: Case, around: &Surroundings<'_>) -> CaseView {
    let today = around.today;
    let plan = plan::build(&case, around.organisation, around.law, today);
    let fixed: Vec<(VersionId, Plan)> =
        case.versions.iter().filter_map(|version| plan::thaw(&version.content).map(|plan| (version.id, plan))).collect();
    let fixed_plan = fixed.last().map(|(_, plan)| plan.clone());
    let missing = plan::missing(&case, today);
    let tasks = worklist::tasks(&case, &around.profile.limits, today);
    CaseView {
        today,
        steps: steps::steps(&case, &missing, &tasks),
        gates: case.parties.iter().map(|party| party_gate(&case, party.id, today)).collect(),
        room: room(&case, &plan, today),
        changes: fixed_plan.as_ref().map(|fixed| plan::difference(fixed, &plan)).unwrap_or_default(),
        differences: fixed
            .iter()
            .zip(fixed.iter().skip(1))
            .map(|((_, before), (version, after))| VersionDifference { version: *version, differences: plan::difference(before, after) })
            .collect(),
        sheets: sheets(&case, fixed_plan.as_ref().unwrap_or(&plan), today),
        missing,
        tasks,
        plan,
        fixed_plan,
        can_undo: around.can_undo,
        can_redo: around.can_redo,
        intact: around.intact,
        case,
    }
}

fn party_gate(case: &Case, party: PartyId, today: NaiveDate) -> PartyGate {
    let recipient = Recipient::Party(party);
    let read = gate::permit(case, recipient, Purpose::Read, today);
    PartyGate {
        party,
        attend: gate::permit(case, recipient, Purpose::Attend, today).err(),
        kinds: read.as_ref().map(gate::Permit::kinds).unwrap_or_default(),
        everything: read.as_ref().is_ok_and(gate::Permit::sees_everything),
        read: read.err(),
        call: case.calls.iter().rfind(|call| call.party == Some(party)).map(|call| call.id),
    }
}

/// The parties in the room of each meeting, with the kinds on the table that they may not hear.
fn room(case: &Case, plan: &Plan, today: NaiveDate) -> Vec<InRoom> {
    let table = kinds_on_the_table(case, plan);
    case.meetings
        .iter()
        .flat_map(|meeting| case.presence(meeting.id))
        .filter(|mark| mark.mark == Presence::Came)
        .filter_map(|mark| mark.party.map(|party| (mark, party)))
        .map(|(mark, party)| {
            let permit = gate::permit(case, Recipient::Party(party), Purpose::Read, today);
            let may_not_hear =
                table.iter().copied().filter(|kind| !permit.as_ref().is_ok_and(|permit| permit.kinds().contains(kind))).collect();
            InRoom { meeting: mark.meeting, party, name: mark.name.clone(), may_not_hear }
        })
        .collect()
}

fn kinds_on_the_table(case: &Case, plan: &Plan) -> Vec<InformationKind> {
    let lines = (plan.goals.iter().map(|goal| &goal.kinds))
        .chain(plan.measures.iter().map(|measure| &measure.kinds))
        .chain(plan.own_actions.iter().map(|action| &action.kinds))
        .chain(plan.open_questions.iter().map(|question| &question.kinds))
        .chain(plan.other_measures.iter().map(|measure| &measure.kinds))
        .chain(plan.dissents.iter().map(|dissent| &dissent.kinds))
        .chain(plan.crises.iter().map(|crisis| &crisis.kinds))
        .chain(std::iter::once(&plan.situation_kinds))
        .chain(case.questions.iter().map(|question| &question.kinds));
    let said: std::collections::BTreeSet<InformationKind> = lines.flatten().copied().collect();
    InformationKind::ALL.iter().copied().filter(|kind| said.contains(kind) && *kind != InformationKind::Practical).collect()
}

fn sheets(case: &Case, followed: &Plan, today: NaiveDate) -> Vec<OpenSheet> {
    case.meetings
        .iter()
        .filter(|meeting| meeting.kind == Some(samsyn_plan::codes::MeetingKind::FollowUp))
        .filter(|meeting| !case.follow_ups.iter().any(|done| done.meeting == meeting.id))
        .map(|meeting| OpenSheet { meeting: meeting.id, sheet: plan::follow_up_sheet(case, meeting.id, followed, today) })
        .collect()
}

/// What the store knows of itself, for the screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct StoreView {
    /// Who the store belongs to.
    pub(crate) organisation: Organisation,
    /// The user who opened it.
    pub(crate) user: User,
    /// The county profile.
    pub(crate) profile: Profile,
    /// Whether it holds made-up cases for practice.
    pub(crate) practice: bool,
    /// Whether the recovery key has been typed back.
    pub(crate) recovery_confirmed: bool,
    /// Whether the operating system's keyring can open it.
    pub(crate) remembered: bool,
}
