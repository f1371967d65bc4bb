//! Locks the store when the computer goes to sleep or its screen is locked, as Linux desktops tell it over D-Bus.

use std::thread;

use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::{MatchRule, message};

use crate::store_thread::StoreThread;

/// Signals of the system's bus: the computer is about to sleep or has woken, and a session is to be locked.
const SYSTEM: &[(&str, &str)] = &[("org.freedesktop.login1.Manager", "PrepareForSleep"), ("org.freedesktop.login1.Session", "Lock")];

/// Signals of the user's bus: the screen saver has come or gone. Both lock, since one seldom comes without the other.
const SESSION: &[(&str, &str)] = &[("org.freedesktop.ScreenSaver", "ActiveChanged"), ("org.gnome.ScreenSaver", "ActiveChanged")];

/// Starts listening. A system without such a bus is left alone: there the idle time locks.
pub(crate) fn watch(store: &StoreThread) {
    let lock = store.locker();
    thread::spawn(move || listen(Connection::system, SYSTEM, lock));
    let lock = store.locker();
    thread::spawn(move || listen(Connection::session, SESSION, lock));
}

fn listen(connect: fn() -> zbus::Result<Connection>, signals: &[(&str, &str)], lock: impl Fn()) {
    let Ok(messages) = connect().and_then(|bus| subscribe(&bus, signals)) else { return };
    for message in messages.flatten() {
        let header = message.header();
        let (Some(interface), Some(member)) = (header.interface(), header.member()) else { continue };
        if header.message_type() == message::Type::Signal && signals.contains(&(interface.as_str(), member.as_str())) {
            lock();
        }
    }
}

fn subscribe(bus: &Connection, signals: &[(&str, &str)]) -> zbus::Result<MessageIterator> {
    let messages = MessageIterator::from(bus);
    let broker = DBusProxy::new(bus)?;
    for &(interface, member) in signals {
        broker.add_match_rule(MatchRule::builder().msg_type(message::Type::Signal).interface(interface)?.member(member)?.build())?;
    }
    Ok(messages)
}
