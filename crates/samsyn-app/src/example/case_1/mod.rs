//! Case 1: an adult in Östersund, with alcohol and work. Socialtjänsten calls.

mod after;
mod call;
mod consent;
mod follow_up;
mod meeting;
mod need;
mod plan;
mod start;

use super::Phase;

/// The case in its phases, each with its name.
pub const CASE_1: &[(&str, Phase)] = &[
    ("first_start", start::first_start),
    ("need", need::need),
    ("yes_to_sip", need::yes_to_sip),
    ("preparation", need::preparation),
    ("parties", consent::parties),
    ("consents", consent::consents),
    ("meeting_planned", call::meeting_planned),
    ("calls", call::calls),
    ("replies", call::replies),
    ("meeting_begins", meeting::begins),
    ("medicines_come_up", meeting::medicines_come_up),
    ("everybody_is_back", meeting::everybody_is_back),
    ("goals", plan::goals),
    ("measures", plan::measures),
    ("measures_by_others", plan::measures_by_others),
    ("open_and_crisis", plan::open_and_crisis),
    ("responsibility", plan::responsibility),
    ("read_back", meeting::read_back),
    ("deviation", after::deviation),
    ("version_1", after::version_1),
    ("signatures", after::signatures),
    ("copies", after::copies),
    ("filed", after::filed),
    ("version_2", after::version_2),
    ("follow_up_1", follow_up::first),
    ("follow_up_2", follow_up::second),
    ("closing", follow_up::closing),
];
