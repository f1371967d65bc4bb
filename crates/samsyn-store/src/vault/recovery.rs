//! The recovery key: 160 random bits on paper.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{NoRandomness, random};

/// Crockford's alphabet: no I, L, O or U, so that no two characters look alike in handwriting.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 160 bits, five to a character.
const SECRET_LENGTH: usize = 32;
/// 20 bits of checksum: a typing error is told from a wrong key but for one time in a million.
const CHECK_LENGTH: usize = 4;
const GROUP: usize = 4;

/// The printed key that opens the store when every passphrase is lost.
///
/// 36 characters in nine groups of four, the last of which is a checksum. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; 20]);

/// Why what was typed cannot be a recovery key. A well typed key of another store is not found out here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Too few or too many letters and digits; other signs are not counted.
    #[error("a recovery key has {wanted} characters, not {found}")]
    Length {
        /// How many characters were typed.
        found: usize,
        /// How many there should be.
        wanted: usize,
    },
    /// A character that no recovery key has; its place counts from one, spaces and other signs left out.
    #[error("character {place} is not one that a recovery key has")]
    Character {
        /// The place of the character.
        place: usize,
    },
    /// The checksum does not agree: some character is mistyped.
    #[error("some character of the recovery key is mistyped")]
    Check,
}

impl RecoveryKey {
    /// A new key, which opens no store yet.
    pub fn new_random() -> Result<Self, NoRandomness> {
        Ok(Self(random()?))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key as it is printed: `XXXX-XXXX-…`, nine groups. The caller must not let it lie about.
    pub fn shown(&self) -> Zeroizing<String> {
        let characters = Zeroizing::new([letters(&self.0), self.check()].concat());
        let groups: Vec<&str> = characters.as_bytes().chunks(GROUP).map(|group| std::str::from_utf8(group).unwrap_or_default()).collect();
        Zeroizing::new(groups.join("-"))
    }

    /// Reads a key as a person types or pastes it: any case, any spaces and signs between, O for 0, I or L for 1.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyError> {
        let characters: Zeroizing<Vec<char>> = Zeroizing::new(typed.chars().filter(|c| c.is_alphanumeric()).collect());
        let mut values = Zeroizing::new(Vec::with_capacity(characters.len()));
        for (index, character) in characters.iter().enumerate() {
            values.push(value_of(*character).ok_or(RecoveryKeyError::Character { place: index + 1 })?);
        }
        let wanted = SECRET_LENGTH + CHECK_LENGTH;
        let (Some(secret), Some(check), true) = (values.get(..SECRET_LENGTH), values.get(SECRET_LENGTH..), values.len() == wanted) else {
            return Err(RecoveryKeyError::Length { found: values.len(), wanted });
        };
        let mut key = Self([0; 20]);
        // Eight characters of five bits are five bytes.
        for (five, eight) in key.0.chunks_mut(5).zip(secret.chunks(8)) {
            let bits = eight.iter().fold(0_u64, |bits, value| (bits << 5) | u64::from(*value));
            five.copy_from_slice(bits.to_be_bytes().get(3..).unwrap_or_default());
        }
        let typed_check: String = check.iter().filter_map(|value| letter(u64::from(*value))).collect();
        if typed_check == key.check() { Ok(key) } else { Err(RecoveryKeyError::Check) }
    }

    fn check(&self) -> String {
        let digest = Sha256::new().chain_update(b"samsyn recovery key").chain_update(self.0).finalize();
        letters(digest.get(..5).unwrap_or_default()).chars().take(CHECK_LENGTH).collect()
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

/// Eight letters for each five bytes.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::new();
    for five in bytes.chunks(5) {
        let bits = five.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        text.extend((0..8).rev().filter_map(|place| letter((bits >> (place * 5)) & 31)));
    }
    text
}

fn letter(value: u64) -> Option<char> {
    ALPHABET.get(usize::try_from(value).ok()?).map(|byte| char::from(*byte))
}

fn value_of(character: char) -> Option<u8> {
    let meant = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|byte| char::from(*byte) == meant).and_then(|place| u8::try_from(place).ok())
}
