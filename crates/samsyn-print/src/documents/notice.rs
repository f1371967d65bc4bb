//! The notices at discharge (lag 2017:612): inskrivningsmeddelande, underrättelse om utskrivningsklar, utskriven.

use super::Source;
use super::after::annulled;
use super::words::{citations, joined, time};
use crate::document::{Block, Document};
use samsyn_plan::acts::Notice;
use samsyn_plan::codes::{Coded, NoticeKind};
use samsyn_plan::dates::parse_time;
use samsyn_plan::law::{LawSubject, in_force};

/// A notice. It tells what the law asks for and the notice's own words, and nothing else of the person or the plan.
pub fn notice(source: &Source<'_>, notice: &Notice) -> Document {
    let texts = source.texts;
    let frame = &source.case.plan_frame;
    let clock = parse_time(&notice.clock).map_or_else(|| notice.clock.clone(), time);
    let mut facts = source.person();
    facts.extend([
        source.fact("paper-notice-when", texts.with("paper-day-and-time", &[("day", &source.day(notice.on)), ("time", &clock)])),
        source.fact("paper-notice-sender", &notice.sender),
        source.fact("paper-notice-recipients", recipients(source, notice)),
        source.fact("paper-notice-expected", notice.expected_on.map(|day| source.day(day)).unwrap_or_default()),
        source.fact("paper-notice-care-contact", joined([&frame.care_contact, &frame.care_contact_phone], ", ")),
    ]);
    facts.retain(|(_, value)| !value.trim().is_empty());
    let lead = texts.get(&format!("paper-{}", notice.kind.text_key()));
    let mut blocks: Vec<Block> = annulled(source, source.case.annulment(notice.id.0)).map(Block::notice).into_iter().collect();
    blocks.extend([Block::lead(lead), Block::Facts(facts)]);
    if !notice.note.trim().is_empty() {
        blocks.extend([source.heading("paper-notice-note"), Block::text(notice.note.trim())]);
    }
    blocks.push(Block::note(law(source, notice)));
    source.paper(&notice.kind.text_key(), Some(notice.at), blocks)
}

/// The recipients by unit and organisation, without any contact's name.
fn recipients(source: &Source<'_>, notice: &Notice) -> String {
    let parties = notice.parties.iter().filter_map(|party| source.case.party(*party));
    parties.map(|party| joined([&party.unit, &party.organisation], ", ")).collect::<Vec<_>>().join("\n")
}

/// The paragraphs of the notice's own day, and for utskrivningsklar what follows from it.
fn law(source: &Source<'_>, notice: &Notice) -> String {
    let law = in_force(source.law, notice.on);
    let line = |key: &str, subject| source.texts.with(key, &[("law", &citations(&law, subject))]);
    let sent = line("paper-notice-law", LawSubject::DischargeNotice);
    match notice.kind {
        NoticeKind::Ready => joined([sent, line("paper-notice-law-call", LawSubject::DischargeCall)], "\n"),
        _ => sent,
    }
}
