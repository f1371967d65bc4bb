//! Signatures in a finished PDF: PAdES B-B (ETSI EN 319 142-1), made with a card by PKCS#11, and their verification.
//!
//! A signature is an incremental update: the old bytes stay as they are, so that an earlier signature stays valid. This crate
//! knows nothing of plans; it takes and gives bytes.

mod card;
mod envelope;
mod object;
mod update;
mod verify;

pub use card::{OnCard, PinState, Reference, Validity, on_cards, sign_with_card};
pub use verify::{SignatureFound, Verdict, verify};

use chrono::{DateTime, Utc};

/// Why a file was not signed. Nothing of the card or of the person stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The PKCS#11 module cannot be loaded or started.
    #[error("the PKCS#11 module cannot be used")]
    Module,
    /// No reader holds a card with a certificate, or none with the one that was chosen.
    #[error("there is no card with a certificate")]
    NoCard,
    /// The certificate is not valid yet.
    #[error("the certificate is not valid yet")]
    NotYetValid,
    /// The certificate has expired.
    #[error("the certificate has expired")]
    Expired,
    /// The PIN is wrong.
    #[error("the PIN is wrong")]
    PinWrong,
    /// The PIN is wrong, and the next wrong one locks the card.
    #[error("the PIN is wrong, and one try is left")]
    PinLastTry,
    /// The PIN is shorter or longer than the card's can be.
    #[error("the PIN has another length")]
    PinLength,
    /// The PIN has been wrong too many times, or must be changed before it is used.
    #[error("the PIN is locked")]
    PinLocked,
    /// The card did not sign.
    #[error("the card did not sign")]
    Card,
    /// The certificate cannot be read, is of a key that is neither RSA nor ECDSA, or has no key on the card.
    #[error("the certificate cannot be used")]
    Certificate,
    /// The file is no PDF that can be read, or is built in a way that cannot be added to.
    #[error("the file cannot be read as a PDF")]
    File,
}

/// Whatever holds the key: a card, or a test's.
pub trait Signer {
    /// The certificate of the key, as DER.
    fn certificate(&self) -> &[u8];

    /// Signs by way of SHA-256: with RSA as PKCS #1 v1.5, with ECDSA as the DER sequence of r and s.
    fn sign(&mut self, content: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// What is said of a signature in the file.
#[derive(Debug, Clone, Copy)]
pub struct Particulars<'a> {
    /// When it is claimed to have been made.
    pub at: DateTime<Utc>,
    /// Who signs.
    pub name: &'a str,
    /// What the signature's field is called for those who read by ear.
    pub label: &'a str,
}

/// Signs a PDF: its bytes with the signature after them.
pub fn sign(pdf: &[u8], signer: &mut impl Signer, about: &Particulars<'_>) -> Result<Vec<u8>, SignError> {
    let room = envelope::room(signer.certificate());
    let unsigned = update::with_empty_signature(pdf, about, room)?;
    let envelope = envelope::seal(&unsigned.digest(), signer)?;
    unsigned.fill(&envelope)
}

#[cfg(test)]
mod tests;
