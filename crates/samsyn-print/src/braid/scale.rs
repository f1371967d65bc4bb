//! From days to places.

use super::BraidPeriod;
use chrono::{Datelike, Days, NaiveDate};
use samsyn_plan::braid::Braid;

/// Days further off than this from the day of the picture do not stretch it: a year that was typed wrong would press all else
/// together.
const FURTHEST: Days = Days::new(800);

/// From when to when a picture of three months is, counted from its day.
const QUARTER: (Days, Days) = (Days::new(14), Days::new(77));

/// The days that a picture shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Window {
    /// What a braid's picture shows of a period: all of its days with some air, or the days around its own.
    pub(super) fn of(braid: &Braid, period: BraidPeriod) -> Self {
        let before = |day: NaiveDate, days| day.checked_sub_days(days).unwrap_or(day);
        let after = |day: NaiveDate, days| day.checked_add_days(days).unwrap_or(day);
        if period == BraidPeriod::Quarter {
            return Self { from: before(braid.day, QUARTER.0), to: after(braid.day, QUARTER.1) };
        }
        let knots = braid.strands.iter().flat_map(|strand| &strand.knots);
        let days = knots.flat_map(|knot| [knot.starts_on, knot.due_on, knot.done_on]).flatten();
        let days = days.chain(braid.crossings.iter().map(|crossing| crossing.on)).chain(braid.agreed).chain([braid.day]);
        let (near, far) = (before(braid.day, FURTHEST), after(braid.day, FURTHEST));
        let (from, to) = days.fold((braid.day, braid.day), |(from, to), day| (from.min(day), to.max(day)));
        let (from, to) = (from.max(near), to.min(far));
        let air = Days::new(u64::try_from((to - from).num_days()).unwrap_or_default() / 20 + 4);
        Self { from: before(from, air), to: after(to, air) }
    }

    /// The first days of its months, of every third where there are many.
    pub(super) fn months(self) -> Vec<NaiveDate> {
        let many = (self.to - self.from).num_days() > 500;
        let first = NaiveDate::from_ymd_opt(self.from.year(), self.from.month(), 1);
        let months = std::iter::successors(first, |month| month.checked_add_months(chrono::Months::new(1)));
        let shown = months.take_while(|month| *month <= self.to).filter(|month| *month >= self.from);
        shown.filter(|month| !many || month.month0().is_multiple_of(3)).collect()
    }
}

/// Where days are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) window: Window,
}

impl Scale {
    /// The place of a day; what is outside of the window is at its edge.
    pub(super) fn x(&self, day: NaiveDate) -> f32 {
        let all = count((self.window.to - self.window.from).num_days()).max(1.0);
        let part = count((day - self.window.from).num_days()) / all;
        self.left + (self.right - self.left) * part.clamp(0.0, 1.0)
    }
}

/// A number of days, where more than a lifetime is the same as one.
fn count(days: i64) -> f32 {
    f32::from(i16::try_from(days).unwrap_or(if days < 0 { i16::MIN } else { i16::MAX }))
}
