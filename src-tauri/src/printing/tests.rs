#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use samsyn_app::Code;

use super::Printers;

/// Printers whose programs are the fake ones. They are linked to, since a program just written cannot always be started.
fn fake(folder: &Path) -> Printers {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src/printing/fake");
    for name in ["lp", "lpstat"] {
        symlink(programs.join(name), folder.join(name)).unwrap();
    }
    let system = std::env::var_os("PATH").unwrap();
    let places = [folder.to_owned()].into_iter().chain(std::env::split_paths(&system));
    Printers { path: Some(std::env::join_paths(places).unwrap()) }
}

/// The files right in the temporary folder and the working folder that hold these bytes.
fn left_behind(bytes: &[u8]) -> Vec<PathBuf> {
    [std::env::temp_dir(), std::env::current_dir().unwrap()]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap().flatten())
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && path.metadata().is_ok_and(|about| about.len() < 1_000_000))
        .filter(|path| fs::read(path).is_ok_and(|read| read.windows(bytes.len()).any(|part| part == bytes)))
        .collect()
}

#[test]
fn the_paper_goes_whole_through_a_pipe_and_leaves_no_file_behind() {
    let folder = tempfile::tempdir().unwrap();
    let printers = fake(folder.path());
    // Longer than a pipe holds, so that the writing has to wait for the reading.
    let paper = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 200_000], folder.path().as_os_str().as_encoded_bytes()].concat();

    assert_eq!(printers.names().unwrap(), ["Kopiatorn", "Expeditionen_2"]);
    printers.print("Expeditionen_2", &paper).unwrap();

    assert!(fs::read(folder.path().join("received")).unwrap() == paper, "lp got something else");
    let arguments = fs::read_to_string(folder.path().join("arguments")).unwrap();
    let arguments: Vec<&str> = arguments.lines().collect();
    assert_eq!(arguments, ["-s", "-t", "Samsyn", "-o", "media=A4", "-d", "Expeditionen_2", "-"]);
    assert_eq!(left_behind(&paper), Vec::<PathBuf>::new());
}

#[test]
fn a_printer_that_is_not_on_the_list_is_refused_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let printers = fake(folder.path());
    for name in ["-o", "", "Kopiatorn ", "En annan"] {
        assert_eq!(printers.print(name, b"%PDF").unwrap_err().code, Code::PrinterMissing, "{name}");
    }
    assert!(!folder.path().join("arguments").exists(), "lp was asked");
}

#[test]
fn a_queue_that_refuses_is_told_and_a_system_without_printers_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let printers = fake(folder.path());
    fs::write(folder.path().join("refuses"), "").unwrap();
    assert_eq!(printers.print("Kopiatorn", b"%PDF").unwrap_err().code, Code::PrintFailed);
    fs::write(folder.path().join("printers"), "").unwrap();
    assert!(printers.names().unwrap().is_empty());

    let empty = tempfile::tempdir().unwrap();
    let without = Printers { path: Some(empty.path().into()) };
    assert_eq!(without.names().unwrap_err().code, Code::PrinterMissing);
}
