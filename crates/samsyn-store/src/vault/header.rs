//! The header file: what may lie outside the encryption, namely the wrapped keys.
//!
//! One line of JSON and one line with its SHA-256, so that a damaged header is told from a wrong passphrase. Written
//! atomically and kept twice.

use std::io::Write as _;
use std::path::Path;

use fs_err as fs;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::slots::{Slot, SlotKind};

/// The header's file name, and its copy's.
pub(crate) const NAMES: [&str; 2] = ["samsyn.header", "samsyn.header.copy"];
/// The newest format of the header that this program knows.
const FORMAT: u32 = 1;

/// The store's id and the slots that hold its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    format: u32,
    /// Bound into every slot, and written inside the database too.
    pub(crate) store: Uuid,
    /// Counts the writings, so that the newer of two differing copies is known.
    revision: u64,
    /// `DataKey::check` of the key in the slots.
    pub(crate) key_check: String,
    pub(crate) slots: Vec<Slot>,
}

/// Why no header could be read.
#[derive(Debug)]
pub(crate) enum HeaderError {
    Missing,
    Damaged,
    Newer,
    Io(std::io::Error),
}

impl Header {
    pub(crate) fn new(store: Uuid, key_check: String) -> Self {
        Self { format: FORMAT, store, revision: 0, key_check, slots: Vec::new() }
    }

    /// The slot of this kind.
    pub(crate) fn slot(&self, kind: SlotKind) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.kind == kind)
    }

    /// Puts `slot` in the place of the one of its kind.
    pub(crate) fn set_slot(&mut self, slot: Slot) {
        self.slots.retain(|kept| kept.kind != slot.kind);
        self.slots.push(slot);
    }

    /// Reads the newest whole header of the two in `folder`. One lost or damaged copy is made good at the next writing.
    pub(crate) fn read(folder: &Path) -> Result<Self, HeaderError> {
        let found: Vec<_> = NAMES.iter().map(|name| read_one(&folder.join(name))).collect();
        let mut worst = HeaderError::Missing;
        let mut best: Option<Self> = None;
        for one in found {
            match one {
                Ok(header) if best.as_ref().is_none_or(|best| best.revision < header.revision) => best = Some(header),
                Ok(_) | Err(HeaderError::Missing) => {}
                Err(error) => worst = error,
            }
        }
        best.ok_or(worst)
    }

    /// Whether both copies stand whole and alike in `folder`.
    pub(crate) fn kept_twice(&self, folder: &Path) -> bool {
        NAMES.iter().all(|name| read_one(&folder.join(name)).is_ok_and(|header| header == *self))
    }

    /// Writes both copies, each atomically, and makes sure that they reach the disk.
    pub(crate) fn write(&mut self, folder: &Path) -> std::io::Result<()> {
        self.revision += 1;
        self.write_as_is(folder)
    }

    /// Writes both copies without counting it as a new revision: for a backup, or for a lost copy.
    pub(crate) fn write_as_is(&self, folder: &Path) -> std::io::Result<()> {
        let json = serde_json::to_string(self)?;
        let text = format!("{json}\n{}\n", checksum(&json));
        for name in NAMES {
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(text.as_bytes())?;
            file.as_file().sync_all()?;
            file.persist(folder.join(name)).map_err(|error| error.error)?;
        }
        sync_folder(folder)
    }
}

fn read_one(path: &Path) -> Result<Header, HeaderError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(HeaderError::Missing),
        // An unreadable file is not a damaged one: the disk or the rights are to be looked at, not the key.
        Err(error) => return Err(HeaderError::Io(error)),
    };
    let text = String::from_utf8(bytes).map_err(|_| HeaderError::Damaged)?;
    let mut lines = text.lines();
    let (Some(json), Some(sum)) = (lines.next(), lines.next()) else { return Err(HeaderError::Damaged) };
    if checksum(json) != sum {
        return Err(HeaderError::Damaged);
    }
    let value: serde_json::Value = serde_json::from_str(json).map_err(|_| HeaderError::Damaged)?;
    match value.get("format").and_then(serde_json::Value::as_u64).and_then(|format| u32::try_from(format).ok()) {
        Some(format) if format > FORMAT => Err(HeaderError::Newer),
        _ => serde_json::from_value(value).map_err(|_| HeaderError::Damaged),
    }
}

fn checksum(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// Makes a renamed file's new name lasting. Only unix has a folder that can be synced.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}
