//! Cases: opening one, listing them, and reading one whole.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::params;
use samsyn_plan::acts::{CaseMoved, CasePassing};
use samsyn_plan::case::Case;
use samsyn_plan::codes::PlanType;
use samsyn_plan::drafts::{DraftRecord, Frame, Need, PlanFrame, Preparation};
use samsyn_plan::ids::{CaseId, PersonId};
use samsyn_plan::person::Person;

use crate::StoreError;
use crate::log::{Reader, Writer};
use crate::table::{Row, all, insert, one, table};
use crate::tables::setting;

/// A case without what it holds: one line of a list. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEntry {
    /// Its identifier.
    pub id: CaseId,
    /// The number that people use, such as `SIP-2027-0001`.
    pub number: String,
    /// The kind of plan.
    pub plan_type: PlanType,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// The person.
    pub person: PersonId,
}

table!(CaseEntry, "sip_case", kept [number, plan_type, opened_at, person]);

/// Opens a case: its entry, and the records that a case has exactly one of, under the case's own identifier. An act.
pub fn open_case(writer: &Writer<'_>, entry: &CaseEntry) -> Result<(), StoreError> {
    insert(writer, entry)?;
    insert(writer, &Frame::with_id(entry.id.0))?;
    insert(writer, &Need::with_id(entry.id.0))?;
    insert(writer, &Preparation::with_id(entry.id.0))?;
    insert(writer, &PlanFrame::with_id(entry.id.0))
}

/// Whose a case is: the one that it was last moved to, or the one that it was opened for.
pub(super) const PERSON_NOW: &str =
    "coalesce((SELECT m.\"to\" FROM case_moved m WHERE m.chain_id = sip_case.id ORDER BY m.rowid DESC LIMIT 1), person)";

/// Every case, the first opened first.
pub fn case_list(reader: &Reader<'_>) -> Result<Vec<CaseEntry>, StoreError> {
    entries(reader, "true", [])
}

/// The cases of a person, the first opened first.
pub fn cases_of(reader: &Reader<'_>, person: PersonId) -> Result<Vec<CaseEntry>, StoreError> {
    entries(reader, &format!("{PERSON_NOW} = ?1"), [person.to_string()])
}

fn entries(reader: &Reader<'_>, which: &str, params: impl rusqlite::Params) -> Result<Vec<CaseEntry>, StoreError> {
    let sql = CaseEntry::SELECT_ONE.replace("\"person\"", PERSON_NOW).replace("WHERE id = ?", &format!("WHERE {which} ORDER BY rowid"));
    let mut statement = reader.connection().prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(CaseEntry::from_row(row)?);
    }
    Ok(entries)
}

/// The setting with the highest number of each year in which a case was erased, as it was then, by what numbers of the year begin
/// with.
pub(crate) const USED_NUMBERS: &str = "used_case_numbers";

/// The next free number of a year: `SIP-2027-0001` and on. A number whose case was erased is never used again: papers bear it.
pub fn next_case_number(reader: &Reader<'_>, year: i32) -> Result<String, StoreError> {
    let prefix = format!("SIP-{year}-");
    let kept = used_numbers(reader)?.get(&prefix).copied();
    Ok(format!("{prefix}{:04}", highest_number(reader, &prefix, kept)? + 1))
}

/// What is to be kept in [`USED_NUMBERS`] when the cases of some numbers are erased. It tells how many numbers there were, and not
/// which of them was whose.
pub(crate) fn used_numbers_with(reader: &Reader<'_>, numbers: &[String]) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut used = used_numbers(reader)?;
    for number in numbers {
        let prefix = number.rsplit_once('-').map_or_else(String::new, |(prefix, _)| format!("{prefix}-"));
        let highest = highest_number(reader, &prefix, used.get(&prefix).copied())?;
        used.insert(prefix, highest);
    }
    Ok(used)
}

fn used_numbers(reader: &Reader<'_>) -> Result<BTreeMap<String, i64>, StoreError> {
    Ok(setting(reader, USED_NUMBERS)?.unwrap_or_default())
}

/// The highest number that has been used, of those that begin so: of the cases that are there, or what was kept of the erased.
///
/// Where nothing was kept, cases may have been erased before numbers were: so each chain that was erased since the year before
/// ended counts as a number that is used.
fn highest_number(reader: &Reader<'_>, prefix: &str, kept: Option<i64>) -> Result<i64, StoreError> {
    let sql = "SELECT max(coalesce(max(CAST(substr(number, length(?1) + 1) AS INTEGER)), 0),
                          coalesce(?2, count(*) + (SELECT count(*) FROM destruction WHERE at >= (substr(?1, 5, 4) - 1) || '-12-31')))
               FROM sip_case WHERE substr(number, 1, length(?1)) = ?1";
    Ok(reader.connection().prepare_cached(sql)?.query_row(params![prefix, kept], |row| row.get(0))?)
}

