//! Which signatures a PDF holds, and whether they stand. Trust in who issued a certificate is not judged: that takes lists from
//! outside, and this program reaches for nothing outside.

use crate::{SignError, update::followed};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use cms::{
    cert::CertificateChoices,
    content_info::ContentInfo,
    signed_data::{SignedAttributes, SignedData, SignerIdentifier, SignerInfo},
};
use const_oid::{
    ObjectIdentifier,
    db::{rfc4519, rfc5911, rfc5912},
};
use der::{Decode, Encode, Reader, SliceReader, asn1::OctetString};
use lopdf::{Dictionary, Document, Object};
use ring::{
    digest::{self, Algorithm, SHA256, SHA384, SHA512},
    signature::{self, UnparsedPublicKey, VerificationAlgorithm},
};
use std::ops::Range;
use x509_cert::{Certificate, ext::pkix::SubjectKeyIdentifier, name::Name};

/// Whether a signature stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// What it covers is as it was signed, and it was made with the certificate's key.
    Sound,
    /// What it covers has been changed.
    Changed,
    /// It was not made with the certificate's key, or is not what it claims to be.
    Invalid,
    /// It is of a kind that cannot be judged here.
    Unknown,
}

/// A signature in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFound {
    /// Who, by the certificate's subject; empty where there is no certificate.
    pub signer: String,
    /// Who issued the certificate, by its own words.
    pub issuer: String,
    /// When it claims to have been made.
    pub claimed_at: Option<DateTime<Utc>>,
    /// Whether it covers the whole file; a signature that another follows covers the file as it then was.
    pub covers_whole_file: bool,
    /// Whether it stands.
    pub verdict: Verdict,
}

/// Finds the signatures of a PDF, the first made first.
pub fn verify(pdf: &[u8]) -> Result<Vec<SignatureFound>, SignError> {
    let file = Document::load_mem(pdf).map_err(|_| SignError::File)?;
    let mut found: Vec<(usize, SignatureFound)> = signatures(&file).into_iter().map(|each| judged(pdf, each)).collect();
    found.sort_by_key(|(end, _)| *end);
    Ok(found.into_iter().map(|(_, each)| each).collect())
}

/// The deepest that fields are looked for in fields.
const DEEPEST: usize = 8;

/// The values of all signature fields.
fn signatures(file: &Document) -> Vec<&Dictionary> {
    let form = file.catalog().and_then(|catalog| catalog.get(b"AcroForm")).map(|form| followed(file, form)).and_then(Object::as_dict);
    let mut found = Vec::new();
    if let Ok(form) = form {
        gather(file, form, b"Fields", DEEPEST, &mut found);
    }
    found
}

fn gather<'a>(file: &'a Document, holder: &'a Dictionary, name: &[u8], depth: usize, found: &mut Vec<&'a Dictionary>) {
    let Ok(fields) = holder.get(name).map(|fields| followed(file, fields)).and_then(Object::as_array) else { return };
    for field in fields.iter().filter_map(|field| followed(file, field).as_dict().ok()) {
        let value = field.get(b"V").map(|value| followed(file, value)).and_then(Object::as_dict);
        found.extend(value.ok().filter(|value| value.has(b"ByteRange")));
        if depth > 0 {
            gather(file, field, b"Kids", depth - 1, found);
        }
    }
}

/// Judges one signature, and says where what it covers ends.
fn judged(pdf: &[u8], value: &Dictionary) -> (usize, SignatureFound) {
    let mut found = SignatureFound {
        signer: String::new(),
        issuer: String::new(),
        claimed_at: value.get(b"M").and_then(Object::as_str).ok().and_then(claimed),
        covers_whole_file: false,
        verdict: Verdict::Invalid,
    };
    let Some(covered) = Covered::by(pdf, value) else { return (0, found) };
    found.covers_whole_file = covered.end == pdf.len();
    match Sealed::read(&covered.contents) {
        Some(sealed) => {
            found.signer = named(&sealed.certificate.tbs_certificate.subject);
            found.issuer = named(&sealed.certificate.tbs_certificate.issuer);
            found.verdict = sealed.verdict(&[covered.before, covered.after]);
        }
        None => found.verdict = Verdict::Unknown,
    }
    (covered.end, found)
}

