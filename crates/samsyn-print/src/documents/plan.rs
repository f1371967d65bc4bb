//! The plan on paper: all four contents of the law (10 kap. 9 § SoL, 16 kap. 4 § HSL) and what people need beside them.

use super::Source;
use super::child;
use super::copy::Seen;
use super::responsibility::{overall, roles};
use super::signing::signatures;
use super::words::{citations, figures, grounds, joined, sentence, time};
use crate::document::{Block, Document};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Stockholm;
use samsyn_plan::acts::Version;
use samsyn_plan::codes::{PlanType, Principal};
use samsyn_plan::gate::Permit;
use samsyn_plan::law::LawSubject;
use samsyn_plan::plan::{Plan, PlanMeasure, PlanOpenQuestion, build, thaw};
use samsyn_plan::room::Visit;

/// The draft of the plan as it stands, marked as a draft on each page.
pub fn plan_draft(source: &Source<'_>) -> Document {
    let plan = build(source.case, source.organisation, source.law, source.today);
    let blocks = plan_blocks(source, &plan, &Seen::whole(), None);
    Document { draft: true, ..source.paper("paper-plan-title", None, blocks) }
}

/// A fixed version of the plan, whole. Nothing where its content is damaged.
pub fn plan_version(source: &Source<'_>, version: &Version) -> Option<Document> {
    let plan = thaw(&version.content)?;
    let blocks = plan_blocks(source, &plan, &Seen::whole(), Some(version));
    Some(of_version(source.paper("paper-plan-title", Some(version.at), blocks), source, version))
}

/// A recipient's copy of a version: only what its permit opens, and a notice that something is left out. Nothing where the
/// version's content is damaged.
pub fn plan_copy(source: &Source<'_>, version: &Version, permit: &Permit) -> Option<Document> {
    let plan = thaw(&version.content)?;
    let seen = Seen::by(source.case, permit);
    let blocks = plan_blocks(source, &seen.filter(plan), &seen, Some(version));
    Some(of_version(source.paper("paper-copy-title", Some(version.at), blocks), source, version))
}

/// Header and metadata of a version's paper.
pub(super) fn of_version(document: Document, source: &Source<'_>, version: &Version) -> Document {
    let values = [("case", source.case.number.as_str()), ("version", &version.number.to_string()), ("hash", &version.hash)];
    Document {
        header: source.header("paper-header-version", &values),
        subject: Some(source.texts.with("paper-subject", &values)),
        ..document
    }
}

fn plan_blocks(source: &Source<'_>, plan: &Plan, seen: &Seen, version: Option<&Version>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if seen.left_out() {
        blocks.push(Block::notice(source.texts.get("paper-left-out")));
    }
    blocks.push(Block::Facts(frame(source, plan, seen, version)));
    blocks.extend(stated(source, plan, seen));
    blocks.extend(own_words(source, plan));
    blocks.extend(child::section(source, plan));
    blocks.extend(goals(source, plan));
    blocks.extend(measures(source, plan, seen));
    blocks.extend(other_measures(source, plan, seen));
    blocks.extend(other_plans(source, plan));
    blocks.extend(overall(source, plan, seen));
    blocks.extend(roles(source, plan));
    blocks.extend(agreed(source, plan));
    blocks.extend(crises(source, plan, "paper-plan-crisis"));
    if seen.frame() {
        blocks.extend(follow_up(source, plan));
    }
    blocks.extend(if seen.is_whole() { signatures(source, plan, version) } else { Vec::new() });
    blocks.extend(foundation(source, plan, version));
    blocks
}

