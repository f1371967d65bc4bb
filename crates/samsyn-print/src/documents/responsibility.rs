//! Who answers for the plan, and who does what around it.

use super::Source;
use super::copy::Seen;
use super::plan::principal;
use super::words::{joined, sentence};
use crate::document::Block;
use samsyn_plan::plan::{Plan, PlanRole};

/// Content 4: the principal with the övergripande ansvar, and by practice a coordinator.
pub(super) fn overall(source: &Source<'_>, plan: &Plan, seen: &Seen) -> Vec<Block> {
    if !seen.frame() {
        return Vec::new();
    }
    let mut facts = vec![
        source.fact("paper-plan-overall", principal(source, plan.overall)),
        source.fact("paper-plan-coordinator", joined([&plan.coordinator, &plan.coordinator_phone], ", ")),
    ];
    if seen.care_contact() {
        facts.push(source.fact("paper-plan-care-contact", care_contact(source, plan)));
    }
    vec![source.heading("paper-plan-responsibility"), Block::Facts(facts)]
}

/// The fast vårdkontakt and how to reach, or that nobody is named yet.
pub(super) fn care_contact(source: &Source<'_>, plan: &Plan) -> String {
    if plan.care_contact.is_empty() { source.texts.get("paper-care-contact-open") } else { plan.care_contact.clone() }
}

/// The number to call about the plan: the coordinator's, or the unit's.
pub(super) fn phone<'a>(source: &Source<'a>, plan: &'a Plan) -> &'a str {
    let own = plan.coordinator_phone.trim();
    if own.is_empty() { source.organisation.phone.trim() } else { own }
}

/// Who does what around the plan, and how to reach them.
pub(super) fn roles(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    if plan.roles.is_empty() {
        return Vec::new();
    }
    let fact = |role: &PlanRole| (sentence(&source.code(role.role)), joined([&joined([&role.who, &role.phone], ", "), &role.note], "\n"));
    vec![source.heading("paper-plan-roles"), Block::Facts(plan.roles.iter().map(fact).collect())]
}