/// What a signature covers: all before itself, and after itself up to an end.
struct Covered<'a> {
    before: &'a [u8],
    after: &'a [u8],
    end: usize,
    contents: Vec<u8>,
}

impl<'a> Covered<'a> {
    /// Nothing where the range leaves out anything but the signature's own string.
    fn by(pdf: &'a [u8], value: &Dictionary) -> Option<Self> {
        let range: Vec<usize> = value.get(b"ByteRange").and_then(Object::as_array).ok()?.iter().filter_map(number).collect();
        let [0, gap_start, gap_end, length] = range.as_slice() else { return None };
        let end = gap_end.checked_add(*length)?;
        let (before, gap, after) = (pdf.get(..*gap_start)?, pdf.get(Range { start: *gap_start, end: *gap_end })?, pdf.get(*gap_end..end)?);
        let contents = from_hex(gap.strip_prefix(b"<")?.strip_suffix(b">")?)?;
        (value.get(b"Contents").and_then(Object::as_str).ok()? == contents).then_some(Self { before, after, end, contents })
    }
}

fn number(object: &Object) -> Option<usize> {
    object.as_i64().ok().and_then(|value| usize::try_from(value).ok())
}

fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    digits.chunks(2).map(|pair| Some(value(pair.first()?)? * 16 + value(pair.get(1)?)?)).collect()
}

/// A CMS with one signer, whose certificate goes along.
struct Sealed {
    certificate: Certificate,
    signer: SignerInfo,
}

impl Sealed {
    fn read(contents: &[u8]) -> Option<Self> {
        let mut reader = SliceReader::new(contents).ok()?;
        let info = ContentInfo::decode(&mut reader).ok()?;
        // What is left of the room is nothing but zeros.
        let rest = reader.read_slice(reader.remaining_len()).ok()?;
        if rest.iter().any(|byte| *byte != 0) || info.content_type != rfc5911::ID_SIGNED_DATA {
            return None;
        }
        let data: SignedData = info.content.decode_as().ok()?;
        let mut signers = data.signer_infos.0.into_vec();
        let signer = signers.pop().filter(|_| signers.is_empty())?;
        let certificate = data.certificates?.0.into_vec().into_iter().find_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) if is_of(&certificate, &signer.sid) => Some(certificate),
            _ => None,
        })?;
        Some(Self { certificate, signer })
    }

    fn verdict(&self, covered: &[&[u8]]) -> Verdict {
        let Some(attributes) = &self.signer.signed_attrs else { return Verdict::Unknown };
        let Some(algorithm) = digest_algorithm(self.signer.digest_alg.oid) else { return Verdict::Unknown };
        let mut context = digest::Context::new(algorithm);
        for part in covered {
            context.update(part);
        }
        let Some(claimed) = value_of(attributes, rfc5911::ID_MESSAGE_DIGEST) else { return Verdict::Invalid };
        if OctetString::from_der(&claimed).map(OctetString::into_bytes).ok().as_deref() != Some(context.finish().as_ref()) {
            return Verdict::Changed;
        }
        let Ok(certificate) = self.certificate.to_der() else { return Verdict::Unknown };
        // The attribute names the certificate by its digest, so that it cannot be exchanged for another of the same key.
        let named = value_of(attributes, rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2).is_none_or(|named| {
            [&SHA256, &SHA384, &SHA512].into_iter().any(|kind| holds(&named, digest::digest(kind, &certificate).as_ref()))
        });
        let (Ok(signed), true) = (attributes.to_der(), named) else { return Verdict::Invalid };
        self.by_key(&signed, algorithm)
    }

    /// Whether the certificate's key made the signature.
    fn by_key(&self, signed: &[u8], hash: &'static Algorithm) -> Verdict {
        let key = &self.certificate.tbs_certificate.subject_public_key_info;
        let curve = key.algorithm.parameters.as_ref().and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok());
        let elliptic = (key.algorithm.oid == rfc5912::ID_EC_PUBLIC_KEY).then_some(curve).flatten();
        let rsa = key.algorithm.oid == rfc5912::RSA_ENCRYPTION && self.signer.signature_algorithm.oid != rfc5912::ID_RSASSA_PSS;
        let (short, middle, long) = (hash == &SHA256, hash == &SHA384, hash == &SHA512);
        let algorithm: &dyn VerificationAlgorithm = match elliptic {
            Some(rfc5912::SECP_256_R_1) if short => &signature::ECDSA_P256_SHA256_ASN1,
            Some(rfc5912::SECP_256_R_1) if middle => &signature::ECDSA_P256_SHA384_ASN1,
            Some(rfc5912::SECP_384_R_1) if short => &signature::ECDSA_P384_SHA256_ASN1,
            Some(rfc5912::SECP_384_R_1) if middle => &signature::ECDSA_P384_SHA384_ASN1,
            None if rsa && short => &signature::RSA_PKCS1_2048_8192_SHA256,
            None if rsa && middle => &signature::RSA_PKCS1_2048_8192_SHA384,
            None if rsa && long => &signature::RSA_PKCS1_2048_8192_SHA512,
            _ => return Verdict::Unknown,
        };
        let key = UnparsedPublicKey::new(algorithm, key.subject_public_key.raw_bytes());
        if key.verify(signed, self.signer.signature.as_bytes()).is_ok() { Verdict::Sound } else { Verdict::Invalid }
    }
}

