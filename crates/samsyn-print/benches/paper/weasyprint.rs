//! WeasyPrint, run warm in a Python of its own.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads a page, makes a tagged PDF of it once to be warm and then as often as it is told, and says the middle CPU time in ms.
const SCRIPT: &str = "\
import sys, time, statistics, logging
logging.disable(logging.CRITICAL)
from weasyprint import HTML
page = sys.stdin.read()
def make():
    start = time.process_time()
    HTML(string=page).write_pdf(pdf_variant='pdf/ua-1')
    return time.process_time() - start
make()
print(statistics.median(make() for _ in range(7)) * 1000)
";

/// The middle CPU time of one making, in milliseconds; nothing where there is no WeasyPrint.
pub(crate) fn middle_cpu(python: &OsStr, page: &str) -> Option<f64> {
    let mut running = Command::new(python).args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    running.stdin.take()?.write_all(page.as_bytes()).ok()?;
    let said = running.wait_with_output().ok()?;
    String::from_utf8_lossy(&said.stdout).trim().parse().ok()
}
