//! The words of a document in reading order, for golden text and for reading aloud.

use crate::document::{Block, Document, ParagraphStyle, SignatureKind, SignatureLine};
use crate::layout::clean;
use crate::text::Texts;
use std::fmt::Write;

/// Structure and words of a document: `#` before headings, `|` between cells, `>` before a person's own words, `!` before notices.
pub fn plain_text(document: &Document) -> String {
    let texts = Texts::swedish();
    let mut out = String::new();
    line(&mut out, "", &document.author);
    if !document.letterhead.contact.trim().is_empty() {
        line(&mut out, "", &document.letterhead.contact);
    }
    line(&mut out, "# ", &document.title);
    line(&mut out, "[", &format!("{}]", document.header));
    if document.draft {
        line(&mut out, "\n! ", &texts.get("paper-draft-notice"));
    }
    for block in &document.blocks {
        write_block(&mut out, block, texts);
    }
    out
}

fn write_block(out: &mut String, block: &Block, texts: &Texts) {
    match block {
        Block::Heading { level, text } => line(out, &format!("\n{} ", "#".repeat(usize::from(*level) + 1)), text),
        Block::Paragraph { text, style: ParagraphStyle::Quote } => line(out, "\n> ", text),
        Block::Paragraph { text, style: ParagraphStyle::Note } => line(out, "\n~ ", text),
        Block::Paragraph { text, .. } => line(out, "\n", text),
        Block::Facts(facts) => {
            out.push('\n');
            for (label, value) in facts {
                let nothing = texts.get("paper-nothing");
                line(out, &format!("{}: ", clean(label)), if value.trim().is_empty() { &nothing } else { value });
            }
        }
        Block::List(items) => {
            out.push('\n');
            items.iter().filter(|item| !item.trim().is_empty()).for_each(|item| line(out, "- ", item));
        }
        Block::Table { head, rows, caption, .. } => write_table(out, head, rows, caption.as_deref()),
        Block::Figure { picture, alternative } => {
            line(out, "\n[", &format!("{alternative}]"));
            picture.words().for_each(|words| line(out, "", words));
        }
        Block::Notice { text } => line(out, "\n! ", text),
        Block::Signatures(places) => places.iter().for_each(|place| write_signature(out, place, texts)),
        Block::WritingLines(count) => out.push_str(&"____\n".repeat(usize::from(*count))),
        Block::Space => {}
        Block::PageBreak => out.push_str("\n---\n"),
    }
}

fn write_table(out: &mut String, head: &[String], rows: &[Vec<String>], caption: Option<&str>) {
    out.push('\n');
    if let Some(caption) = caption {
        line(out, "(", &format!("{caption})"));
    }
    line(out, "|| ", &head.join(" || "));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| clean(cell).replace('\n', " / ")).collect();
        line(out, "| ", &cells.join(" | "));
    }
}

fn write_signature(out: &mut String, place: &SignatureLine, texts: &Texts) {
    let how = match &place.line {
        SignatureKind::Pen => format!("____ {} ____ {}", texts.get("paper-signature-name"), texts.get("paper-signature-place-and-date")),
        SignatureKind::Drawn { at, .. } => texts.with("paper-signature-drawn-at", &[("at", at)]),
    };
    line(out, "\n", &how);
    let by_line = [place.name.trim(), place.role.trim()];
    line(out, "", &by_line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
}

fn line(out: &mut String, before: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{before}{}", clean(text).trim_end());
}