fn is_of(certificate: &Certificate, signer: &SignerIdentifier) -> bool {
    let certificate = &certificate.tbs_certificate;
    match signer {
        SignerIdentifier::IssuerAndSerialNumber(who) => who.issuer == certificate.issuer && who.serial_number == certificate.serial_number,
        SignerIdentifier::SubjectKeyIdentifier(id) => {
            certificate.get::<SubjectKeyIdentifier>().ok().flatten().is_some_and(|(_, held)| held == *id)
        }
    }
}

fn digest_algorithm(oid: ObjectIdentifier) -> Option<&'static Algorithm> {
    match oid {
        rfc5912::ID_SHA_256 => Some(&SHA256),
        rfc5912::ID_SHA_384 => Some(&SHA384),
        rfc5912::ID_SHA_512 => Some(&SHA512),
        _ => None,
    }
}

/// The only value of an attribute, as DER.
fn value_of(attributes: &SignedAttributes, oid: ObjectIdentifier) -> Option<Vec<u8>> {
    let attribute = attributes.iter().find(|attribute| attribute.oid == oid)?;
    attribute.values.get(0).filter(|_| attribute.values.len() == 1)?.to_der().ok()
}

fn holds(within: &[u8], wanted: &[u8]) -> bool {
    within.windows(wanted.len()).any(|window| window == wanted)
}

/// The common name, or the whole name where there is none.
pub(crate) fn named(name: &Name) -> String {
    let common = name.0.iter().flat_map(|part| part.0.iter()).find(|part| part.oid == rfc4519::COMMON_NAME);
    let value = common.and_then(|part| std::str::from_utf8(part.value.value()).ok());
    value.map_or_else(|| name.to_string(), str::to_owned)
}

/// A date of a PDF (ISO 32000-1, 7.9.4), such as `D:20261121130000+01'00'`.
fn claimed(date: &[u8]) -> Option<DateTime<Utc>> {
    let date = std::str::from_utf8(date).ok()?.strip_prefix("D:")?;
    let (local, zone) = (date.get(..14)?, date.get(14..)?);
    let local = NaiveDateTime::parse_from_str(local, "%Y%m%d%H%M%S").ok()?.and_utc();
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<i64>().ok()).unwrap_or(0);
    let ahead = TimeDelta::minutes(part(0..2) * 60 + part(2..4));
    Some(if zone.starts_with('-') { local + ahead } else { local - ahead })
}
