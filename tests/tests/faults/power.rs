//! The power goes at any moment: the store opens, and everything that was acknowledged is there.

use std::path::Path;

use samsyn_app::App;
use samsyn_tests::faults::disk::{Disk, Fate, Replayed};
use samsyn_tests::faults::trace::{Event, events, traced};
use samsyn_tests::faults::worker::{DOCUMENT, Said, document};
use samsyn_tests::faults::{self, Hand, Held, Random, Step};
use serde_json::json;

use super::backups::{key, python};

/// How often the power goes on CI while commands are written, and while something else is done. R2 of the limits asks for 500
/// altogether.
const COMMANDS: usize = 360;
const OTHERS: usize = 60;

/// How many of the points of a control there are; at some of them something must be lost.
const CONTROL: usize = 40;

/// What a worker did to the files of a place, and how these were before.
struct Recorded {
    place: tempfile::TempDir,
    before: tempfile::TempDir,
    /// What stood in the store before.
    held: Held,
    events: Vec<Event>,
}

/// What was acknowledged when the power went.
#[derive(Clone, Default)]
struct Acknowledged {
    held: Held,
    under_way: Option<Step>,
    backups: Vec<(String, Held)>,
    /// How many documents have been saved over each other.
    documents: usize,
}

/// What came of a recording, power cut by power cut.
#[derive(Default)]
struct Outcome {
    points: usize,
    losses: Vec<String>,
}

#[test]
fn a_power_cut_takes_no_acknowledged_command() {
    let seed = faults::seed();
    let recorded = Recorded::of(&["write", &seed.to_string(), "1", "60"], nothing_more);
    recorded.cut(Disk::Honest, faults::scaled(COMMANDS), &mut Random::of(seed, "commands")).none_lost();

    // The same calls on a disk that says it has written, and has not; and with a journal that nobody syncs. A replay that
    // found nothing there would find nothing anywhere.
    for disk in [Disk::Lying, Disk::JournalUnsynced] {
        let control = recorded.cut(disk, CONTROL, &mut Random::of(seed, "control"));
        eprintln!("{disk:?}: {} of {CONTROL} lose something", control.losses.len());
        assert!(control.losses.len() * 10 > CONTROL, "{disk:?} loses only {:?}", control.losses);
    }
}

#[test]
fn a_power_cut_while_a_backup_is_made_leaves_a_whole_one_or_none() {
    let seed = faults::seed();
    let recorded = Recorded::of(&["backup", &seed.to_string(), "2"], nothing_more);
    recorded.cut(Disk::Honest, faults::scaled(OTHERS), &mut Random::of(seed, "backup")).none_lost();
    let control = recorded.cut(Disk::Lying, CONTROL, &mut Random::of(seed, "control"));
    assert!(!control.losses.is_empty(), "a lying disk loses no backup");
}

#[test]
fn a_power_cut_while_the_key_is_changed_leaves_the_old_key_or_the_new() {
    let seed = faults::seed();
    let recorded = Recorded::of(&["rekey"], |app, held| {
        Hand::begin(app, Random::of(seed, "before"), 1).write(app, 12, held);
    });
    assert_ne!(key(recorded.place.path()), key(recorded.before.path()), "the worker changed the key");
    recorded.cut(Disk::Honest, faults::scaled(OTHERS), &mut Random::of(seed, "rekey")).none_lost();
}

#[test]
fn a_power_cut_while_the_schema_is_upgraded_leaves_the_old_or_the_new() {
    let seed = faults::seed();
    let recorded = Recorded::of_older(&["write", &seed.to_string(), "2", "3"], |app, held| {
        Hand::begin(app, Random::of(seed, "before"), 1).write(app, 12, held);
    });
    assert!(recorded.place.path().join("store/backups").is_dir(), "the worker upgraded, and made a backup before");
    recorded.cut(Disk::Honest, faults::scaled(OTHERS), &mut Random::of(seed, "upgrade")).none_lost();
}

