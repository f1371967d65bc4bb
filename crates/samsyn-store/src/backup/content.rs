//! What a database holds, table by table and row by row, so that two can be compared.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::StoreError;

/// The rows of every table and the tables' own words. Two databases with equal contents read the same.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Content {
    schema: Vec<String>,
    number: i64,
    /// How many rows a table has, and the SHA-256 over them in their order.
    tables: BTreeMap<String, (u64, [u8; 32])>,
}

impl Content {
    /// How many rows there are in all tables together.
    pub(crate) fn rows(&self) -> u64 {
        self.tables.values().map(|(rows, _)| rows).sum()
    }
}

/// Reads every row of a database.
pub(crate) fn content(connection: &Connection) -> Result<Content, StoreError> {
    let texts = |sql: &str| -> Result<Vec<String>, StoreError> {
        Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    // A virtual table has no rows of its own: those of the tables under it are read.
    let kept = texts("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND wr = 0")?;
    let keyed = texts("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND wr = 1")?;
    let mut tables = BTreeMap::new();
    for name in kept {
        let rows = rows(connection, &format!("SELECT rowid, * FROM \"{name}\" ORDER BY rowid"))?;
        tables.insert(name, rows);
    }
    for name in keyed {
        // Without row numbers a table stands in the order of its key.
        let rows = rows(connection, &format!("SELECT * FROM \"{name}\""))?;
        tables.insert(name, rows);
    }
    Ok(Content {
        schema: texts("SELECT coalesce(sql, name) FROM sqlite_master ORDER BY type, name")?,
        number: crate::schema::number(connection)?,
        tables,
    })
}

/// How many rows a query gives, and the SHA-256 over their values, each with its type and its length before it.
fn rows(connection: &Connection, sql: &str) -> Result<(u64, [u8; 32]), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let (mut rows, mut count, mut hash) = (statement.query([])?, 0, Sha256::new());
    while let Some(row) = rows.next()? {
        count += 1;
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => add(&mut hash, 0, &[]),
                ValueRef::Integer(number) => add(&mut hash, 1, &number.to_be_bytes()),
                ValueRef::Real(number) => add(&mut hash, 2, &number.to_bits().to_be_bytes()),
                ValueRef::Text(text) => add(&mut hash, 3, text),
                ValueRef::Blob(bytes) => add(&mut hash, 4, bytes),
            }
        }
    }
    Ok((count, hash.finalize().into()))
}

fn add(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// What is wrong with the pages or the structure of a database; empty where nothing is. All lines are read.
pub(crate) fn damage(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
        let mut statement = connection.prepare(pragma)?;
        let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        found.extend(lines.into_iter().filter(|line| line != "ok"));
        // After a damaged page the engine distrusts them all.
        if !found.is_empty() {
            break;
        }
    }
    Ok(found)
}
