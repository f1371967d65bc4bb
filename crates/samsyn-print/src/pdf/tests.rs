//! Each file is held against what made PDF/A-2a and PDF/UA-1 pass in an independent validator.

use crate::document::{Block, Document, ParagraphStyle, SignatureKind, SignatureLine};
use crate::samples::{everything, paper};
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Operators that paint.
const PAINTING: [&str; 18] =
    ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"", "sh", "Do", "BI", "EI", "INLINE_IMAGE"];

fn open(document: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&crate::pdf(document).unwrap()).unwrap()
}

fn name(object: &Object) -> String {
    String::from_utf8_lossy(object.as_name().unwrap()).into_owned()
}

fn dictionary(file: &lopdf::Document, object: &Object) -> Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap().clone()
}

/// Tag and number of each piece of content on a page, having checked that nothing is painted outside of one.
fn marked_content(file: &lopdf::Document, page: ObjectId) -> BTreeMap<i64, String> {
    let content = Content::decode(&file.get_page_content(page)).unwrap();
    let mut open: Vec<bool> = Vec::new();
    let mut numbered = BTreeMap::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                assert!(open.is_empty(), "marked content within marked content");
                let tag = name(&operation.operands[0]);
                let properties = operation.operands[1].as_dict().unwrap();
                if tag == "Artifact" {
                    assert!(!properties.has(b"MCID"));
                } else {
                    assert!(numbered.insert(properties.get(b"MCID").unwrap().as_i64().unwrap(), tag).is_none());
                }
                open.push(true);
            }
            "EMC" => assert!(open.pop().is_some(), "an end without a beginning"),
            painting if PAINTING.contains(&painting) => assert!(!open.is_empty(), "{painting} outside of marked content"),
            _ => {}
        }
    }
    assert!(open.is_empty());
    numbered
}

/// Walks the structure tree: each element knows its parent, and each piece of content belongs to exactly one element.
fn check_structure(file: &lopdf::Document) -> Vec<(String, Dictionary)> {
    let pages = file.get_pages();
    let root_object = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().clone();
    let root = dictionary(file, &root_object);
    let mut owners: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    let mut elements = Vec::new();
    let mut waiting = vec![(root.get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap(), root_object.as_reference().unwrap())];
    while let Some((id, parent)) = waiting.pop() {
        let element = dictionary(file, &Object::Reference(id));
        assert_eq!(element.get(b"P").unwrap().as_reference().unwrap(), parent);
        let kids = element.get(b"K").map(|kids| kids.as_array().unwrap().clone()).unwrap_or_default();
        for kid in kids.iter().rev() {
            match kid {
                Object::Reference(below) => waiting.push((*below, id)),
                other => {
                    let reference = other.as_dict().unwrap();
                    assert_eq!(name(reference.get(b"Type").unwrap()), "MCR");
                    let place = (reference.get(b"Pg").unwrap().as_reference().unwrap(), reference.get(b"MCID").unwrap().as_i64().unwrap());
                    assert!(owners.insert(place, id).is_none(), "content with two owners");
                }
            }
        }
        elements.push((name(element.get(b"S").unwrap()), element));
    }
    let numbers = dictionary(file, root.get(b"ParentTree").unwrap()).get(b"Nums").unwrap().as_array().unwrap().clone();
    assert_eq!(numbers.len(), pages.len() * 2);
    for (pair, (_, page)) in numbers.chunks(2).zip(&pages) {
        let page_dictionary = dictionary(file, &Object::Reference(*page));
        assert_eq!(page_dictionary.get(b"StructParents").unwrap().as_i64().unwrap(), pair[0].as_i64().unwrap());
        assert_eq!(name(page_dictionary.get(b"Tabs").unwrap()), "S");
        assert!(!page_dictionary.has(b"Annots"));
        let content = marked_content(file, *page);
        let parents = pair[1].as_array().unwrap();
        assert_eq!(content.keys().copied().collect::<Vec<_>>(), (0..i64::try_from(parents.len()).unwrap()).collect::<Vec<_>>());
        for (number, parent) in (0..).zip(parents) {
            let owner = owners.remove(&(*page, number)).expect("content that no element has");
            assert_eq!(parent.as_reference().unwrap(), owner);
            assert_eq!(name(dictionary(file, parent).get(b"S").unwrap()), content[&number]);
        }
    }
    assert!(owners.is_empty(), "elements point at content that is not there");
    check_elements(&elements);
    check_nesting(file, &elements);
    elements
}

