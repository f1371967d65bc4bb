//! The memory of a process, searched from outside.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

use crate::servant::PASSPHRASE;

/// What every planted word begins with, which stands nowhere else.
pub const MARK: &str = "Kvastfening";

/// Bytes of a page of memory.
const PAGE: usize = 4096;

/// Bytes of memory whose pages are asked about at a time.
const CHUNK: usize = 64 * 1024 * 1024;

/// The writable memory of a process that is used, in runs of pages, or nothing where this user may not read it. Pages that
/// nothing was written in, or that were wiped, are left out: they are most.
///
/// # Panics
/// When there is no such process.
pub fn memory_of(process: u32) -> Option<Vec<Vec<u8>>> {
    let mut memory = match fs_err::File::open(format!("/proc/{process}/mem")) {
        Ok(memory) => memory,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return None,
        Err(error) => panic!("{error}"),
    };
    let mut used = fs_err::File::open(format!("/proc/{process}/pagemap")).unwrap();
    let mut runs = Vec::new();
    for line in fs_err::read_to_string(format!("/proc/{process}/maps")).unwrap().lines() {
        let mut fields = line.split(' ');
        let (from, to) = fields.next().unwrap().split_once('-').unwrap();
        let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        if !fields.next().unwrap().starts_with("rw") {
            continue;
        }
        let mut run = Vec::new();
        for first in (from..to).step_by(CHUNK) {
            let last = to.min(first + CHUNK as u64);
            let mut entries = vec![0; usize::try_from((last - first) / PAGE as u64 * 8).unwrap()];
            used.seek(SeekFrom::Start(first / PAGE as u64 * 8)).unwrap();
            used.read_exact(&mut entries).unwrap();
            for (at, entry) in (first..last).step_by(PAGE).zip(entries.chunks(8)) {
                // Bits 63 and 62 of an entry: the page is in memory, or swapped out.
                let page = if entry[7] & 0b1100_0000 == 0 { None } else { read_page(&mut memory, at) };
                match page {
                    Some(page) => run.extend(page),
                    None => runs.push(std::mem::take(&mut run)),
                }
            }
        }
        runs.push(run);
    }
    runs.retain(|run| !run.is_empty());
    Some(runs)
}

/// A page, unless it is empty or nobody may read it, such as the kernel's own.
fn read_page(memory: &mut fs_err::File, at: u64) -> Option<[u8; PAGE]> {
    let mut page = [0; PAGE];
    memory.seek(SeekFrom::Start(at)).unwrap();
    memory.read_exact(&mut page).ok().map(|()| page).filter(|page| *page != [0; PAGE])
}

/// How often bytes stand in memory.
fn count(memory: &[Vec<u8>], wanted: &[u8]) -> usize {
    let finder = |region: &Vec<u8>| {
        let (first, mut from, mut found) = (wanted[0], 0, 0);
        while let Some(at) = region[from..].iter().position(|byte| *byte == first) {
            from += at;
            found += usize::from(region[from..].starts_with(wanted));
            from += 1;
        }
        found
    };
    memory.iter().map(finder).sum()
}

/// How often words stand in memory, in UTF-8 and in UTF-16.
///
/// # Panics
/// For empty words.
pub fn count_words(memory: &[Vec<u8>], words: &str) -> usize {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    count(memory, words.as_bytes()) + count(memory, &wide)
}

/// What stands in memory of the data key, the passphrase and the planted words, and how often.
///
/// # Panics
/// When the key is no hexadecimal number.
pub fn found(memory: &[Vec<u8>], key: &str) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::from([
        ("the key", count(memory, &hex::decode(key).unwrap())),
        ("the key in digits", count(memory, key.to_lowercase().as_bytes()) + count(memory, key.to_uppercase().as_bytes())),
        ("the passphrase", count_words(memory, PASSPHRASE)),
        ("planted words", count_words(memory, MARK)),
    ]);
    found.retain(|_, times| *times > 0);
    found
}
