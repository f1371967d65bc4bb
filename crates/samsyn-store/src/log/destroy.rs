//! Ordered destruction (journalförstöring): a case is erased from every table, from the log and from every page of the file.
//!
//! This is the one place that passes the triggers which keep acts and the log: it takes those on deletion away, erases, and
//! puts them back, in one transaction. What is left is a certificate without personal data, on the store's own chain.

#[cfg(test)]
mod tests;

use rusqlite::{Transaction, TransactionBehavior, params};
use samsyn_plan::ids::{CaseId, PersonId};
use samsyn_plan::person::Person;
use serde::{Deserialize, Serialize};

use super::package::case_tables;
use super::{Act, Reader, close_all, request_hash};
use crate::table::{Row as _, insert, one};
use crate::tables::{self, CaseEntry, Destruction};
use crate::{Store, StoreError};

/// What was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// How many rows, those of the log and the files with them.
    pub rows: u32,
    /// How many people went with their last case.
    pub people: u32,
}

impl Store {
    /// Erases a case, and with `people` also the person whom it is about, who has no other case.
    ///
    /// `act` writes the store's own chain. `certificate` gives what is left of each erased chain: its identifier and how many
    /// rows it had. Backups that were made before still hold what was erased.
    pub fn destroy_case(
        &mut self,
        act: &Act<'_>,
        case: CaseId,
        people: bool,
        certificate: impl Fn(String, u32) -> Destruction,
    ) -> Result<Erased, StoreError> {
        let request = request_hash(act);
        if let Some(reply) = self.earlier_reply(act.command_id, &request)? {
            self.leave_no_pages()?;
            return Ok(reply);
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        // Rows go table by table, and some are referred to by rows that go later.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let reader = Reader::new(&self.connection);
        let entry = one::<CaseEntry>(&reader, case.0)?.ok_or(StoreError::Missing)?;
        let used = tables::used_numbers_with(&reader, &entry.number)?;
        close_all(&self.connection)?;
        let concerned = if people { self.person_of(case)? } else { None };
        let guards = self.lift_guards()?;
        let mut gone = vec![(case.to_string(), self.erase_case(case)?)];
        if let Some(person) = concerned
            && !self.has_case(person)?
        {
            gone.push((person.to_string(), self.erase_person(person)?));
        }
        for guard in guards {
            self.connection.execute_batch(&guard)?;
        }
        self.write_in(act, |writer| {
            tables::set_setting(writer, tables::USED_NUMBERS, &used)?;
            gone.iter().try_for_each(|(chain, rows)| insert(writer, &certificate(chain.clone(), *rows)))
        })?;
        let erased =
            Erased { rows: gone.iter().map(|(_, rows)| rows).sum(), people: u32::try_from(gone.len()).unwrap_or(1).saturating_sub(1) };
        self.keep_reply(act, &request, &erased)?;
        transaction.commit()?;
        for (chain, _) in &gone {
            self.checked.remove(chain);
        }
        self.leave_no_pages()?;
        Ok(erased)
    }

    /// The person whom a case is about now.
    fn person_of(&self, case: CaseId) -> Result<Option<PersonId>, StoreError> {
        Ok(tables::load_case(&Reader::new(&self.connection), case)?.map(|case| case.person.id))
    }

    /// Takes the triggers against deletion away, and gives the statements that put them back.
    pub(super) fn lift_guards(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_kept\\_delete' ESCAPE '\\' AND tbl_name <> 'store_log'")?;
        let guards: Vec<(String, String)> = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        for (name, _) in &guards {
            self.connection.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
        }
        Ok(guards.into_iter().map(|(_, sql)| sql).collect())
    }

    /// Erases a case's rows, its log, and the files that no other case has.
    fn erase_case(&self, case: CaseId) -> Result<u32, StoreError> {
        let chain = case.to_string();
        let own_files = "DELETE FROM blob WHERE sha256 IN (SELECT sha256 FROM attachment WHERE chain_id = ?1)
                         AND sha256 NOT IN (SELECT sha256 FROM attachment WHERE chain_id <> ?1)";
        let mut rows = self.connection.execute(own_files, [&chain])?;
        for table in case_tables() {
            rows += self.connection.execute(&format!("DELETE FROM \"{table}\" WHERE chain_id = ?1"), [&chain])?;
        }
        self.erase_log(&chain).map(|log| log + u32::try_from(rows).unwrap_or(u32::MAX))
    }

    /// Erases a person, the person's log and the words by which the person was found.
    fn erase_person(&self, person: PersonId) -> Result<u32, StoreError> {
        let chain = person.to_string();
        let rows = self.connection.execute(&format!("DELETE FROM \"{}\" WHERE chain_id = ?1", Person::TABLE.name), [&chain])?;
        tables::person::index(&self.connection, person)?;
        // The index keeps the words of what is deleted from it until it is made anew.
        self.connection.execute_batch("INSERT INTO person_words (person_words) VALUES ('rebuild')")?;
        self.erase_log(&chain).map(|log| log + u32::try_from(rows).unwrap_or(u32::MAX))
    }

    fn erase_log(&self, chain: &str) -> Result<u32, StoreError> {
        let mut rows = 0;
        for table in ["change", "alarm", "reply"] {
            rows += self.connection.execute(&format!("DELETE FROM \"{table}\" WHERE chain = ?1"), [chain])?;
        }
        Ok(u32::try_from(rows).unwrap_or(u32::MAX))
    }

    fn has_case(&self, person: PersonId) -> Result<bool, StoreError> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM sip_case WHERE person = ?1) OR EXISTS (SELECT 1 FROM case_moved WHERE ?1 IN (\"from\", \"to\"))";
        Ok(self.connection.query_row(sql, params![person.to_string()], |row| row.get(0))?)
    }

    /// Writes the file anew without what was erased, and empties the journal that still has it.
    fn leave_no_pages(&self) -> Result<(), StoreError> {
        self.connection.flush_prepared_statement_cache();
        self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(())
    }
}
