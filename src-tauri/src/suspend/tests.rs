//! A stand-in for logind, UPower and the screen saver on a bus of the test's own.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};
use std::os;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};

use zbus::blocking::connection::Builder;
use zbus::zvariant::Value;

use super::*;

/// A bus that ends with the test.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon: `cargo xtask test` installs it");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { daemon, address: address.trim().to_owned() }
    }

    fn connect(&self) -> Connection {
        Builder::address(self.address.as_str()).unwrap().build().unwrap()
    }

    /// Listens as the program does, and gives what each lock sends.
    fn watched(&self, signals: &'static [(&'static str, &'static str)]) -> Receiver<()> {
        let (locked, locks) = mpsc::channel();
        let watch = Watch::begin(|| Ok(self.connect()), signals).unwrap();
        thread::spawn(move || watch.listen(|| locked.send(()).unwrap()));
        locks
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().unwrap();
        self.daemon.wait().unwrap();
    }
}

/// logind's manager, which hands out the right to be waited for.
struct Manager(mpsc::Sender<(String, String, io::PipeReader)>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn inhibit(&self, what: String, who: String, why: String, mode: String) -> OwnedFd {
        assert!(!who.is_empty() && !why.is_empty(), "whoever looks at what waits is told by whom and why");
        // By the pipe's other end the test sees when it is let go.
        let (held, given) = io::pipe().unwrap();
        self.0.send((what, mode, held)).unwrap();
        OwnedFd::from(os::fd::OwnedFd::from(given))
    }
}

/// A change of one property, as its owner sends it.
fn changed(bus: &Connection, interface: &str, name: &str, value: bool) {
    let values = HashMap::from([(name, Value::from(value))]);
    bus.emit_signal(None::<&str>, "/a", PROPERTIES, CHANGED, &(interface, values, Vec::<&str>::new())).unwrap();
}

#[test]
fn sleep_and_a_locked_session_lock_the_store() {
    let bus = Bus::start();
    let locks = bus.watched(SYSTEM);
    let logind = bus.connect();
    logind.emit_signal(None::<&str>, "/org/freedesktop/login1", MANAGER, SLEEP, &true).unwrap();
    locks.recv().unwrap();
    logind.emit_signal(None::<&str>, "/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", &()).unwrap();
    locks.recv().unwrap();
}

#[test]
fn a_shut_lid_and_the_sessions_own_word_lock_and_their_contraries_do_not() {
    for (interface, name) in LOCKING {
        let bus = Bus::start();
        let locks = bus.watched(SYSTEM);
        let logind = bus.connect();
        changed(&logind, interface, name, false);
        changed(&logind, interface, "IdleHint", true);
        changed(&logind, interface, name, true);
        changed(&logind, interface, name, false);
        // Signals come in their order, so that this one ends what is looked at.
        logind.emit_signal(None::<&str>, "/a", MANAGER, SLEEP, &true).unwrap();
        locks.recv().unwrap();
        locks.recv().unwrap();
        drop(bus);
        assert!(locks.recv().is_err(), "{interface} {name} locked more than once");
    }
}

#[test]
fn the_screen_saver_locks() {
    for (interface, member) in SESSION {
        let bus = Bus::start();
        let locks = bus.watched(SESSION);
        bus.connect().emit_signal(None::<&str>, "/ScreenSaver", *interface, *member, &true).unwrap();
        locks.recv().unwrap();
    }
}

#[test]
fn the_computer_waits_for_the_lock_before_it_sleeps_and_after_it_has_woken() {
    let bus = Bus::start();
    let (asked, inhibitions) = mpsc::channel();
    let logind = bus.connect();
    logind.object_server().at("/org/freedesktop/login1", Manager(asked)).unwrap();
    logind.request_name("org.freedesktop.login1").unwrap();

    let locks = bus.watched(SYSTEM);
    let (what, mode, mut held) = inhibitions.recv().unwrap();
    assert_eq!((what.as_str(), mode.as_str()), ("sleep", "delay"));
    logind.emit_signal(None::<&str>, "/org/freedesktop/login1", MANAGER, SLEEP, &true).unwrap();
    locks.recv().unwrap();
    assert_eq!(held.read_to_end(&mut Vec::new()).unwrap(), 0, "let go when the store is locked");
    logind.emit_signal(None::<&str>, "/org/freedesktop/login1", MANAGER, SLEEP, &false).unwrap();
    assert_eq!(inhibitions.recv().unwrap().1, "delay", "taken anew after the sleep");
}
