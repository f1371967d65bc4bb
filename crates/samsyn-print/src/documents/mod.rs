//! The papers of a case, made from the domain.
//!
//! What a recipient may see is decided by the domain's gate alone: papers that leave the unit take its [`Permit`] and ask it line
//! by line. A paper never shows that something was left out without saying so.

mod access;
mod after;
mod agreement;
mod braid;
mod call;
mod catalogue;
mod child;
mod copy;
mod difference;
mod disposal;
mod easy;
mod handing;
mod journal;
mod log;
mod notice;
mod own_page;
mod page;
mod plan;
mod preparation;
mod responsibility;
mod signing;
mod statistics;
mod whole_file;
mod words;
mod worklist;

pub use access::access;
pub use after::{closing, deviation, follow_up, withdrawal};
pub use agreement::{consents, sip_yes};
pub use braid::braid;
pub use call::{call, letter};
pub use catalogue::units;
pub use difference::difference;
pub use disposal::{disposal_certificate, disposal_list};
pub use handing::hand_over;
pub use journal::journal;
pub use log::{disclosures, recovery_key};
pub use notice::notice;
pub use own_page::own_page;
pub use page::page;
pub use plan::{plan_copy, plan_draft, plan_version};
pub use preparation::{child_sheet, preparation};
pub use statistics::{StatisticsFigure, StatisticsGroup, StatisticsPaper, statistics};
pub use whole_file::whole_file;
pub(crate) use words::sentence;
pub use worklist::{WorklistCase, WorklistContact, WorklistPaper, worklist};

use crate::document::{Block, Document, Letterhead};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use samsyn_plan::case::Case;
use samsyn_plan::codes::PlanType;
use samsyn_plan::gate::Permit;
use samsyn_plan::law::{LawReference, LawSubject, in_force};
use samsyn_plan::profile::{Agreements, Organisation};
use std::sync::Arc;

/// What papers are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The case.
    pub case: &'a Case,
    /// The organisation that keeps the case.
    pub organisation: &'a Organisation,
    /// Its logo, where it has one.
    pub logo: Option<&'a Arc<Logo>>,
    /// What local agreements say.
    pub agreements: &'a Agreements,
    /// The references to the law, in force or not.
    pub law: &'a [LawReference],
    /// The day in Sweden.
    pub today: NaiveDate,
    /// Whether the recipient may know what kind of plan it is: one at a discharge or by LSS tells of care or of a disability.
    pub kind_known: bool,
}

impl Source<'_> {
    /// A paper of the case. It is dated by the act that it tells of, so that it comes out the same each time.
    fn paper(&self, title: &str, at: Option<DateTime<Utc>>, blocks: Vec<Block>) -> Document {
        Document {
            title: self.of_plan(title, &[]),
            language: self.texts.tag().to_owned(),
            author: self.author(),
            letterhead: letterhead(self.texts, self.organisation, self.logo),
            created: at.unwrap_or_else(|| start_of(self.today)),
            header: self.header("paper-header", &[("case", &self.case.number)]),
            draft: false,
            subject: None,
            large_type: false,
            blocks,
        }
    }

    /// The words of a key as they are for this kind of plan: its name is put in, and some kinds have words of their own.
    fn of_plan(&self, key: &str, values: &[(&str, &str)]) -> String {
        let kind = self.told_kind().map_or_else(|| "plan-type-neutral".to_owned(), samsyn_plan::codes::Coded::text_key);
        let [meeting, plan, name] = ["meeting", "plan", "name"].map(|what| self.texts.get(&format!("paper-{what}-of-{kind}")));
        let own = format!("{key}-{kind}");
        let named = [("meeting", meeting.as_str()), ("plan", plan.as_str()), ("name", name.as_str())];
        self.texts.with(if self.texts.has(&own) { &own } else { key }, &[&named, values].concat())
    }

    /// The words at the top of each page, with the kind of plan where it is not an ordinary SIP.
    fn header(&self, key: &str, values: &[(&str, &str)]) -> String {
        let header = self.texts.with(key, values);
        match self.told_kind() {
            Some(PlanType::Sip) | None => header,
            Some(kind) => words::joined([self.code(kind), header], " · "),
        }
    }

    /// The kind of plan as the recipient may know it: a SIP at a discharge is a SIP, and a plan by LSS just a plan.
    fn told_kind(&self) -> Option<PlanType> {
        match self.case.plan_type {
            kind if self.kind_known => Some(kind),
            PlanType::Sip | PlanType::SipDischarge => Some(PlanType::Sip),
            PlanType::Lss => None,
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

    /// Name and number of the person. That somebody is protected stands on no paper: it could go astray.
    fn person(&self) -> Vec<(String, String)> {
        let person = &self.case.person;
        vec![self.fact("paper-person", words::joined([&person.name(), &person.identity.written()], ", "))]
    }
}

/// A paper that is about no case, headed by its title.
fn of_no_case(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    title: String,
    created: DateTime<Utc>,
    blocks: Vec<Block>,
) -> Document {
    Document {
        header: title.clone(),
        title,
        language: "sv".to_owned(),
        author: words::joined([&organisation.name, &organisation.unit], ", "),
        letterhead: letterhead(texts, organisation, logo),
        created,
        draft: false,
        subject: None,
        large_type: false,
        blocks,
    }
}

/// The moment by which a paper of a day is dated, so that it comes out the same at any hour.
fn start_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// Whom a paper is from: the address on one line, and the phone number.
fn letterhead(texts: &Texts, organisation: &Organisation, logo: Option<&Arc<Logo>>) -> Letterhead {
    let address: Vec<&str> = organisation.address.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let phone = match organisation.phone.trim() {
        "" => String::new(),
        phone => texts.with("paper-letterhead-phone", &[("phone", phone)]),
    };
    Letterhead { name: organisation.name.clone(), contact: words::joined([address.join(", "), phone], " · "), logo: logo.cloned() }
}

/// The notice that something is left out, where it is.
fn left_out(source: &Source<'_>, permit: &Permit, hidden: bool) -> Option<Block> {
    (hidden || !permit.sees_everything()).then(|| Block::notice(source.texts.get("paper-left-out")))
}

#[cfg(test)]
mod tests;
