//! A backup that is made beside the work: the store is written to meanwhile, and the lock never waits for more than a moment.

use super::{App, State};
use crate::{AppError, Code};
use chrono::{DateTime, Utc};
use samsyn_plan::{
    backups::{BackupMade, BackupPlan},
    ids::RecordId,
};
use samsyn_store::{self as store, Act, BackupError, BackupReport, Chain, Copying, Kind, Stop};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread::{self, JoinHandle},
};
use uuid::Uuid;

/// The setting that says where backups go, how often and how many are kept.
pub(crate) const PLAN: &str = "backups";
/// The name of what is entered in the log of changes when a backup counts: no command of its own.
const COMMAND: &str = "store.backup_made";

/// The backup that is being made, if one is, and why the last one was not.
#[derive(Default)]
pub(crate) struct Backing {
    running: Option<Running>,
    pub(crate) failed: Option<AppError>,
}

/// A backup under way in a thread of its own.
struct Running {
    thread: JoinHandle<Result<BackupReport, BackupError>>,
    stop: Stop,
    /// How much is copied, in percent. At 100 it is being compared.
    percent: Arc<AtomicU8>,
    folder: PathBuf,
    /// When it was begun: what was written later is not in it.
    begun: DateTime<Utc>,
}

impl Backing {
    /// How much of the backup that is being made is copied, in percent; nothing where none is made.
    pub(crate) fn percent(&self) -> Option<u8> {
        self.running.as_ref().map(|running| running.percent.load(Ordering::Relaxed))
    }
}

impl Running {
    fn begin(copying: Copying, folder: &Path, begun: DateTime<Utc>) -> Result<Self, AppError> {
        let (stop, percent) = (copying.stopper(), Arc::new(AtomicU8::new(0)));
        let told = Arc::clone(&percent);
        let work = move || {
            copying.finish(|done, of| {
                let share = done.saturating_mul(100) / of.max(1);
                told.store(u8::try_from(share).unwrap_or(100), Ordering::Relaxed);
            })
        };
        let thread = thread::Builder::new().name("backup".to_owned()).spawn(work)?;
        Ok(Self { thread, stop, percent, folder: folder.to_owned(), begun })
    }
}

impl App {
    /// Backs the store up to a new folder, and waits for it; `progress` hears how many bytes of how many are copied.
    pub fn backup(&mut self, folder: &Path, progress: impl FnMut(u64, u64)) -> Result<BackupReport, AppError> {
        let begun = self.setup.clock.now();
        let report = self.copying(folder, begun)?.finish(progress).map_err(refusal)?;
        self.enter_backup(folder, &report, begun)?;
        Ok(report)
    }

    /// Begins a backup in the place that was chosen for them. It counts, and is entered, when [`App::gather_backup`] finds it
    /// done.
    pub(crate) fn begin_backup(&mut self) -> Result<(), AppError> {
        self.gather_backup()?;
        if self.backing.running.is_some() {
            return Err(AppError::new(Code::BackupRunning));
        }
        let plan = self.backup_plan()?;
        if plan.place.is_empty() {
            return Err(AppError::at(Code::EmptyField, "place"));
        }
        let folder = self.new_backup_folder(Path::new(&plan.place))?;
        let begun = self.setup.clock.now();
        let copying = self.copying(&folder, begun)?;
        self.backing = Backing { running: Some(Running::begin(copying, &folder, begun)?), failed: None };
        Ok(())
    }

    /// Enters the backup that was being made, if it is done. To be called now and then.
    pub(crate) fn gather_backup(&mut self) -> Result<(), AppError> {
        match self.backing.running.take_if(|running| running.thread.is_finished()) {
            Some(running) => self.end_backup(running),
            None => Ok(()),
        }
    }

    /// Waits for the end of a backup, and enters it if it counts.
    fn end_backup(&mut self, running: Running) -> Result<(), AppError> {
        // A thread that fell leaves no backup behind.
        let made = running.thread.join().unwrap_or(Err(BackupError::Stopped)).map_err(refusal);
        match made {
            Ok(report) => {
                self.enter_backup(&running.folder, &report, running.begun)?;
                self.thin_backups(&running.folder)
            }
            Err(error) => {
                self.backing.failed = Some(error);
                Ok(())
            }
        }
    }

