//! What concerns a child, on paper: the guardians by name and never with contact data, the child's own opinion, barnets bästa,
//! and who consents by which judgement.

use super::Source;
use super::words::{figures, joined};
use crate::document::Block;
use samsyn_plan::acts::{CannotConsent, ConsentJudgement};
use samsyn_plan::ids::PartyId;
use samsyn_plan::law::LawSubject;
use samsyn_plan::plan::Plan;

/// The child's part of the plan. Whoever may not see it gets a plan without it.
pub(super) fn section(source: &Source<'_>, plan: &Plan) -> Vec<Block> {
    let Some(child) = &plan.child else { return Vec::new() };
    let mut blocks = Vec::new();
    if !child.guardians.is_empty() {
        let guardians = source.fact("paper-child-guardians", child.guardians.join("\n"));
        blocks.extend([source.heading("paper-child"), Block::Facts(vec![guardians])]);
    }
    let by = |key: &str, who: &str| (!who.is_empty()).then(|| Block::note(source.texts.with(key, &[("who", who)])));
    if !child.opinion.is_empty() {
        blocks.extend([source.heading("paper-child-opinion"), Block::quote(&child.opinion)]);
        blocks.extend(by("paper-child-opinion-by", &child.opinion_by));
    }
    if !child.best_interests.is_empty() {
        blocks.extend([source.heading("paper-child-best-interests"), Block::text(&child.best_interests)]);
        blocks.extend(by("paper-child-best-interests-by", &child.best_interests_by));
    }
    blocks
}

/// Who must consent for the child, by the judgement that holds, and that somebody cannot consent.
pub(super) fn judgements(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(judgement) = source.case.consent_judgement() {
        blocks.extend([source.heading("paper-judgement"), Block::Facts(judgement_facts(source, judgement))]);
        let law = source.cited(LawSubject::ChildConsent);
        if !law.is_empty() {
            blocks.push(Block::note(source.texts.with("paper-law-child-consent", &[("law", &law)])));
        }
    }
    if let Some(decision) = source.case.cannot_consent() {
        blocks.extend([source.heading("paper-cannot-consent"), Block::Facts(decision_facts(source, decision))]);
    }
    blocks
}

fn judgement_facts(source: &Source<'_>, judgement: &ConsentJudgement) -> Vec<(String, String)> {
    let own = judgement.child || judgement.guardians.is_empty();
    let child = own.then(|| source.case.person.name());
    let named: Vec<String> = child.into_iter().chain(judgement.guardians.iter().map(|guardian| name(source, *guardian))).collect();
    vec![
        source.fact("paper-judgement-who", named.join("\n")),
        source.fact("paper-judgement-maturity", &judgement.maturity),
        source.fact("paper-judgement-reason", &judgement.reason),
        source.fact("paper-judgement-by", joined([&judgement.judged_by, &figures(Some(judgement.on))], ", ")),
    ]
}

fn decision_facts(source: &Source<'_>, decision: &CannotConsent) -> Vec<(String, String)> {
    let representative = decision.representative.map(|party| name(source, party)).unwrap_or_default();
    let mut facts = vec![
        source.fact("paper-cannot-consent-ground", &decision.ground),
        source.fact("paper-cannot-consent-by", joined([&decision.decided_by, &figures(Some(decision.on))], ", ")),
        source.fact("paper-cannot-consent-representative", representative),
        source.fact("paper-cannot-consent-instead", &decision.instead),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// Who answered, by name, where it was somebody else than the person or where a guardian answers beside a child.
pub(super) fn given_by(source: &Source<'_>, giver: Option<PartyId>) -> Option<(String, String)> {
    let who = match giver {
        Some(party) => name(source, party),
        None if source.case.guardians().next().is_some() => source.case.person.name(),
        None => return None,
    };
    Some(source.fact("paper-given-by", who))
}

/// The interpreter, where one was there.
pub(super) fn interpreter(source: &Source<'_>, interpreter: &str) -> Option<(String, String)> {
    (!interpreter.is_empty()).then(|| source.fact("paper-interpreter", interpreter))
}

/// A party by name alone.
pub(super) fn name(source: &Source<'_>, party: PartyId) -> String {
    source.case.party(party).map(samsyn_plan::drafts::Party::short_name).unwrap_or_default()
}