/// Headings are not skipped, header cells have a scope, figures have words and a box.
fn check_elements(elements: &[(String, Dictionary)]) {
    let mut level = 0;
    for (tag, element) in elements {
        let attributes = element.get(b"A").and_then(Object::as_dict);
        if let Some(heading) = tag.strip_prefix('H').and_then(|number| number.parse::<u8>().ok()) {
            assert!(heading <= level + 1, "a skipped heading");
            level = heading;
        }
        match tag.as_str() {
            "TH" => assert!(["Row", "Column"].contains(&name(attributes.unwrap().get(b"Scope").unwrap()).as_str())),
            "Figure" => {
                assert!(element.get(b"Alt").unwrap().as_str().unwrap().len() > 10);
                let bounds = attributes.unwrap().get(b"BBox").unwrap().as_array().unwrap();
                let edges: Vec<f32> = bounds.iter().map(|edge| edge.as_float().unwrap()).collect();
                assert!(edges[0] < edges[2] && edges[1] < edges[3]);
            }
            _ => {}
        }
    }
    assert_eq!(elements[0].0, "Document");
}

/// Parts of tables and lists stand where they belong, and the rows of a table are equally long.
fn check_nesting(file: &lopdf::Document, elements: &[(String, Dictionary)]) {
    let mut cells: BTreeMap<ObjectId, usize> = BTreeMap::new();
    let mut rows: BTreeMap<ObjectId, BTreeSet<usize>> = BTreeMap::new();
    for (tag, element) in elements {
        let parent_id = element.get(b"P").unwrap().as_reference().unwrap();
        let parent = dictionary(file, &Object::Reference(parent_id));
        let within = parent.get(b"S").map_or_else(|_| "StructTreeRoot".to_owned(), name);
        let allowed: &[&str] = match tag.as_str() {
            "Document" => &["StructTreeRoot"],
            "TH" | "TD" => &["TR"],
            "TR" => &["THead", "TBody"],
            "THead" | "TBody" | "Caption" => &["Table"],
            "LI" => &["L"],
            "Lbl" | "LBody" => &["LI"],
            "P" => &["Document", "BlockQuote"],
            _ => &["Document"],
        };
        assert!(allowed.contains(&within.as_str()), "{tag} within {within}");
        if within == "TR" {
            *cells.entry(parent_id).or_default() += 1;
        }
    }
    for (row, count) in cells {
        let section = dictionary(file, &Object::Reference(row)).get(b"P").unwrap().clone();
        let table = dictionary(file, &section).get(b"P").unwrap().as_reference().unwrap();
        rows.entry(table).or_default().insert(count);
    }
    assert!(rows.values().all(|lengths| lengths.len() == 1), "rows of different length");
}

