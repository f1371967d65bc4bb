//! Blocks become bands, and elements of the reading structure.

use super::flow::Band;
use super::fonts::Fonts;
use super::glyphs::ByGlyph;
use super::page::{Artifact, Drawing, Owner};
use super::shape::{Line, Shaper};
use super::style::{CONTENT, HAIR, INK, Letters, Look, MARGIN, SHADE};
use super::table::keep_rows;
use super::tree::{ElementId, Tag, Tree};
use crate::document::{Block, Document, ParagraphStyle};
use crate::text::Texts;

/// Up to so many lines are kept on one page.
const KEPT_LINES: usize = 4;
/// Up to so many lines of a notice or a row are kept on one page.
pub(super) const KEPT_BOX_LINES: usize = 12;

/// Up to so many lines of a list are kept on one page.
const KEPT_LIST_LINES: usize = 6;

/// The layout's own ink: lines, shading, repeated heads.
pub(super) const LAYOUT: Owner = Owner::Artifact(Artifact::Layout);

/// Makes bands and structure of a document.
pub(crate) struct Composer<'a> {
    pub(super) shaper: Shaper<'a>,
    pub(super) texts: &'a Texts,
    pub(super) look: &'a Look,
    pub(super) tree: Tree,
    /// Level of the heading last seen; 1 is the title.
    level: u8,
}

/// Text in a column of its own.
pub(super) struct Column<'t> {
    pub(super) text: &'t str,
    pub(super) letters: Letters,
    /// From the left margin.
    pub(super) indent: f32,
    /// From the right margin.
    pub(super) inset: f32,
    pub(super) owner: Owner,
}

impl<'a> Composer<'a> {
    pub(super) fn new(fonts: &'a mut Fonts, texts: &'a Texts, look: &'a Look) -> Self {
        Self { shaper: Shaper::new(fonts), texts, look, tree: Tree::default(), level: 1 }
    }

    /// What each used glyph says.
    pub(super) fn into_glyph_texts(self) -> ByGlyph<String> {
        self.shaper.into_glyph_texts()
    }

    /// All bands of a paper.
    pub(super) fn document(&mut self, document: &Document) -> Vec<Band> {
        let mut bands = self.title(document);
        if document.draft {
            let text = self.texts.get("paper-draft-notice");
            bands.extend(self.notice(&text));
        }
        for block in &document.blocks {
            bands.extend(self.block(block));
        }
        bands
    }

