//! Serves the built page to a browser on this machine until it is stopped: with an empty practice store, or with the
//! example's carried through the phase that is named, or that of years of calls.

use samsyn_app::example::{CASE_1, CASE_2, CASE_3};
use samsyn_tests::{calls::YEARS_OF_CALLS, county::COUNTY, devhost::Devhost, many::MANY_CASES};

fn main() {
    let devhost = match std::env::args().nth(1) {
        Some(phase) => {
            let told = [CASE_1, CASE_2, CASE_3, YEARS_OF_CALLS, COUNTY, MANY_CASES]
                .into_iter()
                .find(|phases| phases.iter().any(|(name, _)| *name == phase));
            Devhost::on_example(told.unwrap_or_else(|| panic!("no case has a phase {phase}")), &phase)
        }
        None => Devhost::on_nothing(),
    };
    eprintln!("{}", devhost.address());
    devhost.serve();
}
