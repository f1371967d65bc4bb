//! Serves the built page and an empty practice store to a browser on this machine until it is stopped.

use samsyn_app::Clock;
use samsyn_tests::devhost::Devhost;

fn main() {
    let devhost = Devhost::start(Clock::System, |_| {});
    eprintln!("{}", devhost.address());
    devhost.serve();
}
