//! The example: three made-up cases, carried from need to closing by the commands alone, in practice stores with a set clock.
//!
//! Their people, their words and the passphrase are made up. Each case is told in phases, one function each, which
//! `samsyn-cli example` runs one after another and the journeys of the tests one by one. Identifiers are counted, so that it
//! is the same every time but for what the store's keys make random.

mod case_1;
mod case_2;
mod case_3;
mod script;

pub use case_1::CASE_1;
pub use case_2::CASE_2;
pub use case_3::CASE_3;
pub use script::{PASSPHRASE, STORE, Script, day};

use crate::AppError;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A phase of a case.
pub type Phase = fn(&mut Script) -> Result<(), AppError>;

/// What was written.
pub struct Written {
    /// The PDFs, in the order of the case.
    pub files: Vec<PathBuf>,
    /// The practice store's data key, as 64 hexadecimal digits.
    pub key: Zeroizing<String>,
}

/// Carries the whole of case 1 in a new practice store below a folder, and leaves the case's PDFs in the folder. `progress` hears
/// how many phases of how many are done. Refused where the folder has a practice store already.
pub fn write(folder: &Path, mut progress: impl FnMut(u64, u64)) -> Result<Written, AppError> {
    let mut script = Script::begin(folder)?;
    let of = CASE_1.len() as u64;
    for (done, (_, phase)) in (1..).zip(CASE_1) {
        phase(&mut script)?;
        progress(done, of);
    }
    script.written()
}