/// Reads a case with all its records, or `None` where there is no such case.
pub fn load_case(reader: &Reader<'_>, id: CaseId) -> Result<Option<Case>, StoreError> {
    let Some(entry) = one::<CaseEntry>(reader, id.0)? else { return Ok(None) };
    let moves: Vec<CaseMoved> = all(reader, id.0)?;
    let person = moves.last().map_or(entry.person, |moved| moved.to);
    let person = one::<Person>(reader, person.0)?.ok_or(StoreError::Missing)?;
    let home_is_protected = home_is_protected(reader, person.id, Some(id))?;
    Ok(Some(Case {
        id,
        number: entry.number,
        plan_type: entry.plan_type,
        opened_at: entry.opened_at,
        person,
        home_is_protected,
        frame: single(reader, id)?,
        need: single(reader, id)?,
        preparation: single(reader, id)?,
        plan_frame: single(reader, id)?,
        child: single(reader, id)?,
        parties: all(reader, id.0)?,
        meetings: all(reader, id.0)?,
        attendances: all(reader, id.0)?,
        agenda_items: all(reader, id.0)?,
        roles: all(reader, id.0)?,
        other_plans: all(reader, id.0)?,
        questions: all(reader, id.0)?,
        goals: all(reader, id.0)?,
        measures: all(reader, id.0)?,
        other_measures: all(reader, id.0)?,
        own_actions: all(reader, id.0)?,
        open_questions: all(reader, id.0)?,
        dissents: all(reader, id.0)?,
        crises: all(reader, id.0)?,
        goal_ratings: all(reader, id.0)?,
        measure_statuses: all(reader, id.0)?,
        forms: all(reader, id.0)?,
        offers: all(reader, id.0)?,
        sip_yeses: all(reader, id.0)?,
        grounds: all(reader, id.0)?,
        withdrawals: all(reader, id.0)?,
        calls: all(reader, id.0)?,
        replies: all(reader, id.0)?,
        presences: all(reader, id.0)?,
        meeting_marks: all(reader, id.0)?,
        read_backs: all(reader, id.0)?,
        versions: all(reader, id.0)?,
        signatures: all(reader, id.0)?,
        attachments: all(reader, id.0)?,
        filings: all(reader, id.0)?,
        disclosures: all(reader, id.0)?,
        deviations: all(reader, id.0)?,
        follow_ups: all(reader, id.0)?,
        consent_judgements: all(reader, id.0)?,
        know_judgements: all(reader, id.0)?,
        cannot_consents: all(reader, id.0)?,
        notices: all(reader, id.0)?,
        deviation_answers: all(reader, id.0)?,
        annulments: all(reader, id.0)?,
        protected_openings: all(reader, id.0)?,
        hand_overs: all(reader, id.0)?,
        hand_over_receipts: all(reader, id.0)?,
        moves,
        passings: all::<CasePassing>(reader, id.0)?,
        evaluations: all(reader, id.0)?,
        closings: all(reader, id.0)?,
        archive_copies: all(reader, id.0)?,
        disposal_holds: all(reader, id.0)?,
        disposal_lifts: all(reader, id.0)?,
    }))
}

/// Whether a person lives with a guardian who is protected, as any of the person's cases says, but for one that knows itself.
pub fn home_is_protected(reader: &Reader<'_>, person: PersonId, but: Option<CaseId>) -> Result<bool, StoreError> {
    let sql = format!(
        "SELECT EXISTS (
            SELECT 1 FROM party JOIN sip_case ON sip_case.id = party.chain_id
            WHERE {PERSON_NOW} = ?1 AND sip_case.id <> ?2
                AND party.kind = 'guardian' AND party.lives_with = 1 AND coalesce(party.protection, 'none') <> 'none')"
    );
    let but = but.map(|case| case.to_string()).unwrap_or_default();
    Ok(reader.connection().prepare_cached(&sql)?.query_row([person.to_string(), but], |row| row.get(0))?)
}

/// The record that a case has one of. Kinds that came with a later schema begin with the first field that is written.
fn single<T: Row + DraftRecord>(reader: &Reader<'_>, case: CaseId) -> Result<T, StoreError> {
    Ok(one(reader, case.0)?.unwrap_or_else(|| T::with_id(case.0)))
}
