//! What every paper is held against, whatever it says.

use super::samples::samples;
use crate::document::{Block, Document, SignatureKind};
use crate::layout::page::{Artifact, Drawing, Laid, Owner};
use crate::layout::tests::lay;
use crate::layout::tree::{ElementId, Kid, Tag, Tree};
use crate::pdf::tests::{check_all, painted_words, words_by_structure};
use crate::samples::paper;
use crate::{Texts, plain_text};
use std::collections::BTreeMap;

/// What `documents` lets out that is no paper.
const NO_PAPERS: [&str; 7] =
    ["StatisticsFigure", "StatisticsGroup", "StatisticsPaper", "WorklistCase", "WorklistContact", "WorklistPaper", "journal"];

/// Places to sign that a block keeps together.
const KEPT_PLACES: usize = 5;

/// Longer papers, in letters, are read by their structure by us alone: poppler takes seconds for each.
const READ_BY_OTHERS: usize = 800;

/// The functions that make papers, as `documents` lets them out.
pub(super) fn makers() -> Vec<&'static str> {
    let lets_out = include_str!("../mod.rs").lines().filter_map(|line| line.strip_prefix("pub use "));
    let names = lets_out.flat_map(|line| line.rsplit("::").next().unwrap().trim_matches(['{', '}', ';']).split(", "));
    names.filter(|name| !NO_PAPERS.contains(name)).collect()
}

/// Whether a sample is called by this function.
pub(super) fn is_made_by(name: &str, maker: &str) -> bool {
    name.strip_prefix(maker).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

#[test]
fn every_kind_of_paper_has_a_sample() {
    let names: Vec<&str> = samples().into_iter().map(|(name, _)| name).collect();
    let makers = makers();
    assert!(makers.len() > 20, "{makers:?}");
    for maker in makers {
        assert!(names.iter().any(|name| is_made_by(name, maker)), "{maker} has no sample in samples.rs");
    }
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "two samples have one name");
}

#[test]
fn every_paper_is_tagged_and_archival() {
    for (name, document) in samples() {
        println!("{name}");
        check_all(&document);
    }
}

#[test]
fn every_paper_is_laid_out_as_it_should() {
    for (name, document) in samples() {
        println!("{name}");
        check_headings(&document);
        check_layout(&document);
        signatures_stay_together(&document);
    }
}

#[test]
fn other_programs_read_every_word_of_every_paper_in_its_order() {
    for (name, document) in samples() {
        println!("{name}");
        check_words(&document);
        let said = said(&document);
        if said.len() < READ_BY_OTHERS {
            let structure = words_by_structure(&document);
            let content = structure.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
            same_words(&content.collect::<String>(), &said);
        }
        let (said, painted) = (counted(&said), counted(&painted_words(&document)));
        assert!(said.iter().all(|(letter, count)| painted.get(letter) >= Some(count)), "{name} has lost letters on its pages");
    }
}

/// The words of a paper without the header, which is not read, and without those that are read in the place of a picture.
fn said(document: &Document) -> String {
    let mut painted = Document { header: String::new(), ..document.clone() };
    for block in &mut painted.blocks {
        if let Block::Figure { alternative, .. } = block {
            alternative.clear();
        }
    }
    plain_text(&painted)
}

/// Fails with where two texts part, and not with all that they say.
fn same_words(read: &str, said: &str) {
    let (read, said) = (letters(read), letters(said));
    let same = read.chars().zip(said.chars()).take_while(|(read, said)| read == said).count();
    let rest = |text: &str| text.chars().skip(same.saturating_sub(20)).take(60).collect::<String>();
    assert!(read == said, "after {same} letters it reads {:?} where it says {:?}", rest(&read), rest(&said));
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn counted(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    letters(text).chars().for_each(|letter| *counts.entry(letter).or_default() += 1);
    counts
}

/// Each word of the paper stands on a page, and the structure gives them in the order in which they are said.
pub(super) fn check_words(document: &Document) {
    let laid = lay(document);
    same_words(&text_of(&laid, Tree::ROOT), &said(document));
}

/// Each heading has something beneath it before the next of its level.
pub(super) fn check_headings(document: &Document) {
    let mut waits: Option<(u8, &str)> = None;
    for block in document.blocks.iter().filter(|block| says_something(block)) {
        waits = match (waits, block) {
            (Some((above, text)), Block::Heading { level, .. }) if *level <= above => panic!("nothing beneath {text}"),
            (_, Block::Heading { level, text }) => Some((*level, text)),
            (Some((_, text)), Block::PageBreak) => panic!("a new page beneath {text}"),
            _ => None,
        };
    }
    assert_eq!(waits, None, "nothing beneath the last heading");
}

fn says_something(block: &Block) -> bool {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } | Block::Notice { text } => !text.trim().is_empty(),
        Block::Facts(facts) => !facts.is_empty(),
        Block::List(items) => items.iter().any(|item| !item.trim().is_empty()),
        Block::Table { rows, .. } => !rows.is_empty(),
        Block::Signatures(places) => !places.is_empty(),
        Block::WritingLines(count) => *count > 0,
        Block::Figure { .. } | Block::PageBreak => true,
        Block::Space => false,
    }
}

