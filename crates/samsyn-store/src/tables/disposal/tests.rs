use chrono::NaiveDate;
use samsyn_plan::acts::Annulment;
use samsyn_plan::codes::{AnnulledKind, HoldReason};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::log::{Act, Chain};
use crate::table::{all, insert};
use crate::testing::*;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn copy() -> ArchiveCopy {
    ArchiveCopy {
        id: id(70),
        at: at(50),
        by: "Anna Berg".to_owned(),
        version: None,
        what: "Hela ärendet".to_owned(),
        place: "Arkivet".to_owned(),
        on: NaiveDate::from_ymd_opt(2027, 2, 1).unwrap(),
        filed_by: "Anna Berg, arkivarie".to_owned(),
    }
}

fn annulment(number: u128, kind: AnnulledKind) -> Annulment {
    Annulment { id: id(number), at: at(60), by: String::new(), kind, record: id(70), reason: "Fel akt.".to_owned() }
}

#[test]
fn what_is_noted_for_the_sake_of_erasing_is_no_entry_in_the_case() {
    let (_place, mut store) = store_with_case();
    let last = |store: &crate::Store| store.read(|reader| last_entry(reader, CASE)).unwrap();
    assert_eq!(last(&store), Some(at(2)), "when it was opened");
    add_goal(&mut store, "Arbete", 4);
    save_goal(&mut store, "Arbete igen", 5);
    save_goal(&mut store, "Arbete och bostad", 30);
    assert_eq!(last(&store), Some(at(30)), "the last of the saves that are one change");
    store.write(act(Chain::Case(CASE), "disposal.archive_copy", 50), |w| insert(w, &copy())).unwrap();
    let hold = DisposalHold { id: id(71), at: at(51), by: String::new(), reason: HoldReason::Appeal, note: String::new() };
    store.write(act(Chain::Case(CASE), "disposal.hold", 51), |w| insert(w, &hold)).unwrap();
    let lifted = DisposalHoldLifted { id: id(72), at: at(52), by: String::new(), hold: id(71), reason: "Klart.".to_owned() };
    store.write(act(Chain::Case(CASE), "disposal.lift", 52), |w| insert(w, &lifted)).unwrap();
    let annuls = |kind: &str| Act { arguments: json!({ "kind": kind }), ..act(Chain::Case(CASE), "annulment.record", 60) };
    store.write(annuls("archive_copy"), |w| insert(w, &annulment(73, AnnulledKind::ArchiveCopy))).unwrap();
    assert_eq!(last(&store), Some(at(30)));
    store.write(annuls("deviation"), |w| insert(w, &annulment(74, AnnulledKind::Deviation))).unwrap();
    assert_eq!(last(&store), Some(at(60)), "any other annulment is one");
    assert_eq!(store.read(|reader| last_entry(reader, CaseId(Uuid::from_u128(999)))).unwrap(), None);
    assert_eq!(store.read(|reader| all::<ArchiveCopy>(reader, CASE.0)).unwrap(), [copy()]);
    assert_eq!(store.read(|reader| all::<DisposalHoldLifted>(reader, CASE.0)).unwrap(), [lifted]);
}

#[test]
fn a_certificate_reads_back_and_is_never_changed() {
    let (_place, mut store) = store_with_case();
    let certificate = DisposalCertificate {
        id: id(80),
        at: at(9),
        by: "Bo Ek".to_owned(),
        title: "arkivarie".to_owned(),
        controller: "Socialnämnden".to_owned(),
        unit: "Nexus".to_owned(),
        reference: "SN 2025/0123".to_owned(),
        adopted_on: NaiveDate::from_ymd_opt(2025, 12, 1).unwrap(),
        years: 5,
        first_year: 2020,
        last_year: 2021,
        cases: 2,
        people: 1,
        files: 3,
        rows: 400,
        contacts: 4,
    };
    store.write(act(Chain::Store, "disposal.carry_out", 9), |w| insert(w, &certificate)).unwrap();
    assert_eq!(store.read(disposal_certificates).unwrap(), [certificate]);
    for sql in ["DELETE FROM disposal_certificate", "UPDATE disposal_certificate SET cases = 1"] {
        assert!(matches!(store.connection.execute(sql, []).map_err(StoreError::from), Err(StoreError::AppendOnly)), "{sql}");
    }
}
