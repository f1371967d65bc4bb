//! A card in a reader, by PKCS#11 (OASIS PKCS #11 v3.0).

use crate::{Particulars, SignError, Signer, sign};
use const_oid::db::rfc5912;
use cryptoki::{
    context::{CInitializeArgs, CInitializeFlags, Pkcs11},
    error::{Error, RvError},
    mechanism::Mechanism,
    object::{Attribute, AttributeType, CertificateType, ObjectClass, ObjectHandle},
    session::{Session, UserType},
    types::AuthPin,
};
use der::{Decode, Encode, asn1::UintRef};
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};
use x509_cert::{Certificate, ext::pkix::KeyUsage};

/// A module is started once a process.
static IN_USE: Mutex<()> = Mutex::new(());

/// A SHA-256 as PKCS #1 v1.5 signs it: DigestInfo (RFC 8017, 9.2). Every card can sign that as it is.
const DIGEST_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

/// Signs a PDF with the card in the reader. The PIN is wiped afterwards, and the module is let go of.
pub fn sign_with_card(pdf: &[u8], module: &Path, pin: &str, about: &Particulars<'_>) -> Result<Vec<u8>, SignError> {
    let module = Module::started(module)?;
    let mut card = Card::opened(&module, pin)?;
    sign(pdf, &mut card, about)
}

/// A PKCS#11 module that runs, until it is dropped.
struct Module {
    pkcs11: Pkcs11,
    _alone: MutexGuard<'static, ()>,
}

impl Module {
    fn started(path: &Path) -> Result<Self, SignError> {
        let alone = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        let pkcs11 = Pkcs11::new(path).map_err(|_| SignError::Module)?;
        pkcs11.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).map_err(|_| SignError::Module)?;
        Ok(Self { pkcs11, _alone: alone })
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        // Nothing can be done about a module that does not stop.
        let _ = self.pkcs11.clone().finalize();
    }
}

/// A card that the PIN has opened. It is closed before its module stops.
struct Card<'a> {
    session: Session,
    key: ObjectHandle,
    certificate: Vec<u8>,
    elliptic: bool,
    _module: &'a Module,
}

/// A certificate on a card, with the identifier that its key has too.
struct Held {
    session: Session,
    der: Vec<u8>,
    id: Vec<u8>,
    elliptic: bool,
    /// Whether it is meant for signatures that cannot be denied, and not for logging in.
    for_signatures: bool,
}

impl<'a> Card<'a> {
    /// Opens the card whose certificate is meant for signatures, or else the first that has one. The certificates are read
    /// before the PIN is given, so that no other card counts a wrong PIN.
    fn opened(module: &'a Module, pin: &str) -> Result<Self, SignError> {
        let mut held = certificates(&module.pkcs11)?;
        let best = held.iter().position(|each| each.for_signatures).unwrap_or(0);
        if held.is_empty() {
            return Err(SignError::NoCard);
        }
        let Held { session, der, id, elliptic, .. } = held.swap_remove(best);
        session.login(UserType::User, Some(&AuthPin::new(pin.into()))).map_err(|error| refused(&error))?;
        let key = session.find_objects(&[Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Id(id)]).map_err(|_| SignError::Card)?;
        let key = *key.first().ok_or(SignError::NoCard)?;
        Ok(Self { session, key, certificate: der, elliptic, _module: module })
    }
}

impl Signer for Card<'_> {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn sign(&mut self, digest: &[u8]) -> Result<Vec<u8>, SignError> {
        if self.elliptic {
            let raw = self.session.sign(&Mechanism::Ecdsa, self.key, digest).map_err(|error| refused(&error))?;
            sequence_of(&raw).map_err(|_| SignError::Card)
        } else {
            self.session.sign(&Mechanism::RsaPkcs, self.key, &[&DIGEST_INFO, digest].concat()).map_err(|error| refused(&error))
        }
    }
}

/// The certificates of all cards that are there.
fn certificates(pkcs11: &Pkcs11) -> Result<Vec<Held>, SignError> {
    let mut held = Vec::new();
    for slot in pkcs11.get_slots_with_initialized_token().map_err(|_| SignError::NoCard)? {
        let Ok(session) = pkcs11.open_ro_session(slot) else { continue };
        let wanted = [Attribute::Class(ObjectClass::CERTIFICATE), Attribute::CertificateType(CertificateType::X_509)];
        for object in session.find_objects(&wanted).unwrap_or_default() {
            let Ok(found) = session.get_attributes(object, &[AttributeType::Value, AttributeType::Id]) else { continue };
            let (mut der, mut id) = (Vec::new(), Vec::new());
            for attribute in found {
                match attribute {
                    Attribute::Value(value) => der = value,
                    Attribute::Id(value) => id = value,
                    _ => {}
                }
            }
            if let (Ok(certificate), Ok(session)) = (Certificate::from_der(&der), pkcs11.open_ro_session(slot)) {
                held.extend(usable(&certificate).map(|(elliptic, for_signatures)| Held { session, der, id, elliptic, for_signatures }));
            }
        }
    }
    Ok(held)
}

/// Whether the key of a certificate is elliptic, and whether it is meant for signatures; nothing where it cannot be used or is
/// an issuer's.
fn usable(certificate: &Certificate) -> Option<(bool, bool)> {
    let certificate = &certificate.tbs_certificate;
    let usage = certificate.get::<KeyUsage>().ok().flatten().map(|(_, usage)| usage);
    if usage.is_some_and(|usage| usage.key_cert_sign() && !usage.digital_signature() && !usage.non_repudiation()) {
        return None;
    }
    let elliptic = match certificate.subject_public_key_info.algorithm.oid {
        rfc5912::RSA_ENCRYPTION => false,
        rfc5912::ID_EC_PUBLIC_KEY => true,
        _ => return None,
    };
    Some((elliptic, usage.is_some_and(|usage| usage.non_repudiation())))
}

/// r and s side by side, as a card gives them, as the sequence that a CMS holds (RFC 5753).
fn sequence_of(raw: &[u8]) -> der::Result<Vec<u8>> {
    let (r, s) = raw.split_at(raw.len() / 2);
    vec![UintRef::new(r)?, UintRef::new(s)?].to_der()
}

fn refused(error: &Error) -> SignError {
    match error {
        Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange, _) => SignError::PinWrong,
        Error::Pkcs11(RvError::PinLocked | RvError::PinExpired, _) => SignError::PinLocked,
        Error::Pkcs11(RvError::TokenNotPresent | RvError::DeviceRemoved, _) => SignError::NoCard,
        _ => SignError::Card,
    }
}
