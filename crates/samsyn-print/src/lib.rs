//! Paper: a document of blocks becomes a PDF that archives can keep (PDF/A-2a) and that can be read by ear (PDF/UA-1).

pub mod braid;
mod document;
pub mod documents;
mod layout;
mod logo;
mod pdf;
pub mod picture;
mod plain;
pub mod plot;
#[cfg(test)]
mod samples;
mod text;

pub use document::{Block, Document, Letterhead, ParagraphStyle, SignatureKind, SignatureLine};
pub use logo::{Logo, LogoError};
pub use plain::plain_text;
pub use text::Texts;

use layout::fonts::Fonts;
use std::cell::RefCell;

/// Why no PDF came out.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// An embedded font could not be parsed.
    #[error("an embedded font could not be parsed")]
    Font,
    /// The file could not be put together.
    #[error("the PDF could not be put together")]
    Pdf(#[from] lopdf::Error),
    /// The file could not be written to memory.
    #[error("the PDF could not be written")]
    Write(#[from] std::io::Error),
}

thread_local! {
    /// Parsing the fonts costs more than a paper does, so each thread does it once.
    static FONTS: RefCell<Option<Fonts>> = const { RefCell::new(None) };
}

/// The document as a PDF file: PDF/A-2a and PDF/UA-1, the same bytes for the same document.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PrintError> {
    FONTS.with_borrow_mut(|cached| {
        let mut fonts = match cached.take() {
            Some(fonts) => fonts,
            None => Fonts::load()?,
        };
        let laid = layout::lay_out(document, &mut fonts, Texts::swedish());
        let bytes = pdf::write(document, &laid, &fonts);
        *cached = Some(fonts);
        bytes
    })
}
