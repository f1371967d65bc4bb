use crate::store::key_name;
use crate::table::insert;
use crate::testing::*;
use crate::*;

fn by(place: &Place, way: Way<'_>) -> Result<Store, UnlockError> {
    place.locked().unlock(way).map_err(|(_, error)| error)
}

fn by_passphrase(place: &Place, passphrase: &Passphrase) -> Result<Store, UnlockError> {
    by(place, Way::Passphrase { user: None, passphrase })
}

fn new_passphrase() -> Passphrase {
    Passphrase::new("sju blå hästar sover")
}

#[test]
fn a_new_passphrase_keeps_the_data_and_ends_the_old_one() {
    let place = Place::new();
    let (mut store, _) = place.create();
    store.write(draft(Chain::Person(PERSON), "person.add", 1), |w| insert(w, &person())).unwrap();
    let new = new_passphrase();
    assert!(matches!(store.change_passphrase(USER, &new, &new, at(1)), Err(KeyChangeError::WrongPassphrase)));
    store.change_passphrase(USER, &passphrase(), &new, at(1)).unwrap();
    drop(store.lock(at(2)));
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::WrongPassphrase)));
    let store = by_passphrase(&place, &new).unwrap();
    assert_eq!(store.opened_by(), Some(USER));
    assert!(store.verify(|_, _| ()).unwrap().is_whole());
}

#[test]
fn the_recovery_key_opens_the_store_and_a_new_passphrase_is_set() {
    let place = Place::new();
    let (store, recovery) = place.create();
    assert_eq!(store.opened_by(), Some(USER));
    drop(store.lock(at(1)));
    let typed = RecoveryKey::parse(&recovery.shown().to_lowercase()).unwrap();
    let mut store = by(&place, Way::Recovery(&typed)).unwrap();
    assert_eq!(store.opened_by(), None);
    store.set_passphrase(USER, &new_passphrase()).unwrap();
    drop(store.lock(at(2)));
    let other = Place::new().create().1;
    assert!(matches!(by(&place, Way::Recovery(&other)), Err(UnlockError::WrongRecoveryKey)));
    assert!(by_passphrase(&place, &new_passphrase()).is_ok());
}

#[test]
fn a_new_recovery_key_ends_the_old_one() {
    let place = Place::new();
    let (mut store, old) = place.create();
    let new = store.new_recovery_key(false).unwrap();
    assert!(store.accepts_recovery_key(&new) && !store.accepts_recovery_key(&old) && !store.is_rekey_due());
    let newest = store.new_recovery_key(true).unwrap();
    assert!(store.accepts_recovery_key(&newest) && store.is_rekey_due(), "somebody has seen the paper");
}

#[test]
fn the_organisations_key_opens_the_store_until_it_is_taken_away() {
    let place = Place::new();
    let (mut store, _) = place.create();
    let (key, other) = (OrganisationKey::new_random(), OrganisationKey::new_random());
    assert!(!store.accepts_organisation_key(&key) && store.organisation_recipient().is_none());
    store.set_organisation(&key.recipient()).unwrap();
    assert!(store.accepts_organisation_key(&key) && !store.accepts_organisation_key(&other));
    assert_eq!(store.organisation_recipient(), Some(key.recipient().to_string().as_str()));
    drop(store.lock(at(1)));
    assert!(matches!(by(&place, Way::Organisation(&other)), Err(UnlockError::WrongOrganisationKey)));
    let mut store = by(&place, Way::Organisation(&key)).unwrap();
    assert_eq!(store.opened_by(), None);
    store.set_passphrase(USER, &new_passphrase()).unwrap();
    // The same key again changes nothing, another one in its place does.
    store.set_organisation(&key.recipient()).unwrap();
    assert!(!store.is_rekey_due());
    store.set_organisation(&other.recipient()).unwrap();
    assert!(store.is_rekey_due());
    store.rekey().unwrap();
    drop(store.lock(at(2)));
    assert!(matches!(by(&place, Way::Organisation(&key)), Err(UnlockError::WrongOrganisationKey)));
    let mut store = by(&place, Way::Organisation(&other)).unwrap();
    store.remove_organisation().unwrap();
    assert!(store.is_rekey_due());
    drop(store.lock(at(3)));
    assert!(matches!(by(&place, Way::Organisation(&other)), Err(UnlockError::WrongOrganisationKey)));
    assert!(by_passphrase(&place, &new_passphrase()).is_ok());
}

