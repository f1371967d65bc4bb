//! What happened, a row each, in narrow columns. Nothing in a row is a name, an identifier or anything that somebody typed:
//! a municipality or a unit stands by the name that the county's profile gives it, or not at all.

mod contact;
mod draw;
mod follow_up;
mod frame;
mod meeting;
mod plan;
mod selection;

pub use selection::Selection;

use chrono::{Datelike, NaiveDate};
use frame::Frame;
use samsyn_plan::{
    case::Case,
    codes::{Activity, Coded},
    first_contact::FirstContact,
    ids::CaseId,
    profile::Profile,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The code of what nobody has noted.
pub(crate) const UNKNOWN: &str = "unknown";

/// Declares the kinds of facts with the columns and the numbers that they have beside [`FRAME`].
macro_rules! facts {
    ($($(#[$meta:meta])* $name:ident $code:literal [$($column:literal)*] [$($number:literal)*])+) => {
        /// What a row tells of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Fact { $($(#[$meta])* #[serde(rename = $code)] $name),+ }

        impl Fact {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The columns of its own: closed codes.
            pub fn columns(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($column),*]),+ }
            }

            /// Its numbers: days, years or steps.
            pub fn numbers(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($number),*]),+ }
            }
        }
    };
}

facts! {
    /// A case was opened.
    Case "case" ["first_in_year" "mixed_use" "comorbidity" "answer" "other_plans" "guarantee"] ["first_age" "waited"]
    /// A problem area of a case, on the day when the case was opened.
    NeedArea "need_area" ["problem" "main"] []
    /// A SIP was offered or asked for.
    Offer "offer" ["kind" "outcome"] []
    /// The first kallelse of a case was sent.
    FirstCall "first_call" ["limit"] ["from_need"]
    /// A party was first called or invited to a meeting.
    Called "called" ["ground" "principal"] []
    /// The first meeting of a case was held.
    FirstMeeting "first_meeting" ["limit" "person" "child_view" "relative" "interpreter"] ["from_need" "from_call"]
    /// A party that was called (kallad) to a meeting that was held.
    Attendance "attendance" ["outcome" "principal" "unit"] []
    /// The newest plan that was fixed in a year.
    Plan "plan" ["overall" "follow_up" "double" "others" "read_back"] ["from_meeting" "measures"]
    /// A measure of that plan.
    Measure "measure" ["type" "coded" "principal"] []
    /// The day that a plan set for its follow-up has passed.
    FollowUpDue "follow_up_due" ["kept"] []
    /// A follow-up was held.
    FollowUp "follow_up" ["outcome"] []
    /// A goal with a rating at the newest follow-up of a year.
    Goal "goal" ["scale" "own_scale" "change"] []
    /// A measure at the newest follow-up of a year.
    MeasureState "measure_state" ["state" "principal"] []
    /// A plan was closed.
    Closing "closing" ["reason"] ["life"]
    /// A deviation.
    Deviation "deviation" ["kind" "answered"] ["to_answer"]
    /// An answer to one question of an evaluation.
    Grade "grade" ["question" "evaluator"] ["grade"]
    /// Somebody turned to the unit.
    Contact "contact" ["who" "outcome"] ["waited"]
    /// A problem area that somebody turned to the unit about.
    ContactArea "contact_area" ["problem"] []
}

/// The columns that every fact has: its time, and what is known of the case and its person on the day of the fact.
pub(crate) const FRAME: [&str; 8] = ["year", "quarter", "municipality", "age_band", "sex", "area", "plan_type", "activity"];

/// What facts are drawn by, beside the cases themselves.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The day on which they are drawn.
    pub today: NaiveDate,
    /// The county's municipalities, units and limits.
    pub profile: &'a Profile,
    /// What the unit that opened each case works with, as far as it has said so.
    pub activities: &'a BTreeMap<CaseId, Activity>,
}

/// The facts of many cases. They serialise for another program that counts the same: by fact, the columns and the numbers.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facts(BTreeMap<Fact, Rows>);

/// The rows of one kind of fact, a column each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Rows {
    columns: BTreeMap<&'static str, Column>,
    numbers: BTreeMap<&'static str, Vec<Option<i16>>>,
}

/// One column: the codes that stand in it, and for each row the place of its code among them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(crate) struct Column {
    codes: Vec<String>,
    rows: Vec<u16>,
}

