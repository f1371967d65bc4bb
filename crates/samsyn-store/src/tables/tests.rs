use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeZone, Utc};
use samsyn_plan::codes::*;
use samsyn_plan::drafts::{DraftKind, DraftRecord, Meeting, Need, Party};
use samsyn_plan::ids::*;
use samsyn_plan::plan::FollowUpSheet;
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::table::{Keeps, all, insert, update};
use crate::testing::*;
use crate::{Chain, Store, StoreError, schema};

fn names(store: &Store, sql: &str) -> BTreeSet<String> {
    let mut statement = store.connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_table_is_watched_or_has_a_reason_not_to_be() {
    let (_place, store) = store_with_case();
    let in_schema = names(&store, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    let watched: BTreeSet<String> = ATTACHED.iter().map(|table| table.name.to_owned()).collect();
    let loose: BTreeSet<String> = NOT_ATTACHED.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(watched.len(), ATTACHED.len(), "a table stands twice in the list");
    assert!(watched.is_disjoint(&loose));
    assert_eq!(watched.union(&loose).cloned().collect::<BTreeSet<_>>(), in_schema);
}

#[test]
fn a_setting_that_cannot_be_read_takes_none_of_its_kind_with_it() {
    let (_place, mut store) = store_with_case();
    let kept = [("page:b", json!("två")), ("page:a", json!("ett")), ("page:c", json!(3)), ("pages", json!("nej"))];
    for ((name, value), second) in kept.into_iter().zip(3..) {
        store.write(act(Chain::Store, "setting.set", second), |writer| set_setting(writer, name, &value)).unwrap();
    }
    let found: Vec<(String, String)> = store.read(|reader| settings_beginning(reader, "page:")).unwrap();
    assert_eq!(found, [("a".to_owned(), "ett".to_owned()), ("b".to_owned(), "två".to_owned())]);
}

fn is_stored_whole<T: DraftRecord + Row>() {
    assert_eq!(T::TABLE.name, T::KIND.code());
    assert_eq!(T::COLUMNS, T::FIELDS);
}

#[test]
fn every_draft_kind_is_stored_under_its_own_name_with_all_its_fields() {
    for kind in DraftKind::ALL {
        samsyn_plan::draft_type!(*kind, T => is_stored_whole::<T>());
    }
}

#[test]
fn acts_alone_are_kept_by_triggers() {
    let (_place, store) = store_with_case();
    let triggers = names(&store, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
    for table in ATTACHED {
        for action in ["update", "delete"] {
            let kept = triggers.contains(&format!("{}_kept_{action}", table.name));
            assert_eq!(kept, table.keeps == Keeps::Act, "{} {action}", table.name);
        }
    }
}

#[test]
fn a_misspelt_table_is_caught() {
    let (_place, store) = store_with_case();
    let misspelt = Table { name: "gaol", keeps: Keeps::Draft };
    assert!(matches!(schema::watched(&store.connection, &[misspelt]), Err(StoreError::Schema { .. })));
    assert!(matches!(schema::watched(&store.connection, &[Table { name: "store_log", ..misspelt }]), Err(StoreError::Schema { .. })));
}

#[test]
fn the_committed_schema_is_the_one_that_the_migrations_make() {
    let (_place, store) = store_with_case();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
    let made = schema::dump(&store.connection);
    if std::env::var_os("SAMSYN_BLESS").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), made, "run the test with SAMSYN_BLESS=1 and read the difference");
}

#[test]
fn a_case_reads_back_as_it_was_written() {
    let (_place, mut store) = store_with_case();
    let party = Party { id: PartyId(Uuid::from_u128(70)), position: 1, kind: Some(PartyKind::Region), ..Party::default() };
    let second = Party { id: PartyId(Uuid::from_u128(69)), position: 0, ..Party::default() };
    let meeting = Meeting {
        id: MeetingId(Uuid::from_u128(71)),
        held_on: "den tredje, kanske".to_owned(),
        purpose_kinds: vec![InformationKind::Work, InformationKind::Medicine],
        ..Meeting::default()
    };
    let need = Need { id: RecordId(CASE.0), areas: vec![Area::Alcohol], main_area: Some(Area::Alcohol), ..Need::default() };
    let ground = Ground {
        id: GroundId(Uuid::from_u128(72)),
        at: Utc.timestamp_opt(1_800_000_000, 123_456_789).unwrap(),
        by: "Anna Berg".to_owned(),
        party: party.id,
        basis: Basis::Consent,
        answer: Answer::Yes,
        direction: Direction::Both,
        scope: Scope::Kinds,
        kinds: vec![InformationKind::Work],
        except: vec![],
        attends: true,
        statement: "citat \"så\" och å".to_owned(),
        purpose: String::new(),
        valid_from: NaiveDate::from_ymd_opt(2027, 2, 1).unwrap(),
        valid_to: None,
        manner: Manner::Oral,
        on: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
        taken_by: String::new(),
        told_of_withdrawal: true,
        reason: String::new(),
        meeting: Some(meeting.id),
        given_by: None,
        interpreter: String::new(),
    };
    let follow_up = FollowUp {
        id: RecordId(Uuid::from_u128(73)),
        at: at(9),
        by: String::new(),
        meeting: meeting.id,
        on: ground.on,
        outcome: FollowUpOutcome::Continue,
        sheet: FollowUpSheet { next: Some(ground.on), ..FollowUpSheet::default() },
    };
    store
        .write(act(Chain::Case(CASE), "everything", 3), |w| {
            insert(w, &party)?;
            insert(w, &second)?;
            insert(w, &meeting)?;
            update(w, &need)?;
            insert(w, &ground)?;
            insert(w, &follow_up)
        })
        .unwrap();
    let case = store.read(|r| load_case(r, CASE)).unwrap().unwrap();
    assert_eq!(case.parties, [second, party]);
    assert_eq!(case.meetings, [meeting]);
    assert_eq!((case.need, case.grounds, case.follow_ups), (need, vec![ground], vec![follow_up]));
    assert_eq!((case.id, case.number.as_str(), case.person), (CASE, "SIP-2027-0001", person()));
    assert_eq!(store.read(|r| load_case(r, CaseId(Uuid::from_u128(999)))).unwrap(), None);
}

#[test]
fn a_draft_that_an_act_refers_to_cannot_be_removed() {
    let (_place, mut store) = store_with_case();
    let meeting = Meeting { id: MeetingId(Uuid::from_u128(71)), ..Meeting::default() };
    let mark = MeetingMarked {
        id: RecordId::default(),
        at: at(4),
        by: String::new(),
        meeting: meeting.id,
        mark: MeetingMark::Started,
        reason: String::new(),
    };
    store.write(draft(Chain::Case(CASE), "draft.add", 3), |w| insert(w, &meeting)).unwrap();
    store.write(act(Chain::Case(CASE), "meeting.start", 4), |w| insert(w, &mark)).unwrap();
    let removed = store.write(draft(Chain::Case(CASE), "draft.remove", 5), |w| crate::table::remove::<Meeting>(w, meeting.id.0));
    assert!(matches!(removed, Err(StoreError::Reference)), "{removed:?}");
    // Undoing the meeting's adding stops at the same reference.
    let undone = store.undo(undo(6), |_| Ok::<(), StoreError>(()));
    assert!(matches!(undone, Err(StoreError::Undo(crate::UndoRefused::ChangedSince))), "{undone:?}");
    assert_eq!(store.read(|r| all::<Meeting>(r, CASE.0)).unwrap().len(), 1);
}

#[test]
fn case_numbers_count_within_their_year() {
    let (_place, store) = store_with_case();
    let next = |year| store.read(|r| next_case_number(r, year)).unwrap();
    assert_eq!((next(2027).as_str(), next(2028).as_str()), ("SIP-2027-0002", "SIP-2028-0001"));
    assert_eq!(store.read(case_list).unwrap(), [entry()]);
    assert_eq!(store.read(|r| cases_of(r, PERSON)).unwrap(), [entry()]);
}

#[test]
fn blobs_are_kept_once_under_their_hash() {
    let (_place, mut store) = store_with_case();
    let sha = store.write(act(Chain::Case(CASE), "attach", 3), |w| put_blob(w, b"%PDF")).unwrap();
    assert_eq!(store.write(act(Chain::Case(CASE), "attach", 4), |w| put_blob(w, b"%PDF")).unwrap(), sha);
    assert_eq!(store.read(|r| blob(r, &sha)).unwrap().unwrap(), b"%PDF");
    assert_eq!(store.read(|r| blob(r, "00")).unwrap(), None);
}

#[test]
fn settings_and_users_belong_to_the_store() {
    let (_place, mut store) = store_with_case();
    for name in ["Region", "Kommun"] {
        store.write(draft(Chain::Store, "setting.set", 3), |w| set_setting(w, "organisation", &name.to_owned())).unwrap();
    }
    assert_eq!(store.read(|r| setting::<String>(r, "organisation")).unwrap().unwrap(), "Kommun");
    assert_eq!(store.read(|r| setting::<String>(r, "other")).unwrap(), None);
    assert_eq!(store.history(Chain::Store).unwrap().len(), 2);
}

#[test]
fn every_backup_from_before_a_moment_is_found_however_many_there_are() {
    let (_place, mut store) = store_with_case();
    let made = |number: u32| BackupMade {
        id: RecordId(Uuid::from_u128(1000 + u128::from(number))),
        at: at(i64::from(number)) + chrono::TimeDelta::milliseconds(i64::from(number % 2) * 500),
        by: String::new(),
        folder: number.to_string(),
        rows: 1,
        megabytes: 1,
    };
    store.write(act(Chain::Store, "store.backup", 200), |w| (0..120).try_for_each(|number| insert(w, &made(number)))).unwrap();
    let before = |moment| store.read(|r| backups_made_before(r, moment)).unwrap().len();
    assert_eq!((before(at(0)), before(at(100)), before(at(300))), (0, 100, 120));
    let half = chrono::TimeDelta::milliseconds(500);
    assert_eq!((before(at(99) + half), before(at(100) + half)), (99, 101), "to the part of a second");
}
