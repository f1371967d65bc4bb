//! The tests of the whole program, in one binary so that it is linked once.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

mod access;
mod devhost;
#[cfg(target_os = "linux")]
mod faults;
mod frozen;
mod fuzzed;
mod journeys;
#[cfg(target_os = "linux")]
mod keyring;
mod outside;
mod tidy;
#[cfg(target_os = "linux")]
mod window;
