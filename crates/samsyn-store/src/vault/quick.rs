//! Whose quick unlock has been set up: kept beside the header, so that a locked program that offers it need not ask the keyring
//! for the key itself. It holds no secret and opens nothing.

use std::io::Write as _;
use std::path::Path;

use fs_err as fs;
use samsyn_plan::ids::UserId;
use uuid::Uuid;

/// The file's name.
pub(crate) const NAME: &str = "samsyn.quick";

/// Whose the keyring's key is; nobody's where that cannot be read.
pub(crate) fn read(folder: &Path) -> Option<UserId> {
    Uuid::parse_str(fs::read_to_string(folder.join(NAME)).ok()?.trim()).ok().map(UserId)
}

/// Keeps whose the keyring's key is. Nobody's is no file.
pub(crate) fn write(folder: &Path, user: Option<UserId>) -> std::io::Result<()> {
    let path = folder.join(NAME);
    let Some(user) = user else {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    };
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    write!(file, "{user}")?;
    file.persist(path).map(drop).map_err(|error| error.error)
}
