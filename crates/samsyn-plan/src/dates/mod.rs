//! Dates and clock times as people write them.

use chrono::{Datelike, NaiveDate, NaiveTime};

/// A date: `2027-01-25`, `20270125`, `25/1 2027` or `25.1.2027`. Nothing where it is no date, or where the year is not
/// between 1850 and 2200.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let numbers: Vec<&str> = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, month, day) = match numbers.as_slice() {
        [all] if all.len() == 8 => (number(all.get(..4)?)?, number(all.get(4..6)?)?, number(all.get(6..)?)?),
        [year, month, day] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1850..=2200).contains(&date.year()).then_some(date)
}

/// A clock time: `13.30`, `13:30`, `1330` or `13`.
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let digits: Vec<&str> = typed.trim().split([':', '.']).collect();
    let (hour, minute) = match digits.as_slice() {
        [all] if all.len() == 4 => (all.get(..2)?, all.get(2..)?),
        [hour] if (1..=2).contains(&hour.len()) => (*hour, "0"),
        [hour, minute] if minute.len() == 2 => (*hour, *minute),
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests;
