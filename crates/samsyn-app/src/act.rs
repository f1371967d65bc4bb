//! What the commands share: the call that is being answered, and the reading of dates and words in requests.

use crate::{AppError, Code};
use chrono::{DateTime, NaiveDate, Utc};
use samsyn_plan::{dates, text};
use serde_json::Value;
use uuid::Uuid;

/// The call that is being answered.
pub(crate) struct Call {
    /// The command's name.
    pub(crate) command: &'static str,
    /// The caller's own identifier of this call, so that a double click or a retry writes once.
    pub(crate) id: Uuid,
    /// The request as it came, for the change log.
    pub(crate) arguments: Value,
    /// The time at which it came.
    pub(crate) now: DateTime<Utc>,
    /// The day in Sweden.
    pub(crate) today: NaiveDate,
}

/// The date in a field of a request. Empty is refused as empty, anything else that is no date as unreadable.
pub(crate) fn date(field: &str, typed: &str) -> Result<NaiveDate, AppError> {
    if text::is_blank(typed) {
        return Err(AppError::at(Code::EmptyField, field));
    }
    dates::parse_date(typed).ok_or_else(|| AppError::at(Code::DateUnreadable, field))
}

/// The date in a field that may be empty.
pub(crate) fn optional_date(field: &str, typed: &str) -> Result<Option<NaiveDate>, AppError> {
    if text::is_blank(typed) { Ok(None) } else { date(field, typed).map(Some) }
}

/// Words in a field that must not be empty, cleaned and trimmed.
pub(crate) fn needed(field: &str, typed: &str) -> Result<String, AppError> {
    let words = words(typed);
    if words.is_empty() { Err(AppError::at(Code::EmptyField, field)) } else { Ok(words) }
}

/// Words in a field, cleaned and trimmed.
pub(crate) fn words(typed: &str) -> String {
    text::clean(typed).trim().to_owned()
}
