//! What the person has agreed to: the yes to a SIP, and the consents.

use super::Source;
use super::after::annulled;
use super::child;
use super::signing::givers;
use super::words::{figures, joined, sentence};
use crate::document::{Block, Document};
use samsyn_plan::acts::{Ground, SipYes};
use samsyn_plan::codes::{Answer, Basis, Direction, Scope};
use samsyn_plan::gate::is_withdrawn;
use samsyn_plan::law::LawSubject;

/// The person's answer to a SIP being made (10 kap. 8 § SoL, 16 kap. 4 § HSL). It lifts no secrecy, and says so.
pub fn sip_yes(source: &Source<'_>) -> Document {
    let yes = source.case.sip_yes();
    let mut facts = source.person();
    facts.extend(answer_facts(source, yes));
    let mut blocks = vec![Block::lead(source.of_plan("paper-yes-lead", &[])), Block::Facts(facts)];
    if let Some(words) = yes.map(|yes| yes.words.trim()).filter(|words| !words.is_empty()) {
        blocks.extend([source.heading("paper-yes-words"), Block::quote(words)]);
    }
    let others: Vec<&SipYes> = source.case.parties.iter().filter_map(|party| source.case.sip_answer(Some(party.id))).collect();
    for answer in &others {
        let who = answer.given_by.map(|party| child::name(source, party)).unwrap_or_default();
        blocks.extend([Block::heading(1, who), Block::Facts(answer_facts(source, Some(answer)))]);
        if !answer.words.trim().is_empty() {
            blocks.push(Block::quote(answer.words.trim()));
        }
    }
    blocks.extend(child::judgements(source));
    blocks.extend([
        source.heading("paper-yes-means"),
        Block::List(list(source, ["paper-yes-means-plan", "paper-yes-means-free", "paper-yes-means-secrecy"])),
    ]);
    blocks.push(givers(source, source.case.sip_yeses.iter().map(|answer| answer.given_by)));
    let newest = yes.into_iter().chain(others).map(|answer| answer.at).max();
    source.paper("paper-yes-title", newest, blocks)
}

/// An answer to a SIP being made; lines to fill where there is none.
fn answer_facts(source: &Source<'_>, yes: Option<&SipYes>) -> Vec<(String, String)> {
    let mut facts = vec![
        source.fact("paper-yes-answer", yes.map(|yes| sentence(&source.code(yes.answer))).unwrap_or_default()),
        source.fact("paper-yes-on", yes.map(|yes| source.day(yes.on)).unwrap_or_default()),
        source.fact("paper-manner", yes.map(|yes| sentence(&source.code(yes.manner))).unwrap_or_default()),
        source.fact("paper-taken-by", yes.map(|yes| yes.taken_by.clone()).unwrap_or_default()),
    ];
    facts.extend(yes.and_then(|yes| child::interpreter(source, &yes.interpreter)));
    facts
}

/// All grounds for telling, each with its own scope (10 kap. 1 § and 12 kap. 2 § OSL): what the person has said yes and no to.
pub fn consents(source: &Source<'_>) -> Document {
    let mut blocks = vec![Block::lead(source.texts.get("paper-consents-lead")), Block::Facts(source.person())];
    blocks.extend(child::judgements(source));
    for ground in &source.case.grounds {
        let party = source.case.party(ground.party).map(|party| source.party(party)).unwrap_or_default();
        blocks.push(Block::heading(1, party));
        blocks.push(Block::Facts(ground_facts(source, ground)));
        if !ground.statement.trim().is_empty() {
            blocks.push(Block::quote(ground.statement.trim()));
        }
    }
    blocks.extend([
        source.heading("paper-consents-rights"),
        Block::List(list(source, ["paper-consents-withdraw", "paper-consents-nobody-else", "paper-consents-log"])),
    ]);
    let consents = source.case.grounds.iter().filter(|ground| ground.basis == Basis::Consent);
    blocks.push(givers(source, consents.map(|ground| ground.given_by)));
    let law = source.cited(LawSubject::Consent);
    if !law.is_empty() {
        blocks.push(Block::note(source.texts.with("paper-law-consent", &[("law", &law)])));
    }
    source.paper("paper-consents-title", source.case.grounds.last().map(|ground| ground.at), blocks)
}

fn ground_facts(source: &Source<'_>, ground: &Ground) -> Vec<(String, String)> {
    let texts = source.texts;
    let is_consent = ground.basis == Basis::Consent;
    let mut facts = Vec::new();
    if is_consent {
        facts.push(source.fact("paper-ground-answer", sentence(&source.code(ground.answer))));
    } else {
        facts.push(source.fact("paper-ground-basis", sentence(&source.code(ground.basis))));
        facts.push(source.fact("paper-ground-reason", &ground.reason));
    }
    if ground.answer == Answer::Yes {
        facts.extend([
            source.fact("paper-ground-scope", scope(source, ground)),
            source.fact("paper-ground-except", source.codes(&ground.except)),
            source.fact("paper-ground-direction", sentence(&source.code(ground.direction))),
            source.fact(
                "paper-ground-attends",
                texts.get(if ground.attends { "paper-ground-attends-yes" } else { "paper-ground-attends-no" }),
            ),
            source.fact("paper-ground-purpose", &ground.purpose),
            source.fact("paper-ground-valid", validity(source, ground)),
        ]);
        facts.retain(|(_, value)| !value.is_empty());
    }
    let given = joined([source.code(ground.manner), figures(Some(ground.on)), ground.taken_by.clone()], ", ");
    facts.push(source.fact("paper-ground-given", sentence(&given)));
    facts.extend(is_consent.then(|| child::given_by(source, ground.given_by)).flatten());
    facts.extend(child::interpreter(source, &ground.interpreter));
    if is_consent && ground.answer == Answer::Yes {
        let told = if ground.told_of_withdrawal { "paper-ground-told-yes" } else { "paper-ground-told-no" };
        facts.push(source.fact("paper-ground-told", texts.get(told)));
    }
    facts.extend(annulled(source, source.case.annulment(ground.id.0)).map(|note| source.fact("paper-annulled", note)));
    if is_withdrawn(source.case, ground.id, source.today) {
        let from = source.case.withdrawals.iter().find(|withdrawal| withdrawal.ground == ground.id).map(|withdrawal| withdrawal.from);
        facts.push(source.fact("paper-ground-withdrawn", figures(from)));
    }
    facts
}

/// What a ground opens, in words.
pub(super) fn scope(source: &Source<'_>, ground: &Ground) -> String {
    match ground.scope {
        Scope::Kinds => sentence(&source.codes(&ground.kinds)),
        Scope::WholePlan if ground.except.is_empty() => source.texts.get("paper-call-whole-plan"),
        other => sentence(&source.code(other)),
    }
}

fn validity(source: &Source<'_>, ground: &Ground) -> String {
    let from = figures(Some(ground.valid_from));
    match ground.valid_to {
        Some(last) => source.texts.with("paper-ground-valid-between", &[("from", &from), ("to", &figures(Some(last)))]),
        None => source.texts.with("paper-ground-valid-from", &[("from", &from)]),
    }
}

/// Whether a ground lets us tell the party anything.
pub(super) fn tells(ground: &Ground) -> bool {
    ground.answer == Answer::Yes && ground.direction != Direction::TheyTell
}

/// The words of several keys, as the items of a list.
pub(super) fn list<const N: usize>(source: &Source<'_>, keys: [&str; N]) -> Vec<String> {
    keys.iter().map(|key| source.texts.get(key)).collect()
}
