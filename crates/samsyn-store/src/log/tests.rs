use rusqlite::Connection;
use samsyn_plan::acts::Offer;
use samsyn_plan::codes::{OfferKind, OfferOutcome};
use samsyn_plan::drafts::{Form, Goal, Measure};
use samsyn_plan::ids::{CaseId, GoalId, MeasureId, RecordId};
use uuid::Uuid;

use super::*;
use crate::open::DATABASE;
use crate::table::{all, insert, one, remove, update};
use crate::testing::*;
use crate::{SealState, UndoRefused, Way};

fn offer(id: u128) -> Offer {
    Offer {
        id: RecordId(Uuid::from_u128(id)),
        at: at(0),
        by: "Anna Berg".to_owned(),
        kind: OfferKind::Offered,
        outcome: OfferOutcome::Accepted,
        on: at(0).date_naive(),
        who: String::new(),
        reason: String::new(),
    }
}

fn measure(goal: Option<GoalId>) -> Measure {
    Measure { id: MeasureId(Uuid::from_u128(40)), goal, ..Measure::default() }
}

#[expect(clippy::unnecessary_wraps, reason = "a check as undo takes it")]
fn no_check(_: &Reader<'_>) -> Result<(), StoreError> {
    Ok(())
}

fn refusal<T: std::fmt::Debug>(result: Result<T, StoreError>) -> UndoRefused {
    match result.unwrap_err() {
        StoreError::Undo(refused) => refused,
        other => panic!("{other:?}"),
    }
}

fn count(store: &Store, sql: &str) -> i64 {
    store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_command_id_writes_once_and_answers_twice() {
    let (_place, mut store) = store_with_case();
    let command = draft(Chain::Case(CASE), "draft.add", 3);
    let mut runs = 0;
    for _ in 0..2 {
        let reply: String = store
            .write(command.clone(), |w| {
                runs += 1;
                insert(w, &goal("Sysselsättning"))?;
                Ok::<_, StoreError>("Sparat 09.00".to_owned())
            })
            .unwrap();
        assert_eq!(reply, "Sparat 09.00");
    }
    assert_eq!(runs, 1);
    let other = Act { command: "draft.remove", ..command };
    assert!(matches!(store.write(other, |w| remove::<Goal>(w, GOAL.0)), Err(StoreError::CommandIdReused)));
}

#[test]
fn a_refused_command_writes_nothing() {
    let (_place, mut store) = store_with_case();
    let refused: Result<(), StoreError> = store.write(draft(Chain::Case(CASE), "draft.add", 3), |w| {
        insert(w, &goal("x"))?;
        Err(StoreError::Missing)
    });
    assert!(refused.is_err());
    assert_eq!(goal_text(&store), None);
    assert_eq!(store.history(Chain::Case(CASE)).unwrap().len(), 1);
}

#[test]
fn history_tells_who_wrote_what_when_instead_of_what() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Arbete", 3);
    save_goal(&mut store, "Sysselsättning", 400);
    let history = store.history(Chain::Case(CASE)).unwrap();
    let newest = history.last().unwrap();
    assert_eq!((newest.actor, newest.at, newest.command.as_str(), newest.is_draft), (USER, at(400), "draft.set", true));
    assert_eq!(newest.rows.len(), 1);
    let row = &newest.rows[0];
    assert_eq!((row.table.as_str(), row.id.as_str(), row.operation), ("goal", GOAL.to_string().as_str(), Operation::Changed));
    let expected = ColumnChange { column: "text".to_owned(), old: "Arbete".into(), new: "Sysselsättning".into() };
    assert_eq!(row.columns, [expected]);
}

