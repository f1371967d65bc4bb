//! Practice mode: a store with a made-up case is open in a folder of its own, while the real store lies locked aside.

use super::{App, Setup, State};
use crate::{
    AppError, Clock, Code,
    example::{CASE_1, CASE_2, CASE_3, PASSPHRASE, Phase, STORE, Script},
    topics::store::open_by_passphrase,
};
use chrono::{NaiveDate, Utc};
use fs_err as fs;
use samsyn_store::{self as store, Keyring, NoKeyring};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread::{self, JoinHandle},
};
use ts_rs::TS;

/// A case to practise on, carried to where most can be learnt of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PracticeCase {
    /// An adult, as the meeting begins.
    Adult,
    /// A seventeen-year-old and her guardians, before the consents.
    Youth,
    /// A discharge, as the notice of utskrivningsklar has come.
    Discharge,
}

impl PracticeCase {
    pub(crate) const ALL: [Self; 3] = [Self::Adult, Self::Youth, Self::Discharge];

    /// The folder's name.
    fn name(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Youth => "youth",
            Self::Discharge => "discharge",
        }
    }

    /// The phases that it is carried through.
    fn phases(self) -> &'static [(&'static str, Phase)] {
        let (phases, last) = match self {
            Self::Adult => (CASE_1, "meeting_begins"),
            Self::Youth => (CASE_2, "elias_and_sara_answer"),
            Self::Discharge => (CASE_3, "ready"),
        };
        let through = phases.iter().position(|(name, _)| *name == last).map_or(phases.len(), |at| at + 1);
        phases.get(..through).unwrap_or(phases)
    }
}

/// Practice: what is being made, and what lies aside while somebody practises.
#[derive(Default)]
pub(crate) struct Practice {
    running: Option<Making>,
    /// Why the last case was not made.
    pub(crate) failed: Option<Code>,
    aside: Option<Aside>,
}

/// A case that is being made, in a thread of its own.
struct Making {
    case: PracticeCase,
    thread: JoinHandle<Result<(), AppError>>,
    done: Arc<AtomicU32>,
}

/// The real store, locked as it was, while somebody practises.
struct Aside {
    setup: Setup,
    keyring: Arc<dyn Keyring>,
    state: State,
}

impl Practice {
    /// The case that is being made, with how many of its phases of how many are done.
    pub(crate) fn making(&self) -> Option<(PracticeCase, u32, u32)> {
        let making = self.running.as_ref()?;
        let of = u32::try_from(making.case.phases().len()).unwrap_or(u32::MAX);
        Some((making.case, making.done.load(Ordering::Relaxed), of))
    }
}

impl App {
    /// The made-up day, while somebody practises; nothing otherwise.
    pub(crate) fn practised(&self) -> Option<NaiveDate> {
        self.practice.aside.as_ref().map(|_| self.setup.clock.today())
    }

    /// Whether a case has been made, and can be opened.
    pub(crate) fn is_practice_made(&self, case: PracticeCase) -> bool {
        self.practice_place(case).exists()
    }

    /// Begins to make a case, anew where there is one. [`App::gather_practice`] finds it done.
    pub(crate) fn make_practice(&mut self, case: PracticeCase) -> Result<(), AppError> {
        self.refuse_open()?;
        self.gather_practice();
        if self.practice.running.is_none() {
            let (place, done) = (self.practice_place(case), Arc::new(AtomicU32::new(0)));
            let told = Arc::clone(&done);
            let thread = thread::Builder::new().name("practice".to_owned()).spawn(move || make(case, &place, &told))?;
            self.practice.failed = None;
            self.practice.running = Some(Making { case, thread, done });
        }
        Ok(())
    }

    /// Notes how the making of a case went, if it has ended.
    pub(crate) fn gather_practice(&mut self) {
        if let Some(making) = self.practice.running.take_if(|making| making.thread.is_finished()) {
            // A thread that fell leaves a case that is not made.
            let made = making.thread.join().unwrap_or_else(|_| Err(AppError::new(Code::Internal)));
            self.practice.failed = made.err().map(|error| error.code);
        }
    }

    /// Lays the real store aside, locked as it is, and opens a case that was made. Its time goes on from where it was left.
    pub(crate) fn enter_practice(&mut self, case: PracticeCase) -> Result<(), AppError> {
        self.refuse_open()?;
        let folder = self.practice_place(case).join(STORE);
        let keyring: Arc<dyn Keyring> = Arc::new(NoKeyring);
        let state = State::found(&folder, &keyring);
        if !matches!(state, State::Locked(_)) {
            return Err(state.refusal());
        }
        let setup = Setup { folder, clock: Clock::System, keyring: false };
        self.practice.aside = Some(Aside {
            setup: std::mem::replace(&mut self.setup, setup),
            keyring: std::mem::replace(&mut self.keyring, keyring),
            state: std::mem::replace(&mut self.state, state),
        });
        let entered = open_by_passphrase(self, PASSPHRASE).and_then(|()| self.go_on_from_last());
        if entered.is_err() {
            self.lock();
        }
        entered
    }

    fn go_on_from_last(&mut self) -> Result<(), AppError> {
        let last = self.read(|reader| Ok(store::tables::last_written(reader)?))?;
        self.setup.clock = Clock::Shifted(last.map_or_else(chrono::TimeDelta::zero, |last| last - Utc::now()));
        self.touch();
        Ok(())
    }

    /// Takes the real store up again, where it was laid aside. To be called when the practice store is locked.
    pub(super) fn leave_practice(&mut self) {
        if let Some(Aside { setup, keyring, state }) = self.practice.aside.take() {
            (self.setup, self.keyring, self.state) = (setup, keyring, state);
            self.touch();
        }
    }

    /// Throws a case away.
    pub(crate) fn discard_practice(&mut self, case: PracticeCase) -> Result<(), AppError> {
        self.refuse_open()?;
        self.gather_practice();
        Ok(remove(&self.practice_place(case))?)
    }

    fn refuse_open(&self) -> Result<(), AppError> {
        if self.is_open() { Err(AppError::new(Code::StoreOpen)) } else { Ok(()) }
    }

    /// The folder of a case: beside the real store's, never in it.
    fn practice_place(&self, case: PracticeCase) -> PathBuf {
        let real = self.practice.aside.as_ref().map_or(&self.setup.folder, |aside| &aside.setup.folder);
        let mut name = real.file_name().unwrap_or_default().to_owned();
        name.push("-practice");
        real.with_file_name(name).join(case.name())
    }
}

/// Makes a case under another name first, so that one half made is never opened.
fn make(case: PracticeCase, place: &Path, done: &AtomicU32) -> Result<(), AppError> {
    let under_way = place.with_extension("making");
    remove(&under_way)?;
    let mut script = Script::begin(&under_way)?;
    for (_, phase) in case.phases() {
        phase(&mut script)?;
        done.fetch_add(1, Ordering::Relaxed);
    }
    script.app.lock();
    drop(script);
    remove(place)?;
    Ok(fs::rename(&under_way, place)?)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
