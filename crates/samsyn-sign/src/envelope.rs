//! The signature itself: a detached CMS (RFC 5652) with the attributes that PAdES B-B asks for.

use crate::{SignError, Signer};
use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo, SignerInfos},
};
use const_oid::{
    ObjectIdentifier,
    db::{rfc5911, rfc5912},
};
use der::{
    Any, Decode, Encode,
    asn1::{OctetString, SetOfVec},
};
use ring::digest::{SHA256, digest};
use spki::AlgorithmIdentifierOwned;
use x509_cert::{Certificate, attr::Attribute};

/// A SHA-256 within ESSCertIDv2 within ESSCertIDv2s within SigningCertificateV2 (RFC 5035), whose algorithm is the default.
const SIGNING_CERTIFICATE_HEAD: [u8; 8] = [0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20];

/// How many bytes to leave for a signature with this certificate: the certificate, its issuer's name again, the longest RSA
/// signature, and the attributes.
pub(crate) fn room(certificate: &[u8]) -> usize {
    certificate.len() * 2 + 4096
}

/// Signs the digest of what the file's signature covers.
pub(crate) fn seal(covered: &[u8], signer: &mut impl Signer) -> Result<Vec<u8>, SignError> {
    let certificate = Certificate::from_der(signer.certificate()).map_err(|_| SignError::Certificate)?;
    let algorithm = algorithm_of(&certificate)?;
    let attributes = attributes(covered, signer.certificate()).map_err(|_| SignError::Certificate)?;
    let content = attributes.to_der().map_err(|_| SignError::Certificate)?;
    let signature = signer.sign(&content)?;
    wrapped(certificate, algorithm, attributes, signature).map_err(|_| SignError::Certificate)
}

fn wrapped(
    certificate: Certificate,
    algorithm: AlgorithmIdentifierOwned,
    attributes: SignedAttributes,
    signature: Vec<u8>,
) -> der::Result<Vec<u8>> {
    let sha256 = AlgorithmIdentifierOwned { oid: rfc5912::ID_SHA_256, parameters: None };
    let who = IssuerAndSerialNumber {
        issuer: certificate.tbs_certificate.issuer.clone(),
        serial_number: certificate.tbs_certificate.serial_number.clone(),
    };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(who),
        digest_alg: sha256.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm,
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
        certificates: Some(CertificateSet(SetOfVec::try_from(vec![CertificateChoices::Certificate(certificate)])?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::encode_from(&data)? }.to_der()
}

/// What is signed: what kind of content, its digest, and by which certificate.
fn attributes(covered: &[u8], certificate: &[u8]) -> der::Result<SignedAttributes> {
    let one = |oid: ObjectIdentifier, value: Any| der::Result::Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? });
    let by = [&SIGNING_CERTIFICATE_HEAD, digest(&SHA256, certificate).as_ref()].concat();
    SetOfVec::try_from(vec![
        one(rfc5911::ID_CONTENT_TYPE, Any::encode_from(&rfc5911::ID_DATA)?)?,
        one(rfc5911::ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(covered)?)?)?,
        one(rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2, Any::from_der(&by)?)?,
    ])
}

fn algorithm_of(certificate: &Certificate) -> Result<AlgorithmIdentifierOwned, SignError> {
    match certificate.tbs_certificate.subject_public_key_info.algorithm.oid {
        rfc5912::RSA_ENCRYPTION => {
            Ok(AlgorithmIdentifierOwned { oid: rfc5912::SHA_256_WITH_RSA_ENCRYPTION, parameters: Some(Any::null()) })
        }
        rfc5912::ID_EC_PUBLIC_KEY => Ok(AlgorithmIdentifierOwned { oid: rfc5912::ECDSA_WITH_SHA_256, parameters: None }),
        _ => Err(SignError::Certificate),
    }
}
