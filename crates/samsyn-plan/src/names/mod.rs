//! Names as people look for them: how they sort, and which spellings are one name.
//!
//! A name is found in three ways, each wider than the one before: as it is spelt, without marks over its letters
//! ([`folded`]), and by the letters that Swedish names are spelt with in more than one way ([`alike`]). The rules are of
//! letters alone. Which names are one to a person is not known here: Karlsson and Carlsson are spelt alike, Persson and
//! Pettersson are two names, and Muhammad is not found by Mohammed, whose vowels are others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// By what somebody was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// The beginning of the personnummer, samordningsnummer or reserve number.
    Number,
    /// The beginning of a case number.
    CaseNumber,
    /// The name as it was typed.
    Name,
    /// The name but for the marks of its letters.
    Letters,
    /// Another spelling of the name.
    Spelling,
}

/// The words of a name: what stands between spaces, hyphens, apostrophes and full stops, composed (NFC) and in small letters.
pub fn words(name: &str) -> Vec<String> {
    spelt(name).split(|c: char| !belongs_to_a_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of each double name as one: `Lars-Erik` is found by `larserik`.
pub fn joined(name: &str) -> Vec<String> {
    let parts = |part: &str| words(part).len() > 1;
    spelt(name).split_whitespace().filter(|part| parts(part)).map(|part| words(part).concat()).collect()
}

fn spelt(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// A mark that has no letter to be composed with belongs to its word all the same.
fn belongs_to_a_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Letters without their marks: `Åström` becomes `astrom`.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    for c in text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
    }
    folded
}

/// What all the spellings of a word have in common: the same for `Karlsson` and `Carlson`, `Kristina` and `Christina`,
/// `Lindqvist` and `Lindkvist`.
///
/// The beginning of a word has mostly the beginning of what the word has, so that names are found while they are typed.
pub fn alike(word: &str) -> String {
    let letters: Vec<char> = folded(word).chars().collect();
    let mut common = String::new();
    let mut rest = letters.as_slice();
    let mut before = None;
    while let Some((&first, after)) = rest.split_first() {
        let (sound, length) = match (first, after) {
            // Old spellings of one sound.
            ('p', ['h', ..]) => ("f", 2),
            ('t', ['h', ..]) | ('d', ['t', ..]) => ("t", 2),
            ('q', ['v' | 'u' | 'w', ..]) | ('k', ['v' | 'w', ..]) => ("kv", 2),
            ('c', ['h' | 'k', ..]) => ("k", 2),
            // C is said as S before these vowels and as K elsewhere: Cecilia, Carl.
            ('c', ['e' | 'i' | 'y', ..]) | ('z', _) => ("s", 1),
            ('c' | 'q', _) => ("k", 1),
            ('x', _) => ("ks", 1),
            ('w', _) => ("v", 1),
            ('j' | 'y', _) => ("i", 1),
            // H that nobody hears, beside another consonant: Dahl, Lindh, Ohlsson, Johnsson.
            ('h', _) if before.is_some_and(|before| !is_vowel(before) || !after.first().is_some_and(|next| is_vowel(*next))) => ("", 1),
            _ => ("", 0),
        };
        let sounds: Vec<char> = if length == 0 { vec![first] } else { sound.chars().collect() };
        for each in sounds {
            // A doubled letter is one.
            if !common.ends_with(each) {
                common.push(each);
            }
        }
        before = Some(first);
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    common
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether two names may be one person's: every word of the one stands in the other too, in whatever order and spelling.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let common = |name: &str| words(name).iter().map(|word| alike(word)).collect::<Vec<_>>();
    let (one, other) = (common(one), common(other));
    let holds = |all: &[String], some: &[String]| !some.is_empty() && some.iter().all(|word| all.contains(word));
    holds(&one, &other) || holds(&other, &one)
}

/// Words before a last name under which nobody looks for it: `af Klint` stands under K. `De Geer` stands under D.
const PARTICLES: &[&str] = &["af", "av", "von"];

/// A key that sorts by its bytes as a Swedish list of people does: by last name and then by first, å, ä and ö last, ø and æ
/// with them, other marks without weight.
pub fn sort_key(first_name: &str, last_name: &str) -> String {
    let last = words(last_name);
    let main = match last.split_first() {
        Some((particle, main)) if !main.is_empty() && PARTICLES.contains(&particle.as_str()) => main,
        _ => &last,
    };
    format!("{} {}", letters(&main.join(" ")), letters(&words(first_name).join(" ")))
}

fn letters(name: &str) -> String {
    let mut key = String::new();
    for c in name.chars() {
        match c {
            // The three characters after z.
            'å' => key.push('{'),
            'ä' | 'æ' => key.push('|'),
            'ö' | 'ø' => key.push('}'),
            other => key.push_str(&folded(&other.to_string())),
        }
    }
    key
}

#[cfg(test)]
mod tests;
