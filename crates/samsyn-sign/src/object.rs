//! A PDF object as bytes (ISO 32000-1, 7.3).

use lopdf::{Dictionary, Object};
use std::fmt::Write;

/// Writes an object. Strings are written in hexadecimal, so that no byte of them needs care.
pub(crate) fn written(object: &Object) -> String {
    match object {
        Object::Null => "null".to_owned(),
        Object::Boolean(value) => value.to_string(),
        Object::Integer(value) => value.to_string(),
        Object::Real(value) => value.to_string(),
        Object::Name(name) => written_name(name),
        Object::String(bytes, _) => format!("<{}>", hex(bytes)),
        Object::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(" ")),
        Object::Dictionary(entries) => written_dictionary(entries),
        // A stream stands only by itself, and none is written anew.
        Object::Stream(stream) => written_dictionary(&stream.dict),
        Object::Reference((number, generation)) => format!("{number} {generation} R"),
    }
}

fn written_dictionary(entries: &Dictionary) -> String {
    let entries: String = entries.iter().map(|(name, value)| format!(" {} {}", written_name(name), written(value))).collect();
    format!("<<{entries} >>")
}

fn written_name(name: &[u8]) -> String {
    let mut written = "/".to_owned();
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"_-.+:".contains(byte) {
            written.push(char::from(*byte));
        } else {
            let _ = write!(written, "#{byte:02X}");
        }
    }
    written
}

/// A text string (7.9.2.2), as UTF-16 with its mark.
pub(crate) fn text(words: &str) -> Object {
    let bytes = [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
