//! A refusal in Swedish, for whoever has no screen.

use crate::AppError;
use samsyn_print::Texts;

/// The program's words.
pub(crate) fn texts() -> &'static Texts {
    Texts::swedish()
}

/// The sentence of a refusal, with the field's code where it has one. It holds nothing personal.
pub fn words(error: &AppError) -> String {
    let sentence = texts().get(&format!("error-{}", error.code.code().replace('_', "-")));
    match &error.field {
        Some(field) => format!("{sentence} ({field})"),
        None => sentence,
    }
}
