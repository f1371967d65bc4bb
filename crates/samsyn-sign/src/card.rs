//! A card in a reader, by PKCS#11 (OASIS PKCS #11 v3.0).

mod found;

pub use found::{OnCard, PinState, Reference, Validity};

use crate::{Particulars, SignError, Signer, sign};
use chrono::{DateTime, Utc};
use cryptoki::{
    context::{CInitializeArgs, CInitializeFlags, Pkcs11},
    error::{Error, RvError},
    mechanism::Mechanism,
    object::{Attribute, AttributeType, ObjectClass, ObjectHandle},
    session::{Session, UserType},
    slot::Slot,
    types::AuthPin,
};
use der::{Encode, asn1::UintRef};
use found::Held;
use ring::digest::{SHA256, digest};
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A module is started once a process.
static IN_USE: Mutex<()> = Mutex::new(());

/// A SHA-256 as PKCS #1 v1.5 signs it: DigestInfo (RFC 8017, 9.2). Every card can sign that as it is.
const DIGEST_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

/// What there is to sign with on the cards in the readers at a time, the one to propose first: those meant for signatures that
/// cannot be denied before others, and those that are valid before those that are not. No PIN is asked for.
pub fn on_cards(module: &Path, at: DateTime<Utc>) -> Result<Vec<OnCard>, SignError> {
    let module = Module::started(module)?;
    Ok(found::on_cards(&module.pkcs11, at).into_iter().map(|held| held.about).collect())
}

/// Signs a PDF with a card in a reader: with the certificate that was chosen, or else the one that [`on_cards`] proposes. What can
/// be refused without the PIN is refused before it is sent, so that no try is used up. The PIN is wiped afterwards, and the module
/// is let go of.
pub fn sign_with_card(
    pdf: &[u8],
    module: &Path,
    chosen: Option<Reference>,
    pin: &str,
    about: &Particulars<'_>,
) -> Result<Vec<u8>, SignError> {
    let module = Module::started(module)?;
    let mut held = found::on_cards(&module.pkcs11, about.at).into_iter();
    let held = held.find(|held| chosen.is_none_or(|chosen| held.about.reference == chosen)).ok_or(SignError::NoCard)?;
    let mut card = Card::opened(&module, held, pin)?;
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
    /// The PIN, where the key asks for it again for each signature (`CKA_ALWAYS_AUTHENTICATE`).
    again: Option<AuthPin>,
    _module: &'a Module,
}

impl<'a> Card<'a> {
    fn opened(module: &'a Module, held: Held, pin: &str) -> Result<Self, SignError> {
        match held.about.validity {
            Validity::Valid => {}
            Validity::NotYet => return Err(SignError::NotYetValid),
            Validity::Expired => return Err(SignError::Expired),
        }
        let pkcs11 = &module.pkcs11;
        fits(pkcs11, held.slot, pin)?;
        let pin = AuthPin::new(pin.into());
        let session = pkcs11.open_ro_session(held.slot).map_err(failed)?;
        session.login(UserType::User, Some(&pin)).map_err(|error| refused(pkcs11, held.slot, error))?;
        let key = session.find_objects(&[Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Id(held.id)]).map_err(failed)?;
        let key = *key.first().ok_or(SignError::Certificate)?;
        let asked = session.get_attributes(key, &[AttributeType::AlwaysAuthenticate]).unwrap_or_default();
        let again = asked.contains(&Attribute::AlwaysAuthenticate(true)).then_some(pin);
        Ok(Self { session, key, certificate: held.der, elliptic: held.elliptic, again, _module: module })
    }

    /// One signature of a key that takes the PIN between the beginning and the end of it. The card hashes, since only what comes
    /// in parts leaves room for the PIN.
    fn sign_asked(&self, content: &[u8], pin: &AuthPin) -> Result<Vec<u8>, Error> {
        let mechanism = if self.elliptic { Mechanism::EcdsaSha256 } else { Mechanism::Sha256RsaPkcs };
        self.session.sign_init(&mechanism, self.key)?;
        self.session.login(UserType::ContextSpecific, Some(pin))?;
        self.session.sign_update(content)?;
        self.session.sign_final()
    }

    fn sign_once(&self, content: &[u8]) -> Result<Vec<u8>, Error> {
        let digest = digest(&SHA256, content);
        if self.elliptic {
            self.session.sign(&Mechanism::Ecdsa, self.key, digest.as_ref())
        } else {
            self.session.sign(&Mechanism::RsaPkcs, self.key, &[&DIGEST_INFO, digest.as_ref()].concat())
        }
    }
}

impl Signer for Card<'_> {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn sign(&mut self, content: &[u8]) -> Result<Vec<u8>, SignError> {
        let raw = match &self.again {
            Some(pin) => self.sign_asked(content, pin),
            None => self.sign_once(content),
        };
        let raw = raw.map_err(failed)?;
        if self.elliptic { sequence_of(&raw).map_err(|_| SignError::Card) } else { Ok(raw) }
    }
}

/// r and s side by side, as a card gives them, as the sequence that a CMS holds (RFC 5753).
fn sequence_of(raw: &[u8]) -> der::Result<Vec<u8>> {
    let (r, s) = raw.split_at(raw.len() / 2);
    vec![UintRef::new(r)?, UintRef::new(s)?].to_der()
}

/// Refuses what a card tells beforehand that it will not take: any PIN where it is locked, or one of another length. A longest of
/// nothing, or one below the shortest, tells no length.
fn fits(pkcs11: &Pkcs11, slot: Slot, pin: &str) -> Result<(), SignError> {
    let token = pkcs11.get_token_info(slot).map_err(failed)?;
    let lengths = token.min_pin_length()..=token.max_pin_length();
    if PinState::of(&token) == PinState::Locked {
        Err(SignError::PinLocked)
    } else if *lengths.end() == 0 || lengths.is_empty() || lengths.contains(&pin.len()) {
        Ok(())
    } else {
        Err(SignError::PinLength)
    }
}

/// Why a PIN was refused. A wrong one may have brought the card to its last try, or to its lock, which the card tells afterwards.
fn refused(pkcs11: &Pkcs11, slot: Slot, error: Error) -> SignError {
    match failed(error) {
        SignError::PinWrong => match pkcs11.get_token_info(slot).as_ref().map(PinState::of) {
            Ok(PinState::Locked) => SignError::PinLocked,
            Ok(PinState::LastTry) => SignError::PinLastTry,
            _ => SignError::PinWrong,
        },
        other => other,
    }
}

fn failed(error: Error) -> SignError {
    match error {
        Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid, _) => SignError::PinWrong,
        Error::Pkcs11(RvError::PinLenRange, _) => SignError::PinLength,
        Error::Pkcs11(RvError::PinLocked | RvError::PinExpired, _) => SignError::PinLocked,
        Error::Pkcs11(RvError::TokenNotPresent | RvError::DeviceRemoved, _) => SignError::NoCard,
        _ => SignError::Card,
    }
}
