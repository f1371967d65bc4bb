//! Somebody reads every table and reckons by linear programming between which numbers each hidden cell must lie.

use super::*;
use crate::testing::Dice;
use microlp::{ComparisonOp, OptimizationDirection, Problem};

const BELOW: u32 = 5;

/// The columns that records are told by, with how many codes each has: two that make rows, and two that split.
const COLUMNS: [(&str, u64); 4] = [("town", 6), ("age", 4), ("kept", 2), ("scale", 4)];

/// The tables of one publication, by the columns that make rows and split: a tree, as the definitions are.
const TABLES: [(usize, Option<usize>); 5] = [(0, Some(2)), (0, Some(3)), (1, Some(2)), (0, None), (1, None)];

type Record = [u64; 4];

fn records(dice: &mut Dice, number: u64) -> Vec<Record> {
    // The lower codes are common and the higher ones rare, as towns and reasons are.
    let mut code = |codes: u64| dice.below(codes).min(dice.below(codes));
    (0..number).map(|_| COLUMNS.map(|(_, codes)| code(codes))).collect()
}

fn grid(records: &[Record], (by, split): (usize, Option<usize>)) -> Grid {
    let codes = |column: usize| (0..COLUMNS[column].1).map(|code| code.to_string()).collect::<Vec<_>>();
    let columns = split.map_or(vec!["all".to_owned()], codes);
    let is =
        |record: &Record, row: usize, column: usize| record[by] == row as u64 && split.is_none_or(|split| record[split] == column as u64);
    let count = |row, column| u32::try_from(records.iter().filter(|record| is(record, row, column)).count()).unwrap();
    let rows = codes(by);
    let counts = (0..rows.len()).map(|row| (0..columns.len()).map(|column| count(row, column)).collect()).collect();
    Grid { by: COLUMNS[by].0.into(), split: split.map_or(String::new(), |split| COLUMNS[split].0.into()), rows, columns, counts }
}

fn grids(records: &[Record]) -> Vec<Grid> {
    TABLES.iter().map(|table| grid(records, *table)).collect()
}

/// Whether records of some codes are counted in a cell.
fn is_in(id: &CellId, codes: &[u64; 4]) -> bool {
    let is = |told: &Option<(String, String)>| {
        told.as_ref().is_none_or(|(name, code)| {
            let column = COLUMNS.iter().position(|(column, _)| column == name).unwrap();
            codes[column].to_string() == *code
        })
    };
    is(&id.row) && is(&id.split)
}

/// What the reader knows: what each cell is by itself, and that nothing is less than nothing.
struct Attack {
    codes: Vec<[u64; 4]>,
    told: Vec<(CellId, ComparisonOp, f64)>,
}

impl Attack {
    /// Of somebody who knows the numbers that are told, and nothing more.
    fn by_numbers(grids: &[Grid], marks: &Marks) -> Self {
        let mut codes = vec![[0; 4]];
        for (column, (_, number)) in COLUMNS.iter().enumerate() {
            let with = |codes: &[u64; 4], code: u64| {
                let mut codes = *codes;
                codes[column] = code;
                codes
            };
            codes = codes.iter().flat_map(|codes| (0..*number).map(move |code| with(codes, code)).collect::<Vec<_>>()).collect();
        }
        let numbers = grids.iter().flat_map(Grid::cells).filter(|(id, _)| marks[id] == Shown::Number);
        Self { codes, told: numbers.map(|(id, count)| (id, ComparisonOp::Eq, f64::from(count))).collect() }
    }

    /// Of somebody who also reads how the others are hidden.
    fn new(grids: &[Grid], marks: &Marks) -> Self {
        let mut attack = Self::by_numbers(grids, marks);
        for grid in grids {
            for (id, _) in grid.cells() {
                match marks[&id] {
                    Shown::Few => {
                        attack.told.push((id.clone(), ComparisonOp::Ge, 1.0));
                        attack.told.push((id, ComparisonOp::Le, f64::from(BELOW - 1)));
                    }
                    // Whoever knows how cells are hidden knows that one that is not few, in a row that is not hidden, is many.
                    Shown::Hidden if !is_open(&id, marks) => attack.told.push((id, ComparisonOp::Ge, f64::from(BELOW))),
                    Shown::Number | Shown::Hidden => {}
                }
            }
        }
        attack
    }

    /// The least and the most that a cell can be.
    fn bounds(&self, id: &CellId) -> (f64, f64) {
        let bound = |direction| {
            let mut problem = Problem::new(direction);
            let cells: Vec<_> =
                self.codes.iter().map(|codes| problem.add_var(f64::from(u8::from(is_in(id, codes))), (0.0, 10_000.0))).collect();
            for (told, operator, number) in &self.told {
                let sum: Vec<_> =
                    self.codes.iter().zip(&cells).filter(|(codes, _)| is_in(told, codes)).map(|(_, cell)| (*cell, 1.0)).collect();
                problem.add_constraint(sum.as_slice(), *operator, *number);
            }
            problem.solve().expect("the true counts are a solution").into_solution().expect("nothing interrupts it").objective()
        };
        (bound(OptimizationDirection::Minimize), bound(OptimizationDirection::Maximize))
    }
}

/// What an attack found of hidden cells: the cell, its bounds and its count.
fn attack(grids: &[Grid], marks: &Marks) -> Vec<(CellId, f64, f64, u32)> {
    found(&Attack::new(grids, marks), grids, marks)
}

