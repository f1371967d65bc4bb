//! The program behind every window and command line: a store that is empty, locked or open, and the calls that it answers.

mod access;
mod acting;
mod backing;
mod contacts;
mod hidden;
mod leaving;
mod opening;
mod practising;
mod rights;
mod session;

pub(crate) use access::{readable, whole};
pub(crate) use acting::Acting;
pub(crate) use backing::{Backing, PLAN, entry as backup_entry, refusal as backup_refusal};
pub(crate) use hidden::Hidden;
pub(crate) use leaving::{Leaving, sha256};
pub(crate) use practising::{Practice, PracticeCase};
use rights::named;
pub(crate) use session::{Damaged, Session, State};

use crate::{
    AppError, Clock, Code,
    act::Call,
    assets::Places,
    describe::{self, CommandKind, Reply},
};
use chrono::{DateTime, TimeDelta, Utc};
use samsyn_plan::{law::LawReference, profile::Profile};
use samsyn_store::{Keyring, NoKeyring, OrganisationKey, OsKeyring, RecoveryKey, log::VerifyReport, memory};
use serde_json::Value;
use std::{cell::Cell, path::PathBuf, sync::Arc};
use uuid::Uuid;

/// The minutes without anybody after which a damaged store is locked: those of the profiles that come with the program.
const DAMAGED_MINUTES: u16 = 10;

/// What a program is started with.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The folder of the store.
    pub folder: PathBuf,
    /// Where the time comes from.
    pub clock: Clock,
    /// Whether the operating system's keyring may be used for quick unlock.
    pub keyring: bool,
}

/// The program. It lives on one thread.
pub struct App {
    pub(crate) setup: Setup,
    pub(crate) keyring: Arc<dyn Keyring>,
    pub(crate) state: State,
    pub(crate) law: Vec<LawReference>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) places: Places,
    /// The recovery key of a store that was just created, until it has been typed back.
    pub(crate) recovery: Option<RecoveryKey>,
    /// The organisation's key that was just made, until somebody has shown that they have it.
    pub(crate) organisation_key: Option<OrganisationKey>,
    /// The backup that is being made.
    pub(crate) backing: Backing,
    /// The practice cases, and the real store while somebody practises.
    pub(crate) practice: Practice,
    pub(crate) ids: Ids,
    last_active: DateTime<Utc>,
}

/// Where identifiers come from: UUIDv7. In the example they are counted, so that it is the same every time.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    counted: Option<Cell<u64>>,
}

impl Ids {
    pub(crate) fn counted() -> Self {
        Self { counted: Some(Cell::default()) }
    }

    pub(crate) fn next(&self, now: DateTime<Utc>) -> Uuid {
        let Some(counted) = &self.counted else { return Uuid::now_v7() };
        counted.set(counted.get() + 1);
        let mut tail = [0_u8; 10];
        tail.iter_mut().skip(2).zip(counted.get().to_be_bytes()).for_each(|(to, from)| *to = from);
        let milliseconds = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &tail).into_uuid()
    }
}

impl App {
    /// Looks at what is in the folder; opens nothing. From here on the process's memory is its own.
    pub fn new(setup: Setup) -> Self {
        if let Err(error) = memory::keep_to_this_process() {
            eprintln!("samsyn: the process's memory could not be kept from core dumps: {error}");
        }
        let keyring: Arc<dyn Keyring> = if setup.keyring { Arc::new(OsKeyring) } else { Arc::new(NoKeyring) };
        Self::with_keyring(setup, keyring)
    }

    /// The same with a keyring of the caller's own, whatever the setup says of the operating system's.
    pub fn with_keyring(setup: Setup, keyring: Arc<dyn Keyring>) -> Self {
        let state = State::found(&setup.folder, &keyring);
        let last_active = setup.clock.now();
        let law = crate::assets::law();
        let places = crate::assets::places();
        let profiles = crate::assets::profiles(&places);
        Self {
            setup,
            keyring,
            state,
            law,
            profiles,
            places,
            recovery: None,
            organisation_key: None,
            backing: Backing::default(),
            practice: Practice::default(),
            ids: Ids::default(),
            last_active,
        }
    }

    /// Answers a command with JSON.
    pub fn call(&mut self, command: &str, request: Value) -> Result<Value, AppError> {
        match self.dispatch(command, request)? {
            Reply::Json(reply) => Ok(reply),
            Reply::Bytes(_) => Err(AppError::new(Code::MalformedRequest)),
        }
    }

