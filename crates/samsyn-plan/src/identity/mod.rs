//! Numbers that identify a person: personnummer, samordningsnummer, and the reserve numbers of care providers.

use crate::codes::{IdentityKind, Sex};
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A number that identifies a person, checked when it was made. Personnummer and samordningsnummer are kept as twelve
/// digits; a reserve number as it was written, without spaces around it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
pub struct IdentityNumber {
    kind: IdentityKind,
    value: String,
}

/// Why a number was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseIdentityError {
    /// Nothing was written.
    #[error("is empty")]
    Empty,
    /// It has not ten or twelve digits.
    #[error("has the wrong number of digits")]
    Length,
    /// The first digits are no date, or a date to come.
    #[error("has no such date")]
    Date,
    /// The last digit does not fit the others.
    #[error("has a wrong check digit")]
    CheckDigit,
}

impl IdentityNumber {
    /// Reads a number. A ten-digit number gets the century by which its bearer is under a hundred years on `today`
    /// (a plus sign adds a hundred years). A reserve number must be marked as one, and is taken as it is.
    pub fn parse(typed: &str, reserve: bool, today: NaiveDate) -> Result<Self, ParseIdentityError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(ParseIdentityError::Empty);
        }
        if reserve {
            return Ok(Self { kind: IdentityKind::Reservnummer, value: typed.to_owned() });
        }
        let twelve = twelve_digits(typed, today)?;
        let born = birth_date(&twelve).ok_or(ParseIdentityError::Date)?;
        if born > today {
            return Err(ParseIdentityError::Date);
        }
        // The check digit is reckoned over the ten digits as they stand, so also over a raised day.
        if !twelve.get(2..).is_some_and(luhn::valid) {
            return Err(ParseIdentityError::CheckDigit);
        }
        let raised = twelve.get(6..7).is_some_and(|tens| tens >= "6");
        let kind = if raised { IdentityKind::Samordningsnummer } else { IdentityKind::Personnummer };
        Ok(Self { kind, value: twelve })
    }

    /// Reads a number to look for, where nobody has said whether it is a reserve number: what is no other number is taken as one.
    /// Nothing where there is none.
    pub fn sought(typed: &str, today: NaiveDate) -> Option<Self> {
        Self::parse(typed, false, today).or_else(|_| Self::parse(typed, true, today)).ok()
    }

    /// A number that was stored, and so was checked before.
    pub fn stored(kind: IdentityKind, value: String) -> Self {
        Self { kind, value }
    }

    /// What kind of number it is.
    pub fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// The number as stored: twelve digits without a hyphen, or a reserve number as written.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The number as people read it: `19830417-2383`.
    pub fn written(&self) -> String {
        match (self.kind, self.value.get(..8), self.value.get(8..)) {
            (IdentityKind::Reservnummer, ..) | (_, None, _) | (_, _, None) => self.value.clone(),
            (_, Some(date), Some(number)) => format!("{date}-{number}"),
        }
    }

    /// The date of birth that the number tells; nothing for a reserve number.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        if self.kind == IdentityKind::Reservnummer { None } else { birth_date(&self.value) }
    }

    /// The sex that the number tells: its last digit but one is odd for men and even for women; nothing for a reserve number.
    pub fn sex(&self) -> Option<Sex> {
        let told = self.value.get(10..11).filter(|_| self.kind != IdentityKind::Reservnummer)?.parse::<u8>().ok()?;
        Some(if told % 2 == 0 { Sex::Woman } else { Sex::Man })
    }
}

impl fmt::Debug for IdentityNumber {
    /// Never shows the number itself: it would reach logs and error texts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdentityNumber({:?}, …)", self.kind)
    }
}

/// The digits of a number, with what it may be pasted with: words before and after it, and spaces and hyphens of any kind
/// within.
fn twelve_digits(typed: &str, today: NaiveDate) -> Result<String, ParseIdentityError> {
    let number = typed.trim_matches(|c: char| !c.is_ascii_digit());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if !number.chars().all(|c| c.is_ascii_digit() || stands_between(c)) {
        return Err(ParseIdentityError::Length);
    }
    match digits.len() {
        12 => Ok(digits),
        10 => {
            let mut century = today.year() / 100;
            let candidate = format!("{century}{digits}");
            if birth_date(&candidate).is_none_or(|born| born > today) {
                century -= 1;
            }
            if number.contains('+') {
                century -= 1;
            }
            Ok(format!("{century}{digits}"))
        }
        _ => Err(ParseIdentityError::Length),
    }
}

/// Spaces, hyphens and dashes (a word processor makes its own of them), the plus sign, and what nobody sees.
fn stands_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '+' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The date in the first eight of twelve digits; a samordningsnummer's day is raised by 60.
fn birth_date(twelve: &str) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| twelve.get(range).and_then(|part| part.parse::<u32>().ok());
    let day = number(6..8)?;
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(4..6)?, if day > 60 { day - 60 } else { day })
}

#[cfg(test)]
mod tests;
