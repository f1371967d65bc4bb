//! Painting, with every piece of content inside marked content (ISO 32000-1, 14.6 and 14.7.4).

use crate::layout::fonts::Fonts;
use crate::layout::page::{Artifact, Drawing, Glyph, Laid, Mark, Owner, Page, Run};
use crate::layout::{PAGE_HEIGHT, PAGE_WIDTH};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, Point, Polygon,
    PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};
use std::collections::{BTreeMap, BTreeSet};

/// All pages with the fonts they use. Nothing in it depends on chance but what `finish` replaces.
pub(super) fn paint(laid: &Laid, fonts: &Fonts) -> PdfDocument {
    let mut document = PdfDocument::new("");
    let used: BTreeSet<usize> = laid.glyph_texts.keys().map(|&(face, _)| face).collect();
    for face in used.into_iter().filter_map(|number| fonts.face(number)) {
        // `add_font` would give it a random name.
        document.resources.fonts.map.insert(FontId(face.name.to_owned()), PdfFont::new(face.parsed.clone()));
    }
    let painter = Painter { laid, fonts };
    document.with_pages(laid.pages.iter().map(|page| painter.page(page)).collect());
    document
}

struct Painter<'a> {
    laid: &'a Laid,
    fonts: &'a Fonts,
}

impl Painter<'_> {
    fn page(&self, page: &Page) -> PdfPage {
        let mut ops = Vec::new();
        for (artifact, drawings) in [(Artifact::Watermark, &page.background), (Artifact::Layout, &page.layout)] {
            if !drawings.is_empty() {
                ops.push(begin_artifact(artifact));
                self.drawings(drawings, &mut ops);
                ops.push(Op::EndMarkedContent);
            }
        }
        let mut next_mcid = 0;
        for mark in &page.marks {
            ops.push(self.begin(mark, &mut next_mcid));
            self.drawings(&mark.drawings, &mut ops);
            ops.push(Op::EndMarkedContent);
        }
        let mut painted = PdfPage::new(Mm(210.0), Mm(297.0), ops);
        for size in [&mut painted.media_box, &mut painted.trim_box, &mut painted.crop_box] {
            size.width = Pt(PAGE_WIDTH);
            size.height = Pt(PAGE_HEIGHT);
        }
        painted
    }

    fn begin(&self, mark: &Mark, next_mcid: &mut i64) -> Op {
        match mark.owner {
            Owner::Artifact(artifact) => begin_artifact(artifact),
            Owner::Element(element) => {
                let mcid = *next_mcid;
                *next_mcid += 1;
                let tag = self.laid.tree.get(element).map_or("Span", |element| element.tag.name());
                begin(tag, [("MCID", DictItem::Int(mcid))])
            }
        }
    }

    fn drawings(&self, drawings: &[Drawing], ops: &mut Vec<Op>) {
        let mut pen = TextPen::default();
        for drawing in drawings {
            match drawing {
                Drawing::Run(run) => self.run(run, &mut pen, ops),
                other => {
                    pen.lift(ops);
                    shape(other, ops);
                }
            }
        }
        pen.lift(ops);
    }

    /// One text matrix a run; within it the glyphs follow by their own widths, corrected in thousandths of an em.
    fn run(&self, run: &Run, pen: &mut TextPen, ops: &mut Vec<Op>) {
        let Some(face) = self.fonts.face(run.face) else { return };
        pen.put_down(run, face.name, ops);
        for level in run.glyphs.chunk_by(|a, b| a.rise.to_bits() == b.rise.to_bits()) {
            let Some(first) = level.first() else { continue };
            ops.push(Op::SetTextMatrix { matrix: matrix(run, first) });
            let mut codes: Vec<Codepoint> = Vec::with_capacity(level.len());
            let mut reached = 0.0;
            for glyph in level {
                let wanted = (glyph.x - first.x) * 1000.0 / run.size;
                let correction = (reached - wanted).round();
                if let Some(before) = codes.last_mut().filter(|_| correction != 0.0) {
                    before.offset = correction;
                    reached -= correction;
                }
                codes.push(Codepoint { gid: glyph.id, offset: 0.0, cid: self.laid.glyph_texts.get(&(run.face, glyph.id)).cloned() });
                reached += face.width(glyph.id);
            }
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
        }
    }
}

/// What is set within a text object, so that it is not said twice.
#[derive(Default)]
struct TextPen {
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
            ops.push(Op::SetFillColor { col: gray(run.gray) });
            self.gray = Some(run.gray.to_bits());
        }
        if self.font != Some((run.face, run.size.to_bits())) {
            ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(name.to_owned())), size: Pt(run.size) });
            self.font = Some((run.face, run.size.to_bits()));
        }
    }

    /// Colour is not part of a text object, so a shape in between changes it.
    fn lift(&mut self, ops: &mut Vec<Op>) {
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
    TextMatrix::Raw([cos, sin, -sin, cos, round(x), round(PAGE_HEIGHT - y)])
}

fn shape(drawing: &Drawing, ops: &mut Vec<Op>) {
    match drawing {
        Drawing::Line { from, to, width, gray: shade } => stroke([*from, *to], *width, *shade, ops),
        Drawing::Stroke { points, width } => stroke(points.iter().copied(), *width, 0.0, ops),
        Drawing::Fill { x, y, width, height, gray: shade } => {
            let corners = [(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height)];
            let rings = vec![PolygonRing { points: corners.into_iter().map(point).collect() }];
            ops.push(Op::SetFillColor { col: gray(*shade) });
            ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero } });
        }
        Drawing::Run(_) => {}
    }
}

fn stroke(points: impl IntoIterator<Item = (f32, f32)>, width: f32, shade: f32, ops: &mut Vec<Op>) {
    ops.push(Op::SetOutlineColor { col: gray(shade) });
    ops.push(Op::SetOutlineThickness { pt: Pt(width) });
    ops.push(Op::DrawLine { line: Line { points: points.into_iter().map(point).collect(), is_closed: false } });
}

fn point((x, y): (f32, f32)) -> LinePoint {
    LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(PAGE_HEIGHT - y)) }, bezier: false }
}

/// Hundredths of a point; more would only make the file longer.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Grey in the colour space of the output intent.
fn gray(shade: f32) -> Color {
    Color::Rgb(Rgb { r: shade, g: shade, b: shade, icc_profile: None })
}

fn begin_artifact(artifact: Artifact) -> Op {
    let pagination = |subtype: &str| {
        begin("Artifact", [("Type", DictItem::Name(b"Pagination".to_vec())), ("Subtype", DictItem::Name(subtype.as_bytes().to_vec()))])
    };
    match artifact {
        Artifact::Layout => begin("Artifact", [("Type", DictItem::Name(b"Layout".to_vec()))]),
        Artifact::Header => pagination("Header"),
        Artifact::Footer => pagination("Footer"),
        Artifact::Watermark => pagination("Watermark"),
    }
}

fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map: BTreeMap<String, DictItem> = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}