#[test]
fn the_saves_of_a_field_are_one_small_change() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "", 3);
    let mut text = String::new();
    for second in 0..200 {
        text.push_str("Arbete eller sysselsättning ");
        save_goal(&mut store, &text, 10 + second);
    }
    assert_eq!(store.history(Chain::Case(CASE)).unwrap().len(), 3);
    let size = count(&store, "SELECT length(changeset) FROM change ORDER BY number DESC LIMIT 1");
    assert!(size < i64::try_from(text.len()).unwrap() + 500, "{size}");
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    // One undo takes back the whole field.
    store.undo(undo(300), no_check).unwrap();
    assert_eq!(goal_text(&store).unwrap(), "");
}

#[test]
fn five_minutes_another_user_another_field_or_a_seal_begin_a_new_change() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "", 3);
    let changes = |store: &Store| store.history(Chain::Case(CASE)).unwrap().len();
    save_goal(&mut store, "a", 10);
    save_goal(&mut store, "b", 309);
    assert_eq!(changes(&store), 3);
    save_goal(&mut store, "c", 310);
    assert_eq!(changes(&store), 4);
    store.write(Act { actor: OTHER_USER, ..save(311) }, |w| update(w, &goal("d"))).unwrap();
    assert_eq!(changes(&store), 5);
    store.write(Act { kind: Kind::Draft { merge: Some("goal term".to_owned()) }, ..save(312) }, |w| update(w, &goal("e"))).unwrap();
    assert_eq!(changes(&store), 6);
    store.seal(at(313)).unwrap();
    store.write(Act { kind: Kind::Draft { merge: Some("goal term".to_owned()) }, ..save(314) }, |w| update(w, &goal("f"))).unwrap();
    assert_eq!(changes(&store), 7);
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

#[test]
fn saves_that_take_each_other_out_leave_no_change() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "Arbete", 3);
    save_goal(&mut store, "Arbetet", 10);
    save_goal(&mut store, "Arbete", 11);
    save_goal(&mut store, "Arbete", 12);
    assert_eq!(store.history(Chain::Case(CASE)).unwrap().len(), 2);
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    for (text, second) in [("två", 400), ("tre", 800)] {
        save_goal(&mut store, text, second);
    }
    let mut seen = Vec::new();
    assert_eq!(store.undoable(Chain::Case(CASE)).unwrap(), (true, false));
    for second in 900..903 {
        store.undo(undo(second), no_check).unwrap();
        seen.push(goal_text(&store));
    }
    assert_eq!(seen, [Some("två".to_owned()), Some("ett".to_owned()), None]);
    assert_eq!(refusal(store.undo(undo(903), no_check)), UndoRefused::Nothing);
    assert_eq!(store.undoable(Chain::Case(CASE)).unwrap(), (false, true));
    seen.clear();
    for second in 904..907 {
        store.redo(undo(second), no_check).unwrap();
        seen.push(goal_text(&store));
    }
    assert_eq!(seen, [Some("ett".to_owned()), Some("två".to_owned()), Some("tre".to_owned())]);
    assert_eq!(refusal(store.redo(undo(907), no_check)), UndoRefused::Nothing);
    store.undo(undo(908), no_check).unwrap();
    assert_eq!(goal_text(&store).unwrap(), "två");
    let history = store.history(Chain::Case(CASE)).unwrap();
    assert_eq!(history.iter().filter(|change| change.undone).count(), 1);
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

#[test]
fn a_new_draft_leaves_nothing_to_redo() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    save_goal(&mut store, "två", 400);
    store.undo(undo(401), no_check).unwrap();
    save_goal(&mut store, "tre", 402);
    assert_eq!(refusal(store.redo(undo(403), no_check)), UndoRefused::Nothing);
}

#[test]
fn a_double_click_undoes_once() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    save_goal(&mut store, "två", 400);
    let click = undo(401);
    let first = store.undo(click, no_check).unwrap();
    assert_eq!(store.undo(click, no_check).unwrap(), first);
    assert_eq!(goal_text(&store).unwrap(), "ett");
}

