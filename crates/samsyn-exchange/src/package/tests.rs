use super::*;
use serde_json::{Value, json};

const PASSPHRASE: &str = "fyra gröna åsnor äter";

fn content() -> (Value, Vec<Vec<u8>>) {
    (json!({ "who": "Åsa", "lines": ["one", "two"] }), vec![b"scan\n1".to_vec(), Vec::new(), vec![0, 255]])
}

/// As `seal`, with so little work that many files can be tried.
fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(PASSPHRASE));
    recipient.set_work_factor(2);
    age::encrypt(&recipient, plain).unwrap()
}

fn refused(bytes: &[u8], passphrase: &str) -> PackageError {
    open::<Value>(bytes, passphrase).expect_err("was opened")
}

#[test]
fn what_was_sealed_is_opened_by_its_passphrase_alone() {
    let (content, files) = content();
    let bytes = seal(&content, &files, PASSPHRASE).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    assert_eq!(open::<Value>(&bytes, PASSPHRASE).unwrap(), (content, files));
    assert_eq!(refused(&bytes, "fyra gröna åsnor"), PackageError::WrongPassphrase);
}

#[test]
fn a_file_cut_short_or_changed_anywhere_is_refused() {
    let (content, files) = content();
    let bytes = sealed(&plain(&content, &files).unwrap());
    // One key for them all, since making one measures the machine.
    let key = key(PASSPHRASE);
    assert!(open_by::<Value>(&key, &bytes).is_ok());
    for end in 0..bytes.len() {
        assert!(open_by::<Value>(&key, &bytes[..end]).is_err(), "cut at {end}");
    }
    // The work factor stands in the header in the clear: flipped to a larger number it only costs time, within its limit.
    for place in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        assert!(open_by::<Value>(&key, &flipped).is_err(), "byte {place}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(refused(&longer, PASSPHRASE), PackageError::Damaged);
}

#[test]
fn what_is_inside_must_be_whole_too() {
    let (content, files) = content();
    let whole = plain(&content, &files).unwrap();
    for place in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 7);
        assert!(read::<Value>(&flipped).is_err(), "byte {place}");
        assert!(read::<Value>(&whole[..place]).is_err(), "cut at {place}");
    }
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let newer = sealed(b"{\"samsyn_package\":2,\"anything\":[]}\nanything");
    assert_eq!(refused(&newer, PASSPHRASE), PackageError::Newer);
    assert_eq!(refused(&sealed(b"a letter\n"), PASSPHRASE), PackageError::Damaged);
    assert_eq!(refused(b"", PASSPHRASE), PackageError::Damaged);
    assert_eq!(refused(b"a letter", PASSPHRASE), PackageError::Damaged);
}

#[test]
fn a_file_that_asks_for_endless_work_is_not_tried() {
    let bytes = sealed(b"{}\n");
    let text = String::from_utf8_lossy(&bytes);
    let greedy = text.lines().find(|line| line.starts_with("-> scrypt")).unwrap().replace(" 2", " 40");
    let lines = format!("age-encryption.org/v1\n{greedy}\n");
    let rest = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).map(|(place, _)| &bytes[place + 1..]).unwrap();
    assert_eq!(refused(&[lines.as_bytes(), rest].concat(), PASSPHRASE), PackageError::Damaged);
}
