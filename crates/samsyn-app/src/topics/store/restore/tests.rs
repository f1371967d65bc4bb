use super::*;
use samsyn_plan::ids::CaseId;

fn standing(id: u128, changes: u32, hour: u32) -> CaseStanding {
    let newest = format!("2027-01-11T{hour:02}:00:00Z").parse().unwrap();
    CaseStanding { case: CaseId(Uuid::from_u128(id)), number: format!("SIP-2027-{id:04}"), changes, newest: Some(newest) }
}

#[test]
fn what_would_be_lost_and_what_would_come_back_is_told() {
    let backup = [standing(1, 5, 8), standing(2, 7, 9), standing(3, 2, 8), standing(5, 4, 8)];
    let now = [standing(1, 5, 8), standing(2, 9, 11), standing(4, 1, 12), standing(5, 4, 9)];
    let told = compared(true, &backup, &now);
    assert_eq!((told.cases, told.cases_now), (4, 4));
    assert_eq!(told.lost, ["SIP-2027-0004"]);
    assert_eq!(told.returning, ["SIP-2027-0003"]);
    let older: Vec<_> = told.older.iter().map(|case| (case.number.as_str(), case.changes)).collect();
    assert_eq!(older, [("SIP-2027-0002", 2), ("SIP-2027-0005", 1)], "further saves of one field are one change");
    assert_eq!(told.newest, backup[1].newest);
    assert_eq!(told.newest_now, now[2].newest);
}

#[test]
fn what_is_typed_is_known_by_its_form() {
    let key = RecoveryKey::new_random().unwrap();
    assert!(matches!(Secret::read(&key.shown()), Ok(Secret::Recovery(_))));
    let mut slip = key.shown().to_string();
    let last = if slip.ends_with('A') { "B" } else { "A" };
    slip.replace_range(slip.len() - 1.., last);
    let slip = Secret::read(&slip).map(|secret| secret.refusal(RestoreError::Unlock(UnlockError::WrongPassphrase)).code);
    assert_eq!(slip.ok(), Some(Code::RecoveryKeyMistyped));
    let words = Secret::read("fyra gröna åsnor äter").map(|secret| secret.refusal(RestoreError::Unlock(UnlockError::WrongPassphrase)));
    assert_eq!(words.ok().map(|error| (error.code, error.field)), Some((Code::WrongPassphrase, Some("secret".to_owned()))));
    let organisation = OrganisationKey::new_random();
    assert!(matches!(Secret::read(&organisation.shown()), Ok(Secret::Organisation(_))));
    assert_eq!(Secret::read("").err().map(|error| error.code), Some(Code::EmptyField));
}
