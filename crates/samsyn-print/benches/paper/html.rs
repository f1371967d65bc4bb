//! The same paper as a web page, for the program that it is compared with.

use samsyn_print::{Block, Document, ParagraphStyle, SignatureKind, SignatureLine};
use std::fmt::Write;

/// The look of the paper as far as it costs anything: the same fonts, a running head, page n of m, repeated table heads.
const STYLE: &str = "\
@page { size: A4; margin: 25mm 20mm; @top-left { content: string(running) } @bottom-right { content: counter(page) ' av ' counter(pages) } }
body { font: 10.5pt 'Noto Sans' } header { string-set: running content(); height: 0; overflow: hidden }
table { width: 100%; border-collapse: collapse } td, th { border-bottom: 0.6pt solid; text-align: left; vertical-align: top }
.room { height: 44pt; border-bottom: 0.6pt solid; break-inside: avoid }";

/// The document as HTML.
pub(crate) fn page(document: &Document) -> String {
    let mut out = format!(
        "<!doctype html><html lang=\"{}\"><head><title>{}</title><style>{STYLE}</style></head><body>",
        document.language,
        escaped(&document.title)
    );
    element(&mut out, "header", &document.header);
    element(&mut out, "h1", &document.title);
    document.blocks.iter().for_each(|block| write_block(&mut out, block));
    out.push_str("</body></html>");
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => element(out, &format!("h{}", level + 1), text),
        Block::Paragraph { text, style: ParagraphStyle::Quote } => element(out, "blockquote", text),
        Block::Paragraph { text, .. } | Block::Notice { text } => element(out, "p", text),
        Block::Figure { alternative, .. } => element(out, "figure", alternative),
        Block::Facts(facts) => within(out, "table", |out| {
            for (label, value) in facts {
                row(out, &[("th", label), ("td", value)]);
            }
        }),
        Block::List(items) => within(out, "ul", |out| items.iter().for_each(|item| element(out, "li", item))),
        Block::Table { head, rows, caption, .. } => within(out, "table", |out| {
            element(out, "caption", caption.as_deref().unwrap_or_default());
            within(out, "thead", |out| row(out, &head.iter().map(|cell| ("th", cell)).collect::<Vec<_>>()));
            for cells in rows {
                row(out, &cells.iter().map(|cell| ("td", cell)).collect::<Vec<_>>());
            }
        }),
        Block::Signatures(places) => places.iter().for_each(|place| sign(out, place)),
        Block::WritingLines(count) => (0..*count).for_each(|_| out.push_str("<div class=room></div>")),
        Block::Space => out.push_str("<br>"),
        Block::PageBreak => out.push_str("<div style='break-after: page'></div>"),
    }
}

fn sign(out: &mut String, place: &SignatureLine) {
    let at = match &place.line {
        SignatureKind::Pen => "",
        SignatureKind::Drawn { at, .. } => at,
    };
    out.push_str("<div class=room></div>");
    element(out, "p", &format!("{}, {} {at}", place.name, place.role));
}

fn row(out: &mut String, cells: &[(&str, &String)]) {
    within(out, "tr", |out| cells.iter().for_each(|(name, text)| element(out, name, text)));
}

fn within(out: &mut String, name: &str, inner: impl FnOnce(&mut String)) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<{name}>");
    inner(out);
    let _ = write!(out, "</{name}>");
}

fn element(out: &mut String, name: &str, text: &str) {
    within(out, name, |out| out.push_str(&escaped(text)));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>")
}
