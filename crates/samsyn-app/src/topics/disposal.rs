//! Gallring: the nämnd's plan as it was entered, what is noted in a case before it may be erased, and the list of what is due, cases
//! and first contacts that no case came of.
//!
//! The list names nobody: cases stand there by their numbers, so that whoever erases by the plan learns nothing of whose they were.

mod erasing;

use crate::{
    App, AppError, Code,
    act::{Call, date, needed, words},
    app::readable,
    clock::day_of,
    describe::{byte_commands, commands},
    topics::store::{StoreStatus, status_of},
    view::CaseReply,
    words::texts,
};
use chrono::{DateTime, NaiveDate, Utc};
use erasing::{DisposalCarryOut, DisposalDone, DisposalPaper};
use samsyn_plan::{
    access::CaseGuard,
    acts::{ArchiveCopy, DisposalHold, DisposalHoldLifted},
    backups::BackupMade,
    case::Case,
    codes::{Activity, Branch, Hindrance, HoldReason},
    disposal::{
        self, Disposal, DisposalCertificate, DisposalContact, DisposalLine, DisposalPlan, HEALTH_CARE_AT_LEAST, LastEntry,
        SOCIAL_SERVICES_AT_LEAST,
    },
    first_contact::FirstContact,
    ids::{CaseId, RecordId, VersionId},
};
use samsyn_print::documents;
use samsyn_store::{self as store, Chain, Kind, Reader, tables::CaseEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{cmp::Reverse, path::Path};
use ts_rs::TS;

commands! {
    "disposal.list" Read [] list: DisposalList => DisposalOverview;
    "disposal.set_plan" Act [EmptyField, DateUnreadable, InvalidValue, KeptTooShort] set_plan: DisposalSetPlan => StoreStatus;
    "disposal.archive_copy" Act [NotFound, EmptyField, DateUnreadable, CaseNotClosed, HandedOver] archive_copy: DisposalArchiveCopy => CaseReply;
    "disposal.hold" Act [EmptyField, HandedOver] hold: DisposalHoldNote => CaseReply;
    "disposal.lift" Act [NotFound, EmptyField, HandedOver] lift: DisposalLift => CaseReply;
    "disposal.carry_out" Act [NotFound, EmptyField, NotDue, ConfirmationDiffers] erasing::carry_out: DisposalCarryOut => DisposalDone;
}

byte_commands! {
    "disposal.print" Read [] print: DisposalList;
    "disposal.certificate" Read [NotFound] erasing::certificate: DisposalPaper;
}

/// Lists the cases whose time has come by the plan, and what stands in the way of erasing each.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalList {}

/// Enters what the nämnd's plan says. All fields empty: no plan, and nothing is due. Numbers and dates come as typed.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalSetPlan {
    /// The plan's name or number.
    reference: String,
    /// The day on which it was adopted.
    adopted_on: String,
    /// How many years after the last entry cases of social services are kept; empty where the plan does not say.
    social_services_years: String,
    /// How many years after the last entry cases of health care are kept; empty where the plan does not say.
    health_care_years: String,
    /// Erasing is to be done before the end of the year after that in which the time has passed.
    done_by_next_year: bool,
    /// Cases of people born on the 5th, 15th or 25th are kept.
    keeps_research_births: bool,
    /// Everybody's cases are kept.
    keeps_everyone: bool,
}

/// Notes that the archive copy has been put into one's own akt.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalArchiveCopy {
    /// The case.
    case: CaseId,
    /// The version, where it is one that was filed; nothing where it is the whole case or another document.
    #[serde(default)]
    version: Option<VersionId>,
    /// What was filed, in words.
    what: String,
    /// Where: the akt or the archive, and under which number.
    place: String,
    /// When: a date as typed.
    on: String,
    /// Who filed it: name and title.
    filed_by: String,
}