fn check_catalog(file: &lopdf::Document, document: &Document) {
    assert_eq!(file.version, "1.7");
    assert!(!file.trailer.has(b"Info"));
    let catalog = file.catalog().unwrap();
    assert_eq!(lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(), document.language);
    assert!(dictionary(file, catalog.get(b"MarkInfo").unwrap()).get(b"Marked").unwrap().as_bool().unwrap());
    assert!(dictionary(file, catalog.get(b"ViewerPreferences").unwrap()).get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert_eq!(name(catalog.get(b"PageMode").unwrap()), "UseOutlines");
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    assert_eq!(intents.len(), 1);
    let intent = dictionary(file, &intents[0]);
    assert_eq!(name(intent.get(b"S").unwrap()), "GTS_PDFA1");
    let profile = file.get_object(intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(profile.as_stream().unwrap().dict.get(b"N").unwrap().as_i64().unwrap(), 3);
    let metadata = file.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert!(!metadata.dict.has(b"Filter"), "compressed metadata");
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(!xmp.contains("xmlns:pdfx"), "a property that no schema declares");
    let created = format!("<xmp:CreateDate>{}</xmp:CreateDate>", document.created.format("%Y-%m-%dT%H:%M:%SZ"));
    for part in [
        created.as_str(),
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        "<dc:title>",
        "<dc:creator>",
        "<dc:language><rdf:Bag><rdf:li>sv</rdf:li>",
    ] {
        assert!(xmp.contains(part), "no {part} in the metadata");
    }
}

/// Every font is embedded and says what its glyphs mean.
fn check_fonts(file: &lopdf::Document) {
    let fonts: Vec<Dictionary> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|font| font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == b"Type0"))
        .cloned()
        .collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        let map = file.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
        let map = String::from_utf8_lossy(&map.decompressed_content().unwrap()).into_owned();
        assert!(!map.contains("<0000>\n") && !map.contains("<FEFF>"), "a glyph without meaning");
        let below = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        assert!(dictionary(file, below.get(b"FontDescriptor").unwrap()).has(b"FontFile2"));
        let base = name(font.get(b"BaseFont").unwrap());
        assert!(base.split_once('+').is_some_and(|(tag, _)| tag.len() == 6 && tag.chars().all(|c| c.is_ascii_uppercase())), "{base}");
    }
}

pub(crate) fn check_all(document: &Document) -> Vec<(String, Dictionary)> {
    let file = open(document);
    check_catalog(&file, document);
    check_fonts(&file);
    check_structure(&file)
}

/// Runs one of the programs that `cargo xtask setup` installs on a file with `document`.
fn run(program: &str, before: &[&str], after: &[&str], document: &Document) -> (bool, String) {
    run_on(&crate::pdf(document).unwrap(), program, before, after)
}

fn run_on(file: &[u8], program: &str, before: &[&str], after: &[&str]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, file).unwrap();
    let output = Command::new(program)
        .args(before)
        .arg(&path)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed for this test (cargo xtask setup installs it): {error}"));
    let words = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), words)
}

/// What stands on the pages as another program reads it, having checked that others find nothing wrong with the file.
pub(crate) fn painted_words(document: &Document) -> String {
    let file = crate::pdf(document).unwrap();
    for (program, option) in [("qpdf", "--check"), ("pdfinfo", "-struct")] {
        let (passed, words) = run_on(&file, program, &[option], &[]);
        assert!(passed && !words.contains("rror: "), "{words}");
    }
    let (passed, painted) = run_on(&file, "pdftotext", &["-layout"], &["-"]);
    assert!(passed, "{painted}");
    painted
}

/// The structure with its words as another program reads it. That takes it seconds for a long paper.
pub(crate) fn words_by_structure(document: &Document) -> String {
    let (passed, structure) = run("pdfinfo", &["-struct-text"], &[], document);
    assert!(passed && !structure.contains("rror"), "{structure}");
    structure
}

fn words_of(document: &Document) -> String {
    run("pdftotext", &["-layout"], &["-"], document).1
}

