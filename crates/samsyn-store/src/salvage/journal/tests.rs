//! A journal is damaged, torn and begun anew in every way that a disk can, and what the engine would make of it is told beforehand.

use std::fs::OpenOptions;

use fs_err as fs;

use super::*;
use crate::open::{DATABASE, LockedStore, UnlockError, Way};
use crate::testing::*;
use crate::{Store, salvage};

/// [`FRAME`], to count bytes with.
const BEFORE: usize = 24;
const WHOLE_FRAME: usize = BEFORE + PAGE;

fn journal(place: &Place) -> std::path::PathBuf {
    place.file("samsyn.db-wal")
}

/// The files of an open store, as a program that was killed leaves them.
fn killed(from: &Place) -> Place {
    let copy = Place { folder: tempfile::TempDir::new().unwrap(), keyring: from.keyring.clone() };
    for file in fs::read_dir(from.folder.path()).unwrap().flatten().filter(|file| file.file_type().unwrap().is_file()) {
        let name = file.file_name();
        if name != "samsyn.db-shm" {
            fs::copy(file.path(), copy.file(&name.to_string_lossy())).unwrap();
        }
    }
    copy
}

/// A store that was killed with many commands in its journal, and those of an earlier use of the file behind them.
fn sample() -> (Place, crate::vault::DataKey) {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "0", 3);
    for number in 1..12 {
        save_goal(&mut store, &format!("Mål {number} ").repeat(700), 600 * number);
    }
    store.connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(())).unwrap();
    for number in 12..16 {
        save_goal(&mut store, &number.to_string(), 600 * number);
    }
    let key = store.key.clone();
    (killed(&place), key)
}

/// Where each command of the newest use of the file ends, as the number of frames.
fn commits(bytes: &[u8]) -> Vec<usize> {
    let frames = (bytes.len() - 32) / WHOLE_FRAME;
    let frame = |index: usize| &bytes[32 + index * WHOLE_FRAME..32 + (index + 1) * WHOLE_FRAME];
    (0..frames).filter(|index| frame(*index)[8..16] == bytes[16..24] && frame(*index)[4..8] != [0; 4]).map(|index| index + 1).collect()
}

fn lost(place: &Place, key: &crate::vault::DataKey) -> bool {
    salvage::would_lose(place.folder.path(), key).unwrap()
}

fn opened(place: &Place) -> Result<Store, UnlockError> {
    let way = Way::Passphrase { user: Some(USER), passphrase: &passphrase() };
    place.locked().unlock(way).map_err(|(_, error)| error)
}

#[test]
fn a_journal_that_was_left_whole_or_cut_anywhere_is_no_loss() {
    let (place, key) = sample();
    let whole = fs::read(journal(&place)).unwrap();
    let commits = commits(&whole);
    let last = 32 + commits[commits.len() - 1] * WHOLE_FRAME;
    assert!(commits.len() >= 4 && last < whole.len(), "frames of an earlier use stand behind: {commits:?} of {}", whole.len());
    assert!(!lost(&place, &key));
    for end in (0..whole.len()).step_by(997) {
        fs::write(journal(&place), &whole[..end]).unwrap();
        assert!(!lost(&place, &key), "cut at {end}");
    }
}

/// The last command was on its way to the disk: any of its blocks may be there or not, in any order.
#[test]
fn a_last_command_that_is_torn_in_any_order_is_no_loss_and_never_comes_back_in_part() {
    let (place, key) = sample();
    let whole = fs::read(journal(&place)).unwrap();
    let commits = commits(&whole);
    let (from, to) = (commits[commits.len() - 2], commits[commits.len() - 1]);
    assert!(to - from >= 3, "a command of some frames");
    for missing in from..to {
        // What stood there before: a frame of an earlier use, or nothing.
        for earlier in [true, false] {
            let mut bytes = whole.clone();
            let range = 32 + missing * WHOLE_FRAME..32 + (missing + 1) * WHOLE_FRAME;
            let stale = whole[32 + (to + 1) * WHOLE_FRAME..32 + (to + 2) * WHOLE_FRAME].to_vec();
            bytes[range].copy_from_slice(&if earlier { stale } else { vec![0; WHOLE_FRAME] });
            fs::write(journal(&place), &bytes).unwrap();
            assert!(!lost(&place, &key), "frame {missing} of {from}..{to}, earlier {earlier}");
            let damaged =
                place.locked().open_damaged(Way::Passphrase { user: None, passphrase: &passphrase() }).map_err(|(_, e)| e).unwrap();
            let salvaged = tempfile::TempDir::new().unwrap();
            damaged.salvage(&salvaged.path().join("ny"), at(30_000)).unwrap();
            let copy = Place { folder: salvaged, keyring: place.keyring.clone() };
            let crate::Found::Locked(locked) = LockedStore::at(&copy.file("ny"), copy.keyring.clone()).unwrap() else { panic!() };
            let store = locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).map_err(|(_, e)| e).unwrap();
            assert_eq!(goal_text(&store).as_deref(), Some("14"), "the command before the torn one");
        }
    }
    fs::write(journal(&place), &whole).unwrap();
    assert_eq!(goal_text(&opened(&place).unwrap()).as_deref(), Some("15"));
}

#[test]
fn damage_before_an_acknowledged_command_is_told_and_what_is_left_is_had() {
    let (place, key) = sample();
    let whole = fs::read(journal(&place)).unwrap();
    let commits = commits(&whole);
    // Each frame but those of the last command and the one before it: behind all others two commands follow.
    let told = commits[commits.len() - 3];
    for frame in 0..told {
        for byte in [0, 5, 9, 17, BEFORE + 1, BEFORE + 3000] {
            let mut bytes = whole.clone();
            bytes[32 + frame * WHOLE_FRAME + byte] ^= 0x10;
            fs::write(journal(&place), &bytes).unwrap();
            assert!(lost(&place, &key), "byte {byte} of frame {frame}");
        }
    }
    assert!(matches!(opened(&place), Err(UnlockError::Damaged)));
    let damaged = place.locked().open_damaged(Way::Passphrase { user: None, passphrase: &passphrase() }).map_err(|(_, e)| e).unwrap();
    let (store, _) = damaged.replace(at(30_000)).map_err(|(_, error)| error).unwrap();
    assert_eq!(goal_text(&store).as_deref(), Some("15"), "the newest words");
}

#[test]
fn a_damaged_head_is_told_where_something_would_be_lost_and_not_where_all_was_written_back() {
    let (place, key) = sample();
    let whole = fs::read(journal(&place)).unwrap();
    for byte in 0..32 {
        let mut bytes = whole.clone();
        bytes[byte] ^= 0x10;
        fs::write(journal(&place), &bytes).unwrap();
        assert!(lost(&place, &key), "byte {byte}");
    }
    // Written back, and torn just as the file was to be begun anew.
    fs::write(journal(&place), &whole).unwrap();
    let mut store = opened(&place).unwrap();
    save_goal(&mut store, "16", 600 * 16);
    store.connection.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())).unwrap();
    let copy = killed(&place);
    let mut bytes = fs::read(journal(&copy)).unwrap();
    for byte in 0..32 {
        bytes[byte] ^= 0x10;
        fs::write(journal(&copy), &bytes).unwrap();
        assert!(!lost(&copy, &key), "byte {byte}");
        bytes[byte] ^= 0x10;
    }
    OpenOptions::new().write(true).open(journal(&copy)).unwrap().set_len(0).unwrap();
    assert!(!lost(&copy, &key));
    assert!(copy.file(DATABASE).exists());
}
