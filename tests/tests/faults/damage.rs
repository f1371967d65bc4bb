//! Damage to the files: each is noticed, and nothing is ever shown that was not written.

use chrono::Utc;
use samsyn_store::Way;
use samsyn_tests::faults::{self, Random};

use super::place::{Changed, Place};
use super::power::copy;

/// R4 of the limits: single bits, and pages that are swapped, zeroed or cut off.
const FLIPS: usize = 1_000;
const PAGES: usize = 100;
/// How many of the flips are also read by the program, case by case, without any check before.
const READ: usize = 15;

/// How many damaged stores are salvaged and read on CI.
const SALVAGED: usize = 20;

/// Some sixty cases with their files: about a thousand pages.
const STEPS: usize = 900;
const PAGE: usize = 4096;

#[test]
fn every_flipped_bit_is_noticed_and_no_wrong_word_is_shown() {
    let seed = faults::seed();
    let place = Place::written(STEPS, Random::of(seed, "damage"));
    let (path, mut random) = (place.database(), Random::of(seed, "flips"));
    let whole = fs_err::read(&path).unwrap();
    assert!(!place.is_noticed(), "the control: an undamaged store raises no alarm");
    let (mut unnoticed, mut wrong) = (Vec::new(), Vec::new());
    let flips = faults::scaled(FLIPS);
    for flip in 0..flips {
        let (at, bit) = (random.below(whole.len()), random.below(8));
        let changed = Changed::put(&path, &whole, at, &[whole[at] ^ (1 << bit)]);
        if !place.is_noticed() {
            unnoticed.push(format!("bit {bit} of byte {at}"));
        }
        if flip % (flips / READ) == 0 {
            wrong.extend(place.held.wrong_words(place.path()));
        }
        changed.undo();
    }
    assert!(fs_err::read(&path).unwrap() == whole, "a trial changed the store");
    assert!(unnoticed.is_empty(), "{} of {flips} went unnoticed: {unnoticed:?}", unnoticed.len());
    assert!(wrong.is_empty(), "shown and never written: {wrong:?}");
    eprintln!("{flips} flips in {} pages, each noticed", whole.len() / PAGE);
}

#[test]
fn swapped_zeroed_and_missing_pages_are_noticed() {
    let seed = faults::seed();
    let place = Place::written(STEPS / 3, Random::of(seed, "damage"));
    let (path, mut random) = (place.database(), Random::of(seed, "pages"));
    let whole = fs_err::read(&path).unwrap();
    let pages = whole.len() / PAGE;
    let page = |number: usize| &whole[number * PAGE..(number + 1) * PAGE];
    let (mut unnoticed, mut wrong) = (Vec::new(), Vec::new());
    for trial in 0..faults::scaled(PAGES) {
        let (one, other) = (random.below(pages), random.below(pages));
        let (what, changed) = match trial % 4 {
            0 if page(one) != page(other) => {
                let first = Changed::put(&path, &whole, one * PAGE, page(other));
                let second = Changed::put(&path, &whole, other * PAGE, page(one));
                ("swapped", vec![first, second])
            }
            0 | 1 => ("zeroed", vec![Changed::put(&path, &whole, one * PAGE, &[0; PAGE])]),
            2 => ("cut off after a page", vec![Changed::cut(&path, &whole, one * PAGE)]),
            _ => ("cut off anywhere", vec![Changed::cut(&path, &whole, random.below(whole.len()))]),
        };
        if !place.is_noticed() {
            unnoticed.push(format!("{what}: {one}, {other} of {pages}"));
        }
        if trial % 10 == 0 {
            wrong.extend(place.held.wrong_words(place.path()));
        }
        changed.into_iter().for_each(Changed::undo);
    }
    assert!(fs_err::read(&path).unwrap() == whole, "a trial changed the store");
    assert!(unnoticed.is_empty(), "went unnoticed: {unnoticed:?}");
    assert!(wrong.is_empty(), "shown and never written: {wrong:?}");
}

