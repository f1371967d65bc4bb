//! What the crate's tests share: a store in a temporary folder, a keyring in memory, made-up people.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use samsyn_plan::codes::PlanType;
use samsyn_plan::drafts::Goal;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::{CaseId, GoalId, PersonId, UserId};
use samsyn_plan::person::Person;
use tempfile::TempDir;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::table::{insert, update};
use crate::tables::{CaseEntry, open_case};
use crate::*;

/// A keyring in memory, which can be locked.
#[derive(Default)]
pub(crate) struct MemoryKeyring {
    entries: Mutex<HashMap<String, Vec<u8>>>,
    refuses: AtomicBool,
    gate: Mutex<()>,
}

impl MemoryKeyring {
    /// Lets the keyring answer, or refuse whatever it is asked.
    pub(crate) fn answer(&self, answers: bool) {
        self.refuses.store(!answers, Ordering::Relaxed);
    }

    /// Lets whoever asks the keyring wait until what comes back is dropped.
    pub(crate) fn hold(&self) -> MutexGuard<'_, ()> {
        self.gate.lock().unwrap()
    }

    fn entries(&self) -> Result<MutexGuard<'_, HashMap<String, Vec<u8>>>, KeyringError> {
        drop(self.gate.lock().unwrap());
        if self.refuses.load(Ordering::Relaxed) { Err(KeyringError::NotAvailable) } else { Ok(self.entries.lock().unwrap()) }
    }
}

impl Keyring for MemoryKeyring {
    fn get(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        self.entries()?.get(name).cloned().map(Zeroizing::new).ok_or(KeyringError::NotStored)
    }
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError> {
        self.entries()?.insert(name.to_owned(), secret.to_vec());
        Ok(())
    }
    fn remove(&self, name: &str) -> Result<(), KeyringError> {
        self.entries()?.remove(name);
        Ok(())
    }
}

pub(crate) const USER: UserId = UserId(Uuid::from_u128(1));
pub(crate) const OTHER_USER: UserId = UserId(Uuid::from_u128(2));
pub(crate) const PERSON: PersonId = PersonId(Uuid::from_u128(10));
pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(20));
pub(crate) const GOAL: GoalId = GoalId(Uuid::from_u128(30));

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("fyra gröna åsnor äter")
}

/// Seconds after the tests' beginning of time.
pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 2, 1, 8, 0, 0).unwrap() + TimeDelta::seconds(seconds)
}

/// Writes nothing in a new store.
pub(crate) fn nothing_first(_: &mut Store) -> Result<(), CreateError> {
    Ok(())
}

/// A folder with a store, and its keyring.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) keyring: Arc<MemoryKeyring>,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), keyring: Arc::default() }
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn create(&self) -> (Store, RecoveryKey) {
        LockedStore::create(self.folder.path(), self.keyring.clone(), USER, &passphrase(), Cost::LEAST, at(0), nothing_first).unwrap()
    }

    pub(crate) fn found(&self) -> Found {
        LockedStore::at(self.folder.path(), self.keyring.clone()).unwrap()
    }

    pub(crate) fn locked(&self) -> LockedStore {
        match self.found() {
            Found::Locked(store) => store,
            other => panic!("expected a locked store, found {other:?}"),
        }
    }

    pub(crate) fn unlock(&self) -> Store {
        self.locked().unlock(Way::Passphrase { user: Some(USER), passphrase: &passphrase() }).unwrap()
    }
}

/// A store with a person and a case.
pub(crate) fn store_with_case() -> (Place, Store) {
    let place = Place::new();
    let (mut store, _) = place.create();
    store.write(draft(Chain::Person(PERSON), "person.add", 1), |w| insert(w, &person())).unwrap();
    store.write(act(Chain::Case(CASE), "case.open", 2), |w| open_case(w, &entry())).unwrap();
    (place, store)
}

pub(crate) fn entry() -> CaseEntry {
    CaseEntry { id: CASE, number: "SIP-2027-0001".to_owned(), plan_type: PlanType::Sip, opened_at: at(2), person: PERSON }
}

pub(crate) fn person() -> Person {
    named(PERSON, "19830417-2383", "Karin", "Lindberg")
}

pub(crate) fn named(id: PersonId, number: &str, first: &str, last: &str) -> Person {
    Person {
        id,
        identity: IdentityNumber::parse(number, true, NaiveDate::from_ymd_opt(2027, 2, 1).unwrap()).unwrap(),
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        municipality: String::new(),
        language: String::new(),
        needs: String::new(),
        protection: None,
        born_on: String::new(),
    }
}

pub(crate) fn goal(text: &str) -> Goal {
    Goal { id: GOAL, position: 1, text: text.to_owned(), ..Goal::default() }
}

fn command(chain: Chain, command: &str, seconds: i64, kind: Kind) -> Act<'_> {
    Act { command_id: Uuid::now_v7(), chain, command, arguments: serde_json::Value::Null, actor: USER, at: at(seconds), kind }
}

/// A drafting command that stands alone.
pub(crate) fn draft(chain: Chain, name: &str, seconds: i64) -> Act<'_> {
    command(chain, name, seconds, Kind::Draft { merge: None })
}

/// A save of the goal's words.
pub(crate) fn save(seconds: i64) -> Act<'static> {
    command(Chain::Case(CASE), "draft.set", seconds, Kind::Draft { merge: Some("goal text".to_owned()) })
}

/// A command that is never undone.
pub(crate) fn act(chain: Chain, name: &str, seconds: i64) -> Act<'_> {
    command(chain, name, seconds, Kind::Act)
}

pub(crate) fn undo(seconds: i64) -> Undo {
    Undo { command_id: Uuid::now_v7(), chain: Chain::Case(CASE), actor: USER, at: at(seconds) }
}

/// Adds the goal.
pub(crate) fn add_goal(store: &mut Store, text: &str, seconds: i64) {
    store.write(draft(Chain::Case(CASE), "draft.add", seconds), |w| insert(w, &goal(text))).unwrap();
}

/// Saves the goal's words.
pub(crate) fn save_goal(store: &mut Store, text: &str, seconds: i64) {
    store.write(save(seconds), |w| update(w, &goal(text))).unwrap();
}

/// The goal's words as stored.
pub(crate) fn goal_text(store: &Store) -> Option<String> {
    store.read(|r| table::one::<Goal>(r, GOAL.0)).unwrap().map(|goal| goal.text)
}
