//! The example: one made-up case, carried from need to closing by the commands alone, in a practice store with a set clock.
//!
//! Its people, their words and the passphrase are made up. The case is told in phases, one function each, which
//! `samsyn-cli example` runs one after another and the journeys of the tests one by one. Identifiers are counted, so that it
//! is the same every time but for what the store's keys make random.

mod after;
mod call;
mod consent;
mod follow_up;
mod meeting;
mod need;
mod plan;
mod script;
mod start;

pub use script::{Script, day};
pub use start::{PASSPHRASE, STORE};

use crate::AppError;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A phase of the case.
pub type Phase = fn(&mut Script) -> Result<(), AppError>;

/// The case in its phases, each with its name.
pub const PHASES: &[(&str, Phase)] = &[
    ("first_start", start::first_start),
    ("need", need::need),
    ("yes_to_sip", need::yes_to_sip),
    ("preparation", need::preparation),
    ("parties", consent::parties),
    ("consents", consent::consents),
    ("meeting_planned", call::meeting_planned),
    ("calls", call::calls),
    ("replies", call::replies),
    ("meeting_begins", meeting::begins),
    ("medicines_come_up", meeting::medicines_come_up),
    ("everybody_is_back", meeting::everybody_is_back),
    ("goals", plan::goals),
    ("measures", plan::measures),
    ("measures_by_others", plan::measures_by_others),
    ("open_and_crisis", plan::open_and_crisis),
    ("responsibility", plan::responsibility),
    ("read_back", meeting::read_back),
    ("deviation", after::deviation),
    ("version_1", after::version_1),
    ("signatures", after::signatures),
    ("copies", after::copies),
    ("filed", after::filed),
    ("version_2", after::version_2),
    ("follow_up_1", follow_up::first),
    ("follow_up_2", follow_up::second),
    ("closing", follow_up::closing),
];

/// What was written.
pub struct Written {
    /// The PDFs, in the order of the case.
    pub files: Vec<PathBuf>,
    /// The practice store's data key, as 64 hexadecimal digits.
    pub key: Zeroizing<String>,
}

/// Carries the whole case in a new practice store below a folder, and leaves the case's PDFs in the folder. `progress` hears
/// how many phases of how many are done. Refused where the folder has a practice store already.
pub fn write(folder: &Path, mut progress: impl FnMut(u64, u64)) -> Result<Written, AppError> {
    let mut script = Script::begin(folder)?;
    let of = PHASES.len() as u64;
    for (done, (_, phase)) in (1..).zip(PHASES) {
        phase(&mut script)?;
        progress(done, of);
    }
    script.written()
}
