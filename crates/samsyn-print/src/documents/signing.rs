//! Who signs the plan, and who has signed it.

use super::Source;
use super::after::annulled;
use super::child;
use super::words::{joined, sentence};
use crate::document::{Block, SignatureKind, SignatureLine};
use chrono_tz::Europe::Stockholm;
use samsyn_plan::acts::{Signature, Version};
use samsyn_plan::codes::{Principal, SignatureManner};
use samsyn_plan::ids::PartyId;
use samsyn_plan::plan::Plan;

/// The person's answer, the signatures that have been given, and lines for those that have not.
pub(super) fn signatures(source: &Source<'_>, plan: &Plan, version: Option<&Version>) -> Vec<Block> {
    let texts = source.texts;
    let mut blocks = vec![source.heading("paper-plan-signatures")];
    let answer = plan.read_back.map_or_else(|| texts.get("paper-plan-not-read-back"), |answer| sentence(&source.code(answer)));
    blocks.push(Block::Facts(vec![source.fact("paper-plan-read-back", joined([&answer, &plan.read_back_words], ". "))]));
    let mut given: Vec<_> =
        source.case.signatures.iter().filter(|signature| version.is_some_and(|version| version.id == signature.version)).collect();
    if !given.is_empty() {
        let heads = ["paper-column-name", "paper-column-role", "paper-column-day", "paper-column-manner"];
        blocks.push(Block::Table {
            head: heads.iter().map(|key| texts.get(key)).collect(),
            widths: vec![2.2, 2.0, 1.3, 2.3],
            rows: given
                .iter()
                .map(|signature| {
                    let manner = joined(
                        [source.code(signature.manner), annulled(source, source.case.annulment(signature.id.0)).unwrap_or_default()],
                        "\n",
                    );
                    vec![signature.name.clone(), signature.role.clone(), signature.on.to_string(), manner]
                })
                .collect(),
            caption: Some(texts.get("paper-plan-signed-caption")),
        });
    }
    given.retain(|signature| !source.case.is_annulled(signature.id.0));
    let is_open = |line: &SignatureLine| !given.iter().any(|signature| signature.name.trim() == line.name.trim());
    let lines: Vec<_> = drawn(&given).chain(signers(source, plan).into_iter().filter(is_open)).collect();
    if !lines.is_empty() {
        blocks.push(Block::Signatures(lines));
    }
    blocks.push(Block::note(texts.get("paper-plan-unsigned-valid")));
    blocks
}

/// The signatures that were drawn on a screen, as they were drawn.
fn drawn(given: &[&Signature]) -> impl Iterator<Item = SignatureLine> {
    given.iter().filter(|signature| signature.manner == SignatureManner::Drawn).map(|signature| SignatureLine {
        name: signature.name.clone(),
        role: signature.role.clone(),
        line: SignatureKind::Drawn {
            strokes: signature.strokes.iter().map(|stroke| stroke.points().collect()).collect(),
            at: signature.at.with_timezone(&Stockholm).format("%Y-%m-%d kl. %H.%M").to_string(),
        },
    })
}

/// A line for the person, and one for each other who has answered.
pub(super) fn givers(source: &Source<'_>, answered: impl Iterator<Item = Option<PartyId>>) -> Block {
    let mut others: Vec<PartyId> = Vec::new();
    for giver in answered.flatten() {
        if !others.contains(&giver) {
            others.push(giver);
        }
    }
    let person = pen(source.case.person.name(), String::new());
    Block::Signatures(
        std::iter::once(person).chain(others.into_iter().map(|giver| pen(child::name(source, giver), String::new()))).collect(),
    )
}

fn pen(name: String, role: String) -> SignatureLine {
    SignatureLine { name, role, line: SignatureKind::Pen }
}

/// The person, for a child the guardians whose consent the judgement names, each who is named for a measure, and each principal
/// with measures or the övergripande ansvar for which nobody is named.
fn signers(source: &Source<'_>, plan: &Plan) -> Vec<SignatureLine> {
    let mut signers = vec![pen(plan.person.clone(), source.texts.get("paper-plan-role-person"))];
    if plan.child.is_some() {
        let judged = source.case.consent_judgement().map(|judgement| judgement.guardians.as_slice()).unwrap_or_default();
        signers.extend(judged.iter().map(|guardian| pen(child::name(source, *guardian), source.texts.get("paper-plan-role-guardian"))));
    }
    for measure in plan.measures.iter().filter(|measure| !measure.person.is_empty()) {
        if !signers.iter().any(|signer| signer.name == measure.person) {
            signers.push(pen(measure.person.clone(), measure.unit.clone()));
        }
    }
    signers.extend(unnamed(plan).map(|principal| pen(for_principal(source, plan, principal), String::new())));
    signers
}

/// The principals that answer for something in the plan, and for which no measure names anybody.
fn unnamed(plan: &Plan) -> impl Iterator<Item = Principal> {
    let answers =
        |principal: Principal| plan.overall == Some(principal) || plan.measures.iter().any(|measure| measure.principal == Some(principal));
    let is_named =
        |principal: Principal| plan.measures.iter().any(|measure| measure.principal == Some(principal) && !measure.person.is_empty());
    [Principal::Municipality, Principal::Region].into_iter().filter(move |principal| answers(*principal) && !is_named(*principal))
}

/// `För Gällivare kommun, barn och familj`; another principal by its unit where one is written.
fn for_principal(source: &Source<'_>, plan: &Plan, principal: Principal) -> String {
    let organisation = &plan.organisation;
    let who = if organisation.principal == Some(principal) {
        joined([&organisation.name, &organisation.unit], ", ")
    } else {
        let unit = plan.measures.iter().find(|measure| measure.principal == Some(principal)).map_or("", |measure| measure.unit.as_str());
        joined([&source.code(principal), unit], ", ")
    };
    source.texts.with("paper-plan-sign-for", &[("who", &who)])
}
