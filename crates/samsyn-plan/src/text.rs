//! Text as it should be stored: one Unicode form, no invisible control.

use unicode_normalization::UnicodeNormalization;

/// What somebody typed or pasted, ready to store: NFC, lines ended by `\n`, without control characters, without marks
/// that reorder the text around them, which could make a line read as something else, and without characters that nobody
/// sees and no search finds. The joiners within words and emoji stay. Spaces stay too: trimming at autosave would eat the
/// space before the next word. Nothing is too long.
pub fn clean(typed: &str) -> String {
    typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || reorders(*c) || is_unseen(*c)))
        .nfc()
        .collect()
}

fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Soft hyphen, zero-width space, word joiner, byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Whether there is anything to read.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether two names or lines say the same: how they are cased, and the space around them, is nothing.
pub fn is_alike(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The lines that have something in them, trimmed.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
