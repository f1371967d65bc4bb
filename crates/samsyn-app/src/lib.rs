//! Use cases and the wire: every command of Samsyn, one file a topic, joined in one list that the window, the command line
//! and the tests all call.
//!
//! **Invariants.** Nothing here is async and nothing here knows Tauri. A command parses its request, asks the domain, writes
//! one transaction to one chain of the store, and answers with what then stands. Refusals are codes with data.

pub mod bindings;
pub mod example;

mod act;
mod app;
mod assets;
mod clock;
mod describe;
mod error;
mod pages;
mod topics;
mod view;
mod whole_file;
mod words;

pub use app::{App, Setup, default_folder};
pub use clock::Clock;
pub use describe::{CommandDescription, CommandKind, described as commands};
pub use error::{AppError, Code};
pub use samsyn_print::Texts;
pub use whole_file::write_whole;
pub use words::words;
