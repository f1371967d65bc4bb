//! Gallring on paper: the list of what is due by the nämnd's plan, and the certificate when it has been erased. Neither names
//! anybody; the certificate, which is kept for ever, does not even bear the cases' numbers.

use super::words::{figures, joined, sentence};
use super::{of_no_case, start_of};
use crate::document::{Block, Document, SignatureKind, SignatureLine};
use crate::logo::Logo;
use crate::text::Texts;
use chrono::NaiveDate;
use samsyn_plan::codes::Coded as _;
use samsyn_plan::disposal::{Disposal, DisposalCertificate, DisposalContact, DisposalLine, DisposalPlan};
use samsyn_plan::profile::Organisation;
use std::sync::Arc;

/// The cases and first contacts whose time has come by the plan, and what stands in the way of erasing each, for whoever decides on it to sign.
pub fn disposal_list(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    plan: &DisposalPlan,
    (lines, contacts): (&[DisposalLine], &[DisposalContact]),
    today: NaiveDate,
) -> Document {
    let due = lines
        .iter()
        .map(|line| &line.disposal)
        .chain(contacts.iter().map(|line| &line.disposal))
        .filter(|disposal| disposal.is_due())
        .count();
    let rows: Vec<_> = lines.iter().map(|line| row(texts, line)).chain(contacts.iter().map(|line| contact(texts, line))).collect();
    let mut blocks = vec![Block::lead(texts.with("paper-disposal-day", &[("day", &today.to_string())]))];
    if plan.is_entered() {
        blocks.push(Block::Facts(vec![
            (texts.get("paper-disposal-controller"), organisation.controller.clone()),
            (texts.get("paper-disposal-plan"), plan_line(texts, &plan.reference, plan.adopted_on)),
            (texts.get("paper-disposal-due"), due.to_string()),
        ]));
        blocks.push(Block::note(texts.get("paper-disposal-unnamed")));
        blocks.push(table(texts, rows));
        blocks.push(Block::heading(1, texts.get("paper-disposal-approved")));
        blocks.push(Block::Signatures(vec![SignatureLine {
            name: texts.get("paper-disposal-archivist"),
            role: organisation.controller.clone(),
            line: SignatureKind::Pen,
        }]));
    } else {
        blocks.push(Block::notice(texts.get("paper-disposal-no-plan")));
    }
    of_no_case(texts, organisation, logo, texts.get("paper-disposal-title"), start_of(today), blocks)
}

fn table(texts: &Texts, rows: Vec<Vec<String>>) -> Block {
    if rows.is_empty() {
        return Block::text(texts.get("paper-disposal-nothing"));
    }
    let heads = ["paper-disposal-case", "paper-disposal-last-entry", "paper-disposal-from", "paper-disposal-by", "paper-disposal-state"];
    Block::Table { head: heads.iter().map(|key| texts.get(key)).collect(), widths: vec![1.6, 1.3, 1.3, 1.5, 3.0], rows, caption: None }
}

fn row(texts: &Texts, line: &DisposalLine) -> Vec<String> {
    cells(texts, line.number.clone(), line.last_entry, &line.disposal, line.late)
}

/// A first contact has no number, and names nobody either.
fn contact(texts: &Texts, line: &DisposalContact) -> Vec<String> {
    cells(texts, texts.get("paper-disposal-contact"), line.last_entry, &line.disposal, line.late)
}

fn cells(texts: &Texts, what: String, last_entry: NaiveDate, disposal: &Disposal, late: bool) -> Vec<String> {
    let period = disposal.period;
    let by = figures(period.and_then(|period| period.by));
    let hindrances: Vec<String> = disposal.hindrances.iter().map(|hindrance| texts.get(&hindrance.text_key())).collect();
    vec![
        what,
        last_entry.to_string(),
        figures(period.map(|period| period.from)),
        if late { texts.with("paper-disposal-late", &[("day", &by)]) } else { by },
        if hindrances.is_empty() { texts.get("paper-disposal-is-due") } else { sentence(&hindrances.join("; ")) },
    ]
}

/// The certificate (gallringsintyg) of something that was erased on a day: what kind, how much, by which plan, and who did it.
pub fn disposal_certificate(
    texts: &Texts,
    organisation: &Organisation,
    logo: Option<&Arc<Logo>>,
    certificate: &DisposalCertificate,
    on: NaiveDate,
) -> Document {
    let DisposalCertificate { first_year, last_year, .. } = certificate;
    let years = if first_year == last_year { first_year.to_string() } else { format!("{first_year}–{last_year}") };
    let fact = |key: &str, value: String| (texts.get(key), value);
    let has = |count: u32, key: &str| (count > 0).then(|| texts.get(key));
    let kinds = [has(certificate.cases, "paper-certificate-kind"), has(certificate.contacts, "paper-certificate-contacts-kind")];
    let what = kinds.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let mut facts = vec![
        fact("paper-disposal-controller", certificate.controller.clone()),
        fact("paper-certificate-unit", certificate.unit.clone()),
        fact("paper-certificate-what", what),
        fact("paper-certificate-cases", certificate.cases.to_string()),
    ];
    facts.extend((certificate.contacts > 0).then(|| fact("paper-certificate-contacts", certificate.contacts.to_string())));
    facts.extend([
        fact("paper-certificate-people", certificate.people.to_string()),
        fact("paper-certificate-files", certificate.files.to_string()),
        fact("paper-certificate-rows", certificate.rows.to_string()),
        fact("paper-certificate-years", years),
        fact("paper-certificate-kept", texts.with("paper-certificate-kept-years", &[("years", &certificate.years.to_string())])),
        fact("paper-disposal-plan", plan_line(texts, &certificate.reference, Some(certificate.adopted_on))),
        fact("paper-certificate-on", on.to_string()),
        fact("paper-certificate-by", joined([&certificate.by, &certificate.title], ", ")),
    ]);
    let mut blocks = vec![Block::lead(texts.get("paper-certificate-lead")), Block::Facts(facts)];
    blocks.extend(has(certificate.cases, "paper-certificate-copies").map(Block::text));
    blocks.extend([
        Block::text(texts.get("paper-certificate-left")),
        Block::note(texts.with("paper-certificate-id", &[("id", &certificate.id.to_string())])),
    ]);
    of_no_case(texts, organisation, logo, texts.get("paper-certificate-title"), start_of(on), blocks)
}

/// A plan as it is cited: its name or number, and its day.
fn plan_line(texts: &Texts, reference: &str, adopted_on: Option<NaiveDate>) -> String {
    texts.with("paper-disposal-plan-line", &[("reference", reference), ("day", &figures(adopted_on))])
}
