//! The commands, one file a topic; each file has its own list.

pub(crate) mod access;
pub(crate) mod agreement;
pub(crate) mod annulments;
pub(crate) mod braid;
pub(crate) mod calls;
pub(crate) mod cases;
pub(crate) mod catalogue;
pub(crate) mod children;
pub(crate) mod contacts;
pub(crate) mod county;
pub(crate) mod disposal;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod follow_ups;
pub(crate) mod half_written;
pub(crate) mod handing;
pub(crate) mod help;
pub(crate) mod journal;
pub(crate) mod knowledge;
pub(crate) mod meetings;
pub(crate) mod notices;
pub(crate) mod people;
pub(crate) mod plans;
pub(crate) mod practice;
pub(crate) mod protected;
pub(crate) mod signing;
pub(crate) mod statistics;
pub(crate) mod store;
pub(crate) mod users;
pub(crate) mod worklist;

use crate::describe::Command;

/// Every topic's list.
pub(crate) const LISTS: &[&[Command]] = &[
    store::COMMANDS,
    store::BYTE_COMMANDS,
    worklist::COMMANDS,
    worklist::BYTE_COMMANDS,
    contacts::COMMANDS,
    people::COMMANDS,
    protected::COMMANDS,
    cases::COMMANDS,
    drafts::COMMANDS,
    agreement::COMMANDS,
    children::COMMANDS,
    calls::COMMANDS,
    calls::BYTE_COMMANDS,
    meetings::COMMANDS,
    notices::COMMANDS,
    braid::COMMANDS,
    plans::COMMANDS,
    plans::BYTE_COMMANDS,
    follow_ups::COMMANDS,
    annulments::COMMANDS,
    access::COMMANDS,
    users::COMMANDS,
    documents::COMMANDS,
    documents::BYTE_COMMANDS,
    journal::COMMANDS,
    half_written::COMMANDS,
    handing::COMMANDS,
    handing::BYTE_COMMANDS,
    signing::COMMANDS,
    disposal::COMMANDS,
    disposal::BYTE_COMMANDS,
    statistics::COMMANDS,
    statistics::BYTE_COMMANDS,
    county::COMMANDS,
    county::BYTE_COMMANDS,
    knowledge::COMMANDS,
    knowledge::BYTE_COMMANDS,
    help::COMMANDS,
    practice::COMMANDS,
    catalogue::COMMANDS,
    catalogue::BYTE_COMMANDS,
];
