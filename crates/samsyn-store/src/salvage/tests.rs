//! A store with made-up cases is damaged in every way that a disk can, and what comes back is compared with what was there.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use samsyn_plan::drafts::Goal;
use samsyn_plan::ids::{CaseId, GoalId};
use samsyn_plan::person::Person;

use super::*;
use crate::log::Chain;
use crate::table::{all, insert, update};
use crate::tables::{case_list, open_case, put_blob};
use crate::testing::*;
use crate::*;

const CASES: u128 = 40;
const GOALS: u128 = 4;

/// A closed store with many cases, and all its rows as the engine read them before the damage.
struct Sample {
    place: Place,
    key: DataKey,
    rows: Rows,
}

type Rows = BTreeMap<(String, i64), Vec<Value>>;

fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(1000 + number))
}

fn text(case: u128, number: u128, state: &str) -> String {
    format!("{state} mål {number} i ärende {case}: att orka med vardagen. ").repeat(4)
}

/// Writes `CASES` cases with their goals, each goal changed once, and one in eight with a file of some pages.
fn write_cases(store: &mut Store) {
    for number in 0..CASES {
        let person_id = PersonId(Uuid::from_u128(500 + number));
        let person = Person { id: person_id, ..named(person_id, "19830417-2383", "Karin", &format!("Lindberg{number}")) };
        store.write(draft(Chain::Person(person_id), "person.add", 1), |w| insert(w, &person)).unwrap();
        let entry = tables::CaseEntry { id: case(number), number: format!("SIP-2027-{number:04}"), person: person_id, ..entry() };
        store.write(act(Chain::Case(case(number)), "case.open", 2), |w| open_case(w, &entry)).unwrap();
        for place in 0..GOALS {
            let id = GoalId(Uuid::from_u128(100_000 + number * 100 + place));
            let goal = Goal { id, position: 1, text: text(number, place, "Första"), ..Goal::default() };
            store.write(draft(Chain::Case(case(number)), "draft.add", 3), |w| insert(w, &goal)).unwrap();
            let goal = Goal { text: text(number, place, "Andra"), ..goal };
            store.write(draft(Chain::Case(case(number)), "draft.set", 4), |w| update(w, &goal)).unwrap();
        }
        if number % 8 == 0 {
            let bytes = format!("fil {number} ").repeat(1500).into_bytes();
            store.write(act(Chain::Case(case(number)), "attachment.add", 5), |w| put_blob(w, &bytes).map(drop)).unwrap();
        }
    }
}

impl Sample {
    fn new() -> Self {
        let place = Place::new();
        let (mut store, _) = place.create();
        write_cases(&mut store);
        store.seal(at(90)).unwrap();
        let (rows, key) = (rows_of(&store.connection), store.key.clone());
        drop(store.lock(at(100)));
        Self { place, key, rows }
    }

    fn damaged(&self) -> DamagedStore {
        DamagedStore::open(self.place.locked().into_home(), self.key.clone(), None).map_err(|(_, error)| error).unwrap()
    }

    fn database(&self) -> PathBuf {
        self.place.file(DATABASE)
    }

    fn pages(&self) -> usize {
        usize::try_from(fs::metadata(self.database()).unwrap().len()).unwrap() / pages::PAGE
    }

    /// The database with some of its bytes changed; put back afterwards.
    fn with(&self, change: impl FnOnce(&mut Vec<u8>), look: impl FnOnce(&Self)) {
        let whole = fs::read(self.database()).unwrap();
        let mut bytes = whole.clone();
        change(&mut bytes);
        fs::write(self.database(), &bytes).unwrap();
        look(self);
        assert!(fs::read(self.database()).unwrap() == bytes, "the damaged file was changed");
        fs::write(self.database(), whole).unwrap();
    }
}

