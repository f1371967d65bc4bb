//! The braid in words: what each strand, knot and meeting says, and what was found.

use crate::text::Texts;
use chrono::{Datelike, NaiveDate};
use samsyn_plan::{
    braid::{Braid, Crossing, Finding, Knot, Strand},
    case::Case,
    codes::{Coded, KnotState, StrandGroup},
    drafts::Party,
    ids::{GoalId, MeasureId},
    plan::Plan,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A braid in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ToldBraid {
    /// The picture in a sentence: how much it shows.
    pub summary: String,
    /// What does not hold together, what is most pressing first.
    pub findings: Vec<ToldFinding>,
    /// The strands and what is done on each.
    pub strands: Vec<ToldStrand>,
    /// The meetings, a sentence each.
    pub meetings: Vec<String>,
}

/// Something found, in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ToldFinding {
    /// What kind it is, and what it is about.
    pub finding: Finding,
    /// What it is called, in a word or two.
    pub title: String,
    /// The sentence.
    pub words: String,
}

/// A strand in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ToldStrand {
    /// Whose it is.
    pub group: StrandGroup,
    /// The same in words.
    pub group_words: String,
    /// Whose it is, by name or unit.
    pub name: String,
    /// How much is done on it.
    pub sentence: String,
    /// What is done.
    pub knots: Vec<ToldKnot>,
}

/// Something that is done, in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ToldKnot {
    /// The measure; nothing where others, or the person, do it.
    pub measure: Option<MeasureId>,
    /// What, with how much.
    pub what: String,
    /// Who does it, by name; may be empty.
    pub person: String,
    /// The goal's number; empty where it serves none.
    pub goal: String,
    /// When.
    pub when: String,
    /// How it stands.
    pub state: String,
    /// The same as a code.
    pub code: KnotState,
    /// All of it as a sentence.
    pub sentence: String,
}

/// Tells a braid of a plan of a case.
pub fn tell(texts: &Texts, case: &Case, plan: &Plan, braid: &Braid) -> ToldBraid {
    let teller = Teller { texts, case, plan, braid };
    let strands: Vec<ToldStrand> = braid.strands.iter().map(|strand| teller.strand(strand)).collect();
    let count = |count: usize| count.to_string();
    let knots: usize = strands.iter().map(|strand| strand.knots.len()).sum();
    let values = [("strands", count(strands.len())), ("knots", count(knots)), ("meetings", count(braid.crossings.len()))];
    ToldBraid {
        summary: texts.with("braid-summary", &values.each_ref().map(|(name, value)| (*name, value.as_str()))),
        findings: braid.findings.iter().map(|finding| teller.finding(finding)).collect(),
        meetings: braid.crossings.iter().map(|crossing| teller.meeting(crossing)).collect(),
        strands,
    }
}

/// A day in words: `5 december 2026`.
pub(super) fn day(texts: &Texts, day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), texts.get(&format!("paper-month-{}", day.month())), day.year())
}

struct Teller<'a> {
    texts: &'a Texts,
    case: &'a Case,
    plan: &'a Plan,
    braid: &'a Braid,
}

