//! What a fresh machine lacks: system packages, the page's packages, the built page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use crate::steps::{npm, step};

/// System packages by their Debian names; any one name of a row will do, and the first is installed.
pub(crate) type Packages = &'static [&'static [&'static str]];

/// Needed to build the program: the webview, GTK, SQLCipher's cryptography, and clang for SQLite's session interface.
pub(crate) const BUILD: Packages =
    &[&["libwebkit2gtk-4.1-dev"], &["libgtk-3-dev"], &["libssl-dev"], &["libclang-14-dev", "libclang-dev"], &["pkg-config", "pkgconf"]];

/// Needed to test it too: a display and a driver for the real window, a keyring, a second browser, readers of PDFs, a
/// card without a card (SoftHSM) and what fills it, a maker of certificates, a tracer.
pub(crate) const TEST: Packages = &[
    &["webkit2gtk-driver"],
    &["xvfb"],
    &["xdotool"],
    &["dbus"],
    &["gnome-keyring"],
    &["chromium", "chromium-browser"],
    &["qpdf"],
    &["poppler-utils"],
    &["softhsm2"],
    &["opensc"],
    &["openssl"],
    &["strace"],
    &["fonts-noto-core"],
    &["python3-venv"],
];

/// Needed to compare the paper with another program's: WeasyPrint's own libraries.
pub(crate) const BENCH: Packages = &[&["python3-venv"], &["libpango-1.0-0"], &["libpangoft2-1.0-0"], &["fonts-noto-core"]];

/// Needed to count beside another program.
pub(crate) const COUNT: Packages = &[&["python3-venv"]];

/// What our paper is compared with.
const WEASYPRINT: &str = "weasyprint==70.0";
/// What counts beside us, for `bench statistics` alone.
const DUCKDB: &str = "duckdb==1.4.4";

/// An SQLCipher that is not ours, to open our file from outside.
const OTHER_SQLCIPHER: &str = "sqlcipher3-wheels==0.5.7";

/// A verifier of signatures that is not ours.
const OTHER_VERIFIER: &str = "pyhanko==0.38.0";

const OLDEST_NODE: u32 = 20;

/// Goes to the top of the project, wherever the command was given.
pub(crate) fn enter_project() -> Result<(), String> {
    // Cargo tells where this crate stands when it runs; the compiled-in path may be that of another machine.
    let here = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).ok_or("start this by `cargo xtask`")?;
    let top = here.ancestors().nth(2).ok_or("the project's folder was not found")?;
    env::set_current_dir(top).map_err(|error| format!("the project's folder cannot be entered: {error}"))
}

/// Installs what is missing on Debian and Ubuntu; elsewhere names it and stops.
pub(crate) fn system_packages(wanted: &[Packages]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        eprintln!("xtask: not Linux; what Tauri 2 needs on this system has to be there already.");
        return Ok(());
    }
    let debian = is_debian();
    if !debian {
        return elsewhere(wanted);
    }
    let missing: Vec<&str> =
        wanted.iter().copied().flatten().filter(|row| !row.iter().any(|name| installed(name))).filter_map(|row| available(row)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("xtask: installing these system packages with apt-get: {}", missing.join(" "));
    step("apt-get update", apt(&["update"])?)?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(missing);
    step("apt-get install", apt(&arguments)?)
}

/// Builds the page that the program embeds, where it is older than what it is made from.
pub(crate) fn page() -> Result<(), String> {
    node()?;
    let ui = Path::new("ui");
    // npm writes this file as the last thing of an installation.
    if changed(&ui.join("node_modules/.package-lock.json")) < changed(&ui.join("package-lock.json")) {
        step("install the page's packages", npm(&["ci", "--no-audit", "--no-fund"]))?;
    }
    let sources = [
        "ui/src",
        "ui/public",
        "ui/index.html",
        "ui/package-lock.json",
        "ui/package.json",
        "ui/vite.config.ts",
        "ui/tsconfig.json",
        "assets/texts",
    ];
    let newest = sources.iter().map(|source| newest(Path::new(source))).max().flatten();
    if changed(&ui.join("dist/index.html")) <= newest {
        step("build the page", npm(&["run", "build"]))?;
    }
    Ok(())
}

