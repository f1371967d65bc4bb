//! A chain that lost rows or changes is made whole from a backup of the same store.
//!
//! The backup's changes fill the gaps of the log here: each hash holds the one before it, so that only a backup of this very
//! chain fits. The rows are then made anew of the whole log, and what went on after the backup stays as it is.

use rusqlite::{Transaction, TransactionBehavior, params};
use samsyn_plan::ids::CaseId;
use uuid::Uuid;

use super::change::{self, Logged};
use super::{Act, Chain, rebuild, state};
use crate::table::time_text;
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
    /// the one here, and as [`PackageRefused::Damaged`] where the backup does not have the case.
    pub fn mend_case(&mut self, act: &Act<'_>, backup: &Store, case: CaseId) -> Result<Mended, StoreError> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let chain = case.to_string();
        let mut changes = self.mend_chain(backup, &chain)?;
        for person in backup.people_of(case)? {
            changes += self.mend_chain(backup, &person.id.to_string())?;
            tables::person::index(&self.connection, person.id)?;
        }
        let files = self.mend_files(backup, &chain)?;
        let mut whole = files && self.settle(&chain, act)?;
        for person in backup.people_of(case)? {
            whole &= self.settle(&person.id.to_string(), act)?;
        }
        let entry = Act { chain: Chain::Store, ..act.clone() };
        self.write_in(&entry, |writer| tables::set_setting(writer, &format!("mended {chain}"), &act.at))?;
        transaction.commit()?;
        Ok(Mended { whole, changes })
    }

    /// Takes the changes that are missing here, and the rows that the log then knows; says how many changes.
    fn mend_chain(&self, backup: &Store, chain: &str) -> Result<u32, StoreError> {
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
        rebuild::complete(&self.connection, &self.watched, chain, true)?;
        Ok(taken)
    }

    /// Takes the files of a case that are missing here, and says whether all are there then.
    fn mend_files(&self, backup: &Store, chain: &str) -> Result<bool, StoreError> {
        let sql = "SELECT DISTINCT sha256 FROM attachment WHERE chain_id = ?1 AND sha256 NOT IN (SELECT sha256 FROM blob)";
        let missing: Vec<String> = {
            let mut statement = self.connection.prepare(sql)?;
            statement.query_map([chain], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        let mut all = true;
        for sha256 in missing {
            match tables::blob(&super::Reader::new(&backup.connection), &sha256)? {
                Some(bytes) => {
                    self.connection.execute("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2)", params![sha256, bytes])?;
                }
                None => all = false,
            }
        }
        Ok(all)
    }

    /// Notes that a chain is whole again, where its log confirms it.
    fn settle(&self, chain: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let whole = rebuild::is_confirmed(&self.connection, &self.watched, chain)?;
        if whole {
            let state = state::state_hash(&self.connection, &self.watched, chain)?;
            self.alarm(chain, &time_text(act.at), &state, &state)?;
        }
        Ok(whole)
    }

    /// The cases that are not as their logs say, by chain: what a backup can mend.
    pub fn hurt_cases(&self) -> Result<Vec<CaseId>, StoreError> {
        let mut statement = self.connection.prepare("SELECT DISTINCT chain FROM alarm")?;
        let chains: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut hurt = Vec::new();
        for chain in chains {
            let Ok(id) = Uuid::parse_str(&chain) else { continue };
            if self.state_of(&chain)? == super::ChainState::Altered && !self.is_person(&chain)? && id != self.id {
                hurt.push(CaseId(id));
            }
        }
        Ok(hurt)
    }

    fn is_person(&self, chain: &str) -> Result<bool, StoreError> {
        Ok(self.connection.query_row("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1)", [chain], |row| row.get(0))?)
    }
}
