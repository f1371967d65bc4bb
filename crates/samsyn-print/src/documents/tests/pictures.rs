//! What the papers look like: a picture of the first page of each kind, for `docs/papers.md`.

use super::held::{is_made_by, makers};
use super::samples::samples;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The papers that are shown where their maker's first sample is not what is shown, or not all.
const SHOWN_TOO: [&str; 3] = ["call_sister", "own_page_easy", "own_page_child_said"];

/// A picture weighs no more, in bytes.
const HEAVIEST: u64 = 60_000;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The first sample of each maker, and those that are shown too.
fn shown() -> Vec<&'static str> {
    let mut waiting = makers();
    let mut is_shown = |name: &str| {
        let before = waiting.len();
        waiting.retain(|maker| !is_made_by(name, maker));
        waiting.len() < before || SHOWN_TOO.contains(&name)
    };
    samples().into_iter().map(|(name, _)| name).filter(|name| is_shown(name)).collect()
}

/// `SAMSYN_PICTURES=1 cargo test --workspace --lib -- documents::tests::pictures` makes the pictures anew, and leaves the whole
/// papers in `target/papers`.
#[test]
fn every_kind_of_paper_is_shown() {
    let pictures = project().join("docs/pictures/papers");
    if std::env::var_os("SAMSYN_PICTURES").is_some() {
        draw(&pictures);
    }
    let page = fs::read_to_string(project().join("docs/papers.md")).unwrap();
    let mut names: Vec<String> = shown().into_iter().map(|name| format!("{name}.png")).collect();
    for name in &names {
        assert!(page.contains(&format!("](pictures/papers/{name})")), "docs/papers.md does not show {name}");
        let weight = fs::metadata(pictures.join(name)).map_or(0, |picture| picture.len());
        assert!((1..=HEAVIEST).contains(&weight), "{name} has {weight} bytes: make the pictures anew");
    }
    let mut found: Vec<String> = fs::read_dir(&pictures).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    found.sort();
    assert_eq!(found, names, "a picture of no paper");
}

fn draw(pictures: &Path) {
    let papers = project().join("target/papers");
    for folder in [pictures, &papers] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).unwrap();
    }
    for (name, document) in samples() {
        fs::write(papers.join(format!("{name}.pdf")), crate::pdf(&document).unwrap()).unwrap();
    }
    for name in shown() {
        let options = ["-gray", "-r", "70", "-singlefile"];
        let paper = papers.join(format!("{name}.pdf"));
        let drawn = Command::new("pdftoppm").args(options).args([&paper, &papers.join(name)]).status().unwrap();
        assert!(drawn.success());
        let page = papers.join(format!("{name}.pgm"));
        fs::write(pictures.join(format!("{name}.png")), small(&fs::read(&page).unwrap())).unwrap();
        fs::remove_file(page).unwrap();
    }
}

/// A page of 256 greys as a picture of 16, which weighs half.
fn small(page: &[u8]) -> Vec<u8> {
    // The head is `P5`, the width, the height and the lightest grey.
    let parts: Vec<&[u8]> = page.splitn(5, u8::is_ascii_whitespace).collect();
    let number = |part: usize| std::str::from_utf8(parts[part]).unwrap().parse::<u32>().unwrap();
    let (width, height) = (number(1), number(2));
    let grey = |of: u8| of.saturating_add(8) / 17;
    let row = |row: &[u8]| row.chunks(2).map(|pair| grey(pair[0]) << 4 | grey(*pair.last().unwrap())).collect::<Vec<u8>>();
    let rows: Vec<u8> = parts[4].chunks(width as usize).flat_map(row).collect();
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&rows).unwrap();
    picture
}