/// Every row of every table that is not made of others.
fn rows_of(connection: &Connection) -> Rows {
    let mut statement = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
    let mut names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    names.retain(|name| !name.starts_with("person_words") && !name.starts_with("sqlite_") && name != "person_search");
    let mut found = Rows::new();
    for name in names {
        let mut statement = connection.prepare(&format!("SELECT rowid, * FROM \"{name}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values = (1..columns).map(|index| row.get(index).unwrap()).collect();
            found.insert((name.clone(), row.get(0).unwrap()), values);
        }
    }
    found
}

fn salvaged(damaged: &DamagedStore) -> (Rows, Survey) {
    let mut memory = Connection::open_in_memory().unwrap();
    let survey = damaged.fill(&mut memory, at(200)).unwrap();
    (rows_of(&memory), survey)
}

/// Rows of the sample that did not come back, and rows that came back as other than they were. Notes are the salvage's own, and so
/// is the day on which a store was made whose one row is lost.
fn compare(sample: &Rows, found: &Rows) -> (usize, Vec<(String, i64)>) {
    let lost = sample.keys().filter(|key| !found.contains_key(*key)).count();
    let wrong = found.iter().filter(|(key, values)| !["alarm", "store"].contains(&key.0.as_str()) && sample.get(*key) != Some(values));
    (lost, wrong.map(|(key, _)| key.clone()).collect())
}

/// Small, repeatable randomness.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).unwrap()
    }
}

#[test]
fn a_whole_store_is_read_as_the_engine_reads_it() {
    let sample = Sample::new();
    let (rows, survey) = salvaged(&sample.damaged());
    assert!(survey.is_whole(), "{survey:?}");
    assert_eq!(survey.bad, Vec::<u32>::new());
    assert_eq!(compare(&sample.rows, &rows), (0, Vec::new()));
    assert_eq!(survey.cases.len() as u128, CASES);
}

#[test]
fn a_journal_that_was_never_written_back_is_read() {
    let place = Place::new();
    let (mut store, _) = place.create();
    write_cases(&mut store);
    let (rows, key) = (rows_of(&store.connection), store.key.clone());
    // As a power cut leaves it: the files of an open store, copied.
    let copy = Place::new();
    for file in fs::read_dir(place.folder.path()).unwrap().flatten().filter(|file| file.file_type().unwrap().is_file()) {
        fs::copy(file.path(), copy.file(&file.file_name().to_string_lossy())).unwrap();
    }
    assert!(fs::metadata(copy.file("samsyn.db-wal")).unwrap().len() > 100_000);
    let damaged = DamagedStore::open(copy.locked().into_home(), key, None).map_err(|(_, error)| error).unwrap();
    let (found, survey) = salvaged(&damaged);
    assert!(survey.is_whole(), "{survey:?}");
    assert_eq!(compare(&rows, &found), (0, Vec::new()));
}

