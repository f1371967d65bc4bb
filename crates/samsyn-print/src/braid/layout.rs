//! Where each strand, knot and meeting of a braid stands in its picture.

use super::{
    BraidPeriod, ToldBraid, ToldStrand,
    marks::plait,
    scale::{Scale, Window},
};
use crate::picture::{Anchor, Frame, Look, Mark, Part, PartKind, Picture, area, bounds, cut, line, lines, ring, width, words, wrap};
use crate::text::Texts;
use chrono::Datelike;
use samsyn_plan::{
    braid::{Braid, Finding, Strand},
    codes::{Coded, StrandGroup},
    ids::MeasureId,
};

/// Widths and heights in sizes of the letters.
const NAMES: f32 = 11.5;
const EDGE: f32 = 1.2;
const MONTHS: f32 = 1.5;
const LINE: f32 = 1.4;
/// From the top of a lane to its thread: the words above it.
const THREAD: f32 = 1.95;
/// From one thread of a lane to the next.
pub(super) const ROW: f32 = 2.75;
/// Air beneath the last thread of a lane.
const AIR: f32 = 0.95;
/// A strand with more knots than this goes on in a lane of its own.
const MOST_KNOTS: usize = 14;

/// A strand, or a piece of a long one, where it is to stand.
pub(super) struct Lane<'a> {
    /// Its place among the strands.
    pub(super) place: usize,
    pub(super) strand: &'a Strand,
    pub(super) told: &'a ToldStrand,
    /// The knots of the piece: the place of the first and how many.
    pub(super) knots: (usize, usize),
    pub(super) names_group: bool,
}

/// What all drawing of one picture shares.
pub(super) struct Sheet<'a> {
    pub(super) texts: &'a Texts,
    pub(super) braid: &'a Braid,
    pub(super) told: &'a ToldBraid,
    pub(super) scale: Scale,
    pub(super) letters: f32,
    pub(super) width: f32,
}

/// The pictures of a braid: one, or several where one would be too high.
pub fn pictures(texts: &Texts, braid: &Braid, told: &ToldBraid, frame: Frame, period: BraidPeriod) -> Vec<Picture> {
    let em = frame.letters;
    let scale = Scale { left: NAMES * em, right: frame.width - EDGE * em, window: Window::of(braid, period) };
    let sheet = Sheet { texts, braid, told, scale, letters: em, width: frame.width };
    let mut pictures = Vec::new();
    let mut waiting: Vec<Lane<'_>> = Vec::new();
    let mut height = 0.0;
    for lane in lanes(braid, told) {
        let tall = sheet.lane_height(&lane);
        let full = sheet.head() + height + tall + sheet.foot() > frame.height;
        if full && !waiting.is_empty() {
            pictures.push(sheet.picture(&std::mem::take(&mut waiting)));
            height = 0.0;
        }
        height += tall;
        waiting.push(lane);
    }
    pictures.push(sheet.picture(&waiting));
    pictures
}

/// The strands as lanes, the first of each group with the group's name.
fn lanes<'a>(braid: &'a Braid, told: &'a ToldBraid) -> Vec<Lane<'a>> {
    let mut lanes = Vec::new();
    let mut group = Some(StrandGroup::Person);
    for (place, (strand, told)) in braid.strands.iter().zip(&told.strands).enumerate() {
        let pieces = strand.knots.len().div_ceil(MOST_KNOTS).max(1);
        for piece in 0..pieces {
            let first = piece * MOST_KNOTS;
            let knots = (first, MOST_KNOTS.min(strand.knots.len() - first));
            lanes.push(Lane { place, strand, told, knots, names_group: group != Some(strand.group) });
            group = Some(strand.group);
        }
    }
    lanes
}

/// Where a knot with a measure begins, to draw between two of them.
pub(super) type Begins = Vec<(MeasureId, (f32, f32))>;