#[test]
fn every_block_is_tagged_and_archival() {
    let elements = check_all(&everything());
    let tags: BTreeSet<&str> = elements.iter().map(|(tag, _)| tag.as_str()).collect();
    let expected = [
        "BlockQuote",
        "Caption",
        "Document",
        "Figure",
        "H1",
        "H2",
        "H3",
        "L",
        "LBody",
        "LI",
        "Lbl",
        "P",
        "TBody",
        "TD",
        "TH",
        "THead",
        "TR",
        "Table",
    ];
    assert_eq!(tags.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn large_type_and_drafts_are_tagged_and_archival_too() {
    check_all(&Document { large_type: true, draft: true, ..everything() });
}

#[test]
fn facts_have_row_heads_and_tables_column_heads() {
    let table = Block::Table { head: vec!["Mål".into()], widths: vec![1.0], rows: vec![vec!["Ett".into()]], caption: None };
    let scopes: Vec<String> = check_all(&paper(vec![Block::Facts(vec![("Ärende".into(), "S-1".into())]), table]))
        .iter()
        .filter(|(tag, _)| tag == "TH")
        .map(|(_, element)| name(element.get(b"A").unwrap().as_dict().unwrap().get(b"Scope").unwrap()))
        .collect();
    assert_eq!(scopes, ["Row", "Column"]);
}

#[test]
fn the_same_document_gives_the_same_bytes_on_any_thread() {
    let here = crate::pdf(&everything()).unwrap();
    let other = Document { title: "Annat".into(), ..everything() };
    assert_ne!(crate::pdf(&other).unwrap(), here);
    assert_eq!(crate::pdf(&everything()).unwrap(), here);
    assert_eq!(std::thread::spawn(|| crate::pdf(&everything()).unwrap()).join().unwrap(), here);
}

#[test]
fn a_skipped_heading_is_lifted() {
    let headings = [3, 1, 3, 9].map(|level| Block::heading(level, "Rubrik")).to_vec();
    let tags: Vec<String> = check_all(&paper(headings)).into_iter().map(|(tag, _)| tag).filter(|tag| tag.starts_with('H')).collect();
    assert_eq!(tags, ["H1", "H2", "H2", "H3", "H4"]);
}

#[test]
fn the_outline_follows_the_headings() {
    let file = open(&paper(vec![Block::heading(1, "Öppet"), Block::heading(2, "Arbete"), Block::heading(1, "Avslut")]));
    let outlines = dictionary(&file, file.catalog().unwrap().get(b"Outlines").unwrap());
    let title = dictionary(&file, outlines.get(b"First").unwrap());
    let first = dictionary(&file, title.get(b"First").unwrap());
    let last = dictionary(&file, title.get(b"Last").unwrap());
    let words = |entry: &Dictionary| lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
    assert_eq!([words(&title), words(&first), words(&last)], ["Prov", "Öppet", "Avslut"]);
    assert_eq!(words(&dictionary(&file, first.get(b"First").unwrap())), "Arbete");
}

#[test]
fn letters_of_many_languages_come_out_again() {
    let words = "Åsa Öberg ändå, fint affisch office Čáhppes đeaŋŋa šuvge Ŧ ŧ ž á";
    // Without lam-alef, whose two letters poppler gives back in the order they stand on paper.
    let arabic = "مرحبا بكم";
    let text = words_of(&paper(vec![Block::text(words), Block::text(arabic), Block::text("A\u{30a}sa på 1 000 kr – ”så”")]));
    assert!(text.contains(words), "{text}");
    let bare: String = text.chars().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}')).collect();
    assert!(bare.contains(arabic), "{text:?}");
    assert!(text.contains("Åsa på 1 000 kr – ”så”"), "{text}");
}

#[test]
fn what_cannot_be_printed_does_not_break_the_page() {
    let hostile = "a\u{0}b\u{1b}[31m\u{202e}c\u{2066}d\u{200f}\u{feff}e\r\nf\u{e000}g漢h👩\u{200d}👧i\u{fffe}j";
    let document = Document { title: hostile.into(), header: hostile.into(), author: hostile.into(), ..paper(vec![Block::text(hostile)]) };
    check_all(&document);
    let text = words_of(&document);
    assert!(text.contains("ab[31mcde"), "{text}");
    assert!(text.contains("f\u{fffd}g\u{fffd}h"), "{text}");
}

#[test]
fn signs_without_a_glyph_get_a_stand_in() {
    let text = words_of(&paper(vec![Block::text("−2 → ≥ 5 ☐ nej ☑ ja")]));
    assert!(text.contains("–2 -> >= 5 [ ] nej [x] ja"), "{text}");
}

#[test]
fn line_breaks_in_cells_are_kept_and_do_not_join_words() {
    let facts = Block::Facts(vec![("Plats".into(), "Nexus\nrum 2".into()), ("Svar".into(), String::new())]);
    let (_, structure) = run("pdfinfo", &["-struct-text"], &[], &paper(vec![facts]));
    assert!(structure.contains("Nexus rum 2"), "{structure}");
    assert!(structure.contains('–'), "{structure}");
}

#[test]
fn long_words_stay_on_the_page() {
    let word = "Förvaltningsöverskridande".repeat(30);
    let text = words_of(&paper(vec![Block::text(&word), Block::heading(1, &word)]));
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    assert!(letters.contains(&word.repeat(2)), "{text}");
}

#[test]
fn outside_programs_find_nothing_wrong() {
    for document in [everything(), Document { large_type: true, draft: true, ..everything() }] {
        painted_words(&document);
        let structure = words_by_structure(&document);
        assert!(structure.contains("Figure") && structure.contains("Caption"), "{structure}");
    }
}

/// Of all pages: text matrices, strings and glyphs.
fn written(file: &lopdf::Document) -> [usize; 3] {
    let mut counted = [0; 3];
    for page in file.get_pages().into_values() {
        for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
            let strings: Vec<&Object> = match operation.operator.as_str() {
                "TJ" => operation.operands[0].as_array().unwrap().iter().collect(),
                "Tj" => operation.operands.iter().collect(),
                _ => Vec::new(),
            };
            let glyphs = strings.iter().filter_map(|string| string.as_str().ok()).map(|string| string.len() / 2);
            counted[0] += usize::from(operation.operator == "Tm");
            counted[1] += glyphs.clone().count();
            counted[2] += glyphs.sum::<usize>();
        }
    }
    counted
}

