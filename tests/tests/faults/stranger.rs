//! Another user of the same computer gets at nothing: no file, nothing of the running program, and no door on the network.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use samsyn_tests::faults;

/// The user `nobody` of every Linux.
const STRANGER: &str = "65534";

/// A program with an open store, that waits to be killed.
struct Running(Child);

impl Running {
    /// Started with no umask at all, so that nothing but the program's own care keeps its files shut.
    fn start(place: &Path) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", "umask 000; exec \"$0\" hold \"$1\""]).arg(samsyn_tests::program("faults")).arg(place);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.contains("all"), "{line}");
        Self(process)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether a shell command succeeds for another user of the system.
fn stranger_can(script: &str, about: &Path) -> bool {
    let mut command = Command::new("setpriv");
    command.args(["--reuid", STRANGER, "--regid", STRANGER, "--clear-groups", "sh", "-c", script, "sh"]).arg(about);
    command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().unwrap().stdout == b"0\n"
}

#[test]
fn another_user_of_the_system_is_refused_everywhere() {
    if !is_root() {
        eprintln!("NOT RUN: only root can become another user");
        return;
    }
    // The way to the store is open to all: what keeps others out is the store's own folder.
    let home = tempfile::tempdir().unwrap();
    fs_err::set_permissions(home.path(), PermissionsExt::from_mode(0o777)).unwrap();
    let plain = home.path().join("plain");
    fs_err::write(&plain, "for everybody").unwrap();
    fs_err::set_permissions(&plain, PermissionsExt::from_mode(0o644)).unwrap();
    let (app, _) = faults::create(home.path());
    drop(app);
    let running = Running::start(home.path());
    let (store, process) = (home.path().join("store"), PathBuf::from(format!("/proc/{}", running.0.id())));

    let read = "cat \"$1\"";
    assert!(stranger_can(read, &plain), "the control: what is for everybody can be read");
    assert!(stranger_can(read, &process.join("status")), "the control: what the system tells of every program");
    let mut refused = 0;
    let mut reaches = |script: &str, about: &Path| {
        refused += 1;
        stranger_can(script, about).then(|| format!("{script} {}", about.display()))
    };
    let mut got_in = Vec::new();
    let files: Vec<PathBuf> = fs_err::read_dir(&store).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 4, "the database, its journal, the header twice: {files:?}");
    for file in &files {
        let mode = fs_err::metadata(file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode & 0o077, 0, "{} is open to others by itself: {mode:o}", file.display());
        for script in [read, "cat < /dev/null >> \"$1\"", "rm -f \"$1\" && ! test -e \"$1\""] {
            got_in.extend(reaches(script, file));
        }
    }
    for script in ["ls \"$1\"", "touch \"$1/new\"", "cp -r \"$1\" /dev/shm/stolen-store"] {
        got_in.extend(reaches(script, &store));
    }
    for part in ["mem", "environ", "maps", "auxv", "stack", "io", "pagemap"] {
        got_in.extend(reaches("head -c 1 \"$1\"", &process.join(part)));
    }
    for part in ["fd", "map_files", "cwd/", "root/"] {
        got_in.extend(reaches("ls \"$1\"", &process.join(part)));
    }
    got_in.extend(reaches("kill -0 \"${1##*/}\"", &process));
    assert!(got_in.is_empty(), "a stranger got_in: {got_in:#?}");
    eprintln!("{refused} attempts of another user refused");
    no_door(&process);
}

/// The program listens on nothing, neither for the network nor for others on the machine.
fn no_door(process: &Path) {
    let links = fs_err::read_dir(process.join("fd")).unwrap().filter_map(|entry| fs_err::read_link(entry.unwrap().path()).ok());
    let sockets: Vec<String> = links.map(|link| link.display().to_string()).filter(|link| link.starts_with("socket:")).collect();
    let inodes: Vec<&str> = sockets.iter().filter_map(|socket| socket.split(['[', ']']).nth(1)).collect();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "unix"] {
        let listed = fs_err::read_to_string(process.join("net").join(table)).unwrap_or_default();
        let own: Vec<&str> = listed.lines().filter(|line| line.split_whitespace().any(|word| inodes.contains(&word))).collect();
        assert!(own.is_empty(), "{table}: {own:?}");
    }
}
