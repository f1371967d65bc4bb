//! Words become lines of glyphs.

use super::clean::clean;
use super::fonts::{Face, Fonts};
use super::glyphs::ByGlyph;
use super::page::{Drawing, Glyph, Run};
use super::style::Letters;
use parley::layout::{Alignment, AlignmentOptions, Cluster, GlyphRun, Layout, PositionedLayoutItem};
use parley::style::{FontFamily, FontFamilyName, FontFeature, FontFeatures, FontWeight, OverflowWrap, StyleProperty};
use std::borrow::Cow;
use std::collections::HashMap;

const FAMILIES: [FontFamilyName<'static>; 2] =
    [FontFamilyName::Named(Cow::Borrowed("Noto Sans")), FontFamilyName::Named(Cow::Borrowed("Noto Sans Arabic"))];

/// What is printed for a sign that no font has but that people type or paste.
fn stand_in(c: char) -> &'static str {
    match c {
        '−' => "–",
        '→' => "->",
        '←' => "<-",
        '≥' => ">=",
        '≤' => "<=",
        '☐' => "[ ]",
        '☑' | '☒' | '✓' | '✔' => "[x]",
        '▪' | '■' | '●' => "•",
        _ => "\u{fffd}",
    }
}

/// One line of text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    runs: Vec<Run>,
    /// Width of what is inked.
    pub(crate) width: f32,
}

impl Line {
    /// The line's letters with the upper left corner of the line at `x`, `y`.
    pub(crate) fn drawings(&self, x: f32, y: f32) -> impl Iterator<Item = Drawing> + '_ {
        self.runs.iter().map(move |run| Drawing::Run(run.clone()).moved(x, y))
    }
}

/// Shapes the words of one document, and the same words only once.
pub(crate) struct Shaper<'a> {
    fonts: &'a mut Fonts,
    shaped: HashMap<Words, Shaped>,
    /// What each used glyph says. The first use decides, so that a file depends on its own document alone.
    pub(super) glyph_texts: ByGlyph<String>,
    /// How often words were shaped: told to tests, since time depends on the machine.
    #[cfg(test)]
    pub(super) shapings: usize,
}

/// Words, and what of their letters decides on the glyphs: size and weight.
type Words = (String, u32, bool);

/// Words as glyphs, not yet on lines.
struct Shaped {
    printable: String,
    layout: Layout<()>,
}

impl<'a> Shaper<'a> {
    pub(crate) fn new(fonts: &'a mut Fonts) -> Self {
        Self {
            fonts,
            shaped: HashMap::new(),
            glyph_texts: ByGlyph::default(),
            #[cfg(test)]
            shapings: 0,
        }
    }

    /// The lines of `text`, none wider than `width`. Words too long for a line break anywhere. Empty text has no lines.
    pub(crate) fn lines(&mut self, text: &str, letters: Letters, width: f32) -> Vec<Line> {
        let (words, mut shaped) = self.take(text, letters);
        let mut lines = Vec::new();
        if !shaped.printable.trim().is_empty() {
            shaped.layout.break_all_lines(Some(width));
            shaped.layout.align(Alignment::Start, AlignmentOptions::default());
            lines.extend(shaped.layout.lines().map(|line| self.line(&line, &shaped.printable, letters)));
        }
        self.shaped.insert(words, shaped);
        lines
    }

    /// How wide the longest word is: the narrowest measure that divides none.
    pub(crate) fn longest_word(&mut self, text: &str, letters: Letters) -> f32 {
        let (words, shaped) = self.take(text, letters);
        let width = shaped.layout.calculate_content_widths().min;
        self.shaped.insert(words, shaped);
        width
    }

    /// The words as they have been shaped before, or else shaped now. They have to be given back.
    fn take(&mut self, text: &str, letters: Letters) -> (Words, Shaped) {
        let words = (text.to_owned(), letters.size.to_bits(), letters.bold);
        self.shaped.remove_entry(&words).unwrap_or_else(|| {
            let printable = self.printable(text);
            let layout = self.shape(&printable, letters);
            (words, Shaped { printable, layout })
        })
    }

    fn line(&mut self, line: &parley::layout::Line<'_, ()>, text: &str, letters: Letters) -> Line {
        let metrics = line.metrics();
        let runs = line
            .items()
            .filter_map(|item| match item {
                PositionedLayoutItem::GlyphRun(run) => self.run(&run, text, letters),
                PositionedLayoutItem::InlineBox(_) => None,
            })
            .collect();
        Line { runs, width: metrics.advance - metrics.hanging_advance }
    }

