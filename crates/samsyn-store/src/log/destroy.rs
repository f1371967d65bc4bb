//! Erasing: cases and first contacts go from every table, from the log, from the search index and from every page of the file, on an authority's
//! decision (journalförstöring) or by the nämnd's own plan (gallring).
//!
//! This is the one place that passes the triggers which keep acts and the log: it takes those on deletion away, erases, and
//! puts them back, in one transaction. What is left is a certificate without personal data, on the store's own chain.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rusqlite::{Transaction, TransactionBehavior, params};
use samsyn_plan::first_contact::FirstContact;
use samsyn_plan::ids::{CaseId, ContactId, PersonId};
use samsyn_plan::person::Person;
use serde::{Serialize, de::DeserializeOwned};

use super::package::case_tables;
use super::{Act, Reader, Writer, close_all, request_hash};
use crate::table::{Row as _, one};
use crate::tables::{self, CaseEntry};
use crate::{Store, StoreError};

/// What is to be erased, all or none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Doomed<'a> {
    /// The cases, each with the first contacts that it came of.
    pub cases: &'a [CaseId],
    /// First contacts that no case came of.
    pub contacts: &'a [ContactId],
    /// Whether the people go whom the cases are or were about and who have no other case.
    pub people: bool,
}

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// The chains: those of the cases in their order, then those of the first contacts, then those of the people.
    pub chains: Vec<ErasedChain>,
    /// How many first contacts, those of the cases with them.
    pub contacts: u32,
    /// How many people went with their last case.
    pub people: u32,
    /// How many files went with the last case that had them.
    pub files: u32,
}

/// A case, a first contact or a person that was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasedChain {
    /// Its identifier, by which nothing of it is ever taken in again.
    pub chain: String,
    /// How many rows it had, those of the log and the files with them.
    pub rows: u32,
}

impl Erased {
    /// How many rows, those of the log and the files with them.
    pub fn rows(&self) -> u32 {
        self.chains.iter().fold(0, |rows, erased| rows.saturating_add(erased.rows))
    }
}

