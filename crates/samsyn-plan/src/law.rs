//! References to the law, as dated data: a plan of 2024 cites the act of its day.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a paragraph is cited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawSubject {
    /// The duty to draw up a SIP, with the person's consent.
    Duty,
    /// What the plan must contain.
    Contents,
    /// That consent lifts secrecy.
    Consent,
    /// The notices at discharge.
    DischargeNotice,
    /// That fast vårdkontakt calls at discharge, and within how many days.
    DischargeCall,
    /// From when a kommun can become liable to pay.
    Liability,
    /// The individual plan under LSS.
    LssPlan,
    /// Who decides for a child.
    ChildConsent,
    /// What a guardian may know.
    GuardianMayKnow,
    /// Protection of contact data.
    Protection,
    /// The duty to report that a child may come to harm.
    DutyToReport,
    /// Interpreting and translation.
    Interpreter,
    /// The right to use a national minority language.
    MinorityLanguage,
    /// Secrecy in health care and in social services.
    Secrecy,
    /// That what is written is clear to the person.
    ClearLanguage,
}

/// A paragraph and the days on which it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LawReference {
    /// What it is cited for.
    pub subject: LawSubject,
    /// The paragraph as written, such as `10 kap. 9 § socialtjänstlagen (2025:400)`.
    pub citation: String,
    /// The first day in force.
    pub from: NaiveDate,
    /// The last day in force; nothing while it is in force.
    pub to: Option<NaiveDate>,
}

/// The references that were in force on a day.
pub fn in_force(all: &[LawReference], day: NaiveDate) -> Vec<LawReference> {
    all.iter().filter(|law| law.from <= day && law.to.is_none_or(|last| day <= last)).cloned().collect()
}
