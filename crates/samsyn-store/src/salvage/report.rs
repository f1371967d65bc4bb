//! What a salvage came to: rows by table, cases by what is left of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, params};
use samsyn_plan::ids::CaseId;
use samsyn_plan::person::Person;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::pages::Pages;
use super::rows::Gathered;
use crate::StoreError;
use crate::log::{self, ChainFate, Reader};
use crate::table::one;
use crate::tables;

/// What is damaged in a store, and what of it can be had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// How many pages the database has.
    pub pages: u32,
    /// The numbers of those that cannot be read.
    pub bad: Vec<u32>,
    /// Whether the end of the journal could not be read: what was written last may be missing.
    pub journal_cut: bool,
    /// Whether the store's log as a whole has a gap.
    pub log_gap: bool,
    /// Rows that were read and could not be told which table's they are; they are left out.
    pub unplaced: u64,
    /// The tables, by name.
    pub tables: BTreeMap<String, TableFate>,
    /// The cases, in the order of their numbers.
    pub cases: Vec<CaseFate>,
    /// Cases and people of which nothing but their place in the log is left.
    pub nameless: u64,
}

/// What became of a table's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFate {
    /// How many were read.
    pub read: u64,
    /// How many were lost and made anew of the change log.
    pub rebuilt: u64,
    /// How many are known to be lost.
    pub lost: u64,
}

/// What became of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFate {
    /// The case.
    pub case: CaseId,
    /// Its number, or nothing where that is lost.
    pub number: String,
    /// Whom it is about, where that is known. For the screen alone: it is not kept with the rest.
    #[serde(skip)]
    pub name: String,
    /// What is left of it.
    pub state: CaseState,
}

/// What is left of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// Everything, as its log confirms.
    Whole,
    /// All that it says now; something of its history is lost.
    History,
    /// Something of it is lost, or cannot be confirmed.
    Hurt,
    /// It cannot be shown: its own entry or its person is lost.
    Lost,
}

impl Survey {
    /// Whether everything can be had.
    pub fn is_whole(&self) -> bool {
        !self.journal_cut
            && !self.log_gap
            && self.unplaced == 0
            && self.nameless == 0
            && self.tables.values().all(|table| table.lost == 0)
            && self.cases.iter().all(|case| case.state == CaseState::Whole)
    }
}

impl ChainFate {
    /// Whether rows and history are all there.
    pub(super) fn is_whole(&self) -> bool {
        self.rows_whole && self.changes_lost == 0
    }
}

pub(super) fn survey(
    connection: &Connection,
    pages: &Pages,
    gathered: &Gathered,
    fates: &[ChainFate],
    log_gap: bool,
) -> Result<Survey, StoreError> {
    let mut survey = Survey {
        pages: pages.count,
        bad: pages.bad.iter().copied().collect(),
        journal_cut: pages.journal_cut,
        log_gap,
        unplaced: gathered.unplaced,
        ..Survey::default()
    };
    for (table, rows) in &gathered.read {
        survey.tables.entry(table.clone()).or_default().read = *rows;
    }
    for fate in fates {
        for (table, rows) in &fate.rebuilt {
            survey.tables.entry(table.clone()).or_default().rebuilt += rows;
        }
        for (table, rows) in &fate.lost {
            survey.tables.entry(table.clone()).or_default().lost += rows;
        }
        if fate.changes_lost > 0 {
            survey.tables.entry("change".to_owned()).or_default().lost += fate.changes_lost;
        }
    }
    let without_file = cases_without_file(connection)?;
    if !without_file.is_empty() {
        survey.tables.entry("blob".to_owned()).or_default().lost += without_file.values().sum::<u64>();
    }
    cases(connection, fates, &without_file, &mut survey)?;
    Ok(survey)
}

