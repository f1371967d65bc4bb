//! What a plan still lacks: shown all the time; only what the law asks for stops the fixing.

mod around;
mod children;
mod lawful;
mod lines;

pub use around::not_handed_over;
pub use lines::is_double;

use super::*;
use crate::{
    dates::{parse_date, parse_time},
    drafts::{DraftKind, Measure},
    text::is_blank,
};
use uuid::Uuid;

/// Something that is missing or should be looked at, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Missing {
    /// What it is.
    pub code: MissingCode,
    /// Whether it stops the plan from being fixed.
    pub stops: bool,
    /// The kind of record at which it can be put right.
    pub kind: Option<DraftKind>,
    /// The record.
    pub record: Option<Uuid>,
    /// The field.
    pub field: Option<String>,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MissingCode {
    /// The person has not said yes to a SIP (10 kap. 8 § SoL, 16 kap. 4 § HSL).
    SipYes,
    /// Content 1: no measure.
    Measures,
    /// Content 2: a measure without a principal.
    MeasurePrincipal,
    /// Content 3: nothing said about measures by others.
    OtherMeasures,
    /// Content 4: nobody has the övergripande ansvar.
    Overall,
    /// A date or a clock time that cannot be read.
    Unreadable,
    /// Dates in the wrong order.
    DatesOutOfOrder,
    /// A goal without words.
    GoalEmpty,
    /// A goal that no measure serves.
    GoalWithoutMeasure,
    /// A measure without a unit.
    MeasureUnit,
    /// A measure without a responsible person.
    MeasurePerson,
    /// A measure without any date.
    MeasureDate,
    /// The same measure, in words or in kind, by two principals (dubbelarbete).
    MeasureDouble,
    /// A line of the plan that nobody has marked with a kind of information.
    KindsUnmarked,
    /// An open question without an owner.
    QuestionOwner,
    /// No next meeting.
    FollowUp,
    /// Nobody answers for the follow-up being called.
    FollowUpBy,
    /// The plan was not read back.
    ReadBack,
    /// Nobody coordinates.
    Coordinator,
    /// No fast vårdkontakt, though the person leaves inpatient care (2 kap. 5 § lagen 2017:612).
    CareContact,
    /// The case was moved to the right person, and the newest version names the wrong one.
    WrongPerson,
    /// A party about which no ground was ever recorded, or whose grounds have all ended.
    PartyGround,
    /// The newest version was not handed to somebody who may have it.
    NotHandedOver,
    /// Minor children live with the person, and nothing is said of what they need (5 kap. 7 § HSL).
    ChildrenAtHome,
    /// The person still waits, though the last day of the vårdgaranti has passed.
    GuaranteePassed,
    /// Nobody knows how old the person is, so that the rules for children may apply.
    AgeUnknown,
    /// Nobody has judged who must consent for the child (6 kap. 11 and 13 §§ FB).
    ConsentJudgement,
    /// A guardian whom the judgement names has not said yes to a SIP.
    GuardianYes,
    /// A guardian has not answered; the judgement does not ask for the answer.
    GuardianAnswer,
    /// The child's opinion is not written down.
    ChildOpinion,
    /// Barnets bästa is not assessed in writing.
    BestInterests,
}

impl MissingCode {
    /// Whether it stops the plan from being fixed; all else reminds.
    pub fn stops(self) -> bool {
        matches!(
            self,
            Self::SipYes
                | Self::GuardianYes
                | Self::ConsentJudgement
                | Self::Measures
                | Self::MeasurePrincipal
                | Self::OtherMeasures
                | Self::Overall
                | Self::Unreadable
                | Self::DatesOutOfOrder
        )
    }
}

/// All that the plan lacks on a day, what stops it first.
pub fn missing(case: &Case, today: NaiveDate) -> Vec<Missing> {
    let mut found = Vec::new();
    children::sip_yes(case, today, &mut found);
    lawful::contents(case, &mut found);
    lawful::unreadable(case, &mut found);
    lines::goals(case, &mut found);
    lines::measures(case, &mut found);
    lines::unmarked(case, &mut found);
    around::whole(case, today, &mut found);
    around::people(case, today, &mut found);
    children::reminders(case, today, &mut found);
    found.sort_by_key(|missing| !missing.stops);
    found
}

/// A lack at a field of a record.
fn at(code: MissingCode, kind: DraftKind, record: Uuid, field: &str) -> Missing {
    Missing { code, stops: code.stops(), kind: Some(kind), record: Some(record), field: Some(field.to_owned()) }
}

/// A lack of the case as a whole.
fn anywhere(code: MissingCode) -> Missing {
    Missing { code, stops: code.stops(), kind: None, record: None, field: None }
}

#[cfg(test)]
mod tests;
