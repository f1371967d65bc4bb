//! How the domain's codes and identifiers stand in columns.

use samsyn_plan::codes::Coded as _;
use samsyn_plan::drawing::Stroke;
use samsyn_plan::plan::FollowUpSheet;
use uuid::Uuid;

use crate::table::{TextColumn, text_columns};

/// Codes are stored by their names.
macro_rules! code_columns {
    ($($code:ident),+ $(,)?) => {
        $(
            impl TextColumn for samsyn_plan::codes::$code {
                fn to_text(&self) -> String {
                    self.code().to_owned()
                }
                fn from_text(text: &str) -> Option<Self> {
                    Self::from_code(text)
                }
            }
        )+
        text_columns!($(samsyn_plan::codes::$code),+);
    };
}
code_columns!(
    AbsenceWay,
    AccessWay,
    Activity,
    AnnulledKind,
    Answer,
    AnsweredBy,
    Approach,
    Area,
    AttachmentKind,
    Basis,
    CallKind,
    CallOccasion,
    ClosingReason,
    ContactOutcome,
    ContactWho,
    Custody,
    Delivery,
    DeviationKind,
    Direction,
    DisclosureKind,
    Evaluator,
    FollowUpOutcome,
    GoalScale,
    HoldReason,
    IdentityKind,
    InformationKind,
    KnowGround,
    Manner,
    MeasureState,
    MeasureType,
    MeetApart,
    MeetingForm,
    MeetingKind,
    MeetingMark,
    NoticeKind,
    OfferKind,
    OfferOutcome,
    OtherPlanKind,
    PartyKind,
    PassingWay,
    PlanType,
    Presence,
    Principal,
    Protection,
    ReadBack,
    Reply,
    RoleCode,
    Scope,
    SignatureManner,
    Term,
    UserRole,
);

/// Identifiers are stored as their written form.
macro_rules! id_columns {
    ($($id:ident),+ $(,)?) => {
        $(
            impl TextColumn for samsyn_plan::ids::$id {
                fn to_text(&self) -> String {
                    self.0.to_string()
                }
                fn from_text(text: &str) -> Option<Self> {
                    Uuid::parse_str(text).ok().map(samsyn_plan::ids::$id)
                }
            }
        )+
        text_columns!($(samsyn_plan::ids::$id),+);
    };
}
id_columns!(CallId, CaseId, ContactId, GoalId, GroundId, MeasureId, MeetingId, PartyId, PersonId, RecordId, UserId, VersionId);

/// A stroke is stored as its points are written.
impl TextColumn for Stroke {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A frozen sheet is stored as its JSON.
impl TextColumn for FollowUpSheet {
    fn to_text(&self) -> String {
        // A record of texts, numbers and dates always has a JSON form.
        serde_json::to_string(self).unwrap_or_default()
    }
    fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
text_columns!(FollowUpSheet);
