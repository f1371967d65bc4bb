use super::*;
use crate::document::{Document, Letterhead};
use std::sync::Arc;

/// A PNG file of one colour type, painted by `sample` at each place.
fn file<const N: usize>(color: ColorType, (width, height): (u32, u32), sample: impl Fn(u32, u32) -> [u8; N]) -> Vec<u8> {
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    encoder.add_text_chunk("Author".into(), "Karin".into()).unwrap();
    let rows: Vec<u8> = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| sample(x, y)).collect();
    encoder.write_header().unwrap().write_image_data(&rows).unwrap();
    png
}

/// A blue disc on nothing.
fn disc(side: u32) -> Vec<u8> {
    file(ColorType::Rgba, (side, side), |x, y| {
        let (dx, dy) = (f64::from(x) - f64::from(side) / 2.0, f64::from(y) - f64::from(side) / 2.0);
        [0, 60, 140, if dx.hypot(dy) < f64::from(side) / 2.0 { 255 } else { 0 }]
    })
}

/// The paper with a logo at its top.
pub(crate) fn with_logo(document: Document) -> Document {
    let logo = Some(Arc::new(Logo::read(&disc(400)).unwrap()));
    Document { letterhead: Letterhead { name: "Östersunds kommun".into(), logo, ..document.letterhead }, ..document }
}

/// The colours of a logo, row by row.
pub(crate) fn colours(logo: &Logo) -> Vec<[u8; 3]> {
    on_white(logo.png()).unwrap().0
}

#[test]
fn what_is_transparent_is_white_and_what_is_half_covered_is_mixed() {
    let logo = Logo::read(&file(ColorType::Rgba, (3, 1), |x, _| [0, 100, 200, [0, 128, 255][x as usize]])).unwrap();
    assert_eq!(colours(&logo), [[255, 255, 255], [127, 177, 227], [0, 100, 200]]);
    let gray = Logo::read(&file(ColorType::GrayscaleAlpha, (2, 1), |x, _| [50, [0, 255][x as usize]])).unwrap();
    assert_eq!(colours(&gray), [[255; 3], [50; 3]]);
}

#[test]
fn a_large_picture_is_kept_no_finer_than_a_printer_shows() {
    for (size, kept) in [((400, 400), (188, 188)), ((3000, 300), (708, 70)), ((100, 60), (100, 60)), ((4000, 1), (708, 1))] {
        let logo = Logo::read(&file(ColorType::Grayscale, size, |_, _| [0])).unwrap();
        assert_eq!(logo.pixels(), kept, "of {size:?}");
        assert!(colours(&logo).iter().all(|pixel| *pixel == [0; 3]), "black stays black");
    }
}

#[test]
fn a_smaller_picture_has_the_mean_of_what_it_covers() {
    // Stripes of one pixel, black and white, that are narrowed by 8 to 708/2832.
    let logo = Logo::read(&file(ColorType::Grayscale, (2832, 4), |x, _| [[0, 255][(x % 2) as usize]])).unwrap();
    assert!(colours(&logo).iter().all(|pixel| *pixel == [128; 3]), "{:?}", &colours(&logo)[..4]);
}

#[test]
fn it_fits_the_room_and_is_never_coarse() {
    for (size, points) in [((708, 188), (169.5, 45.0)), ((708, 70), (170.0, 16.8)), ((100, 60), (50.0, 30.0)), ((188, 188), (45.0, 45.0))] {
        let logo = Logo { width: size.0, height: size.1, png: Vec::new() };
        let (width, height) = logo.size();
        assert!((width - points.0).abs() < 0.1 && (height - points.1).abs() < 0.1, "{size:?}: {width} {height}");
    }
}

#[test]
fn what_the_file_says_beside_its_picture_is_left_behind() {
    let chosen = disc(50);
    let logo = Logo::read(&chosen).unwrap();
    let says = |bytes: &[u8]| bytes.windows(5).any(|part| part == b"Karin");
    assert!(says(&chosen) && !says(logo.png()));
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    let logo = Logo::read(&disc(300)).unwrap();
    assert_eq!(Logo::kept(logo.png().to_vec()).unwrap(), logo);
    assert!(logo.png().len() < 6_000, "{}", logo.png().len());
}

#[test]
fn what_makes_no_logo_is_told_apart() {
    let whole = disc(50);
    let mut broken = whole.clone();
    broken.truncate(whole.len() / 2);
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 0x55;
    for bad in [&b""[..], b"%PDF-1.7", b"\xff\xd8\xff\xe0\0\x10JFIF\0", &broken, &flipped] {
        assert_eq!(Logo::read(bad), Err(LogoError::NotPng));
    }
    assert_eq!(Logo::read(&[whole, vec![0; Logo::LARGEST_FILE]].concat()), Err(LogoError::TooLarge));
    assert_eq!(Logo::read(&file(ColorType::Grayscale, (4001, 1), |_, _| [0])), Err(LogoError::TooLarge));
    assert_eq!(Logo::read(&file(ColorType::Rgba, (9, 9), |_, _| [255, 255, 255, 255])), Err(LogoError::Blank));
    assert_eq!(Logo::read(&file(ColorType::Rgba, (9, 9), |_, _| [0, 0, 0, 0])), Err(LogoError::Blank));
}
