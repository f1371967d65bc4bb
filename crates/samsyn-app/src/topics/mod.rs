//! The commands, one file a topic; each file has its own list.

pub(crate) mod agreement;
pub(crate) mod calls;
pub(crate) mod cases;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod follow_ups;
pub(crate) mod meetings;
pub(crate) mod people;
pub(crate) mod plans;
pub(crate) mod statistics;
pub(crate) mod store;
pub(crate) mod worklist;

use crate::describe::Command;

/// Every topic's list.
pub(crate) const LISTS: &[&[Command]] = &[
    store::COMMANDS,
    store::BYTE_COMMANDS,
    worklist::COMMANDS,
    people::COMMANDS,
    cases::COMMANDS,
    drafts::COMMANDS,
    agreement::COMMANDS,
    calls::COMMANDS,
    meetings::COMMANDS,
    plans::COMMANDS,
    plans::BYTE_COMMANDS,
    follow_ups::COMMANDS,
    documents::COMMANDS,
    documents::BYTE_COMMANDS,
    statistics::COMMANDS,
];
