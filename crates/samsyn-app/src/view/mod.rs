//! What the screen gets of a case: the case as it stands, and what follows from it.

mod steps;

pub(crate) use steps::{Step, StepState};

use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{
    calling::{self, Standing},
    case::Case,
    catalogue::{self, Demarcation, OwnerSuggestion},
    child::{self, ChildState},
    codes::{CallKind, InformationKind, PlanType},
    consequences,
    discharge::{self, DischargeClock},
    disposal::Disposal,
    drafts::Party,
    gate::{self, Purpose, Recipient, Refusal},
    ids::{CallId, CaseId, MeetingId, PartyId, PersonId, VersionId},
    law::LawReference,
    person::Person,
    plan::{self, Difference, FollowUpSheet, Missing, Plan},
    profile::{Organisation, Profile, User},
    protection::{self, Viewer},
    room::{self, HeardPlan, InRoom},
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
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
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
    /// What each recipient of each meeting has been sent, and what to send next.
    pub(crate) callings: Vec<Standing>,
    /// For the meeting of today or the one that runs: who is in the room, and what they may not hear.
    pub(crate) room: Vec<InRoom>,
    /// For each meeting where somebody in the room may not hear all: what all of them may.
    pub(crate) heard: Vec<HeardPlan>,
    /// Whose answers count and what changes on the 18th birthday, where the person is or was a child in this case.
    pub(crate) child: Option<ChildState>,
    /// The clock of a discharge, while one runs.
    pub(crate) discharge: Option<DischargeClock>,
    /// Who answers for the measures by the local gränsdragning, where it says something else than what stands there.
    pub(crate) owner_suggestions: Vec<OwnerSuggestion>,
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
    /// Those whose no would take the yes to a SIP back, and so close the plan at once; nothing stands for the person.
    pub(crate) closes_by_no: Vec<Option<PartyId>>,
    /// From when the case may be erased by the nämnd's plan, and what stands in the way.
    pub(crate) disposal: Disposal,
    /// Whether the case is closed and no archive copy of what it left has been noted.
    pub(crate) archive_copy_missing: bool,
    /// Whether something can be undone.
    pub(crate) can_undo: bool,
    /// Whether something can be redone.
    pub(crate) can_redo: bool,
    /// Whether the case's rows, and the person's, are as their change logs say they should be.
    pub(crate) intact: bool,
    /// When they were first found not to be, where that has been noted.
    pub(crate) altered_since: Option<DateTime<Utc>>,
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
    /// Whether it is called or invited.
    pub(crate) call_as: CallKind,
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
    /// The kind of plan.
    pub(crate) plan_type: PlanType,
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
    /// The person, without what is protected.
    pub(crate) person: Person,
    /// Whether the contact data are protected, and so left out.
    pub(crate) hidden: bool,
    /// The person's cases.
    pub(crate) cases: Vec<CaseLine>,
}

/// The answer to whatever writes to a person: when it was saved, and the person as then known.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct PersonReply {
    /// When it was saved.
    pub(crate) saved_at: DateTime<Utc>,
    /// The person, without what is protected.
    pub(crate) person: Person,
    /// Whether the contact data are protected, and so left out.
    pub(crate) hidden: bool,
}

/// What a view is made with beside the case itself.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself, and none follows from another")]
pub(crate) struct Surroundings<'a> {
    pub(crate) organisation: &'a Organisation,
    pub(crate) profile: &'a Profile,
    pub(crate) law: &'a [LawReference],
    pub(crate) demarcations: &'a [Demarcation],
    pub(crate) today: NaiveDate,
    pub(crate) disposal: Disposal,
    pub(crate) archive_copy_missing: bool,
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    pub(crate) intact: bool,
    pub(crate) altered_since: Option<DateTime<Utc>>,
}

/// Makes the view of a case.
pub(crate) fn view(case: Case, around: &Surroundings<'_>) -> CaseView {
    let today = around.today;
    let case = protection::veil(&case, Viewer::Screen);
    let plan = plan::build(&case, around.organisation, around.law, today);
    let fixed: Vec<(VersionId, Plan)> =
        case.versions.iter().filter_map(|version| plan::thaw(&version.content).map(|plan| (version.id, plan))).collect();
    let fixed_plan = fixed.last().map(|(_, plan)| plan.clone());
    let missing = plan::missing(&case, today);
    let tasks = worklist::tasks(&case, &around.profile.limits, &around.profile.agreements, today);
    CaseView {
        today,
        steps: steps::steps(&case, &missing, &tasks),
        gates: case.parties.iter().map(|party| party_gate(&case, party, around)).collect(),
        callings: calling::standings(&case, today),
        room: room::in_room(&case, &plan, today),
        heard: room::heard(&case, &plan, today),
        changes: fixed_plan.as_ref().map(|fixed| plan::difference(fixed, &plan)).unwrap_or_default(),
        differences: fixed
            .iter()
            .zip(fixed.iter().skip(1))
            .map(|((_, before), (version, after))| VersionDifference { version: *version, differences: plan::difference(before, after) })
            .collect(),
        closes_by_no: consequences::whose_no_closes(&case, today),
        sheets: sheets(&case, fixed_plan.as_ref().unwrap_or(&plan), today),
        child: child::state(&case, today),
        discharge: discharge::clock(&case, &around.profile.agreements, today),
        owner_suggestions: catalogue::suggestions(&case, around.demarcations, today),
        missing,
        tasks,
        plan,
        fixed_plan,
        disposal: around.disposal.clone(),
        archive_copy_missing: around.archive_copy_missing,
        can_undo: around.can_undo,
        can_redo: around.can_redo,
        intact: around.intact,
        altered_since: around.altered_since,
        case,
    }
}

fn party_gate(case: &Case, party: &Party, around: &Surroundings<'_>) -> PartyGate {
    let (recipient, today) = (Recipient::Party(party.id), around.today);
    let read = gate::permit(case, recipient, Purpose::Read, today);
    PartyGate {
        party: party.id,
        attend: gate::permit(case, recipient, Purpose::Attend, today).err(),
        kinds: read.as_ref().map(gate::Permit::kinds).unwrap_or_default(),
        everything: read.as_ref().is_ok_and(gate::Permit::sees_everything),
        read: read.err(),
        call: case.calls.iter().rfind(|call| call.party == Some(party.id)).map(|call| call.id),
        call_as: party.call_kind(&around.profile.agreements),
    }
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
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself, and none follows from another")]
pub(crate) struct StoreView {
    /// Who the store belongs to.
    pub(crate) organisation: Organisation,
    /// Whether papers carry a logo.
    pub(crate) logo: bool,
    /// The user who opened it.
    pub(crate) user: User,
    /// The county profile.
    pub(crate) profile: Profile,
    /// Whether it holds made-up cases for practice.
    pub(crate) practice: bool,
    /// Whether the recovery key has been typed back.
    pub(crate) recovery_confirmed: bool,
    /// The organisation's public key, by whose private half the organisation opens the store.
    pub(crate) organisation_key: Option<String>,
    /// Whether somebody has shown that they hold its private half.
    pub(crate) organisation_key_confirmed: bool,
    /// Whether the store's own key is to be changed, since somebody who has held it may no longer.
    pub(crate) rekey_due: bool,
    /// Whether the user has seen the tour.
    pub(crate) tour_seen: bool,
    /// Whether the operating system's keyring can open it.
    pub(crate) remembered: bool,
}
