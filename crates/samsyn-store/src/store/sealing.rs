//! The seal, off the path of the work: the keyring may make its user wait, and nobody who writes or locks waits for it.

#[cfg(test)]
mod tests;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;

use super::{SealState, Store, seal_name};
use crate::log::{self, Seal};
use crate::{Keyring, KeyringError, StoreError};

/// How often the log's head is sealed while the store is open.
const EVERY: TimeDelta = TimeDelta::minutes(1);
/// How long a store that is let go of waits for its last seal. One that comes later is as good, and the next unlocking misses at
/// most a minute without it.
const PATIENCE: Duration = Duration::from_secs(2);

/// What has been sealed of an open store.
#[derive(Debug, Default)]
pub(crate) struct Sealing {
    last: Option<DateTime<Utc>>,
    /// The counter that was last given to the keyring.
    counter: i64,
    /// Whether what the keyring holds has been compared with the log. Before that nothing is sealed over it.
    pub(super) compared: bool,
}

impl Sealing {
    /// Of a store that was just unlocked, where the keyring was `compared` with it or could not be asked.
    pub(crate) fn begun(compared: bool) -> Self {
        Self { compared, ..Self::default() }
    }
}

/// What the keyring said of a store's seal; nothing where it holds none.
pub(crate) type FoundSeal = Result<Option<Seal>, KeyringError>;

