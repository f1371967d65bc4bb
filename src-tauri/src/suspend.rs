//! Locks the store when the computer goes to sleep, its lid is shut or its screen is locked, as Linux desktops tell it over
//! D-Bus.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager};
use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::names::InterfaceName;
use zbus::zvariant::{OwnedFd, OwnedValue};
use zbus::{MatchRule, Message, message};

use crate::saving;
use crate::store_thread::StoreThread;
use crate::window;

const MANAGER: &str = "org.freedesktop.login1.Manager";
const SLEEP: &str = "PrepareForSleep";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const CHANGED: &str = "PropertiesChanged";

/// Signals of the system's bus: the computer is about to sleep or has woken, and a session is to be locked.
const SYSTEM: &[(&str, &str)] = &[(MANAGER, SLEEP), ("org.freedesktop.login1.Session", "Lock"), (PROPERTIES, CHANGED)];

/// Properties that lock by becoming true: the session's own word that it is locked, and a lid that was shut.
const LOCKING: &[(&str, &str)] =
    &[("org.freedesktop.login1.Session", "LockedHint"), (MANAGER, "LidClosed"), ("org.freedesktop.UPower", "LidIsClosed")];

/// Signals of the user's bus: the screen saver has come or gone. Both lock, since one seldom comes without the other.
const SESSION: &[(&str, &str)] = &[("org.freedesktop.ScreenSaver", "ActiveChanged"), ("org.gnome.ScreenSaver", "ActiveChanged")];

/// Starts listening. A system without such a bus is left alone: there the idle time locks.
pub(crate) fn watch(app: &AppHandle) {
    let (system, session) = (app.clone(), app.clone());
    thread::spawn(move || Watch::begin(Connection::system, SYSTEM).map(|watch| watch.listen(|| lock(&system))));
    thread::spawn(move || Watch::begin(Connection::session, SESSION).map(|watch| watch.listen(|| lock(&session))));
}

/// How long the lock may take before the page is taken away ahead of it. With what the page has to save it is less than the five
/// seconds that a computer waits before it sleeps.
const PATIENCE: Duration = Duration::from_secs(1);

/// Lets the page save, and locks. Nothing holds the lock off for long, and long work of the store's nothing of what is shown.
fn lock(app: &AppHandle) {
    saving::let_the_page_save(app);
    if !app.state::<StoreThread>().lock_within(PATIENCE) {
        window::renew_page(app);
    }
}

/// One bus that is listened to.
struct Watch {
    bus: Connection,
    signals: &'static [(&'static str, &'static str)],
    messages: MessageIterator,
    /// While it is held, the computer does not sleep; for five seconds at most, since the system waits no longer.
    awake: Option<OwnedFd>,
}

impl Watch {
    fn begin(connect: impl Fn() -> zbus::Result<Connection>, signals: &'static [(&'static str, &'static str)]) -> zbus::Result<Self> {
        let bus = connect()?;
        let messages = MessageIterator::from(&bus);
        let broker = DBusProxy::new(&bus)?;
        for &(interface, member) in signals {
            broker.add_match_rule(MatchRule::builder().msg_type(message::Type::Signal).interface(interface)?.member(member)?.build())?;
        }
        let mut watch = Self { bus, signals, messages, awake: None };
        watch.stay_awake();
        Ok(watch)
    }

    /// Calls `lock` for each signal that the computer is left, until the bus ends.
    fn listen(mut self, lock: impl Fn()) {
        while let Some(message) = self.messages.next() {
            let Ok(message) = message else { continue };
            if self.is_left(&message) {
                lock();
            }
            if is(&message, MANAGER, SLEEP) {
                // Let go before the sleep, taken anew after it.
                self.awake = None;
                if message.body().deserialize::<bool>() == Ok(false) {
                    self.stay_awake();
                }
            }
        }
    }

    /// Whether a message says that the computer is left, or was.
    fn is_left(&self, message: &Message) -> bool {
        if is(message, PROPERTIES, CHANGED) {
            return became_locked(message);
        }
        self.signals.iter().any(|(interface, member)| is(message, interface, member))
    }

    /// Asks to be waited for before a sleep. Where nobody gives that, the signal still comes, and the lock may come late.
    fn stay_awake(&mut self) {
        if !self.signals.contains(&(MANAGER, SLEEP)) {
            return;
        }
        let why = samsyn_app::Texts::swedish().get("lock-before-sleep");
        let asked = ("sleep", "Samsyn", why.as_str(), "delay");
        let reply = self.bus.call_method(Some("org.freedesktop.login1"), "/org/freedesktop/login1", Some(MANAGER), "Inhibit", &asked);
        self.awake = reply.ok().and_then(|reply| reply.body().deserialize().ok());
    }
}

fn is(message: &Message, interface: &str, member: &str) -> bool {
    let header = message.header();
    header.message_type() == message::Type::Signal
        && header.interface().is_some_and(|name| name.as_str() == interface)
        && header.member().is_some_and(|name| name.as_str() == member)
}

/// Whether a change of properties says that the session is locked or the lid is shut.
fn became_locked(message: &Message) -> bool {
    type Changed<'a> = (InterfaceName<'a>, std::collections::HashMap<String, OwnedValue>, Vec<String>);
    let body = message.body();
    let Ok((interface, values, _)) = body.deserialize::<Changed<'_>>() else { return false };
    LOCKING.iter().any(|(of, name)| interface.as_str() == *of && values.get(*name).is_some_and(|value| bool::try_from(value) == Ok(true)))
}

#[cfg(test)]
mod tests;
