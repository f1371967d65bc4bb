//! Serves the built page to a browser on this machine until it is stopped: with an empty practice store, or with the
//! example's carried through the phase that is named.

use samsyn_app::Clock;
use samsyn_tests::devhost::Devhost;

fn main() {
    let devhost = match std::env::args().nth(1) {
        Some(phase) => Devhost::on_example(&phase),
        None => Devhost::start(Clock::System, |_| {}),
    };
    eprintln!("{}", devhost.address());
    devhost.serve();
}
