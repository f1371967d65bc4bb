use chrono::NaiveDate;
use samsyn_plan::acts::{CasePassing, Offer};
use samsyn_plan::codes::{OfferKind, OfferOutcome, PassingWay, Protection};
use samsyn_plan::drafts::Goal;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::RecordId;

use super::*;
use crate::log::ChainState;
use crate::table::all;
use crate::testing::*;

/// A store with a case of drafts and acts, sealed, and the case as it travels.
fn sent() -> (Place, Store, CasePackage, Vec<Vec<u8>>) {
    let (place, mut store) = store_with_case();
    add_goal(&mut store, "Sova hela nätter", 10);
    save_goal(&mut store, "Sova hela natten", 11);
    let offer = Offer {
        id: RecordId(Uuid::from_u128(50)),
        at: at(12),
        by: "Anna Berg".to_owned(),
        kind: OfferKind::Offered,
        outcome: OfferOutcome::Accepted,
        on: at(0).date_naive(),
        who: String::new(),
        reason: String::new(),
    };
    store.write(act(Chain::Case(CASE), "offer.record", 12), |w| insert(w, &offer)).unwrap();
    store.seal(at(20)).unwrap();
    let (package, files) = store.pack_case(CASE).unwrap();
    (place, store, package, files)
}

fn passing() -> CasePassing {
    CasePassing {
        id: RecordId(Uuid::from_u128(60)),
        at: at(100),
        by: "Bo Ek".to_owned(),
        way: PassingWay::Received,
        who: "Anna Berg".to_owned(),
        unit: String::new(),
        on: at(0).date_naive(),
        reason: String::new(),
    }
}

fn receive(store: &mut Store, package: &CasePackage, files: &[Vec<u8>]) -> Result<Received, StoreError> {
    let mut found = Received::default();
    let received = act(Chain::Case(package.case), "case.receive", 100);
    store.receive_case(&received, package, files, Uuid::now_v7, |writer, received| {
        found = received.clone();
        insert(writer, &passing())
    })?;
    Ok(found)
}

fn refusal(store: &mut Store, package: &CasePackage) -> PackageRefused {
    let before = counts(store);
    match receive(store, package, &[]).unwrap_err() {
        StoreError::Package(refused) => {
            assert_eq!(counts(store), before, "a refusal writes nothing");
            refused
        }
        other => panic!("{other:?}"),
    }
}

/// How many rows every table has.
fn counts(store: &Store) -> Vec<i64> {
    let names: Vec<String> = {
        let mut statement = store.connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    names
        .iter()
        .map(|name| store.connection.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0)).unwrap())
        .collect()
}

fn case(store: &Store) -> samsyn_plan::case::Case {
    store.read(|r| tables::load_case(r, CASE)).unwrap().unwrap()
}

