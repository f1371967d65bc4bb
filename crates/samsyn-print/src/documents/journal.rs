//! What was decided, as plain text to paste into the journal or akt of another system. The akt is the person's already, so that
//! the text has no number, and the person's name only where somebody wrote it.

use super::Source;
use super::plan::{next_meeting, principal, when};
use super::responsibility::care_contact;
use super::words::{joined, sentence};
use samsyn_plan::acts::Version;
use samsyn_plan::plan::{Plan, PlanCrisis, PlanLine, PlanMeasure, PlanOpenQuestion, thaw};

/// Headings and lines, with an empty line between the parts. Nothing where the version's content is damaged.
pub fn journal(source: &Source<'_>, version: &Version) -> Option<String> {
    let plan = thaw(&version.content)?;
    let parts = [
        beginning(source, &plan, version),
        part(source, "paper-plan-goals", plan.goals.iter().map(|goal| format!("{}. {}", goal.number, goal.text))),
        part(source, "paper-plan-measures", plan.measures.iter().map(|measure| of_measure(source, measure))),
        part(source, "paper-plan-other-measures", others(source, &plan).into_iter()),
        responsibility(source, &plan),
        part(source, "paper-plan-own-actions", plan.own_actions.iter().map(|line| own_action(source, line))),
        part(source, "paper-plan-open-questions", plan.open_questions.iter().map(|question| of_question(source, question))),
        part(source, "paper-plan-dissents", plan.dissents.iter().map(|line| joined([&line.who, &line.text], ": "))),
        part(source, "paper-plan-crisis", plan.crises.iter().map(of_crisis)),
        part(source, "paper-plan-follow-up", [next_meeting(source, &plan)].into_iter()),
        answer(source, &plan),
    ];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n")
}

/// A heading and its lines; nothing where there are none. What people wrote on several lines stands on one.
fn part(source: &Source<'_>, heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| one_line(&line)).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { String::new() } else { format!("{}\n{}", source.texts.get(heading).to_uppercase(), lines.join("\n")) }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

fn beginning(source: &Source<'_>, plan: &Plan, version: &Version) -> String {
    let fixed = source
        .texts
        .with("paper-plan-fixed", &[("version", &version.number.to_string()), ("day", &source.moment(version.at)), ("who", &version.by)]);
    let mut lines = vec![sentence(&source.of_plan("paper-journal-title", &[("case", &plan.case_number)])), fixed];
    if let Some(meeting) = &plan.meeting {
        let day = meeting.on.map(|day| source.day(day)).unwrap_or_default();
        lines.extend([
            fact(source, "paper-plan-meeting", &joined([&day, &meeting.place], ", ")),
            fact(source, "paper-plan-present", &present(source, plan, &meeting.present)),
            fact(source, "paper-plan-absent", &meeting.absent.join(", ")),
        ]);
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// Who was there, the person without a name.
fn present(source: &Source<'_>, plan: &Plan, names: &[String]) -> String {
    let shown = names.iter().map(|name| if *name == plan.person { source.texts.get("paper-journal-person") } else { name.clone() });
    shown.collect::<Vec<_>>().join("; ")
}

fn own_action(source: &Source<'_>, line: &PlanLine) -> String {
    let who = if line.party.is_none() { source.texts.get("paper-journal-person") } else { line.who.clone() };
    format!("- {}", joined([&who, &line.text], ": "))
}

/// `Övergripande ansvar: Kommunen`; nothing where there is no value.
fn fact(source: &Source<'_>, key: &str, value: &str) -> String {
    if value.trim().is_empty() { String::new() } else { format!("{}: {}", source.texts.get(key), one_line(value)) }
}

fn of_measure(source: &Source<'_>, measure: &PlanMeasure) -> String {
    let person = if measure.person.is_empty() { source.texts.get("paper-person-open") } else { measure.person.clone() };
    let what = joined([&measure.text, &measure.extent], ", ");
    let who = joined([&principal(source, measure.principal), &measure.unit, &person], ", ");
    format!("- {}", joined([&what, &who, &one_line(&when(source, measure))], ". "))
}

fn others(source: &Source<'_>, plan: &Plan) -> Vec<String> {
    if plan.other_measures.is_empty() && plan.no_other_measures {
        return vec![source.texts.get("paper-plan-no-other-measures")];
    }
    plan.other_measures.iter().map(|measure| format!("- {}", joined([&measure.text, &measure.done_by, &measure.time], ", "))).collect()
}

/// Content 4 of the law, the coordinator and the fast vårdkontakt.
fn responsibility(source: &Source<'_>, plan: &Plan) -> String {
    let lines = [
        fact(source, "paper-plan-overall", &principal(source, plan.overall)),
        fact(source, "paper-plan-coordinator", &joined([&plan.coordinator, &plan.coordinator_phone], ", ")),
        fact(source, "paper-plan-care-contact", &care_contact(source, plan)),
    ];
    part(source, "paper-plan-responsibility", lines.into_iter())
}

fn of_question(source: &Source<'_>, question: &PlanOpenQuestion) -> String {
    let answer = match (question.owner.is_empty(), question.answer_by) {
        (true, _) => String::new(),
        (false, None) => source.texts.with("paper-own-question", &[("owner", &question.owner)]),
        (false, Some(day)) => source.texts.with("paper-own-question-by", &[("owner", &question.owner), ("day", &source.day(day))]),
    };
    format!("- {}", joined([&question.text, &question.solution, &answer], " "))
}

fn of_crisis(crisis: &PlanCrisis) -> String {
    format!("- {}", joined([&crisis.text, &joined([&crisis.contact, &crisis.phone], ", ")], ": "))
}

/// What the person said when the plan was read back.
fn answer(source: &Source<'_>, plan: &Plan) -> String {
    let said = plan.read_back.map_or_else(|| source.texts.get("paper-plan-not-read-back"), |answer| sentence(&source.code(answer)));
    fact(source, "paper-plan-read-back", &joined([&said, &plan.read_back_words], ". "))
}