#[test]
fn the_tool_that_it_departments_have_reads_the_data_key_out_of_the_header() {
    let place = Place::new();
    let (mut store, _) = place.create();
    let key = OrganisationKey::new_random();
    store.set_organisation(&key.recipient()).unwrap();
    let header: serde_json::Value =
        serde_json::from_str(std::fs::read_to_string(place.file("samsyn.header")).unwrap().lines().next().unwrap()).unwrap();
    assert_eq!(header["slots"][2]["kind"], "organisation");
    let file = hex::decode(header["current"]["sealed"][2].as_str().unwrap()).unwrap();
    assert!(file.starts_with(b"age-encryption.org/v1\n"));
    assert_eq!(hex::encode(age::decrypt(&key.0, &file).unwrap()), *store.practice_key());
}

#[test]
fn two_users_have_each_their_own_way_in() {
    let place = Place::new();
    let (mut store, _) = place.create();
    let second = Passphrase::new("nio röda katter");
    assert!(matches!(store.set_passphrase(OTHER_USER, &passphrase()), Err(KeyChangeError::PassphraseTaken)));
    store.set_passphrase(OTHER_USER, &second).unwrap();
    assert!(store.has_passphrase(USER) && store.has_passphrase(OTHER_USER));
    drop(store.lock(at(1)));
    assert_eq!(by_passphrase(&place, &passphrase()).unwrap().opened_by(), Some(USER));
    let mut store = by_passphrase(&place, &second).unwrap();
    assert_eq!(store.opened_by(), Some(OTHER_USER));
    assert!(!store.is_rekey_due());
    store.remove_passphrase(USER).unwrap();
    assert!(store.is_rekey_due());
    assert!(matches!(store.remove_passphrase(OTHER_USER), Err(KeyChangeError::LastPassphrase)));
    drop(store.lock(at(1)));
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::WrongPassphrase)));
    assert!(by_passphrase(&place, &second).unwrap().is_rekey_due());
}

#[test]
fn a_second_header_copy_that_cannot_be_written_is_made_good_and_takes_no_change_back() {
    let place = Place::new();
    let (mut store, _) = place.create();
    let copy = place.file("samsyn.header.copy");
    std::fs::remove_file(&copy).unwrap();
    // Nothing can be written in the place of a folder.
    std::fs::create_dir(&copy).unwrap();
    store.change_passphrase(USER, &passphrase(), &new_passphrase(), at(1)).unwrap();
    drop(store.lock(at(2)));
    assert!(matches!(by_passphrase(&place, &passphrase()), Err(UnlockError::WrongPassphrase)));
    drop(by_passphrase(&place, &new_passphrase()).unwrap().lock(at(3)));
    std::fs::remove_dir(&copy).unwrap();
    drop(by_passphrase(&place, &new_passphrase()).unwrap().lock(at(4)));
    assert_eq!(std::fs::read(place.file("samsyn.header")).unwrap(), std::fs::read(copy).unwrap());
}

#[test]
fn the_keyring_unlocks_for_one_user_until_it_is_told_to_forget() {
    let place = Place::new();
    let (mut store, _) = place.create();
    store.set_passphrase(OTHER_USER, &new_passphrase()).unwrap();
    drop(store.lock(at(1)));
    assert!(!place.locked().is_remembered());
    let store = place.unlock();
    store.remember(OTHER_USER).unwrap();
    store.remember(USER).unwrap();
    assert!(store.is_remembered(USER) && !store.is_remembered(OTHER_USER), "an account of the computer is one person's");
    drop(store.lock(at(2)));
    assert!(place.locked().is_remembered());
    let store = by(&place, Way::Keyring).unwrap();
    assert_eq!(store.opened_by(), Some(USER));
    store.forget(USER).unwrap();
    drop(store.lock(at(3)));
    assert!(matches!(by(&place, Way::Keyring), Err(UnlockError::NotInKeyring)));
}

#[test]
fn a_locked_store_knows_of_quick_unlock_without_asking_the_keyring() {
    let place = Place::new();
    let (mut store, _) = place.create();
    store.remember(USER).unwrap();
    store.rekey().unwrap();
    let locked = store.lock(at(1));
    // Whoever asked now would wait for ever.
    let answering = place.keyring.hold();
    assert!(locked.is_remembered());
    drop(answering);
    let store = locked.unlock(Way::Keyring).unwrap();
    // A keyring that refuses is as it was.
    place.keyring.answer(false);
    assert!(store.forget(USER).is_err() && store.is_remembered(USER), "the key still lies there");
    place.keyring.answer(true);
    store.forget(USER).unwrap();
    place.keyring.answer(false);
    assert!(store.remember(USER).is_err() && !store.is_remembered(USER));
}

#[test]
fn the_keyring_opens_nothing_for_a_user_who_has_no_way_in_any_more() {
    let place = Place::new();
    let (mut store, _) = place.create();
    store.set_passphrase(OTHER_USER, &new_passphrase()).unwrap();
    store.remember(USER).unwrap();
    store.remove_passphrase(USER).unwrap();
    assert!(place.keyring.get(&key_name(store.id(), USER)).is_err());
    // Even where the entry could not be removed.
    store.remember(USER).unwrap();
    drop(store.lock(at(1)));
    assert!(matches!(by(&place, Way::Keyring), Err(UnlockError::NotInKeyring)));
}

