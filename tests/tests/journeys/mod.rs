//! Whole cases through the commands, line by line, and what the commands answer to bad input.

mod access_log;
mod annulled;
mod backups;
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
mod damaged;
mod deviations;
mod disposal;
mod handing;
mod hidden;
mod household;
mod letterhead;
mod meeting;
mod moved;
mod narrow_grounds;
mod other_grounds;
mod own_papers;
mod paper_ways;
#[cfg(unix)]
mod places;
mod plan_types;
mod properties;
mod protected;
mod revealing;
mod reviewed;
mod users;
mod ways_in;
mod withdrawn;
