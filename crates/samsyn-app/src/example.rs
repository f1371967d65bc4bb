//! Case 1 carried through the commands.

use crate::{AppError, Code};
use std::path::{Path, PathBuf};

/// What the walked case left in its folder.
pub struct Written {
    /// The key of the practice store, made up and good for nothing else.
    pub key: String,
    /// The files, beside the store itself.
    pub files: Vec<PathBuf>,
}

/// Walks case 1 from need to closing in a new practice store in a folder, and leaves all its PDFs there; `progress` hears how
/// many steps of how many are done.
pub fn write(_folder: &Path, _progress: &mut dyn FnMut(usize, usize)) -> Result<Written, AppError> {
    Err(AppError::new(Code::Internal))
}
