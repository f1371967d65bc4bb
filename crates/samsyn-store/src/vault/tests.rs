use samsyn_plan::ids::UserId;
use uuid::Uuid;

use super::header::{Header, HeaderError, NAMES};
use super::recovery::{RecoveryKey, RecoveryKeyError};
use super::slots::{Cost, Slot, SlotKind};
use super::{DataKey, Passphrase};

const STORE: Uuid = Uuid::from_u128(7);
const KIND: SlotKind = SlotKind::Passphrase { user: UserId(Uuid::from_u128(1)) };

fn header(folder: &std::path::Path) -> Header {
    let key = DataKey::new_random().unwrap();
    let mut header = Header::new(STORE, key.check());
    header.set_slot(Slot::wrap(&key, b"hemligt", KIND, STORE, Cost::CHOSEN).unwrap());
    header.write(folder).unwrap();
    header
}

#[test]
fn a_slot_opens_by_its_own_secret_store_and_kind_alone() {
    let key = DataKey::new_random().unwrap();
    let slot = Slot::wrap(&key, b"hemligt", KIND, STORE, Cost::CHOSEN).unwrap();
    assert_eq!(slot.unwrap_key(b"hemligt", STORE).unwrap().bytes(), key.bytes());
    assert!(slot.unwrap_key(b"hemligT", STORE).is_none());
    assert!(slot.unwrap_key(b"hemligt", Uuid::from_u128(8)).is_none());
    let mut moved = slot;
    moved.kind = SlotKind::Recovery;
    assert!(moved.unwrap_key(b"hemligt", STORE).is_none());
}

#[test]
fn a_slot_with_cheaper_costs_written_into_it_does_not_open() {
    let key = DataKey::new_random().unwrap();
    let slot = Slot::wrap(&key, b"hemligt", KIND, STORE, Cost::RANDOM).unwrap();
    let json = serde_json::to_string(&slot).unwrap().replace("\"memory_kib\":8192", "\"memory_kib\":64");
    let cheaper: Slot = serde_json::from_str(&json).unwrap();
    assert_ne!(cheaper, slot);
    assert!(cheaper.unwrap_key(b"hemligt", STORE).is_none());
}

#[test]
fn a_passphrase_is_the_same_from_two_keyboards() {
    let (composed, decomposed) = (Passphrase::new("\u{e5}sna"), Passphrase::new("a\u{30a}sna"));
    assert_eq!(composed.bytes(), decomposed.bytes());
    assert_ne!(composed.bytes(), Passphrase::new("asna").bytes());
}

#[test]
fn secrets_are_not_shown_by_debug() {
    let recovery = RecoveryKey::new_random().unwrap();
    let shown = format!("{:?} {:?} {recovery:?}", DataKey::from_bytes(&[7; 32]), Passphrase::new("hemligt"));
    assert_eq!(shown, "Some(DataKey(..)) Passphrase(..) RecoveryKey(..)");
}

#[test]
fn a_recovery_key_reads_back_however_it_is_typed() {
    for _ in 0..50 {
        let key = RecoveryKey::new_random().unwrap();
        let shown = key.shown();
        assert_eq!(shown.len(), 9 * 4 + 8);
        assert_eq!(RecoveryKey::parse(&shown).unwrap(), key);
        let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryKey::parse(&format!(" {sloppy}\n")).unwrap(), key);
        assert_eq!(RecoveryKey::parse(&shown.replace('-', "")).unwrap(), key);
    }
}

#[test]
fn every_single_typing_error_in_a_recovery_key_is_told() {
    let key = RecoveryKey::new_random().unwrap();
    let shown: Vec<char> = key.shown().chars().collect();
    for place in (0..shown.len()).filter(|place| shown[*place] != '-') {
        let mut typed = shown.clone();
        typed[place] = if typed[place] == 'A' { 'B' } else { 'A' };
        assert_eq!(RecoveryKey::parse(&typed.iter().collect::<String>()), Err(RecoveryKeyError::Check), "place {place}");
    }
    let short: String = shown.iter().take(43).collect();
    assert_eq!(RecoveryKey::parse(&short), Err(RecoveryKeyError::Length { found: 35, wanted: 36 }));
    let strange: String = shown.iter().collect::<String>().replacen(shown[2], "ö", 1);
    assert!(matches!(RecoveryKey::parse(&strange), Err(RecoveryKeyError::Character { place: 1..=3 })));
}

#[test]
fn a_lost_or_damaged_copy_of_the_header_is_made_good_by_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let header = header(folder.path());
    for name in NAMES {
        let path = folder.path().join(name);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(Header::read(folder.path()).unwrap(), header);
        std::fs::write(&path, "{}").unwrap();
        assert_eq!(Header::read(folder.path()).unwrap(), header);
        assert!(!header.kept_twice(folder.path()));
        header.write_as_is(folder.path()).unwrap();
        assert!(header.kept_twice(folder.path()));
    }
}

#[test]
fn the_newer_of_two_whole_headers_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut header = header(folder.path());
    let older = std::fs::read(folder.path().join(NAMES[1])).unwrap();
    header.slots.clear();
    header.write(folder.path()).unwrap();
    std::fs::write(folder.path().join(NAMES[1]), older).unwrap();
    assert_eq!(Header::read(folder.path()).unwrap(), header);
}

#[test]
fn missing_damaged_and_newer_headers_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Missing)));
    let whole = header(folder.path());
    let text = std::fs::read_to_string(folder.path().join(NAMES[0])).unwrap();
    let write = |text: &str| NAMES.iter().for_each(|name| std::fs::write(folder.path().join(name), text).unwrap());
    // One flipped digit of the wrapped key: damage, not a wrong passphrase.
    let flipped = text.replacen("\"wrapped\":\"", "\"wrapped\":\"f", 1);
    write(&flipped);
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Damaged)));
    let json = serde_json::to_string(&whole).unwrap().replace("\"format\":1", "\"format\":2");
    let sum = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(json.as_bytes()));
    write(&format!("{json}\n{sum}\n"));
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Newer)));
}
