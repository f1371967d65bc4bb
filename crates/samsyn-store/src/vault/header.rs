//! The header file: what may lie outside the encryption, namely who can open the store, and its key sealed to each.
//!
//! One line of JSON and one line with its SHA-256, so that a damaged header is told from a wrong passphrase. Written
//! atomically and kept twice. The data key proves the whole of it, so that nobody without that key can add a way in:
//! docs/decisions/0007-ways-in.md.

use std::io::Write as _;
use std::path::Path;
use std::str::FromStr as _;

use age::x25519::{Identity, Recipient};
use fs_err as fs;
use hmac::{Hmac, Mac as _};
use samsyn_plan::ids::UserId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::DataKey;
use super::cost::Cost;
use super::slots::{Slot, SlotKind};

/// The header's file name, and its copy's.
pub(crate) const NAMES: [&str; 2] = ["samsyn.header", "samsyn.header.copy"];
/// The format of the header that this program reads and writes. The first was never released.
const FORMAT: u32 = 2;

/// The store's id, who can open it, and its data key sealed to each of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    format: u32,
    /// Bound into every slot, and written inside the database too.
    pub(crate) store: Uuid,
    /// Counts the writings, so that the newer of two differing copies is known.
    revision: u64,
    /// What a passphrase costs on the computer where the store was made.
    pub(crate) cost: Cost,
    /// Somebody who has held the data key may no longer: it is to be changed.
    pub(crate) rekey_due: bool,
    pub(crate) slots: Vec<Slot>,
    current: SealedKey,
    /// The key of a change of key that is under way, or was interrupted.
    next: Option<SealedKey>,
}

/// A data key, sealed to the slots in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct SealedKey {
    /// `DataKey::check` of it.
    check: String,
    /// An age file for each slot, in hexadecimal.
    sealed: Vec<String>,
    /// HMAC-SHA256 by the data key over the header without its proofs, in hexadecimal.
    proof: String,
}

/// Why no header could be read.
#[derive(Debug)]
pub(crate) enum HeaderError {
    Missing,
    Damaged,
    Older,
    Newer,
    Io(std::io::Error),
}

impl Header {
    pub(crate) fn new(store: Uuid, cost: Cost, slots: Vec<Slot>) -> Self {
        Self { format: FORMAT, store, revision: 0, cost, rekey_due: false, slots, current: SealedKey::default(), next: None }
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

    /// The data keys that a slot's private key unseals, the current one first. None where it is another's private key.
    pub(crate) fn unseal(&self, slot: &Slot, private: &Identity) -> Vec<DataKey> {
        let Some(place) = self.slots.iter().position(|one| one.kind == slot.kind) else { return Vec::new() };
        let unsealed = |key: &SealedKey| {
            let file = hex::decode(key.sealed.get(place)?).ok()?;
            DataKey::from_bytes(&Zeroizing::new(age::decrypt(private, &file).ok()?))
        };
        [Some(&self.current), self.next.as_ref()].into_iter().flatten().filter_map(unsealed).collect()
    }

    /// Whether this is one of the header's data keys, by its fingerprint.
    pub(crate) fn names(&self, key: &DataKey) -> bool {
        self.current.check == key.check() || self.is_next(key)
    }

    /// The users whose passphrases open the store.
    pub(crate) fn users(&self) -> impl Iterator<Item = UserId> + '_ {
        self.slots.iter().filter_map(|slot| match slot.kind {
            SlotKind::Passphrase { user } => Some(user),
            SlotKind::Recovery | SlotKind::Organisation => None,
        })
    }

    /// Whether this is the key of a change that was begun.
    pub(crate) fn is_next(&self, key: &DataKey) -> bool {
        self.next.as_ref().is_some_and(|next| next.check == key.check())
    }

    /// Whether a change of key was begun and not finished.
    pub(crate) fn is_between_keys(&self) -> bool {
        self.next.is_some()
    }

    /// Whether the header is as somebody with `key` wrote it.
    pub(crate) fn is_proven_by(&self, key: &DataKey) -> bool {
        let check = key.check();
        let sealed = [Some(&self.current), self.next.as_ref()].into_iter().flatten().find(|sealed| sealed.check == check);
        sealed.is_some_and(|sealed| sealed.proof == self.proof(key))
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

    /// Seals the data key to every slot, and the `next` one of a change that is under way, and writes both copies.
    pub(crate) fn write(&mut self, folder: &Path, key: &DataKey, next: Option<&DataKey>) -> std::io::Result<()> {
        self.revision += 1;
        self.current = SealedKey::new(key, &self.slots)?;
        self.next = next.map(|next| SealedKey::new(next, &self.slots)).transpose()?;
        self.current.proof = self.proof(key);
        let proof = next.map(|next| self.proof(next)).unwrap_or_default();
        if let Some(next) = &mut self.next {
            next.proof = proof;
        }
        self.write_as_is(folder)
    }

    /// Writes both copies, each atomically, without counting it as a new revision: for a backup, or for a lost copy.
    pub(crate) fn write_as_is(&self, folder: &Path) -> std::io::Result<()> {
        let json = serde_json::to_string(self)?;
        let text = format!("{json}\n{}\n", checksum(&json));
        let staged = || {
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(text.as_bytes())?;
            file.as_file().sync_all()?;
            Ok::<_, std::io::Error>(file)
        };
        // Both lie on the disk before either takes its place, so that a full disk leaves both as they were.
        let ([first, second], [one, other]) = (NAMES, [staged()?, staged()?]);
        let before = fs::read(folder.join(first)).ok();
        one.persist(folder.join(first)).map_err(|error| error.error)?;
        // The first copy lasts before the second is touched.
        if let Err(error) = sync_folder(folder) {
            // Whoever is told that nothing was changed must not meet the change at the next start.
            let _ = before.and_then(|before| fs::write(folder.join(first), before).ok());
            return Err(error);
        }
        // The first copy is the newer one, and so what holds. A second one that cannot be written now is made good at the next
        // unlocking.
        let _ = other.persist(folder.join(second)).map(|_| sync_folder(folder));
        Ok(())
    }

    /// HMAC-SHA256 by `key` over all but the proofs.
    fn proof(&self, key: &DataKey) -> String {
        let mut unproven = self.clone();
        for sealed in [Some(&mut unproven.current), unproven.next.as_mut()].into_iter().flatten() {
            sealed.proof.clear();
        }
        // HMAC fills a key that is shorter than its block with zeros (RFC 2104, section 2).
        let mut block = Zeroizing::new([0_u8; 64]);
        block.iter_mut().zip(key.bytes()).for_each(|(to, from)| *to = *from);
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(b"samsyn header\n");
        // All fields are what JSON has, so that this cannot fail; nothing would prove nothing.
        mac.update(&serde_json::to_vec(&unproven).unwrap_or_default());
        hex::encode(mac.finalize().into_bytes())
    }
}

impl SealedKey {
    /// Seals `key` to each slot. Its proof is written when the whole header stands.
    fn new(key: &DataKey, slots: &[Slot]) -> std::io::Result<Self> {
        let seal = |slot: &Slot| {
            let recipient = Recipient::from_str(&slot.recipient).map_err(std::io::Error::other)?;
            age::encrypt(&recipient, key.bytes()).map(hex::encode).map_err(std::io::Error::other)
        };
        Ok(Self { check: key.check(), sealed: slots.iter().map(seal).collect::<Result<_, _>>()?, proof: String::new() })
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
        Some(format) if format < FORMAT => Err(HeaderError::Older),
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
