//! The worker of the fault tests: see `samsyn_tests::faults::worker`.

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    samsyn_tests::faults::worker::run(&arguments);
}
