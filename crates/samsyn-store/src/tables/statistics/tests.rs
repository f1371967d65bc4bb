use samsyn_plan::ids::RecordId;
use uuid::Uuid;

use super::*;
use crate::log::{Act, Chain};
use crate::table::insert;
use crate::testing::*;
use crate::{ChainState, Store};

fn look(store: &mut Store, user: UserId, second: i64, given_out: Option<i32>) {
    let id = RecordId(Uuid::from_u128(u128::try_from(second).unwrap()));
    let (by, title) = ("Anna Berg".to_owned(), "kurator".to_owned());
    let opening = StatisticsOpening { id, at: at(second), by, title, user, given_out };
    let act = Act { at: opening.at, ..act(Chain::Statistics, "access.enter", 0) };
    store.write(Act { command_id: id.0, ..act }, |writer| insert(writer, &opening)).unwrap();
}

#[test]
fn what_was_looked_at_and_given_out_is_kept_on_a_chain_of_its_own() {
    let (_place, mut store) = store_with_case();
    look(&mut store, USER, 10, None);
    look(&mut store, OTHER_USER, 20, None);
    look(&mut store, USER, 30, Some(2027));
    assert_eq!(store.read(|r| newest_statistics_opening(r, USER)).unwrap(), Some(at(10)), "giving out is no look");
    assert_eq!(store.read(|r| newest_statistics_opening(r, UserId(Uuid::nil()))).unwrap(), None);
    assert_eq!(store.read(|r| statistics_openings_between(r, at(10), at(30))).unwrap().len(), 2);
    assert_eq!([2027, 2026].map(|year| store.read(|r| last_given_out(r, year)).unwrap()), [Some(at(30)), None]);
    assert_eq!(store.check_chain(Chain::Statistics).unwrap(), ChainState::Intact);
    for sql in ["DELETE FROM statistics_opening", "UPDATE statistics_opening SET user = ''"] {
        assert!(store.connection.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn tables_that_were_given_out_are_found_by_their_year_and_never_changed() {
    let (_place, mut store) = store_with_case();
    for (number, year) in [(1, 2027), (2, 2028), (3, 2027)] {
        let id = RecordId(Uuid::from_u128(number));
        let kept = KeptPublication { id, at: at(1), by: String::new(), year, content: number.to_string() };
        let act = act(Chain::Statistics, "access.enter", 1);
        store.write(Act { command_id: id.0, ..act }, |writer| insert(writer, &kept)).unwrap();
    }
    let found = store.read(|r| publications_of(r, 2027)).unwrap();
    assert_eq!(found.iter().map(|kept| kept.content.as_str()).collect::<Vec<_>>(), ["1", "3"]);
    assert!(store.connection.execute_batch("UPDATE publication SET content = ''").is_err());
}
