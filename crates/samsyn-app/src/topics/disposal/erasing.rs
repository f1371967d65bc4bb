//! Carrying out what is due by the plan, and the certificate that is left.

use super::{contact_line, last_entry, line};
use crate::{App, AppError, Code, act::Call, app::State, clock::day_of, topics::documents::of_no_case, words::texts};
use chrono::{Datelike, NaiveDate};
use samsyn_plan::{
    codes::Activity,
    disposal::{DisposalCertificate, DisposalPlan},
    first_contact::FirstContact,
    ids::{CaseId, ContactId, RecordId},
};
use samsyn_print::documents;
use samsyn_store::{
    self as store, Act, Chain, Kind,
    log::{Doomed, Erased},
    tables::{CaseEntry, Destruction},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Erases cases and first contacts that are due, all or none. People and files go with their last case, and the first contact that a
/// case came of with the case.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalCarryOut {
    /// The cases.
    cases: Vec<CaseId>,
    /// First contacts that no case came of.
    #[serde(default)]
    contacts: Vec<ContactId>,
    /// How many they are in all, typed, so that nothing is erased by mistake.
    confirm: String,
}

/// Gives a certificate on paper.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalPaper {
    /// The certificate.
    certificate: RecordId,
}

/// What was erased.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct DisposalDone {
    /// The certificate.
    certificate: RecordId,
    /// How many cases.
    cases: u32,
    /// How many first contacts, those of the cases with them.
    contacts: u32,
    /// How many people went with their last case.
    people: u32,
}

/// What is certified of the cases that are to go.
#[derive(Default)]
struct Kept {
    /// For how many years each was kept at least.
    years: u16,
    /// The years of their last entries.
    entries: Vec<i32>,
}

pub(super) fn carry_out(app: &mut App, call: &Call, request: DisposalCarryOut) -> Result<DisposalDone, AppError> {
    let (mut cases, mut contacts) = (request.cases, request.contacts);
    cases.sort_unstable();
    cases.dedup();
    contacts.sort_unstable();
    contacts.dedup();
    if cases.is_empty() && contacts.is_empty() {
        return Err(AppError::at(Code::EmptyField, "cases"));
    }
    if request.confirm.trim() != (cases.len() + contacts.len()).to_string() {
        return Err(AppError::at(Code::ConfirmationDiffers, "confirm"));
    }
    let plan = app.profile()?.disposal.clone();
    let kept = judged(app, call.today, &cases, &contacts, &plan)?;
    let adopted_on = plan.adopted_on.ok_or_else(|| AppError::at(Code::NotDue, "cases"))?;
    // A backup under way reads what is to be erased, and would keep it in the file.
    app.stop_backup();
    let App { state, ids, .. } = app;
    let State::Open(session) = state else { return Err(state.refusal()) };
    let arguments = json!({ "reference": plan.reference, "adopted_on": adopted_on, "cases": cases, "contacts": contacts });
    let (user, organisation) = (&session.user, &session.organisation);
    let act =
        Act { command_id: call.id, chain: Chain::Store, command: call.command, arguments, actor: user.id, at: call.now, kind: Kind::Act };
    let doomed = Doomed { cases: &cases, contacts: &contacts, people: true };
    session.store.destroy(&act, doomed, |writer, erased| {
        let certificate = DisposalCertificate {
            id: RecordId(ids.next(call.now)),
            at: call.now,
            by: user.name.clone(),
            title: user.title.clone(),
            controller: organisation.controller.clone(),
            unit: organisation.unit.clone(),
            reference: plan.reference.clone(),
            adopted_on,
            years: kept.years.into(),
            first_year: kept.entries.iter().copied().min().unwrap_or_default(),
            last_year: kept.entries.iter().copied().max().unwrap_or_default(),
            cases: u32::try_from(cases.len()).unwrap_or(u32::MAX),
            people: erased.people,
            files: erased.files,
            rows: erased.rows(),
            contacts: erased.contacts,
        };
        store::table::insert(writer, &certificate)?;
        for gone in destructions(&certificate, erased, || RecordId(ids.next(call.now))) {
            store::table::insert(writer, &gone)?;
        }
        let DisposalCertificate { id, cases, contacts, people, .. } = certificate;
        Ok(DisposalDone { certificate: id, cases, contacts, people })
    })
}

/// That each of the chains is gone, and by which certificate.
fn destructions(certificate: &DisposalCertificate, erased: &Erased, id: impl Fn() -> RecordId) -> Vec<Destruction> {
    let gone = erased.chains.iter().map(|gone| Destruction {
        id: id(),
        at: certificate.at,
        by: certificate.by.clone(),
        authority: certificate.controller.clone(),
        number: certificate.reference.clone(),
        decided_on: certificate.adopted_on,
        erased: gone.chain.clone(),
        rows: gone.rows,
        certificate: Some(certificate.id),
    });
    gone.collect()
}

/// Refuses unless all of the cases and contacts are due. Those that are not there were perhaps erased by this very command, whose reply was
/// lost: the store knows.
fn judged(app: &App, today: NaiveDate, cases: &[CaseId], contacts: &[ContactId], plan: &DisposalPlan) -> Result<Kept, AppError> {
    let unit = app.session()?.organisation.activity;
    app.read(|reader| {
        let mut kept = Kept { years: u16::MAX, entries: Vec::new() };
        for case in cases {
            let Some(entry) = store::table::one::<CaseEntry>(reader, case.0)? else { continue };
            // What cannot be read is not erased: nobody can say that nothing stands in the way.
            if !line(reader, &entry, plan, unit, today)?.is_some_and(|line| line.disposal.is_due()) {
                return Err(AppError::at(Code::NotDue, "cases").with(json!({ "number": entry.number })));
            }
            let years = plan.years(super::branch(reader, entry.id, unit)?);
            kept.years = kept.years.min(years.unwrap_or_default());
            kept.entries.push(last_entry(reader, &entry)?.on.year());
        }
        for contact in contacts {
            let Some(contact) = store::table::one::<FirstContact>(reader, contact.0)? else { continue };
            let line = contact_line(reader, &contact, plan, unit, today)?;
            if contact.case.is_some() || !line.disposal.is_due() {
                return Err(AppError::at(Code::NotDue, "contacts"));
            }
            let years = plan.years(contact.activity.or(unit).map(Activity::branch));
            kept.years = kept.years.min(years.unwrap_or_default());
            kept.entries.push(line.last_entry.year());
        }
        Ok(kept)
    })
}

/// A certificate on paper. It is dated by when it was done, so that it comes out the same each time.
pub(super) fn certificate(app: &mut App, _: &Call, request: DisposalPaper) -> Result<Vec<u8>, AppError> {
    let certificates = app.read(|reader| Ok(store::tables::disposal_certificates(reader)?))?;
    let found = certificates.iter().find(|certificate| certificate.id == request.certificate);
    let found = found.ok_or_else(|| AppError::at(Code::NotFound, "certificate"))?;
    let session = app.session()?;
    let paper = documents::disposal_certificate(texts(), &session.organisation, session.logo.as_ref(), found, day_of(found.at));
    of_no_case(session, paper)
}
