//! The pages of a damaged database, read without the engine: one page that fails its check leaves the others alone.
//!
//! The format is SQLCipher 4's: AES-256-CBC with an IV for each page, then HMAC-SHA512 over the encrypted page, the IV and the
//! page's number. Nothing is ever written, not even the engine's shared-memory file.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use aes::cipher::{BlockModeDecrypt as _, KeyIvInit as _, block_padding::NoPadding};
use hmac::{Hmac, Mac as _};
use sha2::Sha512;
use zeroize::Zeroizing;

use super::journal;
use crate::engine;
use crate::open::DATABASE;
use crate::vault::DataKey;

/// The size of a page in the file, in bytes.
pub(super) const PAGE: usize = 4096;
/// What of a page the database itself uses: the rest holds the IV and the check.
pub(super) const USABLE: usize = PAGE - IV - CHECK;
const IV: usize = 16;
const CHECK: usize = 64;
/// The first page begins with the salt instead of anything encrypted.
const SALT: usize = 16;

/// The pages of a database with its journal.
pub(super) struct Pages {
    database: File,
    journal: Option<File>,
    cipher: Cipher,
    /// Where in the journal the newest state of a page stands; nothing where that state cannot be read.
    journalled: HashMap<u32, Option<u64>>,
    /// How many pages the database has.
    pub(super) count: u32,
    /// Those of them that cannot be read.
    pub(super) bad: BTreeSet<u32>,
    /// Whether the end of the journal could not be read, so that what was written last may be missing.
    pub(super) journal_cut: bool,
}

impl Pages {
    /// Opens the files in `folder` for reading.
    pub(super) fn open(folder: &Path, key: &DataKey) -> io::Result<Self> {
        let database = File::open(folder.join(DATABASE))?;
        let journal = match File::open(folder.join(format!("{DATABASE}-wal"))) {
            Ok(file) => Some(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let in_file = u32::try_from(database.metadata()?.len() / PAGE as u64).unwrap_or(u32::MAX);
        let cipher = Cipher::new(key);
        let mut pages =
            Self { database, journal, cipher, journalled: HashMap::new(), count: in_file, bad: BTreeSet::new(), journal_cut: false };
        let mut at_last_commit = None;
        if let Some(file) = &pages.journal {
            let found = journal::read(file, &pages.cipher, in_file)?;
            (pages.journalled, pages.journal_cut, at_last_commit) = (found.places, found.cut, found.pages);
        }
        // The first page says how many there are. Where it is lost, the last commit does, or the file.
        let said = pages.page(1).and_then(|page| be32(&page, 28)).filter(|count| *count > 0);
        pages.count = said.or(at_last_commit).unwrap_or(in_file);
        let is_bad = |number: &u32| !pages.raw(*number).is_some_and(|raw| pages.cipher.is(*number, &raw));
        pages.bad = (1..=pages.count).filter(is_bad).collect();
        Ok(pages)
    }

    /// What the database itself uses of a page, or nothing where the page is damaged or not there.
    pub(super) fn page(&self, number: u32) -> Option<Zeroizing<Vec<u8>>> {
        self.cipher.page(number, &self.raw(number)?)
    }

    /// The first byte of a page, which says what kind it is.
    pub(super) fn kind(&self, number: u32) -> Option<u8> {
        let raw = self.raw(number).filter(|_| !self.bad.contains(&number))?;
        self.cipher.opened(number, &raw, IV)?.first().copied()
    }

    fn raw(&self, number: u32) -> Option<Vec<u8>> {
        match (self.journalled.get(&number), &self.journal) {
            (Some(place), Some(journal)) => read_at(journal, (*place)?, PAGE).ok(),
            _ => read_at(&self.database, u64::from(number.checked_sub(1)?) * PAGE as u64, PAGE).ok(),
        }
    }
}

/// Whether the journal in a folder holds acknowledged writing that the engine would lose by opening the database.
pub(super) fn journal_has_lost(folder: &Path, key: &DataKey) -> io::Result<bool> {
    match File::open(folder.join(format!("{DATABASE}-wal"))) {
        Ok(file) => journal::has_lost(&file, &Cipher::new(key), &File::open(folder.join(DATABASE))?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// What opens single pages.
pub(super) struct Cipher {
    key: Zeroizing<Vec<u8>>,
    check: Zeroizing<Vec<u8>>,
}

impl Cipher {
    fn new(key: &DataKey) -> Self {
        let salt = engine::salt(key).map(|byte| byte ^ 0x3a);
        let mut check = Zeroizing::new(vec![0; 32]);
        pbkdf2::pbkdf2_hmac::<Sha512>(key.bytes(), &salt, 2, &mut check);
        Self { key: Zeroizing::new(key.bytes().to_vec()), check }
    }

    /// The page's content, where its check says that it is this page of this database.
    pub(super) fn page(&self, number: u32, raw: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        if self.is(number, raw) { self.opened(number, raw, USABLE) } else { None }
    }

    /// The beginning of a page, decrypted.
    fn opened(&self, number: u32, raw: &[u8], length: usize) -> Option<Zeroizing<Vec<u8>>> {
        let from = if number == 1 { SALT } else { 0 };
        let mut content = Zeroizing::new(raw.get(from..length)?.to_vec());
        let decryptor = cbc::Decryptor::<aes::Aes256>::new_from_slices(&self.key, raw.get(USABLE..USABLE + IV)?).ok()?;
        decryptor.decrypt_padded::<NoPadding>(&mut content).ok()?;
        if number == 1 {
            content.splice(0..0, *b"SQLite format 3\0");
        }
        Some(content)
    }

    /// Whether the check of an encrypted page is that of the page with this number.
    pub(super) fn is(&self, number: u32, raw: &[u8]) -> bool {
        self.begun(number == 1, raw).is_some_and(|check| confirms(check, number, raw))
    }

    /// Which page an encrypted page is, of those up to `last`: for where its number has been lost.
    pub(super) fn which(&self, last: u32, raw: &[u8]) -> Option<u32> {
        if self.is(1, raw) {
            return Some(1);
        }
        let begun = self.begun(false, raw)?;
        (2..=last).find(|number| confirms(begun.clone(), *number, raw))
    }

    fn begun(&self, first: bool, raw: &[u8]) -> Option<Hmac<Sha512>> {
        let mut check = Hmac::<Sha512>::new_from_slice(&self.check).ok()?;
        check.update(raw.get(if first { SALT } else { 0 }..USABLE + IV)?);
        Some(check)
    }
}

fn confirms(mut check: Hmac<Sha512>, number: u32, raw: &[u8]) -> bool {
    check.update(&number.to_le_bytes());
    raw.get(USABLE + IV..PAGE).is_some_and(|found| check.verify_slice(found).is_ok())
}

/// Reads `length` bytes at a place of a file.
pub(super) fn read_at(mut file: &File, place: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(place))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Four bytes as a number, the highest first.
pub(super) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Two bytes as a number, the highest first.
pub(super) fn be16(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}
