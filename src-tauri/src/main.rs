//! The program: a window on `samsyn_lib`.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    samsyn_lib::run()
}