#[test]
fn a_case_goes_over_whole_and_its_log_goes_on() {
    let (_theirs, sender, package, files) = sent();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    assert_eq!(receive(&mut store, &package, &files).unwrap(), Received::default());
    let mut here = case(&store);
    assert_eq!(here.passings, [passing()]);
    here.passings.clear();
    assert_eq!(here, case(&sender));
    let (there, now) = (sender.history(Chain::Case(CASE)).unwrap(), store.history(Chain::Case(CASE)).unwrap());
    assert_eq!(now[..there.len()], there, "the history goes on where the sender's ended");
    assert_eq!(now.len(), there.len() + 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
    assert_eq!(store.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    save_goal(&mut store, "Sova", 200);
    store.undo::<StoreError>(undo(210), |_| Ok(())).unwrap();
    assert_eq!(goal_text(&store).as_deref(), Some("Sova hela natten"));
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

#[test]
fn the_same_person_is_never_entered_twice() {
    for here in [None, Some(Protection::None)] {
        same_person(here);
    }
}

fn same_person(protection: Option<Protection>) {
    let (_theirs, _sender, mut package, files) = sent();
    package.people[0].protection = Some(Protection::AssumedIdentity);
    package.people[0].identity = personnummer();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    let known = PersonId(Uuid::from_u128(11));
    let entered = Person { identity: personnummer(), protection, ..named(known, "R1", "Karin", "Lindberg-Åhs") };
    store.write(act(Chain::Person(known), "person.create", 1), |w| insert(w, &entered)).unwrap();
    assert_eq!(receive(&mut store, &package, &files).unwrap().known, [known]);
    let here = case(&store);
    assert_eq!((here.person.id, here.person.last_name.as_str()), (known, "Lindberg-Åhs"), "what is known here stays");
    assert_eq!(here.person.protection, Some(Protection::AssumedIdentity), "but for a protection that only the sender knew of");
    let persons: i64 = store.connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).unwrap();
    assert_eq!(persons, 1);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
}

/// Each store gives its own reserve numbers: the same one is somebody else.
#[test]
fn a_reserve_number_of_another_store_is_nobody_known() {
    let (_theirs, sender, package, files) = sent();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    let other = PersonId(Uuid::from_u128(11));
    let entered = Person { identity: package.people[0].identity.clone(), ..named(other, "R1", "Bo", "Ek") };
    store.write(act(Chain::Person(other), "person.create", 1), |w| insert(w, &entered)).unwrap();
    assert_eq!(receive(&mut store, &package, &files).unwrap().known, []);
    assert_eq!(case(&store).person, case(&sender).person);
}

fn personnummer() -> IdentityNumber {
    IdentityNumber::parse("19830417-2383", false, NaiveDate::from_ymd_opt(2027, 2, 1).unwrap()).unwrap()
}

#[test]
fn what_is_here_is_never_written_over() {
    let (_theirs, mut sender, package, files) = sent();
    assert_eq!(refusal(&mut sender, &package), PackageRefused::Here(Newer::Neither));
    let ours = Place::new();
    let (mut store, _) = ours.create();
    receive(&mut store, &package, &files).unwrap();
    assert_eq!(refusal(&mut store, &package), PackageRefused::Here(Newer::Here));
    save_goal(&mut sender, "Sova", 900);
    assert_eq!(refusal(&mut sender, &package), PackageRefused::Here(Newer::Here), "what is still being written is here too");
    sender.seal(at(901)).unwrap();
    let (parted, _) = sender.pack_case(CASE).unwrap();
    assert_eq!(refusal(&mut store, &parted), PackageRefused::Forked, "both have gone on");
    assert_eq!(goal_text(&store).as_deref(), Some("Sova hela natten"));
}

#[test]
fn a_case_that_a_colleague_went_on_with_comes_back() {
    let (_theirs, mut sender, package, files) = sent();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    receive(&mut store, &package, &files).unwrap();
    save_goal(&mut store, "Sova", 200);
    store.seal(at(201)).unwrap();
    let (back, files) = store.pack_case(CASE).unwrap();

    let json = serde_json::to_value(&back).unwrap();
    let mut forged = json.clone();
    forged["tables"].as_array_mut().unwrap().retain(|table| table["name"] != Offer::TABLE.name);
    assert_eq!(refusal(&mut sender, &serde_json::from_value(forged).unwrap()), PackageRefused::Damaged, "an act is gone");

    let returned = CasePassing { id: RecordId(Uuid::from_u128(61)), ..passing() };
    let taking = act(Chain::Case(CASE), "case.receive", 300);
    sender.receive_case(&taking, &back, &files, Uuid::now_v7, |writer, _| insert(writer, &returned)).unwrap();
    let (mut here, there) = (case(&sender), case(&store));
    assert_eq!(here.passings, [passing(), returned]);
    here.passings.pop();
    assert_eq!(here, there);
    let (went, now) = (store.history(Chain::Case(CASE)).unwrap(), sender.history(Chain::Case(CASE)).unwrap());
    assert_eq!(now[..went.len()], went, "change by change");
    assert_eq!(sender.check_chain(Chain::Case(CASE)).unwrap(), ChainState::Intact);
    assert!(sender.verify(|_, _| {}).unwrap().is_whole());
    let kept = sender.connection.execute("DELETE FROM offer", []);
    assert!(kept.is_err(), "the guards are back");
}

#[test]
fn a_package_that_its_own_log_belies_is_refused() {
    let (_theirs, _sender, package, _) = sent();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    let json = serde_json::to_value(&package).unwrap();
    let goals = package.tables.iter().position(|table| table.name == Goal::TABLE.name).unwrap();
    let text = package.tables[goals].columns.iter().position(|column| column == "text").unwrap();
    let changes: [(&str, Value); 9] = [
        (&format!("/tables/{goals}/rows/0/{text}"), "Något annat".into()),
        (&format!("/tables/{goals}/rows/0/1"), Uuid::from_u128(999).to_string().into()),
        (&format!("/tables/{goals}/columns/{text}"), "text\" = 1; --".into()),
        (&format!("/tables/{goals}/name"), "user".into()),
        (&format!("/tables/{goals}/rows/0"), Value::Array(Vec::new())),
        ("/changes/0/command", "case.close".into()),
        ("/changes/1/place", 7.into()),
        ("/changes", Value::Array(Vec::new())),
        ("/files", serde_json::json!(["00"])),
    ];
    for (pointer, value) in changes {
        let mut forged = json.clone();
        *forged.pointer_mut(pointer).unwrap() = value;
        let forged: CasePackage = serde_json::from_value(forged).unwrap();
        assert_eq!(refusal(&mut store, &forged), PackageRefused::Damaged, "{pointer}");
    }
    let newer = CasePackage { schema: schema::NEWEST + 1, ..package };
    assert_eq!(refusal(&mut store, &newer), PackageRefused::NewerSchema);
    assert!(store.verify(|_, _| {}).unwrap().is_whole());
    assert!(store.read(|r| all::<Goal>(r, CASE.0)).unwrap().is_empty());
}

#[test]
fn a_retry_writes_once() {
    let (_theirs, _sender, package, files) = sent();
    let ours = Place::new();
    let (mut store, _) = ours.create();
    let taking = act(Chain::Case(CASE), "case.receive", 100);
    for _ in 0..2 {
        store.receive_case(&taking, &package, &files, Uuid::now_v7, |writer, _| insert(writer, &passing())).unwrap();
    }
    assert_eq!(case(&store).passings.len(), 1);
}