fn cases(connection: &Connection, fates: &[ChainFate], without_file: &HashMap<String, u64>, survey: &mut Survey) -> Result<(), StoreError> {
    let reader = Reader::new(connection);
    let by_chain: HashMap<&str, &ChainFate> = fates.iter().map(|fate| (fate.chain.as_str(), fate)).collect();
    let known: BTreeSet<String> = {
        let mut statement = connection.prepare("SELECT id FROM sip_case UNION SELECT id FROM person UNION SELECT id FROM store")?;
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
    };
    let opened = log::tables_of_rows(connection)?;
    for fate in fates {
        let Ok(id) = Uuid::parse_str(&fate.chain) else { continue };
        let case = CaseId(id);
        let number: Option<String> =
            connection.query_row("SELECT number FROM sip_case WHERE id = ?1", [&fate.chain], |row| row.get(0)).optional()?;
        let was_case = opened.get(&fate.chain).is_some_and(|tables| tables.iter().any(|table| table == "sip_case"));
        if number.is_none() && !was_case {
            survey.nameless += u64::from(!known.contains(&fate.chain));
            continue;
        }
        let person = tables::person_of(&reader, case).unwrap_or_default();
        let their = person.and_then(|person| by_chain.get(person.to_string().as_str()).copied());
        let is_readable = matches!(tables::load_case(&reader, case), Ok(Some(_)));
        let state = match (fate, their) {
            _ if !is_readable => CaseState::Lost,
            (fate, their) if !fate.rows_whole || their.is_some_and(|their| !their.rows_whole) => CaseState::Hurt,
            _ if without_file.contains_key(&fate.chain) => CaseState::Hurt,
            (fate, their) if fate.changes_lost > 0 || their.is_some_and(|their| their.changes_lost > 0) => CaseState::History,
            _ => CaseState::Whole,
        };
        let name = person.and_then(|person| one::<Person>(&reader, person.0).ok()?).map(|person| person.name()).unwrap_or_default();
        survey.cases.push(CaseFate { case, number: number.unwrap_or_default(), name, state });
    }
    survey.cases.sort_by(|one, other| (&one.number, one.case).cmp(&(&other.number, other.case)));
    Ok(())
}

/// How many files each case has lost.
fn cases_without_file(connection: &Connection) -> Result<HashMap<String, u64>, StoreError> {
    let sql = "SELECT chain_id, count(DISTINCT sha256) FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM blob) GROUP BY chain_id";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// Fills gaps of the store's log with the changes that are there and not in it, where their order is confirmed by what follows.
/// Says whether it is whole then.
pub(super) fn mend_store_log(connection: &Connection) -> Result<bool, StoreError> {
    let mut absent: Vec<(String, String)> = {
        let sql = "SELECT chain, hash FROM change WHERE hash <> '' AND hash NOT IN (SELECT change_hash FROM store_log) ORDER BY number";
        connection.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?
    };
    let entries: Vec<(i64, String, String, String)> = {
        let mut statement = connection.prepare("SELECT counter, chain, change_hash, hash FROM store_log ORDER BY counter")?;
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect::<Result<_, _>>()?
    };
    let (mut counter, mut head, mut whole) = (0, String::new(), true);
    for (next, chain, change_hash, hash) in entries {
        let gap = usize::try_from(next - counter - 1).unwrap_or_default();
        let filling: Vec<(String, String)> = absent.iter().take(gap).cloned().collect();
        let (mut at, mut before) = (counter, head);
        let mut filled = Vec::new();
        for (chain, change_hash) in filling {
            at += 1;
            before = log::log_hash(&before, at, &chain, &change_hash);
            filled.push((at, chain, change_hash, before.clone()));
        }
        if log::log_hash(&before, next, &chain, &change_hash) == hash && filled.len() == gap {
            absent.drain(..gap);
            for (at, chain, change_hash, hash) in filled {
                enter(connection, at, &chain, &change_hash, &hash)?;
            }
        } else {
            whole = false;
        }
        (counter, head) = (next, hash);
    }
    // What stands after the last entry that is left is entered anew: nothing follows that could confirm its order.
    for (chain, change_hash) in if whole { absent } else { Vec::new() } {
        counter += 1;
        head = log::log_hash(&head, counter, &chain, &change_hash);
        enter(connection, counter, &chain, &change_hash, &head)?;
    }
    Ok(whole)
}

fn enter(connection: &Connection, counter: i64, chain: &str, change_hash: &str, hash: &str) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO store_log (counter, chain, change_hash, hash) VALUES (?1, ?2, ?3, ?4)",
        params![counter, chain, change_hash, hash],
    )?;
    Ok(())
}
