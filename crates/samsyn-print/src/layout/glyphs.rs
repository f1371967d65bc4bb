//! What is known of the glyphs that a paper uses.

/// Something about each used glyph, by the number of its face and its own.
///
/// A place in a list and no map, since it is looked up for every letter of a paper.
#[derive(Debug)]
pub(crate) struct ByGlyph<T>(Vec<Vec<Option<T>>>);

impl<T> Default for ByGlyph<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByGlyph<T> {
    /// Notes something about a glyph of which nothing is known yet.
    pub(super) fn note(&mut self, face: usize, glyph: u16, about: impl FnOnce() -> T) {
        if self.0.len() <= face {
            self.0.resize_with(face + 1, Vec::new);
        }
        let Some(glyphs) = self.0.get_mut(face) else { return };
        let place = usize::from(glyph);
        if glyphs.len() <= place {
            glyphs.resize_with(place + 1, || None);
        }
        if let Some(known @ None) = glyphs.get_mut(place) {
            *known = Some(about());
        }
    }

    /// What is known of a glyph of a face.
    pub(crate) fn get(&self, &(face, glyph): &(usize, u16)) -> Option<&T> {
        self.0.get(face)?.get(usize::from(glyph))?.as_ref()
    }

    /// The faces that are used.
    pub(crate) fn faces(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(|(_, glyphs)| !glyphs.is_empty()).map(|(face, _)| face)
    }

    /// Something else about the same glyphs, where there is something to know.
    pub(crate) fn map<'a, U>(&'a self, about: impl Fn((usize, u16), &'a T) -> Option<U>) -> ByGlyph<U> {
        let face = |(face, glyphs): (usize, &'a Vec<Option<T>>)| {
            let known = |(glyph, known): (u16, &'a Option<T>)| about((face, glyph), known.as_ref()?);
            (0_u16..).zip(glyphs).map(known).collect()
        };
        ByGlyph(self.0.iter().enumerate().map(face).collect())
    }
}
