use super::*;
use serde_json::json;

const PASSPHRASE: &str = "fyra gröna åsnor äter";

fn key(number: u8) -> CountyKey {
    CountyKey::of(&hex::encode([number; 32])).unwrap()
}

fn statement() -> Statement<Value> {
    Statement {
        organisation: "Åre kommun".into(),
        unit: String::new(),
        signed_at: "2027-01-20T08:00:00Z".parse().unwrap(),
        year: 2026,
        program: "0.1.0".into(),
        practice: false,
        figures: json!({ "cases": 12 }),
    }
}

fn refused(envelope: Value, files: &[Vec<u8>]) -> CountyFileError {
    read::<Value>(envelope, files).expect_err("was read")
}

#[test]
fn what_was_sealed_is_opened_and_known_by_its_key() {
    let bytes = seal(&statement(), &key(1), PASSPHRASE).unwrap();
    assert_eq!(open::<Value>(&bytes, PASSPHRASE).unwrap(), (statement(), key(1).sender()));
    let wrong = open::<Value>(&bytes, "fyra gröna åsnor").expect_err("was opened");
    assert_eq!(wrong, CountyFileError::Package(PackageError::WrongPassphrase));
    let large = open::<Value>(&vec![0; LARGEST_FILE + 1], PASSPHRASE).expect_err("was opened");
    assert_eq!(large, CountyFileError::TooLarge);
}

#[test]
fn what_was_changed_or_signed_by_another_is_forged() {
    let (envelope, files) = signed(&statement(), &key(1)).unwrap();
    assert!(read::<Value>(envelope.clone(), &files).is_ok());
    let mut changed = files.clone();
    let place = changed[0].windows(2).position(|pair| pair == b"12").unwrap();
    changed[0][place] = b'9';
    assert_eq!(refused(envelope.clone(), &changed), CountyFileError::Forged);
    let (other, _) = signed(&statement(), &key(2)).unwrap();
    let mut mixed = envelope.clone();
    mixed["sender"] = other["sender"].clone();
    assert_eq!(refused(mixed, &files), CountyFileError::Forged);
    let mut unsigned = envelope;
    unsigned["signature"] = json!("");
    assert_eq!(refused(unsigned, &files), CountyFileError::Forged);
}

/// By the key alone, without what every file of ours begins with, nothing else that was signed is taken for a file.
#[test]
fn a_signature_of_something_else_is_none_of_ours() {
    let (mut envelope, files) = signed(&statement(), &key(1)).unwrap();
    envelope["signature"] = json!(hex::encode(key(1).0.sign(&files[0]).to_bytes()));
    assert_eq!(refused(envelope, &files), CountyFileError::Forged);
}

#[test]
fn a_newer_file_and_one_of_something_else_are_told_apart() {
    let (mut envelope, files) = signed(&statement(), &key(1)).unwrap();
    assert_eq!(refused(json!({ "controller": "Nämnden" }), &files), CountyFileError::Package(PackageError::Damaged));
    assert_eq!(refused(envelope.clone(), &[]), CountyFileError::Package(PackageError::Damaged));
    envelope["samsyn_county"] = json!(2);
    assert_eq!(refused(envelope, &files), CountyFileError::Package(PackageError::Newer));
}

#[test]
fn the_size_tells_little() {
    let size = |figures: Value| {
        let (_, files) = signed(&Statement { figures, ..statement() }, &key(1)).unwrap();
        files.iter().map(Vec::len).sum::<usize>()
    };
    let little = size(json!(1));
    assert_eq!(little, PADDED_TO);
    assert_eq!(size(json!(vec![1000; 20_000])), little);
}

#[test]
fn a_key_has_a_fingerprint_to_read_out() {
    let fingerprint = key(1).sender().fingerprint();
    assert_eq!(fingerprint.split(' ').map(str::len).collect::<Vec<_>>(), [5; 6]);
    assert!(fingerprint.chars().all(|sign| sign == ' ' || sign.is_ascii_digit()));
    assert_ne!(key(2).sender().fingerprint(), fingerprint);
    assert!(CountyKey::of("a letter").is_err());
    assert_eq!(key(1).sender().to_string().parse::<Sender>(), Ok(key(1).sender()));
}