#[test]
fn each_flipped_bit_is_noticed_and_no_wrong_text_comes_back() {
    let sample = Sample::new();
    let mut dice = Dice(7);
    let rounds = std::env::var("SAMSYN_FLIPS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let mut all_lost = 0;
    for round in 0..rounds {
        // The first 16 bytes are known without the file, and unlocking looks at them: a flip there costs nothing.
        let (byte, bit) = (16 + dice.below(sample.pages() * pages::PAGE - 16), dice.below(8));
        sample.with(
            |bytes| bytes[byte] ^= 1 << bit,
            |sample| {
                let (rows, survey) = salvaged(&sample.damaged());
                assert_eq!(survey.bad, [u32::try_from(byte / pages::PAGE).unwrap() + 1], "round {round}, byte {byte}");
                let (lost, wrong) = compare(&sample.rows, &rows);
                assert_eq!(wrong, Vec::new(), "round {round}, byte {byte}");
                all_lost += lost;
            },
        );
    }
    println!("{all_lost} rows lost in {rounds} rounds of {} rows each", sample.rows.len());
}

#[test]
fn each_page_in_turn_can_be_lost() {
    let sample = Sample::new();
    let mut all_lost = 0;
    let (mut rounds, step) = (0, if std::env::var_os("SAMSYN_FLIPS").is_some() { 1 } else { 11 });
    for page in (0..sample.pages()).step_by(step) {
        rounds += 1;
        sample.with(
            |bytes| bytes[page * pages::PAGE..(page + 1) * pages::PAGE].fill(0),
            |sample| {
                let (rows, survey) = salvaged(&sample.damaged());
                let number = page + 1;
                assert_eq!(survey.bad, [u32::try_from(number).unwrap()]);
                let (lost, wrong) = compare(&sample.rows, &rows);
                assert_eq!(wrong, Vec::new(), "page {number}");
                let tables: Vec<_> = survey.tables.iter().filter(|(_, table)| table.lost > 0).collect();
                println!("page {number}: {lost} lost, {tables:?}, unplaced {}, gap {}", survey.unplaced, survey.log_gap);
                // One page of the log's smallest rows is the most: everything else comes back.
                assert!(lost <= 30, "page {number}: {lost} rows lost: {tables:?}");
                let hurt = survey.cases.iter().filter(|case| matches!(case.state, CaseState::Hurt | CaseState::Lost)).count();
                assert!(hurt <= 1, "page {number}: {hurt} cases hurt");
                all_lost += lost;
            },
        );
    }
    println!("{all_lost} rows lost in {rounds} pages");
    assert!(all_lost * 1000 < sample.rows.len() * rounds * 3, "{all_lost} rows lost of {}", sample.rows.len());
}

#[test]
fn the_salvaged_store_takes_the_damaged_ones_place_and_the_damaged_one_stays() {
    let sample = Sample::new();
    let mut hurt = fs::read(sample.database()).unwrap();
    let middle = sample.pages() / 2 * pages::PAGE + 99;
    hurt[middle] ^= 4;
    fs::write(sample.database(), &hurt).unwrap();
    let (store, survey) = sample.damaged().replace(at(300)).map_err(|(_, error)| error).unwrap();
    assert_eq!(survey.bad.len(), 1);
    drop(store.lock(at(301)));
    let store = sample.place.unlock();
    assert_eq!(store.read(case_list).unwrap().len() as u128, CASES);
    for number in 0..CASES {
        let goals: Vec<Goal> = store.read(|r| all(r, case(number).0)).unwrap();
        assert!(goals.iter().all(|goal| goal.text.starts_with("Andra")));
    }
    assert_eq!(store.seal_state(), SealState::Matches, "a salvage is no alarm");
    let entries = fs::read_dir(sample.place.folder.path()).unwrap().flatten();
    let aside = entries.map(|entry| entry.path()).find(|path| path.join(DATABASE).exists()).unwrap();
    assert!(fs::read(aside.join(DATABASE)).unwrap() == hurt, "the damaged database is kept as it is");
}

#[test]
fn a_case_that_lost_rows_and_history_is_mended_from_a_backup_and_keeps_what_is_newer() {
    let sample = Sample::new();
    let elsewhere = tempfile::TempDir::new().unwrap();
    let backup = elsewhere.path().join("kopia");
    let mut store = sample.place.unlock();
    store.seal(at(110)).unwrap();
    store.backup(&backup, |_, _| {}).unwrap();
    let goal = Goal { id: GoalId(Uuid::from_u128(999_999)), position: 9, text: "Skrivet efter kopian".to_owned(), ..Goal::default() };
    store.write(draft(Chain::Case(case(3)), "draft.add", 120), |w| insert(w, &goal)).unwrap();
    store.seal(at(121)).unwrap();
    // What two lost pages cost: rows of the case, and the changes that knew of them.
    store.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    store.connection.execute_batch("DROP TRIGGER change_kept_delete").unwrap();
    let chain = case(3).to_string();
    store.connection.execute("DELETE FROM goal WHERE chain_id = ?1 AND id <> ?2", [&chain, &goal.id.to_string()]).unwrap();
    store.connection.execute("DELETE FROM change WHERE chain = ?1 AND place IN (2, 3, 4)", [&chain]).unwrap();
    store.connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    assert_eq!(store.check_chain(Chain::Case(case(3))).unwrap(), ChainState::Altered);

    let opened =
        restore::OpenedBackup::open(&backup, sample.place.folder.path(), Way::Passphrase { user: None, passphrase: &passphrase() })
            .unwrap();
    let mended = store.mend_case(&act(Chain::Store, "store.mend_case", 130), opened.store(), case(3)).unwrap();
    assert_eq!(mended, log::Mended { whole: true, changes: 3 });
    assert_eq!(store.check_chain(Chain::Case(case(3))).unwrap(), ChainState::Intact);
    let goals: Vec<Goal> = store.read(|r| all(r, case(3).0)).unwrap();
    assert_eq!(goals.len() as u128, GOALS + 1);
    assert!(goals.iter().any(|goal| goal.text == "Skrivet efter kopian"), "what is newer than the backup stays");
    assert!(goals.iter().filter(|goal| goal.position == 1).all(|goal| goal.text.starts_with("Andra")));
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// Without its settings nobody gets into a store, so that they come back also where the newest change of theirs is lost.
#[test]
fn lost_settings_come_back_though_nothing_confirms_them() {
    let sample = Sample::new();
    let mut store = sample.place.unlock();
    for (command, value) in [("store.create", "Nexus"), ("store.change_settings", "Nexus 2"), ("store.change_settings", "Nexus 3")] {
        store.write::<_, StoreError>(act(Chain::Store, command, 110), |w| tables::set_setting(w, "organisation", &value)).unwrap();
    }
    store.connection.execute_batch("DROP TRIGGER change_kept_delete").unwrap();
    let own = store.id().to_string();
    store.connection.execute("DELETE FROM setting WHERE id = 'organisation'", []).unwrap();
    store.connection.execute("DELETE FROM change WHERE number = (SELECT max(number) FROM change WHERE chain = ?1)", [own]).unwrap();
    drop(store.lock(at(120)));
    let (store, _) = sample.damaged().replace(at(300)).map_err(|(_, error)| error).unwrap();
    assert_eq!(store.read(|r| tables::setting::<String>(r, "organisation")).unwrap().as_deref(), Some("Nexus 2"));
    assert_eq!(store.check_chain(Chain::Store).unwrap(), ChainState::Altered, "it is told that they may be older");
    drop(store.lock(at(301)));

    // Nothing more can be had of it, so that no copy after the other is set aside.
    let aside = |sample: &Sample| fs::read_dir(sample.place.folder.path()).unwrap().flatten().filter(|entry| entry.path().is_dir()).count();
    let copies = aside(&sample);
    for _ in 0..2 {
        let (store, _) = sample.damaged().replace(at(400)).map_err(|(_, error)| error).unwrap();
        drop(store.lock(at(401)));
    }
    assert_eq!(aside(&sample), copies);
}

#[test]
fn what_an_interrupted_salvage_left_is_removed_by_the_next() {
    let sample = Sample::new();
    let left = sample.place.file(&format!("{UNFINISHED}{}-abc", sample.damaged().id().simple()));
    let others = sample.place.file(&format!("{UNFINISHED}{}-abc", Uuid::nil().simple()));
    for folder in [&left, &others] {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join(DATABASE), b"half").unwrap();
    }
    sample.damaged().salvage(&sample.place.file("ny"), at(300)).unwrap();
    assert!(!left.exists() && others.exists(), "only what is this store's own");
}

/// Rows that were made anew of a log whose newest change is lost are not called whole.
#[test]
fn rows_made_anew_of_a_log_that_lost_its_newest_change_are_hurt() {
    let sample = Sample::new();
    let store = sample.place.unlock();
    let chain = case(3).to_string();
    store.connection.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER change_kept_delete").unwrap();
    // The last change wrote the last goal's words, and both are lost.
    let last = GoalId(Uuid::from_u128(100_000 + 300 + GOALS - 1)).to_string();
    store.connection.execute("DELETE FROM goal WHERE chain_id = ?1", [&chain]).unwrap();
    let newest = "DELETE FROM change WHERE chain = ?1 AND place = (SELECT max(place) FROM change WHERE chain = ?1)";
    store.connection.execute(newest, [&chain]).unwrap();
    drop(store.lock(at(120)));
    let (rows, survey) = salvaged(&sample.damaged());
    let of_case = |fate: &&CaseFate| fate.case == case(3);
    assert_eq!(survey.cases.iter().find(of_case).map(|fate| fate.state), Some(CaseState::Hurt));
    let older = rows.values().any(|row| row.contains(&Value::Text(last.clone())) && format!("{row:?}").contains("Första"));
    assert!(older, "what the log knows is there all the same");
}

#[test]
fn the_head_is_sealed_by_the_minute() {
    let sample = Sample::new();
    let mut store = sample.place.unlock();
    let name = seal_name(store.id());
    store.seal_beside(at(200)).unwrap();
    store.wait_for_seal();
    let before = sample.place.keyring.get(&name).unwrap().to_vec();
    let goal = Goal { id: GoalId(Uuid::from_u128(999_998)), text: "Nytt".to_owned(), ..Goal::default() };
    store.write(draft(Chain::Case(case(5)), "draft.add", 210), |w| insert(w, &goal)).unwrap();
    store.seal_beside(at(220)).unwrap();
    store.wait_for_seal();
    assert_eq!(sample.place.keyring.get(&name).unwrap().to_vec(), before, "not within the minute");
    store.seal_beside(at(261)).unwrap();
    store.wait_for_seal();
    assert_ne!(sample.place.keyring.get(&name).unwrap().to_vec(), before, "after the minute");
}

/// Whether somebody who opens and checks the store is told that something is wrong.
fn is_noticed(sample: &Sample) -> bool {
    match sample.place.locked().unlock(Way::Passphrase { user: Some(USER), passphrase: &passphrase() }) {
        Err(_) => true,
        Ok(store) => !store.verify(|_, _| {}).is_ok_and(|report| report.is_whole()),
    }
}

#[test]
fn every_old_page_put_back_is_noticed_and_salvage_gives_the_newest_text() {
    let sample = Sample::new();
    let old = fs::read(sample.database()).unwrap();
    let mut store = sample.place.unlock();
    let id = GoalId(Uuid::from_u128(100_000 + 7 * 100));
    let goal = Goal { id, position: 1, text: "Det som gäller nu".to_owned(), ..Goal::default() };
    store.write(draft(Chain::Case(case(7)), "draft.set", 400), |w| update(w, &goal)).unwrap();
    store.seal(at(401)).unwrap();
    let newest = rows_of(&store.connection);
    drop(store.lock(at(402)));
    let new = fs::read(sample.database()).unwrap();
    let changed: Vec<usize> = (0..old.len() / pages::PAGE)
        .filter(|page| {
            let range = page * pages::PAGE..(page + 1) * pages::PAGE;
            old[range.clone()] != new[range]
        })
        .collect();
    assert!(changed.len() >= 4, "the goal, the log and their indexes: {changed:?}");
    for page in changed {
        let range = page * pages::PAGE..(page + 1) * pages::PAGE;
        fs::write(sample.database(), &new).unwrap();
        sample.with(
            |bytes| bytes[range.clone()].copy_from_slice(&old[range.clone()]),
            |sample| {
                let damaged = sample.damaged();
                assert_eq!(damaged.survey().unwrap().bad, Vec::<u32>::new(), "the page's own check is right: it is an old page");
                let (rows, _) = salvaged(&damaged);
                drop(damaged);
                let mut texts = rows.iter().filter(|(key, _)| key.0 == "goal").map(|(_, values)| format!("{values:?}"));
                assert!(texts.any(|text| text.contains("Det som gäller nu")), "page {}", page + 1);
            },
        );
        let mut bytes = new.clone();
        bytes[range.clone()].copy_from_slice(&old[range]);
        fs::write(sample.database(), &bytes).unwrap();
        // A page that says the same in other bytes is no older state: every row is then the newest.
        assert!(is_noticed(&sample) || rows_of(&sample.place.unlock().connection) == newest, "page {}", page + 1);
    }
    // The whole file: the head that the keyring holds is not in its log.
    fs::write(sample.database(), &old).unwrap();
    assert_eq!(sample.place.unlock().seal_state(), SealState::Differs);
}

#[test]
fn swapped_pages_and_pages_of_another_store_are_noticed() {
    let (sample, other) = (Sample::new(), Sample::new());
    let foreign = fs::read(other.database()).unwrap();
    let page = |number: usize| number * pages::PAGE..(number + 1) * pages::PAGE;
    let mut dice = Dice(3);
    for _ in 0..4 {
        let (one, two) = (1 + dice.below(sample.pages() / 2), sample.pages() / 2 + 1 + dice.below(sample.pages() / 2 - 2));
        for swap in [true, false] {
            let change = |bytes: &mut Vec<u8>| {
                let kept = bytes[page(one)].to_vec();
                let put = if swap { bytes[page(two)].to_vec() } else { foreign[page(one)].to_vec() };
                bytes[page(one)].copy_from_slice(&put);
                if swap {
                    bytes[page(two)].copy_from_slice(&kept);
                }
            };
            sample.with(change, |sample| {
                let (rows, survey) = salvaged(&sample.damaged());
                assert_eq!(survey.bad.len(), if swap { 2 } else { 1 });
                assert_eq!(compare(&sample.rows, &rows).1, Vec::new());
            });
        }
    }
}
