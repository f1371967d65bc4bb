use std::time::Duration;

use samsyn_plan::ids::UserId;
use uuid::Uuid;

use super::cost::Cost;
use super::header::{Header, HeaderError, NAMES};
use super::organisation::{OrganisationKey, OrganisationKeyError, OrganisationRecipient};
use super::recovery::{RecoveryKey, RecoveryKeyError};
use super::slots::{Slot, SlotKind};
use super::tries::{NAME, Tries};
use super::{DataKey, Passphrase};
use crate::testing::at;

const STORE: Uuid = Uuid::from_u128(7);
const KIND: SlotKind = SlotKind::Passphrase { user: UserId(Uuid::from_u128(1)) };

fn slot(kind: SlotKind) -> Slot {
    Slot::by_secret(b"hemligt", kind, STORE, Cost::LEAST).unwrap()
}

fn header(folder: &std::path::Path) -> (Header, DataKey) {
    let key = DataKey::new_random().unwrap();
    let mut header = Header::new(STORE, Cost::LEAST, vec![slot(KIND)]);
    header.write(folder, &key, None).unwrap();
    (header, key)
}

/// Writes a header's text twice, with the checksum that its editor would write.
fn forge(folder: &std::path::Path, json: &str) {
    let sum = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(json.as_bytes()));
    for name in NAMES {
        std::fs::write(folder.join(name), format!("{json}\n{sum}\n")).unwrap();
    }
}

#[test]
fn a_slot_opens_by_its_own_secret_store_and_kind_alone() {
    let slot = slot(KIND);
    let private = slot.private(b"hemligt", STORE).unwrap();
    assert_eq!(private.to_public().to_string(), slot.recipient);
    assert!(slot.private(b"hemligT", STORE).is_none());
    assert!(slot.private(b"hemligt", Uuid::from_u128(8)).is_none());
    let mut moved = slot.clone();
    moved.kind = SlotKind::Recovery;
    assert!(moved.private(b"hemligt", STORE).is_none());
    let mut other = slot;
    other.recipient = OrganisationKey::new_random().recipient().to_string();
    assert!(other.private(b"hemligt", STORE).is_none());
}

#[test]
fn a_slot_with_cheaper_costs_written_into_it_does_not_open() {
    let slot = Slot::by_secret(b"hemligt", KIND, STORE, Cost::RANDOM).unwrap();
    let json = serde_json::to_string(&slot).unwrap().replace("\"memory_kib\":64", "\"memory_kib\":32");
    let cheaper: Slot = serde_json::from_str(&json).unwrap();
    assert_ne!(cheaper, slot);
    assert!(cheaper.private(b"hemligt", STORE).is_none());
}

#[test]
fn a_faster_computer_makes_each_guess_dearer_and_none_makes_it_cheaper() {
    let after = |least| serde_json::to_value(Cost::for_least_of(Duration::from_millis(least))).unwrap()["memory_kib"].as_u64().unwrap();
    let least = after(10_000);
    assert_eq!((after(251), after(250), after(126), after(125), after(1)), (least, 2 * least, 2 * least, 4 * least, 4 * least));
}

#[test]
fn the_data_key_is_sealed_to_every_slot_and_the_next_one_needs_nobodys_secret() {
    let folder = tempfile::tempdir().unwrap();
    let (mut header, key) = header(folder.path());
    let organisation = OrganisationKey::new_random();
    header.set_slot(Slot::for_organisation(&organisation.recipient()));
    let next = DataKey::new_random().unwrap();
    header.write(folder.path(), &key, Some(&next)).unwrap();
    let header = Header::read(folder.path()).unwrap();
    let of_user = header.slot(KIND).unwrap().private(b"hemligt", STORE).unwrap();
    for (kind, private) in [(KIND, &of_user), (SlotKind::Organisation, &organisation.0)] {
        let keys: Vec<_> = header.unseal(header.slot(kind).unwrap(), private).iter().map(|key| key.bytes().to_vec()).collect();
        assert_eq!(keys, [key.bytes(), next.bytes()]);
    }
    assert!(header.unseal(header.slot(KIND).unwrap(), &organisation.0).is_empty());
    assert!(header.is_proven_by(&key) && header.is_proven_by(&next) && header.is_next(&next) && !header.is_next(&key));
}

#[test]
fn a_header_that_anybody_else_has_changed_is_not_proven() {
    let folder = tempfile::tempdir().unwrap();
    let (header, key) = header(folder.path());
    assert!(header.is_proven_by(&key) && !header.is_proven_by(&DataKey::new_random().unwrap()));
    let mut with_guest = header.clone();
    with_guest.set_slot(Slot::for_organisation(&OrganisationKey::new_random().recipient()));
    let text = |header: &Header| serde_json::to_string(header).unwrap();
    let whole = text(&header);
    for (what, forged) in [
        ("a slot more", text(&with_guest)),
        ("no slots", whole.replacen(&serde_json::to_string(&header.slots).unwrap(), "[]", 1)),
        ("a higher revision", whole.replace("\"revision\":1", "\"revision\":2")),
        ("a cheaper cost", whole.replacen("\"memory_kib\":64", "\"memory_kib\":8", 1)),
        ("a change of key due", whole.replace("\"rekey_due\":false", "\"rekey_due\":true")),
    ] {
        assert_ne!(forged, whole, "{what}");
        forge(folder.path(), &forged);
        assert!(!Header::read(folder.path()).unwrap().is_proven_by(&key), "{what}");
    }
}