/// A file for somebody else is there whole, or the older one is, or none: and the newer one once it has been told of.
#[test]
fn a_power_cut_while_a_document_is_saved_leaves_a_whole_one() {
    let seed = faults::seed();
    let recorded = Recorded::of(&["export", "6"], nothing_more);
    recorded.cut(Disk::Honest, faults::scaled(OTHERS), &mut Random::of(seed, "export")).none_lost();
    let control = recorded.cut(Disk::Lying, CONTROL, &mut Random::of(seed, "control"));
    assert!(!control.losses.is_empty(), "a lying disk loses no document");
}

fn nothing_more(_: &mut App, _: &mut Held) {}

/// Undoes the newest upgrade: it has only added tables, in which no row stands yet, and columns.
const OLDER: &str = "\
import sqlcipher3, sys
store = sqlcipher3.connect(sys.argv[1])
store.execute('PRAGMA key = \"x\\'' + sys.argv[2] + '\\'\"')
for statement in sys.argv[4:]:
    store.execute(statement)
store.execute('PRAGMA user_version = ' + sys.argv[3])
store.commit()
store.execute('PRAGMA wal_checkpoint(TRUNCATE)')
store.close()";

/// The number of the schema before the newest, and the statements that take away what the newest added.
fn newest_upgrade() -> (usize, Vec<String>) {
    let folder = samsyn_tests::project().join("crates/samsyn-store/migrations");
    let mut files: Vec<_> = fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let newest = fs_err::read_to_string(files.last().unwrap()).unwrap();
    (files.len() - 1, newest.lines().filter_map(taken_away).collect())
}

/// The statement that takes away what a line of an upgrade adds.
fn taken_away(line: &str) -> Option<String> {
    let table = line.strip_prefix("CREATE TABLE ").and_then(|rest| rest.split(' ').next());
    let column = line.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" ADD COLUMN "));
    let column = column.and_then(|(table, rest)| Some(format!("ALTER TABLE {table} DROP COLUMN {}", rest.split(' ').next()?)));
    table.map(|table| format!("DROP TABLE {table}")).or(column)
}

impl Recorded {
    /// Lets a worker do something under strace, in a place with a new store that has been made ready.
    fn of(work: &[&str], ready: impl FnOnce(&mut App, &mut Held)) -> Self {
        Self::prepared(work, ready, |_| ())
    }

    /// The same with a store of the schema before the newest.
    fn of_older(work: &[&str], ready: impl FnOnce(&mut App, &mut Held)) -> Self {
        let (number, statements) = newest_upgrade();
        Self::prepared(work, ready, |place| {
            let (database, key, number) = (place.join("store/samsyn.db"), key(place), number.to_string());
            let fixed = [database.as_os_str(), key.as_ref(), number.as_ref()];
            python(OLDER, &fixed.into_iter().chain(statements.iter().map(AsRef::as_ref)).collect::<Vec<_>>());
        })
    }

    fn prepared(work: &[&str], ready: impl FnOnce(&mut App, &mut Held), older: impl FnOnce(&Path)) -> Self {
        let (place, before, record) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::NamedTempFile::new().unwrap());
        let (mut app, _) = faults::create(place.path());
        let mut held = Held::default();
        ready(&mut app, &mut held);
        app.lock();
        drop(app);
        older(place.path());
        copy(place.path(), before.path());
        let mut command = traced(&samsyn_tests::program("faults"), record.path());
        let said = command.arg(work[0]).arg(place.path()).args(&work[1..]).output().expect("strace: `cargo xtask test` installs it");
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let events = events(&fs_err::read_to_string(record.path()).unwrap());
        Self { place, before, held, events }
    }

    /// Cuts the power at so many points, spread over the record, and looks at what is left.
    fn cut(&self, disk: Disk, points: usize, random: &mut Random) -> Outcome {
        let mut replayed = Replayed::begin(self.before.path(), self.place.path(), disk);
        let mut acknowledged = Acknowledged { held: self.held.clone(), ..Acknowledged::default() };
        // Half of them anywhere, and half where files change their names: few calls, and each of them decides something.
        let names = |(number, event): (usize, &Event)| matches!(event, Event::Rename(..) | Event::Remove(_)).then_some(number);
        let turns: Vec<usize> = self.events.iter().enumerate().filter_map(names).collect();
        let anywhere = |random: &mut Random| random.below(self.events.len());
        let mut chosen: Vec<usize> = (0..points)
            .map(|point| match turns.get(point / 2 % turns.len().max(1)) {
                Some(turn) if point % 2 == 0 => (turn + random.below(6)).min(self.events.len() - 1),
                _ => anywhere(random),
            })
            .collect();
        chosen.sort_unstable();
        let (mut outcome, mut chosen) = (Outcome::default(), chosen.into_iter().peekable());
        for (number, event) in self.events.iter().enumerate() {
            replayed.play(event);
            if let Event::Said(line) = event {
                acknowledged.hear(Said::read(line));
            }
            while chosen.next_if_eq(&number).is_some() {
                let fate = [Fate::Torn, Fate::Torn, Fate::Dropped, Fate::Kept][outcome.points % 4];
                let left = memory_folder();
                replayed.cut(fate, random, left.path());
                outcome.points += 1;
                if let Err(lost) = acknowledged.check(left.path(), &self.before.path().join("keyring")) {
                    outcome.losses.push(format!("call {number} of {}, {fate:?}: {lost}", self.events.len()));
                }
            }
        }
        outcome
    }
}