/// What the tests read our files with that is not ours.
pub(crate) fn python() -> Result<(), String> {
    python_with(&[OTHER_SQLCIPHER, OTHER_VERIFIER]).map(|_| ())
}

/// A Python with WeasyPrint.
pub(crate) fn weasyprint() -> Result<PathBuf, String> {
    python_with(&[WEASYPRINT])
}

/// A Python with DuckDB.
pub(crate) fn duckdb() -> Result<PathBuf, String> {
    python_with(&[DUCKDB])
}

/// A Python of our own under `target` that has these packages, among others that were asked for before.
fn python_with(wanted: &[&str]) -> Result<PathBuf, String> {
    let place = env::current_dir().map_err(|error| format!("the project's folder is gone: {error}"))?.join("target/python");
    let python = place.join("bin/python");
    let there = fs::read_to_string(place.join("ready")).unwrap_or_default();
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !there.lines().any(|line| line == *package)).collect();
    if missing.is_empty() {
        return Ok(python);
    }
    let mut create = Command::new("python3");
    create.args(["-m", "venv"]).arg(&place);
    step("make a Python of our own", create)?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(&missing);
    step("install what it needs", install)?;
    let ready = there.lines().chain(missing).collect::<Vec<_>>().join("\n");
    fs::write(place.join("ready"), ready).map_err(|error| format!("target/python cannot be written: {error}"))?;
    Ok(python)
}

fn node() -> Result<(), String> {
    let wanted = format!("Node {OLDEST_NODE} or newer with npm is needed");
    let said = Command::new("node").arg("--version").output().map_err(|_| format!("{wanted}, and there is no `node` on the PATH"))?;
    let version = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("{wanted}, and `node --version` says {version}"));
    }
    let npm_there = npm(&["--version"]).stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if npm_there { Ok(()) } else { Err(format!("{wanted}, and there is no `npm` on the PATH")) }
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|name| matches!(name, "debian" | "ubuntu"))
}

fn installed(package: &str) -> bool {
    let said = Command::new("dpkg").args(["-s", package]).stderr(Stdio::null()).output();
    said.is_ok_and(|said| said.status.success() && String::from_utf8_lossy(&said.stdout).contains("Status: install ok installed"))
}

/// The first name of a row that this release of the system has; the first of all where apt cannot tell yet.
fn available(row: &[&'static str]) -> Option<&'static str> {
    let known = |name: &&&str| {
        Command::new("apt-cache").args(["show", **name]).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
    };
    row.iter().find(known).or(row.first()).copied()
}

/// `apt-get`, by sudo where one is not root.
fn apt(arguments: &[&str]) -> Result<Command, String> {
    let id = Command::new("id").arg("-u").output().map_err(|error| format!("`id` could not be run: {error}"))?;
    let mut command = if id.stdout.starts_with(b"0\n") {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("apt-get");
        sudo
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// Other Linux systems name their packages otherwise: pkg-config and the PATH tell what is there.
fn elsewhere(wanted: &[Packages]) -> Result<(), String> {
    let libraries = ["webkit2gtk-4.1", "gtk+-3.0", "openssl"];
    let absent =
        libraries.iter().filter(|name| !Command::new("pkg-config").args(["--exists", name]).status().is_ok_and(|status| status.success()));
    let absent: Vec<&str> = absent.copied().collect();
    if absent.is_empty() {
        eprintln!("xtask: not Debian or Ubuntu, so no system package is checked but {}.", libraries.join(", "));
        return Ok(());
    }
    let names: Vec<&str> = wanted.iter().copied().flatten().filter_map(|row| row.first()).copied().collect();
    Err(format!(
        "not Debian or Ubuntu, and pkg-config does not find {}; install what these Debian packages hold: {}",
        absent.join(", "),
        names.join(" ")
    ))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

/// When the newest file under a path was changed; nothing where there is no such path.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest(&entry.path())).max();
    below.max(changed(path))
}