/// Asks the keyring for a store's seal.
pub(crate) fn found(keyring: &dyn Keyring, name: &str) -> FoundSeal {
    match keyring.get(name) {
        Ok(bytes) => Ok(Seal::from_bytes(&bytes)),
        Err(KeyringError::NotStored) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How the log stands to what the keyring holds.
pub(crate) fn compared(connection: &Connection, seal: Option<Seal>) -> Result<SealState, StoreError> {
    Ok(match seal {
        None => SealState::Unsealed,
        Some(seal) if seal.is_in_log(connection)? => SealState::Matches,
        // A backup was put back since, and the keyring could not be told.
        Some(seal) if seal.is_before_a_restoration(connection)? => SealState::Unsealed,
        Some(_) => SealState::Differs,
    })
}

/// The one thread at a time that speaks with the keyring of a store's seal. What waits for it is the newest seal alone, so that
/// no older one is written over a newer one.
#[derive(Debug, Default)]
pub(crate) struct Sealer(Arc<Desk>);

#[derive(Debug, Default)]
struct Desk {
    waiting: Mutex<Waiting>,
    idle: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    /// Whether the thread is there.
    busy: bool,
    asks: bool,
    seal: Option<Seal>,
    /// What the keyring answered last.
    found: Option<FoundSeal>,
    /// Whether the keyring took the last seal.
    kept: Option<bool>,
}

impl Desk {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does what waits until nothing does.
    fn serve(&self, keyring: &dyn Keyring, name: &str) {
        loop {
            let mut waiting = self.waiting();
            if std::mem::take(&mut waiting.asks) {
                drop(waiting);
                let found = found(keyring, name);
                self.waiting().found = Some(found);
            } else if let Some(seal) = waiting.seal.take() {
                drop(waiting);
                let kept = keyring.set(name, &seal.to_bytes()).is_ok();
                self.waiting().kept = Some(kept);
            } else {
                waiting.busy = false;
                self.idle.notify_all();
                return;
            }
        }
    }
}

impl Sealer {
    /// Begins anew with what the keyring is known to hold.
    pub(crate) fn begin(&self) {
        let mut waiting = self.0.waiting();
        (waiting.found, waiting.kept) = (None, None);
    }

    /// Gives the keyring a seal, now or when it has answered what was asked before.
    pub(super) fn keep(&self, keyring: &Arc<dyn Keyring>, name: String, seal: Seal) {
        self.order(keyring, name, |waiting| {
            if waiting.seal.as_ref().is_none_or(|other| other.counter <= seal.counter) {
                waiting.seal = Some(seal);
            }
        });
    }

    fn ask(&self, keyring: &Arc<dyn Keyring>, name: String) {
        self.order(keyring, name, |waiting| waiting.asks = true);
    }

    fn order(&self, keyring: &Arc<dyn Keyring>, name: String, order: impl FnOnce(&mut Waiting)) {
        let mut waiting = self.0.waiting();
        order(&mut waiting);
        if waiting.busy {
            return;
        }
        let (desk, keyring) = (Arc::clone(&self.0), Arc::clone(keyring));
        let begun = thread::Builder::new().name("seal".to_owned()).spawn(move || desk.serve(keyring.as_ref(), &name));
        // Where no thread can be had, it waits for the next order.
        waiting.busy = begun.is_ok();
    }

    fn take_found(&self) -> Option<FoundSeal> {
        self.0.waiting().found.take()
    }

    fn kept(&self) -> Option<bool> {
        self.0.waiting().kept
    }

    /// Waits until the keyring has answered all, or patience ends.
    fn wait(&self) {
        let waiting = self.0.waiting();
        // A late seal is no fault.
        drop(self.0.idle.wait_timeout_while(waiting, PATIENCE, |waiting| waiting.busy));
    }
}

impl Drop for Sealer {
    fn drop(&mut self) {
        self.wait();
    }
}

impl Store {
    /// How the log stood to the seal when the store was unlocked or last sealed.
    pub fn seal_state(&self) -> SealState {
        match (self.seal, self.home.sealer.kept()) {
            (SealState::Differs, _) => SealState::Differs,
            (_, Some(true)) => SealState::Matches,
            (_, Some(false)) => SealState::Unsealed,
            (state, None) => state,
        }
    }

    /// Closes every open change, and has the log's head sealed in the keyring where there is one.
    ///
    /// To be called before a backup and before a case is handed over. A seal that differed becomes a lasting finding, and the
    /// new head is sealed. The keyring is not waited for.
    pub fn seal(&mut self, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.compare_or_ask()?;
        let seal = self.close_log(at)?;
        self.keep_seal(seal);
        Ok(())
    }

    /// Seals the head of the log once a minute, if it has moved: one row is read here, and a thread of its own waits for the
    /// keyring. To be called as often as one likes. Changes that are still open are sealed when they are closed.
    ///
    /// A seal that differed first becomes a lasting finding, as by [`Store::seal`].
    pub fn seal_beside(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        if self.sealing.last.is_some_and(|last| now >= last && now - last < EVERY) {
            return Ok(());
        }
        self.sealing.last = Some(now);
        self.compare_or_ask()?;
        if self.seal == SealState::Differs {
            return self.seal(now);
        }
        let (counter, head) = log::head(&self.connection)?;
        if counter > self.sealing.counter {
            self.keep_seal(Seal { counter, head, at: Some(now) });
        }
        Ok(())
    }

    /// Has a seal kept; not over one that nobody has compared with the log.
    fn keep_seal(&mut self, seal: Seal) {
        if self.sealing.compared {
            self.sealing.counter = seal.counter;
            self.home.sealer.keep(&self.home.keyring, seal_name(self.id), seal);
            // What differed has been noted by now.
            self.seal = SealState::Unsealed;
        }
    }

    /// Compares with the seal that a keyring could not give when the store was unlocked, or asks for it anew.
    fn compare_or_ask(&mut self) -> Result<(), StoreError> {
        self.compare_found()?;
        if !self.sealing.compared {
            self.home.sealer.ask(&self.home.keyring, seal_name(self.id));
        }
        Ok(())
    }

    /// Compares with what the keyring has said since the store was unlocked, if it has.
    pub(super) fn compare_found(&mut self) -> Result<(), StoreError> {
        if self.sealing.compared {
            return Ok(());
        }
        if let Some(Ok(found)) = self.home.sealer.take_found() {
            self.seal = compared(&self.connection, found)?;
            self.sealing.compared = true;
        }
        Ok(())
    }

    /// Waits until the keyring has answered.
    #[cfg(test)]
    pub(crate) fn wait_for_seal(&self) {
        self.home.sealer.wait();
    }
}
