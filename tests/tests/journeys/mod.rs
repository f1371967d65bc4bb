//! Whole cases through the commands, line by line.
