//! Fifty words are planted in every kind of field, everything is used, and the program is killed: the words stand nowhere.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use samsyn_app::example::STORE;
use samsyn_tests::faults::trace::{Event, events, traced};
use samsyn_tests::faults::traces::{OF_THE_EXAMPLE, PLANTED, marker, search};

/// The words that are looked for: those that were planted, and some of the example's own.
fn words() -> Vec<String> {
    (0..PLANTED).map(marker).chain(OF_THE_EXAMPLE.iter().map(|word| (*word).to_owned())).collect()
}

/// A program with a home, a place for temporary files and every other folder of its own below one that is searched.
fn at_home(mut command: Command, home: &Path) -> Command {
    for (variable, name) in [
        ("HOME", "home"),
        ("TMPDIR", "tmp"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        let folder = home.join(name);
        fs_err::create_dir_all(&folder).unwrap();
        command.env(variable, folder);
    }
    command.current_dir(home).stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

#[test]
fn no_word_stands_anywhere_after_use_and_kill_9() {
    let (home, record) = (tempfile::tempdir().unwrap(), tempfile::NamedTempFile::new().unwrap());
    let place = home.path().join("place");
    let mut command = traced(&samsyn_tests::program("faults"), record.path());
    command.arg("traces").arg(&place);
    let mut process = at_home(command, home.path()).spawn().expect("strace: `cargo xtask test` installs it");
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("all"), "the worker did not come to its end: {line}");
    // strace dies with its program, which is killed by its own number.
    let record = fs_err::read_to_string(record.path()).unwrap();
    let worker = record.split_whitespace().next().unwrap().to_owned();
    assert!(Command::new("kill").args(["-KILL", &worker]).status().unwrap().success());
    process.wait().unwrap();

    // The papers that the example hands out are meant to be read.
    let handed_out = |path: &Path| path.parent() == Some(&place) && path.extension().is_some_and(|ending| ending == "pdf");
    let (searched, found) = search(&[home.path()], &words(), handed_out);
    assert!(searched >= 8, "the store, its backup and the papers were searched: {searched}");
    assert!(place.join(STORE).join("samsyn.db-wal").exists(), "the program was killed with its journal open");
    assert!(found.is_empty(), "{found:#?}");
    // And nothing was written anywhere else on the machine.
    let elsewhere: Vec<_> = events(&record)
        .into_iter()
        .filter_map(|event| match event {
            Event::Open { path, create, truncate, .. } if create || truncate => Some(path),
            Event::Rename(_, path) | Event::Folder(path) => Some(path),
            _ => None,
        })
        .filter(|path| path.is_absolute() && !path.starts_with(home.path()) && !path.starts_with("/dev"))
        .collect();
    assert!(elsewhere.is_empty(), "written outside the home: {elsewhere:?}");
}

/// The control: a word that lies about is found however it was written.
#[test]
fn the_search_finds_a_planted_word_in_every_writing() {
    let word = marker(7);
    let utf16 = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let base64 = |text: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", "printf %s \"$0\" | base64 --wrap=0", text]);
        command.output().unwrap().stdout
    };
    for written in [
        word.clone().into_bytes(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        hex::encode(&word).into_bytes(),
        hex::encode_upper(&word).into_bytes(),
        base64(&format!("{word} said")),
        base64(&format!("a{word} said")),
        base64(&format!("ab{word} said")),
    ] {
        let home = tempfile::tempdir().unwrap();
        fs_err::create_dir(home.path().join("cache")).unwrap();
        fs_err::write(home.path().join("cache/plain"), [b"before ", &written[..], b" after"].concat()).unwrap();
        assert_eq!(search(&[home.path()], std::slice::from_ref(&word), |_| false).1.len(), 1, "{}", String::from_utf8_lossy(&written));
    }
    let home = tempfile::tempdir().unwrap();
    fs_err::write(home.path().join(format!("{word}.pdf")), "").unwrap();
    assert_eq!(search(&[home.path()], &[word], |_| false).1.len(), 1, "a file's name");
}