impl Store {
    /// Erases what is doomed, all or none.
    ///
    /// `act` writes the store's own chain. `certify` enters a `Destruction` for each chain that was erased, by which the log's
    /// check knows that it is gone for a reason, and gives the reply. Backups that were made before still hold what was erased.
    pub fn destroy<R, E>(
        &mut self,
        act: &Act<'_>,
        doomed: Doomed<'_>,
        certify: impl FnOnce(&Writer<'_>, &Erased) -> Result<R, E>,
    ) -> Result<R, E>
    where
        R: Serialize + DeserializeOwned,
        E: From<StoreError>,
    {
        let request = request_hash(act);
        if let Some(reply) = self.earlier_reply(act.command_id, &request)? {
            // What stopped the first try may have been what follows here.
            self.leave_no_pages()?;
            return Ok(reply);
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // Rows go table by table, and some are referred to by rows that go later.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(StoreError::from)?;
        let used = tables::used_numbers_with(&Reader::new(&self.connection), &self.numbers(doomed.cases)?)?;
        close_all(&self.connection)?;
        let erased = self.erase(doomed)?;
        let reply = self.write_in(act, |writer| {
            tables::set_setting(writer, tables::USED_NUMBERS, &used)?;
            certify(writer, &erased)
        })?;
        self.keep_reply(act, &request, &reply)?;
        transaction.commit().map_err(StoreError::from)?;
        for gone in &erased.chains {
            self.checked.remove(&gone.chain);
        }
        self.leave_no_pages()?;
        Ok(reply)
    }

    /// The numbers of the cases, which all have to be there.
    fn numbers(&self, cases: &[CaseId]) -> Result<Vec<String>, StoreError> {
        let reader = Reader::new(&self.connection);
        let entry = |case: &CaseId| one::<CaseEntry>(&reader, case.0)?.ok_or(StoreError::Missing);
        cases.iter().map(|case| entry(case).map(|entry| entry.number)).collect()
    }

    /// Erases within a transaction, with the guards against deletion away meanwhile.
    fn erase(&self, doomed: Doomed<'_>) -> Result<Erased, StoreError> {
        let Doomed { cases, contacts, people } = doomed;
        let mut erased = Erased::default();
        let mut contacts: BTreeSet<ContactId> = contacts.iter().copied().collect();
        let mut concerned: BTreeSet<PersonId> = BTreeSet::new();
        let guards = self.lift_guards()?;
        for &case in cases {
            if people {
                concerned.extend(self.people_of(case)?.iter().map(|person| person.id));
            }
            contacts.extend(tables::contacts_of_case(&Reader::new(&self.connection), case)?);
            let files = self.erase_files(case)?;
            erased.files += files;
            erased.chains.push(ErasedChain { chain: case.to_string(), rows: files + self.erase_case(case)? });
        }
        for contact in contacts {
            erased.contacts += 1;
            erased.chains.push(ErasedChain { chain: contact.to_string(), rows: self.erase_contact(contact)? });
        }
        for person in concerned {
            if !self.has_case(person)? {
                erased.people += 1;
                erased.chains.push(ErasedChain { chain: person.to_string(), rows: self.erase_person(person)? });
            }
        }
        for guard in guards {
            self.connection.execute_batch(&guard)?;
        }
        Ok(erased)
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

    /// Erases the files that no other case has.
    fn erase_files(&self, case: CaseId) -> Result<u32, StoreError> {
        let own_files = "DELETE FROM blob WHERE sha256 IN (SELECT sha256 FROM attachment WHERE chain_id = ?1)
                         AND sha256 NOT IN (SELECT sha256 FROM attachment WHERE chain_id <> ?1)";
        Ok(count(self.connection.execute(own_files, [case.to_string()])?))
    }

    /// Erases a case's rows and its log.
    fn erase_case(&self, case: CaseId) -> Result<u32, StoreError> {
        let chain = case.to_string();
        let mut rows = 0;
        for table in case_tables() {
            rows += count(self.connection.execute(&format!("DELETE FROM \"{table}\" WHERE chain_id = ?1"), [&chain])?);
        }
        Ok(rows + self.erase_log(&chain)?)
    }

    /// Erases a first contact and its log. One that is not there stops the whole erasing.
    fn erase_contact(&self, contact: ContactId) -> Result<u32, StoreError> {
        let chain = contact.to_string();
        let rows = self.connection.execute(&format!("DELETE FROM \"{}\" WHERE chain_id = ?1", FirstContact::TABLE.name), [&chain])?;
        if rows == 0 { Err(StoreError::Missing) } else { Ok(count(rows) + self.erase_log(&chain)?) }
    }

    /// Erases a person, the person's log, the words by which the person was found, and the half-written forms with the number.
    fn erase_person(&self, person: PersonId) -> Result<u32, StoreError> {
        let chain = person.to_string();
        if let Some(known) = one::<Person>(&Reader::new(&self.connection), person.0)? {
            tables::forget_half_written_of(&self.connection, known.identity.value())?;
        }
        let rows = self.connection.execute(&format!("DELETE FROM \"{}\" WHERE chain_id = ?1", Person::TABLE.name), [&chain])?;
        tables::person::index(&self.connection, person)?;
        // The index keeps the words of what is deleted from it until it is made anew.
        self.connection.execute_batch("INSERT INTO person_words (person_words) VALUES ('rebuild')")?;
        Ok(count(rows) + self.erase_log(&chain)?)
    }

    fn erase_log(&self, chain: &str) -> Result<u32, StoreError> {
        let mut rows = 0;
        for table in ["change", "alarm", "reply"] {
            rows += count(self.connection.execute(&format!("DELETE FROM \"{table}\" WHERE chain = ?1"), [chain])?);
        }
        Ok(rows)
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

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
