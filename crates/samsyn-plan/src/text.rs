//! Text as it should be stored: one Unicode form, no invisible control.

use unicode_normalization::UnicodeNormalization;

/// What somebody typed or pasted, ready to store: NFC, lines ended by `\n`, without control characters and without marks
/// that reorder the text around them (U+202A–202E, U+2066–2069), which could make a line read as something else. Spaces
/// stay: trimming at autosave would eat the space before the next word. Nothing is too long.
pub fn clean(typed: &str) -> String {
    typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || reorders(*c)))
        .collect()
}

fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether there is anything to read.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The lines that have something in them, trimmed.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
