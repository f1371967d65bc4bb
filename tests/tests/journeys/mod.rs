//! Whole cases through the commands, line by line, and what the commands answer to bad input.

mod annulled;
mod bad_input;
mod calling;
mod card;
mod carried;
mod case_1;
mod case_2;
mod case_3;
mod children;
mod closed_ways;
mod command_line;
mod deviations;
mod handing;
mod meeting;
mod narrow_grounds;
mod other_grounds;
mod own_papers;
mod paper_ways;
mod plan_types;
mod properties;
mod protected;
mod reviewed;
mod withdrawn;
