//! Time as the commands see it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Stockholm;

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A time that was set: practice stores only.
    Fixed(DateTime<Utc>),
    /// The machine's clock, so much ahead: practice mode, where time goes on in the made-up days.
    Shifted(TimeDelta),
}

impl Clock {
    /// The time now.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(at) => at,
            Self::Shifted(ahead) => Utc::now() + ahead,
        }
    }

    /// The day in Sweden.
    pub fn today(self) -> NaiveDate {
        day_of(self.now())
    }
}

/// The day in Sweden of a moment.
pub(crate) fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Stockholm).date_naive()
}
