//! From blocks to pages: what stands where, and which element of the reading structure it belongs to.

pub(crate) mod blocks;
mod clean;
mod figure;
mod flow;
pub(crate) mod fonts;
pub(crate) mod glyphs;
mod letterhead;
pub(crate) mod page;
mod running;
mod shape;
mod signature;
mod style;
mod table;
pub(crate) mod tree;

pub(crate) use clean::clean;
pub(crate) use style::{BOTTOM, CONTENT, PAGE_HEIGHT, PAGE_WIDTH, TOP};

use crate::document::Document;
use crate::text::Texts;
use blocks::Composer;
use fonts::Fonts;
use page::Laid;
use style::Look;

/// Sets a document on pages.
pub(crate) fn lay_out(document: &Document, fonts: &mut Fonts, texts: &Texts) -> Laid {
    let look = if document.large_type { Look::large() } else { Look::normal() };
    let mut composer = Composer::new(fonts, texts, &look);
    let bands = composer.document(document);
    let mut laid = flow::flow(bands, std::mem::take(&mut composer.tree));
    running::running_matter(&mut laid, &mut composer, document);
    laid.glyph_texts = composer.into_glyph_texts();
    laid
}

#[cfg(test)]
pub(crate) mod tests;
