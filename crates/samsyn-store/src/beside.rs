//! The copies of a store that lie in its own folder: what a restore or a salvage set aside, and what was kept before an upgrade.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use fs_err as fs;

use crate::backup::UPGRADES;
use crate::open::DATABASE;
use crate::restore::SET_ASIDE;

/// The folders of those copies that were last written before a moment, by name: what was erased then, they still hold. Where it
/// cannot be told when one was written, it is among them.
pub fn copies_beside(folder: &Path, before: DateTime<Utc>) -> Vec<PathBuf> {
    let is_aside = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(SET_ASIDE));
    let mut found = folders_in(folder);
    found.retain(is_aside);
    found.extend(folders_in(&folder.join(UPGRADES)));
    found.retain(|copy| copy.join(DATABASE).exists() && written(copy).is_none_or(|at| at < before));
    found.sort();
    found
}

/// What is in a folder; nothing where it cannot be read, as where there is none.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default()
}

/// When a copy's database was last written.
fn written(copy: &Path) -> Option<DateTime<Utc>> {
    fs::metadata(copy.join(DATABASE)).ok()?.modified().ok().map(DateTime::from)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn copies_from_before_are_found_wherever_the_store_keeps_them_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        for (name, hours_ago) in [("set-aside-1", 2), ("backups/before-schema-9", 3), ("set-aside-2", 0), ("other", 2)] {
            let copy = folder.path().join(name);
            fs::create_dir_all(&copy).unwrap();
            let file = fs::File::create(copy.join(DATABASE)).unwrap();
            file.set_modified(now - Duration::from_hours(hours_ago)).unwrap();
        }
        fs::create_dir_all(folder.path().join("set-aside-without-a-store")).unwrap();
        let found = copies_beside(folder.path(), DateTime::from(now - Duration::from_hours(1)));
        assert_eq!(found, ["backups/before-schema-9", "set-aside-1"].map(|name| folder.path().join(name)));
        assert!(copies_beside(&folder.path().join("nowhere"), Utc::now()).is_empty());
    }
}
