use super::fonts::Fonts;
use super::page::{Drawing, Laid, Owner};
use super::style::{BOTTOM, CONTENT, MARGIN};
use super::tree::{Kid, Tag};
use super::*;
use crate::document::Block;
use crate::samples::{everything, paper};
use std::cell::RefCell;

thread_local! {
    static FONTS: RefCell<Fonts> = RefCell::new(Fonts::load().unwrap());
}

pub(crate) fn lay(document: &Document) -> Laid {
    FONTS.with_borrow_mut(|fonts| lay_out(document, fonts, Texts::swedish()))
}

fn laid(blocks: Vec<Block>) -> Laid {
    lay(&paper(blocks))
}

/// The pages that elements of this kind stand on, in reading order.
fn pages_of(laid: &Laid, wanted: &Tag) -> Vec<usize> {
    let elements = laid.tree.elements().iter().filter(|element| element.tag == *wanted);
    elements
        .flat_map(|element| &element.kids)
        .filter_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            Kid::Element(_) => None,
        })
        .collect()
}

fn runs(laid: &Laid) -> impl Iterator<Item = (Owner, f32, f32)> {
    let marks = laid.pages.iter().flat_map(|page| &page.marks);
    marks.flat_map(|mark| {
        mark.drawings.iter().filter_map(|drawing| match drawing {
            Drawing::Run(run) => Some((mark.owner, run.x, run.y)),
            _ => None,
        })
    })
}

fn filling(lines: usize) -> Block {
    Block::text("Rad\n".repeat(lines))
}

fn table(rows: Vec<Vec<String>>) -> Block {
    Block::Table { head: vec!["Mål".into(), "Insats".into()], widths: vec![1.0, 1.0], rows, caption: None }
}

#[test]
fn a_heading_stands_on_the_page_of_what_it_heads() {
    for lines in 30..60 {
        let rows = vec![vec!["a".into(), "b".into()]; 3];
        let laid = laid(vec![filling(lines), Block::heading(1, "Rubrik"), table(rows)]);
        let heading = pages_of(&laid, &Tag::Heading(2))[0];
        let first_cell = pages_of(&laid, &Tag::DataCell)[0];
        assert_eq!(heading, first_cell, "with {lines} lines above");
    }
}

