//! Files that leave the program: a meeting for a calendar, a case for a colleague. What goes into them has passed the gate before it comes here.

pub mod calendar;
pub mod package;
