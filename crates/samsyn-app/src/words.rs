//! A refusal in Swedish, for whoever has no screen.

use crate::AppError;
use samsyn_print::Texts;
use serde_json::Value;

/// The program's words.
pub(crate) fn texts() -> &'static Texts {
    Texts::swedish()
}

/// A value of the details that can stand in a sentence.
fn put_in((name, value): (&String, &Value)) -> Option<(String, String)> {
    let words = match value {
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some((name.clone(), words))
}

/// The sentence of a refusal, with the field's code where it has one. It holds nothing personal.
pub fn words(error: &AppError) -> String {
    let values: Vec<(String, String)> = error.details.as_object().into_iter().flatten().filter_map(put_in).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sentence = texts().with(&format!("error-{}", error.code.code().replace('_', "-")), &values);
    match &error.field {
        Some(field) => format!("{sentence} ({field})"),
        None => sentence,
    }
}
