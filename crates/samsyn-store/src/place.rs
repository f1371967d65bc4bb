//! Where a live store may lie: on a disk of this computer, in a folder that nothing carries elsewhere.
//!
//! SQLite's locks are not kept over a network, and whatever synchronises a folder copies a database in the middle of a write,
//! or puts an older one in its place. So a store that lies so is not opened at all. The rule is pure over described facts, so
//! that the rules of Windows are tested wherever the tests run; [`describe`] reads the facts.

mod mounts;

#[cfg(test)]
mod tests;

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

/// Why a live store may not lie somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// On another computer: a share, a drive that stands for one, or a file system of the network.
    Network,
    /// In a folder that a program keeps the same on several computers.
    Synced,
    /// In the part of a profile that follows its user from computer to computer.
    Roaming,
}

/// What is known of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The folder, as the system resolves it: a drive that stands for a share is the share.
    pub path: String,
    /// The kind of file system it lies on, as Linux names it.
    pub file_system: Option<String>,
    /// The folder's roaming profile, where the system has one.
    pub roaming: Option<String>,
    /// The folders that the environment names as synchronised.
    pub synced: Vec<String>,
    /// The names of what stands in the folder and in those above it; a folder's name ends with a slash.
    pub beside: Vec<String>,
}

/// The file systems whose files lie on another computer.
const NETWORK: &[&str] =
    &["nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "coda", "lustre", "davfs", "glusterfs", "beegfs"];
/// Those of them that a program of the user serves.
const NETWORK_FUSE: &[&str] = &["sshfs", "davfs2", "davfs", "glusterfs", "gvfsd-fuse", "smbnetfs", "curlftpfs", "s3fs", "ceph"];
/// And those that stand for a synchronised account.
const SYNCED_FUSE: &[&str] = &["rclone", "onedriver", "google-drive-ocamlfuse", "kio-fuse", "pcloud", "seadrive", "expandrive"];

/// Folders that a synchronising program calls so; after the name it may say whose the folder is.
const SYNCED_NAMES: &[&str] = &[
    "onedrive",
    "dropbox",
    "nextcloud",
    "owncloud",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "box sync",
    "seafile",
    "pclouddrive",
    "synologydrive",
];
/// What a synchronising program leaves in the folder that it minds.
const SYNCED_MARKS: &[&str] =
    &[".dropbox", ".dropbox.cache/", ".owncloudsync.log", ".nextcloudsync.log", ".stfolder/", ".stfolder", ".synologyworkingdirectory/"];

/// Whether a live store may lie there.
pub fn judge(place: &Place) -> Result<(), Unfit> {
    let path = plain(&place.path);
    if path.starts_with("//") || place.file_system.as_deref().is_some_and(is_network) {
        Err(Unfit::Network)
    } else if place.roaming.as_deref().is_some_and(|roaming| lies_in(&path, roaming)) || path.contains("/appdata/roaming/") {
        Err(Unfit::Roaming)
    } else if is_synced(place, &path) {
        Err(Unfit::Synced)
    } else {
        Ok(())
    }
}

/// A path with one kind of slash, in lower case, without the prefix by which Windows says that it is resolved.
fn plain(path: &str) -> String {
    let path = path.replace('\\', "/").to_lowercase();
    match path.strip_prefix("//?/") {
        Some(resolved) => resolved.strip_prefix("unc/").map_or_else(|| resolved.to_owned(), |share| format!("//{share}")),
        None => path,
    }
}

/// Whether the plain `path` is the folder or lies in it. An empty folder is none.
fn lies_in(path: &str, folder: &str) -> bool {
    let folder = plain(folder);
    let folder = folder.trim_end_matches('/');
    !folder.is_empty() && path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_network(file_system: &str) -> bool {
    NETWORK.contains(&file_system) || file_system.strip_prefix("fuse.").is_some_and(|program| NETWORK_FUSE.contains(&program))
}

fn is_synced(place: &Place, path: &str) -> bool {
    let by_file_system =
        place.file_system.as_deref().and_then(|kind| kind.strip_prefix("fuse.")).is_some_and(|program| SYNCED_FUSE.contains(&program));
    let by_name = path.split('/').any(|part| SYNCED_NAMES.iter().any(|name| is_called(part, name)));
    let by_mark = place.beside.iter().any(|name| {
        let name = name.to_lowercase();
        // Nextcloud and ownCloud: ".sync_0123abcd.db", in older versions "._sync_0123abcd.db".
        let database = (name.starts_with(".sync_") || name.starts_with("._sync_"))
            && Path::new(&name).extension().is_some_and(|ending| ending == "db");
        database || SYNCED_MARKS.contains(&name.as_str())
    });
    by_file_system || by_name || by_mark || place.synced.iter().any(|folder| lies_in(path, folder))
}

/// Whether a folder has the name, or the name with its owner: "OneDrive - Kommunen", "Dropbox (Privat)", "Nextcloud2".
fn is_called(part: &str, name: &str) -> bool {
    part.strip_prefix(name).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(" -") || rest.starts_with(" (") || rest.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Reads what is known of a folder. One that does not exist yet lies where the nearest one above it does.
pub fn describe(folder: &Path) -> io::Result<Place> {
    let whole = std::path::absolute(folder)?;
    let nearest = whole.ancestors().find(|folder| folder.is_dir()).unwrap_or(&whole);
    let missing = whole.strip_prefix(nearest).unwrap_or_else(|_| Path::new(""));
    let resolved = fs::canonicalize(nearest)?;
    let path = if missing.as_os_str().is_empty() { resolved.clone() } else { resolved.join(missing) };
    Ok(Place {
        file_system: mounts::file_system(&resolved),
        roaming: resolved_variable("APPDATA"),
        synced: ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"].into_iter().filter_map(resolved_variable).collect(),
        beside: resolved.ancestors().flat_map(hidden_names).collect(),
        path: path.to_string_lossy().into_owned(),
    })
}

/// The folder that an environment variable names, as the system resolves it.
fn resolved_variable(name: &str) -> Option<String> {
    let named = PathBuf::from(env::var_os(name).filter(|value| !value.is_empty())?);
    Some(fs::canonicalize(&named).unwrap_or(named).to_string_lossy().into_owned())
}

/// The names in a folder that begin with a point, which is how what is looked for begins. A folder that cannot be looked into
/// tells nothing.
fn hidden_names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let slash = if entry.file_type().is_ok_and(|kind| kind.is_dir()) { "/" } else { "" };
            name.starts_with('.').then(|| format!("{name}{slash}"))
        })
        .collect()
}

/// How many bytes the disk of a folder has left for this user.
pub fn free_space(folder: &Path) -> io::Result<u64> {
    let nearest = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder);
    fs4::available_space(nearest)
}
