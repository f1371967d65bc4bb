//! What twelve tables over a county's plans cost, by `cargo xtask bench statistics`. Made-up cases are read into facts once,
//! as when the page opens; then each table is counted for itself, and once more by DuckDB, from the same columns.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the cases are those of the tests")]

#[path = "../src/testing/mod.rs"]
mod testing;

use samsyn_statistics::{Definition, Facts, Setting, Sums, count, definitions, publication};
use serde::Deserialize;
use std::{
    env, fs,
    io::{self, BufWriter, Write},
    process::Command,
    time::Instant,
};

/// Cases that are made, and how often each is read: a county's plans, in the memory of a small machine.
const CASES: usize = 10_000;
const EACH: usize = 10;

/// Times that a table is counted; the middle one is told.
const TIMES: usize = 15;

/// What leads the face and the yearly report.
const TWELVE: [&str; 12] = [
    "follow_up_kept",
    "goals",
    "attendance",
    "cases",
    "measures",
    "age_median",
    "need_to_meeting",
    "person_took_part",
    "double_work",
    "measures_done",
    "deviations",
    "evaluation",
];

/// What DuckDB counted for one definition, by its first column alone.
#[derive(Deserialize)]
struct Theirs {
    sums: Sums,
    /// What it took each time.
    milliseconds: Vec<f64>,
}

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
    let one_table = |code: &str| {
        let definition = definitions.iter().find(|definition| definition.code == code).unwrap();
        Definition { by: definition.by[..1].to_vec(), ..definition.clone() }
    };
    let twelve = TWELVE.map(one_table);
    let theirs = by_duckdb(&twelve, &facts)?;
    for (place, definition) in twelve.iter().enumerate() {
        let mut counted = Vec::new();
        let ours = (0..TIMES).map(|_| {
            let begun = Instant::now();
            counted = count(definition, &facts);
            milliseconds(begun)
        });
        write!(out, "{:20} {}", definition.code, told(ours.collect()))?;
        if let Some(theirs) = theirs.get(place) {
            assert_eq!(counted, std::slice::from_ref(&theirs.sums));
            write!(out, "   DuckDB {}", told(theirs.milliseconds.clone()))?;
        }
        writeln!(out)?;
    }

    let begun = Instant::now();
    let sums: Vec<_> = definitions.iter().flat_map(|definition| count(definition, &facts)).collect();
    writeln!(out, "all {} definitions, {} tables: {:.0} ms", definitions.len(), sums.len(), milliseconds(begun))?;
    let begun = Instant::now();
    let tables = publication(2028, &definitions, &sums, &[], profile.shown_below).tables.len();
    writeln!(out, "{tables} tables of a year made fit to publish: {:.0} ms", milliseconds(begun))?;
    Ok(())
}

/// Lets DuckDB count what the definitions ask for, `TIMES` times; nothing where there is no Python that has it.
fn by_duckdb(definitions: &[Definition], facts: &Facts) -> io::Result<Vec<Theirs>> {
    let Some(python) = env::var_os("SAMSYN_PYTHON") else {
        writeln!(io::stdout(), "SAMSYN_PYTHON names no Python with DuckDB, so nothing stands beside")?;
        return Ok(Vec::new());
    };
    let folder = env::temp_dir().join(format!("samsyn-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    serde_json::to_writer(BufWriter::new(fs::File::create(folder.join("facts.json"))?), facts)?;
    fs::write(folder.join("definitions.json"), serde_json::to_vec(definitions)?)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/duckdb_tables.py");
    let done = Command::new(python).arg(script).arg(&folder).arg(TIMES.to_string()).output()?;
    fs::remove_dir_all(&folder)?;
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    Ok(serde_json::from_slice(&done.stdout)?)
}

fn told(mut milliseconds: Vec<f64>) -> String {
    milliseconds.sort_by(f64::total_cmp);
    format!("{:6.2} ms, at most {:6.2} ms", milliseconds[TIMES / 2], milliseconds[TIMES - 1])
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
