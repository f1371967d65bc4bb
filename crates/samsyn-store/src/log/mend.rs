//! A chain that lost rows or changes is made whole from a backup of the same store.
//!
//! The backup's changes fill the gaps of the log here: each hash holds the one before it, so that only a backup of this very
//! chain fits. The rows are then made anew of the whole log, and what went on after the backup stays as it is. Where something
//! was written since the rows were lost, the mending is a change of its own on the chain.

use std::collections::BTreeSet;

use rusqlite::{Transaction, TransactionBehavior, params};
use samsyn_plan::ids::{CaseId, PersonId};
use samsyn_plan::person::Person;
use uuid::Uuid;

use super::change::{self, ChangeKind, Logged};
use super::rebuild::{self, StoreLog};
use super::{Act, Chain, ChainState, Kind, Reader, changeset};
use crate::table::{Row as _, time_text};
use crate::{PackageRefused, Store, StoreError, tables};

/// What a case has in a backup, beside what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Whether the case is whole now, as its log confirms.
    pub whole: bool,
    /// How many changes of the log were taken from the backup.
    pub changes: u32,
}

impl Store {
    /// Makes a case whole from a backup, with the person whom it is about and its files, and enters that it was. What is here
    /// and newer than the backup stays. Refused as [`PackageRefused::Forked`] where the backup's log is not the beginning of
    /// the one here, as [`PackageRefused::Damaged`] where the backup does not have the case, as [`PackageRefused::NotHurt`]
    /// where nothing is missing, and as [`PackageRefused::Erased`] where the case or the person was erased.
    pub fn mend_case(&mut self, act: &Act<'_>, backup: &Store, case: CaseId) -> Result<Mended, StoreError> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let people = backup.people_of(case)?;
        let chains: Vec<Chain> = std::iter::once(Chain::Case(case)).chain(people.iter().map(|person| Chain::Person(person.id))).collect();
        self.refuse_mending(case, &chains)?;
        let mut changes = 0;
        for chain in &chains {
            changes += self.take_changes(backup, &self.chain_id(*chain))?;
        }
        let log = StoreLog::read(&self.connection)?;
        let mut whole = true;
        for chain in &chains {
            whole &= self.complete(act, *chain, &log)?;
        }
        for person in &people {
            tables::person::index(&self.connection, person.id)?;
        }
        whole &= self.mend_files(backup, &case.to_string())?;
        let entry = Act { chain: Chain::Store, ..act.clone() };
        self.write_in(&entry, |writer| tables::set_setting(writer, &format!("mended {case}"), &act.at))?;
        transaction.commit()?;
        Ok(Mended { whole, changes })
    }

    /// What was erased never comes back, and what is whole is left alone.
    fn refuse_mending(&self, case: CaseId, chains: &[Chain]) -> Result<(), StoreError> {
        let erased = tables::destructions(&Reader::new(&self.connection))?;
        let log = StoreLog::read(&self.connection)?;
        let mut hurt = !self.missing_files(&case.to_string())?.is_empty();
        for chain in chains.iter().map(|chain| self.chain_id(*chain)) {
            if erased.iter().any(|destruction| destruction.erased == chain) {
                return Err(PackageRefused::Erased.into());
            }
            hurt |= self.is_hurt(&chain, &log)?;
        }
        if hurt { Ok(()) } else { Err(PackageRefused::NotHurt.into()) }
    }

    /// Whether a chain is not as its log says, or its log is not all there. Where the store's log has a gap, a chain of which
    /// nothing is left may be one that stood there.
    fn is_hurt(&self, chain: &str, log: &StoreLog) -> Result<bool, StoreError> {
        let (changes, entered) = (change::of_chain(&self.connection, chain)?, log.of(chain));
        Ok(match self.state_of(chain)? {
            ChainState::Altered => true,
            ChainState::Empty => !entered.hashes.is_empty() || !log.is_whole,
            ChainState::Intact => !rebuild::has_whole_log(&changes, &entered),
        })
    }

