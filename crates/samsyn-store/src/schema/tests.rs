//! Upgrades: migrations only add, an upgrade that is interrupted leaves the old store or the new one, and a backup goes before it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use fs_err as fs;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use tempfile::TempDir;

use super::*;
use crate::backup::{Content, JOURNAL, content};
use crate::engine;
use crate::open::{DATABASE, make_private_file};
use crate::restore::OpenedBackup;
use crate::testing::*;
use crate::vault::DataKey;
use crate::vault::header::NAMES;
use crate::{BackupError, UnlockError, Way};

/// The statements of a migration, each on one line, without comments. Triggers hold statements of their own.
fn statements(sql: &str) -> Vec<String> {
    let bare: String = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let mut found = vec![String::new()];
    for part in bare.split_inclusive(';') {
        let last = found.last_mut().unwrap();
        last.push_str(part);
        let whole = !last.contains("BEGIN") || last.trim_end().ends_with("END;");
        if whole {
            found.push(String::new());
        }
    }
    found.iter().map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|one| !one.is_empty()).collect()
}

/// Whether a statement adds a table, what belongs to it, or a column at the end of one.
fn adds(statement: &str) -> bool {
    let upper = statement.to_uppercase();
    let makes = ["CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ", "CREATE TRIGGER ", "CREATE VIRTUAL TABLE "];
    let column = upper.starts_with("ALTER TABLE ") && upper.contains(" ADD COLUMN ");
    // Rows that were there have no value for it, and nothing is asked of them.
    let free = !upper.contains(" NOT NULL") || upper.contains(" DEFAULT ");
    makes.iter().any(|make| upper.starts_with(make)) || (column && free)
}

#[test]
fn migrations_only_add() {
    let texts = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).unwrap();
    let paths: Vec<PathBuf> = texts.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(paths.len(), MIGRATIONS.len(), "each migration is in the list");
    for path in paths {
        for statement in statements(&fs::read_to_string(&path).unwrap()) {
            assert!(adds(&statement), "{}: {statement}", path.display());
        }
    }
}

#[test]
fn what_takes_away_or_changes_is_told_from_what_adds() {
    for wrong in [
        "DROP TABLE person",
        "ALTER TABLE person RENAME TO human",
        "ALTER TABLE person RENAME COLUMN name TO names",
        "ALTER TABLE person DROP COLUMN name",
        "ALTER TABLE person ADD COLUMN shoe TEXT NOT NULL",
        "UPDATE person SET name = ''",
        "DELETE FROM person",
        "INSERT INTO person (id) VALUES ('1')",
    ] {
        assert!(!adds(wrong), "{wrong}");
    }
    assert!(adds("ALTER TABLE person ADD COLUMN shoe TEXT NOT NULL DEFAULT ''"));
    let trigger = "-- why; so\nCREATE TRIGGER a BEFORE UPDATE ON b BEGIN SELECT 1; END;\nDROP TABLE c;";
    assert_eq!(statements(trigger), ["CREATE TRIGGER a BEFORE UPDATE ON b BEGIN SELECT 1; END;", "DROP TABLE c;"]);
}

/// A store as a program of an older schema left it: with a user and a setting.
struct Older {
    place: Place,
    key: DataKey,
    schema: usize,
}

impl Older {
    fn new(schema: usize) -> Self {
        let place = Place::new();
        let (store, _) = place.create();
        let (key, id) = (store.key.clone(), store.id());
        drop(store.lock(at(1)));
        fs::remove_file(place.file(DATABASE)).unwrap();
        make_private_file(&place.file(DATABASE)).unwrap();
        let mut connection = engine::connect(&place.file(DATABASE), &key).unwrap();
        Migrations::from_slice(MIGRATIONS).to_version(&mut connection, schema).unwrap();
        let rows = format!(
            "INSERT INTO store VALUES ('{id}', '{id}', '2027-02-01T08:00:00Z');
             INSERT INTO user (id, chain_id, name) VALUES ('{USER}', '{id}', 'Anna Berg');
             INSERT INTO setting VALUES ('unit', '{id}', '\"Nexus\"');"
        );
        connection.execute_batch(&rows).unwrap();
        drop(connection);
        Self { place, key, schema }
    }

    fn connect(&self, folder: &Path) -> Connection {
        engine::connect(&folder.join(DATABASE), &self.key).unwrap()
    }

    fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    fn stands(&self) -> (usize, Content) {
        let connection = self.connect(self.folder());
        (usize::try_from(number(&connection).unwrap()).unwrap(), content(&connection).unwrap())
    }

    fn is_whole(&self) {
        let store = self.place.unlock();
        assert_eq!(number(&store.connection).unwrap(), NEWEST);
        assert_eq!(store.read(crate::tables::users).unwrap()[0].name, "Anna Berg");
    }
}

/// Whether what the engine is about to do belongs to a migration's statement, and not to its own tables.
fn is_step(context: &AuthContext<'_>) -> bool {
    matches!(
        context.action,
        AuthAction::CreateTable { .. } | AuthAction::CreateIndex { .. } | AuthAction::CreateTrigger { .. } | AuthAction::AlterTable { .. }
    )
}

