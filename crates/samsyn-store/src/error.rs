//! Errors of the store. None of them holds anything that a person has written.

use rusqlite::ErrorCode;

/// Why the store could not read or write.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full. Nothing of the command was written; what was saved before stands.
    #[error("the disk is full")]
    DiskFull,
    /// The disk, or the database's file, takes no writing. Nothing of the command was written.
    #[error("the disk can only be read")]
    ReadOnly,
    /// The user may not write in the store's folder. Nothing of the command was written.
    #[error("the rights to the store's files are missing")]
    NoRights,
    /// The disk did not answer, or answered with a fault: a drive that was pulled out. Nothing of the command was written.
    #[error("the disk failed")]
    DiskFailed,
    /// A page of the database is damaged, or was changed by something else. Lock and unlock before trying again: one
    /// damaged page makes the open connection distrust them all.
    #[error("the database is damaged")]
    Damaged,
    /// A row of an act, or of the log, was to be changed or removed.
    #[error("what has been done is never changed")]
    AppendOnly,
    /// A row that something else refers to was to be removed, or a row refers to something that is not there.
    #[error("a row refers to one that is not there")]
    Reference,
    /// A row with that identifier exists already.
    #[error("the row exists already")]
    Exists,
    /// The row to be changed or removed does not exist.
    #[error("there is no such row")]
    Missing,
    /// A command wrote rows of another chain than its own. A fault in the program; nothing was written.
    #[error("the command wrote into another chain, table {table}")]
    OtherChain {
        /// The table.
        table: String,
    },
    /// A drafting command wrote an act, so that an undo would reach it. A fault in the program; nothing was written.
    #[error("a draft wrote an act, table {table}")]
    DraftWroteAct {
        /// The table.
        table: String,
    },
    /// The command's identifier was used before by a command with another content.
    #[error("the command id was used by another command")]
    CommandIdReused,
    /// The tables are not the ones that this program knows.
    #[error("the schema differs from the program's in {what}")]
    Schema {
        /// A table or a column.
        what: String,
    },
    /// A stored value cannot be read as what it should be.
    #[error("a stored value in {what} cannot be read")]
    Unreadable {
        /// The table, the column or the kind of value.
        what: String,
    },
    /// Undo or redo was refused.
    #[error(transparent)]
    Undo(#[from] UndoRefused),
    /// A case from another store was refused. Nothing of it was written.
    #[error(transparent)]
    Package(#[from] PackageRefused),
    /// Any other answer of the database.
    #[error("the database refused: {0}")]
    Sql(rusqlite::Error),
}

/// Why nothing was undone or redone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefused {
    /// No draft of this chain is left to undo, or nothing was undone since the newest draft.
    #[error("there is nothing to undo")]
    Nothing,
    /// What the change wrote has been written over since.
    #[error("what would be undone has changed since")]
    ChangedSince,
    /// The change was made by a newer version of the program.
    #[error("the change was made by a newer version")]
    NewerSchema,
}

/// Why a case from another store was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageRefused {
    /// It is not whole, or not as its own log says.
    #[error("the package is damaged")]
    Damaged,
    /// It comes from a newer version of the program.
    #[error("the package is of a newer schema")]
    NewerSchema,
    /// The case is here already, and the package has nothing new.
    #[error("the case is here already")]
    Here(Newer),
    /// The case is here already, and both it and the package have gone on from where they parted.
    #[error("the case has gone on both here and in the package")]
    Forked,
    /// The case was here and was erased on an authority's decision.
    #[error("the case was erased here")]
    Erased,
    /// The case was to be mended and lacks nothing.
    #[error("the case is whole")]
    NotHurt,
}

/// Which of two states of a case is the newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// They are the same.
    Neither,
    /// The one that is here.
    Here,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        match error.sqlite_error() {
            Some(ffi::Error { code: ErrorCode::DiskFull, .. }) => Self::DiskFull,
            Some(ffi::Error { code: ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, .. }) => Self::Damaged,
            // A journal that cannot be made beside the database: the folder takes no file.
            Some(
                ffi::Error { extended_code: ffi::SQLITE_READONLY_DIRECTORY, .. } | ffi::Error { code: ErrorCode::PermissionDenied, .. },
            ) => Self::NoRights,
            Some(ffi::Error { code: ErrorCode::ReadOnly, .. }) => Self::ReadOnly,
            Some(ffi::Error { code: ErrorCode::SystemIoFailure, .. }) => Self::DiskFailed,
            Some(ffi::Error { extended_code: ffi::SQLITE_CONSTRAINT_TRIGGER, .. }) => Self::AppendOnly,
            Some(ffi::Error { extended_code: ffi::SQLITE_CONSTRAINT_FOREIGNKEY, .. }) => Self::Reference,
            Some(ffi::Error { extended_code: ffi::SQLITE_CONSTRAINT_PRIMARYKEY, .. }) => Self::Exists,
            _ => Self::Sql(error),
        }
    }
}