    /// Takes the changes that are missing here; says how many.
    fn take_changes(&self, backup: &Store, chain: &str) -> Result<u32, StoreError> {
        let here = change::of_chain(&self.connection, chain)?;
        let there: Vec<Logged> = change::of_chain(&backup.connection, chain)?.into_iter().filter(|change| !change.is_open()).collect();
        if there.is_empty() {
            return Err(PackageRefused::Damaged.into());
        }
        let other = |ours: &Logged| there.iter().any(|theirs| theirs.place == ours.place && theirs.hash != ours.hash && !ours.is_open());
        if here.iter().any(other) {
            return Err(PackageRefused::Forked.into());
        }
        let mut taken = 0;
        for missing in there.iter().filter(|theirs| here.iter().all(|ours| ours.place != theirs.place)) {
            self.add(missing)?;
            let entered = "SELECT count(*) FROM store_log WHERE chain = ?1 AND change_hash = ?2";
            let known: i64 = self.connection.query_row(entered, params![chain, missing.hash], |row| row.get(0))?;
            if known == 0 {
                change::enter(&self.connection, chain, &missing.hash)?;
            }
            taken += 1;
        }
        Ok(taken)
    }

    /// Puts what rows the chain's log knows and that are missing. Where the log then confirms them all, the chain is noted as
    /// whole again, and what was put that no change of the log has left so is a change of its own. Says whether it does.
    fn complete(&self, act: &Act<'_>, chain: Chain, log: &StoreLog) -> Result<bool, StoreError> {
        let id = self.chain_id(chain);
        let mut session = self.session()?;
        let whole = rebuild::complete(&self.connection, &self.watched, &id, &log.of(&id))?;
        let mut put = Vec::new();
        session.changeset_strm(&mut put)?;
        drop(session);
        if !whole {
            return Ok(false);
        }
        let state = self.state_hash(&id)?;
        if change::newest(&self.connection, &id)?.is_none_or(|newest| newest.state_hash != state) {
            let mending = Act { command_id: Uuid::now_v7(), chain, kind: Kind::Act, ..act.clone() };
            self.record(&mending, &id, ChangeKind::Act, None, put)?;
        }
        if self.noted_at(&id)?.is_some() {
            self.alarm(&id, &time_text(act.at), &state, &state)?;
        }
        Ok(true)
    }

    /// Takes the files of a case that are missing here, and says whether all are there then.
    fn mend_files(&self, backup: &Store, chain: &str) -> Result<bool, StoreError> {
        let mut all = true;
        for sha256 in self.missing_files(chain)? {
            match tables::blob(&Reader::new(&backup.connection), &sha256)? {
                Some(bytes) => {
                    self.connection.execute("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2)", params![sha256, bytes])?;
                }
                None => all = false,
            }
        }
        Ok(all)
    }

    /// The files of a case that are not there.
    fn missing_files(&self, chain: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT sha256 FROM attachment WHERE chain_id = ?1 AND sha256 NOT IN (SELECT sha256 FROM blob)";
        let mut statement = self.connection.prepare(sql)?;
        let missing = statement.query_map([chain], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(missing)
    }

    /// The cases that are not as their logs say, whose person is not, or that lack a file: what a backup can mend.
    pub fn hurt_cases(&self) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT DISTINCT chain_id FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM blob)";
        let mut hurt: BTreeSet<CaseId> = self.ids(sql, [])?.into_iter().map(CaseId).collect();
        for chain in self.ids("SELECT DISTINCT chain FROM alarm", [])? {
            if chain == self.id || self.state_of(&chain.to_string())? != ChainState::Altered {
                continue;
            }
            if self.is_person(chain)? {
                let of = "SELECT id FROM sip_case WHERE person = ?1
                          UNION SELECT chain_id FROM case_moved WHERE ?1 IN (\"from\", \"to\")";
                hurt.extend(self.ids(of, [PersonId(chain).to_string()])?.into_iter().map(CaseId));
            } else {
                hurt.insert(CaseId(chain));
            }
        }
        Ok(hurt.into_iter().collect())
    }

    /// The identifiers that a query gives; what is none is left out.
    fn ids(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Uuid>, StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let texts: Vec<String> = statement.query_map(params, |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(texts.iter().filter_map(|text| Uuid::parse_str(text).ok()).collect())
    }

    /// Whether a chain is a person's: by the person's row, by what refers to it, or by its log where the row is lost.
    fn is_person(&self, chain: Uuid) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1) OR EXISTS (SELECT 1 FROM sip_case WHERE person = ?1)";
        if self.connection.query_row(sql, [chain.to_string()], |row| row.get(0))? {
            return Ok(true);
        }
        for change in change::of_chain(&self.connection, &chain.to_string())? {
            if changeset::rows(&change.changeset)?.iter().any(|row| row.table == Person::TABLE.name) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests;
