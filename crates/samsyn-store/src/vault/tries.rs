//! Wrong tries at the door, counted and slowed.
//!
//! It holds whoever sits at the program; whoever has the files guesses without it, against the cost of a guess alone.

use std::io::Write as _;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use fs_err as fs;
use serde::{Deserialize, Serialize};

/// The file beside the header, so that starting the program anew does not begin anew.
pub(crate) const NAME: &str = "samsyn.tries";
/// So many wrong tries in a row are free: fingers slip.
const FREE: u32 = 3;
/// The wait after the last of them, in seconds; each further one doubles it.
const FIRST_WAIT: i64 = 5;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 5 * 60;

/// The wrong tries in a row, and when the wait began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tries {
    wrong: u32,
    since: DateTime<Utc>,
}

impl Tries {
    /// What is kept in `folder`. A file that cannot be read counts nothing: it is there to slow, not to shut out.
    pub(crate) fn read(folder: &Path) -> Self {
        fs::read(folder.join(NAME)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// The seconds that are left to wait at `now`; 0 where a try may be made.
    ///
    /// With the clock set back to before the wait began, the whole wait begins anew, once: it is never longer than the
    /// longest, and setting the clock back never shortens it.
    pub(crate) fn left(&mut self, now: DateTime<Utc>) -> u32 {
        if self.wrong < FREE {
            return 0;
        }
        self.since = self.since.min(now);
        let doublings = (self.wrong - FREE).min(16);
        let wait = TimeDelta::seconds((FIRST_WAIT << doublings).min(LONGEST_WAIT));
        // A part of a second that is left is a whole one to whoever waits.
        let left = (self.since + wait - now).num_milliseconds().max(0);
        u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX)
    }

    /// One more wrong try.
    pub(crate) fn wrong(&mut self, now: DateTime<Utc>) {
        *self = Self { wrong: self.wrong.saturating_add(1), since: now };
    }

    /// A right key: the count begins anew.
    pub(crate) fn right(&mut self) {
        *self = Self::default();
    }

    /// Keeps the count in `folder`. No count is no file.
    pub(crate) fn write(self, folder: &Path) -> std::io::Result<()> {
        let path = folder.join(NAME);
        if self.wrong == 0 {
            return match fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec(&self)?)?;
        file.persist(path).map(drop).map_err(|error| error.error)
    }
}
