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

/// A refusal as one line: its code, its field where it has one, and its sentence.
pub(crate) fn refusal(error: &AppError) -> String {
    let field = error.field.as_deref().map(|field| format!(" ({field})")).unwrap_or_default();
    format!("{error}{field}: {}", samsyn_app::words(error))
}
