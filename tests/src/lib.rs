//! What the tests of the whole program stand on: the devhost, and places of the project.
//!
//! A test's tool fails by panicking, so `unwrap` is at home here.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a tool of tests fails by panicking")]

pub mod calls;
pub mod county;
pub mod devhost;
pub mod faults;
pub mod fuzzed;
pub mod many;
#[cfg(target_os = "linux")]
pub mod memory;
#[cfg(unix)]
pub mod servant;

use std::path::{Path, PathBuf};

/// The top of the project.
///
/// # Panics
/// Never: the package stands in a folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A program of this workspace, as the running test's own target folder has it.
///
/// # Panics
/// When it has not been built; `cargo test` alone does not build the programs.
pub fn program(name: &str) -> PathBuf {
    let folder = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "{name} has not been built: `cargo build --workspace --bins` first, as `cargo xtask test` does");
    program
}
