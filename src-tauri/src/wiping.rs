//! Memory that the window's libraries free, wiped as they free it.
//!
//! What the page is answered passes through buffers of GLib and WebKit. They are freed and not wiped, and
//! the words in them outlive the lock. glibc writes over what is freed when it is told to before the program begins
//! (`glibc.malloc.perturb`), and then so in the page's process too.

use std::env;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

const NAME: &str = "GLIBC_TUNABLES";

/// Any byte but zero wipes. Blocks that a thread keeps for itself are not wiped, so none are kept.
const WIPE: &str = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0";

/// Starts the program anew, in the same process, where the memory that it frees is not wiped. Returns when it is wiped, and
/// where the program cannot be started anew: it then works as it did.
pub(crate) fn wipe_freed_memory() {
    let told = env::var(NAME).unwrap_or_default();
    if told.ends_with(WIPE) {
        return;
    }
    // What is told last holds.
    let all = if told.is_empty() { WIPE.to_owned() } else { format!("{told}:{WIPE}") };
    let begun = env::current_exe().map(|program| Command::new(program).args(env::args_os().skip(1)).env(NAME, all).exec());
    let (Ok(error) | Err(error)) = begun;
    eprintln!("samsyn: freed memory is not wiped: {error}");
}