impl Sheet<'_> {
    /// Names of the meetings and of today, each on a line where it does not touch another.
    fn flags(&self) -> Vec<(Look, f32, String, usize)> {
        let (texts, em) = (self.texts, self.letters);
        let short = |on: chrono::NaiveDate| format!("{} {}", on.day(), texts.get(&format!("braid-month-{}", on.month())));
        let inside = |on: chrono::NaiveDate| self.scale.window.from <= on && on <= self.scale.window.to;
        let seen_on = if self.braid.closed { "braid-closed" } else { "braid-today" };
        let today = (Look::Strong, self.braid.day, texts.with(seen_on, &[("day", &short(self.braid.day))]));
        let meetings = self.braid.crossings.iter().map(|crossing| {
            let kind = crossing.kind.map_or_else(|| "braid-meeting".to_owned(), Coded::text_key);
            let is_over = crossing.held || crossing.on < self.braid.day;
            let key = if is_over { "braid-flag" } else { "braid-flag-booked" };
            let kind = crate::documents::sentence(&texts.get(&kind));
            (Look::Label, crossing.on, texts.with(key, &[("kind", &kind), ("day", &short(crossing.on))]))
        });
        let mut ends: Vec<f32> = Vec::new();
        let mut flags: Vec<_> = meetings.chain([today]).filter(|(_, on, _)| inside(*on)).collect();
        flags.sort_by_key(|(_, on, _)| *on);
        flags
            .into_iter()
            .map(|(look, on, text)| {
                let half = width(&text) * em / 2.0;
                let x = self.scale.x(on).min(self.width - half).max(self.scale.left + half);
                let row = free(&mut ends, x - half, x + half + em * 0.8);
                (look, self.scale.x(on), text, row)
            })
            .collect()
    }

    /// Height of what stands above the lanes.
    fn head(&self) -> f32 {
        let rows = self.flags().iter().map(|(_, _, _, row)| row + 1).max().unwrap_or(0);
        self.letters * (MONTHS + LINE * lines(rows) + 0.5)
    }

    /// Height of what stands beneath them: a line for each stretch where nothing goes on.
    fn foot(&self) -> f32 {
        self.letters * (LINE * 1.35 * lines(self.gaps().len()) + 0.4)
    }

    /// The stretches where nothing goes on, with their words.
    fn gaps(&self) -> Vec<(f32, f32, String)> {
        let found = self.braid.findings.iter().zip(&self.told.findings);
        let place = |finding: &Finding| match finding {
            Finding::GoalGap { from, to, .. } | Finding::Quiet { from, to } => Some((self.scale.x(*from), self.scale.x(*to))),
            _ => None,
        };
        let gaps = found.filter_map(|(finding, told)| place(finding).map(|(from, to)| (from, to, told.title.clone())));
        gaps.filter(|(from, to, _)| to - from > 1.0).collect()
    }

    pub(super) fn lane_height(&self, lane: &Lane<'_>) -> f32 {
        let rows = self.rows(lane).iter().map(|row| row + 1).max().unwrap_or(1);
        // The first line of a name stands at the thread, and the others beneath it.
        let beneath = Self::names(lane).len() - 1 - usize::from(lane.names_group);
        let names = THREAD + 0.85 + lines(beneath) * LINE * 0.86;
        self.letters * (THREAD + ROW * lines(rows.saturating_sub(1)) + AIR).max(names)
    }

    /// The lines of words before a strand: its group, where it is the first of it, and whose it is.
    fn names(lane: &Lane<'_>) -> Vec<(Look, String)> {
        let group = lane.names_group.then(|| (Look::Soft, cut(&lane.told.group_words, NAMES - 0.8)));
        let name = wrap(&lane.told.name, NAMES - 0.9).into_iter().map(|line| (Look::Strong, line));
        group.into_iter().chain(name).collect()
    }

    /// One picture with these lanes.
    fn picture(&self, lanes: &[Lane<'_>]) -> Picture {
        let (head, em) = (self.head(), self.letters);
        let bottom = head + lanes.iter().map(|lane| self.lane_height(lane)).sum::<f32>();
        let (mut strands, mut knots, mut begins, mut came) = (Vec::new(), Vec::new(), Begins::new(), Vec::new());
        let (mut top, mut outside) = (head, 0);
        for lane in lanes {
            let thread = top + THREAD * em;
            came.push((lane.strand, thread));
            strands.push(self.strand(lane, top, thread));
            outside += self.knots(lane, thread, &mut knots, &mut begins);
            top += self.lane_height(lane);
        }
        let ends = (came.first().map_or(head, |(_, y)| *y), came.last().map_or(bottom, |(_, y)| *y));
        let mut parts = self.ground(head, bottom);
        parts.extend(strands);
        parts.extend(self.crossings(ends, &came));
        parts.extend(knots);
        parts.extend(self.doubles(&begins));
        Picture { width: self.width, height: bottom + self.foot(), letters: em, parts, outside }
    }

    pub(super) fn part(kind: PartKind, marks: Vec<Mark>) -> Part {
        Part { kind, group: None, state: None, strand: None, measure: None, sentence: String::new(), bounds: bounds(&marks), marks }
    }

    /// Months, where nothing goes on, and today.
    fn ground(&self, head: f32, bottom: f32) -> Vec<Part> {
        let em = self.letters;
        let mut marks = Vec::new();
        for (number, month) in self.scale.window.months().into_iter().enumerate() {
            let x = self.scale.x(month);
            let name = self.texts.get(&format!("braid-month-{}", month.month()));
            let text = if number == 0 || month.month() == 1 { format!("{name} {}", month.year()) } else { name };
            marks.push(line(Look::Month, vec![[x, em * 1.3], [x, bottom]]));
            if x + width(&text) * em < self.width {
                marks.push(Mark::Words { look: Look::Soft, x, y: em, anchor: Anchor::Start, text });
            }
        }
        for (number, (from, to, text)) in self.gaps().into_iter().enumerate() {
            let y = bottom + em * LINE * 1.35 * lines(number) + em * 0.5;
            marks.push(area(Look::Gap, (from, head), (to, y)));
            marks.push(line(Look::GapLine, vec![[from, y - em * 0.4], [from, y], [to, y], [to, y - em * 0.4]]));
            let x = (f32::midpoint(from, to)).clamp(self.scale.left, self.width - width(&text) * em / 2.0);
            marks.extend(words(Look::Warning, (x, y + em * 1.15), Anchor::Middle, text, em));
        }
        let mut ground = vec![Self::part(PartKind::Ground, marks)];
        let window = self.scale.window;
        if window.from <= self.braid.day && self.braid.day <= window.to {
            let x = self.scale.x(self.braid.day);
            ground.push(Self::part(PartKind::Ground, vec![line(Look::Today, vec![[x, head - em * 0.3], [x, bottom]])]));
        }
        ground
    }

    /// The thread of a strand, with whose it is.
    fn strand(&self, lane: &Lane<'_>, top: f32, thread: f32) -> Part {
        let em = self.letters;
        let names = Self::names(lane);
        // The name of a strand stands at its thread, and the group's name above it.
        let first = thread + em * 0.35 - em * LINE * 0.86 * if lane.names_group { 1.0 } else { 0.0 };
        let mut marks = vec![line(Look::Thread, vec![[self.scale.left - em * 0.5, thread], [self.width - em * 0.2, thread]])];
        for (number, (look, text)) in names.into_iter().enumerate() {
            let y = first.max(top + em) + em * LINE * 0.86 * lines(number);
            marks.push(Mark::Words { look, x: 0.0, y, anchor: Anchor::Start, text });
        }
        if lane.strand.knots.is_empty() && lane.strand.group != StrandGroup::Person {
            let text = self.texts.get("braid-idle");
            marks.extend(words(Look::Warning, (self.scale.left + em * 2.0, thread + em * 0.35), Anchor::Start, text, em));
        }
        let bounds = [0.0, top, self.scale.left, self.lane_height(lane)];
        let sentence = lane.told.sentence.clone();
        let group = Some(lane.strand.group);
        Part { group, strand: Some(lane.place), sentence, bounds, ..Self::part(PartKind::Strand, marks) }
    }

    /// The meetings: three threads that are plaited where one was held, a line where one is booked.
    fn crossings(&self, (first, last): (f32, f32), lanes: &[(&Strand, f32)]) -> Vec<Part> {
        let em = self.letters;
        let flags = self.flags();
        let window = self.scale.window;
        let told = self.braid.crossings.iter().zip(&self.told.meetings);
        let mut parts: Vec<Part> = told
            .filter(|(crossing, _)| window.from <= crossing.on && crossing.on <= window.to)
            .map(|(crossing, sentence)| {
                let x = self.scale.x(crossing.on);
                let (top, bottom) = (first - em * 0.9, last + em * 0.6);
                let mut marks =
                    if crossing.held { plait(x, top, bottom, em) } else { vec![line(Look::Booked, vec![[x, top], [x, bottom]])] };
                let was_there = |strand: &Strand| match strand.group {
                    StrandGroup::Person => crossing.came.contains(&None),
                    _ => strand.party.is_some() && crossing.came.contains(&strand.party),
                };
                let there = lanes.iter().filter(|(strand, _)| was_there(strand));
                marks.extend(there.map(|(_, y)| ring(Look::Present, (x, *y), em * 0.36)));
                Part { sentence: sentence.clone(), ..Self::part(PartKind::Crossing, marks) }
            })
            .collect();
        // Their names, and that of today, are painted last so that no line crosses them.
        let mut marks = Vec::new();
        for (look, x, text, row) in flags {
            let half = width(&text) * em / 2.0;
            let x = x.min(self.width - half).max(self.scale.left + half);
            marks.extend(words(look, (x, em * (MONTHS + LINE * (lines(row) + 0.75))), Anchor::Middle, text, em));
        }
        parts.push(Self::part(PartKind::Ground, marks));
        parts
    }
}

/// The first row in which there is room from one place to another; it is taken.
pub(super) fn free(ends: &mut Vec<f32>, from: f32, to: f32) -> usize {
    let row = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
    match ends.get_mut(row) {
        Some(end) => *end = to,
        None => ends.push(to),
    }
    row
}