/// Who, when and where.
fn frame(source: &Source<'_>, plan: &Plan, seen: &Seen, version: Option<&Version>) -> Vec<(String, String)> {
    let mut facts = vec![source.fact("paper-plan-about", seen.person(source.case, plan))];
    let diary_number = if seen.is_whole() { plan.diary_number.as_str() } else { "" };
    facts.push(source.fact("paper-plan-number", joined([plan.case_number.as_str(), diary_number], " · ")));
    if let Some(version) = version {
        let fixed = source.texts.with(
            "paper-plan-fixed",
            &[("version", &version.number.to_string()), ("day", &source.moment(version.at)), ("who", &version.by)],
        );
        facts.push(source.fact("paper-plan-version", fixed));
        if seen.is_whole() && !version.change.trim().is_empty() {
            facts.push(source.fact("paper-plan-change", &version.change));
        }
    }
    if let Some(permit) = seen.permit().filter(|_| !seen.is_whole()) {
        facts.push(source.fact("paper-ground", grounds(source, permit)));
    }
    if let Some(meeting) = plan.meeting.as_ref().filter(|_| seen.frame()) {
        let day = meeting.on.map(|day| source.day(day)).unwrap_or_default();
        facts.push(source.fact("paper-plan-meeting", joined([&day, &meeting.place], ", ")));
        if seen.attendance() {
            facts.push(source.fact("paper-meeting-leader", &meeting.leader));
            facts.push(source.fact("paper-meeting-note-taker", &meeting.note_taker));
            let present = source.fact("paper-plan-present", meeting.present.join("\n"));
            let absent = source.fact("paper-plan-absent", meeting.absent.join("\n"));
            let partly = source.fact("paper-plan-visits", visits(source, &meeting.visits));
            facts.extend([present, absent, partly].into_iter().filter(|(_, who)| !who.trim().is_empty()));
        }
        if let Some(way) = meeting.absence {
            let reason = if seen.is_whole() { meeting.absence_reason.as_str() } else { "" };
            facts.push(source.fact("paper-plan-absence", joined([source.code(way).as_str(), reason], ". ")));
        }
    }
    facts
}

/// The stays of those who were not there all the time, a line each person: `Lena Falk: 13.30–13.45, från 13.55`.
fn visits(source: &Source<'_>, visits: &[Visit]) -> String {
    let mut people: Vec<(&str, Vec<String>)> = Vec::new();
    for visit in visits {
        let clock = |at: DateTime<Utc>| time(at.with_timezone(&Stockholm).time());
        let from = clock(visit.from);
        let stay = match visit.to {
            Some(to) => format!("{from}–{}", clock(to)),
            None => source.texts.with("paper-plan-visit-from", &[("time", &from)]),
        };
        match people.iter_mut().find(|(name, _)| *name == visit.name) {
            Some((_, stays)) => stays.push(stay),
            None => people.push((&visit.name, vec![stay])),
        }
    }
    people.into_iter().map(|(name, stays)| format!("{name}: {}", stays.join(", "))).collect::<Vec<_>>().join("\n")
}

/// What a recipient may be told in words beside the plan, or that none of the plan is shown.
fn stated(source: &Source<'_>, plan: &Plan, seen: &Seen) -> Vec<Block> {
    let statements: Vec<String> = seen.statements(source.case);
    if !statements.is_empty() {
        return vec![source.heading("paper-copy-stated"), Block::List(statements)];
    }
    let lines = [
        plan.goals.len(),
        plan.measures.len(),
        plan.other_measures.len(),
        plan.own_actions.len(),
        plan.open_questions.len(),
        plan.crises.len(),
    ];
    let nothing = !seen.is_whole() && lines.iter().all(|&count| count == 0);
    if nothing { vec![Block::text(source.texts.get("paper-copy-nothing"))] } else { Vec::new() }
}

fn own_words(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !plan.own_words.is_empty() {
        blocks.extend([source.heading("paper-plan-own-words"), Block::quote(&plan.own_words)]);
    }
    if !plan.situation.is_empty() {
        blocks.extend([source.heading("paper-plan-situation"), Block::text(&plan.situation)]);
    }
    blocks
}

