//! Slots: the data key wrapped by a secret that a person holds.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use samsyn_plan::ids::UserId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{DataKey, NoRandomness, random};

/// Who can open a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum SlotKind {
    /// A user's passphrase. The user is known by id alone: the header lies outside the encryption.
    Passphrase { user: UserId },
    /// The printed recovery key.
    Recovery,
}

/// The cost of making a key from a secret (Argon2id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// For what a person chose and remembers: 64 MiB and 3 passes. The crate's own tests are spared the price.
    pub(crate) const CHOSEN: Self =
        if cfg!(test) { Self { memory_kib: 64, passes: 1, lanes: 1 } } else { Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 } };
    /// For a secret of 160 random bits, which no cost makes easier or harder to guess.
    pub(crate) const RANDOM: Self = Self { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
}

/// One wrapping of the data key, as it stands in the header. Binary values are hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    #[serde(flatten)]
    pub(crate) kind: SlotKind,
    cost: Cost,
    salt: String,
    nonce: String,
    wrapped: String,
}

impl Slot {
    /// Wraps `key` by `secret`, bound to this store and this kind of slot.
    pub(crate) fn wrap(key: &DataKey, secret: &[u8], kind: SlotKind, store: Uuid, cost: Cost) -> Result<Self, NoRandomness> {
        let salt = random::<16>()?;
        let nonce = random::<24>()?;
        let mut slot = Self { kind, cost, salt: hex::encode(salt), nonce: hex::encode(nonce), wrapped: String::new() };
        let bound = slot.bound_to(store);
        // Both steps fail only on sizes that are fixed here, or without 64 MiB of memory to be had.
        let cipher = slot.cipher(secret).ok_or(NoRandomness)?;
        let wrapped =
            cipher.encrypt(&XNonce::from(nonce), Payload { msg: key.bytes(), aad: bound.as_bytes() }).map_err(|_| NoRandomness)?;
        slot.wrapped = hex::encode(wrapped);
        Ok(slot)
    }

    /// The data key, or `None` when the secret is not the one that wrapped it.
    pub(crate) fn unwrap_key(&self, secret: &[u8], store: Uuid) -> Option<DataKey> {
        let nonce: [u8; 24] = hex::decode(&self.nonce).ok()?.try_into().ok()?;
        let wrapped = hex::decode(&self.wrapped).ok()?;
        let bound = self.bound_to(store);
        let opened = self.cipher(secret)?.decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: bound.as_bytes() }).ok()?;
        DataKey::from_bytes(&Zeroizing::new(opened))
    }

    fn cipher(&self, secret: &[u8]) -> Option<XChaCha20Poly1305> {
        let params = Params::new(self.cost.memory_kib, self.cost.passes, self.cost.lanes, Some(32)).ok()?;
        let salt = hex::decode(&self.salt).ok()?;
        let mut derived = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(secret, &salt, derived.as_mut_slice()).ok()?;
        XChaCha20Poly1305::new_from_slice(derived.as_slice()).ok()
    }

    /// What the wrapping is bound to: a slot moved to another store or user, or given cheaper costs, does not open.
    fn bound_to(&self, store: Uuid) -> String {
        let kind = match self.kind {
            SlotKind::Passphrase { user } => format!("passphrase {user}"),
            SlotKind::Recovery => "recovery".to_owned(),
        };
        let Cost { memory_kib, passes, lanes } = self.cost;
        format!("samsyn slot 1\n{store}\n{kind}\nargon2id {memory_kib} {passes} {lanes}\n{}", self.salt)
    }
}
