//! A responsibility that was handed over, for both to sign.

use super::Source;
use super::words::{joined, sentence};
use crate::document::{Block, Document, SignatureKind, SignatureLine};
use samsyn_plan::acts::HandOver;

/// What was handed over, by whom, to whom and from when, with lines to sign on. The person is named by case number and
/// initials alone, since paper goes astray.
pub fn hand_over(source: &Source<'_>, given: &HandOver) -> Document {
    let texts = source.texts;
    let to = joined([&given.to, &given.to_unit], ", ");
    let receipt = source.case.hand_over_receipts.iter().find(|receipt| receipt.hand_over == given.id);
    let confirmed = receipt
        .map_or_else(|| texts.get("paper-hand-over-unconfirmed"), |receipt| joined([&source.day(receipt.on), &receipt.confirmed_by], ", "));
    let line = |name: &str, role: &str| SignatureLine { name: name.to_owned(), role: texts.get(role), line: SignatureKind::Pen };
    let blocks = vec![
        Block::lead(texts.get("paper-hand-over-lead")),
        Block::Facts(vec![
            source.fact("paper-call-about", joined([&source.case.number, &source.case.person.initials()], ", ")),
            source.fact("paper-hand-over-what", sentence(&given.what)),
            source.fact("paper-hand-over-from", &given.from),
            source.fact("paper-hand-over-to", to),
            source.fact("paper-hand-over-on", source.day(given.on)),
            source.fact("paper-hand-over-confirmed", confirmed),
        ]),
        Block::Signatures(vec![line(&given.from, "paper-hand-over-giver"), line(&given.to, "paper-hand-over-receiver")]),
    ];
    source.paper("paper-hand-over-title", Some(receipt.map_or(given.at, |receipt| receipt.at)), blocks)
}
