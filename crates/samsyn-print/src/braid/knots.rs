//! The knots on a strand: when they go on, and how they stand.

use super::{
    layout::{Begins, Lane, ROW, Sheet, free},
    marks::{bend, cross, hatch, onwards, tick},
};
use crate::picture::{Anchor, Look, Mark, Part, PartKind, area, cut, line, lines, ring, width, words};
use samsyn_plan::{
    braid::{Finding, Knot},
    codes::KnotState,
};

/// The widest label.
const LABEL: f32 = 34.0;

/// Where a knot stands on its thread.
struct Place {
    /// Where its ring is.
    ring: f32,
    /// From where to where its bar or its dots go.
    from: f32,
    to: f32,
    /// From where to where its words go, and what they are.
    label: (f32, f32),
    text: String,
}

impl Sheet<'_> {
    /// The row of each knot in its lane that the picture shows, so that none covers another.
    pub(super) fn rows(&self, lane: &Lane<'_>) -> Vec<usize> {
        let mut ends = Vec::new();
        let em = self.letters;
        let places = self.shown(lane).into_iter().map(|(_, _, place)| place);
        places.map(|place| free(&mut ends, place.from.min(place.label.0) - em * 0.4, place.to.max(place.label.1) + em * 0.9)).collect()
    }

    /// The knots of a lane that the picture shows, in the order in which they begin.
    fn shown<'l>(&self, lane: &'l Lane<'_>) -> Vec<(usize, &'l Knot, Place)> {
        let (first, count) = lane.knots;
        let knots = lane.strand.knots.iter().enumerate().skip(first).take(count);
        let mut shown: Vec<_> =
            knots.filter_map(|(number, knot)| self.place(lane, number, knot).map(|place| (number, knot, place))).collect();
        shown.sort_by(|(_, _, one), (_, _, other)| one.from.total_cmp(&other.from));
        shown
    }

    /// Where a knot stands; nothing where it lies outside of what the picture shows.
    fn place(&self, lane: &Lane<'_>, number: usize, knot: &Knot) -> Option<Place> {
        let (em, scale) = (self.letters, self.scale);
        let told = lane.told.knots.get(number)?;
        let sign = match knot.state {
            KnotState::Late | KnotState::NotDone | KnotState::Done | KnotState::Undated => format!(" · {}", told.state),
            KnotState::Planned | KnotState::Running | KnotState::Standing => String::new(),
        };
        let text = cut(&told.what, LABEL - width(&sign)) + &sign;
        let wide = width(&text) * em;
        let end = self.width - em * 0.3;
        let label = |at: f32| {
            let left = (at - em * 0.6).min(end - wide).max(scale.left);
            (left, left + wide)
        };
        let agreed = self.braid.agreed.unwrap_or(scale.window.from);
        let ends = knot.done_on.or(knot.due_on);
        let last = if knot.state == KnotState::Late { Some(self.braid.day) } else { ends };
        let begins = knot.starts_on.unwrap_or_else(|| ends.map_or(agreed, |ends| agreed.min(ends)));
        if knot.state == KnotState::Undated {
            let ring = end - em;
            return Some(Place { ring, from: ring - em * 0.6, to: ring + em * 0.6, label: label(end), text });
        }
        let outside = last.is_some_and(|last| last < scale.window.from) || begins > scale.window.to;
        if outside {
            return None;
        }
        let (from, to) = (scale.x(begins), last.map_or(end - em * 0.6, |last| scale.x(last)));
        // What has a last day and no first is tied at that day.
        let ring = if knot.starts_on.is_some() { from } else { ends.map_or(from, |ends| scale.x(ends)) };
        let label = label(if knot.starts_on.is_some() || ends.is_none() { from } else { ring });
        Some(Place { ring, from, to: to.max(ring), label, text })
    }

    /// Draws the knots of a lane and tells how many lie outside.
    pub(super) fn knots(&self, lane: &Lane<'_>, thread: f32, parts: &mut Vec<Part>, begins: &mut Begins) -> usize {
        let shown = self.shown(lane);
        let outside = lane.knots.1 - shown.len();
        for ((number, knot, place), row) in shown.into_iter().zip(self.rows(lane)) {
            let y = thread + self.letters * ROW * lines(row);
            begins.extend(knot.measure.map(|measure| (measure, (place.ring, y))));
            let marks = self.knot(knot, &place, thread, y);
            let sentence = lane.told.knots.get(number).map(|told| told.sentence.clone()).unwrap_or_default();
            let (group, state, strand) = (Some(lane.strand.group), Some(knot.state), Some(lane.place));
            parts.push(Part { group, state, strand, measure: knot.measure, sentence, ..Self::part(PartKind::Knot, marks) });
        }
        outside
    }

    fn knot(&self, knot: &Knot, place: &Place, thread: f32, y: f32) -> Vec<Mark> {
        let em = self.letters;
        let mut marks = Vec::new();
        if y > thread && knot.state != KnotState::Undated {
            let start = (place.from - em * 1.8).max(self.scale.left - em * 0.5);
            marks.push(bend(Look::Branch, (start, thread), (place.from, y)));
            let back = place.to + em * 1.8;
            if knot.days().is_some_and(|(_, ends)| ends.is_some()) && back < self.width {
                marks.push(bend(Look::Branch, (place.to, y), (back, thread)));
            }
        }
        match knot.state {
            KnotState::Undated => {}
            KnotState::Standing => marks.push(line(Look::Lead, vec![[place.from, y], [place.to, y]])),
            _ => marks.extend(self.bar(knot, place, y)),
        }
        if knot.state == KnotState::Standing || knot.due_on.is_none() && knot.starts_on.is_some() && knot.done_on.is_none() {
            marks.push(onwards((place.to, y), em));
        }
        let radius = if knot.goal.is_some() { em * 0.62 } else { em * 0.36 };
        marks.push(ring(Look::Knot, (place.ring, y), radius));
        if let Some(goal) = knot.goal {
            let text = goal.to_string();
            marks.push(Mark::Words { look: Look::Number, x: place.ring, y: y + em * 0.28, anchor: Anchor::Middle, text });
        }
        let look = if knot.is_behind() { Look::Warning } else { Look::Label };
        marks.extend(words(look, (place.label.0, y - em * 0.82), Anchor::Start, place.text.clone(), em));
        marks
    }

    /// The bar of a knot from day to day, or dots towards its day where nobody has said when it starts.
    fn bar(&self, knot: &Knot, place: &Place, y: f32) -> Vec<Mark> {
        let em = self.letters;
        let half = em * 0.28;
        let ends = knot.done_on.or(knot.due_on).map_or(place.to, |ends| self.scale.x(ends));
        let mut marks = Vec::new();
        if knot.starts_on.is_some() {
            let day = self.scale.x(self.braid.day);
            let filled = match knot.state {
                KnotState::Done => ends,
                KnotState::Running | KnotState::Late => ends.min(day),
                _ => place.from,
            };
            marks.push(area(Look::Bar, (place.from, y - half), (ends, y + half)));
            if filled > place.from {
                marks.push(area(Look::Filled, (place.from, y - half), (filled, y + half)));
            }
        } else {
            marks.push(line(Look::Lead, vec![[place.from, y], [ends, y]]));
        }
        match knot.state {
            KnotState::Late if place.to > ends => marks.extend(hatch(Look::Overdue, (ends, y - half), (place.to, y + half))),
            KnotState::Done => marks.push(tick((ends + em * 0.75, y), em)),
            KnotState::NotDone => marks.extend(cross((ends + em * 1.05, y), em)),
            _ => {}
        }
        marks
    }

    /// A line between each two that do the same.
    pub(super) fn doubles(&self, begins: &Begins) -> Vec<Part> {
        let em = self.letters;
        let at = |wanted| begins.iter().find(|(measure, _)| *measure == wanted).map(|(_, place)| *place);
        let between = |finding: &Finding| {
            let Finding::Double { measures: [one, other] } = finding else { return None };
            let mut ends = [at(*one)?, at(*other)?];
            ends.sort_by(|(_, one), (_, other)| one.total_cmp(other));
            let [(high_x, high), (low_x, low)] = ends;
            let x = high_x.max(low_x) + em * 1.6;
            let mut marks = vec![line(Look::Double, vec![[high_x, high], [x, high], [x, low], [low_x, low]])];
            let text = self.texts.get("braid-same");
            marks.extend(words(Look::Warning, (x + em * 0.4, f32::midpoint(high, low) + em * 0.35), Anchor::Start, text, em));
            Some(Self::part(PartKind::Double, marks))
        };
        self.braid.findings.iter().filter_map(between).collect()
    }
}
