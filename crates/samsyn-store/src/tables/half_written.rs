//! Forms outside the cases that a user has half-written.

use rusqlite::params;
use samsyn_plan::ids::UserId;

use crate::StoreError;
use crate::log::{Reader, Writer};

/// What a user has half-written: the names of the forms and what stands in them.
pub fn half_written(reader: &Reader<'_>, user: UserId) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = reader.connection().prepare_cached("SELECT name, content FROM half_written WHERE user = ?1 ORDER BY name")?;
    let forms = statement.query_map([user.0.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(forms)
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
