//! The tables of the domain, one topic a file, and the one list of those that the change log watches.

mod access;
mod acts;
mod blob;
mod case;
mod columns;
mod drafts;
pub(crate) mod person;
mod store;

#[cfg(test)]
mod tests;

pub use access::{any_opening, log_reviews, newest_opening, openings_between, openings_of, person_of};
pub use blob::{blob, put_blob};
pub use case::{CaseEntry, case_list, cases_of, home_is_protected, load_case, next_case_number, open_case};
pub(crate) use case::{USED_NUMBERS, used_numbers_with};
pub use person::{person_by_identity, search_persons};
pub(crate) use store::{COLLEAGUES, SETTING};
pub use store::{Destruction, colleagues, destructions, set_setting, setting, users};

use samsyn_plan::access::{CaseOpening, LogReview};
use samsyn_plan::acts::{
    Annulment, Attachment, Call, CallReply, CannotConsent, CaseMoved, CasePassing, Closing, ConsentJudgement, Deviation, DeviationAnswer,
    Disclosure, Evaluation, Filing, FollowUp, Ground, HandOver, HandOverReceipt, KnowJudgement, MeetingMarked, Notice, Offer, PresenceMark,
    ProtectedOpening, ReadBackAnswer, Signature, SipYes, Version, Withdrawal,
};
use samsyn_plan::drafts::{
    AgendaItem, Attendance, Child, Crisis, Dissent, Frame, Goal, GoalRating, Measure, MeasureStatus, Meeting, Need, OpenQuestion,
    OtherMeasure, OtherPlan, OwnAction, Party, PlanFrame, Preparation, Question, Role,
};
use samsyn_plan::person::Person;
use samsyn_plan::profile::User;

use crate::table::{Row, Table};

/// Every table that the change log watches. A test compares it with the schema.
pub(crate) const ATTACHED: &[Table] = &[
    User::TABLE,
    SETTING,
    Person::TABLE,
    CaseEntry::TABLE,
    Frame::TABLE,
    Need::TABLE,
    Preparation::TABLE,
    Party::TABLE,
    Meeting::TABLE,
    Question::TABLE,
    Goal::TABLE,
    Measure::TABLE,
    OtherMeasure::TABLE,
    OwnAction::TABLE,
    OpenQuestion::TABLE,
    Dissent::TABLE,
    Crisis::TABLE,
    PlanFrame::TABLE,
    GoalRating::TABLE,
    MeasureStatus::TABLE,
    Offer::TABLE,
    SipYes::TABLE,
    Version::TABLE,
    Ground::TABLE,
    Withdrawal::TABLE,
    Call::TABLE,
    CallReply::TABLE,
    PresenceMark::TABLE,
    MeetingMarked::TABLE,
    ReadBackAnswer::TABLE,
    Signature::TABLE,
    Attachment::TABLE,
    Filing::TABLE,
    Disclosure::TABLE,
    Deviation::TABLE,
    FollowUp::TABLE,
    Evaluation::TABLE,
    Closing::TABLE,
    Attendance::TABLE,
    AgendaItem::TABLE,
    Role::TABLE,
    OtherPlan::TABLE,
    Child::TABLE,
    ConsentJudgement::TABLE,
    KnowJudgement::TABLE,
    CannotConsent::TABLE,
    Notice::TABLE,
    DeviationAnswer::TABLE,
    Annulment::TABLE,
    ProtectedOpening::TABLE,
    HandOver::TABLE,
    HandOverReceipt::TABLE,
    CaseMoved::TABLE,
    CasePassing::TABLE,
    Destruction::TABLE,
    CaseOpening::TABLE,
    LogReview::TABLE,
];

/// Every other table, with the reason why the change log does not watch it.
#[cfg(test)]
pub(crate) const NOT_ATTACHED: &[(&str, &str)] = &[
    ("store", "written once, when the store is made"),
    ("change", "the log itself"),
    ("store_log", "the log itself"),
    ("alarm", "findings about the log, append-only by its triggers"),
    ("reply", "kept for a day, for a retry"),
    ("blob", "checked by its own hash, which the attachment's row holds"),
    ("form", "what was never said or sent leaves no history"),
    ("person_search", "made of person"),
    ("person_words", "made of person"),
    ("person_words_data", "made of person"),
    ("person_words_idx", "made of person"),
    ("person_words_content", "made of person"),
    ("person_words_docsize", "made of person"),
    ("person_words_config", "made of person"),
];