/// Notes that the case is to be kept though its time has come or comes.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalHoldNote {
    /// The case.
    case: CaseId,
    /// Why.
    reason: HoldReason,
    /// Why, in words. Needed where the reason is another.
    #[serde(default)]
    note: String,
}

/// A reason to keep the case holds no more.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalLift {
    /// The case.
    case: CaseId,
    /// What is lifted.
    hold: RecordId,
    /// Why.
    reason: String,
}

/// What the plan says and what is due by it.
#[derive(Debug, Clone, Serialize, Deserialize, TS, JsonSchema)]
pub(crate) struct DisposalOverview {
    /// The plan.
    plan: DisposalPlan,
    /// Why nothing is ever due here; nothing where something can be.
    why_nothing: Option<Hindrance>,
    /// The cases whose time has come: those that are due first, the oldest first.
    lines: Vec<DisposalLine>,
    /// The first contacts whose time has come: those that are due first, the oldest first.
    contacts: Vec<DisposalContact>,
    /// The numbers of cases whose time may have come and that cannot be read: they are mended first.
    hurt: Vec<String>,
    /// How many cases there are whose time has not come.
    later: u32,
    /// How many cases there are for whose branch the plan says no time, or whose branch nobody has said.
    untimed: u32,
    /// The first day on which the time of one of those comes, as it stands now.
    next: Option<NaiveDate>,
    /// The certificates, the newest first.
    certificates: Vec<DisposalCertificate>,
    /// The backups that still hold what was erased, the newest first: those that are where they were put, or on a disk that is not
    /// here now.
    older_backups: Vec<BackupMade>,
    /// The copies in the store's own folder that still hold it: what was set aside when the store was put back or salvaged, and
    /// what was kept before an upgrade. Their folders.
    copies_beside: Vec<String>,
}

fn list(app: &mut App, call: &Call, _: DisposalList) -> Result<DisposalOverview, AppError> {
    let plan = app.profile()?.disposal.clone();
    let unit = app.session()?.organisation.activity;
    app.read(|reader| {
        let mut found = DisposalOverview::of(plan);
        for entry in store::tables::case_list(reader)?.into_iter().filter(|_| found.why_nothing.is_none()) {
            // Most cases are years away, which their last entry alone tells.
            match found.plan.period(branch(reader, entry.id, unit)?, last_entry(reader, &entry)?.on) {
                None => found.untimed += 1,
                Some(period) if period.from <= call.today => match line(reader, &entry, &found.plan, unit, call.today)? {
                    Some(line) => found.lines.push(line),
                    None => found.hurt.push(entry.number),
                },
                Some(period) => {
                    found.later += 1;
                    found.next = Some(found.next.map_or(period.from, |next| next.min(period.from)));
                }
            }
        }
        found.lines.sort_by_key(|line| (!line.disposal.is_due(), line.last_entry, line.number.clone()));
        if found.why_nothing.is_none() {
            found.contacts = contacts_due(reader, &found.plan, unit, call.today)?;
        }
        found.certificates = store::tables::disposal_certificates(reader)?;
        found.certificates.sort_by_key(|certificate| Reverse(certificate.at));
        if let Some(newest) = found.certificates.first() {
            found.older_backups = store::tables::backups_made_before(reader, newest.at)?;
            found.older_backups.retain(|made| may_be_there(&made.folder));
            let beside = store::copies_beside(&app.setup.folder, newest.at);
            found.copies_beside = beside.iter().map(|folder| folder.display().to_string()).collect();
        }
        Ok(found)
    })
}

/// Whether a backup is in its folder, or may be: a disk that is not here may come back.
fn may_be_there(folder: &str) -> bool {
    let folder = Path::new(folder);
    folder.exists() || folder.parent().is_none_or(|place| !place.exists())
}

