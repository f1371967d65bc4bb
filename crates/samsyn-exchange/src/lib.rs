//! Files that leave the program: a meeting for a calendar, a case for a colleague, the catalogue as a table. What tells of
//! somebody has passed the gate before it comes here.

pub mod calendar;
pub mod catalogue;
pub mod package;
pub mod table;