#[test]
fn undo_passes_by_acts_and_never_removes_one() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    store.write(act(Chain::Case(CASE), "offer.record", 4), |w| insert(w, &offer(50))).unwrap();
    store.undo(undo(5), no_check).unwrap();
    assert_eq!(goal_text(&store), None);
    assert_eq!(refusal(store.undo(undo(6), no_check)), UndoRefused::Nothing);
    assert_eq!(store.read(|r| all::<Offer>(r, CASE.0)).unwrap(), [offer(50)]);
    assert_eq!(store.read(|r| crate::tables::load_case(r, CASE)).unwrap().unwrap().number, "SIP-2027-0001");
}

#[test]
fn an_undo_whose_columns_have_changed_since_is_refused() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    // An act that writes a draft row too, as fixing may: the draft beneath it is no longer what the undo would take back.
    store.write(act(Chain::Case(CASE), "plan.fix", 4), |w| update(w, &goal("fastställt"))).unwrap();
    assert_eq!(refusal(store.undo(undo(5), no_check)), UndoRefused::ChangedSince);
    assert_eq!(goal_text(&store).unwrap(), "fastställt");
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

#[test]
fn an_undo_of_one_column_leaves_a_later_change_of_another() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    save_goal(&mut store, "två", 4);
    store.write(act(Chain::Case(CASE), "plan.fix", 5), |w| update(w, &Goal { position: 9, ..goal("två") })).unwrap();
    store.undo(undo(6), no_check).unwrap();
    let stored = store.read(|r| one::<Goal>(r, GOAL.0)).unwrap().unwrap();
    assert_eq!((stored.text.as_str(), stored.position), ("ett", 9));
}

#[test]
fn the_domain_may_refuse_an_undo() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    store.write(draft(Chain::Case(CASE), "draft.add", 4), |w| insert(w, &measure(Some(GOAL)))).unwrap();
    let refused = store.undo(undo(5), |reader| {
        // The check sees the rows as they would stand.
        assert_eq!(one::<Measure>(reader, Uuid::from_u128(40))?, None);
        Err(StoreError::Missing)
    });
    assert!(matches!(refused, Err(StoreError::Missing)));
    assert_eq!(store.read(|r| all::<Measure>(r, CASE.0)).unwrap().len(), 1);
}

#[test]
fn a_change_of_a_newer_schema_is_not_undone() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    store.connection.execute_batch("DROP TRIGGER change_kept_update; UPDATE change SET schema = 99;").unwrap();
    assert_eq!(refusal(store.undo(undo(4), no_check)), UndoRefused::NewerSchema);
}

