//! The papers of a case, made from the domain.
//!
//! What a recipient may see is decided by the domain's gate alone: papers that leave the unit take its [`Permit`] and ask it line
//! by line. A paper never shows that something was left out without saying so.

mod after;
mod agreement;
mod call;
mod child;
mod copy;
mod difference;
mod handing;
mod log;
mod notice;
mod own_page;
mod plan;
mod responsibility;
mod words;

pub use after::{closing, deviation, follow_up, withdrawal};
pub use agreement::{consents, preparation, sip_yes};
pub use call::{call, letter};
pub use difference::difference;
pub use handing::hand_over;
pub use log::{disclosures, recovery_key};
pub use notice::notice;
pub use own_page::own_page;
pub use plan::{plan_copy, plan_draft, plan_version};

use crate::document::{Block, Document};
use crate::text::Texts;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use samsyn_plan::case::Case;
use samsyn_plan::codes::{Coded, PlanType};
use samsyn_plan::gate::Permit;
use samsyn_plan::law::{LawReference, LawSubject, in_force};
use samsyn_plan::profile::{Agreements, Organisation};

/// What papers are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The case.
    pub case: &'a Case,
    /// The organisation that keeps the case.
    pub organisation: &'a Organisation,
    /// What local agreements say.
    pub agreements: &'a Agreements,
    /// The references to the law, in force or not.
    pub law: &'a [LawReference],
    /// The day in Sweden.
    pub today: NaiveDate,
}

impl Source<'_> {
    /// A paper of the case. It is dated by the act that it tells of, so that it comes out the same each time.
    fn paper(&self, title: &str, at: Option<DateTime<Utc>>, blocks: Vec<Block>) -> Document {
        Document {
            title: self.title(title),
            language: "sv".to_owned(),
            author: self.author(),
            created: at.unwrap_or_else(|| self.today.and_time(NaiveTime::MIN).and_utc()),
            header: self.header("paper-header", &[("case", &self.case.number)]),
            draft: false,
            subject: None,
            large_type: false,
            blocks,
        }
    }

    /// The words of a title; some kinds of plan have words of their own for it.
    fn title(&self, key: &str) -> String {
        let own = format!("{key}-{}", self.case.plan_type.text_key());
        self.texts.get(if self.texts.has(&own) { &own } else { key })
    }

    /// The words at the top of each page, with the kind of plan where it is not an ordinary SIP.
    fn header(&self, key: &str, values: &[(&str, &str)]) -> String {
        let header = self.texts.with(key, values);
        match self.case.plan_type {
            PlanType::Sip => header,
            kind => words::joined([self.code(kind), header], " · "),
        }
    }

    fn author(&self) -> String {
        words::joined([&self.organisation.name, &self.organisation.unit], ", ")
    }

    /// A fact: the words of a key, and a value.
    fn fact(&self, key: &str, value: impl Into<String>) -> (String, String) {
        (self.texts.get(key), value.into())
    }

    /// A heading of a section.
    fn heading(&self, key: &str) -> Block {
        Block::heading(1, self.texts.get(key))
    }

    /// The paragraphs in force today that are cited for something.
    fn cited(&self, subject: LawSubject) -> String {
        words::citations(&in_force(self.law, self.today), subject)
    }

    /// How to reach the unit.
    fn contact(&self) -> Vec<Block> {
        let facts = [
            self.fact("paper-unit", self.author()),
            self.fact("paper-phone", &self.organisation.phone),
            self.fact("paper-address", &self.organisation.address),
        ];
        let facts: Vec<_> = facts.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        if facts.is_empty() { Vec::new() } else { vec![self.heading("paper-contact"), Block::Facts(facts)] }
    }

    /// Name and number of the person. That somebody is protected stands on no paper: it could go astray.
    fn person(&self) -> Vec<(String, String)> {
        let person = &self.case.person;
        vec![self.fact("paper-person", words::joined([&person.name(), &person.identity.written()], ", "))]
    }
}

/// The notice that something is left out, where it is.
fn left_out(source: &Source<'_>, permit: &Permit, hidden: bool) -> Option<Block> {
    (hidden || !permit.sees_everything()).then(|| Block::notice(source.texts.get("paper-left-out")))
}

#[cfg(test)]
mod tests;
