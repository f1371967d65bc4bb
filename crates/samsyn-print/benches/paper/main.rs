//! What a paper costs: time and size of a short and a long plan, and the CPU of WeasyPrint on the same content.
//!
//! `cargo xtask bench paper` runs it, on one core. A figure is a benchmark and no test: it fails nothing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the case is that of the tests")]

#[path = "../../src/documents/tests/case.rs"]
mod case;
mod html;
mod weasyprint;

use case::{day, id, law, organisation};
use chrono::{TimeZone, Utc};
use samsyn_plan::acts::Version;
use samsyn_plan::case::Case;
use samsyn_plan::drafts::Measure;
use samsyn_plan::ids::{MeasureId, VersionId};
use samsyn_plan::plan::fix;
use samsyn_plan::profile::Agreements;
use samsyn_print::documents::{Source, plan_version};
use samsyn_print::{Document, Texts, pdf};
use std::io::{self, Write};
use std::time::Instant;

/// So often each paper is made; the middle time is told.
const TIMES: usize = 101;

/// What the programme sets itself: pages, milliseconds and thousands of bytes.
const GOALS: [(usize, u32, usize); 2] = [(2, 15, 80), (20, 100, 400)];

fn main() -> io::Result<()> {
    let python = std::env::var_os("SAMSYN_PYTHON");
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:>5} {:>8} {:>8} {:>8} {:>8} {:>8} {:>18} {:>6}",
        "pages", "ms", "goal", "kB", "goal", "CPU ms", "WeasyPrint CPU ms", "ratio"
    )?;
    for (pages, milliseconds, kilobytes) in GOALS {
        let document = plan_of(pages);
        let file = pdf(&document).unwrap();
        let (ms, cpu) = cost(&document);
        let theirs = python.as_deref().and_then(|python| weasyprint::middle_cpu(python, &html::page(&document)));
        let told = |figure: Option<f64>, digits: usize| figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.digits$}"));
        writeln!(
            out,
            "{:>5} {ms:>8.1} {milliseconds:>8} {:>8.1} {kilobytes:>8} {:>8} {:>18} {:>6}",
            page_count(&file),
            to_kilobytes(file.len()),
            told(cpu, 1),
            told(theirs, 1),
            told(theirs.zip(cpu).map(|(theirs, ours)| theirs / ours), 0),
        )?;
    }
    Ok(())
}

/// The middle time of one making, and its CPU time where the system tells it; both in milliseconds.
fn cost(document: &Document) -> (f64, Option<f64>) {
    let before = cpu();
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(pdf(document).unwrap());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    let used = cpu().zip(before).map(|(after, before)| (after - before) / to_float(TIMES) * 1000.0);
    times.sort_unstable_by(f64::total_cmp);
    (times[times.len() / 2], used)
}

/// The seconds that this thread has been on a core. A paper is made on one thread.
fn cpu() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The fixed plan of the tests' case, with so many measures that it fills so many pages.
fn plan_of(pages: usize) -> Document {
    let mut case = case::case();
    let measures = case.measures.clone();
    if pages <= 2 {
        // The tests' plan runs over two pages by a little.
        case.goals.truncate(2);
        case.measures.truncate(2);
        case.own_actions.truncate(1);
        case.other_measures.clear();
        case.plan_frame.no_other_measures = true;
        case.open_questions.clear();
        case.crises.clear();
    }
    let mut document = fixed(&case);
    for round in 1.. {
        if page_count(&pdf(&document).unwrap()) >= pages {
            break;
        }
        case.measures.extend(measures.iter().zip(0_u128..).map(|(measure, number)| Measure {
            id: MeasureId(id(0x1000 + round * 0x10 + number)),
            text: format!("{}, del {round}", measure.text),
            ..measure.clone()
        }));
        document = fixed(&case);
    }
    document
}

/// The plan of the case as a version of its own.
fn fixed(case: &Case) -> Document {
    let plan = fix(case, &organisation(), &law(), day(30)).unwrap();
    let version = Version {
        id: VersionId(id(0xf1)),
        at: Utc.with_ymd_and_hms(2027, 2, 10, 12, 0, 0).unwrap(),
        by: case.versions[0].by.clone(),
        number: 3,
        meeting: None,
        change: String::new(),
        content: plan.content().to_owned(),
        hash: plan.hash().to_owned(),
    };
    let organisation = organisation();
    let agreements = Agreements::default();
    let law = law();
    let source = Source {
        texts: Texts::swedish(),
        case,
        organisation: &organisation,
        logo: None,
        agreements: &agreements,
        law: &law,
        today: day(30),
        kind_known: true,
    };
    plan_version(&source, &version).unwrap()
}

fn page_count(file: &[u8]) -> usize {
    lopdf::Document::load_mem(file).unwrap().get_pages().len()
}

fn to_kilobytes(bytes: usize) -> f64 {
    to_float(bytes) / 1000.0
}

fn to_float(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}
