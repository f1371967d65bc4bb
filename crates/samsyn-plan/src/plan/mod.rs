//! The plan: drafts read into a typed plan, what is still missing, and the fixing of a version.

mod build;
mod difference;
mod missing;
mod sheet;

pub use build::{build, meeting_of};
pub use difference::{Difference, difference};
pub use missing::{Missing, MissingCode, is_double, missing, not_handed_over};
pub use sheet::{FollowUpSheet, RatedGoal, TrackedMeasure, follow_up_sheet};

use crate::{case::Case, codes::*, ids::*, law::LawReference, profile::Organisation, room::Visit};
use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

/// A plan as it stands on paper. Built from drafts by [`build`]; frozen as a version by [`fix`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Plan {
    /// The case's number.
    pub case_number: String,
    /// Akt or diary number in one's own system.
    pub diary_number: String,
    /// The organisation that keeps the case.
    pub organisation: Organisation,
    /// The person's name.
    pub person: String,
    /// The person's number, as people read it.
    pub identity: String,
    /// The meeting that the plan comes from.
    pub meeting: Option<PlanMeeting>,
    /// The person's own words in the meeting.
    pub own_words: String,
    /// How things are now.
    pub situation: String,
    /// The kinds of information that the words and the situation give away.
    pub situation_kinds: Vec<InformationKind>,
    /// What concerns a child, where the person is one.
    #[serde(default)]
    pub child: Option<PlanChild>,
    /// Goals.
    pub goals: Vec<PlanGoal>,
    /// Contents 1 and 2: what measures are needed, and which principal answers for each.
    pub measures: Vec<PlanMeasure>,
    /// Content 3: measures by others. Empty together with `no_other_measures` means "inga".
    pub other_measures: Vec<PlanOtherMeasure>,
    /// It was said that nobody else takes measures.
    pub no_other_measures: bool,
    /// Other plans that the person has; versions from before they were kept have none.
    #[serde(default)]
    pub other_plans: Vec<PlanOtherPlan>,
    /// What the person and those close do.
    pub own_actions: Vec<PlanLine>,
    /// What is open, with an owner.
    pub open_questions: Vec<PlanOpenQuestion>,
    /// Disagreement.
    pub dissents: Vec<PlanLine>,
    /// If it gets worse.
    pub crises: Vec<PlanCrisis>,
    /// Content 4: the principal that has the övergripande ansvar.
    pub overall: Option<Principal>,
    /// The coordinator, by name, unit and phone.
    pub coordinator: String,
    /// How to reach the coordinator.
    pub coordinator_phone: String,
    /// Fast vårdkontakt and how to reach.
    pub care_contact: String,
    /// Roles around the plan; versions from before they were kept have none.
    #[serde(default)]
    pub roles: Vec<PlanRole>,
    /// The next follow-up.
    pub follow_up: Option<PlanFollowUp>,
    /// The person's answer when the plan was read back.
    pub read_back: Option<ReadBack>,
    /// The words of a no or of a dissent.
    pub read_back_words: String,
    /// The paragraphs that were in force.
    pub law: Vec<LawReference>,
}

/// The meeting that a plan comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanMeeting {
    /// Its day.
    pub on: Option<NaiveDate>,
    /// Its place.
    pub place: String,
    /// Who led it.
    pub leader: String,
    /// Who wrote.
    pub note_taker: String,
    /// Who was there.
    pub present: Vec<String>,
    /// Who was called and was not there.
    pub absent: Vec<String>,
    /// When those were there who were not there all the time.
    #[serde(default)]
    pub visits: Vec<Visit>,
    /// How it went on without the person, where the person was not there.
    #[serde(default)]
    pub absence: Option<AbsenceWay>,
    /// Why it went on so.
    #[serde(default)]
    pub absence_reason: String,
}

/// What concerns a child, on paper. Guardians stand by name, never with contact data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanChild {
    /// The guardians by name.
    pub guardians: Vec<String>,
    /// The child's opinion, in the child's own words.
    pub opinion: String,
    /// Who asked, and how.
    pub opinion_by: String,
    /// Barnets bästa: the written assessment.
    pub best_interests: String,
    /// Who made the assessment.
    pub best_interests_by: String,
    /// The kinds of information that all of this gives away.
    pub kinds: Vec<InformationKind>,
}

