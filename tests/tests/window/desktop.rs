//! A desktop for one test: a display, a session bus and an unlocked keyring, in a home of its own. All of it ends with the test.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program started by a test, with all that it starts itself; killed when dropped.
pub(crate) struct Group(Child);

impl Group {
    /// Starts a program as the head of a process group of its own. It also ends where the test is ended from outside, and so
    /// never gets to drop anything.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut bound = Command::new("setpriv");
        bound.args(["--pdeathsig", "KILL"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => bound.env(name, value),
                None => bound.env_remove(name),
            };
        }
        Self(bound.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0).spawn().unwrap())
    }

    /// The number of its process.
    pub(crate) fn number(&self) -> u32 {
        self.0.id()
    }

    /// Has it ended by itself?
    pub(crate) fn has_ended(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    /// The first line that it writes on its stdout.
    fn first_line(&mut self) -> String {
        let mut line = String::new();
        BufReader::new(self.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
        line.trim().to_owned()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The whole group by its number, which no other process has: a driver's program does not end with its driver.
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.0.id())]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// The desktop. The order of its parts is the order in which they end.
pub(crate) struct Desktop {
    _keyring: Group,
    _bus: Group,
    _display: Group,
    variables: Vec<(&'static str, String)>,
    home: tempfile::TempDir,
}

impl Desktop {
    /// Starts one.
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut variables = vec![
            ("HOME", place(home.path(), "home")),
            ("XDG_RUNTIME_DIR", place(home.path(), "run")),
            ("XDG_CONFIG_HOME", place(home.path(), "config")),
            ("XDG_CACHE_HOME", place(home.path(), "cache")),
            ("XDG_DATA_HOME", place(home.path(), "data")),
            ("TZ", "Europe/Stockholm".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            // No bridge to a screen reader: nobody listens, and it only warns.
            ("NO_AT_BRIDGE", "1".to_owned()),
        ];

        // With -displayfd the server finds a free number itself, and says it when it is ready.
        let mut display = Group::start(Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]));
        variables.push(("DISPLAY", format!(":{}", display.first_line())));

        let mut bus =
            Group::start(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]).envs(variables.clone()));
        variables.push(("DBUS_SESSION_BUS_ADDRESS", bus.first_line()));

        let mut keyring = Group::start(
            Command::new("gnome-keyring-daemon").args(["--foreground", "--unlock", "--components=secrets"]).envs(variables.clone()),
        );
        // The empty password makes a keyring and unlocks it.
        keyring.0.stdin.take().unwrap().write_all(b"\n").unwrap();

        let desktop = Self { _keyring: keyring, _bus: bus, _display: display, variables, home };
        until("the keyring", || {
            let asked = desktop
                .command("dbus-send")
                .args([
                    "--session",
                    "--print-reply",
                    "--dest=org.freedesktop.DBus",
                    "/",
                    "org.freedesktop.DBus.NameHasOwner",
                    "string:org.freedesktop.secrets",
                ])
                .output();
            String::from_utf8_lossy(&asked.unwrap().stdout).contains("boolean true")
        });
        desktop
    }

    /// A program to start on this desktop.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_remove("WAYLAND_DISPLAY").envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Where the programs of this desktop find its bus.
    pub(crate) fn bus(&self) -> &str {
        self.variables.iter().find(|(name, _)| *name == "DBUS_SESSION_BUS_ADDRESS").map_or("", |(_, address)| address)
    }

    /// Where every folder of this desktop's user lies: home, settings, cache, data.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A folder for a store, the same one for each program started here.
    pub(crate) fn store(&self) -> PathBuf {
        self.home.path().join("store")
    }
}

/// A private folder of the test's home.
fn place(home: &Path, name: &str) -> String {
    let folder = home.join(name);
    fs_err::create_dir(&folder).unwrap();
    fs_err::set_permissions(&folder, PermissionsExt::from_mode(0o700)).unwrap();
    folder.to_string_lossy().into_owned()
}

/// Looks again and again until something outside the test is there.
///
/// # Panics
/// After a minute.
pub(crate) fn until(what: &str, mut there: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !there() {
        assert!(Instant::now() < deadline, "{what} did not come within a minute");
        thread::sleep(Duration::from_millis(100));
    }
}
