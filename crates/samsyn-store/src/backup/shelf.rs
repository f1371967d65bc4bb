//! The folder in which backups lie, each in a folder of its own: their names, which there are, and which are let go.
//!
//! Nothing but the files of a store is ever removed here, so that a folder in which somebody has put something else stays.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use fs_err as fs;
use uuid::Uuid;

use super::{SHARED_MEMORY, short, store_files};
use crate::open::{DATABASE, LOCK};
use crate::vault::header::Header;

/// How the time stands in a backup's name.
const TIME: &str = "%Y-%m-%d-%H%M%S";

/// A backup that lies in a folder, as can be seen from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFolder {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was made, by its name; nothing where somebody has named it otherwise.
    pub made: Option<DateTime<Utc>>,
    /// Whose it is; nothing where its header cannot be read.
    pub store: Option<Uuid>,
}

/// The name of the folder of a backup that is made at a time. It tells nothing but the time and which store.
pub fn new_backup_name(store: Uuid, at: DateTime<Utc>) -> String {
    format!("{}{}", prefix(store), at.format(TIME))
}

fn prefix(store: Uuid) -> String {
    format!("samsyn-{}-", short(store))
}

/// The beginning of the name of a copy that is not finished.
pub(super) fn unfinished_prefix(store: Uuid) -> String {
    format!(".samsyn-{}-", short(store))
}

/// The backups in a folder, or the folder itself where it is one; the newest first, those without a time last.
pub fn backups_in(place: &Path) -> std::io::Result<Vec<BackupFolder>> {
    if is_store(place) {
        return Ok(vec![described(place.to_owned())]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(place)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && is_store(&path) {
            found.push(described(path));
        }
    }
    found.sort_by(|one, other| (other.made, &other.folder).cmp(&(one.made, &one.folder)));
    Ok(found)
}

fn is_store(folder: &Path) -> bool {
    folder.join(DATABASE).is_file()
}

fn described(folder: PathBuf) -> BackupFolder {
    let store = Header::read(&folder).ok().map(|header| header.store);
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let made = name.strip_prefix("samsyn-").and_then(|rest| rest.split_once('-')).and_then(|(_, time)| time_of(time));
    BackupFolder { folder, made, store }
}

fn time_of(text: &str) -> Option<DateTime<Utc>> {
    Some(NaiveDateTime::parse_from_str(text, TIME).ok()?.and_utc())
}

/// Lets go of all but the newest `keep` of the store's own backups in a folder. What is named otherwise, belongs to another
/// store or holds anything else stays, and so does `made`, the one that was made last: a clock that was wrong gives it a name by
/// which it would be the oldest. Gives how many were removed.
///
/// Whatever cannot be removed stays too: a backup too many is no harm.
pub fn thin_backups(place: &Path, store: Uuid, keep: usize, made: &Path) -> usize {
    let Ok(found) = backups_in(place) else { return 0 };
    let own = found.into_iter().filter(|backup| backup.made.is_some() && backup.store == Some(store) && backup.folder != place);
    let others = own.filter(|backup| backup.folder != made);
    others.skip(keep.saturating_sub(1)).filter(|backup| remove(&backup.folder).is_ok()).count()
}

/// Removes what is left of copies of this store that were interrupted. One store has one program, so that none is at work.
pub(super) fn remove_unfinished(place: &Path, store: Uuid) {
    let prefix = unfinished_prefix(store);
    let Ok(entries) = fs::read_dir(place) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            // What cannot be removed is in nobody's way.
            let _ = remove(&entry.path());
        }
    }
}

/// Removes a copy of a store: its known files, and then its folder, where nothing else is in it.
pub(super) fn remove(folder: &Path) -> std::io::Result<()> {
    let known: Vec<&str> = store_files().chain([LOCK, SHARED_MEMORY]).collect();
    let entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    if entries.iter().any(|entry| !known.contains(&entry.file_name().to_string_lossy().as_ref())) {
        return Err(std::io::ErrorKind::DirectoryNotEmpty.into());
    }
    // The database first: what is left of an interrupted removal is then no backup any more.
    for name in known {
        let path = folder.join(name);
        if path.try_exists()? {
            fs::remove_file(path)?;
        }
    }
    fs::remove_dir(folder)
}
