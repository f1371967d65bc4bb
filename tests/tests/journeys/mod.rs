//! Whole cases through the commands, line by line, and what the commands answer to bad input.

mod bad_input;
mod carried;
mod case_1;
mod closed_ways;
mod command_line;
mod other_grounds;
