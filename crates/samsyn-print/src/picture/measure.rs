//! About how much room words take: the fonts of screen and paper differ, and the layout needs only that no label covers another.

/// About how wide words are, in sizes of their letters; rather too wide, since the fonts of screen and paper differ.
pub(crate) fn width(text: &str) -> f32 {
    text.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' => 0.34,
            ' ' | 't' | 'f' | 'r' => 0.4,
            'm' | 'w' | 'M' | 'W' => 0.92,
            letter if letter.is_uppercase() && letter < '\u{250}' => 0.74,
            letter if letter.is_alphanumeric() && letter < '\u{250}' => 0.59,
            letter if letter.is_ascii() => 0.6,
            _ => 1.0,
        })
        .sum()
}

/// Words on one line that are no wider than this, cut at a letter where they are too long.
pub(crate) fn cut(text: &str, widest: f32) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&line) <= widest {
        return line;
    }
    let mut kept = String::new();
    let mut taken = width("…");
    for letter in line.chars() {
        taken += width(letter.encode_utf8(&mut [0; 4]));
        if taken > widest {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// Words on two lines at most, divided between words where that can be.
pub(crate) fn wrap(text: &str, widest: f32) -> Vec<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&line) <= widest {
        return vec![line];
    }
    let fits = |(at, _): &(usize, &str)| line.get(..*at).is_some_and(|first| width(first) <= widest);
    let space = line.match_indices(' ').rfind(fits).map(|(at, _)| at);
    match space.and_then(|at| line.split_at_checked(at)) {
        Some((first, rest)) => vec![first.to_owned(), cut(rest, widest)],
        None => vec![cut(&line, widest)],
    }
}

/// A count of lines as a length.
pub(crate) fn lines(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