/// No page ends with a heading, and no place to sign is parted from its name.
pub(super) fn check_layout(document: &Document) {
    let laid = lay(document);
    for (number, page) in laid.pages.iter().enumerate() {
        let mut heading: f32 = 0.0;
        let mut other = page.layout.iter().map(lowest).fold(0.0, f32::max);
        for mark in &page.marks {
            let reaches = mark.drawings.iter().map(lowest).fold(0.0, f32::max);
            match mark.owner {
                Owner::Artifact(Artifact::Header | Artifact::Footer | Artifact::Watermark) => {}
                Owner::Element(element) if is_heading(&laid, element, number) => heading = heading.max(reaches),
                _ => other = other.max(reaches),
            }
        }
        assert!(heading < other || heading == 0.0, "page {} ends with a heading", number + 1);
    }
    for place in places_to_sign(&laid) {
        assert!(place.iter().all(|page| *page == place[0]), "a place to sign is parted from its name");
    }
}

/// How far down something reaches.
fn lowest(drawing: &Drawing) -> f32 {
    match drawing {
        Drawing::Run(run) => run.y,
        Drawing::Line { from, to, .. } => from.1.max(to.1),
        Drawing::Fill { y, height, .. } | Drawing::Logo { y, height, .. } => y + height,
        Drawing::Stroke { points, .. } | Drawing::Shape { points, .. } => points.iter().map(|(_, y)| *y).fold(0.0, f32::max),
    }
}

/// Whether an element is a heading that ends on this page.
fn is_heading(laid: &Laid, element: ElementId, page: usize) -> bool {
    let element = laid.tree.get(element).unwrap();
    let ends = element.kids.iter().filter_map(page_of).max();
    matches!(element.tag, Tag::Heading(_)) && ends == Some(page)
}

fn page_of(kid: &Kid) -> Option<usize> {
    match kid {
        Kid::Mark { page, .. } => Some(*page),
        Kid::Element(_) => None,
    }
}

/// Of each place to sign with a pen: the pages on which its two labels and the first line of its name stand.
fn places_to_sign(laid: &Laid) -> Vec<[usize; 3]> {
    let label = letters(&Texts::swedish().get("paper-signature-name"));
    let below = laid.tree.get(Tree::ROOT).unwrap().kids.iter().filter_map(|kid| match kid {
        Kid::Element(element) => Some(*element),
        Kid::Mark { .. } => None,
    });
    let below: Vec<ElementId> = below.collect();
    let first_page = |element: &ElementId| laid.tree.get(*element).unwrap().kids.iter().find_map(page_of);
    let places = below.windows(3).filter(|three| letters(&text_of(laid, three[0])) == label);
    places.filter_map(|three| Some([first_page(&three[0])?, first_page(&three[1])?, first_page(&three[2])?])).collect()
}

/// The places of a block stand on one page, as long as they are few.
fn signatures_stay_together(document: &Document) {
    let counts = document.blocks.iter().filter_map(|block| match block {
        Block::Signatures(places) => Some(places.iter().filter(|place| place.line == SignatureKind::Pen).count()),
        _ => None,
    });
    let laid = lay(document);
    let mut places = places_to_sign(&laid).into_iter();
    for count in counts {
        let pages: Vec<[usize; 3]> = places.by_ref().take(count).collect();
        assert!(count > KEPT_PLACES || pages.iter().all(|page| page == &pages[0]), "places to sign stand on {pages:?}");
    }
}

/// The rules themselves: a paper that breaks each.
#[test]
fn the_rules_see_what_is_wrong() {
    let breaks = |rule: fn(&Document), blocks: Vec<Block>| {
        let document = paper(blocks);
        std::panic::catch_unwind(|| rule(&document)).is_err()
    };
    let alone = vec![Block::heading(1, "Mål"), Block::heading(1, "Insatser"), Block::text("Ingen.")];
    assert!(breaks(check_headings, alone));
    assert!(breaks(check_headings, vec![Block::text("Ord"), Block::heading(1, "Sist"), Block::List(vec![String::new()])]));
    assert!(breaks(check_layout, vec![Block::text("Ord"), Block::heading(1, "Mål"), Block::PageBreak, Block::text("Ett")]));
    assert!(!breaks(check_layout, vec![Block::text("Ord\n".repeat(50)), Block::heading(1, "Mål"), Block::text("Ett")]));
    assert!(std::panic::catch_unwind(|| same_words("ett två", "ett tre")).is_err());
}

/// What an element says, with all beneath it.
fn text_of(laid: &Laid, element: ElementId) -> String {
    let kids = &laid.tree.get(element).unwrap().kids;
    kids.iter()
        .map(|kid| match kid {
            Kid::Element(below) => text_of(laid, *below),
            Kid::Mark { page, mark } => laid.pages[*page].marks[*mark].drawings.iter().map(|drawing| glyphs_of(laid, drawing)).collect(),
        })
        .collect()
}

fn glyphs_of(laid: &Laid, drawing: &Drawing) -> String {
    let Drawing::Run(run) = drawing else { return String::new() };
    run.glyphs.iter().filter_map(|glyph| laid.glyph_texts.get(&(run.face, glyph.id))).map(String::as_str).collect()
}
