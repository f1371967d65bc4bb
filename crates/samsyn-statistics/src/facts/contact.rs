//! First contacts: who turned to the unit, about what, for how long they waited, and what came of it.

use super::*;
use samsyn_plan::{codes::ContactOutcome, dates::parse_date};

/// The code of an answer that has not come yet.
const WAITING: &str = "waiting";

/// A contact on which nothing has been written is none.
pub(super) fn contact(contact: &FirstContact, case: Option<&Case>, setting: &Setting, facts: &mut Facts) {
    if contact.is_blank() {
        return;
    }
    let frame = case.map_or_else(|| Frame::of_contact(contact, setting), |case| Frame::of_case(case, setting));
    let on = contact.since();
    let outcome = contact.outcome.or(contact.case.map(|_| ContactOutcome::Case));
    let answered = outcome.and_then(|_| parse_date(&contact.answered_on));
    facts.add_framed(
        Fact::Contact,
        &frame,
        NewRow {
            on,
            columns: [("who", contact.who.map_or(UNKNOWN, Coded::code)), ("outcome", outcome.map_or(WAITING, Coded::code))],
            numbers: [("waited", answered.and_then(|answered| days(Some(on), answered)))],
        },
    );
    let mut areas = contact.areas.clone();
    areas.sort_unstable();
    areas.dedup();
    for area in areas {
        facts.add_framed(Fact::ContactArea, &frame, NewRow { on, columns: [("problem", area.code())], numbers: [] });
    }
}
