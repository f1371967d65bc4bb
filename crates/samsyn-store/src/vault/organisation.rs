//! The organisation's key: a pair of age keys (X25519), whose private half the organisation keeps where it keeps such things.
//!
//! age is what IT departments have at hand: `age-keygen` makes a pair too.

use std::fmt;
use std::str::FromStr as _;

use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use zeroize::Zeroizing;

/// What a private key of age begins with.
const PRIVATE: &str = "AGE-SECRET-KEY-1";

/// The organisation's private key, which opens the store. Never kept by the program, never shown by `Debug`.
#[derive(Clone)]
pub struct OrganisationKey(pub(crate) Identity);

/// The organisation's public key: `age1...`.
#[derive(Clone, PartialEq, Eq)]
pub struct OrganisationRecipient(Recipient);

/// What was given is no key of age's kind (X25519).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no key of age's kind")]
pub struct OrganisationKeyError;

impl OrganisationKey {
    /// A new pair.
    pub fn new_random() -> Self {
        Self(Identity::generate())
    }

    /// Reads the private key, alone or out of a whole file as `age-keygen` writes it.
    pub fn parse(typed: &str) -> Result<Self, OrganisationKeyError> {
        let upper = Zeroizing::new(typed.to_ascii_uppercase());
        let key = upper.split_whitespace().find(|word| word.starts_with(PRIVATE)).ok_or(OrganisationKeyError)?;
        Identity::from_str(key).map(Self).map_err(|_| OrganisationKeyError)
    }

    /// The public half.
    pub fn recipient(&self) -> OrganisationRecipient {
        OrganisationRecipient(self.0.to_public())
    }

    /// The private key as text. The caller must not let it lie about.
    pub fn shown(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }
}

impl fmt::Debug for OrganisationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrganisationKey(..)")
    }
}

impl OrganisationRecipient {
    /// Reads a public key.
    pub fn parse(typed: &str) -> Result<Self, OrganisationKeyError> {
        Recipient::from_str(&typed.trim().to_ascii_lowercase()).map(Self).map_err(|_| OrganisationKeyError)
    }
}

impl fmt::Display for OrganisationRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for OrganisationRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrganisationRecipient({self})")
    }
}
