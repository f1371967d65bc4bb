//! The write-ahead journal: pages that were written and stand not yet in the database.
//!
//! The engine stops at the first frame that is damaged, and so loses in silence what was committed after it. Each page's own
//! check says here whether it is whole, and which page it is; [`has_lost`] says beforehand whether the engine would lose anything.

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
        if !half(0..4) && !half(4..8) {
            if !next_is_ours {
                break;
            }
            // A frame of the newest use that never reached the disk, or has lost both numbers. What stands here may be an older
            // state of some other page, which is never put back.
            open.push(Frame { page: None, place: None });
            continue;
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

/// Whether the engine would lose something that was acknowledged: it stops at the first frame that does not fit, and takes a
/// journal with a damaged head for an empty one.
///
/// A power cut leaves the last command half written, in any order, and frames of earlier uses of the file behind it. Neither is
/// a loss. A command that another was written after had reached the disk, since each is made to last before the next begins: so
/// what stands beyond the break counts only where a command ends in it and another follows, each frame's sum going on from the
/// one before it. Damage to the very last command cannot be told from one that was cut off.
pub(super) fn has_lost(file: &File, cipher: &Cipher, database: &File) -> io::Result<bool> {
    let length = file.metadata()?.len();
    let frames = length.saturating_sub(HEAD) / (FRAME + PAGE as u64);
    if frames == 0 {
        return Ok(false);
    }
    let head = read_at(file, 0, usize::try_from(HEAD).unwrap_or_default())?;
    let order = Order::of(&head);
    let begun = head.get(..24).and_then(|summed| order.sum((0, 0), summed)).filter(|sum| stored(&head, 24) == Some(*sum));
    let Some(begun) = begun.filter(|_| be32(&head, 0).is_some_and(|magic| magic & !1 == MAGIC)) else {
        return is_ahead(file, cipher, database, frames, order);
    };
    let (mut sum, mut broken, mut ended) = (begun, false, false);
    for index in 0..frames {
        let frame = Entry::read(file, index)?;
        let follows = frame.is_of(head.get(16..24)) && order.follows(sum, &frame);
        if broken && follows && ended && cipher.is(frame.page, &frame.raw) {
            return Ok(true);
        }
        broken |= !follows;
        // Beyond the break, whether the next frame goes on from this one is all that counts.
        (sum, ended) = (frame.sum, frame.commit > 0 && frame.is_of(head.get(16..24)));
    }
    Ok(false)
}

/// Whether a journal whose head is damaged holds what is not in the database. Its head is also torn where the power went just as
/// the file was begun anew: all that still stands in it had then been written back.
fn is_ahead(file: &File, cipher: &Cipher, database: &File, frames: u64, order: Order) -> io::Result<bool> {
    let Some(generation) = generation(file, frames)? else { return Ok(false) };
    let (mut newest, mut open, mut last) = (HashMap::new(), HashMap::new(), 0);
    let mut sum = None;
    for index in 0..frames {
        let frame = Entry::read(file, index)?;
        // The first frame's sum goes on from the head's.
        if !frame.is_of(Some(&generation)) || !sum.is_none_or(|sum| order.follows(sum, &frame)) || !cipher.is(frame.page, &frame.raw) {
            break;
        }
        sum = Some(frame.sum);
        open.insert(frame.page, index);
        if frame.commit > 0 {
            newest.extend(open.drain());
            last = frame.commit;
        }
    }
    for (page, index) in newest.into_iter().filter(|(page, _)| *page <= last) {
        let place = u64::from(page - 1) * PAGE as u64;
        if read_at(database, place, PAGE).ok() != Some(Entry::read(file, index)?.raw) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a journal begins with, but for its last bit: that says in which order the bytes are summed.
const MAGIC: u32 = 0x377f_0682;

/// In which order a journal's bytes are summed.
#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

impl Order {
    fn of(head: &[u8]) -> Self {
        if be32(head, 0) == Some(MAGIC | 1) { Self::Big } else { Self::Little }
    }

    /// SQLite's sum over bytes, going on from an earlier one.
    fn sum(self, begun: (u32, u32), bytes: &[u8]) -> Option<(u32, u32)> {
        let word = |four: &[u8]| {
            let four: [u8; 4] = four.try_into().ok()?;
            Some(match self {
                Self::Big => u32::from_be_bytes(four),
                Self::Little => u32::from_le_bytes(four),
            })
        };
        let (mut one, mut other) = begun;
        for eight in bytes.chunks_exact(8) {
            one = one.wrapping_add(word(eight.get(..4)?)?).wrapping_add(other);
            other = other.wrapping_add(word(eight.get(4..)?)?).wrapping_add(one);
        }
        Some((one, other))
    }

    /// Whether a frame's sum goes on from that of the one before it.
    fn follows(self, before: (u32, u32), frame: &Entry) -> bool {
        let summed = frame.head.get(..8).and_then(|head| self.sum(before, head)).and_then(|sum| self.sum(sum, &frame.raw));
        frame.page > 0 && summed == Some(frame.sum)
    }
}

/// A frame as it stands in the file.
struct Entry {
    head: Vec<u8>,
    page: u32,
    /// How many pages the database has where a command ends here; 0 within one.
    commit: u32,
    sum: (u32, u32),
    raw: Vec<u8>,
}

impl Entry {
    fn read(file: &File, index: u64) -> io::Result<Self> {
        let place = HEAD + index * (FRAME + PAGE as u64);
        let head = read_at(file, place, usize::try_from(FRAME).unwrap_or_default())?;
        let raw = read_at(file, place + FRAME, PAGE)?;
        let number = |at| be32(&head, at).unwrap_or_default();
        Ok(Self { page: number(0), commit: number(4), sum: stored(&head, 16).unwrap_or_default(), head, raw })
    }

    /// Whether the frame is of that use of the file.
    fn is_of(&self, generation: Option<&[u8]>) -> bool {
        self.head.get(8..16) == generation
    }
}

fn stored(head: &[u8], at: usize) -> Option<(u32, u32)> {
    Some((be32(head, at)?, be32(head, at + 4)?))
}

#[cfg(test)]
mod tests;
