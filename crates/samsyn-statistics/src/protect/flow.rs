//! What a hidden cell of one table could be, by the flow of a network.
//!
//! A table with its totals is a network: rows and columns are its places, each cell leads from its row to its column, the
//! total of a row back from the last column, and that of a column on to the last row. Counts that add up are a flow that goes
//! round. A hidden cell can be one more if one more can go round by hidden cells alone, each within what is told of it.
//! (Cell suppression by network flows: Kelly, Golden and Assad 1992; Fischetti and Salazar 2001.) Where it cannot, the
//! cheapest way round is found, and what stands in it is hidden too.

use super::{CellId, Grid, Marks, Shown, Told, is_open};
use std::{cmp::Reverse, collections::BinaryHeap};

/// What a cell weighs that would be hidden: totals are worth most to a reader.
const TOTAL: u64 = 1_000_000;
const EVERYTHING: u64 = 1_000_000_000;

/// A cell as a way from one place to another.
struct Arc {
    id: CellId,
    from: usize,
    to: usize,
    count: i64,
    /// The least and the most that it could be, once it is hidden.
    low: i64,
    high: i64,
    /// What it costs to hide it; nothing where it is hidden.
    cost: u64,
    /// It can never be hidden: it is nothing, or has been told before.
    fixed: bool,
    /// How much more or less than its count goes through it now.
    moved: i64,
}

/// Hides what must be hidden for each hidden cell of a table to be uncertain enough.
pub(super) fn secure(grid: &Grid, told: Told<'_>, marks: &mut Marks) {
    let below = i64::from(told.below);
    let mut network = arcs(grid, told, marks);
    // What is hidden on the way must be uncertain too: the caller comes back until nothing more is hidden.
    for place in 0..network.len() {
        if network.get(place).is_none_or(|arc| !arc.is_hidden() || arc.count == 0) {
            continue;
        }
        let hidden = secure_one(&mut network, place, below);
        if !hidden.is_empty() {
            marks.extend(hidden.into_iter().map(|id| (id, Shown::Hidden)));
            super::close(grid, marks);
            network = arcs(grid, told, marks);
        }
    }
}

/// The cells that must be hidden for one of them. Few could be every number below the limit; another has as much room.
fn secure_one(arcs: &mut [Arc], place: usize, below: i64) -> Vec<CellId> {
    let Some(arc) = arcs.get(place) else { return Vec::new() };
    let (from, to) = (arc.from, arc.to);
    if arc.count < below {
        let (up, down) = (below - 1 - arc.count, arc.count - 1);
        let mut hidden = push(arcs, place, (to, from), up, true).1;
        hidden.extend(push(arcs, place, (from, to), down, true).1);
        return hidden;
    }
    let room = below - 2;
    let down = room.min(arc.count - arc.low);
    let down = push(arcs, place, (from, to), down, false).0;
    push(arcs, place, (to, from), room - down, true).1
}

/// Sends some round from one place to another, without the cell itself. Says how much went, and what had to be hidden for it.
fn push(arcs: &mut [Arc], without: usize, ends: (usize, usize), wanted: i64, may_hide: bool) -> (i64, Vec<CellId>) {
    for arc in &mut *arcs {
        arc.moved = 0;
    }
    let (mut sent, mut hidden) = (0, Vec::new());
    while sent < wanted {
        let Some(way) = cheapest(arcs, without, ends, may_hide) else { break };
        let room = way.iter().filter_map(|(place, forward)| arcs.get(*place).map(|arc| arc.room(*forward))).min().unwrap_or(0);
        let amount = room.min(wanted - sent);
        for (place, forward) in way {
            let Some(arc) = arcs.get_mut(place) else { continue };
            arc.moved += if forward { amount } else { -amount };
            if arc.cost > 0 {
                arc.cost = 0;
                hidden.push(arc.id.clone());
            }
        }
        sent += amount;
    }
    (sent, hidden)
}

