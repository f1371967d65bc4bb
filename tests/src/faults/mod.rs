//! The tools of the fault tests: a worker that says what it has done, a keyring in files, and a disk that loses its power.
//!
//! All that is random comes of one seed, which is told where a test fails. `SAMSYN_FAULTS` says how many times the work of
//! CI is done; `cargo xtask faults` is the long run.

pub mod disk;
mod hand;
mod held;
mod keyring;
mod random;
pub mod trace;
pub mod traces;
pub mod worker;

pub use hand::{Hand, PASSPHRASE, Step, case_of, create, keyring_of, open, open_anyhow, program};
pub use held::Held;
pub use keyring::FileKeyring;
pub use random::{Random, SEED_VARIABLE, seed};

/// The variable that says how many times the work of CI is done.
pub const SCALE_VARIABLE: &str = "SAMSYN_FAULTS";

/// A number of CI, as many times as this run asks for.
///
/// # Panics
/// When the variable holds no number.
pub fn scaled(on_ci: usize) -> usize {
    on_ci * std::env::var(SCALE_VARIABLE).map_or(1, |times| times.parse().unwrap())
}
