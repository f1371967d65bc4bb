//! What stands on the cards, to be read without a PIN: certificates and what state the PIN is in.

use crate::verify::named;
use chrono::{DateTime, Utc};
use const_oid::db::rfc5912;
use cryptoki::{
    context::Pkcs11,
    object::{Attribute, AttributeType, CertificateType, ObjectClass},
    slot::{Slot, TokenInfo},
};
use der::Decode;
use ring::digest::{Context, SHA256};
use x509_cert::{Certificate, ext::pkix::KeyUsage, time::Time};

/// What tells a certificate on a card from all others: a SHA-256 of the certificate and of the card's label and serial number.
pub type Reference = [u8; 32];

/// A certificate on a card, whose key can be chosen to sign with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnCard {
    /// What it is chosen by.
    pub reference: Reference,
    /// What the card calls itself. One with a PIN for each key shows itself as several.
    pub card: String,
    /// Whom the certificate names.
    pub holder: String,
    /// Who issued it, by its own words.
    pub issuer: String,
    /// When it stops being valid.
    pub valid_to: DateTime<Utc>,
    /// Whether it is valid.
    pub validity: Validity,
    /// Whether it is meant for signatures that cannot be denied (nonRepudiation, RFC 5280, 4.2.1.3), and not for logging in alone.
    pub for_signatures: bool,
    /// What state the card's PIN is in.
    pub pin: PinState,
}

/// Whether a certificate is valid at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It is.
    Valid,
    /// It is not yet.
    NotYet,
    /// It has expired.
    Expired,
}

/// What a card tells of its PIN before it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinState {
    /// It can be given.
    Ready,
    /// The next wrong one locks it.
    LastTry,
    /// It is locked.
    Locked,
}

impl PinState {
    pub(super) fn of(token: &TokenInfo) -> Self {
        if token.user_pin_locked() {
            Self::Locked
        } else if token.user_pin_final_try() {
            Self::LastTry
        } else {
            Self::Ready
        }
    }
}

/// A certificate with what it takes to reach its key.
pub(super) struct Held {
    pub(super) about: OnCard,
    pub(super) slot: Slot,
    pub(super) der: Vec<u8>,
    /// The identifier that the key has too.
    pub(super) id: Vec<u8>,
    pub(super) elliptic: bool,
}

/// The certificates of all cards that are there, the one to propose first, in the same order each time, whatever the order in
/// which the module finds them. A card that cannot be read is passed over.
pub(super) fn on_cards(pkcs11: &Pkcs11, at: DateTime<Utc>) -> Vec<Held> {
    let slots = pkcs11.get_slots_with_initialized_token().unwrap_or_default();
    let mut held: Vec<_> = slots.into_iter().filter_map(|slot| on_card(pkcs11, slot, at)).flatten().collect();
    held.sort_by_key(|held| (!held.about.for_signatures, held.about.validity != Validity::Valid, held.about.reference));
    held
}

fn on_card(pkcs11: &Pkcs11, slot: Slot, at: DateTime<Utc>) -> Option<Vec<Held>> {
    let token = pkcs11.get_token_info(slot).ok()?;
    let session = pkcs11.open_ro_session(slot).ok()?;
    let wanted = [Attribute::Class(ObjectClass::CERTIFICATE), Attribute::CertificateType(CertificateType::X_509)];
    let objects = session.find_objects(&wanted).ok()?;
    let found = objects.into_iter().filter_map(|object| {
        let (mut der, mut id) = (Vec::new(), Vec::new());
        for attribute in session.get_attributes(object, &[AttributeType::Value, AttributeType::Id]).ok()? {
            match attribute {
                Attribute::Value(value) => der = value,
                Attribute::Id(value) => id = value,
                _ => {}
            }
        }
        let certificate = Certificate::from_der(&der).ok()?;
        let (elliptic, for_signatures) = usable(&certificate)?;
        let about = about(&token, &certificate, &der, for_signatures, at)?;
        Some(Held { about, slot, der, id, elliptic })
    });
    Some(found.collect())
}

fn about(token: &TokenInfo, certificate: &Certificate, der: &[u8], for_signatures: bool, at: DateTime<Utc>) -> Option<OnCard> {
    let certificate = &certificate.tbs_certificate;
    let (valid_from, valid_to) = (moment(certificate.validity.not_before)?, moment(certificate.validity.not_after)?);
    let validity = match at {
        at if at < valid_from => Validity::NotYet,
        at if at > valid_to => Validity::Expired,
        _ => Validity::Valid,
    };
    Some(OnCard {
        reference: reference(token, der)?,
        card: token.label().to_owned(),
        holder: named(&certificate.subject),
        issuer: named(&certificate.issuer),
        valid_to,
        validity,
        for_signatures,
        pin: PinState::of(token),
    })
}

fn reference(token: &TokenInfo, der: &[u8]) -> Option<Reference> {
    let mut context = Context::new(&SHA256);
    for part in [token.label().as_bytes(), token.serial_number().as_bytes(), der] {
        context.update(&u64::try_from(part.len()).ok()?.to_be_bytes());
        context.update(part);
    }
    context.finish().as_ref().try_into().ok()
}

fn moment(time: Time) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(i64::try_from(time.to_unix_duration().as_secs()).ok()?, 0)
}

/// Whether the key of a certificate is elliptic, and whether it is meant for signatures that cannot be denied; nothing where it
/// cannot sign a document: it is an issuer's, meant for something else, or of another kind.
fn usable(certificate: &Certificate) -> Option<(bool, bool)> {
    let certificate = &certificate.tbs_certificate;
    let usage = certificate.get::<KeyUsage>().ok().flatten().map(|(_, usage)| usage);
    if usage.is_some_and(|usage| !usage.digital_signature() && !usage.non_repudiation()) {
        return None;
    }
    let elliptic = match certificate.subject_public_key_info.algorithm.oid {
        rfc5912::RSA_ENCRYPTION => false,
        rfc5912::ID_EC_PUBLIC_KEY => true,
        _ => return None,
    };
    Some((elliptic, usage.is_some_and(|usage| usage.non_repudiation())))
}
