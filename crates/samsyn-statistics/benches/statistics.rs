//! What twelve tables over a county's plans cost, by `cargo xtask bench statistics`. Made-up cases are read into facts once,
//! as when the page opens; then each table is counted for itself.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the cases are those of the tests")]

#[path = "../src/testing/mod.rs"]
mod testing;

use samsyn_statistics::{Facts, Setting, count, definitions, publication};
use std::{
    io::{self, Write},
    time::Instant,
};

/// Cases that are made, and how often each is read: a county's plans, in the memory of a small machine.
const CASES: usize = 10_000;
const EACH: usize = 10;

/// Times that a table is counted; the middle one is told.
const TIMES: usize = 15;

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    let cases = testing::cases(1, CASES);
    let profile = testing::profile();
    let (contacts, activities) = (testing::contacts(1, CASES, &[]), testing::activities(&cases));
    let setting = Setting { today: testing::today(), profile: &profile, activities: &activities };
    let begun = Instant::now();
    let mut facts = Facts::draw((0..EACH).flat_map(|_| &cases), &setting);
    facts.draw_contacts((0..EACH).flat_map(|_| &contacts).map(|contact| (contact, None)), &setting);
    writeln!(out, "{} plans read into facts in {:.0} ms", CASES * EACH, milliseconds(begun))?;

    let definitions = definitions().unwrap();
    let twelve = ["follow_up_kept", "goals", "attendance", "cases", "measures", "age_median", "need_to_meeting", "person_took_part"];
    let twelve = twelve.into_iter().chain(["double_work", "measures_done", "deviations", "evaluation"]);
    for code in twelve {
        let Some(definition) = definitions.iter().find(|definition| definition.code == code) else { continue };
        let mut one = definition.clone();
        one.by.truncate(1);
        let mut took: Vec<f64> = (0..TIMES)
            .map(|_| {
                let begun = Instant::now();
                assert_eq!(count(&one, &facts).len(), 1, "{code}");
                milliseconds(begun)
            })
            .collect();
        took.sort_by(f64::total_cmp);
        writeln!(out, "{code:20} {:6.2} ms, at most {:6.2} ms", took[TIMES / 2], took[TIMES - 1])?;
    }

    let begun = Instant::now();
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    writeln!(out, "all {} definitions, {} tables: {:.0} ms", definitions.len(), sums.len(), milliseconds(begun))?;
    let begun = Instant::now();
    let tables = publication(2028, &definitions, &sums, &[], profile.shown_below).tables.len();
    writeln!(out, "{tables} tables of a year made fit to publish: {:.0} ms", milliseconds(begun))?;
    Ok(())
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
