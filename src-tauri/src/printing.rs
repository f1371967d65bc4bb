//! The printers of the system, and paper sent to one of them.
//!
//! The paper goes through a pipe: no file of ours ever holds it in plain. What the system's own queue keeps is said in
//! `docs/guide-printing.md`.

#[cfg(not(unix))]
use elsewhere as system;
#[cfg(unix)]
use unix as system;

use samsyn_app::AppError;
use std::ffi::OsString;

/// The way to the printers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Printers {
    /// Where the system's programs are looked for; the program's own `PATH` where nothing is given.
    path: Option<OsString>,
}

impl Printers {
    /// The names of the printers, as the system calls them.
    ///
    /// `printing_not_built` on a system whose printing is not built, `printer_missing` where there is nothing to ask.
    pub(crate) fn names(&self) -> Result<Vec<String>, AppError> {
        system::names(self)
    }

    /// Prints a paper on the printer of that name, which must be one of [`Self::names`].
    ///
    /// `printer_missing` where it is none of them, `print_failed` where the system does not take the paper.
    pub(crate) fn print(&self, printer: &str, paper: &[u8]) -> Result<(), AppError> {
        system::print(self, printer, paper)
    }
}

/// CUPS, which Linux and macOS have: its own programs speak for it.
#[cfg(unix)]
mod unix {
    use super::Printers;
    use samsyn_app::{AppError, Code};
    use std::io::Write;
    use std::process::{Command, Stdio};

    pub(super) fn names(printers: &Printers) -> Result<Vec<String>, AppError> {
        let said =
            program(printers, "lpstat").arg("-e").stdout(Stdio::piped()).output().map_err(|_| AppError::new(Code::PrinterMissing))?;
        // `lpstat` ends by a fault both where no printer is set up and where no queue runs: either way there is none.
        Ok(String::from_utf8_lossy(&said.stdout).lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }

    pub(super) fn print(printers: &Printers, printer: &str, paper: &[u8]) -> Result<(), AppError> {
        // A name that is on the list can be no option of `lp`.
        if !names(printers)?.iter().any(|name| name == printer) {
            return Err(AppError::at(Code::PrinterMissing, "printer"));
        }
        let failed = || AppError::new(Code::PrintFailed);
        // The title of the job stands on the queue's list for all to read, so that it names neither case nor person.
        let mut running = program(printers, "lp")
            .args(["-s", "-t", "Samsyn", "-o", "media=A4", "-d", printer, "-"])
            .stdin(Stdio::piped())
            .spawn()
            .map_err(|_| failed())?;
        // Dropped at the end of the statement: the pipe closes, and `lp` knows that the paper is whole.
        let written = running.stdin.take().ok_or_else(failed)?.write_all(paper);
        let ended = running.wait().map_err(|_| failed())?;
        if written.is_ok() && ended.success() { Ok(()) } else { Err(failed()) }
    }

    fn program(printers: &Printers, name: &str) -> Command {
        let mut command = Command::new(name);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(path) = &printers.path {
            command.env("PATH", path);
        }
        command
    }
}

/// Windows prints PDF by no program of its own; until its part is built, the page says so and offers a file.
#[cfg(not(unix))]
mod elsewhere {
    use super::Printers;
    use samsyn_app::{AppError, Code};

    pub(super) fn names(_: &Printers) -> Result<Vec<String>, AppError> {
        Err(AppError::new(Code::PrintingNotBuilt))
    }

    pub(super) fn print(_: &Printers, _: &str, _: &[u8]) -> Result<(), AppError> {
        Err(AppError::new(Code::PrintingNotBuilt))
    }
}

#[cfg(all(test, unix))]
mod tests;
