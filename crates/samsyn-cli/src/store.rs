//! One store, opened for one command and locked after it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};

use chrono::{DateTime, Utc};
use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::arguments::Place;
use crate::failure::Failure;
use crate::words::text;

/// A store and the way to its passphrase.
pub(crate) struct Store {
    app: App,
    passphrase_fd: Option<u32>,
}

impl Store {
    /// The store of a place; nothing is opened yet. A given time is refused later, by a store that is not for practice.
    pub(crate) fn at(place: Place, time: Option<DateTime<Utc>>) -> Self {
        let folder = place.store.unwrap_or_else(samsyn_app::default_folder);
        let clock = time.map_or(Clock::System, Clock::Fixed);
        // Quick unlock belongs to the window: a script should open nothing that its caller has no passphrase for.
        Self { app: App::new(Setup { folder, clock, keyring: false }), passphrase_fd: place.passphrase_fd }
    }

    /// Does work on the store. Where it is answered that the store is locked, the passphrase is asked for and the work done
    /// anew: a locked store has written nothing.
    pub(crate) fn ask<R>(mut self, work: impl Fn(&mut App) -> Result<R, AppError>) -> Result<R, Failure> {
        let mut reply = work(&mut self.app);
        if reply.as_ref().is_err_and(|error| error.code == Code::Locked) && (self.passphrase_fd.is_some() || io::stderr().is_terminal()) {
            self.unlock()?;
            reply = work(&mut self.app);
        }
        self.app.lock();
        reply.map_err(Failure::from)
    }

    /// Does work by the secret of a backup: a passphrase or the recovery key.
    pub(crate) fn with_secret<R>(mut self, work: impl FnOnce(&mut App, &str) -> Result<R, AppError>) -> Result<R, Failure> {
        let secret = self.typed("cli-secret")?;
        let reply = work(&mut self.app, &secret);
        self.app.lock();
        reply.map_err(Failure::from)
    }

    /// What is typed when it is asked for, or stands in the file descriptor that was named.
    fn typed(&self, asked: &str) -> Result<Zeroizing<String>, Failure> {
        let typed = match self.passphrase_fd {
            Some(descriptor) => from_descriptor(descriptor),
            None => rpassword::prompt_password(text(asked)).map(Zeroizing::new),
        };
        typed.map_err(|_| Failure::Passphrase)
    }

    fn unlock(&mut self) -> Result<Value, Failure> {
        let passphrase = self.typed("cli-passphrase")?;
        Ok(self.app.call("store.unlock", json!({ "passphrase": passphrase.as_str() }))?)
    }
}

/// The first line of an open file descriptor, opened anew by its name in /dev/fd.
fn from_descriptor(descriptor: u32) -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    BufReader::new(File::open(format!("/dev/fd/{descriptor}"))?).read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}