#[test]
fn acts_and_the_log_are_never_changed_or_removed() {
    let (_place, mut store) = store_with_case();
    store.write(act(Chain::Case(CASE), "offer.record", 4), |w| insert(w, &offer(50))).unwrap();
    let command = || act(Chain::Case(CASE), "offer.change", 5);
    assert!(matches!(store.write(command(), |w| update(w, &offer(50))), Err(StoreError::AppendOnly)));
    assert!(matches!(store.write(command(), |w| remove::<Offer>(w, offer(50).id.0)), Err(StoreError::AppendOnly)));
    store.seal(at(6)).unwrap();
    for sql in ["UPDATE change SET at = ''", "DELETE FROM change", "UPDATE store_log SET hash = ''", "DELETE FROM store_log"] {
        assert!(store.connection.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn a_draft_that_writes_an_act_or_another_chain_is_stopped() {
    let (_place, mut store) = store_with_case();
    let refused = store.write(draft(Chain::Case(CASE), "draft.add", 4), |w| insert(w, &offer(50)));
    assert!(matches!(refused, Err(StoreError::DraftWroteAct { .. })));
    add_goal(&mut store, "ett", 5);
    let elsewhere = Chain::Case(CaseId(Uuid::from_u128(21)));
    let refused = store.write(draft(elsewhere, "draft.set", 6), |w| update(w, &goal("två")));
    assert!(matches!(refused, Err(StoreError::Missing)), "it is not there to be changed");
    let refused = store.write(draft(elsewhere, "draft.remove", 7), |w| remove::<Goal>(w, GOAL.0));
    assert!(matches!(refused, Err(StoreError::Missing)));
    // What would get past that is stopped by what was written.
    let refused = store.write(draft(elsewhere, "draft.set", 8), |w| Ok(w.connection().execute("UPDATE goal SET text = 'två'", [])?));
    assert!(matches!(refused, Err::<usize, _>(StoreError::OtherChain { .. })));
    assert_eq!(goal_text(&store).unwrap(), "ett");
    assert!(store.read(|r| all::<Offer>(r, CASE.0)).unwrap().is_empty());
}

#[test]
fn derived_and_loose_rows_are_not_in_the_log() {
    let (_place, mut store) = store_with_case();
    let form = Form { id: RecordId(Uuid::from_u128(60)), name: "ground.record".to_owned(), ..Form::default() };
    store.write(draft(Chain::Case(CASE), "form.keep", 3), |w| insert(w, &form)).unwrap();
    let tables =
        |chain| -> Vec<String> { store.history(chain).unwrap().into_iter().flat_map(|change| change.rows).map(|row| row.table).collect() };
    assert_eq!(tables(Chain::Person(PERSON)), ["person"]);
    let mut of_case = tables(Chain::Case(CASE));
    of_case.sort();
    assert_eq!(of_case, ["frame", "need", "plan_frame", "preparation", "sip_case"]);
    assert_eq!(store.read(|r| all::<Form>(r, CASE.0)).unwrap(), [form]);
}

#[test]
fn a_column_that_is_added_later_changes_no_state_hash() {
    let (_place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    store.connection.execute_batch("ALTER TABLE goal ADD COLUMN colour TEXT NOT NULL DEFAULT 'blå';").unwrap();
    store.watched = crate::schema::all_watched(&store.connection).unwrap();
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    store.undo(undo(4), no_check).unwrap();
    assert_eq!(goal_text(&store), None);
}

/// The pages of a table in the database file.
fn pages_of(connection: &Connection, table: &str) -> Vec<usize> {
    let mut statement = connection.prepare("SELECT pageno FROM dbstat WHERE name = ?1").unwrap();
    statement.query_map([table], |row| row.get::<_, u32>(0)).unwrap().map(|page| page.unwrap() as usize).collect()
}

#[test]
fn an_old_page_put_back_is_noticed_though_the_encryption_does_not() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Vill inte träffa A", 3);
    drop(store.lock(at(4)));
    let before = std::fs::read(place.file(DATABASE)).unwrap();
    let mut store = place.unlock();
    save_goal(&mut store, "Vill gärna träffa A", 5);
    let pages = pages_of(&store.connection, "goal");
    drop(store.lock(at(6)));
    let mut after = std::fs::read(place.file(DATABASE)).unwrap();
    for page in pages {
        let range = (page - 1) * 4096..page * 4096;
        after[range.clone()].copy_from_slice(&before[range]);
    }
    std::fs::write(place.file(DATABASE), after).unwrap();

    let mut store = place.unlock();
    assert_eq!(goal_text(&store).unwrap(), "Vill inte träffa A");
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Altered);
    let report = store.verify(|_, _| ()).unwrap();
    assert!(report.pages.is_empty() && report.structure.is_empty());
    assert_eq!(report.broken, [BrokenChain { chain: CASE.to_string(), fault: Fault::State }]);

    // Writing on is not refused, and does not wash the finding away.
    save_goal(&mut store, "Nytt", 7);
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Altered);
    assert_eq!(store.check_chain(Chain::Person(PERSON)).unwrap(), ChainState::Intact);
}

#[test]
fn an_old_file_put_back_differs_from_the_seal_and_stays_a_finding() {
    let (place, mut store) = store_with_case();
    drop(store.lock(at(3)));
    let before = std::fs::read(place.file(DATABASE)).unwrap();
    store = place.unlock();
    assert_eq!(store.seal_state(), SealState::Matches);
    add_goal(&mut store, "Sysselsättning", 5);
    drop(store.lock(at(6)));
    std::fs::write(place.file(DATABASE), before).unwrap();

    let mut store = place.unlock();
    assert_eq!(store.seal_state(), SealState::Differs);
    assert!(!store.verify(|_, _| ()).unwrap().is_whole());
    store.seal(at(7)).unwrap();
    drop(store.lock(at(8)));
    let report = place.unlock().verify(|_, _| ()).unwrap();
    assert_eq!((report.seal, report.was_put_back), (SealState::Matches, true));
}

#[test]
fn a_change_rewritten_or_cut_from_the_log_is_found() {
    for (sql, fault) in [
        ("UPDATE change SET actor = 'x' WHERE chain = ?1 AND place = 2", Fault::Content),
        ("DELETE FROM change WHERE chain = ?1 AND place = 1", Fault::Order),
        ("DELETE FROM change WHERE chain = ?1 AND place = 2", Fault::NotInStoreLog),
    ] {
        let (_place, mut store) = store_with_case();
        add_goal(&mut store, "ett", 3);
        assert!(store.verify(|_, _| ()).unwrap().is_whole());
        store.connection.execute_batch("DROP TRIGGER change_kept_update; DROP TRIGGER change_kept_delete;").unwrap();
        store.connection.execute(sql, [CASE.to_string()]).unwrap();
        let report = store.verify(|_, _| ()).unwrap();
        assert_eq!(report.broken, [BrokenChain { chain: CASE.to_string(), fault }], "{sql}");
    }
}

#[test]
fn a_damaged_page_is_reported_and_not_read_over() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    let page = pages_of(&store.connection, "goal")[0];
    drop(store.lock(at(4)));
    let mut bytes = std::fs::read(place.file(DATABASE)).unwrap();
    bytes[(page - 1) * 4096 + 700] ^= 1;
    std::fs::write(place.file(DATABASE), bytes).unwrap();
    let report = place.unlock().verify(|_, _| ()).unwrap();
    assert_eq!(report.pages.len(), 1);
    assert!(!report.is_whole());
}

