//! The tests of the whole program, in one binary so that it is linked once.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[cfg(target_os = "linux")]
mod keyring;
mod access;
mod devhost;
mod journeys;
mod outside;
mod tidy;
#[cfg(target_os = "linux")]
mod window;