impl DisposalOverview {
    /// What a plan says, before any case has been looked at.
    fn of(plan: DisposalPlan) -> Self {
        let why_nothing = why_nothing(&plan);
        Self {
            plan,
            why_nothing,
            lines: Vec::new(),
            contacts: Vec::new(),
            hurt: Vec::new(),
            later: 0,
            untimed: 0,
            next: None,
            certificates: Vec::new(),
            older_backups: Vec::new(),
            copies_beside: Vec::new(),
        }
    }
}

/// Why nothing is ever due by a plan.
fn why_nothing(plan: &DisposalPlan) -> Option<Hindrance> {
    if !plan.is_entered() {
        Some(Hindrance::NoPlan)
    } else if plan.keeps_everyone {
        Some(Hindrance::KeptForAll)
    } else {
        (plan.social_services_years.is_none() && plan.health_care_years.is_none()).then_some(Hindrance::NoYears)
    }
}

/// A case of the list, as it stands to the plan; nothing where it cannot be read.
fn line(
    reader: &Reader<'_>,
    entry: &CaseEntry,
    plan: &DisposalPlan,
    unit: Option<Activity>,
    today: NaiveDate,
) -> Result<Option<DisposalLine>, AppError> {
    let Some(case) = readable(reader, entry.id)? else { return Ok(None) };
    let last = last_entry(reader, entry)?;
    let disposal = disposal::disposal(&case, plan, branch(reader, entry.id, unit)?, last, today);
    Ok(Some(DisposalLine { case: entry.id, number: entry.number.clone(), last_entry: last.on, late: disposal.is_late(today), disposal }))
}

/// The first contacts whose time has come by the plan. Most are years away.
fn contacts_due(
    reader: &Reader<'_>,
    plan: &DisposalPlan,
    unit: Option<Activity>,
    today: NaiveDate,
) -> Result<Vec<DisposalContact>, AppError> {
    let mut found = Vec::new();
    for contact in store::tables::first_contacts(reader)?.into_iter().filter(|contact| contact.case.is_none()) {
        let line = contact_line(reader, &contact, plan, unit, today)?;
        if line.disposal.period.is_some_and(|period| period.from <= today) {
            found.push(line);
        }
    }
    found.sort_by_key(|line| (!line.disposal.is_due(), line.last_entry, line.contact));
    Ok(found)
}

/// A first contact as it stands to the plan.
fn contact_line(
    reader: &Reader<'_>,
    contact: &FirstContact,
    plan: &DisposalPlan,
    unit: Option<Activity>,
    today: NaiveDate,
) -> Result<DisposalContact, AppError> {
    let last_entry = day_of(store::tables::last_contact_entry(reader, contact.id)?.unwrap_or(contact.entered_at));
    let branch = contact.activity.or(unit).map(Activity::branch);
    let disposal = disposal::of_contact(contact, plan, branch, last_entry, today);
    Ok(DisposalContact { contact: contact.id, last_entry, late: disposal.is_late(today), disposal })
}

/// How a case stands to the plan, for its own page, and whether it is closed without an archive copy that counts.
pub(crate) fn standing(
    reader: &Reader<'_>,
    case: &Case,
    plan: &DisposalPlan,
    unit: Option<Activity>,
    today: NaiveDate,
) -> Result<(Disposal, bool), AppError> {
    let last = entered(store::tables::last_entry(reader, case.id)?.unwrap_or(case.opened_at));
    let copy_missing = case.is_closed() && case.archive_copy(last.at).is_none();
    Ok((disposal::disposal(case, plan, branch(reader, case.id, unit)?, last, today), copy_missing))
}

/// The branch whose time holds for a case: that of whoever opened it, as it was then, or the unit's where that was not kept.
fn branch(reader: &Reader<'_>, case: CaseId, unit: Option<Activity>) -> Result<Option<Branch>, AppError> {
    let guard = CaseGuard { acts: store::tables::accesses_of(reader, case)?, ..CaseGuard::default() };
    Ok(guard.branch(unit))
}

/// The last entry in a case.
fn last_entry(reader: &Reader<'_>, entry: &CaseEntry) -> Result<LastEntry, AppError> {
    Ok(entered(store::tables::last_entry(reader, entry.id)?.unwrap_or(entry.opened_at)))
}