    fn shape(&mut self, text: &str, letters: Letters) -> Layout<()> {
        #[cfg(test)]
        {
            self.shapings += 1;
        }
        let no_ligatures =
            [FontFeature::new(parley::setting::Tag::new(b"liga"), 0), FontFeature::new(parley::setting::Tag::new(b"clig"), 0)];
        let mut builder = self.fonts.scratch.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&FAMILIES))));
        builder.push_default(StyleProperty::FontSize(letters.size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(Cow::Borrowed(&no_ligatures))));
        if letters.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        builder.build(text)
    }

    fn printable(&mut self, text: &str) -> String {
        let cleaned = clean(text);
        let mut printable = String::with_capacity(cleaned.len());
        for c in cleaned.trim_end_matches(['\n', ' ']).chars() {
            if c.is_ascii() || is_joiner(c) || self.fonts.can_draw(c) {
                printable.push(c);
            } else {
                printable.push_str(stand_in(c));
            }
        }
        printable
    }

    fn run(&mut self, shaped: &GlyphRun<'_, ()>, text: &str, letters: Letters) -> Option<Run> {
        let number = self.fonts.face_of_blob(shaped.run().font().data.id())?;
        let face = self.fonts.face(number)?;
        let space = face.glyph(' ');
        let mut glyphs = Vec::new();
        let mut x = 0.0;
        for cluster in shaped.run().visual_clusters() {
            // The last letter of a ligature has no glyph of its own; its text belongs to the first.
            let words = cluster_text(&cluster, text);
            if words == "\n" {
                // Painted as a space, so that words do not run together when they are read out.
                glyphs.extend(space.map(|id| Glyph { id, x, rise: 0.0 }));
                if let Some(id) = space {
                    self.glyph_texts.note(number, id, || " ".to_owned());
                }
                continue;
            }
            let several = cluster.glyphs().nth(1).is_some();
            for glyph in cluster.glyphs() {
                let id = known_glyph(face, u16::try_from(glyph.id).unwrap_or(0));
                if let Some(id) = id.filter(|&id| !is_invisible(face, id, glyph.advance)) {
                    glyphs.push(Glyph { id, x: x + glyph.x, rise: glyph.y });
                    self.glyph_texts.note(number, id, || glyph_text(face, id, words, several));
                }
                x += glyph.advance;
            }
        }
        let baseline = letters.baseline();
        (!glyphs.is_empty()).then_some(Run {
            face: number,
            size: letters.size,
            gray: letters.gray,
            x: shaped.offset(),
            y: baseline,
            turn: 0.0,
            glyphs,
        })
    }

    /// What each used glyph says.
    pub(crate) fn into_glyph_texts(self) -> ByGlyph<String> {
        self.glyph_texts
    }
}

/// The joiners shape Arabic letters without being letters themselves.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// The words of a cluster; of a ligature all of them, at its first letter.
fn cluster_text<'t>(cluster: &Cluster<'_, ()>, text: &'t str) -> &'t str {
    let mut range = cluster.text_range();
    if cluster.is_ligature_start() {
        let mut next = cluster.next_logical();
        while let Some(following) = next.filter(Cluster::is_ligature_continuation) {
            range.end = range.end.max(following.text_range().end);
            next = following.next_logical();
        }
    }
    text.get(range).unwrap_or_default()
}

/// The glyph to paint: a question mark for one that is missing, which PDF/A forbids.
fn known_glyph(face: &Face, id: u16) -> Option<u16> {
    if id == 0 { face.glyph('?') } else { Some(id) }
}

/// A joiner is shaped as a space without width; as a space it would be read out.
fn is_invisible(face: &Face, id: u16, advance: f32) -> bool {
    advance == 0.0 && face.glyph(' ') == Some(id)
}

/// What a glyph says when text is taken out of the file.
fn glyph_text(face: &Face, id: u16, words: &str, several: bool) -> String {
    if face.glyph(' ') == Some(id) {
        return " ".to_owned();
    }
    if let Some(c) = words.chars().find(|&c| face.glyph(c) == Some(id)) {
        return c.to_string();
    }
    match words.chars().next() {
        // A mark that the font draws apart from its letter, and that has no character of its own.
        Some(_) if several && words.chars().count() > 1 => "\u{200b}".to_owned(),
        Some(_) => words.to_owned(),
        None => "\u{200b}".to_owned(),
    }
}
