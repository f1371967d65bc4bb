//! A whole case out of one store and into another: its rows, its change log and its files, all or nothing.
//!
//! The log travels as it is, hash by hash, so that the receiver's history and undo go on where the sender's ended.

mod packed;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use packed::{PackedTable, packed, unpacked};
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params_from_iter};
use samsyn_plan::access::{CaseAccess, CaseOpening, LogReview, PersonOpening};
use samsyn_plan::acts::CaseMoved;
use samsyn_plan::backups::{BackupMade, BackupTried, Restoration};
use samsyn_plan::catalogue::{Demarcation, Unit};
use samsyn_plan::codes::IdentityKind;
use samsyn_plan::disposal::DisposalCertificate;
use samsyn_plan::drafts::Form;
use samsyn_plan::first_contact::{ContactOpening, FirstContact};
use samsyn_plan::ids::{CaseId, PersonId, UserId};
use samsyn_plan::person::Person;
use samsyn_plan::profile::User;
use samsyn_plan::statistics::{KeptPublication, StatisticsOpening};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

use super::change::{self, Logged};
use super::{Act, Chain, Reader, Writer, request_hash};
use crate::table::{Keeps, Row as _, insert, one, update};
use crate::tables::{self, CaseEntry, Destruction};
use crate::{Newer, PackageRefused, Store, StoreError, schema};

/// A case as it travels.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasePackage {
    /// The schema of the store that it comes from.
    schema: i64,
    /// The store that it comes from.
    pub store: Uuid,
    /// The case.
    pub case: CaseId,
    /// Everybody whom the case is or was about.
    pub people: Vec<Person>,
    /// The names of those who have written in it, by user.
    pub colleagues: BTreeMap<UserId, String>,
    /// The history, to be read by people; what is taken over is `changes`.
    pub history: Value,
    tables: Vec<PackedTable>,
    changes: Vec<Logged>,
    /// The SHA-256 of the files, in their order.
    files: Vec<String>,
}

/// What was found here when a case was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The people who were here already, by number, and were not entered again.
    pub known: Vec<PersonId>,
    /// Whether another case here has the same case number.
    pub number_taken: bool,
}

