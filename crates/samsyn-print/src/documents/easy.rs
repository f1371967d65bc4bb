//! The person's own page for whoever reads with effort, and for a child: one sentence a line, and what each one does.

use super::Source;
use super::responsibility::{care_contact, phone};
use super::words::{joined, time};
use crate::document::Block;
use samsyn_plan::codes::{Coded, Wording};
use samsyn_plan::plan::{Plan, PlanCrisis, PlanMeasure};

/// The blocks of the page, in the words of a wording.
pub(super) fn blocks(source: &Source<'_>, plan: &Plan, wording: Wording) -> Vec<Block> {
    let page = Page { source, plan, wording };
    let mut blocks = page.beginning();
    blocks.extend(page.own_words());
    blocks.extend(page.list("goals", plan.goals.iter().map(|goal| goal.text.clone()).collect()));
    blocks.extend(page.who_does_what());
    blocks.extend(page.own_part());
    blocks.extend(page.whom_to_call());
    blocks.extend(page.next());
    blocks.extend(page.worse());
    blocks.extend(page.open_questions());
    blocks.extend([page.heading("rights"), Block::text(page.says("rights-text", &[]))]);
    blocks
}

/// The plan in the words of one wording.
struct Page<'a> {
    source: &'a Source<'a>,
    plan: &'a Plan,
    wording: Wording,
}

impl Page<'_> {
    /// A sentence of the wording: `paper-page-easy-…` or `paper-page-child-…`.
    fn says(&self, name: &str, values: &[(&str, &str)]) -> String {
        self.source.texts.with(&format!("paper-page-{}-{name}", self.wording.code()), values)
    }

    fn heading(&self, name: &str) -> Block {
        Block::heading(1, self.says(name, &[]))
    }

    /// A heading and its lines; nothing where there are none.
    fn list(&self, name: &str, lines: Vec<String>) -> Vec<Block> {
        if lines.is_empty() { Vec::new() } else { vec![self.heading(name), Block::List(lines)] }
    }

    fn beginning(&self) -> Vec<Block> {
        let held = self.plan.meeting.as_ref().and_then(|meeting| meeting.on);
        let made = held.map(|day| self.says("made", &[("day", &self.source.day(day))])).unwrap_or_default();
        let hello = self.says("lead", &[("name", self.source.case.person.first_name.trim())]);
        vec![Block::lead(joined([&hello, &made], "\n"))]
    }

    /// What a child has said, in the child's own words.
    fn own_words(&self) -> Vec<Block> {
        let said = self.plan.child.as_ref().map(|child| child.opinion.trim()).filter(|said| !said.is_empty());
        match said {
            Some(said) if self.wording == Wording::Child => vec![self.heading("opinion"), Block::quote(said)],
            _ => Vec::new(),
        }
    }

    /// Each one who does something, with what and by when, a sentence a line.
    fn who_does_what(&self) -> Vec<Block> {
        let mut doers: Vec<(String, Vec<String>)> = Vec::new();
        let mut add = |who: String, what: String| match doers.iter_mut().find(|(name, _)| *name == who) {
            Some((_, lines)) => lines.push(what),
            None => doers.push((who, vec![what])),
        };
        for measure in &self.plan.measures {
            add(self.doer(measure), self.what(measure));
        }
        for measure in &self.plan.other_measures {
            add(measure.done_by.clone(), joined([&measure.text, &measure.time], "\n"));
        }
        if doers.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.heading("who")];
        for (who, lines) in doers {
            blocks.extend([Block::heading(2, who), Block::List(lines)]);
        }
        blocks
    }

    fn doer(&self, measure: &PlanMeasure) -> String {
        let open = || joined([&measure.unit, &self.says("person-open", &[])], "\n");
        if measure.person.is_empty() { open() } else { joined([&measure.person, &measure.unit], ", ") }
    }

    fn what(&self, measure: &PlanMeasure) -> String {
        let line = |name, day: Option<_>| day.map(|day| self.says(name, &[("day", &self.source.day(day))])).unwrap_or_default();
        joined([&measure.text, &measure.extent, &line("starts", measure.starts_on), &line("due", measure.due_on)], "\n")
    }

    fn own_part(&self) -> Vec<Block> {
        let (own, close): (Vec<_>, Vec<_>) = self.plan.own_actions.iter().partition(|action| action.party.is_none());
        let mut blocks = self.list("you", own.iter().map(|action| action.text.clone()).collect());
        blocks.extend(self.list("close", close.iter().map(|action| joined([&action.who, &action.text], ": ")).collect()));
        blocks
    }

    fn whom_to_call(&self) -> Vec<Block> {
        let phone = phone(self.source, self.plan);
        let who = if self.plan.coordinator.is_empty() { self.source.author() } else { self.plan.coordinator.clone() };
        let mut lines = vec![self.says("call-who", &[("who", &who)])];
        lines.extend((!phone.is_empty()).then(|| self.says("number", &[("phone", phone)])));
        if self.wording == Wording::Easy {
            lines.push(self.says("care-contact", &[("who", &care_contact(self.source, self.plan))]));
        }
        vec![self.heading("call"), Block::text(lines.join("\n"))]
    }

    fn next(&self) -> Vec<Block> {
        let Some(next) = &self.plan.follow_up else {
            return vec![self.heading("next"), Block::text(self.says("next-open", &[]))];
        };
        let mut lines = vec![self.says("next-day", &[("day", &self.source.day(next.on))])];
        lines.extend(next.at.map(|at| self.says("next-time", &[("time", &time(at))])));
        lines.extend((!next.place.is_empty()).then(|| self.says("next-place", &[("place", &next.place)])));
        vec![self.heading("next"), Block::text(lines.join("\n"))]
    }

    fn worse(&self) -> Vec<Block> {
        let line = |crisis: &PlanCrisis| {
            let who = if crisis.contact.is_empty() { &crisis.phone } else { &crisis.contact };
            let call = if who.is_empty() { String::new() } else { self.says("worse-call", &[("who", who)]) };
            let apart = !crisis.contact.is_empty() && !crisis.phone.is_empty();
            let number = if apart { self.says("number", &[("phone", &crisis.phone)]) } else { String::new() };
            joined([&crisis.text, &call, &number], "\n")
        };
        self.list("worse", self.plan.crises.iter().map(line).collect())
    }

    fn open_questions(&self) -> Vec<Block> {
        let open = self.plan.open_questions.iter().filter(|question| question.solution.is_empty());
        let lines = open.map(|question| {
            let owner = if question.owner.is_empty() { String::new() } else { self.says("open-owner", &[("owner", &question.owner)]) };
            let by = question.answer_by.map(|day| self.says("open-by", &[("day", &self.source.day(day))])).unwrap_or_default();
            joined([&question.text, &owner, &by], "\n")
        });
        self.list("open", lines.collect())
    }
}
