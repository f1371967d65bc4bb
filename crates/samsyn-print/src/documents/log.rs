//! The utlämnandelogg, and the sheet with the store's recovery key.

use super::words::{joined, sentence};
use super::{Source, of_no_case};
use crate::document::{Block, Document};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::{DateTime, Utc};
use samsyn_plan::acts::Disclosure;
use samsyn_plan::codes::{Basis, DisclosureKind, Principal};
use samsyn_plan::profile::Organisation;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Who has been given what, and when (3 kap. 11 § PDL).
pub fn disclosures(source: &Source<'_>) -> Document {
    let texts = source.texts;
    let table = table(source, source.case.disclosures.iter());
    let mut blocks = vec![Block::lead(texts.get("paper-log-lead")), Block::Facts(source.person()), table];
    // The paragraph binds health care; a kommun's log follows the same practice without citing it.
    if source.organisation.principal == Some(Principal::Region) {
        blocks.push(Block::note(texts.get("paper-log-law")));
    }
    source.paper("paper-log-title", source.case.disclosures.last().map(|disclosure| disclosure.at), blocks)
}

/// Entries of the log, one a row.
pub(super) fn table<'a>(source: &Source<'_>, entries: impl Iterator<Item = &'a Disclosure>) -> Block {
    let heads = ["paper-column-when", "paper-column-recipient", "paper-column-what", "paper-column-ground", "paper-column-delivery"];
    Block::Table {
        head: heads.iter().map(|key| source.texts.get(key)).collect(),
        widths: vec![1.3, 2.2, 2.6, 2.0, 1.7],
        rows: entries.map(|disclosure| row(source, disclosure)).collect(),
        caption: None,
    }
}

fn row(source: &Source<'_>, disclosure: &Disclosure) -> Vec<String> {
    let texts = source.texts;
    let version = disclosure.version.and_then(|version| source.case.version(version));
    let version = version.map(|version| texts.with("paper-log-version", &[("version", &version.number.to_string())])).unwrap_or_default();
    let left_out = if disclosure.left_out { texts.get("paper-log-left-out") } else { String::new() };
    let kinds = if disclosure.left_out { source.codes(&disclosure.kinds) } else { texts.get("paper-log-everything") };
    vec![
        source.moment(disclosure.at),
        disclosure.recipient.clone(),
        joined([&joined([&sentence(&source.code(disclosure.kind)), &version], ", "), &sentence(&kinds), &left_out], "\n"),
        sentence(&ground(source, disclosure)),
        joined([&sentence(&source.code(disclosure.delivery)), &disclosure.by], "\n"),
    ]
}

/// What a handing-over rests on. The person needs no ground, and a notice at discharge is a duty (lag 2017:612).
fn ground(source: &Source<'_>, disclosure: &Disclosure) -> String {
    if disclosure.kind == DisclosureKind::Package {
        return source.texts.get("paper-log-same-authority");
    }
    if disclosure.party.is_none() {
        return source.texts.get("paper-log-person");
    }
    if disclosure.kind == DisclosureKind::Notice {
        return source.code(Basis::DutyToInform);
    }
    let named: BTreeSet<Basis> =
        source.case.grounds.iter().filter(|ground| disclosure.grounds.contains(&ground.id)).map(|ground| ground.basis).collect();
    source.codes(&named.into_iter().collect::<Vec<_>>())
}

/// The sheet with the recovery key, to be kept locked away. The key is shown in groups as it is to be typed back.
pub fn recovery_key(texts: &Texts, organisation: &Organisation, logo: Option<&Arc<Logo>>, key: &str, made: DateTime<Utc>) -> Document {
    let rules = ["paper-recovery-opens", "paper-recovery-keep", "paper-recovery-not-beside", "paper-recovery-lost"];
    let blocks = vec![
        Block::lead(texts.get("paper-recovery-lead")),
        Block::notice(key),
        Block::heading(1, texts.get("paper-recovery-rules")),
        Block::List(rules.iter().map(|key| texts.get(key)).collect()),
        Block::Facts(vec![(texts.get("paper-recovery-made"), made.date_naive().to_string())]),
        Block::heading(1, texts.get("paper-recovery-kept-by")),
        Block::WritingLines(1),
    ];
    let header = texts.get("paper-recovery-header");
    Document { header, large_type: true, ..of_no_case(texts, organisation, logo, texts.get("paper-recovery-title"), made, blocks) }
}