/// What it cost to come to a place, and the cell by which, and whether forwards; nothing where the way begins.
type Reached = (u64, Option<(usize, bool)>);

/// The way that costs least to hide (Dijkstra), as cells and whether each is gone forwards.
fn cheapest(arcs: &[Arc], without: usize, (from, to): (usize, usize), may_hide: bool) -> Option<Vec<(usize, bool)>> {
    let places = arcs.iter().map(|arc| arc.from.max(arc.to)).max()? + 1;
    let mut leading: Vec<Vec<(usize, bool)>> = vec![Vec::new(); places];
    let may_go = |number: usize, arc: &Arc| number != without && !arc.fixed && (arc.cost == 0 || may_hide);
    for (number, arc) in arcs.iter().enumerate().filter(|(number, arc)| may_go(*number, arc)) {
        for (start, forward) in [(arc.from, true), (arc.to, false)] {
            if arc.room(forward) > 0 {
                leading.get_mut(start)?.push((number, forward));
            }
        }
    }
    let mut best: Vec<Option<Reached>> = vec![None; places];
    *best.get_mut(from)? = Some((0, None));
    let mut open = BinaryHeap::from([Reverse((0, from))]);
    while let Some(Reverse((so_far, at))) = open.pop() {
        if at == to {
            break;
        }
        if best.get(at).copied().flatten()?.0 < so_far {
            continue;
        }
        for (number, forward) in leading.get(at)? {
            let arc = arcs.get(*number)?;
            let (end, cost) = (if *forward { arc.to } else { arc.from }, so_far + arc.cost);
            if best.get(end).copied().flatten().is_none_or(|(known, _)| cost < known) {
                *best.get_mut(end)? = Some((cost, Some((*number, *forward))));
                open.push(Reverse((cost, end)));
            }
        }
    }
    let mut way = Vec::new();
    let mut at = to;
    while at != from {
        let (number, forward) = best.get(at).copied().flatten()?.1?;
        way.push((number, forward));
        let arc = arcs.get(number)?;
        at = if forward { arc.from } else { arc.to };
    }
    Some(way)
}

impl Arc {
    fn is_hidden(&self) -> bool {
        self.cost == 0 && !self.fixed
    }

    /// How much more, or less, could go through it.
    fn room(&self, forward: bool) -> i64 {
        let now = self.count + self.moved;
        if forward { self.high - now } else { now - self.low }
    }
}

fn arcs(grid: &Grid, told: Told<'_>, marks: &Marks) -> Vec<Arc> {
    let below = i64::from(told.below);
    let (rows, columns) = (grid.rows.len(), grid.columns.len());
    let mut arcs = Vec::new();
    for row in 0..=rows {
        for column in 0..=columns {
            let id = grid.id(row, column);
            let count = grid.count(row, column);
            let shown = marks.get(&id).copied().unwrap_or(Shown::Number);
            let (row_place, column_place) = (row, rows + 1 + column);
            // Totals lead back, so that what adds up goes round.
            let back = (row == rows) != (column == columns);
            let (from, to) = if back { (column_place, row_place) } else { (row_place, column_place) };
            let weight = u64::from(count) + 1;
            let cost = match (row == rows, column == columns) {
                _ if shown != Shown::Number => 0,
                (true, true) => EVERYTHING + weight,
                (false, false) => weight,
                _ => TOTAL + weight,
            };
            let told_before = told.known.get(&id) == Some(&Some(count));
            let count = i64::from(count);
            let (low, high) = match shown {
                Shown::Few => (1, below - 1),
                _ if !told.few || is_open(&id, marks) || count < below => (0, i64::MAX / 4),
                _ => (below, i64::MAX / 4),
            };
            let fixed = told_before || shown == Shown::Number && count == 0;
            arcs.push(Arc { id, from, to, count, low, high, cost, fixed, moved: 0 });
        }
    }
    arcs
}
