//! Letters in a content stream (ISO 32000-1, 9.4): a run is one string wherever its letters follow each other by their own widths.

use crate::layout::PAGE_HEIGHT;
use crate::layout::fonts::Fonts;
use crate::layout::glyphs::ByGlyph;
use crate::layout::page::{Glyph, Laid, Run};
use printpdf::{Codepoint, FontId, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

/// Paints the runs of one document.
pub(super) struct Runs<'a> {
    fonts: &'a Fonts,
    known: ByGlyph<Known<'a>>,
}

/// What is asked of a glyph each time that it is painted.
struct Known<'a> {
    /// In thousandths of an em.
    width: f32,
    text: &'a str,
    /// The character that stands for the glyph, where it is one and the font gives the same glyph for it.
    letter: Option<char>,
}

impl<'a> Runs<'a> {
    pub(super) fn new(laid: &'a Laid, fonts: &'a Fonts) -> Self {
        let known = laid.glyph_texts.map(|(number, glyph), text| {
            let face = fonts.face(number)?;
            let mut characters = text.chars();
            let letter = characters.next().filter(|&c| characters.next().is_none() && face.glyph(c) == Some(glyph));
            Some(Known { width: face.width(glyph), text: text.as_str(), letter })
        });
        Self { fonts, known }
    }

    /// One text matrix a run; within it the glyphs follow by their own widths, corrected in thousandths of an em.
    pub(super) fn paint(&self, run: &Run, pen: &mut TextPen, ops: &mut Vec<Op>) {
        let Some(face) = self.fonts.face(run.face) else { return };
        pen.put_down(run, face.name, ops);
        for level in run.glyphs.chunk_by(|a, b| a.rise.to_bits() == b.rise.to_bits()) {
            let Some(first) = level.first() else { continue };
            ops.push(Op::SetTextMatrix { matrix: matrix(run, first) });
            ops.push(Op::ShowText { items: self.items(run, first.x, level) });
        }
    }

    fn items(&self, run: &Run, start: f32, glyphs: &[Glyph]) -> Vec<TextItem> {
        let mut items = Vec::new();
        let mut letters = String::new();
        let mut reached = 0.0;
        for glyph in glyphs {
            let Some(known) = self.known.get(&(run.face, glyph.id)) else { continue };
            let wanted = (glyph.x - start) * 1000.0 / run.size;
            let correction: f32 = (reached - wanted).round();
            if correction != 0.0 {
                close(&mut letters, &mut items);
                items.push(TextItem::Offset(correction));
                reached -= correction;
            }
            if let Some(letter) = known.letter {
                letters.push(letter);
            } else {
                close(&mut letters, &mut items);
                let code = Codepoint { gid: glyph.id, offset: 0.0, cid: Some(known.text.to_owned()) };
                items.push(TextItem::GlyphIds(vec![code]));
            }
            reached += known.width;
        }
        close(&mut letters, &mut items);
        items
    }
}

/// Ends a string.
fn close(letters: &mut String, items: &mut Vec<TextItem>) {
    if !letters.is_empty() {
        items.push(TextItem::Text(std::mem::take(letters)));
    }
}

/// What is set within a text object, so that it is not said twice.
#[derive(Default)]
pub(super) struct TextPen {
    down: bool,
    font: Option<(usize, u32)>,
    gray: Option<u32>,
}

impl TextPen {
    fn put_down(&mut self, run: &Run, name: &str, ops: &mut Vec<Op>) {
        if !self.down {
            ops.push(Op::StartTextSection);
            self.down = true;
        }
        if self.gray != Some(run.gray.to_bits()) {
            ops.push(Op::SetFillColor { col: super::pages::gray(run.gray) });
            self.gray = Some(run.gray.to_bits());
        }
        if self.font != Some((run.face, run.size.to_bits())) {
            ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(name.to_owned())), size: Pt(run.size) });
            self.font = Some((run.face, run.size.to_bits()));
        }
    }

    /// Colour is not part of a text object, so a shape in between changes it.
    pub(super) fn lift(&mut self, ops: &mut Vec<Op>) {
        if self.down {
            ops.push(Op::EndTextSection);
        }
        *self = Self::default();
    }
}

fn matrix(run: &Run, first: &Glyph) -> TextMatrix {
    let (sin, cos) = run.turn.to_radians().sin_cos();
    let x = run.x + first.x * cos - first.rise * sin;
    let y = run.y - first.x * sin - first.rise * cos;
    TextMatrix::Raw([cos, sin, -sin, cos, super::pages::round(x), super::pages::round(PAGE_HEIGHT - y)])
}
