//! Signatures by keys that OpenSSL holds, held against pdfsig, pyHanko and our own eyes.

use crate::{Particulars, SignError, SignatureFound, Signer, Verdict, sign, verify};
use chrono::{TimeZone, Utc};
use fs_err as fs;
use samsyn_print::{Block, Document, Letterhead};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs a tool of the tests; one that is missing fails the test and says how it is had.
#[track_caller]
fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is missing ({error}): `cargo xtask test` installs it"))
}

#[track_caller]
fn openssl(arguments: &[&str]) {
    let done = run("openssl", arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A key in a folder of its own, with a certificate that it signed itself.
struct Key {
    folder: TempDir,
    certificate: Vec<u8>,
}

impl Key {
    fn rsa(name: &str) -> Self {
        Self::new(name, &["-newkey", "rsa:2048"])
    }

    fn elliptic(name: &str, curve: &str) -> Self {
        Self::new(name, &["-newkey", "ec", "-pkeyopt", &format!("ec_paramgen_curve:{curve}")])
    }

    fn new(name: &str, kind: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = |file: &str| folder.path().join(file).to_str().unwrap().to_owned();
        let subject = format!("/C=SE/O=Östersunds kommun/CN={name}");
        let request =
            ["req", "-x509", "-nodes", "-utf8", "-days", "3650", "-addext", "keyUsage=critical,nonRepudiation", "-subj", &subject];
        openssl(&[&request[..], kind, &["-keyout", &place("key.pem"), "-outform", "DER", "-out", &place("certificate.der")]].concat());
        let certificate = fs::read(place("certificate.der")).unwrap();
        Self { folder, certificate }
    }

    fn place(&self, file: &str) -> String {
        self.folder.path().join(file).to_str().unwrap().to_owned()
    }
}

impl Signer for Key {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn sign(&mut self, content: &[u8]) -> Result<Vec<u8>, SignError> {
        fs::write(self.place("content"), content).unwrap();
        openssl(&["dgst", "-sha256", "-sign", &self.place("key.pem"), "-out", &self.place("signature"), &self.place("content")]);
        Ok(fs::read(self.place("signature")).unwrap())
    }
}

/// A paper of ours.
fn paper() -> Vec<u8> {
    let about = "Plan S-2026-014, version 1";
    samsyn_print::pdf(&Document {
        title: "Samordnad individuell plan".into(),
        language: "sv".into(),
        author: "Östersunds kommun".into(),
        letterhead: Letterhead::default(),
        created: Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap(),
        header: about.into(),
        draft: false,
        subject: Some(about.into()),
        large_type: false,
        blocks: vec![Block::lead("Det här kom vi överens om."), Block::Facts(vec![("Planen gäller".into(), "Karin".into())])],
    })
    .unwrap()
}

fn signed(pdf: &[u8], key: &mut Key, name: &str) -> Vec<u8> {
    let at = Utc.with_ymd_and_hms(2026, 12, 5, 13, 45, 30).unwrap();
    sign(pdf, key, &Particulars { at, name, label: "Elektronisk underskrift" }).unwrap()
}

fn in_a_folder(pdf: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("signed.pdf");
    fs::write(&place, pdf).unwrap();
    (folder, place)
}

/// What poppler says of the signatures.
fn pdfsig(pdf: &[u8]) -> String {
    let (_folder, place) = in_a_folder(pdf);
    String::from_utf8_lossy(&run("pdfsig", &["-nocert", place.to_str().unwrap()]).stdout).into_owned()
}

/// What pyHanko says of each signature: intact, valid, and how much it covers.
fn pyhanko(pdf: &[u8]) -> Result<Vec<String>, String> {
    const SCRIPT: &str = "\
import sys
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
reader = PdfFileReader(open(sys.argv[1], 'rb'))
for each in reader.embedded_signatures:
    status = validate_pdf_signature(each, ValidationContext(trust_roots=[each.signer_cert]))
    print(status.intact, status.valid, status.coverage.name, status.modification_level.name if status.modification_level else '')";
    let (_folder, place) = in_a_folder(pdf);
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().join("target/python/bin/python");
    let done = run(python.to_str().unwrap(), &["-c", SCRIPT, place.to_str().unwrap()]);
    let failed = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(!failed.contains("ModuleNotFoundError"), "pyHanko is missing: `cargo xtask test` installs it\n{failed}");
    let said = String::from_utf8_lossy(&done.stdout).lines().map(str::to_owned).collect();
    if done.status.success() { Ok(said) } else { Err(failed) }
}

fn verdicts(pdf: &[u8]) -> Vec<(Verdict, bool)> {
    verify(pdf).unwrap().into_iter().map(|each| (each.verdict, each.covers_whole_file)).collect()
}

#[test]
fn a_signature_by_each_kind_of_key_is_valid_for_all_three() {
    let paper = paper();
    for mut key in [Key::rsa("Per Nyström"), Key::elliptic("Per Nyström", "P-256"), Key::elliptic("Per Nyström", "P-384")] {
        let file = signed(&paper, &mut key, "Per Nyström");
        assert!(file.starts_with(&paper), "the old bytes stay");
        let expected = SignatureFound {
            signer: "Per Nyström".into(),
            issuer: "Per Nyström".into(),
            claimed_at: Utc.with_ymd_and_hms(2026, 12, 5, 13, 45, 30).single(),
            covers_whole_file: true,
            verdict: Verdict::Sound,
        };
        assert_eq!(verify(&file).unwrap(), [expected]);
        let poppler = pdfsig(&file);
        assert!(poppler.contains("Signature Validation: Signature is Valid."), "{poppler}");
        assert!(poppler.contains("Total document signed"), "{poppler}");
        assert!(poppler.contains("ETSI.CAdES.detached"), "{poppler}");
        assert_eq!(pyhanko(&file).unwrap(), ["True True ENTIRE_FILE NONE"]);
    }
}

#[test]
fn a_second_and_a_third_signature_keep_those_before_them_valid() {
    let mut file = paper();
    let names = ["Per Nyström", "Maria Östlund", "Karin Lövgren-Åhs"];
    for name in names {
        let before = file.clone();
        file = signed(&file, &mut Key::rsa(name), name);
        assert!(file.starts_with(&before));
    }
    let found = verify(&file).unwrap();
    assert_eq!(found.iter().map(|each| each.signer.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(verdicts(&file), [(Verdict::Sound, false), (Verdict::Sound, false), (Verdict::Sound, true)]);
    assert_eq!(pdfsig(&file).matches("Signature Validation: Signature is Valid.").count(), 3);
    let others = pyhanko(&file).unwrap();
    assert_eq!(others.len(), 3, "{others:?}");
    assert!(others[..2].iter().all(|each| each.starts_with("True True ENTIRE_REVISION") && each.ends_with("FORM_FILLING")), "{others:?}");
    assert!(others[2].starts_with("True True ENTIRE_FILE"), "{others:?}");
}

#[test]
fn one_flipped_byte_is_caught_by_all_three() {
    let file = signed(&paper(), &mut Key::rsa("Per Nyström"), "Per Nyström");
    // Within a stream, so that the file can still be read.
    let stream = file.windows(7).position(|window| window == b"stream\n").unwrap();
    let mut changed = file.clone();
    changed[stream + 40] ^= 1;
    assert_eq!(verdicts(&changed), [(Verdict::Changed, true)]);
    let poppler = pdfsig(&changed);
    assert!(poppler.contains("Digest Mismatch"), "{poppler}");
    let other = pyhanko(&changed);
    assert!(other.as_ref().is_err() || other.as_ref().is_ok_and(|said| said[0].starts_with("False")), "{other:?}");
}

/// Wherever a byte is flipped, the signature is not found whole any more, and nothing panics.
#[test]
fn no_flipped_byte_leaves_the_signature_as_it_was() {
    let file = signed(&paper(), &mut Key::elliptic("Per Nyström", "P-256"), "Per Nyström");
    let whole = verify(&file).unwrap();
    let tail = file.len() - 14_000;
    for place in (0..tail).step_by(2003).chain((tail..file.len()).step_by(149)) {
        let mut changed = file.clone();
        changed[place] ^= 0x10;
        if let Ok(found) = verify(&changed) {
            assert!(found != whole, "byte {place} of {}", file.len());
        }
    }
}

#[test]
fn what_is_written_after_a_signature_is_seen_not_to_be_covered() {
    let mut file = signed(&paper(), &mut Key::rsa("Per Nyström"), "Per Nyström");
    file.extend_from_slice(b"\n% more\n");
    assert_eq!(verdicts(&file), [(Verdict::Sound, false)]);
}

/// What stands in the gap is covered by nobody, so the gap may hold the signature and nothing else.
#[test]
fn a_range_that_leaves_out_more_than_the_signature_is_invalid() {
    let file = signed(&paper(), &mut Key::rsa("Per Nyström"), "Per Nyström");
    let place = file.windows(12).rposition(|window| window == b"/ByteRange [").unwrap() + 23;
    let mut narrowed = file;
    // The gap begins one byte earlier.
    let digit = &mut narrowed[place..place + 10];
    let start: usize = std::str::from_utf8(digit).unwrap().parse().unwrap();
    digit.copy_from_slice(format!("{:010}", start - 1).as_bytes());
    assert_eq!(verify(&narrowed).unwrap()[0].verdict, Verdict::Invalid);
}

#[test]
fn a_signed_file_is_well_formed_and_stays_archival_and_accessible() {
    let file = signed(&signed(&paper(), &mut Key::rsa("Per Nyström"), "Per"), &mut Key::rsa("Maria Östlund"), "Maria");
    let (_folder, place) = in_a_folder(&file);
    let checked = run("qpdf", &["--check", place.to_str().unwrap()]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let read = lopdf::Document::load_mem(&file).unwrap();
    assert!(read.trailer.has(b"ID"), "PDF/A asks for it");
    let catalog = read.catalog().unwrap();
    let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    let page = read.get_dictionary(read.get_pages()[&1]).unwrap();
    assert_eq!(page.get(b"Annots").unwrap().as_array().unwrap(), fields);
    assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
    assert_eq!(fields.len(), 2);
    for field in fields {
        let field = read.get_dictionary(field.as_reference().unwrap()).unwrap();
        // Without a width it needs no picture, and outside the page no tag.
        let corners = field.get(b"Rect").unwrap().as_array().unwrap();
        assert!(corners.iter().all(|corner| corner.as_i64().unwrap() == -2));
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 132);
        assert_eq!(lopdf::decode_text_string(field.get(b"TU").unwrap()).unwrap(), "Elektronisk underskrift");
    }
    for kept in [&b"Lang"[..], b"MarkInfo", b"StructTreeRoot", b"Metadata", b"OutputIntents", b"ViewerPreferences", b"Outlines"] {
        assert!(catalog.has(kept), "{}", String::from_utf8_lossy(kept));
    }
}

#[test]
fn a_file_that_is_no_pdf_is_refused() {
    let mut key = Key::rsa("Per Nyström");
    let about = Particulars { at: Utc.with_ymd_and_hms(2026, 12, 5, 13, 45, 30).unwrap(), name: "", label: "" };
    assert_eq!(sign(b"not a PDF", &mut key, &about), Err(SignError::File));
    assert_eq!(verify(b"not a PDF"), Err(SignError::File));
    assert_eq!(verify(&paper()), Ok(Vec::new()));
}

#[test]
fn a_module_that_is_not_there_or_is_none_is_said() {
    let at = Utc.with_ymd_and_hms(2026, 12, 5, 13, 45, 30).unwrap();
    let about = Particulars { at, name: "", label: "" };
    let (_folder, no_module) = in_a_folder(b"not a module");
    for module in [Path::new("/no/such/module.so"), &no_module] {
        assert_eq!(crate::on_cards(module, at), Err(SignError::Module));
        assert_eq!(crate::sign_with_card(&paper(), module, None, "123456", &about), Err(SignError::Module));
    }
}
