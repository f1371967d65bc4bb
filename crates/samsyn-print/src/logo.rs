//! The unit's logo: read once from a file that somebody chose, and put into each paper as it then is.

mod scale;
#[cfg(test)]
pub(crate) mod tests;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};
use scale::{Pixel, scaled};
use std::io::Cursor;

/// A picture for the top of a paper: on white, without transparency, and no finer than a printer shows.
///
/// Its colours are taken as sRGB, as the papers' output intent says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
    png: Vec<u8>,
}

/// Why a file makes no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// It is no PNG file, or a damaged one.
    #[error("no whole PNG file")]
    NotPng,
    /// It has more bytes than [`Logo::LARGEST_FILE`], or a side of more than [`Logo::LARGEST_SIDE`] pixels.
    #[error("too large a file or a picture")]
    TooLarge,
    /// Nothing in it can be seen on white paper.
    #[error("nothing that is seen on white paper")]
    Blank,
}

/// The room above the title, in points: 60 mm by 16 mm.
const ROOM: (f32, f32) = (170.0, 45.0);
/// The same in pixels, at 300 to the inch.
const MOST_PIXELS: (u32, u32) = (708, 188);
/// A picture with few pixels is printed smaller rather than coarser than 144 to the inch. In points a pixel.
const COARSEST: f32 = 0.5;
/// What is lighter than this in each colour is not seen on white paper.
const NEARLY_WHITE: u8 = 247;
/// The eight bytes that each PNG file begins with (ISO/IEC 15948, 5.2).
const SIGNATURE: usize = 8;
/// The check sum after each chunk (ISO/IEC 15948, 5.3).
const CHECK_SUM: usize = 4;

impl Logo {
    /// The largest file that is read, in bytes.
    pub const LARGEST_FILE: usize = 2 * 1024 * 1024;
    /// The longest side that is read, in pixels.
    pub const LARGEST_SIDE: u32 = 4000;

    /// Reads a PNG file as somebody chose it. What the file says beside its picture is left behind.
    pub fn read(file: &[u8]) -> Result<Self, LogoError> {
        if file.len() > Self::LARGEST_FILE {
            return Err(LogoError::TooLarge);
        }
        let (pixels, (width, height)) = on_white(file)?;
        if pixels.iter().flatten().all(|&shade| shade > NEARLY_WHITE) {
            return Err(LogoError::Blank);
        }
        let size = fitting(width, height);
        let png = written(&scaled(&pixels, (width, height), size), size).map_err(|_| LogoError::NotPng)?;
        Ok(Self { width: size.0, height: size.1, png })
    }

    /// The logo that [`Logo::png`] gave.
    pub fn kept(png: Vec<u8>) -> Result<Self, LogoError> {
        let (width, height) = Decoder::new(Cursor::new(&png)).read_header_info().map_err(|_| LogoError::NotPng)?.size();
        Ok(Self { width, height, png })
    }

    /// The logo as a PNG file, to be kept and to be shown.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Width and height on paper, in points.
    pub(crate) fn size(&self) -> (f32, f32) {
        let (width, height) = (points(self.width), points(self.height));
        let scale = (ROOM.0 / width).min(ROOM.1 / height).min(COARSEST);
        (width * scale, height * scale)
    }

    /// Width and height in pixels.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// The rows as they are packed in the PNG file, which a PDF takes as they are (ISO 32000-1, 7.4.4.4).
    pub(crate) fn packed(&self) -> Vec<u8> {
        let mut packed = Vec::new();
        let mut rest = self.png.get(SIGNATURE..).unwrap_or_default();
        while let Some((&[a, b, c, d, ref kind @ ..], after)) = rest.split_first_chunk::<8>() {
            let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
            let Some((data, after)) = after.split_at_checked(length) else { break };
            if kind == b"IDAT" {
                packed.extend_from_slice(data);
            }
            rest = after.get(CHECK_SUM..).unwrap_or_default();
        }
        packed
    }
}

/// The pixels of a PNG file, row by row on white, and its width and height.
fn on_white(file: &[u8]) -> Result<(Vec<Pixel>, (u32, u32)), LogoError> {
    let unreadable = |_| LogoError::NotPng;
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let (width, height) = decoder.read_header_info().map_err(unreadable)?.size();
    if width.max(height) > Logo::LARGEST_SIDE {
        return Err(LogoError::TooLarge);
    }
    let mut reader = decoder.read_info().map_err(unreadable)?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or(LogoError::TooLarge)?];
    let color = reader.next_frame(&mut bytes).map_err(unreadable)?.color_type;
    let pixels = bytes.chunks_exact(color.samples()).map(|sample| match *sample {
        [gray] => [gray; 3],
        [gray, cover] => [covering(gray, cover); 3],
        [red, green, blue] => [red, green, blue],
        [red, green, blue, cover, ..] => [red, green, blue].map(|shade| covering(shade, cover)),
        [] => [u8::MAX; 3],
    });
    Ok((pixels.collect(), (width, height)))
}

/// A shade that covers white paper in part; 255 covers all of it.
fn covering(shade: u8, cover: u8) -> u8 {
    let mixed = u16::from(shade) * u16::from(cover) + 255 * u16::from(u8::MAX - cover);
    u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
}

/// Width and height that are no finer than a printer shows in the room that there is.
fn fitting(width: u32, height: u32) -> (u32, u32) {
    let (wide, high) = (u64::from(width), u64::from(height));
    let (most_wide, most_high) = (u64::from(MOST_PIXELS.0), u64::from(MOST_PIXELS.1));
    // Which of the two sides reaches its limit first.
    let (over, under) = if wide * most_high >= high * most_wide { (most_wide, wide) } else { (most_high, high) };
    let fitted = |side: u64| u32::try_from((side * over / under).max(1)).unwrap_or(1);
    if over >= under { (width, height) } else { (fitted(wide), fitted(high)) }
}

fn written(rows: &[u8], (width, height): (u32, u32)) -> Result<Vec<u8>, png::EncodingError> {
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rows)?;
    writer.finish()?;
    Ok(png)
}

/// Pixels are few enough for `f32` to hold them exactly.
#[expect(clippy::cast_precision_loss, reason = "a side is at most 4000 pixels")]
fn points(pixels: u32) -> f32 {
    pixels as f32
}
