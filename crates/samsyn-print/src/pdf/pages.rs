//! Painting, with every piece of content inside marked content (ISO 32000-1, 14.6 and 14.7.4).

use super::runs::{Runs, TextPen};
use crate::layout::fonts::Fonts;
use crate::layout::page::{Artifact, Dash, Drawing, Laid, Mark, Owner, Page};
use crate::layout::{PAGE_HEIGHT, PAGE_WIDTH};
use printpdf::{
    Color, DictItem, FontId, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfPage, Point, Polygon,
    PolygonRing, Pt, Rgb, WindingOrder,
};
use std::collections::BTreeMap;

/// All pages with the fonts they use. Nothing in it depends on chance but what `finish` replaces.
pub(super) fn paint(laid: &Laid, fonts: &Fonts) -> PdfDocument {
    let mut document = PdfDocument::new("");
    for face in laid.glyph_texts.faces().filter_map(|number| fonts.face(number)) {
        // `add_font` would give it a random name.
        document.resources.fonts.map.insert(FontId(face.name.to_owned()), PdfFont::new(face.parsed.clone()));
    }
    let painter = Painter { laid, runs: Runs::new(laid, fonts) };
    document.with_pages(laid.pages.iter().map(|page| painter.page(page)).collect());
    document
}

struct Painter<'a> {
    laid: &'a Laid,
    runs: Runs<'a>,
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
                Drawing::Run(run) => self.runs.paint(run, &mut pen, ops),
                other => {
                    pen.lift(ops);
                    shape(other, ops);
                }
            }
        }
        pen.lift(ops);
    }
}

fn shape(drawing: &Drawing, ops: &mut Vec<Op>) {
    match drawing {
        Drawing::Line { from, to, width, gray: shade } => stroke([*from, *to], *width, *shade, ops),
        Drawing::Stroke { points, width, gray: shade, dash } => {
            let pattern: &[f32] = match dash {
                Dash::Solid => &[],
                Dash::Dashed => &[4.0, 2.5],
                Dash::Dotted => &[1.2, 2.0],
            };
            // Only what is broken says so, and the whole is whole again after it.
            let broken = |ops: &mut Vec<Op>, pattern: &[f32]| {
                if *dash != Dash::Solid {
                    ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pattern) });
                }
            };
            broken(ops, pattern);
            stroke(points.iter().copied(), *width, *shade, ops);
            broken(ops, &[]);
        }
        Drawing::Fill { x, y, width, height, gray: shade } => {
            fill([(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height)], *shade, ops);
        }
        Drawing::Shape { points, gray: shade } => fill(points.iter().copied(), *shade, ops),
        Drawing::Logo { x, y, width, height } => super::logo::paint((*x, *y), (*width, *height), ops),
        Drawing::Run(_) => {}
    }
}

fn fill(corners: impl IntoIterator<Item = (f32, f32)>, shade: f32, ops: &mut Vec<Op>) {
    let rings = vec![PolygonRing { points: corners.into_iter().map(point).collect() }];
    ops.push(Op::SetFillColor { col: gray(shade) });
    ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero } });
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
pub(super) fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Grey in the colour space of the output intent.
pub(super) fn gray(shade: f32) -> Color {
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
