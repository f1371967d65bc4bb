//! A meeting as a calendar file (iCalendar, RFC 5545), for whoever was called to it.
//!
//! A calendar is seen by many: by colleagues, on a lock screen, in somebody else's cloud. So the file carries no name, number
//! or diagnosis: the case number at most. A later file with the same [`Event::uid`] and a higher [`Event::sequence`] replaces
//! the earlier one in the calendar (RFC 5545, 3.8.7.4).

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The longest line of a calendar file, in octets without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A meeting, as it is entered in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The meeting's own identifier: the same for all its changes.
    pub uid: Uuid,
    /// How many changes have been sent. A calendar keeps the highest.
    pub sequence: usize,
    /// When this was sent.
    pub sent_at: DateTime<Utc>,
    /// When the meeting starts.
    pub starts: DateTime<Utc>,
    /// When it ends, where that is known.
    pub ends: Option<DateTime<Utc>>,
    /// What stands in the calendar. Without name, number and diagnosis.
    pub summary: String,
    /// The place, where the recipient may know it; empty otherwise.
    pub place: String,
    /// The meeting is cancelled.
    pub cancelled: bool,
}

/// The bytes of a calendar file with one event, published (`METHOD:PUBLISH`): it asks for no answer by mail.
pub fn calendar_file(event: &Event) -> Vec<u8> {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Samsyn//Samsyn//SV".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", event.uid),
        format!("SEQUENCE:{}", event.sequence),
        format!("DTSTAMP:{}", utc(event.sent_at)),
        format!("DTSTART:{}", utc(event.starts)),
    ];
    lines.extend(event.ends.map(|ends| format!("DTEND:{}", utc(ends))));
    lines.push(format!("SUMMARY:{}", escaped(&event.summary)));
    lines.extend((!event.place.is_empty()).then(|| format!("LOCATION:{}", escaped(&event.place))));
    lines.push(format!("STATUS:{}", if event.cancelled { "CANCELLED" } else { "CONFIRMED" }));
    lines.extend(["CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR"].map(str::to_owned));
    lines.iter().flat_map(|line| folded(line).into_bytes()).collect()
}

/// A moment in UTC: `20270120T080000Z`.
fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: a comma, a semicolon, a backslash and a new line would otherwise end it (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.trim().replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// A line with its end, folded so that no part is longer than [`LINE`] octets and no letter is cut in two. A part after the
/// first begins with a space, which counts.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests;
