//! The tables of the domain, one topic a file, and the one list of those that the change log watches.

mod access;
mod acts;
mod backups;
mod blob;
mod case;
mod catalogue;
mod columns;
mod disposal;
mod drafts;
mod first_contact;
mod half_written;
pub(crate) mod person;
mod statistics;
mod store;

#[cfg(test)]
mod tests;

pub use access::{
    accesses_between, accesses_of, any_opening, case_guard, case_guards, log_reviews, newest_opening, newest_person_opening,
    openings_between, openings_of, person_of, person_openings_between, person_openings_of, protected_openings_between,
    protected_without_case,
};
pub use backups::{CaseStanding, backups_made, backups_made_before, backups_tried, case_standings, last_written, restorations};
pub use blob::{blob, put_blob};
pub use case::{CaseEntry, case_list, cases_of, home_is_protected, load_case, next_case_number, open_case};
pub(crate) use case::{USED_NUMBERS, used_numbers_with};
pub use disposal::{Destruction, destructions, disposal_certificates, last_entry};
pub use first_contact::{
    contact_openings_between, contact_openings_of, contacts_of_case, first_contacts, last_contact_entry, newest_contact_opening,
};
pub(crate) use half_written::forget_half_written_of;
pub use half_written::{forget_half_written, half_written, keep_half_written};
pub use person::{MaySee, PersonHit, likely_duplicates, person_by_identity, search_persons};
pub use statistics::{last_given_out, newest_statistics_opening, publications_of, statistics_openings_between};
pub(crate) use store::{COLLEAGUES, SETTING};
pub use store::{colleagues, set_setting, setting, settings_beginning, users};

use samsyn_plan::access::{CaseAccess, CaseOpening, LogReview, PersonOpening};
use samsyn_plan::acts::{
    Annulment, ArchiveCopy, Attachment, Call, CallReply, CannotConsent, CaseMoved, CasePassing, Closing, ConsentJudgement, Deviation,
    DeviationAnswer, Disclosure, DisposalHold, DisposalHoldLifted, Evaluation, Filing, FollowUp, Ground, HandOver, HandOverReceipt,
    KnowJudgement, MeetingMarked, Notice, Offer, PresenceMark, ProtectedOpening, ReadBackAnswer, Signature, SipYes, Version, Withdrawal,
};
use samsyn_plan::backups::{BackupMade, BackupTried, Restoration};
use samsyn_plan::catalogue::{Demarcation, Unit};
use samsyn_plan::disposal::DisposalCertificate;
use samsyn_plan::drafts::{
    AgendaItem, Attendance, Child, Crisis, Dissent, Frame, Goal, GoalRating, Measure, MeasureStatus, Meeting, Need, OpenQuestion,
    OtherMeasure, OtherPlan, OwnAction, Party, PlanFrame, Preparation, Question, Role,
};
use samsyn_plan::first_contact::{ContactOpening, FirstContact};
use samsyn_plan::person::Person;
use samsyn_plan::profile::User;
use samsyn_plan::statistics::{KeptPublication, StatisticsOpening};

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
    ArchiveCopy::TABLE,
    DisposalHold::TABLE,
    DisposalHoldLifted::TABLE,
    DisposalCertificate::TABLE,
    Destruction::TABLE,
    CaseOpening::TABLE,
    LogReview::TABLE,
    BackupMade::TABLE,
    BackupTried::TABLE,
    Restoration::TABLE,
    CaseAccess::TABLE,
    PersonOpening::TABLE,
    Unit::TABLE,
    Demarcation::TABLE,
    FirstContact::TABLE,
    ContactOpening::TABLE,
    StatisticsOpening::TABLE,
    KeptPublication::TABLE,
];

/// Every other table, with the reason why the change log does not watch it.
#[cfg(test)]
pub(crate) const NOT_ATTACHED: &[(&str, &str)] = &[
    ("store", "written once, when the store is made"),
    ("change", "the log itself"),
    ("store_log", "the log itself"),
    ("alarm", "findings about the log, append-only by its triggers"),
    ("reply", "kept for a day, for a retry"),
    ("written_by", "which version made which schema, entered by the upgrade itself"),
    ("blob", "checked by its own hash, which the attachment's row holds"),
    ("form", "what was never said or sent leaves no history"),
    ("half_written", "what was never sent leaves no history"),
    ("person_search", "made of person"),
    ("person_words", "made of person"),
    ("person_words_data", "made of person"),
    ("person_words_idx", "made of person"),
    ("person_words_content", "made of person"),
    ("person_words_docsize", "made of person"),
    ("person_words_config", "made of person"),
];
