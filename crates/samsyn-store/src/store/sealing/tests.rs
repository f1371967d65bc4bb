use super::*;
use crate::open::DATABASE;
use crate::restore::restore;
use crate::testing::*;
use crate::*;

fn sealed(place: &Place, store: &Store) -> Option<Seal> {
    found(place.keyring.as_ref(), &seal_name(store.id())).unwrap()
}

#[test]
fn a_keyring_that_lets_wait_holds_no_lock_off_and_ends_with_the_newest_seal() {
    let (place, mut store) = store_with_case();
    let answering = place.keyring.hold();
    for second in [10, 70, 130] {
        add_or_save(&mut store, second);
        store.seal(at(second)).unwrap();
    }
    // A keyring that is waited for would never let this come back.
    let locked = store.lock(at(140));
    drop(answering);
    drop(locked);
    let store = place.unlock();
    assert_eq!(store.seal_state(), SealState::Matches);
    let (counter, head) = log::head(&store.connection).unwrap();
    assert_eq!(sealed(&place, &store), Some(Seal { counter, head, at: Some(at(140)) }));
}

fn add_or_save(store: &mut Store, second: i64) {
    if goal_text(store).is_none() {
        add_goal(store, "Sysselsättning", second);
    } else {
        save_goal(store, &format!("Sysselsättning {second}"), second);
    }
}

/// A store whose old file was put back while the keyring held the seal of a newer one.
fn put_back() -> Place {
    let (place, store) = store_with_case();
    drop(store.lock(at(3)));
    let old = std::fs::read(place.file(DATABASE)).unwrap();
    let mut store = place.unlock();
    add_goal(&mut store, "Sysselsättning", 5);
    drop(store.lock(at(6)));
    std::fs::write(place.file(DATABASE), old).unwrap();
    place
}

#[test]
fn a_keyring_that_was_locked_at_the_unlocking_is_compared_with_before_anything_is_sealed_over_it() {
    let place = put_back();
    place.keyring.answer(false);
    let mut store = place.unlock();
    assert_eq!(store.seal_state(), SealState::Unsealed, "nothing can be said yet");
    store.seal_beside(at(10)).unwrap();
    store.wait_for_seal();
    place.keyring.answer(true);
    // Asked again, and then compared.
    store.seal_beside(at(80)).unwrap();
    store.wait_for_seal();
    store.seal_beside(at(150)).unwrap();
    store.wait_for_seal();
    let report = store.verify(|_, _| {}).unwrap();
    assert_eq!((report.seal, report.was_put_back), (SealState::Matches, true));
}

#[test]
fn what_could_not_be_compared_is_not_sealed_over_at_the_lock() {
    let place = put_back();
    place.keyring.answer(false);
    let store = place.unlock();
    place.keyring.answer(true);
    drop(store.lock(at(10)));
    assert_eq!(place.unlock().seal_state(), SealState::Differs);
}

#[test]
fn a_backup_that_was_put_back_while_the_keyring_was_locked_is_no_alarm_and_an_old_file_after_it_is_one() {
    let (place, mut store) = store_with_case();
    let elsewhere = tempfile::tempdir().unwrap();
    let backup = elsewhere.path().join("kopia");
    store.seal(at(3)).unwrap();
    store.backup(&backup, |_, _| {}).unwrap();
    add_goal(&mut store, "Sysselsättning", 5);
    drop(store.lock(at(6)));
    place.keyring.answer(false);
    let way = Way::Passphrase { user: None, passphrase: &passphrase() };
    restore(&backup, place.folder.path(), way, place.keyring.as_ref(), at(100)).unwrap();
    place.keyring.answer(true);

    let restored = std::fs::read(place.file(DATABASE)).unwrap();
    let mut store = place.unlock();
    assert_ne!(store.seal_state(), SealState::Differs);
    add_goal(&mut store, "Praktik", 110);
    drop(store.lock(at(120)));
    let store = place.unlock();
    let report = store.verify(|_, _| {}).unwrap();
    assert_eq!((report.seal, report.was_put_back), (SealState::Matches, false));
    drop(store.lock(at(130)));
    // What explains the restoring explains nothing that comes after it.
    std::fs::write(place.file(DATABASE), restored).unwrap();
    assert_eq!(place.unlock().seal_state(), SealState::Differs);
}