/// A goal on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanGoal {
    /// The goal.
    pub id: GoalId,
    /// 1, 2, 3 …
    pub number: u32,
    /// The words.
    pub text: String,
    /// Its reach in time.
    pub term: Option<Term>,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// A measure on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanMeasure {
    /// The measure.
    pub id: MeasureId,
    /// The number of the goal that it serves.
    pub goal: Option<u32>,
    /// What is to be done.
    pub text: String,
    /// How much or how often.
    pub extent: String,
    /// The principal that answers for it.
    pub principal: Option<Principal>,
    /// The party whose unit does it.
    pub party: Option<PartyId>,
    /// The unit.
    pub unit: String,
    /// Who does it; empty while it is open.
    pub person: String,
    /// When it starts.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be done.
    pub due_on: Option<NaiveDate>,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// A measure by somebody else on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanOtherMeasure {
    /// The number of the goal that it serves.
    pub goal: Option<u32>,
    /// What is done.
    pub text: String,
    /// The party that does it.
    pub party: Option<PartyId>,
    /// Who does it.
    pub done_by: String,
    /// When or how often.
    pub time: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// Another plan that the person has, on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanOtherPlan {
    /// What plan.
    pub kind: Option<OtherPlanKind>,
    /// What it is about, or its name.
    pub text: String,
    /// Who answers for it.
    pub responsible: String,
    /// The party that answers for it.
    pub party: Option<PartyId>,
    /// When it is reviewed.
    pub review_on: Option<NaiveDate>,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// A line that somebody stands for: an own action, or a disagreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanLine {
    /// Who, by name.
    pub who: String,
    /// The party, where it is one.
    pub party: Option<PartyId>,
    /// What.
    pub text: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// An open question on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanOpenQuestion {
    /// What is open.
    pub text: String,
    /// Who takes it up.
    pub owner: String,
    /// The party that the owner belongs to.
    pub party: Option<PartyId>,
    /// By when there is an answer.
    pub answer_by: Option<NaiveDate>,
    /// How it was solved; empty while it is open.
    pub solution: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// What to do if it gets worse, on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanCrisis {
    /// When, or in what case.
    pub text: String,
    /// Whom to call.
    pub contact: String,
    /// The phone number.
    pub phone: String,
    /// The kinds of information that it gives away.
    pub kinds: Vec<InformationKind>,
}

/// A role on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanRole {
    /// What role.
    pub role: RoleCode,
    /// Who, with unit or organisation.
    pub who: String,
    /// How to reach; empty where the party is protected.
    pub phone: String,
    /// What the role covers.
    pub note: String,
    /// The party, where it is one.
    pub party: Option<PartyId>,
}

/// The next follow-up on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PlanFollowUp {
    /// The day.
    pub on: NaiveDate,
    /// The clock time.
    pub at: Option<NaiveTime>,
    /// The place.
    pub place: String,
    /// Who calls it, by name and unit.
    #[serde(default)]
    pub called_by: String,
}

/// A plan that has all that the law asks for. Only [`fix`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct FixedPlan {
    content: String,
    hash: String,
}

impl FixedPlan {
    /// The frozen plan as canonical JSON: the fields in the order of their declaration.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// SHA-256 of the content, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

/// Fixes the plan: refused while anything that the law asks for is missing (10 kap. 8–9 §§ SoL, 16 kap. 4 § HSL), with all
/// that is missing named.
pub fn fix(case: &Case, organisation: &Organisation, law: &[LawReference], today: NaiveDate) -> Result<FixedPlan, Vec<Missing>> {
    let stops: Vec<Missing> = missing(case, today).into_iter().filter(|missing| missing.code.stops()).collect();
    if !stops.is_empty() {
        return Err(stops);
    }
    let plan = build(case, organisation, law, today);
    let content = serde_json::to_string(&plan).unwrap_or_default();
    let hash = Sha256::digest(content.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(FixedPlan { content, hash })
}

/// Reads the plan that a version froze. Nothing where the content is damaged.
pub fn thaw(content: &str) -> Option<Plan> {
    serde_json::from_str(content).ok()
}

#[cfg(test)]
mod tests;