#[test]
fn a_stale_key_in_the_keyring_and_no_keyring_at_all_lead_to_the_passphrase() {
    let place = Place::new();
    let (store, _) = place.create();
    place.keyring.set(&key_name(store.id(), USER), &[9; 32]).unwrap();
    drop(store.lock(at(1)));
    assert!(matches!(by(&place, Way::Keyring), Err(UnlockError::NotInKeyring)));

    let Found::Locked(locked) = LockedStore::at(place.folder.path(), std::sync::Arc::new(NoKeyring)).unwrap() else { panic!() };
    let (locked, error) = locked.unlock(Way::Keyring).unwrap_err();
    assert!(matches!(error, UnlockError::NotInKeyring));
    let store = locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase() }).unwrap();
    assert_eq!(store.seal_state(), SealState::Unsealed);
}

/// Tries at the door, one after another without starting anew.
fn tried(locked: LockedStore, passphrase: &Passphrase, second: i64) -> Result<Store, (LockedStore, UnlockError)> {
    locked.unlock_slowly(Way::Passphrase { user: None, passphrase }, at(second))
}

#[test]
fn wrong_tries_are_slowed_over_a_restart_and_a_right_key_ends_it() {
    let place = Place::new();
    drop(place.create().0.lock(at(0)));
    let wrong = new_passphrase();
    let mut locked = place.locked();
    for _ in 0..3 {
        let (still, error) = tried(locked, &wrong, 0).unwrap_err();
        assert!(matches!(error, UnlockError::WrongPassphrase));
        locked = still;
    }
    let (locked, error) = tried(locked, &passphrase(), 1).unwrap_err();
    assert!(matches!(error, UnlockError::TooManyTries { seconds: 4 }), "the right one waits too: {error:?}");
    drop(locked);
    // Started anew, and by another way.
    let other = Place::new().create().1;
    let (locked, error) = place.locked().unlock_slowly(Way::Recovery(&other), at(4)).unwrap_err();
    assert!(matches!(error, UnlockError::TooManyTries { seconds: 1 }));
    let (locked, error) = locked.unlock_slowly(Way::Recovery(&other), at(5)).unwrap_err();
    assert!(matches!(error, UnlockError::WrongRecoveryKey));
    let (locked, error) = tried(locked, &passphrase(), 14).unwrap_err();
    assert!(matches!(error, UnlockError::TooManyTries { seconds: 1 }));
    drop(tried(locked, &passphrase(), 15).unwrap().lock(at(16)));
    assert!(!place.file("samsyn.tries").exists());
    let (_, error) = tried(place.locked(), &wrong, 17).unwrap_err();
    assert!(matches!(error, UnlockError::WrongPassphrase));
}

#[test]
fn quick_unlock_is_no_guess_and_waits_for_nothing() {
    let place = Place::new();
    let (store, _) = place.create();
    store.remember(USER).unwrap();
    let mut locked = store.lock(at(0));
    for _ in 0..3 {
        locked = tried(locked, &new_passphrase(), 0).unwrap_err().0;
    }
    let (locked, error) = tried(locked, &passphrase(), 0).unwrap_err();
    assert!(matches!(error, UnlockError::TooManyTries { .. }));
    assert!(locked.unlock_slowly(Way::Keyring, at(0)).is_ok());
}

#[test]
fn guessing_the_passphrase_at_an_open_store_is_slowed_too() {
    let place = Place::new();
    let (mut store, _) = place.create();
    for _ in 0..3 {
        let wrong = store.change_passphrase(USER, &new_passphrase(), &new_passphrase(), at(0));
        assert!(matches!(wrong, Err(KeyChangeError::WrongPassphrase)));
    }
    let refused = store.change_passphrase(USER, &passphrase(), &new_passphrase(), at(1));
    assert!(matches!(refused, Err(KeyChangeError::TooManyTries { seconds: 4 })));
    store.change_passphrase(USER, &passphrase(), &new_passphrase(), at(5)).unwrap();
}

#[test]
fn a_count_that_cannot_be_kept_on_the_disk_is_kept_in_the_program() {
    let place = Place::new();
    drop(place.create().0.lock(at(0)));
    std::fs::create_dir(place.file("samsyn.tries")).unwrap();
    let mut locked = place.locked();
    for _ in 0..3 {
        locked = tried(locked, &new_passphrase(), 0).unwrap_err().0;
    }
    let (_, error) = tried(locked, &passphrase(), 0).unwrap_err();
    assert!(matches!(error, UnlockError::TooManyTries { seconds: 5 }));
}
