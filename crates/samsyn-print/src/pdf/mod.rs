//! From pages to a file: printpdf paints, lopdf adds what makes it archival and accessible.
//!
//! printpdf's own conformance setting is a label only; such a file passes neither PDF/A-2a nor PDF/UA-1.

mod finish;
mod logo;
mod metadata;
mod outline;
mod pages;
mod runs;
mod structure;

use crate::PrintError;
use crate::document::Document;
use crate::layout::fonts::Fonts;
use crate::layout::page::Laid;
use lopdf::{Object, StringFormat};
use printpdf::PdfSaveOptions;

/// The file of a document that has been laid out.
pub(crate) fn write(document: &Document, laid: &Laid, fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    let mut painted = pages::paint(laid, fonts);
    if let Some(logo) = &document.letterhead.logo {
        logo::add(&mut painted, logo);
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = painted.to_lopdf_document(&options, &mut Vec::new());
    let page_ids: Vec<lopdf::ObjectId> = file.get_pages().into_values().collect();
    let structure = structure::add(&mut file, laid, &page_ids)?;
    let outline = outline::add(&mut file, &laid.outline, &page_ids);
    let metadata = metadata::add(&mut file, document);
    finish::finish(file, document, &finish::Parts { structure, outline, metadata })
}

/// A text string for people (ISO 32000-1, 7.9.2.2).
fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A page or mark number as PDF wants it.
fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
pub(crate) mod tests;