fn entered(at: DateTime<Utc>) -> LastEntry {
    LastEntry { at, on: day_of(at) }
}

fn set_plan(app: &mut App, call: &Call, request: DisposalSetPlan) -> Result<StoreStatus, AppError> {
    let mut profile = app.profile()?.clone();
    profile.disposal = plan(&request)?;
    app.write(call, Chain::Store, Kind::Act, |writer| Ok(store::tables::set_setting(writer, "profile", &profile)?))?;
    app.session_mut()?.profile = profile;
    Ok(status_of(app))
}

/// The plan as it was typed.
fn plan(request: &DisposalSetPlan) -> Result<DisposalPlan, AppError> {
    let DisposalSetPlan { reference, adopted_on, social_services_years, health_care_years, .. } = request;
    if [reference, adopted_on, social_services_years, health_care_years].iter().all(|typed| words(typed).is_empty()) {
        return Ok(DisposalPlan::default());
    }
    Ok(DisposalPlan {
        reference: needed("reference", reference)?,
        adopted_on: Some(date("adopted_on", adopted_on)?),
        social_services_years: years("social_services_years", social_services_years, SOCIAL_SERVICES_AT_LEAST)?,
        health_care_years: years("health_care_years", health_care_years, HEALTH_CARE_AT_LEAST)?,
        done_by_next_year: request.done_by_next_year,
        keeps_research_births: request.keeps_research_births,
        keeps_everyone: request.keeps_everyone,
    })
}

/// A number of years as typed; empty is none, and fewer than the fewest are refused.
fn years(field: &str, typed: &str, fewest: u16) -> Result<Option<u16>, AppError> {
    let typed = words(typed);
    if typed.is_empty() {
        return Ok(None);
    }
    let years = typed.parse().ok().filter(|years| (1..=200).contains(years)).ok_or_else(|| AppError::at(Code::InvalidValue, field))?;
    if years < fewest { Err(AppError::at(Code::KeptTooShort, field).with(json!({ "fewest": fewest }))) } else { Ok(Some(years)) }
}

fn archive_copy(app: &mut App, call: &Call, request: DisposalArchiveCopy) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        if !acting.case.is_closed() {
            return Err(AppError::new(Code::CaseNotClosed));
        }
        if let Some(version) = request.version {
            acting.case.version(version).ok_or_else(|| AppError::at(Code::NotFound, "version"))?;
        }
        acting.insert(&ArchiveCopy {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            version: request.version,
            what: needed("what", &request.what)?,
            place: needed("place", &request.place)?,
            on: date("on", &request.on)?,
            filed_by: needed("filed_by", &request.filed_by)?,
        })
    })
}

fn hold(app: &mut App, call: &Call, request: DisposalHoldNote) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let note = if request.reason == HoldReason::Other { needed("note", &request.note)? } else { words(&request.note) };
        acting.insert(&DisposalHold { id: RecordId(acting.new_id()), at: acting.now, by: acting.user_name(), reason: request.reason, note })
    })
}

fn lift(app: &mut App, call: &Call, request: DisposalLift) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let stands = acting.case.standing_holds().any(|hold| hold.id == request.hold);
        if !stands {
            return Err(AppError::at(Code::NotFound, "hold"));
        }
        acting.insert(&DisposalHoldLifted {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            hold: request.hold,
            reason: needed("reason", &request.reason)?,
        })
    })
}

fn print(app: &mut App, call: &Call, request: DisposalList) -> Result<Vec<u8>, AppError> {
    let DisposalOverview { plan, lines, contacts, .. } = list(app, call, request)?;
    let session = app.session()?;
    let paper = documents::disposal_list(texts(), &session.organisation, session.logo.as_ref(), &plan, (&lines, &contacts), call.today);
    super::documents::of_no_case(session, paper)
}
