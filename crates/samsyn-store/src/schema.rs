//! The tables: how they come to be, and which of them the change log watches.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use rusqlite_migration::{M, Migrations};

use crate::StoreError;
use crate::table::{Keeps, Table};
use crate::tables::ATTACHED;

/// What made the schema what it is, in order. A later one only adds tables, or columns at the end of a table.
const MIGRATIONS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_log.sql")),
    M::up(include_str!("../migrations/0002_case.sql")),
    M::up(include_str!("../migrations/0003_whole_process.sql")),
    M::up(include_str!("../migrations/0004_paper.sql")),
    M::up(include_str!("../migrations/0005_access_log.sql")),
    M::up(include_str!("../migrations/0006_users.sql")),
    M::up(include_str!("../migrations/0007_disposal.sql")),
    M::up(include_str!("../migrations/0008_backups.sql")),
    M::up(include_str!("../migrations/0009_half_written.sql")),
    M::up(include_str!("../migrations/0010_first_contact.sql")),
    M::up(include_str!("../migrations/0011_catalogue.sql")),
    M::up(include_str!("../migrations/0012_statistics.sql")),
];

/// The number of the newest schema that this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub(crate) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The schema number of a database; 0 for an empty one.
pub(crate) fn number(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings the database to the newest schema. The caller has seen that it is not newer than that.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    Migrations::from_slice(MIGRATIONS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err),
        _ => StoreError::Schema { what: "user_version".to_owned() },
    })?;
    sign(connection)
}

/// Enters which version of the program writes this schema, where it does not stand there yet.
pub(crate) fn sign(connection: &Connection) -> Result<(), StoreError> {
    let signed: bool = connection.query_row("SELECT EXISTS (SELECT 1 FROM written_by WHERE schema = ?1)", [NEWEST], |row| row.get(0))?;
    if !signed {
        let version = env!("CARGO_PKG_VERSION");
        connection.execute("INSERT INTO written_by (schema, version) VALUES (?1, ?2)", rusqlite::params![NEWEST, version])?;
    }
    Ok(())
}

/// Which version of the program wrote a newer schema, as far as it has said so.
pub(crate) fn signed_by(connection: &Connection, number: i64) -> Option<String> {
    connection.query_row("SELECT version FROM written_by WHERE schema = ?1", [number], |row| row.get(0)).ok()
}

/// A table that the change log watches, with its columns as the database has them.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) table: Table,
    pub(crate) columns: Vec<Column>,
    /// Reads the rows of one chain, in the order of their keys.
    pub(crate) select_chain: String,
}

/// A column and the value it has where nothing was written.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) default: Value,
}

/// Reads the watched tables out of the database. A table that is missing, or misspelt in the list, is an error: a
/// session would attach it in silence and record nothing.
pub(crate) fn watched(connection: &Connection, tables: &[Table]) -> Result<Vec<Watched>, StoreError> {
    tables.iter().map(|table| watch(connection, *table)).collect()
}

/// All watched tables of the program.
pub(crate) fn all_watched(connection: &Connection) -> Result<Vec<Watched>, StoreError> {
    watched(connection, ATTACHED)
}

fn watch(connection: &Connection, table: Table) -> Result<Watched, StoreError> {
    let found =
        connection.query_row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1", [table.name], |_| Ok(())).optional()?;
    if found.is_none() || table.keeps == Keeps::Loose {
        return Err(StoreError::Schema { what: table.name.to_owned() });
    }
    let mut statement = connection.prepare("SELECT name, dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
    let described: Vec<(String, Option<String>)> =
        statement.query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut columns = Vec::new();
    for (name, default) in described {
        // The default is SQL from our own schema, such as '' or 0.
        let default = match default {
            Some(expression) => connection.query_row(&format!("SELECT {expression}"), [], |row| row.get(0))?,
            None => Value::Null,
        };
        columns.push(Column { name, default });
    }
    if columns.iter().map(|column| column.name.as_str()).take(2).ne(["id", "chain_id"]) {
        return Err(StoreError::Schema { what: table.name.to_owned() });
    }
    let select_chain = format!("SELECT * FROM \"{}\" WHERE chain_id = ?1 ORDER BY id", table.name);
    Ok(Watched { table, columns, select_chain })
}

/// The whole schema as text, to be compared with the committed `schema.sql`.
#[cfg(test)]
pub(crate) fn dump(connection: &Connection) -> String {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'person_words_%' ORDER BY rowid")
        .unwrap();
    let parts: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    parts.join(";\n") + ";\n"
}

#[cfg(test)]
mod tests;
