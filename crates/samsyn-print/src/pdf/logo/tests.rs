use crate::document::{Block, Document, Letterhead};
use crate::logo::Logo;
use crate::logo::tests::{colours, with_logo};
use crate::pdf::tests::check_all;
use crate::samples::{everything, paper};
use lopdf::content::Content;
use lopdf::{Object, Stream};
use std::path::Path;
use std::process::Command;

fn open(document: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&crate::pdf(document).unwrap()).unwrap()
}

fn images(file: &lopdf::Document) -> Vec<&Stream> {
    let is_image = |stream: &&Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == b"Image");
    file.objects.values().filter_map(|object| object.as_stream().ok()).filter(is_image).collect()
}

/// Of each page, how often it paints an image.
fn painted(file: &lopdf::Document) -> Vec<usize> {
    let page = |id| Content::decode(&file.get_page_content(id)).unwrap().operations.iter().filter(|done| done.operator == "Do").count();
    file.get_pages().into_values().map(page).collect()
}

#[test]
fn the_logo_is_a_figure_with_words_and_a_box_of_its_size() {
    let elements = check_all(&with_logo(paper(vec![Block::text("Ord")])));
    let tags: Vec<&str> = elements.iter().map(|(tag, _)| tag.as_str()).collect();
    assert_eq!(tags, ["Document", "Figure", "P", "P", "H1", "P"], "it is read first");
    let figure = &elements[1].1;
    assert_eq!(lopdf::decode_text_string(figure.get(b"Alt").unwrap()).unwrap(), "Logotyp: Östersunds kommun");
    let edges = figure.get(b"A").unwrap().as_dict().unwrap().get(b"BBox").unwrap().as_array().unwrap();
    let [left, bottom, right, top] = edges.iter().map(|edge| edge.as_float().unwrap()).collect::<Vec<_>>()[..] else { panic!() };
    assert!((right - left - 45.0).abs() < 0.1 && (top - bottom - 45.0).abs() < 0.1, "{left} {bottom} {right} {top}");
    assert!((left - 62.0).abs() < 0.1 && (top - 760.0).abs() < 1.0, "at the margin, beneath the header");
}

#[test]
fn it_is_painted_once_where_its_box_is_and_its_image_is_there_once() {
    let file = open(&with_logo(everything()));
    let pages = painted(&file);
    assert!(pages.len() > 2);
    assert_eq!((pages[0], pages[1..].iter().sum::<usize>()), (1, 0), "on the first page alone");
    assert_eq!(images(&file).len(), 1);
    let first = *file.get_pages().values().next().unwrap();
    let content = Content::decode(&file.get_page_content(first)).unwrap().operations;
    let place = content.iter().position(|done| done.operator == "Do").unwrap();
    let matrix: Vec<f32> = content[place - 1].operands.iter().map(|number| number.as_float().unwrap()).collect();
    let wanted = [45.12, 0.0, 0.0, 45.12, 62.0, 841.89 - 82.0 - 45.12];
    assert!(matrix.iter().zip(wanted).all(|(is, wanted)| (is - wanted).abs() < 0.2), "{matrix:?}");
}

#[test]
fn the_image_has_nothing_that_archives_refuse() {
    let document = with_logo(paper(Vec::new()));
    let file = open(&document);
    let image = images(&file)[0];
    for refused in [&b"SMask"[..], b"Mask", b"Interpolate", b"Alternates", b"OPI", b"Intent"] {
        assert!(!image.dict.has(refused), "{}", String::from_utf8_lossy(refused));
    }
    assert_eq!(image.dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceRGB");
    assert_eq!(image.content, document.letterhead.logo.as_ref().unwrap().packed(), "as it was packed, and not once more");
    assert!(image.content.len() < 6_000, "{}", image.content.len());
}

#[test]
fn a_paper_without_a_logo_has_neither_image_nor_figure() {
    let document = paper(vec![Block::text("Ord")]);
    assert!(images(&open(&document)).is_empty());
    assert!(check_all(&document).iter().all(|(tag, _)| tag != "Figure"));
}

#[test]
fn the_words_beside_it_may_be_none_or_many() {
    for words in [String::new(), "Förvaltningsöverskridande enhet ".repeat(400)] {
        for large_type in [false, true] {
            let letterhead = Letterhead { contact: words.clone(), ..Letterhead::default() };
            check_all(&with_logo(Document { author: words.clone(), letterhead, large_type, ..paper(vec![Block::text("Ord")]) }));
        }
    }
}

#[test]
fn other_programs_find_the_same_colours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    let document = with_logo(everything());
    std::fs::write(&path, crate::pdf(&document).unwrap()).unwrap();
    let said = |program: &str, before: &[&str], after: &[&Path]| {
        let done = Command::new(program).args(before).arg(&path).args(after).output();
        let done = done.unwrap_or_else(|error| panic!("{program} is needed for this test (cargo xtask setup installs it): {error}"));
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    said("qpdf", &["--check"], &[]);
    assert!(said("pdfinfo", &["-struct-text"], &[]).starts_with("Document\n  Figure"));
    said("pdfimages", &["-png"], &[&folder.path().join("image")]);
    let image = Logo::kept(std::fs::read(folder.path().join("image-000.png")).unwrap()).unwrap();
    assert_eq!(colours(&image), colours(document.letterhead.logo.as_ref().unwrap()));
}