fn found(attack: &Attack, grids: &[Grid], marks: &Marks) -> Vec<(CellId, f64, f64, u32)> {
    let counts: BTreeMap<CellId, u32> = grids.iter().flat_map(Grid::cells).collect();
    // That nobody is in a cell is no secret.
    let hidden = marks.iter().filter(|(id, shown)| **shown != Shown::Number && counts[*id] > 0);
    hidden
        .map(|(id, _)| {
            let (least, most) = attack.bounds(id);
            (id.clone(), least, most, counts[id])
        })
        .collect()
}

#[test]
fn no_hidden_cell_can_be_worked_out() {
    let mut dice = Dice(7);
    let (mut cells, mut hidden) = (0, 0);
    for number in [3, 8, 15, 30, 60, 100, 150, 300, 800] {
        for _ in 0..3 {
            let grids = grids(&records(&mut dice, number));
            let marks = protect(&grids, &Known::new(), BELOW);
            cells += marks.len();
            for (id, least, most, count) in attack(&grids, &marks) {
                hidden += 1;
                let room = f64::from(BELOW - 2);
                assert!(most - least > room - 1e-6, "{number} records: {id:?} is {count}, and must lie between {least} and {most}");
                if marks[&id] == Shown::Few {
                    let every = least < 1.0 + 1e-6 && most > f64::from(BELOW - 1) - 1e-6;
                    assert!(every, "{number} records: {id:?} is {count}, and must lie between {least} and {most}");
                }
            }
        }
    }
    assert!(hidden > 100 && hidden < cells * 3 / 4, "{hidden} of {cells} cells are hidden");
}

#[test]
fn hiding_the_few_alone_is_seen_through() {
    let mut dice = Dice(7);
    let found = (0..5).flat_map(|_| {
        let grids = grids(&records(&mut dice, 100));
        attack(&grids, &few(&grids, &Known::new(), BELOW))
    });
    let exact = found.filter(|(_, least, most, _)| most - least < 1e-6).count();
    assert!(exact > 5, "only {exact} cells were worked out: the attack is too weak to tell anything");
}

#[test]
fn two_publications_together_tell_no_more() {
    let mut dice = Dice(11);
    for number in [40, 90, 200] {
        let grids = grids(&records(&mut dice, number));
        let counts: BTreeMap<CellId, u32> = grids.iter().flat_map(Grid::cells).collect();
        let first = protect(&grids[..1], &Known::new(), BELOW);
        let known = first.iter().map(|(id, shown)| (id.clone(), (*shown == Shown::Number).then(|| counts[id]))).collect();
        let second = protect(&grids, &known, BELOW);
        let mut attack = Attack::new(&grids[..1], &first);
        attack.told.extend(Attack::new(&grids, &second).told);
        for (id, shown) in second.iter().filter(|(id, shown)| **shown != Shown::Number && counts[*id] > 0) {
            let (least, most) = attack.bounds(id);
            assert!(most - least > 1.0, "{number} records: {id:?} ({shown:?}) is {}, between {least} and {most}", counts[id]);
        }
    }
}

/// The sum of some organisations, and what each of them has left of it without its own part.
fn county(dice: &mut Dice, number: u64, of: u64) -> (Vec<Grid>, Vec<Vec<Grid>>) {
    let records: Vec<(u64, Record)> =
        records(dice, number).into_iter().map(|record| (dice.below(of).min(dice.below(of)), record)).collect();
    let but = |own: u64| records.iter().filter(|(owner, _)| *owner != own).map(|(_, record)| *record).collect::<Vec<_>>();
    (grids(&but(of)), (0..of).map(|own| grids(&but(own))).collect())
}

#[test]
fn nobody_works_out_what_the_others_gave() {
    let mut dice = Dice(13);
    let (mut hidden, mut told) = (0, 0);
    for (number, of) in [(20, 2), (60, 2), (150, 2), (60, 3), (200, 3), (500, 4)] {
        let (sum, rests) = county(&mut dice, number, of);
        let marks = protect_among(&sum, &rests, &Known::new(), BELOW);
        assert!(marks.values().all(|shown| *shown != Shown::Few));
        told += marks.values().filter(|shown| **shown == Shown::Number).count();
        for left in rests.iter().chain([&sum]) {
            let few = |(id, count): (CellId, u32)| (1..BELOW).contains(&count).then_some(id);
            assert!(left.iter().flat_map(Grid::cells).filter_map(few).all(|id| marks[&id] == Shown::Hidden));
            for (id, least, most, count) in found(&Attack::by_numbers(left, &marks), left, &marks) {
                hidden += 1;
                let wide = most - least > f64::from(BELOW - 2) - 1e-6;
                let every = count >= BELOW || least < 1.0 + 1e-6 && most > f64::from(BELOW - 1) - 1e-6;
                assert!(wide && every, "{number} of {of}: {id:?} is {count}, and must lie between {least} and {most}");
            }
        }
    }
    assert!(hidden > 200 && told > 50, "{hidden} attacked, {told} told");
}

#[test]
fn a_sum_that_forgets_who_gave_it_is_seen_through() {
    let mut dice = Dice(13);
    let mut seen_through = 0;
    for _ in 0..4 {
        let (sum, rests) = county(&mut dice, 150, 2);
        let marks = protect_among(&sum, &[], &Known::new(), BELOW);
        for rest in &rests {
            let few = rest.iter().flat_map(Grid::cells).filter(|(_, count)| (1..BELOW).contains(count));
            seen_through += few.filter(|(id, _)| marks[id] == Shown::Number).count();
        }
    }
    assert!(seen_through > 20, "only {seen_through} cells of the others are told: the attack is too weak to tell anything");
}
