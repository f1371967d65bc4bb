//! Dates, codes and lists as they are written in Swedish.

use super::Source;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::Stockholm;
use samsyn_plan::codes::{Coded, PartyKind};
use samsyn_plan::dates::{parse_date, parse_time};
use samsyn_plan::drafts::{Meeting, Party};
use samsyn_plan::gate::Permit;
use samsyn_plan::law::{LawReference, LawSubject};

impl Source<'_> {
    /// The words of a code.
    pub(super) fn code(&self, code: impl Coded) -> String {
        self.texts.get(&code.text_key())
    }

    /// The words of a code that may be open.
    pub(super) fn maybe(&self, code: Option<impl Coded>) -> String {
        code.map(|code| self.code(code)).unwrap_or_default()
    }

    /// The words of several codes.
    pub(super) fn codes<T: Coded>(&self, codes: &[T]) -> String {
        codes.iter().map(|&code| self.code(code)).collect::<Vec<_>>().join(", ")
    }

    /// A party as it stands on paper, by what kind it is where nothing else is written yet.
    pub(super) fn party(&self, party: &Party) -> String {
        match party.title_line() {
            line if line.is_empty() => sentence(&self.code(party.kind.unwrap_or(PartyKind::Other))),
            line => line,
        }
    }

    /// A day in words: `lördag 5 december 2026`.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        let weekday = self.texts.get(&format!("paper-weekday-{}", day.weekday().number_from_monday()));
        let month = self.texts.get(&format!("paper-month-{}", day.month()));
        format!("{weekday} {} {month} {}", day.day(), day.year())
    }

    /// A day as typed, in words where it can be read.
    pub(super) fn typed_day(&self, typed: &str) -> String {
        parse_date(typed).map_or_else(|| typed.trim().to_owned(), |day| self.day(day))
    }

    /// Day and clock times of a meeting: `lördag 5 december 2026 kl. 13.30–14.30`.
    pub(super) fn meeting_time(&self, meeting: &Meeting) -> String {
        self.day_and_times(&self.typed_day(&meeting.held_on), &meeting.starts, &meeting.ends)
    }

    /// Day and clock times, as typed where they cannot be read.
    pub(super) fn day_and_times(&self, day: &str, starts: &str, ends: &str) -> String {
        let times = clock_times(starts, ends);
        if times.is_empty() { day.to_owned() } else { self.texts.with("paper-day-and-time", &[("day", day), ("time", &times)]) }
    }

    /// A moment by the clock in Sweden.
    pub(super) fn moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&Stockholm).naive_local();
        self.texts.with("paper-day-and-time", &[("day", &local.date().to_string()), ("time", &time(local.time()))])
    }
}

/// What is cited for a subject.
pub(super) fn citations(law: &[LawReference], subject: LawSubject) -> String {
    law.iter().filter(|law| law.subject == subject).map(|law| law.citation.as_str()).collect::<Vec<_>>().join(", ")
}

/// What a permit rests on, each basis once.
pub(super) fn grounds(source: &Source<'_>, permit: &Permit) -> String {
    let mut named: Vec<String> = Vec::new();
    for ground in source.case.grounds.iter().filter(|ground| permit.grounds().contains(&ground.id)) {
        let basis = source.code(ground.basis);
        if !named.contains(&basis) {
            named.push(basis);
        }
    }
    sentence(&named.join(", "))
}

/// From when to when: `13.30–14.30`.
pub(super) fn clock_times(starts: &str, ends: &str) -> String {
    let clock = |typed: &str| parse_time(typed).map_or_else(|| typed.trim().to_owned(), time);
    joined([clock(starts), clock(ends)], "–")
}

/// A clock time: `13.30`.
pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H.%M").to_string()
}

/// A day in figures, for tables.
pub(super) fn figures(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The parts that are not empty, with `between` between them.
pub(super) fn joined<T: AsRef<str>, const N: usize>(parts: [T; N], between: &str) -> String {
    parts.iter().map(|part| part.as_ref().trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// The same with a capital first.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
