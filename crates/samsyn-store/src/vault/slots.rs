//! Slots: who can open a store. Each has a pair of keys, and the data key is sealed to the public one.
//!
//! So a new data key is sealed to everybody without asking anybody for their secret. What a person holds opens the private
//! key alone: a passphrase and the recovery key unwrap it, the organisation keeps its own.

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use samsyn_plan::ids::UserId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::cost::Cost;
use super::organisation::OrganisationRecipient;
use super::{NoRandomness, random};

/// Who can open a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum SlotKind {
    /// A user's passphrase. The user is known by id alone: the header lies outside the encryption.
    Passphrase { user: UserId },
    /// The printed recovery key.
    Recovery,
    /// The organisation, which keeps the private key itself.
    Organisation,
}

/// One way in, as it stands in the header. Binary values are hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    #[serde(flatten)]
    pub(crate) kind: SlotKind,
    /// The public key, as age writes it: `age1...`.
    pub(crate) recipient: String,
    /// The private key, where a secret of this store opens it.
    private: Option<Wrapped>,
}

/// A private key wrapped by a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Wrapped {
    cost: Cost,
    salt: String,
    nonce: String,
    ciphertext: String,
}

impl Slot {
    /// A slot with a new pair of keys, whose private one `secret` opens, bound to this store and this kind of slot.
    pub(crate) fn by_secret(secret: &[u8], kind: SlotKind, store: Uuid, cost: Cost) -> Result<Self, NoRandomness> {
        let identity = Identity::generate();
        let recipient = identity.to_public().to_string();
        let (salt, nonce) = (random::<16>()?, random::<24>()?);
        let mut private = Wrapped { cost, salt: hex::encode(salt), nonce: hex::encode(nonce), ciphertext: String::new() };
        let bound = private.bound_to(store, kind, &recipient);
        // Both steps fail only on sizes that are fixed here.
        let cipher = private.cipher(secret).ok_or(NoRandomness)?;
        let text = identity.to_string();
        let payload = Payload { msg: text.expose_secret().as_bytes(), aad: bound.as_bytes() };
        private.ciphertext = hex::encode(cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| NoRandomness)?);
        Ok(Self { kind, recipient, private: Some(private) })
    }

    /// The organisation's slot: its public key, and nothing that opens it.
    pub(crate) fn for_organisation(recipient: &OrganisationRecipient) -> Self {
        Self { kind: SlotKind::Organisation, recipient: recipient.to_string(), private: None }
    }

    /// The private key, or `None` when the secret is not the one that wrapped it.
    pub(crate) fn private(&self, secret: &[u8], store: Uuid) -> Option<Identity> {
        let private = self.private.as_ref()?;
        let nonce: [u8; 24] = hex::decode(&private.nonce).ok()?.try_into().ok()?;
        let ciphertext = hex::decode(&private.ciphertext).ok()?;
        let bound = private.bound_to(store, self.kind, &self.recipient);
        let payload = Payload { msg: &ciphertext, aad: bound.as_bytes() };
        let text = Zeroizing::new(private.cipher(secret)?.decrypt(&XNonce::from(nonce), payload).ok()?);
        std::str::from_utf8(&text).ok()?.parse().ok()
    }
}

impl Wrapped {
    fn cipher(&self, secret: &[u8]) -> Option<XChaCha20Poly1305> {
        let derived = self.cost.derive(secret, &hex::decode(&self.salt).ok()?)?;
        XChaCha20Poly1305::new_from_slice(derived.as_slice()).ok()
    }

    /// What the wrapping is bound to: a slot moved to another store or user, given cheaper costs or another public key does
    /// not open.
    fn bound_to(&self, store: Uuid, kind: SlotKind, recipient: &str) -> String {
        let kind = match kind {
            SlotKind::Passphrase { user } => format!("passphrase {user}"),
            SlotKind::Recovery => "recovery".to_owned(),
            SlotKind::Organisation => "organisation".to_owned(),
        };
        format!("samsyn slot 2\n{store}\n{kind}\n{}\n{}\n{recipient}", self.cost.bound(), self.salt)
    }
}
