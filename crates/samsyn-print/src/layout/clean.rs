//! Text as it may stand on paper.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text in composed form, without what is invisible or has no place on paper.
///
/// Newlines stay; other control characters, direction marks and private characters go. Shaping needs the two joiners, so they stay.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let composed: Cow<'_, str> =
        if is_nfc_quick(text.chars()) == IsNormalized::Yes { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    if composed.chars().all(|c| c == '\n' || (' '..='~').contains(&c) || ('\u{a1}'..='\u{17f}').contains(&c) && c != '\u{ad}') {
        return composed;
    }
    let unified = composed.replace("\r\n", "\n");
    Cow::Owned(unified.chars().filter_map(on_paper).collect())
}

fn on_paper(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // The font has no minus sign, and its en dash looks like one.
        '\u{2212}' => Some('\u{2013}'),
        c if c.is_control() => None,
        // Soft hyphen, zero-width space, word joiner, direction marks and isolates, byte order mark, variation selectors, tags.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        // PDF/A-2a wants a replacement text for private characters, and there is none to give.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some('\u{fffd}'),
        c if (c as u32) & 0xfffe == 0xfffe => None,
        c => Some(c),
    }
}
