//! Dates and clock times as people write them.

use chrono::{Datelike, NaiveDate, NaiveTime};

/// A date: `2027-01-25`, `20270125`, `25/1 2027`, `25.1.2027` or `måndag 25 januari 2027`, with a clock after it or without.
/// Nothing where it is no date, or where the year is not between 1850 and 2200.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let parts = date_parts(before_clock(typed));
    let (year, month, day) = match parts.as_slice() {
        [Part::Number(all)] if all.len() == 8 => (number(all.get(..4)?)?, number(all.get(4..6)?)?, number(all.get(6..)?)?),
        [Part::Number(year), Part::Number(month), Part::Number(day)] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [Part::Number(day), Part::Number(month), Part::Number(year)] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [Part::Number(day), Part::Month(month), Part::Number(year)] if year.len() == 4 => (number(year)?, *month, number(day)?),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1850..=2200).contains(&date.year()).then_some(date)
}

/// A clock time: `13.30`, `13:30`, `1330` or `13`, with seconds or with `kl.` before it.
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().to_lowercase();
    let clock = ["klockan", "kl.", "kl"].iter().find_map(|word| typed.strip_prefix(word)).unwrap_or(&typed);
    let digits: Vec<&str> = clock.trim().split([':', '.']).collect();
    let (hour, minute) = match digits.as_slice() {
        [all] if all.len() == 4 => (all.get(..2)?, all.get(2..)?),
        [hour] if (1..=2).contains(&hour.len()) => (*hour, "0"),
        [hour, minute] | [hour, minute, "00"] if minute.len() == 2 => (*hour, *minute),
        _ => return None,
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// What a date is made of; other words, such as the day of the week, say nothing more.
enum Part<'typed> {
    Number(&'typed str),
    /// Counted from one.
    Month(u32),
}

const MONTHS: [&str; 12] =
    ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

fn date_parts(typed: &str) -> Vec<Part<'_>> {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    words.filter_map(|word| if word.chars().all(|c| c.is_ascii_digit()) { Some(Part::Number(word)) } else { month(word) }).collect()
}

/// A month by its name or by the beginning of it: `januari`, `jan`, `sept`.
fn month(word: &str) -> Option<Part<'static>> {
    let word = word.to_lowercase();
    let place = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
    u32::try_from(place + 1).ok().map(Part::Month)
}

/// What stands before a clock: a cell or an invitation often has both in one. `2027-01-25T13:30:00` is the same with another space.
fn before_clock(typed: &str) -> &str {
    let clock = typed.find(':').map(|colon| typed.get(..colon).unwrap_or_default());
    let day = clock.and_then(|until| until.rsplit_once([' ', '\t', '\u{a0}', 'T'])).map_or(typed, |(day, _)| day);
    [" kl", "\u{a0}kl"].iter().find_map(|word| day.split_once(word)).map_or(day, |(day, _)| day)
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

#[cfg(test)]
mod tests;