    fn block(&mut self, block: &Block) -> Vec<Band> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { text, style } => self.paragraph(text, *style),
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => self.list(items),
            Block::Table { head, widths, rows, caption } => self.table(head, widths, rows, caption.as_deref()),
            Block::Figure { picture, alternative } => self.figure(picture, alternative),
            Block::Notice { text } => self.notice(text),
            Block::Signatures(lines) => self.signatures(lines),
            Block::WritingLines(count) => self.writing_lines(*count),
            Block::Space => vec![Band::air(self.look.gap * 2.5)],
            Block::PageBreak => vec![Band { new_page: true, ..Band::default() }],
        }
    }

    /// The letterhead, the title and a line beneath.
    fn title(&mut self, document: &Document) -> Vec<Band> {
        let mut bands = self.letterhead(document);
        let untitled = self.texts.get("paper-untitled");
        let text = if super::clean(&document.title).trim().is_empty() { &untitled } else { &document.title };
        let owner = self.element(Tree::ROOT, Tag::Heading(1));
        let mut title = self.column(Column { text, letters: self.look.title, indent: 0.0, inset: 0.0, owner });
        if let Some(first) = title.first_mut() {
            first.heading = Some((1, super::clean(text).into_owned()));
        }
        bands.extend(title);
        let rule = Drawing::Line { from: (MARGIN, 0.0), to: (MARGIN + CONTENT, 0.0), width: 0.8, gray: INK };
        bands.push(Band { before: self.look.gap * 1.2, height: 0.8, items: vec![(LAYOUT, vec![rule])], ..Band::default() });
        bands.push(Band::air(self.look.gap * 1.5));
        keep_all(&mut bands);
        bands
    }

    /// A heading is lifted where it would skip a level (ISO 14289-1, 7.4.2).
    fn heading(&mut self, level: u8, text: &str) -> Vec<Band> {
        let level = level.clamp(1, 3).saturating_add(1).min(self.level + 1);
        let letters = self.look.headings.get(usize::from(level) - 2).copied().unwrap_or(self.look.body);
        let words = super::clean(text);
        if words.trim().is_empty() {
            return Vec::new();
        }
        self.level = level;
        let owner = self.element(Tree::ROOT, Tag::Heading(level));
        let mut bands = self.column(Column { text, letters, indent: 0.0, inset: 0.0, owner });
        keep_all(&mut bands);
        if let Some(first) = bands.first_mut() {
            first.heading = Some((level, words.replace('\n', " ")));
            first.before = self.look.gap * if level == 2 { 2.4 } else { 1.6 };
        }
        if let Some(last) = bands.last_mut() {
            last.height += self.look.gap * 0.2;
        }
        bands
    }

    fn paragraph(&mut self, text: &str, style: ParagraphStyle) -> Vec<Band> {
        if style == ParagraphStyle::Quote {
            return self.quote(text);
        }
        let letters = match style {
            ParagraphStyle::Note => self.look.small,
            ParagraphStyle::Lead => self.look.lead,
            ParagraphStyle::Normal | ParagraphStyle::Quote => self.look.body,
        };
        if text.trim().is_empty() {
            return Vec::new();
        }
        let owner = self.element(Tree::ROOT, Tag::Paragraph);
        self.spaced(Column { text, letters, indent: 0.0, inset: 0.0, owner })
    }

    /// A person's own words stand indented, with a bar beside them.
    fn quote(&mut self, text: &str) -> Vec<Band> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let quote = self.tree.add(Tree::ROOT, Tag::BlockQuote);
        let owner = self.element(quote, Tag::Paragraph);
        let mut bands = self.spaced(Column { text, letters: self.look.body, indent: 16.0, inset: 0.0, owner });
        for band in &mut bands {
            let bar = Drawing::Fill { x: MARGIN + 3.0, y: 0.0, width: 2.0, height: band.height, gray: HAIR };
            band.items.insert(0, (LAYOUT, vec![bar]));
        }
        bands
    }

    fn list(&mut self, items: &[String]) -> Vec<Band> {
        let items: Vec<&String> = items.iter().filter(|item| !item.trim().is_empty()).collect();
        if items.is_empty() {
            return Vec::new();
        }
        let list = self.tree.add(Tree::ROOT, Tag::List);
        let indent = self.look.body.size * 1.5;
        let mut rows = Vec::new();
        for (number, text) in items.into_iter().enumerate() {
            let item = self.tree.add(list, Tag::ListItem);
            let label = self.element(item, Tag::Label);
            let owner = self.element(item, Tag::ListBody);
            let mut lines = self.column(Column { text, letters: self.look.body, indent, inset: 0.0, owner });
            let bullet = self.shaper.lines("•", self.look.body, indent);
            if let (Some(first), Some(bullet)) = (lines.first_mut(), bullet.first()) {
                first.before = self.look.gap * if number == 0 { 1.0 } else { 0.4 };
                first.items.insert(0, (label, bullet.drawings(MARGIN + indent * 0.3, 0.0).collect()));
            }
            rows.push(lines);
        }
        keep_rows(&mut rows, KEPT_LIST_LINES);
        rows.into_iter().flatten().collect()
    }

    /// Hairlines with room to write between them; they are not read.
    fn writing_lines(&self, count: u8) -> Vec<Band> {
        let height = self.look.body.line_height() * 1.9;
        let rule = Drawing::Line { from: (MARGIN, height), to: (MARGIN + CONTENT, height), width: 0.4, gray: HAIR };
        (1..=count)
            .map(|number| Band { height, keep: number < count, items: vec![(LAYOUT, vec![rule.clone()])], ..Band::default() })
            .collect()
    }

    /// Shaded, with a dark bar beside it.
    pub(super) fn notice(&mut self, text: &str) -> Vec<Band> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let owner = self.element(Tree::ROOT, Tag::Paragraph);
        let padding = self.look.gap * 1.2;
        let mut bands = self.column(Column { text, letters: self.look.body, indent: 14.0, inset: 12.0, owner });
        if bands.len() <= KEPT_BOX_LINES {
            let last = bands.len().saturating_sub(1);
            bands.iter_mut().take(last).for_each(|band| band.keep = true);
        }
        if let Some(first) = bands.first_mut() {
            first.height += padding;
            first.before = self.look.gap * 1.5;
            lower(first, padding);
        }
        if let Some(last) = bands.last_mut() {
            last.height += padding;
        }
        for band in &mut bands {
            let shade = Drawing::Fill { x: MARGIN, y: 0.0, width: CONTENT, height: band.height, gray: SHADE };
            let bar = Drawing::Fill { x: MARGIN, y: 0.0, width: 3.0, height: band.height, gray: 0.3 };
            band.items.insert(0, (LAYOUT, vec![shade, bar]));
        }
        bands.push(Band::air(self.look.gap * 0.8));
        bands
    }

    /// A new element that owns content.
    pub(super) fn element(&mut self, parent: ElementId, tag: Tag) -> Owner {
        Owner::Element(self.tree.add(parent, tag))
    }

    /// A band a line, with air above the first.
    fn spaced(&mut self, column: Column<'_>) -> Vec<Band> {
        let mut bands = self.column(column);
        if let Some(first) = bands.first_mut() {
            first.before = self.look.gap;
        }
        bands
    }

    /// A band a line. No line stands alone on a page where there are several.
    pub(super) fn column(&mut self, column: Column<'_>) -> Vec<Band> {
        let lines = self.shaper.lines(column.text, column.letters, CONTENT - column.indent - column.inset);
        let count = lines.len();
        lines.into_iter().enumerate().map(|(number, line)| column_band(&line, &column, number, count)).collect()
    }
}

fn column_band(line: &Line, column: &Column<'_>, number: usize, count: usize) -> Band {
    let last = number + 1 == count;
    let keep = !last && (count <= KEPT_LINES || number == 0 || number + 2 == count);
    let drawings = line.drawings(MARGIN + column.indent, 0.0).collect();
    Band { height: column.letters.line_height(), keep, items: vec![(column.owner, drawings)], ..Band::default() }
}

/// Keeps all bands together with each other and with what follows.
pub(super) fn keep_all(bands: &mut [Band]) {
    for band in bands {
        band.keep = true;
    }
}

/// Moves the content of a band down within it.
pub(super) fn lower(band: &mut Band, by: f32) {
    for (_, drawings) in &mut band.items {
        *drawings = std::mem::take(drawings).into_iter().map(|drawing| drawing.moved(0.0, by)).collect();
    }
}