#[test]
fn the_organisations_key_reads_out_of_a_whole_file_and_nothing_else_does() {
    let key = OrganisationKey::new_random();
    let public = key.recipient();
    let file = format!("# created: 2027-02-01\n# public key: {public}\n{}\n", key.shown().as_str());
    for typed in [&file, &file.replace('\n', " "), &key.shown().to_lowercase(), &format!("  {}", key.shown().as_str())] {
        assert_eq!(OrganisationKey::parse(typed).unwrap().recipient(), public);
    }
    assert_eq!(OrganisationRecipient::parse(&format!(" {} ", public.to_string().to_uppercase())), Ok(public.clone()));
    let mut slipped = key.shown().to_string();
    let last = slipped.pop().unwrap();
    slipped.push(if last == 'Q' { 'P' } else { 'Q' });
    for strange in ["", "age1", "ssh-ed25519 AAAA", &public.to_string(), &slipped] {
        assert_eq!(OrganisationKey::parse(strange).err(), Some(OrganisationKeyError), "{strange}");
    }
    assert!(OrganisationRecipient::parse(&key.shown()).is_err());
    assert_eq!(format!("{key:?}"), "OrganisationKey(..)");
}

#[test]
fn three_wrong_tries_are_free_and_each_further_one_doubles_the_wait_up_to_five_minutes() {
    let mut tries = Tries::default();
    let waits: Vec<u32> = (0..12)
        .map(|_| {
            tries.wrong(at(0));
            tries.left(at(0))
        })
        .collect();
    assert_eq!(waits, [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
    assert_eq!((tries.left(at(1)), tries.left(at(299)), tries.left(at(300)), tries.left(at(9000))), (299, 1, 0, 0));
    tries.right();
    tries.wrong(at(301));
    assert_eq!(tries.left(at(301)), 0);
}

#[test]
fn a_clock_set_back_begins_the_wait_anew_and_neither_opens_the_gate_nor_shuts_it_for_good() {
    let mut tries = Tries::default();
    (0..9).for_each(|_| tries.wrong(at(0)));
    assert_eq!(tries.left(at(-1_000_000)), 300);
    assert_eq!(tries.left(at(-1_000_000 + 299)), 1);
    assert_eq!(tries.left(at(-1_000_000 + 300)), 0);
}

#[test]
fn the_count_of_wrong_tries_is_kept_and_goes_with_a_right_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut tries = Tries::default();
    (0..4).for_each(|_| tries.wrong(at(0)));
    tries.write(folder.path()).unwrap();
    let mut kept = Tries::read(folder.path());
    assert_eq!((kept, kept.left(at(0))), (tries, 10));
    tries.right();
    tries.write(folder.path()).unwrap();
    tries.write(folder.path()).unwrap();
    assert!(!folder.path().join(NAME).exists());
    std::fs::write(folder.path().join(NAME), "{").unwrap();
    assert_eq!(Tries::read(folder.path()), Tries::default());
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
        let pasted = shown.replace('-', "\u{2011}\u{200b}\r\n").replacen('\n', "\t\u{a0}", 3);
        assert_eq!(RecoveryKey::parse(&format!("\u{feff}\u{201d}{pasted}\u{201d} ")).unwrap(), key);
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
    let (header, _) = header(folder.path());
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
    let (mut header, key) = header(folder.path());
    let older = std::fs::read(folder.path().join(NAMES[1])).unwrap();
    header.slots.clear();
    header.write(folder.path(), &key, None).unwrap();
    std::fs::write(folder.path().join(NAMES[1]), older).unwrap();
    assert_eq!(Header::read(folder.path()).unwrap(), header);
}

#[test]
fn missing_damaged_older_and_newer_headers_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Missing)));
    let (whole, _) = header(folder.path());
    let text = std::fs::read_to_string(folder.path().join(NAMES[0])).unwrap();
    // One digit of the wrapped key: damage, not a wrong passphrase.
    let flipped = text.replacen("\"ciphertext\":\"", "\"ciphertext\":\"f", 1);
    for name in NAMES {
        std::fs::write(folder.path().join(name), &flipped).unwrap();
    }
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Damaged)));
    let json = serde_json::to_string(&whole).unwrap();
    forge(folder.path(), &json.replace("\"format\":2", "\"format\":3"));
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Newer)));
    forge(folder.path(), &json.replace("\"format\":2", "\"format\":1"));
    assert!(matches!(Header::read(folder.path()), Err(HeaderError::Older)));
}
