//! Undo and redo: the inverse of a changeset as a new change, checked by the domain before it is committed.

use chrono::{DateTime, Utc};
use rusqlite::ErrorCode;
use rusqlite::session::{ConflictAction, invert_strm};
use samsyn_plan::ids::UserId;
use uuid::Uuid;

use super::change::{self, ChangeKind, Logged};
use super::history::{self, Mark};
use super::{Act, Chain, Kind, Reader};
use crate::{Store, StoreError, UndoRefused, schema};

/// A wish to undo or to redo.
#[derive(Clone, Copy, Debug)]
pub struct Undo {
    /// The command's own identifier, so that a double click undoes once.
    pub command_id: Uuid,
    /// The chain.
    pub chain: Chain,
    /// The user.
    pub actor: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Store {
    /// Undoes the newest draft of a chain that has not been undone, and gives its command's identifier. `check` sees the
    /// rows as they would then stand, and may refuse. Acts are never undone.
    pub fn undo<E: From<StoreError>>(&mut self, undo: Undo, check: impl FnOnce(&Reader<'_>) -> Result<(), E>) -> Result<Uuid, E> {
        self.reverse(undo, ChangeKind::Undo, check)
    }

    /// Undoes the newest undo, if nothing was drafted since, and gives the identifier of the undo's command.
    pub fn redo<E: From<StoreError>>(&mut self, undo: Undo, check: impl FnOnce(&Reader<'_>) -> Result<(), E>) -> Result<Uuid, E> {
        self.reverse(undo, ChangeKind::Redo, check)
    }

    /// Whether there is something to undo, and something to redo. Cheap enough to be asked after every save.
    pub fn undoable(&self, chain: Chain) -> Result<(bool, bool), StoreError> {
        let marks = history::marks(&self.connection, &self.chain_id(chain))?;
        Ok((newest_draft(&marks).is_some(), newest_undo(&marks).is_some()))
    }

    fn reverse<E: From<StoreError>>(
        &mut self,
        undo: Undo,
        kind: ChangeKind,
        check: impl FnOnce(&Reader<'_>) -> Result<(), E>,
    ) -> Result<Uuid, E> {
        let act = Act {
            command_id: undo.command_id,
            chain: undo.chain,
            command: kind.code(),
            arguments: serde_json::Value::Null,
            actor: undo.actor,
            at: undo.at,
            kind: Kind::Draft { merge: None },
        };
        self.command(&act, |store, writer| {
            let marks = history::marks(&store.connection, writer.chain_id())?;
            let mark = if kind == ChangeKind::Redo { newest_undo(&marks) } else { newest_draft(&marks) };
            let mark = mark.ok_or(StoreError::Undo(UndoRefused::Nothing))?;
            let reversed = change::of_command(&store.connection, &mark.id)?.ok_or(StoreError::Missing)?;
            store.apply_inverse(&reversed)?;
            check(writer)?;
            let id = Uuid::parse_str(&reversed.id).map_err(|_| change::unreadable("change.id"))?;
            Ok((id, kind, Some(reversed.id)))
        })
    }

    fn apply_inverse(&self, change: &Logged) -> Result<(), StoreError> {
        // A changeset of a newer schema would be applied "with success" and write nothing.
        if change.schema > schema::NEWEST {
            return Err(UndoRefused::NewerSchema.into());
        }
        let mut inverse = Vec::new();
        invert_strm(&mut change.changeset.as_slice(), &mut inverse)?;
        // Every conflict stops the whole undo: a value that has changed, a row that is gone or there again, a constraint,
        // a row that something else refers to. Leaving one out would undo half.
        let applied =
            self.connection.apply_strm(&mut inverse.as_slice(), None::<fn(&str) -> bool>, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT);
        applied.map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) => UndoRefused::ChangedSince.into(),
            _ => StoreError::from(error),
        })
    }
}

fn newest_draft(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().rfind(|mark| mark.kind == ChangeKind::Draft && !mark.reversed)
}

/// The newest undo that stands. A draft since then has taken its place: nothing is left to redo.
fn newest_undo(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().rev().take_while(|mark| mark.kind != ChangeKind::Draft).find(|mark| mark.kind == ChangeKind::Undo && !mark.reversed)
}