    /// Stops the backup that is being made: before the lock, before something is erased, and before the store's key is changed.
    /// One that is done by then counts, and is entered.
    pub(crate) fn stop_backup(&mut self) {
        if let Some(running) = self.backing.running.take() {
            running.stop.stop();
            // It ends within a moment, and holds the store's key until then. One that cannot be entered lies in its folder all
            // the same.
            if let Err(error) = self.end_backup(running) {
                self.backing.failed = Some(error);
            }
        }
    }

    /// Where backups go, how often and how many are kept.
    pub(crate) fn backup_plan(&self) -> Result<BackupPlan, AppError> {
        self.read(|reader| Ok(store::tables::setting(reader, PLAN)?.unwrap_or_default()))
    }

    /// Seals the log and begins to copy.
    fn copying(&mut self, folder: &Path, now: DateTime<Utc>) -> Result<Copying, AppError> {
        let session = self.session_mut()?;
        session.store.seal(now)?;
        session.store.begin_backup(folder).map_err(refusal)
    }

    /// A folder for a backup of now that is not there yet.
    fn new_backup_folder(&self, place: &Path) -> Result<PathBuf, AppError> {
        let (id, now) = (self.session()?.store.id(), self.setup.clock.now());
        let later = |seconds: i64| place.join(store::new_backup_name(id, now + chrono::TimeDelta::seconds(seconds)));
        (0..60).map(later).find(|folder| !folder.exists()).ok_or_else(|| AppError::at(Code::StoreExists, "folder"))
    }

    /// Enters that a backup counts, which holds what had been written when it was begun.
    fn enter_backup(&mut self, folder: &Path, report: &BackupReport, begun: DateTime<Utc>) -> Result<(), AppError> {
        let at = self.setup.clock.now();
        let State::Open(session) = &mut self.state else { return Err(self.state.refusal()) };
        let id = Uuid::now_v7();
        let made = BackupMade {
            id: RecordId(id),
            at: begun,
            by: session.user.name.clone(),
            folder: folder.to_string_lossy().into_owned(),
            rows: u32::try_from(report.rows).unwrap_or(u32::MAX),
            megabytes: megabytes(report.bytes),
        };
        let act = entry(COMMAND, id, at, session.user.id);
        Ok(session.store.write(act, |writer| store::table::insert(writer, &made))?)
    }

    /// Lets go of the oldest of the store's own backups, now that a newer one counts.
    fn thin_backups(&self, made: &Path) -> Result<(), AppError> {
        let plan = self.backup_plan()?;
        store::thin_backups(Path::new(&plan.place), self.session()?.store.id(), plan.keep.into(), made);
        Ok(())
    }
}

/// What is entered on the store's own chain about a backup.
pub(crate) fn entry(command: &'static str, id: Uuid, at: DateTime<Utc>, actor: samsyn_plan::ids::UserId) -> Act<'static> {
    Act { command_id: id, chain: Chain::Store, command, arguments: Value::Null, actor, at, kind: Kind::Act }
}

/// Whole megabytes, rounded up.
fn megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1 << 20)).unwrap_or(u32::MAX)
}

/// Why there is no backup.
pub(crate) fn refusal(error: BackupError) -> AppError {
    match error {
        BackupError::Exists => AppError::at(Code::StoreExists, "folder"),
        BackupError::PlaceMissing => AppError::at(Code::BackupPlaceMissing, "folder"),
        BackupError::InStore => AppError::at(Code::BackupInStore, "folder"),
        BackupError::ReadOnly => AppError::at(Code::BackupReadOnly, "folder"),
        BackupError::Full { missing: 0 } => AppError::at(Code::BackupDiskFilled, "folder"),
        BackupError::Full { missing } => AppError::at(Code::BackupNoRoom, "folder").with(json!({ "missing": megabytes(missing) })),
        BackupError::Damaged => AppError::new(Code::StoreDamaged),
        BackupError::Differs | BackupError::Engine(_) => AppError::new(Code::BackupDiffers),
        BackupError::Stopped => AppError::new(Code::BackupStopped),
        BackupError::Io(error) => error.into(),
        BackupError::Store(error) => error.into(),
    }
}
