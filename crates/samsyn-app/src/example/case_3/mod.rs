//! Case 3: a discharge in Överkalix, with opioids. The region calls, within three days of the notice.

mod after;
mod agreeing;
mod call;
mod follow_up;
mod meeting;
mod notices;
mod plan;
mod start;

use super::Phase;

/// The case in its phases, each with its name.
pub const CASE_3: &[(&str, Phase)] = &[
    ("first_start", start::first_start),
    ("need", start::need),
    ("parties", start::parties),
    ("admission", notices::admission),
    ("ready", notices::ready),
    ("yes_to_sip", agreeing::yes_to_sip),
    ("consents", agreeing::consents),
    ("meeting_planned", call::meeting_planned),
    ("calls", call::calls),
    ("meeting_moved", call::meeting_moved),
    ("meeting_begins", meeting::begins),
    ("goals", plan::goals),
    ("measures", plan::measures),
    ("open_and_crisis", plan::open_and_crisis),
    ("responsibility", plan::responsibility),
    ("those_of_a_part", meeting::those_of_a_part),
    ("read_back", meeting::read_back),
    ("version_1", after::version_1),
    ("copies", after::copies),
    ("discharged", notices::discharged),
    ("version_2", after::version_2),
    ("translation", after::translation),
    ("withdrawal", follow_up::withdrawal),
    ("follow_up_1", follow_up::first),
    ("move", follow_up::moves),
    ("closing", follow_up::closing),
];