/// One row that is to be added.
struct NewRow<'a, const C: usize, const N: usize> {
    on: NaiveDate,
    columns: [(&'static str, &'a str); C],
    numbers: [(&'static str, Option<i64>); N],
}

impl Facts {
    /// Reads cases into facts. Whose a case is matters here alone, for telling a person's first.
    pub fn draw<'a>(cases: impl IntoIterator<Item = &'a Case>, setting: &Setting) -> Self {
        let cases: Vec<&Case> = cases.into_iter().collect();
        let firsts = draw::Firsts::of(&cases);
        let mut facts = Self::default();
        for case in cases {
            draw::opening(case, &firsts, setting, &mut facts);
            meeting::meetings(case, setting, &mut facts);
            plan::plans(case, setting, &mut facts);
            follow_up::follow_ups(case, setting, &mut facts);
        }
        facts
    }

    /// Reads first contacts, each with the case that came of it, as far as that is among those that are counted.
    pub fn draw_contacts<'a>(&mut self, contacts: impl IntoIterator<Item = (&'a FirstContact, Option<&'a Case>)>, setting: &Setting) {
        for (contact, case) in contacts {
            contact::contact(contact, case, setting, self);
        }
    }

    /// The rows of a kind; none where nothing of it happened.
    pub(crate) fn rows(&self, fact: Fact) -> Option<&Rows> {
        self.0.get(&fact)
    }

    fn add<const C: usize, const N: usize>(&mut self, fact: Fact, case: &Case, setting: &Setting, row: NewRow<'_, C, N>) {
        self.add_framed(fact, &Frame::of_case(case, setting), row);
    }

    fn add_framed<const C: usize, const N: usize>(&mut self, fact: Fact, frame: &Frame, row: NewRow<'_, C, N>) {
        let rows = self.0.entry(fact).or_insert_with(|| Rows::of(fact));
        let year = row.on.year().to_string();
        for (name, code) in FRAME.into_iter().zip(frame.codes(row.on, &year)).chain(row.columns) {
            debug_assert!(rows.columns.contains_key(name), "{fact:?} has no column {name}");
            if let Some(column) = rows.columns.get_mut(name) {
                column.push(code);
            }
        }
        for (name, number) in row.numbers {
            debug_assert!(rows.numbers.contains_key(name), "{fact:?} has no number {name}");
            if let Some(numbers) = rows.numbers.get_mut(name) {
                numbers.push(number.map(|number| i16::try_from(number).unwrap_or(i16::MAX)));
            }
        }
    }
}

impl Rows {
    fn of(fact: Fact) -> Self {
        Self {
            columns: FRAME.iter().chain(fact.columns()).map(|name| (*name, Column::default())).collect(),
            numbers: fact.numbers().iter().map(|name| (*name, Vec::new())).collect(),
        }
    }

    /// A column by its name.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.get(name)
    }

    /// Numbers by their name, one or none a row.
    pub(crate) fn number(&self, name: &str) -> Option<&[Option<i16>]> {
        self.numbers.get(name).map(Vec::as_slice)
    }
}

impl Column {
    fn push(&mut self, code: &str) {
        // A column has few codes, and neighbours are often alike: looking through them beats a map.
        let place = self.codes.iter().position(|known| known == code).unwrap_or_else(|| {
            self.codes.push(code.to_owned());
            self.codes.len() - 1
        });
        self.rows.push(u16::try_from(place).unwrap_or(u16::MAX));
    }

    /// The codes that stand in it.
    pub(crate) fn codes(&self) -> &[String] {
        &self.codes
    }

    /// For each row the place of its code in [`Self::codes`].
    pub(crate) fn rows(&self) -> &[u16] {
        &self.rows
    }
}

/// What was typed as the profile spells it, `other` where the profile has no such name. Typed text never becomes a code.
fn by_profile<'a>(typed: &str, mut names: impl Iterator<Item = &'a str>) -> &'a str {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() { UNKNOWN } else { names.find(|name| name.trim().to_lowercase() == typed).unwrap_or("other") }
}

fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// Days from one day to another; nothing where the order shows that one of them is mistyped.
fn days(from: Option<NaiveDate>, to: NaiveDate) -> Option<i64> {
    from.map(|from| (to - from).num_days()).filter(|days| *days >= 0)
}

/// How a time stands against a limit of the county's agreement.
fn within(days: Option<i64>, limit: Option<u16>) -> &'static str {
    match (days, limit) {
        (_, None) => "no_limit",
        (None, _) => UNKNOWN,
        (Some(days), Some(limit)) => yes_no(days <= i64::from(limit)),
    }
}

#[cfg(test)]
pub(crate) mod tests;