/// Counted and not timed: what a paper costs to write, to pack and to read grows with these.
#[test]
fn letters_are_written_in_runs() {
    let words = "hemmet minne hemmet minne";
    let [_, _, without] = written(&open(&paper(Vec::new())));
    let [_, _, glyphs] = written(&open(&paper(vec![Block::text(words)])));
    assert_eq!(glyphs - without, words.len());
    let [matrices, strings, glyphs] = written(&open(&everything()));
    assert!(strings * 3 < glyphs, "{strings} strings for {glyphs} glyphs");
    assert!(matrices * 10 < glyphs, "{matrices} text matrices for {glyphs} glyphs");
}

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        6 => "[ -~åäöÅÄÖčđŋšŧž\n]{0,60}",
        2 => proptest::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter),
        1 => "[a-zåäö ]{400,2500}",
        1 => "[a-zåäö]{300,600}",
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    let texts = || proptest::collection::vec(any_text(), 0..6);
    let style =
        prop_oneof![Just(ParagraphStyle::Normal), Just(ParagraphStyle::Quote), Just(ParagraphStyle::Note), Just(ParagraphStyle::Lead)];
    let strokes = proptest::collection::vec(proptest::collection::vec((any::<f32>(), 0.0_f32..1.0), 0..5), 0..3);
    let line = prop_oneof![Just(SignatureKind::Pen), (strokes, any_text()).prop_map(|(strokes, at)| SignatureKind::Drawn { strokes, at })];
    let place = (any_text(), any_text(), line).prop_map(|(name, role, line)| SignatureLine { name, role, line });
    prop_oneof![
        (any::<u8>(), any_text()).prop_map(|(level, text)| Block::Heading { level, text }),
        (any_text(), style).prop_map(|(text, style)| Block::Paragraph { text, style }),
        proptest::collection::vec((any_text(), any_text()), 0..5).prop_map(Block::Facts),
        texts().prop_map(Block::List),
        (
            texts(),
            proptest::collection::vec(any::<f32>(), 0..5),
            proptest::collection::vec(texts(), 0..5),
            proptest::option::of(any_text())
        )
            .prop_map(|(head, widths, rows, caption)| Block::Table { head, widths, rows, caption }),
        any_text().prop_map(|text| Block::Notice { text }),
        proptest::collection::vec(place, 0..4).prop_map(Block::Signatures),
        (0..40_u8).prop_map(Block::WritingLines),
        Just(Block::Space),
        Just(Block::PageBreak),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_can_be_printed(
        blocks in proptest::collection::vec(any_block(), 0..8),
        title in any_text(),
        header in any_text(),
        author in any_text(),
        draft in any::<bool>(),
        large_type in any::<bool>(),
    ) {
        let document = Document { title, author, header, draft, large_type, ..paper(blocks) };
        check_all(&document);
        crate::plain_text(&document);
    }
}
