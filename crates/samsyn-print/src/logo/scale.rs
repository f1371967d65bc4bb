//! A picture made smaller: each new pixel is the mean of what it covers.

/// Red, green and blue.
pub(super) type Pixel = [u8; 3];

/// The old pixels that a new one covers, with the share of each. The shares add up to 1.
type Shares = Vec<(usize, f32)>;

/// The picture at another size, its colours byte by byte, row by row.
pub(super) fn scaled(pixels: &[Pixel], from: (u32, u32), to: (u32, u32)) -> Vec<u8> {
    let (columns, rows) = (shares(from.0, to.0), shares(from.1, to.1));
    let narrow: Vec<Vec<[f32; 3]>> = pixels
        .chunks(usize::try_from(from.0).unwrap_or(usize::MAX).max(1))
        .map(|row| columns.iter().map(|shares| mean(shares, |old| row.get(old).map(|pixel| pixel.map(f32::from)))).collect())
        .collect();
    let places = 0..columns.len();
    rows.iter()
        .flat_map(|shares| places.clone().map(|place| mean(shares, |old| narrow.get(old)?.get(place).copied())))
        .flatten()
        .map(byte)
        .collect()
}

fn mean(shares: &Shares, pixel: impl Fn(usize) -> Option<[f32; 3]>) -> [f32; 3] {
    let mut sum = [0.0; 3];
    for (old, share) in shares {
        for (part, shade) in sum.iter_mut().zip(pixel(*old).unwrap_or_default()) {
            *part += shade * share;
        }
    }
    sum
}

/// What each of `to` pixels covers of `from`, counted in parts of which an old pixel has `to` and a new one `from`.
#[expect(clippy::cast_precision_loss, reason = "a side is at most 4000 pixels")]
fn shares(from: u32, to: u32) -> Vec<Shares> {
    let covered = |new: u32| {
        let (start, end) = (new * from, (new + 1) * from);
        (start / to..end.div_ceil(to))
            .map(|old| {
                let part = end.min((old + 1) * to) - start.max(old * to);
                (usize::try_from(old).unwrap_or(usize::MAX), part as f32 / from as f32)
            })
            .collect()
    };
    (0..to).map(covered).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is rounded and held between 0 and 255 before")]
fn byte(shade: f32) -> u8 {
    shade.round().clamp(0.0, 255.0) as u8
}