/// Goals in the person's own words, those of long reach first as they are numbered.
pub(super) fn goals(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    if plan.goals.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![source.heading("paper-plan-goals")];
    for goal in &plan.goals {
        let term = goal.term.map(|term| source.code(term)).unwrap_or_default();
        let values = [("number", goal.number.to_string()), ("term", term)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let key = if goal.term.is_some() { "paper-plan-goal-term" } else { "paper-plan-goal" };
        blocks.extend([Block::heading(2, source.texts.with(key, &values)), Block::quote(&goal.text)]);
    }
    blocks
}

/// Contents 1 and 2: the measures, and which principal answers for each.
fn measures(source: &Source<'_>, plan: &Plan, seen: &Seen) -> Vec<Block> {
    let texts = source.texts;
    if plan.measures.is_empty() && !seen.is_whole() {
        return Vec::new();
    }
    let mut blocks = vec![source.heading("paper-plan-measures")];
    if plan.measures.is_empty() {
        blocks.push(Block::text(texts.get("paper-plan-no-measures")));
        return blocks;
    }
    let heads = ["paper-column-measure", "paper-column-goal", "paper-column-principal", "paper-column-who", "paper-column-when"];
    blocks.push(Block::Table {
        head: heads.iter().map(|key| texts.get(key)).collect(),
        widths: vec![2.8, 0.6, 1.4, 2.6, 2.1],
        rows: plan.measures.iter().map(|measure| measure_row(source, measure)).collect(),
        caption: Some(texts.get("paper-plan-measures-caption")),
    });
    blocks
}

fn measure_row(source: &Source<'_>, measure: &PlanMeasure) -> Vec<String> {
    let person = if measure.person.is_empty() { source.texts.get("paper-person-open") } else { measure.person.clone() };
    vec![
        joined([&measure.text, &measure.extent], "\n"),
        measure.goal.map(|goal| goal.to_string()).unwrap_or_default(),
        principal(source, measure.principal),
        joined([&measure.unit, &person], "\n"),
        when(source, measure),
    ]
}

/// When a measure starts and is to be done, one line each.
pub(super) fn when(source: &Source<'_>, measure: &PlanMeasure) -> String {
    let line = |key: &str, day| if let Some(day) = day { source.texts.with(key, &[("day", &figures(Some(day)))]) } else { String::new() };
    joined([line("paper-plan-starts", measure.starts_on), line("paper-plan-due", measure.due_on)], "\n")
}

pub(super) fn principal(source: &Source<'_>, principal: Option<Principal>) -> String {
    principal.map_or_else(|| source.texts.get("paper-open"), |principal| sentence(&source.code(principal)))
}

/// Content 3: measures by somebody other than kommun and region, or that there are none.
fn other_measures(source: &Source<'_>, plan: &Plan, seen: &Seen) -> Vec<Block> {
    let texts = source.texts;
    if plan.other_measures.is_empty() {
        let key = if plan.no_other_measures { "paper-plan-no-other-measures" } else { "paper-plan-other-measures-open" };
        return if seen.is_whole() { vec![source.heading("paper-plan-other-measures"), Block::text(texts.get(key))] } else { Vec::new() };
    }
    let heads = ["paper-column-other-measure", "paper-column-goal", "paper-column-who", "paper-column-when"];
    let row = |measure: &samsyn_plan::plan::PlanOtherMeasure| {
        vec![
            measure.text.clone(),
            measure.goal.map(|goal| goal.to_string()).unwrap_or_default(),
            measure.done_by.clone(),
            measure.time.clone(),
        ]
    };
    let table = Block::Table {
        head: heads.iter().map(|key| texts.get(key)).collect(),
        widths: vec![3.6, 0.7, 2.4, 2.2],
        rows: plan.other_measures.iter().map(row).collect(),
        caption: None,
    };
    vec![source.heading("paper-plan-other-measures"), table]
}

/// Other plans that the person has.
fn other_plans(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    if plan.other_plans.is_empty() {
        return Vec::new();
    }
    let heads = ["paper-column-other-plan", "paper-column-responsible", "paper-column-review"];
    let row = |other: &samsyn_plan::plan::PlanOtherPlan| {
        vec![joined([&source.maybe(other.kind), &other.text], "\n"), other.responsible.clone(), figures(other.review_on)]
    };
    let table = Block::Table {
        head: heads.iter().map(|key| source.texts.get(key)).collect(),
        widths: vec![4.0, 2.6, 1.4],
        rows: plan.other_plans.iter().map(row).collect(),
        caption: None,
    };
    vec![source.heading("paper-plan-other-plans"), table]
}

/// What the person and those close do, what is open, and who disagrees.
fn agreed(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !plan.own_actions.is_empty() {
        let facts = plan.own_actions.iter().map(|line| (line.who.clone(), line.text.clone())).collect();
        blocks.extend([source.heading("paper-plan-own-actions"), Block::Facts(facts)]);
    }
    let (open, solved): (Vec<_>, Vec<_>) = plan.open_questions.iter().partition(|question| question.solution.is_empty());
    if !open.is_empty() {
        let heads = ["paper-column-question", "paper-column-owner", "paper-column-answer-by"];
        let row = |question: &&PlanOpenQuestion| vec![question.text.clone(), question.owner.clone(), figures(question.answer_by)];
        let table = Block::Table {
            head: heads.iter().map(|key| source.texts.get(key)).collect(),
            widths: vec![4.0, 2.2, 1.6],
            rows: open.iter().map(row).collect(),
            caption: None,
        };
        blocks.extend([source.heading("paper-plan-open-questions"), table]);
    }
    if !solved.is_empty() {
        let table = Block::Table {
            head: ["paper-column-question", "paper-column-solution"].map(|key| source.texts.get(key)).to_vec(),
            widths: vec![4.0, 3.8],
            rows: solved.iter().map(|question| vec![question.text.clone(), question.solution.clone()]).collect(),
            caption: None,
        };
        blocks.extend([source.heading("paper-plan-solved-questions"), table]);
    }
    if !plan.dissents.is_empty() {
        blocks.push(source.heading("paper-plan-dissents"));
        blocks.push(Block::Facts(plan.dissents.iter().map(|line| (line.who.clone(), line.text.clone())).collect()));
    }
    blocks
}

/// If it gets worse.
pub(super) fn crises(source: &Source<'_>, plan: &Plan, heading: &str) -> Vec<Block> {
    if plan.crises.is_empty() {
        return Vec::new();
    }
    let fact = |crisis: &samsyn_plan::plan::PlanCrisis| {
        let call = joined([&crisis.contact, &crisis.phone], ", ");
        if crisis.text.is_empty() { (source.texts.get("paper-crisis-call"), call) } else { (crisis.text.clone(), call) }
    };
    vec![source.heading(heading), Block::Facts(plan.crises.iter().map(fact).collect())]
}

fn follow_up(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    vec![source.heading("paper-plan-follow-up"), Block::text(next_meeting(source, plan))]
}

/// When and where the plan is followed up, or that it is not booked.
pub(super) fn next_meeting(source: &Source<'_>, plan: &Plan) -> String {
    let Some(next) = &plan.follow_up else { return source.texts.get("paper-plan-follow-up-open") };
    let day = match next.at {
        Some(at) => source.texts.with("paper-day-and-time", &[("day", &source.day(next.on)), ("time", &time(at))]),
        None => source.day(next.on),
    };
    let called =
        if next.called_by.is_empty() { String::new() } else { source.texts.with("paper-follow-up-by", &[("who", &next.called_by)]) };
    joined([sentence(&joined([&day, &next.place], ", ")), called], "\n")
}

/// The paragraphs that were in force, and what the version is known by.
fn foundation(source: &Source<'_>, plan: &Plan, version: Option<&Version>) -> Vec<Block> {
    let law: &[(&str, LawSubject)] = match source.told_kind() {
        None => &[],
        Some(PlanType::Sip) => &[("paper-law-duty", LawSubject::Duty), ("paper-law-contents", LawSubject::Contents)],
        Some(PlanType::SipDischarge) => &[
            ("paper-law-duty", LawSubject::Duty),
            ("paper-law-contents", LawSubject::Contents),
            ("paper-law-discharge", LawSubject::DischargeCall),
        ],
        Some(PlanType::Lss) => &[("paper-law-lss", LawSubject::LssPlan)],
    };
    let mut cited: Vec<String> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for (key, subject) in law {
        let citation = citations(&plan.law, *subject);
        if !citation.is_empty() && !cited.contains(&citation) {
            lines.push(source.texts.with(key, &[("law", &citation)]));
            cited.push(citation);
        }
    }
    lines.extend(
        version.map(|version| source.texts.with("paper-plan-hash", &[("version", &version.number.to_string()), ("hash", &version.hash)])),
    );
    if lines.is_empty() { Vec::new() } else { vec![Block::Space, Block::note(lines.join("\n"))] }
}
