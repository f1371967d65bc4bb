//! What stands above the title: whose paper it is.

use super::blocks::{Column, Composer, lower};
use super::flow::Band;
use super::page::Drawing;
use super::style::MARGIN;
use super::tree::{Tag, Tree};
use crate::document::Document;

/// Between the logo and the words beside it.
const GUTTER: f32 = 14.0;

impl Composer<'_> {
    /// The logo, and beside it the organisation with its address and phone; without a logo they stand at the margin.
    pub(super) fn letterhead(&mut self, document: &Document) -> Vec<Band> {
        let Some(logo) = &document.letterhead.logo else {
            let mut bands = self.sender(document, 0.0);
            if let Some(last) = bands.last_mut() {
                last.height += self.look.gap * 0.8;
            }
            return bands;
        };
        let (width, height) = logo.size();
        let words = self.texts.with("paper-logo", &[("name", document.letterhead.name.trim())]);
        let figure = self.element(Tree::ROOT, Tag::Figure(super::clean(&words).into_owned()));
        let mut bands = self.sender(document, width + GUTTER);
        if bands.is_empty() {
            bands.push(Band::default());
        }
        let beside: f32 = bands.iter().map(|band| band.height).sum();
        let (air, above) = ((height - beside).max(0.0), (beside - height).max(0.0) / 2.0);
        if let Some(first) = bands.first_mut() {
            lower(first, air / 2.0);
            first.height += air / 2.0;
            first.items.insert(0, (figure, vec![Drawing::Logo { x: MARGIN, y: above, width, height }]));
        }
        if let Some(last) = bands.last_mut() {
            last.height += air / 2.0 + self.look.gap * 1.6;
        }
        bands
    }

    /// The organisation, and how it is reached.
    fn sender(&mut self, document: &Document, indent: f32) -> Vec<Band> {
        let mut bands = Vec::new();
        for text in [&document.author, &document.letterhead.contact] {
            if !text.trim().is_empty() {
                let owner = self.element(Tree::ROOT, Tag::Paragraph);
                bands.extend(self.column(Column { text, letters: self.look.small, indent, inset: 0.0, owner }));
            }
        }
        bands
    }
}
