//! The write-ahead journal: pages that were written and stand not yet in the database.
//!
//! The engine stops at the first frame that is damaged, and so loses in silence what was committed after it. Each page's own
//! check says here whether it is whole, and which page it is.

use std::collections::HashMap;
use std::fs::File;
use std::io;

use super::pages::{Cipher, PAGE, be32, read_at};

/// A journal begins with so many bytes, and each page in it has so many before it.
const HEAD: u64 = 32;
const FRAME: u64 = 24;

/// What a journal holds.
#[derive(Default)]
pub(super) struct Journal {
    /// Where the newest state of each page stands in the file; nothing where that state cannot be read.
    pub(super) places: HashMap<u32, Option<u64>>,
    /// Whether something at the end could not be read.
    pub(super) cut: bool,
    /// How many pages the database had at the last commit.
    pub(super) pages: Option<u32>,
}

/// A page in the journal, which may be damaged.
struct Frame {
    page: Option<u32>,
    place: Option<u64>,
}

/// Reads which pages a journal holds. `last` is the highest number that a page in the database has.
pub(super) fn read(file: &File, cipher: &Cipher, last: u32) -> io::Result<Journal> {
    let length = file.metadata()?.len();
    let frames = length.saturating_sub(HEAD) / (FRAME + PAGE as u64);
    let mut journal = Journal { cut: length > HEAD && !(length - HEAD).is_multiple_of(FRAME + PAGE as u64), ..Journal::default() };
    let Some(generation) = generation(file, frames)? else { return Ok(journal) };
    let highest = last.saturating_add(u32::try_from(frames).unwrap_or(u32::MAX));
    let mut open: Vec<Frame> = Vec::new();
    for index in 0..frames {
        let place = HEAD + index * (FRAME + PAGE as u64);
        let head = read_at(file, place, usize::try_from(FRAME).unwrap_or_default())?;
        // Frames of an earlier use of the file stand after the newest: both of their numbers are others, and so are the next's.
        let half = |range: std::ops::Range<usize>| head.get(range.start + 8..range.end + 8) == generation.get(range);
        let next_is_ours = index + 1 < frames && follows(file, index + 1, generation)?;
        if !half(0..4) && !half(4..8) && !next_is_ours {
            break;
        }
        let page = place + FRAME;
        let raw = read_at(file, page, PAGE)?;
        let number = be32(&head, 0).unwrap_or_default();
        let whole = if cipher.is(number, &raw) { Some(number) } else { cipher.which(highest, &raw) };
        let told = Some(number).filter(|number| (1..=highest).contains(number));
        let commit = be32(&head, 4).filter(|pages| *pages > 0);
        open.push(Frame { page: whole.or(told), place: whole.map(|_| page) });
        if let Some(pages) = commit {
            // A command with a damaged page at the very end of the journal cannot be told from one that was cut off.
            let damaged = open.iter().any(|frame| frame.place.is_none());
            let is_last = index + 1 == frames || !follows(file, index + 1, generation)?;
            if damaged && is_last {
                journal.cut = true;
                return Ok(journal);
            }
            for frame in open.drain(..) {
                match frame.page {
                    Some(number) => drop(journal.places.insert(number, frame.place)),
                    None => journal.cut = true,
                }
            }
            journal.pages = Some(pages);
        }
    }
    journal.cut |= !open.is_empty();
    Ok(journal)
}

/// The two numbers that all frames of the newest use of the file bear. The head says them; so does each frame.
fn generation(file: &File, frames: u64) -> io::Result<Option<[u8; 8]>> {
    if frames == 0 {
        return Ok(None);
    }
    let eight = |bytes: Vec<u8>| <[u8; 8]>::try_from(bytes).ok();
    let head = eight(read_at(file, 16, 8)?);
    let first = eight(read_at(file, HEAD + 8, 8)?);
    if frames == 1 || head == first {
        return Ok(head);
    }
    let second = eight(read_at(file, HEAD + FRAME + PAGE as u64 + 8, 8)?);
    Ok(if first == second { first } else { head })
}

fn follows(file: &File, index: u64, generation: [u8; 8]) -> io::Result<bool> {
    let place = HEAD + index * (FRAME + PAGE as u64);
    Ok(read_at(file, place + 8, 8)? == generation)
}
