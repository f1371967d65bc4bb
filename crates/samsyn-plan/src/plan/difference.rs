//! What changed between two versions of a plan.

use super::*;

/// A change between two versions, line by line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Difference {
    /// The part of the plan, as a key of its words: `goals`, `measures`, `overall` …
    pub part: String,
    /// The line before; empty where the line is new.
    pub before: String,
    /// The line after; empty where the line is gone.
    pub after: String,
}

/// What changed from one version to the next, in the order of the paper. Lines are paired by their identity where they have
/// one, otherwise by their words.
pub fn difference(before: &Plan, after: &Plan) -> Vec<Difference> {
    let mut found = Vec::new();
    pair(
        &mut found,
        "goals",
        &keyed(&before.goals, |goal| goal.id.0.to_string(), goal_line),
        &keyed(&after.goals, |goal| goal.id.0.to_string(), goal_line),
    );
    pair(
        &mut found,
        "measures",
        &keyed(&before.measures, |measure| measure.id.0.to_string(), measure_line),
        &keyed(&after.measures, |measure| measure.id.0.to_string(), measure_line),
    );
    principals(&mut found, before, after);
    pair(&mut found, "other-measures", &by_words(&before.other_measures, other_line), &by_words(&after.other_measures, other_line));
    pair(&mut found, "other-plans", &by_words(&before.other_plans, other_plan_line), &by_words(&after.other_plans, other_plan_line));
    pair(&mut found, "roles", &by_words(&before.roles, role_line), &by_words(&after.roles, role_line));
    pair(&mut found, "own-actions", &by_words(&before.own_actions, plan_line), &by_words(&after.own_actions, plan_line));
    pair(
        &mut found,
        "open-questions",
        &keyed(&before.open_questions, |question| question.text.clone(), question_line),
        &keyed(&after.open_questions, |question| question.text.clone(), question_line),
    );
    pair(&mut found, "dissents", &by_words(&before.dissents, plan_line), &by_words(&after.dissents, plan_line));
    pair(&mut found, "crises", &by_words(&before.crises, crisis_line), &by_words(&after.crises, crisis_line));
    for ((part, old), (_, new)) in singles(before).into_iter().zip(singles(after)) {
        if old != new {
            found.push(Difference { part: part.to_owned(), before: old, after: new });
        }
    }
    found
}

/// What a plan says once, by the part that it belongs to.
fn singles(plan: &Plan) -> [(&'static str, String); 10] {
    let child = |read: fn(&PlanChild) -> &String| plan.child.as_ref().map(|child| read(child).clone()).unwrap_or_default();
    [
        ("child-opinion", child(|child| &child.opinion)),
        ("best-interests", child(|child| &child.best_interests)),
        ("own-words", plan.own_words.clone()),
        ("situation", plan.situation.clone()),
        ("overall", plan.overall.map(|principal| principal.code().to_owned()).unwrap_or_default()),
        ("coordinator", join(&[&plan.coordinator, &plan.coordinator_phone])),
        ("care-contact", plan.care_contact.clone()),
        ("follow-up", plan.follow_up.as_ref().map(|next| next.on.to_string()).unwrap_or_default()),
        ("diary-number", plan.diary_number.clone()),
        ("read-back", plan.read_back_words.clone()),
    ]
}

/// Measures that another principal answers for now: content 2 of the law, so a line of its own.
fn principals(found: &mut Vec<Difference>, before: &Plan, after: &Plan) {
    let code = |principal: Option<Principal>| principal.map(|principal| principal.code().to_owned()).unwrap_or_default();
    for old in &before.measures {
        if let Some(new) = after.measures.iter().find(|new| new.id == old.id && new.principal != old.principal) {
            found.push(Difference { part: "measure-principal".to_owned(), before: code(old.principal), after: code(new.principal) });
        }
    }
}

type Lines = Vec<(String, String)>;

fn keyed<T>(items: &[T], key: impl Fn(&T) -> String, line: impl Fn(&T) -> String) -> Lines {
    items.iter().map(|item| (key(item), line(item))).collect()
}

fn by_words<T>(items: &[T], line: impl Fn(&T) -> String) -> Lines {
    items.iter().map(|item| (line(item), line(item))).collect()
}

fn pair(found: &mut Vec<Difference>, part: &str, before: &Lines, after: &Lines) {
    let line = |lines: &Lines, key: &str| lines.iter().find(|(candidate, _)| candidate == key).map(|(_, line)| line.clone());
    for (key, old) in before {
        let new = line(after, key).unwrap_or_default();
        if *old != new {
            found.push(Difference { part: part.to_owned(), before: old.clone(), after: new });
        }
    }
    for (_, new) in after.iter().filter(|(key, _)| line(before, key).is_none()) {
        found.push(Difference { part: part.to_owned(), before: String::new(), after: new.clone() });
    }
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn goal_line(goal: &PlanGoal) -> String {
    join(&[&goal.number.to_string(), &goal.text])
}

fn measure_line(measure: &PlanMeasure) -> String {
    join(&[&measure.text, &measure.extent, &measure.unit, &measure.person, &day(measure.starts_on), &day(measure.due_on)])
}

fn other_line(measure: &PlanOtherMeasure) -> String {
    join(&[&measure.text, &measure.done_by, &measure.time])
}

fn other_plan_line(plan: &PlanOtherPlan) -> String {
    join(&[&plan.text, &plan.responsible, &day(plan.review_on)])
}

/// Roles stand as on paper, but for the role itself, whose words are not the domain's.
fn role_line(role: &PlanRole) -> String {
    join(&[&role.who, &role.note, &role.phone])
}

fn plan_line(line: &PlanLine) -> String {
    join(&[&line.who, &line.text])
}

fn question_line(question: &PlanOpenQuestion) -> String {
    join(&[&question.text, &question.owner, &day(question.answer_by), &question.solution])
}

fn crisis_line(crisis: &PlanCrisis) -> String {
    join(&[&crisis.text, &crisis.contact, &crisis.phone])
}