impl Teller<'_> {
    fn strand(&self, strand: &Strand) -> ToldStrand {
        let group_words = self.texts.get(&strand.group.text_key());
        let name = if strand.name.is_empty() { self.texts.get("braid-nobody-named") } else { strand.name.clone() };
        let knots: Vec<ToldKnot> = strand.knots.iter().map(|knot| self.knot(strand, knot)).collect();
        let values = [("who", name.as_str()), ("group", &group_words), ("count", &knots.len().to_string())];
        let key = if knots.is_empty() { "braid-strand-empty" } else { "braid-strand" };
        ToldStrand { group: strand.group, sentence: self.texts.with(key, &values), group_words, name, knots }
    }

    fn knot(&self, strand: &Strand, knot: &Knot) -> ToldKnot {
        let what = joined(&[&knot.text, &knot.extent], ", ");
        let goal = knot.goal.map(|goal| goal.to_string()).unwrap_or_default();
        let goal_words = if goal.is_empty() { String::new() } else { self.texts.with("braid-goal", &[("number", &goal)]) };
        let (when, state) = (self.when(knot), self.texts.get(&knot.state.text_key()));
        // Who does it is often named with the unit, or is the strand's own name.
        let named = knot.person.to_lowercase().contains(&strand.name.to_lowercase()) && !strand.name.is_empty();
        let person = if knot.person.trim().eq_ignore_ascii_case(strand.name.trim()) { String::new() } else { knot.person.clone() };
        let who = if named && !person.is_empty() { person.clone() } else { joined(&[&self.who(strand), &person], ", ") };
        let stands = if when == state { "" } else { &state };
        let sentence = [what.as_str(), &who, &goal_words, &when, stands].into_iter().filter(|part| !part.is_empty()).map(sentence);
        let sentence = sentence.collect::<Vec<_>>().join(" ");
        ToldKnot { measure: knot.measure, what, person, goal, when, state, code: knot.state, sentence }
    }

    /// When something goes on, as far as it has days.
    fn when(&self, knot: &Knot) -> String {
        let part =
            |key: &str, on: Option<NaiveDate>| on.map(|on| self.texts.with(key, &[("day", &day(self.texts, on))])).unwrap_or_default();
        let parts = [part("braid-from", knot.starts_on), part("braid-by", knot.due_on), part("braid-done-on", knot.done_on)];
        let when = joined(&parts.each_ref().map(String::as_str), ", ");
        if when.is_empty() { self.texts.get("braid-undated") } else { when }
    }

    /// Whose a strand is: its group, where that says more than the name.
    fn who(&self, strand: &Strand) -> String {
        let group = match strand.group {
            StrandGroup::Person | StrandGroup::Close | StrandGroup::Others => String::new(),
            group => self.texts.get(&group.text_key()),
        };
        joined(&[&group, &strand.name], ", ")
    }

    fn meeting(&self, crossing: &Crossing) -> String {
        let kind = self.texts.get(&crossing.kind.map_or_else(|| "braid-meeting".to_owned(), Coded::text_key));
        let key = if crossing.held {
            "braid-meeting-held"
        } else if crossing.on < self.braid.day {
            "braid-meeting-passed"
        } else {
            "braid-meeting-booked"
        };
        sentence(&self.texts.with(key, &[("kind", &kind), ("day", &day(self.texts, crossing.on))]))
    }

    fn finding(&self, finding: &Finding) -> ToldFinding {
        let code = match finding {
            Finding::Late { .. } => "late",
            Finding::NotDone { .. } => "not-done",
            Finding::Double { .. } => "double",
            Finding::Unserved { .. } => "unserved",
            Finding::GoalGap { .. } => "goal-gap",
            Finding::Quiet { .. } => "quiet",
            Finding::Idle { .. } => "idle",
        };
        let values: Vec<(&str, String)> = match finding {
            Finding::Late { measure, due, days } => {
                vec![("what", self.measure(*measure)), ("day", day(self.texts, *due)), ("days", days.to_string())]
            }
            Finding::NotDone { measure } => vec![("what", self.measure(*measure))],
            Finding::Double { measures: [one, other] } => vec![("one", self.measure(*one)), ("other", self.measure(*other))],
            Finding::Unserved { goal } => self.goal(*goal),
            Finding::GoalGap { goal, from, to } => [self.goal(*goal), self.stretch(*from, *to)].concat(),
            Finding::Quiet { from, to } => self.stretch(*from, *to),
            Finding::Idle { party } => vec![("who", self.case.party(*party).map(Party::short_name).unwrap_or_default())],
        };
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ToldFinding {
            finding: finding.clone(),
            title: self.texts.get(&format!("braid-found-{code}")),
            words: self.texts.with(&format!("braid-finding-{code}"), &values),
        }
    }

    /// A measure as findings name it: `Samtalsstöd (regionen, ungdomsmottagningen)`.
    fn measure(&self, measure: MeasureId) -> String {
        let mut knots = self.braid.strands.iter().flat_map(|strand| strand.knots.iter().map(move |knot| (strand, knot)));
        let found = knots.find(|(_, knot)| knot.measure == Some(measure));
        found.map(|(strand, knot)| format!("{} ({})", knot.text, self.who(strand))).unwrap_or_default()
    }

    fn goal(&self, goal: GoalId) -> Vec<(&'static str, String)> {
        let found = self.plan.goals.iter().find(|each| each.id == goal);
        let (number, text) = found.map(|goal| (goal.number.to_string(), goal.text.clone())).unwrap_or_default();
        vec![("number", number), ("goal", text)]
    }

    fn stretch(&self, from: NaiveDate, to: NaiveDate) -> Vec<(&'static str, String)> {
        vec![("from", day(self.texts, from)), ("to", day(self.texts, to))]
    }
}

fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// With a capital first and a full stop last.
fn sentence(words: &str) -> String {
    let words = words.trim().trim_end_matches('.');
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain(['.']).collect())
}