    /// Answers a command with the bytes of a PDF.
    pub fn call_for_bytes(&mut self, command: &str, request: Value) -> Result<Vec<u8>, AppError> {
        match self.dispatch(command, request)? {
            Reply::Bytes(bytes) => Ok(bytes),
            Reply::Json(_) => Err(AppError::new(Code::MalformedRequest)),
        }
    }

    /// Whether the store is open, a damaged one for reading too.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_) | State::Damaged(_))
    }

    /// To be called every few seconds: locks after the profile's time without a call, though never while a meeting runs,
    /// up to the profile's longest time for that. A damaged store, whose profile cannot be relied on, has a time of its own.
    pub fn tick(&mut self) {
        let now = self.setup.clock.now();
        if let Err(error) = self.gather_backup() {
            self.backing.failed = Some(error);
        }
        if let State::Open(session) = &mut self.state {
            // A seal that cannot be set is set the next minute, or at the lock.
            let _ = session.store.seal_beside(now);
        }
        let idle_for = |minutes: u16| now - self.last_active >= TimeDelta::minutes(minutes.into());
        let locks = match &self.state {
            State::Open(session) => {
                let rules = &session.profile.lock;
                // Whether a meeting runs is read from the cases, and so asked only when it matters.
                idle_for(rules.idle_minutes) && (idle_for(rules.meeting_minutes) || !self.meeting_runs())
            }
            State::Damaged(_) => idle_for(DAMAGED_MINUTES),
            _ => false,
        };
        if locks {
            self.lock();
        }
    }

    /// Somebody is there: the time until the lock begins anew.
    pub(crate) fn touch(&mut self) {
        self.last_active = self.setup.clock.now();
    }

    /// Verifies the whole store; `progress` hears how many parts of how many are done.
    pub fn verify(&self, progress: impl FnMut(usize, usize)) -> Result<VerifyReport, AppError> {
        Ok(self.session()?.store.verify(progress)?)
    }

    /// Locks the store, if it is open: on suspend, when the session is locked and when the window closes.
    pub fn lock(&mut self) {
        self.stop_backup();
        self.recovery = None;
        self.organisation_key = None;
        let state = std::mem::replace(&mut self.state, State::Empty);
        self.state = match state {
            State::Open(session) => State::Locked(session.store.lock(self.setup.clock.now())),
            State::Damaged(damaged) => State::Locked(damaged.store.lock()),
            other => other,
        };
        self.leave_practice();
    }

    /// Sets the time of a practice store: what the command line's `--at` does.
    pub fn set_clock(&mut self, clock: Clock) {
        self.setup.clock = clock;
    }

    fn dispatch(&mut self, name: &str, mut request: Value) -> Result<Reply, AppError> {
        let command = describe::find(name).ok_or_else(|| AppError::new(Code::UnknownCommand))?;
        let given = request.as_object_mut().and_then(|fields| fields.remove("command_id"));
        let id = match given {
            Some(given) => serde_json::from_value(given).map_err(|_| AppError::at(Code::MalformedRequest, "command_id"))?,
            None if matches!(command.kind, CommandKind::Draft | CommandKind::Act) => {
                return Err(AppError::at(Code::MalformedRequest, "command_id"));
            }
            None => Uuid::nil(),
        };
        let clock = self.setup.clock;
        let arguments = if command.kind == CommandKind::Store { Value::Null } else { for_the_log(&request) };
        let call = Call { command: command.name, id, arguments, now: clock.now(), today: clock.today() };
        self.refuse_without_role(command.name)?;
        if command.kind != CommandKind::Store {
            self.session()?;
            self.last_active = call.now;
            self.enter_openings(command.kind, &call)?;
        }
        (command.run)(self, &call, request)
    }
}

/// The request without a file's bytes, which the store keeps under their hash and not in the change log, and without a
/// file's passphrase or a card's PIN, which are kept nowhere.
fn for_the_log(request: &Value) -> Value {
    let Some(fields) = request.as_object() else { return request.clone() };
    let kept = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "bytes" | "passphrase" | "pin"));
    Value::Object(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// The folder of the store where none is named: the user's local, non-roaming data folder.
pub fn default_folder() -> PathBuf {
    directories::ProjectDirs::from("se", "", "samsyn")
        .map_or_else(|| PathBuf::from("samsyn-store"), |folders| folders.data_local_dir().join("store"))
}

#[cfg(test)]
mod tests;
