//! Forms outside the cases that a user has half-written.

use rusqlite::{Connection, params};
use samsyn_plan::ids::UserId;

use crate::StoreError;
use crate::log::{Reader, Writer};

/// What a user has half-written: the names of the forms and what stands in them.
pub fn half_written(reader: &Reader<'_>, user: UserId) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = reader.connection().prepare_cached("SELECT name, content FROM half_written WHERE user = ?1 ORDER BY name")?;
    let forms = statement.query_map([user.0.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(forms)
}

/// Forgets all that a user has half-written: nobody else reads it, and whoever has ended never comes back to it.
pub fn forget_half_written(writer: &Writer<'_>, user: UserId) -> Result<(), StoreError> {
    writer.connection().prepare_cached("DELETE FROM half_written WHERE user = ?1")?.execute([user.0.to_string()])?;
    Ok(())
}

/// Forgets the forms outside the cases in which a number stands, however it is written: what was half-written of a person who is
/// erased. A form in which no number had been typed yet cannot be told from anybody else's.
pub(crate) fn forget_half_written_of(connection: &Connection, identity: &str) -> Result<(), StoreError> {
    let plain: String = identity.chars().filter(char::is_ascii_alphanumeric).collect();
    // With or without its century; a short number of the store's own would stand in much else.
    let number = plain.get(plain.len().saturating_sub(10)..).unwrap_or_default();
    if number.len() >= 6 {
        let sql = "DELETE FROM half_written WHERE replace(replace(replace(content, '-', ''), '+', ''), ' ', '') LIKE '%' || ?1 || '%'";
        connection.prepare_cached(sql)?.execute([number])?;
    }
    Ok(())
}

/// Keeps what stands in a user's form now; nothing forgets the form.
pub fn keep_half_written(writer: &Writer<'_>, user: UserId, name: &str, content: Option<&str>) -> Result<(), StoreError> {
    let user = user.0.to_string();
    let connection = writer.connection();
    match content {
        None => connection.prepare_cached("DELETE FROM half_written WHERE user = ?1 AND name = ?2")?.execute(params![user, name])?,
        Some(content) => connection
            .prepare_cached(
                "INSERT INTO half_written (user, name, content) VALUES (?1, ?2, ?3)
                 ON CONFLICT (user, name) DO UPDATE SET content = excluded.content",
            )?
            .execute(params![user, name, content])?,
    };
    Ok(())
}