impl Outcome {
    #[track_caller]
    fn none_lost(&self) {
        assert!(self.points > 0);
        assert!(self.losses.is_empty(), "{} of {} lose something:\n{}", self.losses.len(), self.points, self.losses.join("\n"));
    }
}

impl Acknowledged {
    fn hear(&mut self, said: Said) {
        match said {
            Said::Try(step) => self.under_way = Some(*step),
            Said::Done(case) => {
                if let Some(step) = self.under_way.take() {
                    self.held.acknowledged(&step, case.as_deref());
                }
            }
            Said::Backup(name) => self.backups.push((name, self.held.clone())),
            Said::Reached(_) => self.documents += 1,
        }
    }

    /// Opens what is left of a place, and each of its backups, by the keyring as it was before.
    fn check(&self, left: &Path, keyring: &Path) -> Result<(), String> {
        let _ = fs_err::remove_dir_all(left.join("keyring"));
        copy(keyring, &left.join("keyring"));
        whole(left, &self.held, self.under_way.as_ref())?;
        for entry in fs_err::read_dir(left).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            if !name.starts_with("backup-") {
                continue;
            }
            // A backup that is there under its name is whole, whether it was told of or not.
            let held = self.backups.iter().find(|(told, _)| *told == name).map_or(&self.held, |(_, held)| held);
            let restored = memory_folder();
            copy(&left.join(&name), &restored.path().join("store"));
            copy(keyring, &restored.path().join("keyring"));
            whole(restored.path(), held, None).map_err(|lost| format!("{name}: {lost}"))?;
        }
        if let Some((name, _)) = self.backups.iter().find(|(name, _)| !left.join(name).is_dir()) {
            return Err(format!("{name} is gone"));
        }
        self.document(&left.join(DOCUMENT))
    }

    /// The document that was told of last, or the one that was being written over it, whole.
    fn document(&self, path: &Path) -> Result<(), String> {
        let whole = |number: usize| document(number);
        match fs_err::read(path) {
            Ok(bytes) if bytes == whole(self.documents) || bytes == whole(self.documents + 1) => Ok(()),
            Err(_) if self.documents == 0 => Ok(()),
            other => Err(format!("{} documents were saved, and there is {:?} bytes", self.documents, other.map(|bytes| bytes.len()))),
        }
    }
}

/// The store of a place opens, is whole, and holds what it must.
fn whole(place: &Path, held: &Held, under_way: Option<&Step>) -> Result<(), String> {
    let mut app = faults::open_anyhow(place).map_err(|refusal| format!("the store does not open: {refusal:?}"))?;
    held.check(&mut app, None, under_way)?;
    match app.call("store.verify", json!({})) {
        Ok(report) if report["whole"] == true => Ok(()),
        other => Err(format!("the store is not whole: {other:?}")),
    }
}

/// A folder in memory, where there is one: what is written there is read once.
fn memory_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Copies a folder with all that is in it.
pub(super) fn copy(from: &Path, to: &Path) {
    fs_err::create_dir_all(to).unwrap();
    for entry in fs_err::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs_err::copy(entry.path(), there).unwrap();
        }
    }
}