#[test]
fn every_older_schema_is_brought_to_the_newest_with_its_rows() {
    for schema in 1..MIGRATIONS.len() {
        Older::new(schema).is_whole();
    }
}

/// The program is refused at each statement in turn, as by a full disk: nothing of the upgrade stays, and the next does it all.
#[test]
fn an_upgrade_that_fails_at_any_statement_leaves_the_old_store() {
    let older = Older::new(6);
    let bytes = || fs::read(older.place.file(DATABASE)).unwrap();
    let (before, mut refused) = (bytes(), 0);
    loop {
        let mut connection = older.connect(older.folder());
        let left = AtomicUsize::new(refused);
        let deny = move |context: AuthContext<'_>| {
            let stops = is_step(&context) && left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_err();
            if stops { Authorization::Deny } else { Authorization::Allow }
        };
        connection.authorizer(Some(deny)).unwrap();
        if migrate(&mut connection).is_ok() {
            break;
        }
        drop(connection);
        assert!(bytes() == before, "after {refused} statements");
        refused += 1;
    }
    assert!(refused > 15, "only {refused} statements were met");
    older.is_whole();
}

/// The files are taken as they lie on the disk at each statement, which is what a killed program leaves. Each opens.
#[test]
fn a_program_that_is_killed_at_any_statement_of_an_upgrade_leaves_the_old_store_or_the_new() {
    let older = Older::new(6);
    let before = older.stands();
    let taken: Arc<Mutex<Vec<TempDir>>> = Arc::default();
    let (folder, into) = (older.folder().to_owned(), Arc::clone(&taken));
    let take = move || {
        let copy = TempDir::new().unwrap();
        for name in [DATABASE, JOURNAL].into_iter().chain(NAMES) {
            if folder.join(name).exists() {
                fs::copy(folder.join(name), copy.path().join(name)).unwrap();
            }
        }
        into.lock().unwrap().push(copy);
    };
    let mut connection = older.connect(older.folder());
    let at_each = take.clone();
    connection
        .authorizer(Some(move |context: AuthContext<'_>| {
            if is_step(&context) {
                at_each();
            }
            Authorization::Allow
        }))
        .unwrap();
    migrate(&mut connection).unwrap();
    take();
    let after = content(&connection).unwrap();
    let taken = taken.lock().unwrap();
    assert!(taken.len() > 15, "only {} moments", taken.len());
    let (mut seen, mut tried) = (Vec::new(), HashSet::new());
    for (moment, copy) in taken.iter().enumerate() {
        // What lies on the disk is often the same at the next moment, and is tried once.
        if !tried.insert([DATABASE, JOURNAL].map(|name| fs::read(copy.path().join(name)).ok())) {
            continue;
        }
        let connection = older.connect(copy.path());
        let found = usize::try_from(number(&connection).unwrap()).unwrap();
        let same = if found == older.schema { content(&connection).unwrap() == before.1 } else { content(&connection).unwrap() == after };
        assert!(same, "between the schemas at moment {moment}");
        seen.push(found);
        drop(connection);
        let passphrase = passphrase();
        let opened = OpenedBackup::open(copy.path(), copy.path(), Way::Passphrase { user: None, passphrase: &passphrase }).unwrap();
        assert_eq!(opened.store().read(crate::tables::users).unwrap()[0].name, "Anna Berg", "at moment {moment}");
    }
    assert_eq!((seen[0], seen[seen.len() - 1]), (older.schema, MIGRATIONS.len()));
}

#[test]
fn a_verified_backup_of_the_old_store_goes_before_an_upgrade_and_stays_until_the_next() {
    let older = Older::new(3);
    let before = older.stands();
    let earlier = older.place.file("backups/before-schema-2");
    fs::create_dir_all(&earlier).unwrap();
    fs::write(earlier.join(DATABASE), "en tidigare").unwrap();
    older.is_whole();
    let backup = older.place.file(&format!("backups/before-schema-{NEWEST}"));
    let connection = older.connect(&backup);
    assert_eq!((number(&connection).unwrap(), content(&connection).unwrap()), (3, before.1));
    assert!(!earlier.exists(), "the one before it is let go of");
    drop(connection);
    older.is_whole();
    assert!(backup.exists(), "nothing was upgraded, and it stays");
}

#[test]
fn without_its_backup_nothing_is_upgraded() {
    let older = Older::new(3);
    let before = older.stands();
    let backups = older.place.file("backups");
    fs::write(&backups, "en fil där mappen skulle ligga").unwrap();
    let refused = older.place.locked().unlock(Way::Passphrase { user: None, passphrase: &passphrase() });
    assert!(matches!(refused, Err((_, UnlockError::Backup(BackupError::Io(_))))));
    // The locked store that came back holds the place.
    drop(refused);
    assert_eq!(older.stands(), before);
    fs::remove_file(&backups).unwrap();
    older.is_whole();
}

#[test]
fn an_older_program_can_say_which_version_is_needed() {
    let (_place, store) = store_with_case();
    assert_eq!(signed_by(&store.connection, NEWEST).as_deref(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(signed_by(&store.connection, NEWEST + 1), None);
}
