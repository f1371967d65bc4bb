//! The seal by the minute, off the save path: the keyring may make its user wait, and nobody who writes waits for it.

use std::sync::Arc;
use std::thread::JoinHandle;

use chrono::{DateTime, TimeDelta, Utc};

use super::{SealState, Store, seal_name};
use crate::StoreError;
use crate::log::{self, Seal};

/// How often the log's head is sealed while the store is open.
const EVERY: TimeDelta = TimeDelta::minutes(1);

/// What was sealed beside the work.
#[derive(Debug, Default)]
pub(crate) struct Sealing {
    last: Option<DateTime<Utc>>,
    /// The counter that was last given to the keyring.
    counter: i64,
    /// The thread that waits for the keyring.
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Seals the head of the log once a minute, if it has moved: one row is read here, and a thread of its own waits for the
    /// keyring. To be called as often as one likes. Changes that are still open are sealed when they are closed.
    ///
    /// A seal that differed first becomes a lasting finding, as by [`Store::seal`].
    pub fn seal_beside(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let is_early = self.sealing.last.is_some_and(|last| now >= last && now - last < EVERY);
        if is_early || self.sealing.thread.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return Ok(());
        }
        self.sealing.last = Some(now);
        if self.seal == SealState::Differs {
            return self.seal(now).map(drop);
        }
        let (counter, head) = log::head(&self.connection)?;
        if counter > self.sealing.counter {
            let (keyring, name) = (Arc::clone(&self.home.keyring), seal_name(self.id));
            // Where no thread can be had, the seal waits for the next minute.
            let begun = std::thread::Builder::new().name("seal".to_owned()).spawn(move || {
                let _ = keyring.set(&name, &Seal { counter, head }.to_bytes());
            });
            if let Ok(thread) = begun {
                self.sealing.thread = Some(thread);
                self.sealing.counter = counter;
            }
        }
        Ok(())
    }

    /// Waits until the keyring has answered.
    #[cfg(test)]
    pub(crate) fn wait_for_seal(&mut self) {
        if let Some(thread) = self.sealing.thread.take() {
            thread.join().unwrap();
        }
    }
}
