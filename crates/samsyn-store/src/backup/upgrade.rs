//! The backup that is made of itself before a database is brought to a newer schema.

use std::path::Path;

use fs_err as fs;

use super::{BackupError, Source, shelf};
use crate::open::make_private_folder;

/// The folder, in the store's own, of the backup that an upgrade makes.
pub(crate) const FOLDER: &str = "backups";
const PREFIX: &str = "before-schema-";

/// Makes a verified backup of the store as it stands before it is brought to schema `newest`, and keeps it until the next
/// upgrade. Where it cannot be made, nothing is upgraded.
///
/// It lies beside the store, on the same disk: it is for an upgrade that goes wrong, not for a disk that does.
pub(crate) fn before_upgrade(source: &Source<'_>, newest: i64) -> Result<(), BackupError> {
    let place = source.folder.join(FOLDER);
    make_private_folder(&place)?;
    let name = format!("{PREFIX}{newest}");
    source.begin(&place.join(&name), true)?.finish(|_, _| {})?;
    let_go_of_others(&place, &name);
    Ok(())
}

/// Lets go of the backups of earlier upgrades, now that the newer one counts.
fn let_go_of_others(place: &Path, newest: &str) {
    let Ok(entries) = fs::read_dir(place) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name != newest {
            // One that cannot be removed stays, and does no harm.
            let _ = shelf::remove(&entry.path());
        }
    }
}
