//! Files that leave the program: a meeting for a calendar, a case for a colleague, an organisation's figures for its county,
//! the catalogue as a table. What tells of somebody has passed the gate before it comes here.

pub mod calendar;
pub mod catalogue;
pub mod county;
pub mod package;
pub mod table;