#[test]
fn a_change_left_open_by_a_crash_is_closed_at_the_next_start() {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "ett", 3);
    save_goal(&mut store, "två", 4);
    // Dropped without locking, as a killed program is.
    drop(store);
    let store = place.locked().unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap();
    assert_eq!(goal_text(&store).unwrap(), "två");
    assert_eq!(count(&store, "SELECT count(*) FROM change WHERE hash = ''"), 0);
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Whatever is saved, undone, redone, sealed and done, the log stays whole, and undoing it all leads back to the start.
    #[test]
    fn any_course_of_work_leaves_a_whole_log(steps in proptest::collection::vec((0..6_u8, "[a-zåäö ]{0,8}"), 1..40)) {
        let (_place, mut store) = store_with_case();
        add_goal(&mut store, "början", 3);
        let mut acts = 0;
        for ((step, text), second) in steps.iter().zip(10..) {
            match step {
                0..=2 => if goal_text(&store).is_some() { save_goal(&mut store, text, second * 100) },
                3 => drop(store.undo(undo(second * 100), no_check)),
                4 => drop(store.redo(undo(second * 100), no_check)),
                _ => {
                    acts += 1;
                    store.write(act(Chain::Case(CASE), "offer.record", second * 100), |w| insert(w, &offer(acts))).unwrap();
                }
            }
        }
        proptest::prop_assert!(store.verify(|_, _| ()).unwrap().is_whole());
        while store.undo(undo(9000), no_check).is_ok() {}
        proptest::prop_assert_eq!(goal_text(&store), None);
        proptest::prop_assert_eq!(store.read(|r| all::<Offer>(r, CASE.0)).unwrap().len(), usize::try_from(acts).unwrap());
        proptest::prop_assert!(store.verify(|_, _| ()).unwrap().is_whole());
    }
}
