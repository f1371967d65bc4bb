//! The domain of Samsyn: a person, a case, the yes to a SIP, the grounds on which something may be told, the meeting,
//! the plan and its follow-up, with their rules.
//!
//! **Invariants.** This crate does no I/O, reads no clock, draws no random number and knows no SQL and no words shown to
//! people: time and identifiers are passed in, and what it finds it names by codes. Draft records hold what somebody has
//! typed, as typed; rules speak when a step is *fixed* ([`plan::fix`], [`gate::permit`]).

pub mod access;
pub mod acts;
pub mod backups;
pub mod braid;
pub mod calling;
pub mod case;
pub mod catalogue;
pub mod child;
pub mod codes;
pub mod consequences;
pub mod dates;
pub mod discharge;
pub mod disposal;
pub mod drafts;
pub mod drawing;
pub mod first_contact;
pub mod gate;
mod handing;
pub mod identity;
pub mod ids;
mod in_use;
pub mod law;
pub mod names;
pub mod person;
pub mod places;
pub mod plan;
pub mod profile;
pub mod protection;
pub mod room;
pub mod statistics;
#[cfg(test)]
mod testing;
pub mod text;
pub mod timeline;
pub mod worklist;
