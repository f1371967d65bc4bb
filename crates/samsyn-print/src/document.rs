//! The block model: what a paper says, before anything is known about pages.

use crate::logo::Logo;
use crate::picture::Picture;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// A paper: what stands on it and what is said about it.
///
/// Pure data. [`crate::pdf`] makes pages of it and [`crate::plain_text`] its words in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The heading of the paper and its title in the file. Never a person's name.
    pub title: String,
    /// BCP 47 tag of the language, such as `sv`.
    pub language: String,
    /// The organisation that makes the paper.
    pub author: String,
    /// What stands above the title beside the author.
    pub letterhead: Letterhead,
    /// When the content was settled. The only time that goes into the file.
    pub created: DateTime<Utc>,
    /// Printed at the top of each page: case number and version, never a name.
    pub header: String,
    /// A draft is marked on each page and in its first paragraph.
    pub draft: bool,
    /// Said in the metadata: plan number, version and hash.
    pub subject: Option<String>,
    /// Larger letters and more air, for the person's own pages.
    pub large_type: bool,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// Whom a paper is from, as it stands at its top.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The name of the organisation whose logo it is; read in the logo's place.
    pub name: String,
    /// Address and phone number.
    pub contact: String,
    /// The logo, where there is one.
    pub logo: Option<Arc<Logo>>,
}

/// One piece of a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading beneath the title.
    Heading {
        /// 1 is a section of the paper, 2 and 3 lie beneath. A level that would be skipped is lifted.
        level: u8,
        /// The words.
        text: String,
    },
    /// Running text. Newlines become line breaks.
    Paragraph {
        /// The words.
        text: String,
        /// How it is set.
        style: ParagraphStyle,
    },
    /// Label and value, row by row. An empty value is printed as a dash.
    Facts(Vec<(String, String)>),
    /// A list with bullets. Empty items are left out.
    List(Vec<String>),
    /// A table whose head is repeated on each page it runs over.
    Table {
        /// One heading a column.
        head: Vec<String>,
        /// Widths of the columns, relative to each other.
        widths: Vec<f32>,
        /// The cells, row by row.
        rows: Vec<Vec<String>>,
        /// Words above the table that say what it shows.
        caption: Option<String>,
    },
    /// A picture, with the words that replace it for whoever cannot see it. What it shows stands in words beside it.
    Figure {
        /// The picture; no higher than a page.
        picture: Picture,
        /// The words.
        alternative: String,
    },
    /// Words that must be seen, such as that something is left out.
    Notice {
        /// The words.
        text: String,
    },
    /// Places to sign. They stay together as far as a page allows.
    Signatures(Vec<SignatureLine>),
    /// So many empty lines to write on by hand.
    WritingLines(u8),
    /// Air between two blocks.
    Space,
    /// What follows starts on a new page.
    PageBreak,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Running text.
    Normal,
    /// A person's own words.
    Quote,
    /// Small print.
    Note,
    /// Larger, as an introduction.
    Lead,
}

/// One person's place to sign.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureLine {
    /// Who signs.
    pub name: String,
    /// As what, and for whom.
    pub role: String,
    /// How it is signed.
    pub line: SignatureKind,
}

/// How a signature comes onto the paper.
#[derive(Debug, Clone, PartialEq)]
pub enum SignatureKind {
    /// A line for the pen.
    Pen,
    /// Drawn on a screen, as an acknowledgement.
    Drawn {
        /// One list of points a stroke; x and y in 0..=1 of a box four times as wide as high, y downwards.
        strokes: Vec<Vec<(f32, f32)>>,
        /// When it was drawn, in the reader's time, as it is to be read.
        at: String,
    },
}

impl Block {
    /// A heading of a section.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// Running text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into(), style: ParagraphStyle::Normal }
    }

    /// A person's own words.
    pub fn quote(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into(), style: ParagraphStyle::Quote }
    }

    /// Small print.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into(), style: ParagraphStyle::Note }
    }

    /// An introduction in larger letters.
    pub fn lead(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into(), style: ParagraphStyle::Lead }
    }

    /// Words that must be seen.
    pub fn notice(text: impl Into<String>) -> Self {
        Self::Notice { text: text.into() }
    }
}