#[test]
fn a_table_head_comes_again_on_each_page_but_is_read_once() {
    let rows = (0..90).map(|number| vec![format!("Mål {number}"), "Insats".into()]).collect();
    let laid = laid(vec![table(rows)]);
    let pages = laid.pages.len();
    assert!(pages > 2);
    assert_eq!(pages_of(&laid, &Tag::HeaderCell(tree::Scope::Column)), [0, 0]);
    for page in &laid.pages[1..] {
        assert!(page.layout.iter().any(|drawing| matches!(drawing, Drawing::Run(_))), "no head on a page");
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_as_one_row() {
    let laid = laid(vec![table(vec![vec!["kort".into(), "En lång redogörelse. ".repeat(600)]])]);
    assert!(laid.pages.len() > 2);
    let cells: Vec<_> = laid.tree.elements().iter().filter(|element| element.tag == Tag::DataCell).collect();
    assert_eq!(cells.len(), 2);
    assert_eq!(cells[1].kids.len(), laid.pages.len(), "one piece of the cell on each page");
}

#[test]
fn short_rows_are_not_divided() {
    let rows = (0..40).map(|number| vec![format!("Mål {number}"), "Rad\n".repeat(4)]).collect();
    for cell in laid(vec![filling(7), table(rows)]).tree.elements().iter().filter(|element| element.tag == Tag::DataCell) {
        assert_eq!(cell.kids.len(), 1);
    }
}

#[test]
fn places_to_sign_stay_together() {
    let place = |name: &str| crate::SignatureLine { name: name.into(), role: "roll".into(), line: crate::SignatureKind::Pen };
    for lines in 30..55 {
        let laid = laid(vec![filling(lines), Block::Signatures(vec![place("A"), place("B"), place("C")])]);
        let pages = pages_of(&laid, &Tag::Paragraph);
        let last_nine = &pages[pages.len() - 9..];
        assert!(last_nine.iter().all(|page| page == &last_nine[0]), "with {lines} lines above");
    }
}

#[test]
fn a_column_is_as_wide_as_its_longest_word() {
    let row = vec!["Återfallsprevention".to_owned(), "2026-12-12".to_owned()];
    let narrow = Block::Table { head: vec!["Insats".into(), "Senast".into()], widths: vec![30.0, 1.0], rows: vec![row], caption: None };
    let laid = laid(vec![narrow]);
    let cells = laid.tree.elements().iter().filter(|element| element.tag == Tag::DataCell);
    for cell in cells {
        let Some(&Kid::Mark { page, mark }) = cell.kids.first() else { panic!("an empty cell") };
        assert_eq!(laid.pages[page].marks[mark].drawings.len(), 1, "a word was divided");
    }
}

#[test]
fn nothing_is_set_outside_the_margins() {
    let long = "Socialförvaltningsöverskridande".repeat(9);
    let row = vec![long.clone(), long.clone()];
    let laid = laid(vec![
        Block::text(&long),
        Block::heading(1, &long),
        table(vec![row; 30]),
        Block::List(vec![long.clone()]),
        Block::notice(&long),
    ]);
    for (owner, x, y) in runs(&laid) {
        assert!((MARGIN - 0.01..MARGIN + CONTENT).contains(&x), "{x}");
        assert!(matches!(owner, Owner::Artifact(page::Artifact::Footer)) || y <= BOTTOM, "{y}");
    }
}

#[test]
fn a_page_break_at_the_end_makes_no_empty_page() {
    assert_eq!(laid(vec![Block::text("Ord"), Block::PageBreak, Block::PageBreak]).pages.len(), 1);
    assert_eq!(laid(vec![Block::text("Ord"), Block::PageBreak, Block::PageBreak, Block::text("Ord")]).pages.len(), 2);
}

#[test]
fn large_type_takes_more_room() {
    let normal = lay(&everything()).pages.len();
    let document = Document { large_type: true, ..everything() };
    assert!(lay(&document).pages.len() > normal);
}

#[test]
fn text_is_cleaned_of_what_cannot_be_seen() {
    assert_eq!(clean("A\u{30a}sa\u{ad}\u{200b}\u{202e} Ö\tb\r\nc\u{0}"), "Åsa Ö b\nc");
    assert_eq!(clean("vanlig text"), "vanlig text");
}

#[test]
fn a_short_table_is_not_divided() {
    let facts: Vec<(String, String)> = (0..6).map(|number| (format!("Fråga {number}"), "Svar".to_owned())).collect();
    for lines in 30..50 {
        let pages = pages_of(&laid(vec![filling(lines), Block::Facts(facts.clone())]), &Tag::DataCell);
        assert!(pages.iter().all(|page| page == &pages[0]), "with {lines} lines above");
    }
}

#[test]
fn a_short_list_is_not_divided() {
    for lines in 30..55 {
        let items = ["Jag kommer", "Jag sänder någon annan", "Jag kan inte komma"].map(str::to_owned).to_vec();
        let pages = pages_of(&laid(vec![filling(lines), Block::List(items)]), &Tag::ListBody);
        assert!(pages.iter().all(|page| page == &pages[0]), "with {lines} lines above");
    }
}

/// Of each cell, how many lines it has.
fn lines_of_cells(laid: &Laid) -> Vec<usize> {
    let cells = laid.tree.elements().iter().filter(|element| matches!(element.tag, Tag::DataCell | Tag::HeaderCell(tree::Scope::Row)));
    let runs = |kid: &Kid| match kid {
        Kid::Mark { page, mark } => laid.pages[*page].marks[*mark].drawings.len(),
        Kid::Element(_) => 0,
    };
    cells.map(|cell| cell.kids.iter().map(runs).sum()).collect()
}

#[test]
fn no_word_is_divided_while_there_is_room_for_it() {
    // As a label: bold, large, and wider letters than the common ones.
    for word in ["ungdomsmottagningen", "WÄMMÖMOTTAGNINGEN", "arbetsmarknadsförvaltningen"] {
        let block = Block::Facts(vec![(word.to_owned(), word.to_owned())]);
        let laid = lay(&Document { large_type: true, ..paper(vec![block]) });
        assert_eq!(lines_of_cells(&laid), [1, 1], "{word} was divided");
    }
}

#[test]
fn only_the_words_of_the_widest_column_are_divided() {
    let day = "2027-01-15".to_owned();
    let row = vec![day.clone(), "a".repeat(200), day.clone(), "b".repeat(35), day];
    let table = Block::Table { head: Vec::new(), widths: vec![1.0; 5], rows: vec![row], caption: None };
    let lines = lines_of_cells(&laid(vec![table]));
    assert_eq!([lines[0], lines[2], lines[4]], [1; 3]);
    assert!(lines[1] > 1);
}

/// How often words are shaped for a table with so many rows.
fn shapings(rows: impl Iterator<Item = String>) -> usize {
    let rows = rows.map(|text| vec![text, "Östersunds kommun".to_owned(), "2027-01-15".to_owned()]).collect();
    let head = ["Insats", "Ansvarig", "Senast"].map(String::from).to_vec();
    let document = paper(vec![Block::Table { head, widths: vec![3.0, 2.0, 1.0], rows, caption: None }]);
    FONTS.with_borrow_mut(|fonts| {
        let look = Look::normal();
        let mut composer = Composer::new(fonts, Texts::swedish(), &look);
        composer.document(&document);
        composer.shaper.shapings
    })
}

/// A cell is measured for its column and then set on lines; neither that nor another cell that says the same shapes it again.
#[test]
fn the_same_words_are_shaped_once() {
    let same = |count: usize| shapings((0..count).map(|_| "Återfallsprevention".to_owned()));
    assert_eq!(same(100), same(1));
    let different = |count: usize| shapings((0..count).map(|number| format!("Återfallsprevention, tillfälle {number}")));
    assert_eq!(different(100), different(1) + 99);
}
