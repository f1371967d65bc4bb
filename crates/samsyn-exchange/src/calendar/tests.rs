use super::*;
use chrono::TimeZone;

fn event() -> Event {
    Event {
        uid: Uuid::from_u128(7),
        sequence: 0,
        sent_at: Utc.with_ymd_and_hms(2027, 1, 18, 9, 30, 0).unwrap(),
        starts: Utc.with_ymd_and_hms(2027, 1, 20, 12, 30, 0).unwrap(),
        ends: Some(Utc.with_ymd_and_hms(2027, 1, 20, 13, 30, 0).unwrap()),
        summary: "Möte SIP-2027-0001".into(),
        place: "Beroendecentrum, rum 2; eller video".into(),
        cancelled: false,
    }
}

fn text(event: &Event) -> String {
    String::from_utf8(calendar_file(event)).unwrap()
}

#[test]
fn golden_calendar_file() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Samsyn//Samsyn//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007",
        "SEQUENCE:0",
        "DTSTAMP:20270118T093000Z",
        "DTSTART:20270120T123000Z",
        "DTEND:20270120T133000Z",
        "SUMMARY:Möte SIP-2027-0001",
        r"LOCATION:Beroendecentrum\, rum 2\; eller video",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(text(&event()), expected.join("\r\n"));
}

#[test]
fn a_change_and_a_cancellation_keep_the_name_and_raise_the_number() {
    let moved = text(&Event { sequence: 1, starts: Utc.with_ymd_and_hms(2027, 1, 21, 8, 0, 0).unwrap(), ..event() });
    let cancelled = text(&Event { sequence: 2, cancelled: true, ..event() });
    for file in [&moved, &cancelled] {
        assert!(file.contains("UID:00000000-0000-0000-0000-000000000007\r\n"), "{file}");
    }
    assert!(moved.contains("SEQUENCE:1\r\n") && moved.contains("DTSTART:20270121T080000Z\r\n") && moved.contains("STATUS:CONFIRMED\r\n"));
    assert!(cancelled.contains("SEQUENCE:2\r\n") && cancelled.contains("STATUS:CANCELLED\r\n"));
}

#[test]
fn an_unknown_end_or_place_is_left_out() {
    let file = text(&Event { ends: None, place: String::new(), ..event() });
    assert!(!file.contains("DTEND") && !file.contains("LOCATION"), "{file}");
}

#[test]
fn long_lines_are_folded_between_letters_and_read_back_whole() {
    let place = "Överkalix hälsocentral, ".repeat(12);
    let file = text(&Event { place: place.clone(), ..event() });
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(file.split("\r\n").filter(|line| line.starts_with(' ')).count() >= 3);
    assert!(file.replace("\r\n ", "").contains(&place.trim().replace(',', "\\,")));
}

#[test]
fn nothing_typed_can_add_a_line_of_its_own() {
    let file = text(&Event { place: "Rum 2\r\nSTATUS:CANCELLED\n\\,".into(), ..event() });
    assert!(file.contains("LOCATION:Rum 2\\nSTATUS:CANCELLED\\n\\\\\\,\r\n"), "{file}");
    assert_eq!(file.matches("\r\nSTATUS:").count(), 1);
}
