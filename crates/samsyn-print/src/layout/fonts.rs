//! The embedded fonts, parsed once a thread.

use crate::PrintError;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, LayoutContext};
use printpdf::ParsedFont;
use std::collections::HashMap;

/// File and the name it gets in a PDF: six capitals, since printpdf makes the subset's tag of it (ISO 32000-1, 9.6.4).
const FILES: [(&str, &[u8]); 4] = [
    ("SAMSYA", include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf")),
    ("SAMSYB", include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf")),
    ("SAMSYC", include_bytes!("../../../../assets/fonts/NotoSansArabic-Regular.ttf")),
    ("SAMSYD", include_bytes!("../../../../assets/fonts/NotoSansArabic-Bold.ttf")),
];

/// One font.
pub(crate) struct Face {
    pub(crate) name: &'static str,
    pub(crate) parsed: ParsedFont,
}

/// All fonts, for shaping and for embedding.
pub(crate) struct Fonts {
    pub(super) context: FontContext,
    pub(super) scratch: LayoutContext<()>,
    faces: Vec<Face>,
    by_blob: HashMap<u64, usize>,
    drawable: HashMap<char, bool>,
}

impl Fonts {
    /// Parses the embedded fonts.
    pub(crate) fn load() -> Result<Self, PrintError> {
        let mut collection = Collection::new(CollectionOptions { system_fonts: false, ..Default::default() });
        let mut faces = Vec::with_capacity(FILES.len());
        let mut by_blob = HashMap::with_capacity(FILES.len());
        for (number, (name, bytes)) in FILES.into_iter().enumerate() {
            let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(PrintError::Font)?;
            let blob = Blob::from(bytes.to_vec());
            by_blob.insert(blob.id(), number);
            collection.register_fonts(blob, None);
            faces.push(Face { name, parsed });
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Ok(Self { context, scratch: LayoutContext::new(), faces, by_blob, drawable: HashMap::new() })
    }

    /// One face.
    pub(crate) fn face(&self, number: usize) -> Option<&Face> {
        self.faces.get(number)
    }

    /// The face that the shaper took its glyphs from.
    pub(super) fn face_of_blob(&self, blob: u64) -> Option<usize> {
        self.by_blob.get(&blob).copied()
    }

    /// Whether any face can draw `c`. PDF/A forbids the box that stands for a missing letter.
    pub(super) fn can_draw(&mut self, c: char) -> bool {
        if c == '\n' || (' '..='~').contains(&c) {
            return true;
        }
        let faces = &self.faces;
        *self.drawable.entry(c).or_insert_with(|| faces.iter().any(|face| face.glyph(c).is_some()))
    }
}

impl Face {
    /// The glyph that stands for `c`.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        self.parsed.lookup_glyph_index(c as u32).filter(|&glyph| glyph != 0)
    }

    /// The glyph's own advance in thousandths of an em, as it will stand in the file's table of widths.
    pub(crate) fn width(&self, glyph: u16) -> f32 {
        let em = f32::from(self.parsed.pdf_font_metrics.units_per_em).max(1.0);
        (f32::from(self.parsed.get_horizontal_advance(glyph)) * 1000.0 / em).trunc()
    }
}

#[cfg(test)]
mod tests;
