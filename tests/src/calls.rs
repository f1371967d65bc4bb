//! A unit to which many have turned over two years, so that its figures are shown as numbers.

use samsyn_app::{
    AppError,
    example::{CASE_1, Phase, Script},
};
use serde_json::json;

/// The last of two years of calls, early in the third.
pub const YEARS_OF_CALLS: &[(&str, Phase)] = &[("years_of_calls", years_of_calls)];

/// What each call came to, and how many were so in each year: who, about what, the outcome, the days until it.
const CALLS: [(&str, &str, &str, u32, [u32; 2]); 5] = [
    ("person", "alcohol", "booked", 6, [12, 17]),
    ("relative", "alcohol", "told", 1, [9, 8]),
    ("relative", "gambling", "pointed_on", 12, [6, 11]),
    ("staff", "mental_health", "booked", 9, [7, 2]),
    ("person", "cannabis", "told", 3, [5, 5]),
];

fn years_of_calls(script: &mut Script) -> Result<(), AppError> {
    CASE_1[0].1(script)?;
    // The first day is in January 2027; the last one is in the second quarter of 2028.
    for (after, year, column) in [(340, 2027, 0), (480, 2028, 1)] {
        script.at(after, "09.00")?;
        for (who, area, outcome, days, counts) in CALLS {
            for number in 0..counts[column] {
                let day = 1 + number % 15;
                let (came, answered) = (format!("{year}-03-{day:02}"), format!("{year}-03-{:02}", day + days));
                let added = script.call("contact.add", json!({}))?;
                let fields = json!({ "came_on": came, "who": who, "about": "Dricker mer", "areas": [area], "outcome": outcome, "answered_on": answered });
                let contact = &added["view"]["contact"]["id"];
                script.call("contact.set", json!({ "contact": contact, "fields": fields, "seen": {}}))?;
            }
        }
    }
    Ok(())
}