/// Of a damaged store all that does not lie in the damaged page is saved, and nothing else is made up.
#[test]
fn all_but_the_damaged_page_is_salvaged() {
    let seed = faults::seed();
    let place = Place::written(STEPS / 3, Random::of(seed, "damage"));
    let (path, mut random) = (place.database(), Random::of(seed, "salvage"));
    let whole = fs_err::read(&path).unwrap();
    let (mut kept, mut lost, mut wrong) = (0, 0, Vec::new());
    for trial in 0..faults::scaled(SALVAGED) {
        let at = random.below(whole.len());
        let changed = Changed::put(&path, &whole, at, &[whole[at] ^ 1]);
        let to = tempfile::tempdir().unwrap();
        let damaged = place.locked().unwrap().open_damaged(Way::Keyring).unwrap_or_else(|(_, refusal)| panic!("byte {at}: {refusal}"));
        let salvaged = damaged.salvage(&to.path().join("store"), Utc::now()).unwrap_or_else(|error| panic!("byte {at}: {error}"));
        drop(damaged);
        assert_eq!(salvaged.survey.bad.len(), 1, "trial {trial}: one page is damaged");
        for table in salvaged.survey.tables.values() {
            kept += table.read + table.rebuilt;
            lost += table.lost;
        }
        copy(&place.path().join("keyring"), &to.path().join("keyring"));
        wrong.extend(place.held.made_up_words(to.path()));
        changed.undo();
    }
    assert!(fs_err::read(&path).unwrap() == whole, "a trial changed the damaged store");
    assert!(wrong.is_empty(), "shown and never written: {wrong:?}");
    eprintln!("{kept} rows salvaged of {} damaged stores, {lost} lost", faults::scaled(SALVAGED));
    assert!(lost * 1_000 <= kept, "{lost} rows were lost of {kept}: more than one in a thousand");
}

/// The journal of a program that was killed: damage before the last two commands is noticed. What a flip in the very last one
/// costs cannot be told from a command that was cut off: the log and the rows then agree on what was before it.
#[test]
fn a_flipped_bit_in_the_journal_is_noticed() {
    let seed = faults::seed();
    let mut place = Place::written(STEPS / 30, Random::of(seed, "journal"));
    let killed = place.killed_after(STEPS / 30);
    let journal = killed.database().with_extension("db-wal");
    let whole = fs_err::read(&journal).unwrap();
    let told = before_the_last_two_commands(&whole);
    assert!(told > 50 * PAGE, "only {told} bytes of {}", whole.len());
    let (files, mut random) = (killed.files(), Random::of(seed, "journal flips"));
    let (mut noticed, mut unnoticed) = (0, Vec::new());
    for _ in 0..faults::scaled(FLIPS / 10) {
        let (at, bit) = (random.below(whole.len()), random.below(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        fs_err::write(&journal, &bytes).unwrap();
        if killed.is_noticed() {
            noticed += 1;
        } else if at < told {
            unnoticed.push(format!("bit {bit} of byte {at}"));
        }
        // Opening writes the journal back: each flip is one in the files as they were left.
        files.put_back();
    }
    assert!(!killed.is_noticed(), "the control: an undamaged journal raises no alarm");
    assert!(noticed > 0 && unnoticed.is_empty(), "{} flips went unnoticed: {unnoticed:?}", unnoticed.len());
}

/// How many bytes of a journal stand before its last two commands. A frame has 24 bytes before its page; the second four are 0
/// but in the frame that ends a command, and the next eight are those of the head for each frame of the newest use.
fn before_the_last_two_commands(journal: &[u8]) -> usize {
    let frames = journal[32..].chunks_exact(24 + PAGE).enumerate();
    let ends = frames.filter(|(_, frame)| frame[8..16] == journal[16..24] && frame[4..8] != [0; 4]).map(|(index, _)| index + 1);
    let ends: Vec<usize> = ends.collect();
    32 + ends[ends.len() - 3] * (24 + PAGE)
}

/// The header is kept twice: any one copy may be damaged, the other opens the store and makes the first good.
#[test]
fn a_damaged_copy_of_the_header_is_made_good_from_the_other() {
    let seed = faults::seed();
    let place = Place::written(5, Random::of(seed, "header"));
    let mut random = Random::of(seed, "header flips");
    for trial in 0..faults::scaled(40) {
        let path = place.path().join("store").join(["samsyn.header", "samsyn.header.copy"][trial % 2]);
        let whole = fs_err::read(&path).unwrap();
        let at = random.below(whole.len());
        let changed = Changed::put(&path, &whole, at, &[whole[at] ^ (1 << random.below(8))]);
        drop(changed);
        assert!(!place.is_noticed(), "byte {at} of {}", path.display());
        assert!(fs_err::read(&path).unwrap() == whole, "byte {at} of {} was not made good", path.display());
    }
}