impl Store {
    /// A case with its log and its files' bytes. Only closed changes travel: seal the store first.
    pub fn pack_case(&self, case: CaseId) -> Result<(CasePackage, Vec<Vec<u8>>), StoreError> {
        let reader = Reader::new(&self.connection);
        let chain = case.to_string();
        let tables = case_tables().map(|name| self.pack_table(name, &chain)).collect::<Result<Vec<_>, _>>()?;
        let mut files = Vec::new();
        let hashes: Vec<String> = {
            let mut statement = self.connection.prepare_cached("SELECT DISTINCT sha256 FROM attachment WHERE chain_id = ?1")?;
            statement.query_map([&chain], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        for sha256 in &hashes {
            files.push(tables::blob(&reader, sha256)?.ok_or(StoreError::Damaged)?);
        }
        let package = CasePackage {
            schema: schema::NEWEST,
            store: self.id,
            case,
            people: self.people_of(case)?,
            colleagues: tables::colleagues(&reader)?,
            history: serde_json::to_value(self.history(Chain::Case(case))?).map_err(|_| change::unreadable("change"))?,
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
            changes: change::of_chain(&self.connection, &chain)?,
            files: hashes,
        };
        Ok((package, files))
    }

    /// The hash of a case's newest change, which fixes all that the case is and was. Only closed changes have one: seal the
    /// store first.
    pub fn newest_hash(&self, case: CaseId) -> Result<String, StoreError> {
        Ok(change::newest(&self.connection, &case.to_string())?.map(|newest| newest.hash).unwrap_or_default())
    }

    /// Takes over a case from another store, or back what a colleague has gone on with: a case that is here already is taken
    /// only where the package's log goes on from the newest change here. `f` adds the records of the taking over and gives the reply; where it or
    /// anything else refuses, nothing is written. `id` gives identifiers for the changes of other chains than the case's.
    pub fn receive_case<R, E>(
        &mut self,
        act: &Act<'_>,
        package: &CasePackage,
        files: &[Vec<u8>],
        id: impl Fn() -> Uuid,
        f: impl FnOnce(&Writer<'_>, &Received) -> Result<R, E>,
    ) -> Result<R, E>
    where
        R: Serialize + DeserializeOwned,
        E: From<StoreError>,
    {
        let request = request_hash(act);
        if let Some(reply) = self.earlier_reply(act.command_id, &request)? {
            return Ok(reply);
        }
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // Rows come table by table, and some refer to rows that come later.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(StoreError::from)?;
        let known = self.refuse_package(package)?;
        if known > 0 {
            // What was altered here behind the program's back is noted before the package's rows take its place.
            self.note_if_altered(&package.case.to_string(), act.at)?;
        }
        let people = self.receive_people(act, package, &id)?;
        self.receive_rows(package, known, &people)?;
        self.receive_files(package, files)?;
        let names = Act { command_id: id(), chain: Chain::Store, ..act.clone() };
        self.write_in(&names, |writer| receive_names(writer, package))?;
        let received = Received { known: people.known, number_taken: self.number_taken(package.case)? };
        let reply = self.write_in(act, |writer| f(writer, &received))?;
        self.keep_reply(act, &request, &reply)?;
        // Whatever a row refers to that did not come with it shows here.
        transaction.commit().map_err(|error| damaged(error.into()))?;
        Ok(reply)
    }

    /// Everybody whom a case is or was about.
    pub(super) fn people_of(&self, case: CaseId) -> Result<Vec<Person>, StoreError> {
        let sql = "SELECT person FROM sip_case WHERE id = ?1
                   UNION SELECT \"from\" FROM case_moved WHERE chain_id = ?1 UNION SELECT \"to\" FROM case_moved WHERE chain_id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids: Vec<String> = statement.query_map([case.to_string()], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let person = |id: &String| one(&Reader::new(&self.connection), Uuid::parse_str(id).ok()?).transpose();
        ids.iter().filter_map(person).collect()
    }

    fn pack_table(&self, name: &str, chain: &str) -> Result<PackedTable, StoreError> {
        let mut statement = self.connection.prepare(&format!("SELECT * FROM \"{name}\" WHERE chain_id = ?1 ORDER BY rowid"))?;
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut found = statement.query([chain])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push((0..columns.len()).map(|index| packed(row.get_ref(index)?, name)).collect::<Result<_, StoreError>>()?);
        }
        Ok(PackedTable { name: name.to_owned(), columns, rows })
    }

    /// How many of the package's changes are here already: none for a new case. A log that does not hold together is not
    /// believed, and a package that does not go on from what is here is refused.
    fn refuse_package(&self, package: &CasePackage) -> Result<usize, StoreError> {
        if package.schema > schema::NEWEST {
            return Err(PackageRefused::NewerSchema.into());
        }
        let chain = package.case.to_string();
        let reader = Reader::new(&self.connection);
        if tables::destructions(&reader)?.iter().any(|destruction: &Destruction| destruction.erased == chain) {
            return Err(PackageRefused::Erased.into());
        }
        let mut previous = "";
        for (sent, place) in package.changes.iter().zip(1..) {
            let logged = sent.on_chain(&chain);
            let is_whole = super::whole::is_whole(&logged.changeset);
            if !is_whole
                || logged.place != place
                || logged.previous_hash != previous
                || logged.is_open()
                || logged.own_hash() != logged.hash
            {
                return Err(PackageRefused::Damaged.into());
            }
            previous = &sent.hash;
        }
        let theirs = package.changes.last().ok_or(PackageRefused::Damaged)?;
        let here = change::of_chain(&self.connection, &chain)?;
        let Some(newest) = here.last() else { return Ok(0) };
        // Each hash holds the one before it, so that one that is the same in both logs stands for all that led to it.
        match package.changes.iter().position(|change| change.hash == newest.hash) {
            Some(last) if last + 1 < package.changes.len() => Ok(last + 1),
            Some(_) => Err(PackageRefused::Here(Newer::Neither).into()),
            None if here.iter().any(|change| change.hash == theirs.hash) => Err(PackageRefused::Here(Newer::Here).into()),
            None => Err(PackageRefused::Forked.into()),
        }
    }

    /// Enters the people who are not here. Somebody with the same number is the same person: what is known here stays, but
    /// for a protection that only the sender knew of.
    fn receive_people(&self, act: &Act<'_>, package: &CasePackage, id: &impl Fn() -> Uuid) -> Result<People, StoreError> {
        let mut people = People::default();
        for sent in &package.people {
            let reader = Reader::new(&self.connection);
            // A reserve number is one store's own: the same one elsewhere is somebody else's.
            let same_number = match sent.identity.kind() {
                IdentityKind::Reservnummer => None,
                _ => tables::person_by_identity(&reader, sent.identity.value())?.into_iter().find(|one| one.identity == sent.identity),
            };
            let same_id: Option<Person> = one(&reader, sent.id.0)?;
            let known = same_number.or(same_id);
            let here = known.as_ref().map_or(sent.id, |known| known.id);
            let change = Act { command_id: id(), chain: Chain::Person(here), ..act.clone() };
            self.write_in(&change, |writer| match &known {
                None => insert(writer, sent),
                Some(known) if !known.is_protected() && sent.is_protected() => {
                    update(writer, &Person { protection: sent.protection, ..known.clone() })
                }
                Some(_) => Ok(()),
            })?;
            people.known.extend(known.map(|known| known.id));
            people.here.insert(sent.id.to_string(), here.to_string());
        }
        Ok(people)
    }

    /// Writes the rows, and the changes of the log after the first `known`. The rows as sent are first compared with the log,
    /// and then refer to the people here.
    fn receive_rows(&self, package: &CasePackage, known: usize, people: &People) -> Result<(), StoreError> {
        let chain = package.case.to_string();
        self.connection.execute_batch("SAVEPOINT as_sent")?;
        self.lift_guards()?;
        for table in case_tables() {
            self.connection.execute(&format!("DELETE FROM \"{table}\" WHERE chain_id = ?1"), [&chain])?;
        }
        self.put_rows(package, &People::default()).map_err(damaged)?;
        let state = self.state_hash(&chain)?;
        if package.changes.last().is_none_or(|newest| newest.state_hash != state) {
            return Err(PackageRefused::Damaged.into());
        }
        // With it come the rows and the guards of this store back.
        self.connection.execute_batch("ROLLBACK TO as_sent; RELEASE as_sent")?;
        self.put_rows(package, people).map_err(damaged)?;
        for sent in package.changes.iter().skip(known) {
            let logged = sent.on_chain(&chain);
            self.add(&logged).map_err(damaged)?;
            change::enter(&self.connection, &chain, &logged.hash)?;
        }
        match tables::load_case(&Reader::new(&self.connection), package.case) {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(PackageRefused::Damaged.into()),
            Err(error) => Err(damaged(error)),
        }
    }

    /// Puts the rows of a package in the place of those of its case: drafts as they are in it, and the acts that are not here.
    fn put_rows(&self, package: &CasePackage, people: &People) -> Result<(), StoreError> {
        if package.tables.iter().any(|table| case_tables().all(|name| name != table.name)) {
            return Err(PackageRefused::Damaged.into());
        }
        let chain = package.case.to_string();
        for name in case_tables() {
            let kept = tables::ATTACHED.iter().any(|table| table.name == name && table.keeps == Keeps::Act);
            if !kept {
                self.connection.execute(&format!("DELETE FROM \"{name}\" WHERE chain_id = ?1"), [&chain])?;
            }
            let mut sent = 0;
            for table in package.tables.iter().filter(|table| table.name == name) {
                self.put_table(name, table, &chain, people)?;
                sent += table.rows.len();
            }
            // An act that is here and not in the package, or one of another case under the same identifier.
            let sql = format!("SELECT count(*) FROM \"{name}\" WHERE chain_id = ?1");
            let here: i64 = self.connection.query_row(&sql, [&chain], |row| row.get(0))?;
            if usize::try_from(here) != Ok(sent) {
                return Err(PackageRefused::Damaged.into());
            }
        }
        Ok(())
    }

    fn put_table(&self, name: &str, table: &PackedTable, chain: &str, people: &People) -> Result<(), StoreError> {
        let refers = [CaseEntry::TABLE.name, CaseMoved::TABLE.name].contains(&name);
        // Names of columns go into SQL only as this store itself has them.
        let ours = self.columns(name)?;
        let columns = table.columns.iter().map(|name| ours.iter().find(|ours| *ours == name).map(|name| format!("\"{name}\"")));
        let columns = columns.collect::<Option<Vec<_>>>().ok_or(PackageRefused::Damaged)?.join(", ");
        // The rows are told apart by these two, so a file that moves them is not believed.
        if table.columns.iter().map(String::as_str).take(2).ne(["id", "chain_id"]) {
            return Err(PackageRefused::Damaged.into());
        }
        let marks = vec!["?"; table.columns.len()].join(", ");
        let sql = format!("INSERT INTO \"{name}\" ({columns}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING");
        let mut statement = self.connection.prepare(&sql)?;
        for row in &table.rows {
            if row.len() != table.columns.len() || row.get(1).and_then(Value::as_str) != Some(chain) {
                return Err(PackageRefused::Damaged.into());
            }
            let values = row.iter().map(|value| match value {
                Value::String(text) if refers => {
                    people.here.get(text).map_or_else(|| unpacked(value), |here| Some(Sql::Text(here.clone())))
                }
                value => unpacked(value),
            });
            statement.execute(params_from_iter(values.collect::<Option<Vec<_>>>().ok_or(PackageRefused::Damaged)?))?;
        }
        Ok(())
    }

    /// The columns of a table, `id` and `chain_id` first.
    fn columns(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
        let names = statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(names)
    }

    fn receive_files(&self, package: &CasePackage, files: &[Vec<u8>]) -> Result<(), StoreError> {
        let writer = Writer { reader: Reader::new(&self.connection), chain_id: package.case.to_string() };
        if files.len() != package.files.len() {
            return Err(PackageRefused::Damaged.into());
        }
        for (bytes, sha256) in files.iter().zip(&package.files) {
            if tables::put_blob(&writer, bytes)? != *sha256 {
                return Err(PackageRefused::Damaged.into());
            }
        }
        Ok(())
    }

    fn number_taken(&self, case: CaseId) -> Result<bool, StoreError> {
        let sql =
            "SELECT 1 FROM sip_case this JOIN sip_case other ON other.number = this.number AND other.id <> this.id WHERE this.id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([case.to_string()], |_| Ok(())).optional()?.is_some())
    }
}

/// The people of a package as they are here.
#[derive(Default)]
struct People {
    /// Their identifiers here, by those in the package.
    here: HashMap<String, String>,
    /// Those who were here already.
    known: Vec<PersonId>,
}

/// The tables whose rows belong to a case.
pub(super) fn case_tables() -> impl Iterator<Item = &'static str> {
    let log = [CaseOpening::TABLE, PersonOpening::TABLE, ContactOpening::TABLE, CaseAccess::TABLE, LogReview::TABLE];
    let others = [Person::TABLE, FirstContact::TABLE, User::TABLE, Destruction::TABLE, DisposalCertificate::TABLE, tables::SETTING];
    let backups = [BackupMade::TABLE, BackupTried::TABLE, Restoration::TABLE];
    let catalogue = [Unit::TABLE, Demarcation::TABLE];
    let statistics = [StatisticsOpening::TABLE, KeptPublication::TABLE];
    tables::ATTACHED
        .iter()
        .filter(move |table| ![&others[..], &log, &backups, &catalogue, &statistics].iter().any(|apart| apart.contains(table)))
        .map(|table| table.name)
        .chain([Form::TABLE.name])
}

fn receive_names(writer: &Writer<'_>, package: &CasePackage) -> Result<(), StoreError> {
    let mut names = package.colleagues.clone();
    names.extend(tables::colleagues(writer)?);
    tables::set_setting(writer, tables::COLLEAGUES, &names)
}

/// Rows that the tables refuse are damage in the package, and not in the store.
fn damaged(error: StoreError) -> StoreError {
    match error {
        StoreError::DiskFull | StoreError::Damaged | StoreError::Package(_) => error,
        _ => PackageRefused::Damaged.into(),
    }
}
