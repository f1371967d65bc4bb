//! Words for people, from the same files as the window's and the paper's.

use samsyn_app::{AppError, Texts};

/// The words of a key.
pub(crate) fn text(key: &str) -> String {
    Texts::swedish().get(key)
}

/// The words of a key with values in them.
pub(crate) fn text_with(key: &str, values: &[(&str, &str)]) -> String {
    Texts::swedish().with(key, values)
}

/// A refusal as one line: its code, and its sentence with its field where it has one.
pub(crate) fn refusal(error: &AppError) -> String {
    format!("{error}: {}", samsyn_app::words(error))
}
